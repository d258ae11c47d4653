//! `cargo xtask generate` on workspaces: this one, and small ones that are then damaged.

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use tests::command::{Call, small_workspace, xtask};
use tests::{Outcome, root};

const REVISIONS: [&str; 2] = ["2020-05-13", "2020-06-10"];

/// A small workspace with its crate generated.
fn workspace() -> Outcome<TempDir> {
    let folder = tempfile::tempdir()?;
    small_workspace(folder.path(), &REVISIONS)?;
    assert_eq!(generate(folder.path(), &[]).code, 0);
    Ok(folder)
}

fn generate(folder: &Path, more: &[&str]) -> Call {
    xtask(folder, &[&["generate"], more].concat())
}

fn check(folder: &Path) -> Call {
    generate(folder, &["--check"])
}

/// The lines of the answer, sorted.
fn lines(call: &Call) -> Vec<&str> {
    let mut lines: Vec<&str> = call.out.lines().collect();
    lines.sort_unstable();
    lines
}

#[test]
fn what_is_committed_is_what_is_generated() {
    let call = check(&root());
    assert_eq!(
        call.code, 0,
        "run `cargo xtask generate`\n{}{}",
        call.out, call.err
    );
    assert!(call.out.contains("all files are up to date"), "{}", call.out);
}

#[test]
fn a_check_of_a_clean_workspace_is_0_and_writes_nothing() -> Outcome {
    let folder = workspace()?;
    let call = check(folder.path());
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(call.out.starts_with("all files are up to date"), "{}", call.out);
    Ok(())
}

#[test]
fn a_check_is_1_after_any_edit_and_lists_all_that_differs_at_once() -> Outcome {
    let folder = workspace()?;
    let generated = folder.path().join("generated/macie2");
    let library = generated.join("src/lib.rs");
    fs::write(&library, format!("{} ", fs::read_to_string(&library)?))?;
    fs::remove_file(generated.join("src/types/finding.rs"))?;
    fs::write(generated.join("src/types/stray.rs"), "")?;
    fs::create_dir_all(folder.path().join("generated/other/src"))?;
    fs::write(folder.path().join("generated/other/src/lib.rs"), "")?;
    let call = check(folder.path());
    assert_eq!(call.code, 1);
    let expected = [
        "missing   generated/macie2/src/types/finding.rs",
        "orphaned  generated/macie2/src/types/stray.rs",
        "orphaned  generated/other/src/lib.rs",
        "stale     generated/macie2/src/lib.rs",
    ];
    assert_eq!(lines(&call), expected);
    assert!(
        call.err.contains("4 files are not what is generated"),
        "{}",
        call.err
    );
    assert!(call.err.contains("run `cargo xtask generate`"), "{}", call.err);
    assert!(
        generated.join("src/types/stray.rs").is_file(),
        "a check writes nothing"
    );
    Ok(())
}

#[test]
fn generating_repairs_every_difference_and_leaves_equal_files_untouched() -> Outcome {
    let folder = workspace()?;
    let generated = folder.path().join("generated/macie2");
    let untouched = generated.join("src/types/severity.rs");
    let before = fs::metadata(&untouched)?.modified()?;
    fs::write(generated.join("src/lib.rs"), "broken {")?;
    fs::write(generated.join("Cargo.toml"), "broken [")?;
    fs::write(generated.join("src/types/stray.rs"), "")?;
    fs::remove_dir_all(generated.join("src/operation"))?;
    let call = generate(folder.path(), &[]);
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(
        call.out.contains(" 53 written") && call.out.contains(" 1 removed"),
        "{}",
        call.out
    );
    assert_eq!(fs::metadata(&untouched)?.modified()?, before);
    assert_eq!(check(folder.path()).code, 0);
    Ok(())
}

