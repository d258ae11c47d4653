//! The file of `--ignore`: changes that are meant, each with its reason.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use codegen::changes::render::Judged;
use codegen::changes::{Change, Kind, Place, Report};
use codegen::diagnostic::{Diagnostic, Source};
use toml_edit::{Item, Table};

use crate::failure::Failure;
use crate::files;
use crate::render::Problems;
use crate::toml;
use crate::workspace::Workspace;

/// What a table may say, in the order of the documentation.
const KEYS: [&str; 7] = ["kind", "place", "reason", "from", "to", "before", "after"];

/// The changes that are accepted.
#[derive(Default)]
pub(super) struct Accepted {
    source: Option<Source>,
    entries: Vec<Entry>,
}

/// A change that is accepted.
struct Entry {
    kind: Kind,
    place: String,
    reason: String,
    from: Option<String>,
    to: Option<String>,
    before: Option<String>,
    after: Option<String>,
    span: Range<usize>,
}

impl Accepted {
    /// The changes that a file accepts; none without a file.
    pub(super) fn of(path: Option<&Path>, workspace: &Workspace) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self::default());
        };
        let path = workspace.resolve(path);
        let shown = workspace.show(&path);
        let text = files::text(&path, &shown)?.ok_or_else(|| {
            Failure::bad(format!("{shown} does not exist"))
                .help("write accepted changes as [[accept]] tables with kind, place and reason")
        })?;
        let source = Source::new(shown, text);
        let entries = entries(&source)?;
        Ok(Self {
            source: Some(source),
            entries,
        })
    }

    /// The reports with what is accepted of them, and a warning for each entry that accepts nothing.
    pub(super) fn judge(self, reports: Vec<Report>) -> (Vec<Judged>, Problems) {
        let mut used = vec![false; self.entries.len()];
        let mut judged = Vec::new();
        for report in reports {
            let mut accepted = BTreeMap::new();
            for (number, change) in report.changes.iter().enumerate() {
                let mut entries = self.entries.iter().zip(&mut used);
                if let Some((entry, used)) = entries.find(|(entry, _)| entry.accepts(&report, change)) {
                    *used = true;
                    accepted.insert(number, entry.reason.clone());
                }
            }
            consequences(&report, &mut accepted);
            judged.push(Judged { report, accepted });
        }
        let unused = self.entries.iter().zip(used).filter(|(_, used)| !used);
        let warnings = unused
            .zip(self.source.iter().cycle())
            .map(|((entry, _), source)| {
                Diagnostic::warning(format!(
                    "no change is accepted by this: {} {}",
                    entry.kind.as_str(),
                    entry.place
                ))
                .at(toml::place(source, entry.span.clone()))
                .help("remove it, or write what `--format json` calls kind and place.name")
            });
        let warnings: Vec<Diagnostic> = warnings.collect();
        let problems = match warnings.as_slice() {
            [] => Problems::default(),
            _ => Problems::new(warnings, self.source.into_iter().collect()),
        };
        (judged, problems)
    }
}

impl Entry {
    fn accepts(&self, report: &Report, change: &Change) -> bool {
        let fits = |wanted: &Option<String>, name: &str| wanted.as_ref().is_none_or(|wanted| wanted == name);
        let says = |wanted: &Option<String>, fact: &Option<String>| wanted.is_none() || wanted == fact;
        self.kind == change.kind
            && self.place == change.place.to_string()
            && fits(&self.from, &report.before.name)
            && fits(&self.to, &report.after.name)
            && says(&self.before, &change.before)
            && says(&self.after, &change.after)
    }
}

