//! From two revisions to a report.

use super::change::{Change, Direction, Kind, Level, Place, Reached};
use super::effects::{Done, effects};
use super::facts::{Found, differences};
use super::paths;
use super::reach::{self, Flow};
use super::renames::Renames;
use super::report::{Report, Revision};
use super::rules::{Effect, judge};
use super::side::Side;
use crate::model::Partitions;

/// Finds and judges everything that changed between two revisions.
///
/// Endpoints are compared in all regions of `partitions`. Without them other endpoint rules count as other endpoints.
pub fn compare(before: &Side, after: &Side, partitions: Option<&Partitions>) -> Report {
    let renames = Renames::of(&before.model, &after.model);
    let mut found = differences(&before.model, &after.model, &renames, partitions);
    directions(before, after, &renames, &mut found);
    let done = effects(before, after, &renames, &mut found);
    let mut changes: Vec<Change> = found
        .into_iter()
        .zip(done)
        .filter(|(found, done)| !is_direction(found.kind) || done.effect != Effect::None)
        .map(|(found, done)| change(before, after, &renames, found, done))
        .collect();
    changes.sort_by(|one, other| {
        let key = |change: &Change| (change.place.clone(), change.kind, change.before.clone());
        key(one).cmp(&key(other))
    });
    let operations = paths::operations(before, after, &renames, &changes);
    Report {
        before: revision(before),
        after: revision(after),
        verdict: changes
            .iter()
            .map(|change| change.level)
            .max()
            .unwrap_or(Level::Patch),
        changes,
        operations,
        operations_only: Vec::new(),
    }
}

fn revision(side: &Side) -> Revision {
    Revision {
        name: side.name.clone(),
        service: side.model.metadata.full_name.clone(),
        size: side.size(),
    }
}

/// Finds types that travel another way than before.
fn directions(before: &Side, after: &Side, renames: &Renames, found: &mut Vec<Found>) {
    for name in &before.types {
        let now = renames.new_name(name).unwrap_or(name);
        if !after.types.contains(now) {
            continue;
        }
        let flows = (
            Flow::of(before.reach.shape(name)),
            Flow::of(after.reach.shape(now)),
        );
        let kind = match flows {
            (Flow::Input, Flow::Output | Flow::Both) => Kind::ReachedByOutput,
            (Flow::Output | Flow::Both, Flow::Input) => Kind::ReachedByInputOnly,
            _ => continue,
        };
        found.push(Found {
            kind,
            place: Place::Shape(now.to_owned()),
            before: None,
            after: None,
        });
    }
}

/// Whether a kind tells of a way that types travel, which is nothing to tell where no item is another for it.
fn is_direction(kind: Kind) -> bool {
    matches!(kind, Kind::ReachedByOutput | Kind::ReachedByInputOnly)
}

fn change(before: &Side, after: &Side, renames: &Renames, found: Found, done: Done) -> Change {
    let operations = reached(before, after, renames, &found.place);
    let flow = match &found.place {
        Place::Shape(_) | Place::Member { .. } | Place::Value { .. } => Flow::of(&operations),
        Place::Operation(name) if !before.reach.has_operation(name) && !after.reach.has_operation(name) => {
            Flow::Nowhere
        }
        _ => Flow::Both,
    };
    let verdict = judge(found.kind, flow, done.effect);
    Change {
        kind: found.kind,
        place: found.place,
        before: found.before,
        after: found.after,
        level: verdict.level,
        wire: verdict.wire,
        why: verdict.why,
        operations,
        items: done.items,
    }
}

/// The operations that reach a place in one of the revisions.
fn reached(before: &Side, after: &Side, renames: &Renames, place: &Place) -> Vec<Reached> {
    match place {
        Place::Operation(name) | Place::Paginator(name) => vec![Reached {
            operation: name.clone(),
            direction: Direction::Both,
        }],
        _ => place.shape().map_or_else(Vec::new, |shape| {
            let old = renames.old_name(shape).unwrap_or(shape);
            reach::union(before.reach.shape(old), after.reach.shape(shape))
        }),
    }
}
