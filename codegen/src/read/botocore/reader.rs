//! What all readers do: take values of a JSON type, and say so where the type is another.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::keys::{self, On};
use crate::model::Deprecation;
use crate::read::json::{Kind, Node};
use crate::read::problems::Problems;

/// Reads values and collects what is wrong with them.
pub(super) struct Reader<'a, 's> {
    pub(super) problems: &'a mut Problems<'s>,
}

impl Reader<'_, '_> {
    /// The entries of what must be an object.
    pub(super) fn object<'n, 's>(
        &mut self,
        node: &'n Node<'_, 's>,
    ) -> impl Iterator<Item = (&'n str, Node<'n, 's>)> + use<'n, 's> {
        if !matches!(node.value.kind, Kind::Object(_)) {
            self.wrong_type(node, "an object");
        }
        node.entries()
    }

    /// The items of what must be an array.
    pub(super) fn array<'n, 's>(
        &mut self,
        node: &'n Node<'_, 's>,
    ) -> impl Iterator<Item = Node<'n, 's>> + use<'n, 's> {
        if !matches!(node.value.kind, Kind::Array(_)) {
            self.wrong_type(node, "an array");
        }
        node.items()
    }

    /// An object's entries by name, each read by the same function.
    pub(super) fn named<T>(
        &mut self,
        node: &Node<'_, '_>,
        mut read: impl FnMut(&mut Self, &str, &Node<'_, '_>) -> Option<T>,
    ) -> BTreeMap<String, T> {
        let mut named = BTreeMap::new();
        for (name, child) in self.object(node) {
            if name.is_empty() {
                let help = "names are what code and documents refer to: name it, or remove it";
                self.problems.at_key(&child).error("a name is empty").help(help);
            }
            if let Some(value) = read(self, name, &child) {
                named.entry(name.to_owned()).or_insert(value);
            }
        }
        named
    }

    /// The text of what must be a string.
    pub(super) fn text(&mut self, node: &Node<'_, '_>) -> Option<String> {
        if let Kind::String(text) = &node.value.kind {
            return Some(text.to_string());
        }
        self.wrong_type(node, "a string");
        None
    }

    /// The texts of what must be an array of strings.
    pub(super) fn texts(&mut self, node: &Node<'_, '_>) -> Vec<String> {
        self.array(node).filter_map(|item| self.text(&item)).collect()
    }

    /// What must be `true` or `false`.
    pub(super) fn flag(&mut self, node: &Node<'_, '_>) -> bool {
        if let Kind::Bool(flag) = node.value.kind {
            return flag;
        }
        self.wrong_type(node, "true or false");
        false
    }

    /// The number of what must be one, as written.
    pub(super) fn number(&mut self, node: &Node<'_, '_>) -> Option<String> {
        if let Kind::Number(number) = node.value.kind {
            return Some(number.to_owned());
        }
        self.wrong_type(node, "a number");
        None
    }

    /// What must be a whole number of that type.
    pub(super) fn whole<T: FromStr>(&mut self, node: &Node<'_, '_>) -> Option<T> {
        let number = self.number(node)?;
        let whole = number.parse().ok();
        if whole.is_none() {
            let help = "write it as a whole number that is not negative and not this large";
            self.problems
                .at(node)
                .error(format!("{number} can't be meant here"))
                .help(help);
        }
        whole
    }

    /// What must be an HTTP status code.
    pub(super) fn status(&mut self, node: &Node<'_, '_>) -> Option<u16> {
        let number = self.number(node)?;
        let status = number.parse().ok().filter(|status| (100..=599).contains(status));
        if status.is_none() {
            let help = "HTTP status codes are the whole numbers from 100 to 599";
            self.problems
                .at(node)
                .error(format!("{number} is not an HTTP status code"))
                .help(help);
        }
        status
    }

    /// One of a closed choice of names.
    pub(super) fn choice<T: Copy>(
        &mut self,
        node: &Node<'_, '_>,
        what: &str,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(node)?;
        let choice = choices
            .iter()
            .find(|(name, _)| *name == text)
            .map(|(_, value)| *value);
        if choice.is_none() {
            let names: Vec<String> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
            let help = format!("known are {}", names.join(", "));
            self.problems
                .at(node)
                .error(format!("unknown {what} `{text}`"))
                .help(help);
        }
        choice
    }

    /// Notes a key that the reader of that kind of thing does not read.
    pub(super) fn other_key(&mut self, on: On, key: &str, node: &Node<'_, '_>) {
        if keys::without_meaning(on, key).is_none() {
            let message = format!("unknown key `{key}` of {}", on.words());
            let help = "it is ignored: if it is no slip of the pen, tell the maintainers of this generator, \
                        who decide what the key means for the generated crate";
            self.problems.at_key(node).warning(message).help(help);
        }
    }

    /// Notes that a key which is needed is not there; what is no object has been reported as that.
    pub(super) fn missing(&mut self, node: &Node<'_, '_>, key: &str, help: &str) {
        if !matches!(node.value.kind, Kind::Object(_)) {
            return;
        }
        self.problems
            .at_key(node)
            .error(format!("`{key}` is missing"))
            .help(help);
    }

    /// Notes where a key that is needed is not there.
    pub(super) fn needs(&mut self, node: &Node<'_, '_>, key: &str, help: &str) {
        if node.get(key).is_none() {
            self.missing(node, key, help);
        }
    }

    /// Notes that a value is of another JSON type than the wanted one.
    pub(super) fn wrong_type(&mut self, node: &Node<'_, '_>, wanted: &str) {
        let found = node.value.kind_name();
        let help = format!("write {wanted} here, or remove it");
        self.problems
            .at(node)
            .error(format!("expected {wanted}, found {found}"))
            .help(help);
    }
}

/// The keys by which a model discourages a thing.
#[derive(Default)]
pub(super) struct Discouraged {
    discouraged: bool,
    deprecation: Deprecation,
}

impl Discouraged {
    /// Reads `deprecated`, `deprecatedMessage` or `deprecatedSince`.
    pub(super) fn read(&mut self, reader: &mut Reader<'_, '_>, key: &str, node: &Node<'_, '_>) {
        match key {
            "deprecated" => self.discouraged = reader.flag(node),
            "deprecatedSince" => self.deprecation.since = reader.text(node),
            _ => self.deprecation.message = reader.text(node),
        }
    }

    pub(super) fn finish(self) -> Option<Deprecation> {
        self.discouraged.then_some(self.deprecation)
    }
}
