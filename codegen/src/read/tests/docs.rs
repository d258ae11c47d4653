//! Documentation files.

use super::{SERVICE, read};
use crate::diagnostic::{Diagnostic, Source};
use crate::read::{check_docs, docs};

fn source(text: &str) -> Source {
    Source::new("docs.json", text)
}

fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics.iter().map(ToString::to_string).collect()
}

const DOCS: &str = r#"{"service":"Things.","operations":{"GetThing":"Gets."},"shapes":{"Thing":"A *thing*."},
    "members":{"Thing.name":"Its name."},"values":{"Color.RED":"Red."}}"#;

#[test]
fn every_section_is_read() {
    let docs = docs(&source(DOCS)).unwrap();
    assert_eq!(docs.service.as_deref(), Some("Things."));
    assert_eq!(docs.operations.get("GetThing").unwrap(), "Gets.");
    assert_eq!(docs.shapes.get("Thing").unwrap(), "A *thing*.");
    assert_eq!(
        docs.members.get("Thing").unwrap().get("name").unwrap(),
        "Its name."
    );
    assert_eq!(docs.values.get("Color").unwrap().get("RED").unwrap(), "Red.");
}

#[test]
fn a_value_may_have_dots() {
    let docs = docs(&source(r#"{"values":{"Version.1.2.x":"One."}}"#)).unwrap();
    assert_eq!(docs.values.get("Version").unwrap().get("1.2.x").unwrap(), "One.");
}

#[test]
fn a_file_of_another_form_is_refused() {
    let text = "{\"service\":1,\n\"operations\":[],\n\"members\":{\"Thing\":\"x\",\n\"Thing.name\":\" \"},\n\"enums\":{}}";
    let expected = [
        "docs.json:1:12: error: expected a string, found a number (at /service); help: documentation is Markdown text in a string",
        "docs.json:2:14: error: expected an object, found an array (at /operations); help: write texts by name: `{\"Name\": \"text\"}`",
        "docs.json:3:12: error: `Thing` names no part of a shape (at /members/Thing); help: a key here is a shape and a part of it: `Shape.member`, `Shape.VALUE`",
        "docs.json:4:14: error: an empty text (at /members/Thing.name); help: write the text, or remove the key",
        "docs.json:5:1: error: unknown key `enums` (at /enums); help: known are `service`, `operations`, `shapes`, `members` and `values`",
    ];
    assert_eq!(shown(&docs(&source(text)).unwrap_err()), expected);
}

#[test]
fn names_that_the_model_has_are_not_reported() {
    assert_eq!(shown(&check_docs(&source(DOCS), &read(SERVICE).model)), [""; 0]);
}

#[test]
fn names_that_the_model_has_not_are_warnings() {
    let text = r#"{"operations":{"GetThin":"x"},
"shapes":{"Foreign":"x"},
"members":{"Thing.nam":"x","Thingy.name":"x","Color.RED":"x"},
"values":{"Color.REDD":"x"}}"#;
    let expected = [
        "docs.json:1:16: warning: the model has no operation `GetThin` (at /operations/GetThin); help: did you mean `GetThing`?",
        "docs.json:2:11: warning: the model has no shape `Foreign` (at /shapes/Foreign); help: nobody reads this text: remove it, or mend its key",
        "docs.json:3:12: warning: the model has no member `Thing.nam` (at /members/Thing.nam); help: did you mean `Thing.name`?",
        "docs.json:3:28: warning: the model has no shape of `Thingy.name` (at /members/Thingy.name); help: did you mean `Thing.name`?",
        "docs.json:3:46: warning: the model has no member `Color.RED` (at /members/Color.RED); help: nobody reads this text: remove it, or mend its key",
        "docs.json:4:11: warning: the model has no enum value `Color.REDD` (at /values/Color.REDD); help: did you mean `Color.RED`?",
    ];
    assert_eq!(shown(&check_docs(&source(text), &read(SERVICE).model)), expected);
}
