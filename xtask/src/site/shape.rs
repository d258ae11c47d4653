//! The page of a shape: its parts with their histories, and who uses it.

use std::collections::BTreeSet;

use askama::Template;
use codegen::changes::page::Place;
use codegen::model::{Location, Member, Shape, ShapeKind};

use super::address::{Links, anchor};
use super::change::change_anchor;
use super::chronicle::{Chronicle, Event, part};
use super::layout::Layout;
use super::life::{Life, Name};
use super::markdown::Docs;
use super::parts::{Badge, Link, Sign, direction};
use super::reach::Users;
use super::rust::RustNames;
use super::text::Text;

/// The page of a shape.
#[derive(Debug, Template)]
#[template(path = "shape.html")]
pub(super) struct ShapePage {
    layout: Layout,
    name: String,
    kind: &'static str,
    since: Link,
    gone: Option<Link>,
    notes: Vec<String>,
    /// The path of its Rust type.
    rust: Option<String>,
    docs: Option<Docs>,
    /// The shapes that a list or map holds.
    holds: Vec<Holds>,
    members: Vec<MemberRow>,
    values: Vec<ValueRow>,
    history: Vec<HistoryRow>,
    /// Members, lists and maps that are of this shape.
    used_in: Vec<Link>,
    operations: Vec<Reached>,
}

#[derive(Debug)]
struct Holds {
    what: &'static str,
    shape: Link,
}

#[derive(Debug)]
struct MemberRow {
    id: String,
    name: String,
    target: Link,
    kind: &'static str,
    notes: Vec<String>,
    /// Its field or variant, with the type.
    rust: Option<String>,
    since: Link,
    gone: Option<Link>,
    docs: Option<Docs>,
}

#[derive(Debug)]
struct ValueRow {
    id: String,
    value: String,
    /// Its variant.
    rust: Option<String>,
    since: Link,
    gone: Option<Link>,
    docs: Option<Docs>,
}

#[derive(Debug)]
struct HistoryRow {
    revision: Link,
    sign: Sign,
    what: String,
    badge: Badge,
}

#[derive(Debug)]
struct Reached {
    operation: Link,
    direction: &'static str,
}

impl ShapePage {
    /// The page; `None` for a shape that never was.
    pub(super) fn new(
        chronicle: &Chronicle<'_>,
        users: &Users<'_>,
        events: &[Event<'_>],
        name: &str,
        layout: Layout,
    ) -> Option<Self> {
        let life = chronicle.lives.of_name(&Name::Shape(name))?;
        let side = chronicle.last_side(life)?;
        let shape = side.model.shapes.get(name)?;
        let rust = RustNames::of(side, name);
        let rows = Rows {
            chronicle,
            rust: &rust,
            shape: name,
            links: chronicle.addresses.below(),
        };
        let docs = chronicle.docs.shapes.get(name);
        Some(Self {
            layout,
            name: name.to_owned(),
            kind: shape.kind.word(),
            since: rows.revision(life.since),
            gone: chronicle.lives.gone_in(life).map(|number| rows.revision(number)),
            notes: notes(shape),
            rust: rust.path().map(str::to_owned),
            docs: docs.map(|docs| Docs::new(docs)),
            holds: rows.holds(shape),
            members: rows.members(shape, life),
            values: rows.values(shape),
            history: rows.history(events),
            used_in: rows.used_in(users),
            operations: rows.operations(users),
        })
    }
}

/// Makes the rows of a shape's page.
struct Rows<'a> {
    chronicle: &'a Chronicle<'a>,
    rust: &'a RustNames<'a>,
    shape: &'a str,
    links: Links<'a>,
}

