//! What a report says in which order: sections that text and Markdown have in common.

use std::collections::{BTreeMap, BTreeSet};

use crate::changes::{Change, ItemChange, Level, OperationChanges, PathChange, Report};

use super::words;

/// Changes that no operation shows.
pub(super) fn elsewhere(report: &Report) -> Vec<(usize, &Change)> {
    let shown: BTreeSet<usize> = report.operations.iter().flat_map(numbers).collect();
    report
        .changes
        .iter()
        .enumerate()
        .filter(|(number, _)| !shown.contains(number))
        .collect()
}

fn numbers(operation: &OperationChanges) -> impl Iterator<Item = usize> + '_ {
    let paths = sides(operation).into_iter().flat_map(|(_, paths)| paths);
    operation.own.iter().copied().chain(paths.map(|path| path.change))
}

/// The sides of an operation with their changed paths.
pub(super) fn sides(operation: &OperationChanges) -> [(&'static str, &[PathChange]); 3] {
    [
        ("request", &operation.request),
        ("response", &operation.response),
        ("errors", &operation.errors),
    ]
}

/// The changes of the operation itself that its heading does not say.
pub(super) fn own<'r>(
    report: &'r Report,
    operation: &'r OperationChanges,
) -> impl Iterator<Item = (usize, &'r Change)> {
    let changes = operation
        .own
        .iter()
        .filter_map(|number| Some((*number, report.changes.get(*number)?)));
    changes.filter(|(_, change)| !words::is_whole_operation(change))
}

/// Items that break, with what broke them, by kind and reason.
pub(super) struct Break<'r> {
    /// Why it breaks.
    pub(super) why: &'static str,
    /// What kind of change broke them.
    pub(super) words: &'static str,
    /// The changes without any item.
    pub(super) places: Vec<String>,
    /// The items.
    pub(super) items: Vec<&'r ItemChange>,
}

/// What breaks for Rust users, in the order of the changes.
pub(super) fn breaks(report: &Report) -> Vec<Break<'_>> {
    let mut breaks: Vec<Break<'_>> = Vec::new();
    let mut places = BTreeMap::new();
    for change in report.of_level(Level::Major) {
        let at = *places.entry((change.kind, change.why)).or_insert_with(|| {
            breaks.push(Break {
                why: change.why,
                words: change.kind.words(),
                places: Vec::new(),
                items: Vec::new(),
            });
            breaks.len() - 1
        });
        let Some(group) = breaks.get_mut(at) else { continue };
        if change.items.is_empty() {
            group.places.push(change.place.to_string());
        }
        // What is new besides breaks nobody.
        let broken = words::outermost(&change.items)
            .into_iter()
            .filter(|item| item.before.is_some());
        group.items.extend(broken);
    }
    breaks
}

/// Why the verdict is what it is: the reasons of the changes of that level, the first few.
pub(super) fn whys(report: &Report) -> Vec<&'static str> {
    let mut whys = Vec::new();
    for change in report.of_level(report.verdict) {
        if !whys.contains(&change.why) {
            whys.push(change.why);
        }
    }
    whys.truncate(WHYS);
    whys
}

/// As many reasons as a reader takes in at once.
const WHYS: usize = 3;
