//! A report for a terminal: the verdict, the operations, the rest, and what breaks in Rust.
//!
//! A line is a fact, with its level in front, so that `grep major` finds what matters. Paths are never broken.

use std::cmp::Reverse;

use crate::changes::{Change, OperationChanges, Report};

use super::Judged;
use super::counts::{Counts, counted, headline};
use super::lines::{self, Shared};
use super::styled::{Line, Role, Text};
use super::words;

/// The whole report.
pub fn text(judged: &Judged) -> Text {
    let mut text = brief(&judged.report);
    if judged.report.changes.is_empty() {
        return text;
    }
    counts(&judged.report, &mut text);
    operations(judged, &mut text);
    elsewhere(judged, &mut text);
    breaks(&judged.report, &mut text);
    accepted(judged, &mut text);
    text
}

/// The verdict, what changed in a line, and why.
pub(super) fn brief(report: &Report) -> Text {
    let mut text = Text::default();
    let wire = if report.has_wire_warning() {
        ", wire warning"
    } else {
        ""
    };
    let between = format!(
        ": {}, {} -> {}{}",
        service(report),
        report.before.name,
        report.after.name,
        words::only(report)
    );
    text.line(
        Line::default()
            .span(report.verdict.as_str(), words::level_role(report.verdict))
            .span(wire, Role::Minor)
            .span(between, Role::Heading),
    );
    if report.changes.is_empty() {
        text.line(Line::default().plain(format!("{}: patch", words::nothing(report))));
        return text;
    }
    text.wrapped(0, &headline(report), Role::Plain, 0);
    for why in lines::whys(report) {
        text.wrapped(0, &format!("why: {why}"), Role::Faint, 5);
    }
    text
}

fn service(report: &Report) -> String {
    let (before, after) = (&report.before.service, &report.after.service);
    if before == after {
        after.clone()
    } else {
        format!("{before} and {after}")
    }
}

fn counts(report: &Report, text: &mut Text) {
    let counts = Counts::of(report);
    text.gap();
    let row = |name: &str, [added, removed, changed]: [String; 3]| {
        format!("{name:<11} {added:>6} {removed:>8} {changed:>8}")
    };
    let heads = ["new", "removed", "changed"].map(str::to_owned);
    text.line(Line::default().span(row("", heads), Role::Faint));
    for (name, tally) in counts.rows() {
        let numbers = [tally.added, tally.removed, tally.changed].map(|number| number.to_string());
        text.line(Line::default().plain(row(name, numbers)));
    }
    text.line(Line::default().plain(counts.warnings()));
}

fn operations(judged: &Judged, text: &mut Text) {
    heading("Operations", !judged.report.operations.is_empty(), text);
    let shared = lines::shared(judged);
    for (change, names) in &shared.groups {
        let (who, names) = lines::who(&judged.report, names);
        let told = format!(
            "{:<10}  {who}: {} {}",
            words::level(change.level, change.wire),
            change.kind.mark().sign(),
            words::detail(change)
        );
        text.wrapped(2, &told, words::mark_role(change.kind.mark()), 14);
        if !names.is_empty() {
            text.wrapped(14, &names.join(", "), Role::Faint, 14);
        }
    }
    for operation in lines::operations(judged, &shared) {
        self::operation(judged, operation, &shared, text);
    }
}

fn operation(judged: &Judged, operation: &OperationChanges, shared: &Shared<'_>, text: &mut Text) {
    let report = &judged.report;
    let mark = words::operation_mark(operation.mark);
    text.line(
        Line::default()
            .span(format!("{mark:<8}"), words::mark_role(operation.mark))
            .span(&*operation.name, Role::Heading)
            .span(
                format!(" ({})", words::level(operation.level, operation.wire)),
                Role::Faint,
            ),
    );
    for (number, change) in lines::own(report, operation).filter(|(number, _)| !shared.has(*number)) {
        text.line(fact(judged, 2, number, change, ""));
    }
    for (side, paths) in lines::sides(operation) {
        if !paths.is_empty() {
            text.line(Line::default().span(format!("  {side}"), Role::Faint));
        }
        for path in paths {
            if let Some(change) = report.changes.get(path.change) {
                text.line(fact(judged, 4, path.change, change, &path.path));
            }
        }
    }
    if operation.cut {
        let words = "    more paths lead to the same changes";
        text.line(Line::default().span(words, Role::Faint));
    }
}

fn elsewhere(judged: &Judged, text: &mut Text) {
    let changes = lines::elsewhere(judged);
    heading("Beside the operations", !changes.is_empty(), text);
    for (number, change) in changes.single {
        let (place, _) = words::placed(change);
        text.line(fact(judged, 2, number, change, &place));
    }
    for ((Reverse(level), wire, kind), names) in changes.groups {
        let told = format!(
            "{:<10}  {}: {}",
            words::level(level, wire),
            counted(kind, names.len()),
            names.join(", ")
        );
        text.wrapped(2, &told, words::level_role(level), 14);
    }
}

/// `    minor wire  findings[].type + UNKNOWN`.
fn fact(judged: &Judged, indent: usize, number: usize, change: &Change, place: &str) -> Line {
    let mark = change.kind.mark();
    let level = words::level(change.level, change.wire);
    let line = Line::default()
        .plain(" ".repeat(indent))
        .span(format!("{level:<10}  "), words::level_role(change.level))
        .plain(place)
        .plain(if place.is_empty() { "" } else { " " })
        .span(
            format!("{} {}", mark.sign(), words::detail(change)),
            words::mark_role(mark),
        );
    match judged.reason(number) {
        Some(_) => line.span(" (accepted)", Role::Faint),
        None => line,
    }
}

fn breaks(report: &Report, text: &mut Text) {
    let breaks = lines::breaks(report);
    heading("What breaks in Rust", !breaks.is_empty(), text);
    for group in breaks {
        text.wrapped(0, &format!("{}: {}", group.words, group.why), Role::Plain, 2);
        for place in group.places {
            text.line(Line::default().span(format!("  ~ {place}"), Role::Changed));
        }
        for item in group.items {
            if let Some(before) = &item.before {
                text.line(Line::default().span(format!("  - {before}"), Role::Removed));
            }
            if let Some(after) = &item.after {
                text.line(Line::default().span(format!("  + {after}"), Role::Added));
            }
        }
    }
}

fn accepted(judged: &Judged, text: &mut Text) {
    heading("Accepted", !judged.accepted.is_empty(), text);
    for (number, reason) in &judged.accepted {
        if let Some(change) = judged.report.changes.get(*number) {
            let (place, detail) = words::placed(change);
            let sign = change.kind.mark().sign();
            text.wrapped(0, &format!("{place} {sign} {detail}: {reason}"), Role::Plain, 2);
        }
    }
}

fn heading(words: &str, wanted: bool, text: &mut Text) {
    if wanted {
        text.gap();
        text.line(Line::default().span(words, Role::Heading));
    }
}
