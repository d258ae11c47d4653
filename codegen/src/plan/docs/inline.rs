//! A paragraph under construction: text, code, emphasis and links as they come in, in whatever order.

use super::escape;
use super::render::{Mark, Piece, append, render};

/// Maps the name of an operation, shape or member to an intra-doc link target.
pub(super) type Links<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A link whose end has not been seen.
#[derive(Debug)]
struct OpenLink {
    href: Option<String>,
    /// Number of pieces before it.
    pieces: usize,
    /// Number of marks that were open before it.
    marks: usize,
}

/// Code whose end has not been seen.
#[derive(Debug, Default)]
struct OpenCode {
    text: String,
    /// Whether a link begins with it.
    linked: bool,
    href: Option<String>,
}

/// A paragraph under construction.
pub(super) struct Paragraph<'a> {
    links: Links<'a>,
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
    link: Option<OpenLink>,
    code: Option<OpenCode>,
    /// Whether there is anything to read but the label.
    content: bool,
    label: bool,
}

impl<'a> Paragraph<'a> {
    /// An empty paragraph.
    pub(super) fn new(links: Links<'a>) -> Self {
        Self {
            links,
            pieces: Vec::new(),
            marks: Vec::new(),
            link: None,
            code: None,
            content: false,
            label: false,
        }
    }

    /// Whether there is anything to read but the label.
    pub(super) fn has_content(&self) -> bool {
        self.content
            || self
                .code
                .as_ref()
                .is_some_and(|code| !code.text.trim().is_empty())
    }

    /// Whether code has been begun.
    pub(super) fn in_code(&self) -> bool {
        self.code.is_some()
    }

    /// Begins with words in bold that the text after them belongs to.
    pub(super) fn label(&mut self, label: &str) {
        self.open(Mark::Strong);
        append(&mut self.pieces, Piece::Text(label.to_owned()));
        self.close(Mark::Strong);
        append(&mut self.pieces, Piece::Text(" ".to_owned()));
        self.content = false;
        self.label = true;
    }

