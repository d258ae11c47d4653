//! What a revision changed, as lines: changes that have enough in common share one.

use std::collections::{BTreeMap, BTreeSet};

use crate::changes::{Change, Kind, Level, Mark, Place, Report};

use super::super::words;
use super::told::Told;

/// What a revision changed.
#[derive(Default)]
pub(super) struct Entries {
    all: BTreeMap<Key, Parts>,
    /// What nobody notices, by kind.
    pub(super) silent: BTreeMap<Kind, usize>,
    /// What only clients have a use for, which the crate does not have, by kind.
    pub(super) of_client: BTreeMap<Kind, usize>,
}

/// What changes must have in common to share a line.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    mark: Mark,
    /// Breaking changes come first.
    not_major: bool,
    kind: Kind,
    words: Words,
    /// What has the parts; empty for what is a whole.
    owner: String,
    wire: bool,
}

/// How a line names what became of its parts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Words {
    /// By what they are, where the section says what became of them.
    Noun(&'static str),
    /// By what became of them.
    Told(&'static str),
    /// By what the owner does with them.
    Verb(&'static str),
}

/// The parts of a line.
#[derive(Default)]
struct Parts {
    parts: Vec<String>,
    /// What else became of the type that has them.
    notes: Vec<String>,
}

impl Entries {
    pub(super) fn of(report: &Report) -> Self {
        let mut entries = Self::default();
        let mut told = BTreeSet::new();
        for change in &report.changes {
            if is_of_client(change) {
                *entries.of_client.entry(change.kind).or_default() += 1;
                continue;
            }
            if change.level == Level::Patch && !change.wire {
                *entries.silent.entry(change.kind).or_default() += 1;
                continue;
            }
            let items = words::outermost(&change.items);
            let is_told = !items.is_empty() && items.iter().all(|item| told.contains(&item.path));
            if is_told && matches!(change.place, Place::Shape(_)) {
                // The input of an operation that came or went: it was said of the operation.
                continue;
            }
            told.extend(items.iter().map(|item| &item.path));
            entries.add(change, Told::of(change, &items));
        }
        entries
    }

    fn add(&mut self, change: &Change, told: Told) {
        let key = Key {
            mark: change.kind.mark(),
            not_major: change.level != Level::Major,
            kind: change.kind,
            words: Words::of(change),
            owner: told.owner,
            wire: change.wire,
        };
        let Parts { parts, notes } = self.all.entry(key).or_default();
        for (all, new) in [(parts, told.parts), (notes, told.notes)] {
            for new in new {
                if !all.contains(&new) {
                    all.push(new);
                }
            }
        }
    }

    /// Whether a line has a wire warning.
    pub(super) fn has_wire_warning(&self) -> bool {
        self.all.keys().any(|key| key.wire)
    }

    /// The lines about what came, went or changed.
    pub(super) fn lines(&self, mark: Mark) -> impl Iterator<Item = String> {
        let entries = self.all.iter().filter(move |(key, _)| key.mark == mark);
        entries.map(|(key, parts)| line(key, parts))
    }
}

fn line(key: &Key, Parts { parts, notes }: &Parts) -> String {
    let breaking = if key.not_major { "" } else { "**Breaking**: " };
    let wire = if key.wire { " - wire warning" } else { "" };
    let of_owner = match key.owner.as_str() {
        "" => String::new(),
        owner => format!("{owner}: "),
    };
    let colon = if key.owner.is_empty() { ":" } else { "" };
    let words = match key.words {
        Words::Noun(noun) if parts.len() == 1 => format!("{of_owner}{noun}{colon}"),
        Words::Noun(noun) => format!("{of_owner}{noun}s{colon}"),
        Words::Told(words) => format!("{of_owner}{words}:"),
        Words::Verb(verb) => format!("{} {verb}", key.owner),
    };
    let notes: String = notes.iter().map(|note| format!("; {note}")).collect();
    format!("{breaking}{words} {}{notes}{wire}", parts.join(", "))
}

impl Words {
    fn of(change: &Change) -> Self {
        let is_error = change
            .subject
            .as_deref()
            .is_some_and(|path| path.starts_with("ServiceError::"));
        Self::Noun(match change.kind {
            Kind::OperationAdded | Kind::OperationRemoved => "operation",
            Kind::ShapeAdded | Kind::ShapeRemoved | Kind::EnteredApi | Kind::LeftApi if is_error => "error",
            Kind::ShapeAdded | Kind::ShapeRemoved | Kind::EnteredApi | Kind::LeftApi => "type",
            Kind::MemberAdded | Kind::MemberRemoved | Kind::TokenAdded => "field",
            Kind::RequiredMemberAdded => "required field",
            Kind::UnionMemberAdded | Kind::UnionMemberRemoved => "variant",
            Kind::ValueAdded | Kind::ValueRemoved => "value",
            Kind::ErrorAdded => return Self::Verb("can be returned by"),
            Kind::ErrorRemoved => return Self::Verb("is no longer returned by"),
            kind => return Self::Told(kind.words()),
        })
    }
}

/// Whether a change is about what only a client does.
fn is_of_client(change: &Change) -> bool {
    let kind = matches!(
        change.kind,
        Kind::AuthAdded | Kind::AuthRemoved | Kind::SigningName | Kind::HostPrefix
    );
    let place = matches!(
        change.place,
        Place::Paginator(_) | Place::Waiter(_) | Place::Endpoints
    );
    (kind || place) && change.items.is_empty()
}
