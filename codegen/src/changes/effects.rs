//! What the changes of the facts did to the crate's public items.
//!
//! Every difference of the two lists of items is laid at the door of the changes that account for it: those at its
//! own place, else those of the type that it belongs to, else those of the types that it names. What no change
//! accounts for is a change of its own.

use std::collections::BTreeMap;

use super::accounts::{named_places, own_places, owner_places, place_of, required_members, shape_of};
use super::change::{ItemChange, Place};
use super::facts::Found;
use super::kind::Kind;
use super::renames::Renames;
use super::rules::Effect;
use super::side::Side;
use crate::model::{ServiceModel, ShapeKind};
use crate::plan::api::{Item, ItemShape, Origin, Owner, Part};

/// What one change did to the items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Done {
    pub(super) effect: Effect,
    pub(super) items: Vec<ItemChange>,
}

impl Default for Done {
    fn default() -> Self {
        Self {
            effect: Effect::None,
            items: Vec::new(),
        }
    }
}

/// What each of the changes did; changes that the items alone tell are added.
pub(super) fn effects(before: &Side, after: &Side, renames: &Renames, found: &mut Vec<Found>) -> Vec<Done> {
    let differences = differences(before, after, renames);
    add_from_items(&differences, before, after, renames, found);
    let mut search = Search {
        before,
        after,
        places: BTreeMap::new(),
        done: Vec::new(),
        found,
    };
    search.index();
    for difference in &differences {
        search.account(difference);
    }
    search.done
}

/// Adds what the model's facts do not say by themselves: what came into the API and left it, and names in Rust.
fn add_from_items(
    differences: &[Difference<'_>],
    before: &Side,
    after: &Side,
    renames: &Renames,
    found: &mut Vec<Found>,
) {
    let mut went = BTreeMap::new();
    for Difference {
        path, before: item, ..
    } in differences
    {
        let Some(item) = item else { continue };
        went.insert(&item.origin, (*path, item.name.as_str()));
        if let (Owner::Shape(name), Part::Whole) = (&item.origin.owner, &item.origin.part) {
            let now = renames.new_name(name).unwrap_or(name);
            if !has_type(after, now) && could_have_type(after, now) {
                let place = Place::Shape(now.to_owned());
                found.push(of_item(Kind::LeftApi, place, Some(path), None));
            }
        }
    }
    for Difference {
        path, after: item, ..
    } in differences
    {
        let Some(item) = item else { continue };
        if let (Owner::Shape(name), Part::Whole) = (&item.origin.owner, &item.origin.part) {
            let was = renames.old_name(name).unwrap_or(name);
            if !has_type(before, was) && could_have_type(before, was) {
                let place = Place::Shape(name.clone());
                found.push(of_item(Kind::EnteredApi, place, None, Some(path)));
            }
        }
        if let Some((old, name)) = went.get(&item.origin)
            && *name != item.name
        {
            let place = place_of(&item.origin, &before.model);
            found.push(of_item(Kind::RustName, place, Some(old), Some(path)));
        }
    }
}

fn has_type(side: &Side, shape: &str) -> bool {
    side.types.contains(shape)
}

/// Whether a shape would have a type of its own if it were reached: one that is no such shape is of another type, and
/// that is a change already.
fn could_have_type(side: &Side, shape: &str) -> bool {
    match side.model.shapes.get(shape).map(|shape| &shape.kind) {
        Some(ShapeKind::Structure(structure)) => !structure.document,
        Some(ShapeKind::String { values }) => !values.is_empty(),
        _ => false,
    }
}

fn of_item(kind: Kind, place: Place, before: Option<&str>, after: Option<&str>) -> Found {
    Found {
        kind,
        place,
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    }
}

/// An item that differs.
struct Difference<'a> {
    path: &'a str,
    before: Option<&'a Item>,
    after: Option<&'a Item>,
}

impl Difference<'_> {
    fn effect(&self) -> Effect {
        if self.before.is_some() {
            Effect::Broke
        } else {
            Effect::Grew
        }
    }

    fn change(&self) -> ItemChange {
        let show = |item: Option<&Item>| item.map(|item| item.show(self.path));
        ItemChange {
            path: self.path.to_owned(),
            before: show(self.before),
            after: show(self.after),
        }
    }
}

/// The items that only one of the crates has, or that are not the same in both.
fn differences<'a>(before: &'a Side, after: &'a Side, renames: &Renames) -> Vec<Difference<'a>> {
    let (mut old, mut new) = (
        before.api.items.iter().peekable(),
        after.api.items.iter().peekable(),
    );
    let mut differences = Vec::new();
    // Both are sorted by path, so they are read side by side.
    while let Some(path) = old
        .peek()
        .map(|(path, _)| *path)
        .into_iter()
        .chain(new.peek().map(|(path, _)| *path))
        .min()
    {
        let was = old.next_if(|(of_old, _)| *of_old == path).map(|(_, item)| item);
        let is = new.next_if(|(of_new, _)| *of_new == path).map(|(_, item)| item);
        let same = was.zip(is).is_some_and(|(was, is)| {
            was.shape.is_same(&is.shape) && is_same_origin(&was.origin, &is.origin, renames)
        });
        if !same {
            differences.push(Difference {
                path,
                before: was,
                after: is,
            });
        }
    }
    differences
}

