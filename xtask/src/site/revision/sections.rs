//! Changes that stand with no operation, by what they are of.

use std::collections::BTreeMap;

use codegen::changes::{Change, Mark, Place, Report};

use crate::site::address::Links;
use crate::site::change::{ChangeView, change_anchor, place};
use crate::site::parts::{Link, Sign, count};

use super::Shown;

/// Changes of one kind of place.
#[derive(Debug)]
pub(in crate::site) struct Section {
    pub(in crate::site) id: &'static str,
    pub(in crate::site) title: String,
    pub(in crate::site) groups: Vec<ChangeGroup>,
    /// What came or went with operations that did.
    pub(in crate::site) companions: Vec<Companions>,
}

/// Shapes that came or went with the only operations that use them.
#[derive(Debug)]
pub(in crate::site) struct Companions {
    pub(in crate::site) sign: Sign,
    pub(in crate::site) title: &'static str,
    pub(in crate::site) shapes: Vec<Companion>,
}

/// Such a shape, in the place of its change.
#[derive(Debug)]
pub(in crate::site) struct Companion {
    pub(in crate::site) id: String,
    pub(in crate::site) shape: Link,
}

/// Changes of one shape, or of one thing of another kind.
#[derive(Debug)]
pub(in crate::site) struct ChangeGroup {
    /// What they have in common, where that is more than the section.
    pub(in crate::site) name: Option<Link>,
    pub(in crate::site) changes: Vec<ChangeView>,
}

/// A kind of place: its name on the page, its title, and whether a place is of it.
type PlaceKind = (&'static str, &'static str, fn(&Place) -> bool);

/// A section for every kind of place that has changes.
pub(super) fn sections(report: &Report, shown: &Shown, links: Links<'_>) -> Vec<Section> {
    let kinds: [PlaceKind; 7] = [
        ("shapes", "Shapes", |place| place.shape().is_some()),
        ("operations", "Operations", |place| {
            matches!(place, Place::Operation(_))
        }),
        ("paginators", "Paginators", |place| {
            matches!(place, Place::Paginator(_))
        }),
        ("waiters", "Waiters", |place| matches!(place, Place::Waiter(_))),
        ("endpoints", "Endpoints", |place| {
            matches!(place, Place::Endpoints)
        }),
        ("service", "Service", |place| matches!(place, Place::Service)),
        ("crate", "Generated crate", |place| {
            matches!(place, Place::Item(_))
        }),
    ];
    kinds
        .into_iter()
        .filter_map(|(id, title, is_of_kind)| {
            let changes: Vec<(usize, &Change)> = report
                .changes
                .iter()
                .enumerate()
                .filter(|(number, change)| is_of_kind(&change.place) && !shown.owners.contains_key(number))
                .collect();
            let title = match id {
                _ if changes.is_empty() => return None,
                "shapes" => shapes_title(&changes),
                _ => title.to_owned(),
            };
            let (with_operations, others): (Vec<_>, Vec<_>) = changes
                .into_iter()
                .partition(|(_, change)| is_companion(change, report));
            Some(Section {
                id,
                title,
                groups: groups(&others, links),
                companions: companions(&with_operations, links),
            })
        })
        .collect()
}

/// `1 changed shape, 4 removed shapes`.
fn shapes_title(changes: &[(usize, &Change)]) -> String {
    let mut marks: BTreeMap<&str, Mark> = BTreeMap::new();
    for (_, change) in changes {
        let Some(shape) = change.place.shape() else {
            continue;
        };
        let mark = marks.entry(shape).or_insert(Mark::Changed);
        if matches!(change.place, Place::Shape(_)) && change.kind.mark() != Mark::Changed {
            *mark = change.kind.mark();
        }
    }
    let nouns = [
        (Mark::Changed, "changed shape"),
        (Mark::Removed, "removed shape"),
        (Mark::Added, "new shape"),
    ];
    let numbers = nouns.map(|(mark, noun)| (marks.values().filter(|one| **one == mark).count(), noun));
    let phrases = numbers.into_iter().filter(|(number, _)| *number > 0);
    let phrases: Vec<String> = phrases.map(|(number, noun)| count(number, noun)).collect();
    phrases.join(", ")
}

/// Whether a shape came or went with all operations that reach it, which tell of it already.
fn is_companion(change: &Change, report: &Report) -> bool {
    let mark = change.kind.mark();
    let with_it = |name: &str| {
        let mut operations = report.operations.iter();
        operations.any(|operation| operation.name == name && operation.mark == mark)
    };
    matches!(change.place, Place::Shape(_))
        && mark != Mark::Changed
        && !change.operations.is_empty()
        && change
            .operations
            .iter()
            .all(|reached| with_it(&reached.operation))
}

fn companions(changes: &[(usize, &Change)], links: Links<'_>) -> Vec<Companions> {
    let of = |mark: Mark, title: &'static str| {
        let shapes: Vec<Companion> = changes
            .iter()
            .filter(|(_, change)| change.kind.mark() == mark)
            .map(|(number, change)| Companion {
                id: change_anchor(*number),
                shape: place(&change.place, links),
            })
            .collect();
        (!shapes.is_empty()).then(|| Companions {
            sign: mark.into(),
            title,
            shapes,
        })
    };
    let removed = of(Mark::Removed, "Removed with the operations that used them");
    let added = of(Mark::Added, "New with the operations that use them");
    removed.into_iter().chain(added).collect()
}

/// Changes by the shape that they are of; all others are one group.
fn groups(changes: &[(usize, &Change)], links: Links<'_>) -> Vec<ChangeGroup> {
    let mut groups: BTreeMap<Option<&str>, Vec<ChangeView>> = BTreeMap::new();
    for (number, change) in changes {
        let view = ChangeView::new(change, Some(change_anchor(*number)), links);
        let shape = change.place.shape();
        groups.entry(shape).or_default().push(match shape {
            Some(_) => view.of_shape(&change.place),
            None => view,
        });
    }
    groups
        .into_iter()
        .map(|(shape, changes)| ChangeGroup {
            name: shape.map(|shape| Link::new(shape, links.shape(shape))),
            changes,
        })
        .collect()
}
