//! A service's history with all that several pages want to know of it.

use std::collections::BTreeMap;

use codegen::changes::{Change, Place, Report, Side, Size};
use codegen::model::Docs;

use super::address::Addresses;
use super::life::{Life, Lives, Name};

/// A service with its revisions, oldest first, and the reports between them.
#[derive(Debug)]
pub(super) struct Chronicle<'a> {
    /// The name of the service's folder.
    pub(super) folder: &'a str,
    /// The service's name for people.
    pub(super) service: &'a str,
    pub(super) sides: &'a [Side],
    /// One less than there are sides: the first leads from the first side to the second.
    pub(super) reports: &'a [Report],
    pub(super) docs: &'a Docs,
    pub(super) lives: Lives<'a>,
    pub(super) addresses: Addresses,
}

/// A change in the history of a shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event<'a> {
    /// The number of the revision that brought it.
    pub(super) revision: usize,
    /// The number of the change in that revision's report.
    pub(super) number: usize,
    pub(super) change: &'a Change,
}

impl<'a> Chronicle<'a> {
    /// The history of a service; `None` where it has no revision.
    pub(super) fn new(
        folder: &'a str,
        sides: &'a [Side],
        reports: &'a [Report],
        docs: &'a Docs,
    ) -> Option<Self> {
        let newest = sides.last()?;
        let lives = Lives::of(sides.iter().map(|side| &side.model));
        let addresses = {
            let operations = lives.names().filter_map(|(name, _)| match name {
                Name::Operation(name) => Some(*name),
                _ => None,
            });
            let shapes = lives.names().filter_map(|(name, _)| match name {
                Name::Shape(name) => Some(*name),
                _ => None,
            });
            Addresses::new(operations, shapes, sides.iter().map(|side| side.name.as_str()))
        };
        Some(Self {
            folder,
            service: &newest.model.metadata.full_name,
            sides,
            reports,
            docs,
            lives,
            addresses,
        })
    }

    /// A revision's name.
    pub(super) fn revision(&self, number: usize) -> &'a str {
        self.sides.get(number).map_or("", |side| side.name.as_str())
    }

    /// The newest model that has what lived so.
    pub(super) fn last_side(&self, life: Life) -> Option<&'a Side> {
        self.sides.get(life.last)
    }

    /// How much of the service each revision has.
    pub(super) fn sizes(&self) -> Vec<Size> {
        self.sides.iter().map(Side::size).collect()
    }

    /// The changes of every shape and of its parts, oldest first.
    pub(super) fn shape_events(&self) -> BTreeMap<&'a str, Vec<Event<'a>>> {
        let mut events: BTreeMap<&str, Vec<Event<'_>>> = BTreeMap::new();
        for (number, report) in self.reports.iter().enumerate() {
            for (place, change) in report.changes.iter().enumerate() {
                if let Some(shape) = change.place.shape() {
                    events.entry(shape).or_default().push(Event {
                        revision: number + 1,
                        number: place,
                        change,
                    });
                }
            }
        }
        events
    }

    /// The revisions that changed something of an operation, oldest first.
    pub(super) fn operation_revisions(&self, operation: &str) -> Vec<usize> {
        self.reports
            .iter()
            .enumerate()
            .filter(|(_, report)| report.operations.iter().any(|one| one.name == operation))
            .map(|(number, _)| number + 1)
            .collect()
    }
}

/// The member or value that a change is about, within its shape.
pub(super) fn part(place: &Place) -> Option<(&'static str, &str)> {
    match place {
        Place::Member { member, .. } => Some(("member", member)),
        Place::Value { value, .. } => Some(("value", value)),
        _ => None,
    }
}
