//! `CHANGELOG.md` of a generated crate: its history for the crate's users, newest first.
//!
//! It is short where a report is complete: what came or went as a whole is a name, and parts of a type share a line.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::changes::{Change, ItemChange, Kind, Level, Mark, Place, Report};
use crate::output;

use super::counts::counted;
use super::markdown::{code, escaped};
use super::words;

/// The changelog from reports of consecutive revisions, oldest first; `None` where there is no report.
pub fn changelog(origin: &str, reports: &[Report]) -> Option<String> {
    let first = &reports.first()?.before;
    let mut out = format!("<!-- {} from {origin}. Do not edit. -->\n", output::MARK);
    let service = escaped(&first.service);
    let _ = write!(
        out,
        "\n# Changelog\n\n\
         What each revision of {service} changed for users of this crate. The verdict is what the change means for the\n\
         version: major, minor or patch. \"On the wire\" marks what the service may treat differently whatever the compiler\n\
         says.\n"
    );
    for report in reports.iter().rev() {
        revision(report, &mut out);
    }
    let size = first.size;
    let _ = write!(
        out,
        "\n## {}\n\nThe first revision: {}, {}, {}.\n",
        first.name,
        words::plural(size.operations, "operation"),
        words::plural(size.structures, "structure"),
        words::plural(size.enums, "enum"),
    );
    Some(out)
}

fn revision(report: &Report, out: &mut String) {
    let verdict = match report.verdict {
        Level::Major => "**Major**",
        Level::Minor => "Minor",
        Level::Patch => "Patch",
    };
    let wire = if report.has_wire_warning() {
        ", with changes on the wire"
    } else {
        ""
    };
    let _ = write!(out, "\n## {}\n\n{verdict}{wire}.\n", report.after.name);
    if report.changes.is_empty() {
        out.push_str("\nThe facts of the API did not change.\n");
    }
    let entries = Entries::of(report);
    for (mark, title) in [
        (Mark::Added, "Added"),
        (Mark::Removed, "Removed"),
        (Mark::Changed, "Changed"),
    ] {
        let of_mark: Vec<_> = entries.all.iter().filter(|(key, _)| key.mark == mark).collect();
        if !of_mark.is_empty() {
            let _ = write!(out, "\n### {title}\n\n");
        }
        for (key, parts) in of_mark {
            entry(key, parts, out);
        }
    }
    if !entries.silent.is_empty() {
        let silent: Vec<String> = entries
            .silent
            .iter()
            .map(|(kind, count)| counted(*kind, *count))
            .collect();
        let _ = write!(out, "\nWithout effect on code: {}.\n", silent.join(", "));
    }
}

/// What a revision changed, as lines and their parts.
#[derive(Default)]
struct Entries {
    all: BTreeMap<Key, Vec<String>>,
    /// What nobody notices, by kind.
    silent: BTreeMap<Kind, usize>,
}

/// What changes must have in common to share a line.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    mark: Mark,
    /// Breaking changes come first.
    not_major: bool,
    kind: Kind,
    /// The type that has the parts; empty for what is a whole.
    owner: String,
    wire: bool,
}

impl Entries {
    fn of(report: &Report) -> Self {
        let mut entries = Self::default();
        let mut told = BTreeSet::new();
        for change in &report.changes {
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
            let (owner, part) = split(change, &items);
            let key = Key {
                mark: change.kind.mark(),
                not_major: change.level != Level::Major,
                kind: change.kind,
                owner,
                wire: change.wire,
            };
            let parts = entries.all.entry(key).or_default();
            parts.extend([part]);
            parts.extend(constructor(change, &items));
        }
        for parts in entries.all.values_mut() {
            let mut known = BTreeSet::new();
            parts.retain(|part| known.insert(part.clone()));
        }
        entries
    }
}

/// The type that a change is in, and what of it changed.
fn split(change: &Change, items: &[&ItemChange]) -> (String, String) {
    let is_part = matches!(change.place, Place::Member { .. } | Place::Value { .. });
    let mut fitting = items.iter().filter(|item| {
        let is_of_owner = is_part && (item.path.ends_with(": Default") || item.path.ends_with("::new"));
        !is_of_owner
            && match change.kind.mark() {
                Mark::Added => item.before.is_none(),
                Mark::Removed => item.after.is_none(),
                Mark::Changed => true,
            }
    });
    let item = fitting.next();
    let subject = match (item, &change.place) {
        (Some(item), _) => item.path.clone(),
        (None, Place::Member { shape, member }) => format!("{shape}::{member}"),
        (None, Place::Value { shape, value }) => format!("{shape}::{value}"),
        (None, place) => place.to_string(),
    };
    let detail = match change.kind.mark() {
        Mark::Changed => item.and_then(|item| types(item)).unwrap_or_else(|| told(change)),
        Mark::Added | Mark::Removed => String::new(),
    };
    match subject.rsplit_once("::") {
        Some((owner, part)) if is_part => (code(owner), format!("{}{detail}", code(part))),
        _ => (String::new(), format!("{}{detail}", code(&subject))),
    }
}

/// How an item's type changed: ` (String -> Option<String>)`.
fn types(item: &ItemChange) -> Option<String> {
    let before = item
        .before
        .as_ref()?
        .strip_prefix(&item.path)?
        .strip_prefix(": ")?;
    let after = item
        .after
        .as_ref()?
        .strip_prefix(&item.path)?
        .strip_prefix(": ")?;
    Some(format!(" ({})", code(&format!("{before} -> {after}"))))
}

/// The facts of a change in brackets.
fn told(change: &Change) -> String {
    match words::facts(change).strip_prefix(": ") {
        Some(facts) => format!(" ({})", code(facts)),
        None => String::new(),
    }
}

/// The constructor as it is now, where a change breaks its callers.
fn constructor(change: &Change, items: &[&ItemChange]) -> Option<String> {
    let is_constructor = |item: &&&ItemChange| item.path.ends_with("::new") && item.before.is_some();
    let item = items
        .iter()
        .find(is_constructor)
        .filter(|_| change.level == Level::Major)?;
    let after = item.after.as_ref()?;
    let owner = item.path.strip_suffix("new")?;
    Some(format!("now {}", code(after.strip_prefix(owner)?)))
}

fn entry(key: &Key, parts: &[String], out: &mut String) {
    let breaking = if key.not_major { "" } else { "**Breaking**: " };
    let wire = if key.wire { " (on the wire)" } else { "" };
    let words = match noun(key.kind) {
        Some(noun) if parts.len() == 1 => noun.to_owned(),
        Some(noun) => format!("{noun}s"),
        None => key.kind.words().to_owned(),
    };
    let parts = parts.join(", ");
    let _ = if key.owner.is_empty() {
        writeln!(out, "- {breaking}{words}{wire}: {parts}")
    } else {
        writeln!(out, "- {breaking}{}: {words}{wire} {parts}", key.owner)
    };
}

/// What came or went, where the section says which of the two.
fn noun(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::OperationAdded | Kind::OperationRemoved => "operation",
        Kind::ShapeAdded | Kind::ShapeRemoved | Kind::EnteredApi | Kind::LeftApi => "type",
        Kind::MemberAdded | Kind::MemberRemoved => "field",
        Kind::UnionMemberAdded | Kind::UnionMemberRemoved => "variant",
        Kind::ValueAdded | Kind::ValueRemoved => "value",
        Kind::PaginatorAdded | Kind::PaginatorRemoved => "paginator",
        Kind::WaiterAdded | Kind::WaiterRemoved => "waiter",
        _ => return None,
    })
}
