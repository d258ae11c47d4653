//! The list of all shapes that a service has or had.

use std::collections::BTreeMap;

use askama::Template;
use codegen::model::{Shape, ShapeKind};

use super::chronicle::Chronicle;
use super::layout::Layout;
use super::life::Name;
use super::parts::{Link, count};

/// The list of shapes.
#[derive(Debug, Template)]
#[template(path = "shapes.html")]
pub(super) struct ShapesPage {
    layout: Layout,
    groups: Vec<Group>,
}

/// Shapes of a kind.
#[derive(Debug)]
struct Group {
    id: &'static str,
    title: String,
    shapes: Vec<Row>,
}

/// A shape in the list.
#[derive(Debug)]
struct Row {
    name: Link,
    parts: String,
    since: Link,
    last: Option<Link>,
}

impl ShapesPage {
    pub(super) fn new(chronicle: &Chronicle<'_>, layout: Layout) -> Self {
        let links = chronicle.addresses.below();
        let events = chronicle.shape_events();
        let revision = |number: usize| {
            let name = chronicle.revision(number);
            Link::new(name, links.revision(name))
        };
        let mut groups: BTreeMap<(usize, &'static str, &'static str), Vec<Row>> = BTreeMap::new();
        for (name, life) in chronicle.lives.names() {
            let Name::Shape(name) = *name else { continue };
            let Some(shape) = chronicle
                .last_side(life)
                .and_then(|side| side.model.shapes.get(name))
            else {
                continue;
            };
            let gone = chronicle.lives.gone_in(life);
            let changed = events.get(name).and_then(|events| events.last());
            let changed = changed.filter(|event| event.revision > life.since);
            let row = Row {
                name: Link::new(name, links.shape(name)),
                parts: parts(shape),
                since: revision(life.since),
                last: gone.or(changed.map(|event| event.revision)).map(revision),
            };
            let group = match gone {
                Some(_) => (9, "removed", "removed shape"),
                None => group(shape),
            };
            groups.entry(group).or_default().push(row);
        }
        let groups = groups.into_iter().map(|((_, id, noun), shapes)| Group {
            id,
            title: count(shapes.len(), noun),
            shapes,
        });
        Self {
            layout,
            groups: groups.collect(),
        }
    }
}

fn group(shape: &Shape) -> (usize, &'static str, &'static str) {
    match &shape.kind {
        ShapeKind::Structure(structure) if structure.error.is_some() => (2, "errors", "error"),
        ShapeKind::Structure(structure) if structure.union => (1, "unions", "union"),
        ShapeKind::Structure(_) => (0, "structures", "structure"),
        ShapeKind::String { values } if !values.is_empty() => (3, "enums", "enum"),
        ShapeKind::List(_) => (4, "lists", "list"),
        ShapeKind::Map(_) => (5, "maps", "map"),
        _ => (6, "scalars", "scalar"),
    }
}

/// How much a shape has, or what it holds.
fn parts(shape: &Shape) -> String {
    match &shape.kind {
        ShapeKind::Structure(structure) => count(structure.members.len(), "member"),
        ShapeKind::String { values } if !values.is_empty() => count(values.len(), "value"),
        ShapeKind::List(list) => format!("of {}", list.member.shape),
        ShapeKind::Map(map) => format!("of {} to {}", map.key.shape, map.value.shape),
        _ => shape.kind.word().to_owned(),
    }
}
