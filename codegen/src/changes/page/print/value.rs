//! Examples of values in Rust.

use super::line::{Span, Style};
use crate::changes::page::{Below, Kind, Mark, Node, Place, Role};

/// How many characters the other values of an enum may take in a remark.
const WIDTH: usize = 60;

/// What is around the structure or union in a value.
pub(super) struct Brackets<'p> {
    pub(super) open: String,
    pub(super) core: &'p Node,
    pub(super) close: String,
}

/// Whether a value is written in its line: nothing in it has fields to show.
pub(super) fn is_plain(node: &Node) -> bool {
    match core(node) {
        Some(core) => core.children().is_empty(),
        None => true,
    }
}

/// The structure or union that a value is or holds.
fn core(node: &Node) -> Option<&Node> {
    match node.facts.kind {
        Kind::Structure | Kind::Union => Some(node),
        Kind::List { .. } => core(part(node, Role::Item)?),
        Kind::Map { .. } => core(part(node, Role::Value)?),
        _ => None,
    }
}

fn part(node: &Node, role: Role) -> Option<&Node> {
    node.children().iter().find(|part| part.role == role)
}

/// What is around the structure or union in a value. `exact` says that its type must be met as it is, which
/// setters do not ask for.
pub(super) fn brackets(node: &Node, exact: bool) -> Brackets<'_> {
    match shell(node, exact) {
        None => Brackets {
            open: String::new(),
            core: node,
            close: String::new(),
        },
        Some(shell) => {
            let inner = brackets(shell.part, shell.exact);
            // What follows on another line needs no blank.
            let gap = if inner.open.is_empty() { "" } else { shell.gap };
            Brackets {
                open: shell.open + gap + &inner.open,
                core: inner.core,
                close: inner.close + &shell.close,
            }
        }
    }
}

/// A list or map around its part.
struct Shell<'p> {
    open: String,
    /// What stands between the opening and a part in the same line.
    gap: &'static str,
    part: &'p Node,
    /// Whether the part's type must be met as it is.
    exact: bool,
    close: String,
}

fn shell(node: &Node, exact: bool) -> Option<Shell<'_>> {
    let (mut open, mut close, sparse, role) = match node.facts.kind {
        Kind::List { sparse } if exact => ("vec![".to_owned(), "]".to_owned(), sparse, Role::Item),
        Kind::List { sparse } => ("[".to_owned(), "]".to_owned(), sparse, Role::Item),
        Kind::Map { sparse } => {
            let key = part(node, Role::Key)
                .map(|key| text(&plain(key, exact)))
                .unwrap_or_default();
            let (map, end) = if exact { ("BTreeMap::from(", ")") } else { ("", "") };
            (format!("{map}[({key},"), format!(")]{end}"), sparse, Role::Value)
        }
        _ => return None,
    };
    let part = part(node, role)?;
    let mut gap = if role == Role::Value { " " } else { "" };
    if sparse {
        open = open + gap + "Some(";
        gap = "";
        close.insert(0, ')');
    }
    // Setters convert items, but not what is within items.
    let is_nested = matches!(part.facts.kind, Kind::List { .. } | Kind::Map { .. });
    Some(Shell {
        open,
        gap,
        part,
        exact: exact || sparse || is_nested,
        close,
    })
}

fn text(spans: &[Span<'_>]) -> String {
    spans.iter().map(|span| &*span.text).collect()
}

/// A value without fields to show.
pub(super) fn plain(node: &Node, exact: bool) -> Vec<Span<'_>> {
    let owned = if exact { ".to_owned()" } else { "" };
    let example = |text: String| vec![Span::new(Style::Example, text)];
    match node.facts.kind {
        Kind::String => example(format!("\"string\"{owned}")),
        Kind::Json if is_document(node) => example("json!({})".to_owned()),
        Kind::Json => example(format!("\"{{}}\"{owned}")),
        Kind::Document => example("json!({})".to_owned()),
        Kind::Enum => {
            let variant = node.values.iter().find(|value| value.mark != Mark::Gone);
            let variant = variant
                .or(node.values.first())
                .and_then(|value| value.rust.as_deref());
            vec![
                Span::new(Style::Type, type_name(node)),
                Span::punctuation("::"),
                Span::new(Style::Value, variant.unwrap_or("Unrecognized(…)")),
            ]
        }
        Kind::Boolean => example("true".to_owned()),
        Kind::Byte | Kind::Short | Kind::Integer | Kind::Long => example("123".to_owned()),
        Kind::Float | Kind::Double => example("123.0".to_owned()),
        Kind::Blob { .. } => example("Bytes::from_static(b\"bytes\")".to_owned()),
        Kind::Timestamp(_) => example("Timestamp::UNIX_EPOCH".to_owned()),
        Kind::Structure | Kind::Union => {
            let inside = if matches!(node.below, Below::Nodes(_)) {
                ""
            } else {
                "…"
            };
            let end = if node.facts.kind == Kind::Union {
                "::…".to_owned()
            } else {
                format!("::new({inside})")
            };
            vec![Span::new(Style::Type, type_name(node)), Span::punctuation(end)]
        }
        Kind::List { .. } | Kind::Map { .. } => match shell(node, exact) {
            Some(shell) => {
                let mut spans = vec![Span::punctuation(shell.open + shell.gap)];
                spans.extend(plain(shell.part, shell.exact));
                spans.push(Span::punctuation(shell.close));
                spans
            }
            None => vec![Span::punctuation("[…]")],
        },
    }
}

/// The name of the generated type that a value is.
pub(super) fn type_name(node: &Node) -> &str {
    let rust = node.facts.rust.as_ref();
    rust.and_then(|rust| rust.generated.as_deref())
        .unwrap_or_default()
}

/// Whether JSON text is decoded: it is where a header holds it.
fn is_document(node: &Node) -> bool {
    node.facts.place == Place::Header
}

/// The values that an enum may have instead of the one shown.
pub(super) fn alternatives(node: &Node) -> String {
    let node = innermost(node);
    if node.facts.kind != Kind::Enum {
        return String::new();
    }
    let is_whole = matches!(node.mark, Mark::New | Mark::Gone);
    let shown = node
        .values
        .iter()
        .position(|value| value.mark != Mark::Gone)
        .unwrap_or_default();
    let others = node
        .values
        .iter()
        .enumerate()
        .filter(|(number, _)| *number != shown);
    let (mut text, mut left_out) = (String::new(), 0);
    for (_, value) in others {
        let sign = match value.mark {
            Mark::New if !is_whole => "+",
            Mark::Gone if !is_whole => "-",
            _ => "",
        };
        let name = value.rust.as_deref().unwrap_or(&value.text);
        // What is marked is never left out.
        if sign.is_empty() && text.len() + name.len() > WIDTH {
            left_out += 1;
            continue;
        }
        text.push_str(if text.is_empty() { "or " } else { ", " });
        text.push_str(sign);
        text.push_str(name);
    }
    if left_out > 0 {
        text.push_str(&format!(", {left_out} more"));
    }
    text
}

/// Where to look for what is not shown.
pub(super) fn left_out(node: &Node) -> String {
    match &innermost(node).below {
        Below::AsAbove(path) => format!("as at {path}"),
        Below::Cut => "cut here: too much for a page".to_owned(),
        _ => String::new(),
    }
}

/// The part of a list or map that has its values, and of that, and so on.
fn innermost(node: &Node) -> &Node {
    match node.facts.kind {
        Kind::List { .. } => part(node, Role::Item).map_or(node, innermost),
        Kind::Map { .. } => part(node, Role::Value).map_or(node, innermost),
        _ => node,
    }
}
