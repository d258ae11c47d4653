//! A model's HTML as Markdown.

use std::collections::BTreeSet;

use super::block::Blocks;
use super::escape;
use super::inline::{Links, Paragraph};
use super::render::Mark;
use super::table::Table;
use super::token::{self, Tag, Token};

/// The Markdown of a model's `documentation`, its paragraphs on one line each; see [`super::wrap::wrap`].
///
/// Empty where there is nothing to read: some models document with empty tags. `link` maps the name of an
/// operation, shape or member to the target of an intra-doc link: `GetFindings` to
/// `crate::operation::GetFindings`. Whatever comes in, malformed or not, no text gets lost, every block is closed,
/// and nothing in the result means more than it did in the HTML.
pub fn markdown(html: &str, link: &dyn Fn(&str) -> Option<String>) -> String {
    let tokens = token::tokens(html);
    let closed = tokens.iter().filter_map(|token| match token {
        Token::Close(name) => Some(name.as_str()),
        Token::Text(_) | Token::Open(_) => None,
    });
    let mut converter = Converter::new(closed.collect(), link);
    tokens.iter().for_each(|token| converter.token(token));
    converter.finish()
}

/// What a tag means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Element {
    Paragraph,
    /// A line of its own in bold.
    Heading,
    Break,
    List {
        ordered: bool,
    },
    Item,
    Term,
    Definition,
    /// A block quote with a word in bold before it.
    Quote {
        label: Option<&'static str>,
    },
    Preformatted,
    Table,
    Row,
    Cell,
    Code,
    Stress(Mark),
    /// A link, and the attribute that says where to.
    Link {
        attribute: &'static str,
    },
    /// Means nothing, nor does what it holds.
    Void,
    /// Means nothing; what it holds does.
    Transparent,
    Unknown,
}

impl Element {
    /// What the tag of that name means in HTML and in the dialects of it that models use.
    fn of(name: &str) -> Self {
        match name {
            "p" | "para" | "div" | "section" | "text" | "hr" => Self::Paragraph,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" => Self::Heading,
            "br" => Self::Break,
            "ul" | "dl" | "itemizedlist" | "variablelist" => Self::List { ordered: false },
            "ol" | "orderedlist" => Self::List { ordered: true },
            "li" | "listitem" => Self::Item,
            "dt" => Self::Term,
            "dd" => Self::Definition,
            "note" => Self::Quote { label: Some("Note:") },
            "important" => Self::Quote {
                label: Some("Important:"),
            },
            "caution" => Self::Quote {
                label: Some("Caution:"),
            },
            "warning" => Self::Quote {
                label: Some("Warning:"),
            },
            "tip" => Self::Quote { label: Some("Tip:") },
            "blockquote" => Self::Quote { label: None },
            "pre" | "programlisting" | "screen" => Self::Preformatted,
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "code" | "tt" | "samp" | "kbd" | "literal" | "filename" | "function" => Self::Code,
            "b" | "strong" => Self::Stress(Mark::Strong),
            "i" | "em" | "emphasis" | "var" | "cite" => Self::Stress(Mark::Emphasis),
            "a" => Self::Link { attribute: "href" },
            "ulink" => Self::Link { attribute: "url" },
            "link" => Self::Link { attribute: "linkend" },
            "fullname" | "script" | "style" => Self::Void,
            "zonbook" | "xhtml" | "replaceable" | "value" | "copy" | "u" | "span" | "sub" | "sup"
            | "small" | "font" | "thead" | "tbody" | "tfoot" | "body" | "html" => Self::Transparent,
            _ => Self::Unknown,
        }
    }
}

/// Takes tokens, writes blocks.
struct Converter<'a> {
    /// The names of all tags that are closed somewhere.
    closed: BTreeSet<&'a str>,
    blocks: Blocks,
    paragraph: Paragraph<'a>,
    table: Option<Table>,
    /// The text of preformatted lines while in such.
    preformatted: Option<String>,
    /// The tag whose contents are passed over.
    void: Option<String>,
}

impl<'a> Converter<'a> {
    fn new(closed: BTreeSet<&'a str>, links: Links<'a>) -> Self {
        Self {
            closed,
            blocks: Blocks::default(),
            paragraph: Paragraph::new(links),
            table: None,
            preformatted: None,
            void: None,
        }
    }

    fn finish(mut self) -> String {
        self.close_preformatted();
        self.flush();
        self.close_table();
        self.blocks.finish()
    }

