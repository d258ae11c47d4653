//! JSON text to [`crate::model`], with every problem's place.
//!
//! Raw JSON does not leave this module. It reads texts that it is given, reports all problems of an input at
//! once, and drops nothing in silence. It decides nothing about Rust.

mod botocore;
mod check;
mod docs;
mod facts;
mod json;
mod names;
mod problems;
mod since;
mod suggest;

pub use self::botocore::{ModelSources, Read, botocore, partitions};
pub use self::docs::{check_docs, docs};
pub use self::facts::{FileKind, facts};
pub use self::names::{broken_names, names, names_text};
pub use self::since::{Revision, since, since_at};

#[cfg(test)]
mod tests;
