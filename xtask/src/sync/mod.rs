//! Makes a folder hold exactly the files that were generated, or tells what differs.
//!
//! One comparison serves both. Symbolic links are not followed out of the folder: a link where a file or folder
//! of ours belongs is replaced.

pub(crate) mod atomic;
mod existing;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use self::existing::{Existing, Kind};

/// Generated texts by their path in the folder.
pub(crate) type Files<'a> = BTreeMap<&'a str, &'a str>;

/// Whose files the folder may hold.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Owner<'a> {
    /// Ours alone: what is not generated does not belong there.
    Us,
    /// Other people's too: of what is not generated, only files with this mark were ours, and what a build
    /// leaves there is not looked at.
    Shared(&'a str),
}

/// How a folder differs from what it should hold.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// Files with another text.
    pub(crate) stale: BTreeSet<PathBuf>,
    /// Files that are not there.
    pub(crate) missing: BTreeSet<PathBuf>,
    /// Files that should not be there; an empty path is the folder itself, where it is no folder.
    pub(crate) orphaned: BTreeSet<PathBuf>,
    /// The number of files that are as they should be.
    pub(crate) unchanged: usize,
    /// Folders that hold nothing of ours.
    useless: BTreeSet<PathBuf>,
}

impl Comparison {
    /// Compares a folder, which need not exist, with what it should hold.
    pub(crate) fn new(folder: &Path, files: &Files<'_>, owner: Owner<'_>) -> io::Result<Self> {
        let Existing {
            files: mut existing,
            folders,
        } = Existing::read(folder, owner)?;
        let mut comparison = Self::default();
        let mut ours = BTreeSet::new();
        for (name, text) in files {
            let path = within(name)?;
            ours.extend(path.ancestors().skip(1).map(Path::to_path_buf));
            match existing.remove(&path) {
                None => drop(comparison.missing.insert(path)),
                Some(Kind::File) if has_text(&folder.join(&path), text)? => comparison.unchanged += 1,
                Some(_) => drop(comparison.stale.insert(path)),
            }
        }
        for (path, kind) in existing {
            let in_the_way = kind == Kind::Other && ours.contains(&path);
            if in_the_way || owner.had(&at(folder, &path), kind)? {
                comparison.orphaned.insert(path);
            }
        }
        comparison.useless = folders.into_iter().filter(|path| !ours.contains(path)).collect();
        Ok(comparison)
    }

    /// Whether nothing differs.
    pub(crate) fn is_equal(&self) -> bool {
        self.stale.is_empty() && self.missing.is_empty() && self.orphaned.is_empty()
    }

    /// Makes the folder hold what it should.
    pub(crate) fn apply(&self, folder: &Path, files: &Files<'_>) -> io::Result<()> {
        for path in &self.orphaned {
            remove(&at(folder, path))?;
        }
        // Deeper folders sort after those that they are in.
        for path in self.useless.iter().rev() {
            match fs::remove_dir(at(folder, path)) {
                Err(error) if error.kind() != ErrorKind::DirectoryNotEmpty => return Err(error),
                _ => {}
            }
        }
        let changed = || {
            files.iter().filter(|(name, _)| {
                let path = Path::new(name);
                self.stale.contains(path) || self.missing.contains(path)
            })
        };
        let parents: BTreeSet<PathBuf> = changed()
            .filter_map(|(name, _)| within(name).ok()?.parent().map(|parent| folder.join(parent)))
            .collect();
        parents.iter().try_for_each(fs::create_dir_all)?;
        changed().try_for_each(|(name, text)| atomic::write(&folder.join(name), text))
    }
}

impl Owner<'_> {
    /// Whether a file that is not generated was ours.
    fn had(self, path: &Path, kind: Kind) -> io::Result<bool> {
        match (self, kind) {
            (Self::Us, _) => Ok(true),
            (Self::Shared(mark), Kind::File) => is_marked(path, mark),
            (Self::Shared(_), Kind::Other) => Ok(false),
        }
    }
}

/// Whether a file has a mark in its first lines.
pub(crate) fn is_marked(path: &Path, mark: &str) -> io::Result<bool> {
    use std::io::Read;
    let mut start = Vec::new();
    fs::File::open(path)?.take(1024).read_to_end(&mut start)?;
    Ok(String::from_utf8_lossy(&start).contains(mark))
}

fn has_text(path: &Path, text: &str) -> io::Result<bool> {
    // Most differences show in the length, which costs no reading.
    Ok(fs::metadata(path)?.len() == text.len() as u64 && fs::read(path)? == text.as_bytes())
}

/// A generated path, which must not lead out of its folder.
fn within(name: &str) -> io::Result<PathBuf> {
    let path = Path::new(name);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    if inside && path.parent().is_some() {
        return Ok(path.to_path_buf());
    }
    Err(io::Error::new(
        ErrorKind::InvalidInput,
        format!("{name:?} is no path within the crate"),
    ))
}

fn at(folder: &Path, path: &Path) -> PathBuf {
    if path == Path::new("") {
        folder.to_path_buf()
    } else {
        folder.join(path)
    }
}

/// Removes a file or a link; a link to a folder is a folder to some systems.
fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(_) if cfg!(windows) => fs::remove_dir(path),
        result => result,
    }
}

#[cfg(test)]
mod tests;
