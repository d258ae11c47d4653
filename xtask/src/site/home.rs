//! The overview of a service, and the list of services.

use askama::Template;
use codegen::changes::{Level, Mark, Report, Size};

use crate::date::Date;

use super::address::{Links, anchor};
use super::change::{change_anchor, place};
use super::chart::{Chart, Point, PointKind};
use super::chronicle::Chronicle;
use super::layout::Layout;
use super::parts::{Badge, Link, Sign, count, thousands};
use super::size::{COUNTED, difference};
use super::text::Text;

/// The overview of a service.
#[derive(Debug, Template)]
#[template(path = "home.html")]
pub(super) struct HomePage {
    layout: Layout,
    lead: String,
    tiles: Vec<Tile>,
    chart: Option<Chart>,
    rows: Vec<Row>,
    facts: Vec<Fact>,
    facts_title: String,
}

/// How much there is of something.
#[derive(Debug)]
struct Tile {
    name: &'static str,
    number: String,
    difference: String,
}

/// A revision in the table.
#[derive(Debug)]
struct Row {
    revision: Link,
    badge: Option<Badge>,
    /// Breaking facts, then operations that are new, removed and updated.
    counts: [usize; 4],
    sizes: Vec<Cell>,
}

/// A number with what it gained.
#[derive(Debug)]
struct Cell {
    number: String,
    difference: Option<String>,
}

/// A breaking fact of the history.
#[derive(Debug)]
struct Fact {
    revision: Link,
    sign: Sign,
    place: Link,
    words: &'static str,
    badge: Badge,
}

impl HomePage {
    pub(super) fn new(chronicle: &Chronicle<'_>, layout: Layout) -> Self {
        let links = chronicle.addresses.at_top();
        let sizes = chronicle.sizes();
        let facts = facts(chronicle, links);
        Self {
            layout,
            lead: lead(chronicle),
            tiles: tiles(&sizes),
            chart: chart(chronicle, &sizes, links),
            rows: rows(chronicle, &sizes, links),
            facts_title: count(facts.len(), "breaking fact"),
            facts,
        }
    }

