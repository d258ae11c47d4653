//! Rules: conditions and what follows from them.

use std::collections::BTreeMap;

use super::super::keys::On;
use super::super::reader::Reader;
use super::scope::Scope;
use crate::model::{Condition, EndpointTemplate, Expression, Outcome, Property, Rule, Template, Type};
use crate::read::json::{Kind, Node};

/// The types of rules, with the key that holds what follows.
#[derive(Clone, Copy)]
enum RuleKind {
    Endpoint,
    Error,
    Tree,
}

const KINDS: [(&str, RuleKind); 3] = [
    ("endpoint", RuleKind::Endpoint),
    ("error", RuleKind::Error),
    ("tree", RuleKind::Tree),
];

impl Reader<'_, '_> {
    pub(super) fn rules(&mut self, node: &Node<'_, '_>, scope: &mut Scope) -> Vec<Rule> {
        let rules = self.array(node);
        rules.filter_map(|node| self.rule(&node, scope)).collect()
    }

    fn rule(&mut self, node: &Node<'_, '_>, scope: &mut Scope) -> Option<Rule> {
        let outside = scope.mark();
        let conditions = self.conditions(node, scope);
        let kind = node
            .get("type")
            .and_then(|kind| self.choice(&kind, "type of a rule", &KINDS));
        let mut outcome = None;
        for (key, child) in self.object(node) {
            match (key, kind) {
                ("type" | "conditions", _) | ("endpoint" | "error" | "rules", None) => {}
                ("endpoint", Some(RuleKind::Endpoint)) => {
                    outcome = self.endpoint_template(&child, scope).map(Outcome::Endpoint);
                }
                ("error", Some(RuleKind::Error)) => {
                    outcome = self.typed(&child, Type::String, scope).map(Outcome::Error);
                }
                ("rules", Some(RuleKind::Tree)) => outcome = Some(Outcome::Rules(self.rules(&child, scope))),
                _ => self.other_key(On::Rule, key, &child),
            }
        }
        scope.back_to(outside);
        self.needs(node, "conditions", "write `[]` for a rule that always applies");
        self.needs(
            node,
            "type",
            "a rule is of the type `endpoint`, `error` or `tree`",
        );
        let (key, help) = match kind? {
            RuleKind::Endpoint => ("endpoint", "it is what a rule of this type answers with"),
            RuleKind::Error => ("error", "it is the message that a rule of this type answers with"),
            RuleKind::Tree => (
                "rules",
                "they decide where the conditions of a rule of this type hold",
            ),
        };
        self.needs(node, key, help);
        let outcome = outcome?;
        Some(Rule { conditions, outcome })
    }

    /// Reads the conditions of a rule; the scope then holds what they assign.
    fn conditions(&mut self, node: &Node<'_, '_>, scope: &mut Scope) -> Vec<Condition> {
        let Some(list) = node.get("conditions") else {
            return Vec::new();
        };
        let mut conditions = Vec::new();
        for node in self.array(&list) {
            let call = self.call(&node, scope, true);
            let assign = node.get("assign").and_then(|node| self.assigned(&node, scope));
            if let Some(name) = &assign {
                let kind = call.as_ref().and_then(|call| call.kind);
                scope.add(name.clone(), kind);
            }
            conditions.extend(call.map(|call| Condition {
                expression: call.expression,
                assign,
            }));
        }
        conditions
    }

    /// The name under which a condition's value is known.
    fn assigned(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Option<String> {
        let name = self.text(node)?;
        if scope.get(&name).is_some() {
            let help = "another value has this name here: choose a new one";
            self.problems
                .at(node)
                .error(format!("`{name}` is assigned twice"))
                .help(help);
        }
        Some(name)
    }

    fn endpoint_template(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Option<EndpointTemplate> {
        let mut url = None;
        let (mut headers, mut properties) = (BTreeMap::new(), BTreeMap::new());
        for (key, child) in self.object(node) {
            match key {
                "url" => url = self.typed(&child, Type::String, scope),
                "headers" => {
                    headers = self.named(&child, |reader, _, node| Some(reader.header(node, scope)));
                }
                "properties" => {
                    properties = self.named(&child, |reader, _, node| reader.property(node, scope));
                }
                _ => self.other_key(On::EndpointTemplate, key, &child),
            }
        }
        self.needs(node, "url", "it is what an endpoint is");
        let url = url?;
        Some(EndpointTemplate {
            url,
            headers,
            properties,
        })
    }

    fn header(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Vec<Expression> {
        let values = self.array(node);
        values
            .filter_map(|value| self.typed(&value, Type::String, scope))
            .collect()
    }

    fn property(&mut self, node: &Node<'_, '_>, scope: &Scope) -> Option<Property<Template>> {
        Some(match &node.value.kind {
            Kind::String(_) => Property::Text(self.template(node, scope)?),
            Kind::Bool(truth) => Property::Boolean(*truth),
            Kind::Number(_) => Property::Integer(self.whole(node)?),
            Kind::Array(_) => {
                let items = node.items();
                Property::List(items.filter_map(|item| self.property(&item, scope)).collect())
            }
            Kind::Object(_) => {
                Property::Object(self.named(node, |reader, _, node| reader.property(node, scope)))
            }
            Kind::Null => {
                self.wrong_type(node, "a value");
                return None;
            }
        })
    }
}
