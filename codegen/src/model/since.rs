//! Since when operations, shapes, members and enum values exist.

use std::collections::BTreeMap;

/// The revision that first had each name of a service's API.
///
/// Made from all revisions up to the one being generated. A name that vanished and came back counts from its
/// return. An empty value means that no history is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Since {
    /// The service's oldest known revision.
    pub first: Option<String>,
    /// By operation.
    pub operations: BTreeMap<String, String>,
    /// By shape.
    pub shapes: BTreeMap<String, String>,
    /// By shape, then by member.
    pub members: BTreeMap<String, BTreeMap<String, String>>,
    /// By shape, then by enum value.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}
