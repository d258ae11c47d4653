//! All pages of the site.

use std::collections::BTreeMap;

use askama::Template;
use codegen::changes::page::{self, operation_page};
use codegen::changes::{Mark, Report};

use super::chronicle::Chronicle;
use super::code::CodeBlock;
use super::home::{HomePage, ServiceRow, ServicesPage};
use super::layout::{Layout, MARK, Section};
use super::life::Name;
use super::operation::{OperationPage, syntax};
use super::operations::OperationsPage;
use super::parts::Link;
use super::reach::Users;
use super::revision::{ReportView, RevisionPage, Surroundings};
use super::search;
use super::shape::ShapePage;
use super::shapes::ShapesPage;

/// The files of the site by their paths.
type Site = BTreeMap<String, String>;

/// How all pages look.
pub(super) const STYLE: &str = include_str!("../../templates/style.css");

/// What pages can do where scripts may run.
const SCRIPT: &str = include_str!("../../templates/site.js");

/// The site of services: one has the top folder, several have a folder each.
pub(super) fn all(mut chronicles: Vec<Chronicle<'_>>) -> askama::Result<Site> {
    let mut site = Site::new();
    site.insert("style.css".to_owned(), format!("/* {MARK} */\n{STYLE}"));
    site.insert("site.js".to_owned(), format!("// {MARK}\n{SCRIPT}"));
    match chronicles.as_mut_slice() {
        [only] => service(only, "", &mut site)?,
        several => {
            let services = several.iter().map(ServiceRow::new).collect();
            let page = ServicesPage {
                layout: Layout::of_services(),
                services,
            };
            site.insert("index.html".to_owned(), page.render()?);
            for chronicle in several {
                let folder = format!("{}/", chronicle.folder);
                service(chronicle, &folder, &mut site)?;
            }
        }
    }
    Ok(site)
}

/// The pages of a service.
fn service(chronicle: &mut Chronicle<'_>, folder: &str, site: &mut Site) -> askama::Result<()> {
    let names: Vec<Name<'_>> = chronicle.lives.names().map(|(name, _)| name.clone()).collect();
    let mut add = |address: Option<String>, text: String| {
        if let Some(address) = address {
            site.insert(format!("{folder}{address}"), text);
        }
    };
    // These come first: they tell which places can be led to.
    for name in &names {
        let Name::Operation(name) = *name else { continue };
        let layout = Layout::new(chronicle, folder, "../", Section::Operations).titled(
            name,
            format!("{name} of {}: its history and syntax.", chronicle.service),
        );
        let Some((page, places)) = OperationPage::new(chronicle, name, layout) else {
            continue;
        };
        add(chronicle.addresses.at_top().operation(name), page.render()?);
        chronicle.addresses.set_places(name, places);
    }
    let chronicle = &*chronicle;
    let top = chronicle.addresses.at_top();
    let events = chronicle.shape_events();
    let users = chronicle
        .sides
        .last()
        .map(|side| Users::of(&side.model))
        .unwrap_or_default();
    for name in &names {
        let Name::Shape(name) = *name else { continue };
        let layout = Layout::new(chronicle, folder, "../", Section::Shapes).titled(
            name,
            format!("{name} of {}: its parts, history and users.", chronicle.service),
        );
        let events = events.get(name).map(Vec::as_slice).unwrap_or_default();
        if let Some(page) = ShapePage::new(chronicle, &users, events, name, layout) {
            add(top.shape(name), page.render()?);
        }
    }
    for number in 0..chronicle.sides.len() {
        let page = revision(chronicle, folder, number);
        add(top.revision(chronicle.revision(number)), page.render()?);
    }
    let lists = lists(chronicle, folder)?;
    lists
        .into_iter()
        .for_each(|(address, text)| add(Some(address.to_owned()), text));
    Ok(())
}

/// The overview, the lists, and what the search looks through.
fn lists(chronicle: &Chronicle<'_>, folder: &str) -> askama::Result<[(&'static str, String); 4]> {
    let layout = |up, section| Layout::new(chronicle, folder, up, section);
    let service = chronicle.service;
    let home = HomePage::new(
        chronicle,
        layout("", Section::Overview).titled("", format!("What changed in the API of {service}, revision by revision, and what it means for users of the Rust crate that is generated from it.")),
    );
    let operations = OperationsPage::new(
        chronicle,
        layout("../", Section::Operations).titled(
            "Operations",
            format!("All operations of {service}, with their histories."),
        ),
    );
    let shapes = ShapesPage::new(
        chronicle,
        layout("../", Section::Shapes).titled(
            "Shapes",
            format!("All shapes of {service}, with their histories."),
        ),
    );
    let revisions: Vec<&str> = chronicle.sides.iter().map(|side| side.name.as_str()).collect();
    let index = search::script(&chronicle.lives, &revisions, chronicle.addresses.at_top());
    Ok([
        ("index.html", home.render()?),
        ("operations/index.html", operations.render()?),
        ("shapes/index.html", shapes.render()?),
        ("search-index.js", index),
    ])
}

/// The page of a revision by its number.
fn revision(chronicle: &Chronicle<'_>, folder: &str, number: usize) -> RevisionPage {
    let links = chronicle.addresses.below();
    let name = chronicle.revision(number);
    let link = |number: Option<usize>| {
        let side = chronicle.sides.get(number?)?;
        Some(Link::new(&side.name, links.revision(&side.name)))
    };
    let report = number
        .checked_sub(1)
        .and_then(|number| chronicle.reports.get(number));
    let body = match report {
        Some(report) => {
            let code = code(chronicle, number, report);
            ReportView::new(report, Surroundings { links, code })
        }
        None => {
            let size = chronicle.sizes().get(number).copied().unwrap_or_default();
            let side = chronicle.sides.get(number).into_iter();
            let names = side.flat_map(|side| side.model.operations.keys());
            let operations = names.map(|name| Link::new(name, links.operation(name))).collect();
            ReportView::first(name, chronicle.service, size, operations)
        }
    };
    RevisionPage {
        layout: Layout::new(chronicle, folder, "../", Section::Revision).titled(
            name,
            format!("What the revision {name} of {} changed.", chronicle.service),
        ),
        previous: link(number.checked_sub(1)),
        next: link(Some(number + 1)),
        body,
    }
}

/// The syntax of every new or updated operation, with marks for what the revision brought.
fn code(chronicle: &Chronicle<'_>, number: usize, report: &Report) -> BTreeMap<String, Vec<CodeBlock>> {
    let side = |number: usize| {
        let side = chronicle.sides.get(number)?;
        Some(page::Edition {
            model: &side.model,
            plan: &side.plan,
            docs: chronicle.docs,
        })
    };
    let (before, after) = (number.checked_sub(1).and_then(side), side(number));
    let shown = report
        .operations
        .iter()
        .filter(|operation| operation.mark != Mark::Removed);
    shown
        .filter_map(|operation| {
            // What is new as a whole has no need of marks.
            let before = match operation.mark {
                Mark::Added => after.as_ref(),
                _ => before.as_ref(),
            };
            let content = operation_page(before, after.as_ref(), &operation.name)?;
            Some((operation.name.clone(), syntax(&content)))
        })
        .collect()
}
