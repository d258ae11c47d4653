//! Crates that are really compiled: a workspace of generated crates in the target folder, and calls of cargo there.
//!
//! Nothing is downloaded: the generated crates need what this workspace needs, in the versions of its `Cargo.lock`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::output::FileTree;

use crate::{Failure, Outcome, root};

/// A workspace of crates. Building it again builds only what has changed.
#[derive(Debug)]
pub struct Bench {
    folder: PathBuf,
    target: PathBuf,
}

impl Bench {
    /// A workspace of crates by the names of their folders; `scratch` is cargo's `CARGO_TARGET_TMPDIR`.
    ///
    /// # Errors
    ///
    /// A file that can't be written.
    pub fn new(scratch: &Path, crates: &BTreeMap<String, Files>) -> Outcome<Self> {
        let folder = scratch.join("crates");
        fs::create_dir_all(&folder)?;
        write(
            &folder.join("Cargo.toml"),
            "[workspace]\nresolver = \"3\"\nmembers = [\"*\"]\n\n[profile.dev]\ndebug = false\nincremental = false\n",
        )?;
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let is_ours = crates.contains_key(entry.file_name().to_string_lossy().as_ref());
            if entry.file_type()?.is_dir() && !is_ours {
                fs::remove_dir_all(entry.path())?;
            }
        }
        for (name, files) in crates {
            settle(&folder.join(name), files)?;
        }
        Ok(Self {
            target: target(scratch),
            folder,
        })
    }

    /// Runs cargo with these arguments, without a network, and with warnings as errors.
    ///
    /// # Errors
    ///
    /// Cargo fails; the error is what it said.
    pub fn cargo(&self, args: &[&str]) -> Outcome<String> {
        cargo(&self.folder, &self.target, args)
    }
}

/// Texts by their path in a crate.
pub type Files = BTreeMap<String, String>;

/// The files of a generated crate.
pub fn files(tree: &FileTree) -> Files {
    tree.iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .collect()
}

/// Checks a crate that stands alone.
///
/// # Errors
///
/// It does not compile, or not without warnings; the error is what cargo said.
pub fn check_alone(scratch: &Path, folder: &Path) -> Outcome {
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
    cargo(folder, &target(scratch), &["check", "--quiet", "--all-features"])?;
    Ok(())
}

/// One target folder for all calls, so that dependencies are built once.
fn target(scratch: &Path) -> PathBuf {
    scratch.join("compile-tests")
}

fn cargo(folder: &Path, target: &Path, args: &[&str]) -> Outcome<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(args)
        .arg("--offline")
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTFLAGS", "-Dwarnings")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        return Ok(text(&output.stdout));
    }
    Err(Failure::new(format!(
        "cargo {} failed in {}\n{}{}",
        args.join(" "),
        folder.display(),
        text(&output.stdout),
        text(&output.stderr)
    )))
}

/// Makes a folder hold these files and no others; equal ones stay untouched, or cargo would build them again.
fn settle(folder: &Path, files: &Files) -> Outcome {
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop().filter(|folder| folder.is_dir()) {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                open.push(path);
            } else if !files.contains_key(&name) {
                fs::remove_file(path)?;
            }
        }
    }
    for (name, text) in files {
        write(&folder.join(name), text)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Outcome {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text)?;
    Ok(())
}
