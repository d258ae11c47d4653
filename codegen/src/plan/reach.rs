//! What operations reach, in which direction, and where structures contain themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Operation, ServiceModel, Shape, ShapeKind};

/// Shapes that operations reach.
pub(super) struct Reach {
    /// Shapes below the inputs' members.
    pub(super) input: BTreeSet<String>,
    /// Shapes below the outputs' members, and errors with what is below them.
    pub(super) output: BTreeSet<String>,
    /// Errors that operations return.
    pub(super) errors: BTreeSet<String>,
}

impl Reach {
    /// What these operations reach.
    pub(super) fn of(model: &ServiceModel, operations: &[&Operation]) -> Self {
        let mut reach = Self {
            input: BTreeSet::new(),
            output: BTreeSet::new(),
            errors: BTreeSet::new(),
        };
        for operation in operations {
            if let Some(input) = &operation.input {
                walk(model, targets(model, &input.shape), &mut reach.input);
            }
            if let Some(output) = &operation.output {
                walk(model, targets(model, &output.shape), &mut reach.output);
            }
            walk(
                model,
                operation.errors.iter().map(String::as_str).collect(),
                &mut reach.output,
            );
            reach.errors.extend(operation.errors.iter().cloned());
        }
        reach
    }

    /// The shapes that become Rust types of their own, by name.
    pub(super) fn types<'m>(&self, model: &'m ServiceModel) -> Vec<&'m Shape> {
        let reached = |shape: &&Shape| self.input.contains(&shape.name) || self.output.contains(&shape.name);
        model
            .shapes
            .values()
            .filter(reached)
            .filter(|shape| is_type(shape))
            .collect()
    }
}

/// Whether a shape becomes a type of its own; the others are inlined where they are used.
fn is_type(shape: &Shape) -> bool {
    match &shape.kind {
        ShapeKind::Structure(structure) => !structure.document,
        ShapeKind::String { values } => !values.is_empty(),
        _ => false,
    }
}

/// The operations without an event stream, and the names of those with one.
pub(super) fn without_event_streams(model: &ServiceModel) -> (Vec<&Operation>, Vec<&str>) {
    let (streaming, plain): (Vec<&Operation>, Vec<&Operation>) = model
        .operations
        .values()
        .partition(|operation| has_event_stream(model, operation));
    (
        plain,
        streaming
            .into_iter()
            .map(|operation| operation.name.as_str())
            .collect(),
    )
}

fn has_event_stream(model: &ServiceModel, operation: &Operation) -> bool {
    let ends = operation.input.iter().chain(&operation.output);
    ends.flat_map(|end| targets(model, &end.shape)).any(|target| {
        let shape = model.shapes.get(target).map(|shape| &shape.kind);
        matches!(shape, Some(ShapeKind::Structure(structure)) if structure.event_stream)
    })
}

/// The shapes that a shape names.
pub(super) fn targets<'m>(model: &'m ServiceModel, shape: &str) -> Vec<&'m str> {
    match model.shapes.get(shape).map(|shape| &shape.kind) {
        Some(ShapeKind::Structure(structure)) if structure.document => Vec::new(),
        Some(ShapeKind::Structure(structure)) => structure
            .members
            .iter()
            .map(|member| member.target.as_str())
            .collect(),
        Some(ShapeKind::List(list)) => vec![&list.member.shape],
        Some(ShapeKind::Map(map)) => vec![&map.key.shape, &map.value.shape],
        _ => Vec::new(),
    }
}

fn walk<'m>(model: &'m ServiceModel, mut open: Vec<&'m str>, seen: &mut BTreeSet<String>) {
    while let Some(shape) = open.pop() {
        if !seen.contains(shape) {
            seen.insert(shape.to_owned());
            open.extend(targets(model, shape));
        }
    }
}

/// Members, as (structure, target), through which a structure would contain itself without a list or map between:
/// their values must be on the heap.
pub(super) fn recursive_members(model: &ServiceModel) -> BTreeSet<(String, String)> {
    let mut edges = direct_edges(model);
    // What is on no cycle falls away: first all that names nothing that is left, again and again.
    loop {
        let ends: BTreeSet<&str> = edges
            .iter()
            .filter(|(_, targets)| targets.is_empty())
            .map(|(name, _)| *name)
            .collect();
        if ends.is_empty() {
            break;
        }
        edges.retain(|name, _| !ends.contains(name));
        for targets in edges.values_mut() {
            targets.retain(|target| !ends.contains(target));
        }
    }
    let mut members = BTreeSet::new();
    for (name, targets) in &edges {
        for target in targets {
            if reaches(&edges, target, name) {
                members.insert(((*name).to_owned(), (*target).to_owned()));
            }
        }
    }
    members
}

fn direct_edges(model: &ServiceModel) -> BTreeMap<&str, BTreeSet<&str>> {
    let is_structure = |target: &&str| {
        let kind = model.shapes.get(*target).map(|shape| &shape.kind);
        matches!(kind, Some(ShapeKind::Structure(structure)) if !structure.document)
    };
    let structures = model
        .shapes
        .values()
        .filter(|shape| matches!(shape.kind, ShapeKind::Structure(_)));
    structures
        .map(|shape| {
            (
                shape.name.as_str(),
                targets(model, &shape.name)
                    .into_iter()
                    .filter(is_structure)
                    .collect(),
            )
        })
        .collect()
}

fn reaches(edges: &BTreeMap<&str, BTreeSet<&str>>, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            open.extend(edges.get(name).into_iter().flatten());
        }
    }
    false
}
