//! From when to when each name of a service was there.

use std::collections::BTreeMap;

use codegen::model::{ServiceModel, ShapeKind};

/// What can come and go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Name<'a> {
    Operation(&'a str),
    Shape(&'a str),
    Member(&'a str, &'a str),
    Value(&'a str, &'a str),
}

/// The revisions that have a name, as numbers in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Life {
    /// The first that has it; after its return, where it was gone.
    pub(super) since: usize,
    /// The last that has it.
    pub(super) last: usize,
}

/// The lives of all names that ever were.
#[derive(Debug, Default)]
pub(super) struct Lives<'a> {
    lives: BTreeMap<Name<'a>, Life>,
    newest: usize,
}

impl<'a> Lives<'a> {
    /// Follows all names through the history, whose oldest revision comes first.
    pub(super) fn of(history: impl IntoIterator<Item = &'a ServiceModel>) -> Self {
        let mut lives = Self::default();
        for (number, model) in history.into_iter().enumerate() {
            lives.newest = number;
            for name in names(model) {
                let life = lives.lives.entry(name).or_insert(Life {
                    since: number,
                    last: number,
                });
                if life.last + 1 < number {
                    life.since = number;
                }
                life.last = number;
            }
        }
        lives
    }

    /// The life of a name.
    pub(super) fn of_name(&self, name: &Name<'_>) -> Option<Life> {
        self.lives.get(name).copied()
    }

    /// All names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = (&Name<'a>, Life)> {
        self.lives.iter().map(|(name, life)| (name, *life))
    }

    /// Whether the newest revision has what lived so.
    pub(super) fn lasts(&self, life: Life) -> bool {
        life.last == self.newest
    }

    /// The revision in which it was gone.
    pub(super) fn gone_in(&self, life: Life) -> Option<usize> {
        (!self.lasts(life)).then_some(life.last + 1)
    }
}

fn names(model: &ServiceModel) -> Vec<Name<'_>> {
    let mut names: Vec<Name<'_>> = model
        .operations
        .keys()
        .map(|name| Name::Operation(name))
        .collect();
    for (name, shape) in &model.shapes {
        names.push(Name::Shape(name));
        match &shape.kind {
            ShapeKind::Structure(structure) => {
                names.extend(
                    structure
                        .members
                        .iter()
                        .map(|member| Name::Member(name, &member.name)),
                );
            }
            ShapeKind::String { values } => {
                names.extend(values.iter().map(|value| Name::Value(name, value)));
            }
            _ => {}
        }
    }
    names
}
