//! The imported revisions of Macie 2, and crates from them, all in memory.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use codegen::changes::{self, Report, Side};
use codegen::diagnostic::Source;
use codegen::model::{Partitions, ServiceModel};
use codegen::plan::Context;
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
        let history = self.until(index);
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

    /// A revision that is ready to be compared.
    ///
    /// # Errors
    ///
    /// There is no such revision, or it is broken.
    pub fn side(&self, revision: &str) -> Outcome<Side> {
        let (index, _) = self.find(revision)?;
        let context = Context {
            since: read::since(&self.until(index)).map_err(|found| Failure::refused(&found))?,
            ..Context::default()
        };
        let model = self.model(revision)?;
        Ok(Side::new(revision, model, &context).map_err(|found| Failure::refused(&found))?)
    }

    /// The revisions up to one of them.
    fn until(&self, index: usize) -> Vec<Revision<'_>> {
        let until = self.revisions.iter().take(index + 1);
        until
            .map(|(name, sources)| Revision {
                name,
                service: &sources.service,
            })
            .collect()
    }

    fn find(&self, revision: &str) -> Outcome<(usize, &ModelSources)> {
        let mut all = self.revisions.iter().enumerate();
        let found = all.find(|(_, (name, _))| name == revision);
        let (index, (_, sources)) =
            found.ok_or_else(|| Failure::new(format!("there is no revision {revision}")))?;
        Ok((index, sources))
    }
}

/// All revisions of Macie 2, ready to be compared, oldest first; made once a process.
///
/// # Errors
///
/// A revision is broken.
pub fn sides() -> Outcome<&'static [Side]> {
    static SIDES: LazyLock<Result<Vec<Side>, String>> = LazyLock::new(|| {
        let sides = || -> Outcome<Vec<Side>> {
            let history = History::of_macie()?;
            history.names().map(|name| history.side(name)).collect()
        };
        sides().map_err(|failure| format!("{failure:?}"))
    });
    let sides = SIDES.as_deref();
    Ok(sides.map_err(|failure| Failure::new(failure.clone()))?)
}

/// What changed with each revision of Macie 2 but the first, oldest first.
///
/// # Errors
///
/// A revision is broken.
pub fn reports() -> Outcome<Vec<Report>> {
    let sides = sides()?;
    let regions = regions()?;
    let pairs = sides.iter().zip(sides.iter().skip(1));
    Ok(pairs
        .map(|(before, after)| changes::compare(before, after, Some(&regions)))
        .collect())
}

/// All known regions.
///
/// # Errors
///
/// What is known of them is broken.
pub fn regions() -> Outcome<Partitions> {
    let file = source(root().join("models/partitions.json"))?;
    Ok(read::partitions(&file).map_err(|found| Failure::refused(&found))?)
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
