//! Changes that stand with no operation, by what they are of.

use std::collections::BTreeMap;

use codegen::changes::{Change, Place, Report};

use crate::site::address::Links;
use crate::site::change::{ChangeView, change_anchor};
use crate::site::parts::{Link, count};

use super::Shown;

/// Changes of one kind of place.
#[derive(Debug)]
pub(in crate::site) struct Section {
    pub(in crate::site) id: &'static str,
    pub(in crate::site) title: String,
    pub(in crate::site) groups: Vec<ChangeGroup>,
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
            let groups = groups(&changes, links);
            let title = match groups.len() {
                0 => return None,
                number if id == "shapes" => format!("{} changed", count(number, "shape")),
                _ => title.to_owned(),
            };
            Some(Section { id, title, groups })
        })
        .collect()
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
