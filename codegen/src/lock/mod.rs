//! The lock of names: what a crate has promised to those who use it.
//!
//! A Rust name, once generated, stays, and a constructor keeps its arguments in their order: arguments of one type
//! that swap places compile and lie. [`Lock`] is that promise by the names of the model, kept in a file beside it;
//! [`Lock::check`] tells what a crate would break, [`Lock::updated`] is the promise of the crate that is generated.
//!
//! What vanishes from the model stays in the lock, since the promise is to the code that used it: if it returns, as
//! values and operations did before, that code must compile again. Such a name is only let go when the model gives
//! it to something else, which the change report tells, or when a person removes it from the file.
//!
//! This module neither reads JSON (that is [`crate::read::names`]) nor names anything (that is [`crate::plan`]).

mod check;

use std::collections::{BTreeMap, BTreeSet};

pub use self::check::{Promise, Violation};

use crate::plan::api::{Api, Item, ItemShape, Owner, Part};

/// The Rust names and constructor arguments of a crate.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lock {
    /// The crate's name.
    pub package: String,
    /// Inputs by operation.
    pub operations: BTreeMap<String, TypeNames>,
    /// Outputs by operation.
    pub outputs: BTreeMap<String, TypeNames>,
    /// Structures, unions and enums by shape.
    pub types: BTreeMap<String, TypeNames>,
}

/// The names of a type and its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypeNames {
    /// Its path, such as `types::Finding`.
    pub path: String,
    /// Its variant of `ServiceError`.
    pub error: Option<String>,
    /// The members that its `new` takes, in the order of the arguments.
    pub arguments: Option<Vec<String>>,
    /// Fields and variants by member.
    pub members: BTreeMap<String, String>,
    /// Variants by enum value.
    pub values: BTreeMap<String, String>,
}

impl Lock {
    /// All that a crate with these items promises.
    pub fn of(api: &Api) -> Self {
        let mut lock = Self::default();
        for (path, item) in &api.items {
            let origin = &item.origin;
            let names = match &origin.owner {
                Owner::Service => {
                    lock.package.clone_from(&item.name);
                    continue;
                }
                Owner::Input(operation) => entry(&mut lock.operations, operation),
                Owner::Output(operation) => entry(&mut lock.outputs, operation),
                Owner::Shape(shape) => entry(&mut lock.types, shape),
            };
            names.promise(path, item);
        }
        lock
    }

    /// The promise of the crate that is `now` generated: its own names, and of those before all that it leaves free.
    #[must_use]
    pub fn updated(&self, now: &Self) -> Self {
        let paths = |types: &[&BTreeMap<String, TypeNames>]| {
            let types = types.iter().flat_map(|types| types.values());
            types.map(|names| names.path.clone()).collect::<BTreeSet<_>>()
        };
        let operations = paths(&[&now.operations, &now.outputs]);
        Self {
            package: now.package.clone(),
            operations: merged_types(&self.operations, &now.operations, &operations),
            outputs: merged_types(&self.outputs, &now.outputs, &operations),
            types: merged_types(&self.types, &now.types, &paths(&[&now.types])),
        }
    }
}

impl TypeNames {
    fn promise(&mut self, path: &str, item: &Item) {
        let name = item.name.clone();
        match (&item.origin.part, &item.shape) {
            (Part::Whole, _) => path.clone_into(&mut self.path),
            (Part::Error, _) => self.error = Some(name),
            (Part::Constructor, ItemShape::Arguments(arguments)) => {
                let members = arguments.iter().map(|argument| argument.member.clone());
                self.arguments = Some(members.collect());
            }
            (Part::Member(member), _) => drop(self.members.insert(member.clone(), name)),
            (Part::Value(value), _) => drop(self.values.insert(value.clone(), name)),
            // `Default` has no name of its own; it goes when a constructor gets its first argument.
            (Part::Constructor | Part::Default, _) => {}
        }
    }

    fn updated(&self, now: &Self) -> Self {
        Self {
            path: now.path.clone(),
            error: now.error.clone().or_else(|| self.error.clone()),
            arguments: now.arguments.clone().or_else(|| self.arguments.clone()),
            members: merged_names(&self.members, &now.members),
            values: merged_names(&self.values, &now.values),
        }
    }
}

fn entry<'a>(types: &'a mut BTreeMap<String, TypeNames>, wire: &str) -> &'a mut TypeNames {
    types.entry(wire.to_owned()).or_default()
}

/// Types of now, and of those before the vanished ones whose paths are not taken.
fn merged_types(
    before: &BTreeMap<String, TypeNames>,
    now: &BTreeMap<String, TypeNames>,
    taken: &BTreeSet<String>,
) -> BTreeMap<String, TypeNames> {
    let vanished = before
        .iter()
        .filter(|(wire, names)| !now.contains_key(*wire) && !taken.contains(&names.path))
        .map(|(wire, names)| (wire.clone(), names.clone()));
    let present = now.iter().map(|(wire, names)| {
        let names = before
            .get(wire)
            .map_or_else(|| names.clone(), |before| before.updated(names));
        (wire.clone(), names)
    });
    vanished.chain(present).collect()
}

/// Names of now, and of those before the vanished ones that are not taken.
fn merged_names(
    before: &BTreeMap<String, String>,
    now: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let taken: BTreeSet<&String> = now.values().collect();
    let vanished = before
        .iter()
        .filter(|(wire, name)| !now.contains_key(*wire) && !taken.contains(name));
    let all = vanished.chain(now);
    all.map(|(wire, name)| (wire.clone(), name.clone())).collect()
}

#[cfg(test)]
mod tests;
