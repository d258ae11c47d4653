//! The page of a revision: its verdict, then all that changed.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use codegen::changes::{Change, Level, Mark, OperationChanges, PathChange, Place, Report, Size};

use super::address::{Links, anchor};
use super::change::{ChangeView, change_anchor};
use super::code::CodeBlock;
use super::layout::Layout;
use super::parts::{Badge, Link, PathText, Sign, count, thousands};

/// The page of a revision.
#[derive(Debug, Template)]
#[template(path = "revision.html")]
pub(super) struct RevisionPage {
    pub(super) layout: Layout,
    pub(super) previous: Option<Link>,
    pub(super) next: Option<Link>,
    pub(super) body: ReportView,
}

/// All that a report says.
#[derive(Debug, Template)]
#[template(path = "parts/report.html")]
pub(super) struct ReportView {
    pub(super) title: String,
    pub(super) service: String,
    /// The revision that it is compared with; none for the first that is known.
    pub(super) against: Option<Link>,
    pub(super) verdict: Option<Badge>,
    pub(super) summary: Vec<String>,
    pub(super) sizes: Vec<SizeRow>,
    pub(super) facts: Vec<FactGroup>,
    pub(super) operations: Vec<OperationGroup>,
    pub(super) sections: Vec<Section>,
    pub(super) items: Vec<ItemGroup>,
}

impl askama::filters::HtmlSafe for ReportView {}

/// A count before and after.
#[derive(Debug)]
pub(super) struct SizeRow {
    pub(super) name: &'static str,
    pub(super) before: Option<String>,
    pub(super) after: String,
    pub(super) difference: Option<String>,
}

/// Changes that are to be known first.
#[derive(Debug)]
pub(super) struct FactGroup {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) about: &'static str,
    pub(super) lines: Vec<FactLine>,
}

/// A change in a line, which leads to where all is said about it.
#[derive(Debug)]
pub(super) struct FactLine {
    pub(super) sign: Sign,
    pub(super) place: Link,
    pub(super) words: &'static str,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) badge: Badge,
    pub(super) why: &'static str,
}

/// Operations that came, went or were updated.
#[derive(Debug)]
pub(super) struct OperationGroup {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) operations: Vec<OperationView>,
}

/// What changed for an operation.
#[derive(Debug)]
pub(super) struct OperationView {
    pub(super) id: String,
    pub(super) name: Link,
    pub(super) sign: Sign,
    pub(super) badge: Badge,
    pub(super) own: Vec<ChangeView>,
    pub(super) sides: Vec<PathGroup>,
    pub(super) cut: bool,
    pub(super) code: Vec<CodeBlock>,
}

/// What changed on a side of an operation.
#[derive(Debug)]
pub(super) struct PathGroup {
    pub(super) title: &'static str,
    pub(super) rows: Vec<PathRow>,
}

/// What changed at a path.
#[derive(Debug)]
pub(super) struct PathRow {
    pub(super) path: PathText,
    pub(super) lines: Vec<FactLine>,
}

/// Changes of one kind of place.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) groups: Vec<ChangeGroup>,
}

/// Changes of one shape, or of one thing of another kind.
#[derive(Debug)]
pub(super) struct ChangeGroup {
    /// What they have in common, where that is more than the section.
    pub(super) name: Option<Link>,
    pub(super) changes: Vec<ChangeView>,
}

/// Rust items that came, went or changed.
#[derive(Debug)]
pub(super) struct ItemGroup {
    pub(super) title: String,
    pub(super) sign: Sign,
    /// Whether all are shown at once.
    pub(super) open: bool,
    pub(super) items: Vec<ItemRow>,
}

/// A Rust item before and after.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ItemRow {
    pub(super) path: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// What a page of a report needs beside it.
#[derive(Debug)]
pub(super) struct Surroundings<'a> {
    pub(super) links: Links<'a>,
    /// The syntax of operations, by name.
    pub(super) code: BTreeMap<String, Vec<CodeBlock>>,
}

