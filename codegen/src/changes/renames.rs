//! Shapes that have another name and are the same otherwise.
//!
//! A shape that went and one that came are the same when whatever used the one uses the other, at one place at least
//! and nowhere otherwise, and when both say the same. What they name may have been renamed likewise.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Reference, ServiceModel, ShapeKind};

/// Shapes' old names and new ones.
#[derive(Debug, Default)]
pub(super) struct Renames {
    new_names: BTreeMap<String, String>,
    old_names: BTreeMap<String, String>,
}

impl Renames {
    /// The renamed shapes of two models.
    pub(super) fn of(before: &ServiceModel, after: &ServiceModel) -> Self {
        let went = |name: &str| before.shapes.contains_key(name) && !after.shapes.contains_key(name);
        let came = |name: &str| after.shapes.contains_key(name) && !before.shapes.contains_key(name);
        if !before.shapes.keys().any(|name| went(name)) {
            return Self::default();
        }
        let mut pairs = BTreeSet::new();
        let mut open = roots(before, after);
        let mut seen = BTreeSet::new();
        while let Some((old, new)) = open.pop() {
            if !seen.insert((old, new)) {
                continue;
            }
            if went(old) && came(new) {
                pairs.insert((old, new));
            } else if old != new {
                continue;
            }
            open.extend(inner_pairs(before, after, old, new));
        }
        let mut new_names = one_to_one(&pairs);
        // What a pair says may hang on another pair: take away what differs until nothing does.
        loop {
            let same = |old: &&str, new: &mut &str| same_shape(before, after, old, new, &new_names);
            let mut kept = new_names.clone();
            kept.retain(|old, new| same(old, new));
            if kept.len() == new_names.len() {
                break;
            }
            new_names = kept;
        }
        let owned = |(one, other): (&str, &str)| (one.to_owned(), other.to_owned());
        Self {
            old_names: new_names.iter().map(|(old, new)| owned((new, old))).collect(),
            new_names: new_names.into_iter().map(owned).collect(),
        }
    }

    /// The new name of a renamed shape.
    pub(super) fn new_name(&self, old: &str) -> Option<&str> {
        self.new_names.get(old).map(String::as_str)
    }

    /// The old name of a renamed shape.
    pub(super) fn old_name(&self, new: &str) -> Option<&str> {
        self.old_names.get(new).map(String::as_str)
    }
}

type Pair<'m> = (&'m str, &'m str);

/// What the same operations name: inputs, outputs and, where one came for one that went, errors.
fn roots<'m>(before: &'m ServiceModel, after: &'m ServiceModel) -> Vec<Pair<'m>> {
    let mut pairs: Vec<Pair<'m>> = before
        .shapes
        .keys()
        .filter(|name| after.shapes.contains_key(*name))
        .map(|name| (name.as_str(), name.as_str()))
        .collect();
    for (name, operation) in &before.operations {
        let Some(now) = after.operations.get(name) else {
            continue;
        };
        pairs.extend(references(operation.input.as_ref(), now.input.as_ref()));
        pairs.extend(references(operation.output.as_ref(), now.output.as_ref()));
        let (went, came) = (
            difference(&operation.errors, &now.errors),
            difference(&now.errors, &operation.errors),
        );
        if let ([went], [came]) = (&went[..], &came[..]) {
            pairs.push((went, came));
        }
    }
    pairs
}

fn references<'m>(before: Option<&'m Reference>, after: Option<&'m Reference>) -> Option<Pair<'m>> {
    Some((&before?.shape, &after?.shape))
}

fn difference<'m>(these: &'m [String], those: &[String]) -> Vec<&'m str> {
    these
        .iter()
        .filter(|name| !those.contains(name))
        .map(String::as_str)
        .collect()
}

/// What two shapes name at the same places.
fn inner_pairs<'m>(before: &'m ServiceModel, after: &'m ServiceModel, old: &str, new: &str) -> Vec<Pair<'m>> {
    let kinds = before.shapes.get(old).zip(after.shapes.get(new));
    match kinds.map(|(old, new)| (&old.kind, &new.kind)) {
        Some((ShapeKind::Structure(old), ShapeKind::Structure(new))) => old
            .members
            .iter()
            .filter_map(|member| {
                let now = new.members.iter().find(|now| now.name == member.name)?;
                Some((member.target.as_str(), now.target.as_str()))
            })
            .collect(),
        Some((ShapeKind::List(old), ShapeKind::List(new))) => {
            vec![(&old.member.shape, &new.member.shape)]
        }
        Some((ShapeKind::Map(old), ShapeKind::Map(new))) => {
            vec![
                (&old.key.shape, &new.key.shape),
                (&old.value.shape, &new.value.shape),
            ]
        }
        _ => Vec::new(),
    }
}

/// The pairs whose two names occur in no other pair.
fn one_to_one<'m>(pairs: &BTreeSet<Pair<'m>>) -> BTreeMap<&'m str, &'m str> {
    let count = |test: &dyn Fn(&Pair<'m>) -> bool| pairs.iter().filter(|pair| test(pair)).count();
    pairs
        .iter()
        .filter(|(old, new)| count(&|pair| pair.0 == *old) == 1 && count(&|pair| pair.1 == *new) == 1)
        .copied()
        .collect()
}

/// Whether two shapes say the same but for documentation, given what else was renamed.
fn same_shape(
    before: &ServiceModel,
    after: &ServiceModel,
    old: &str,
    new: &str,
    new_names: &BTreeMap<&str, &str>,
) -> bool {
    let (Some(old), Some(new)) = (before.shapes.get(old), after.shapes.get(new)) else {
        return false;
    };
    let renamed = |name: &mut String| {
        if let Some(new) = new_names.get(name.as_str()) {
            (*new).clone_into(name);
        }
    };
    bare(&old.kind, renamed) == bare(&new.kind, |_| {})
}

/// A shape's kind without documentation, its targets renamed.
fn bare(kind: &ShapeKind, renamed: impl Fn(&mut String)) -> ShapeKind {
    let mut kind = kind.clone();
    let reference = |reference: &mut Reference| {
        reference.documentation = None;
        renamed(&mut reference.shape);
    };
    match &mut kind {
        ShapeKind::Structure(structure) => {
            for member in &mut structure.members {
                member.documentation = None;
                renamed(&mut member.target);
            }
        }
        ShapeKind::List(list) => reference(&mut list.member),
        ShapeKind::Map(map) => {
            reference(&mut map.key);
            reference(&mut map.value);
        }
        _ => {}
    }
    kind
}
