//! `cargo xtask changes` on a workspace with the first three revisions of Macie 2.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;
use tests::command::{Call, small_workspace, xtask};
use tests::{Outcome, root};

const REVISIONS: [&str; 3] = ["2020-05-13", "2020-06-10", "2020-07-17"];

fn workspace() -> Outcome<TempDir> {
    let folder = tempfile::tempdir()?;
    small_workspace(folder.path(), &REVISIONS)?;
    Ok(folder)
}

fn changes(folder: &Path, more: &[&str]) -> Call {
    xtask(folder, &[&["changes"], more].concat())
}

/// A call in a workspace of its own.
fn call(more: &[&str]) -> Outcome<Call> {
    Ok(changes(workspace()?.path(), more))
}

fn first_line(call: &Call) -> &str {
    call.out.lines().next().unwrap_or_default()
}

#[test]
fn the_newest_revision_is_compared_with_the_one_before() -> Outcome {
    for words in [
        &[][..],
        &["macie2"],
        &["macie2", "2020-06-10"],
        &["macie2", "2020-07-17"],
    ] {
        let call = call(words)?;
        assert_eq!(call.code, 0, "{}", call.err);
        assert!(
            first_line(&call).ends_with("2020-06-10 -> 2020-07-17"),
            "{}",
            call.out
        );
    }
    Ok(())
}

#[test]
fn revisions_and_paths_of_revisions_are_the_same() -> Outcome {
    let folder = workspace()?;
    let dates = changes(folder.path(), &["macie2", "2020-05-13", "2020-06-10"]);
    let paths = [
        "models/macie2/2020-05-13",
        "models/macie2/2020-06-10/service-2.json",
    ];
    assert!(first_line(&dates).starts_with("major, wire warning: Amazon Macie 2"));
    assert_eq!(dates.out, changes(folder.path(), &paths).out);
    Ok(())
}

#[test]
fn a_model_elsewhere_is_what_may_come_next() -> Outcome {
    let model = root().join("models/macie2/2020-07-24");
    let call = call(&["macie2", &model.to_string_lossy()])?;
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(first_line(&call).contains("2020-07-17 -> "), "{}", call.out);
    assert!(call.out.contains("enum values added"), "{}", call.out);
    Ok(())
}

#[test]
fn a_file_by_itself_takes_no_paginator_away() -> Outcome {
    let folder = workspace()?;
    let model = folder.path().join("models/macie2/2020-07-17/service-2.json");
    let alone = folder.path().join("next.json");
    fs::copy(model, &alone)?;
    let call = changes(folder.path(), &["macie2", "next.json"]);
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(call.out.contains("no change of facts"), "{}", call.out);
    assert!(call.err.contains("next.json is a file by itself"), "{}", call.err);
    Ok(())
}

#[test]
fn two_models_need_no_service() -> Outcome {
    let of = |revision| {
        root()
            .join("models/macie2")
            .join(revision)
            .to_string_lossy()
            .into_owned()
    };
    let (before, after) = (of("2021-11-03"), of("2022-01-19"));
    let call = call(&[&before, &after])?;
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(call.out.contains("name ~ became required"), "{}", call.out);
    Ok(())
}

#[test]
fn the_way_back_is_allowed_and_said() -> Outcome {
    let call = call(&["macie2", "2020-06-10", "2020-05-13"])?;
    assert_eq!(call.code, 0);
    assert!(
        call.err.contains("2020-06-10 is newer than 2020-05-13"),
        "{}",
        call.err
    );
    assert!(call.out.contains("new     ArchiveFindings"), "{}", call.out);
    Ok(())
}

#[test]
fn an_unknown_revision_is_usage_and_names_its_neighbours() -> Outcome {
    let call = call(&["macie2", "2020-06-11"])?;
    assert_eq!(call.code, 2);
    assert!(call.err.contains("2020-06-10 and 2020-07-17"), "{}", call.err);
    Ok(())
}

#[test]
fn what_cannot_be_compared_is_usage() -> Outcome {
    for words in [
        &["glacier"][..],
        &["macie2", "nowhere.json"],
        &["macie2", "2020-05-13", "--all"],
        &["macie2", "--operation", "NoSuchOperation"],
        &["macie2", "--full", "--format", "json"],
    ] {
        let call = call(words)?;
        assert_eq!(call.code, 2, "{words:?}: {}", call.err);
        assert!(call.err.contains("help") && call.out.is_empty(), "{}", call.err);
    }
    Ok(())
}

