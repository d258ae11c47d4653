//! Calls by name, with JSON in and out.

use quote::quote;

use crate::output::{Group, RustFile};
use crate::plan::OperationPlan;

/// The file `dynamic.rs`.
pub(super) fn emit_dynamic(plans: &[OperationPlan]) -> RustFile {
    let docs = [
        "Any operation by its name, with JSON in and out.",
        "",
        "The JSON is the serde form: model member names as keys, RFC 3339 timestamps, base64 blobs.",
    ];
    let lines = plans
        .iter()
        .map(|plan| format!("        {:?} => {},\n", plan.wire_name, plan.input.name.public));
    let table = format!(
        "runtime::dynamic! {{\n    Error {{\n{}    }}\n}}\n",
        lines.collect::<String>()
    );
    let mut file = RustFile::of_items(&docs, [quote! { use crate::error::Error; use crate::operation; }]);
    file.groups.push(Group::Table(table));
    file
}
