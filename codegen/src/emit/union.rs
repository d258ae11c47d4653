//! An open union: its definition and its JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::structure::names_table;
use super::tokens::{docs, ident};
use crate::output::{Group, RustFile};
use crate::plan::{DebugPlan, UnionPlan};

/// The file of a union.
pub(super) fn emit_union(plan: &UnionPlan) -> RustFile {
    let scope = Scope::of_types(&[&plan.name]);
    scope.import("runtime::form", &["UnrecognizedVariant"]);
    let items = [definition(plan, &scope), debug(plan, &scope)];
    let items: Vec<Group> = items
        .into_iter()
        .map(Group::Items)
        .chain([table(plan, &scope)])
        .collect();
    RustFile::new(scope.uses(), items)
}

fn definition(plan: &UnionPlan, scope: &Scope) -> TokenStream {
    let (name, docs_of_union) = (ident(&plan.name.local), docs(&plan.docs));
    let debug = (plan.debug == DebugPlan::Derived).then(|| quote!(Debug,));
    let variants = plan.variants.iter().map(|variant| {
        let (docs, name, ty) = (docs(&variant.docs), ident(&variant.name), scope.ty(&variant.ty));
        quote!(#docs #name(#ty),)
    });
    quote! {
        #docs_of_union
        #[derive(#debug Clone, PartialEq)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "a variant may grow, and boxing it then would break callers")]
        pub enum #name {
            #(#variants)*
            /// A variant that this crate's model does not know.
            Unrecognized(UnrecognizedVariant),
        }
    }
}

fn debug(plan: &UnionPlan, scope: &Scope) -> TokenStream {
    if plan.debug == DebugPlan::Derived {
        return TokenStream::new();
    }
    scope.import("std", &["fmt"]);
    scope.import("runtime", &["Redacted"]);
    let name = ident(&plan.name.local);
    let arms = plan.variants.iter().map(|variant| {
        let (name, shown) = (ident(&variant.name), &variant.name);
        if variant.sensitive {
            quote!(Self::#name(_) => f.debug_tuple(#shown).field(&Redacted).finish(),)
        } else {
            quote!(Self::#name(value) => f.debug_tuple(#shown).field(value).finish(),)
        }
    });
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unrecognized(_) => f.debug_tuple("Unrecognized").field(&Redacted).finish(),
                }
            }
        }
    }
}

/// The table from which the runtime reads and writes JSON.
fn table(plan: &UnionPlan, scope: &Scope) -> Group {
    let lines = plan.variants.iter().map(|variant| {
        let codec = scope
            .codec(&variant.codec)
            .map(|codec| format!(" as {codec}"))
            .unwrap_or_default();
        format!("{}{codec}", variant.name)
    });
    let head = format!("union! {{\n    {}({:?}) in", plan.name.local, plan.name.public);
    names_table(
        &head,
        "",
        &plan.forms,
        plan.variants.iter().map(|variant| &variant.model_name).zip(lines),
    )
}
