//! An operation: input, output, and how they become HTTP.

use proc_macro2::TokenStream;
use quote::quote;

use super::http;
use super::scope::Scope;
use super::structure::structure_items;
use super::tokens::ident;
use crate::output::{Group, RustFile};
use crate::plan::{HostPrefixPlan, OperationPlan};

/// The file of an operation.
pub(super) fn emit_operation(plan: &OperationPlan) -> RustFile {
    let scope = Scope::elsewhere(&[&plan.input.name, &plan.output.name]);
    let mut items = structure_items(&plan.input, &scope);
    items.extend(structure_items(&plan.output, &scope));
    items.push(Group::Items(operation(plan, &scope)));
    RustFile::new(scope.uses(), items)
}

fn operation(plan: &OperationPlan, scope: &Scope) -> TokenStream {
    scope.import(
        "runtime",
        &[
            "Bytes",
            "Method",
            "Operation",
            "RequestBuilder",
            "Response",
            "http",
        ],
    );
    scope.import("crate::error", &["Error", "ServiceError"]);
    let (input, output) = (ident(&plan.input.name.local), ident(&plan.output.name.local));
    let wire_name = &plan.wire_name;
    let request = http::request(&plan.request);
    let accepted = http::is_read(&plan.response).then(|| quote!(let response =));
    let response = http::response(&plan.response, &quote!(#output));
    let host_prefix = host_prefix(plan, scope);
    quote! {
        impl Operation for #input {
            const NAME: &'static str = #wire_name;
            type Output = #output;
            type Error = Error;
            #[inline]
            fn to_request(&self) -> Result<http::Request<Bytes>, Error> { #request }
            #[inline]
            fn from_response(response: http::Response<Bytes>) -> Result<#output, Error> {
                #accepted Response::accept::<ServiceError>(Self::NAME, response)?;
                #response
            }
            #host_prefix
        }
    }
}

fn host_prefix(plan: &OperationPlan, scope: &Scope) -> Option<TokenStream> {
    let HostPrefixPlan { pattern, labels } = plan.host_prefix.as_ref()?;
    scope.import("runtime", &["host_prefix"]);
    let labels = labels.iter().map(|bound| {
        let (member, field) = (&bound.wire_name, ident(&bound.field));
        quote!((#member, &self.#field))
    });
    Some(quote! {
        fn host_prefix(&self) -> Result<Option<String>, Error> {
            Ok(host_prefix(Self::NAME, #pattern, &[#(#labels),*])?)
        }
    })
}
