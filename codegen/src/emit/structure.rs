//! A structure: its definition, `new` and setters, and its JSON.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::Scope;
use super::tokens::{doc_line, docs, ident};
use crate::output::{Group, RustFile};
use crate::plan::{DebugPlan, FieldPlan, Forms, Presence, RustType, StructurePlan};

/// The file of a structure.
pub(super) fn emit_structure(plan: &StructurePlan) -> RustFile {
    let scope = Scope::of_types(&[&plan.name]);
    let items = structure_items(plan, &scope);
    RustFile::new(scope.uses(), items)
}

/// The items of a structure.
pub(super) fn structure_items(plan: &StructurePlan, scope: &Scope) -> Vec<Group> {
    let items = [definition(plan, scope), methods(plan, scope), debug(plan, scope)];
    items
        .into_iter()
        .map(Group::Items)
        .chain([table(plan, scope)])
        .collect()
}

fn definition(plan: &StructurePlan, scope: &Scope) -> TokenStream {
    let (name, docs_of_structure) = (ident(&plan.name.local), docs(&plan.docs));
    let debug = (plan.debug == DebugPlan::Derived).then(|| quote!(Debug,));
    let default = plan.has_default().then(|| quote!(, Default));
    let fields = plan.fields.iter().map(|field| {
        let (docs, name, ty) = (docs(&field.docs), ident(&field.name), scope.ty(&field.ty));
        match field.presence {
            Presence::Required => quote!(#docs pub #name: #ty),
            Presence::Optional => quote!(#docs pub #name: Option<#ty>),
        }
    });
    quote! {
        #docs_of_structure
        #[derive(#debug Clone, PartialEq #default)]
        #[non_exhaustive]
        pub struct #name { #(#fields,)* }
    }
}

fn methods(plan: &StructurePlan, scope: &Scope) -> TokenStream {
    let name = ident(&plan.name.local);
    let new = constructor(plan, scope);
    let setters = plan.fields.iter().map(|field| setter(field, scope));
    quote! {
        impl #name {
            #new
            #(#setters)*
        }
    }
}

fn constructor(plan: &StructurePlan, scope: &Scope) -> TokenStream {
    let public = &plan.name.public;
    if plan.has_default() {
        let doc = doc_line(&format!("{} `{public}` with nothing set.", article(public)));
        return quote! {
            #doc
            #[inline]
            pub fn new() -> Self { Default::default() }
        };
    }
    let doc = doc_line(&format!(
        "{} `{public}` with its required members.",
        article(public)
    ));
    let arguments: Vec<TokenStream> = plan
        .arguments()
        .map(|field| {
            let (name, ty) = (ident(&field.name), argument_type(&field.ty, scope));
            quote!(#name: #ty)
        })
        .collect();
    let fields = plan.fields.iter().map(|field| {
        let name = ident(&field.name);
        match field.presence {
            Presence::Optional => quote!(#name: None),
            Presence::Required => match converted(&field.ty, &quote!(#name)) {
                Some(value) => quote!(#name: #value),
                None => quote!(#name),
            },
        }
    });
    let inline = plan.arguments().all(|field| by_value(&field.ty)).then(inline);
    let allow = (arguments.len() > 7)
        .then(|| quote!(#[allow(clippy::too_many_arguments, reason = "the service requires them all")]));
    quote! {
        #doc
        #inline
        #allow
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#fields),* }
        }
    }
}

fn article(name: &str) -> &'static str {
    if name.starts_with(['A', 'E', 'I', 'O']) {
        "An"
    } else {
        "A"
    }
}

fn setter(field: &FieldPlan, scope: &Scope) -> TokenStream {
    let (name, ty) = (ident(&field.name), argument_type(&field.ty, scope));
    let shown = field.name.trim_start_matches("r#");
    let doc = doc_line(&format!("Sets [`{shown}`](Self::{shown})."));
    let value = converted(&field.ty, &quote!(value)).unwrap_or_else(|| quote!(value));
    let value = match field.presence {
        Presence::Required => value,
        Presence::Optional => quote!(Some(#value)),
    };
    let allow = field
        .operator
        .then(|| quote!(#[allow(clippy::should_implement_trait, reason = "named as the member")]));
    let inline = by_value(&field.ty).then(inline);
    quote! {
        #doc
        #inline
        #allow
        pub fn #name(mut self, value: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// What is not generic is inline, so that a user's build makes code for what it calls and the crate itself for none.
fn inline() -> TokenStream {
    quote!(#[inline])
}

/// Whether a value of this type is taken as it is.
fn by_value(ty: &RustType) -> bool {
    use RustType::{Bool, F32, F64, I8, I16, I32, I64, Timestamp};
    matches!(ty, Bool | I8 | I16 | I32 | I64 | F32 | F64 | Timestamp)
}

/// The type of an argument that sets a value of this type.
fn argument_type(ty: &RustType, scope: &Scope) -> TokenStream {
    let item = |ty: &RustType| {
        let tokens = scope.ty(ty);
        if by_value(ty) {
            tokens
        } else {
            quote!(impl Into<#tokens>)
        }
    };
    match ty {
        RustType::List(inner) => {
            let inner = item(inner);
            quote!(impl IntoIterator<Item = #inner>)
        }
        RustType::SparseList(inner) => {
            let inner = scope.ty(inner);
            quote!(impl IntoIterator<Item = Option<#inner>>)
        }
        RustType::Map(key, value) => {
            scope.ty(ty);
            let (key, value) = (item(key), item(value));
            quote!(impl IntoIterator<Item = (#key, #value)>)
        }
        RustType::SparseMap(key, value) => {
            scope.ty(ty);
            let (key, value) = (item(key), scope.ty(value));
            quote!(impl IntoIterator<Item = (#key, Option<#value>)>)
        }
        RustType::Boxed(inner) => item(inner),
        _ => item(ty),
    }
}

/// The expression that makes a value of this type from an argument; `None` where the argument is the value.
fn converted(ty: &RustType, argument: &TokenStream) -> Option<TokenStream> {
    Some(match ty {
        _ if by_value(ty) => return None,
        RustType::List(inner) if by_value(inner) => quote!(#argument.into_iter().collect()),
        RustType::List(_) => quote!(#argument.into_iter().map(Into::into).collect()),
        RustType::SparseList(_) => quote!(#argument.into_iter().collect()),
        RustType::Map(_, value) if by_value(value) => {
            quote!(#argument.into_iter().map(|(key, value)| (key.into(), value)).collect())
        }
        RustType::Map(..) => {
            quote!(#argument.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
        }
        RustType::SparseMap(..) => {
            quote!(#argument.into_iter().map(|(key, value)| (key.into(), value)).collect())
        }
        RustType::Boxed(_) => quote!(Box::new(#argument.into())),
        _ => quote!(#argument.into()),
    })
}

fn debug(plan: &StructurePlan, scope: &Scope) -> TokenStream {
    if plan.debug == DebugPlan::Derived {
        return TokenStream::new();
    }
    scope.import("std", &["fmt"]);
    scope.import("runtime", &["Redacted"]);
    let (name, public) = (ident(&plan.name.local), &plan.name.public);
    let fields = plan.fields.iter().map(|field| {
        let (name, shown) = (ident(&field.name), field.name.trim_start_matches("r#"));
        if field.sensitive {
            quote!(.field(#shown, &Redacted))
        } else {
            quote!(.field(#shown, &self.#name))
        }
    });
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(#public) #(#fields)* .finish()
            }
        }
    }
}

/// The table from which the runtime reads and writes JSON.
fn table(plan: &StructurePlan, scope: &Scope) -> Group {
    let required: Vec<String> = plan
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.presence == Presence::Required)
        .map(|(number, _)| number.to_string())
        .collect();
    let requires = if required.is_empty() {
        String::new()
    } else {
        format!(" requires [{}]", required.join(", "))
    };
    let lines = plan.fields.iter().map(|field| {
        let kind = match field.presence {
            _ if field.token => "token",
            Presence::Required => "required",
            Presence::Optional => "optional",
        };
        let codec = scope
            .codec(&field.codec)
            .map(|codec| format!(" as {codec}"))
            .unwrap_or_default();
        format!("{kind} {}{codec}", field.name)
    });
    let head = format!(
        "structure! {{\n    {}({:?}) in",
        plan.name.local, plan.name.public
    );
    names_table(
        &head,
        &requires,
        &plan.forms,
        plan.fields.iter().map(|field| &field.model_name).zip(lines),
    )
}

/// A table of the runtime's `structure!` or `union!`: a line a member, after its number and names.
pub(super) fn names_table<'a>(
    head: &str,
    requires: &str,
    forms: &Forms,
    members: impl Iterator<Item = (&'a String, String)>,
) -> Group {
    let form = if *forms == Forms::Shared { "Shared" } else { "Own" };
    let mut text = format!("runtime::{head} {form}{requires} {{");
    let mut is_empty = true;
    for (number, (name, line)) in members.enumerate() {
        let wire = match forms {
            Forms::Renamed(wire) => wire.get(number).filter(|wire| *wire != name),
            Forms::Shared | Forms::Apart => None,
        };
        let wire = wire.map(|wire| format!(" / {wire:?}")).unwrap_or_default();
        text.push_str(&format!("\n        {number}: {name:?}{wire} => {line},"));
        is_empty = false;
    }
    text.push_str(if is_empty { "}\n}\n" } else { "\n    }\n}\n" });
    Group::Table(text)
}
