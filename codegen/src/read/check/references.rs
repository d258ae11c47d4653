//! References between operations and shapes.

use super::{Check, words};
use crate::model::{Operation, ShapeKind};

impl<'a> Check<'a, '_, '_> {
    pub(super) fn references(&mut self) {
        for (name, operation) in &self.model.operations {
            self.operation(name, operation);
        }
        for (name, shape) in &self.model.shapes {
            match &shape.kind {
                ShapeKind::Structure(structure) => {
                    for member in &structure.members {
                        self.resolve(
                            &["shapes", name, "members", &member.name, "shape"],
                            &member.target,
                        );
                    }
                }
                ShapeKind::List(list) => {
                    self.resolve(&["shapes", name, "member", "shape"], &list.member.shape);
                }
                ShapeKind::Map(map) => {
                    self.resolve(&["shapes", name, "value", "shape"], &map.value.shape);
                    let way = ["shapes", name, "key", "shape"];
                    if let Some(kind) = self.resolve(&way, &map.key.shape) {
                        self.map_key(&way, kind);
                    }
                }
                _ => {}
            }
        }
    }

    fn operation(&mut self, name: &str, operation: &'a Operation) {
        for (side, reference) in [("input", &operation.input), ("output", &operation.output)] {
            let Some(reference) = reference else { continue };
            let way = ["operations", name, side, "shape"];
            let Some(kind) = self.resolve(&way, &reference.shape) else {
                continue;
            };
            self.must_be_structure(&way, side, &reference.shape, kind);
        }
        for error in &operation.errors {
            let index = self.error_index(name, error);
            let way = ["operations", name, "errors", index.as_str(), "shape"];
            let Some(kind) = self.resolve(&way, error) else {
                continue;
            };
            self.must_be_structure(&way, "error", error, kind);
            if matches!(kind, ShapeKind::Structure(structure) if structure.error.is_none()) {
                let message = format!("`{error}` is among the errors, but its shape is no error");
                let help = "add `\"exception\": true` to the shape, or name another shape here";
                self.at(&way).error(message).help(help);
            }
        }
    }

    /// The shape that is meant, or a note that there is none.
    fn resolve(&mut self, way: &[&str], shape: &str) -> Option<&'a ShapeKind> {
        let kind = self.kind(shape);
        // A shape that is there and could not be read has a problem of its own, and so has an empty name.
        let is_there = |shape| {
            self.tree
                .get("shapes")
                .is_some_and(|shapes| shapes.get(shape).is_some())
        };
        if kind.is_some() || shape.is_empty() || is_there(shape) {
            return kind;
        }
        let names = self.model.shapes.keys().map(String::as_str);
        let otherwise = format!("add a shape `{shape}`, or write the name of the one that is meant");
        let help = self.problems.did_you_mean(shape, names, otherwise);
        self.at(way)
            .error(format!("there is no shape `{shape}`"))
            .help(help);
        None
    }

    fn must_be_structure(&mut self, way: &[&str], what: &str, shape: &str, kind: &ShapeKind) {
        if !matches!(kind, ShapeKind::Structure(structure) if !structure.union && !structure.document) {
            let message = format!("the {what} `{shape}` is {}, not a structure", words(kind));
            let help = "inputs, outputs and errors are structures: wrap it in one";
            self.at(way).error(message).help(help);
        }
    }

    fn map_key(&mut self, way: &[&str], kind: &ShapeKind) {
        if !matches!(kind, ShapeKind::String { .. }) {
            let message = format!("the key of a map is {}, not a string", words(kind));
            let help = "keys of JSON objects are strings: refer to a string or enum shape";
            self.at(way).error(message).help(help);
        }
    }

    /// Where an operation's list of errors has that one; the model keeps each error once.
    fn error_index(&self, operation: &str, error: &str) -> String {
        let errors = self
            .tree
            .get("operations")
            .and_then(|all| all.get(operation)?.get("errors"));
        let mut items = errors.map_or(&[][..], |errors| errors.items()).iter();
        let is_it =
            |item: &super::Value<'_>| item.get("shape").and_then(|shape| shape.as_str()) == Some(error);
        items.position(is_it).unwrap_or_default().to_string()
    }
}
