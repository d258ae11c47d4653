//! What was done or found, in a few lines.

use std::fmt::Write;
use std::path::Path;

use crate::cli::GenerateArgs;
use crate::failure::Failure;
use crate::sync::Comparison;
use crate::workspace::slashed;

use super::making::Clock;
use super::names::{NamesFile, State};

/// What was done, or with `--check`, what would be.
pub(super) struct Summary {
    check: bool,
    lines: Vec<String>,
    differing: usize,
}

impl Summary {
    /// Nothing yet.
    pub(super) fn new(check: bool) -> Self {
        Self {
            check,
            lines: Vec::new(),
            differing: 0,
        }
    }

    /// Adds a folder of so many files; one without a label is no crate any more.
    pub(super) fn add(&mut self, label: Option<&str>, shown: &str, files: usize, comparison: Comparison) {
        let written = comparison.stale.len() + comparison.missing.len();
        let removed = comparison.orphaned.len();
        self.differing += written + removed;
        if self.check {
            self.list(shown, &comparison);
            return;
        }
        self.lines.push(match label {
            None => format!("{shown}: removed, no model is left that it comes from"),
            Some(label) if comparison.is_equal() => format!("{label}: {files} files up to date"),
            Some(label) => {
                let unchanged = comparison.unchanged;
                format!("{label}: {files} files: {written} written, {unchanged} unchanged, {removed} removed")
            }
        });
    }

    /// Adds the lock of a crate's names.
    pub(super) fn add_names(&mut self, label: &str, names: &NamesFile) {
        let (found, done) = match names.state {
            State::Equal => return,
            State::Stale => ("stale", "updated"),
            State::Missing => ("missing", "made"),
        };
        self.differing += 1;
        self.lines.push(if self.check {
            format!("{found:<9} {}", names.shown)
        } else {
            format!("{label}: {} {done}", names.shown)
        });
        let accepted = names
            .accepted
            .iter()
            .map(|violation| format!("accepted: {violation}"));
        self.lines.extend(accepted);
    }

    /// What to print.
    pub(super) fn lines(&self, clock: &Clock) -> Vec<String> {
        let mut lines = self.lines.clone();
        if self.check && self.differing == 0 {
            lines.push("all files are up to date".to_owned());
        }
        let time = clock.elapsed().as_millis();
        match lines.as_mut_slice() {
            _ if self.check && self.differing > 0 => {}
            [] => {}
            [only] => only.push_str(&format!(" ({time} ms)")),
            _ => lines.push(format!("done in {time} ms")),
        }
        lines
    }

    /// With `--check`, whether nothing differs.
    pub(super) fn verdict(&self, again: &str) -> Result<(), Failure> {
        match self.differing {
            differing if self.check && differing > 0 => {
                let files = if differing == 1 {
                    "1 file is"
                } else {
                    &format!("{differing} files are")
                };
                Err(Failure::no(format!("{files} not what is generated")).help(format!("run `{again}`")))
            }
            _ => Ok(()),
        }
    }

    fn list(&mut self, shown: &str, comparison: &Comparison) {
        let kinds = [
            ("stale", &comparison.stale),
            ("missing", &comparison.missing),
            ("orphaned", &comparison.orphaned),
        ];
        for (kind, paths) in kinds {
            let file = |path: &Path| match slashed(path) {
                path if path.is_empty() => shown.to_owned(),
                path => format!("{shown}/{path}"),
            };
            self.lines
                .extend(paths.iter().map(|path| format!("{kind:<9} {}", file(path))));
        }
    }
}

/// The same command without `--check`.
pub(super) fn again(args: &GenerateArgs) -> String {
    let mut command = "cargo xtask generate".to_owned();
    let mut add = |option: &str, value: &str| {
        let plain = |char: char| char.is_ascii_alphanumeric() || "-_./=+:@,".contains(char);
        let quoted = if value.chars().all(plain) {
            value.to_owned()
        } else {
            format!("'{}'", value.replace('\'', r"'\''"))
        };
        let _ = write!(command, " {option} {quoted}");
    };
    args.service.iter().for_each(|service| add("--service", service));
    args.revision
        .iter()
        .for_each(|revision| add("--revision", &revision.to_string()));
    args.model
        .iter()
        .for_each(|model| add("--model", &model.to_string_lossy()));
    args.out
        .iter()
        .for_each(|out| add("--out", &out.to_string_lossy()));
    args.name.iter().for_each(|name| add("--name", name));
    args.runtime.iter().for_each(|runtime| add("--runtime", runtime));
    command
}
