//! The HTTP bindings of one operation or error as calls of the runtime.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::tokens::ident;
use crate::model::TimestampFormat;
use crate::plan::{
    Bound, Presence, RequestBody, RequestPart, RequestPlan, ResponseBody, ResponsePart, ResponsePlan,
    TextForm,
};

/// The body of `to_request`.
pub(super) fn request(plan: &RequestPlan) -> TokenStream {
    let (method, uri) = (method(&plan.method), &plan.uri);
    let parts = plan.parts.iter().map(request_part);
    let body = request_body(&plan.body);
    if plan.parts.is_empty() {
        return quote!(Ok(RequestBuilder::new(Self::NAME, #method, #uri).#body?));
    }
    quote! {
        let mut request = RequestBuilder::new(Self::NAME, #method, #uri);
        #(#parts)*
        Ok(request.#body?)
    }
}

fn method(name: &str) -> TokenStream {
    let name = ident(name);
    quote!(Method::#name)
}

fn request_part(part: &RequestPart) -> TokenStream {
    match part {
        RequestPart::Label(bound) => {
            let (name, value) = (&bound.wire_name, value(bound));
            quote!(request.label(#name, #value)?;)
        }
        RequestPart::Query(bound) => {
            let (name, value) = (&bound.wire_name, value(bound));
            quote!(request.query(#name, #value);)
        }
        RequestPart::QueryList(bound) => {
            let (name, value) = (&bound.wire_name, list(bound));
            quote!(request.query_list(#name, #value);)
        }
        RequestPart::QueryMap(bound) => {
            let field = ident(&bound.field);
            quote!(request.query_map(&self.#field);)
        }
        RequestPart::Header(bound) => {
            let (name, value) = (&bound.wire_name, value(bound));
            quote!(request.header(#name, #value)?;)
        }
        RequestPart::HeaderList(bound) if matches!(bound.text, TextForm::Timestamp(_)) => {
            let (name, value) = (&bound.wire_name, list(bound));
            quote!(request.header_list_unquoted(#name, #value)?;)
        }
        RequestPart::HeaderList(bound) => {
            let (name, value) = (&bound.wire_name, list(bound));
            quote!(request.header_list(#name, #value)?;)
        }
        RequestPart::PrefixHeaders(bound) => {
            let (name, field) = (&bound.wire_name, ident(&bound.field));
            quote!(request.prefix_headers(#name, &self.#field)?;)
        }
    }
}

/// A member as something with a text.
fn value(bound: &Bound) -> TokenStream {
    let field = ident(&bound.field);
    let Some(format) = formatter(bound.text) else {
        return quote!(&self.#field);
    };
    match (bound.text, bound.presence) {
        (TextForm::Token, _) => quote!(&runtime::#format(&self.#field)),
        (TextForm::Timestamp(_), Presence::Required) => quote!(&runtime::format::#format(self.#field)),
        (TextForm::Timestamp(_), Presence::Optional) => quote!(&self.#field.map(runtime::format::#format)),
        (_, Presence::Required) => quote!(&runtime::format::#format(&self.#field)),
        (_, Presence::Optional) => quote!(&self.#field.as_ref().map(runtime::format::#format)),
    }
}

/// A list as something whose items have a text.
fn list(bound: &Bound) -> TokenStream {
    let field = ident(&bound.field);
    let Some(format) = formatter(bound.text) else {
        return quote!(&self.#field);
    };
    let items = match bound.presence {
        Presence::Required => quote!(self.#field.iter()),
        Presence::Optional => quote!(self.#field.iter().flatten()),
    };
    match bound.text {
        TextForm::Timestamp(_) => quote!(&#items.copied().map(runtime::format::#format).collect::<Vec<_>>()),
        _ => quote!(&#items.map(runtime::format::#format).collect::<Vec<_>>()),
    }
}

fn formatter(text: TextForm) -> Option<Ident> {
    Some(ident(match text {
        TextForm::Plain => return None,
        TextForm::Timestamp(TimestampFormat::DateTime) => "date_time",
        TextForm::Timestamp(TimestampFormat::HttpDate) => "http_date",
        TextForm::Timestamp(TimestampFormat::EpochSeconds) => "epoch_seconds",
        TextForm::Base64 => "base64",
        TextForm::Json => "json_header",
        TextForm::Token => "token_or_fresh",
    }))
}

fn request_body(body: &RequestBody) -> TokenStream {
    let of = |method: &str, field: &String| {
        let (method, field) = (ident(method), ident(field));
        quote!(#method(&self.#field))
    };
    match body {
        RequestBody::Empty => quote!(empty()),
        RequestBody::Members => quote!(json(self)),
        RequestBody::Json(field) => of("json_payload", field),
        RequestBody::Document(field) => of("document_payload", field),
        RequestBody::Text(field) => of("text_payload", field),
        RequestBody::Blob(field) => of("blob_payload", field),
    }
}

/// Whether anything of a response becomes part of the output.
pub(super) fn is_read(plan: &ResponsePlan) -> bool {
    !plan.parts.is_empty() || plan.body != ResponseBody::Ignored
}

/// The expression that reads an accepted `response` into an output of that type.
pub(super) fn response(plan: &ResponsePlan, output: &TokenStream) -> TokenStream {
    let parts: Vec<TokenStream> = plan.parts.iter().map(response_part).collect();
    let payload = match &plan.body {
        ResponseBody::Ignored | ResponseBody::Members => None,
        ResponseBody::Json(field) => Some((field, quote!(response.json_payload()?))),
        ResponseBody::Text(field) => Some((field, quote!(response.text_payload()?))),
        ResponseBody::Blob(field) => Some((field, quote!(response.blob_payload()))),
    };
    let payload = payload.map(|(field, read)| {
        let field = ident(field);
        quote!(output.#field = #read;)
    });
    let reads_members = plan.body == ResponseBody::Members;
    match (reads_members, parts.is_empty() && payload.is_none()) {
        (true, true) => quote!(Ok(response.json()?)),
        (false, true) => quote!(Ok(#output::new())),
        (true, false) => quote! {
            let mut output: #output = response.json()?;
            #(#parts)*
            Ok(output)
        },
        (false, false) => quote! {
            let mut output = #output::new();
            #payload
            #(#parts)*
            Ok(output)
        },
    }
}

fn response_part(part: &ResponsePart) -> TokenStream {
    match part {
        ResponsePart::Header(bound) => read("header", bound),
        ResponsePart::HeaderList(bound) if matches!(bound.text, TextForm::Timestamp(_)) => {
            let (name, field) = (&bound.wire_name, ident(&bound.field));
            quote!(output.#field = response.header_timestamps(#name)?;)
        }
        ResponsePart::HeaderList(bound) => read("header_list", bound),
        ResponsePart::PrefixHeaders(bound) => {
            let (name, field) = (&bound.wire_name, ident(&bound.field));
            quote!(output.#field = response.prefix_headers(#name);)
        }
        ResponsePart::Status { field } => {
            let field = ident(field);
            quote!(output.#field = Some(response.status_code());)
        }
    }
}

fn read(method: &str, bound: &Bound) -> TokenStream {
    let (name, field) = (&bound.wire_name, ident(&bound.field));
    let parser = match bound.text {
        TextForm::Plain | TextForm::Token => {
            let method = ident(method);
            return quote!(output.#field = response.#method(#name)?;);
        }
        TextForm::Timestamp(_) => quote!(timestamp),
        TextForm::Base64 => quote!(base64),
        TextForm::Json => quote!(json_header),
    };
    let method = ident(&format!("{method}_with"));
    quote!(output.#field = response.#method(#name, runtime::parse::#parser)?;)
}
