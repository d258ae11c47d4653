//! Which public items of the crates stand for the places that changed.

use std::collections::{BTreeMap, BTreeSet};

use super::accounts::{place_of, shape_of};
use super::change::Place;
use super::side::Side;
use crate::plan::api::{Item, Owner, Part};

/// Paths of items by their places.
pub(super) type Subjects = BTreeMap<Place, String>;

/// The items that stand for these places: those of the newer crate, else those of the older one.
pub(super) fn subjects<'p>(before: &Side, after: &Side, places: impl Iterator<Item = &'p Place>) -> Subjects {
    let wanted: BTreeSet<&Place> = places.collect();
    let names: BTreeSet<&str> = wanted.iter().copied().filter_map(name).collect();
    let mut subjects = Subjects::new();
    for side in [after, before] {
        // Few types of many changed.
        let of_these = |item: &Item| match &item.origin.owner {
            Owner::Service => false,
            Owner::Shape(shape) => names.contains(shape.as_str()),
            owner @ (Owner::Input(operation) | Owner::Output(operation)) => {
                names.contains(operation.as_str()) || names.contains(shape_of(owner, &side.model).as_str())
            }
        };
        for (path, item) in side.api.items.iter().filter(|(_, item)| of_these(item)) {
            for place in places_of(item, side) {
                if wanted.contains(&place) {
                    subjects.entry(place).or_insert_with(|| path.clone());
                }
            }
        }
    }
    subjects
}

/// The operation or shape that a place is, or is part of.
fn name(place: &Place) -> Option<&str> {
    match place {
        Place::Operation(name) => Some(name),
        _ => place.shape(),
    }
}

/// The places that an item stands for: the structure of an operation's input is the operation as well as the shape.
fn places_of(item: &Item, side: &Side) -> Vec<Place> {
    let (owner, model) = (&item.origin.owner, &side.model);
    let place = || place_of(&item.origin, model);
    let shape = || Place::Shape(shape_of(owner, model));
    match (&item.origin.part, owner) {
        (_, Owner::Service) | (Part::Constructor | Part::Default, _) => Vec::new(),
        (Part::Whole, Owner::Input(_)) => vec![place(), shape()],
        (Part::Whole, Owner::Output(_)) => vec![shape()],
        (Part::Whole | Part::Error | Part::Member(_) | Part::Value(_), _) => vec![place()],
    }
}
