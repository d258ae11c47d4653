//! The members of a request or response as a tree.

use std::collections::BTreeSet;

use askama::Template;
use askama::filters::HtmlSafe;
use codegen::changes::page::print::{change_text, notes};
use codegen::changes::page::{Below, EnumValue, Kind, Mark, Node, Role};

use super::address::{Links, anchor, path_anchor};
use super::code::mark_class;
use super::markdown::Docs;
use super::parts::Link;

/// A member with all that is said about it, and the members below.
#[derive(Debug, Template)]
#[template(path = "parts/node.html")]
pub(super) struct NodeView {
    id: String,
    name: String,
    mark: Option<Marked>,
    /// The type, up to the shape that it names.
    kind: String,
    shape: Option<Link>,
    notes: Vec<String>,
    rust: Option<String>,
    changes: Vec<String>,
    docs: Vec<Said>,
    values: Vec<ValueView>,
    children: Vec<NodeView>,
}

impl HtmlSafe for NodeView {}

/// How something marked is shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marked {
    pub(super) class: &'static str,
    pub(super) word: &'static str,
}

/// Something said about a member, or about a part of it.
#[derive(Debug)]
struct Said {
    /// The part: `[]`; empty for the member itself.
    label: String,
    what: What,
}

#[derive(Debug)]
enum What {
    Docs(Docs),
    /// The same stands at another place.
    AsAbove(Link),
    Cut,
}

#[derive(Debug)]
struct ValueView {
    text: Link,
    mark: Option<Marked>,
    docs: Option<Docs>,
}

/// Makes trees, and keeps the places that they have.
#[derive(Debug)]
pub(super) struct Trees<'a> {
    links: Links<'a>,
    side: &'static str,
    /// Every place that the trees have.
    pub(super) places: BTreeSet<String>,
}

impl<'a> Trees<'a> {
    /// A maker of trees of a side of an operation: `request`.
    pub(super) fn new(links: Links<'a>, side: &'static str) -> Self {
        Self {
            links,
            side,
            places: BTreeSet::new(),
        }
    }

    /// The trees of members that stand below a path.
    pub(super) fn views(&mut self, nodes: &[Node], path: &str) -> Vec<NodeView> {
        nodes.iter().map(|node| self.view(node, path)).collect()
    }

    fn view(&mut self, node: &Node, above: &str) -> NodeView {
        let path = member_path(above, node);
        let id = path_anchor(self.side, &path);
        self.places.insert(id.clone());
        let (kind, shape) = self.phrase(node);
        let mut view = NodeView {
            id,
            name: node.name.clone(),
            mark: Marked::of(node.mark),
            kind,
            shape,
            notes: notes(node),
            rust: node
                .facts
                .rust
                .as_ref()
                .map(|rust| format!("{}: {}", rust.name, rust.ty)),
            changes: Vec::new(),
            docs: Vec::new(),
            values: Vec::new(),
            children: Vec::new(),
        };
        self.fill(node, "", &path, &mut view);
        view
    }

    /// What is said about a member, or about a part of its list or map, which has no line of its own.
    fn fill(&mut self, node: &Node, label: &str, path: &str, view: &mut NodeView) {
        let changes = node
            .changes
            .iter()
            .map(|change| format!("{label}{}", change_text(change)));
        view.changes.extend(changes);
        let said = |what| Said {
            label: label.to_owned(),
            what,
        };
        view.docs
            .extend(node.docs.as_deref().map(|docs| said(What::Docs(Docs::new(docs)))));
        let values = node
            .values
            .iter()
            .map(|value| self.value(value, &node.facts.shape));
        view.values.extend(values);
        match &node.below {
            Below::Nothing => {}
            Below::AsAbove(other) => {
                let href = format!("#{}", path_anchor(self.side, other));
                let link = Link::new(other, Some(href));
                view.docs.push(said(What::AsAbove(link)));
            }
            Below::Cut => view.docs.push(said(What::Cut)),
            Below::Nodes(nodes) => {
                for node in nodes {
                    let Some(part) = part(node.role) else {
                        let child = self.view(node, path);
                        view.children.push(child);
                        continue;
                    };
                    self.fill(node, &format!("{label}{part} "), &format!("{path}{part}"), view);
                }
            }
        }
    }

    fn value(&self, value: &EnumValue, shape: &str) -> ValueView {
        let page = self.links.shape(shape);
        let href = page.map(|page| format!("{page}#{}", anchor("value", &value.text)));
        ValueView {
            text: Link::new(&value.text, href),
            mark: Marked::of(value.mark),
            docs: value.docs.as_deref().map(Docs::new),
        }
    }

    /// The type with the types of its parts, and the shape that it ends with: `list of structure`, `Finding`.
    fn phrase(&self, node: &Node) -> (String, Option<Link>) {
        let kind = node.facts.kind;
        let part = |role: Role| node.children().iter().find(|child| child.role == role);
        let limited = |node: &Node| {
            let (kind, shape) = self.phrase(node);
            let limits = node.facts.limits();
            match limits.is_empty() {
                true => (kind, shape),
                false => (format!("{kind} ({})", limits.join(", ")), shape),
            }
        };
        match kind {
            Kind::Structure | Kind::Union | Kind::Enum => {
                let shape = &node.facts.shape;
                (
                    kind.word().to_owned(),
                    Some(Link::new(shape, self.links.shape(shape))),
                )
            }
            Kind::List { .. } => match part(Role::Item).map(limited) {
                Some((item, shape)) => (format!("{} of {item}", kind.word()), shape),
                None => (kind.word().to_owned(), None),
            },
            Kind::Map { .. } => match (part(Role::Key).map(limited), part(Role::Value).map(limited)) {
                (Some((key, _)), Some((value, shape))) => {
                    (format!("{} of {key} to {value}", kind.word()), shape)
                }
                _ => (kind.word().to_owned(), None),
            },
            kind => (kind.word().to_owned(), None),
        }
    }
}

/// The path of a member below a path.
fn member_path(above: &str, node: &Node) -> String {
    match above {
        "" => node.name.clone(),
        above => format!("{above}.{}", node.name),
    }
}

/// How paths name a part of a list or map; none for a member, which has a name of its own.
fn part(role: Role) -> Option<&'static str> {
    match role {
        Role::Member | Role::Variant => None,
        Role::Item => Some("[]"),
        Role::Key => Some("{key}"),
        Role::Value => Some("{}"),
    }
}

/// The paths of all members that are required where what holds them is there.
pub(super) fn required(nodes: &[Node], above: &str) -> Vec<String> {
    let is_there = |node: &&Node| node.mark != Mark::Gone;
    let mut paths = Vec::new();
    for node in nodes.iter().filter(is_there) {
        let path = match part(node.role) {
            Some(part) => format!("{above}{part}"),
            None => member_path(above, node),
        };
        let below = required(node.children(), &path);
        if node.facts.required {
            paths.push(path);
        }
        paths.extend(below);
    }
    paths
}

impl Marked {
    /// How a mark is shown; none for what is as it was.
    pub(super) fn of(mark: Mark) -> Option<Self> {
        let word = match mark {
            Mark::Same => return None,
            Mark::New => "new",
            Mark::Gone => "gone",
            Mark::Changed => "changed",
        };
        mark_class(mark).map(|class| Self { class, word })
    }
}
