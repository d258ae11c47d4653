//! Broken models: what is said of them, where, and what to do.
//!
//! Every test changes one thing of the same small sound model.

#![allow(clippy::unwrap_used)]

mod bindings;
mod companions;
mod docs;
mod elements;
mod endpoints;
mod keys;
mod model;
mod names;
mod references;
mod since;
mod structures;
mod syntax;

use super::{ModelSources, Read, botocore};
use crate::diagnostic::Source;

/// A small sound model.
const SERVICE: &str = r#"{"metadata":{"apiVersion":"2020-01-01","endpointPrefix":"things","protocol":"rest-json","serviceFullName":"Things"},
"operations":{
  "GetThing":{"name":"GetThing",
    "http":{"method":"GET","requestUri":"/things/{id}","responseCode":200},
    "input":{"shape":"GetThingRequest"},
    "output":{"shape":"Thing"},
    "errors":[{"shape":"NotFound"}]},
  "ListThings":{"name":"ListThings",
    "http":{"method":"GET","requestUri":"/things"},
    "input":{"shape":"ListThingsRequest"},
    "output":{"shape":"ListThingsResponse"}}
},
"shapes":{
  "GetThingRequest":{"type":"structure",
    "required":["id"],
    "members":{
      "id":{"shape":"Text","location":"uri"},
      "size":{"shape":"Number","location":"querystring"}}},
  "ListThingsRequest":{"type":"structure","members":{
    "nextToken":{"shape":"Text"},
    "color":{"shape":"Color"}}},
  "ListThingsResponse":{"type":"structure","members":{
    "nextToken":{"shape":"Text"},
    "things":{"shape":"Things"}}},
  "NotFound":{"type":"structure","exception":true,"error":{"httpStatusCode":404},"members":{
    "message":{"shape":"Text"}}},
  "Thing":{"type":"structure","members":{
    "name":{"shape":"Text"},
    "data":{"shape":"Data"},
    "changed":{"shape":"Time"},
    "parts":{"shape":"Things"},
    "tags":{"shape":"Tags"},
    "either":{"shape":"Either"}}},
  "Either":{"type":"structure","union":true,"members":{
    "one":{"shape":"Text"},
    "other":{"shape":"Number"}}},
  "Tags":{"type":"map",
    "key":{"shape":"Text"},
    "value":{"shape":"Text"}},
  "Things":{"type":"list",
    "member":{"shape":"Thing"}},
  "Color":{"type":"string","enum":["RED","GREEN"]},
  "Number":{"type":"integer","min":1,"max":10},
  "Data":{"type":"blob"},
  "Time":{"type":"timestamp"},
  "Text":{"type":"string"}
}}"#;

/// The sound model with one part of its text in the place of another.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(
        SERVICE.matches(from).count(),
        1,
        "the part to change stands once: {from}"
    );
    SERVICE.replace(from, to)
}

fn sources(service: impl Into<String>) -> ModelSources {
    ModelSources {
        service: Source::new("service-2.json", service),
        paginators: None,
        waiters: None,
        endpoint_rules: None,
        extras: Vec::new(),
    }
}

fn read(service: impl Into<String>) -> Read {
    botocore(&sources(service)).unwrap()
}

/// All problems, each on a line with its place and help.
fn problems(sources: &ModelSources) -> Vec<String> {
    let found = match botocore(sources) {
        Ok(read) => read.diagnostics,
        Err(diagnostics) => diagnostics,
    };
    found.iter().map(ToString::to_string).collect()
}

/// All problems of the sound model after one change.
fn problems_after(from: &str, to: &str) -> Vec<String> {
    problems(&sources(changed(from, to)))
}
