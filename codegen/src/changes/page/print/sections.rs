//! The parts of a printed page, in their order.

use super::line::{Line, Span, Style, below, change_text};
use super::{call, request_syntax, response_syntax, rust_items, structure};
use crate::changes::page::{Mark, OperationError, OperationPage};
use crate::plan::docs::wrap::wrap;

/// How wide documentation of an error is.
const WIDTH: usize = 96;

/// A part of a page under a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section<'p> {
    /// The heading.
    pub title: &'static str,
    /// What its lines are.
    pub language: Language,
    /// The lines.
    pub lines: Vec<Line<'p>>,
}

/// What the lines of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// HTTP and JSON.
    Wire,
    /// Rust.
    Rust,
    /// Words.
    Words,
}

/// All sections of a page that have something to show.
pub fn sections(page: &OperationPage) -> Vec<Section<'_>> {
    let section = |title, language, lines| Section {
        title,
        language,
        lines,
    };
    let all = [
        section("Changes", Language::Words, own_changes(page)),
        section("Request syntax", Language::Wire, request_syntax(page)),
        section("Response syntax", Language::Wire, response_syntax(page)),
        section("Request structure", Language::Words, structure(&page.request)),
        section("Response structure", Language::Words, structure(&page.response)),
        section("Errors", Language::Words, errors(page)),
        section("Rust call", Language::Rust, call(page)),
        section("Rust types", Language::Rust, rust_items(page)),
    ];
    all.into_iter()
        .filter(|section| !section.lines.is_empty())
        .collect()
}

/// What changed of the operation beside its members.
fn own_changes(page: &OperationPage) -> Vec<Line<'_>> {
    let line = |change| {
        Line::new(
            Mark::Changed,
            0,
            vec![Span::new(Style::Comment, change_text(change))],
        )
    };
    page.changes.iter().map(line).collect()
}

fn errors(page: &OperationPage) -> Vec<Line<'_>> {
    page.errors.iter().flat_map(error).collect()
}

fn error(error: &OperationError) -> Vec<Line<'_>> {
    let mut spans = vec![Span::new(Style::Name, error.code.as_str())];
    if let Some(status) = error.status {
        spans.push(Span::new(Style::Keyword, format!("  HTTP {status}")));
    }
    if let Some(rust) = &error.rust {
        spans.push(Span::new(Style::Type, format!("  ServiceError::{rust}")));
    }
    let mut lines = vec![Line::new(error.mark, 0, spans)];
    for change in &error.changes {
        let text = Span::new(Style::Comment, change_text(change));
        lines.push(Line::new(Mark::Changed, 1, vec![text]));
    }
    let mark = below(error.mark, Mark::Same);
    let docs = error.docs.iter().flat_map(|docs| wrap(docs, WIDTH));
    lines.extend(docs.map(|text| Line::new(mark, 1, vec![Span::new(Style::Docs, text)])));
    lines
}
