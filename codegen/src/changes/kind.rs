//! The kinds of changes, with their names in every report.

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
    /// The crate has an operation that it left out.
    OperationEntered "operation-entered-crate" Added "operation entered the crate",
    /// The crate leaves an operation out that it had.
    OperationLeft "operation-left-crate" Removed "operation left the crate",
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
    pub(super) fn breaks_the_wire(self) -> bool {
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
