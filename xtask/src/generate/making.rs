//! One call of the generator, and where its time goes.

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use codegen::changes::Report;
use codegen::output::FileTree;
use codegen::read::Revision;
use codegen::{Generated, Input, Stage};

use crate::changes;
use crate::failure::Failure;
use crate::render::Problems;

use super::job::Job;
use super::names::NamesFile;
use super::release::TooLow;

/// A crate in memory.
pub(super) struct Made {
    /// How it is called in messages.
    pub(super) label: String,
    /// Its name.
    pub(super) crate_name: String,
    /// Its files.
    pub(super) tree: FileTree,
    /// The lock of its names.
    pub(super) names: Option<NamesFile>,
    /// What is wrong with its version.
    pub(super) version: Option<TooLow>,
    /// What is odd about its model.
    pub(super) problems: Problems,
}

/// Generates one crate.
pub(super) fn make(mut job: Job, clock: &mut Clock) -> Result<Made, Failure> {
    let history: Vec<Revision<'_>> = job
        .history
        .iter()
        .map(|(name, service)| Revision { name, service })
        .collect();
    let input = Input {
        sources: &job.sources,
        docs: job.docs.as_ref(),
        history: &history,
        package: job.package.clone(),
    };
    let (generated, reports) = thread::scope(|scope| {
        let reports = scope.spawn(|| job.history_of_changes());
        let generated = codegen::generate_in_stages(&input, &mut |stage| clock.lap(Lap::of(stage)));
        let reports = reports.join();
        (
            generated,
            reports.unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
        )
    });
    let label = job.label.clone();
    let Generated {
        plan,
        files: mut tree,
        diagnostics,
    } = match generated {
        Ok(generated) => generated,
        Err(problems) => return Err(Failure::input(problems, job.texts())),
    };
    tree.add_changelog(&job.package.origin, &reports?);
    clock.lap(Lap::Changelog);
    let crate_name = plan.package.name.clone();
    if !is_crate_name(&crate_name) {
        return Err(
            Failure::bad(format!("{label}: a crate cannot be named {crate_name:?}"))
                .help("name it with --model, --out and --name: letters, digits, `-` and `_`, a letter first"),
        );
    }
    let names = job
        .names
        .take()
        .map(|names| names.hold(&plan))
        .transpose()?
        .flatten();
    let version = match &job.service {
        Some(service) if job.is_newest => TooLow::find(service, job.regions.as_ref())?,
        _ => None,
    };
    clock.lap(Lap::Promises);
    let problems = match diagnostics.as_slice() {
        [] => Problems::default(),
        _ => Problems::new(diagnostics, job.texts()),
    };
    Ok(Made {
        label,
        crate_name,
        tree,
        names,
        version,
        problems,
    })
}

impl Job {
    /// What changed with each revision up to this one; nothing for a model without a past.
    fn history_of_changes(&self) -> Result<Vec<Report>, Failure> {
        match &self.service {
            Some(service) if service.revisions.len() > 1 => changes::history(service, self.regions.as_ref()),
            _ => Ok(Vec::new()),
        }
    }
}

/// Whether a crate can have that name, which becomes the name of a folder too.
pub(crate) fn is_crate_name(name: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(allowed)
}

/// What time is spent on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lap {
    /// Reading files.
    Load,
    /// Understanding the model and its history.
    Read,
    /// Deciding about the crate.
    Plan,
    /// Making its text.
    Emit,
    /// Waiting for the history of changes, which is found while the crate is made.
    Changelog,
    /// Holding the crate to its names and its version.
    Promises,
    /// Comparing with the files that there are, and writing.
    Write,
}

impl Lap {
    fn of(stage: Stage) -> Self {
        match stage {
            Stage::Read => Self::Read,
            Stage::Plan => Self::Plan,
            Stage::Emit => Self::Emit,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Load => "load files",
            Self::Read => "read",
            Self::Plan => "plan",
            Self::Emit => "emit and format",
            Self::Changelog => "changelog",
            Self::Promises => "names and version",
            Self::Write => "compare and write",
        }
    }
}

/// Measures laps.
pub(super) struct Clock {
    started: Instant,
    last: Instant,
    laps: BTreeMap<Lap, Duration>,
}

impl Clock {
    /// Starts now.
    pub(super) fn start() -> Self {
        let now = Instant::now();
        Self {
            started: now,
            last: now,
            laps: BTreeMap::new(),
        }
    }

    /// Ends a lap; laps of the same kind add up.
    pub(super) fn lap(&mut self, lap: Lap) {
        let now = Instant::now();
        *self.laps.entry(lap).or_default() += now.duration_since(self.last);
        self.last = now;
    }

    /// The time since the start.
    pub(super) fn elapsed(&self) -> Duration {
        self.last.duration_since(self.started)
    }

    /// All laps in a line.
    pub(super) fn report(&self) -> String {
        let laps = self
            .laps
            .iter()
            .map(|(lap, time)| format!("{} {}", lap.name(), milliseconds(*time)));
        format!(
            "time: {}; {} in all",
            laps.collect::<Vec<_>>().join(", "),
            milliseconds(self.elapsed())
        )
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}
