//! A report for the description of a pull request.

use std::cmp::Reverse;
use std::fmt::Write;

use crate::changes::{Change, Level, OperationChanges, Report};

use super::Judged;
use super::counts::{Counts, Tally, counted, headline};
use super::lines::{self, Shared};
use super::words;

/// The whole report.
pub fn report(judged: &Judged) -> String {
    let mut out = String::new();
    section(judged, "##", &mut out);
    out
}

/// The verdicts of consecutive revisions in a table, then the breaking facts.
pub fn history(service: &str, history: &[Judged]) -> String {
    let only = history.first().map(|judged| words::only(&judged.report));
    let (service, only) = (escaped(service), escaped(&only.unwrap_or_default()));
    let mut out = format!("## {service}: verdicts of all revisions{only}\n\n");
    out.push_str("| Revision | Verdict | Wire | Breaking facts | Changes |\n|---|---|---|---:|---|\n");
    for Judged { report, .. } in history {
        let facts = match Counts::of(report).breaking_facts {
            0 => String::new(),
            facts => facts.to_string(),
        };
        let wire = if report.has_wire_warning() { "warning" } else { "" };
        let (name, verdict, headline) = (&report.after.name, verdict(report), headline(report));
        let _ = writeln!(out, "| {name} | {verdict} | {wire} | {facts} | {headline} |");
    }
    let facts: Vec<_> = history
        .iter()
        .flat_map(|judged| {
            let facts = judged.report.breaking_facts();
            facts.map(|change| (&judged.report.after.name, change))
        })
        .collect();
    if !facts.is_empty() {
        out.push_str("\n### Breaking facts\n\n");
    }
    for (revision, change) in facts {
        let _ = writeln!(out, "- {revision}: {}", placed(change));
    }
    out
}

fn section(judged: &Judged, level: &str, out: &mut String) {
    let report = &judged.report;
    let service = escaped(&report.after.service);
    let (from, to) = (escaped(&report.before.name), escaped(&report.after.name));
    let only = escaped(&words::only(report));
    let _ = writeln!(out, "{level} {service}: {from} to {to}{only}\n");
    if report.changes.is_empty() {
        let _ = writeln!(out, "**patch**: {}.", escaped(&words::nothing(report)));
        return;
    }
    let wire = if report.has_wire_warning() {
        ", with wire warnings"
    } else {
        ""
    };
    let _ = writeln!(out, "{}{wire}: {}.\n", verdict(report), headline(report));
    for why in lines::whys(report) {
        let _ = writeln!(out, "- {why}");
    }
    counts(report, out);
    operations(judged, level, out);
    elsewhere(judged, level, out);
    breaks(report, level, out);
    accepted(judged, level, out);
}

fn verdict(report: &Report) -> String {
    emphasised(report.verdict, false)
}

fn counts(report: &Report, out: &mut String) {
    let counts = Counts::of(report);
    out.push_str("\n| | New | Removed | Changed |\n|---|---:|---:|---:|\n");
    for (name, tally) in counts.rows() {
        let Tally {
            added,
            removed,
            changed,
        } = tally;
        let (first, rest) = name.split_at(1);
        let first = first.to_uppercase();
        let _ = writeln!(out, "| {first}{rest} | {added} | {removed} | {changed} |");
    }
    let _ = writeln!(out, "\n{}.", counts.warnings());
}

fn operations(judged: &Judged, level: &str, out: &mut String) {
    heading("Operations", level, !judged.report.operations.is_empty(), out);
    let shared = lines::shared(judged);
    for (change, names) in &shared.groups {
        let (who, names) = lines::who(&judged.report, names);
        let names: Vec<String> = names.iter().map(|name| code(name)).collect();
        let told = format!("{} {}", change.kind.mark().sign(), words::detail(change));
        let level = emphasised(change.level, change.wire);
        let _ = write!(out, "- {who}: {} {level}", code(&told));
        let _ = match names.as_slice() {
            [] => writeln!(out),
            names => writeln!(out, ": {}", names.join(", ")),
        };
    }
    for operation in lines::operations(judged, &shared) {
        self::operation(judged, operation, &shared, out);
    }
}

