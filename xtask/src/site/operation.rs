//! The page of an operation: its history, and what it takes and answers with.

use std::collections::BTreeSet;

use askama::Template;
use codegen::changes::page::print::{call, change_text, request_syntax, response_syntax, rust_items};
use codegen::changes::page::{self, OperationError, OperationPage as Content, operation_page};
use codegen::changes::{Mark, OperationChanges, Report};

use super::address::{Links, anchor};
use super::chronicle::Chronicle;
use super::code::CodeBlock;
use super::layout::Layout;
use super::life::{Life, Name};
use super::markdown::Docs;
use super::nodes::{Marked, NodeView, Trees, required};
use super::parts::{Badge, Link, Sign};
use super::revision::{FactLine, operation_anchor};
use super::text::Text;

/// So many changes of a revision are listed before the rest is counted.
const MOST_LINES: usize = 6;

/// The page of an operation.
#[derive(Debug, Template)]
#[template(path = "operation.html")]
pub(super) struct OperationPage {
    layout: Layout,
    name: String,
    method: String,
    uri: String,
    status: Option<u16>,
    /// The revision in which it was gone.
    gone: Option<Link>,
    since: Link,
    last: Option<Link>,
    pagination: Option<String>,
    deprecated: Option<String>,
    docs: Option<Docs>,
    /// What changed of the operation itself in the revision whose marks are shown.
    changes: Vec<String>,
    /// The revision whose marks are shown.
    marks: Option<Link>,
    history: Vec<HistoryRow>,
    wire: Vec<CodeBlock>,
    rust: Vec<CodeBlock>,
    request: Vec<NodeView>,
    response: Vec<NodeView>,
    errors: Vec<ErrorRow>,
}

/// A revision that changed something.
#[derive(Debug)]
struct HistoryRow {
    revision: Link,
    sign: Sign,
    badge: Option<Badge>,
    /// What happened to it as a whole.
    what: Option<&'static str>,
    lines: Vec<FactLine>,
    left_out: usize,
}

/// An error that the operation can return.
#[derive(Debug)]
struct ErrorRow {
    id: String,
    shape: Link,
    code: String,
    status: Option<u16>,
    rust: Option<String>,
    mark: Option<Marked>,
    changes: Vec<String>,
    docs: Option<Docs>,
}

impl OperationPage {
    /// The page with the places that it has; `None` for an operation that never was.
    pub(super) fn new(
        chronicle: &Chronicle<'_>,
        name: &str,
        layout: Layout,
    ) -> Option<(Self, BTreeSet<String>)> {
        let life = chronicle.lives.of_name(&Name::Operation(name))?;
        let links = chronicle.addresses.below();
        let (content, marks) = content(chronicle, name, life)?;
        let revision = |number: usize| {
            let name = chronicle.revision(number);
            Link::new(name, links.revision(name))
        };
        let mut requests = Trees::new(links, "request");
        let request = requests.views(&content.request, "");
        let mut responses = Trees::new(links, "response");
        let response = responses.views(&content.response, "");
        let mut places = requests.places;
        places.append(&mut responses.places);
        let errors: Vec<ErrorRow> = content
            .errors
            .iter()
            .map(|error| ErrorRow::new(error, links))
            .collect();
        places.extend(errors.iter().map(|error| error.id.clone()));
        let http = content.http.shown();
        let page = Self {
            layout,
            name: name.to_owned(),
            method: http.map(|http| http.method.clone()).unwrap_or_default(),
            uri: http.map(|http| http.uri.clone()).unwrap_or_default(),
            status: http.and_then(|http| http.response_code),
            gone: chronicle.lives.gone_in(life).map(revision),
            since: revision(life.since),
            last: chronicle.operation_revisions(name).last().copied().map(revision),
            pagination: pagination(&content),
            deprecated: content.deprecation(),
            docs: content.docs.as_deref().map(Docs::new),
            changes: content.changes.iter().map(change_text).collect(),
            marks: marks.map(revision),
            history: history(chronicle, name, life, links),
            wire: syntax(&content),
            rust: CodeBlock::all([
                ("Call", call(&content), Vec::new()),
                ("Types", rust_items(&content), Vec::new()),
            ]),
            request,
            response,
            errors,
        };
        Some((page, places))
    }
}

