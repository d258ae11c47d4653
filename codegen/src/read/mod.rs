//! JSON text to [`crate::model`], with every problem's place.
//!
//! Raw JSON does not leave this module. It reads texts that it is given, reports all problems of an input at
//! once, and drops nothing in silence. It decides nothing about Rust.

mod botocore;
mod check;
mod facts;
mod json;
mod problems;

pub use self::botocore::{ModelSources, Read, botocore};
pub use self::facts::{FileKind, facts};

/// A revision of a service model.
#[derive(Debug, Clone, Copy)]
pub struct Revision<'a> {
    /// Its date.
    pub name: &'a str,
    /// Its text.
    pub service: &'a crate::diagnostic::Source,
}
