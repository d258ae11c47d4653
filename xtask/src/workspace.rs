//! Where the workspace is, and where its parts are.

use std::path::{Component, Path, PathBuf};

use crate::failure::Failure;

/// Where a call starts.
#[derive(Debug, Clone)]
pub struct Location {
    /// The current directory: paths in arguments start here, and the workspace is looked for here and above.
    pub current: PathBuf,
    /// A folder of the workspace to fall back to, such as the one of this package's manifest.
    pub manifest: Option<PathBuf>,
}

/// The workspace that a call works on.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    current: PathBuf,
}

impl Workspace {
    /// The workspace in which a call starts.
    ///
    /// It is known by the folders of the generator and of the command line alone: the top manifest may be
    /// broken, and the rest is made.
    pub(crate) fn find(location: Location) -> Result<Self, Failure> {
        let Location { current, manifest } = location;
        let is_root = |folder: &&Path| {
            folder.join("codegen/Cargo.toml").is_file() && folder.join("xtask/Cargo.toml").is_file()
        };
        let above = |start: &Path| start.ancestors().find(is_root).map(Path::to_path_buf);
        match above(&current).or_else(|| above(manifest.as_deref()?)) {
            Some(root) => Ok(Self { root, current }),
            None => Err(
                Failure::usage(format!("{} is not in the workspace", current.display()))
                    .help("change to the checkout that holds `codegen/` and `xtask/`, or to a folder in it"),
            ),
        }
    }

    /// The imported models.
    pub(crate) fn models(&self) -> PathBuf {
        self.root.join("models")
    }

    /// The generated crates.
    pub(crate) fn generated(&self) -> PathBuf {
        self.root.join("generated")
    }

    /// The crate that generated crates depend on.
    pub(crate) fn runtime(&self) -> PathBuf {
        self.root.join("codegen/runtime")
    }

    /// A path of the arguments, which starts at the current directory.
    pub(crate) fn resolve(&self, argument: &Path) -> PathBuf {
        self.current.join(argument)
    }

    /// A path as the user knows it: from the current directory where it lies there, with `/` between its parts.
    pub(crate) fn show(&self, path: &Path) -> String {
        let near = path
            .strip_prefix(&self.current)
            .ok()
            .filter(|near| *near != Path::new(""));
        slashed(near.unwrap_or(path))
    }

    /// A path from the top folder, where it lies there.
    pub(crate) fn inside(&self, path: &Path) -> Option<PathBuf> {
        let (root, path) = (self.root.canonicalize().ok()?, path.canonicalize().ok()?);
        path.strip_prefix(root).ok().map(Path::to_path_buf)
    }
}

/// A path with `/` between its parts on every system.
pub(crate) fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace('\\', "/")
    }
}

/// The way from one absolute folder to another, both without symbolic links; `None` where there is none, as
/// between two drives.
pub(crate) fn relative(from: &Path, to: &Path) -> Option<PathBuf> {
    let (from, to): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let shared = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    if shared == 0 {
        return None;
    }
    let up = from.iter().skip(shared).map(|_| Component::ParentDir);
    Some(up.chain(to.iter().skip(shared).copied()).collect())
}

/// A folder that the user named, which may not exist yet, and how it is shown; `instead` says what else to give.
pub(crate) fn named_folder(
    workspace: &Workspace,
    out: &Path,
    instead: &str,
) -> Result<(PathBuf, String), Failure> {
    let given = workspace.resolve(out);
    let shown = workspace.show(&given);
    let folder = physical(&given).map_err(|error| {
        Failure::bad(format!("{shown} cannot be found"))
            .because(error)
            .help("check the path")
    })?;
    if folder.exists() && !folder.is_dir() {
        let help = format!("give a new folder, or {instead}");
        return Err(Failure::bad(format!("{shown} is no folder")).help(help));
    }
    Ok((folder, shown))
}

/// The absolute path of what may not exist yet: links and `..` are followed as far as it exists.
pub(crate) fn physical(path: &Path) -> std::io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut existing = path.as_path();
    loop {
        match (
            existing.canonicalize(),
            existing.parent(),
            existing.components().next_back(),
        ) {
            (Ok(found), _, _) => {
                let mut found = found;
                for component in missing.into_iter().rev() {
                    match component {
                        Component::ParentDir => drop(found.pop()),
                        other => found.push(other),
                    }
                }
                return Ok(found);
            }
            (Err(_), Some(parent), Some(last)) => {
                missing.push(last);
                existing = parent;
            }
            (Err(error), _, _) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{physical, relative};

    #[test]
    fn the_way_between_folders_goes_up_and_down() {
        assert_eq!(
            relative(Path::new("/a/b/c"), Path::new("/a/d")),
            Some(PathBuf::from("../../d"))
        );
        assert_eq!(
            relative(Path::new("/a"), Path::new("/a/b/c")),
            Some(PathBuf::from("b/c"))
        );
    }

    #[test]
    fn a_path_that_does_not_exist_yet_is_known_by_the_folder_that_does() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let real = folder.path().canonicalize()?;
        assert_eq!(
            physical(&folder.path().join("new/../other/crate"))?,
            real.join("other/crate")
        );
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_before_dots() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let real = folder.path().canonicalize()?;
        std::fs::create_dir_all(real.join("far/away"))?;
        std::os::unix::fs::symlink(real.join("far/away"), real.join("link"))?;
        assert_eq!(physical(&real.join("link/../new"))?, real.join("far/new"));
        Ok(())
    }
}
