//! Inputs that can't be sent.

use std::fmt;

/// An input that can't be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidInput {
    operation: String,
    member: Option<String>,
    reason: String,
}

impl InvalidInput {
    /// A problem with the input as a whole.
    #[cold]
    pub fn new(operation: &str, reason: &str) -> Self {
        Self {
            operation: operation.to_owned(),
            member: None,
            reason: reason.to_owned(),
        }
    }

    /// A problem with one member; the reason reads on from the member's name.
    #[cold]
    pub fn of_member(operation: &str, member: &str, reason: &str) -> Self {
        Self {
            member: Some(member.to_owned()),
            ..Self::new(operation, reason)
        }
    }

    /// The operation's name.
    pub fn operation(&self) -> &str {
        &self.operation
    }

    /// The member's name on the wire.
    pub fn member(&self) -> Option<&str> {
        self.member.as_deref()
    }

    /// What is wrong.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for InvalidInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: invalid input: ", self.operation)?;
        if let Some(member) = &self.member {
            write!(f, "`{member}` ")?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for InvalidInput {}
