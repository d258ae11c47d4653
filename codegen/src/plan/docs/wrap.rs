//! Markdown in lines of a limited width.

use super::spans::spans;

/// Breaks Markdown into lines of at most `width` characters, each ready to be one line of a doc comment.
///
/// Paragraphs are filled, those of lists and quotes with the indent that Markdown wants; a line is longer only where
/// a word, a code span or a link is. Fenced code, tables, headings and link definitions stay as they are. Text
/// that is indented for no reason loses its indent, lest it become code. No line ends in a blank, none begins with
/// what Markdown would take for a list, a heading or a quote, and wrapping twice changes nothing.
pub fn wrap(markdown: &str, width: usize) -> Vec<String> {
    let mut wrapper = Wrapper {
        width,
        out: Vec::new(),
        blank: None,
        containers: Vec::new(),
        paragraph: None,
        fence: None,
    };
    for line in markdown.lines() {
        if line.contains('\t') {
            wrapper.line(&line.replace('\t', "    "));
        } else {
            wrapper.line(line);
        }
    }
    wrapper.end_paragraph();
    wrapper.out
}

/// The first sentence of the first paragraph, with its full stop, as it stands there.
pub fn first_sentence(markdown: &str) -> &str {
    let paragraph = first_paragraph(markdown.trim_start());
    let kept = spans(paragraph);
    let mut word = 0;
    for (at, c) in paragraph.char_indices() {
        if c.is_whitespace() {
            word = at + c.len_utf8();
        }
        if !matches!(c, '.' | '!' | '?') || kept.iter().any(|span| span.contains(&at)) {
            continue;
        }
        let after = paragraph.get(at + 1..).unwrap_or_default();
        let rest = after.trim_start_matches(['"', '\'', ')', '*', '_', '”', '’']);
        let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let goes_on = rest.trim_start().starts_with(char::is_lowercase);
        let abbreviated = matches!(
            paragraph
                .get(word..=at)
                .unwrap_or_default()
                .trim_start_matches('('),
            "e.g." | "i.e." | "vs." | "cf." | "approx."
        );
        if ends && !goes_on && !abbreviated {
            return paragraph.get(..paragraph.len() - rest.len()).unwrap_or(paragraph);
        }
    }
    paragraph
}

/// The text up to the first blank line, list, quote or other block.
fn first_paragraph(markdown: &str) -> &str {
    let mut end = 0;
    for line in markdown.split_inclusive('\n') {
        let text = line.trim();
        if text.is_empty()
            || (end > 0 && (text.starts_with('>') || marker(text).is_some() || is_verbatim(text)))
        {
            break;
        }
        end += line.len();
    }
    markdown.get(..end).unwrap_or_default().trim_end()
}

/// What a line can stand in.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Container {
    Quote,
    /// A list item, whose further lines are indented by so much.
    Item(usize),
}

/// A paragraph whose end has not been seen.
#[derive(Debug)]
struct Paragraph {
    /// What stands before its first line.
    first: String,
    text: String,
}

/// Fenced code whose end has not been seen.
#[derive(Debug)]
struct Fence {
    character: char,
    length: usize,
}

struct Wrapper {
    width: usize,
    out: Vec<String>,
    /// A blank line that is written when something follows it.
    blank: Option<String>,
    containers: Vec<Container>,
    paragraph: Option<Paragraph>,
    fence: Option<Fence>,
}

impl Wrapper {
    fn line(&mut self, line: &str) {
        let (matched, rest) = self.continued(line);
        if let Some(fence) = self.fence.take_if(|_| matched == self.containers.len()) {
            let closes = fence.is_closed_by(rest);
            self.verbatim(&prefix(&self.containers), rest);
            self.fence = Some(fence).filter(|_| !closes);
            return;
        }
        self.fence = None;
        let text = rest.trim();
        if text.is_empty() {
            self.end_paragraph();
            self.containers.truncate(matched);
            self.blank = Some(prefix(&self.containers).trim_end().to_owned());
            return;
        }
        let (opened, markers, text) = self.opened(text, matched);
        match &mut self.paragraph {
            Some(paragraph) if opened.is_empty() && !interrupts(text) => paragraph.push(text),
            _ => self.block(matched, opened, &markers, text),
        }
    }

