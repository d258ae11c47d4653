//! The names of all operations and types of one crate.

use std::collections::BTreeMap;

use super::items::TypeName;
use super::names::{self, Claim};
use super::reach::Reach;
use crate::model::{Operation, ServiceModel, Since};

/// Rust names by wire name.
pub(super) struct Naming {
    /// Types by shape.
    pub(super) types: BTreeMap<String, TypeName>,
    inputs: BTreeMap<String, TypeName>,
    outputs: BTreeMap<String, TypeName>,
}

impl Naming {
    pub(super) fn of(model: &ServiceModel, operations: &[&Operation], reach: &Reach, since: &Since) -> Self {
        let since_of =
            |names: &'_ BTreeMap<String, String>, name: &str| names.get(name).cloned().unwrap_or_default();
        let shapes: Vec<(String, String)> = reach
            .types(model)
            .iter()
            .map(|shape| (shape.name.clone(), since_of(&since.shapes, &shape.name)))
            .collect();
        let types = type_names(&shapes, names::type_name, "Shape");

        // An operation's output never takes the name of an operation, so operations claim first.
        let mut claims: Vec<(String, String)> = Vec::new();
        for operation in operations {
            claims.push((
                operation.name.clone(),
                since_of(&since.operations, &operation.name),
            ));
        }
        let outputs: Vec<(String, String)> = claims
            .iter()
            .map(|(name, since)| (output_key(name), since.clone()))
            .collect();
        claims.extend(outputs);
        let both = type_names(&claims, key_name, "Operation");
        let (outputs, inputs) = both.into_iter().partition(|(key, _)| key.ends_with(OUTPUT_KEY));
        let mut naming = Self {
            types,
            inputs,
            outputs,
        };
        naming.place_outputs();
        naming
    }

    /// Whether an operation is part of the crate.
    pub(super) fn has_operation(&self, wire_name: &str) -> bool {
        self.inputs.contains_key(wire_name)
    }

    /// The names of an operation's input and output.
    pub(super) fn operation(&self, wire_name: &str) -> (TypeName, TypeName) {
        let fallback = || TypeName {
            wire: wire_name.to_owned(),
            public: names::type_name(wire_name),
            local: names::type_name(wire_name),
            module: names::module_name(wire_name),
        };
        let input = self.inputs.get(wire_name).cloned().unwrap_or_else(fallback);
        let output = self
            .outputs
            .get(&output_key(wire_name))
            .cloned()
            .unwrap_or_else(fallback);
        (input, output)
    }

    /// An operation's output lives in the operation's module.
    fn place_outputs(&mut self) {
        for (wire_name, input) in &self.inputs {
            if let Some(output) = self.outputs.get_mut(&output_key(wire_name)) {
                output.module.clone_from(&input.module);
            }
        }
    }
}

/// Ends the key of an output; no wire name has a blank.
const OUTPUT_KEY: &str = " output";

fn output_key(operation: &str) -> String {
    format!("{operation}{OUTPUT_KEY}")
}

fn key_name(key: &str) -> String {
    match key.strip_suffix(OUTPUT_KEY) {
        Some(operation) => names::output_name(operation),
        None => names::type_name(key),
    }
}

/// Names for types, given their keys with since when they exist.
fn type_names(
    keys: &[(String, String)],
    wanted: impl Fn(&str) -> String,
    local_suffix: &str,
) -> BTreeMap<String, TypeName> {
    let claims: Vec<Claim<'_>> = keys
        .iter()
        .map(|(key, since)| Claim {
            key,
            wanted: wanted(key),
            since,
        })
        .collect();
    let public = names::assign(&claims, &[]);
    let modules: Vec<Claim<'_>> = keys
        .iter()
        .filter_map(|(key, since)| {
            Some(Claim {
                key,
                wanted: names::module_name(public.get(key)?),
                since,
            })
        })
        .collect();
    let mut modules = names::assign(&modules, &[]);
    public
        .into_iter()
        .map(|(key, public)| {
            let module = modules.remove(&key).unwrap_or_default();
            let local = names::local_name(&public, local_suffix);
            let wire = key.trim_end_matches(OUTPUT_KEY).to_owned();
            (
                key,
                TypeName {
                    wire,
                    public,
                    local,
                    module,
                },
            )
        })
        .collect()
}
