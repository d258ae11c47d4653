//! Texts that are no JSON, and problems of several files at once.

use super::{SERVICE, changed, problems, sources};
use crate::diagnostic::Source;
use crate::read::botocore;

#[test]
fn a_syntax_error_has_its_place_and_says_what_to_do() {
    let found = problems(&sources(changed(
        r#""Data":{"type":"blob"},"#,
        r#""Data":{"type":"blob",},"#,
    )));
    let expected = [
        "service-2.json:44:25: error: expected a key in double quotes, found `}` (at /shapes/Data); help: JSON has no trailing commas, and every bracket has its partner: mend the text here",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_text_that_is_cut_off() {
    let found = problems(&sources(&SERVICE[..200]));
    let expected = [
        "service-2.json:4:28: error: the text ends inside a string (at /operations/GetThing/http); help: the file is cut off or damaged: fetch it again, or restore it from version control",
    ];
    assert_eq!(found, expected);
}

#[test]
fn columns_count_characters() {
    let found = problems(&sources("{\"größe\": 1 2}"));
    assert!(
        found.first().unwrap().starts_with("service-2.json:1:13: error: "),
        "{found:?}"
    );
}

#[test]
fn every_file_that_is_no_json_is_reported() {
    let mut sources = sources("{");
    sources.paginators = Some(Source::new("paginators-1.json", ""));
    sources.waiters = Some(Source::new("waiters-2.json", "[] []"));
    let found = problems(&sources);
    let files: Vec<_> = found
        .iter()
        .filter_map(|line| line.split(": error").next())
        .collect();
    assert_eq!(
        files,
        [
            "service-2.json:1:2",
            "paginators-1.json:1:1",
            "waiters-2.json:1:4"
        ]
    );
}

#[test]
fn a_file_of_something_else_is_told_so() {
    let help = "a service model has `metadata`, `operations` and `shapes`: is this a `service-2.json`?";
    let missing = |key| format!("service-2.json:1:1: error: `{key}` is missing; help: {help}");
    assert_eq!(
        problems(&sources("{}")),
        ["metadata", "operations", "shapes"].map(missing)
    );
    let expected = [
        "service-2.json:1:1: error: expected an object, found an array; help: write an object here, or remove it",
    ];
    assert_eq!(problems(&sources("[]")), expected);
}

#[test]
fn all_problems_are_told_at_once_in_the_order_of_the_text() {
    let text = changed(
        r#""data":{"shape":"Data"}"#,
        r#""data":{"shape":"Date","flat":1}"#,
    )
    .replace(r#""required":["id"]"#, r#""required":["ids"]"#)
    .replace(r#""uniot":true"#, r#""union":1"#)
    .replace(r#""type":"integer""#, r#""type":"int""#);
    let found = problems(&sources(text));
    let places: Vec<_> = found
        .iter()
        .map(|line| line.split(": ").take(2).collect::<Vec<_>>().join(" "))
        .collect();
    let expected = [
        "service-2.json:15:17 error",
        "service-2.json:17:7 error",
        "service-2.json:29:21 error",
        "service-2.json:29:28 warning",
        "service-2.json:43:20 error",
    ];
    assert_eq!(places, expected);
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    let text = changed(
        r#""enum":["RED","GREEN"]"#,
        &format!(r#""enum":{}"#, "[".repeat(1_000_000)),
    );
    let found = problems(&sources(text));
    assert!(
        found.first().unwrap().contains("more than 127 levels deep"),
        "{found:?}"
    );
}

#[test]
fn a_chain_of_a_hundred_thousand_lists_is_no_crash() {
    let mut shapes = String::from(r#""L100000":{"type":"list","member":{"shape":"Text"}},"#);
    for number in 0..100_000 {
        shapes += &format!(
            r#""L{number}":{{"type":"list","member":{{"shape":"L{}"}}}},"#,
            number + 1
        );
    }
    let data = r#""Data":{"type":"blob"},"#;
    assert!(botocore(&sources(changed(data, &(shapes + data)))).is_ok());
}