/// Accepts what goes with operations whose removal is accepted: their paginators, and shapes that no other operation
/// reached.
fn consequences(report: &Report, accepted: &mut BTreeMap<usize, String>) {
    let removed: BTreeMap<&str, String> = accepted
        .iter()
        .filter_map(|(number, reason)| match report.changes.get(*number) {
            Some(Change {
                kind: Kind::OperationRemoved,
                place: Place::Operation(name),
                ..
            }) => Some((name.as_str(), reason.clone())),
            _ => None,
        })
        .collect();
    for (number, change) in report.changes.iter().enumerate() {
        if !matches!(
            change.kind,
            Kind::ShapeRemoved | Kind::LeftApi | Kind::PaginatorRemoved
        ) {
            continue;
        }
        let reached = change.operations.iter();
        let reasons: Option<Vec<&String>> = reached
            .map(|reached| removed.get(reached.operation.as_str()))
            .collect();
        if let Some([reason, ..]) = reasons.as_deref() {
            accepted.entry(number).or_insert_with(|| (*reason).clone());
        }
    }
}

/// The entries of a file, or all that is wrong with it.
fn entries(source: &Source) -> Result<Vec<Entry>, Failure> {
    let document = toml::parse_in_place(source)?;
    let mut wrong = Wrong {
        source,
        diagnostics: Vec::new(),
    };
    let mut entries = Vec::new();
    for (key, item) in document.iter() {
        match (key, item.as_array_of_tables()) {
            ("accept", Some(tables)) => entries.extend(tables.iter().filter_map(|table| wrong.entry(table))),
            _ => wrong.at(
                item.span(),
                format!("`{key}` is not known here"),
                "write each accepted change as an [[accept]] table with kind, place and reason",
            ),
        }
    }
    if wrong.diagnostics.is_empty() {
        Ok(entries)
    } else {
        Err(Failure::input(wrong.diagnostics, vec![source.clone()]))
    }
}

/// What is wrong with a file.
struct Wrong<'s> {
    source: &'s Source,
    diagnostics: Vec<Diagnostic>,
}

impl Wrong<'_> {
    fn entry(&mut self, table: &Table) -> Option<Entry> {
        let before = self.diagnostics.len();
        for (key, item) in table.iter().filter(|(key, _)| !KEYS.contains(key)) {
            let help = format!("the keys are: {}", KEYS.join(", "));
            self.at(item.span(), format!("`{key}` is not known here"), &help);
        }
        let entry = Entry {
            kind: self.kind(table)?,
            place: self.required(
                table,
                "place",
                "name what changed, such as place = \"Finding.count\"",
            )?,
            reason: self.required(
                table,
                "reason",
                "say why the change is accepted: reason = \"...\"",
            )?,
            from: self.text(table, "from"),
            to: self.text(table, "to"),
            before: self.text(table, "before"),
            after: self.text(table, "after"),
            span: table.span().unwrap_or_default(),
        };
        (self.diagnostics.len() == before).then_some(entry)
    }

    fn kind(&mut self, table: &Table) -> Option<Kind> {
        let name = self.required(
            table,
            "kind",
            "name the kind, such as kind = \"operation-removed\"",
        )?;
        let kind = Kind::ALL.iter().copied().find(|kind| kind.as_str() == name);
        if kind.is_none() {
            self.at(
                table.get("kind").and_then(Item::span),
                format!("`{name}` is no kind of change"),
                "copy the kind from `--format json`",
            );
        }
        kind
    }

    /// A text that must be there and say something.
    fn required(&mut self, table: &Table, key: &str, help: &str) -> Option<String> {
        match table.get(key) {
            Some(_) => self.text(table, key).filter(|text| {
                let said = !text.trim().is_empty();
                if !said {
                    self.at(
                        table.get(key).and_then(Item::span),
                        format!("`{key}` is empty"),
                        help,
                    );
                }
                said
            }),
            None => {
                self.at(table.span(), format!("`{key}` is missing"), help);
                None
            }
        }
    }

    fn text(&mut self, table: &Table, key: &str) -> Option<String> {
        let item = table.get(key)?;
        if item.as_str().is_none() {
            self.at(item.span(), format!("`{key}` is no text"), "write it in quotes");
        }
        item.as_str().map(str::to_owned)
    }

    fn at(&mut self, span: Option<Range<usize>>, message: String, help: &str) {
        let place = toml::place(self.source, span.unwrap_or_default());
        self.diagnostics
            .push(Diagnostic::error(message).at(place).help(help));
    }
}
