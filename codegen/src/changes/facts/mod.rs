//! Every difference of two models' facts, one by one and without judgement.

mod companions;
mod endpoints;
mod member;
mod operation;
mod service;
mod shape;
mod words;

use super::change::Place;
use super::kind::Kind;
use super::renames::Renames;
use crate::model::{Deprecation, Partitions, ServiceModel};

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) place: Place,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// All differences of two models, in no order that means anything.
pub(super) fn differences(before: &ServiceModel, after: &ServiceModel, renames: &Renames) -> Vec<Found> {
    let mut search = Search::new(before, after, renames);
    search.service();
    search.operations();
    search.shapes();
    search.replacements();
    search.finish()
}

/// All differences of what stands in files of their own: paginators, waiters and endpoint rules.
pub(super) fn companions(
    before: &ServiceModel,
    after: &ServiceModel,
    renames: &Renames,
    partitions: Option<&Partitions>,
) -> Vec<Found> {
    let mut search = Search::new(before, after, renames);
    search.paginators();
    search.waiters();
    search.endpoints(partitions);
    search.finish()
}

/// Two models and what was found so far.
struct Search<'m> {
    before: &'m ServiceModel,
    after: &'m ServiceModel,
    renames: &'m Renames,
    found: Vec<Found>,
    /// Shapes that took the place of others, and are compared with them as if they were the same.
    replaced: Vec<(String, String)>,
    /// Number of texts that differ: prose is counted, not shown.
    documentation: usize,
}

impl<'m> Search<'m> {
    fn new(before: &'m ServiceModel, after: &'m ServiceModel, renames: &'m Renames) -> Self {
        Self {
            before,
            after,
            renames,
            found: Vec::new(),
            replaced: Vec::new(),
            documentation: 0,
        }
    }
}

impl Search<'_> {
    /// Notes a difference of which there is nothing more to show.
    fn plain(&mut self, kind: Kind, place: Place) {
        self.note(kind, place, None, None);
    }

    fn note(&mut self, kind: Kind, place: Place, before: Option<String>, after: Option<String>) {
        self.found.push(Found {
            kind,
            place,
            before,
            after,
        });
    }

    /// Notes values that differ.
    fn compare<T: PartialEq + ToString>(&mut self, kind: Kind, place: &Place, before: &T, after: &T) {
        if before != after {
            self.note(
                kind,
                place.clone(),
                Some(before.to_string()),
                Some(after.to_string()),
            );
        }
    }

    /// Notes values that differ, absent ones among them.
    fn compare_options<T: PartialEq + ToString>(
        &mut self,
        kind: Kind,
        place: &Place,
        before: Option<&T>,
        after: Option<&T>,
    ) {
        if before != after {
            self.note(
                kind,
                place.clone(),
                before.map(ToString::to_string),
                after.map(ToString::to_string),
            );
        }
    }

    /// Notes a flag that was set or cleared.
    fn flag(&mut self, kinds: (Kind, Kind), place: &Place, before: bool, after: bool) {
        match (before, after) {
            (false, true) => self.plain(kinds.0, place.clone()),
            (true, false) => self.plain(kinds.1, place.clone()),
            _ => {}
        }
    }

    fn deprecation(&mut self, place: &Place, before: Option<&Deprecation>, after: Option<&Deprecation>) {
        match (before, after) {
            (None, Some(_)) => self.plain(Kind::Deprecated, place.clone()),
            (Some(_), None) => self.plain(Kind::NoLongerDeprecated, place.clone()),
            (Some(before), Some(after)) => {
                self.compare_options(
                    Kind::Deprecated,
                    place,
                    before.since.as_ref(),
                    after.since.as_ref(),
                );
                self.documentation(before.message.as_deref(), after.message.as_deref());
            }
            (None, None) => {}
        }
    }

    fn documentation(&mut self, before: Option<&str>, after: Option<&str>) {
        self.documentation += usize::from(before != after);
    }

    fn finish(mut self) -> Vec<Found> {
        if self.documentation > 0 {
            let texts = if self.documentation == 1 { "text" } else { "texts" };
            let after = Some(format!("{} {texts}", self.documentation));
            self.note(Kind::Documentation, Place::Service, None, after);
        }
        self.found
    }
}

/// What is in only one of two lists: what went, and what came.
fn came_and_went<'a, T: PartialEq>(before: &'a [T], after: &'a [T]) -> (Vec<&'a T>, Vec<&'a T>) {
    let only = |one: &'a [T], other: &[T]| one.iter().filter(|item| !other.contains(item)).collect();
    (only(before, after), only(after, before))
}

/// Whether what two lists have in common stands in another order.
fn order_differs<T: PartialEq>(before: &[T], after: &[T]) -> bool {
    let common = before.iter().filter(|item| after.contains(item));
    !common.eq(after.iter().filter(|item| before.contains(item)))
}
