//! What generated service crates share.
//!
//! A generated operation is sans-IO: it turns its input into an HTTP request and an HTTP response into its
//! output, and this crate does the work behind both. Emitted code holds the facts (names, bindings, formats);
//! the rules of the protocol live here, once:
//!
//! * [`request`] and [`response`] bind members to URIs, headers and bodies,
//! * [`form`] reads and writes the JSON of bodies and of serde,
//! * [`mod@dynamic`] calls operations by name,
//! * [`text`], [`mod@format`], [`parse`] and [`timestamp`] are the notations of single values,
//! * [`error`] is what can go wrong.
//!
//! There is no socket, clock or async runtime in here. The only ambient input is the randomness of
//! [`token::idempotency_token`].

pub mod dynamic;
pub mod error;
pub mod form;
pub mod format;
mod header;
mod operation;
pub mod parse;
mod redacted;
pub mod request;
pub mod response;
#[cfg(test)]
mod testing;
pub mod text;
pub mod timestamp;
pub mod token;
mod uri;

pub use bytes;
pub use http;
pub use jiff;
pub use serde;
pub use serde_json;

pub use bytes::Bytes;
pub use http::Method;
pub use jiff::Timestamp;

pub use self::error::{DecodeError, Error, ErrorKind, InvalidInput, ServiceError};
pub use self::operation::Operation;
pub use self::redacted::Redacted;
pub use self::request::{RequestBuilder, host_prefix};
pub use self::response::Response;
pub use self::token::token_or_fresh;
