//! What a change is: its kind, its place, whom it reaches, and what it means.

use std::fmt;

/// A change between two revisions of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub kind: Kind,
    /// What changed.
    pub place: Place,
    /// The fact in the older revision, where there is one to show.
    pub before: Option<String>,
    /// The fact in the newer revision, where there is one to show.
    pub after: Option<String>,
    /// What it means for the version of the generated crate.
    pub level: Level,
    /// Whether clients of the older revision behave differently on the wire, or may be refused.
    pub wire: bool,
    /// Why the level and the warning are what they are, in one line.
    pub why: &'static str,
    /// Operations that reach the place, by name.
    pub operations: Vec<Reached>,
    /// The public item of the crate that the place is, by its path: in the newer revision, else in the older one.
    pub subject: Option<String>,
    /// What became of the crate's public items because of it, by path.
    pub items: Vec<ItemChange>,
}

impl Change {
    /// Whether what an older client relies on is gone, or more is demanded of it: a breaking fact of the wire,
    /// whatever the level.
    pub fn is_breaking_fact(&self) -> bool {
        self.kind.breaks_the_wire() && (self.wire || self.level == Level::Major)
    }
}

/// What a change means for users of the generated crate: the levels of semantic versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nothing that a user's code can see.
    Patch,
    /// Something new.
    Minor,
    /// A user's code may not compile, or means something else.
    Major,
}

impl Level {
    /// The level's name: `patch`, `minor` or `major`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

/// What changed, by its names in the model.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The service as a whole.
    Service,
    /// Its endpoints.
    Endpoints,
    /// An operation.
    Operation(String),
    /// The paginator of an operation.
    Paginator(String),
    /// A waiter.
    Waiter(String),
    /// A shape.
    Shape(String),
    /// A member of a structure or union.
    Member {
        /// The structure or union.
        shape: String,
        /// The member.
        member: String,
    },
    /// A value of an enum.
    Value {
        /// The enum.
        shape: String,
        /// The value, as on the wire.
        value: String,
    },
    /// A public item of the crate that nothing in the model accounts for, by its path.
    Item(String),
}

impl Place {
    /// The shape that it is, or is part of.
    pub fn shape(&self) -> Option<&str> {
        match self {
            Self::Shape(shape) | Self::Member { shape, .. } | Self::Value { shape, .. } => Some(shape),
            _ => None,
        }
    }
}

/// The name as people write it: `EncryptionType`, `Finding.accountId`, `EncryptionType: UNKNOWN`.
impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Service => formatter.write_str("service"),
            Self::Endpoints => formatter.write_str("endpoints"),
            Self::Operation(name) | Self::Paginator(name) | Self::Waiter(name) | Self::Shape(name) => {
                formatter.write_str(name)
            }
            Self::Member { shape, member } => write!(formatter, "{shape}.{member}"),
            Self::Value { shape, value } => write!(formatter, "{shape}: {value}"),
            Self::Item(path) => formatter.write_str(path),
        }
    }
}

/// An operation that reaches a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    /// The operation's name.
    pub operation: String,
    /// On which side.
    pub direction: Direction,
}

/// On which side of an operation something is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// In requests.
    Request,
    /// In responses, errors among them.
    Response,
    /// In both.
    Both,
}

impl Direction {
    /// The direction's name: `request`, `response` or `both`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
            Self::Both => "both",
        }
    }
}

/// What became of a public item of the crate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemChange {
    /// The item's path from the crate's root.
    pub path: String,
    /// The item as it was, `None` for a new one: its path, with its type or arguments.
    pub before: Option<String>,
    /// The item as it is, `None` for one that is gone.
    pub after: Option<String>,
}

/// Whether something came, went or became something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It is another.
    Changed,
}

impl Mark {
    /// The sign that stands for it: `+`, `-` or `~`.
    pub fn sign(self) -> char {
        match self {
            Self::Added => '+',
            Self::Removed => '-',
            Self::Changed => '~',
        }
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident $name:literal $mark:ident $words:literal,)+) => {
        /// The kind of a change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[doc = $doc])+ $kind,)+
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// The kind's name in machine-readable reports: `operation-removed`. It never changes.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }

            /// The kind in words that follow the place: `enum value removed`.
            pub fn words(self) -> &'static str {
                match self {
                    $(Self::$kind => $words,)+
                }
            }

            /// Whether the place came, went or changed.
            pub fn mark(self) -> Mark {
                match self {
                    $(Self::$kind => Mark::$mark,)+
                }
            }
        }
    };
}

