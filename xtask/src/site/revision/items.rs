//! The generated crate's public items, before and after.

use std::collections::BTreeSet;

use codegen::changes::{Mark, Report};

use crate::site::parts::{Sign, count};

/// Rust items that came, went or changed.
#[derive(Debug)]
pub(in crate::site) struct ItemGroup {
    pub(in crate::site) title: String,
    pub(in crate::site) sign: Sign,
    /// Whether all are shown at once.
    pub(in crate::site) open: bool,
    pub(in crate::site) items: Vec<ItemRow>,
}

/// A Rust item before and after.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::site) struct ItemRow {
    pub(in crate::site) path: String,
    pub(in crate::site) before: Option<String>,
    pub(in crate::site) after: Option<String>,
}

/// All items that the changes of a report touch: gone, changed and new.
pub(super) fn items(report: &Report) -> Vec<ItemGroup> {
    let rows: BTreeSet<ItemRow> = report
        .changes
        .iter()
        .flat_map(|change| &change.items)
        .map(|item| ItemRow {
            path: item.path.clone(),
            before: item.before.clone(),
            after: item.after.clone(),
        })
        .collect();
    let kinds = [
        (Mark::Removed, "removed", true),
        (Mark::Changed, "changed", true),
        (Mark::Added, "added", false),
    ];
    kinds
        .into_iter()
        .filter_map(|(mark, word, open)| {
            let items: Vec<ItemRow> = rows.iter().filter(|row| row.mark() == mark).cloned().collect();
            (!items.is_empty()).then(|| ItemGroup {
                title: format!("{} {word}", count(items.len(), "item")),
                sign: mark.into(),
                open,
                items,
            })
        })
        .collect()
}

impl ItemRow {
    fn mark(&self) -> Mark {
        match (&self.before, &self.after) {
            (Some(_), None) => Mark::Removed,
            (None, Some(_)) => Mark::Added,
            _ => Mark::Changed,
        }
    }
}
