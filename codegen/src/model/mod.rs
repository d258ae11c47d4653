//! What a service model says, in the field's own words.
//!
//! Plain data: no JSON, no Rust names, no decisions. A [`ServiceModel`] that [`crate::read`] returns is sound:
//! every shape reference resolves, every `required` entry names a member, no list contains itself without a
//! structure between.

mod docs;
mod endpoint;
mod function;
mod operation;
mod partitions;
mod shape;
mod since;

use std::collections::BTreeMap;

pub use self::docs::Docs;
pub use self::endpoint::{
    BuiltIn, ClientContextParam, Condition, EndpointRules, EndpointTemplate, Expression, Outcome, Parameter,
    ParameterKind, ParameterValue, Part, Property, Rule, Step, Template,
};
pub use self::function::{Arguments, Function, Type};
pub use self::operation::{
    Acceptor, AcceptorState, Auth, Expected, Http, Matcher, Operation, Paginator, Waiter,
};
pub use self::partitions::{Partition, Partitions, Piece, Region, RegionPattern};
pub use self::shape::{
    Constraints, Deprecation, ErrorTrait, List, Location, Map, Member, Reference, Shape, ShapeKind,
    Structure, TimestampFormat,
};
pub use self::since::Since;

/// One revision of one service's API.
#[derive(Debug, Clone, PartialEq)]
pub struct ServiceModel {
    /// What the service as a whole says of itself.
    pub metadata: Metadata,
    /// The service's documentation as HTML, where the model has it.
    pub documentation: Option<String>,
    /// Operations by name.
    pub operations: BTreeMap<String, Operation>,
    /// Shapes by name.
    pub shapes: BTreeMap<String, Shape>,
    /// Paginators by the name of the operation that they page.
    pub paginators: BTreeMap<String, Paginator>,
    /// Waiters by name.
    pub waiters: BTreeMap<String, Waiter>,
    /// How the service's endpoints are found, where there are rules for it.
    pub endpoint_rules: Option<EndpointRules>,
    /// Parameters of the endpoint rules that a client's configuration sets, by name.
    pub client_context_params: BTreeMap<String, ClientContextParam>,
}

/// The service's `metadata`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// The version of the API, a date such as `2020-01-01`; it rarely changes.
    pub api_version: String,
    /// First part of the service's host name.
    pub endpoint_prefix: String,
    /// The service's identity, such as `Macie2` or `IoT Data Plane`.
    pub service_id: Option<String>,
    /// The service's name for people, such as `Amazon Macie 2`.
    pub full_name: String,
    /// A shorter name for people.
    pub abbreviation: Option<String>,
    /// The wire protocol that the model asks for.
    pub protocol: Protocol,
    /// The service name that requests are signed for; the endpoint prefix where absent.
    pub signing_name: Option<String>,
    /// The signature scheme, such as `v4` or `bearer`.
    pub signature_version: Option<String>,
    /// Auth schemes in the service's order of preference, such as `aws.auth#sigv4`.
    pub auth: Vec<String>,
    /// The one host of a service that has no regional hosts.
    pub global_endpoint: Option<String>,
}

/// A wire protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Protocol {
    /// `rest-json`: restJson1.
    RestJson,
    /// `json`: awsJson1.0 and awsJson1.1.
    Json,
    /// `rest-xml`: restXml.
    RestXml,
    /// `query`: awsQuery.
    Query,
    /// `ec2`: ec2Query.
    Ec2,
    /// `smithy-rpc-v2-cbor`.
    RpcV2Cbor,
}

impl Protocol {
    /// Every protocol.
    pub const ALL: [Self; 6] = [
        Self::RestJson,
        Self::Json,
        Self::RestXml,
        Self::Query,
        Self::Ec2,
        Self::RpcV2Cbor,
    ];

    /// The name that models use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RestJson => "rest-json",
            Self::Json => "json",
            Self::RestXml => "rest-xml",
            Self::Query => "query",
            Self::Ec2 => "ec2",
            Self::RpcV2Cbor => "smithy-rpc-v2-cbor",
        }
    }
}