kinds! {
    /// An operation came.
    OperationAdded "operation-added" Added "operation added",
    /// An operation went.
    OperationRemoved "operation-removed" Removed "operation removed",
    /// An operation's input is another shape.
    InputShape "input-shape-changed" Changed "input is another shape",
    /// An operation's output is another shape.
    OutputShape "output-shape-changed" Changed "output is another shape",
    /// A request's method changed.
    Method "http-method-changed" Changed "HTTP method changed",
    /// A request's URI changed.
    Uri "http-uri-changed" Changed "URI changed",
    /// The status of a success changed.
    SuccessCode "http-success-code-changed" Changed "success code changed",
    /// Another fact of how requests are made changed: checksum, length, context parameters.
    RequestTrait "request-trait-changed" Changed "how requests are made changed",
    /// Whether calls are safe to repeat is said otherwise.
    CallTrait "call-trait-changed" Changed "said otherwise of repeated calls",
    /// An operation can return one more error.
    ErrorAdded "error-added" Added "can return one more error",
    /// An operation no longer returns an error.
    ErrorRemoved "error-removed" Removed "no longer returns an error",
    /// An operation, shape or member is discouraged, or otherwise than before.
    Deprecated "deprecated" Changed "deprecated",
    /// An operation, shape or member is no longer discouraged.
    NoLongerDeprecated "deprecation-removed" Changed "no longer deprecated",
    /// A shape came.
    ShapeAdded "shape-added" Added "shape added",
    /// A shape went.
    ShapeRemoved "shape-removed" Removed "shape removed",
    /// A shape has another name; its structure is the same.
    ShapeRenamed "shape-renamed" Changed "shape renamed",
    /// Operations reach a shape that they did not reach before.
    EnteredApi "shape-entered-api" Added "reached by operations now",
    /// Operations no longer reach a shape.
    LeftApi "shape-left-api" Removed "no longer reached by operations",
    /// A shape that only inputs reached is now reached by outputs.
    ReachedByOutput "shape-reached-by-output" Changed "reached by outputs now",
    /// A shape that outputs reached is now only reached by inputs.
    ReachedByInputOnly "shape-reached-by-input-only" Changed "reached by inputs only now",
    /// A shape has another type, width, or is sparse or streams otherwise than before.
    ShapeType "shape-type-changed" Changed "type changed",
    /// A plain string has known values now.
    StringToEnum "string-became-enum" Changed "string became an enum",
    /// An enum is a plain string now.
    EnumToString "enum-became-string" Changed "enum became a string",
    /// A list's or map's items are of another shape.
    ItemTarget "item-shape-changed" Changed "items are of another shape",
    /// A member that may be absent came.
    MemberAdded "member-added" Added "optional member added",
    /// A required member came.
    RequiredMemberAdded "required-member-added" Added "required member added",
    /// A required idempotency token came.
    TokenAdded "required-token-added" Added "required idempotency token added",
    /// A member went.
    MemberRemoved "member-removed" Removed "member removed",
    /// A member of a union came.
    UnionMemberAdded "union-member-added" Added "union member added",
    /// A member of a union went.
    UnionMemberRemoved "union-member-removed" Removed "union member removed",
    /// A structure's members, or an enum's values, stand in another order.
    Order "order-changed" Changed "order changed",
    /// A member is of another shape.
    MemberTarget "member-shape-changed" Changed "is of another shape",
    /// An optional member is required now.
    BecameRequired "became-required" Changed "became required",
    /// A required member is optional now.
    BecameOptional "became-optional" Changed "became optional",
    /// A value came.
    ValueAdded "enum-value-added" Added "enum value added",
    /// A value went.
    ValueRemoved "enum-value-removed" Removed "enum value removed",
    /// A message holds a member elsewhere.
    Location "location-changed" Changed "location changed",
    /// The wire knows it by another name.
    WireName "wire-name-changed" Changed "wire name changed",
    /// A time has another format on the wire.
    TimestampFormat "timestamp-format-changed" Changed "timestamp format changed",
    /// An error's fault, status or retryability changed.
    ErrorTrait "error-trait-changed" Changed "error trait changed",
    /// Fewer values are allowed, or it can't be told.
    Tightened "constraint-tightened" Changed "constraint tightened",
    /// More values are allowed.
    Loosened "constraint-loosened" Changed "constraint loosened",
    /// A member is filled with a token where it is absent.
    TokenTraitAdded "token-trait-added" Changed "became an idempotency token",
    /// A member is no longer filled with a token.
    TokenTraitRemoved "token-trait-removed" Changed "no longer an idempotency token",
    /// Values are not to be shown.
    SensitiveAdded "sensitive-added" Changed "became sensitive",
    /// Values may be shown.
    SensitiveRemoved "sensitive-removed" Changed "no longer sensitive",
    /// An operation's pages can be followed.
    PaginatorAdded "paginator-added" Added "paginator added",
    /// An operation's pages can no longer be followed.
    PaginatorRemoved "paginator-removed" Removed "paginator removed",
    /// A paginator's items are others.
    PaginatorItems "paginator-items-changed" Changed "paginator's items changed",
    /// A paginator's tokens or page size are others.
    PaginatorTokens "paginator-tokens-changed" Changed "paginator's tokens changed",
    /// A waiter came.
    WaiterAdded "waiter-added" Added "waiter added",
    /// A waiter went.
    WaiterRemoved "waiter-removed" Removed "waiter removed",
    /// A waiter has another name; what it waits for is the same.
    WaiterRenamed "waiter-renamed" Changed "waiter renamed",
    /// A waiter waits otherwise.
    WaiterTuned "waiter-tuned" Changed "waiter tuned",
    /// The wire protocol is another.
    Protocol "protocol-changed" Changed "protocol changed",
    /// Requests can be authenticated in one more way.
    AuthAdded "auth-scheme-added" Added "auth scheme added",
    /// Requests can no longer be authenticated in a way, or otherwise than before.
    AuthRemoved "auth-scheme-removed" Removed "auth scheme removed or changed",
    /// Requests are signed for another name.
    SigningName "signing-name-changed" Changed "signing name changed",
    /// An operation's host prefix changed.
    HostPrefix "host-prefix-changed" Changed "host prefix changed",
    /// Endpoints are others for some regions and variants.
    EndpointAnswers "endpoint-answers-changed" Changed "endpoints changed",
    /// Endpoint rules are others, and all known regions and variants have the endpoints that they had.
    EndpointRules "endpoint-rules-changed" Changed "endpoint rules rewritten",
    /// How the service calls itself changed.
    Identity "service-identity-changed" Changed "the service's names changed",
    /// A name in the generated crate is another.
    RustName "rust-name-changed" Changed "Rust name changed",
    /// A field's value is on the heap now, or no longer, for what it holds can hold it.
    Recursion "recursion-changed" Changed "recursion came or went",
    /// Documentation changed.
    Documentation "documentation-changed" Changed "documentation changed",
    /// The crate's public items differ and nothing in the model accounts for it.
    GeneratedApi "generated-api-changed" Changed "generated API changed",
}

impl Kind {
    /// Whether such a change takes from older clients what they rely on, or demands more of them.
    fn breaks_the_wire(self) -> bool {
        matches!(
            self,
            Self::OperationRemoved
                | Self::ShapeRemoved
                | Self::MemberRemoved
                | Self::UnionMemberRemoved
                | Self::ValueRemoved
                | Self::RequiredMemberAdded
                | Self::BecameRequired
                | Self::BecameOptional
                | Self::ShapeType
                | Self::ItemTarget
                | Self::MemberTarget
        )
    }

    /// Whether such a change can account for a difference of the crate's public items.
    pub(super) fn touches_api(self) -> bool {
        !matches!(
            self,
            Self::Deprecated
                | Self::NoLongerDeprecated
                | Self::Documentation
                | Self::Tightened
                | Self::Loosened
                | Self::SensitiveAdded
                | Self::SensitiveRemoved
                | Self::ErrorTrait
                | Self::TimestampFormat
                | Self::WireName
                | Self::Location
                | Self::CallTrait
                | Self::RequestTrait
                | Self::Identity
        )
    }
}
