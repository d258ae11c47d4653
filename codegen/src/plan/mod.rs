//! Every decision about Rust: names, types, optionality, boxing, HTTP bindings, documentation.
//!
//! [`plan`] runs small named passes over a sound model and hands finished data ([`CratePlan`]) to
//! [`crate::emit`]. Nothing here makes tokens; nothing there decides.

pub mod api;
pub mod docs;
mod facts;
mod forms;
mod http;
mod items;
pub mod names;
mod naming;
mod package;
mod reach;
mod resolve;
mod structure;

use std::collections::BTreeMap;

pub use self::items::*;

use self::facts::Facts;
use self::forms::Closure;
use self::naming::Naming;
use self::reach::Reach;
use self::resolve::Resolver;
use self::structure::{Role, Structures};
use crate::Package;
use crate::diagnostic::Diagnostic;
use crate::model::{self, Protocol, ServiceModel, ShapeKind, Since};

/// What a plan depends on beside the model.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The package to be made.
    pub package: Package,
    /// Since when names exist.
    pub since: Since,
    /// Documentation in our own words.
    pub docs: model::Docs,
}

/// Plans the crate of a service.
///
/// # Errors
///
/// The service speaks a protocol that the generator does not, or its name makes no crate name.
pub fn plan(
    model: &ServiceModel,
    context: &Context,
) -> Result<(CratePlan, Vec<Diagnostic>), Vec<Diagnostic>> {
    require_protocol(model)?;
    plan_for(Purpose::Emit, model, context)
}

/// As [`plan`], to be compared and not emitted: without documentation, and for any protocol, as if the generator spoke
/// it.
///
/// # Errors
///
/// The service's name makes no crate name.
pub fn draft(
    model: &ServiceModel,
    context: &Context,
) -> Result<(CratePlan, Vec<Diagnostic>), Vec<Diagnostic>> {
    plan_for(Purpose::Compare, model, context)
}

/// What a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Emit,
    Compare,
}

fn plan_for(
    purpose: Purpose,
    model: &ServiceModel,
    context: &Context,
) -> Result<(CratePlan, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (operations, left_out) = reach::without_event_streams(model);
    let reach = Reach::of(model, &operations);
    let naming = Naming::of(model, &operations, &reach, &context.since);
    let resolver = Resolver::new(model, &naming, &context.since);
    let closure = Closure::of(&resolver, &reach);
    let facts = Facts::new(model, context, &naming, purpose);
    let structures = Structures {
        resolver: &resolver,
        closure: &closure,
        facts: &facts,
    };

    let operations: Vec<OperationPlan> = operations
        .iter()
        .map(|operation| operation_plan(operation, &structures))
        .collect();
    let package = package::plan(model, &context.package)?;
    let docs = facts.service(&package.name, &operations, &left_out);
    let (types, errors) = (types(&reach, &structures), errors(&reach, &structures));
    let notes = left_out.iter().map(|name| event_stream_note(name)).collect();
    Ok((
        CratePlan {
            package,
            docs,
            links: facts.are_of_model(),
            operations,
            types,
            errors,
        },
        notes,
    ))
}

fn require_protocol(model: &ServiceModel) -> Result<(), Vec<Diagnostic>> {
    let protocol = model.metadata.protocol;
    if protocol == Protocol::RestJson {
        return Ok(());
    }
    let problem = format!(
        "{} speaks the protocol `{}`",
        model.metadata.full_name,
        protocol.as_str()
    );
    let help =
        "only crates for `rest-json` services can be generated so far; choose a model of such a service";
    Err(vec![Diagnostic::error(problem).help(help)])
}

fn event_stream_note(name: &str) -> Diagnostic {
    Diagnostic::note(format!(
        "operation {name} is left out: it sends or receives an event stream"
    ))
    .help("the crate's documentation lists it; the other operations are complete")
}

fn operation_plan(operation: &model::Operation, structures: &Structures<'_>) -> OperationPlan {
    let (facts, resolver) = (structures.facts, structures.resolver);
    let (input, output) = facts.naming.operation(&operation.name);
    let (input_shape, output_shape) = (operation.input_shape(), operation.output_shape());
    let host_prefix = operation.host_prefix.as_deref();
    OperationPlan {
        wire_name: operation.name.clone(),
        request: http::request(operation, resolver),
        response: http::response(output_shape, resolver),
        host_prefix: host_prefix.map(|prefix| http::host_prefix(prefix, input_shape, resolver)),
        output: structures.plan(
            output_shape,
            output,
            Role::Output,
            facts.output(operation, &input.public),
        ),
        input: structures.plan(input_shape, input, Role::Input, facts.operation(operation)),
    }
}

fn types(reach: &Reach, structures: &Structures<'_>) -> Vec<TypePlan> {
    let mut by_name = BTreeMap::new();
    for shape in reach.types(structures.resolver.model) {
        let Some(name) = structures.facts.naming.types.get(&shape.name).cloned() else {
            continue;
        };
        let docs = structures.facts.shape(shape);
        let plan = match &shape.kind {
            ShapeKind::Structure(structure) if structure.union => {
                TypePlan::Union(structures.union(&shape.name, name.clone(), docs))
            }
            ShapeKind::Structure(_) => {
                let role = match shape.name.as_str() {
                    name if reach.errors.contains(name) => Role::Error,
                    name if reach.output.contains(name) => Role::Answered,
                    _ => Role::InputOnly,
                };
                TypePlan::Structure(structures.plan(&shape.name, name.clone(), role, docs))
            }
            ShapeKind::String { values } => TypePlan::Enum(structures.facts.enumeration(
                &shape.name,
                name.clone(),
                docs,
                values,
            )),
            _ => continue,
        };
        by_name.insert(name.public, plan);
    }
    by_name.into_values().collect()
}

fn errors(reach: &Reach, structures: &Structures<'_>) -> Vec<ErrorPlan> {
    let mut by_name = BTreeMap::new();
    for wire_name in &reach.errors {
        let Some(shape) = structures.resolver.model.shapes.get(wire_name) else {
            continue;
        };
        let ShapeKind::Structure(structure) = &shape.kind else {
            continue;
        };
        let Some(name) = structures.facts.naming.types.get(wire_name) else {
            continue;
        };
        let error = structure.error.clone().unwrap_or_default();
        let code = error.code.unwrap_or_else(|| wire_name.clone());
        let plan = ErrorPlan {
            name: name.clone(),
            docs: structures.facts.error_variant(&code),
            code,
            retryable: error.retryable.is_some(),
            response: http::response(wire_name, structures.resolver),
        };
        by_name.insert(name.public.clone(), plan);
    }
    let mut plans: Vec<ErrorPlan> = by_name.into_values().collect();
    // Two shapes may share a code; the first by name answers for it.
    let mut codes = std::collections::BTreeSet::new();
    plans.retain(|plan| codes.insert(plan.code.clone()));
    plans
}
