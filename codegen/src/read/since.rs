//! Since which revision each name of a service exists.
//!
//! Every `generate` reads all revisions for this, so it looks at names only and checks nothing: a revision
//! was checked when it was imported. Files are read side by side.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::num::NonZero;
use std::thread;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::json::{self, Node};
use super::problems::Problems;
use crate::diagnostic::{Diagnostic, Source};
use crate::model::Since;

/// A revision of a service.
#[derive(Debug, Clone, Copy)]
pub struct Revision<'a> {
    /// The revision's name, a date such as `2020-05-13`.
    pub name: &'a str,
    /// Its `service-2.json`.
    pub service: &'a Source,
}

/// Which revision first had each name that the last revision has; `revisions` stand oldest first.
///
/// A name that vanished and came back counts from its return.
///
/// # Errors
///
/// The files that are no JSON, or no service models.
pub fn since(revisions: &[Revision<'_>]) -> Result<Since, Vec<Diagnostic>> {
    let last = revisions.len().checked_sub(1);
    let dated = since_at(revisions, |number| Some(number) == last)?;
    Ok(dated.into_iter().next().unwrap_or_default())
}

/// As [`since`] for each of the wanted revisions, by number, as if it were the last.
///
/// # Errors
///
/// The files that are no JSON, or no service models.
pub fn since_at(
    revisions: &[Revision<'_>],
    wanted: impl Fn(usize) -> bool,
) -> Result<Vec<Since>, Vec<Diagnostic>> {
    let mut problems = Problems::new(revisions.iter().map(|revision| revision.service));
    let mut known = Names::default();
    let mut dated = Vec::new();
    for (number, (names, revision)) in read_all(revisions).into_iter().zip(revisions).enumerate() {
        match names {
            Ok(names) => known = names.follow(&known, number),
            Err(error) => report(&error, revision, number, &mut problems),
        }
        if wanted(number) {
            dated.push(known.dated(revisions));
        }
    }
    if problems.any_error() {
        Err(problems.finish())
    } else {
        Ok(dated)
    }
}

/// The names of every revision, in their order.
fn read_all<'s>(revisions: &[Revision<'s>]) -> Vec<serde_json::Result<Names<'s>>> {
    let workers = thread::available_parallelism()
        .map_or(1, NonZero::get)
        .min(revisions.len())
        .max(1);
    // Every worker takes each so-many-th revision: later ones are larger.
    let share = |worker: usize| {
        let numbered = revisions.iter().enumerate().skip(worker).step_by(workers);
        let read = |source: &'s Source| serde_json::from_str::<File<'s>>(&source.text).map(Names::of);
        numbered
            .map(|(number, revision)| (number, read(revision.service)))
            .collect::<Vec<_>>()
    };
    let mut read = thread::scope(|scope| {
        let others: Vec<_> = (1..workers)
            .map(|worker| scope.spawn(move || share(worker)))
            .collect();
        let mut read = share(0);
        for other in others {
            read.extend(
                other
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            );
        }
        read
    });
    read.sort_unstable_by_key(|(number, _)| *number);
    read.into_iter().map(|(_, names)| names).collect()
}

/// Notes why a file has no names to read.
fn report(error: &serde_json::Error, revision: &Revision<'_>, file: usize, problems: &mut Problems<'_>) {
    let file = u16::try_from(file).unwrap_or(u16::MAX);
    match json::parse(&revision.service.text, file) {
        Err(error) => problems.syntax(error),
        Ok(root) => {
            let help = "restore the revision from version control, or import it anew";
            problems
                .at(&Node::root(&root))
                .error(format!("this is no service model: {error}"))
                .help(help);
        }
    }
}

/// What a `service-2.json` has by way of names.
#[derive(serde::Deserialize)]
struct File<'s> {
    #[serde(borrow)]
    operations: Entries<'s, IgnoredAny>,
    #[serde(borrow)]
    shapes: Entries<'s, ShapeFile<'s>>,
}

