//! Why a command failed: its problems, and the exit code that they have.

use std::fmt::Display;

use codegen::diagnostic::{Diagnostic, Source};

use crate::render::Problems;

/// The end of a command that did not do what was asked.
#[derive(Debug)]
pub(crate) struct Failure {
    kind: Kind,
    problems: Problems,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    No = 1,
    Usage = 2,
    Bad = 3,
}

impl Failure {
    /// The answer is no.
    pub(crate) fn no(message: impl Into<String>) -> Self {
        Self::one(Kind::No, message)
    }

    /// The answer is no, for what is in these places of these texts.
    pub(crate) fn answer(diagnostics: Vec<Diagnostic>, sources: Vec<Source>) -> Self {
        Self {
            kind: Kind::No,
            problems: Problems::new(diagnostics, sources),
        }
    }

    /// The arguments ask for what cannot be.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self::one(Kind::Usage, message)
    }

    /// The input is bad, or a file cannot be read or written.
    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self::one(Kind::Bad, message)
    }

    /// The input is bad, in these places of these texts.
    pub(crate) fn input(diagnostics: Vec<Diagnostic>, sources: Vec<Source>) -> Self {
        Self {
            kind: Kind::Bad,
            problems: Problems::new(diagnostics, sources),
        }
    }

    fn one(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            problems: Problems::new(vec![Diagnostic::error(message)], Vec::new()),
        }
    }

    /// The same failure with what to do next.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        let help = help.into();
        self.problems
            .edit(|diagnostic| diagnostic.help = Some(help.clone()));
        self
    }

    /// The same failure with the error that lies under it.
    pub(crate) fn because(mut self, error: impl Display) -> Self {
        self.problems
            .edit(|diagnostic| diagnostic.message = format!("{}: {error}", diagnostic.message));
        self
    }

    /// Both failures as one, with the exit code of the first.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.problems.extend(other.problems);
        self
    }

    /// What is to be printed.
    pub(crate) fn problems(&self) -> &Problems {
        &self.problems
    }

    /// What the process is to end with.
    pub(crate) fn exit_code(&self) -> u8 {
        self.kind as u8
    }
}

/// All values, or all failures as one: what is wrong is said at once.
pub(crate) fn all<T>(results: impl IntoIterator<Item = Result<T, Failure>>) -> Result<Vec<T>, Failure> {
    let (mut values, mut failure) = (Vec::new(), None::<Failure>);
    for result in results {
        match (result, failure.take()) {
            (Ok(value), before) => {
                values.push(value);
                failure = before;
            }
            (Err(next), Some(before)) => failure = Some(before.and(next)),
            (Err(next), None) => failure = Some(next),
        }
    }
    failure.map_or(Ok(values), Err)
}
