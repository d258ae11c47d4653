//! What a change is: its kind, its place, whom it reaches, and what it means.

use std::fmt;

use super::kind::Kind;

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
    /// The highest level of changes; a patch where there are none.
    pub(super) fn of_all(changes: &[Change]) -> Self {
        changes
            .iter()
            .map(|change| change.level)
            .max()
            .unwrap_or(Self::Patch)
    }

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