fn operation(judged: &Judged, operation: &OperationChanges, shared: &Shared<'_>, out: &mut String) {
    let mark = words::operation_mark(operation.mark);
    let level = words::level(operation.level, operation.wire);
    let _ = writeln!(out, "- {} {mark} ({level})", code(&operation.name));
    for (number, change) in lines::own(&judged.report, operation).filter(|(number, _)| !shared.has(*number)) {
        let _ = writeln!(out, "  - {}", fact(judged, number, change, ""));
    }
    for (side, paths) in lines::sides(operation) {
        if !paths.is_empty() {
            let _ = writeln!(out, "  - {side}");
        }
        for path in paths {
            if let Some(change) = judged.report.changes.get(path.change) {
                let _ = writeln!(out, "    - {}", fact(judged, path.change, change, &path.path));
            }
        }
    }
    if operation.cut {
        out.push_str("  - more paths lead to the same changes\n");
    }
}

fn elsewhere(judged: &Judged, level: &str, out: &mut String) {
    let changes = lines::elsewhere(judged);
    heading("Beside the operations", level, !changes.is_empty(), out);
    for (number, change) in changes.single {
        let (place, _) = words::placed(change);
        let _ = writeln!(out, "- {}", fact(judged, number, change, &place));
    }
    for ((Reverse(level), wire, kind), names) in changes.groups {
        let (level, counted) = (emphasised(level, wire), counted(kind, names.len()));
        let names: Vec<String> = names.iter().map(|name| code(name)).collect();
        let _ = writeln!(out, "- {counted} ({level}): {}", names.join(", "));
    }
}

fn fact(judged: &Judged, number: usize, change: &Change, place: &str) -> String {
    let level = emphasised(change.level, change.wire);
    let accepted = judged.reason(number).map_or("", |_| " (accepted)");
    let mark = change.kind.mark();
    let told = format!("{place} {} {}", mark.sign(), words::detail(change));
    format!("{} {level}{accepted}", code(told.trim_start()))
}

fn emphasised(level: Level, wire: bool) -> String {
    match level {
        Level::Major => format!("**{}**", words::level(level, wire)),
        level => words::level(level, wire),
    }
}

fn placed(change: &Change) -> String {
    let (place, detail) = words::placed(change);
    let level = words::level(change.level, change.wire);
    let sign = change.kind.mark().sign();
    format!("{} {level}", code(&format!("{place} {sign} {detail}")))
}

fn breaks(report: &Report, level: &str, out: &mut String) {
    let breaks = lines::breaks(report);
    heading("What breaks in Rust", level, !breaks.is_empty(), out);
    for (number, group) in breaks.into_iter().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let _ = writeln!(out, "{}: {}", group.words, group.why);
        out.push_str("\n```diff\n");
        for place in group.places {
            let _ = writeln!(out, "! {place}");
        }
        for item in group.items {
            for (sign, text) in [('-', &item.before), ('+', &item.after)] {
                if let Some(text) = text {
                    let _ = writeln!(out, "{sign} {text}");
                }
            }
        }
        out.push_str("```\n");
    }
}

fn accepted(judged: &Judged, level: &str, out: &mut String) {
    heading("Accepted", level, !judged.accepted.is_empty(), out);
    for (number, reason) in &judged.accepted {
        if let Some(change) = judged.report.changes.get(*number) {
            let _ = writeln!(out, "- {}: {}", placed(change), escaped(reason));
        }
    }
}

fn heading(words: &str, level: &str, wanted: bool, out: &mut String) {
    if wanted {
        let _ = writeln!(out, "\n{level}# {words}\n");
    }
}

/// Text as code, whatever it has by way of backticks.
pub(super) fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Text that is not ours, as it is.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' => out.extend(['\\', char]),
            _ => out.push(char),
        }
    }
    out
}
