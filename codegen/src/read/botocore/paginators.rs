//! Paginators.

use std::collections::BTreeMap;

use super::keys::On;
use super::reader::Reader;
use crate::model::{Member, Paginator, Reference, ServiceModel, ShapeKind};
use crate::read::json::{Kind, Node};

impl Reader<'_, '_> {
    pub(super) fn paginators(
        &mut self,
        root: &Node<'_, '_>,
        model: &ServiceModel,
    ) -> BTreeMap<String, Paginator> {
        let mut paginators = BTreeMap::new();
        for (key, child) in self.object(root) {
            match key {
                "pagination" => {
                    paginators = self.named(&child, |reader, name, node| reader.paginator(name, node, model));
                }
                _ => self.other_key(On::Paginators, key, &child),
            }
        }
        if root.get("pagination").is_none() {
            self.missing(
                root,
                "pagination",
                "a paginators file has it: is this a `paginators-1.json`?",
            );
        }
        paginators
    }

    fn paginator(&mut self, name: &str, node: &Node<'_, '_>, model: &ServiceModel) -> Option<Paginator> {
        let Some(operation) = model.operations.get(name) else {
            self.unknown_operation(node, "a paginator", name, model);
            return None;
        };
        let input = Paths {
            model,
            side: "input",
            root: operation.input.as_ref(),
        };
        let output = Paths {
            model,
            side: "output",
            root: operation.output.as_ref(),
        };
        let mut paginator = Paginator {
            input_tokens: Vec::new(),
            output_tokens: Vec::new(),
            limit_key: None,
            result_keys: Vec::new(),
            more_results: None,
            non_aggregate_keys: Vec::new(),
        };
        for (key, child) in self.object(node) {
            match key {
                "input_token" => paginator.input_tokens = self.paths(&child, &input),
                "output_token" => paginator.output_tokens = self.paths(&child, &output),
                "limit_key" => paginator.limit_key = self.path(&child, &input),
                "result_key" => paginator.result_keys = self.paths(&child, &output),
                "more_results" => paginator.more_results = self.path(&child, &output),
                "non_aggregate_keys" => paginator.non_aggregate_keys = self.paths(&child, &output),
                _ => self.other_key(On::Paginator, key, &child),
            }
        }
        self.tokens(node, &paginator);
        Some(paginator)
    }

    fn tokens(&mut self, node: &Node<'_, '_>, paginator: &Paginator) {
        let (inputs, outputs) = (node.get("input_token"), node.get("output_token"));
        if inputs.is_none() {
            self.missing(
                node,
                "input_token",
                "it names the input's member that takes the next page's token",
            );
        }
        if outputs.is_none() {
            self.missing(
                node,
                "output_token",
                "it names the output's member that holds the next page's token",
            );
        }
        let (inputs_read, outputs_read) = (paginator.input_tokens.len(), paginator.output_tokens.len());
        if inputs.is_some() && outputs.is_some() && inputs_read != outputs_read {
            let message = format!("{inputs_read} input tokens, but {outputs_read} output tokens");
            let help =
                "each output token is what one input token of the next call takes: name as many of both";
            self.problems.at_key(node).error(message).help(help);
        }
    }

    /// One path or an array of them.
    fn paths(&mut self, node: &Node<'_, '_>, within: &Paths<'_>) -> Vec<String> {
        if matches!(node.value.kind, Kind::Array(_)) {
            return self
                .array(node)
                .filter_map(|item| self.path(&item, within))
                .collect();
        }
        self.path(node, within).into_iter().collect()
    }

    fn path(&mut self, node: &Node<'_, '_>, within: &Paths<'_>) -> Option<String> {
        let path = self.text(node)?;
        if !within.leads_somewhere(&path) {
            let message = format!("`{path}` leads to no member of the operation's {}", within.side);
            let first = path.split('.').next().unwrap_or_default();
            let names = within.names().filter(|name| *name != first);
            let otherwise = "take the file of the same revision as the service model, or mend the path";
            let help = self.problems.did_you_mean(first, names, otherwise);
            self.problems.at(node).error(message).help(help);
        }
        Some(path)
    }

    /// Notes that a file names an operation which the service has not; silent where the service has none.
    pub(super) fn unknown_operation(
        &mut self,
        node: &Node<'_, '_>,
        what: &str,
        name: &str,
        model: &ServiceModel,
    ) {
        if model.operations.is_empty() {
            return;
        }
        let names = model.operations.keys().map(String::as_str);
        let otherwise = "take the file of the same revision as the service model, or remove the entry";
        let help = self.problems.did_you_mean(name, names, otherwise);
        let message = format!("{what} calls `{name}`, which is no operation of this service");
        self.problems.at(node).error(message).help(help);
    }
}

/// Where paths of a paginator start.
struct Paths<'m> {
    model: &'m ServiceModel,
    side: &'static str,
    root: Option<&'m Reference>,
}

impl<'m> Paths<'m> {
    /// Whether a path can be followed as far as its plain steps go: it is a JMESPath expression, of which
    /// models use little more than `a.b`.
    fn leads_somewhere(&self, path: &str) -> bool {
        let plain = path
            .split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')))
            .next();
        let plain = plain.unwrap_or_default();
        let steps = if plain == path {
            plain
        } else {
            plain.split('.').next().unwrap_or_default()
        };
        let Some(mut shape) = self.root.map(|root| root.shape.as_str()) else {
            return false;
        };
        for step in steps.split('.') {
            let Some(members) = self.members(shape) else {
                return true;
            };
            let Some(member) = members.iter().find(|member| member.name == step) else {
                return false;
            };
            shape = &member.target;
        }
        true
    }

    /// The members of a structure, none of anything else; `None` where the shape is not there, which is
    /// reported elsewhere.
    fn members(&self, shape: &str) -> Option<&'m [Member]> {
        match &self.model.shapes.get(shape)?.kind {
            ShapeKind::Structure(structure) => Some(&structure.members),
            _ => Some(&[]),
        }
    }

    /// What a path can begin with.
    fn names(&self) -> impl Iterator<Item = &'m str> {
        let members = self
            .root
            .and_then(|root| self.members(&root.shape))
            .unwrap_or_default();
        members.iter().map(|member| member.name.as_str())
    }
}
