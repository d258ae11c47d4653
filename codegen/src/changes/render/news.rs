//! A report for someone who did not ask for one: whole where it is short, else what is major.

use crate::changes::{Change, Level};

use super::styled::{Line, Role, Text};
use super::text::{brief, text};
use super::{Judged, words};

/// The whole report if it is short, else the verdict and every major change, as far as a reader takes them in.
pub fn news(judged: &Judged) -> Text {
    let whole = text(judged);
    if whole.lines.len() <= SHORT {
        return whole;
    }
    let mut news = brief(&judged.report);
    let major: Vec<&Change> = judged.report.of_level(Level::Major).collect();
    let (told, more) = major.split_at(MOST.min(major.len()));
    if !told.is_empty() {
        news.gap();
        news.line(Line::default().span("Major changes", Role::Heading));
    }
    for change in told {
        news.line(line(change));
    }
    if !more.is_empty() {
        let more = words::plural(more.len(), "more major change");
        news.line(Line::default().span(format!("  and {more}"), Role::Major));
    }
    news
}

/// As many lines as are no trouble to read.
const SHORT: usize = 30;

/// As many changes as are told in what is not the whole report.
const MOST: usize = 20;

/// `  major wire  EncryptionType - enum value removed: UNKNOWN`.
fn line(change: &Change) -> Line {
    let (place, detail) = words::placed(change);
    let mark = change.kind.mark();
    let detail = match detail.strip_prefix(change.kind.words()) {
        Some(_) => detail,
        None => format!("{}: {detail}", change.kind.words()),
    };
    let level = words::level(change.level, change.wire);
    Line::default()
        .span(format!("  {level:<10}  "), words::level_role(change.level))
        .plain(format!("{place} "))
        .span(format!("{} {detail}", mark.sign()), words::mark_role(mark))
}