    /// What the verdicts mean.
    fn levels(&self) -> [(Badge, &'static str); 3] {
        [
            (
                Badge::new(Level::Major, false),
                "Rust code that uses the crate may not compile, or means something else",
            ),
            (Badge::new(Level::Minor, false), "adds to the crate"),
            (
                Badge::new(Level::Patch, false),
                "leaves what users compile against",
            ),
        ]
    }
}

fn lead(chronicle: &Chronicle<'_>) -> String {
    let revisions = count(chronicle.sides.len(), "revision");
    let span = match chronicle.sides {
        [] => String::new(),
        [only] => format!(", of {}", only.name),
        [first, .., last] => format!(" from {} to {}", first.name, last.name),
    };
    let of = |level: Level| {
        chronicle
            .reports
            .iter()
            .filter(|report| report.verdict == level)
            .count()
    };
    if chronicle.reports.is_empty() {
        return format!("{revisions}{span}.");
    }
    format!(
        "{revisions}{span}. The {} after the first: {} major, {} minor, {} patch.",
        chronicle.reports.len(),
        of(Level::Major),
        of(Level::Minor),
        of(Level::Patch)
    )
}

fn tiles(sizes: &[Size]) -> Vec<Tile> {
    let (Some(first), Some(last)) = (sizes.first(), sizes.last()) else {
        return Vec::new();
    };
    COUNTED
        .into_iter()
        .map(|(name, get)| Tile {
            name,
            number: thousands(get(last)),
            difference: difference(get(first), get(last)).map_or_else(
                || "as at first".to_owned(),
                |text| format!("{text} since the first"),
            ),
        })
        .collect()
}

fn chart(chronicle: &Chronicle<'_>, sizes: &[Size], links: Links<'_>) -> Option<Chart> {
    let points: Vec<Point> = chronicle
        .sides
        .iter()
        .zip(sizes)
        .enumerate()
        .map(|(number, (side, size))| {
            let report = number
                .checked_sub(1)
                .and_then(|number| chronicle.reports.get(number));
            let date: Date = side.name.parse().ok()?;
            Some(Point {
                when: date.years(),
                name: side.name.clone(),
                href: links.revision(&side.name),
                kind: report.map_or(PointKind::Plain, kind),
                words: report.map_or_else(|| "first known revision".to_owned(), words),
                values: [size.operations, size.structures, size.values],
            })
        })
        .collect::<Option<_>>()?;
    (points.len() > 1).then(|| Chart::new(chronicle.service, &points))
}

fn kind(report: &Report) -> PointKind {
    match report.verdict {
        Level::Major => PointKind::Major,
        _ if report.has_wire_warning() => PointKind::Wire,
        _ => PointKind::Plain,
    }
}

fn words(report: &Report) -> String {
    let mut words = report.verdict.to_string();
    let breaking = report.breaking_facts().count();
    if breaking > 0 {
        words.push_str(&format!(", {}", count(breaking, "breaking fact")));
    } else if report.has_wire_warning() {
        words.push_str(", wire warning");
    }
    words
}

/// The newest revision first.
fn rows(chronicle: &Chronicle<'_>, sizes: &[Size], links: Links<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = chronicle
        .sides
        .iter()
        .zip(sizes)
        .enumerate()
        .map(|(number, (side, size))| {
            let before = number.checked_sub(1);
            let report = before.and_then(|number| chronicle.reports.get(number));
            let before = before.and_then(|number| sizes.get(number));
            let of = |mark: Mark| {
                let operations = report
                    .map(|report| report.operations.as_slice())
                    .unwrap_or_default();
                operations.iter().filter(|one| one.mark == mark).count()
            };
            Row {
                revision: Link::new(&side.name, links.revision(&side.name)),
                badge: report.map(|report| Badge::new(report.verdict, report.has_wire_warning())),
                counts: [
                    report.map_or(0, |report| report.breaking_facts().count()),
                    of(Mark::Added),
                    of(Mark::Removed),
                    of(Mark::Changed),
                ],
                sizes: COUNTED
                    .into_iter()
                    .map(|(_, get)| Cell {
                        number: thousands(get(size)),
                        difference: before.and_then(|before| difference(get(before), get(size))),
                    })
                    .collect(),
            }
        })
        .collect();
    rows.reverse();
    rows
}

fn facts(chronicle: &Chronicle<'_>, links: Links<'_>) -> Vec<Fact> {
    let of_report = |report: &Report| -> Vec<Fact> {
        let page = links.revision(&report.after.name);
        let numbered = report.changes.iter().enumerate();
        numbered
            .filter(|(_, change)| change.is_breaking_fact())
            .map(|(number, change)| {
                let at = page
                    .as_ref()
                    .map(|page| format!("{page}#{}", change_anchor(number)));
                Fact {
                    revision: Link::new(&report.after.name, at),
                    sign: change.kind.mark().into(),
                    place: place(&change.place, links),
                    words: change.kind.words(),
                    badge: Badge::new(change.level, change.wire),
                }
            })
            .collect()
    };
    chronicle.reports.iter().rev().flat_map(of_report).collect()
}

/// The list of services.
#[derive(Debug, Template)]
#[template(path = "services.html")]
pub(super) struct ServicesPage {
    pub(super) layout: Layout,
    pub(super) services: Vec<ServiceRow>,
}

/// A service in the list.
#[derive(Debug)]
pub(super) struct ServiceRow {
    name: Link,
    id: String,
    lead: String,
    operations: String,
}

impl ServiceRow {
    pub(super) fn new(chronicle: &Chronicle<'_>) -> Self {
        let href = format!("{}/index.html", chronicle.folder);
        let operations = chronicle.sizes().last().map_or(0, |size| size.operations);
        Self {
            name: Link::new(chronicle.service, Some(href)),
            id: anchor("service", chronicle.folder),
            lead: lead(chronicle),
            operations: count(operations, "operation"),
        }
    }
}
