//! The lock of names: made, added to, kept, and changed only on purpose.

use std::fs;

use crate::support::{FOLDER, Outcome, Wheel, Workspace, model};

const LOCK: &str = "work/models/sample/names.json";
const FIRST: &str = "2020-06-10";
const SECOND: &str = "2020-07-17";

/// Imports a revision with these operations, whose input `Thing` has these members.
fn import(workspace: &Workspace, day: &str, operations: &[&str], thing: &str) {
    let service = model("Sample", operations, "Prose.").replace(
        r#"{"type": "structure", "members": {"name": {"shape": "Text", "documentation": "Prose."}}}"#,
        &format!(r#"{{"type": "structure", {thing}}}"#),
    );
    assert!(service.contains(thing));
    let wheel = Wheel::of(day, operations).with(&format!("{FOLDER}/service-2.json"), service);
    workspace
        .run(["import", &wheel.write(workspace), "--service", "sample"])
        .expect(0);
}

const OPTIONAL: &str = r#""members": {"name": {"shape": "Text"}, "size": {"shape": "Text"}}"#;
const NAME: &str =
    r#""required": ["name"], "members": {"name": {"shape": "Text"}, "size": {"shape": "Text"}}"#;
const BOTH: &str =
    r#""required": ["name", "size"], "members": {"name": {"shape": "Text"}, "size": {"shape": "Text"}}"#;
const SWAPPED: &str =
    r#""required": ["name", "size"], "members": {"size": {"shape": "Text"}, "name": {"shape": "Text"}}"#;

/// With a revision of one operation and members, whose crate was generated.
fn generated(thing: &str) -> Workspace {
    let workspace = Workspace::new();
    import(&workspace, FIRST, &["Paint"], thing);
    workspace.run(["generate"]).expect(0);
    workspace
}

/// Replaces a piece of the lock by hand.
fn edit(workspace: &Workspace, from: &str, to: &str) {
    let lock = workspace.read(LOCK);
    assert!(lock.contains(from), "{lock}");
    workspace.write(LOCK, lock.replace(from, to));
}

/// Runs a command that must fail in this way, and asserts that it wrote nothing.
#[track_caller]
fn refused<'a>(workspace: &Workspace, args: impl IntoIterator<Item = &'a str>, code: u8) -> Outcome {
    let before = (workspace.tree("generated"), workspace.tree("models"));
    let outcome = workspace.run(args).expect(code);
    assert_eq!((workspace.tree("generated"), workspace.tree("models")), before);
    outcome
}

#[test]
fn the_lock_is_made_with_the_crate() {
    let workspace = Workspace::new();
    import(&workspace, FIRST, &["Paint"], NAME);
    workspace
        .run(["generate"])
        .expect(0)
        .says(&["sample: models/sample/names.json made"]);
    let paint = r#"    "Paint": {"rust": "operation::Paint", "new": ["name"], "members": {"name": "name", "size": "size"}}"#;
    assert!(
        workspace.read(LOCK).lines().any(|line| line == paint),
        "{}",
        workspace.read(LOCK)
    );
    let again = workspace.run(["generate"]).expect(0);
    assert!(!again.out.contains("names.json"), "{again:#?}");
}

