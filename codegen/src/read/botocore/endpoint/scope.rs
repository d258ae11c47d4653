//! What a rule can refer to.

use std::collections::BTreeMap;

use crate::model::{Parameter, ParameterKind, Type};

/// The values that are known at a place in the rules, by name. A type is `None` where the value could not be
/// read, which has been reported: nothing that follows from it is.
pub(super) struct Scope {
    known: Vec<(String, Option<Type>)>,
}

/// How much was known at some place.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize);

impl Scope {
    pub(super) fn of(parameters: &BTreeMap<String, Parameter>) -> Self {
        let known = parameters
            .iter()
            .map(|(name, parameter)| (name.clone(), Some(type_of(parameter.kind))));
        Self {
            known: known.collect(),
        }
    }

    /// The type of a value; `None` where there is no value of that name.
    pub(super) fn get(&self, name: &str) -> Option<Option<Type>> {
        let found = self.known.iter().find(|(known, _)| known == name);
        found.map(|(_, kind)| *kind)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.known.iter().map(|(name, _)| name.as_str())
    }

    pub(super) fn add(&mut self, name: String, kind: Option<Type>) {
        self.known.push((name, kind));
    }

    pub(super) fn mark(&self) -> Mark {
        Mark(self.known.len())
    }

    /// Forgets what was added since.
    pub(super) fn back_to(&mut self, mark: Mark) {
        self.known.truncate(mark.0);
    }
}

fn type_of(kind: ParameterKind) -> Type {
    match kind {
        ParameterKind::String => Type::String,
        ParameterKind::Boolean => Type::Boolean,
        ParameterKind::StringArray => Type::StringArray,
    }
}
