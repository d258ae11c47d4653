//! Which operations reach a shape, and which shapes name it.

use std::collections::{BTreeMap, BTreeSet};

use codegen::changes::Direction;
use codegen::model::{ServiceModel, Shape, ShapeKind};

/// Who uses the shapes of a model.
#[derive(Debug, Default)]
pub(super) struct Users<'a> {
    /// Operations that reach a shape.
    pub(super) operations: BTreeMap<&'a str, BTreeMap<&'a str, Direction>>,
    /// Members, lists and maps that are of a shape: the shape and the member.
    pub(super) parts: BTreeMap<&'a str, BTreeSet<(&'a str, Option<&'a str>)>>,
}

impl<'a> Users<'a> {
    pub(super) fn of(model: &'a ServiceModel) -> Self {
        let mut users = Self::default();
        for (name, shape) in &model.shapes {
            for (member, target) in targets(shape) {
                users.parts.entry(target).or_default().insert((name, member));
            }
        }
        for (name, operation) in &model.operations {
            let starts = [
                (Direction::Request, operation.input_shape()),
                (Direction::Response, operation.output_shape()),
            ];
            let errors = operation
                .errors
                .iter()
                .map(|error| (Direction::Response, error.as_str()));
            for (direction, start) in starts.into_iter().chain(errors) {
                users.follow(model, name, direction, start);
            }
        }
        users
    }

    fn follow(&mut self, model: &'a ServiceModel, operation: &'a str, direction: Direction, start: &str) {
        let mut seen = BTreeSet::new();
        let mut open = vec![start];
        while let Some(name) = open.pop() {
            let Some((name, shape)) = model.shapes.get_key_value(name) else {
                continue;
            };
            if !seen.insert(name) {
                continue;
            }
            self.operations
                .entry(name)
                .or_default()
                .entry(operation)
                .and_modify(|known| {
                    if *known != direction {
                        *known = Direction::Both;
                    }
                })
                .or_insert(direction);
            open.extend(targets(shape).into_iter().map(|(_, target)| target));
        }
    }
}

/// The shapes that a shape names, with the member that does.
fn targets(shape: &Shape) -> Vec<(Option<&str>, &str)> {
    match &shape.kind {
        ShapeKind::Structure(structure) => structure
            .members
            .iter()
            .map(|member| (Some(member.name.as_str()), member.target.as_str()))
            .collect(),
        ShapeKind::List(list) => vec![(None, list.member.shape.as_str())],
        ShapeKind::Map(map) => vec![(None, map.key.shape.as_str()), (None, map.value.shape.as_str())],
        _ => Vec::new(),
    }
}
