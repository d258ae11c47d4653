//! The parts of a paragraph, properly nested, as Markdown.

use std::collections::BTreeSet;

use super::escape;

/// A way to stress text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
}

impl Mark {
    /// The two differ in their character, so that neighbours cannot be mistaken for each other.
    fn delimiter(self) -> &'static str {
        match self {
            Self::Strong => "**",
            Self::Emphasis => "_",
        }
    }
}

/// A part of a paragraph, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it is to be read; runs of blanks are one space.
    Text(String),
    Code(String),
    Open(Mark),
    Close(Mark),
    LinkOpen,
    /// The end of a link and its target.
    LinkClose(String),
}

impl Piece {
    /// What is to be read of it.
    pub(super) fn as_text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Code(text) => text,
            Self::Open(_) | Self::Close(_) | Self::LinkOpen | Self::LinkClose(_) => "",
        }
    }

    /// The first character of its Markdown; marks have none, for they may be dropped.
    fn first_char(&self) -> Option<char> {
        match self {
            Self::Text(text) => text.chars().next(),
            Self::Code(_) => Some('`'),
            Self::LinkOpen => Some('['),
            Self::LinkClose(_) => Some(']'),
            Self::Open(_) | Self::Close(_) => None,
        }
    }

    /// The last character of its Markdown; marks have none, for they may be dropped.
    fn last_char(&self) -> Option<char> {
        match self {
            Self::Text(text) => text.chars().next_back(),
            Self::LinkClose(_) => Some(')'),
            Self::Code(_) | Self::LinkOpen | Self::Open(_) | Self::Close(_) => self.first_char(),
        }
    }
}

/// The pieces as Markdown.
pub(super) fn render(pieces: Vec<Piece>, in_table: bool) -> String {
    let kept = without_void_marks(pieces);
    let mut out = String::new();
    // What opens waits for the first text in it, so that blanks come before it.
    let mut waiting = String::new();
    let mut space = false;
    let mut in_link = false;
    for piece in &kept {
        match piece {
            Piece::Open(mark) => waiting.push_str(mark.delimiter()),
            Piece::LinkOpen => {
                waiting.push('[');
                in_link = true;
            }
            Piece::Close(mark) => out.push_str(mark.delimiter()),
            Piece::LinkClose(target) => {
                out.extend(["](", target, ")"]);
                in_link = false;
            }
            Piece::Text(text) => {
                space |= text.starts_with(' ');
                let words = text.trim();
                if !words.is_empty() {
                    begin(&mut out, space, &mut waiting);
                    escape::push_text(&mut out, words, in_link);
                    space = text.ends_with(' ');
                }
            }
            Piece::Code(code) => {
                begin(&mut out, space, &mut waiting);
                if in_table {
                    escape::push_code(&mut out, &code.replace('|', "\\|"));
                } else {
                    escape::push_code(&mut out, code);
                }
                space = false;
            }
        }
    }
    escape::guard_start(&mut out);
    out
}

fn begin(out: &mut String, space: bool, waiting: &mut String) {
    if space && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(waiting);
    waiting.clear();
}

/// Drops marks and links around nothing, and marks that Markdown would not see as such where they stand.
fn without_void_marks(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut dropped = BTreeSet::new();
    let mut open = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Open(_) | Piece::LinkOpen => open.push(at),
            Piece::Close(_) | Piece::LinkClose(_) => {
                let Some(start) = open.pop() else { continue };
                let inner = pieces.get(start + 1..at).unwrap_or_default();
                let before = pieces.get(..start).unwrap_or_default();
                let after = pieces.get(at + 1..).unwrap_or_default();
                let void = inner.iter().all(|piece| piece.as_text().trim().is_empty());
                let holds = match piece {
                    Piece::Close(_) => mark_holds(before, inner, after),
                    _ => true,
                };
                if void || !holds {
                    dropped.extend([start, at]);
                }
            }
            Piece::Text(_) | Piece::Code(_) => {}
        }
    }
    let mut kept = Vec::new();
    for (_, piece) in pieces
        .into_iter()
        .enumerate()
        .filter(|(at, _)| !dropped.contains(at))
    {
        append(&mut kept, piece);
    }
    kept
}

/// Adds a piece; what belongs together is one.
pub(super) fn append(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Text(last)), Piece::Text(more)) => last.push_str(&more),
        // Two code spans side by side would be none, nor would two bold words be bold.
        (Some(Piece::Code(last)), Piece::Code(more)) => last.push_str(&more),
        (Some(Piece::Close(last)), Piece::Open(mark)) if *last == mark => {
            pieces.pop();
        }
        (_, Piece::Text(nothing)) if nothing.is_empty() => {}
        (_, piece) => pieces.push(piece),
    }
}

/// Whether delimiters between these neighbours would be seen as such: those of `a_b_` would not.
fn mark_holds(before: &[Piece], inner: &[Piece], after: &[Piece]) -> bool {
    let holds = |outside: Option<char>, inside: Option<char>| {
        // Blanks inside are moved out.
        outside.is_none_or(separates) || inside.is_none_or(char::is_whitespace)
    };
    let first = |pieces: &[Piece]| pieces.iter().find_map(Piece::first_char);
    let last = |pieces: &[Piece]| pieces.iter().rev().find_map(Piece::last_char);
    holds(last(before), first(inner)) && holds(first(after), last(inner))
}

/// Whether Markdown takes the character for a blank or punctuation, as far as documentation has it.
fn separates(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '‐'..='‧' | '‹'..='⁞')
}
