//! The page of an operation: all that it takes and answers with, in an older and a newer revision at once.
//!
//! [`operation_page`] decides everything and hands out data ([`OperationPage`]); [`print`](mod@print) makes text of
//! it and decides nothing. A page has an HTTP part and two trees of [`Node`]s, one for the request and one for the
//! response, in which members of both revisions stand side by side, each with its [`Mark`]; and the Rust items that
//! a user of the operation sees ([`RustItem`]).
//!
//! Nothing here judges a change: whether it breaks anyone is said elsewhere.

mod change;
mod data;
mod facts;
mod header;
mod items;
mod merge;
mod node;
pub mod print;
mod spot;
#[cfg(test)]
mod tests;
mod tree;
mod words;

pub use self::change::{Change, Mark, What};
pub use self::data::{ItemKind, OperationError, OperationPage, Pair, RustField, RustItem};
pub use self::node::{Below, EnumValue, Facts, Kind, Node, Place, Role, RustFacts};

use crate::model::{self, Operation, ServiceModel};
use crate::plan::{CratePlan, OperationPlan};

/// One revision of a service.
#[derive(Debug, Clone, Copy)]
pub struct Edition<'a> {
    /// What the service says.
    pub model: &'a ServiceModel,
    /// What a Rust user sees of it.
    pub plan: &'a CratePlan,
    /// Documentation in our own words.
    pub docs: &'a model::Docs,
}

/// The page of an operation, named as on the wire; `None` where neither revision has it.
///
/// With an older revision that lacks the operation everything is new, with a newer one that lacks it everything is
/// gone, and with the same revision on both sides the page is that revision's, without a mark.
pub fn operation_page(
    before: Option<&Edition<'_>>,
    after: Option<&Edition<'_>>,
    operation: &str,
) -> Option<OperationPage> {
    let sides = Pair {
        before: before.and_then(|side| OperationSide::of(side, operation)),
        after: after.and_then(|side| OperationSide::of(side, operation)),
    };
    let shown = sides.shown()?;
    let (request, response) = (
        tree::nodes(&sides, spot::End::Input),
        tree::nodes(&sides, spot::End::Output),
    );
    let (items, items_left_out) = items::items(&sides);
    let errors = header::errors(&sides);
    let changes = header::changes(&sides);
    let is_marked = !changes.is_empty()
        || errors.iter().any(|error| error.mark != Mark::Same)
        || request.iter().chain(&response).any(Node::is_marked);
    Some(OperationPage {
        name: operation.to_owned(),
        mark: sides.mark_if(is_marked),
        http: sides.map(|side| side.operation.http.clone()),
        host_prefix: sides.and_then(|side| side.operation.host_prefix.clone()),
        input: sides.and_then(|side| Some(side.plan?.input.name.public.clone())),
        output: sides.and_then(|side| Some(side.plan?.output.name.public.clone())),
        pagination: sides.and_then(|side| side.side.model.paginators.get(operation).cloned()),
        docs: words::docs(
            shown.operation.documentation.as_deref(),
            shown.side.docs.operations.get(operation),
        ),
        deprecated: shown.operation.deprecated.clone(),
        changes,
        errors,
        request,
        response,
        items,
        items_left_out,
    })
}

/// An operation in one revision.
#[derive(Debug, Clone, Copy)]
struct OperationSide<'a> {
    side: &'a Edition<'a>,
    operation: &'a Operation,
    /// None for an operation that no crate has: one with an event stream.
    plan: Option<&'a OperationPlan>,
}

impl<'a> OperationSide<'a> {
    fn of(side: &'a Edition<'a>, name: &str) -> Option<Self> {
        let mut plans = side.plan.operations.iter();
        Some(Self {
            side,
            operation: side.model.operations.get(name)?,
            plan: plans.find(|plan| plan.wire_name == name),
        })
    }
}