impl ReportView {
    /// A report between two revisions.
    pub(super) fn new(report: &Report, mut around: Surroundings<'_>) -> Self {
        let links = around.links;
        let shown = Shown::of(report);
        let before = &report.before.name;
        let (operations, sections) = (
            operations(report, &shown, &mut around),
            sections(report, &shown, links),
        );
        Self {
            title: report.after.name.clone(),
            service: report.after.service.clone(),
            against: Some(Link::new(before, links.revision(before))),
            verdict: Some(Badge::new(report.verdict, report.has_wire_warning())),
            summary: summary(report),
            sizes: sizes(Some(report.before.size), report.after.size),
            facts: facts(report),
            operations,
            sections,
            items: items(report),
        }
    }

    /// The first revision that is known, with nothing to compare it with.
    pub(super) fn first(title: &str, service: &str, size: Size) -> Self {
        Self {
            title: title.to_owned(),
            service: service.to_owned(),
            against: None,
            verdict: None,
            summary: Vec::new(),
            sizes: sizes(None, size),
            facts: Vec::new(),
            operations: Vec::new(),
            sections: Vec::new(),
            items: Vec::new(),
        }
    }
}

/// Which changes stand with an operation, which is the first that owns them.
struct Shown {
    owners: BTreeMap<usize, String>,
}

impl Shown {
    fn of(report: &Report) -> Self {
        let mut owners = BTreeMap::new();
        for operation in &report.operations {
            for number in &operation.own {
                owners.entry(*number).or_insert_with(|| operation.name.clone());
            }
        }
        Self { owners }
    }
}

/// The report in short phrases.
fn summary(report: &Report) -> Vec<String> {
    if report.changes.is_empty() {
        return vec!["Nothing changed".to_owned()];
    }
    let of = |mark: Mark| report.operations.iter().filter(|one| one.mark == mark).count();
    let breaking = report.breaking_facts().count();
    let warnings = report.changes.iter().filter(|change| change.wire).count();
    let numbers = [
        (breaking, "breaking fact"),
        (warnings, "wire warning"),
        (of(Mark::Removed), "removed operation"),
        (of(Mark::Added), "new operation"),
        (of(Mark::Changed), "updated operation"),
    ];
    numbers
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, noun)| count(number, noun))
        .chain([format!("{} in all", count(report.changes.len(), "change"))])
        .collect()
}

fn sizes(before: Option<Size>, after: Size) -> Vec<SizeRow> {
    type Get = fn(Size) -> usize;
    let rows: [(&'static str, Get); 5] = [
        ("Operations", |size| size.operations),
        ("Structures", |size| size.structures),
        ("Members", |size| size.members),
        ("Enums", |size| size.enums),
        ("Enum values", |size| size.values),
    ];
    rows.into_iter()
        .map(|(name, get)| SizeRow {
            name,
            before: before.map(|size| thousands(get(size))),
            after: thousands(get(after)),
            difference: before.and_then(|size| difference(get(size), get(after))),
        })
        .collect()
}

/// `+3`, or none where the two are equal.
pub(super) fn difference(before: usize, after: usize) -> Option<String> {
    match after.cmp(&before) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(format!("+{}", thousands(after - before))),
        std::cmp::Ordering::Less => Some(format!("\u{2212}{}", thousands(before - after))),
    }
}

