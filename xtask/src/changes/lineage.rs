//! Revisions in the order of time, some of which are to be compared.
//!
//! A crate's names depend on which names were there before, so the names of all earlier revisions are read with
//! those that are compared.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use codegen::changes::Side;
use codegen::diagnostic::Source;
use codegen::plan::Context;
use codegen::read::{self, ModelSources, Revision};

use crate::date::Date;
use crate::failure::{self, Failure};
use crate::files::{self, SERVICE};
use crate::models::Service;
use crate::origin;
use crate::workspace::Workspace;

use super::parallel;

/// Revisions in the order of time, and the models of those to be compared.
#[derive(Default)]
pub(super) struct Lineage {
    dates: BTreeMap<Date, usize>,
    /// Names with service models.
    revisions: Vec<(String, Source)>,
    /// Models by the revision's number.
    models: BTreeMap<usize, ModelSources>,
    /// Models that are a file by itself, by the revision's number.
    alone: BTreeSet<usize>,
}

impl Lineage {
    /// The revisions of a service with the models of those that are wanted.
    pub(super) fn of_service(
        service: &Service,
        wanted: impl Fn(Date) -> bool + Sync,
    ) -> Result<Self, Failure> {
        let loaded = parallel::map(&service.revisions, |date| {
            let shown = service.show(&date.to_string());
            if wanted(*date) {
                let sources = files::sources(service.files(*date)?, &shown)?;
                return Ok((sources.service.clone(), Some(sources)));
            }
            let source = service.file(*date, SERVICE)?;
            Ok((source.ok_or_else(|| files::no_model(&shown))?, None))
        });
        let mut lineage = Self::default();
        for (date, (source, sources)) in service.revisions.iter().zip(failure::all(loaded)?) {
            let number = lineage.revisions.len();
            lineage.dates.insert(*date, number);
            lineage.revisions.push((date.to_string(), source));
            if let Some(sources) = sources {
                lineage.models.insert(number, sources);
            }
        }
        Ok(lineage)
    }

    /// The number of a revision.
    pub(super) fn find(&self, date: Date) -> usize {
        self.dates.get(&date).copied().unwrap_or(usize::MAX)
    }

    /// Adds any model as the newest revision, and gives its number.
    pub(super) fn push(&mut self, path: &Path, workspace: &Workspace) -> Result<usize, Failure> {
        let shown = workspace.show(path);
        let files = origin::model(path, &shown)?.into_iter();
        let sources = files::sources(files.map(|file| (file.name, file.source)), &shown)?;
        let number = self.revisions.len();
        if path.is_file() {
            self.alone.insert(number);
        }
        self.revisions.push((shown, sources.service.clone()));
        self.models.insert(number, sources);
        Ok(number)
    }

    /// Plans the crates of all models. They stand by their number; where one of them is not wanted there is none.
    pub(super) fn sides(self) -> Result<Sides, Failure> {
        let revisions: Vec<Revision<'_>> = self
            .revisions
            .iter()
            .map(|(name, service)| Revision { name, service })
            .collect();
        let since = read::since_at(&revisions, |number| self.models.contains_key(&number))
            .map_err(|problems| Failure::input(problems, self.texts()))?;
        let wanted: Vec<_> = self.models.iter().zip(since).collect();
        let sides = parallel::map(&wanted, |((number, sources), since)| {
            let name = self.revisions.get(**number).map_or("", |(name, _)| name.as_str());
            let context = Context {
                since: since.clone(),
                ..Context::default()
            };
            let mut side = read::botocore(sources).and_then(|read| Side::new(name, read.model, &context));
            if let Ok(side) = &mut side {
                side.alone = self.alone.contains(*number);
            }
            side.map_err(|problems| Failure::input(problems, texts(sources)))
        });
        let numbers = self.models.keys().copied();
        Ok(numbers.zip(failure::all(sides)?).collect())
    }

    fn texts(&self) -> Vec<Source> {
        self.revisions.iter().map(|(_, source)| source.clone()).collect()
    }
}

/// Revisions that are ready to be compared, by their number.
pub(super) type Sides = BTreeMap<usize, Side>;

/// All texts of a model in which there may be problems.
fn texts(sources: &ModelSources) -> Vec<Source> {
    let companions = [&sources.paginators, &sources.waiters, &sources.endpoint_rules];
    std::iter::once(&sources.service)
        .chain(companions.into_iter().flatten())
        .chain(&sources.extras)
        .cloned()
        .collect()
}
