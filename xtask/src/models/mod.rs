//! The imported models: `models/<service>/<revision>/` and what is known about each service.

mod provenance;
mod release;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use codegen::diagnostic::Source;

use crate::date::Date;
use crate::failure::Failure;
use crate::files::{self, MODEL, SERVICE};
use crate::workspace::Workspace;

pub(crate) use self::provenance::{Made, Provenance};
pub(crate) use self::release::{Release, next_version};

/// The file that says what a service's revisions were made from.
pub(crate) const PROVENANCE: &str = "service.toml";

/// Our own words about a service, for the documentation of its crate.
const DOCS: &str = "docs.json";

/// The lock of the names of a service's crate.
pub(crate) const NAMES: &str = "names.json";

/// A service in `models/`.
#[derive(Debug, Clone)]
pub(crate) struct Service {
    /// The name of its folder.
    pub(crate) name: String,
    /// Its revisions, oldest first.
    pub(crate) revisions: Vec<Date>,
    folder: PathBuf,
    shown: String,
}

/// All services in `models/`, by name.
pub(crate) fn services(workspace: &Workspace) -> Result<Vec<Service>, Failure> {
    let models = workspace.models();
    let names = files::names(&models, &workspace.show(&models))?;
    let folders = names.into_iter().filter(|name| models.join(name).is_dir());
    crate::failure::all(folders.map(|name| Service::open(workspace, name)))
}

/// The revision of an imported service that a path leads to.
pub(crate) fn imported(workspace: &Workspace, path: &Path) -> Result<Option<(Service, Date)>, Failure> {
    let Some(inside) = workspace.inside(path) else {
        return Ok(None);
    };
    let parts: Vec<_> = inside
        .iter()
        .map(|part| part.to_str().unwrap_or_default())
        .collect();
    let (service, date) = match parts.as_slice() {
        ["models", service, date] | ["models", service, date, SERVICE] => (service, date.parse()),
        _ => return Ok(None),
    };
    let Ok(date) = date else { return Ok(None) };
    Ok(Some((Service::open(workspace, (*service).to_owned())?, date)))
}

impl Service {
    /// The service of that name, which may not be imported yet.
    pub(crate) fn open(workspace: &Workspace, name: String) -> Result<Self, Failure> {
        let folder = workspace.models().join(&name);
        let shown = workspace.show(&folder);
        let mut revisions = Vec::new();
        for name in files::names(&folder, &shown)?
            .into_iter()
            .filter(|name| folder.join(name).is_dir())
        {
            revisions.push(name.parse().map_err(|_| {
                Failure::bad(format!("{shown}/{name} is named by no date")).help(
                    "the folders of a service are its revisions, such as 2020-06-10: rename or remove it",
                )
            })?);
        }
        revisions.sort_unstable();
        Ok(Self {
            name,
            revisions,
            folder,
            shown,
        })
    }

    /// The service as it was with that revision.
    pub(crate) fn until(&self, date: Date) -> Self {
        let mut service = self.clone();
        service.revisions.retain(|known| *known <= date);
        service
    }

    /// The folder of the service.
    pub(crate) fn folder(&self) -> &PathBuf {
        &self.folder
    }

    /// The folder of a revision.
    pub(crate) fn revision(&self, date: Date) -> PathBuf {
        self.folder.join(date.to_string())
    }

    /// A file of the service as the user knows it.
    pub(crate) fn show(&self, file: &str) -> String {
        format!("{}/{file}", self.shown)
    }

    /// The files of a revision by name.
    pub(crate) fn files(&self, date: Date) -> Result<BTreeMap<&'static str, Source>, Failure> {
        let mut found = BTreeMap::new();
        for (name, _) in MODEL {
            if let Some(source) = self.file(date, name)? {
                found.insert(name, source);
            }
        }
        Ok(found)
    }

    /// A file of a revision.
    pub(crate) fn file(&self, date: Date, name: &str) -> Result<Option<Source>, Failure> {
        self.source(&format!("{date}/{name}"))
    }

    /// Our own words about the service.
    pub(crate) fn docs(&self) -> Result<Option<Source>, Failure> {
        self.source(DOCS)
    }

    /// The lock of the names of the service's crate.
    pub(crate) fn names(&self) -> Result<Option<Source>, Failure> {
        self.source(NAMES)
    }

    /// What the service's revisions were made from.
    pub(crate) fn provenance(&self) -> Result<Option<Provenance>, Failure> {
        self.source(PROVENANCE)?.map(Provenance::read).transpose()
    }

    /// What was last released of the service's crate.
    pub(crate) fn release(&self) -> Result<Option<Release>, Failure> {
        let source = self.source(PROVENANCE)?;
        Ok(source
            .map(|source| Release::read(source, &self.revisions))
            .transpose()?
            .flatten())
    }

    fn source(&self, file: &str) -> Result<Option<Source>, Failure> {
        let shown = self.show(file);
        Ok(files::text(&self.folder.join(file), &shown)?.map(|text| Source::new(shown, text)))
    }
}

/// Whether a service can have that name: it becomes the name of a folder.
pub(crate) fn is_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    name.bytes().all(allowed) && name.starts_with(|first: char| first.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn a_name_cannot_lead_out_of_the_models() {
        assert!(["macie2", "lex-runtime", "s3"].into_iter().all(is_name));
        assert!(
            !["", "..", "a/b", "-x", "Macie2", ".hidden", "a\\b"]
                .into_iter()
                .any(is_name)
        );
    }
}
