//! What is said of a broken lock of names.

use crate::diagnostic::{Diagnostic, Source};
use crate::lock::{Promise, Violation};
use crate::read::{broken_names, names};

/// What is wrong with a lock that has this type.
fn problems(ty: &str) -> Vec<String> {
    let text = format!("{{\n  \"crate\": \"things\",\n  \"types\": {{\n    \"Color\": {ty}\n  }}\n}}\n");
    let told = names(&Source::new("names.json", text)).unwrap_err();
    told.iter().map(Diagnostic::to_string).collect()
}

#[test]
fn what_is_no_json_is_shown_with_its_place() {
    let told = problems("{,}");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("names.json:4:15: error: expected a key"),
        "{told:?}"
    );
}

#[test]
fn every_value_of_another_kind_is_told_at_once() {
    let told = problems(r#"{"rust": 1, "error": null, "new": "a", "members": [], "values": {"RED": {}}}"#);
    let expected = [
        "expected a string, found a number (at /types/Color/rust)",
        "expected a string, found null (at /types/Color/error)",
        "expected an array, found a string (at /types/Color/new)",
        "expected an object, found an array (at /types/Color/members)",
        "expected a string, found an object (at /types/Color/values/RED)",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(
            told.contains(expected) && told.contains("version control"),
            "{told}"
        );
    }
}

#[test]
fn missing_unknown_and_repeated_keys_are_told() {
    let told = problems(r#"{"value": {"RED": "Red"}, "new": [], "new": []}"#).join("\n");
    for expected in [
        "`rust` is missing (at /types/Color)",
        "unknown key `value` (at /types/Color/value); help: did you mean `values`?",
        "names.json:4:51: error: the key `new` stands twice",
    ] {
        assert!(told.contains(expected), "{told}");
    }
}

#[test]
fn a_broken_promise_is_shown_where_it_was_made() {
    let text = "{\n  \"crate\": \"things\",\n  \"types\": {\"Color\": {\"values\": {\"a/b\": \"Ab\"}}}\n}";
    let violation = Violation {
        way: ["types", "Color", "values", "a/b"].map(str::to_owned).to_vec(),
        promise: Promise::Path {
            locked: "types::Color::Ab".to_owned(),
            now: "types::Color::AB".to_owned(),
        },
    };
    let told = broken_names(&Source::new("names.json", text), &[violation], "then do that");
    assert_eq!(told.len(), 1, "{told:?}");
    let problem = told[0].to_string();
    assert!(
        problem
            .starts_with("names.json:3:41: error: `types::Color::Ab` would be renamed to `types::Color::AB`")
            && problem.contains("(at /types/Color/values/a~1b)")
            && problem.ends_with("; then do that"),
        "{problem}"
    );
}
