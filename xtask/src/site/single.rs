//! One report as one file.

use askama::Template;
use codegen::changes::Report;

use super::address::Addresses;
use super::layout::MARK;
use super::pages::STYLE;
use super::revision::{ReportView, Surroundings};

/// A report on a page of its own.
#[derive(Debug, Template)]
#[template(path = "single.html")]
struct SinglePage {
    title: String,
    style: &'static str,
    body: ReportView,
}

/// A report as an HTML file that stands alone.
///
/// # Errors
///
/// A template cannot be printed.
pub(crate) fn report_html(report: &Report) -> askama::Result<String> {
    let addresses = Addresses::default();
    let around = Surroundings {
        links: addresses.at_top(),
        code: Default::default(),
    };
    let page = SinglePage {
        title: format!("{} to {}", report.before.name, report.after.name),
        style: STYLE,
        body: ReportView::new(report, around),
    };
    page.render()
}

impl SinglePage {
    fn mark(&self) -> &'static str {
        MARK
    }
}
