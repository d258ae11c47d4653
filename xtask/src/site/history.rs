//! The history of a service, read from `models/`.

use codegen::changes::{Report, Side};
use codegen::model::{Docs, Partitions};
use codegen::read;

use crate::changes;
use crate::failure::Failure;
use crate::models::Service;

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
    pub(super) fn of(service: &Service, regions: Option<&Partitions>) -> Result<Self, Failure> {
        let docs = match service.docs()? {
            None => Docs::default(),
            Some(source) => read::docs(&source).map_err(|problems| Failure::input(problems, vec![source]))?,
        };
        let (sides, reports) = changes::revisions(service, regions)?;
        Ok(Self {
            name: service.name.clone(),
            sides,
            reports,
            docs,
        })
    }
}
