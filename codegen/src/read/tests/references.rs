//! References between operations and shapes.

use super::problems_after;

#[test]
fn a_dangling_member_target_finds_the_similar_name() {
    let found = problems_after(r#""data":{"shape":"Data"}"#, r#""data":{"shape":"Date"}"#);
    let expected = [
        "service-2.json:29:21: error: there is no shape `Date` (at /shapes/Thing/members/data/shape); help: did you mean `Data`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_dangling_reference_without_a_similar_name() {
    let found = problems_after(
        r#""member":{"shape":"Thing"}"#,
        r#""member":{"shape":"Elsewhere"}"#,
    );
    let expected = [
        "service-2.json:41:23: error: there is no shape `Elsewhere` (at /shapes/Things/member/shape); help: add a shape `Elsewhere`, or write the name of the one that is meant",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_dangling_input_is_reported_once() {
    let found = problems_after(
        r#""input":{"shape":"GetThingRequest"}"#,
        r#""input":{"shape":"GetThingsRequest"}"#,
    );
    let expected = [
        "service-2.json:5:22: error: there is no shape `GetThingsRequest` (at /operations/GetThing/input/shape); help: did you mean `GetThingRequest`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_dangling_error() {
    let found = problems_after(
        r#""errors":[{"shape":"NotFound"}]"#,
        r#""errors":[{"shape":"NotFond"}]"#,
    );
    let expected = [
        "service-2.json:7:24: error: there is no shape `NotFond` (at /operations/GetThing/errors/0/shape); help: did you mean `NotFound`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_dangling_map_key() {
    let found = problems_after(r#""key":{"shape":"Text"}"#, r#""key":{"shape":"text"}"#);
    let expected = [
        "service-2.json:38:20: error: there is no shape `text` (at /shapes/Tags/key/shape); help: did you mean `Text`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_input_that_is_no_structure() {
    let found = problems_after(
        r#""input":{"shape":"ListThingsRequest"}"#,
        r#""input":{"shape":"Things"}"#,
    );
    let expected = [
        "service-2.json:10:22: error: the input `Things` is a list, not a structure (at /operations/ListThings/input/shape); help: inputs, outputs and errors are structures: wrap it in one",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_output_that_is_a_union() {
    let found = problems_after(
        r#""output":{"shape":"ListThingsResponse"}"#,
        r#""output":{"shape":"Either"}"#,
    );
    let expected = [
        "service-2.json:11:23: error: the output `Either` is a union, not a structure (at /operations/ListThings/output/shape); help: inputs, outputs and errors are structures: wrap it in one",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_error_that_is_no_structure() {
    let found = problems_after(
        r#""errors":[{"shape":"NotFound"}]"#,
        r#""errors":[{"shape":"NotFound"},{"shape":"Text"}]"#,
    );
    let expected = [
        "service-2.json:7:45: error: the error `Text` is a string, not a structure (at /operations/GetThing/errors/1/shape); help: inputs, outputs and errors are structures: wrap it in one",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_error_whose_shape_is_no_error() {
    let found = problems_after(
        r#""errors":[{"shape":"NotFound"}]"#,
        r#""errors":[{"shape":"Thing"}]"#,
    );
    let expected = [
        r#"service-2.json:7:24: error: `Thing` is among the errors, but its shape is no error (at /operations/GetThing/errors/0/shape); help: add `"exception": true` to the shape, or name another shape here"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_map_whose_keys_are_numbers() {
    let found = problems_after(r#""key":{"shape":"Text"}"#, r#""key":{"shape":"Number"}"#);
    let expected = [
        "service-2.json:38:20: error: the key of a map is an integer, not a string (at /shapes/Tags/key/shape); help: keys of JSON objects are strings: refer to a string or enum shape",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_list_that_contains_itself() {
    let found = problems_after(r#""member":{"shape":"Thing"}"#, r#""member":{"shape":"Things"}"#);
    let expected = [
        "service-2.json:40:3: error: lists and maps contain each other without a structure in between: `Things` → `Things` (at /shapes/Things); help: put a structure in between: a list or map that contains itself has no type",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_list_and_a_map_that_contain_each_other() {
    let found = problems_after(
        r#""member":{"shape":"Thing"}},"#,
        r#""member":{"shape":"Loop"}},
  "Loop":{"type":"map","key":{"shape":"Text"},"value":{"shape":"Things"}},"#,
    );
    let expected = [
        "service-2.json:42:3: error: lists and maps contain each other without a structure in between: `Loop` → `Things` → `Loop` (at /shapes/Loop); help: put a structure in between: a list or map that contains itself has no type",
    ];
    assert_eq!(found, expected);
}

#[test]
fn structures_that_require_each_other() {
    let found = problems_after(
        r#""Data":{"type":"blob"},"#,
        r#""Data":{"type":"blob"},
  "A":{"type":"structure","members":{"b":{"shape":"B"}},"required":["b"]},
  "B":{"type":"structure","members":{"a":{"shape":"A"}},"required":["a"]},"#,
    );
    let expected = [
        "service-2.json:45:3: error: structures require each other without end: `A` → `B` → `A` (at /shapes/A); help: make one of the members optional: no value of such a structure can ever be complete",
    ];
    assert_eq!(found, expected);
}
