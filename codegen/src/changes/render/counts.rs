//! How much changed, in numbers and in a line.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::changes::{Change, Kind, Level, Mark, Place, Report};

use super::words;

/// How much changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Operations; those of which anything changed that they reach count as changed.
    pub operations: Tally,
    /// Shapes, inlined ones among them.
    pub shapes: Tally,
    /// Members of shapes that both revisions have.
    pub members: Tally,
    /// Values of enums that both revisions have.
    pub values: Tally,
    /// Changes that take from older clients what they rely on, or demand more of them.
    pub breaking_facts: usize,
    /// Changes with a wire warning.
    pub wire_warnings: usize,
}

/// How many came, went and became others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many came.
    pub added: usize,
    /// How many went.
    pub removed: usize,
    /// How many are others.
    pub changed: usize,
}

impl Counts {
    /// Counts a report's changes.
    pub fn of(report: &Report) -> Self {
        let mut counts = Self {
            breaking_facts: report.breaking_facts().count(),
            wire_warnings: report.changes.iter().filter(|change| change.wire).count(),
            ..Self::default()
        };
        for operation in &report.operations {
            counts.operations.count(operation.mark);
        }
        let mut last = None;
        for change in &report.changes {
            // Several changes of one place are one thing that changed, and changes are sorted by place.
            let again = last == Some(&change.place);
            last = Some(&change.place);
            let tally = match &change.place {
                Place::Shape(_) => &mut counts.shapes,
                Place::Member { .. } => &mut counts.members,
                Place::Value { .. } => &mut counts.values,
                _ => continue,
            };
            let mark = existence(change);
            if !(again && mark == Mark::Changed) {
                tally.count(mark);
            }
        }
        counts
    }
}

impl Counts {
    /// What is counted of things that come, go and change, in the order of reports.
    pub(super) fn rows(&self) -> [(&'static str, Tally); 4] {
        [
            ("operations", self.operations),
            ("shapes", self.shapes),
            ("members", self.members),
            ("enum values", self.values),
        ]
    }

    /// `6 breaking facts, 3 wire warnings`
    pub(super) fn warnings(&self) -> String {
        let facts = words::plural(self.breaking_facts, "breaking fact");
        let warnings = words::plural(self.wire_warnings, "wire warning");
        format!("{facts}, {warnings}")
    }
}

impl Tally {
    fn count(&mut self, mark: Mark) {
        match mark {
            Mark::Added => self.added += 1,
            Mark::Removed => self.removed += 1,
            Mark::Changed => self.changed += 1,
        }
    }
}

/// Whether the place itself came or went: a shape that operations reach now was there before.
fn existence(change: &Change) -> Mark {
    match change.kind {
        Kind::EnteredApi | Kind::LeftApi => Mark::Changed,
        kind => kind.mark(),
    }
}

/// The most important changes in a line: `2 operations removed, 4 shapes removed, 1 enum value added`. Every kind of
/// which there is a major change is among them.
pub fn headline(report: &Report) -> String {
    let mut kinds: BTreeMap<Kind, (Level, usize)> = BTreeMap::new();
    for change in &report.changes {
        let (level, count) = kinds.entry(change.kind).or_insert((change.level, 0));
        *level = change.level.max(*level);
        *count += 1;
    }
    let mut kinds: Vec<(Kind, Level, usize)> = kinds
        .into_iter()
        .map(|(kind, (level, count))| (kind, level, count))
        .collect();
    kinds.sort_by_key(|(kind, level, _)| (Reverse(*level), *kind));
    let major = kinds
        .iter()
        .filter(|(_, level, _)| *level == Level::Major)
        .count();
    let named = if kinds.len() > NAMED { NAMED - 1 } else { NAMED };
    let named = named.max(major);
    let (named, others) = kinds.split_at(named.min(kinds.len()));
    let mut parts: Vec<String> = named
        .iter()
        .map(|(kind, _, count)| counted(*kind, *count))
        .collect();
    if !others.is_empty() {
        let others = others.iter().map(|(_, _, count)| count).sum();
        parts.push(words::plural(others, "other change"));
    }
    if parts.is_empty() {
        return "no change of facts".to_owned();
    }
    parts.join(", ")
}

/// How many parts a headline has, unless more of them are major.
const NAMED: usize = 3;

/// A kind with its number where there are several: `2 operations removed`, `2 members became required`,
/// `deprecated (3)`.
pub(super) fn counted(kind: Kind, count: usize) -> String {
    let told = kind.words();
    for ending in [" added", " removed", " renamed", " tuned"] {
        if let Some(noun) = told.strip_suffix(ending) {
            let plural = if count == 1 { "" } else { "s" };
            return format!("{count} {noun}{plural}{ending}");
        }
    }
    match kind {
        Kind::BecameRequired | Kind::BecameOptional => {
            format!("{} {told}", words::plural(count, "member"))
        }
        _ if count == 1 => told.to_owned(),
        _ => format!("{told} ({count})"),
    }
}
