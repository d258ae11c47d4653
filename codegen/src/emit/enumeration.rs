//! An open enum: its variants and their texts.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::tokens::{docs, ident};
use crate::output::{Group, RustFile};
use crate::plan::EnumPlan;

/// The file of an open enum.
pub(super) fn emit_enumeration(plan: &EnumPlan) -> RustFile {
    let scope = Scope::of_types(&[&plan.name]);
    scope.import("runtime::form", &["Unrecognized"]);
    RustFile::new(scope.uses(), [Group::Items(definition(plan)), table(plan)])
}

fn definition(plan: &EnumPlan) -> TokenStream {
    let (name, docs_of_enum) = (ident(&plan.name.local), docs(&plan.docs));
    let variants = plan.variants.iter().map(|variant| {
        let (docs, name) = (docs(&variant.docs), ident(&variant.name));
        quote!(#docs #name,)
    });
    quote! {
        #docs_of_enum
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that this crate's model does not know.
            Unrecognized(Unrecognized),
        }
    }
}

/// The table of texts.
fn table(plan: &EnumPlan) -> Group {
    let lines = plan
        .variants
        .iter()
        .map(|variant| format!("        {} = {:?},\n", variant.name, variant.value));
    Group::Table(format!(
        "runtime::open_enum! {{\n    {} {{\n{}    }}\n}}\n",
        plan.name.local,
        lines.collect::<String>()
    ))
}
