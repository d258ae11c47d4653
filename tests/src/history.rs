//! The imported revisions of Macie 2, and crates from them, all in memory.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::diagnostic::Source;
use codegen::model::ServiceModel;
use codegen::read::{self, ModelSources, Revision};
use codegen::{Generated, Input, Package};

use crate::{Failure, Outcome, root};

/// All revisions of a service, oldest first.
#[derive(Debug)]
pub struct History {
    revisions: Vec<(String, ModelSources)>,
}

impl History {
    /// Every revision of Macie 2 that was imported.
    ///
    /// # Errors
    ///
    /// A file that can't be read.
    pub fn of_macie() -> Outcome<Self> {
        let folder = root().join("models/macie2");
        let mut names = Vec::new();
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                names.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
        names.sort();
        let load = |name: String| Ok((name.clone(), sources(&folder.join(&name))?));
        Ok(Self {
            revisions: names.into_iter().map(load).collect::<Outcome<_>>()?,
        })
    }

    /// The revisions' names, oldest first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.revisions.iter().map(|(name, _)| name.as_str())
    }

    /// The sound model of a revision.
    ///
    /// # Errors
    ///
    /// There is no such revision, or it is broken.
    pub fn model(&self, revision: &str) -> Outcome<ServiceModel> {
        let (_, sources) = self.find(revision)?;
        Ok(read::botocore(sources)
            .map_err(|found| Failure::refused(&found))?
            .model)
    }

    /// The crate of a revision, with the history up to it.
    ///
    /// # Errors
    ///
    /// There is no such revision, or it is broken.
    pub fn generate(&self, revision: &str, package: Package) -> Outcome<Generated> {
        let (index, sources) = self.find(revision)?;
        let until = self.revisions.iter().take(index + 1);
        let history: Vec<Revision<'_>> = until
            .map(|(name, sources)| Revision {
                name,
                service: &sources.service,
            })
            .collect();
        let input = Input {
            sources,
            docs: None,
            history: &history,
            package: Package {
                origin: format!("models/macie2/{revision}"),
                ..package
            },
        };
        codegen::generate(&input).map_err(|found| Failure::refused(&found))
    }

    fn find(&self, revision: &str) -> Outcome<(usize, &ModelSources)> {
        let mut all = self.revisions.iter().enumerate();
        let found = all.find(|(_, (name, _))| name == revision);
        let (index, (_, sources)) =
            found.ok_or_else(|| Failure::new(format!("there is no revision {revision}")))?;
        Ok((index, sources))
    }
}

/// The files of one revision.
fn sources(folder: &Path) -> Outcome<ModelSources> {
    let companion = |name: &str| {
        let path = folder.join(name);
        path.is_file().then(|| source(path)).transpose()
    };
    Ok(ModelSources {
        service: source(folder.join("service-2.json"))?,
        paginators: companion("paginators-1.json")?,
        waiters: companion("waiters-2.json")?,
        endpoint_rules: companion("endpoint-rule-set-1.json")?,
        extras: Vec::new(),
    })
}

fn source(path: PathBuf) -> Outcome<Source> {
    let text = fs::read_to_string(&path)?;
    Ok(Source::new(path.to_string_lossy(), text))
}
