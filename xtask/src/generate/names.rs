//! The lock of a service's names: what a crate is held to, and what is written beside the models.
//!
//! What the lock promises and when it is broken is `codegen`'s; here are its file and the ways to treat it.

use std::io;
use std::path::PathBuf;

use codegen::diagnostic::Source;
use codegen::lock::{Lock, Violation};
use codegen::plan::CratePlan;
use codegen::plan::api::Api;
use codegen::read;

use crate::failure::Failure;
use crate::models::{NAMES, Service};
use crate::sync::atomic;

/// What a crate is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// The crate keeps the lock, which takes its new names: the newest revision.
    Keep,
    /// The lock takes whatever the crate has: somebody said so.
    Accept,
    /// The crate keeps the names, and the lock stays as it is: an older revision, whose constructors were others.
    NamesOnly,
}

/// The lock of a service, as it is before anything is written.
#[derive(Debug)]
pub(super) struct Names {
    /// How the crate is held to it.
    pub(super) rule: Rule,
    path: PathBuf,
    shown: String,
    service: String,
    source: Option<Source>,
}

/// The lock as it is to be.
#[derive(Debug)]
pub(super) struct NamesFile {
    /// The file as the user knows it.
    pub(super) shown: String,
    /// How the file differs from that.
    pub(super) state: State,
    /// What was promised before and is not any more, because somebody said so.
    pub(super) accepted: Vec<Violation>,
    path: PathBuf,
    text: String,
}

/// How a file differs from what it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It does not.
    Equal,
    /// It has another text.
    Stale,
    /// It is not there.
    Missing,
}

impl Names {
    /// The lock of a service.
    pub(super) fn of(service: &Service, rule: Rule) -> Result<Self, Failure> {
        Ok(Self {
            rule,
            path: service.folder().join(NAMES),
            shown: service.show(NAMES),
            service: service.name.clone(),
            source: service.names()?,
        })
    }

    /// Holds a crate to the lock, and gives the lock that follows from it; none where it is not to change.
    pub(super) fn hold(self, plan: &CratePlan) -> Result<Option<NamesFile>, Failure> {
        let now = Lock::of(&Api::of(plan));
        let Some(source) = self.source else {
            return Ok((self.rule != Rule::NamesOnly).then(|| NamesFile {
                shown: self.shown,
                state: State::Missing,
                accepted: Vec::new(),
                path: self.path,
                text: read::names_text(&now),
            }));
        };
        let locked = match read::names(&source) {
            Ok(locked) => locked,
            Err(problems) => return Err(Failure::input(problems, vec![source])),
        };
        let broken = self.rule.broken(&locked, &now);
        if self.rule != Rule::Accept && !broken.is_empty() {
            let problems = read::broken_names(&source, &broken, &self.rule.next(&self.service));
            return Err(Failure::input(problems, vec![source]));
        }
        let text = read::names_text(&locked.updated(&now));
        let state = if text == source.text {
            State::Equal
        } else {
            State::Stale
        };
        Ok((self.rule != Rule::NamesOnly).then_some(NamesFile {
            shown: self.shown,
            state,
            accepted: broken,
            path: self.path,
            text,
        }))
    }
}

impl NamesFile {
    /// Writes the file where it differs.
    pub(super) fn write(&self) -> io::Result<()> {
        match self.state {
            State::Equal => Ok(()),
            State::Stale | State::Missing => atomic::write(&self.path, &self.text),
        }
    }
}

impl Rule {
    /// What a crate with the names of `now` breaks under this rule.
    fn broken(self, locked: &Lock, now: &Lock) -> Vec<Violation> {
        let mut broken = locked.check(now);
        broken.retain(|violation| self != Self::NamesOnly || violation.is_rename());
        broken
    }

    /// What to do about it.
    fn next(self, service: &str) -> String {
        match self {
            Self::NamesOnly => "an older revision is generated under the names of the newest".to_owned(),
            Self::Keep | Self::Accept => format!(
                "to release that as a breaking change, run `cargo xtask generate --service {service} --accept-names`"
            ),
        }
    }
}
