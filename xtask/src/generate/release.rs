//! Whether a crate's version tells its users what changed since the release that they have.

use codegen::diagnostic::{Diagnostic, Severity, Source};
use codegen::model::Partitions;

use crate::changes;
use crate::failure::Failure;
use crate::models::Service;
use crate::render::Problems;
use crate::terminal::Terminal;

/// A version that is too low.
#[derive(Debug)]
pub(super) struct TooLow {
    diagnostic: Diagnostic,
    source: Source,
}

impl TooLow {
    /// Compares a service's newest revision with the one that was released; the same one costs nothing.
    pub(super) fn find(service: &Service, regions: Option<&Partitions>) -> Result<Option<Self>, Failure> {
        let (Some(newest), Some(release)) = (service.revisions.last().copied(), service.release()?) else {
            return Ok(None);
        };
        let changed = if release.revision == newest {
            None
        } else {
            let report = changes::between(service, release.revision, newest, regions)?;
            (!report.changes.is_empty()).then_some(report.verdict)
        };
        let Some(needed) = release.needed(changed) else {
            return Ok(None);
        };
        let (name, version) = (&service.name, &release.version);
        let (released, revision) = (&release.released, release.revision);
        let (message, help) = match changed {
            Some(level) => (
                format!(
                    "version {version} of {name} is too low: what changed since {released}, which was made from \
                     {revision}, is {level}"
                ),
                format!(
                    "write version = \"{needed}\" here; `cargo xtask changes {name} {revision} {newest}` shows the \
                     changes"
                ),
            ),
            None => (
                format!("version {version} of {name} is lower than {released}, which was released"),
                format!("write version = \"{needed}\" here, or mend [released]"),
            ),
        };
        Ok(Some(Self {
            diagnostic: Diagnostic::error(message).at(release.place).help(help),
            source: release.source,
        }))
    }
}

/// Tells of versions that are too low. Only for `--check` is that an answer: what was generated is right for all
/// that, it is the next release that needs another version.
pub(super) fn verdict(found: Vec<TooLow>, check: bool, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let severity = if check { Severity::Error } else { Severity::Warning };
    let said = |diagnostic| Diagnostic {
        severity,
        ..diagnostic
    };
    let found = found.into_iter();
    let (diagnostics, sources) = found.map(|found| (said(found.diagnostic), found.source)).unzip();
    if check {
        return Err(Failure::answer(diagnostics, sources));
    }
    terminal.problems(&Problems::new(diagnostics, sources));
    Ok(())
}
