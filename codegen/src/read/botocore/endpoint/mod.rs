//! Endpoint rule sets.

mod expression;
mod parameter;
mod rule;
mod scope;
mod template;

use self::scope::Scope;
use super::keys::On;
use super::reader::Reader;
use crate::model::EndpointRules;
use crate::read::json::Node;

impl Reader<'_, '_> {
    pub(super) fn endpoint_rules(&mut self, root: &Node<'_, '_>) -> EndpointRules {
        let mut rules = EndpointRules::default();
        if let Some(node) = root.get("parameters") {
            rules.parameters = self.named(&node, |reader, _, node| reader.parameter(node));
        }
        let mut scope = Scope::of(&rules.parameters);
        for (key, child) in self.object(root) {
            match key {
                "parameters" => {}
                "rules" => rules.rules = self.rules(&child, &mut scope),
                _ => self.other_key(On::RuleSet, key, &child),
            }
        }
        for key in ["parameters", "rules"] {
            let help = "a rule set has `parameters` and `rules`: is this an `endpoint-rule-set-1.json`?";
            self.needs(root, key, help);
        }
        rules
    }
}
