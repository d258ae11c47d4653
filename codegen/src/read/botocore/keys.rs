//! Keys that models have and that mean nothing to a generated crate.
//!
//! What a reader neither reads nor finds here is an unknown key, and reported.

/// The kind of thing that a key stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum On {
    Service,
    Metadata,
    Operation,
    Http,
    Endpoint,
    Checksum,
    Reference,
    Member,
    ContextParam,
    Scalar,
    Structure,
    List,
    Map,
    Error,
    Retryable,
    Paginators,
    Paginator,
    Waiters,
    Waiter,
    Acceptor,
    ClientContextParam,
    StaticContextParam,
    OperationContextParam,
    RuleSet,
    Parameter,
    Rule,
    EndpointTemplate,
    Call,
    ValueReference,
    Partitions,
    Partition,
    PartitionOutputs,
    Region,
    Extras,
}

impl On {
    /// The kind of thing in words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Service => "a service model",
            Self::Metadata => "a service's metadata",
            Self::Operation => "an operation",
            Self::Http => "an operation's `http`",
            Self::Endpoint => "an operation's `endpoint`",
            Self::Checksum => "an operation's `httpChecksum`",
            Self::Reference => "a reference to a shape",
            Self::Member => "a member",
            Self::ContextParam => "a `contextParam`",
            Self::Scalar => "a shape of this type",
            Self::Structure => "a structure",
            Self::List => "a list",
            Self::Map => "a map",
            Self::Error => "an `error`",
            Self::Retryable => "a `retryable`",
            Self::Paginators => "a paginators file",
            Self::Paginator => "a paginator",
            Self::Waiters => "a waiters file",
            Self::Waiter => "a waiter",
            Self::Acceptor => "an acceptor",
            Self::ClientContextParam => "one of the `clientContextParams`",
            Self::StaticContextParam => "one of the `staticContextParams`",
            Self::OperationContextParam => "one of the `operationContextParams`",
            Self::RuleSet => "an endpoint rule set",
            Self::Parameter => "a parameter of endpoint rules",
            Self::Rule => "an endpoint rule of this type",
            Self::EndpointTemplate => "a rule's `endpoint`",
            Self::Call => "the call of a function",
            Self::ValueReference => "a reference to a value",
            Self::Partitions => "a partitions file",
            Self::Partition => "a partition",
            Self::PartitionOutputs => "a partition's `outputs`",
            Self::Region => "a region",
            Self::Extras => "an extras file",
        }
    }
}

/// Why a key of such a thing means nothing to us, if it is known that it does.
pub(super) fn without_meaning(on: On, key: &str) -> Option<&'static str> {
    use On::{
        Checksum, Error, Extras, List, Map, Member, Metadata, Operation, Paginators, Partitions, Reference,
        Rule, RuleSet, Scalar, Service, Structure, Waiter, Waiters,
    };
    Some(match (key, on) {
        ("version", Service | Paginators | Waiters | RuleSet | Partitions | Extras) => {
            "the version of the file format"
        }
        ("examples", Service | Operation) => PROSE,
        ("documentationUrl", Operation) => PROSE,
        ("deprecated" | "deprecatedMessage", Service) => "a service's end does not change how it is called",
        ("authorizers", Service) => "what API Gateway, which made the model, asks of callers",

        ("uid", Metadata) => "made of the endpoint prefix and the API version",
        ("protocols", Metadata) => "an order of preference; `protocol` is the one that the model is for",
        ("protocolSettings", Metadata) => "whether HTTP/2 may be used, which is the transport's choice",
        ("jsonVersion" | "targetPrefix", Metadata) => "headers of the `json` protocol",
        ("awsQueryCompatible", Metadata) => "error codes of services that once spoke `query`",
        ("checksumFormat", Metadata) => "the tree hash of Glacier uploads, which the caller computes",
        ("ripServiceName", Metadata) => "an inventory name within AWS",

        ("endpointdiscovery" | "endpointoperation", Operation) => DISCOVERY,
        ("endpointdiscoveryid", Member) => DISCOVERY,
        ("requestcompression", Operation) => "the service takes plain bodies too",
        ("alias", Operation) => "a method name of another SDK",
        ("requestAlgorithmMember" | "requestValidationModeMember" | "responseAlgorithms", Checksum) => {
            "a choice of algorithms; what the service requires has a key of its own"
        }

        ("error" | "exception" | "fault", Reference) => "the error's own shape says the same",
        ("jsonvalue", Reference) => "JSON in a list's items, which only the pricing service has",
        ("xmlNamespace", Service | Metadata | Reference | Member | Structure) => XML,
        ("resultWrapper", Reference) => XML,
        ("wrapper", Reference | Structure) => XML,
        ("xmlAttribute", Member) => XML,
        ("xmlOrder", Structure) => XML,
        ("flattened", Member | List | Map) => XML,
        ("locationName", Structure | List | Map) => XML,
        ("queryName", Member) => "the member's name in the `ec2` protocol",

        ("pattern", Member) => "constraints are told of shapes, and only told",
        ("eventpayload" | "eventheader", Member) => "operations with event streams are left out",
        ("box", Member | Scalar | Structure | List | Map) => "any member may be absent, boxed or not",
        ("synthetic", Structure) => "made up for errors that the service's own model doesn't name",
        ("senderFault", Error) => "the opposite of `fault`, which is what is read",
        ("type", Waiter) => "always `operation`",
        ("documentation", Rule) => "prose about how the rules were made",
        _ => return None,
    })
}

const PROSE: &str = "prose that botocore keeps in files of its own";
const XML: &str = "the form of XML bodies, which JSON protocols don't have";
const DISCOVERY: &str = "endpoint discovery, which only services of other protocols have";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_means_nothing_only_where_the_table_says_so() {
        assert_eq!(without_meaning(On::Member, "flattened"), Some(XML));
        assert_eq!(without_meaning(On::Operation, "flattened"), None);
    }
}
