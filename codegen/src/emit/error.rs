//! The errors of the service in one enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::http;
use super::scope::Scope;
use super::tokens::{docs, ident};
use crate::output::RustFile;
use crate::plan::{ErrorPlan, ResponseBody};

/// The file `error.rs`.
pub(super) fn emit_error(plans: &[ErrorPlan]) -> RustFile {
    let scope = Scope::elsewhere(&[]);
    scope.import("runtime", &["DecodeError", "Response"]);
    let items = [alias(), definition(plans, &scope), from_response(plans, &scope)];
    RustFile::of_items(&["Errors of calls."], std::iter::once(scope.uses()).chain(items))
}

fn alias() -> TokenStream {
    quote! {
        /// Why a call failed: an input that can't be sent, an answer that can't be read, or an error of the service.
        pub type Error = runtime::Error<ServiceError>;
    }
}

fn definition(plans: &[ErrorPlan], scope: &Scope) -> TokenStream {
    let variants = plans.iter().map(|plan| {
        let (docs, variant, ty) = (
            docs(&plan.docs),
            ident(&plan.name.public),
            scope.generated(&plan.name),
        );
        quote!(#docs #variant(#ty),)
    });
    quote! {
        /// The errors that the service's model knows.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "an error may grow, and boxing it then would break callers")]
        pub enum ServiceError { #(#variants)* }
    }
}

fn from_response(plans: &[ErrorPlan], scope: &Scope) -> TokenStream {
    let arms = plans.iter().map(|plan| {
        let (code, variant) = (&plan.code, ident(&plan.name.public));
        if plan.response.parts.is_empty() && plan.response.body == ResponseBody::Members {
            return quote!(#code => Ok(Some(Self::#variant(response.json()?))),);
        }
        let ty = scope.generated(&plan.name);
        if !http::is_read(&plan.response) {
            return quote!(#code => Ok(Some(Self::#variant(#ty::new()))),);
        }
        let read = http::response(&plan.response, &ty);
        quote! {
            #code => {
                let read = || -> Result<#ty, DecodeError> { #read };
                read().map(Self::#variant).map(Some)
            }
        }
    });
    let retryable: Vec<_> = plans
        .iter()
        .filter(|plan| plan.retryable)
        .map(|plan| &plan.code)
        .collect();
    let is_retryable = (!retryable.is_empty()).then(|| {
        quote! {
            #[inline]
            fn is_retryable(code: &str) -> bool {
                matches!(code, #(#retryable)|*)
            }
        }
    });
    let reads = plans.iter().any(|plan| http::is_read(&plan.response));
    let response = if reads { quote!(response) } else { quote!(_) };
    let code = if plans.is_empty() { quote!(_) } else { quote!(code) };
    let body = if plans.is_empty() {
        quote!(Ok(None))
    } else {
        quote!(match code { #(#arms)* _ => Ok(None) })
    };
    quote! {
        impl runtime::ServiceError for ServiceError {
            #[inline]
            fn from_response(#code: &str, #response: &Response) -> Result<Option<Self>, DecodeError> {
                #body
            }
            #is_retryable
        }
    }
}
