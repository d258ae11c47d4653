//! The folder that the site is written to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files;
use crate::sync::{Comparison, Files, Owner, is_marked};
use crate::workspace::{Workspace, named_folder};

use super::layout::MARK;

/// A folder that is new or empty, or holds a site that was made before.
#[derive(Debug)]
pub(super) struct Place {
    folder: PathBuf,
    /// The folder as the user knows it.
    pub(super) shown: String,
}

/// What was done with the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) written: usize,
    pub(super) removed: usize,
    pub(super) unchanged: usize,
}

impl Place {
    /// A folder that the user named.
    pub(super) fn of_site(workspace: &Workspace, out: &Path) -> Result<Self, Failure> {
        let (folder, shown) = named_folder(workspace, out, "one with a site that was made before")?;
        let place = Self { folder, shown };
        let is_ours = || place.is_ours(Path::new("index.html"));
        if !files::names(&place.folder, &place.shown)?.is_empty() && !is_ours()? {
            return Err(
                Failure::bad(format!("{} holds files that are no site of ours", place.shown))
                    .help("give a new or empty folder, or one with a site that was made before"),
            );
        }
        Ok(place)
    }

    /// Makes the folder hold the site; of what else is there, only pages of an older site are removed.
    pub(super) fn write(&self, site: &BTreeMap<String, String>) -> Result<Written, Failure> {
        let files: Files<'_> = site
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let comparison = Comparison::new(&self.folder, &files, Owner::Shared(MARK)).map_err(|error| {
            Failure::bad(format!("{} cannot be compared", self.shown))
                .because(error)
                .help("check its permissions")
        })?;
        for path in &comparison.stale {
            if !self.is_ours(path)? {
                return Err(Failure::bad(format!(
                    "{}/{} was not made by this command, and would be overwritten",
                    self.shown,
                    path.display()
                ))
                .help("move the file elsewhere, or give another folder"));
            }
        }
        comparison.apply(&self.folder, &files).map_err(|error| {
            Failure::bad(format!("{} cannot be written", self.shown))
                .because(error)
                .help("see to its permissions and space, then run the same command again")
        })?;
        Ok(Written {
            written: comparison.stale.len() + comparison.missing.len(),
            removed: comparison.orphaned.len(),
            unchanged: comparison.unchanged,
        })
    }

    fn is_ours(&self, name: &Path) -> Result<bool, Failure> {
        let path = self.folder.join(name);
        if !path.is_file() {
            return Ok(false);
        }
        is_marked(&path, MARK).map_err(|error| {
            Failure::bad(format!("{}/{} cannot be read", self.shown, name.display()))
                .because(error)
                .help("check its permissions")
        })
    }
}
