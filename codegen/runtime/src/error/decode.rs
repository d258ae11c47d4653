//! Answers that are not what the model says.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;

use crate::response::Response;

/// An answer that is not what the model says; it keeps the body for a second look.
#[derive(Clone)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone)]
struct Inner {
    operation: &'static str,
    place: Place,
    message: String,
    status: StatusCode,
    request_id: Option<String>,
    body: Bytes,
}

/// Where in an answer a problem is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// In the body.
    Body {
        /// Counted from 1.
        line: usize,
        /// In bytes, counted from 1; 0 before the first.
        column: usize,
    },
    /// In the header of that name.
    Header(String),
}

impl DecodeError {
    #[cold]
    pub(crate) fn new(response: &Response, place: Place, message: String) -> Self {
        Self(Box::new(Inner {
            operation: response.operation(),
            place,
            message,
            status: response.status(),
            request_id: response.request_id().map(str::to_owned),
            body: response.body().clone(),
        }))
    }

    /// A body that is JSON of another kind, or none.
    #[cold]
    pub(crate) fn of_json(response: &Response, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        // serde_json says the place at the end of its message, and this error says it too.
        let mut message = error.to_string();
        if let Some(start) = message.rfind(" at line ") {
            message.truncate(start);
        }
        Self::new(response, Place::Body { line, column }, message)
    }

    /// A body that is no text, though it should be.
    #[cold]
    pub(crate) fn of_utf8(response: &Response, error: std::str::Utf8Error) -> Self {
        let good = response.body().get(..error.valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = good.iter().rev().take_while(|byte| **byte != b'\n').count() + 1;
        Self::new(response, Place::Body { line, column }, "not UTF-8".to_owned())
    }

    /// The operation's name.
    pub fn operation(&self) -> &str {
        self.0.operation
    }

    /// Where the problem is.
    pub fn place(&self) -> &Place {
        &self.0.place
    }

    /// What the problem is.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The answer's status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The service's name for the request.
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// The answer's body as it came.
    pub fn raw_body(&self) -> &Bytes {
        &self.0.body
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        write!(
            f,
            "{}: the response is not what the model says: ",
            inner.operation
        )?;
        match &inner.place {
            Place::Body { line, column } => write!(f, "body, {line}:{column}: {}", inner.message),
            Place::Header(name) => write!(f, "header `{name}`: {}", inner.message),
        }
    }
}

impl fmt::Debug for DecodeError {
    /// Without the body, which can be large and hold what does not belong in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("operation", &self.0.operation)
            .field("place", &self.0.place)
            .field("message", &self.0.message)
            .field("status", &self.0.status)
            .field("request_id", &self.0.request_id)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for DecodeError {}
