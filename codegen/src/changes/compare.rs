//! From two revisions to a report.

use super::change::{Change, Direction, Level, Place, Reached};
use super::effects::{Done, effects};
use super::facts::{Found, companions, differences};
use super::kind::{Kind, Mark};
use super::paths;
use super::reach::{self, Flow};
use super::renames::Renames;
use super::report::{Report, Revision};
use super::rules::{Effect, judge};
use super::side::Side;
use super::subjects::{Subjects, subjects};
use crate::model::Partitions;

/// Finds and judges everything that changed between two revisions.
///
/// Endpoints are compared in all regions of `partitions`. Without them other endpoint rules count as other endpoints.
pub fn compare(before: &Side, after: &Side, partitions: Option<&Partitions>) -> Report {
    let renames = Renames::of(&before.model, &after.model);
    let mut found = differences(&before.model, &after.model, &renames);
    if !(before.alone || after.alone) {
        found.extend(companions(&before.model, &after.model, &renames, partitions));
    }
    directions(before, after, &renames, &mut found);
    left_out(before, after, &mut found);
    let done = effects(before, after, &renames, &mut found);
    let subjects = subjects(before, after, found.iter().map(|found| &found.place));
    let mut changes: Vec<Change> = found
        .into_iter()
        .zip(done)
        .filter(|(found, done)| !is_direction(found.kind) || done.effect != Effect::None)
        .map(|(found, done)| change(before, after, &renames, &subjects, found, done))
        .collect();
    changes.sort_by(|one, other| {
        fn key(change: &Change) -> (&Place, Kind, &Option<String>) {
            (&change.place, change.kind, &change.before)
        }
        key(one).cmp(&key(other))
    });
    let operations = paths::operations(before, after, &renames, &changes);
    Report {
        before: revision(before),
        after: revision(after),
        verdict: Level::of_all(&changes),
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

/// Finds operations that both revisions have and only one of the crates.
fn left_out(before: &Side, after: &Side, found: &mut Vec<Found>) {
    for name in before.model.operations.keys() {
        let in_crates = (before.reach.has_operation(name), after.reach.has_operation(name));
        let kind = match in_crates {
            (false, true) => Kind::OperationEntered,
            (true, false) => Kind::OperationLeft,
            _ => continue,
        };
        if after.model.operations.contains_key(name) {
            found.push(Found {
                kind,
                place: Place::Operation(name.clone()),
                before: None,
                after: None,
            });
        }
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

fn change(
    before: &Side,
    after: &Side,
    renames: &Renames,
    subjects: &Subjects,
    found: Found,
    done: Done,
) -> Change {
    let (was, is) = reached(before, after, renames, &found.place);
    let operations = reach::union(&was, &is);
    let flow = match (&found.place, found.kind.mark()) {
        // What went was reached before or not at all, what came is reached now.
        (Place::Shape(_) | Place::Member { .. } | Place::Value { .. }, mark) => match mark {
            Mark::Removed if found.kind != Kind::LeftApi && has_shape(before, renames, &found.place) => {
                Flow::of(&was)
            }
            Mark::Added if found.kind != Kind::EnteredApi => Flow::of(&is),
            _ => Flow::of(&operations),
        },
        (Place::Operation(name), _)
            if !before.reach.has_operation(name) && !after.reach.has_operation(name) =>
        {
            Flow::Nowhere
        }
        _ => Flow::Both,
    };
    let verdict = judge(found.kind, flow, done.effect);
    Change {
        kind: found.kind,
        subject: subjects.get(&found.place).cloned(),
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

/// Whether the older revision has a place's shape.
fn has_shape(before: &Side, renames: &Renames, place: &Place) -> bool {
    place.shape().is_some_and(|shape| {
        let old = renames.old_name(shape).unwrap_or(shape);
        before.model.shapes.contains_key(old)
    })
}

/// The operations that reach a place, in the older revision and in the newer one.
fn reached(before: &Side, after: &Side, renames: &Renames, place: &Place) -> (Vec<Reached>, Vec<Reached>) {
    match place {
        Place::Operation(name) | Place::Paginator(name) => {
            let itself = vec![Reached {
                operation: name.clone(),
                direction: Direction::Both,
            }];
            (itself.clone(), itself)
        }
        _ => place.shape().map_or_else(Default::default, |shape| {
            let old = renames.old_name(shape).unwrap_or(shape);
            (
                before.reach.shape(old).to_vec(),
                after.reach.shape(shape).to_vec(),
            )
        }),
    }
}