fn facts(report: &Report) -> Vec<FactGroup> {
    let lines = |wanted: &dyn Fn(&Change) -> bool| -> Vec<FactLine> {
        let numbered = report.changes.iter().enumerate();
        numbered
            .filter(|(_, change)| wanted(change))
            .map(|(number, change)| FactLine::new(number, change, ""))
            .collect()
    };
    let breaking = lines(&Change::is_breaking_fact);
    let major = lines(&|change| change.level == Level::Major && !change.is_breaking_fact());
    let warnings = lines(&|change| change.wire && change.level < Level::Major && !change.is_breaking_fact());
    let has_wire_above = breaking.iter().chain(&major).any(|line| line.badge.wire);
    let warnings_title = more(warnings.len(), "wire warning", has_wire_above);
    let major_title = more(major.len(), "major change", !breaking.is_empty());
    let groups = [
        FactGroup {
            id: "breaking",
            title: count(breaking.len(), "breaking fact"),
            about: "Older clients lose what they rely on, or more is demanded of them.",
            lines: breaking,
        },
        FactGroup {
            id: "major",
            title: major_title,
            about: "Rust code that uses the crate may not compile, or means something else.",
            lines: major,
        },
        FactGroup {
            id: "warnings",
            title: warnings_title,
            about: "Older clients behave differently on the wire, or may be refused, though nothing breaks at compile time.",
            lines: warnings,
        },
    ];
    groups
        .into_iter()
        .filter(|group| !group.lines.is_empty())
        .collect()
}

/// `3 wire warnings`, or `3 more wire warnings` where some stand above.
fn more(number: usize, noun: &str, has_some_above: bool) -> String {
    if has_some_above {
        count(number, &format!("more {noun}"))
    } else {
        count(number, noun)
    }
}

impl FactLine {
    /// The line of a change that is told of on a page; an empty address is the page that the line is on.
    pub(super) fn new(number: usize, change: &Change, page: &str) -> Self {
        let href = format!("{page}#{}", change_anchor(number));
        Self {
            sign: change.kind.mark().into(),
            place: Link::new(change.place.to_string(), Some(href)),
            words: change.kind.words(),
            before: change.before.clone(),
            after: change.after.clone(),
            badge: Badge::new(change.level, change.wire),
            why: change.why,
        }
    }

    /// The line of a change at a path, which says where already.
    fn at_path(number: usize, change: &Change) -> Self {
        let text = match &change.place {
            Place::Value { value, .. } => value.clone(),
            _ => change.kind.words().to_owned(),
        };
        let line = Self::new(number, change, "");
        Self {
            place: Link { text, ..line.place },
            words: "",
            ..line
        }
    }
}

fn operations(report: &Report, shown: &Shown, around: &mut Surroundings<'_>) -> Vec<OperationGroup> {
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
pub(super) fn operation_anchor(name: &str) -> String {
    anchor("operation", name)
}

fn operation_view(
    operation: &OperationChanges,
    report: &Report,
    shown: &Shown,
    around: &mut Surroundings<'_>,
) -> OperationView {
    let (links, name) = (around.links, &operation.name);
    let own = operation.own.iter().filter_map(|number| {
        let is_owner = shown.owners.get(number) == Some(name);
        let id = is_owner.then(|| change_anchor(*number));
        let change = report.changes.get(*number)?;
        Some(ChangeView::new(change, id, links).of_operation(name, change))
    });
    let sides = [
        ("Request", "request", &operation.request),
        ("Response", "response", &operation.response),
        ("Errors", "error", &operation.errors),
    ];
    OperationView {
        id: operation_anchor(name),
        name: Link::new(name, links.operation(name)),
        sign: operation.mark.into(),
        badge: Badge::new(operation.level, operation.wire),
        own: own.collect(),
        sides: sides
            .into_iter()
            .filter(|(_, _, paths)| !paths.is_empty())
            .map(|(title, side, paths)| PathGroup {
                title,
                rows: path_rows(paths, report, |path| links.path(name, side, path)),
            })
            .collect(),
        cut: operation.cut,
        code: around.code.remove(name).unwrap_or_default(),
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

fn sections(report: &Report, shown: &Shown, links: Links<'_>) -> Vec<Section> {
    let kinds: [(&'static str, &'static str, fn(&Place) -> bool); 7] = [
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

fn items(report: &Report) -> Vec<ItemGroup> {
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
