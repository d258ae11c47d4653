//! The tree of members.

use super::change::{Change, Mark};
use crate::model::{Constraints, Deprecation, TimestampFormat};

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
