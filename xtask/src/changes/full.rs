//! The pages of operations, behind a report.

use std::fmt::Write;

use codegen::changes::page::print::{self, Paint, Plain, Style};
use codegen::changes::page::{self, Mark, OperationPage, operation_page};
use codegen::changes::render::Role;
use codegen::changes::{Report, Side};
use codegen::model::Docs;
use codegen::read;

use crate::failure::Failure;
use crate::models::Service;

/// What pages are made from.
pub(super) struct Pages {
    before: Side,
    after: Side,
    docs: Docs,
}

impl Pages {
    /// Of two revisions, with our own words about the service.
    pub(super) fn new(before: Side, after: Side, service: Option<&Service>) -> Result<Self, Failure> {
        let source = service.map(Service::docs).transpose()?.flatten();
        let docs = source
            .map(|source| read::docs(&source).map_err(|problems| Failure::input(problems, vec![source])));
        Ok(Self {
            before,
            after,
            docs: docs.transpose()?.unwrap_or_default(),
        })
    }

    /// The pages of a report's operations for a terminal.
    pub(super) fn text(&self, report: &Report, colour: bool) -> Vec<String> {
        let paint: &dyn Paint = if colour { &Colours } else { &Plain };
        self.of(report).map(|page| print::text(&page, paint)).collect()
    }

    /// The pages of a report's operations as Markdown.
    pub(super) fn markdown(&self, report: &Report) -> Vec<String> {
        self.of(report).map(|page| print::markdown(&page, 3)).collect()
    }

    /// The pages of a report's operations.
    pub(super) fn of(&self, report: &Report) -> impl Iterator<Item = OperationPage> {
        let names = report.operations.iter().map(|operation| operation.name.as_str());
        names.filter_map(|name| {
            let (before, after) = (self.side(&self.before), self.side(&self.after));
            operation_page(Some(&before), Some(&after), name)
        })
    }

    fn side<'s>(&'s self, side: &'s Side) -> page::Edition<'s> {
        page::Edition {
            model: &side.model,
            plan: &side.plan,
            docs: &self.docs,
        }
    }
}

/// Pages in the colours of reports.
struct Colours;

impl Paint for Colours {
    fn paint(&self, mark: Mark, style: Style, text: &str, out: &mut String) {
        let role = match (mark, style) {
            (Mark::New, _) => Role::Added,
            (Mark::Gone, _) => Role::Removed,
            (Mark::Changed, _) => Role::Changed,
            (Mark::Same, Style::Heading) => Role::Heading,
            (Mark::Same, Style::Docs | Style::Comment) => Role::Faint,
            (Mark::Same, _) => Role::Plain,
        };
        let style = super::paint::style(role);
        // Writing to a text can't fail.
        let _ = write!(out, "{style}{text}{style:#}");
    }
}
