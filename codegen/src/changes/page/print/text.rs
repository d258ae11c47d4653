//! A page for a terminal.

use super::line::{Line, Style};
use super::sections::sections;
use crate::changes::page::{Mark, OperationPage};
use crate::plan::docs::wrap::wrap;

/// How wide documentation is.
const WIDTH: usize = 100;

/// Writes text in the colours of a terminal, or without.
pub trait Paint {
    /// Adds a text of this mark and style.
    fn paint(&self, mark: Mark, style: Style, text: &str, out: &mut String);
}

/// Without colours: marks are signs in front of lines and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Plain;

impl Paint for Plain {
    fn paint(&self, _: Mark, _: Style, text: &str, out: &mut String) {
        out.push_str(text);
    }
}

/// A page as text, every line after a sign of its mark: `+` new, `-` gone, `~` changed.
pub fn text(page: &OperationPage, paint: &dyn Paint) -> String {
    let mut out = String::new();
    let status = match page.mark {
        Mark::Same => "",
        Mark::New => " (new)",
        Mark::Gone => " (removed)",
        Mark::Changed => " (updated)",
    };
    heading(&format!("{}{status}", page.name), page.mark, paint, &mut out);
    let deprecated = page.deprecation();
    let words = page.docs.iter().chain(&deprecated);
    for line in words.flat_map(|text| wrap(text, WIDTH)) {
        if !line.is_empty() {
            out.push_str("  ");
            paint.paint(Mark::Same, Style::Docs, &line, &mut out);
        }
        out.push('\n');
    }
    for section in sections(page) {
        out.push('\n');
        heading(section.title, Mark::Same, paint, &mut out);
        write_lines(&section.lines, paint, &mut out);
    }
    out
}

fn heading(text: &str, mark: Mark, paint: &dyn Paint, out: &mut String) {
    paint.paint(mark, Style::Heading, text, out);
    out.push('\n');
}

/// Writes lines after the signs of their marks; in a changed line, signs stand before what is new or gone in it.
pub fn write_lines(lines: &[Line<'_>], paint: &dyn Paint, out: &mut String) {
    for line in lines {
        let is_empty = line.spans.iter().all(|span| span.text.is_empty());
        if !is_empty || line.mark != Mark::Same {
            paint.paint(line.mark, Style::Punctuation, sign(line.mark), out);
        }
        if !is_empty {
            out.push(' ');
            out.push_str(&"    ".repeat(line.depth));
        }
        for span in &line.spans {
            if span.mark == Mark::Same {
                paint.paint(line.mark, span.style, &span.text, out);
            } else {
                let text = format!("{}{}", sign(span.mark), span.text);
                paint.paint(span.mark, span.style, &text, out);
            }
        }
        out.push('\n');
    }
}

/// What a mark looks like without colour.
fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Same => " ",
        Mark::New => "+",
        Mark::Gone => "-",
        Mark::Changed => "~",
    }
}
