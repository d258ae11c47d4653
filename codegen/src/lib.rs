//! Turns an AWS service model into a Rust crate.
//!
//! JSON text goes in, files come out as values: this library touches no file, prints nothing, and knows
//! neither clock nor environment. The data goes one way:
//!
//! [`read`] (JSON to [`model`]) → [`plan`] (every decision about Rust) → [`emit`] (tokens) → [`output`] (files).
//!
//! Problems of the input are [`diagnostic::Diagnostic`]s with a place and a next step. [`generate`] does it all.

pub mod changes;
pub mod diagnostic;
pub mod emit;
pub mod endpoints;
pub mod lock;
pub mod model;
pub mod output;
pub mod plan;
pub mod read;

use crate::diagnostic::{Diagnostic, Source};
use crate::output::FileTree;

/// Everything that a crate is made from.
#[derive(Debug, Clone)]
pub struct Input<'a> {
    /// The service model with its companions.
    pub sources: &'a read::ModelSources,
    /// Documentation in our own words.
    pub docs: Option<&'a Source>,
    /// All revisions up to the one being generated, oldest first; none where no history is known.
    pub history: &'a [read::Revision<'a>],
    /// The package to be made.
    pub package: Package,
}

/// The package to be made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Package {
    /// The crate's name; from the model where absent.
    pub name: Option<String>,
    /// The crate's version.
    pub version: String,
    /// What the headers of the files name as their origin: `models/macie2/2020-06-10`.
    pub origin: String,
    /// Where the runtime comes from.
    pub runtime: RuntimeDependency,
    /// Whether the crate is a workspace of its own.
    pub standalone: bool,
}

/// Where a generated crate's runtime comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuntimeDependency {
    /// A folder, relative to the crate.
    Path(String),
    /// A version requirement of the published crate.
    Version(String),
}

impl Default for RuntimeDependency {
    fn default() -> Self {
        Self::Path("../../codegen/runtime".to_owned())
    }
}

/// A generated crate.
#[derive(Debug, Clone)]
pub struct Generated {
    /// What was decided about the crate.
    pub plan: plan::CratePlan,
    /// Its files.
    pub files: FileTree,
    /// Warnings and notes about the input.
    pub diagnostics: Vec<Diagnostic>,
}

/// A part of the work that is done: this library has no clock, its caller may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The model and its history are read.
    Read,
    /// The crate is decided.
    Plan,
    /// Its files are made.
    Emit,
}

/// Reads, plans and emits a crate.
///
/// # Errors
///
/// All problems of the input that keep a crate from being made.
pub fn generate(input: &Input<'_>) -> Result<Generated, Vec<Diagnostic>> {
    generate_in_stages(input, &mut |_| {})
}

/// As [`generate`], telling when each stage is done.
///
/// # Errors
///
/// All problems of the input that keep a crate from being made.
pub fn generate_in_stages(
    input: &Input<'_>,
    done: &mut dyn FnMut(Stage),
) -> Result<Generated, Vec<Diagnostic>> {
    let read = read::botocore(input.sources)?;
    let since = read::since(input.history)?;
    let docs = input.docs.map(read::docs).transpose()?.unwrap_or_default();
    done(Stage::Read);
    let context = plan::Context {
        package: input.package.clone(),
        since,
        docs,
    };
    let (plan, notes) = plan::plan(&read.model, &context)?;
    done(Stage::Plan);
    let files = emit::emit(&plan).map_err(|problem| vec![*problem])?;
    done(Stage::Emit);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(notes);
    Ok(Generated {
        plan,
        files,
        diagnostics,
    })
}
