//! `docs.json`: documentation in our own words.
//!
//! ```json
//! {
//!   "service": "text",
//!   "operations": {"Name": "text"},
//!   "shapes": {"Name": "text"},
//!   "members": {"Shape.member": "text"},
//!   "values": {"Shape.VALUE": "text"}
//! }
//! ```
//!
//! The texts are Markdown. Since the file is ours, a key that it should not have is an error.

use std::collections::BTreeMap;

use super::json::{self, Kind, Node, Value};
use super::problems::Problems;
use crate::diagnostic::{Diagnostic, Source};
use crate::model::{Docs, ServiceModel, ShapeKind};

/// Reads a documentation file.
///
/// # Errors
///
/// The text is not JSON, or not of the form above.
pub fn docs(source: &Source) -> Result<Docs, Vec<Diagnostic>> {
    let mut problems = Problems::new([source]);
    let mut docs = Docs::default();
    match json::parse(&source.text, 0) {
        Ok(tree) => {
            json::report_duplicates(&tree, &mut problems);
            docs = read(&tree, &mut problems);
        }
        Err(error) => problems.syntax(error),
    }
    if problems.any_error() {
        Err(problems.finish())
    } else {
        Ok(docs)
    }
}

/// Warns of every name in a documentation file that the model does not have: a slip of the pen, if the model
/// is the newest revision; older revisions lack newer names.
pub fn check_docs(source: &Source, model: &ServiceModel) -> Vec<Diagnostic> {
    let mut problems = Problems::new([source]);
    let Ok(tree) = json::parse(&source.text, 0) else {
        return Vec::new();
    };
    for (section, node) in Node::root(&tree).entries() {
        for (name, text) in node.entries() {
            if !is_known(section, name, model) {
                let (what, names) = candidates(section, name, model);
                let message = format!("the model has no {what} `{name}`");
                let otherwise = "nobody reads this text: remove it, or mend its key";
                let help = problems.did_you_mean(name, names.iter().map(String::as_str), otherwise);
                problems.at_key(&text).warning(message).help(help);
            }
        }
    }
    problems.finish()
}

fn read(tree: &Value<'_>, problems: &mut Problems<'_>) -> Docs {
    let mut docs = Docs::default();
    let root = Node::root(tree);
    if !matches!(tree.kind, Kind::Object(_)) {
        let help =
            "a documentation file is an object with `service`, `operations`, `shapes`, `members`, `values`";
        problems
            .at(&root)
            .error(format!("expected an object, found {}", tree.kind_name()))
            .help(help);
    }
    for (section, node) in root.entries() {
        match section {
            "service" => docs.service = text(&node, problems),
            "operations" => docs.operations = texts(&node, problems),
            "shapes" => docs.shapes = texts(&node, problems),
            "members" => docs.members = parts(&node, problems),
            "values" => docs.values = parts(&node, problems),
            _ => {
                let help = "known are `service`, `operations`, `shapes`, `members` and `values`";
                problems
                    .at_key(&node)
                    .error(format!("unknown key `{section}`"))
                    .help(help);
            }
        }
    }
    docs
}

fn text(node: &Node<'_, '_>, problems: &mut Problems<'_>) -> Option<String> {
    match node.value.as_str() {
        Some(text) if !text.trim().is_empty() => return Some(text.to_owned()),
        Some(_) => problems
            .at(node)
            .error("an empty text")
            .help("write the text, or remove the key"),
        None => {
            let message = format!("expected a string, found {}", node.value.kind_name());
            problems
                .at(node)
                .error(message)
                .help("documentation is Markdown text in a string");
        }
    }
    None
}

fn texts(node: &Node<'_, '_>, problems: &mut Problems<'_>) -> BTreeMap<String, String> {
    if !matches!(node.value.kind, Kind::Object(_)) {
        let message = format!("expected an object, found {}", node.value.kind_name());
        problems
            .at(node)
            .error(message)
            .help("write texts by name: `{\"Name\": \"text\"}`");
    }
    let entries = node.entries();
    entries
        .filter_map(|(name, child)| Some((name.to_owned(), text(&child, problems)?)))
        .collect()
}

/// Texts by `Shape.part`.
fn parts(node: &Node<'_, '_>, problems: &mut Problems<'_>) -> BTreeMap<String, BTreeMap<String, String>> {
    for (name, child) in node.entries().filter(|(name, _)| !name.contains('.')) {
        let help = "a key here is a shape and a part of it: `Shape.member`, `Shape.VALUE`";
        problems
            .at_key(&child)
            .error(format!("`{name}` names no part of a shape"))
            .help(help);
    }
    let mut parts = BTreeMap::<_, BTreeMap<_, _>>::new();
    for (name, text) in texts(node, problems) {
        if let Some((shape, part)) = name.split_once('.') {
            parts
                .entry(shape.to_owned())
                .or_default()
                .insert(part.to_owned(), text);
        }
    }
    parts
}

fn is_known(section: &str, name: &str, model: &ServiceModel) -> bool {
    let (shape, part) = name.split_once('.').unwrap_or((name, ""));
    let kind = model.shapes.get(shape).map(|shape| &shape.kind);
    match (section, kind) {
        ("operations", _) => model.operations.contains_key(name),
        ("shapes", _) => model.shapes.contains_key(name),
        ("members", Some(ShapeKind::Structure(structure))) => {
            structure.members.iter().any(|member| member.name == part)
        }
        ("values", Some(ShapeKind::String { values })) => values.iter().any(|value| value == part),
        ("members" | "values", _) => false,
        _ => true,
    }
}

/// What an unknown name fails to be, and the names that it could be instead.
fn candidates(section: &str, name: &str, model: &ServiceModel) -> (&'static str, Vec<String>) {
    let (shape, part) = name.split_once('.').unwrap_or((name, ""));
    let of_shape = |part: &String| format!("{shape}.{part}");
    match (section, model.shapes.get(shape).map(|shape| &shape.kind)) {
        ("operations", _) => ("operation", model.operations.keys().cloned().collect()),
        ("shapes", _) => ("shape", model.shapes.keys().cloned().collect()),
        (_, None) => (
            "shape of",
            model
                .shapes
                .keys()
                .map(|shape| format!("{shape}.{part}"))
                .collect(),
        ),
        ("members", Some(ShapeKind::Structure(structure))) => (
            "member",
            structure
                .members
                .iter()
                .map(|member| of_shape(&member.name))
                .collect(),
        ),
        ("values", Some(ShapeKind::String { values })) => {
            ("enum value", values.iter().map(of_shape).collect())
        }
        ("members", Some(_)) => ("member", Vec::new()),
        _ => ("enum value", Vec::new()),
    }
}
