//! How much there is of a service, counted.

use codegen::changes::Size;

use super::parts::thousands;

/// Gives a count.
type Get = fn(&Size) -> usize;

/// What is counted, with its name for people.
pub(super) const COUNTED: [(&str, Get); 5] = [
    ("Operations", |size| size.operations),
    ("Structures", |size| size.structures),
    ("Members", |size| size.members),
    ("Enums", |size| size.enums),
    ("Enum values", |size| size.values),
];

/// A count before and after.
#[derive(Debug)]
pub(super) struct SizeRow {
    pub(super) name: &'static str,
    pub(super) before: Option<String>,
    pub(super) after: String,
    pub(super) difference: Option<String>,
}

/// All counts of a revision, and of the one before where there is one.
pub(super) fn sizes(before: Option<Size>, after: Size) -> Vec<SizeRow> {
    COUNTED
        .into_iter()
        .map(|(name, get)| SizeRow {
            name,
            before: before.map(|size| thousands(get(&size))),
            after: thousands(get(&after)),
            difference: before.and_then(|size| difference(get(&size), get(&after))),
        })
        .collect()
}

/// `+3`, or none where the two are equal.
pub(super) fn difference(before: usize, after: usize) -> Option<String> {
    match after.cmp(&before) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(format!("+{}", thousands(after - before))),
        std::cmp::Ordering::Less => Some(format!("\u{2212}{}", thousands(before - after))),
    }
}
