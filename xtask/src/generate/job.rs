//! What is generated: a model with all that the generator wants to know beside it.

use std::path::Path;

use codegen::diagnostic::Source;
use codegen::model::Partitions;
use codegen::read::ModelSources;
use codegen::{Package, RuntimeDependency};

use crate::changes;
use crate::date::Date;
use crate::failure::{self, Failure};
use crate::files::{self, SERVICE};
use crate::models::{self, PROVENANCE, Service};
use crate::origin;
use crate::workspace::{Workspace, slashed};

use super::names::{Names, Rule};

/// The version of a crate whose model was never imported.
const VERSION: &str = "0.1.0";

/// One crate to be generated.
#[derive(Debug)]
pub(super) struct Job {
    /// How the crate is called in messages.
    pub(super) label: String,
    /// The model.
    pub(super) sources: ModelSources,
    /// Our own words about it.
    pub(super) docs: Option<Source>,
    /// This revision and those before it, oldest first.
    pub(super) history: Vec<(String, Source)>,
    /// What the crate is to be.
    pub(super) package: Package,
    /// What its names are held to; nothing where it stands alone.
    pub(super) names: Option<Names>,
    /// The service that has the model, with its revisions up to this one.
    pub(super) service: Option<Service>,
    /// Whether the version is measured by what was released: where this is the newest revision.
    pub(super) is_newest: bool,
    /// The facts about regions, in which revisions are compared.
    pub(super) regions: Option<Partitions>,
}

impl Job {
    /// A revision of an imported service, the newest by default.
    pub(super) fn of_service(
        workspace: &Workspace,
        service: &Service,
        revision: Option<Date>,
        runtime: RuntimeDependency,
    ) -> Result<Self, Failure> {
        let date = find_revision(service, revision)?;
        let provenance = service.provenance()?.ok_or_else(|| {
            Failure::bad(format!("{} is missing", service.show(PROVENANCE)))
                .help("it has the version of the crate: bring it back from version control, or import again")
        })?;
        let folder = service.revision(date);
        let is_newest = service.revisions.last() == Some(&date);
        let rule = if is_newest { Rule::Keep } else { Rule::NamesOnly };
        let sources = files::sources(service.files(date)?, &workspace.show(&folder))?;
        Ok(Self {
            label: service.name.clone(),
            sources,
            docs: service.docs()?,
            history: history(service, date)?,
            package: Package {
                name: None,
                version: provenance.version()?,
                origin: format!("models/{}/{date}", service.name),
                runtime,
                standalone: false,
            },
            names: Some(Names::of(service, rule)?),
            service: Some(service.until(date)),
            is_newest,
            regions: changes::regions(workspace)?,
        })
    }

    /// Any model, as a crate that stands alone.
    pub(super) fn of_model(
        workspace: &Workspace,
        model: &Path,
        name: Option<String>,
        runtime: RuntimeDependency,
    ) -> Result<Self, Failure> {
        let path = workspace.resolve(model);
        if let Some((service, date)) = models::imported(workspace, &path)? {
            let job = Self::of_service(workspace, &service, Some(date), runtime)?;
            return Ok(Self {
                package: Package {
                    name,
                    standalone: true,
                    ..job.package
                },
                names: None,
                is_newest: false,
                ..job
            });
        }
        let shown = workspace.show(&path);
        let files = origin::model(&path, &shown)?.into_iter();
        Ok(Self {
            label: shown.clone(),
            sources: files::sources(files.map(|file| (file.name, file.source)), &shown)?,
            docs: None,
            history: Vec::new(),
            package: Package {
                name,
                version: VERSION.to_owned(),
                origin: origin_of(&path),
                runtime,
                standalone: true,
            },
            names: None,
            service: None,
            is_newest: false,
            regions: None,
        })
    }

    /// The same job, in which changed names are taken into the lock.
    pub(super) fn accepting_names(mut self) -> Self {
        if let Some(names) = &mut self.names {
            names.rule = Rule::Accept;
        }
        self
    }

    /// All texts in which there may be problems of the model.
    pub(super) fn texts(self) -> Vec<Source> {
        let ModelSources {
            service,
            paginators,
            waiters,
            endpoint_rules,
            extras,
        } = self.sources;
        let mut texts = vec![service];
        texts.extend(paginators);
        texts.extend(waiters);
        texts.extend(endpoint_rules);
        texts.extend(extras);
        texts.extend(self.docs);
        texts.extend(self.history.into_iter().map(|(_, source)| source));
        texts
    }
}

fn find_revision(service: &Service, revision: Option<Date>) -> Result<Date, Failure> {
    let known = &service.revisions;
    match (revision, known.last()) {
        (_, None) => Err(Failure::bad(format!("{} has no revision", service.show("")))
            .help("import one: `cargo xtask import PATH`, or remove the folder")),
        (None, Some(newest)) => Ok(*newest),
        (Some(date), Some(_)) if known.contains(&date) => Ok(date),
        (Some(date), Some(newest)) => {
            let before = known.iter().rev().find(|known| **known < date).unwrap_or(newest);
            Err(
                Failure::usage(format!("{} has no revision {date}", service.name)).help(format!(
                    "see {} for those that there are, such as {before}",
                    service.show("")
                )),
            )
        }
    }
}

fn history(service: &Service, until: Date) -> Result<Vec<(String, Source)>, Failure> {
    let dates = service.revisions.iter().filter(|date| **date <= until);
    failure::all(dates.map(|date| {
        Ok((
            date.to_string(),
            needed(service.file(*date, SERVICE)?, service, *date)?,
        ))
    }))
}

fn needed(source: Option<Source>, service: &Service, date: Date) -> Result<Source, Failure> {
    source.ok_or_else(|| files::no_model(&service.show(&date.to_string())))
}

/// How a crate names the model that it comes from: the end of its path, which is the same on every machine.
fn origin_of(path: &Path) -> String {
    let parts: Vec<_> = path.iter().collect();
    let named_by_place = path.is_dir() || parts.last().is_some_and(|name| *name == SERVICE);
    let length = match (named_by_place, path.is_dir()) {
        (true, true) => 2,
        (true, false) => 3,
        _ => 1,
    };
    slashed(
        &parts
            .iter()
            .skip(parts.len().saturating_sub(length))
            .collect::<std::path::PathBuf>(),
    )
}
