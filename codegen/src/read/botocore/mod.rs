//! botocore's JSON files to a [`ServiceModel`].
//!
//! Each module reads one kind of thing: it takes JSON apart, and says what is missing, of the wrong type or
//! unknown. Whether the things fit each other is for [`super::check`] to say.

mod context;
mod endpoint;
mod keys;
mod metadata;
mod operation;
mod paginators;
mod partitions;
mod reader;
mod shape;
mod structure;
mod waiters;

use std::collections::BTreeMap;

use self::keys::On;
pub use self::partitions::partitions;
use self::reader::Reader;
use super::check;
use super::json::{self, Kind, Node, Value};
use super::problems::Problems;
use crate::diagnostic::{Diagnostic, Source};
use crate::model::{Metadata, Protocol, ServiceModel};

/// The files of one service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelSources {
    /// `service-2.json`
    pub service: Source,
    /// `paginators-1.json`
    pub paginators: Option<Source>,
    /// `waiters-2.json`
    pub waiters: Option<Source>,
    /// `endpoint-rule-set-1.json`
    pub endpoint_rules: Option<Source>,
    /// Files such as `service-2.sdk-extras.json`, whose `merge` is laid over the others.
    pub extras: Vec<Source>,
}

/// A sound model, and what is odd about the files that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Read {
    /// The model.
    pub model: ServiceModel,
    /// Warnings and notes; never errors.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads botocore's model of a service.
///
/// # Errors
///
/// Everything that is wrong with the files, at least one of it an error.
pub fn botocore(sources: &ModelSources) -> Result<Read, Vec<Diagnostic>> {
    let companions = [&sources.paginators, &sources.waiters, &sources.endpoint_rules];
    let files = std::iter::once(&sources.service)
        .chain(companions.into_iter().flatten())
        .chain(&sources.extras);
    let mut problems = Problems::new(files);
    let Some(trees) = Trees::parse(sources, &mut problems) else {
        return Err(problems.finish());
    };
    let model = service(&trees, &mut problems);
    check::check(&model, &trees.service, &mut problems);
    let failed = problems.any_error();
    let diagnostics = problems.finish();
    if failed {
        Err(diagnostics)
    } else {
        Ok(Read { model, diagnostics })
    }
}

/// The files as trees, extras merged in.
struct Trees<'s> {
    service: Value<'s>,
    paginators: Option<Value<'s>>,
    waiters: Option<Value<'s>>,
    endpoint_rules: Option<Value<'s>>,
}

impl<'s> Trees<'s> {
    /// `None` where a text is no JSON: guesses about the rest would be noise.
    fn parse(sources: &'s ModelSources, problems: &mut Problems<'s>) -> Option<Self> {
        let mut file = 0;
        let mut parse = |source: &'s Source, problems: &mut Problems<'s>| {
            let tree = json::parse(&source.text, file)
                .map_err(|error| problems.syntax(error))
                .ok();
            file += 1;
            tree.inspect(|tree| json::report_duplicates(tree, problems))
        };
        let service = parse(&sources.service, problems);
        let mut companion =
            |source: &'s Option<Source>| source.as_ref().map(|source| parse(source, problems));
        let paginators = companion(&sources.paginators);
        let waiters = companion(&sources.waiters);
        let endpoint_rules = companion(&sources.endpoint_rules);
        let extras: Vec<_> = sources
            .extras
            .iter()
            .map(|source| parse(source, problems))
            .collect();
        let mut trees = Self {
            service: service?,
            paginators: transpose(paginators)?,
            waiters: transpose(waiters)?,
            endpoint_rules: transpose(endpoint_rules)?,
        };
        for extra in extras {
            trees.merge(extra?, problems);
        }
        Some(trees)
    }

    /// Lays an extras file's `merge` over the file that it is about.
    fn merge(&mut self, extra: Value<'s>, problems: &mut Problems<'s>) {
        let mut reader = Reader { problems };
        let root = Node::root(&extra);
        for (key, child) in reader.object(&root) {
            if key != "merge" {
                reader.other_key(On::Extras, key, &child);
            }
        }
        if root.get("merge").is_none() {
            reader.missing(
                &root,
                "merge",
                "an extras file says under `merge` what it adds to a model",
            );
        }
        problems.merged(extra.at.file);
        let Kind::Object(entries) = extra.kind else { return };
        for entry in entries.into_iter().filter(|entry| entry.key == "merge") {
            let paginators = entry.value.get("pagination").is_some();
            match (paginators, &mut self.paginators) {
                (true, None) => self.paginators = Some(entry.value),
                (true, Some(paginators)) => json::merge(paginators, entry.value),
                (false, _) => json::merge(&mut self.service, entry.value),
            }
        }
    }
}

fn transpose<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    match value {
        None => Some(None),
        Some(value) => value.map(Some),
    }
}

fn service(trees: &Trees<'_>, problems: &mut Problems<'_>) -> ServiceModel {
    let mut model = empty_model();
    let mut reader = Reader { problems };
    let root = Node::root(&trees.service);
    for (key, node) in reader.object(&root) {
        match key {
            "metadata" => model.metadata = reader.metadata(&node),
            "documentation" => model.documentation = reader.text(&node),
            "operations" => model.operations = reader.named(&node, Reader::operation),
            "clientContextParams" => {
                model.client_context_params =
                    reader.named(&node, |reader, _, node| reader.client_context_param(node));
            }
            "shapes" => model.shapes = reader.named(&node, Reader::shape),
            _ => reader.other_key(On::Service, key, &node),
        }
    }
    for key in ["metadata", "operations", "shapes"] {
        if root.get(key).is_none() {
            let help =
                "a service model has `metadata`, `operations` and `shapes`: is this a `service-2.json`?";
            reader.missing(&root, key, help);
        }
    }
    if let Some(paginators) = &trees.paginators {
        model.paginators = reader.paginators(&Node::root(paginators), &model);
    }
    if let Some(waiters) = &trees.waiters {
        model.waiters = reader.waiters(&Node::root(waiters), &model);
    }
    if let Some(rules) = &trees.endpoint_rules {
        model.endpoint_rules = Some(reader.endpoint_rules(&Node::root(rules)));
    }
    model
}

/// What stands for a model until its parts are read.
fn empty_model() -> ServiceModel {
    ServiceModel {
        metadata: Metadata {
            api_version: String::new(),
            endpoint_prefix: String::new(),
            service_id: None,
            full_name: String::new(),
            abbreviation: None,
            protocol: Protocol::RestJson,
            signing_name: None,
            signature_version: None,
            auth: Vec::new(),
            global_endpoint: None,
        },
        documentation: None,
        operations: BTreeMap::new(),
        shapes: BTreeMap::new(),
        paginators: BTreeMap::new(),
        waiters: BTreeMap::new(),
        endpoint_rules: None,
        client_context_params: BTreeMap::new(),
    }
}
