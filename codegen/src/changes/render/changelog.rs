//! `CHANGELOG.md` of a generated crate: its history for the crate's users, newest first.
//!
//! It is short where a report is complete: what came or went as a whole is a name, and parts of a type share a line.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::changes::{Change, Kind, Level, Mark, Place, Report};
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
        let _ = write!(out, "\nNothing to do about: {}.\n", silent.join(", "));
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
        for change in &report.changes {
            if change.level == Level::Patch && !change.wire {
                *entries.silent.entry(change.kind).or_default() += 1;
                continue;
            }
            let (owner, part) = split(change);
            let key = Key {
                mark: change.kind.mark(),
                not_major: change.level != Level::Major,
                kind: change.kind,
                owner,
                wire: change.wire,
            };
            entries.all.entry(key).or_default().push(part);
        }
        entries
    }
}

/// The type that a change is in, and what of it changed.
fn split(change: &Change) -> (String, String) {
    let subject = subject(change);
    let facts = match change.items.as_slice() {
        [item] if item.before.is_some() && item.after.is_some() => {
            format!(
                ": {} -> {}",
                item.before.as_deref().unwrap_or_default(),
                item.after.as_deref().unwrap_or_default()
            )
        }
        _ => words::facts(change),
    };
    let detail = match change.kind.mark() {
        Mark::Changed if !facts.is_empty() => format!(" ({})", code(facts.trim_start_matches([':', ' ']))),
        _ => String::new(),
    };
    match (&change.place, subject.rsplit_once("::")) {
        (Place::Member { .. } | Place::Value { .. }, Some((owner, part))) => {
            (code(owner), format!("{}{detail}", code(part)))
        }
        _ => (String::new(), format!("{}{detail}", code(&subject))),
    }
}

/// What changed, as the crate's users know it: a path in the crate if there is one.
fn subject(change: &Change) -> String {
    let items = words::outermost(&change.items);
    let mut fitting = items.iter().filter(|item| match change.kind.mark() {
        Mark::Added => item.before.is_none(),
        Mark::Removed => item.after.is_none(),
        Mark::Changed => true,
    });
    match (fitting.next(), &change.place) {
        (Some(item), _) => item.path.clone(),
        (None, Place::Member { shape, member }) => format!("{shape}::{member}"),
        (None, Place::Value { shape, value }) => format!("{shape}::{value}"),
        (None, place) => place.to_string(),
    }
}

fn entry(key: &Key, parts: &[String], out: &mut String) {
    let breaking = if key.not_major { "" } else { "**Breaking**: " };
    let wire = if key.wire { " (on the wire)" } else { "" };
    let words = key.kind.words();
    let parts = parts.join(", ");
    let _ = if key.owner.is_empty() {
        writeln!(out, "- {breaking}{words}{wire}: {parts}")
    } else {
        writeln!(out, "- {breaking}{}: {words}{wire}: {parts}", key.owner)
    };
}
