//! From an input to an HTTP request.
//!
//! What nearly every operation needs is compiled here, once. What few need is `#[inline]`, here and in
//! [`crate::response`], so that it costs a build only where it is used.

use std::borrow::Cow;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use http::{Method, Request};
use serde_json::Value;

use crate::error::InvalidInput;
use crate::form::{self, Wire};
use crate::header;
use crate::text::{Text, TextList, TextMap};
use crate::uri::Target;

const JSON: &str = "application/json";
const EMPTY_STRUCTURE: Bytes = Bytes::from_static(b"{}");

/// A request that is being filled with members.
///
/// The generic methods do no more than turn a value into text, so that an operation makes little code.
#[derive(Debug)]
pub struct RequestBuilder {
    operation: &'static str,
    method: Method,
    target: Target,
    headers: HeaderMap,
}

impl RequestBuilder {
    /// A request of that operation; the URI is the model's pattern, such as `/{bucket}/{key+}?acl`.
    pub fn new(operation: &'static str, method: Method, uri: &str) -> Self {
        Self {
            operation,
            method,
            target: Target::new(uri),
            headers: HeaderMap::new(),
        }
    }

    /// Fills in a label of the URI.
    ///
    /// # Errors
    ///
    /// A value that is absent or empty, or that would lead to another place: `.`, `..`, and in a greedy label
    /// any segment that is one of them.
    #[inline]
    pub fn label<T: Text + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), InvalidInput> {
        self.set_label(name, value.text())
    }

    fn set_label(&mut self, name: &str, value: Option<Cow<'_, str>>) -> Result<(), InvalidInput> {
        let result = self.target.label(name, value.as_deref().unwrap_or_default());
        result.map_err(|reason| self.invalid(name, reason))
    }

    /// Adds a value to the query, unless it is absent.
    #[inline]
    pub fn query<T: Text + ?Sized>(&mut self, name: &str, value: &T) {
        self.set_query(name, value.text());
    }

    fn set_query(&mut self, name: &str, value: Option<Cow<'_, str>>) {
        if let Some(value) = value {
            self.target.query(name, &value);
        }
    }

    /// Adds a list to the query: the name with each item, in order.
    #[inline]
    pub fn query_list<L: TextList>(&mut self, name: &str, list: &L) {
        list.each(&mut |item| self.target.query(name, item));
    }

    /// Spreads a map over the query. What is there already wins, so this comes after all other query members.
    #[inline]
    pub fn query_map<M: TextMap>(&mut self, map: &M) {
        self.target.query_map(map);
    }

    /// Sets a header, unless the value is absent.
    ///
    /// # Errors
    ///
    /// A value that a header can't hold, such as one with a line break.
    #[inline]
    pub fn header<T: Text + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), InvalidInput> {
        self.set_header(name, value.text())
    }

    fn set_header(&mut self, name: &str, value: Option<Cow<'_, str>>) -> Result<(), InvalidInput> {
        match value {
            Some(value) => self.insert_header(name, &value),
            None => Ok(()),
        }
    }

    /// Sets a header to a list, with quotes around items that need them; none for an empty list.
    ///
    /// # Errors
    ///
    /// An item that a header can't hold.
    #[inline]
    pub fn header_list<L: TextList>(&mut self, name: &str, list: &L) -> Result<(), InvalidInput> {
        self.set_header_list(name, list, header::push_quoted)
    }

    /// Sets a header to a list whose items are never quoted: dates, numbers, booleans.
    ///
    /// # Errors
    ///
    /// An item that a header can't hold.
    #[inline]
    pub fn header_list_unquoted<L: TextList>(&mut self, name: &str, list: &L) -> Result<(), InvalidInput> {
        self.set_header_list(name, list, String::push_str)
    }

    #[inline]
    fn set_header_list(
        &mut self,
        name: &str,
        list: &dyn TextList,
        push: fn(&mut String, &str),
    ) -> Result<(), InvalidInput> {
        let mut joined: Option<String> = None;
        list.each(&mut |item| match &mut joined {
            Some(joined) => {
                joined.push_str(", ");
                push(joined, item);
            }
            None => push(joined.insert(String::new()), item),
        });
        match joined {
            Some(joined) => self.insert_header(name, &joined),
            None => Ok(()),
        }
    }

    /// Spreads a map over headers whose names begin with the prefix. What is there already wins, so this comes
    /// after all other headers.
    ///
    /// # Errors
    ///
    /// A key that is no header name, and a value that a header can't hold.
    #[inline]
    pub fn prefix_headers<M: TextMap>(&mut self, prefix: &str, map: &M) -> Result<(), InvalidInput> {
        self.set_prefix_headers(prefix, map)
    }

    #[inline]
    fn set_prefix_headers(&mut self, prefix: &str, map: &dyn TextMap) -> Result<(), InvalidInput> {
        let mut result = Ok(());
        map.each(&mut |key, value| {
            let name = [prefix, key].concat();
            if result.is_ok() && !self.headers.contains_key(&name) {
                result = self.insert_header(&name, value);
            }
        });
        result
    }

    fn insert_header(&mut self, name: &str, value: &str) -> Result<(), InvalidInput> {
        let Ok(name_on_wire) = HeaderName::from_bytes(name.as_bytes()) else {
            return Err(self.invalid(name, "is not a name that a header can have"));
        };
        let Ok(value) = HeaderValue::from_str(value) else {
            return Err(self.invalid(
                name,
                "has a value that a header can't hold: a line break or the like",
            ));
        };
        match self.headers.try_insert(name_on_wire, value) {
            Ok(_) => Ok(()),
            Err(_) => Err(self.invalid(name, "is one header too many")),
        }
    }

    /// The request, with a structure's body members as JSON; `{}` where none is set.
    ///
    /// # Errors
    ///
    /// A URI that is not complete or too long, and a value that JSON can't hold.
    #[inline]
    pub fn json<T: form::Value<Wire>>(self, input: &T) -> Result<Request<Bytes>, InvalidInput> {
        self.json_text(form::to_json::<Wire, T>(input))
    }

    fn json_text(self, text: Result<Vec<u8>, serde_json::Error>) -> Result<Request<Bytes>, InvalidInput> {
        match text {
            Ok(text) => self.finish(text.into(), Some(JSON)),
            Err(error) => Err(InvalidInput::new(self.operation, &error.to_string())),
        }
    }

    /// The request of an input without body members: no body and no content type.
    ///
    /// # Errors
    ///
    /// A URI that is not complete or too long.
    pub fn empty(self) -> Result<Request<Bytes>, InvalidInput> {
        self.finish(Bytes::new(), None)
    }

    /// The request, with one member as the whole JSON body; `{}` where it is absent.
    ///
    /// # Errors
    ///
    /// A URI that is not complete or too long, and a value that JSON can't hold.
    #[inline]
    pub fn json_payload<P: JsonPayload>(self, payload: &P) -> Result<Request<Bytes>, InvalidInput> {
        match payload.to_json() {
            Some(text) => self.json_text(text),
            None => self.finish(EMPTY_STRUCTURE, Some(JSON)),
        }
    }

    /// The request, with a document as the whole JSON body; no body where it is absent.
    ///
    /// # Errors
    ///
    /// A URI that is not complete or too long.
    #[inline]
    pub fn document_payload<'a>(
        self,
        document: impl Into<Option<&'a Value>>,
    ) -> Result<Request<Bytes>, InvalidInput> {
        match document.into() {
            Some(document) => self.finish(document.to_string().into(), Some(JSON)),
            None => self.empty(),
        }
    }

    /// The request, with a string as the whole body; no body where it is absent.
    ///
    /// # Errors
    ///
    /// A URI that is not complete or too long.
    #[inline]
    pub fn text_payload<T: Text + ?Sized>(self, text: &T) -> Result<Request<Bytes>, InvalidInput> {
        self.set_text(text.text())
    }

    #[inline]
    fn set_text(self, text: Option<Cow<'_, str>>) -> Result<Request<Bytes>, InvalidInput> {
        match text {
            Some(text) => self.finish(text.into_owned().into(), Some("text/plain")),
            None => self.empty(),
        }
    }

    /// The request, with a blob as the whole body.
    ///
    /// # Errors
    ///
    /// A URI that is not complete or too long.
    #[inline]
    pub fn blob_payload<'a>(
        self,
        blob: impl Into<Option<&'a Bytes>>,
    ) -> Result<Request<Bytes>, InvalidInput> {
        self.finish(
            blob.into().cloned().unwrap_or_default(),
            Some("application/octet-stream"),
        )
    }

    /// A content type that a member set wins over the body's own.
    fn finish(
        mut self,
        body: Bytes,
        content_type: Option<&'static str>,
    ) -> Result<Request<Bytes>, InvalidInput> {
        if let Some(content_type) = content_type
            && !self.headers.contains_key(&CONTENT_TYPE)
        {
            self.insert_header(CONTENT_TYPE.as_str(), content_type)?;
        }
        let uri = self
            .target
            .finish()
            .map_err(|reason| InvalidInput::new(self.operation, &reason))?;
        let mut request = Request::new(body);
        *request.method_mut() = self.method;
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers;
        Ok(request)
    }

    fn invalid(&self, member: &str, reason: &str) -> InvalidInput {
        InvalidInput::of_member(self.operation, member, reason)
    }
}

