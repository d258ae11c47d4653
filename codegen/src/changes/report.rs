//! The report of what changed between two revisions.

use super::change::{Change, Level};
use super::kind::Mark;

/// What changed between two revisions of a service, and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The older revision.
    pub before: Revision,
    /// The newer revision.
    pub after: Revision,
    /// The highest level of all changes; a patch where there are none.
    pub verdict: Level,
    /// All changes, sorted by place and kind.
    pub changes: Vec<Change>,
    /// What changed for each operation, by name; operations for which nothing did are left out.
    pub operations: Vec<OperationChanges>,
    /// The operations that the report is limited to; none where it is about everything.
    pub operations_only: Vec<String>,
}

/// One of the two revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its name, such as `2020-06-10`, or the path of its model.
    pub name: String,
    /// The service's name for people.
    pub service: String,
    /// How much there is of the service.
    pub size: Size,
}

/// How much there is of a service's API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Operations.
    pub operations: usize,
    /// Structures and unions, errors among them.
    pub structures: usize,
    /// Members of structures and unions.
    pub members: usize,
    /// Enums.
    pub enums: usize,
    /// Values of enums.
    pub values: usize,
}

/// What changed for an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationChanges {
    /// The operation's name.
    pub name: String,
    /// Whether it is new, removed or updated.
    pub mark: Mark,
    /// The highest level of what changed for it.
    pub level: Level,
    /// Whether any of that carries a wire warning.
    pub wire: bool,
    /// Changes of the operation itself, as numbers of [`Report::changes`].
    pub own: Vec<usize>,
    /// What changed in its requests, by path.
    pub request: Vec<PathChange>,
    /// What changed in its responses, by path.
    pub response: Vec<PathChange>,
    /// What changed in its errors, by path; the first part of a path is the error.
    pub errors: Vec<PathChange>,
    /// Whether more paths lead to the same changes than are listed.
    pub cut: bool,
}

/// A change at one of the paths that lead to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathChange {
    /// From the operation's input, output or error: `findings[].resourcesAffected.s3Bucket`. A list's items are `[]`,
    /// a map's keys `{key}`, its values `{}`. It ends with the member, or with the one whose value changed.
    pub path: String,
    /// The change, as a number of [`Report::changes`].
    pub change: usize,
}

impl Report {
    /// Changes that take from older clients what they rely on, or demand more of them.
    pub fn breaking_facts(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| change.is_breaking_fact())
    }

    /// Whether any change carries a wire warning.
    pub fn has_wire_warning(&self) -> bool {
        self.changes.iter().any(|change| change.wire)
    }

    /// The changes of a level.
    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(move |change| change.level == level)
    }
}
