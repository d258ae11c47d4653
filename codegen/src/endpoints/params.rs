//! What the rules are asked with.

use std::collections::BTreeMap;

use crate::model::{BuiltIn, Parameter, ParameterValue};

/// Values of endpoint parameters.
///
/// Which name a rule set gives to the region or to another built-in value is its own matter: such a value is
/// found by its source. A value that is set by the parameter's name goes before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Params {
    built_ins: BTreeMap<BuiltIn, ParameterValue>,
    named: BTreeMap<String, ParameterValue>,
}

impl Params {
    /// No values: every parameter has its default.
    pub fn new() -> Self {
        Self::default()
    }

    /// The region.
    #[must_use]
    pub fn region(self, region: impl Into<String>) -> Self {
        self.built_in(BuiltIn::Region, ParameterValue::String(region.into()))
    }

    /// Whether the endpoint must be one for FIPS 140.
    #[must_use]
    pub fn fips(self, fips: bool) -> Self {
        self.built_in(BuiltIn::UseFips, ParameterValue::Boolean(fips))
    }

    /// Whether the endpoint must have IPv6 addresses too.
    #[must_use]
    pub fn dual_stack(self, dual_stack: bool) -> Self {
        self.built_in(BuiltIn::UseDualStack, ParameterValue::Boolean(dual_stack))
    }

    /// The URL that the user wants.
    #[must_use]
    pub fn custom(self, url: impl Into<String>) -> Self {
        self.built_in(BuiltIn::Endpoint, ParameterValue::String(url.into()))
    }

    /// A value that is the same for every service.
    #[must_use]
    pub fn built_in(mut self, built_in: BuiltIn, value: ParameterValue) -> Self {
        self.built_ins.insert(built_in, value);
        self
    }

    /// The value of the parameter of that name.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>, value: ParameterValue) -> Self {
        self.named.insert(name.into(), value);
        self
    }

    /// The value of a parameter: as set, or its default.
    pub(super) fn of<'a>(&'a self, name: &str, parameter: &'a Parameter) -> Option<&'a ParameterValue> {
        let built_in = || self.built_ins.get(parameter.built_in.as_ref()?);
        self.named
            .get(name)
            .or_else(built_in)
            .or(parameter.default.as_ref())
    }

    pub(super) fn text(&self, built_in: BuiltIn) -> Option<&str> {
        match self.built_ins.get(&built_in) {
            Some(ParameterValue::String(text)) => Some(text),
            _ => None,
        }
    }

    pub(super) fn flag(&self, built_in: BuiltIn) -> bool {
        self.built_ins.get(&built_in) == Some(&ParameterValue::Boolean(true))
    }
}
