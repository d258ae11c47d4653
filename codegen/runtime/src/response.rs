//! From an HTTP response to an output.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode};
use jiff::Timestamp;
use serde_json::Value;

use crate::error::{DecodeError, Error, Place, ServiceError};
use crate::form::{self, Structure, Wire};
use crate::header;
use crate::text::FromText;

/// A response of a known operation.
pub struct Response {
    operation: &'static str,
    inner: http::Response<Bytes>,
}

impl Response {
    /// Takes a response to that operation.
    ///
    /// # Errors
    ///
    /// The service's error for any status that is not 2xx.
    #[inline]
    pub fn accept<S: ServiceError>(
        operation: &'static str,
        response: http::Response<Bytes>,
    ) -> Result<Self, Error<S>> {
        let response = Self {
            operation,
            inner: response,
        };
        if response.status().is_success() {
            Ok(response)
        } else {
            Err(Error::of_response(response))
        }
    }

    /// The operation's name.
    #[inline]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The status.
    #[inline]
    pub fn status(&self) -> StatusCode {
        self.inner.status()
    }

    /// The status as a member holds it.
    #[inline]
    pub fn status_code(&self) -> i32 {
        self.status().as_u16().into()
    }

    /// The headers.
    #[inline]
    pub fn headers(&self) -> &HeaderMap {
        self.inner.headers()
    }

    /// The whole body.
    #[inline]
    pub fn body(&self) -> &Bytes {
        self.inner.body()
    }

    /// The service's name for the request.
    pub fn request_id(&self) -> Option<&str> {
        self.header_text("x-amzn-requestid")
            .or_else(|| self.header_text("x-amz-request-id"))
    }

    /// Reads the body as a structure; an empty body and `null` are the structure without members.
    ///
    /// # Errors
    ///
    /// A body that is not what the model says.
    #[inline]
    pub fn json<T: Structure>(&self) -> Result<T, DecodeError> {
        Ok(self.json_payload()?.unwrap_or_else(T::vacant))
    }

    /// Reads the body as one member, which an empty body and `null` leave absent.
    ///
    /// # Errors
    ///
    /// A body that is not what the model says.
    #[inline]
    pub fn json_payload<T: form::Value<Wire>>(&self) -> Result<Option<T>, DecodeError> {
        match self.body_text()? {
            Some(text) => {
                form::from_json::<Wire, T>(text).map_err(|error| DecodeError::of_json(self, &error))
            }
            None => Ok(None),
        }
    }

    /// Reads the body as a document, which an empty body and `null` leave absent.
    ///
    /// # Errors
    ///
    /// A body that is not JSON.
    #[inline]
    pub fn document_payload(&self) -> Result<Option<Value>, DecodeError> {
        self.json_payload()
    }

    /// The text of a body of JSON; blanks alone are as good as nothing.
    fn body_text(&self) -> Result<Option<&str>, DecodeError> {
        match std::str::from_utf8(self.body()) {
            Ok(text) => Ok(Some(text).filter(|text| !text.trim_ascii_start().is_empty())),
            Err(error) => Err(DecodeError::of_utf8(self, error)),
        }
    }

    /// The body as a string, which an empty body leaves absent.
    ///
    /// # Errors
    ///
    /// A body that is not UTF-8, or not what the string stands for.
    #[inline]
    pub fn text_payload<T: FromText>(&self) -> Result<Option<T>, DecodeError> {
        let text = match std::str::from_utf8(self.body()) {
            Ok("") => return Ok(None),
            Ok(text) => text,
            Err(error) => return Err(DecodeError::of_utf8(self, error)),
        };
        match T::from_text(text) {
            Some(value) => Ok(Some(value)),
            None => {
                let place = Place::Body { line: 1, column: 1 };
                Err(DecodeError::new(self, place, "another kind of text".to_owned()))
            }
        }
    }

    /// The body as it came, which an empty body leaves absent.
    #[inline]
    pub fn blob_payload(&self) -> Option<Bytes> {
        Some(self.body().clone()).filter(|body| !body.is_empty())
    }

    /// Reads a header.
    ///
    /// # Errors
    ///
    /// A value of another kind than the model's.
    #[inline]
    pub fn header<T: FromText>(&self, name: &str) -> Result<Option<T>, DecodeError> {
        self.header_with(name, T::from_text)
    }

