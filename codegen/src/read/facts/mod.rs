//! The canonical form in which `models/` holds the files of a service: facts without prose.
//!
//! Two files with the same facts have the same canonical text, and a changed fact changes few lines of it:
//!
//! - Files open over lines as far as their entries: one operation, shape, paginator, waiter, region, endpoint
//!   parameter or endpoint rule stands on one line; what is inside it has no white space.
//! - An object's keys stand in a fixed order: `version`, `metadata`, `name`, `id`, `type`, `shape` and `fn` first,
//!   the rest by name. Members of a structure alone keep the origin's order, since it is a fact.
//! - Arrays keep their order: enum values, `required`, errors and endpoint rules are read in it.
//! - Numbers stay as they were written; strings have as few escapes as JSON allows.
//! - Prose is left out where it is a trait: `documentation`, `examples`, `deprecatedMessage`, a waiter's
//!   `description`. A member, shape or operation of such a name stays. A service's `uid` goes with it.

use super::json::{self, Entry, Kind, Node, Value};
use super::problems::Problems;
use crate::diagnostic::{Diagnostic, Source};

/// What kind of file a text comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `service-2.json`
    Service,
    /// `paginators-1.json`
    Paginators,
    /// `waiters-2.json`
    Waiters,
    /// `endpoint-rule-set-1.json`
    EndpointRuleSet,
    /// `partitions.json`
    Partitions,
    /// `service-2.sdk-extras.json`, `paginators-1.sdk-extras.json`
    Extras,
}

impl FileKind {
    /// The key by which a file of this kind is known.
    fn main_key(self) -> &'static str {
        match self {
            Self::Service => "metadata",
            Self::Paginators => "pagination",
            Self::Waiters => "waiters",
            Self::EndpointRuleSet => "rules",
            Self::Partitions => "partitions",
            Self::Extras => "merge",
        }
    }
}

/// The canonical text of a file, with prose only where `keep_docs` asks for it.
///
/// # Errors
///
/// The text is not JSON, has an object with a duplicate key, or is not a file of that kind.
pub fn facts(source: &Source, kind: FileKind, keep_docs: bool) -> Result<String, Vec<Diagnostic>> {
    let mut problems = Problems::new([source]);
    let root = match json::parse(&source.text, 0) {
        Ok(root) => root,
        Err(error) => {
            problems.syntax(error);
            return Err(problems.finish());
        }
    };
    json::report_duplicates(&root, &mut problems);
    let key = kind.main_key();
    if root.get(key).is_none() {
        let help = format!("a file of this kind is an object with the key `{key}`: is this the right file?");
        problems
            .at(&Node::root(&root))
            .error(format!("`{key}` is missing"))
            .help(help);
    }
    if problems.any_error() {
        return Err(problems.finish());
    }
    let mut writer = Writer {
        out: String::with_capacity(source.text.len() / 2),
        keep_docs,
    };
    writer.value(&root, Role::File, 0);
    writer.out.push('\n');
    Ok(writer.out)
}

/// What a value is to the file, as far as its form depends on that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// The whole file, or what an extras file merges into one.
    File,
    /// What a service says about itself.
    Metadata,
    /// An object whose entries stand one on a line.
    Lines(Entries),
    /// An operation.
    Operation,
    /// A shape.
    Shape,
    /// The members of a structure.
    Members,
    /// A reference to a shape, or another small thing with documentation.
    Described,
    /// A waiter.
    Waiter,
    /// The endpoint rules of a file, or of a rule.
    Rules,
    /// The partitions of a file.
    Partitions,
    /// Anything whose form depends on nothing.
    Plain,
}

/// What the entries of an object are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entries {
    Operations,
    Shapes,
    Described,
    Waiters,
    Plain,
}

impl Role {
    /// The role of a key's value.
    fn of_key(self, key: &str) -> Self {
        match (self, key) {
            (Self::File, "merge") => Self::File,
            (Self::File, "metadata") => Self::Metadata,
            (Self::File, "operations") => Self::Lines(Entries::Operations),
            (Self::File, "shapes") => Self::Lines(Entries::Shapes),
            (Self::File, "clientContextParams" | "parameters") => Self::Lines(Entries::Described),
            (Self::File, "waiters") => Self::Lines(Entries::Waiters),
            (Self::File, "pagination") | (Self::Partitions, "regions") => Self::Lines(Entries::Plain),
            (Self::File | Self::Rules, "rules") => Self::Rules,
            (Self::File, "partitions") => Self::Partitions,
            (Self::Lines(Entries::Operations), _) => Self::Operation,
            (Self::Lines(Entries::Shapes), _) => Self::Shape,
            (Self::Lines(Entries::Waiters), _) => Self::Waiter,
            (Self::Shape, "members") => Self::Members,
            (Self::Lines(Entries::Described) | Self::Members, _)
            | (Self::Operation, "input" | "output" | "errors")
            | (Self::Shape, "member" | "key" | "value") => Self::Described,
            _ => Self::Plain,
        }
    }

