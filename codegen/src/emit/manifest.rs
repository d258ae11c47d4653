//! The TOML files of the generated crate.

use crate::RuntimeDependency;
use crate::output::MARK;
use crate::plan::PackagePlan;

/// The file `Cargo.toml`.
pub(super) fn emit_manifest(plan: &PackagePlan) -> String {
    let runtime = match &plan.runtime {
        RuntimeDependency::Path(path) => format!("path = {}", quoted(path)),
        RuntimeDependency::Version(version) => format!("version = {}", quoted(version)),
    };
    let workspace = if plan.standalone {
        "\n# A workspace of its own, wherever it lies.\n[workspace]\n"
    } else {
        ""
    };
    format!(
        "# {MARK} from {origin}. Do not edit.\n\
         [package]\n\
         name = {name}\n\
         version = {version}\n\
         description = {description}\n\
         edition = \"2024\"\n\
         rust-version = \"1.88\"\n\
         license = \"Apache-2.0 OR MIT\"\n\
         \n\
         [features]\n\
         # Any operation by its name, with JSON in and out.\n\
         dynamic = []\n\
         \n\
         [dependencies]\n\
         runtime = {{ package = \"service-runtime\", {runtime} }}\n\
         {workspace}",
        origin = plan.origin,
        name = quoted(&plan.name),
        version = quoted(&plan.version),
        description = quoted(&plan.description),
    )
}

/// The file `rustfmt.toml`: the generator's printer has the last word, or every run would change every file.
pub(super) fn emit_rustfmt(plan: &PackagePlan) -> String {
    format!(
        "# {MARK} from {}. Do not edit.\ndisable_all_formatting = true\n",
        plan.origin
    )
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            letter if letter.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}
