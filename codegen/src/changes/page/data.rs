//! What a page consists of.

use crate::model::{Constraints, Deprecation, Http, Paginator, TimestampFormat};

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

/// How a thing of the newer revision relates to the older one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Mark {
    /// As it was.
    #[default]
    Same,
    /// Only the newer revision has it.
    New,
    /// Only the older revision has it.
    Gone,
    /// Both have it, and it differs itself: what is below it has marks of its own.
    Changed,
}

/// A change of one fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which fact.
    pub what: What,
    /// For people; empty where there was nothing.
    pub before: String,
    /// For people; empty where there is nothing any more.
    pub after: String,
}

/// A fact that can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// The HTTP method.
    Method,
    /// The URI's pattern.
    Uri,
    /// The status of a success, or of an error.
    Status,
    /// The prefix of the host name.
    HostPrefix,
    /// How a request is authenticated.
    Auth,
    /// Whether the request must carry a checksum.
    Checksum,
    /// Whether an operation can be called twice, or changes nothing.
    Safety,
    /// How pages follow each other.
    Pagination,
    /// The shape of the input.
    Input,
    /// The shape of the output.
    Output,
    /// An error's code.
    Code,
    /// Who is at fault, and whether to try once more.
    Fault,
    /// The shape that a member targets.
    Shape,
    /// The type: string, list, timestamp and its format.
    Type,
    /// The name on the wire.
    WireName,
    /// Where the HTTP message holds it.
    Place,
    /// Whether it is required.
    Required,
    /// Whether an absent value is filled with a fresh token.
    Token,
    /// What values may be.
    Constraints,
    /// Whether the service discourages it.
    Deprecated,
    /// Whether it is hidden in logs.
    Sensitive,
    /// The Rust name.
    RustName,
    /// The Rust type.
    RustType,
    /// The arguments of `new`.
    Constructor,
}

impl What {
    /// For people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Uri => "URI",
            Self::Status => "status",
            Self::HostPrefix => "host prefix",
            Self::Auth => "authentication",
            Self::Checksum => "checksum",
            Self::Safety => "safety",
            Self::Pagination => "pagination",
            Self::Input => "input shape",
            Self::Output => "output shape",
            Self::Code => "code",
            Self::Fault => "fault",
            Self::Shape => "shape",
            Self::Type => "type",
            Self::WireName => "wire name",
            Self::Place => "place",
            Self::Required => "required",
            Self::Token => "idempotency token",
            Self::Constraints => "constraints",
            Self::Deprecated => "deprecated",
            Self::Sensitive => "sensitive",
            Self::RustName => "Rust name",
            Self::RustType => "Rust type",
            Self::Constructor => "constructor",
        }
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

/// A member, or a part of a list or map, with everything below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is to the node above.
    pub role: Role,
    /// The member's name in the model; empty for a part of a list or map.
    pub name: String,
    /// How this node relates to the older revision.
    pub mark: Mark,
    /// Whether anything below this node is marked.
    pub marked_below: bool,
    /// What changed; empty unless the mark says so, and for an enum of which only values changed.
    pub changes: Vec<Change>,
    /// What is known about it: in the newer revision, for one that is gone in the older.
    pub facts: Facts,
    /// Its documentation as Markdown.
    pub docs: Option<String>,
    /// The values of an enum, each with its mark.
    pub values: Vec<EnumValue>,
    /// What is below.
    pub below: Below,
}

impl Node {
    /// Whether this node or anything below is marked.
    pub fn is_marked(&self) -> bool {
        self.mark != Mark::Same || self.marked_below
    }

    /// The nodes below; none where they are shown elsewhere or not at all.
    pub fn children(&self) -> &[Node] {
        match &self.below {
            Below::Nodes(nodes) => nodes,
            Below::Nothing | Below::AsAbove(_) | Below::Cut => &[],
        }
    }
}

/// What a node is to the node above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A member of a structure.
    Member,
    /// A member of a union.
    Variant,
    /// The items of a list.
    Item,
    /// The keys of a map.
    Key,
    /// The values of a map.
    Value,
}

/// What is below a node.
#[derive(Debug, Clone, PartialEq)]
pub enum Below {
    /// Nothing ever is: a scalar or a document.
    Nothing,
    /// Members, or the parts of a list or map.
    Nodes(Vec<Node>),
    /// The same as at another place of the tree, which comes earlier: its path. A recursive shape ends so, and so
    /// does every repeated one where the whole tree would be too big.
    AsAbove(String),
    /// More than a page has room for.
    Cut,
}

/// What is known about a node in one revision.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    /// The name on the wire; empty for a part of a list or map.
    pub wire_name: String,
    /// Where the HTTP message holds it.
    pub place: Place,
    /// Whether it is a label of the host name too.
    pub host_label: bool,
    /// The shape that it targets.
    pub shape: String,
    /// Its type.
    pub kind: Kind,
    /// Whether the model calls it required.
    pub required: bool,
    /// Whether an absent value is filled with a fresh token.
    pub token: bool,
    /// What values may be.
    pub constraints: Constraints,
    /// Set where the service discourages it.
    pub deprecated: Option<Deprecation>,
    /// Whether it is hidden in logs.
    pub sensitive: bool,
    /// What a Rust user sees; none where no crate has it.
    pub rust: Option<RustFacts>,
}

/// What a Rust user sees of a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustFacts {
    /// The field's or variant's name; empty for a part of a list or map.
    pub name: String,
    /// The whole type: `Option<Vec<types::Finding>>`.
    pub ty: String,
    /// The generated type that it is or holds, without a path: `Finding`.
    pub generated: Option<String>,
    /// Whether `new` takes it.
    pub argument: bool,
}

/// Where an HTTP message holds a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// In the JSON of the body.
    Body,
    /// It is the whole body.
    Payload,
    /// In the URI's path.
    Label,
    /// In the query.
    Query,
    /// In one header.
    Header,
    /// In all headers that begin with the wire name.
    PrefixHeaders,
    /// The status of the response.
    Status,
    /// Nowhere: its location means nothing in a message of this direction.
    Nowhere,
}

/// A type on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An object with known members.
    Structure,
    /// An object with exactly one of its members.
    Union,
    /// Any JSON.
    Document,
    /// An array.
    List {
        /// Whether `null` items mean something.
        sparse: bool,
    },
    /// An object with free keys.
    Map {
        /// Whether `null` values mean something.
        sparse: bool,
    },
    /// Text.
    String,
    /// Text with known values.
    Enum,
    /// Text that holds JSON; in a header as base64.
    Json,
    /// True or false.
    Boolean,
    /// An 8-bit integer.
    Byte,
    /// A 16-bit integer.
    Short,
    /// A 32-bit integer.
    Integer,
    /// A 64-bit integer.
    Long,
    /// A 32-bit float.
    Float,
    /// A 64-bit float.
    Double,
    /// Bytes, in JSON as base64.
    Blob {
        /// Whether it is made to be sent in pieces.
        streaming: bool,
    },
    /// A point in time, written so.
    Timestamp(TimestampFormat),
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumValue {
    /// On the wire.
    pub text: String,
    /// The variant's name; none where no crate has it.
    pub rust: Option<String>,
    /// How it relates to the older revision: same, new or gone.
    pub mark: Mark,
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
