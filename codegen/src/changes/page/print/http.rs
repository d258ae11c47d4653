//! HTTP requests and responses, with JSON for their bodies.

use super::line::{Line, Span, Style};
use super::syntax::{Open, Writer, example};
use crate::changes::page::{Kind, Mark, Node, OperationPage, Pair, Place, Role};
use crate::model::Http;

/// The request: method and URI, what stands outside the body, the body.
pub fn request_syntax(page: &OperationPage) -> Vec<Line<'_>> {
    let mut writer = Writer::default();
    let line = |http: &Http| format!("{} {}", http.method, http.uri);
    writer.versions("", page.http.map(line));
    writer.versions("host: ", page.host_prefix.map(|prefix| format!("{prefix}…")));
    writer.message(&page.request);
    writer.lines
}

/// The response: status, what stands outside the body, the body.
pub fn response_syntax(page: &OperationPage) -> Vec<Line<'_>> {
    let mut writer = Writer::default();
    let line = |http: &Http| format!("HTTP {}", http.response_code.unwrap_or(200));
    writer.versions("", page.http.map(line));
    writer.message(&page.response);
    writer.lines
}

impl<'p> Writer<'p> {
    /// A line of the newer revision, and before it that of the older one where it was another.
    fn versions(&mut self, label: &'static str, texts: Pair<String>) {
        let mark = texts.mark();
        let (gone, new) = match mark {
            Mark::Changed => (Mark::Gone, Mark::New),
            _ => (mark, mark),
        };
        let older = texts
            .before
            .filter(|_| matches!(mark, Mark::Changed | Mark::Gone));
        for (mark, text) in [(gone, older), (new, texts.after)] {
            if let Some(text) = text {
                let spans = vec![Span::new(Style::Name, label), Span::new(Style::Keyword, text)];
                self.lines.push(Line::new(mark, 0, spans));
            }
        }
    }

    fn message(&mut self, nodes: &'p [Node]) {
        let outside = [
            Place::Label,
            Place::Query,
            Place::Header,
            Place::PrefixHeaders,
            Place::Status,
        ];
        for place in outside {
            for node in nodes.iter().filter(|node| node.facts.place == place) {
                self.parameter(node);
            }
        }
        let of = |place: Place| move |node: &&Node| node.facts.place == place;
        for node in nodes.iter().filter(of(Place::Payload)) {
            self.payload(node);
        }
        let members: Vec<&Node> = nodes.iter().filter(of(Place::Body)).collect();
        if !members.is_empty() {
            self.object(members);
        }
    }

    /// Something outside the body.
    fn parameter(&mut self, node: &'p Node) {
        let wire = node.facts.wire_name.as_str();
        let (before, after) = match node.facts.place {
            Place::Label => ("{", "} = "),
            Place::Query => ("?", "="),
            Place::PrefixHeaders => ("", "*: "),
            Place::Status => ("", " = "),
            _ => ("", ": "),
        };
        let is_map = matches!(node.facts.kind, Kind::Map { .. });
        let head = match node.facts.place {
            Place::Query if is_map => vec![Span::punctuation("?")],
            _ => vec![
                Span::punctuation(before),
                Span::new(Style::Name, wire),
                Span::punctuation(after),
            ],
        };
        let mut open = Open::new(node, 1, head, "");
        if node.facts.place == Place::Status {
            open.remark(node.facts.place.word());
        }
        self.text(node, open);
    }

    /// A value as plain text.
    fn text(&mut self, node: &'p Node, mut open: Open<'p>) {
        let part = |role: Role| node.children().iter().find(move |child| child.role == role);
        match (node.facts.kind, node.facts.place) {
            (Kind::List { .. }, place) => {
                if let Some(item) = part(Role::Item) {
                    open.add(item);
                    open.tail = match place {
                        Place::Query => format!("&{}=…", node.facts.wire_name),
                        _ => ", …".to_owned(),
                    };
                    self.text(item, open);
                }
            }
            (Kind::Map { .. }, place) => {
                if let (Some(key), Some(value)) = (part(Role::Key), part(Role::Value)) {
                    open.add(key);
                    open.add(value);
                    if place == Place::Query {
                        open.head.extend(plain(key));
                        open.head.push(Span::punctuation("="));
                    }
                    self.text(value, open);
                }
            }
            (Kind::Enum, _) => self.values(node, open, false),
            _ => {
                open.head.extend(plain(node));
                self.finish(open);
            }
        }
    }

    /// A member that is the whole body.
    fn payload(&mut self, node: &'p Node) {
        let mut open = Open::new(node, 0, Vec::new(), "");
        match node.facts.kind {
            Kind::Blob { .. } => {
                open.head.push(Span::new(Style::Example, "<bytes>"));
                self.finish(open);
            }
            Kind::String | Kind::Enum => {
                open.head.push(Span::new(Style::Example, "<text>"));
                self.finish(open);
            }
            _ => self.value(node, open),
        }
    }
}

/// A value without the quotes of JSON.
fn plain(node: &Node) -> Vec<Span<'_>> {
    let text = match node.facts.kind {
        Kind::Json => "<base64 of JSON>",
        Kind::Blob { .. } => "<base64>",
        kind => example(kind).trim_matches('"'),
    };
    vec![Span::new(Style::Example, text)]
}