impl Rows<'_> {
    fn revision(&self, number: usize) -> Link {
        let name = self.chronicle.revision(number);
        Link::new(name, self.links.revision(name))
    }

    fn gone(&self, life: Life) -> Option<Link> {
        self.chronicle
            .lives
            .gone_in(life)
            .map(|number| self.revision(number))
    }

    fn holds(&self, shape: &Shape) -> Vec<Holds> {
        let held = match &shape.kind {
            ShapeKind::List(list) => vec![("Items", &list.member)],
            ShapeKind::Map(map) => vec![("Keys", &map.key), ("Values", &map.value)],
            _ => Vec::new(),
        };
        held.into_iter()
            .map(|(what, reference)| Holds {
                what,
                shape: Link::new(&reference.shape, self.links.shape(&reference.shape)),
            })
            .collect()
    }

    /// Members in the model's order, then those that are gone.
    fn members(&self, shape: &Shape, life: Life) -> Vec<MemberRow> {
        let ShapeKind::Structure(structure) = &shape.kind else {
            return Vec::new();
        };
        let there: BTreeSet<&str> = structure
            .members
            .iter()
            .map(|member| member.name.as_str())
            .collect();
        let names = self.chronicle.lives.names();
        let gone = names.filter_map(|(name, _)| match *name {
            Name::Member(shape, member) if shape == self.shape && !there.contains(member) => Some(member),
            _ => None,
        });
        let mut rows: Vec<MemberRow> = structure
            .members
            .iter()
            .filter_map(|member| self.member(member, life))
            .collect();
        rows.extend(gone.filter_map(|member| self.gone_member(member)));
        rows
    }

    fn gone_member(&self, name: &str) -> Option<MemberRow> {
        let life = self.chronicle.lives.of_name(&Name::Member(self.shape, name))?;
        let shape = self.chronicle.last_side(life)?.model.shapes.get(self.shape)?;
        let ShapeKind::Structure(structure) = &shape.kind else {
            return None;
        };
        let member = structure.members.iter().find(|member| member.name == name)?;
        self.member(member, life)
    }

    /// The row of a member, with the facts of the newest revision that has what lived so.
    fn member(&self, member: &Member, shown: Life) -> Option<MemberRow> {
        let life = self
            .chronicle
            .lives
            .of_name(&Name::Member(self.shape, &member.name))?;
        let target = self
            .chronicle
            .last_side(shown)?
            .model
            .shapes
            .get(&member.target)?;
        let docs = self.chronicle.docs.members.get(self.shape);
        Some(MemberRow {
            id: anchor("member", &member.name),
            name: member.name.clone(),
            target: Link::new(&member.target, self.links.shape(&member.target)),
            kind: target.kind.word(),
            notes: member_notes(member),
            rust: self.rust.member(&member.name),
            since: self.revision(life.since),
            gone: self.gone(life),
            docs: docs
                .and_then(|docs| docs.get(&member.name))
                .map(|docs| Docs::new(docs)),
        })
    }

    /// Values in the model's order, then those that are gone.
    fn values(&self, shape: &Shape) -> Vec<ValueRow> {
        let ShapeKind::String { values } = &shape.kind else {
            return Vec::new();
        };
        let names = self.chronicle.lives.names();
        let gone = names.filter_map(|(name, _)| match *name {
            Name::Value(shape, value) if shape == self.shape => Some(value),
            _ => None,
        });
        let gone = gone.filter(|value| !values.iter().any(|there| there == value));
        let docs = self.chronicle.docs.values.get(self.shape);
        values
            .iter()
            .map(String::as_str)
            .chain(gone)
            .filter_map(|value| {
                let life = self.chronicle.lives.of_name(&Name::Value(self.shape, value))?;
                Some(ValueRow {
                    id: anchor("value", value),
                    value: value.to_owned(),
                    rust: self.rust.value(value),
                    since: self.revision(life.since),
                    gone: self.gone(life),
                    docs: docs.and_then(|docs| docs.get(value)).map(|docs| Docs::new(docs)),
                })
            })
            .collect()
    }

    /// Newest first.
    fn history(&self, events: &[Event<'_>]) -> Vec<HistoryRow> {
        let rows = events.iter().rev().map(|event| {
            let name = self.chronicle.revision(event.revision);
            let page = self.links.revision(name);
            let href = page.map(|page| format!("{page}#{}", change_anchor(event.number)));
            let change = event.change;
            HistoryRow {
                revision: Link::new(name, href),
                sign: change.kind.mark().into(),
                what: match part(&change.place) {
                    Some((_, part)) => format!("{part}: {}", change.kind.words()),
                    None => change.kind.words().to_owned(),
                },
                badge: Badge::new(change.level, change.wire),
            }
        });
        rows.collect()
    }

    fn used_in(&self, users: &Users<'_>) -> Vec<Link> {
        let parts = users.parts.get(self.shape).into_iter().flatten();
        parts
            .map(|(shape, member)| {
                let page = self.links.shape(shape);
                match member {
                    None => Link::new(*shape, page),
                    Some(member) => {
                        let href = page.map(|page| format!("{page}#{}", anchor("member", member)));
                        Link::new(format!("{shape}.{member}"), href)
                    }
                }
            })
            .collect()
    }

    fn operations(&self, users: &Users<'_>) -> Vec<Reached> {
        let operations = users.operations.get(self.shape).into_iter().flatten();
        operations
            .map(|(operation, way)| Reached {
                operation: Link::new(*operation, self.links.operation(operation)),
                direction: direction(*way),
            })
            .collect()
    }
}

fn notes(shape: &Shape) -> Vec<String> {
    let mut notes = Vec::new();
    let limits = &shape.constraints;
    let unit = match shape.kind {
        ShapeKind::String { .. } => " characters",
        ShapeKind::List(_) => " items",
        ShapeKind::Map(_) => " entries",
        ShapeKind::Blob { .. } => " bytes",
        _ => "",
    };
    notes.extend(limits.range(unit));
    notes.extend(
        limits
            .pattern
            .as_ref()
            .map(|pattern| format!("matches {pattern}")),
    );
    if shape.sensitive {
        notes.push("sensitive".to_owned());
    }
    if shape.deprecated.is_some() {
        notes.push("deprecated".to_owned());
    }
    if let ShapeKind::Structure(structure) = &shape.kind {
        let status = structure.error.as_ref().and_then(|error| error.status);
        notes.extend(status.map(|status| format!("status {status}")));
    }
    notes
}

fn member_notes(member: &Member) -> Vec<String> {
    let mut notes = Vec::new();
    if member.required {
        notes.push("required".to_owned());
    }
    if member.idempotency_token {
        notes.push("idempotency token".to_owned());
    }
    let wire = member.wire_name();
    let bound = |place: Place| Some(format!("{} {wire}", place.word()));
    notes.extend(match member.location {
        Location::Body => (wire != member.name).then(|| format!("wire name {wire}")),
        Location::Label => bound(Place::Label),
        Location::Query => bound(Place::Query),
        Location::Header => bound(Place::Header),
        Location::PrefixHeaders => bound(Place::PrefixHeaders),
        Location::StatusCode => Some(Place::Status.word().to_owned()),
    });
    if member.sensitive {
        notes.push("sensitive".to_owned());
    }
    if member.deprecated.is_some() {
        notes.push("deprecated".to_owned());
    }
    notes
}
