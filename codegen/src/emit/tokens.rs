//! Small pieces of tokens that all emitters use.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// An identifier; `r#type` is a raw one.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A path such as `runtime::form`.
pub(super) fn path(path: &str) -> TokenStream {
    let segments = path.split("::").map(ident);
    quote!(#(#segments)::*)
}

/// Documentation of an item.
pub(super) fn docs(lines: &[String]) -> TokenStream {
    lines.iter().map(|line| doc_line(line)).collect()
}

/// One line of documentation.
pub(super) fn doc_line(line: &str) -> TokenStream {
    let line = if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    };
    quote!(#[doc = #line])
}
