//! What is said about an operation beside its members: HTTP, errors, pagination.

use std::fmt::Write;

use super::OperationSide;
use super::change::{Change, Mark, What};
use super::data::{OperationError, Pair};
use super::merge::merge;
use super::words::{self, change, switch};
use crate::model::{Auth, ErrorTrait, Operation, Paginator, Shape, ShapeKind};

/// What changed of an operation that both revisions have.
pub(super) fn changes(sides: &Pair<OperationSide<'_>>) -> Vec<Change> {
    let (Some(old), Some(new)) = (&sides.before, &sides.after) else {
        return Vec::new();
    };
    let (before, after) = (old.operation, new.operation);
    let prefix = |operation: &Operation| operation.host_prefix.clone().unwrap_or_default();
    let status = |status: Option<u16>| status.map(|status| status.to_string()).unwrap_or_default();
    let rust = |side: &OperationSide<'_>| {
        side.plan
            .map(|plan| plan.input.name.public.clone())
            .unwrap_or_default()
    };
    let pages = |side: &OperationSide<'_>| {
        let paginator = side.side.model.paginators.get(&side.operation.name);
        paginator.map(pagination).unwrap_or_default()
    };
    let found = [
        change(What::Method, &before.http.method, &after.http.method),
        change(What::Uri, &before.http.uri, &after.http.uri),
        change(
            What::Status,
            status(before.http.response_code),
            status(after.http.response_code),
        ),
        change(What::HostPrefix, prefix(before), prefix(after)),
        change(What::Auth, auth(before.auth), auth(after.auth)),
        switch(What::Checksum, before.checksum_required, after.checksum_required),
        change(
            What::Safety,
            safety(before.readonly, before.idempotent),
            safety(after.readonly, after.idempotent),
        ),
        switch(
            What::Deprecated,
            before.deprecated.is_some(),
            after.deprecated.is_some(),
        ),
        change(What::Input, before.input_shape(), after.input_shape()),
        change(What::Output, before.output_shape(), after.output_shape()),
        change(What::Pagination, pages(old), pages(new)),
        change(What::RustName, rust(old), rust(new)),
    ];
    found.into_iter().flatten().collect()
}

fn auth(auth: Auth) -> &'static str {
    match auth {
        Auth::Service => "as the service",
        Auth::UnsignedPayload => "signed without the payload",
        Auth::None => "none",
    }
}

fn safety(readonly: bool, idempotent: bool) -> &'static str {
    match (readonly, idempotent) {
        (true, _) => "read-only",
        (false, true) => "idempotent",
        (false, false) => "",
    }
}

/// A paginator in a line.
pub(super) fn pagination(paginator: &Paginator) -> String {
    let mut text = format!(
        "{} from {}",
        paginator.input_tokens.join(", "),
        paginator.output_tokens.join(", ")
    );
    if !paginator.result_keys.is_empty() {
        let _ = write!(text, "; items in {}", paginator.result_keys.join(", "));
    }
    if let Some(limit) = &paginator.limit_key {
        let _ = write!(text, "; size by {limit}");
    }
    if let Some(more) = &paginator.more_results {
        let _ = write!(text, "; more if {more}");
    }
    if !paginator.non_aggregate_keys.is_empty() {
        let _ = write!(
            text,
            "; same on every page: {}",
            paginator.non_aggregate_keys.join(", ")
        );
    }
    text
}

/// The errors of an operation.
pub(super) fn errors(sides: &Pair<OperationSide<'_>>) -> Vec<OperationError> {
    let lists = sides.map(errors_of);
    let merged = merge(
        lists.before.unwrap_or_default(),
        lists.after.unwrap_or_default(),
        |error| error.shape.name.as_str(),
    );
    let error = |pair: Pair<ErrorSide<'_>>| {
        let changes = match (&pair.before, &pair.after) {
            (Some(before), Some(after)) => before.changes(after),
            _ => Vec::new(),
        };
        let mark = pair.mark_if(!changes.is_empty());
        Some(pair.shown()?.finish(mark, changes))
    };
    merged.into_iter().filter_map(error).collect()
}

/// An error in one revision.
struct ErrorSide<'a> {
    side: OperationSide<'a>,
    shape: &'a Shape,
    facts: ErrorTrait,
}

fn errors_of<'a>(side: &OperationSide<'a>) -> Vec<ErrorSide<'a>> {
    let error = |name: &'a String| {
        let shape = side.side.model.shapes.get(name)?;
        let facts = match &shape.kind {
            ShapeKind::Structure(structure) => structure.error.clone().unwrap_or_default(),
            _ => ErrorTrait::default(),
        };
        Some(ErrorSide {
            side: *side,
            shape,
            facts,
        })
    };
    side.operation.errors.iter().filter_map(error).collect()
}

impl ErrorSide<'_> {
    fn code(&self) -> &str {
        self.facts.code.as_deref().unwrap_or(&self.shape.name)
    }

    /// The variant of `ServiceError` that stands for the code.
    fn rust(&self) -> Option<String> {
        let mut plans = self.side.side.plan.errors.iter();
        plans
            .find(|plan| plan.code == self.code())
            .map(|plan| plan.name.public.clone())
    }

    fn fault(&self) -> String {
        let fault = if self.facts.fault {
            "of the service"
        } else {
            "of the caller"
        };
        match self.facts.retryable {
            None => fault.to_owned(),
            Some(true) => format!("{fault}, worth a retry, for throttling"),
            Some(false) => format!("{fault}, worth a retry"),
        }
    }

    fn changes(&self, after: &Self) -> Vec<Change> {
        let status = |error: &Self| {
            error
                .facts
                .status
                .map(|status| status.to_string())
                .unwrap_or_default()
        };
        let found = [
            change(What::Code, self.code(), after.code()),
            change(What::Status, status(self), status(after)),
            change(What::Fault, self.fault(), after.fault()),
            change(
                What::RustName,
                self.rust().unwrap_or_default(),
                after.rust().unwrap_or_default(),
            ),
        ];
        found.into_iter().flatten().collect()
    }

    fn finish(&self, mark: Mark, changes: Vec<Change>) -> OperationError {
        OperationError {
            shape: self.shape.name.clone(),
            code: self.code().to_owned(),
            status: self.facts.status,
            rust: self.rust(),
            mark,
            changes,
            docs: words::docs(
                self.shape.documentation.as_deref(),
                self.side.side.docs.shapes.get(&self.shape.name),
            ),
        }
    }
}
