//! Collects the problems of files that are read together.
//!
//! Lines and columns are counted once for all problems, at the end: a broken file may have thousands.

use super::json::{At, Node, SyntaxError};
use super::suggest::suggest;
use crate::diagnostic::{Diagnostic, Place, Severity, Source, Span};

/// The problems found so far.
pub(crate) struct Problems<'s> {
    files: Vec<&'s Source>,
    /// Files whose `merge` has become part of another tree: pointers into that tree need it in front.
    merged: Vec<u16>,
    found: Vec<Found>,
    /// How often a similar name was looked for.
    looked_up: usize,
}

/// After so many wrong names no similar ones are looked for any more, since that takes time.
const MOST_LOOKED_UP: usize = 100;

struct Found {
    diagnostic: Diagnostic,
    at: At,
    pointer: String,
}

/// Where the next problem is; see [`Problems::at`].
pub(crate) struct Spot<'a, 's> {
    problems: &'a mut Problems<'s>,
    at: At,
    pointer: String,
}

/// A problem that was just noted and may still get a help text.
pub(crate) struct Noted<'a>(Option<&'a mut Diagnostic>);

impl<'s> Problems<'s> {
    /// No problems yet, in files that are numbered in this order.
    pub(crate) fn new(files: impl IntoIterator<Item = &'s Source>) -> Self {
        Self {
            files: files.into_iter().collect(),
            merged: Vec::new(),
            found: Vec::new(),
            looked_up: 0,
        }
    }

    /// A problem of a value.
    pub(crate) fn at(&mut self, node: &Node<'_, '_>) -> Spot<'_, 's> {
        self.spot(node.value.at, node.pointer())
    }

    /// A problem of a value's key.
    pub(crate) fn at_key(&mut self, node: &Node<'_, '_>) -> Spot<'_, 's> {
        self.spot(node.key_at, node.pointer())
    }

    /// A problem of a place that no node stands for.
    pub(crate) fn spot(&mut self, at: At, pointer: String) -> Spot<'_, 's> {
        let merged = self.merged.contains(&at.file);
        let pointer = if merged {
            format!("/merge{pointer}")
        } else {
            pointer
        };
        Spot {
            problems: self,
            at,
            pointer,
        }
    }

    /// Says that from now on values of that file are met in a tree that its `merge` was laid over.
    pub(crate) fn merged(&mut self, file: u16) {
        self.merged.push(file);
    }

    /// Notes that a file is no JSON.
    pub(crate) fn syntax(&mut self, error: SyntaxError) {
        self.spot(error.at, error.pointer)
            .error(error.message)
            .help(error.help);
    }

    /// What to do about a name that is none of those that there are.
    pub(crate) fn did_you_mean<'n>(
        &mut self,
        wrong: &str,
        names: impl Iterator<Item = &'n str>,
        otherwise: impl Into<String>,
    ) -> String {
        self.looked_up += 1;
        let similar = if self.looked_up <= MOST_LOOKED_UP {
            suggest(wrong, names)
        } else {
            None
        };
        similar.map_or_else(
            || otherwise.into(),
            |similar| format!("did you mean `{similar}`?"),
        )
    }

    /// The number of the line on which a place begins.
    pub(crate) fn line(&self, at: At) -> usize {
        Counter::new(self.text(at.file)).advance(at.start).0
    }

    /// Whether anything was found that keeps a crate from being generated.
    pub(crate) fn any_error(&self) -> bool {
        self.found.iter().any(|found| found.diagnostic.is_error())
    }

    /// All problems with their places, in the order of the files and their text.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.found
            .sort_by_key(|found| (found.at, found.diagnostic.severity != Severity::Error));
        let mut counters: Vec<Counter<'s>> = self.files.iter().map(|file| Counter::new(&file.text)).collect();
        let files = self.files;
        let place = |found: &Found| {
            let number = usize::from(found.at.file);
            Some(Place {
                file: files.get(number)?.name.clone(),
                pointer: found.pointer.clone(),
                span: Some(Span {
                    start: found.at.start as usize,
                    end: found.at.end as usize,
                }),
                line_column: counters
                    .get_mut(number)
                    .map(|counter| counter.advance(found.at.start)),
            })
        };
        let places: Vec<Option<Place>> = self.found.iter().map(place).collect();
        let found = self.found.into_iter().zip(places);
        found
            .map(|(found, place)| Diagnostic {
                place,
                ..found.diagnostic
            })
            .collect()
    }

    fn text(&self, file: u16) -> &'s str {
        self.files.get(usize::from(file)).map_or("", |file| &file.text)
    }
}

impl<'a> Spot<'a, '_> {
    /// Notes a problem that keeps anything from being generated.
    pub(crate) fn error(self, message: impl Into<String>) -> Noted<'a> {
        self.note(Diagnostic::error(message))
    }

    /// Notes a problem that is stepped over.
    pub(crate) fn warning(self, message: impl Into<String>) -> Noted<'a> {
        self.note(Diagnostic::warning(message))
    }

    /// Notes something worth knowing.
    pub(crate) fn remark(self, message: impl Into<String>) -> Noted<'a> {
        self.note(Diagnostic::note(message))
    }

    fn note(self, diagnostic: Diagnostic) -> Noted<'a> {
        let found = &mut self.problems.found;
        found.push(Found {
            diagnostic,
            at: self.at,
            pointer: self.pointer,
        });
        Noted(found.last_mut().map(|found| &mut found.diagnostic))
    }
}

impl Noted<'_> {
    /// Says what to do about it.
    pub(crate) fn help(self, help: impl Into<String>) {
        if let Some(diagnostic) = self.0 {
            diagnostic.help = Some(help.into());
        }
    }
}

/// Counts lines and columns on the way through a text.
struct Counter<'s> {
    text: &'s str,
    offset: usize,
    line: usize,
    column: usize,
}

impl<'s> Counter<'s> {
    fn new(text: &'s str) -> Self {
        Self {
            text,
            offset: 0,
            line: 1,
            column: 1,
        }
    }

    /// Line and column of an offset that is not before the last one asked for.
    fn advance(&mut self, offset: u32) -> (usize, usize) {
        let passed = self.text.get(self.offset..offset as usize).unwrap_or_default();
        self.offset += passed.len();
        match passed.rfind('\n') {
            None => self.column += passed.chars().count(),
            Some(end) => {
                self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
                self.column = passed.get(end + 1..).unwrap_or_default().chars().count() + 1;
            }
        }
        (self.line, self.column)
    }
}
