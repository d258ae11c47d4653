//! Reports for programs.
//!
//! The form is described by [`SCHEMA`] and never changes but by additions; what would break a reader gets another
//! [`FORMAT`]. These structures are that form and nothing else, so that the types of reports are free to change.

use serde::Serialize;

use crate::changes::{
    Change, ItemChange, Level, Mark, OperationChanges, PathChange, Place, Reached, Report, Revision,
};

use super::Judged;
use super::counts::{Counts, Tally};
use super::words;

/// The number of the form.
pub const FORMAT: u32 = 1;

/// The JSON Schema of both documents, draft 2020-12.
pub const SCHEMA: &str = include_str!("report.schema.json");

/// The document about one pair of revisions, with a line end.
pub fn report(judged: &Judged) -> String {
    document(&PairDocument {
        format: FORMAT,
        report: ReportForm::of(judged),
    })
}

/// The document about a history: its reports, oldest first, with a line end.
pub fn history(service: &str, history: &[Judged]) -> String {
    document(&HistoryDocument {
        format: FORMAT,
        service,
        reports: history.iter().map(ReportForm::of).collect(),
    })
}

/// Texts and numbers are all there is, with text keys: that can't fail to be JSON.
fn document(document: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Serialize)]
struct PairDocument<'r> {
    format: u32,
    #[serde(flatten)]
    report: ReportForm<'r>,
}

#[derive(Serialize)]
struct HistoryDocument<'r> {
    format: u32,
    service: &'r str,
    reports: Vec<ReportForm<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReportForm<'r> {
    from: RevisionForm<'r>,
    to: RevisionForm<'r>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    operations_only: &'r [String],
    verdict: &'static str,
    wire: bool,
    counts: CountsForm,
    changes: Vec<ChangeForm<'r>>,
    operations: Vec<OperationForm<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RevisionForm<'r> {
    revision: &'r str,
    service: &'r str,
    operations: usize,
    structures: usize,
    members: usize,
    enums: usize,
    values: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CountsForm {
    operations: TallyForm,
    shapes: TallyForm,
    members: TallyForm,
    values: TallyForm,
    breaking_facts: usize,
    wire_warnings: usize,
}

#[derive(Serialize)]
struct TallyForm {
    added: usize,
    removed: usize,
    changed: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ChangeForm<'r> {
    kind: &'static str,
    mark: &'static str,
    place: PlaceForm<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'r str>,
    level: &'static str,
    wire: bool,
    breaking_fact: bool,
    words: &'static str,
    why: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<&'r str>,
    operations: Vec<ReachedForm<'r>>,
    items: Vec<ItemForm<'r>>,
}

