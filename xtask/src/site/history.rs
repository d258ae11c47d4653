//! The history of a service, read from `models/`.

use codegen::changes::{Report, Side, compare};
use codegen::diagnostic::{Diagnostic, Source};
use codegen::model::{Docs, Partitions};
use codegen::plan::Context;
use codegen::read::{self, Revision};

use crate::date::Date;
use crate::failure::{self, Failure};
use crate::files::{self, PARTITIONS, SERVICE};
use crate::models::Service;
use crate::workspace::Workspace;

/// A service with all its revisions, and what changed between them.
#[derive(Debug)]
pub(super) struct History {
    /// The name of the service's folder.
    pub(super) name: String,
    /// Its revisions, oldest first.
    pub(super) sides: Vec<Side>,
    /// What each revision but the first changed.
    pub(super) reports: Vec<Report>,
    /// Documentation in our own words.
    pub(super) docs: Docs,
}

impl History {
    /// Reads and compares all revisions of a service.
    pub(super) fn of(service: &Service, partitions: Option<&Partitions>) -> Result<Self, Failure> {
        let docs = match service.docs()? {
            None => Docs::default(),
            Some(source) => read::docs(&source).map_err(|problems| Failure::input(problems, vec![source]))?,
        };
        let texts: Vec<(String, Source)> = failure::all(service.revisions.iter().map(|date| {
            let source = service.file(*date, SERVICE)?;
            let source = source.ok_or_else(|| files::no_model(&service.show(&date.to_string())))?;
            Ok((date.to_string(), source))
        }))?;
        let sides = failure::all(
            service
                .revisions
                .iter()
                .enumerate()
                .map(|(number, date)| side(service, *date, texts.get(..=number).unwrap_or_default())),
        )?;
        let reports = sides
            .iter()
            .zip(sides.iter().skip(1))
            .map(|(before, after)| compare(before, after, partitions))
            .collect();
        Ok(Self {
            name: service.name.clone(),
            sides,
            reports,
            docs,
        })
    }
}

/// The facts about all regions, where they were imported.
pub(super) fn partitions(workspace: &Workspace) -> Result<Option<Partitions>, Failure> {
    let path = workspace.models().join(PARTITIONS);
    let shown = workspace.show(&path);
    let Some(text) = files::text(&path, &shown)? else {
        return Ok(None);
    };
    let source = Source::new(shown, text);
    match read::partitions(&source) {
        Ok(partitions) => Ok(Some(partitions)),
        Err(problems) => Err(Failure::input(problems, vec![source])),
    }
}

fn side(service: &Service, date: Date, history: &[(String, Source)]) -> Result<Side, Failure> {
    let shown = service.show(&date.to_string());
    let sources = files::sources(service.files(date)?, &shown)?;
    let history: Vec<Revision<'_>> = history
        .iter()
        .map(|(name, service)| Revision { name, service })
        .collect();
    let make = || -> Result<Side, Vec<Diagnostic>> {
        let context = Context {
            since: read::since(&history)?,
            ..Context::default()
        };
        Side::new(date.to_string(), read::botocore(&sources)?.model, &context)
    };
    make().map_err(|problems| {
        let mut texts = vec![sources.service.clone()];
        texts.extend(sources.paginators.clone());
        texts.extend(sources.waiters.clone());
        Failure::input(problems, texts)
    })
}
