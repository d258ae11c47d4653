//! Text with roles: what a span is, not how it looks.

use std::fmt;

/// Lines of styled text. Its `Display` is the plain text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// The lines, without line ends.
    pub lines: Vec<Line>,
}

/// A line of styled text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its parts, in their order.
    pub spans: Vec<Span>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its text, without line ends.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// What a span is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Text like any other.
    Plain,
    /// A heading.
    Heading,
    /// Something that breaks.
    Major,
    /// Something to know.
    Minor,
    /// Something that came.
    Added,
    /// Something that went.
    Removed,
    /// Something that is another.
    Changed,
    /// Something beside the point.
    Faint,
}

impl Text {
    /// Adds a line.
    pub(crate) fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    /// Adds an empty line, unless there is one.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|last| !last.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// Adds words in as many lines as they need, with an indent for the first and one for the others.
    pub(crate) fn wrapped(&mut self, first: usize, words: &str, role: Role, others: usize) {
        let (first, others) = (" ".repeat(first), " ".repeat(others));
        for (number, line) in wrap(words, WIDTH - others.len()).into_iter().enumerate() {
            let indent = if number == 0 { &first } else { &others };
            self.line(Line::default().plain(indent.as_str()).span(line, role));
        }
    }
}

/// As wide as text gets that can be broken.
const WIDTH: usize = 80;

impl Line {
    /// The line with another span.
    pub(crate) fn span(mut self, text: impl Into<String>, role: Role) -> Self {
        let text = visible(text.into());
        if !text.is_empty() {
            self.spans.push(Span { text, role });
        }
        self
    }

    /// The line with another plain span.
    pub(crate) fn plain(self, text: impl Into<String>) -> Self {
        self.span(text, Role::Plain)
    }
}

/// The text with escapes for what a terminal would obey instead of showing it: a model's values may hold anything.
fn visible(text: String) -> String {
    let obeyed = |letter: char| {
        let turns_around = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        letter.is_control() || turns_around
    };
    if !text.contains(obeyed) {
        return text;
    }
    let mut shown = String::new();
    for letter in text.chars() {
        if obeyed(letter) {
            shown.extend(letter.escape_default());
        } else {
            shown.push(letter);
        }
    }
    shown
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.lines {
            for span in &line.spans {
                formatter.write_str(&span.text)?;
            }
            formatter.write_str("\n")?;
        }
        Ok(())
    }
}

/// Words in lines of that width; a word that is longer stands alone.
fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    // Only single spaces are places to break: columns stay.
    for word in words.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Line, Text};

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        let mut text = Text::default();
        text.line(Line::default().plain("a\u{1b}[31m\nb\u{202e}é"));
        assert_eq!(text.to_string(), "a\\u{1b}[31m\\nb\\u{202e}é\n");
    }
}
