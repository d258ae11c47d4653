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

use crate::diagnostic::Diagnostic;
use crate::output::{FileTree, RustFile};
use crate::plan::{CratePlan, TypePlan};

/// Prints the crate.
///
/// # Errors
///
/// A mistake in this program: what was emitted is not Rust.
pub fn emit(plan: &CratePlan) -> Result<FileTree, Diagnostic> {
    let mut files = FileTree::default();
    let origin = &plan.package.origin;
    let mut add = |path: String, file: RustFile| -> Result<(), Diagnostic> {
        let text = file.print(&path, origin)?;
        files.insert(path, text);
        Ok(())
    };
    add("src/lib.rs".to_owned(), library::emit_library(plan))?;
    add("src/operation.rs".to_owned(), library::emit_operation_module(&plan.operations))?;
    add("src/types.rs".to_owned(), library::emit_types_module(&plan.types))?;
    add("src/error.rs".to_owned(), error::emit_error(&plan.errors))?;
    add("src/dynamic.rs".to_owned(), dynamic::emit_dynamic(&plan.operations))?;
    for operation in &plan.operations {
        let path = format!("src/operation/{}.rs", operation.input.name.module);
        add(path, operation::emit_operation(operation))?;
    }
    for ty in &plan.types {
        let file = match ty {
            TypePlan::Structure(structure) => structure::emit_structure(structure),
            TypePlan::Union(union) => union::emit_union(union),
            TypePlan::Enum(enumeration) => enumeration::emit_enumeration(enumeration),
        };
        add(format!("src/types/{}.rs", ty.name().module), file)?;
    }
    files.insert("Cargo.toml", manifest::emit_manifest(&plan.package));
    Ok(files)
}