#[test]
fn json_is_json_and_has_every_pair_of_a_history() -> Outcome {
    let call = call(&["macie2", "--all", "--format", "json"])?;
    let document: Value = serde_json::from_str(&call.out)?;
    let reports = document["reports"].as_array().map_or(0, Vec::len);
    assert_eq!((document["service"].as_str(), reports), (Some("macie2"), 2));
    Ok(())
}

#[test]
fn a_history_is_a_table_and_more_if_asked_for() -> Outcome {
    let folder = workspace()?;
    let short = changes(folder.path(), &["macie2", "--all"]);
    assert!(
        short
            .out
            .starts_with("2020-06-10  major wire  2 operations removed"),
        "{}",
        short.out
    );
    let long = changes(folder.path(), &["macie2", "--all", "--verbose"]);
    assert!(
        long.out.starts_with(&short.out) && long.out.contains("updated GetFindings"),
        "{}",
        long.out
    );
    Ok(())
}

#[test]
fn an_operation_alone_can_be_asked_for_with_its_page() -> Outcome {
    let words = [
        "macie2",
        "2020-05-13",
        "2020-06-10",
        "--operation",
        "GetFindings",
        "--full",
    ];
    let call = call(&words)?;
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(first_line(&call).starts_with("minor"), "{}", call.out);
    assert!(first_line(&call).ends_with(", GetFindings only"), "{}", call.out);
    assert!(call.out.contains("POST /findings/describe"), "{}", call.out);
    assert!(!call.out.contains("ArchiveFindings"), "{}", call.out);
    Ok(())
}

#[test]
fn an_operation_without_changes_is_no_mistake() -> Outcome {
    let words = ["macie2", "2020-05-13", "2020-06-10", "--operation", "TagResource"];
    let call = call(&words)?;
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(
        call.out.contains("nothing changed for TagResource"),
        "{}",
        call.out
    );
    Ok(())
}

#[test]
fn an_unknown_operation_is_usage_and_names_the_nearest() -> Outcome {
    let call = call(&["macie2", "--operation", "getFinding"])?;
    assert_eq!(call.code, 2);
    assert!(call.err.contains("the nearest: GetFindings"), "{}", call.err);
    Ok(())
}

const PAIR: [&str; 5] = ["macie2", "2020-05-13", "2020-06-10", "--deny", "major"];

/// Denies major changes but those that the file accepts.
fn denied(accepted: &str) -> Outcome<Call> {
    let folder = workspace()?;
    fs::write(folder.path().join("accepted.toml"), accepted)?;
    let ignore = ["--ignore", "accepted.toml"];
    Ok(changes(folder.path(), &[&PAIR[..], &ignore[..]].concat()))
}

fn accept(kind: &str, place: &str) -> String {
    format!("[[accept]]\nkind = \"{kind}\"\nplace = \"{place}\"\nreason = \"nobody calls it\"\n\n")
}

#[test]
fn denied_changes_are_1_after_the_report() -> Outcome {
    let call = call(&PAIR)?;
    assert_eq!(call.code, 1);
    assert!(call.out.contains("removed ArchiveFindings"), "{}", call.out);
    assert!(call.err.contains("major changes in 2020-06-10"), "{}", call.err);
    Ok(())
}

#[test]
fn a_level_that_is_not_reached_is_not_denied() -> Outcome {
    assert_eq!(call(&["macie2", "--deny", "major"])?.code, 0);
    assert_eq!(call(&["macie2", "--deny", "minor"])?.code, 1);
    Ok(())
}

#[test]
fn changes_that_are_accepted_are_not_denied() -> Outcome {
    let call = denied(&both_removals())?;
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(call.out.contains("nobody calls it"), "{}", call.out);
    Ok(())
}

/// The removals of 2020-06-10; the shapes of requests and responses go with their operations.
fn both_removals() -> String {
    ["ArchiveFindings", "UnarchiveFindings"]
        .map(|operation| accept("operation-removed", operation))
        .concat()
}

