//! Marks, and what changed.

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
