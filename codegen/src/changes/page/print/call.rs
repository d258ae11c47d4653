//! How Rust makes a request: a builder call with everything set.

use super::line::{Line, Span, Style, below, remark, within};
use super::value;
use crate::changes::page::{Change, Kind, Mark, Node, OperationPage, Role, What};

/// The call that sets every field of the input, with examples for values.
///
/// Empty where no crate has the operation. Of a union every variant is shown, though a value is one of them.
pub fn call(page: &OperationPage) -> Vec<Line<'_>> {
    let mut writer = Writer::default();
    let Some(name) = page.input.shown() else {
        return Vec::new();
    };
    let mark = match page.mark {
        Mark::Changed => page.input.mark(),
        mark => mark,
    };
    writer.construct(name, &page.request, Spot { depth: 0, mark });
    writer.lines
}

#[derive(Default)]
struct Writer<'p> {
    lines: Vec<Line<'p>>,
}

/// Where an expression is to be written.
#[derive(Debug, Clone, Copy)]
struct Spot {
    depth: usize,
    /// Of what is around.
    mark: Mark,
}

impl Spot {
    fn deeper(self) -> Self {
        Self {
            depth: self.depth + 1,
            mark: self.mark,
        }
    }

    fn marked(self, inner: Mark) -> Self {
        Self {
            depth: self.depth,
            mark: below(self.mark, inner),
        }
    }
}

impl<'p> Writer<'p> {
    fn push(&mut self, spot: Spot, spans: Vec<Span<'p>>) {
        self.lines.push(Line::new(spot.mark, spot.depth, spans));
    }

    /// Adds to the last line, in front of its remark.
    fn append(&mut self, text: &'static str) {
        if let Some(line) = self.lines.last_mut() {
            let at = line.spans.iter().position(|span| span.style == Style::Comment);
            let at = at.unwrap_or(line.spans.len());
            line.spans.insert(at, Span::punctuation(text));
        }
    }

    /// `Type::new(..)` and its setters.
    fn construct(&mut self, name: &'p str, fields: &'p [Node], spot: Spot) {
        let is_argument = |node: &&Node| node.facts.rust.as_ref().is_some_and(|rust| rust.argument);
        let arguments: Vec<&Node> = fields.iter().filter(is_argument).collect();
        // Setters stand below the call's beginning, or level with its end.
        let mut setters = spot;
        if arguments.iter().all(|node| value::is_plain(node)) {
            setters = spot.deeper();
            self.new_in_a_line(name, &arguments, spot);
        } else {
            self.push(
                spot,
                vec![Span::new(Style::Type, name), Span::punctuation("::new(")],
            );
            self.arguments(&arguments, spot.deeper());
            self.push(spot.marked(Mark::Same), vec![Span::punctuation(")")]);
        }
        for node in fields.iter().filter(|node| !is_argument(node)) {
            self.setter(node, setters);
        }
    }

    /// Arguments of `new`, a line each or more.
    fn arguments(&mut self, arguments: &[&'p Node], spot: Spot) {
        for (number, node) in arguments.iter().enumerate() {
            if value::is_plain(node) {
                let spot = spot.marked(deep_mark(node));
                self.push(spot, with_remark(vec![variable(node)], full_remark(node)));
            } else {
                self.argument(node, spot);
            }
            if number + 1 < arguments.len() {
                self.append(",");
            }
        }
    }

    fn new_in_a_line(&mut self, name: &'p str, arguments: &[&'p Node], mut spot: Spot) {
        let is_new_or_gone = matches!(spot.mark, Mark::New | Mark::Gone);
        let mut spans = vec![Span::new(Style::Type, name), Span::punctuation("::new(")];
        let mut remarks = Vec::new();
        for (number, node) in arguments.iter().enumerate() {
            if number > 0 {
                spans.push(Span::punctuation(", "));
            }
            let mark = match deep_mark(node) {
                mark @ (Mark::New | Mark::Gone) if !is_new_or_gone => mark,
                _ => Mark::Same,
            };
            spans.push(variable(node).marked(mark));
            spot.mark = within(spot.mark, deep_mark(node));
            remarks.extend(Some(full_remark(node)).filter(|remark| !remark.is_empty()));
        }
        spans.push(Span::punctuation(")"));
        self.push(spot, with_remark(spans, remarks.join("; ")));
    }

