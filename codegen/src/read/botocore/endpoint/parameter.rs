//! Parameters of rule sets.

use super::super::keys::On;
use super::super::reader::Reader;
use crate::model::{BuiltIn, Deprecation, Parameter, ParameterValue};
use crate::read::json::Node;

impl Reader<'_, '_> {
    pub(super) fn parameter(&mut self, node: &Node<'_, '_>) -> Option<Parameter> {
        let (mut kind, mut built_in, mut default, mut deprecated) = (None, None, None, None);
        let (mut required, mut documentation) = (false, None);
        for (key, child) in self.object(node) {
            match key {
                "type" => kind = self.parameter_kind(&child),
                "builtIn" => built_in = self.built_in(&child),
                "required" => required = self.flag(&child),
                "default" => default = self.parameter_value(&child).map(|value| (child, value)),
                "deprecated" => deprecated = Some(self.deprecation(&child)),
                "documentation" => documentation = self.text(&child),
                _ => self.other_key(On::Parameter, key, &child),
            }
        }
        self.needs(node, "type", "it is the type of the parameter's value");
        let kind = kind?;
        let default = default.and_then(|(node, value): (Node<'_, '_>, ParameterValue)| {
            let fits = value.kind() == kind;
            if !fits {
                let help = "write a value of the parameter's `type`, or remove it";
                let message = "the default value is not of the parameter's type";
                self.problems.at(&node).error(message).help(help);
            }
            fits.then_some(value)
        });
        Some(Parameter {
            kind,
            built_in,
            required,
            default,
            deprecated,
            documentation,
        })
    }

    fn built_in(&mut self, node: &Node<'_, '_>) -> Option<BuiltIn> {
        let name = self.text(node)?;
        let built_in = BuiltIn::ALL
            .into_iter()
            .find(|built_in| built_in.as_str() == name);
        if built_in.is_none() {
            let names = BuiltIn::ALL.iter().map(|built_in| built_in.as_str());
            let otherwise = "the parameter has no value unless it is set by its name: tell the maintainers \
                             of this generator what the source is";
            let help = self.problems.did_you_mean(&name, names, otherwise);
            self.problems
                .at(node)
                .warning(format!("unknown source `{name}` of a parameter"))
                .help(help);
        }
        built_in
    }

    fn deprecation(&mut self, node: &Node<'_, '_>) -> Deprecation {
        let mut deprecation = Deprecation::default();
        for (key, child) in self.object(node) {
            match key {
                "message" => deprecation.message = self.text(&child),
                "since" => deprecation.since = self.text(&child),
                _ => self.other_key(On::Parameter, key, &child),
            }
        }
        deprecation
    }
}
