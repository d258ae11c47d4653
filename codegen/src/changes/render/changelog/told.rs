//! A change in the names of the crate.

use crate::changes::{Change, ItemChange, Kind, Level, Mark, Place};

use super::super::markdown::code;
use super::super::words;

/// What is told of a change.
pub(super) struct Told {
    /// What has the parts; empty for what is a whole.
    pub(super) owner: String,
    /// What came, went or changed.
    pub(super) parts: Vec<String>,
    /// What else became of the owner.
    pub(super) notes: Vec<String>,
}

impl Told {
    pub(super) fn of(change: &Change, items: &[&ItemChange]) -> Self {
        match (&change.place, change.kind) {
            (Place::Member { .. } | Place::Value { .. }, _) => Self::part(change, items),
            (_, Kind::ErrorAdded | Kind::ErrorRemoved) => Self::error(change),
            _ => Self::whole(change, items),
        }
    }

    /// A part of a type, which shares a line with others of it.
    fn part(change: &Change, items: &[&ItemChange]) -> Self {
        let item = items
            .iter()
            .filter(|item| !is_constructor(item) && !is_default(item))
            .find(|item| match change.kind.mark() {
                Mark::Added => item.before.is_none(),
                Mark::Removed => item.after.is_none(),
                Mark::Changed => true,
            });
        let path = item.map(|item| &item.path).or(change.subject.as_ref());
        let (owner, name) = match (path.and_then(|path| path.rsplit_once("::")), &change.place) {
            (Some((owner, name)), _) => (code(owner), code(name)),
            (None, Place::Member { shape, member }) => (of_model(shape), code(member)),
            (None, Place::Value { shape, .. }) => (of_model(shape), String::new()),
            (None, place) => (String::new(), code(&place.to_string())),
        };
        let value = match &change.place {
            Place::Value { value, .. } => format!(" ({})", code(value)),
            _ => String::new(),
        };
        let detail = match change.kind.mark() {
            Mark::Changed => item.and_then(|item| types(item)).unwrap_or_else(|| facts(change)),
            Mark::Added | Mark::Removed => String::new(),
        };
        Self {
            owner,
            parts: vec![format!("{name}{value}{detail}").trim_start().to_owned()],
            notes: notes(change, items),
        }
    }

    /// An error, with the operation that it comes from.
    fn error(change: &Change) -> Self {
        let error = change.after.as_ref().or(change.before.as_ref());
        Self {
            owner: error.map(|error| code(error)).unwrap_or_default(),
            parts: vec![subject(change)],
            notes: Vec::new(),
        }
    }

    fn whole(change: &Change, items: &[&ItemChange]) -> Self {
        let of_items = || items.iter().filter_map(|item| altered(item)).collect::<Vec<_>>();
        let parts = match change.kind.mark() {
            Mark::Added | Mark::Removed => vec![subject(change)],
            Mark::Changed => of_items(),
        };
        let parts = if parts.is_empty() {
            vec![format!("{}{}", subject(change), facts(change))]
        } else {
            parts
        };
        Self {
            owner: String::new(),
            parts,
            notes: Vec::new(),
        }
    }
}

/// The place by its name in the crate.
fn subject(change: &Change) -> String {
    match (&change.subject, &change.place) {
        (Some(path), _) => code(path),
        (None, Place::Service) => "the service".to_owned(),
        (None, Place::Shape(shape)) => of_model(shape),
        (None, place) => code(&place.to_string()),
    }
}

/// A shape that has no name in the crate.
fn of_model(shape: &str) -> String {
    format!("{} of the model", code(shape))
}

/// An item that is gone or another, as it was and is.
fn altered(item: &ItemChange) -> Option<String> {
    let path = code(&item.path);
    match (&item.before, &item.after) {
        (None, _) => None,
        (Some(_), None) => Some(format!("{path} (gone)")),
        (Some(_), Some(_)) => Some(format!("{path}{}", types(item).unwrap_or_default())),
    }
}

/// How an item's type or arguments changed: ` (String -> Option<String>)`.
fn types(item: &ItemChange) -> Option<String> {
    let ty = |shown: &Option<String>| -> Option<String> {
        let shown = shown.as_ref()?.strip_prefix(&item.path)?;
        Some(shown.strip_prefix(": ").unwrap_or(shown).to_owned())
    };
    let (before, after) = (ty(&item.before)?, ty(&item.after)?);
    (before != after).then(|| format!(" ({})", code(&format!("{before} -> {after}"))))
}

/// The facts of a change in brackets.
fn facts(change: &Change) -> String {
    match words::facts(change).strip_prefix(": ") {
        Some(facts) => format!(" ({})", code(facts)),
        None => String::new(),
    }
}

/// What became of the functions that make values of a type because of one of its parts.
fn notes(change: &Change, items: &[&ItemChange]) -> Vec<String> {
    let constructor = items
        .iter()
        .filter(|item| change.level == Level::Major && is_constructor(item) && item.before.is_some())
        .find_map(|item| item.after.as_ref()?.strip_prefix(item.path.strip_suffix("new")?))
        .map(|now| format!("now {}", code(now)));
    let default = items
        .iter()
        .find(|item| is_default(item))
        .map(|item| match item.after {
            Some(_) => format!("now {}", code("Default")),
            None => format!("no longer {}", code("Default")),
        });
    constructor.into_iter().chain(default).collect()
}

fn is_constructor(item: &ItemChange) -> bool {
    item.path.ends_with("::new")
}

fn is_default(item: &ItemChange) -> bool {
    item.path.ends_with(": Default")
}