    /// `.field(value)`.
    fn setter(&mut self, node: &'p Node, spot: Spot) {
        let Some(rust) = &node.facts.rust else { return };
        let mut spans = vec![
            Span::punctuation("."),
            Span::new(Style::Name, rust.name.as_str()),
            Span::punctuation("("),
        ];
        let spot = spot.marked(deep_mark(node));
        if value::is_plain(node) {
            spans.extend(value::plain(node, false));
            spans.push(Span::punctuation(")"));
            return self.push(spot, with_remark(spans, full_remark(node)));
        }
        self.block(node, spans, ")", full_remark(node), false, spot);
    }

    /// An argument with a structure or union in it.
    fn argument(&mut self, node: &'p Node, spot: Spot) {
        let spot = spot.marked(deep_mark(node));
        if value::brackets(node, false).open.is_empty() {
            return self.core(node, spot);
        }
        self.block(node, Vec::new(), "", full_remark(node), false, spot);
    }

    /// A value that takes several lines.
    fn block(
        &mut self,
        node: &'p Node,
        mut head: Vec<Span<'p>>,
        tail: &str,
        remark: String,
        exact: bool,
        spot: Spot,
    ) {
        let brackets = value::brackets(node, exact);
        head.push(Span::punctuation(brackets.open));
        self.push(spot, with_remark(head, remark));
        let inside = spot.marked(Mark::Same);
        self.core(brackets.core, inside.deeper());
        let close = format!("{}{tail}", brackets.close);
        self.push(inside, vec![Span::punctuation(close)]);
    }

    /// A structure, or each variant of a union.
    fn core(&mut self, node: &'p Node, spot: Spot) {
        let name = value::type_name(node);
        if node.facts.kind != Kind::Union {
            return self.construct(name, node.children(), spot);
        }
        for (number, variant) in node.children().iter().enumerate() {
            let choice = if number == 0 { "one of" } else { "or" };
            let remark = full_remark(variant);
            let remark = match remark.as_str() {
                "" => choice.to_owned(),
                remark => format!("{choice}; {remark}"),
            };
            self.variant(name, variant, remark, spot.marked(deep_mark(variant)));
        }
    }

    fn variant(&mut self, name: &'p str, variant: &'p Node, remark: String, spot: Spot) {
        let rust = variant.facts.rust.as_ref();
        let mut spans = vec![
            Span::new(Style::Type, name),
            Span::punctuation("::"),
            Span::new(
                Style::Value,
                rust.map(|rust| rust.name.as_str()).unwrap_or_default(),
            ),
            Span::punctuation("("),
        ];
        if value::is_plain(variant) {
            spans.extend(value::plain(variant, true));
            spans.push(Span::punctuation(")"));
            return self.push(spot, with_remark(spans, remark));
        }
        self.block(variant, spans, ")", remark, true, spot);
    }
}

fn with_remark(mut spans: Vec<Span<'_>>, remark: String) -> Vec<Span<'_>> {
    if !remark.is_empty() {
        spans.push(Span::comment(&remark));
    }
    spans
}

/// The name of an argument.
fn variable(node: &Node) -> Span<'_> {
    let name = node.facts.rust.as_ref().map(|rust| rust.name.as_str());
    Span::new(Style::Name, name.unwrap_or_default())
}

/// How a node with the parts of its list or map relates to the older crate: what changed on the wire only is the
/// same there.
fn deep_mark(node: &Node) -> Mark {
    let values = node.values.iter().any(|value| value.mark != Mark::Same);
    let own = match node.mark {
        Mark::Changed if !values && !node.changes.iter().any(is_of_rust) => Mark::Same,
        mark => mark,
    };
    let parts = node.children().iter();
    let parts = parts.filter(|part| matches!(part.role, Role::Item | Role::Key | Role::Value));
    parts.fold(own, |mark, part| within(mark, deep_mark(part)))
}

fn is_of_rust(change: &Change) -> bool {
    matches!(change.what, What::RustName | What::RustType)
}

/// What changed of a node, other values of its enum, and where to look for what is not shown.
fn full_remark(node: &Node) -> String {
    let changes = remark(node.changes.iter().filter(|change| is_of_rust(change)));
    let texts = [changes, value::alternatives(node), value::left_out(node)];
    let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join("; ")
}
