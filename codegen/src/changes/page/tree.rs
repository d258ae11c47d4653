//! The members of both revisions as one tree of limited size.

use std::collections::BTreeMap;

use super::change::Mark;
use super::data::Pair;
use super::facts::{changes, facts};
use super::merge::merge;
use super::node::{Below, EnumValue, Node};
use super::spot::{self, End, Spot};
use super::{OperationSide, Role, words};
use crate::model::ShapeKind;
use crate::plan::TypePlan;

/// How many nodes and values a tree may have in which a structure is shown wherever it is used.
const ROOM: usize = 2_000;

/// How many nodes and values any tree may have.
const ROOM_AT_MOST: usize = 12_000;

/// How deep a tree may be.
const DEPTH: usize = 60;

/// The members of an operation's inputs or outputs.
///
/// A structure that contains itself ends where it would be repeated. Where the tree is still too big, each structure
/// is shown only at its first place; and where that is not enough either, the rest is cut.
pub(super) fn nodes(sides: &Pair<OperationSide<'_>>, end: End) -> Vec<Node> {
    let top = || both(sides.map(|side| spot::top(side, end)));
    let mut count = Walk::new(Repeat::Outside, ROOM);
    count.count(top());
    let mut walk = if count.is_cut {
        Walk::new(Repeat::Never, ROOM_AT_MOST)
    } else {
        Walk::new(Repeat::Outside, ROOM)
    };
    let places = top();
    // The top is always shown.
    walk.take_room(places.len());
    walk.nodes(places)
}

/// Whether a structure is shown a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Repeat {
    /// Everywhere outside of itself.
    Outside,
    /// Never.
    Never,
}

/// Why a walk does not go deeper.
enum Stop {
    /// It is in the same structures, or has been there: their path, and whether something there is marked.
    AsAbove(String, bool),
    /// It is deep enough.
    Cut,
}

/// The names of the structures of both revisions at one place.
type Structures<'a> = (Option<&'a str>, Option<&'a str>);

/// Something of both revisions at one place.
type Place<'a> = Pair<Spot<'a>>;

struct Walk<'a> {
    repeat: Repeat,
    room: usize,
    is_cut: bool,
    /// From the top to where the walk is.
    path: String,
    /// Structures that the walk is in, each with its path.
    open: Vec<(Structures<'a>, String)>,
    /// Structures that it has been in, each with its path and whether something there is marked.
    done: BTreeMap<Structures<'a>, (String, bool)>,
}

impl<'a> Walk<'a> {
    fn new(repeat: Repeat, room: usize) -> Self {
        Self {
            repeat,
            room,
            is_cut: false,
            path: String::new(),
            open: Vec::new(),
            done: BTreeMap::new(),
        }
    }

    /// Walks without making anything, until there is no more room.
    fn count(&mut self, places: Vec<Place<'a>>) {
        if !self.take_room(places.len()) {
            return;
        }
        for place in places {
            if self.is_cut {
                return;
            }
            let values = place.shown().map(|spot| texts(spot).len());
            self.room = self.room.saturating_sub(values.unwrap_or_default());
            let structures = structures(&place);
            match self.stop(structures) {
                Some(Stop::Cut) => self.is_cut = true,
                Some(Stop::AsAbove(..)) => {}
                None => {
                    self.open.push((structures, String::new()));
                    self.count(both(place.map(Spot::children)));
                    self.open.pop();
                }
            }
        }
    }

    fn nodes(&mut self, places: Vec<Place<'a>>) -> Vec<Node> {
        places.into_iter().filter_map(|place| self.node(&place)).collect()
    }

    fn node(&mut self, place: &Place<'a>) -> Option<Node> {
        let shown = place.shown()?;
        let values = values(place);
        self.room = self.room.saturating_sub(values.len());
        let (facts, changes) = match (&place.before, &place.after) {
            (Some(before), Some(after)) if !std::ptr::eq(before.side, after.side) => {
                let (before, after) = (facts(before), facts(after));
                let changes = changes(&before, &after);
                (after, changes)
            }
            _ => (facts(shown), Vec::new()),
        };
        let is_changed = !changes.is_empty() || values.iter().any(|value| value.mark != Mark::Same);
        let above = self.path.len();
        self.step(shown);
        let (below, marked_below) = self.below(place);
        self.path.truncate(above);
        Some(Node {
            role: shown.role,
            name: shown.name().to_owned(),
            mark: place.mark_if(is_changed),
            marked_below,
            changes,
            facts,
            docs: docs(shown),
            values,
            below,
        })
    }