#[derive(serde::Deserialize)]
struct ShapeFile<'s> {
    #[serde(borrow, default)]
    members: Entries<'s, IgnoredAny>,
    #[serde(borrow, default, rename = "enum")]
    values: Vec<Text<'s>>,
}

/// A text that stands in the file as it is, unless it has escapes.
#[derive(serde::Deserialize)]
struct Text<'s>(#[serde(borrow)] Cow<'s, str>);

/// An object's entries.
struct Entries<'s, V>(Vec<(Text<'s>, V)>);

impl<V> Default for Entries<'_, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de: 's, 's, V: Deserialize<'de>> Deserialize<'de> for Entries<'s, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<'s, V>(PhantomData<Entries<'s, V>>);

impl<'de: 's, 's, V: Deserialize<'de>> Visitor<'de> for EntriesVisitor<'s, V> {
    type Value = Entries<'s, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Entries(entries))
    }
}

/// The names of one revision, sorted.
#[derive(Default)]
struct Names<'s> {
    operations: Vec<Name<'s>>,
    shapes: Vec<Name<'s>>,
}

/// A name, and the number of the revision that first had it.
struct Name<'s> {
    name: Cow<'s, str>,
    since: usize,
    members: Vec<Name<'s>>,
    values: Vec<Name<'s>>,
}

impl<'s> Names<'s> {
    fn of(file: File<'s>) -> Self {
        let shape = |(name, shape): (Text<'s>, ShapeFile<'s>)| {
            let members = sorted(shape.members.0.into_iter().map(|(name, _)| Name::plain(name)));
            Name {
                members,
                values: sorted(shape.values.into_iter().map(Name::plain)),
                ..Name::plain(name)
            }
        };
        Self {
            operations: sorted(file.operations.0.into_iter().map(|(name, _)| Name::plain(name))),
            shapes: sorted(file.shapes.0.into_iter().map(shape)),
        }
    }

    /// These names, each since this revision or since when it was known before.
    fn follow(mut self, before: &Self, number: usize) -> Self {
        follow(&mut self.operations, &before.operations, number);
        follow(&mut self.shapes, &before.shapes, number);
        self
    }

    fn dated(&self, revisions: &[Revision<'_>]) -> Since {
        let date = |name: &Name<'_>| {
            revisions
                .get(name.since)
                .map_or("", |revision| revision.name)
                .to_owned()
        };
        let dates = |names: &[Name<'_>]| -> BTreeMap<String, String> {
            names
                .iter()
                .map(|name| (name.name.to_string(), date(name)))
                .collect()
        };
        let inner = |part: for<'n> fn(&'n Name<'s>) -> &'n [Name<'s>]| {
            let shapes = self.shapes.iter().filter(|shape| !part(shape).is_empty());
            shapes
                .map(|shape| (shape.name.to_string(), dates(part(shape))))
                .collect()
        };
        Since {
            first: revisions.first().map(|revision| revision.name.to_owned()),
            operations: dates(&self.operations),
            shapes: dates(&self.shapes),
            members: inner(|shape| &shape.members),
            values: inner(|shape| &shape.values),
        }
    }
}

impl<'s> Name<'s> {
    fn plain(name: Text<'s>) -> Self {
        Self {
            name: name.0,
            since: 0,
            members: Vec::new(),
            values: Vec::new(),
        }
    }
}

fn sorted<'s>(names: impl Iterator<Item = Name<'s>>) -> Vec<Name<'s>> {
    let mut names: Vec<_> = names.collect();
    names.sort_by(|one, other| one.name.cmp(&other.name));
    names
}

/// Dates the names of a revision by those of the revision before; both are sorted.
fn follow(names: &mut [Name<'_>], before: &[Name<'_>], number: usize) {
    let mut before = before.iter().peekable();
    for name in names {
        while before.next_if(|known| known.name < name.name).is_some() {}
        let known = before.peek().filter(|known| known.name == name.name);
        name.since = known.map_or(number, |known| known.since);
        follow(
            &mut name.members,
            known.map_or(&[], |known| &known.members),
            number,
        );
        follow(&mut name.values, known.map_or(&[], |known| &known.values), number);
    }
}
