//! Rules, their functions, and what stands in for them.

#![allow(clippy::unwrap_used, clippy::panic)]

mod answers;
mod fallback;
mod functions;
mod hosts;
mod partitions;
mod rules;

use super::{Endpoint, EndpointError, Params, endpoint};
use crate::diagnostic::Source;
use crate::model::{Partitions, ServiceModel};
use crate::read::{self, ModelSources};

/// Two partitions, of which the second has neither FIPS nor dual stack.
const PARTITIONS: &str = r#"{"version":"1.1","partitions":[
  {"id":"aws","regionRegex":"^(us|eu)\\-\\w+\\-\\d+$","outputs":{"name":"aws","dnsSuffix":"amazonaws.com",
    "dualStackDnsSuffix":"api.aws","implicitGlobalRegion":"us-east-1","supportsFIPS":true,"supportsDualStack":true},
    "regions":{"us-east-1":{"description":"Virginia"},"eu-west-1":{}}},
  {"id":"far","regionRegex":"^far\\-\\w+\\-\\d+$","outputs":{"name":"far","dnsSuffix":"far.example",
    "dualStackDnsSuffix":"six.far.example","implicitGlobalRegion":"far-a-1","supportsFIPS":false,
    "supportsDualStack":false},
    "regions":{"far-a-1":{},"eu-lost-1":{}}}]}"#;

fn partitions() -> Partitions {
    read::partitions(&Source::new("partitions.json", PARTITIONS)).unwrap()
}

/// A service with these entries in its metadata and in itself, and these rules.
fn service(metadata: &str, entries: &str, rules: Option<String>) -> ServiceModel {
    let service = format!(
        r#"{{"metadata":{{"apiVersion":"2020-01-01","endpointPrefix":"things","protocol":"rest-json",
        "serviceFullName":"Things"{metadata}}},"shapes":{{}},"operations":{{{entries}}}}}"#
    );
    let sources = ModelSources {
        service: Source::new("service-2.json", service),
        paginators: None,
        waiters: None,
        endpoint_rules: rules.map(|rules| Source::new("endpoint-rule-set-1.json", rules)),
        extras: Vec::new(),
    };
    match read::botocore(&sources) {
        Ok(read) => read.model,
        Err(problems) => panic!("{}", problems.iter().map(ToString::to_string).collect::<String>()),
    }
}

/// A rule set with the usual parameters, a text, a flag and a list.
fn rule_set(rules: &str) -> String {
    format!(
        r#"{{"version":"1.0","parameters":{{
        "Region":{{"type":"string","builtIn":"AWS::Region","required":false}},
        "UseFIPS":{{"type":"Boolean","builtIn":"AWS::UseFIPS","required":true,"default":false}},
        "Endpoint":{{"type":"string","builtIn":"SDK::Endpoint","required":false}},
        "Text":{{"type":"string"}},"Flag":{{"type":"boolean"}},"List":{{"type":"stringArray"}}}},
        "rules":{rules}}}"#
    )
}

/// What rules say.
fn ask(rules: &str, params: Params) -> Result<Endpoint, EndpointError> {
    endpoint(&service("", "", Some(rule_set(rules))), &partitions(), &params)
}

/// The URL that rules answer with, or their error.
fn url(rules: &str, params: Params) -> String {
    ask(rules, params).map_or_else(|error| error.to_string(), |endpoint| endpoint.url)
}
