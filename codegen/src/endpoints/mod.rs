//! Endpoint rules, evaluated: for reports about them, and for tests of what is generated from them.
//!
//! [`resolve`] asks a rule set, [`fallback`] stands in where a service has none, [`endpoint`] takes the one that
//! applies to a model. [`answers`] asks for every known region and variant; [`differences`] compares two models.
//!
//! Nothing here panics, and the work is bounded by the size of the rules: every rule is looked at once at the
//! most, and no text grows beyond what a URL can be.

mod answers;
mod error;
mod evaluate;
mod fallback;
mod function;
mod host;
mod params;
mod value;

use std::collections::BTreeMap;

pub use self::answers::{Answer, Answers, Context, Difference, Question, answers, differences};
pub use self::error::EndpointError;
pub use self::evaluate::resolve;
pub use self::fallback::fallback;
pub use self::params::Params;
use crate::model::{Partitions, Property, ServiceModel};

/// Where a request goes, and what a client must know about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Endpoint {
    /// The URL, without a slash at its end unless the rules ask for one.
    pub url: String,
    /// Headers that a request there must have.
    pub headers: BTreeMap<String, Vec<String>>,
    /// What else a client must know, such as `authSchemes`.
    pub properties: BTreeMap<String, Property<String>>,
}

/// The endpoint of a service: what its rules say, or what stands in for rules.
///
/// # Errors
///
/// There is no endpoint for these parameters, or they don't fit the rules.
pub fn endpoint(
    model: &ServiceModel,
    partitions: &Partitions,
    params: &Params,
) -> Result<Endpoint, EndpointError> {
    match &model.endpoint_rules {
        Some(rules) => resolve(rules, partitions, params),
        None => fallback(&model.metadata, partitions, params),
    }
}

#[cfg(test)]
mod tests;
