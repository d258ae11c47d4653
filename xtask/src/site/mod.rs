//! `cargo xtask site`: the history of the services as pages for a browser.
//!
//! The pages stand alone: they load nothing from elsewhere, work from a folder as from a server, and are read without
//! JavaScript. Everything that a page says is computed here into plain structures; templates only print them.

mod address;
mod change;
mod chart;
mod chronicle;
mod code;
mod history;
mod home;
mod layout;
mod life;
mod markdown;
mod nodes;
mod operation;
mod operations;
mod pages;
mod parts;
mod place;
mod reach;
mod revision;
mod rust;
mod search;
mod shape;
mod shapes;
mod single;
mod size;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeMap;

use crate::changes;
use crate::cli::SiteArgs;
use crate::failure::{self, Failure};
use crate::models::{self, Service};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

use self::chronicle::Chronicle;
use self::history::History;
use self::place::{Place, Written};

pub(crate) use self::single::report_html;

/// Makes the site of the services that the arguments ask for.
pub(crate) fn run(
    args: &SiteArgs,
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let services = asked(args, workspace)?;
    let place = Place::of_site(workspace, &args.out)?;
    let regions = changes::regions(workspace)?;
    let histories = failure::all(services.iter().map(|service| {
        terminal.progress(&format!("comparing the revisions of {}", service.name));
        History::of(service, regions.as_ref())
    }))?;
    terminal.progress("making pages");
    let site = site(&histories)?;
    terminal.progress(&format!("writing {}", place.shown));
    let written = place.write(&site)?;
    terminal.say(&summary(&place.shown, &site, written));
    Ok(())
}

fn asked(args: &SiteArgs, workspace: &Workspace) -> Result<Vec<Service>, Failure> {
    let mut services = models::services(workspace)?;
    let names: Vec<&str> = services.iter().map(|service| service.name.as_str()).collect();
    if let Some(unknown) = args.service.iter().find(|asked| !names.contains(&asked.as_str())) {
        return Err(Failure::usage(format!("no service `{unknown}` was imported"))
            .help(format!("give one of: {}", names.join(", "))));
    }
    services.retain(|service| args.service.is_empty() || args.service.contains(&service.name));
    if services.iter().all(|service| service.revisions.is_empty()) {
        return Err(
            Failure::bad(format!("{} holds no model", workspace.show(&workspace.models())))
                .help("import one: `cargo xtask import PATH --service macie2`, PATH being a botocore wheel"),
        );
    }
    Ok(services)
}

/// All files of the site by their paths.
fn site(histories: &[History]) -> Result<BTreeMap<String, String>, Failure> {
    let chronicles: Vec<Chronicle<'_>> = histories
        .iter()
        .filter_map(|history| Chronicle::new(&history.name, &history.sides, &history.reports, &history.docs))
        .collect();
    pages::all(chronicles).map_err(unprintable)
}

/// A template that printed nothing.
fn unprintable(error: askama::Error) -> Failure {
    Failure::bad("a page cannot be made")
        .because(error)
        .help("this is a mistake in the templates: please report it")
}

fn summary(shown: &str, site: &BTreeMap<String, String>, written: Written) -> String {
    let Written {
        written,
        removed,
        unchanged,
    } = written;
    let bytes: usize = site.values().map(String::len).sum();
    format!(
        "{shown}: {} files, {:.1} MB ({written} written, {unchanged} unchanged, {removed} removed); open {shown}/index.html",
        site.len(),
        bytes as f64 / 1e6
    )
}
