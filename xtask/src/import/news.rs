//! What an import means for users of a crate, in a few lines.

use codegen::changes::render;
use semver::Version;

use crate::changes::{self, paint};
use crate::date::Date;
use crate::failure::Failure;
use crate::models::{Service, next_version};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

/// Tells what changed since a revision that was the newest before the import.
pub(super) fn tell(
    name: &str,
    before: Option<Date>,
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let service = Service::open(workspace, name.to_owned())?;
    let (Some(before), Some(newest)) = (before, service.revisions.last().copied()) else {
        return Ok(());
    };
    if before >= newest || !service.revisions.contains(&before) {
        return Ok(());
    }
    let regions = changes::regions(workspace)?;
    let report = changes::between(&service, before, newest, regions.as_ref())?;
    terminal.say("");
    let (verdict, news) = (report.verdict, render::news(&report.into()));
    terminal.print(&paint(&news, terminal.out_colour));
    // What users have is what was released, whatever was imported since.
    let next = match service.release()? {
        Some(release) => {
            let since = changes::between(&service, release.revision, newest, regions.as_ref())?;
            let changed = (!since.changes.is_empty()).then_some(since.verdict);
            release.needed(changed)
        }
        None => {
            let version = service
                .provenance()?
                .map(|provenance| provenance.version())
                .transpose()?;
            let version = version.and_then(|version| Version::parse(&version).ok());
            version.map(|version| next_version(&version, verdict))
        }
    };
    terminal.say(&format!(
        "all of it: cargo xtask changes {name} {before} {newest}"
    ));
    if let Some(next) = next {
        terminal.say(&format!(
            "the next version of the crate: {next}, to be written in {}",
            service.show("service.toml")
        ));
    }
    Ok(())
}