    /// Reads a header with that reader, one of [`crate::parse`].
    ///
    /// # Errors
    ///
    /// A value of another kind than the model's.
    #[inline]
    pub fn header_with<T>(&self, name: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, DecodeError> {
        let Some(value) = self.headers().get(name) else {
            return Ok(None);
        };
        let text = self.text_of(name, value)?;
        read(text).map(Some).ok_or_else(|| self.bad_header(name, text))
    }

    /// Reads a header that is a list; items may be quoted.
    ///
    /// # Errors
    ///
    /// An item of another kind than the model's.
    #[inline]
    pub fn header_list<T: FromText>(&self, name: &str) -> Result<Option<Vec<T>>, DecodeError> {
        self.header_list_with(name, T::from_text)
    }

    /// Reads a header that is a list with that reader, one of [`crate::parse`], for each item.
    ///
    /// # Errors
    ///
    /// An item of another kind than the model's.
    #[inline]
    pub fn header_list_with<T>(
        &self,
        name: &str,
        read: fn(&str) -> Option<T>,
    ) -> Result<Option<Vec<T>>, DecodeError> {
        let Some(list) = self.header_joined(name)? else {
            return Ok(None);
        };
        let read = |item: Cow<'_, str>| read(&item).ok_or_else(|| self.bad_header(name, &item));
        header::split(&list).map(read).collect::<Result<_, _>>().map(Some)
    }

    /// Reads a header that is a list of timestamps in any notation; HTTP dates hold a comma of their own.
    ///
    /// # Errors
    ///
    /// An item that is not a timestamp.
    #[inline]
    pub fn header_timestamps(&self, name: &str) -> Result<Option<Vec<Timestamp>>, DecodeError> {
        let Some(list) = self.header_joined(name)? else {
            return Ok(None);
        };
        let read = |item| crate::parse::timestamp(item).ok_or_else(|| self.bad_header(name, item));
        header::split_dates(&list)
            .map(read)
            .collect::<Result<_, _>>()
            .map(Some)
    }

    /// All headers whose names begin with the prefix, by the rest of the name in lower case; `None` where there
    /// is none. A header that came more than once has its values joined, bytes that are no text are replaced:
    /// these headers are not the model's, and none of them should fail a response.
    #[inline]
    pub fn prefix_headers(&self, prefix: &str) -> Option<BTreeMap<String, String>> {
        let prefix = prefix.to_ascii_lowercase();
        let mut found = BTreeMap::<String, String>::new();
        for (name, value) in self.headers() {
            let Some(key) = name.as_str().strip_prefix(&prefix) else {
                continue;
            };
            let value = String::from_utf8_lossy(value.as_bytes());
            match found.get_mut(key) {
                Some(joined) => {
                    joined.push_str(", ");
                    joined.push_str(&value);
                }
                None => {
                    found.insert(key.to_owned(), value.into_owned());
                }
            }
        }
        Some(found).filter(|found| !found.is_empty())
    }

    /// A header that is passed over where it is not text.
    pub(crate) fn header_text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.headers().get(name)?.as_bytes()).ok()
    }

    /// A list that came in several headers is one list.
    #[inline]
    fn header_joined(&self, name: &str) -> Result<Option<String>, DecodeError> {
        let mut joined: Option<String> = None;
        for value in self.headers().get_all(name) {
            let text = self.text_of(name, value)?;
            match &mut joined {
                Some(joined) => {
                    joined.push(',');
                    joined.push_str(text);
                }
                None => joined = Some(text.to_owned()),
            }
        }
        Ok(joined)
    }

    fn text_of<'a>(&self, name: &str, value: &'a HeaderValue) -> Result<&'a str, DecodeError> {
        std::str::from_utf8(value.as_bytes())
            .map_err(|_| DecodeError::new(self, Place::Header(name.to_owned()), "not UTF-8".to_owned()))
    }

    #[cold]
    fn bad_header(&self, name: &str, text: &str) -> DecodeError {
        DecodeError::new(
            self,
            Place::Header(name.to_owned()),
            format!("{text:?} is another kind of value"),
        )
    }
}

impl fmt::Debug for Response {
    /// Without the body, which can be large and hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("operation", &self.operation)
            .field("status", &self.status())
            .field("headers", self.headers())
            .field("body_length", &self.body().len())
            .finish()
    }
}

#[cfg(test)]
mod tests;