#[test]
fn a_generated_folder_that_is_gone_or_a_file_is_made_again() -> Outcome {
    let folder = workspace()?;
    let generated = folder.path().join("generated");
    fs::remove_dir_all(&generated)?;
    assert_eq!(check(folder.path()).code, 1);
    assert_eq!(generate(folder.path(), &[]).code, 0);
    assert_eq!(check(folder.path()).code, 0);
    fs::remove_dir_all(&generated)?;
    fs::write(&generated, "no folder")?;
    assert_eq!(generate(folder.path(), &[]).code, 0);
    assert_eq!(check(folder.path()).code, 0);
    Ok(())
}

#[test]
fn an_older_revision_removes_what_only_the_newer_has() -> Outcome {
    let folder = workspace()?;
    let archive = folder
        .path()
        .join("generated/macie2/src/operation/archive_findings.rs");
    assert!(!archive.exists());
    assert_eq!(generate(folder.path(), &["--revision", "2020-05-13"]).code, 0);
    assert!(archive.is_file());
    assert_eq!(generate(folder.path(), &[]).code, 0);
    assert!(!archive.exists());
    Ok(())
}

#[test]
fn a_broken_model_leaves_what_was_generated_alone() -> Outcome {
    let folder = workspace()?;
    let model = folder.path().join("models/macie2/2020-06-10/service-2.json");
    let text = fs::read_to_string(&model)?;
    fs::write(
        &model,
        text.replacen("\"shape\":\"EncryptionType\"", "\"shape\":\"EncryptionKind\"", 1),
    )?;
    let before = fs::read_to_string(
        folder
            .path()
            .join("generated/macie2/src/types/encryption_type.rs"),
    )?;
    let call = generate(folder.path(), &[]);
    assert_eq!(call.code, 3);
    assert!(
        call.err.contains("did you mean `EncryptionType`?"),
        "{}",
        call.err
    );
    let after = fs::read_to_string(
        folder
            .path()
            .join("generated/macie2/src/types/encryption_type.rs"),
    )?;
    assert_eq!(before, after);
    Ok(())
}

#[test]
fn a_crate_of_any_model_names_its_model_and_finds_its_runtime() -> Outcome {
    let folder = workspace()?;
    let model = "models/macie2/2020-05-13";
    let call = generate(
        folder.path(),
        &["--model", model, "--out", "far/away", "--name", "old-macie"],
    );
    assert_eq!(call.code, 0, "{}", call.err);
    let manifest = fs::read_to_string(folder.path().join("far/away/Cargo.toml"))?;
    assert!(
        manifest.contains("name = \"old-macie\"") && manifest.contains("[workspace]"),
        "{manifest}"
    );
    assert!(
        manifest.contains("path = \"../../codegen/runtime\""),
        "{manifest}"
    );
    assert!(
        folder
            .path()
            .join("far/away/src/operation/archive_findings.rs")
            .is_file()
    );
    assert_eq!(
        generate(
            folder.path(),
            &[
                "--model",
                model,
                "--out",
                "far/away",
                "--name",
                "old-macie",
                "--check"
            ]
        )
        .code,
        0
    );
    Ok(())
}

#[test]
fn a_folder_with_other_peoples_files_is_not_written_to() -> Outcome {
    let folder = workspace()?;
    let call = generate(
        folder.path(),
        &["--model", "models/macie2/2020-05-13", "--out", "codegen"],
    );
    assert_eq!(call.code, 3, "{}", call.out);
    assert!(!folder.path().join("codegen/src").exists());
    Ok(())
}

#[test]
fn wrong_usage_is_2_and_says_what_is_right() -> Outcome {
    let folder = workspace()?;
    for (arguments, hint) in [
        (&["--service", "macie"][..], "macie2"),
        (&["--revision", "2020-05-14"], "2020-05-13"),
        (&["--revision", "yesterday"], "--revision"),
        (&["--model", "x"], "--out"),
        (&["--nonsense"], "--help"),
    ] {
        let call = generate(folder.path(), arguments);
        assert_eq!(call.code, 2, "{arguments:?}: {}", call.err);
        assert!(call.err.contains(hint), "{arguments:?}: {}", call.err);
    }
    Ok(())
}
