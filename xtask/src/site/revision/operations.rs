//! What changed for each operation.

use std::mem;

use codegen::changes::{Mark, OperationChanges, PathChange, Report};

use crate::site::address::anchor;
use crate::site::change::{ChangeView, change_anchor};
use crate::site::code::CodeBlock;
use crate::site::parts::{Badge, Link, PathText, Sign, count};

use super::facts::FactLine;
use super::{Shown, Surroundings};

/// Operations that came, went or were updated.
#[derive(Debug)]
pub(in crate::site) struct OperationGroup {
    pub(in crate::site) id: &'static str,
    pub(in crate::site) title: String,
    pub(in crate::site) operations: Vec<OperationView>,
}

/// What changed for an operation.
#[derive(Debug)]
pub(in crate::site) struct OperationView {
    pub(in crate::site) id: String,
    pub(in crate::site) name: Link,
    pub(in crate::site) sign: Sign,
    pub(in crate::site) badge: Badge,
    pub(in crate::site) own: Vec<ChangeView>,
    pub(in crate::site) sides: Vec<PathGroup>,
    pub(in crate::site) cut: bool,
    pub(in crate::site) code: Vec<CodeBlock>,
}

/// What changed on a side of an operation.
#[derive(Debug)]
pub(in crate::site) struct PathGroup {
    pub(in crate::site) title: &'static str,
    pub(in crate::site) rows: Vec<PathRow>,
}

/// What changed at a path.
#[derive(Debug)]
pub(in crate::site) struct PathRow {
    pub(in crate::site) path: PathText,
    pub(in crate::site) lines: Vec<FactLine>,
}

/// Operations that are gone, new and updated.
pub(super) fn operations(
    report: &Report,
    shown: &Shown,
    around: &mut Surroundings<'_>,
) -> Vec<OperationGroup> {
    let groups = [
        ("removed", Mark::Removed, "removed operation"),
        ("new", Mark::Added, "new operation"),
        ("updated", Mark::Changed, "updated operation"),
    ];
    groups
        .into_iter()
        .filter_map(|(id, mark, noun)| {
            let operations: Vec<OperationView> = report
                .operations
                .iter()
                .filter(|operation| operation.mark == mark)
                .map(|operation| operation_view(operation, report, shown, around))
                .collect();
            (!operations.is_empty()).then(|| OperationGroup {
                id,
                title: count(operations.len(), noun),
                operations,
            })
        })
        .collect()
}

/// The place of an operation on a revision's page.
pub(in crate::site) fn operation_anchor(name: &str) -> String {
    anchor("operation", name)
}

fn operation_view(
    operation: &OperationChanges,
    report: &Report,
    shown: &Shown,
    around: &mut Surroundings<'_>,
) -> OperationView {
    let (links, name) = (around.links, &operation.name);
    let badge = Badge::new(operation.level, operation.wire);
    let own = operation.own.iter().filter_map(|number| {
        let is_owner = shown.owners.get(number) == Some(name);
        let id = is_owner.then(|| change_anchor(*number));
        let change = report.changes.get(*number)?;
        Some(ChangeView::new(change, id, links).of_operation(name, badge, change))
    });
    let mut own: Vec<ChangeView> = own.collect();
    let mut code = around.code.remove(name).unwrap_or_default();
    // What is new or gone as a whole has one change, which tells all.
    if operation.mark != Mark::Changed
        && let Some(change) = own.pop()
    {
        own.push(change.with_code(mem::take(&mut code)));
    }
    let sides = [
        ("Request", "request", &operation.request),
        ("Response", "response", &operation.response),
        ("Errors", "error", &operation.errors),
    ];
    OperationView {
        id: operation_anchor(name),
        name: Link::new(name, links.operation(name)),
        sign: operation.mark.into(),
        badge,
        own,
        sides: sides
            .into_iter()
            .filter(|(_, _, paths)| !paths.is_empty())
            .map(|(title, side, paths)| PathGroup {
                title,
                rows: path_rows(paths, report, |path| links.path(name, side, path)),
            })
            .collect(),
        cut: operation.cut,
        code,
    }
}

/// A row for every path, with all that changed there.
fn path_rows(paths: &[PathChange], report: &Report, link: impl Fn(&str) -> Option<String>) -> Vec<PathRow> {
    let mut rows: Vec<PathRow> = Vec::new();
    let mut last: Option<&str> = None;
    for PathChange { path, change: number } in paths {
        let Some(change) = report.changes.get(*number) else {
            continue;
        };
        let line = FactLine::at_path(*number, change);
        match rows.last_mut() {
            Some(row) if last == Some(path) => row.lines.push(line),
            _ => rows.push(PathRow {
                path: PathText::new(path, last, link(path)),
                lines: vec![line],
            }),
        }
        last = Some(path);
    }
    rows
}
