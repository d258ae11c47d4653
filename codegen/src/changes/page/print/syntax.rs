//! JSON with examples for values.

use std::borrow::Cow;
use std::collections::VecDeque;

use super::line::{Line, Span, Style, below, remark, within};
use crate::changes::page::{Below, Change, EnumValue, Kind, Mark, Node, Role, What};
use crate::model::TimestampFormat;

/// Up to where the values of an enum share a line.
const WIDTH: usize = 96;

/// The JSON object that has these members.
pub fn syntax(nodes: &[Node]) -> Vec<Line<'_>> {
    let mut writer = Writer::default();
    writer.object(nodes.iter().collect());
    writer.lines
}

/// Writes lines.
#[derive(Default)]
pub(super) struct Writer<'p> {
    pub(super) lines: Vec<Line<'p>>,
}

/// A line in the making: what is there and what has to follow the value.
pub(super) struct Open<'p> {
    depth: usize,
    mark: Mark,
    pub(super) head: Vec<Span<'p>>,
    pub(super) tail: String,
    remark: String,
}

impl<'p> Open<'p> {
    pub(super) fn new(node: &Node, depth: usize, head: Vec<Span<'p>>, tail: &str) -> Self {
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
    pub(super) fn add(&mut self, part: &Node) {
        self.mark = within(self.mark, wire_mark(part));
        self.remark(&remark(part.changes.iter().filter(|change| is_of_wire(change))));
    }

    pub(super) fn remark(&mut self, text: &str) {
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
    pub(super) fn object(&mut self, members: Vec<&'p Node>) {
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
    pub(super) fn value(&mut self, node: &'p Node, mut open: Open<'p>) {
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
    pub(super) fn values(&mut self, node: &'p Node, mut open: Open<'p>, quoted: bool) {
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

    pub(super) fn finish(&mut self, open: Open<'p>) {
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

/// A value of a type as JSON has it.
pub(super) fn example(kind: Kind) -> &'static str {
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