/// Whether two items are made from the same thing: a name that went over to another thing means that other thing.
fn is_same_origin(before: &Origin, after: &Origin, renames: &Renames) -> bool {
    let same_owner = match (&before.owner, &after.owner) {
        (Owner::Shape(old), Owner::Shape(new)) => old == new || renames.new_name(old) == Some(new),
        (old, new) => old == new,
    };
    same_owner && before.part == after.part
}

/// The changes by their places, and what each did.
struct Search<'a> {
    before: &'a Side,
    after: &'a Side,
    places: BTreeMap<Place, Vec<usize>>,
    done: Vec<Done>,
    found: &'a mut Vec<Found>,
}

impl Search<'_> {
    fn index(&mut self) {
        self.done.resize(self.found.len(), Done::default());
        for (number, found) in self.found.iter().enumerate() {
            if !found.kind.touches_api() {
                continue;
            }
            self.places.entry(found.place.clone()).or_default().push(number);
            if let (Kind::ShapeRenamed, Some(old)) = (found.kind, &found.before) {
                let old = Place::Shape(old.clone());
                self.places.entry(old).or_default().push(number);
            }
        }
    }

    /// Lays a difference at the door of the changes that account for it.
    fn account(&mut self, difference: &Difference<'_>) {
        let (before, after) = (difference.before, difference.after);
        let sides = [
            (before, after, &self.before.model),
            (after, before, &self.after.model),
        ];
        let mut wanted: [Vec<Place>; 3] = Default::default();
        for (item, other, model) in sides {
            let Some(item) = item else { continue };
            let [own, owner, named] = &mut wanted;
            own.extend(own_places(item, other, model));
            owner.extend(owner_places(&item.origin.owner, model));
            named.extend(named_places(item, model));
            if item.origin.part == Part::Default {
                // It comes and goes with the required members, be they of this revision or the other.
                for model in [&self.before.model, &self.after.model] {
                    own.extend(required_members(&item.origin.owner, model));
                }
            }
        }
        let is_type = [before, after]
            .into_iter()
            .flatten()
            .any(|item| item.origin.part == Part::Whole);
        let [own, owner, named] = wanted;
        let mut own = self.at(own);
        if is_type || own.is_empty() {
            // An operation's structure belongs to the operation and to the shape alike.
            own.extend(self.at(owner));
        }
        if own.is_empty() {
            own = self.at(named);
        }
        if own.is_empty() {
            own = vec![self.unexplained(difference)];
        }
        own.sort_unstable();
        own.dedup();
        for number in own {
            if let Some(done) = self.done.get_mut(number) {
                done.effect = done.effect.max(difference.effect());
                done.items.push(difference.change());
            }
        }
    }

    fn at(&self, places: Vec<Place>) -> Vec<usize> {
        places
            .iter()
            .filter_map(|place| self.places.get(place))
            .flatten()
            .copied()
            .collect()
    }

    /// A change of its own, for an item that no change accounts for.
    fn unexplained(&mut self, difference: &Difference<'_>) -> usize {
        let (kind, place) = match boxed_member(difference, &self.after.model) {
            Some(place) => (Kind::Recursion, place),
            None => (Kind::GeneratedApi, Place::Item(difference.path.to_owned())),
        };
        if kind == Kind::Recursion {
            // A field and an argument of one member are one change: the other one finds this.
            let at_place = self.places.entry(place.clone()).or_default();
            at_place.push(self.found.len());
        }
        let ItemChange { before, after, .. } = difference.change();
        self.found.push(Found {
            kind,
            place,
            before,
            after,
        });
        self.done.push(Done::default());
        self.done.len() - 1
    }
}

/// The member whose field or argument differs by a `Box` only.
fn boxed_member(difference: &Difference<'_>, model: &ServiceModel) -> Option<Place> {
    let (before, after) = (difference.before?, difference.after?);
    match (&before.shape, &after.shape) {
        (ItemShape::Value(was), ItemShape::Value(is)) => {
            differ_by_box(was, is).then(|| place_of(&after.origin, model))
        }
        (ItemShape::Arguments(were), ItemShape::Arguments(are)) if were.len() == are.len() => {
            let mut differing = were.iter().zip(are).filter(|(was, is)| was.ty != is.ty);
            let (was, is) = differing.next()?;
            let boxed = was.member == is.member && differ_by_box(&was.ty, &is.ty);
            boxed.then(|| Place::Member {
                shape: shape_of(&after.origin.owner, model),
                member: is.member.clone(),
            })
        }
        _ => None,
    }
}

fn differ_by_box(was: &str, is: &str) -> bool {
    let plain = |ty: &str| ty.replacen("Box<", "", 1).replacen('>', "", 1);
    match (was.contains("Box<"), is.contains("Box<")) {
        (true, false) => plain(was) == is,
        (false, true) => was == plain(is),
        _ => false,
    }
}
