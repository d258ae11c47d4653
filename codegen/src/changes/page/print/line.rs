//! Lines of spans.

use std::borrow::Cow;

use crate::changes::page::{Change, Mark};

/// A line of a printed page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'p> {
    /// Whether it is new, gone or changed; a changed line has spans that say what changed.
    pub mark: Mark,
    /// How deep it is indented.
    pub depth: usize,
    /// Its text.
    pub spans: Vec<Span<'p>>,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<'p> {
    /// What it says.
    pub text: Cow<'p, str>,
    /// What it is.
    pub style: Style,
    /// Whether it is new or gone within a changed line; the same in any other.
    pub mark: Mark,
}

/// What a span is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// A heading.
    Heading,
    /// A name: of a member, a parameter, a field.
    Name,
    /// A known value of an enum.
    Value,
    /// An example of a value.
    Example,
    /// A type.
    Type,
    /// A word of HTTP, JSON or Rust.
    Keyword,
    /// Brackets, commas, blanks.
    Punctuation,
    /// What people say about it.
    Docs,
    /// A remark.
    Comment,
}

impl<'p> Span<'p> {
    /// A span without a mark.
    pub fn new(style: Style, text: impl Into<Cow<'p, str>>) -> Self {
        Self {
            text: text.into(),
            style,
            mark: Mark::Same,
        }
    }

    pub(super) fn punctuation(text: impl Into<Cow<'p, str>>) -> Self {
        Self::new(Style::Punctuation, text)
    }

    pub(super) fn comment(text: &str) -> Self {
        Self::new(Style::Comment, format!("  // {text}"))
    }

    /// Number of its characters.
    pub(super) fn width(&self) -> usize {
        self.text.chars().count()
    }

    pub(super) fn marked(self, mark: Mark) -> Self {
        Self { mark, ..self }
    }
}

impl<'p> Line<'p> {
    pub(super) fn new(mark: Mark, depth: usize, spans: Vec<Span<'p>>) -> Self {
        Self { mark, depth, spans }
    }

    /// Number of characters of these spans.
    pub(super) fn width(spans: &[Span<'_>]) -> usize {
        spans.iter().map(Span::width).sum()
    }
}

/// The marked lines with the lines around them that say where they are.
pub fn marked_only<'p>(lines: &[Line<'p>]) -> Vec<Line<'p>> {
    let mut kept = Vec::new();
    // The lines that the current one is below.
    let mut above: Vec<&Line<'p>> = Vec::new();
    for line in lines {
        above.retain(|outer| outer.depth < line.depth);
        if line.mark == Mark::Same {
            above.push(line);
        } else {
            kept.extend(above.drain(..).cloned());
            kept.push(line.clone());
        }
    }
    kept
}

/// The mark of a line that shows something marked within something marked.
pub(super) fn within(outer: Mark, inner: Mark) -> Mark {
    match (outer, inner) {
        (Mark::Same, Mark::Same) => Mark::Same,
        (Mark::New | Mark::Gone, _) => outer,
        _ => Mark::Changed,
    }
}

/// The mark of a line below something marked.
pub(super) fn below(outer: Mark, inner: Mark) -> Mark {
    match outer {
        Mark::New | Mark::Gone => outer,
        Mark::Same | Mark::Changed => inner,
    }
}

/// What changed, in one remark.
pub(super) fn remark<'c>(changes: impl IntoIterator<Item = &'c Change>) -> String {
    let shown: Vec<String> = changes.into_iter().map(change_text).collect();
    shown.join("; ")
}

/// A change for people: `required: no → yes`.
pub fn change_text(change: &Change) -> String {
    let what = change.what.word();
    match (change.before.as_str(), change.after.as_str()) {
        ("", after) => format!("{what}: now {after}"),
        (before, "") => format!("{what}: was {before}"),
        (before, after) => format!("{what}: {before} → {after}"),
    }
}
