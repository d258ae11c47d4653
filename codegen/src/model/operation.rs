//! Operations, and the companion facts about them: paginators and waiters.

use std::collections::BTreeMap;

use super::endpoint::ParameterValue;
use super::shape::{Deprecation, Reference};

/// An operation of the service.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// The operation's name, as on the wire.
    pub name: String,
    /// HTML, where the model has it.
    pub documentation: Option<String>,
    /// Method, URI and success code.
    pub http: Http,
    /// The input structure, if the operation takes one.
    pub input: Option<Reference>,
    /// The output structure, if the operation answers with one.
    pub output: Option<Reference>,
    /// Names of the error shapes that the operation can return, in model order.
    pub errors: Vec<String>,
    /// Set where the service discourages the operation.
    pub deprecated: Option<Deprecation>,
    /// How a request is authenticated.
    pub auth: Auth,
    /// A prefix of the host name, which may hold labels: `{AccountId}.`.
    pub host_prefix: Option<String>,
    /// Whether the request must carry a checksum of its body.
    pub checksum_required: bool,
    /// Whether calling it twice is the same as calling it once.
    pub idempotent: bool,
    /// Whether it changes nothing.
    pub readonly: bool,
    /// Parameters of the endpoint rules that are the same for every call, by name.
    pub static_context_params: BTreeMap<String, ParameterValue>,
    /// Parameters of the endpoint rules that the input holds: JMESPath expressions by the parameter's name.
    /// Members may be parameters too, see [`super::Member::context_param`].
    pub operation_context_params: BTreeMap<String, String>,
}

impl Operation {
    /// The name of the input's shape; empty, which no shape's name is, for an operation without input.
    pub fn input_shape(&self) -> &str {
        self.input
            .as_ref()
            .map(|input| input.shape.as_str())
            .unwrap_or_default()
    }

    /// The name of the output's shape; empty, which no shape's name is, for an operation without output.
    pub fn output_shape(&self) -> &str {
        self.output
            .as_ref()
            .map(|output| output.shape.as_str())
            .unwrap_or_default()
    }
}

/// An operation's `http` trait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Http {
    /// The method, upper case.
    pub method: String,
    /// The URI pattern with its labels and literal query: `/tags/{resourceArn}`, `/{key+}?list-type=2`.
    pub uri: String,
    /// The status of a success, where the model says it.
    pub response_code: Option<u16>,
}

/// How an operation's request is authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Auth {
    /// As the service's metadata says.
    Service,
    /// Signed, but the payload is not part of the signature.
    UnsignedPayload,
    /// Not at all.
    None,
}

/// How an operation's pages follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paginator {
    /// Input members that take the token of the page to fetch.
    pub input_tokens: Vec<String>,
    /// Paths in the output that hold the next page's token, one for each input token.
    pub output_tokens: Vec<String>,
    /// Input member that sets the size of a page.
    pub limit_key: Option<String>,
    /// Paths in the output that hold a page's items; the first is the main one.
    pub result_keys: Vec<String>,
    /// Path in the output that says whether there are more pages.
    pub more_results: Option<String>,
    /// Paths in the output that are the same on every page.
    pub non_aggregate_keys: Vec<String>,
}

/// Polls an operation until a resource is in a wanted state.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiter {
    /// The operation that is called.
    pub operation: String,
    /// Seconds between two calls.
    pub delay: u64,
    /// How often the operation is called at the most.
    pub max_attempts: u64,
    /// For people.
    pub description: Option<String>,
    /// What decides on an answer: the first acceptor that matches it.
    pub acceptors: Vec<Acceptor>,
}

/// What follows if an answer matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptor {
    /// What part of the answer is looked at, and how.
    pub matcher: Matcher,
    /// What it must be.
    pub expected: Expected,
    /// What follows.
    pub state: AcceptorState,
}

/// What part of an answer an acceptor looks at, and how; paths are JMESPath expressions in the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matcher {
    /// The value at a path is the expected one.
    Path(String),
    /// The path leads to a list that is not empty, and all of it are the expected value.
    PathAll(String),
    /// The path leads to a list that holds the expected value.
    PathAny(String),
    /// The HTTP status is the expected one.
    Status,
    /// The error's code is the expected one; whether there is an error at all is the expected truth value.
    Error,
}

/// What an acceptor expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// That text.
    Text(String),
    /// That number.
    Number(i64),
    /// That truth value.
    Boolean(bool),
}

/// What follows if an answer matches an acceptor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptorState {
    /// The wait is over.
    Success,
    /// The operation is called again.
    Retry,
    /// What is waited for can't come any more.
    Failure,
}