#[derive(Serialize)]
struct PlaceForm<'r> {
    name: String,
    #[serde(flatten)]
    parts: PlaceParts<'r>,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum PlaceParts<'r> {
    Service,
    Endpoints,
    Operation { operation: &'r str },
    Paginator { operation: &'r str },
    Waiter { waiter: &'r str },
    Shape { shape: &'r str },
    Member { shape: &'r str, member: &'r str },
    Value { shape: &'r str, value: &'r str },
    Item { item: &'r str },
}

#[derive(Serialize)]
struct ReachedForm<'r> {
    operation: &'r str,
    direction: &'static str,
}

#[derive(Serialize)]
struct ItemForm<'r> {
    path: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'r str>,
}

#[derive(Serialize)]
struct OperationForm<'r> {
    operation: &'r str,
    mark: &'static str,
    level: &'static str,
    wire: bool,
    changes: &'r [usize],
    request: Vec<PathForm<'r>>,
    response: Vec<PathForm<'r>>,
    errors: Vec<PathForm<'r>>,
    cut: bool,
}

#[derive(Serialize)]
struct PathForm<'r> {
    path: &'r str,
    change: usize,
}

impl<'r> ReportForm<'r> {
    fn of(judged: &'r Judged) -> Self {
        let report = &judged.report;
        let changes = report.changes.iter().enumerate();
        Self {
            from: RevisionForm::of(&report.before),
            to: RevisionForm::of(&report.after),
            operations_only: &report.operations_only,
            verdict: Level::as_str(report.verdict),
            wire: report.has_wire_warning(),
            counts: CountsForm::of(report),
            changes: changes
                .map(|(number, change)| ChangeForm::of(change, judged.reason(number)))
                .collect(),
            operations: report.operations.iter().map(OperationForm::of).collect(),
        }
    }
}

impl<'r> RevisionForm<'r> {
    fn of(revision: &'r Revision) -> Self {
        Self {
            revision: &revision.name,
            service: &revision.service,
            operations: revision.size.operations,
            structures: revision.size.structures,
            members: revision.size.members,
            enums: revision.size.enums,
            values: revision.size.values,
        }
    }
}

impl CountsForm {
    fn of(report: &Report) -> Self {
        let counts = Counts::of(report);
        Self {
            operations: counts.operations.into(),
            shapes: counts.shapes.into(),
            members: counts.members.into(),
            values: counts.values.into(),
            breaking_facts: counts.breaking_facts,
            wire_warnings: counts.wire_warnings,
        }
    }
}

impl From<Tally> for TallyForm {
    fn from(tally: Tally) -> Self {
        Self {
            added: tally.added,
            removed: tally.removed,
            changed: tally.changed,
        }
    }
}

impl<'r> ChangeForm<'r> {
    fn of(change: &'r Change, accepted: Option<&'r str>) -> Self {
        Self {
            kind: change.kind.as_str(),
            mark: mark(change.kind.mark()),
            place: PlaceForm::of(&change.place),
            before: change.before.as_deref(),
            after: change.after.as_deref(),
            level: change.level.as_str(),
            wire: change.wire,
            breaking_fact: change.is_breaking_fact(),
            words: change.kind.words(),
            why: change.why,
            accepted,
            operations: change.operations.iter().map(ReachedForm::of).collect(),
            items: change.items.iter().map(ItemForm::of).collect(),
        }
    }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Added => "added",
        Mark::Removed => "removed",
        Mark::Changed => "changed",
    }
}

impl<'r> PlaceForm<'r> {
    fn of(place: &'r Place) -> Self {
        Self {
            name: place.to_string(),
            parts: PlaceParts::of(place),
        }
    }
}

impl<'r> PlaceParts<'r> {
    fn of(place: &'r Place) -> Self {
        match place {
            Place::Service => Self::Service,
            Place::Endpoints => Self::Endpoints,
            Place::Operation(operation) => Self::Operation { operation },
            Place::Paginator(operation) => Self::Paginator { operation },
            Place::Waiter(waiter) => Self::Waiter { waiter },
            Place::Shape(shape) => Self::Shape { shape },
            Place::Member { shape, member } => Self::Member { shape, member },
            Place::Value { shape, value } => Self::Value { shape, value },
            Place::Item(item) => Self::Item { item },
        }
    }
}

impl<'r> ReachedForm<'r> {
    fn of(reached: &'r Reached) -> Self {
        Self {
            operation: &reached.operation,
            direction: reached.direction.as_str(),
        }
    }
}

impl<'r> ItemForm<'r> {
    fn of(item: &'r ItemChange) -> Self {
        Self {
            path: &item.path,
            before: item.before.as_deref(),
            after: item.after.as_deref(),
        }
    }
}

impl<'r> OperationForm<'r> {
    fn of(operation: &'r OperationChanges) -> Self {
        let paths = |paths: &'r [PathChange]| {
            let form = |PathChange { path, change }: &'r PathChange| PathForm {
                path,
                change: *change,
            };
            paths.iter().map(form).collect()
        };
        Self {
            operation: &operation.name,
            mark: words::operation_mark(operation.mark),
            level: operation.level.as_str(),
            wire: operation.wire,
            changes: &operation.own,
            request: paths(&operation.request),
            response: paths(&operation.response),
            errors: paths(&operation.errors),
            cut: operation.cut,
        }
    }
}
