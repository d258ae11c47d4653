//! The piece of a text that is worth showing with a problem.

use std::ops::Range;

use codegen::diagnostic::Span;

/// How much of a line is shown before a problem and, from its start, after it; in bytes.
const BEFORE: usize = 60;
const AFTER: usize = 120;

/// A piece of one line, and where in the piece the problem is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    pub(super) text: &'a str,
    pub(super) span: Range<usize>,
}

impl<'a> Excerpt<'a> {
    /// The line on which a span starts, or what of it is near to the span.
    ///
    /// A model may be one line of megabytes, so no more of the text than this is ever looked at.
    pub(super) fn of(text: &'a str, span: Span) -> Self {
        let start = boundary(text, span.start);
        let low = boundary(text, start.saturating_sub(BEFORE));
        let high = boundary(text, start.saturating_add(AFTER));
        let (before, after) = (slice(text, low..start), slice(text, start..high));
        let low = before.rfind('\n').map_or(low, |newline| low + newline + 1);
        let high = after.find(['\n', '\r']).map_or(high, |newline| start + newline);
        let end = boundary(text, span.end.clamp(start, high));
        Self {
            text: slice(text, low..high),
            span: start - low..end - low,
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
    use super::Excerpt;

    fn excerpt(text: &str, span: std::ops::Range<usize>) -> Excerpt<'_> {
        Excerpt::of(text, span.into())
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(
            excerpt("one\ntwo three\nfour\n", 8..13),
            Excerpt {
                text: "two three",
                span: 4..9
            }
        );
    }

    #[test]
    fn a_span_over_lines_ends_with_the_first() {
        assert_eq!(
            excerpt("{\r\n  1\n}", 0..8),
            Excerpt {
                text: "{",
                span: 0..1
            }
        );
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        let text = "ä".repeat(1_000);
        let excerpt = excerpt(&text, 1_001..1_003);
        assert!(excerpt.text.len() <= super::BEFORE + super::AFTER + 2);
        assert!(excerpt.text.get(excerpt.span).is_some());
    }

    #[test]
    fn a_place_past_the_end_is_shown_at_the_end() {
        assert_eq!(
            excerpt("{", 7..9),
            Excerpt {
                text: "{",
                span: 1..1
            }
        );
    }
}
