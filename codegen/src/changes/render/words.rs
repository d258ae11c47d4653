//! A change in words.

use crate::changes::{Change, ItemChange, Kind, Level, Mark, Place, Report};

use super::styled::Role;

/// What became of a place, to follow it: `+ UNKNOWN`, `~ constraint tightened: 1..5 -> 1..3`.
pub(super) fn detail(change: &Change) -> String {
    match (&change.place, change.kind.mark()) {
        (Place::Value { value, .. }, Mark::Added | Mark::Removed) => quoted(value),
        _ => format!("{}{}", change.kind.words(), facts(change)),
    }
}

/// The place and what became of it, for lists that have no paths: `Finding.count ~ became required`.
pub(super) fn placed(change: &Change) -> (String, String) {
    match &change.place {
        Place::Value { shape, .. } => (shape.clone(), detail(change)),
        place => (place.to_string(), detail(change)),
    }
}

/// `: before -> after`, as far as there is anything to show that the place does not say.
pub(super) fn facts(change: &Change) -> String {
    match (&change.before, &change.after) {
        (Some(before), Some(after)) => format!(": {before} -> {after}"),
        (Some(fact), None) | (None, Some(fact)) => match (&change.place, change.kind.mark()) {
            (Place::Shape(_), Mark::Added | Mark::Removed) => String::new(),
            _ => format!(": {fact}"),
        },
        (None, None) => String::new(),
    }
}

/// A value as it is, unless that could not be seen.
fn quoted(value: &str) -> String {
    if value.is_empty() || value.contains(char::is_whitespace) {
        format!("{value:?}")
    } else {
        value.to_owned()
    }
}

/// `major wire`, `minor`.
pub(super) fn level(level: Level, wire: bool) -> String {
    format!("{level}{}", if wire { " wire" } else { "" })
}

/// How a level looks.
pub(super) fn level_role(level: Level) -> Role {
    match level {
        Level::Major => Role::Major,
        Level::Minor => Role::Minor,
        Level::Patch => Role::Faint,
    }
}

/// How something looks that came, went or changed.
pub(super) fn mark_role(mark: Mark) -> Role {
    match mark {
        Mark::Added => Role::Added,
        Mark::Removed => Role::Removed,
        Mark::Changed => Role::Changed,
    }
}

/// What became of an operation: `new`, `removed`, `updated`.
pub(super) fn operation_mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Added => "new",
        Mark::Removed => "removed",
        Mark::Changed => "updated",
    }
}

/// The items that are not part of another that came or went with them.
pub(super) fn outermost(items: &[ItemChange]) -> Vec<&ItemChange> {
    let whole = |item: &ItemChange| item.before.is_none() || item.after.is_none();
    let under = |item: &ItemChange| {
        items.iter().any(|owner| {
            let rest = item.path.strip_prefix(&owner.path);
            whole(owner)
                && owner.before.is_none() == item.before.is_none()
                && owner.after.is_none() == item.after.is_none()
                && rest.is_some_and(|rest| rest.starts_with(':'))
        })
    };
    items.iter().filter(|item| !under(item)).collect()
}

/// Whether a change is the coming or going of a whole operation, which its own heading says.
pub(super) fn is_whole_operation(change: &Change) -> bool {
    matches!(change.kind, Kind::OperationAdded | Kind::OperationRemoved)
}

/// `, GetFindings only`, to follow what a report is about; nothing where it is about everything.
pub(super) fn only(report: &Report) -> String {
    match report.operations_only.as_slice() {
        [] => String::new(),
        names => format!(", {} only", names.join(", ")),
    }
}

/// What a report without changes says.
pub(super) fn nothing(report: &Report) -> String {
    match report.operations_only.as_slice() {
        [] => "no change of facts".to_owned(),
        names => format!("nothing changed for {}", names.join(", ")),
    }
}

/// `1 fact`, `2 facts`.
pub(super) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
