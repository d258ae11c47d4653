//! Pages of small models.

#![allow(clippy::unwrap_used)]

mod lines;
mod rust;
mod size;
mod tree;
mod wire;

use super::print::{Line, Plain, write_lines};
use super::{Edition, Node, OperationPage, operation_page};
use crate::diagnostic::Source;
use crate::model::{Docs, ServiceModel};
use crate::plan::{Context, CratePlan, plan};
use crate::read::{ModelSources, botocore};

/// A model of the operation `Do` that takes `In` and answers with `Out`, with these shapes as entries of a JSON object.
fn service(shapes: &str) -> String {
    service_with(r#""method":"POST","requestUri":"/do""#, "", shapes)
}

/// The same with its own HTTP facts and more entries of the operation.
fn service_with(http: &str, more: &str, shapes: &str) -> String {
    let comma = if more.is_empty() { "" } else { "," };
    format!(
        r#"{{"metadata":{{"apiVersion":"2020-01-01","endpointPrefix":"things","protocol":"rest-json","serviceFullName":"Things"}},
"operations":{{"Do":{{"name":"Do","http":{{{http}}},"input":{{"shape":"In"}},"output":{{"shape":"Out"}}{comma}{more}}}}},
"shapes":{{"Text":{{"type":"string"}},"Number":{{"type":"integer"}},"Out":{{"type":"structure","members":{{}}}},{shapes}}}}}"#
    )
}

/// The input `In` with these members, and more shapes.
fn input(members: &str, more: &str) -> String {
    let comma = if more.is_empty() { "" } else { "," };
    service(&format!(r#""In":{{"type":"structure",{members}}}{comma}{more}"#))
}

struct Revision {
    model: ServiceModel,
    plan: CratePlan,
    docs: Docs,
}

impl Revision {
    fn new(text: &str) -> Self {
        let sources = ModelSources {
            service: Source::new("service-2.json", text),
            paginators: None,
            waiters: None,
            endpoint_rules: None,
            extras: Vec::new(),
        };
        let model = botocore(&sources).unwrap().model;
        let plan = plan(&model, &Context::default()).unwrap().0;
        Self {
            model,
            plan,
            docs: Docs::default(),
        }
    }

    fn side(&self) -> Edition<'_> {
        Edition {
            model: &self.model,
            plan: &self.plan,
            docs: &self.docs,
        }
    }
}

/// The page of `Do` in two revisions.
fn page(before: &str, after: &str) -> OperationPage {
    let (before, after) = (Revision::new(before), Revision::new(after));
    operation_page(Some(&before.side()), Some(&after.side()), "Do").unwrap()
}

/// The page of `Do` in one revision.
fn page_of(text: &str) -> OperationPage {
    let revision = Revision::new(text);
    let side = revision.side();
    operation_page(Some(&side), Some(&side), "Do").unwrap()
}

fn plain(lines: &[Line<'_>]) -> String {
    let mut text = String::new();
    write_lines(lines, &Plain, &mut text);
    text
}

/// The node at a path of names, `[]` and `{}` between dots.
fn at<'p>(nodes: &'p [Node], path: &str) -> &'p Node {
    let (first, rest) = path.split_once('.').unwrap_or((path, ""));
    let node = nodes
        .iter()
        .find(|node| match first {
            "[]" => node.role == super::Role::Item,
            "key" => node.role == super::Role::Key,
            "{}" => node.role == super::Role::Value,
            name => node.name == name,
        })
        .unwrap();
    if rest.is_empty() {
        node
    } else {
        at(node.children(), rest)
    }
}
