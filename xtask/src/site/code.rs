//! Syntax as lines of code.

use askama::Template;
use askama::filters::HtmlSafe;
use codegen::changes::page::Mark;
use codegen::changes::page::print::{Line, Span, Style};

use super::text::Text;

/// So many required members are named before the rest is counted.
const MOST_REQUIRED: usize = 20;

/// Lines of code with their marks.
#[derive(Debug, Template)]
#[template(path = "parts/code.html")]
pub(super) struct CodeBlock {
    title: &'static str,
    /// The paths of required members.
    required: Vec<String>,
    required_left_out: usize,
    is_marked: bool,
    lines: Vec<CodeLine>,
}

impl HtmlSafe for CodeBlock {}

#[derive(Debug)]
struct CodeLine {
    /// The class of a line that is marked.
    class: Option<&'static str>,
    sign: char,
    indent: String,
    spans: Vec<CodeSpan>,
}

#[derive(Debug)]
struct CodeSpan {
    class: Option<String>,
    text: String,
}

impl CodeBlock {
    /// Blocks that stand together, each with its title and the paths of its required members; none without lines. If one
    /// of them has marks, all leave room for them.
    pub(super) fn all<const N: usize>(blocks: [(&'static str, Vec<Line<'_>>, Vec<String>); N]) -> Vec<Self> {
        let is_marked = blocks
            .iter()
            .flat_map(|(_, lines, _)| lines)
            .any(|line| line.mark != Mark::Same);
        blocks
            .into_iter()
            .filter(|(_, lines, _)| !lines.is_empty())
            .map(|(title, lines, mut required)| {
                let required_left_out = required.len().saturating_sub(MOST_REQUIRED);
                required.truncate(MOST_REQUIRED);
                Self {
                    title,
                    required,
                    required_left_out,
                    is_marked,
                    lines: lines.into_iter().map(CodeLine::new).collect(),
                }
            })
            .collect()
    }
}

impl CodeLine {
    fn new(line: Line<'_>) -> Self {
        let class = mark_class(line.mark);
        Self {
            class,
            sign: match line.mark {
                Mark::Same => ' ',
                Mark::New => '+',
                Mark::Gone => '\u{2212}',
                Mark::Changed => '~',
            },
            indent: "  ".repeat(line.depth),
            spans: line.spans.into_iter().map(CodeSpan::new).collect(),
        }
    }
}

impl CodeSpan {
    fn new(span: Span<'_>) -> Self {
        let classes: Vec<&str> = style_class(span.style)
            .into_iter()
            .chain(mark_class(span.mark))
            .collect();
        Self {
            class: (!classes.is_empty()).then(|| classes.join(" ")),
            text: span.text.into_owned(),
        }
    }
}

/// The class of what is marked.
pub(super) fn mark_class(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Same => None,
        Mark::New => Some("added"),
        Mark::Gone => Some("removed"),
        Mark::Changed => Some("changed"),
    }
}

fn style_class(style: Style) -> Option<&'static str> {
    match style {
        Style::Heading => Some("h"),
        Style::Name => Some("n"),
        Style::Value => Some("v"),
        Style::Type => Some("t"),
        Style::Keyword => Some("k"),
        Style::Comment | Style::Docs => Some("c"),
        Style::Example | Style::Punctuation => None,
    }
}
