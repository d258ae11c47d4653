//! `lib.rs` and the two files that list modules.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::ident;
use crate::output::RustFile;
use crate::plan::{CratePlan, OperationPlan, TypeName, TypePlan};

/// The file `lib.rs`.
pub(super) fn emit_library(plan: &CratePlan) -> RustFile {
    // A link by path is right wherever the documentation ends up, and redundant only where its name is in scope.
    let allow = plan.links.then(|| quote! {
        #![allow(rustdoc::redundant_explicit_links, reason = "documentation links by path, whatever is in scope")]
    });
    let modules = quote! {
        #allow

        #[cfg(feature = "dynamic")]
        pub mod dynamic;
        pub mod error;
        pub mod operation;
        pub mod types;
    };
    let exports = quote! {
        pub use self::error::{Error, ServiceError};
        pub use runtime;
        pub use runtime::Operation;
    };
    RustFile {
        docs: plan.docs.clone(),
        ..RustFile::of_items(&[], [modules, exports])
    }
}

/// The file `operation.rs`.
pub(super) fn emit_operation_module(plans: &[OperationPlan]) -> RustFile {
    let names = plans
        .iter()
        .flat_map(|plan| [&plan.input.name, &plan.output.name]);
    let docs = "Operations: the structure named as the operation is its input, `…Output` its output.";
    module_list(docs, &names.collect::<Vec<_>>())
}

/// The file `types.rs`.
pub(super) fn emit_types_module(plans: &[TypePlan]) -> RustFile {
    let names: Vec<&TypeName> = plans.iter().map(TypePlan::name).collect();
    module_list("What operations take and answer with.", &names)
}

fn module_list(docs: &str, names: &[&TypeName]) -> RustFile {
    let modules: BTreeSet<&str> = names.iter().map(|name| name.module.as_str()).collect();
    let modules: TokenStream = modules
        .into_iter()
        .map(|module| {
            let module = ident(module);
            quote!(mod #module;)
        })
        .collect();
    let exports: TokenStream = names
        .iter()
        .map(|name| {
            let (module, local, public) = (ident(&name.module), ident(&name.local), ident(&name.public));
            if local == public {
                quote!(pub use self::#module::#public;)
            } else {
                quote!(pub use self::#module::#local as #public;)
            }
        })
        .collect();
    RustFile::of_items(&[docs], [modules, exports])
}