    /// Makes a label of all there is.
    pub(super) fn becomes_label(&mut self) {
        self.close_all();
        self.trim_end();
        let last = self
            .pieces
            .iter()
            .rev()
            .map(Piece::as_text)
            .find(|text| !text.is_empty());
        let colon = if last.is_some_and(|text| text.ends_with(':')) {
            " "
        } else {
            ": "
        };
        append(&mut self.pieces, Piece::Text(colon.to_owned()));
        self.content = false;
        self.label = true;
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            code.text.extend(text.chars().filter(|c| escape::is_shown(*c)));
            return;
        }
        let mut collapsed = String::with_capacity(text.len());
        let mut blank = matches!(self.pieces.last(), Some(Piece::Text(last)) if last.ends_with(' '));
        for c in text
            .chars()
            .filter(|c| c.is_ascii_graphic() || escape::is_shown(*c))
        {
            if !c.is_whitespace() {
                collapsed.push(c);
                self.content = true;
            } else if !blank {
                collapsed.push(' ');
            }
            blank = c.is_whitespace();
        }
        append(&mut self.pieces, Piece::Text(collapsed));
    }

    /// Begins to stress.
    pub(super) fn open(&mut self, mark: Mark) {
        if self.code.is_none() && !self.marks.contains(&mark) {
            self.marks.push(mark);
            append(&mut self.pieces, Piece::Open(mark));
        }
    }

    /// Ends stressing, if it was begun.
    pub(super) fn close(&mut self, mark: Mark) {
        if self.code.is_some() {
            return;
        }
        let Some(at) = self.marks.iter().position(|open| *open == mark) else {
            return;
        };
        if self.link.as_ref().is_some_and(|link| at < link.marks) {
            self.close_link();
        }
        self.close_marks(at);
    }

    /// Begins a link.
    pub(super) fn open_link(&mut self, href: Option<String>) {
        match &mut self.code {
            Some(code) if code.text.trim().is_empty() => {
                code.linked = true;
                code.href = href;
            }
            Some(_) => {}
            None => {
                self.close_link();
                self.link = Some(OpenLink {
                    href,
                    pieces: self.pieces.len(),
                    marks: self.marks.len(),
                });
                append(&mut self.pieces, Piece::LinkOpen);
            }
        }
    }

    /// Ends the link, if there is one, and finds out where it leads.
    pub(super) fn close_link(&mut self) {
        if self.code.is_some() {
            return;
        }
        let Some(link) = self.link.take() else { return };
        self.close_marks(link.marks);
        let label: String = self.pieces.iter().skip(link.pieces).map(Piece::as_text).collect();
        let label = label.trim();
        if let Some(target) = self.intra_doc(label, link.href.as_deref()) {
            let label = Piece::Code(label.to_owned());
            self.pieces.truncate(link.pieces);
            self.pieces
                .extend([Piece::LinkOpen, label, Piece::LinkClose(target)]);
            return;
        }
        let identifier = !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match link.href.as_deref().and_then(web) {
            Some(url) if label.is_empty() || label == url => {
                self.pieces.truncate(link.pieces);
                append(&mut self.pieces, Piece::Text(url));
                self.content = true;
            }
            Some(url) => append(&mut self.pieces, Piece::LinkClose(escape::link_target(&url))),
            None if link.href.is_none() && identifier => {
                let label = Piece::Code(label.to_owned());
                self.pieces.truncate(link.pieces);
                append(&mut self.pieces, label);
            }
            None => {
                let inner = self.pieces.split_off(link.pieces);
                inner
                    .into_iter()
                    .skip(1)
                    .for_each(|piece| append(&mut self.pieces, piece));
            }
        }
    }

    /// Begins code.
    pub(super) fn open_code(&mut self) {
        self.code.get_or_insert_default();
    }

    /// Ends code, if it was begun, without adding it where it has several lines: those are returned.
    pub(super) fn close_code(&mut self) -> Option<String> {
        let code = self.code.take()?;
        let text = code.text.trim();
        if text.is_empty() {
            return None;
        }
        if text.contains('\n') && self.link.is_none() {
            return Some(code.text);
        }
        let text = text.to_owned();
        self.content = true;
        if self.link.is_some() {
            append(&mut self.pieces, Piece::Code(text));
        } else if code.linked {
            self.open_link(code.href);
            append(&mut self.pieces, Piece::Code(text));
            self.close_link();
        } else if let Some(target) = (self.links)(&text) {
            self.pieces
                .extend([Piece::LinkOpen, Piece::Code(text), Piece::LinkClose(target)]);
        } else {
            append(&mut self.pieces, Piece::Code(text));
        }
        None
    }

    /// The paragraph in Markdown, on one line; empty where there is nothing to read. Starts afresh.
    pub(super) fn take(&mut self, in_table: bool) -> String {
        if let Some(lines) = self.close_code() {
            append(&mut self.pieces, Piece::Code(lines));
            self.content = true;
        }
        self.close_all();
        let links = self.links;
        let done = std::mem::replace(self, Self::new(links));
        if done.content || done.label {
            render(done.pieces, in_table)
        } else {
            String::new()
        }
    }

    /// The target of a link whose words are the name of something in the crate.
    fn intra_doc(&self, label: &str, href: Option<&str>) -> Option<String> {
        // A page of the service's reference is about the thing it is named after; other pages are not.
        let page = href.map(|href| href.rsplit('/').next().unwrap_or(href));
        let about = page.is_none_or(|page| {
            let page = page.strip_suffix(".html").unwrap_or(page);
            page.strip_prefix("API_").unwrap_or(page) == label
        });
        if about && !label.is_empty() {
            (self.links)(label)
        } else {
            None
        }
    }

    /// Ends every mark but the first few.
    fn close_marks(&mut self, keep: usize) {
        while self.marks.len() > keep {
            if let Some(mark) = self.marks.pop() {
                append(&mut self.pieces, Piece::Close(mark));
            }
        }
    }

    fn close_all(&mut self) {
        self.close_link();
        self.close_marks(0);
    }

    fn trim_end(&mut self) {
        while let Some(Piece::Text(text)) = self.pieces.last_mut() {
            text.truncate(text.trim_end().len());
            if !text.is_empty() {
                break;
            }
            self.pieces.pop();
        }
    }
}

/// The URL that a link of a model leads to, if it is one.
fn web(href: &str) -> Option<String> {
    let href = href.trim();
    let web = href.starts_with("https://") || href.starts_with("http://");
    if web || (href.starts_with("mailto:") && href.contains('@')) {
        Some(href.to_owned())
    } else if href.starts_with('/') && !href.starts_with("//") {
        // Relative to the site that models are documented on.
        Some(format!("https://docs.aws.amazon.com{href}"))
    } else {
        None
    }
}
