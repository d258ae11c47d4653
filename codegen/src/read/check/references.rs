//! References between operations and shapes.

use super::{Check, suggest, words};
use crate::model::{Operation, Reference, ShapeKind};

/// After so many dangling references none of the later ones gets a suggestion, which takes time.
const MOST_SUGGESTIONS: usize = 100;

impl<'a> Check<'a, '_, '_> {
    pub(super) fn references(&mut self) {
        let mut suggestions = 0;
        for (name, operation) in &self.model.operations {
            self.operation(name, operation, &mut suggestions);
        }
        for (name, shape) in &self.model.shapes {
            let reference = |key: &'static str, to: &'a Reference| (vec![key], to.shape.as_str());
            let references: Vec<(Vec<&str>, &str)> = match &shape.kind {
                ShapeKind::Structure(structure) => {
                    let members = structure.members.iter();
                    members
                        .map(|member| (vec!["members", &member.name], member.target.as_str()))
                        .collect()
                }
                ShapeKind::List(list) => vec![reference("member", &list.member)],
                ShapeKind::Map(map) => vec![reference("key", &map.key), reference("value", &map.value)],
                _ => continue,
            };
            for (way, target) in references {
                let way = [&["shapes", name.as_str()], way.as_slice(), &["shape"]].concat();
                self.resolve(&way, target, &mut suggestions);
            }
            if let ShapeKind::Map(map) = &shape.kind {
                self.map_key(name, &map.key.shape);
            }
        }
    }

    fn operation(&mut self, name: &str, operation: &'a Operation, suggestions: &mut usize) {
        for (side, reference) in [("input", &operation.input), ("output", &operation.output)] {
            let Some(reference) = reference else { continue };
            let way = ["operations", name, side, "shape"];
            let Some(kind) = self.resolve(&way, &reference.shape, suggestions) else {
                continue;
            };
            self.must_be_structure(&way, side, &reference.shape, kind);
        }
        for error in &operation.errors {
            let index = self.error_index(name, error);
            let way = ["operations", name, "errors", index.as_str(), "shape"];
            let Some(kind) = self.resolve(&way, error, suggestions) else {
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

    /// The shape that is meant, or a note that there is none. A shape that could not be read is none, but
    /// its own problem says enough.
    fn resolve(&mut self, way: &[&str], shape: &str, suggestions: &mut usize) -> Option<&'a ShapeKind> {
        let kind = self.kind(shape);
        if kind.is_some()
            || shape.is_empty()
            || super::json::find(self.tree, &["shapes", shape]).pointer.len() > "/shapes".len()
        {
            return kind;
        }
        *suggestions += 1;
        let names = self.model.shapes.keys().map(String::as_str);
        let similar = if *suggestions <= MOST_SUGGESTIONS {
            suggest(shape, names)
        } else {
            None
        };
        let help = match similar {
            Some(similar) => format!("did you mean `{similar}`?"),
            None => format!("add a shape `{shape}`, or write the name of the one that is meant"),
        };
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

    fn map_key(&mut self, map: &str, key: &str) {
        let Some(kind) = self.kind(key) else { return };
        if !matches!(kind, ShapeKind::String { .. }) {
            let message = format!("the key of a map is {}, not a string", words(kind));
            let help = "keys of JSON objects are strings: refer to a string or enum shape";
            self.at(&["shapes", map, "key", "shape"])
                .error(message)
                .help(help);
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
