//! The version of a crate, measured by what changed since its last release.

use crate::support::{Outcome, Wheel, Workspace};

const TOML: &str = "work/models/sample/service.toml";
const FIRST: &str = "2020-06-10";
const SECOND: &str = "2020-07-17";

fn import(workspace: &Workspace, day: &str, operations: &[&str]) {
    let wheel = Wheel::of(day, operations).write(workspace);
    workspace.run(["import", &wheel, "--service", "sample"]).expect(0);
}

/// Of whose service the first revision was released as that version, and which has that version now.
fn released(released: &str, version: &str) -> Workspace {
    let workspace = Workspace::new();
    import(&workspace, FIRST, &["Paint"]);
    let table =
        format!("version = \"{version}\"\n\n[released]\nversion = \"{released}\"\nrevision = \"{FIRST}\"\n");
    let text = workspace.read(TOML).replace("version = \"0.1.0\"\n", &table);
    assert!(text.contains(&table), "{text}");
    workspace.write(TOML, text);
    workspace
}

fn set_version(workspace: &Workspace, from: &str, to: &str) {
    let text = workspace.read(TOML);
    let (from, to) = (
        format!("version = \"{from}\"\n\n"),
        format!("version = \"{to}\"\n\n"),
    );
    assert!(text.contains(&from), "{text}");
    workspace.write(TOML, text.replace(&from, &to));
}

/// Generates what then is checked.
fn check(workspace: &Workspace) -> Outcome {
    workspace.run(["generate"]).expect(0);
    workspace.run(["generate", "--check"])
}

#[test]
fn what_was_released_needs_no_other_version() {
    check(&released("0.1.0", "0.1.0")).expect(0);
}

#[test]
fn without_a_release_versions_are_not_measured() {
    let workspace = Workspace::with_models(&[(FIRST, &["Paint"]), (SECOND, &["Wash"])]);
    check(&workspace).expect(0);
}

#[test]
fn a_version_that_is_too_low_fails_the_check_and_the_message_is_all_one_needs() {
    let workspace = released("0.1.0", "0.1.0");
    import(&workspace, SECOND, &["Paint", "Wash"]);
    check(&workspace).expect(1).says(&[
        "error: version 0.1.0 of sample is too low: what changed since 0.1.0, which was made from 2020-06-10, is minor",
        "models/sample/service.toml:4:11",
        "write version = \"0.1.1\" here",
        "`cargo xtask changes sample 2020-06-10 2020-07-17`",
    ]);
    set_version(&workspace, "0.1.0", "0.1.1");
    check(&workspace).expect(0);
}

#[test]
fn a_breaking_change_needs_a_breaking_version() {
    let workspace = released("0.1.0", "0.1.1");
    import(&workspace, SECOND, &["Wash"]);
    check(&workspace)
        .expect(1)
        .says(&["is major", "write version = \"0.2.0\" here"]);
    set_version(&workspace, "0.1.1", "0.2.0");
    check(&workspace).expect(0);

    let workspace = released("1.4.2", "1.5.0");
    import(&workspace, SECOND, &["Wash"]);
    check(&workspace)
        .expect(1)
        .says(&["write version = \"2.0.0\" here"]);
}

#[test]
fn generating_goes_on_with_a_warning() {
    let workspace = released("0.1.0", "0.1.0");
    import(&workspace, SECOND, &["Paint", "Wash"]);
    workspace
        .run(["generate"])
        .expect(0)
        .says(&["warning: version 0.1.0 of sample is too low", "1 warning"]);
    assert!(
        workspace
            .read("work/generated/sample/Cargo.toml")
            .contains(SECOND)
    );
}

#[test]
fn the_check_lists_files_and_versions_together() {
    let workspace = released("0.1.0", "0.1.0");
    workspace.run(["generate"]).expect(0);
    import(&workspace, SECOND, &["Paint", "Wash"]);
    workspace.run(["generate", "--check"]).expect(1).says(&[
        "missing   generated/sample/src/operation/wash.rs\n",
        "files are not what is generated",
        "run `cargo xtask generate`",
        "is too low",
        "2 errors",
    ]);
}

#[test]
fn an_older_revision_is_not_measured() {
    let workspace = released("0.1.0", "0.1.0");
    import(&workspace, SECOND, &["Wash"]);
    let outcome = workspace.run(["generate", "--revision", FIRST]).expect(0);
    assert!(!outcome.err.contains("too low"), "{outcome:#?}");
    workspace
        .run(["generate", "--check", "--revision", FIRST])
        .expect(0);
}

#[test]
fn a_version_is_never_lower_than_the_released_one() {
    check(&released("0.2.0", "0.1.9")).expect(1).says(&[
        "version 0.1.9 of sample is lower than 0.2.0, which was released",
        "models/sample/service.toml:4:11",
    ]);
}

#[test]
fn a_release_that_cannot_be_read_is_shown_with_its_place() {
    let cases = [
        (
            "revision = \"2020-06-10\"",
            "revision = \"2020-06-11\"",
            "there is no revision 2020-06-11",
        ),
        (
            "revision = \"2020-06-10\"",
            "revision = \"June\"",
            "`revision`: this is no date",
        ),
        (
            "revision = \"2020-06-10\"",
            "revision = 2020-06-10",
            "`revision` is no text",
        ),
        (
            "revision = \"2020-06-10\"",
            "day = \"2020-06-10\"",
            "`day` is not known here",
        ),
        ("\nrevision = \"2020-06-10\"", "", "`revision` is missing"),
        (
            "[released]\nversion = \"0.1.0\"",
            "[released]\nversion = \"one\"",
            "`version`: unexpected",
        ),
        ("[released]", "[[released]]", "`released` is no table"),
    ];
    for (from, to, words) in cases {
        let workspace = released("0.1.0", "0.1.0");
        let text = workspace.read(TOML);
        assert!(text.contains(from), "{text}");
        workspace.write(TOML, text.replacen(from, to, 1));
        workspace
            .run(["generate"])
            .expect(3)
            .says(&[words, "models/sample/service.toml:", "help: "]);
    }
}
