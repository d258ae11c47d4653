//! The piece of a text that is worth showing with a problem.

use std::ops::Range;

use codegen::diagnostic::Span;

/// How far back the start of the line is looked for, in bytes.
const LINE: usize = 4096;

/// How much of a longer line is kept before a problem and, from its start, after it. It is more than is shown,
/// so that the renderer shortens the line and says so.
const AROUND: usize = 300;

/// A piece of one line, and where in the piece the problem is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
    /// Whether the piece has the line's start, so that columns in it are columns of the line.
    pub(super) from_start: bool,
}

impl<'a> Excerpt<'a> {
    /// The line on which a span starts, or what of it is near to the span.
    ///
    /// A model may be one line of megabytes, so no more of the text than this is ever looked at.
    pub(super) fn of(text: &'a str, span: Span) -> Self {
        let start = boundary(text, span.start);
        let (low, high) = (
            boundary(text, start.saturating_sub(LINE)),
            boundary(text, start + AROUND),
        );
        let line = match slice(text, low..start).rfind('\n') {
            Some(newline) => Some(low + newline + 1),
            None => (low == 0).then_some(0),
        };
        let low = line.unwrap_or_else(|| boundary(text, start - AROUND));
        let high = slice(text, start..high)
            .find(['\n', '\r'])
            .map_or(high, |newline| start + newline);
        let end = boundary(text, span.end.clamp(start, high));
        Self {
            text: slice(text, low..high),
            span: start - low..end - low,
            from_start: line.is_some(),
        }
    }
}

/// The nearest place at or before an offset where a character starts.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|offset| text.is_char_boundary(*offset))
        .unwrap_or_default()
}

fn slice(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{AROUND, Excerpt, LINE};

    fn excerpt(text: &str, span: std::ops::Range<usize>) -> Excerpt<'_> {
        Excerpt::of(text, span.into())
    }

    #[test]
    fn a_line_is_shown_whole() {
        let expected = Excerpt {
            text: "two three",
            span: 4..9,
            from_start: true,
        };
        assert_eq!(excerpt("one\ntwo three\nfour\n", 8..13), expected);
    }

    #[test]
    fn a_span_over_lines_ends_with_the_first() {
        assert_eq!(
            excerpt("{\r\n  1\n}", 0..8),
            Excerpt {
                text: "{",
                span: 0..1,
                from_start: true
            }
        );
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        let text = "ä".repeat(LINE);
        let excerpt = excerpt(&text, LINE + 1_001..LINE + 1_003);
        assert!(!excerpt.from_start && excerpt.text.len() <= 2 * AROUND + 2);
        assert!(excerpt.text.get(excerpt.span).is_some());
    }

    #[test]
    fn a_place_past_the_end_is_shown_at_the_end() {
        assert_eq!(
            excerpt("{", 7..9),
            Excerpt {
                text: "{",
                span: 1..1,
                from_start: true
            }
        );
    }
}
