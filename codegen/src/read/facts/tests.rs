#![allow(clippy::unwrap_used)]

use super::*;

fn canonical(kind: FileKind, text: &str) -> String {
    facts(&Source::new("file.json", text), kind, false).unwrap()
}

const SERVICE: &str = r#"{
    "version": "2.0", "documentation": "<p>Prose</p>", "examples": {},
    "shapes": {
        "Z": {"members": {"b": {"documentation": "Prose", "shape": "documentation", "locationName": "B"},
              "documentation": {"shape": "Z", "deprecatedMessage": "Prose", "deprecated": true}, "a": {"shape": "Z"}},
              "required": ["b", "a"], "documentation": "Prose", "type": "structure"},
        "documentation": {"type": "string", "enum": ["z", "documentation", "a"], "documentation": "Prose", "min": 1.50}
    },
    "operations": {
        "documentation": {"name": "documentation", "documentation": "Prose", "examples": [1],
            "input": {"shape": "Z", "documentation": "Prose"}, "errors": [{"shape": "Z", "documentation": "Prose"}],
            "http": {"requestUri": "/\u0061/", "method": "GET"}}
    },
    "metadata": {"uid": "x", "protocol": "json", "apiVersion": "2020-01-01"}
}"#;

const SERVICE_FACTS: &str = r#"{
  "version": "2.0",
  "metadata": {"apiVersion":"2020-01-01","protocol":"json"},
  "operations": {
    "documentation": {"name":"documentation","errors":[{"shape":"Z"}],"http":{"method":"GET","requestUri":"/a/"},"input":{"shape":"Z"}}
  },
  "shapes": {
    "Z": {"type":"structure","members":{"b":{"shape":"documentation","locationName":"B"},"documentation":{"shape":"Z","deprecated":true},"a":{"shape":"Z"}},"required":["b","a"]},
    "documentation": {"type":"string","enum":["z","documentation","a"],"min":1.50}
  }
}
"#;

#[test]
fn a_service_loses_its_prose_and_nothing_else() {
    assert_eq!(canonical(FileKind::Service, SERVICE), SERVICE_FACTS);
}

#[test]
fn canonical_text_is_its_own_canonical_text() {
    assert_eq!(canonical(FileKind::Service, SERVICE_FACTS), SERVICE_FACTS);
}

#[test]
fn prose_stays_where_it_is_asked_for() {
    let text = facts(&Source::new("file.json", SERVICE), FileKind::Service, true).unwrap();
    assert_eq!(text.matches("Prose").count(), 8);
    assert_eq!(canonical(FileKind::Service, &text), SERVICE_FACTS);
}

#[test]
fn the_order_of_members_and_enum_values_shows() {
    let swapped = SERVICE_FACTS.replace(r#""z","documentation","a""#, r#""a","documentation","z""#);
    assert_eq!(canonical(FileKind::Service, &swapped), swapped);
    let moved = SERVICE_FACTS
        .replace(r#"},"a":{"shape":"Z"}}"#, "}}")
        .replace(r#""members":{"#, r#""members":{"a":{"shape":"Z"},"#);
    assert_ne!(moved, SERVICE_FACTS);
    assert_eq!(canonical(FileKind::Service, &moved), moved);
}

#[test]
fn paginators_stand_one_on_a_line() {
    let text = r#"{"pagination": {"B": {"output_token": "t", "input_token": ["u", "t"]}, "A": {}}}"#;
    let expected = "{\n  \"pagination\": {\n    \"A\": {},\n    \"B\": {\"input_token\":[\"u\",\"t\"],\"output_token\":\"t\"}\n  }\n}\n";
    assert_eq!(canonical(FileKind::Paginators, text), expected);
}

#[test]
fn waiters_lose_their_description() {
    let text = r#"{"version": 2, "waiters": {"description": {"description": "Prose", "delay": 2, "acceptors": [{"expected": "description", "state": "retry"}]}}}"#;
    let expected = "{\n  \"version\": 2,\n  \"waiters\": {\n    \"description\": {\"acceptors\":[{\"expected\":\"description\",\"state\":\"retry\"}],\"delay\":2}\n  }\n}\n";
    assert_eq!(canonical(FileKind::Waiters, text), expected);
}

#[test]
fn endpoint_rules_keep_their_order_and_open_over_lines() {
    let text = r#"{"version": "1.0", "parameters": {"B": {"type": "String", "documentation": "Prose"}, "A": {"type": "Boolean"}},
        "rules": [{"type": "tree", "conditions": [{"fn": "b", "argv": []}, {"fn": "a"}], "rules": [{"type": "error", "error": "no"}], "documentation": "Prose"}, {"conditions": []}]}"#;
    let expected = r#"{
  "version": "1.0",
  "parameters": {
    "A": {"type":"Boolean"},
    "B": {"type":"String"}
  },
  "rules": [
    {"type":"tree","conditions":[{"fn":"b","argv":[]},{"fn":"a"}],"rules":[
      {"type":"error","error":"no"}
    ]},
    {"conditions":[]}
  ]
}
"#;
    assert_eq!(canonical(FileKind::EndpointRuleSet, text), expected);
}

#[test]
fn regions_stand_one_on_a_line() {
    let text = r#"{"partitions": [{"regions": {"b": {"description": "B"}, "a": {}}, "id": "aws", "outputs": {"name": "aws"}}], "version": "1.1"}"#;
    let expected = r#"{
  "version": "1.1",
  "partitions": [
    {"id":"aws","outputs":{"name":"aws"},"regions":{
      "a": {},
      "b": {"description":"B"}
    }}
  ]
}
"#;
    assert_eq!(canonical(FileKind::Partitions, text), expected);
}

#[test]
fn extras_have_the_form_of_what_they_extend() {
    let text = r#"{"version": 1.0, "merge": {"shapes": {"S": {"members": {"b": {"shape": "X", "documentation": "Prose"}, "a": {"shape": "X"}}}}}}"#;
    let expected = r#"{
  "version": 1.0,
  "merge": {
    "shapes": {
      "S": {"members":{"b":{"shape":"X"},"a":{"shape":"X"}}}
    }
  }
}
"#;
    assert_eq!(canonical(FileKind::Extras, text), expected);
}

#[test]
fn a_file_of_another_kind_is_refused() {
    let problems = facts(&Source::new("file.json", "{}"), FileKind::Waiters, false).unwrap_err();
    assert_eq!(
        problems.first().unwrap().to_string(),
        "file.json:1:1: error: `waiters` is missing; help: a file of this kind is an object with the key `waiters`: is this the right file?"
    );
}

#[test]
fn duplicate_keys_are_refused_with_both_places() {
    let text = "{\"waiters\": {\n  \"é\": 1, \"b\": 2,\n \"é\": {\"x\": 1, \"x\": 2}}}";
    let problems = facts(&Source::new("file.json", text), FileKind::Waiters, false).unwrap_err();
    let shown: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        shown,
        [
            "file.json:3:2: error: the key `é` stands twice in one object (at /waiters/é); help: the first is on line 2: remove one of the two",
            "file.json:3:16: error: the key `x` stands twice in one object (at /waiters/é/x); help: the first is on line 3: remove one of the two",
        ]
    );
}

#[test]
fn broken_text_is_refused_with_its_place() {
    let problems = facts(
        &Source::new("file.json", "{\"waiters\":\n {\"a\": tru}}"),
        FileKind::Waiters,
        false,
    );
    let shown = problems.unwrap_err().first().unwrap().to_string();
    assert!(
        shown.starts_with("file.json:2:8: error: expected a value, found `t` (at /waiters/a); help: "),
        "{shown}"
    );
}