    fn token(&mut self, token: &Token<'_>) {
        if let Some(void) = &self.void {
            if matches!(token, Token::Close(name) if name == void) {
                self.void = None;
            }
            return;
        }
        match token {
            Token::Text(text) => self.text(text),
            Token::Open(tag) => {
                self.open(tag);
                // `<p/>` and the like hold nothing.
                if tag.self_closing {
                    self.close(&tag.name);
                }
            }
            Token::Close(name) => self.close(name),
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.preformatted {
            Some(lines) => lines.push_str(text),
            None => self.paragraph.text(text),
        }
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let element = Element::of(&tag.name);
        if let Some(lines) = &mut self.preformatted {
            match element {
                Element::Break => lines.push('\n'),
                Element::Unknown if !self.closed.contains(tag.name.as_str()) => lines.push_str(tag.raw),
                _ => {}
            }
            return;
        }
        match element {
            Element::Paragraph => self.begin_paragraph(),
            Element::Break if self.paragraph.in_code() => self.paragraph.text("\n"),
            Element::Break => self.begin_paragraph(),
            Element::Heading => {
                self.flush();
                self.paragraph.open(Mark::Strong);
            }
            Element::List { ordered } => self.block(|blocks| blocks.open_list(ordered)),
            Element::Item => self.block(Blocks::open_item),
            Element::Term => {
                self.block(Blocks::open_item);
                self.paragraph.open(Mark::Strong);
            }
            Element::Definition => self.define(),
            Element::Quote { label } => {
                self.block(Blocks::open_quote);
                if let Some(label) = label {
                    self.paragraph.label(label);
                }
            }
            Element::Preformatted => {
                self.flush();
                self.preformatted = Some(String::new());
            }
            Element::Table => {
                self.flush();
                self.table.get_or_insert_default();
            }
            Element::Row => self.in_table(Table::row),
            Element::Cell => self.in_table(Table::cell),
            Element::Code => self.paragraph.open_code(),
            Element::Stress(mark) => self.paragraph.open(mark),
            Element::Link { attribute } => self.paragraph.open_link(tag.attribute(attribute)),
            // Without an end it would swallow everything.
            Element::Void if self.closed.contains(tag.name.as_str()) && !tag.self_closing => {
                self.void = Some(tag.name.clone());
            }
            // In `arn:aws:kms:<region>` nobody escaped the placeholder: it is text.
            Element::Unknown if !self.closed.contains(tag.name.as_str()) => self.paragraph.text(tag.raw),
            Element::Void | Element::Transparent | Element::Unknown => {}
        }
    }

    fn close(&mut self, name: &str) {
        let element = Element::of(name);
        if self.preformatted.is_some() {
            if element == Element::Preformatted {
                self.close_preformatted();
            }
            return;
        }
        match element {
            Element::Paragraph => self.begin_paragraph(),
            Element::Heading => self.flush(),
            Element::List { .. } => self.block(Blocks::close_list),
            Element::Item => self.block(Blocks::close_item),
            Element::Term => self.paragraph.close(Mark::Strong),
            Element::Definition => self.begin_paragraph(),
            Element::Quote { .. } => {
                if !self.paragraph.has_content() {
                    self.paragraph.take(false);
                }
                self.block(Blocks::close_quote);
            }
            Element::Table => {
                self.flush();
                self.close_table();
            }
            Element::Code => {
                if let Some(lines) = self.paragraph.close_code() {
                    self.flush();
                    self.lines_of_code(&lines);
                }
            }
            Element::Stress(mark) => self.paragraph.close(mark),
            Element::Link { .. } => self.paragraph.close_link(),
            Element::Break
            | Element::Preformatted
            | Element::Row
            | Element::Cell
            | Element::Void
            | Element::Transparent
            | Element::Unknown => {}
        }
    }

    /// Begins a paragraph; a label before it belongs to it.
    fn begin_paragraph(&mut self) {
        if self.paragraph.has_content() {
            self.flush();
        }
    }

    /// Begins or ends a container, of which a table's cell can't hold any.
    fn block(&mut self, change: impl FnOnce(&mut Blocks)) {
        self.flush();
        if self.table.is_none() {
            change(&mut self.blocks);
        }
    }

    /// The term before a definition is its label.
    fn define(&mut self) {
        if self.paragraph.has_content() {
            self.paragraph.becomes_label();
        } else {
            self.flush();
        }
    }

    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        self.flush();
        if let Some(table) = &mut self.table {
            change(table);
        }
    }

    /// Ends the paragraph.
    fn flush(&mut self) {
        let text = self.paragraph.take(self.table.is_some());
        match &mut self.table {
            Some(table) => table.text(&text),
            None => self.blocks.paragraph(&text),
        }
    }

    fn close_table(&mut self) {
        let lines = self.table.take().map(|table| table.lines()).unwrap_or_default();
        if !lines.is_empty() {
            self.blocks.lines(lines.iter().map(String::as_str));
        }
    }

    fn close_preformatted(&mut self) {
        if let Some(lines) = self.preformatted.take() {
            self.lines_of_code(&lines);
        }
    }

    /// Writes code as a block that rustdoc does not take for a test.
    fn lines_of_code(&mut self, code: &str) {
        if self.table.is_some() {
            self.paragraph.open_code();
            self.paragraph.text(code);
            self.flush();
            return;
        }
        let code = code
            .replace('\t', "    ")
            .replace(|c| c != '\n' && (!escape::is_shown(c) || c.is_control()), "");
        let code = code.trim_matches('\n').trim_end();
        if code.is_empty() {
            return;
        }
        let indents = code.lines().filter(|line| !line.trim().is_empty());
        let indent = indents
            .map(|line| line.len() - line.trim_start_matches(' ').len())
            .min()
            .unwrap_or_default();
        let lines = code.lines().map(|line| line.get(indent..).unwrap_or_default());
        let fence = "`".repeat(escape::longest_run(code, '`').max(2) + 1);
        let open = format!("{fence}text");
        self.blocks
            .lines([open.as_str()].into_iter().chain(lines).chain([fence.as_str()]));
    }
}

#[cfg(test)]
mod tests;
