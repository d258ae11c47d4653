//! Reports in the form that was asked for.

use codegen::changes::page::OperationPage;
use codegen::changes::render::{self, Judged};

use crate::cli::{ChangesArgs, Format};
use crate::failure::Failure;
use crate::site;
use crate::terminal::Terminal;

use super::asked::Asked;
use super::full::Pages;
use super::paint::paint;

/// Prints reports, and the pages of their operations where there are any.
pub(super) fn print(
    args: &ChangesArgs,
    asked: &Asked,
    judged: &[Judged],
    pages: Option<&Pages>,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let parts: Vec<String> = match args.format {
        Format::Json => json(asked, judged),
        Format::Markdown => markdown(args, asked, judged, pages),
        Format::Html => html(asked, judged, pages)?,
        Format::Text => text(args, asked, judged, pages, terminal.out_colour),
    };
    terminal.print(&parts.join("\n"));
    Ok(())
}

fn html(asked: &Asked, judged: &[Judged], pages: Option<&Pages>) -> Result<Vec<String>, Failure> {
    if let Asked::History(service) = asked {
        return Err(Failure::usage("a whole history is no single page").help(format!(
            "make a site of it: `cargo xtask site --out DIR --service {}`",
            service.name
        )));
    }
    let of_report = |report| pages.map(|pages| pages.of(report).collect()).unwrap_or_default();
    let pages = judged.iter().map(|judged| {
        let operations: Vec<OperationPage> = of_report(&judged.report);
        site::report_html(judged, &operations)
    });
    pages.collect()
}

fn json(asked: &Asked, judged: &[Judged]) -> Vec<String> {
    match asked {
        Asked::History(service) => vec![render::json_history(&service.name, judged)],
        Asked::Pair { .. } => judged.iter().map(render::json).collect(),
    }
}

fn markdown(args: &ChangesArgs, asked: &Asked, judged: &[Judged], pages: Option<&Pages>) -> Vec<String> {
    let mut parts = Vec::new();
    if let Asked::History(service) = asked {
        parts.push(render::markdown_history(&service.name, judged));
    }
    if details(args, asked) {
        parts.extend(judged.iter().map(render::markdown));
    }
    let pages = pages.iter();
    parts.extend(pages.flat_map(|pages| judged.iter().flat_map(|judged| pages.markdown(&judged.report))));
    parts
}

fn text(
    args: &ChangesArgs,
    asked: &Asked,
    judged: &[Judged],
    pages: Option<&Pages>,
    colour: bool,
) -> Vec<String> {
    let mut texts = Vec::new();
    if let Asked::History(_) = asked {
        texts.push(render::table(judged));
    }
    if details(args, asked) {
        texts.extend(judged.iter().map(render::text));
    }
    let mut parts: Vec<String> = texts.iter().map(|text| paint(text, colour)).collect();
    let pages = pages.iter();
    parts.extend(pages.flat_map(|pages| {
        judged
            .iter()
            .flat_map(|judged| pages.text(&judged.report, colour))
    }));
    parts
}

/// Whether whole reports are wanted: of a history only if somebody says so.
fn details(args: &ChangesArgs, asked: &Asked) -> bool {
    args.verbose || matches!(asked, Asked::Pair { .. })
}
