//! What is to be known first: a line each.

use codegen::changes::{Change, Level, Place, Report};

use crate::site::change::{change_anchor, fact};
use crate::site::parts::{Badge, Link, Sign, count};
use crate::site::text::Text;

/// Changes that are to be known first.
#[derive(Debug)]
pub(in crate::site) struct FactGroup {
    pub(in crate::site) id: &'static str,
    pub(in crate::site) title: String,
    pub(in crate::site) about: &'static str,
    pub(in crate::site) lines: Vec<FactLine>,
}

/// A change in a line, which leads to where all is said about it.
#[derive(Debug)]
pub(in crate::site) struct FactLine {
    pub(in crate::site) sign: Sign,
    pub(in crate::site) place: Link,
    pub(in crate::site) words: &'static str,
    pub(in crate::site) before: Option<String>,
    pub(in crate::site) after: Option<String>,
    pub(in crate::site) badge: Badge,
    pub(in crate::site) why: Text<'static>,
}

/// What breaks, then what is major beside that, then what warns of the wire only.
pub(super) fn facts(report: &Report) -> Vec<FactGroup> {
    let lines = |wanted: &dyn Fn(&Change) -> bool| -> Vec<FactLine> {
        let numbered = report.changes.iter().enumerate();
        numbered
            .filter(|(_, change)| wanted(change))
            .map(|(number, change)| FactLine::new(number, change, ""))
            .collect()
    };
    let breaking = lines(&Change::is_breaking_fact);
    let major = lines(&|change| change.level == Level::Major && !change.is_breaking_fact());
    let warnings = lines(&|change| change.wire && change.level < Level::Major && !change.is_breaking_fact());
    let has_wire_above = breaking.iter().chain(&major).any(|line| line.badge.wire);
    let warnings_title = more(warnings.len(), "wire warning", has_wire_above);
    let major_title = more(major.len(), "major change", !breaking.is_empty());
    let groups = [
        FactGroup {
            id: "breaking",
            title: count(breaking.len(), "breaking fact"),
            about: "Older clients lose what they rely on, or more is demanded of them.",
            lines: breaking,
        },
        FactGroup {
            id: "major",
            title: major_title,
            about: "Rust code that uses the crate may not compile, or means something else.",
            lines: major,
        },
        FactGroup {
            id: "warnings",
            title: warnings_title,
            about: "Older clients behave differently on the wire, or may be refused, though nothing breaks at compile time.",
            lines: warnings,
        },
    ];
    groups
        .into_iter()
        .filter(|group| !group.lines.is_empty())
        .collect()
}

/// `3 wire warnings`, or `3 more wire warnings` where some stand above.
fn more(number: usize, noun: &str, has_some_above: bool) -> String {
    if has_some_above {
        count(number, &format!("more {noun}"))
    } else {
        count(number, noun)
    }
}

impl FactLine {
    /// The line of a change that is told of on a page; an empty address is the page that the line is on.
    pub(in crate::site) fn new(number: usize, change: &Change, page: &str) -> Self {
        let href = format!("{page}#{}", change_anchor(number));
        Self {
            sign: change.kind.mark().into(),
            place: Link::new(change.place.to_string(), Some(href)),
            words: change.kind.words(),
            before: fact(change, change.before.as_deref()),
            after: fact(change, change.after.as_deref()),
            badge: Badge::new(change.level, change.wire),
            why: Text::prose(change.why),
        }
    }

    /// The line of a change at a path, which says where already.
    pub(super) fn at_path(number: usize, change: &Change) -> Self {
        let text = match &change.place {
            Place::Value { value, .. } => value.clone(),
            _ => change.kind.words().to_owned(),
        };
        let line = Self::new(number, change, "");
        Self {
            place: Link { text, ..line.place },
            words: "",
            ..line
        }
    }
}
