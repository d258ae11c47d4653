//! `cargo xtask import`: botocore's models to `models/`, facts only.
//!
//! Paths are read, compared with what is there, and only when all of it is right is anything written.

mod candidate;
mod differences;
mod news;
mod regions;
mod shelf;
mod timeline;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::cli::ImportArgs;
use crate::failure::{self, Failure};
use crate::models;
use crate::origin::{self, Wanted};
use crate::terminal::Terminal;
use crate::workspace::Workspace;

use self::candidate::{Candidate, Making, Regions};
use self::regions::Kept;
use self::shelf::Shelf;

/// Imports what the paths hold.
pub(crate) fn run(
    args: &ImportArgs,
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if args.revision.is_some() && args.paths.len() > 1 {
        return Err(
            Failure::usage("--revision is the day of one revision, and there are several paths")
                .help("import that path by itself; without --revision, the day comes from the wheel"),
        );
    }
    let (candidates, regions) = read(args, workspace, terminal)?;
    let mut import = Import::new(workspace, &candidates)?;
    let lines = import.take(candidates, regions)?;
    import.write().map_err(|error| {
        Failure::bad("the models cannot be written")
            .because(error)
            .help("see to the permissions and the space of `models/`, then import again")
    })?;
    lines.iter().for_each(|line| terminal.say(line));
    for shelf in import.shelves.values().filter(|shelf| shelf.is_changed()) {
        let (name, before) = (shelf.name(), shelf.newest_before());
        // The import is done, whatever can be said of it: a crate may not be made of every model.
        if news::tell(name, before, workspace, terminal).is_err() {
            terminal.remark(&format!(
                "note: the revisions cannot be compared; `cargo xtask changes {name}` says why"
            ));
        }
    }
    Ok(())
}

/// What all paths hold, oldest first, so that the order of the paths does not matter.
fn read(
    args: &ImportArgs,
    workspace: &Workspace,
    terminal: &mut Terminal<'_>,
) -> Result<(Vec<Candidate>, Vec<Regions>), Failure> {
    let known: Vec<String> = models::services(workspace)?
        .into_iter()
        .map(|service| service.name)
        .collect();
    let wanted = Wanted {
        asked: &args.service,
        known: &known,
    };
    let making = Making {
        revision: args.revision,
        keep_docs: args.keep_docs,
    };
    let read_path = |path: &Path| {
        let (path, shown) = (workspace.resolve(path), workspace.show(&workspace.resolve(path)));
        making.candidates(origin::open(&path, &shown, &wanted)?, &shown)
    };
    let found = args.paths.iter().enumerate().map(|(number, path)| {
        terminal.progress(&format!(
            "reading {} ({} of {})",
            path.display(),
            number + 1,
            args.paths.len()
        ));
        read_path(path)
    });
    let (services, regions): (Vec<_>, Vec<_>) = failure::all(found)?.into_iter().unzip();
    let mut candidates: Vec<Candidate> = services.into_iter().flatten().collect();
    let mut regions: Vec<Regions> = regions.into_iter().flatten().collect();
    candidates.sort_by_key(|candidate| candidate.made.date);
    regions.sort_by_key(|regions| regions.date);
    Ok((candidates, regions))
}

/// All that an import changes.
struct Import<'w> {
    workspace: &'w Workspace,
    shelves: BTreeMap<String, Shelf>,
    regions: Kept,
}

impl<'w> Import<'w> {
    fn new(workspace: &'w Workspace, candidates: &[Candidate]) -> Result<Self, Failure> {
        let mut shelves = BTreeMap::new();
        for Candidate { service, .. } in candidates {
            if !shelves.contains_key(service) {
                shelves.insert(service.clone(), Shelf::read(workspace, service)?);
            }
        }
        Ok(Self {
            workspace,
            shelves,
            regions: Kept::read(workspace)?,
        })
    }

    /// Decides about everything, and says what was decided.
    fn take(&mut self, candidates: Vec<Candidate>, regions: Vec<Regions>) -> Result<Vec<String>, Failure> {
        let mut results = Vec::new();
        for candidate in candidates {
            if let Some(shelf) = self.shelves.get_mut(&candidate.service) {
                results.push(shelf.take(candidate));
            }
        }
        regions.into_iter().for_each(|regions| self.regions.take(regions));
        let mut lines = failure::all(results)?;
        lines.extend(self.regions.outcome());
        Ok(lines)
    }

    /// Writes everything: first what can fail for want of space, last what says that it is there.
    fn write(&self) -> io::Result<()> {
        let staged = self
            .shelves
            .values()
            .map(Shelf::stage)
            .collect::<io::Result<Vec<_>>>()?;
        self.regions.write(self.workspace)?;
        for (shelf, staged) in self.shelves.values().zip(staged) {
            shelf.commit(staged)?;
        }
        Ok(())
    }
}
