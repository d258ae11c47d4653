//! `cargo xtask site`: what is written, what is removed, and what is left alone.

use std::fs;

use crate::support::Workspace;

/// Two revisions, of which the newer lacks an operation and has a new one.
fn workspace() -> Workspace {
    Workspace::with_models(&[
        ("2020-05-13", &["GetOne", "GetTwo"]),
        ("2020-06-10", &["GetOne", "GetNew"]),
    ])
}

fn site(workspace: &Workspace) -> crate::support::Outcome {
    workspace.run(["site", "--out", "../site"])
}

#[test]
fn every_revision_and_operation_that_ever_was_has_a_page() {
    let workspace = workspace();
    site(&workspace).expect(0).says(&["../site", "index.html"]);
    for page in [
        "index",
        "revisions/2020-05-13",
        "revisions/2020-06-10",
        "operations/GetTwo",
        "operations/GetNew",
    ] {
        assert!(workspace.path(&format!("site/{page}.html")).is_file(), "{page}");
    }
    assert!(
        workspace
            .read("site/operations/GetTwo.html")
            .contains("Removed in <a href")
    );
    assert!(
        workspace
            .read("site/revisions/2020-06-10.html")
            .contains("1 removed operation")
    );
}

#[test]
fn a_second_run_writes_nothing() {
    let workspace = workspace();
    site(&workspace).expect(0);
    site(&workspace).expect(0).says(&["(0 written", "0 removed)"]);
}

#[test]
fn pages_that_are_no_longer_made_go_and_other_files_stay() {
    let workspace = workspace();
    site(&workspace).expect(0);
    workspace.write("site/notes.txt", "mine");
    let old = workspace.read("site/operations/GetOne.html");
    workspace.write("site/operations/Old.html", old);
    site(&workspace).expect(0).says(&["1 removed"]);
    assert!(!workspace.path("site/operations/Old.html").exists());
    assert_eq!(workspace.read("site/notes.txt"), "mine");
}

#[test]
fn a_folder_with_other_files_is_refused_and_stays_as_it_is() {
    let workspace = workspace();
    workspace.write("site/index.html", "mine");
    site(&workspace)
        .expect(3)
        .says(&["../site", "no site of ours", "help: "]);
    assert_eq!(workspace.read("site/index.html"), "mine");
    assert_eq!(fs::read_dir(workspace.path("site")).unwrap().count(), 1);
}

#[test]
fn a_file_of_others_in_the_place_of_a_page_is_not_overwritten() {
    let workspace = workspace();
    site(&workspace).expect(0);
    workspace.write("site/style.css", "mine");
    site(&workspace).expect(3).says(&["style.css", "help: "]);
    assert_eq!(workspace.read("site/style.css"), "mine");
}

#[test]
fn an_unknown_service_is_told_with_those_that_there_are() {
    let workspace = workspace();
    workspace
        .run(["site", "--out", "../site", "--service", "other"])
        .expect(2)
        .says(&["other", "sample"]);
    assert!(!workspace.path("site").exists());
}

#[test]
fn without_a_model_there_is_no_site() {
    let workspace = Workspace::new();
    site(&workspace).expect(3).says(&["cargo xtask import"]);
    assert!(!workspace.path("site").exists());
}

#[test]
fn two_revisions_compared_are_a_page_that_stands_alone() {
    let workspace = workspace();
    let page = workspace
        .run(["changes", "sample", "--full", "--format", "html"])
        .expect(0)
        .out;
    assert!(
        page.starts_with("<!doctype html>") && page.contains("Request syntax"),
        "{page}"
    );
    assert!(!page.contains("src=") && !page.contains("href=\"../"), "{page}");
}

#[test]
fn a_whole_history_is_a_site_and_no_page() {
    workspace()
        .run(["changes", "sample", "--all", "--format", "html"])
        .expect(2)
        .says(&["cargo xtask site --out DIR --service sample"]);
}