#[test]
fn check_reports_a_missing_and_a_stale_lock_as_it_does_files() {
    let workspace = generated(NAME);
    edit(&workspace, r#", "size": "size""#, "");
    refused(&workspace, ["generate", "--check"], 1).says(&[
        "stale     models/sample/names.json\n",
        "1 file is not what is generated",
        "run `cargo xtask generate`",
    ]);
    fs::remove_file(workspace.path(LOCK)).unwrap();
    refused(&workspace, ["generate", "--check"], 1).says(&["missing   models/sample/names.json\n"]);
    workspace.run(["generate"]).expect(0);
    workspace.run(["generate", "--check"]).expect(0);
}

#[test]
fn a_lock_that_was_written_in_another_form_is_stale() {
    let workspace = generated(NAME);
    let before = workspace.read(LOCK);
    edit(&workspace, "\n", "\r\n");
    refused(&workspace, ["generate", "--check"], 1).says(&["stale     models/sample/names.json\n"]);
    workspace.run(["generate"]).expect(0);
    assert_eq!(workspace.read(LOCK), before);
}

#[test]
fn an_imported_revision_adds_its_names_and_changes_no_other_line() {
    let workspace = generated(NAME);
    let before = workspace.read(LOCK);
    import(&workspace, SECOND, &["Paint", "Wash"], NAME);
    workspace
        .run(["generate"])
        .expect(0)
        .says(&["sample: models/sample/names.json updated"]);
    let after = workspace.read(LOCK);
    assert!(after.contains("\"Wash\": {\"rust\": \"operation::WashOutput\""));
    let added: Vec<&str> = after.lines().filter(|line| line.contains("\"Wash\": ")).collect();
    assert_eq!(added.len(), 2);
    let rest: Vec<&str> = after
        .lines()
        .filter(|line| !line.contains("\"Wash\": "))
        .collect();
    // The comma after the line that was the last.
    assert_eq!(
        rest.join("\n")
            .replace("}},\n  }", "}}\n  }")
            .replace("[]},\n  }", "[]}\n  }"),
        before.trim_end()
    );
}

#[test]
fn a_rename_is_refused_with_both_names_and_the_place_of_the_promise() {
    let workspace = generated(NAME);
    edit(&workspace, r#""size": "size""#, r#""size": "extent""#);
    let words = [
        "`operation::Paint::extent` would be renamed to `operation::Paint::size`",
        "models/sample/names.json:4:",
        "/operations/Paint/members/size",
        "`cargo xtask generate --service sample --accept-names`",
        "1 error",
    ];
    refused(&workspace, ["generate"], 3).says(&words);
    refused(&workspace, ["generate", "--check"], 3).says(&words);
}

#[test]
fn a_member_that_becomes_required_is_refused_until_it_is_accepted() {
    let workspace = generated(NAME);
    import(&workspace, SECOND, &["Paint"], BOTH);
    let words = [
        "arguments of `operation::Paint::new` change from (name) to (name, size)",
        "`size` is now required",
        "/operations/Paint/new",
        "`cargo xtask generate --service sample --accept-names`",
    ];
    refused(&workspace, ["generate"], 3).says(&words);
    refused(&workspace, ["generate", "--check"], 3).says(&words);
    workspace
        .run(["generate", "--service", "sample", "--accept-names"])
        .expect(0)
        .says(&[
            "models/sample/names.json updated",
            "accepted: arguments of `operation::Paint::new` change from (name) to (name, size)",
        ]);
    assert!(workspace.read(LOCK).contains(r#""new": ["name", "size"]"#));
    workspace.run(["generate", "--check"]).expect(0);
}

#[test]
fn arguments_that_swap_places_are_refused() {
    let workspace = generated(BOTH);
    import(&workspace, SECOND, &["Paint"], SWAPPED);
    refused(&workspace, ["generate"], 3)
        .says(&["change from (name, size) to (size, name)", "in another order"]);
}

#[test]
fn everything_that_is_broken_is_told_at_once() {
    let workspace = generated(NAME);
    edit(&workspace, "\"crate\": \"sample\"", "\"crate\": \"example\"");
    edit(&workspace, "operation::PaintOutput", "operation::Painted");
    edit(&workspace, r#""new": ["name"]"#, r#""new": ["size"]"#);
    refused(&workspace, ["generate"], 3).says(&[
        "`crate example` would be renamed to `crate sample`",
        "`operation::Painted` would be renamed to `operation::PaintOutput`",
        "change from (size) to (name)",
        "3 errors",
    ]);
}

#[test]
fn a_name_that_vanishes_stays_in_the_lock() {
    let workspace = generated(NAME);
    import(&workspace, SECOND, &["Wash"], NAME);
    workspace.run(["generate"]).expect(0);
    let lock = workspace.read(LOCK);
    assert!(
        lock.contains("\"operation::Paint\"") && lock.contains("\"operation::Wash\""),
        "{lock}"
    );
    workspace.run(["generate", "--check"]).expect(0);
}

#[test]
fn an_older_revision_is_held_to_the_names_alone_and_leaves_the_lock() {
    let workspace = generated(NAME);
    import(&workspace, SECOND, &["Paint", "Wash"], OPTIONAL);
    workspace.run(["generate", "--accept-names"]).expect(0);
    let before = workspace.read(LOCK);
    workspace.run(["generate", "--revision", FIRST]).expect(0);
    assert_eq!(workspace.read(LOCK), before);
    workspace
        .run(["generate", "--check", "--revision", FIRST])
        .expect(0);
    edit(&workspace, r#""name": "name""#, r#""name": "title""#);
    let outcome = refused(&workspace, ["generate", "--revision", FIRST], 3)
        .says(&["`operation::Paint::title` would be renamed to `operation::Paint::name`"]);
    assert!(!outcome.err.contains("--accept-names"), "{outcome:#?}");
    fs::remove_file(workspace.path(LOCK)).unwrap();
    workspace.run(["generate", "--revision", FIRST]).expect(0);
    assert!(!workspace.path(LOCK).exists());
}

#[test]
fn a_crate_that_stands_alone_knows_no_lock() {
    let workspace = generated(NAME);
    edit(&workspace, "operation::PaintOutput", "operation::Painted");
    let model = format!("models/sample/{FIRST}");
    workspace
        .run(["generate", "--model", &model, "--out", "../alone"])
        .expect(0);
}

#[test]
fn a_broken_lock_is_shown_with_its_place_and_is_not_accepted() {
    let workspace = generated(NAME);
    edit(&workspace, "\"outputs\": {", "\"outputs\": {,");
    for args in [
        &["generate"][..],
        &["generate", "--check"],
        &["generate", "--accept-names"],
    ] {
        refused(&workspace, args.iter().copied(), 3)
            .says(&["models/sample/names.json:6:15", "expected a key"]);
    }
    workspace.write(LOCK, r#"{"crate": "sample", "operation": {}}"#);
    refused(&workspace, ["generate"], 3).says(&["unknown key `operation`", "did you mean `operations`?"]);
}

#[test]
fn accepting_goes_with_writing_the_newest_revision_only() {
    let workspace = generated(NAME);
    for other in [
        &["--check"][..],
        &["--revision", FIRST],
        &["--model", "x", "--out", "y"],
    ] {
        let args = ["generate", "--accept-names"].iter().chain(other).copied();
        refused(&workspace, args, 2).says(&["--accept-names"]);
    }
}
