//! One report as one file.

use askama::Template;
use codegen::changes::page::OperationPage;
use codegen::changes::render::Judged;

use crate::failure::Failure;

use super::address::Addresses;
use super::layout::MARK;
use super::operation::syntax;
use super::pages::STYLE;
use super::revision::{ReportView, Surroundings};
use super::unprintable;

/// A report on a page of its own.
#[derive(Debug, Template)]
#[template(path = "single.html")]
struct SinglePage {
    title: String,
    style: &'static str,
    /// The operations that it is limited to.
    only: String,
    body: ReportView,
    accepted: Vec<AcceptedChange>,
}

/// A change that is meant.
#[derive(Debug)]
struct AcceptedChange {
    place: String,
    words: &'static str,
    fact: String,
    reason: String,
}

/// A report as an HTML file that stands alone, with the syntax of the operations whose pages are given.
pub(crate) fn report_html(judged: &Judged, pages: &[OperationPage]) -> Result<String, Failure> {
    let report = &judged.report;
    let addresses = Addresses::default();
    let code = pages.iter().map(|page| (page.name.clone(), syntax(page)));
    let around = Surroundings {
        links: addresses.at_top(),
        code: code.collect(),
    };
    let page = SinglePage {
        title: format!("{} to {}", report.before.name, report.after.name),
        style: STYLE,
        only: report.operations_only.join(", "),
        body: ReportView::new(report, around),
        accepted: accepted(judged),
    };
    page.render().map_err(unprintable)
}

fn accepted(judged: &Judged) -> Vec<AcceptedChange> {
    let changes = judged.accepted.iter();
    let changes = changes.filter_map(|(number, reason)| {
        let change = judged.report.changes.get(*number)?;
        let facts = [&change.before, &change.after].into_iter().flatten();
        Some(AcceptedChange {
            place: change.place.to_string(),
            words: change.kind.words(),
            fact: facts.cloned().collect::<Vec<_>>().join(" -> "),
            reason: reason.clone(),
        })
    });
    changes.collect()
}

impl SinglePage {
    fn mark(&self) -> &'static str {
        MARK
    }
}
