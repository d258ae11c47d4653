//! `cargo xtask generate`: what it writes, removes and leaves alone.

use std::fs;

use crate::support::{Workspace, gzip, model};

const DAYS: [(&str, &[&str]); 2] = [
    ("2020-06-10", &["OldThing"]),
    ("2020-07-17", &["OldThing", "NewThing"]),
];

/// With a service of two revisions, whose crate was generated.
fn generated() -> Workspace {
    let workspace = Workspace::with_models(&DAYS);
    workspace.run(["generate"]).expect(0);
    workspace
}

#[test]
fn the_newest_revision_of_every_service_is_generated() {
    let workspace = generated();
    let tree = workspace.tree("generated");
    assert!(tree.contains_key("sample/Cargo.toml") && tree.contains_key("sample/src/lib.rs"));
    assert!(tree["sample/Cargo.toml"].contains("models/sample/2020-07-17"));
    assert!(tree["sample/Cargo.toml"].contains("../../codegen/runtime"));
}

#[test]
fn a_second_run_touches_nothing() {
    let workspace = generated();
    let modified = || {
        fs::metadata(workspace.path("work/generated/sample/Cargo.toml"))
            .unwrap()
            .modified()
            .unwrap()
    };
    let before = modified();
    workspace
        .run(["generate"])
        .expect(0)
        .says(&["sample: ", "up to date"]);
    assert_eq!(modified(), before);
}

#[test]
fn files_are_counted_in_the_summary() {
    let workspace = generated();
    workspace.write("work/generated/sample/src/orphan.rs", "");
    workspace.write("work/generated/sample/src/lib.rs", "edited");
    workspace
        .run(["generate"])
        .expect(0)
        .says(&["1 written, ", "unchanged, 1 removed (", " ms)"]);
}

#[test]
fn check_accepts_what_was_generated() {
    generated()
        .run(["generate", "--check"])
        .expect(0)
        .says(&["up to date"]);
}

#[test]
fn check_lists_everything_at_once_and_writes_nothing() {
    let workspace = generated();
    workspace.write("work/generated/sample/Cargo.toml", "edited");
    fs::remove_file(workspace.path("work/generated/sample/src/lib.rs")).unwrap();
    workspace.write("work/generated/sample/src/orphan.rs", "");
    workspace.write("work/generated/gone/src/lib.rs", "");
    workspace.write("work/generated/README.md", "");
    let before = workspace.tree("generated");
    workspace.run(["generate", "--check"]).expect(1).says(&[
        "stale     generated/sample/Cargo.toml\n",
        "missing   generated/sample/src/lib.rs\n",
        "orphaned  generated/sample/src/orphan.rs\n",
        "orphaned  generated/gone/src/lib.rs\n",
        "orphaned  generated/README.md\n",
        "5 files are not what is generated",
        "run `cargo xtask generate`",
    ]);
    assert_eq!(workspace.tree("generated"), before);
}

#[test]
fn what_is_deleted_or_broken_is_repaired() {
    let expected = generated().tree("generated");
    let breakages: [fn(&Workspace); 6] = [
        |workspace| fs::remove_dir_all(workspace.path("work/generated")).unwrap(),
        |workspace| {
            fs::remove_dir_all(workspace.path("work/generated")).unwrap();
            workspace.write("work/generated", "a file");
        },
        |workspace| {
            fs::remove_dir_all(workspace.path("work/generated/sample")).unwrap();
            workspace.write("work/generated/sample", "a file");
        },
        |workspace| {
            fs::remove_dir_all(workspace.path("work/generated/sample/src")).unwrap();
            workspace.write("work/generated/sample/src", "a file");
        },
        |workspace| {
            fs::remove_file(workspace.path("work/generated/sample/Cargo.toml")).unwrap();
            workspace.write("work/generated/sample/Cargo.toml/file", "in a folder");
        },
        |workspace| drop(workspace.write("work/Cargo.toml", "broken")),
    ];
    for breakage in breakages {
        let workspace = generated();
        breakage(&workspace);
        workspace.run(["generate"]).expect(0);
        assert_eq!(workspace.tree("generated"), expected);
    }
}

#[test]
fn crates_without_a_model_go_when_all_services_are_generated() {
    let workspace = generated();
    workspace.write("work/generated/gone/src/lib.rs", "");
    workspace.run(["generate", "--service", "sample"]).expect(0);
    assert!(workspace.path("work/generated/gone").exists());
    workspace
        .run(["generate"])
        .expect(0)
        .says(&["generated/gone: removed"]);
    assert!(!workspace.path("work/generated/gone").exists());
}

#[test]
fn an_older_revision_can_be_tried() {
    let workspace = generated();
    workspace.run(["generate", "--revision", "2020-06-10"]).expect(0);
    assert!(
        workspace
            .read("work/generated/sample/Cargo.toml")
            .contains("models/sample/2020-06-10")
    );
    workspace.run(["generate", "--check"]).expect(1).says(&["stale"]);
    workspace
        .run(["generate", "--check", "--revision", "2020-06-10"])
        .expect(0);
}

