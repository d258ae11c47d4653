//! The revisions of one service during an import: what is there, what comes, and what goes.
//!
//! Everything is decided in memory first, so that an import that fails has written nothing.

use std::collections::BTreeMap;
use std::{fs, io};

use serde_json::Value;

use crate::date::Date;
use crate::failure::{self, Failure};
use crate::files::SERVICE;
use crate::models::{PROVENANCE, Provenance, Service};
use crate::sync::atomic::{self, StagedFolder};
use crate::workspace::Workspace;

use super::candidate::{Candidate, stored_facts};
use super::differences::differences;
use super::timeline::{Facts, Place, Timeline};

/// One service.
#[derive(Debug)]
pub(super) struct Shelf {
    service: Service,
    timeline: Timeline,
    provenance: Provenance,
    provenance_changed: bool,
    added: BTreeMap<Date, Facts>,
    removed: Vec<Date>,
}

impl Shelf {
    /// What `models/` holds of a service.
    pub(super) fn read(workspace: &Workspace, name: &str) -> Result<Self, Failure> {
        let service = Service::open(workspace, name.to_owned())?;
        let revisions = service
            .revisions
            .iter()
            .map(|date| Ok((*date, stored_facts(service.files(*date)?)?)));
        let mut timeline = Timeline::default();
        for (date, facts) in failure::all(revisions)? {
            timeline.insert(date, facts);
        }
        let provenance = service.provenance()?;
        let provenance = provenance.unwrap_or_else(|| Provenance::new(name, service.show(PROVENANCE)));
        Ok(Self {
            service,
            timeline,
            provenance,
            provenance_changed: false,
            added: BTreeMap::new(),
            removed: Vec::new(),
        })
    }

    /// Takes a revision where it is new, and says what became of it.
    pub(super) fn take(&mut self, candidate: Candidate) -> Result<String, Failure> {
        self.refuse_other_service(&candidate)?;
        let Candidate {
            service,
            made,
            facts,
            texts,
        } = candidate;
        let date = made.date;
        let from = made
            .botocore
            .as_ref()
            .map_or_else(String::new, |version| format!(" of botocore {version}"));
        let line = match self.timeline.place(date, &facts) {
            Place::Taken(ours) => return Err(self.taken(date, &from, ours, &facts)),
            Place::Known(known) if known == date && !self.provenance.has(date) => {
                self.provenance.record(&made);
                self.provenance_changed = true;
                return Ok(format!("{service}: {date}{from}: noted what it was made from"));
            }
            Place::Known(known) => {
                return Ok(format!("{service}: {date}{from}: nothing new since {known}"));
            }
            Place::New => format!("{service}: {date}{from}: imported"),
            Place::InsteadOf(later) => {
                self.timeline.remove(later);
                self.provenance.forget(later);
                if self.added.remove(&later).is_none() {
                    self.removed.push(later);
                }
                format!("{service}: {date}{from}: imported instead of {later}, which has the same facts")
            }
        };
        self.provenance.record(&made);
        self.provenance_changed = true;
        self.timeline.insert(date, facts);
        self.added.insert(date, texts);
        Ok(line)
    }

    /// The service's name.
    pub(super) fn name(&self) -> &str {
        &self.service.name
    }

    /// Whether the import brought a revision.
    pub(super) fn is_changed(&self) -> bool {
        !self.added.is_empty()
    }

    /// The newest revision before the import.
    pub(super) fn newest_before(&self) -> Option<Date> {
        self.service.revisions.last().copied()
    }

    /// The folders of new revisions, filled but not yet in their places.
    pub(super) fn stage(&self) -> io::Result<Vec<(Date, StagedFolder)>> {
        let stage = |(date, texts): (&Date, &Facts)| {
            let files = texts.iter().map(|(name, text)| (*name, text.as_str()));
            Ok((*date, StagedFolder::new(&self.service.revision(*date), files)?))
        };
        self.added.iter().map(stage).collect()
    }

    /// Moves new revisions to their places, removes those that they replace, and says so in `service.toml`.
    pub(super) fn commit(&self, staged: Vec<(Date, StagedFolder)>) -> io::Result<()> {
        for (date, folder) in staged {
            folder.commit(&self.service.revision(date))?;
        }
        for date in &self.removed {
            fs::remove_dir_all(self.service.revision(*date))?;
        }
        if self.provenance_changed {
            atomic::write(&self.service.folder().join(PROVENANCE), &self.provenance.text())?;
        }
        Ok(())
    }

    fn taken(&self, date: Date, from: &str, ours: &Facts, theirs: &Facts) -> Failure {
        let revision = self.service.show(&date.to_string());
        let differences = differences(ours, theirs);
        Failure::bad(format!(
            "{revision} was imported before, and the revision{from} of that day differs"
        ))
        .help(format!(
            "{differences}: give the new one another day with --revision, or remove {revision} first"
        ))
    }

    /// A revision of another service must not end up in this one's history.
    fn refuse_other_service(&self, candidate: &Candidate) -> Result<(), Failure> {
        let (Some(ours), theirs) = (
            self.timeline.newest().and_then(identity),
            identity(&candidate.facts),
        ) else {
            return Ok(());
        };
        match theirs {
            Some(theirs) if theirs != ours => {
                let (name, date) = (&candidate.service, candidate.made.date);
                Err(Failure::bad(format!(
                    "{name}: the model of {date} is of the service {theirs}, not {ours}"
                ))
                .help("say of which service it is: --service NAME"))
            }
            _ => Ok(()),
        }
    }
}

/// What a service calls itself, which does not change from revision to revision.
fn identity(facts: &Facts) -> Option<String> {
    let model: Value = serde_json::from_str(facts.get(SERVICE)?).ok()?;
    let metadata = model.get("metadata")?;
    let name = metadata
        .get("serviceId")
        .or_else(|| metadata.get("endpointPrefix"))?;
    Some(name.as_str()?.to_owned())
}