/// The request and the response as they are on the wire.
pub(super) fn syntax(content: &Content) -> Vec<CodeBlock> {
    CodeBlock::all([
        (
            "Request syntax",
            request_syntax(content),
            required(&content.request, ""),
        ),
        (
            "Response syntax",
            response_syntax(content),
            required(&content.response, ""),
        ),
    ])
}

/// The newest state of an operation, with marks for what its newest change brought and the number of the revision
/// that did; the last state without marks for an operation that is gone.
fn content(chronicle: &Chronicle<'_>, name: &str, life: Life) -> Option<(Content, Option<usize>)> {
    let side = |number: usize| {
        let side = chronicle.sides.get(number)?;
        Some(page::Edition {
            model: &side.model,
            plan: &side.plan,
            docs: chronicle.docs,
        })
    };
    let newest = side(life.last)?;
    let updated = chronicle
        .operation_revisions(name)
        .into_iter()
        .rfind(|number| *number > life.since && *number <= life.last);
    let before = updated.and_then(|number| side(number.checked_sub(1)?));
    let content = operation_page(Some(before.as_ref().unwrap_or(&newest)), Some(&newest), name)?;
    let marks = updated.filter(|_| content.mark != page::Mark::Same);
    Some((content, marks))
}

fn pagination(content: &Content) -> Option<String> {
    let paginator = content.pagination.shown()?;
    let tokens = paginator.input_tokens.join(", ");
    let items = paginator.result_keys.join(", ");
    let limit = paginator.limit_key.as_deref();
    let mut text = format!("token {tokens}");
    if !items.is_empty() {
        text.push_str(&format!(", items {items}"));
    }
    if let Some(limit) = limit {
        text.push_str(&format!(", page size {limit}"));
    }
    Some(text)
}

/// Newest first; the revision that first has the operation comes last.
fn history(chronicle: &Chronicle<'_>, name: &str, life: Life, links: Links<'_>) -> Vec<HistoryRow> {
    let mut rows: Vec<HistoryRow> = chronicle
        .reports
        .iter()
        .filter_map(|report| {
            let changes = report.operations.iter().find(|one| one.name == name)?;
            let page = links.revision(&report.after.name)?;
            let href = Some(format!("{page}#{}", operation_anchor(name)));
            let lines = lines(changes, report, &page);
            Some(HistoryRow {
                revision: Link::new(&report.after.name, href),
                sign: changes.mark.into(),
                badge: Some(Badge::new(changes.level, changes.wire)),
                what: match changes.mark {
                    Mark::Added => Some("operation added"),
                    Mark::Removed => Some("operation removed"),
                    Mark::Changed => None,
                },
                left_out: lines.len().saturating_sub(MOST_LINES),
                lines: lines.into_iter().take(MOST_LINES).collect(),
            })
        })
        .collect();
    if life.since == 0 {
        let first = chronicle.revision(0);
        let first = HistoryRow {
            revision: Link::new(first, links.revision(first)),
            sign: Mark::Added.into(),
            badge: None,
            what: Some("in the first known revision"),
            lines: Vec::new(),
            left_out: 0,
        };
        rows.insert(0, first);
    }
    rows.reverse();
    rows
}

/// What a revision changed of an operation that was there before and after, every change once.
fn lines(changes: &OperationChanges, report: &Report, page: &str) -> Vec<FactLine> {
    if changes.mark != Mark::Changed {
        return Vec::new();
    }
    let sides = [&changes.request, &changes.response, &changes.errors];
    let at_paths = sides.into_iter().flatten().map(|path| path.change);
    let numbers: BTreeSet<usize> = changes.own.iter().copied().chain(at_paths).collect();
    numbers
        .into_iter()
        .filter_map(|number| Some(FactLine::new(number, report.changes.get(number)?, page)))
        .collect()
}

impl ErrorRow {
    fn new(error: &OperationError, links: Links<'_>) -> Self {
        Self {
            id: anchor("error", &error.shape),
            shape: Link::new(&error.shape, links.shape(&error.shape)),
            code: error.code.clone(),
            status: error.status,
            rust: error.rust.clone(),
            mark: Marked::of(error.mark),
            changes: error.changes.iter().map(change_text).collect(),
            docs: error.docs.as_deref().map(Docs::new),
        }
    }
}
