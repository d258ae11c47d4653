//! What a folder holds before anything is written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, FileType};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Owner;

/// What an entry is that is no folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file.
    File,
    /// A symbolic link or another thing that we do not make.
    Other,
}

/// The entries of a folder and of those in it, by their path from there.
#[derive(Debug, Default)]
pub(super) struct Existing {
    pub(super) files: BTreeMap<PathBuf, Kind>,
    pub(super) folders: BTreeSet<PathBuf>,
}

impl Existing {
    /// Looks at a folder, which may be missing or no folder.
    pub(super) fn read(folder: &Path, owner: Owner<'_>) -> io::Result<Self> {
        let mut existing = Self::default();
        match fs::symlink_metadata(folder) {
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(error),
            Ok(metadata) => existing.add(folder, PathBuf::new(), metadata.file_type(), owner)?,
        }
        Ok(existing)
    }

    fn add(&mut self, folder: &Path, path: PathBuf, kind: FileType, owner: Owner<'_>) -> io::Result<()> {
        if !kind.is_dir() {
            self.files
                .insert(path, if kind.is_file() { Kind::File } else { Kind::Other });
            return Ok(());
        }
        for entry in fs::read_dir(folder.join(&path))? {
            let entry = entry?;
            let name = entry.file_name();
            let hidden = || name.to_string_lossy().starts_with('.');
            let foreign = matches!(owner, Owner::Shared(_)) && path.as_os_str().is_empty();
            if foreign && (name == "target" || name == "Cargo.lock" || hidden()) {
                continue;
            }
            self.add(folder, path.join(&name), entry.file_type()?, owner)?;
        }
        self.folders.insert(path);
        Ok(())
    }
}
