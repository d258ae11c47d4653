//! Small parts that many pages print.

use askama::Template;
use askama::filters::HtmlSafe;
use codegen::changes::{Direction, Level, Mark};

use super::text::Text;

/// A word that leads somewhere, where there is a place for it to lead to.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/link.html")]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) href: Option<String>,
}

impl HtmlSafe for Link {}

impl Link {
    pub(super) fn new(text: impl Into<String>, href: Option<String>) -> Self {
        Self {
            text: text.into(),
            href,
        }
    }
}

/// A level as a badge; a wire warning stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Template)]
#[template(path = "parts/badge.html")]
pub(super) struct Badge {
    pub(super) level: &'static str,
    pub(super) wire: bool,
}

impl HtmlSafe for Badge {}

impl Badge {
    pub(super) fn new(level: Level, wire: bool) -> Self {
        Self {
            level: level.as_str(),
            wire,
        }
    }
}

/// The sign of what came, went or changed, with its word for those who don't see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Template)]
#[template(path = "parts/sign.html")]
pub(super) struct Sign {
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) word: &'static str,
}

impl HtmlSafe for Sign {}

impl From<Mark> for Sign {
    fn from(mark: Mark) -> Self {
        let (class, sign, word) = match mark {
            Mark::Added => ("added", "+", "added"),
            Mark::Removed => ("removed", "\u{2212}", "removed"),
            Mark::Changed => ("changed", "~", "changed"),
        };
        Self { class, sign, word }
    }
}

/// A path in the parts between which a line may break, the beginning that the path before had too set apart.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/path.html")]
pub(super) struct PathText {
    shared: Vec<String>,
    own: Vec<String>,
    href: Option<String>,
}

impl HtmlSafe for PathText {}

impl PathText {
    pub(super) fn new(path: &str, before: Option<&str>, href: Option<String>) -> Self {
        let parts = split(path);
        let before = before.map(split).unwrap_or_default();
        let equal = parts.iter().zip(&before).take_while(|(one, other)| one == other);
        // The last part is what the line is about.
        let shared = equal.count().min(parts.len().saturating_sub(1));
        let (shared, own) = parts.split_at(shared);
        let owned = |parts: &[&str]| parts.iter().map(|part| (*part).to_owned()).collect();
        Self {
            shared: owned(shared),
            own: owned(own),
            href,
        }
    }
}

/// `findings[].count` is `findings[]` and `.count`.
fn split(path: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some(end) = rest.char_indices().skip(1).find(|(_, c)| *c == '.') {
        let (part, after) = rest.split_at(end.0);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// Where a shape travels, in words.
pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Request => "request",
        Direction::Response => "response",
        Direction::Both => "request and response",
    }
}

/// A count with its noun: `1 operation`, `2 operations`.
pub(super) fn count(number: usize, one: &str) -> String {
    let text = thousands(number);
    match (number, one.strip_suffix('y')) {
        (1, _) => format!("{text} {one}"),
        (_, Some(stem)) => format!("{text} {stem}ies"),
        _ => format!("{text} {one}s"),
    }
}

/// A number with its thousands set apart.
pub(super) fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Link, PathText, count, split};

    #[test]
    fn a_path_breaks_before_its_dots() {
        assert_eq!(
            split("findings[].resources.arn"),
            ["findings[]", ".resources", ".arn"]
        );
        assert_eq!(split(""), [""]);
    }

    #[test]
    fn what_a_path_shares_with_the_one_before_is_set_apart_but_never_all_of_it() {
        let path = PathText::new("a.b.c", Some("a.b.d"), None);
        assert_eq!(
            (path.shared.concat(), path.own.concat()),
            ("a.b".to_owned(), ".c".to_owned())
        );
        let same = PathText::new("a.b", Some("a.b"), None);
        assert_eq!(
            (same.shared.concat(), same.own.concat()),
            ("a".to_owned(), ".b".to_owned())
        );
    }

    #[test]
    fn names_are_text_and_never_markup() {
        let name = "<script>alert(\"1\")</script>&";
        let shown = Link::new(name, Some("x.html".to_owned())).to_string();
        assert!(
            !shown.contains("<script>") && shown.contains("&#60;script&#62;"),
            "{shown}"
        );
        let shown = PathText::new(name, None, None).to_string();
        assert!(!shown.contains("<script>"), "{shown}");
    }

    #[test]
    fn counts_are_read_as_words() {
        assert_eq!(count(1, "operation"), "1 operation");
        assert_eq!(count(0, "entry"), "0 entries");
        assert_eq!(count(12_345, "value"), "12,345 values");
    }
}
