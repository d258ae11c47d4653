//! Why there is no endpoint.

use std::fmt;

use crate::model::Function;

/// Why there is no endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EndpointError {
    /// The rules say so, in these words.
    Refused(String),
    /// A required parameter has no value.
    MissingParameter(String),
    /// A parameter has a value of another type than the rules want.
    WrongType(String),
    /// No rule applies.
    NoRule,
    /// A text has a place for a value that is not set.
    Unset(String),
    /// A function or an answer needs a value of another type. Rules that were read from a file never lead here.
    Mistyped(Option<Function>),
    /// A text grew, or the rules nest, beyond reason.
    Limit,
    /// There are no partitions to find the region in.
    NoPartition,
}

impl fmt::Display for EndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(message) => f.write_str(message),
            Self::MissingParameter(name) => write!(f, "the endpoint parameter `{name}` is required"),
            Self::WrongType(name) => {
                write!(f, "the endpoint parameter `{name}` has a value of another type")
            }
            Self::NoRule => f.write_str("no endpoint rule applies"),
            Self::Unset(name) => write!(f, "the endpoint rules use `{name}`, which has no value"),
            Self::Mistyped(Some(function)) => {
                write!(
                    f,
                    "the endpoint rules call `{}` with values of other types",
                    function.as_str()
                )
            }
            Self::Mistyped(None) => f.write_str("the endpoint rules use a value of another type as a text"),
            Self::Limit => f.write_str("the endpoint rules make texts, or nest, beyond reason"),
            Self::NoPartition => f.write_str("no partition is known"),
        }
    }
}

impl std::error::Error for EndpointError {}