    /// What is below, and whether anything there is marked.
    fn below(&mut self, place: &Place<'a>) -> (Below, bool) {
        let structures = structures(place);
        let places = both(place.map(Spot::children));
        if places.is_empty() {
            let is_structure = structures != (None, None);
            return (
                if is_structure {
                    Below::Nodes(Vec::new())
                } else {
                    Below::Nothing
                },
                false,
            );
        }
        match self.stop(structures) {
            Some(Stop::AsAbove(path, is_marked)) => return (Below::AsAbove(path), is_marked),
            None if self.take_room(places.len()) => {}
            _ => {
                self.is_cut = true;
                return (Below::Cut, false);
            }
        }
        // Lists and maps are here too, so that this counts the depth.
        self.open.push((structures, self.path.clone()));
        let nodes = self.nodes(places);
        let is_marked = nodes.iter().any(Node::is_marked);
        if let Some((structures, path)) = self.open.pop() {
            self.done.entry(structures).or_insert((path, is_marked));
        }
        (Below::Nodes(nodes), is_marked)
    }

    /// Why the walk must not go into structures.
    fn stop(&self, structures: Structures<'a>) -> Option<Stop> {
        if structures != (None, None) {
            if let Some((_, path)) = self.open.iter().find(|(open, _)| *open == structures) {
                return Some(Stop::AsAbove(path.clone(), false));
            }
            if self.repeat == Repeat::Never
                && let Some((path, is_marked)) = self.done.get(&structures)
            {
                return Some(Stop::AsAbove(path.clone(), *is_marked));
            }
        }
        (self.open.len() >= DEPTH).then_some(Stop::Cut)
    }

    fn step(&mut self, spot: &Spot<'_>) {
        match spot.role {
            Role::Member | Role::Variant => {
                if !self.path.is_empty() {
                    self.path.push('.');
                }
                self.path.push_str(spot.name());
            }
            Role::Item => self.path.push_str("[]"),
            Role::Key | Role::Value => self.path.push_str("{}"),
        }
    }

    /// Takes what is wanted, or else all that is left.
    fn take_room(&mut self, wanted: usize) -> bool {
        let left = self.room.checked_sub(wanted);
        self.room = left.unwrap_or_default();
        self.is_cut |= left.is_none();
        left.is_some()
    }
}

fn both<'a>(lists: Pair<Vec<Spot<'a>>>) -> Vec<Place<'a>> {
    let key = |spot: &Spot<'a>| match spot.role {
        // What was a structure may be a union now.
        Role::Member | Role::Variant => (None, spot.name()),
        part => (Some(part), ""),
    };
    merge(
        lists.before.unwrap_or_default(),
        lists.after.unwrap_or_default(),
        key,
    )
}

fn structures<'a>(place: &Place<'a>) -> Structures<'a> {
    let name = |spot: &Spot<'a>| spot.structure().map(|_| spot.shape.name.as_str());
    (
        place.before.as_ref().and_then(name),
        place.after.as_ref().and_then(name),
    )
}

fn docs(spot: &Spot<'_>) -> Option<String> {
    let own = spot
        .member
        .and_then(|(owner, member)| spot.side.docs.members.get(owner)?.get(&member.name));
    words::docs(spot.documentation, own).or_else(|| {
        let own = spot.side.docs.shapes.get(&spot.shape.name);
        words::docs(spot.shape.documentation.as_deref(), own)
    })
}

/// The values of an enum in both revisions.
fn values(place: &Place<'_>) -> Vec<EnumValue> {
    let lists = place.map(texts);
    let merged = merge(
        lists.before.unwrap_or_default(),
        lists.after.unwrap_or_default(),
        |(_, text)| *text,
    );
    let value = |pair: Pair<(usize, &str)>| {
        let shown = match (&place.before, &place.after, pair.before, pair.after) {
            (_, Some(spot), None, Some(value)) => (spot, value, Mark::New),
            (_, Some(spot), Some(_), Some(value)) => (spot, value, Mark::Same),
            (Some(spot), _, Some(value), None) => (spot, value, Mark::Gone),
            _ => return None,
        };
        let (spot, (number, text), mark) = shown;
        let variant = match spot.type_plan() {
            Some(TypePlan::Enum(plan)) => plan.variants.get(number),
            _ => None,
        };
        let docs = spot.side.docs.values.get(&spot.shape.name);
        Some(EnumValue {
            text: text.to_owned(),
            rust: variant
                .filter(|variant| variant.value == text)
                .map(|variant| variant.name.clone()),
            mark,
            docs: docs.and_then(|docs| docs.get(text)).cloned(),
        })
    };
    merged.into_iter().filter_map(value).collect()
}

fn texts<'a>(spot: &Spot<'a>) -> Vec<(usize, &'a str)> {
    match &spot.shape.kind {
        ShapeKind::String { values } => values.iter().map(String::as_str).enumerate().collect(),
        _ => Vec::new(),
    }
}
