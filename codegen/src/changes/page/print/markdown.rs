//! A page of Markdown.

use std::fmt::Write;

use super::line::Line;
use super::sections::{Language, sections};
use super::text::{Plain, write_lines};
use crate::changes::page::{Mark, OperationPage};

/// A page as Markdown, its heading at this level. Marks are those of a `diff` block.
pub fn markdown(page: &OperationPage, level: usize) -> String {
    let mut out = String::new();
    let status = match page.mark {
        Mark::Same => "",
        Mark::New => " (new)",
        Mark::Gone => " (removed)",
        Mark::Changed => " (updated)",
    };
    let hashes = "#".repeat(level.clamp(1, 5));
    let _ = writeln!(out, "{hashes} `{}`{status}", page.name);
    let deprecated = page.deprecation();
    for text in page.docs.iter().chain(&deprecated) {
        let _ = writeln!(out, "\n{text}");
    }
    for section in sections(page) {
        let _ = writeln!(out, "\n{hashes}# {}\n", section.title);
        block(section.language, &section.lines, &mut out);
    }
    out
}

/// A block of code; its fence is longer than any that its text holds.
fn block(language: Language, lines: &[Line<'_>], out: &mut String) {
    let mut text = String::new();
    write_lines(lines, &Plain, &mut text);
    let is_marked = lines.iter().any(|line| line.mark != Mark::Same);
    let name = match language {
        _ if is_marked => "diff",
        Language::Rust => "rust",
        Language::Wire => "http",
        Language::Words => "text",
    };
    let longest = text.split(|letter| letter != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or_default().max(2) + 1);
    let _ = writeln!(out, "{fence}{name}\n{text}{fence}");
}
