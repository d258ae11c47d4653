//! Shapes and their members.

/// A reference to a shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The name of the shape.
    pub shape: String,
    /// Wire name at this place, where it has one of its own.
    pub location_name: Option<String>,
    /// HTML about this use of the shape.
    pub documentation: Option<String>,
}

/// A named shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The shape's name; names are unique in a model.
    pub name: String,
    /// HTML, where the model has it.
    pub documentation: Option<String>,
    /// Set where the service discourages the shape.
    pub deprecated: Option<Deprecation>,
    /// Whether its values must not be shown in logs.
    pub sensitive: bool,
    /// What values may be.
    pub constraints: Constraints,
    /// The shape's type with what belongs to that type only.
    pub kind: ShapeKind,
}

/// The type of a shape.
#[derive(Debug, Clone, PartialEq)]
pub enum ShapeKind {
    /// A structure, or a union, or an error.
    Structure(Structure),
    /// A list.
    List(List),
    /// A map with string keys.
    Map(Map),
    /// A string; an enum where it has values.
    String {
        /// The known values in model order; empty for a plain string.
        values: Vec<String>,
    },
    /// A boolean.
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
    /// Bytes.
    Blob {
        /// Whether it is made to be sent and received in pieces.
        streaming: bool,
        /// Whether its length must be known before it is sent.
        requires_length: bool,
    },
    /// A point in time.
    Timestamp {
        /// The wire format that the shape asks for.
        format: Option<TimestampFormat>,
    },
}

impl ShapeKind {
    /// The type in a word or two, for people: `structure`, `sparse list`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Structure(structure) if structure.document => "document",
            Self::Structure(structure) if structure.event_stream => "event stream",
            Self::Structure(structure) if structure.union => "union",
            Self::Structure(structure) if structure.error.is_some() => "error",
            Self::Structure(structure) if structure.event => "event",
            Self::Structure(_) => "structure",
            Self::List(list) if list.sparse => "sparse list",
            Self::List(_) => "list",
            Self::Map(map) if map.sparse => "sparse map",
            Self::Map(_) => "map",
            Self::String { values } if values.is_empty() => "string",
            Self::String { .. } => "enum",
            Self::Boolean => "boolean",
            Self::Byte => "byte",
            Self::Short => "short",
            Self::Integer => "integer",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::Blob { streaming: true, .. } => "streaming blob",
            Self::Blob { .. } => "blob",
            Self::Timestamp { .. } => "timestamp",
        }
    }
}

/// A wire format of timestamps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimestampFormat {
    /// Seconds since 1970 as a number: `unixTimestamp`.
    EpochSeconds,
    /// RFC 3339 in UTC: `iso8601`.
    DateTime,
    /// The date form of HTTP headers: `rfc822`.
    HttpDate,
}

/// A structure, a union or an error.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Structure {
    /// Members in model order; their names are unique.
    pub members: Vec<Member>,
    /// The member that is the whole HTTP body.
    pub payload: Option<String>,
    /// Whether exactly one member is set.
    pub union: bool,
    /// Whether this stands for any JSON value.
    pub document: bool,
    /// Set for an error.
    pub error: Option<ErrorTrait>,
    /// Whether the members are the events of a stream.
    pub event_stream: bool,
    /// Whether it is an event of a stream.
    pub event: bool,
}

/// What makes a structure an error.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorTrait {
    /// The code on the wire, where it is not the shape's name.
    pub code: Option<String>,
    /// The HTTP status that it comes with.
    pub status: Option<u16>,
    /// Whether the service, rather than the caller, is at fault.
    pub fault: bool,
    /// `Some` where the model marks it as worth a retry; whether that is because of throttling.
    pub retryable: Option<bool>,
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// The items' shape.
    pub member: Reference,
    /// Whether `null` items mean something.
    pub sparse: bool,
}

/// A map.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The keys' shape, a string.
    pub key: Reference,
    /// The values' shape.
    pub value: Reference,
    /// Whether `null` values mean something.
    pub sparse: bool,
}

/// A member of a structure.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The member's name in the model.
    pub name: String,
    /// The shape that it targets.
    pub target: String,
    /// HTML, where the model has it.
    pub documentation: Option<String>,
    /// Where the HTTP message holds it.
    pub location: Location,
    /// The wire name, where it is not the member's name.
    pub location_name: Option<String>,
    /// Whether the model calls it required.
    pub required: bool,
    /// Whether an absent value is filled with a fresh token.
    pub idempotency_token: bool,
    /// Whether it is a label of the operation's host prefix.
    pub host_label: bool,
    /// Whether the string holds JSON.
    pub json_value: bool,
    /// Whether its values must not be shown in logs.
    pub sensitive: bool,
    /// Whether it streams, said on the member.
    pub streaming: bool,
    /// The wire format of a timestamp, said on the member.
    pub timestamp_format: Option<TimestampFormat>,
    /// Set where the service discourages it.
    pub deprecated: Option<Deprecation>,
    /// The endpoint parameter that takes its value.
    pub context_param: Option<String>,
}

impl Member {
    /// The member's name on the wire.
    pub fn wire_name(&self) -> &str {
        self.location_name.as_deref().unwrap_or(&self.name)
    }
}

/// Where an HTTP message holds a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In the body.
    Body,
    /// In the URI's path: `uri`.
    Label,
    /// In the query: `querystring`.
    Query,
    /// In one header: `header`.
    Header,
    /// In all headers that begin with the wire name: `headers`.
    PrefixHeaders,
    /// The status of the response: `statusCode`.
    StatusCode,
}

/// What a shape's values may be; only told to people, never enforced.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Constraints {
    /// The least length or value, as the model writes it.
    pub min: Option<String>,
    /// The greatest length or value, as the model writes it.
    pub max: Option<String>,
    /// A regular expression.
    pub pattern: Option<String>,
}

impl Constraints {
    /// The least and the greatest length or value, for people: `1 to 64 characters`; `unit` has its blank before it.
    pub fn range(&self, unit: &str) -> Option<String> {
        match (&self.min, &self.max) {
            (Some(min), Some(max)) if min == max => Some(format!("exactly {min}{unit}")),
            (Some(min), Some(max)) => Some(format!("{min} to {max}{unit}")),
            (Some(min), None) => Some(format!("at least {min}{unit}")),
            (None, Some(max)) => Some(format!("at most {max}{unit}")),
            (None, None) => None,
        }
    }
}

/// What a service says about something that should no longer be used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deprecation {
    /// Why, and what to use instead.
    pub message: Option<String>,
    /// Since when.
    pub since: Option<String>,
}
