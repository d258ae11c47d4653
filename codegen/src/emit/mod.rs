//! From a finished plan to files; one kind of output a module. Nothing is decided here.

mod dynamic;
mod enumeration;
mod error;
mod http;
mod library;
mod manifest;
mod operation;
mod scope;
mod structure;
mod tokens;
mod union;

use std::num::NonZero;
use std::thread;

use crate::diagnostic::Diagnostic;
use crate::output::{FileTree, RustFile};
use crate::plan::{CratePlan, OperationPlan, TypePlan};

/// Prints the crate.
///
/// # Errors
///
/// A mistake in this program: what was emitted is not Rust.
pub fn emit(plan: &CratePlan) -> Result<FileTree, Box<Diagnostic>> {
    let mut files = FileTree::default();
    for (path, text) in print_all(plan, &parts(plan)) {
        files.insert(path, text?);
    }
    files.insert("Cargo.toml", manifest::emit_manifest(&plan.package));
    files.insert("rustfmt.toml", manifest::emit_rustfmt(&plan.package));
    Ok(files)
}

/// A Rust file of the crate.
#[derive(Debug, Clone, Copy)]
enum Part<'p> {
    Library,
    OperationModule,
    TypesModule,
    Error,
    Dynamic,
    Operation(&'p OperationPlan),
    Type(&'p TypePlan),
}

fn parts(plan: &CratePlan) -> Vec<Part<'_>> {
    let fixed = [
        Part::Library,
        Part::OperationModule,
        Part::TypesModule,
        Part::Error,
        Part::Dynamic,
    ];
    let operations = plan.operations.iter().map(Part::Operation);
    let types = plan.types.iter().map(Part::Type);
    fixed.into_iter().chain(operations).chain(types).collect()
}

type Printed = (String, Result<String, Box<Diagnostic>>);

/// Prints side by side: printing is most of a run's time. Where a file ends up does not depend on who printed it.
fn print_all(plan: &CratePlan, parts: &[Part<'_>]) -> Vec<Printed> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let print_share = |worker: usize| -> Vec<Printed> {
        parts
            .iter()
            .skip(worker)
            .step_by(workers)
            .map(|part| print(plan, *part))
            .collect()
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..workers)
            .map(|worker| scope.spawn(move || print_share(worker)))
            .collect();
        let mut printed = print_share(0);
        for other in others {
            match other.join() {
                Ok(share) => printed.extend(share),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        printed
    })
}

fn print(plan: &CratePlan, part: Part<'_>) -> Printed {
    let (path, file) = match part {
        Part::Library => ("src/lib.rs".to_owned(), library::emit_library(plan)),
        Part::OperationModule => (
            "src/operation.rs".to_owned(),
            library::emit_operation_module(&plan.operations),
        ),
        Part::TypesModule => ("src/types.rs".to_owned(), library::emit_types_module(&plan.types)),
        Part::Error => ("src/error.rs".to_owned(), error::emit_error(&plan.errors)),
        Part::Dynamic => (
            "src/dynamic.rs".to_owned(),
            dynamic::emit_dynamic(&plan.operations),
        ),
        Part::Operation(operation) => {
            let path = format!("src/operation/{}.rs", operation.input.name.module);
            (path, operation::emit_operation(operation))
        }
        Part::Type(ty) => (format!("src/types/{}.rs", ty.name().module), emit_type(ty)),
    };
    let text = file.print(&path, &plan.package.origin);
    (path, text)
}

fn emit_type(plan: &TypePlan) -> RustFile {
    match plan {
        TypePlan::Structure(structure) => structure::emit_structure(structure),
        TypePlan::Union(union) => union::emit_union(union),
        TypePlan::Enum(enumeration) => enumeration::emit_enumeration(enumeration),
    }
}