    /// How many of the open containers the line continues, and what of the line stands in them.
    fn continued<'a>(&self, line: &'a str) -> (usize, &'a str) {
        let mut rest = line;
        for (matched, container) in self.containers.iter().enumerate() {
            let text = rest.trim_start();
            let indent = rest.len() - text.len();
            let inner = match container {
                Container::Quote if indent < 4 => text
                    .strip_prefix('>')
                    .map(|text| text.strip_prefix(' ').unwrap_or(text)),
                Container::Quote => None,
                Container::Item(_) if text.is_empty() => Some(text),
                Container::Item(width) if indent >= *width => rest.get(*width..),
                Container::Item(_) => None,
            };
            match inner {
                Some(inner) => rest = inner,
                None => return (matched, rest),
            }
        }
        (self.containers.len(), rest)
    }

    /// The quotes and items that the line begins, their markers, and the text after them.
    fn opened<'a>(&self, line: &'a str, matched: usize) -> (Vec<Container>, String, &'a str) {
        let in_paragraph = self.paragraph.is_some() && matched == self.containers.len();
        let mut opened = Vec::new();
        let mut markers = String::new();
        let mut text = line;
        loop {
            if let Some(inner) = text.strip_prefix('>') {
                opened.push(Container::Quote);
                markers.push_str("> ");
                text = inner.trim_start();
                continue;
            }
            let Some((marker, inner)) = marker(text).filter(|_| !is_rule(text)) else {
                break;
            };
            // In the middle of a paragraph only a bullet or the number 1 begins a list.
            let number = marker.trim_end_matches(['.', ')']);
            let begins = number == "1" || (number == marker && !inner.is_empty());
            if in_paragraph && opened.is_empty() && !begins {
                break;
            }
            opened.push(Container::Item(marker.len() + 1));
            markers.extend([marker, " "]);
            text = inner;
        }
        (opened, markers, text)
    }

    /// Begins a block in the containers that go on and those that the line opened.
    fn block(&mut self, matched: usize, opened: Vec<Container>, markers: &str, text: &str) {
        self.end_paragraph();
        self.containers.truncate(matched);
        let first = prefix(&self.containers) + markers;
        self.containers.extend(opened);
        if text.is_empty() || is_verbatim(text) {
            self.verbatim(&first, text);
            self.fence = Fence::opened_by(text);
        } else {
            self.paragraph = Some(Paragraph {
                first,
                text: text.to_owned(),
            });
        }
    }

    fn verbatim(&mut self, prefix: &str, text: &str) {
        let line = format!("{prefix}{text}");
        self.emit(line.trim_end().to_owned());
    }

    fn emit(&mut self, line: String) {
        if let Some(blank) = self.blank.take().filter(|_| !self.out.is_empty()) {
            self.out.push(blank);
        }
        self.out.push(line);
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraph.take() else {
            return;
        };
        let rest = prefix(&self.containers);
        let mut lead = paragraph.first;
        for part in paragraph.text.split('\n') {
            for line in fill(part, self.width.saturating_sub(rest.chars().count())) {
                self.emit(format!("{lead}{line}"));
                lead.clone_from(&rest);
            }
        }
    }
}

impl Paragraph {
    /// Adds a line. After a backslash the line break counts.
    fn push(&mut self, line: &str) {
        let backslashes = self.text.len() - self.text.trim_end_matches('\\').len();
        self.text.push(if backslashes % 2 == 1 { '\n' } else { ' ' });
        self.text.push_str(line);
    }
}

impl Fence {
    fn opened_by(text: &str) -> Option<Self> {
        let character = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let info = text.trim_start_matches(character);
        let length = text.len() - info.len();
        (length >= 3 && !(character == '`' && info.contains('`'))).then_some(Self { character, length })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let text = line.trim();
        text.len() >= self.length && text.trim_matches(self.character).is_empty()
    }
}

