//! Small models that tests write themselves.

use codegen::diagnostic::Source;
use codegen::output::FileTree;
use codegen::plan::{Context, CratePlan};
use codegen::read::{self, ModelSources};
use codegen::{Input, Package};

use crate::{Failure, Outcome};

/// The text of a service model with these operations and shapes, both written as the entries of a JSON object.
pub fn service(operations: &str, shapes: &str) -> String {
    format!(
        r#"{{"metadata":{{"apiVersion":"2020-01-01","endpointPrefix":"things","protocol":"rest-json",
"serviceFullName":"Amazon Things","serviceId":"Things"}},
"operations":{{{operations}}},
"shapes":{{{shapes}}}}}"#
    )
}

/// A model without companions.
pub fn sources(text: &str) -> ModelSources {
    ModelSources {
        service: Source::new("service-2.json", text),
        paginators: None,
        waiters: None,
        endpoint_rules: None,
        extras: Vec::new(),
    }
}

/// The files of the crate that comes from a model.
///
/// # Errors
///
/// The model is broken.
pub fn emit(text: &str, package: Package) -> Outcome<FileTree> {
    let input = Input {
        sources: &sources(text),
        docs: None,
        history: &[],
        package,
    };
    Ok(codegen::generate(&input)
        .map_err(|found| Failure::refused(&found))?
        .files)
}

/// The plan of the crate that comes from a model.
///
/// # Errors
///
/// The model is broken.
pub fn plan(text: &str) -> Outcome<CratePlan> {
    let read = read::botocore(&sources(text)).map_err(|found| Failure::refused(&found))?;
    let (plan, _) =
        codegen::plan::plan(&read.model, &Context::default()).map_err(|found| Failure::refused(&found))?;
    Ok(plan)
}

/// The package that small models become.
pub fn package() -> Package {
    Package {
        version: "0.1.0".to_owned(),
        origin: "service-2.json".to_owned(),
        ..Package::default()
    }
}
