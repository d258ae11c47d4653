//! What is generated compiles, without a warning, and does what it should: crates that are really built.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use tests::awkward::{self, Kind};
use tests::compile::{Bench, Files, files};
use tests::{Failure, Outcome, fixture};

static BENCH: LazyLock<Result<Bench, String>> =
    LazyLock::new(|| bench().map_err(|error| format!("{error:?}")));

const KINDS: [(&str, Kind); 5] = [
    ("awkward-structures", Kind::Structure),
    ("awkward-enums", Kind::Enum),
    ("awkward-unions", Kind::Union),
    ("awkward-errors", Kind::Error),
    ("awkward-operations", Kind::Operation),
];

fn bench() -> Outcome<Bench> {
    let mut crates: BTreeMap<String, Files> = BTreeMap::new();
    for (name, kind) in KINDS {
        crates.insert(name.to_owned(), generated(name, &awkward::model(kind))?);
    }
    Bench::new(Path::new(env!("CARGO_TARGET_TMPDIR")), &crates)
}

fn generated(name: &str, model: &str) -> Outcome<Files> {
    let runtime = tests::root().join("codegen/runtime");
    let package = codegen::Package {
        name: Some(name.to_owned()),
        runtime: codegen::RuntimeDependency::Path(runtime.to_string_lossy().into_owned()),
        ..fixture::package()
    };
    Ok(files(&fixture::emit(model, package)?))
}

fn cargo(args: &[&str]) -> Outcome<String> {
    match &*BENCH {
        Ok(bench) => bench.cargo(args),
        Err(problem) => Err(Failure::new(problem)),
    }
}

#[test]
fn every_awkward_name_compiles_as_a_type_of_every_kind() -> Outcome {
    let mut args = vec!["check", "--quiet", "--all-features", "--keep-going"];
    for (name, _) in KINDS {
        args.extend(["-p", name]);
    }
    cargo(&args)?;
    Ok(())
}
