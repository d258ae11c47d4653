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
            Self::Extras => "an extras file",
        }
    }
}

/// Why a key of such a thing means nothing to us, if it is known that it does.
pub(super) fn without_meaning(on: On, key: &str) -> Option<&'static str> {
    WITHOUT_MEANING
        .iter()
        .find(|(things, known, _)| *known == key && things.contains(&on))
        .map(|row| row.2)
}

const ANY_SHAPE: &[On] = &[On::Scalar, On::Structure, On::List, On::Map];

const FORMAT: &str = "the version of the file format";
const XML: &str = "the form of XML bodies, which JSON protocols don't have";
const BOXED: &str = "absence is modelled for every member, so a box adds nothing";
const RULES: &str = "an input of endpoint rules, which are not part of the model";
const ON_ITS_SHAPE: &str = "the error's own shape says the same";
const DISCOVERY: &str = "endpoint discovery, which only services of other protocols have";
const EVENTS: &str = "operations with event streams are left out";
const CHECKSUMS: &str = "a choice of checksum algorithms; what the service requires has a key of its own";

/// What it stands on, the key, and why it means nothing.
const WITHOUT_MEANING: &[(&[On], &str, &str)] = &[
    (
        &[On::Service, On::Paginators, On::Waiters, On::Extras],
        "version",
        FORMAT,
    ),
    (
        &[On::Service],
        "examples",
        "prose; botocore keeps examples in files of their own",
    ),
    (&[On::Service], "clientContextParams", RULES),
    (
        &[On::Service],
        "deprecated",
        "a service's end does not change how it is called",
    ),
    (
        &[On::Service],
        "deprecatedMessage",
        "a service's end does not change how it is called",
    ),
    (
        &[On::Metadata],
        "uid",
        "made of the endpoint prefix and the API version",
    ),
    (
        &[On::Metadata],
        "protocols",
        "botocore's order of preference; `protocol` is the one that the model is for",
    ),
    (
        &[On::Metadata],
        "protocolSettings",
        "whether HTTP/2 may be used, which is the transport's choice",
    ),
    (
        &[On::Metadata],
        "jsonVersion",
        "the content type of the `json` protocol",
    ),
    (&[On::Metadata], "targetPrefix", "a header of the `json` protocol"),
    (
        &[On::Metadata],
        "awsQueryCompatible",
        "error codes of services that once spoke `query`",
    ),
    (
        &[On::Metadata],
        "checksumFormat",
        "the tree hash of Glacier uploads, which the caller computes",
    ),
    (&[On::Metadata], "ripServiceName", "an inventory name within AWS"),
    (&[On::Metadata], "xmlNamespace", XML),
    (&[On::Operation], "staticContextParams", RULES),
    (&[On::Operation], "operationContextParams", RULES),
    (&[On::Operation], "endpointdiscovery", DISCOVERY),
    (&[On::Operation], "endpointoperation", DISCOVERY),
    (
        &[On::Operation],
        "requestcompression",
        "the service takes plain bodies too",
    ),
    (
        &[On::Operation],
        "examples",
        "prose; botocore keeps examples in files of their own",
    ),
    (&[On::Operation], "alias", "a method name of another SDK"),
    (&[On::Operation], "documentationUrl", "prose"),
    (&[On::Checksum], "requestAlgorithmMember", CHECKSUMS),
    (&[On::Checksum], "requestValidationModeMember", CHECKSUMS),
    (&[On::Checksum], "responseAlgorithms", CHECKSUMS),
    (&[On::Reference], "error", ON_ITS_SHAPE),
    (&[On::Reference], "exception", ON_ITS_SHAPE),
    (&[On::Reference], "fault", ON_ITS_SHAPE),
    (&[On::Reference], "resultWrapper", XML),
    (&[On::Reference, On::Structure], "wrapper", XML),
    (&[On::Reference, On::Member, On::Structure], "xmlNamespace", XML),
    (
        &[On::Reference],
        "jsonvalue",
        "JSON in a list's items, which only the pricing service has",
    ),
    (&[On::Member], "xmlAttribute", XML),
    (&[On::Member, On::List, On::Map], "flattened", XML),
    (&[On::Structure], "xmlOrder", XML),
    (&[On::Structure, On::List], "locationName", XML),
    (
        &[On::Structure],
        "synthetic",
        "made up for errors that the service's own model doesn't name",
    ),
    (
        &[On::Member],
        "queryName",
        "the member's name in the `ec2` protocol",
    ),
    (&[On::Member], "endpointdiscoveryid", DISCOVERY),
    (&[On::Member], "eventpayload", EVENTS),
    (&[On::Member], "eventheader", EVENTS),
    (&[On::Member], "box", BOXED),
    (ANY_SHAPE, "box", BOXED),
    (
        &[On::Error],
        "senderFault",
        "the opposite of `fault`, which is what is read",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_stands_twice_in_the_table() {
        for (index, (things, key, _)) in WITHOUT_MEANING.iter().enumerate() {
            let mut rest = WITHOUT_MEANING.iter().skip(index + 1);
            let twice =
                rest.any(|(others, other, _)| other == key && others.iter().any(|on| things.contains(on)));
            assert!(!twice, "{key}");
        }
    }

    #[test]
    fn a_key_means_nothing_only_where_the_table_says_so() {
        assert_eq!(without_meaning(On::Member, "flattened"), Some(XML));
        assert_eq!(without_meaning(On::Operation, "flattened"), None);
    }
}
