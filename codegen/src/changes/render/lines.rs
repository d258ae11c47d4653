//! What a report says in which order: sections that text and Markdown have in common.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::changes::{Change, ItemChange, Kind, Level, Mark, OperationChanges, PathChange, Place, Report};

use super::{Judged, words};

/// Changes that no operation shows.
#[derive(Default)]
pub(super) struct Elsewhere<'r> {
    /// Those that have something to show.
    pub(super) single: Vec<(usize, &'r Change)>,
    /// Those of which the place says all, by what they have in common: the level, the warning, and the kind.
    pub(super) groups: BTreeMap<(Reverse<Level>, bool, Kind), Vec<String>>,
}

impl Elsewhere<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.single.is_empty() && self.groups.is_empty()
    }
}

/// Changes that no operation shows. What is accepted stands alone.
pub(super) fn elsewhere(judged: &Judged) -> Elsewhere<'_> {
    let report = &judged.report;
    let shown: BTreeSet<usize> = report.operations.iter().flat_map(numbers).collect();
    let mut found = Elsewhere::default();
    for (number, change) in report.changes.iter().enumerate() {
        if shown.contains(&number) {
            continue;
        }
        let says_all = words::facts(change).is_empty() && matches!(change.place, Place::Shape(_));
        if says_all && judged.reason(number).is_none() {
            let key = (Reverse(change.level), change.wire, change.kind);
            found
                .groups
                .entry(key)
                .or_default()
                .push(change.place.to_string());
        } else {
            found.single.push((number, change));
        }
    }
    found
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

/// What many operations have in common, so that it is told once.
#[derive(Default)]
pub(super) struct Shared<'r> {
    /// Changes, each with the operations that it is one of, by name.
    pub(super) groups: Vec<(&'r Change, Vec<&'r str>)>,
    /// The numbers of all of these changes.
    numbers: BTreeSet<usize>,
}

/// As many operations as are told one by one.
const FEW: usize = 3;

/// The errors that came to more than a few operations, or went from them. What is accepted stands alone.
pub(super) fn shared(judged: &Judged) -> Shared<'_> {
    let mut groups: BTreeMap<_, Vec<(usize, &Change, &str)>> = BTreeMap::new();
    for operation in judged
        .report
        .operations
        .iter()
        .filter(|operation| operation.mark == Mark::Changed)
    {
        for (number, change) in own(&judged.report, operation) {
            let is_error = matches!(change.kind, Kind::ErrorAdded | Kind::ErrorRemoved);
            if is_error && judged.reason(number).is_none() {
                let key = (
                    change.kind,
                    &change.before,
                    &change.after,
                    change.level,
                    change.wire,
                );
                groups
                    .entry(key)
                    .or_default()
                    .push((number, change, &operation.name));
            }
        }
    }
    let mut shared = Shared::default();
    for group in groups.into_values().filter(|group| group.len() > FEW) {
        shared.numbers.extend(group.iter().map(|(number, _, _)| *number));
        if let Some((_, change, _)) = group.first() {
            let names = group.iter().map(|(_, _, name)| *name).collect();
            shared.groups.push((*change, names));
        }
    }
    shared
}

impl Shared<'_> {
    /// Whether a change is told of many operations at once.
    pub(super) fn has(&self, number: usize) -> bool {
        self.numbers.contains(&number)
    }

    /// Whether that is all that there is to tell of an operation.
    fn is_all_of(&self, operation: &OperationChanges) -> bool {
        let mut numbers = numbers(operation).peekable();
        operation.mark == Mark::Changed && numbers.peek().is_some() && numbers.all(|number| self.has(number))
    }
}

/// The operations that are told one by one: new ones, removed ones, updated ones.
pub(super) fn operations<'r>(
    judged: &'r Judged,
    shared: &Shared<'_>,
) -> impl Iterator<Item = &'r OperationChanges> {
    [Mark::Added, Mark::Removed, Mark::Changed]
        .into_iter()
        .flat_map(|mark| {
            let of_mark = move |operation: &&OperationChanges| operation.mark == mark;
            judged.report.operations.iter().filter(of_mark)
        })
        .filter(|operation| !shared.is_all_of(operation))
}

/// `all 33 operations` or `12 operations`, and which, where it is not all of them.
pub(super) fn who<'n>(report: &Report, names: &'n [&str]) -> (String, &'n [&'n str]) {
    if names.len() == report.after.size.operations {
        (format!("all {} operations", names.len()), &[])
    } else {
        (words::plural(names.len(), "operation"), names)
    }
}

/// Items that break, and why.
pub(super) struct Break<'r> {
    /// Why they break.
    pub(super) why: &'static str,
    /// What kind of change broke them.
    pub(super) words: &'static str,
    /// Places of changes that have no item.
    pub(super) places: Vec<String>,
    /// The items.
    pub(super) items: Vec<&'r ItemChange>,
}

/// What breaks for Rust users, in the order of the changes; each item once.
pub(super) fn breaks(report: &Report) -> Vec<Break<'_>> {
    let mut breaks: Vec<Break<'_>> = Vec::new();
    let mut told = BTreeSet::new();
    for change in report.of_level(Level::Major) {
        let known = breaks
            .iter()
            .position(|group| group.why == change.why && group.words == change.kind.words());
        let at = known.unwrap_or_else(|| {
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
        let items = words::outermost(&change.items).into_iter();
        group
            .items
            .extend(items.filter(|item| item.before.is_some() && told.insert(*item)));
    }
    breaks.retain(|group| !(group.places.is_empty() && group.items.is_empty()));
    breaks
}

/// Why the verdict is what it is: what changes of that level are, and what they mean. All that is major is told, of
/// the rest the first few.
pub(super) fn whys(report: &Report) -> Vec<String> {
    let mut whys = Vec::new();
    for change in report.of_level(report.verdict) {
        let why = format!("{}: {}", change.kind.words(), change.why);
        if !whys.contains(&why) {
            whys.push(why);
        }
    }
    if report.verdict != Level::Major {
        whys.truncate(WHYS);
    }
    whys
}

/// As many reasons as a reader takes in at once.
const WHYS: usize = 3;
