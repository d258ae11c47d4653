//! Since when names exist.

use crate::diagnostic::Source;
use crate::model::Since;
use crate::read::{Revision, since};

fn history(files: &[(&str, &str)]) -> Since {
    let sources: Vec<_> = files
        .iter()
        .map(|(name, text)| (*name, Source::new(*name, *text)))
        .collect();
    let revisions: Vec<_> = sources
        .iter()
        .map(|(name, service)| Revision { name, service })
        .collect();
    since(&revisions).unwrap()
}

const FIRST: &str = r#"{"operations":{"A":{},"Gone":{}},"shapes":{"S":{"type":"structure","members":{"b":{},"a":{}}},"E":{"enum":["X","Y"]}}}"#;

#[test]
fn names_count_from_the_revision_that_first_had_them() {
    let second = r#"{"shapes":{"E":{"enum":["\u005a","Y","X"]},"S":{"members":{"b":{},"c":{},"a":{}}},"T":{"members":{"t":{}}}},"operations":{"B":{},"A":{}}}"#;
    let since = history(&[("2020", FIRST), ("2021", second)]);
    let shown = format!("{since:?}");
    let expected = concat!(
        r#"Since { first: Some("2020"), operations: {"A": "2020", "B": "2021"}, "#,
        r#"shapes: {"E": "2020", "S": "2020", "T": "2021"}, "#,
        r#"members: {"S": {"a": "2020", "b": "2020", "c": "2021"}, "T": {"t": "2021"}}, "#,
        r#"values: {"E": {"X": "2020", "Y": "2020", "Z": "2021"}} }"#,
    );
    assert_eq!(shown, expected);
}

#[test]
fn a_name_that_came_back_counts_from_its_return() {
    let without = r#"{"operations":{},"shapes":{"S":{"members":{"a":{}}}}}"#;
    let since = history(&[("2020", FIRST), ("2021", without), ("2022", FIRST)]);
    assert_eq!(since.operations.get("A").unwrap(), "2022");
    assert_eq!(since.values.get("E").unwrap().get("X").unwrap(), "2022");
    let members = since.members.get("S").unwrap();
    assert_eq!(
        (
            members.get("a").unwrap().as_str(),
            members.get("b").unwrap().as_str()
        ),
        ("2020", "2022")
    );
}

#[test]
fn no_revisions_are_no_history() {
    assert_eq!(history(&[]), Since::default());
}

#[test]
fn every_broken_revision_is_reported() {
    let texts = ["{", FIRST, r#"{"operations":[],"shapes":{}}"#];
    let sources = texts.map(|text| Source::new("service-2.json", text));
    let revisions = sources.each_ref().map(|service| Revision {
        name: "2020",
        service,
    });
    let found: Vec<_> = since(&revisions)
        .unwrap_err()
        .iter()
        .map(ToString::to_string)
        .collect();
    let expected = [
        "service-2.json:1:2: error: expected a key in double quotes, found the end of the text; help: the file is cut off or damaged: fetch it again, or restore it from version control",
        "service-2.json:1:1: error: this is no service model: invalid type: sequence, expected an object at line 1 column 14; help: restore the revision from version control, or import it anew",
    ];
    assert_eq!(found, expected);
}
