//! Files and folders that appear whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, TempDir};

/// Writes a file beside its place and moves it there; the folder must exist.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = builder(0o666).tempfile_in(parent(path)?)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// A folder that was filled beside its place, and goes away unless it is moved there.
#[derive(Debug)]
pub(crate) struct StagedFolder(TempDir);

impl StagedFolder {
    /// Fills a folder beside the place where it will be.
    pub(crate) fn new<'a>(
        place: &Path,
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> io::Result<Self> {
        let parent = parent(place)?;
        fs::create_dir_all(parent)?;
        let folder = builder(0o777).tempdir_in(parent)?;
        for (name, text) in files {
            fs::write(folder.path().join(name), text)?;
        }
        Ok(Self(folder))
    }

    /// Moves the folder to its place, which must be free.
    pub(crate) fn commit(self, place: &Path) -> io::Result<()> {
        fs::rename(self.0.path(), place)?;
        let _moved = self.0.keep();
        Ok(())
    }
}

fn parent(path: &Path) -> io::Result<&Path> {
    path.parent()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))
}

/// Temporary names are hidden, so that what a killed process leaves is taken for nothing else.
fn builder(mode: u32) -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".xtask-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _ = mode;
    builder
}

#[cfg(test)]
mod tests {
    use super::{StagedFolder, write};

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("file");
        write(&path, "old")?;
        write(&path, "new")?;
        assert_eq!(std::fs::read_to_string(&path)?, "new");
        assert_eq!(std::fs::read_dir(folder.path())?.count(), 1);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn others_may_read_what_is_written() -> std::io::Result<()> {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir()?;
        let (plain, ours) = (folder.path().join("plain"), folder.path().join("ours"));
        std::fs::write(&plain, "")?;
        write(&ours, "")?;
        let mode = |path| std::fs::metadata(path).map(|metadata| metadata.permissions().mode());
        assert_eq!(mode(&ours)?, mode(&plain)?);
        Ok(())
    }

    #[test]
    fn a_folder_that_is_not_committed_leaves_nothing() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let place = folder.path().join("2020-06-10");
        drop(StagedFolder::new(&place, [("a", "1")])?);
        assert_eq!(std::fs::read_dir(folder.path())?.count(), 0);
        StagedFolder::new(&place, [("a", "1")])?.commit(&place)?;
        assert_eq!(std::fs::read_to_string(place.join("a"))?, "1");
        Ok(())
    }
}
