//! What goes over the wire, much as JSON and HTTP write it.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::line::{Line, Span, Style, below, remark, within};
use crate::changes::page::{Below, Change, EnumValue, Kind, Mark, Node, OperationPage, Place, Role, What};
use crate::model::{Http, TimestampFormat};

/// Up to where the values of an enum share a line.
const WIDTH: usize = 96;

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

/// The JSON object that has these members.
pub fn syntax(nodes: &[Node]) -> Vec<Line<'_>> {
    let mut writer = Writer::default();
    writer.object(nodes.iter().collect());
    writer.lines
}

#[derive(Default)]
struct Writer<'p> {
    lines: Vec<Line<'p>>,
}

/// A line in the making: what is there and what has to follow the value.
struct Open<'p> {
    depth: usize,
    mark: Mark,
    head: Vec<Span<'p>>,
    tail: String,
    remark: String,
}

impl<'p> Open<'p> {
    fn new(node: &Node, depth: usize, head: Vec<Span<'p>>, tail: &str) -> Self {
        let mark = wire_mark(node);
        let changes = node.changes.iter().filter(|change| is_of_wire(change));
        Self {
            depth,
            mark,
            head,
            tail: tail.to_owned(),
            remark: remark(changes),
        }
    }

    /// Counts what is marked of a part of a list or map in.
    fn add(&mut self, part: &Node) {
        self.mark = within(self.mark, wire_mark(part));
        self.remark(&remark(part.changes.iter().filter(|change| is_of_wire(change))));
    }

    fn remark(&mut self, text: &str) {
        if !self.remark.is_empty() && !text.is_empty() {
            self.remark.push_str("; ");
        }
        self.remark.push_str(text);
    }

    fn wrapped(mut self, open: Cow<'p, str>, close: &str) -> Self {
        self.head.push(Span::punctuation(open));
        self.tail.insert_str(0, close);
        self
    }
}

/// How a node relates to the older revision on the wire: what changed in Rust only is the same there.
fn wire_mark(node: &Node) -> Mark {
    let values = node.values.iter().any(|value| value.mark != Mark::Same);
    match node.mark {
        Mark::Changed if !values && !node.changes.iter().any(is_of_wire) => Mark::Same,
        mark => mark,
    }
}

fn is_of_wire(change: &Change) -> bool {
    !matches!(change.what, What::RustName | What::RustType | What::Shape)
}

