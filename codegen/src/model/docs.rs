//! Documentation in our own words.

use std::collections::BTreeMap;

/// What a service's `docs.json` says, as Markdown.
///
/// It may speak of names that only some revisions of the service have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Docs {
    /// About the service as a whole.
    pub service: Option<String>,
    /// By operation.
    pub operations: BTreeMap<String, String>,
    /// By shape.
    pub shapes: BTreeMap<String, String>,
    /// By shape, then by member.
    pub members: BTreeMap<String, BTreeMap<String, String>>,
    /// By shape, then by enum value.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}