/// A member that is a whole JSON body: a value, or an optional one.
pub trait JsonPayload {
    /// The value's JSON text; `None` where it is absent.
    fn to_json(&self) -> Option<Result<Vec<u8>, serde_json::Error>>;
}

impl<T: form::Value<Wire>> JsonPayload for T {
    #[inline]
    fn to_json(&self) -> Option<Result<Vec<u8>, serde_json::Error>> {
        Some(form::to_json::<Wire, T>(self))
    }
}

impl<T: form::Value<Wire>> JsonPayload for Option<T> {
    #[inline]
    fn to_json(&self) -> Option<Result<Vec<u8>, serde_json::Error>> {
        self.as_ref()?.to_json()
    }
}

/// What stands before the host name: a model's pattern such as `{AccountId}.data.`, filled in.
///
/// # Errors
///
/// A label's value that can't be a part of a host name: 1 to 63 letters, digits and hyphens, no hyphen first.
#[inline]
pub fn host_prefix(
    operation: &'static str,
    pattern: &str,
    labels: &[(&str, &dyn Text)],
) -> Result<Option<String>, InvalidInput> {
    let mut prefix = pattern.to_owned();
    for (name, value) in labels {
        let value = value.text().unwrap_or_default();
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if value.is_empty() || value.len() > 63 || value.starts_with('-') || !value.bytes().all(legal) {
            let reason = "is part of the host name: 1 to 63 letters, digits and hyphens, no hyphen first";
            return Err(InvalidInput::of_member(operation, name, reason));
        }
        prefix = prefix.replace(&["{", name, "}"].concat(), &value);
    }
    Ok(Some(prefix))
}

#[cfg(test)]
mod tests;
