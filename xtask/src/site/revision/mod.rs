//! The page of a revision: its verdict, then all that changed.

mod facts;
mod items;
mod operations;
mod sections;

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;
use codegen::changes::{Mark, Report, Size};

use super::address::Links;
use super::code::CodeBlock;
use super::layout::Layout;
use super::parts::{Badge, Link, count};
use super::size::{SizeRow, sizes};

use self::facts::{FactGroup, facts};
use self::items::{ItemGroup, items};
use self::operations::{OperationGroup, operations};
use self::sections::{Section, sections};

pub(super) use self::facts::FactLine;
pub(super) use self::operations::operation_anchor;

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
    /// All operations, of a revision that is compared with none.
    pub(super) all: Vec<Link>,
    pub(super) all_title: String,
}

impl HtmlSafe for ReportView {}

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
            all: Vec::new(),
            all_title: String::new(),
        }
    }

    /// The first revision that is known, with nothing to compare it with.
    pub(super) fn first(title: &str, service: &str, size: Size, operations: Vec<Link>) -> Self {
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
            all_title: count(operations.len(), "operation"),
            all: operations,
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
