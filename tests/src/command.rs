//! Calls of the command line, in this process.

use std::fs;
use std::path::Path;

use xtask::{Location, Terminal};

use crate::{Outcome, root};

/// What a call did.
#[derive(Debug)]
pub struct Call {
    /// The exit code.
    pub code: u8,
    /// What it printed as its answer.
    pub out: String,
    /// What it printed beside that.
    pub err: String,
}

/// Runs `cargo xtask` with these arguments in a folder.
pub fn xtask(folder: &Path, args: &[&str]) -> Call {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        out_colour: false,
        err_colour: false,
        progress: false,
    };
    let location = Location {
        current: folder.to_path_buf(),
        manifest: None,
    };
    let args = ["xtask"].iter().chain(args);
    let code = xtask::run(args, Ok(location), &mut terminal);
    Call {
        code,
        out: String::from_utf8_lossy(&out).into_owned(),
        err: String::from_utf8_lossy(&err).into_owned(),
    }
}

/// Makes a folder a workspace of its own, with these revisions of Macie 2 and nothing generated.
///
/// # Errors
///
/// A file that can't be copied.
pub fn small_workspace(folder: &Path, revisions: &[&str]) -> Outcome {
    for manifest in [
        "codegen/Cargo.toml",
        "codegen/runtime/Cargo.toml",
        "xtask/Cargo.toml",
    ] {
        copy(folder, manifest)?;
    }
    // What follows tells of revisions that are not there: which one was released, what each was made from.
    let provenance = fs::read_to_string(root().join("models/macie2/service.toml"))?;
    let of_crate = provenance.lines().take_while(|line| !line.starts_with('['));
    let to = folder.join("models/macie2/service.toml");
    fs::create_dir_all(folder.join("models/macie2"))?;
    fs::write(to, of_crate.map(|line| format!("{line}\n")).collect::<String>())?;
    for revision in revisions {
        for entry in fs::read_dir(root().join("models/macie2").join(revision))? {
            let name = entry?.file_name();
            copy(
                folder,
                &format!("models/macie2/{revision}/{}", name.to_string_lossy()),
            )?;
        }
    }
    Ok(())
}

fn copy(folder: &Path, path: &str) -> Outcome {
    let to = folder.join(path);
    if let Some(parent) = to.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::copy(root().join(path), to)?;
    Ok(())
}
