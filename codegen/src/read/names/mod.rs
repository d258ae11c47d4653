//! `names.json`: the lock of a crate's names.
//!
//! ```json
//! {
//!   "crate": "macie2",
//!   "operations": {
//!     "GetThing": {"rust": "operation::GetThing", "new": ["thingId"], "members": {"thingId": "thing_id"}}
//!   },
//!   "outputs": {
//!     "GetThing": {"rust": "operation::GetThingOutput", "new": [], "members": {"color": "color"}}
//!   },
//!   "types": {
//!     "Color": {"rust": "types::Color", "values": {"RED": "Red"}},
//!     "NotFound": {"rust": "types::NotFound", "error": "NotFound", "new": []}
//!   }
//! }
//! ```
//!
//! Names of the model stand left, Rust names right. Since the file is ours, a key that it should not have is an error.

mod text;

use std::collections::BTreeMap;

pub use self::text::names_text;

use super::json::{self, Kind, Node};
use super::problems::Problems;
use crate::diagnostic::{Diagnostic, Source};
use crate::lock::{Lock, TypeNames, Violation};

/// What to do about a file that is not as it was written.
const RESTORE: &str = "bring the file back from version control";

const SECTIONS: [&str; 4] = ["crate", "operations", "outputs", "types"];
const PARTS: [&str; 5] = ["rust", "error", "new", "members", "values"];

/// Reads a lock.
///
/// # Errors
///
/// The text is not JSON, or not of the form above.
pub fn names(source: &Source) -> Result<Lock, Vec<Diagnostic>> {
    let mut problems = Problems::new([source]);
    let mut lock = Lock::default();
    match json::parse(&source.text, 0) {
        Ok(tree) => {
            json::report_duplicates(&tree, &mut problems);
            lock = Reader(&mut problems).lock(&Node::root(&tree));
        }
        Err(error) => problems.syntax(error),
    }
    if problems.any_error() {
        Err(problems.finish())
    } else {
        Ok(lock)
    }
}

/// The problems of a crate that breaks a lock, with the places of the promises; `next` is what to do where the break
/// is meant.
pub fn broken_names(source: &Source, violations: &[Violation], next: &str) -> Vec<Diagnostic> {
    let mut problems = Problems::new([source]);
    let Ok(tree) = json::parse(&source.text, 0) else {
        return Vec::new();
    };
    for violation in violations {
        let way: Vec<&str> = violation.way.iter().map(String::as_str).collect();
        let found = json::find(&tree, &way);
        problems
            .spot(found.at, found.pointer)
            .error(violation.to_string())
            .help(format!("{}; {next}", violation.meaning()));
    }
    problems.finish()
}

struct Reader<'a, 's>(&'a mut Problems<'s>);

impl Reader<'_, '_> {
    fn lock(&mut self, root: &Node<'_, '_>) -> Lock {
        let mut lock = Lock::default();
        self.needs(root, "crate");
        for (section, node) in root.entries() {
            match section {
                "crate" => lock.package = self.text(&node),
                "operations" => lock.operations = self.types(&node),
                "outputs" => lock.outputs = self.types(&node),
                "types" => lock.types = self.types(&node),
                _ => self.unknown(&node, section, &SECTIONS),
            }
        }
        lock
    }

    fn types(&mut self, node: &Node<'_, '_>) -> BTreeMap<String, TypeNames> {
        self.is_object(node);
        let entries = node.entries();
        entries
            .map(|(wire, node)| (wire.to_owned(), self.one(&node)))
            .collect()
    }

    fn one(&mut self, node: &Node<'_, '_>) -> TypeNames {
        let mut names = TypeNames::default();
        self.needs(node, "rust");
        for (part, node) in node.entries() {
            match part {
                "rust" => names.path = self.text(&node),
                "error" => names.error = Some(self.text(&node)),
                "new" => names.arguments = Some(self.list(&node)),
                "members" => names.members = self.table(&node),
                "values" => names.values = self.table(&node),
                _ => self.unknown(&node, part, &PARTS),
            }
        }
        names
    }

    fn table(&mut self, node: &Node<'_, '_>) -> BTreeMap<String, String> {
        self.is_object(node);
        let entries = node.entries();
        entries
            .map(|(wire, node)| (wire.to_owned(), self.text(&node)))
            .collect()
    }

    fn list(&mut self, node: &Node<'_, '_>) -> Vec<String> {
        if !matches!(node.value.kind, Kind::Array(_)) {
            self.expected("an array", node);
        }
        node.items().map(|item| self.text(&item)).collect()
    }

    fn text(&mut self, node: &Node<'_, '_>) -> String {
        let text = node.value.as_str();
        if text.is_none() {
            self.expected("a string", node);
        }
        text.unwrap_or_default().to_owned()
    }

    /// Notes that an object lacks a key, or is no object.
    fn needs(&mut self, node: &Node<'_, '_>, key: &str) {
        if self.is_object(node) && node.get(key).is_none() {
            self.0.at(node).error(format!("`{key}` is missing")).help(RESTORE);
        }
    }

    fn is_object(&mut self, node: &Node<'_, '_>) -> bool {
        let is_object = matches!(node.value.kind, Kind::Object(_));
        if !is_object {
            self.expected("an object", node);
        }
        is_object
    }

    fn expected(&mut self, what: &str, node: &Node<'_, '_>) {
        let message = format!("expected {what}, found {}", node.value.kind_name());
        self.0.at(node).error(message).help(RESTORE);
    }

    fn unknown(&mut self, node: &Node<'_, '_>, key: &str, known: &[&str]) {
        let help = self.0.did_you_mean(key, known.iter().copied(), RESTORE);
        self.0
            .at_key(node)
            .error(format!("unknown key `{key}`"))
            .help(help);
    }
}