/// What stands before a line in these containers.
fn prefix(containers: &[Container]) -> String {
    let mut prefix = String::new();
    for container in containers {
        match container {
            Container::Quote => prefix.push_str("> "),
            Container::Item(width) => prefix.extend(std::iter::repeat_n(' ', *width)),
        }
    }
    prefix
}

/// The words of a text in lines of that width. What must not begin a line stays with the word before it.
fn fill(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    let words = words(text);
    for (at, word) in words.iter().enumerate() {
        let added = word.chars().count();
        if !line.is_empty() && !must_not_begin_a_line(word) {
            let after = words.get(at + 1..).unwrap_or_default();
            let bound = after.iter().take_while(|word| must_not_begin_a_line(word));
            let unit = added + bound.map(|word| 1 + word.chars().count()).sum::<usize>();
            if length + 1 + unit > width {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
        }
        if !line.is_empty() {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += added;
    }
    lines.extend(Some(line).filter(|line| !line.is_empty()));
    lines
}

/// The text's words; code and links are part of one, whatever blanks they hold.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut kept = spans(text).into_iter().peekable();
    for (at, _) in text.match_indices(|c: char| c.is_ascii_whitespace()) {
        while kept.next_if(|span| span.end <= at).is_some() {}
        if kept.peek().is_some_and(|span| span.contains(&at)) {
            continue;
        }
        words.extend(text.get(start..at).filter(|word| !word.is_empty()));
        start = at + 1;
    }
    words.extend(text.get(start..).filter(|word| !word.is_empty()));
    words
}

/// Whether Markdown would take the word for more than text at the start of a line.
fn must_not_begin_a_line(word: &str) -> bool {
    match word.chars().next() {
        Some('>' | '|') => true,
        Some('`') => word.starts_with("```"),
        Some('~') => word.starts_with("~~~"),
        Some('#') => is_heading(word),
        Some('-' | '=' | '*' | '_' | '+') => {
            word.chars().all(|c| matches!(c, '-' | '=' | '*' | '_')) || word == "+"
        }
        Some('0'..='9') => marker(word).is_some(),
        _ => false,
    }
}

/// The marker of a list item and what follows it.
fn marker(text: &str) -> Option<(&str, &str)> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = text.get(digits..)?;
    let inner = match digits {
        0 => after.strip_prefix(['-', '+', '*'])?,
        1..=9 => after.strip_prefix(['.', ')'])?,
        _ => return None,
    };
    let ends = inner.is_empty() || inner.starts_with(' ');
    if ends {
        Some((text.get(..digits + 1)?, inner.trim_start()))
    } else {
        None
    }
}

/// Whether a line is a block of its own kind, to be left as it is.
fn is_verbatim(text: &str) -> bool {
    interrupts(text) || is_definition(text)
}

/// Whether a line ends the paragraph before it.
fn interrupts(text: &str) -> bool {
    text.starts_with('|') || is_heading(text) || is_rule(text) || Fence::opened_by(text).is_some()
}

fn is_heading(text: &str) -> bool {
    let title = text.trim_start_matches('#');
    matches!(text.len() - title.len(), 1..=6) && (title.is_empty() || title.starts_with(' '))
}

/// `---`, `* * *`, and the `===` below a heading.
fn is_rule(text: &str) -> bool {
    let Some(first @ ('=' | '-' | '*' | '_')) = text.chars().next() else {
        return false;
    };
    let same = text.chars().all(|c| c == first || (c == ' ' && first != '='));
    same && (first == '=' || text.matches(first).count() >= 3)
}

/// `[label]: target`.
fn is_definition(text: &str) -> bool {
    text.starts_with('[')
        && text
            .split_once("]:")
            .is_some_and(|(label, _)| !label.contains(']'))
}

#[cfg(test)]
mod tests;
