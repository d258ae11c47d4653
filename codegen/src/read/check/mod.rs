//! Whether what was read makes sense: references, HTTP bindings, constraints.
//!
//! Checks look at the model and never change it. A part that could not be read at all is stepped over, so
//! that one mistake is reported once. After checks without an error the promises of [`crate::model`] hold.

mod bindings;
mod cycles;
mod labels;
mod references;
mod structures;
mod uri;
mod values;

use std::collections::BTreeMap;

use super::json::{self, Value};
use super::problems::{Problems, Spot};
use crate::model::{Protocol, ServiceModel, Shape, ShapeKind, Structure};

/// Reports everything about a model that does not make sense; `tree` is what it was read from.
pub(super) fn check(model: &ServiceModel, tree: &Value<'_>, problems: &mut Problems<'_>) {
    let messages = Messages::of(model);
    let mut check = Check {
        model,
        tree,
        problems,
        messages,
    };
    check.references();
    check.cycles();
    check.structures();
    check.values();
    if matches!(model.metadata.protocol, Protocol::RestJson | Protocol::RestXml) {
        check.labels();
        check.bindings();
    }
    check.host_prefixes();
}

struct Check<'a, 's, 't> {
    model: &'a ServiceModel,
    tree: &'a Value<'t>,
    problems: &'a mut Problems<'s>,
    messages: Messages<'a>,
}

impl<'a, 's> Check<'a, 's, '_> {
    /// A problem of the value at that way from the root.
    fn at(&mut self, way: &[&str]) -> Spot<'_, 's> {
        let found = json::find(self.tree, way);
        self.problems.spot(found.at, found.pointer)
    }

    /// A problem of the key at that way from the root.
    fn at_key(&mut self, way: &[&str]) -> Spot<'_, 's> {
        let found = json::find(self.tree, way);
        self.problems.spot(found.key_at, found.pointer)
    }

    /// A problem of a structure's member.
    fn at_member(&mut self, shape: &str, member: &str) -> Spot<'_, 's> {
        self.at_key(&["shapes", shape, "members", member])
    }

    fn kind(&self, shape: &str) -> Option<&'a ShapeKind> {
        self.model.shapes.get(shape).map(|shape| &shape.kind)
    }

    /// Every structure of the model.
    fn each_structure(&self) -> impl Iterator<Item = (&'a Shape, &'a Structure)> + use<'a> {
        self.model.shapes.values().filter_map(|shape| match &shape.kind {
            ShapeKind::Structure(structure) => Some((shape, structure)),
            _ => None,
        })
    }
}

/// Which structures are whole HTTP messages: only there do members have locations.
struct Messages<'a>(BTreeMap<&'a str, Sides>);

/// What a structure is the whole of.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    request: bool,
    response: bool,
}

impl<'a> Messages<'a> {
    fn of(model: &'a ServiceModel) -> Self {
        let mut messages = BTreeMap::<&str, Sides>::new();
        for operation in model.operations.values() {
            if let Some(input) = &operation.input {
                messages.entry(&input.shape).or_default().request = true;
            }
            let output = operation.output.iter().map(|output| &output.shape);
            for shape in output.chain(&operation.errors) {
                messages.entry(shape).or_default().response = true;
            }
        }
        Self(messages)
    }

    fn sides(&self, shape: &str) -> Option<Sides> {
        self.0.get(shape).copied()
    }
}

/// `a string`, `a structure`: a shape's type in words.
fn words(kind: &ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Structure(structure) if structure.document => "a document",
        ShapeKind::Structure(structure) if structure.union => "a union",
        ShapeKind::Structure(_) => "a structure",
        ShapeKind::List(_) => "a list",
        ShapeKind::Map(_) => "a map",
        ShapeKind::String { .. } => "a string",
        ShapeKind::Boolean => "a boolean",
        ShapeKind::Byte | ShapeKind::Short | ShapeKind::Integer | ShapeKind::Long => "an integer",
        ShapeKind::Float | ShapeKind::Double => "a float",
        ShapeKind::Blob { .. } => "a blob",
        ShapeKind::Timestamp { .. } => "a timestamp",
    }
}

/// Whether a URI or a header can hold a value as plain text.
fn is_text(kind: &ShapeKind) -> bool {
    !matches!(
        kind,
        ShapeKind::Structure(_) | ShapeKind::List(_) | ShapeKind::Map(_) | ShapeKind::Blob { .. }
    )
}
