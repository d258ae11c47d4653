//! What generated service crates share.
//!
//! [`form`] reads and writes the JSON of bodies and of serde; [`text`], [`mod@format`], [`parse`] and
//! [`timestamp`] are the notations of single values.

pub mod form;
pub mod format;
pub mod parse;
pub mod text;
pub mod timestamp;
pub mod token;

pub use bytes;
pub use http;
pub use jiff;
pub use serde;
pub use serde_json;
