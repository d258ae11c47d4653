//! Which operations reach which shapes, and on which side.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Direction, Reached};
use crate::model::{ServiceModel, ShapeKind};
use crate::plan::CratePlan;

/// The operations that reach each shape, by the shape's name.
#[derive(Debug, Clone, Default)]
pub(super) struct Reach {
    shapes: BTreeMap<String, Vec<Reached>>,
    operations: BTreeSet<String>,
}

/// Which way a shape travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// No operation of the crate reaches it.
    Nowhere,
    /// In requests only.
    Input,
    /// In responses only.
    Output,
    /// Both ways.
    Both,
}

impl Flow {
    pub(super) fn of(reached: &[Reached]) -> Self {
        let any = |direction: Direction| {
            reached
                .iter()
                .any(|reached| [direction, Direction::Both].contains(&reached.direction))
        };
        match (any(Direction::Request), any(Direction::Response)) {
            (false, false) => Self::Nowhere,
            (true, false) => Self::Input,
            (false, true) => Self::Output,
            (true, true) => Self::Both,
        }
    }
}

impl Reach {
    /// What the operations of a crate reach; the ones that the crate leaves out do not count.
    pub(super) fn of(model: &ServiceModel, plan: &CratePlan) -> Self {
        let mut reach = Self::default();
        let names: BTreeMap<&str, usize> = model.shapes.keys().map(String::as_str).zip(0..).collect();
        let edges: Vec<Vec<usize>> = model
            .shapes
            .values()
            .map(|shape| targets(&shape.kind, &names))
            .collect();
        let mut sides: Vec<Vec<Reached>> = vec![Vec::new(); names.len()];
        for planned in &plan.operations {
            let Some(operation) = model.operations.get(&planned.wire_name) else {
                continue;
            };
            reach.operations.insert(operation.name.clone());
            let number = |name: &str| names.get(name).copied();
            let request = closure(&edges, number(operation.input_shape()));
            let errors = operation.errors.iter().filter_map(|error| number(error));
            let response = closure(&edges, number(operation.output_shape()).into_iter().chain(errors));
            for ((asked, answered), reached) in request.into_iter().zip(response).zip(&mut sides) {
                let direction = match (asked, answered) {
                    (false, false) => continue,
                    (true, false) => Direction::Request,
                    (false, true) => Direction::Response,
                    (true, true) => Direction::Both,
                };
                reached.push(Reached {
                    operation: operation.name.clone(),
                    direction,
                });
            }
        }
        reach.shapes = names.into_keys().map(str::to_owned).zip(sides).collect();
        reach
    }

    /// The operations that reach a shape.
    pub(super) fn shape(&self, name: &str) -> &[Reached] {
        self.shapes.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the crate has an operation.
    pub(super) fn has_operation(&self, name: &str) -> bool {
        self.operations.contains(name)
    }
}

/// The operations that reach something in one of two revisions.
pub(super) fn union(before: &[Reached], after: &[Reached]) -> Vec<Reached> {
    let mut directions: BTreeMap<&str, Direction> = BTreeMap::new();
    for reached in before.iter().chain(after) {
        directions
            .entry(&reached.operation)
            .and_modify(|direction| {
                if *direction != reached.direction {
                    *direction = Direction::Both;
                }
            })
            .or_insert(reached.direction);
    }
    directions
        .into_iter()
        .map(|(operation, direction)| Reached {
            operation: operation.to_owned(),
            direction,
        })
        .collect()
}

fn targets(kind: &ShapeKind, names: &BTreeMap<&str, usize>) -> Vec<usize> {
    let number = |name: &String| names.get(name.as_str()).copied();
    match kind {
        ShapeKind::Structure(structure) if structure.document => Vec::new(),
        ShapeKind::Structure(structure) => structure
            .members
            .iter()
            .filter_map(|member| number(&member.target))
            .collect(),
        ShapeKind::List(list) => number(&list.member.shape).into_iter().collect(),
        ShapeKind::Map(map) => [&map.key.shape, &map.value.shape]
            .into_iter()
            .filter_map(number)
            .collect(),
        _ => Vec::new(),
    }
}

/// For each shape whether it can be reached from these.
fn closure(edges: &[Vec<usize>], from: impl IntoIterator<Item = usize>) -> Vec<bool> {
    let mut seen = vec![false; edges.len()];
    let mut open: Vec<usize> = from.into_iter().collect();
    while let Some(shape) = open.pop() {
        if let Some(seen) = seen.get_mut(shape).filter(|seen| !**seen) {
            *seen = true;
            open.extend(edges.get(shape).into_iter().flatten());
        }
    }
    seen
}
