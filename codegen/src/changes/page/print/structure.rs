//! The members one by one: type, limits, documentation, values.

use super::line::{Line, Span, Style, below, change_text};
use crate::changes::page::{Below, Kind, Mark, Node, Place, Role};
use crate::plan::docs::wrap::wrap;

/// How wide a line of documentation is at most, its indent included.
const WIDTH: usize = 100;

/// The members of a request or response, each with what there is to say about it.
pub fn structure(nodes: &[Node]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for node in nodes {
        member(node, 0, &mut lines);
    }
    lines
}

fn member<'p>(node: &'p Node, depth: usize, lines: &mut Vec<Line<'p>>) {
    let mut spans = vec![
        Span::new(Style::Name, node.name.as_str()),
        Span::punctuation(" ("),
        Span::new(Style::Type, phrase(node)),
    ];
    let notes = notes(node);
    if !notes.is_empty() {
        spans.push(Span::new(Style::Comment, format!(", {}", notes.join(", "))));
    }
    spans.push(Span::punctuation(")"));
    if let Some(rust) = &node.facts.rust {
        spans.push(Span::punctuation("  "));
        spans.push(Span::new(Style::Keyword, format!("{}: {}", rust.name, rust.ty)));
    }
    lines.push(Line::new(node.mark, depth, spans));
    details(node, "", depth + 1, lines);
}

/// What is said below the line of a member, and about the parts of a list or map.
fn details<'p>(node: &'p Node, label: &str, depth: usize, lines: &mut Vec<Line<'p>>) {
    // What is new or gone is so with all that is said about it.
    let whole = below(node.mark, Mark::Same);
    for change in &node.changes {
        let text = format!("{label}{}", change_text(change));
        lines.push(Line::new(
            Mark::Changed,
            depth,
            vec![Span::new(Style::Comment, text)],
        ));
    }
    for text in node.docs.iter().flat_map(|docs| wrap(docs, docs_width(depth))) {
        lines.push(Line::new(
            whole,
            depth,
            vec![Span::new(Style::Docs, format!("{label}{text}"))],
        ));
    }
    values(node, label, depth, lines);
    match &node.below {
        Below::Nothing => {}
        Below::AsAbove(path) => lines.push(remark(whole, depth, format!("{label}as at {path}"))),
        Below::Cut => lines.push(remark(
            whole,
            depth,
            format!("{label}cut here: too much for a page"),
        )),
        Below::Nodes(nodes) => {
            for node in nodes {
                match node.role {
                    Role::Member | Role::Variant => member(node, depth, lines),
                    Role::Item => details(node, &format!("{label}[] "), depth, lines),
                    Role::Key => details(node, &format!("{label}key "), depth, lines),
                    Role::Value => details(node, &format!("{label}{{}} "), depth, lines),
                }
            }
        }
    }
}

fn remark<'p>(mark: Mark, depth: usize, text: String) -> Line<'p> {
    Line::new(mark, depth, vec![Span::new(Style::Comment, text)])
}

/// How wide documentation is at a depth.
fn docs_width(depth: usize) -> usize {
    WIDTH.saturating_sub(depth * 4).max(40)
}

/// The type with the types of its parts: `list of string (at most 64 characters)`.
fn phrase(node: &Node) -> String {
    let facts = &node.facts;
    let part = |role: Role| {
        let part = node.children().iter().find(|child| child.role == role);
        part.map(|part| {
            let limits = part.facts.limits();
            match limits.is_empty() {
                true => phrase(part),
                false => format!("{} ({})", phrase(part), limits.join(", ")),
            }
        })
        .unwrap_or_else(|| "…".to_owned())
    };
    match facts.kind {
        Kind::Structure | Kind::Union | Kind::Enum => format!("{} {}", facts.kind.word(), facts.shape),
        Kind::List { .. } => format!("{} of {}", facts.kind.word(), part(Role::Item)),
        Kind::Map { .. } => {
            format!(
                "{} of {} to {}",
                facts.kind.word(),
                part(Role::Key),
                part(Role::Value)
            )
        }
        kind => kind.word().to_owned(),
    }
}

/// What there is to say of a member beside its type: `required`, `query parameter maxResults`, `1 to 64 characters`.
pub fn notes(node: &Node) -> Vec<String> {
    let facts = &node.facts;
    let mut notes = Vec::new();
    if facts.required {
        notes.push("required".to_owned());
    }
    if facts.token {
        notes.push("filled with a fresh token where absent".to_owned());
    }
    match facts.place {
        Place::Body if facts.wire_name == node.name => {}
        Place::Body => notes.push(format!("wire name {}", facts.wire_name)),
        Place::Payload | Place::Status | Place::Nowhere => notes.push(facts.place.word().to_owned()),
        Place::Label | Place::Query | Place::Header | Place::PrefixHeaders => {
            notes.push(format!("{} {}", facts.place.word(), facts.wire_name));
        }
    }
    if facts.host_label {
        notes.push("label of the host name".to_owned());
    }
    notes.extend(facts.limits());
    if facts.sensitive {
        notes.push("sensitive".to_owned());
    }
    notes.extend(facts.deprecation());
    notes
}

/// The values of an enum: a line each where there is something to say about one, else as many as fit.
fn values<'p>(node: &'p Node, label: &str, depth: usize, lines: &mut Vec<Line<'p>>) {
    let is_told = node.values.iter().any(|value| value.docs.is_some());
    let first = lines.len();
    for value in &node.values {
        let span = Span::new(Style::Value, format!("{:?}", value.text));
        let mark = below(node.mark, value.mark);
        let open = lines.get_mut(first..).and_then(<[_]>::last_mut);
        match open {
            Some(line)
                if !is_told
                    && line.mark == mark
                    && Line::width(&line.spans) + span.width() < docs_width(depth) =>
            {
                line.spans.push(Span::punctuation(", "));
                line.spans.push(span);
            }
            _ => {
                let label = Span::new(Style::Comment, label.to_owned());
                lines.push(Line::new(mark, depth, vec![label, span]));
            }
        }
        if let Some(docs) = &value.docs {
            value_docs(docs, depth, lines);
        }
    }
}

/// Adds what is said about the value of the last line: there where it fits, else below.
fn value_docs<'p>(docs: &str, depth: usize, lines: &mut Vec<Line<'p>>) {
    let Some(line) = lines.last_mut() else { return };
    let mark = line.mark;
    let short = wrap(
        docs,
        docs_width(depth).saturating_sub(Line::width(&line.spans) + 2),
    );
    if let [only] = short.as_slice() {
        line.spans.push(Span::new(Style::Docs, format!("  {only}")));
        return;
    }
    for text in wrap(docs, docs_width(depth + 1)) {
        lines.push(Line::new(mark, depth + 1, vec![Span::new(Style::Docs, text)]));
    }
}
