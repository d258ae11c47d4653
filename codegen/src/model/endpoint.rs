//! Endpoint rules: how a service's URL follows from a region and from what a client asks for.

use std::collections::BTreeMap;

use super::function::Function;
use super::shape::Deprecation;

/// A service's endpoint rule set.
///
/// What [`crate::read`] returns is sound: every reference is to a parameter, or to a value that a condition on
/// the way to it assigns; every function has arguments of the right number and types.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EndpointRules {
    /// What the rules know about a request, by name.
    pub parameters: BTreeMap<String, Parameter>,
    /// The rules, of which the first one that applies decides.
    pub rules: Vec<Rule>,
}

/// Something that the rules know about a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// What kind of value it has.
    pub kind: ParameterKind,
    /// Where its value comes from, if that is the same for every service.
    pub built_in: Option<BuiltIn>,
    /// Whether the rules can't be asked without it.
    pub required: bool,
    /// Its value where none is given.
    pub default: Option<ParameterValue>,
    /// Set where the service discourages its use.
    pub deprecated: Option<Deprecation>,
    /// What it is for, where the rules say it.
    pub documentation: Option<String>,
}

/// A parameter that a client's configuration sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientContextParam {
    /// What kind of value it has.
    pub kind: ParameterKind,
    /// What it is for, where the model says it.
    pub documentation: Option<String>,
}

/// What kind of value a parameter has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterKind {
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// Any number of strings.
    StringArray,
}

/// The value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterValue {
    /// A string.
    String(String),
    /// `true` or `false`.
    Boolean(bool),
    /// Any number of strings.
    StringArray(Vec<String>),
}

impl ParameterValue {
    /// What kind of value it is.
    pub fn kind(&self) -> ParameterKind {
        match self {
            Self::String(_) => ParameterKind::String,
            Self::Boolean(_) => ParameterKind::Boolean,
            Self::StringArray(_) => ParameterKind::StringArray,
        }
    }
}

/// A source of a parameter's value that is the same for every service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BuiltIn {
    /// `AWS::Region`
    Region,
    /// `AWS::UseFIPS`
    UseFips,
    /// `AWS::UseDualStack`
    UseDualStack,
    /// `SDK::Endpoint`: the URL that the user sets.
    Endpoint,
    /// `AWS::Auth::AccountId`
    AccountId,
    /// `AWS::Auth::AccountIdEndpointMode`
    AccountIdEndpointMode,
    /// `AWS::Auth::CredentialScope`
    CredentialScope,
    /// `AWS::S3::Accelerate`
    S3Accelerate,
    /// `AWS::S3::DisableMultiRegionAccessPoints`
    S3DisableMultiRegionAccessPoints,
    /// `AWS::S3::DisableS3ExpressSessionAuth`
    S3DisableExpressSessionAuth,
    /// `AWS::S3::ForcePathStyle`
    S3ForcePathStyle,
    /// `AWS::S3::UseArnRegion`
    S3UseArnRegion,
    /// `AWS::S3::UseGlobalEndpoint`
    S3UseGlobalEndpoint,
    /// `AWS::S3Control::UseArnRegion`
    S3ControlUseArnRegion,
    /// `AWS::STS::UseGlobalEndpoint`
    StsUseGlobalEndpoint,
}

impl BuiltIn {
    /// Every source.
    pub const ALL: [Self; 15] = [
        Self::Region,
        Self::UseFips,
        Self::UseDualStack,
        Self::Endpoint,
        Self::AccountId,
        Self::AccountIdEndpointMode,
        Self::CredentialScope,
        Self::S3Accelerate,
        Self::S3DisableMultiRegionAccessPoints,
        Self::S3DisableExpressSessionAuth,
        Self::S3ForcePathStyle,
        Self::S3UseArnRegion,
        Self::S3UseGlobalEndpoint,
        Self::S3ControlUseArnRegion,
        Self::StsUseGlobalEndpoint,
    ];

    /// The name that rule sets use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Region => "AWS::Region",
            Self::UseFips => "AWS::UseFIPS",
            Self::UseDualStack => "AWS::UseDualStack",
            Self::Endpoint => "SDK::Endpoint",
            Self::AccountId => "AWS::Auth::AccountId",
            Self::AccountIdEndpointMode => "AWS::Auth::AccountIdEndpointMode",
            Self::CredentialScope => "AWS::Auth::CredentialScope",
            Self::S3Accelerate => "AWS::S3::Accelerate",
            Self::S3DisableMultiRegionAccessPoints => "AWS::S3::DisableMultiRegionAccessPoints",
            Self::S3DisableExpressSessionAuth => "AWS::S3::DisableS3ExpressSessionAuth",
            Self::S3ForcePathStyle => "AWS::S3::ForcePathStyle",
            Self::S3UseArnRegion => "AWS::S3::UseArnRegion",
            Self::S3UseGlobalEndpoint => "AWS::S3::UseGlobalEndpoint",
            Self::S3ControlUseArnRegion => "AWS::S3Control::UseArnRegion",
            Self::StsUseGlobalEndpoint => "AWS::STS::UseGlobalEndpoint",
        }
    }
}

/// What follows where some conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// What must hold, in this order: later conditions may use what earlier ones assign.
    pub conditions: Vec<Condition>,
    /// What follows.
    pub outcome: Outcome,
}

/// What follows where a rule's conditions hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The answer.
    Endpoint(EndpointTemplate),
    /// That there is no endpoint, and why.
    Error(Expression),
    /// Other rules decide, and only they.
    Rules(Vec<Rule>),
}

/// Holds if an expression has a value that is not `false`.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// The expression: always the call of a function.
    pub expression: Expression,
    /// The name under which its value is known to what follows.
    pub assign: Option<String>,
}

/// An answer with places for values.
#[derive(Debug, Clone, PartialEq)]
pub struct EndpointTemplate {
    /// The URL.
    pub url: Expression,
    /// Values of headers by the header's name.
    pub headers: BTreeMap<String, Vec<Expression>>,
    /// What else a client must know, such as `authSchemes`.
    pub properties: BTreeMap<String, Property<Template>>,
}

/// A free-form value, whose texts are templates before the rules are asked, and plain text afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Property<T> {
    /// A string.
    Text(T),
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any number of values.
    List(Vec<Self>),
    /// Values by name.
    Object(BTreeMap<String, Self>),
}

/// Something that has a value, or none.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A string, with places for values.
    Text(Template),
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// The value of a parameter, or one that a condition assigned.
    Reference(String),
    /// A part of a value: `getAttr`.
    Attribute {
        /// The whole.
        of: Box<Self>,
        /// The way to the part.
        path: Vec<Step>,
    },
    /// The call of a function.
    Call {
        /// The function.
        function: Function,
        /// What it is called with.
        arguments: Vec<Self>,
    },
}

/// One step from a value to a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the part of that name.
    Key(String),
    /// To the item of that number; a negative one counts from the end.
    Index(i64),
}

/// A string with places for values, such as `https://macie2.{Region}.{PartitionResult#dnsSuffix}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// Its parts, of which no two texts stand side by side.
    pub parts: Vec<Part>,
}

/// A part of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Plain text.
    Text(String),
    /// The place of a value, or of a part of it.
    Value {
        /// The name of a parameter, or of a value that a condition assigned.
        name: String,
        /// The way to the part; empty for the whole.
        path: Vec<Step>,
    },
}
