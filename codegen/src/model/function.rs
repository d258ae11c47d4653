//! The functions of endpoint rules, and the types of what they take and give.

/// A function of endpoint rules; `getAttr` is [`super::Expression::Attribute`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    /// Whether there is a value.
    IsSet,
    /// The opposite.
    Not,
    /// Whether two truth values are equal.
    BooleanEquals,
    /// Whether two strings are equal.
    StringEquals,
    /// Part of an ASCII string, counted from its start or its end.
    Substring,
    /// A string at every occurrence of another cut apart, into a limited number of parts.
    Split,
    /// A string with all but unreserved characters percent-encoded.
    UriEncode,
    /// The parts of a URL.
    ParseUrl,
    /// Whether a string can be a label of a host name, or several.
    IsValidHostLabel,
    /// The first of some values that is set.
    Coalesce,
    /// One of two values: if, then, else.
    Ite,
    /// The partition that a region is in.
    Partition,
    /// The parts of an Amazon resource name.
    ParseArn,
    /// Whether a bucket's name can be a label of a host name, or several.
    IsVirtualHostableS3Bucket,
}

/// What kind of value an expression has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Integer,
    /// Any number of strings.
    StringArray,
    /// What [`Function::Partition`] gives.
    Partition,
    /// What [`Function::ParseArn`] gives.
    Arn,
    /// What [`Function::ParseUrl`] gives.
    Url,
}

/// What a function is called with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arguments {
    /// One value of any type.
    Any,
    /// Values of these types.
    Of(&'static [Type]),
    /// A truth value, and two values of one type.
    Choice,
    /// Two or more values of one type.
    Same,
}

impl Function {
    /// Every function.
    pub const ALL: [Self; 14] = [
        Self::IsSet,
        Self::Not,
        Self::BooleanEquals,
        Self::StringEquals,
        Self::Substring,
        Self::Split,
        Self::UriEncode,
        Self::ParseUrl,
        Self::IsValidHostLabel,
        Self::Coalesce,
        Self::Ite,
        Self::Partition,
        Self::ParseArn,
        Self::IsVirtualHostableS3Bucket,
    ];

    /// The name that rule sets use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::IsSet => "isSet",
            Self::Not => "not",
            Self::BooleanEquals => "booleanEquals",
            Self::StringEquals => "stringEquals",
            Self::Substring => "substring",
            Self::Split => "split",
            Self::UriEncode => "uriEncode",
            Self::ParseUrl => "parseURL",
            Self::IsValidHostLabel => "isValidHostLabel",
            Self::Coalesce => "coalesce",
            Self::Ite => "ite",
            Self::Partition => "aws.partition",
            Self::ParseArn => "aws.parseArn",
            Self::IsVirtualHostableS3Bucket => "aws.isVirtualHostableS3Bucket",
        }
    }

    /// What it is called with.
    pub fn arguments(self) -> Arguments {
        use Type::{Boolean, Integer, String};
        match self {
            Self::IsSet => Arguments::Any,
            Self::Not => Arguments::Of(&[Boolean]),
            Self::BooleanEquals => Arguments::Of(&[Boolean, Boolean]),
            Self::StringEquals => Arguments::Of(&[String, String]),
            Self::Substring => Arguments::Of(&[String, Integer, Integer, Boolean]),
            Self::Split => Arguments::Of(&[String, String, Integer]),
            Self::IsValidHostLabel | Self::IsVirtualHostableS3Bucket => Arguments::Of(&[String, Boolean]),
            Self::UriEncode | Self::ParseUrl | Self::Partition | Self::ParseArn => Arguments::Of(&[String]),
            Self::Coalesce => Arguments::Same,
            Self::Ite => Arguments::Choice,
        }
    }

    /// The type of what it gives; `None` where that is the type of its last argument.
    pub fn result(self) -> Option<Type> {
        match self {
            Self::IsSet
            | Self::Not
            | Self::BooleanEquals
            | Self::StringEquals
            | Self::IsValidHostLabel
            | Self::IsVirtualHostableS3Bucket => Some(Type::Boolean),
            Self::Substring | Self::UriEncode => Some(Type::String),
            Self::Split => Some(Type::StringArray),
            Self::ParseUrl => Some(Type::Url),
            Self::Partition => Some(Type::Partition),
            Self::ParseArn => Some(Type::Arn),
            Self::Coalesce | Self::Ite => None,
        }
    }
}

impl Type {
    /// The parts of a value of this type that have names.
    pub fn parts(self) -> &'static [(&'static str, Self)] {
        match self {
            Self::Partition => &[
                ("name", Self::String),
                ("dnsSuffix", Self::String),
                ("dualStackDnsSuffix", Self::String),
                ("implicitGlobalRegion", Self::String),
                ("supportsFIPS", Self::Boolean),
                ("supportsDualStack", Self::Boolean),
            ],
            Self::Arn => &[
                ("partition", Self::String),
                ("service", Self::String),
                ("region", Self::String),
                ("accountId", Self::String),
                ("resourceId", Self::StringArray),
            ],
            Self::Url => &[
                ("scheme", Self::String),
                ("authority", Self::String),
                ("path", Self::String),
                ("normalizedPath", Self::String),
                ("isIp", Self::Boolean),
            ],
            Self::String | Self::Boolean | Self::Integer | Self::StringArray => &[],
        }
    }

    /// The type in words: `a string`.
    pub fn words(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Boolean => "a truth value",
            Self::Integer => "a whole number",
            Self::StringArray => "a list of strings",
            Self::Partition => "a partition",
            Self::Arn => "a parsed ARN",
            Self::Url => "a parsed URL",
        }
    }
}
