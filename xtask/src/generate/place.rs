//! Where a crate goes, and how it finds its runtime from there.

use std::path::{Path, PathBuf};

use codegen::RuntimeDependency;

use crate::failure::Failure;
use crate::files;
use crate::sync::is_marked;
use crate::workspace::{Workspace, named_folder, physical, relative, slashed};

use super::MARK;

/// The folder of a crate.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The folder.
    pub(super) folder: PathBuf,
    /// The folder as the user knows it.
    pub(super) shown: String,
    /// Whether others may have put files there.
    pub(super) shared: bool,
}

impl Place {
    /// The place of a crate of the workspace.
    pub(super) fn in_generated(workspace: &Workspace, crate_name: &str) -> Self {
        let folder = workspace.generated().join(crate_name);
        Self {
            shown: workspace.show(&folder),
            folder,
            shared: false,
        }
    }

    /// A folder that the user named: new, empty, or with a crate that was generated before.
    pub(super) fn of_crate(workspace: &Workspace, out: &Path) -> Result<Self, Failure> {
        let (folder, shown) = named_folder(workspace, out, "one with a crate that was generated before")?;
        if !(is_empty(&folder, &shown)? || holds_generated_crate(&folder, &shown)?) {
            return Err(
                Failure::bad(format!("{shown} holds files that were not generated"))
                    .help("give a new or empty folder, or one with a crate that was generated before"),
            );
        }
        Ok(Self {
            folder,
            shown,
            shared: true,
        })
    }

    /// What the crate in this place depends on: the runtime of this checkout, or what the user says.
    pub(super) fn runtime(
        &self,
        workspace: &Workspace,
        asked: Option<&str>,
    ) -> Result<RuntimeDependency, Failure> {
        let Some(asked) = asked else {
            return self.way_to(&workspace.runtime());
        };
        let path = workspace.resolve(Path::new(asked));
        if path.join("Cargo.toml").is_file() {
            // Whoever names an absolute path wants that one, wherever the crate is moved.
            let absolute = Path::new(asked).is_absolute();
            return if absolute {
                Ok(RuntimeDependency::Path(slashed(&path)))
            } else {
                self.way_to(&path)
            };
        }
        match semver::VersionReq::parse(asked) {
            Ok(_) => Ok(RuntimeDependency::Version(asked.to_owned())),
            Err(_) => Err(Failure::usage(format!(
                "--runtime {asked}: neither the folder of a crate nor a version"
            ))
            .help("give a folder that holds Cargo.toml, or a version such as 0.1")),
        }
    }

    /// The way from the crate to a folder; it holds for the places where both really are.
    fn way_to(&self, folder: &Path) -> Result<RuntimeDependency, Failure> {
        let target = physical(folder).map_err(|error| {
            Failure::bad(format!("{} cannot be found", folder.display()))
                .because(error)
                .help("say where the runtime is: --runtime PATH")
        })?;
        let way = relative(&self.folder, &target).unwrap_or(target);
        Ok(RuntimeDependency::Path(slashed(&way)))
    }
}

/// Whether a folder has nothing but what a build leaves.
fn is_empty(folder: &Path, shown: &str) -> Result<bool, Failure> {
    let names = files::names(folder, shown)?;
    Ok(names.iter().all(|name| name == "target" || name == "Cargo.lock"))
}

fn holds_generated_crate(folder: &Path, shown: &str) -> Result<bool, Failure> {
    for file in ["Cargo.toml", "src/lib.rs"].map(|name| folder.join(name)) {
        let marked = file.is_file()
            && is_marked(&file, MARK).map_err(|error| {
                Failure::bad(format!("{shown} cannot be read"))
                    .because(error)
                    .help("check its permissions")
            })?;
        if marked {
            return Ok(true);
        }
    }
    Ok(false)
}