#[test]
fn check_names_the_command_with_its_arguments() {
    let workspace = generated();
    workspace
        .run([
            "generate",
            "--check",
            "--service",
            "sample",
            "--revision",
            "2020-06-10",
        ])
        .expect(1)
        .says(&["run `cargo xtask generate --service sample --revision 2020-06-10`"]);
}

#[test]
fn what_was_never_imported_is_a_wrong_argument() {
    let workspace = generated();
    workspace
        .run(["generate", "--service", "sampel"])
        .expect(2)
        .says(&["`sampel`", "sample"]);
    workspace
        .run(["generate", "--revision", "2020-07-01"])
        .expect(2)
        .says(&["2020-07-01", "2020-06-10"]);
    workspace
        .run(["generate", "--revision", "yesterday"])
        .expect(2)
        .says(&["YYYY-MM-DD"]);
}

#[test]
fn a_broken_model_is_shown_with_its_place_and_nothing_is_written() {
    let workspace = generated();
    let before = workspace.tree("generated");
    let path = "work/models/sample/2020-07-17/service-2.json";
    let broken = workspace.read(path).replace("\"shapes\": {", "\"shapes\": {,");
    workspace.write(path, broken);
    workspace
        .run(["generate"])
        .expect(3)
        .says(&["models/sample/2020-07-17/service-2.json:", "1 error"]);
    assert_eq!(workspace.tree("generated"), before);
}

#[test]
fn one_broken_service_keeps_all_from_being_written() {
    let workspace = generated();
    let other = workspace.write("other.json", model("Other", &["A"], ""));
    let other = [
        "import",
        other.to_str().unwrap(),
        "--service",
        "other",
        "--revision",
        "2020-06-10",
    ];
    workspace.run(other).expect(0);
    workspace.write("work/models/sample/2020-07-17/service-2.json", "{");
    let before = workspace.tree("generated");
    workspace.run(["generate"]).expect(3);
    assert_eq!(workspace.tree("generated"), before);
}

#[test]
fn two_services_cannot_be_one_crate() {
    let workspace = generated();
    let other = workspace.write("other.json", model("Sample", &["A"], ""));
    let other = [
        "import",
        other.to_str().unwrap(),
        "--service",
        "other",
        "--revision",
        "2020-06-10",
    ];
    workspace.run(other).expect(0);
    workspace
        .run(["generate"])
        .expect(3)
        .says(&["other and sample", "the crate `sample`"]);
}

#[test]
fn without_models_nothing_is_removed() {
    let workspace = generated();
    fs::remove_dir_all(workspace.path("work/models")).unwrap();
    let before = workspace.tree("generated");
    workspace
        .run(["generate"])
        .expect(3)
        .says(&["cargo xtask import"]);
    assert_eq!(workspace.tree("generated"), before);
}

#[test]
fn a_folder_that_is_no_revision_is_named() {
    let workspace = generated();
    workspace.write("work/models/sample/2020-13-01/service-2.json", "{}");
    workspace
        .run(["generate"])
        .expect(3)
        .says(&["models/sample/2020-13-01"]);
}

#[test]
fn timings_are_reported_when_asked_for() {
    generated().run(["generate", "--timings"]).expect(0).says(&[
        "load files",
        "emit and format",
        "ms in all",
    ]);
}

#[test]
fn the_workspace_is_found_from_a_folder_in_it() {
    let workspace = generated();
    fs::remove_dir_all(workspace.path("work/generated")).unwrap();
    crate::support::run_in(&workspace.path("work/models/sample"), ["generate"]).expect(0);
    assert!(workspace.path("work/generated/sample/Cargo.toml").exists());
}

#[test]
fn outside_a_workspace_the_way_in_is_named() {
    let elsewhere = tempfile::tempdir().unwrap();
    crate::support::run_in(elsewhere.path(), ["generate"])
        .expect(2)
        .says(&["is not in the workspace", "codegen/"]);
}

#[test]
fn help_is_an_answer_and_wrong_usage_is_a_problem() {
    let workspace = Workspace::new();
    let help = workspace.run(["generate", "--help"]).expect(0);
    assert!(help.out.contains("Examples:") && help.err.is_empty());
    let usage = workspace.run(["generate", "--chekc"]).expect(2);
    assert!(usage.out.is_empty() && usage.err.contains("--check"));
}

#[test]
fn a_packed_original_generates_too() {
    let workspace = Workspace::new();
    let original = gzip(model("Sample", &["A"], "Prose.").as_bytes());
    workspace.write("original/2020-01-01/service-2.json.gz", original);
    workspace
        .run([
            "generate",
            "--model",
            "../original/2020-01-01",
            "--out",
            "../crate",
        ])
        .expect(0);
    assert!(workspace.read("crate/Cargo.toml").contains("original/2020-01-01"));
}