    /// Whether a key of such a thing is prose.
    fn is_prose(self, key: &str) -> bool {
        match self {
            Self::File | Self::Operation => {
                matches!(key, "documentation" | "deprecatedMessage" | "examples")
            }
            Self::Shape | Self::Described => matches!(key, "documentation" | "deprecatedMessage"),
            // The label of an edition of the file: its form changed once when nothing else did.
            Self::Metadata => key == "uid",
            Self::Waiter => matches!(key, "documentation" | "description"),
            Self::Rules => key == "documentation",
            Self::Lines(_) | Self::Members | Self::Partitions | Self::Plain => false,
        }
    }

    /// Whether its entries or items stand on lines of their own.
    fn opens(self, kind: &Kind<'_>) -> bool {
        match self {
            Self::File | Self::Lines(_) => true,
            Self::Rules | Self::Partitions => matches!(kind, Kind::Array(_)),
            _ => false,
        }
    }

    /// The order of its keys; `None` where the origin's order is a fact.
    fn rank(self, key: &str) -> Option<usize> {
        const FIRST: [&str; 7] = ["version", "metadata", "name", "id", "type", "shape", "fn"];
        match self {
            Self::Members => None,
            Self::Lines(_) => Some(0),
            _ => Some(
                FIRST
                    .iter()
                    .position(|first| *first == key)
                    .unwrap_or(FIRST.len()),
            ),
        }
    }
}

/// Writes a tree in canonical form; `depth` is how far the current line is indented.
struct Writer {
    out: String,
    keep_docs: bool,
}

impl Writer {
    fn value(&mut self, value: &Value<'_>, role: Role, depth: usize) {
        match &value.kind {
            Kind::Null => self.out.push_str("null"),
            Kind::Bool(true) => self.out.push_str("true"),
            Kind::Bool(false) => self.out.push_str("false"),
            Kind::Number(number) => self.out.push_str(number),
            Kind::String(text) => json::write_string(&mut self.out, text),
            Kind::Array(items) => {
                let lines = role.opens(&value.kind) && !items.is_empty();
                self.block(['[', ']'], lines, depth, items.iter(), |writer, item, depth| {
                    writer.value(item, role, depth);
                });
            }
            Kind::Object(entries) => {
                let entries = self.ordered(entries, role);
                let lines = role.opens(&value.kind) && !entries.is_empty();
                self.block(
                    ['{', '}'],
                    lines,
                    depth,
                    entries.into_iter(),
                    |writer, entry, depth| {
                        json::write_string(&mut writer.out, &entry.key);
                        writer.out.push_str(if lines { ": " } else { ":" });
                        writer.value(&entry.value, role.of_key(&entry.key), depth);
                    },
                );
            }
        }
    }

    /// The entries that are kept, in canonical order.
    fn ordered<'a, 's>(&self, entries: &'a [Entry<'s>], role: Role) -> Vec<&'a Entry<'s>> {
        let kept = entries
            .iter()
            .filter(|entry| self.keep_docs || !role.is_prose(&entry.key));
        let mut kept: Vec<_> = kept.collect();
        kept.sort_by_key(|entry| role.rank(&entry.key).map(|rank| (rank, &*entry.key)));
        kept
    }

    fn block<T>(
        &mut self,
        [open, close]: [char; 2],
        lines: bool,
        depth: usize,
        items: impl Iterator<Item = T>,
        write: impl Fn(&mut Self, T, usize),
    ) {
        let inner = if lines { depth + 1 } else { depth };
        self.out.push(open);
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.out.push(',');
            }
            if lines {
                self.new_line(inner);
            }
            write(self, item, inner);
        }
        if lines {
            self.new_line(depth);
        }
        self.out.push(close);
    }

    fn new_line(&mut self, depth: usize) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", depth));
    }
}

#[cfg(test)]
mod tests;
