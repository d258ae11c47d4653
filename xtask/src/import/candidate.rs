//! What a path brings: revisions with their facts, before it is known whether they are new.

use std::collections::BTreeMap;

use codegen::diagnostic::Diagnostic;
use codegen::read::{self, FileKind};

use crate::date::Date;
use crate::failure::{self, Failure};
use crate::files::{self, MODEL};
use crate::models::{self, Made};
use crate::origin::{Origin, Original, ServiceFiles};

use super::timeline::Facts;

/// A revision that may be new.
#[derive(Debug)]
pub(super) struct Candidate {
    /// The service's name.
    pub(super) service: String,
    /// What it was made from.
    pub(super) made: Made,
    /// Its facts, by which it is compared.
    pub(super) facts: Facts,
    /// The texts that are kept, which may have documentation.
    pub(super) texts: Facts,
}

/// The facts about regions that a path brings.
#[derive(Debug)]
pub(super) struct Regions {
    /// Their day.
    pub(super) date: Date,
    /// The version of botocore, where known.
    pub(super) botocore: Option<String>,
    /// Checksum of the original file.
    pub(super) sha256: String,
    /// Their text.
    pub(super) text: String,
}

/// How revisions are made from originals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Making {
    /// The day that the user says they are of.
    pub(super) revision: Option<Date>,
    /// Whether documentation is kept.
    pub(super) keep_docs: bool,
}

impl Making {
    /// The revisions and facts about regions of a path; all that is wrong with its files is said at once.
    pub(super) fn candidates(
        self,
        origin: Origin,
        shown: &str,
    ) -> Result<(Vec<Candidate>, Option<Regions>), Failure> {
        let Origin {
            botocore,
            services,
            partitions,
        } = origin;
        let services = services
            .into_iter()
            .map(|files| self.candidate(files, botocore.as_ref(), shown));
        let services = failure::all(services);
        let regions = partitions.map(|(file, date)| self.regions(&file, date, botocore.clone(), shown));
        match (services, regions.transpose()) {
            (Ok(services), Ok(regions)) => Ok((services, regions)),
            (Err(failure), Err(other)) => Err(failure.and(other)),
            (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => Err(failure),
        }
    }

    fn candidate(
        self,
        service: ServiceFiles,
        botocore: Option<&String>,
        shown: &str,
    ) -> Result<Candidate, Failure> {
        let ServiceFiles { service, date, files } = service;
        if !models::is_name(&service) {
            return Err(
                Failure::bad(format!("{service:?} cannot be the name of a service"))
                    .help("name it with --service: lower-case letters, digits and dashes"),
            );
        }
        let date = self.date(date, shown)?;
        let checksums = files
            .iter()
            .map(|file| (file.published.clone(), file.sha256.clone()))
            .collect();
        let made = Made {
            date,
            botocore: botocore.cloned(),
            files: checksums,
        };
        let facts = failure::all(files.iter().map(|file| facts(file, false)))?;
        let facts: Facts = files.iter().map(|file| file.name).zip(facts).collect();
        refuse_unsound(&files, shown)?;
        let texts = if self.keep_docs {
            let texts = failure::all(files.iter().map(|file| self::facts(file, true)))?;
            files.iter().map(|file| file.name).zip(texts).collect()
        } else {
            facts.clone()
        };
        Ok(Candidate {
            service,
            made,
            facts,
            texts,
        })
    }

    fn regions(
        self,
        file: &Original,
        date: Option<Date>,
        botocore: Option<String>,
        shown: &str,
    ) -> Result<Regions, Failure> {
        // The file has a day of its own: it is the same for all services of a wheel.
        let date = date.map_or_else(|| self.date(None, shown), Ok)?;
        let text = read::facts(&file.source, FileKind::Partitions, false);
        let text = text.map_err(|problems| wrong(problems, file))?;
        Ok(Regions {
            date,
            botocore,
            sha256: file.sha256.clone(),
            text,
        })
    }

    fn date(self, of_member: Option<Date>, shown: &str) -> Result<Date, Failure> {
        self.revision.or(of_member).ok_or_else(|| {
            Failure::usage(format!("{shown} does not say of which day it is"))
                .help("name the revision by the day of its release: --revision 2020-06-10")
        })
    }
}

/// The canonical text of a file.
fn facts(file: &Original, keep_docs: bool) -> Result<String, Failure> {
    let kind = MODEL
        .into_iter()
        .find(|(name, _)| *name == file.name)
        .map_or(FileKind::Service, |(_, kind)| kind);
    read::facts(&file.source, kind, keep_docs).map_err(|problems| wrong(problems, file))
}

/// A model that cannot be read would be in the way of all that is generated.
fn refuse_unsound(files: &[Original], shown: &str) -> Result<(), Failure> {
    let texts = || files.iter().map(|file| file.source.clone());
    let sources = files::sources(files.iter().map(|file| file.name).zip(texts()), shown)?;
    match read::botocore(&sources) {
        Ok(_) => Ok(()),
        Err(problems) => Err(Failure::input(problems, texts().collect())),
    }
}

fn wrong(problems: Vec<Diagnostic>, file: &Original) -> Failure {
    Failure::input(problems, vec![file.source.clone()])
}

/// The facts of a revision that was imported before, whether it was kept with documentation or not.
pub(super) fn stored_facts(
    files: BTreeMap<&'static str, codegen::diagnostic::Source>,
) -> Result<Facts, Failure> {
    let facts = MODEL.into_iter().filter_map(|(name, kind)| {
        let source = files.get(name)?;
        let text = read::facts(source, kind, false);
        Some(
            text.map(|text| (name, text))
                .map_err(|problems| Failure::input(problems, vec![source.clone()])),
        )
    });
    Ok(failure::all(facts)?.into_iter().collect())
}
