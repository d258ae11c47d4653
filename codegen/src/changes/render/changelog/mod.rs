//! `CHANGELOG.md` of a generated crate: its history for the crate's users, newest first.
//!
//! It is short where a report is complete: what came or went as a whole is a name, and parts of a type share a line.

mod entries;
mod told;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::changes::{Kind, Level, Mark, Report};
use crate::output;

use self::entries::Entries;
use super::counts::counted;
use super::markdown::escaped;
use super::words;

/// The changelog from reports of consecutive revisions, oldest first; `None` where there is no report.
pub fn changelog(origin: &str, reports: &[Report]) -> Option<String> {
    let first = &reports.first()?.before;
    let mut out = format!("<!-- {} from {origin}. Do not edit. -->\n", output::MARK);
    let service = escaped(&first.service);
    let _ = write!(
        out,
        "\n# Changelog\n\n\
         What each revision of {service} changed for users of this crate. The verdict says which version the change asks\n\
         for: major, minor or patch. While the version is 0.x, a major asks for the next 0.(x+1).0, and everything else for\n\
         the next patch. A \"wire warning\" marks what the service may treat differently, whatever the compiler says: programs\n\
         that were built before may meet it too. Values of enums have their text on the wire in brackets.\n"
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
    let entries = Entries::of(report);
    let wire = if entries.has_wire_warning() {
        ", with wire warnings"
    } else {
        ""
    };
    let _ = write!(out, "\n## {}\n\n{verdict}{wire}.\n", report.after.name);
    if report.changes.is_empty() {
        out.push_str("\nThe facts of the API did not change.\n");
    }
    for (mark, title) in [
        (Mark::Added, "Added"),
        (Mark::Removed, "Removed"),
        (Mark::Changed, "Changed"),
    ] {
        let mut lines = entries.lines(mark).peekable();
        if lines.peek().is_some() {
            let _ = write!(out, "\n### {title}\n\n");
        }
        for line in lines {
            let _ = writeln!(out, "- {line}");
        }
    }
    counts("Without effect on code", &entries.silent, out);
    counts(
        "Without effect until this crate has a client",
        &entries.of_client,
        out,
    );
}

fn counts(words: &str, kinds: &BTreeMap<Kind, usize>, out: &mut String) {
    if !kinds.is_empty() {
        let kinds: Vec<String> = kinds.iter().map(|(kind, count)| counted(*kind, *count)).collect();
        let _ = write!(out, "\n{words}: {}.\n", kinds.join(", "));
    }
}