impl<'p> Writer<'p> {
    /// A line of the newer revision, and before it that of the older one where it was another.
    fn versions(&mut self, label: &'static str, texts: crate::changes::page::Pair<String>) {
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

    fn object(&mut self, members: Vec<&'p Node>) {
        // Braces that only new or only gone members need come or go with them.
        let mut marks = members.iter().map(|node| node.mark);
        let first = marks.next().unwrap_or_default();
        let mark = match first {
            Mark::New | Mark::Gone if marks.all(|mark| mark == first) => first,
            _ => Mark::Same,
        };
        self.lines.push(Line::new(mark, 0, vec![Span::punctuation("{")]));
        self.members(members, 1);
        self.lines.push(Line::new(mark, 0, vec![Span::punctuation("}")]));
    }

    fn members(&mut self, members: Vec<&'p Node>, depth: usize) {
        let last = members.len().saturating_sub(1);
        for (number, node) in members.into_iter().enumerate() {
            let name = Span::new(Style::Name, format!("{:?}", node.facts.wire_name));
            let tail = if number == last { "" } else { "," };
            let open = Open::new(node, depth, vec![name, Span::punctuation(": ")], tail);
            self.value(node, open);
        }
    }

    /// A value as JSON.
    fn value(&mut self, node: &'p Node, mut open: Open<'p>) {
        let part = |role: Role| node.children().iter().find(move |child| child.role == role);
        match node.facts.kind {
            Kind::Structure | Kind::Union => self.structure(node, open),
            Kind::List { sparse } => {
                let close = if sparse { "|null]" } else { "]" };
                let open = open.wrapped("[".into(), close);
                self.part(part(Role::Item), node, open);
            }
            Kind::Map { sparse } => {
                let close = if sparse { "|null}" } else { "}" };
                let mut open = open.wrapped("{".into(), close);
                if let Some(key) = part(Role::Key) {
                    open.add(key);
                    open.head.extend(key_spans(key));
                    open.head.push(Span::punctuation(": "));
                }
                self.part(part(Role::Value), node, open);
            }
            Kind::Enum => self.values(node, open, true),
            _ => {
                open.head
                    .push(Span::new(Style::Example, example(node.facts.kind)));
                self.finish(open);
            }
        }
    }

    /// The part of a list or map that has its values.
    fn part(&mut self, part: Option<&'p Node>, whole: &'p Node, mut open: Open<'p>) {
        match part {
            Some(part) => {
                open.add(part);
                self.value(part, open);
            }
            None => self.left_out(&whole.below, open),
        }
    }

    fn structure(&mut self, node: &'p Node, open: Open<'p>) {
        let Below::Nodes(children) = &node.below else {
            let open = open.wrapped("{".into(), "}");
            return self.left_out(&node.below, open);
        };
        if children.is_empty() {
            let open = open.wrapped("{}".into(), "");
            return self.finish(open);
        }
        let (depth, mark) = (open.depth, open.mark);
        let close = format!("}}{}", open.tail);
        let mut open = open.wrapped("{".into(), "");
        open.tail.clear();
        if node.facts.kind == Kind::Union {
            open.remark("one of");
        }
        self.finish(open);
        self.members(children.iter().collect(), depth + 1);
        self.lines.push(Line::new(
            below(mark, Mark::Same),
            depth,
            vec![Span::punctuation(close)],
        ));
    }

    fn left_out(&mut self, below: &Below, mut open: Open<'p>) {
        open.head.push(Span::punctuation("…"));
        match below {
            Below::AsAbove(path) => open.remark(&format!("as at {path}")),
            Below::Cut => open.remark("cut here: too much for a page"),
            Below::Nothing | Below::Nodes(_) => {}
        }
        self.finish(open);
    }

    /// The values of an enum: in the line where they fit, else a line each.
    fn values(&mut self, node: &'p Node, mut open: Open<'p>, quoted: bool) {
        let is_changed = open.mark == Mark::Changed;
        let span = |value: &'p EnumValue| {
            let text = match quoted {
                true => Cow::from(format!("{:?}", value.text)),
                false => Cow::from(&value.text),
            };
            let mark = if is_changed { value.mark } else { Mark::Same };
            Span::new(Style::Value, text).marked(mark)
        };
        let mut spans: VecDeque<Span<'p>> = node.values.iter().map(span).collect();
        let width = Line::width(&open.head) + spans.iter().map(Span::width).sum::<usize>() + spans.len();
        if open.depth * 4 + width <= WIDTH {
            for (number, span) in spans.into_iter().enumerate() {
                if number > 0 {
                    open.head.push(Span::punctuation("|"));
                }
                open.head.push(span);
            }
            return self.finish(open);
        }
        open.head.extend(spans.pop_front());
        let (depth, mark) = (open.depth + 1, open.mark);
        let tail = std::mem::take(&mut open.tail);
        self.finish(open);
        for span in spans {
            let line_mark = if is_changed { span.mark } else { mark };
            let spans = vec![Span::punctuation("| "), span.marked(Mark::Same)];
            self.lines.push(Line::new(line_mark, depth, spans));
        }
        if let Some(last) = self.lines.last_mut() {
            last.spans.push(Span::punctuation(tail));
        }
    }

    fn finish(&mut self, open: Open<'p>) {
        let mut spans = open.head;
        if !open.tail.is_empty() {
            spans.push(Span::punctuation(open.tail));
        }
        if !open.remark.is_empty() {
            spans.push(Span::comment(&open.remark));
        }
        self.lines.push(Line::new(open.mark, open.depth, spans));
    }
}

/// The keys of a map, in quotes.
fn key_spans(key: &Node) -> Vec<Span<'_>> {
    if key.values.is_empty() {
        return vec![Span::new(Style::Example, "\"string\"")];
    }
    let mut spans = Vec::new();
    for value in &key.values {
        if !spans.is_empty() {
            spans.push(Span::punctuation("|"));
        }
        let mark = if key.mark == Mark::Changed {
            value.mark
        } else {
            Mark::Same
        };
        spans.push(Span::new(Style::Value, format!("{:?}", value.text)).marked(mark));
    }
    spans
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

/// A value of a type as JSON has it.
fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::String | Kind::Enum => "\"string\"",
        Kind::Json => "\"<JSON>\"",
        Kind::Document => "<any JSON>",
        Kind::Boolean => "true|false",
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => "123",
        Kind::Float | Kind::Double => "123.0",
        Kind::Blob { .. } => "\"<base64>\"",
        Kind::Timestamp(TimestampFormat::EpochSeconds) => "1420070400",
        Kind::Timestamp(TimestampFormat::DateTime) => "\"2015-01-01T00:00:00Z\"",
        Kind::Timestamp(TimestampFormat::HttpDate) => "\"Thu, 01 Jan 2015 00:00:00 GMT\"",
        Kind::Structure | Kind::Union | Kind::List { .. } | Kind::Map { .. } => "…",
    }
}
