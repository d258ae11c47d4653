//! What an operation is.

use bytes::Bytes;

/// An operation of a service, as a value that holds its input.
///
/// It needs no socket: [`to_request`](Self::to_request) makes the HTTP request, whoever likes sends it, and
/// [`from_response`](Self::from_response) reads the answer.
pub trait Operation: Sized {
    /// The operation's name in the service's model.
    const NAME: &'static str;
    /// What the service answers with.
    type Output;
    /// What goes wrong.
    type Error;

    /// The HTTP request: a relative URI, no host, no signature.
    ///
    /// An absent idempotency token is filled with a fresh one, so two calls make two tokens: to try again, send
    /// the same request again.
    ///
    /// # Errors
    ///
    /// An input that can't be written: an empty URI label, a header value with a line break.
    fn to_request(&self) -> Result<http::Request<Bytes>, Self::Error>;

    /// Reads the answer.
    ///
    /// # Errors
    ///
    /// The service's error for any status that is not 2xx, and an answer that is not what the model says.
    fn from_response(response: http::Response<Bytes>) -> Result<Self::Output, Self::Error>;

    /// What stands before the endpoint's host name in this operation's requests, such as `data.`.
    ///
    /// # Errors
    ///
    /// An input that can't be part of a host name.
    fn host_prefix(&self) -> Result<Option<String>, Self::Error> {
        Ok(None)
    }
}
