//! A whole history in a table: a line a revision.

use super::Judged;
use super::counts::{Counts, headline};
use super::styled::{Line, Role, Text};
use super::words;

/// The verdicts of consecutive revisions, and below each the breaking facts among its changes.
pub fn table(history: &[Judged]) -> Text {
    let mut text = Text::default();
    let (mut facts, mut in_major) = (0, 0);
    for Judged { report, .. } in history {
        let level = words::level(report.verdict, report.has_wire_warning());
        text.line(
            Line::default()
                .span(format!("{}  ", report.after.name), Role::Heading)
                .span(format!("{level:<10}  "), words::level_role(report.verdict))
                .plain(headline(report)),
        );
        for change in report.breaking_facts() {
            let (place, detail) = words::placed(change);
            let level = words::level(change.level, change.wire);
            let mark = change.kind.mark();
            text.line(
                Line::default()
                    .plain(" ".repeat(report.after.name.chars().count() + 2))
                    .span(format!("{level:<10}  "), words::level_role(change.level))
                    .plain(format!("{place} "))
                    .span(format!("{} {detail}", mark.sign()), words::mark_role(mark)),
            );
        }
        let found = Counts::of(report).breaking_facts;
        facts += found;
        if report.verdict == crate::changes::Level::Major {
            in_major += found;
        }
    }
    text.gap();
    let summary = format!(
        "{}, {}, {in_major} of them under a major verdict",
        words::plural(history.len(), "pair"),
        words::plural(facts, "breaking fact"),
    );
    text.line(Line::default().plain(summary));
    text
}
