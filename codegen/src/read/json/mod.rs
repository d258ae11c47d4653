//! JSON text as a tree of values that know where they stand.
//!
//! What the readers need of JSON and the usual libraries don't give together: byte spans of values and keys,
//! keys in their order, duplicate keys kept, numbers as written, and strictness (no comments, no trailing
//! commas). `serde_json` drops all but the strictness; the crates with spans are made for lenient dialects
//! or pay for generality with a tree of owned strings. The parser here is small, borrows from the text, and
//! the tests hold it to `serde_json`: both take and refuse the same texts.
//!
//! This module knows nothing of models.

mod duplicates;
mod find;
mod merge;
mod node;
mod parse;
mod text;
mod value;

pub(crate) use self::duplicates::report_duplicates;
pub(crate) use self::find::find;
pub(crate) use self::merge::merge;
pub(crate) use self::node::Node;
pub(crate) use self::parse::{SyntaxError, parse};
pub(crate) use self::text::write_string;
pub(crate) use self::value::{At, Entry, Kind, Value};

#[cfg(test)]
mod tests;
