//! Templates: strings with places for values.

use super::super::reader::Reader;
use super::scope::Scope;
use crate::model::{Part, Step, Template, Type};
use crate::read::json::Node;

impl Reader<'_, '_> {
    pub(super) fn template(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Option<Template> {
        let text = self.text(node)?;
        let mut rest = text.as_str();
        let (mut parts, mut plain) = (Vec::new(), String::new());
        while let Some((before, from)) = rest.find(['{', '}']).and_then(|at| rest.split_at_checked(at)) {
            plain.push_str(before);
            if let Some(after) = from.strip_prefix("{{") {
                plain.push('{');
                rest = after;
            } else if let Some(after) = from.strip_prefix("}}") {
                plain.push('}');
                rest = after;
            } else if let Some((place, after)) = from.strip_prefix('{').and_then(|from| from.split_once('}'))
            {
                if !plain.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut plain)));
                }
                parts.push(self.place(node, place, scope)?);
                rest = after;
            } else {
                let help = "write `{name}` for a value, and `{{` or `}}` for a brace";
                self.problems.at(node).error("a brace has no partner").help(help);
                return None;
            }
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            parts.push(Part::Text(plain));
        }
        Some(Template { parts })
    }

    /// A place for a value: `name` or `name#path`.
    fn place(&mut self, node: &Node<'_, '_>, place: &str, scope: &Scope) -> Option<Part> {
        let (name, way) = place.split_once('#').unwrap_or((place, ""));
        let path = match way {
            "" => Vec::new(),
            way => {
                let path = path(way);
                if path.is_none() {
                    self.no_path(node, way);
                }
                path?
            }
        };
        let whole = self.known(node, name, scope);
        let kind = self.part(node, whole, &path)?;
        if kind != Type::String {
            let message = format!("`{place}` is {}, and only strings fit into a text", kind.words());
            let help = "refer to a string, or to a part that is one";
            self.problems.at(node).error(message).help(help);
            return None;
        }
        let name = name.to_owned();
        Some(Part::Value { name, path })
    }
}

/// The way to a part of a value: `name.other[0]`.
pub(super) fn path(text: &str) -> Option<Vec<Step>> {
    let mut path = Vec::new();
    for step in text.split('.') {
        let (name, indices) = step.split_at(step.find('[').unwrap_or(step.len()));
        if !name.is_empty() {
            path.push(Step::Key(name.to_owned()));
        } else if indices.is_empty() || !path.is_empty() {
            return None;
        }
        let mut rest = indices;
        while !rest.is_empty() {
            let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
            path.push(Step::Index(index.parse().ok()?));
            rest = after;
        }
    }
    Some(path)
}
