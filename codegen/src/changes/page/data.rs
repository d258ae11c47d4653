//! What a page consists of.

use super::change::{Change, Mark};
use super::node::Node;
use crate::model::{Deprecation, Http, Paginator};

/// All that is to be said about an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationPage {
    /// The operation's name, as on the wire.
    pub name: String,
    /// New or gone as a whole; changed where anything on the page is marked.
    pub mark: Mark,
    /// Method, URI and success code.
    pub http: Pair<Http>,
    /// The prefix of the host name, with its labels.
    pub host_prefix: Pair<String>,
    /// The input structure's Rust name, in the module `operation`; none where no crate has the operation.
    pub input: Pair<String>,
    /// The output structure's Rust name, in the same module.
    pub output: Pair<String>,
    /// How its pages follow each other.
    pub pagination: Pair<Paginator>,
    /// Its documentation as Markdown.
    pub docs: Option<String>,
    /// Set where the service discourages it.
    pub deprecated: Option<Deprecation>,
    /// What changed of the operation itself; empty for one that is new or gone.
    pub changes: Vec<Change>,
    /// The errors that it can return.
    pub errors: Vec<OperationError>,
    /// The input's members.
    pub request: Vec<Node>,
    /// The output's members.
    pub response: Vec<Node>,
    /// The Rust items that its users see: input and output first, then the types that these name.
    pub items: Vec<RustItem>,
    /// How many more items there are than a page has room for.
    pub items_left_out: usize,
}

/// A fact in the older and the newer revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair<T> {
    /// In the older revision.
    pub before: Option<T>,
    /// In the newer revision.
    pub after: Option<T>,
}

impl<T> Pair<T> {
    /// The newer one, else the older one.
    pub fn shown(&self) -> Option<&T> {
        self.after.as_ref().or(self.before.as_ref())
    }

    /// Something made of both.
    pub fn map<U>(&self, make: impl Fn(&T) -> U) -> Pair<U> {
        self.and_then(|value| Some(make(value)))
    }

    /// Something made of both that either may not have.
    pub fn and_then<U>(&self, make: impl Fn(&T) -> Option<U>) -> Pair<U> {
        Pair {
            before: self.before.as_ref().and_then(&make),
            after: self.after.as_ref().and_then(&make),
        }
    }

    /// How the two relate, given whether they differ where there are both.
    pub(super) fn mark_if(&self, is_changed: bool) -> Mark {
        match (&self.before, &self.after) {
            (None, Some(_)) => Mark::New,
            (Some(_), None) => Mark::Gone,
            _ if is_changed => Mark::Changed,
            _ => Mark::Same,
        }
    }
}

impl<T: PartialEq> Pair<T> {
    /// How the two relate; the same where there is neither.
    pub fn mark(&self) -> Mark {
        self.mark_if(self.before != self.after)
    }
}

/// An error that an operation can return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationError {
    /// The shape's name.
    pub shape: String,
    /// The code on the wire.
    pub code: String,
    /// The HTTP status that it comes with, where the model says it.
    pub status: Option<u16>,
    /// The variant of `ServiceError` and the name of its structure; none where no crate has it.
    pub rust: Option<String>,
    /// New or gone as an error of this operation; changed where its facts differ.
    pub mark: Mark,
    /// What changed.
    pub changes: Vec<Change>,
    /// Its documentation as Markdown.
    pub docs: Option<String>,
}

/// A generated Rust item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustItem {
    /// Its name.
    pub name: String,
    /// The module that has it: `operation` or `types`.
    pub module: &'static str,
    /// What it is, in the newer revision that has it.
    pub kind: ItemKind,
    /// How it relates to the older crate, whether or not this operation used it there.
    pub mark: Mark,
    /// What changed; its fields have marks of their own.
    pub changes: Vec<Change>,
    /// Its fields or variants.
    pub fields: Vec<RustField>,
}

impl RustItem {
    /// Whether the item or a field of it is marked.
    pub fn is_marked(&self) -> bool {
        self.mark != Mark::Same || self.fields.iter().any(|field| field.mark != Mark::Same)
    }
}

/// A kind of Rust item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// A structure.
    Structure,
    /// An open enum of structures and values: a union.
    Union,
    /// An open enum of texts.
    Enum,
}

/// A field of a structure, or a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustField {
    /// Its name.
    pub name: String,
    /// The member or value in the model.
    pub model_name: String,
    /// Its whole type; empty for the variant of an enum.
    pub ty: String,
    /// How it relates to the older revision.
    pub mark: Mark,
    /// What changed.
    pub changes: Vec<Change>,
}
