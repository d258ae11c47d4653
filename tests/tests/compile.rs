//! What is generated compiles, without a warning, and does what it should: crates that are really built.
//!
//! All crates are members of one workspace in the target folder, so that a second run builds nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use codegen::{Package, RuntimeDependency};
use tests::awkward::{self, Kind};
use tests::command::xtask;
use tests::compile::{Bench, Files, check_alone, files};
use tests::history::History;
use tests::{Failure, Outcome, fixture, root};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

const AWKWARD: [(&str, Kind); 5] = [
    ("awkward-structures", Kind::Structure),
    ("awkward-enums", Kind::Enum),
    ("awkward-unions", Kind::Union),
    ("awkward-errors", Kind::Error),
    ("awkward-operations", Kind::Operation),
];

static BENCH: LazyLock<Result<Bench, String>> =
    LazyLock::new(|| bench().map_err(|problem| format!("{problem:?}")));

fn bench() -> Outcome<Bench> {
    let mut crates: BTreeMap<String, Files> = BTreeMap::new();
    for (name, kind) in AWKWARD {
        let model = awkward::model(kind);
        crates.insert(name.to_owned(), files(&fixture::emit(&model, package(name))?));
    }
    let features = fs::read_to_string(root().join("tests/fixtures/features/service-2.json"))?;
    let features = fixture::emit(&features, package("every-feature"))?;
    crates.insert("every-feature".to_owned(), files(&features));
    let history = History::of_macie()?;
    for (name, revision) in [("before", "2020-05-13"), ("after", "2020-06-10")] {
        let generated = history.generate(revision, package(name))?;
        crates.insert(name.to_owned(), files(&generated.files));
    }
    for (name, needed) in [
        ("features", &["every-feature"][..]),
        ("revisions", &["before", "after"]),
    ] {
        crates.insert(name.to_owned(), program(name, needed));
    }
    Bench::new(Path::new(SCRATCH), &crates)
}

fn package(name: &str) -> Package {
    let runtime = root().join("codegen/runtime");
    Package {
        name: Some(name.to_owned()),
        runtime: RuntimeDependency::Path(runtime.to_string_lossy().into_owned()),
        ..fixture::package()
    }
}

/// A package whose tests are those of the fixture of its name, with generated crates to depend on.
fn program(name: &str, crates: &[&str]) -> Files {
    let main = root().join("tests/fixtures").join(name).join("main.rs");
    let dependencies: String = crates
        .iter()
        .map(|name| format!("{name} = {{ path = \"../{name}\", features = [\"dynamic\"] }}\n"))
        .collect();
    let features = if cfg!(feature = "serde-json-features") {
        r#", features = ["arbitrary_precision", "float_roundtrip", "preserve_order"]"#
    } else {
        ""
    };
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [lib]\npath = \"lib.rs\"\n\n\
         [[test]]\nname = \"{name}\"\npath = {main:?}\n\n\
         [dependencies]\n{dependencies}serde_json = {{ version = \"1\"{features} }}\n"
    );
    BTreeMap::from([
        ("Cargo.toml".to_owned(), manifest),
        ("lib.rs".to_owned(), String::new()),
    ])
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
    for (name, _) in AWKWARD {
        args.extend(["-p", name]);
    }
    cargo(&args)?;
    Ok(())
}

#[test]
fn every_feature_is_on_the_wire_what_it_should_be() -> Outcome {
    cargo(&["test", "--quiet", "-p", "features", "--test", "features"])?;
    Ok(())
}

#[test]
fn crates_of_two_revisions_differ_as_their_models_do_and_the_old_one_reads_new_answers() -> Outcome {
    cargo(&["test", "--quiet", "-p", "revisions", "--test", "revisions"])?;
    Ok(())
}

#[test]
fn a_crate_that_stands_alone_compiles_inside_of_a_workspace_and_outside() -> Outcome {
    let outside = tempfile::tempdir()?;
    let inside = root().join("target/stands-alone");
    for folder in [outside.path(), &inside] {
        let out = folder.to_string_lossy();
        let call = xtask(
            &root(),
            &["generate", "--model", "tests/fixtures/features", "--out", &out],
        );
        assert_eq!(call.code, 0, "{}", call.err);
        check_alone(Path::new(SCRATCH), folder)?;
    }
    fs::remove_dir_all(inside)?;
    Ok(())
}
