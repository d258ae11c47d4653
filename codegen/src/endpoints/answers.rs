//! The endpoints of a service in every known region, and how those of two models differ.

use std::collections::{BTreeMap, BTreeSet};

use super::error::EndpointError;
use super::{Endpoint, Params, endpoint};
use crate::model::{ParameterValue, Partitions, ServiceModel};

/// What a service is asked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// What the operation tells the rules: see [`crate::model::Operation::static_context_params`].
    pub context: Context,
    /// The region; `None` where none is given.
    pub region: Option<String>,
    /// Whether the endpoint must be one for FIPS 140.
    pub fips: bool,
    /// Whether the endpoint must have IPv6 addresses too.
    pub dual_stack: bool,
}

/// Values of endpoint parameters by the parameters' names.
pub type Context = BTreeMap<String, ParameterValue>;

/// What the rules say.
pub type Answer = Result<Endpoint, EndpointError>;

/// The endpoints of a service, with and without FIPS and dual stack, in every known region and without one;
/// where operations tell the rules different things, once for each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    by_question: BTreeMap<Question, Answer>,
}

/// A question to which two models have different answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What the operation tells the rules; for most services nothing.
    pub context: Context,
    /// The region; `None` where none is given.
    pub region: Option<String>,
    /// Whether the endpoint must be one for FIPS 140.
    pub fips: bool,
    /// Whether the endpoint must have IPv6 addresses too.
    pub dual_stack: bool,
    /// The first model's answer.
    pub before: Answer,
    /// The second model's answer.
    pub after: Answer,
}

impl Question {
    fn params(&self) -> Params {
        let params = Params::new().fips(self.fips).dual_stack(self.dual_stack);
        let params = match &self.region {
            Some(region) => params.region(region),
            None => params,
        };
        let context = self.context.iter();
        context.fold(params, |params, (name, value)| params.named(name, value.clone()))
    }
}

impl Difference {
    /// Whether neither model has an endpoint here, and they only say so in different words.
    pub fn only_in_words(&self) -> bool {
        self.before.is_err() && self.after.is_err()
    }
}

/// Asks a service's rules about every known region and variant.
pub fn answers(model: &ServiceModel, partitions: &Partitions) -> Answers {
    ask(model, partitions, &contexts(model))
}

/// How the endpoints of two models differ; quick where they have the same rules.
///
/// Both are asked in the contexts that either has.
pub fn differences(before: &ServiceModel, after: &ServiceModel, partitions: &Partitions) -> Vec<Difference> {
    if same_source(before, after) {
        return Vec::new();
    }
    let mut either = contexts(before);
    either.extend(contexts(after));
    ask(before, partitions, &either).differences(&ask(after, partitions, &either))
}

/// What the operations of a service tell its rules.
fn contexts(model: &ServiceModel) -> BTreeSet<&Context> {
    static NOTHING: Context = Context::new();
    let contexts: BTreeSet<_> = model
        .operations
        .values()
        .map(|operation| &operation.static_context_params)
        .collect();
    if contexts.is_empty() {
        return BTreeSet::from([&NOTHING]);
    }
    contexts
}

fn ask(model: &ServiceModel, partitions: &Partitions, contexts: &BTreeSet<&Context>) -> Answers {
    let regions = partitions
        .partitions
        .iter()
        .flat_map(|partition| partition.regions.keys());
    let regions = std::iter::once(None).chain(regions.map(Some));
    let mut by_question = BTreeMap::new();
    for (region, context) in regions.flat_map(|region| contexts.iter().map(move |context| (region, *context)))
    {
        for (fips, dual_stack) in [(false, false), (false, true), (true, false), (true, true)] {
            let question = Question {
                context: context.clone(),
                region: region.cloned(),
                fips,
                dual_stack,
            };
            let answer = endpoint(model, partitions, &question.params());
            by_question.insert(question, answer);
        }
    }
    Answers { by_question }
}

/// Whether two models find their endpoints in the same way.
fn same_source(before: &ServiceModel, after: &ServiceModel) -> bool {
    let host = |model: &ServiceModel| {
        let metadata = &model.metadata;
        (metadata.endpoint_prefix.clone(), metadata.global_endpoint.clone())
    };
    match (&before.endpoint_rules, &after.endpoint_rules) {
        (None, None) => host(before) == host(after),
        (before, after) => before == after,
    }
}

impl Answers {
    /// The answers, ordered by context and region; first those without one.
    pub fn iter(&self) -> impl Iterator<Item = (&Question, &Answer)> {
        self.by_question.iter()
    }

    /// The answers that differ from another model's, in the same order. Both must come from the same
    /// partitions: a question that only one of them was asked has no other answer to differ from.
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let pairs = self
            .iter()
            .filter_map(|(question, before)| Some((question, before, other.by_question.get(question)?)));
        pairs
            .filter(|(_, before, after)| before != after)
            .map(|(question, before, after)| Difference {
                context: question.context.clone(),
                region: question.region.clone(),
                fips: question.fips,
                dual_stack: question.dual_stack,
                before: before.clone(),
                after: after.clone(),
            })
            .collect()
    }
}