#[test]
fn shapes_may_be_accepted_besides() -> Outcome {
    let accepted = both_removals() + &accept("shape-removed", "ArchiveFindingsRequest");
    let call = denied(&accepted)?;
    assert_eq!((call.code, call.err.as_str()), (0, ""));
    Ok(())
}

#[test]
fn what_is_denied_is_printed_as_entries_that_accept_it() -> Outcome {
    let refused = call(&PAIR)?;
    let (from, to) = (refused.err.find("# Not accepted"), refused.err.find("error: "));
    let entries = from.zip(to).and_then(|(from, to)| refused.err.get(from..to));
    let entries = entries.unwrap_or_default().replace("\"\"", "\"it is meant\"");
    let call = denied(&entries)?;
    assert_eq!((call.code, call.err.as_str()), (0, ""), "{entries}");
    Ok(())
}

#[test]
fn json_names_places_as_entries_do() -> Outcome {
    let report: Value = serde_json::from_str(&call(&[&PAIR[..], &["--format", "json"]].concat())?.out)?;
    let mut accepted = String::new();
    for change in report["changes"].as_array().into_iter().flatten() {
        let (kind, place) = (change["kind"].as_str(), change["place"]["name"].as_str());
        accepted += &accept(kind.unwrap_or_default(), place.unwrap_or_default());
    }
    let call = denied(&accepted)?;
    assert_eq!((call.code, call.err.as_str()), (0, ""), "{accepted}");
    Ok(())
}

#[test]
fn an_entry_may_say_what_was_and_what_is() -> Outcome {
    let removal = accept("operation-removed", "ArchiveFindings");
    let of_another = removal.trim_end().to_owned() + "\nafter = \"another\"\n";
    let call = denied(&of_another)?;
    assert!(call.err.contains("no change is accepted by this"), "{}", call.err);
    Ok(())
}

#[test]
fn a_page_tells_what_is_accepted() -> Outcome {
    let folder = workspace()?;
    fs::write(folder.path().join("accepted.toml"), both_removals())?;
    let words = ["--ignore", "accepted.toml", "--format", "html"];
    let call = changes(folder.path(), &[&PAIR[..], &words[..]].concat());
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(call.out.contains("</code>: nobody calls it"), "{}", call.out);
    Ok(())
}

#[test]
fn one_that_is_not_accepted_is_denied() -> Outcome {
    assert_eq!(denied(&accept("operation-removed", "ArchiveFindings"))?.code, 1);
    Ok(())
}

#[test]
fn an_entry_that_accepts_nothing_is_warned_of() -> Outcome {
    let call = denied(&accept("operation-removed", "Gone"))?;
    assert!(
        call.err.contains("warning: no change is accepted by this"),
        "{}",
        call.err
    );
    assert!(call.err.contains("accepted.toml:1:1"), "{}", call.err);
    Ok(())
}

#[test]
fn a_file_that_is_wrong_is_3_with_all_places() -> Outcome {
    let wrong = "[[accept]]\nkind = \"operation-gone\"\nplace = \"X\"\nreason = \" \"\nwhy = 1\n";
    let call = denied(wrong)?;
    assert_eq!(call.code, 3);
    for place in ["accepted.toml:2:8", "accepted.toml:5:7"] {
        assert!(call.err.contains(place), "{}", call.err);
    }
    assert_eq!(denied("[[accept]\n")?.code, 3);
    assert_eq!(
        denied("[[accept]]\nkind = \"operation-removed\"\nplace = \"X\"\n")?.code,
        3
    );
    Ok(())
}

#[test]
fn an_import_tells_what_it_means() -> Outcome {
    let folder = workspace()?;
    let model = root().join("models/macie2/2020-07-24");
    let words = [
        "import",
        &model.to_string_lossy(),
        "--service",
        "macie2",
        "--revision",
        "2020-07-24",
    ];
    let call = xtask(folder.path(), &words);
    assert_eq!(call.code, 0, "{}", call.err);
    assert!(
        call.out
            .contains("minor, wire warning: Amazon Macie 2, 2020-07-17 -> 2020-07-24"),
        "{}",
        call.out
    );
    assert!(
        call.out
            .contains("cargo xtask changes macie2 2020-07-17 2020-07-24"),
        "{}",
        call.out
    );
    Ok(())
}
