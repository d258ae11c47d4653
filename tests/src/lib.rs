//! What the end-to-end tests share.
//!
//! The tests are in `tests/`; here are the imported models, small models of the tests' own, calls of the command
//! line, and crates that are really compiled. Nothing here asserts anything.

use std::fmt;
use std::path::{Path, PathBuf};

use codegen::diagnostic::Diagnostic;

pub mod awkward;
pub mod command;
pub mod compile;
pub mod fixture;
pub mod history;
#[cfg(doctest)]
mod readme;
pub mod sample;

/// What a test returns: whatever goes wrong on the way fails it.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Why a test can't go on. Its `Debug`, which is what a failing test prints, is the plain text.
pub struct Failure(String);

impl Failure {
    /// That text as a failure.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Problems of an input, a line each.
    pub fn refused(diagnostics: &[Diagnostic]) -> Self {
        let lines: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
        Self(lines.join("\n"))
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// The top folder of the workspace.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}
