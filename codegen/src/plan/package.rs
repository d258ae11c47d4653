//! The package: its name and what its manifest says.

use super::items::PackagePlan;
use crate::Package;
use crate::diagnostic::Diagnostic;
use crate::model::ServiceModel;

/// Names that the crate can't have beside what it depends on.
const TAKEN: &[&str] = &[
    "alloc",
    "core",
    "proc_macro",
    "proc-macro",
    "runtime",
    "service-runtime",
    "std",
    "test",
];

/// Plans the package.
///
/// # Errors
///
/// The service's name, or the one asked for, is no crate name.
pub(super) fn plan(model: &ServiceModel, package: &Package) -> Result<PackagePlan, Vec<Diagnostic>> {
    let name = package.name.clone().unwrap_or_else(|| crate_name(model));
    if !is_crate_name(&name) {
        let problem = format!("`{name}` can't be the name of a crate");
        let help = "give one with --name: lower-case letters, digits, `-` and `_`, beginning with a letter";
        return Err(vec![Diagnostic::error(problem).help(help)]);
    }
    let metadata = &model.metadata;
    Ok(PackagePlan {
        description: format!(
            "Types and operations of {} (API of {}).",
            metadata.full_name, metadata.api_version
        ),
        name,
        version: package.version.clone(),
        origin: package.origin.clone(),
        runtime: package.runtime.clone(),
        standalone: package.standalone,
    })
}

/// The crate's name: the service's id in lower case with `-` for blanks, else its endpoint prefix.
fn crate_name(model: &ServiceModel) -> String {
    let metadata = &model.metadata;
    let name = metadata
        .service_id
        .as_deref()
        .unwrap_or(&metadata.endpoint_prefix);
    name.trim().to_lowercase().replace([' ', '.'], "-")
}

fn is_crate_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter))
        && !TAKEN.contains(&name)
}
