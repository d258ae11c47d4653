//! What can go wrong with an operation.

mod decode;
mod failure;
mod input;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::response::Response;

pub use self::decode::{DecodeError, Place};
pub use self::input::InvalidInput;

use self::failure::Failure;

/// The modeled errors of a service: a generated enum.
pub trait ServiceError: fmt::Debug + Sized {
    /// The error of that code, with its members; `None` for a code that the model does not know.
    ///
    /// # Errors
    ///
    /// A response that is not what the model says of that error.
    fn from_response(code: &str, response: &Response) -> Result<Option<Self>, DecodeError>;

    /// Whether the model marks the error of that code as worth a retry; it is, whether or not its body can be read.
    fn is_retryable(_code: &str) -> bool {
        false
    }
}

/// An operation that failed, of a service whose modeled errors are `S`.
pub struct Error<S>(Box<Repr<S>>);

#[derive(Debug)]
enum Repr<S> {
    Input(InvalidInput),
    Service { failure: Failure, modeled: Option<S> },
    Decode(DecodeError),
}

/// What kind of thing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input can't be sent: nothing was.
    Input,
    /// The service answered with an error.
    Service,
    /// The service answered with success, but not with what its model says.
    Decode,
}

impl<S> Error<S> {
    /// What kind of thing went wrong.
    pub fn kind(&self) -> ErrorKind {
        match *self.0 {
            Repr::Input(_) => ErrorKind::Input,
            Repr::Service { .. } => ErrorKind::Service,
            Repr::Decode(_) => ErrorKind::Decode,
        }
    }

    /// The service's code for the error, such as `ThrottlingException`.
    pub fn code(&self) -> Option<&str> {
        self.failure()?.code.as_deref()
    }

    /// What the service says to people about the error.
    pub fn message(&self) -> Option<&str> {
        self.failure()?.message.as_deref()
    }

    /// The service's name for the request, which its support asks for.
    pub fn request_id(&self) -> Option<&str> {
        match &*self.0 {
            Repr::Input(_) => None,
            Repr::Service { failure, .. } => failure.request_id.as_deref(),
            Repr::Decode(error) => error.request_id(),
        }
    }

    /// The status of the answer, if there is one.
    pub fn status(&self) -> Option<StatusCode> {
        match &*self.0 {
            Repr::Input(_) => None,
            Repr::Service { failure, .. } => Some(failure.response.status()),
            Repr::Decode(error) => Some(error.status()),
        }
    }

    /// The headers of the service's error.
    pub fn headers(&self) -> Option<&HeaderMap> {
        Some(self.failure()?.response.headers())
    }

    /// The body of the answer as it came, if there is one.
    pub fn raw_body(&self) -> Option<&Bytes> {
        match &*self.0 {
            Repr::Input(_) => None,
            Repr::Service { failure, .. } => Some(failure.response.body()),
            Repr::Decode(error) => Some(error.raw_body()),
        }
    }

    /// Whether the same request may succeed when it is sent again.
    pub fn is_retryable(&self) -> bool {
        self.failure().is_some_and(|failure| failure.retryable)
    }

    /// The modeled error; `None` for one that the model does not know, or whose answer is not what the model
    /// says (then that is the [`source`](std::error::Error::source)).
    pub fn as_service_error(&self) -> Option<&S> {
        match &*self.0 {
            Repr::Service { modeled, .. } => modeled.as_ref(),
            _ => None,
        }
    }

    fn failure(&self) -> Option<&Failure> {
        match &*self.0 {
            Repr::Service { failure, .. } => Some(failure),
            _ => None,
        }
    }
}

impl<S: ServiceError> Error<S> {
    /// The error that a response with another status than 2xx says.
    pub(crate) fn of_response(response: Response) -> Self {
        let mut failure = Failure::of(response);
        let mut modeled = None;
        if let Some(code) = &failure.code {
            match S::from_response(code, &failure.response) {
                Ok(found) => modeled = found,
                Err(error) => failure.undecoded = Some(error),
            }
        }
        failure.retryable |= failure.code.as_deref().is_some_and(S::is_retryable);
        Self(Box::new(Repr::Service { failure, modeled }))
    }
}

impl<S> From<InvalidInput> for Error<S> {
    fn from(error: InvalidInput) -> Self {
        Self(Box::new(Repr::Input(error)))
    }
}

impl<S> From<DecodeError> for Error<S> {
    fn from(error: DecodeError) -> Self {
        Self(Box::new(Repr::Decode(error)))
    }
}

impl<S> fmt::Display for Error<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Repr::Input(error) => error.fmt(f),
            Repr::Service { failure, .. } => failure.fmt(f),
            Repr::Decode(error) => error.fmt(f),
        }
    }
}

impl<S: fmt::Debug> fmt::Debug for Error<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<S: fmt::Debug> std::error::Error for Error<S> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.failure()?.undecoded.as_ref() {
            Some(error) => Some(error),
            None => None,
        }
    }
}

#[cfg(test)]
mod tests;
