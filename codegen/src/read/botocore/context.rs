//! Parameters of endpoint rules that the service model itself sets.

use super::keys::On;
use super::reader::Reader;
use crate::model::{ClientContextParam, ParameterKind, ParameterValue};
use crate::read::json::{Kind, Node};

/// Rule sets write the names of types in either case.
const KINDS: [(&str, ParameterKind); 6] = [
    ("string", ParameterKind::String),
    ("boolean", ParameterKind::Boolean),
    ("stringArray", ParameterKind::StringArray),
    ("String", ParameterKind::String),
    ("Boolean", ParameterKind::Boolean),
    ("StringArray", ParameterKind::StringArray),
];

impl Reader<'_, '_> {
    /// The type of a parameter.
    pub(super) fn parameter_kind(&mut self, node: &Node<'_, '_>) -> Option<ParameterKind> {
        self.choice(node, "type of a parameter", &KINDS)
    }

    /// The value of a parameter.
    pub(super) fn parameter_value(&mut self, node: &Node<'_, '_>) -> Option<ParameterValue> {
        match &node.value.kind {
            Kind::String(text) => Some(ParameterValue::String(text.to_string())),
            Kind::Bool(truth) => Some(ParameterValue::Boolean(*truth)),
            Kind::Array(_) => Some(ParameterValue::StringArray(self.texts(node))),
            _ => {
                self.wrong_type(node, "a string, true or false, or an array of strings");
                None
            }
        }
    }

    pub(super) fn client_context_param(&mut self, node: &Node<'_, '_>) -> Option<ClientContextParam> {
        let (mut kind, mut documentation) = (None, None);
        for (key, child) in self.object(node) {
            match key {
                "type" => kind = self.parameter_kind(&child),
                "documentation" => documentation = self.text(&child),
                _ => self.other_key(On::ClientContextParam, key, &child),
            }
        }
        self.needs(node, "type", "it is the type of the parameter's value");
        let kind = kind?;
        Some(ClientContextParam { kind, documentation })
    }

    pub(super) fn static_context_param(&mut self, node: &Node<'_, '_>) -> Option<ParameterValue> {
        let mut value = None;
        for (key, child) in self.object(node) {
            match key {
                "value" => value = self.parameter_value(&child),
                _ => self.other_key(On::StaticContextParam, key, &child),
            }
        }
        self.needs(node, "value", "it is the parameter's value");
        value
    }

    pub(super) fn operation_context_param(&mut self, node: &Node<'_, '_>) -> Option<String> {
        let mut path = None;
        for (key, child) in self.object(node) {
            match key {
                "path" => path = self.text(&child),
                _ => self.other_key(On::OperationContextParam, key, &child),
            }
        }
        self.needs(
            node,
            "path",
            "it says where in the input the parameter's value stands",
        );
        path
    }
}
