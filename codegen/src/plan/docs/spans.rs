//! The parts of a Markdown paragraph that must stay in one piece.

use std::collections::BTreeMap;
use std::ops::Range;

/// A link's target may be this long: beyond, the bracket was no link.
const LONGEST_TARGET: usize = 4096;

/// The byte ranges of code spans, links and autolinks in the text of a paragraph, in order and without overlap.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let mut scanner = Scanner {
        bytes: text.as_bytes(),
        runs: runs(text),
        found: Vec::new(),
        brackets: Vec::new(),
    };
    let mut at = 0;
    while let Some(byte) = scanner.bytes.get(at) {
        at = match byte {
            b'\\' => at + 2,
            b'`' => scanner.code(at),
            b'<' => scanner.autolink(at),
            b'[' => {
                scanner.brackets.push(at);
                at + 1
            }
            b']' => scanner.link(at + 1),
            _ => at + 1,
        };
    }
    scanner.found
}

/// Where runs of backticks begin, by their length.
fn runs(text: &str) -> BTreeMap<usize, Vec<usize>> {
    let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = text
        .get(at..)
        .and_then(|rest| rest.find('`'))
        .map(|offset| at + offset)
    {
        let length = run_length(text.as_bytes(), start);
        runs.entry(length).or_default().push(start);
        at = start + length;
    }
    runs
}

fn run_length(bytes: &[u8], at: usize) -> usize {
    bytes.iter().skip(at).take_while(|byte| **byte == b'`').count()
}

struct Scanner<'a> {
    bytes: &'a [u8],
    runs: BTreeMap<usize, Vec<usize>>,
    found: Vec<Range<usize>>,
    /// Opening brackets without a closing one so far.
    brackets: Vec<usize>,
}

impl Scanner<'_> {
    /// A run of backticks: code up to the next run of that length, or nothing. Says where to go on.
    fn code(&mut self, at: usize) -> usize {
        let length = run_length(self.bytes, at);
        let starts = self.runs.get(&length).map(Vec::as_slice).unwrap_or_default();
        let next = starts.partition_point(|start| *start < at + length);
        match starts.get(next) {
            Some(closing) => {
                self.found.push(at..closing + length);
                closing + length
            }
            None => at + length,
        }
    }

    /// `<https://example.com>`, or nothing. Says where to go on.
    fn autolink(&mut self, at: usize) -> usize {
        let rest = self.bytes.get(at + 1..).unwrap_or_default();
        let length = rest
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'<' | b'>'));
        let inner = length.and_then(|length| rest.get(..length)).unwrap_or_default();
        let closed = rest.get(inner.len()) == Some(&b'>');
        if !(closed && inner.contains(&b':')) {
            return at + 1;
        }
        let end = at + 1 + inner.len() + 1;
        self.found.push(at..end);
        end
    }

    /// A closing bracket that ended just before: a link, with its target if there is one. Says where to go on.
    fn link(&mut self, at: usize) -> usize {
        let Some(start) = self.brackets.pop() else {
            return at;
        };
        let end = self.target(at).unwrap_or(at);
        while self.found.last().is_some_and(|inner| inner.start >= start) {
            self.found.pop();
        }
        self.found.push(start..end);
        end
    }

    /// The end of `(target)` at that place.
    fn target(&self, at: usize) -> Option<usize> {
        let rest = self.bytes.get(at..)?.strip_prefix(b"(")?;
        let mut depth = 1_usize;
        for (offset, byte) in rest.iter().enumerate().take(LONGEST_TARGET) {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Some(at + 1 + offset + 1);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        spans(text)
            .into_iter()
            .filter_map(|span| text.get(span))
            .collect()
    }

    #[test]
    fn code_ends_at_a_run_of_the_same_length() {
        assert_eq!(found("a `b` ``c ` d`` e"), ["`b`", "``c ` d``"]);
    }

    #[test]
    fn a_backtick_without_its_like_is_nothing() {
        assert_eq!(found("a ` b `` c"), Vec::<&str>::new());
        assert_eq!(found(r"a \`b` c"), Vec::<&str>::new());
    }

    #[test]
    fn a_link_goes_to_the_end_of_its_target() {
        assert_eq!(found("a [b `c` [d]](e(f)) g [h]"), ["[b `c` [d]](e(f))", "[h]"]);
    }

    #[test]
    fn a_bracket_without_its_like_is_nothing() {
        assert_eq!(found(r"a [b \] c) ] d]("), ["[b \\] c) ]"]);
        assert_eq!(found("[0, 1)"), Vec::<&str>::new());
    }

    #[test]
    fn an_autolink_is_one_piece() {
        assert_eq!(found("a <b://c> < d> <e>"), ["<b://c>"]);
    }
}
