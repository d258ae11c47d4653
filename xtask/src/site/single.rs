//! One report as one file.

use askama::Template;
use codegen::changes::Report;
use codegen::changes::page::OperationPage;

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
    body: ReportView,
}

/// A report as an HTML file that stands alone, with the syntax of the operations whose pages are given.
pub(crate) fn report_html(report: &Report, pages: &[OperationPage]) -> Result<String, Failure> {
    let addresses = Addresses::default();
    let code = pages.iter().map(|page| (page.name.clone(), syntax(page)));
    let around = Surroundings {
        links: addresses.at_top(),
        code: code.collect(),
    };
    let page = SinglePage {
        title: format!("{} to {}", report.before.name, report.after.name),
        style: STYLE,
        body: ReportView::new(report, around),
    };
    page.render().map_err(unprintable)
}

impl SinglePage {
    fn mark(&self) -> &'static str {
        MARK
    }
}
