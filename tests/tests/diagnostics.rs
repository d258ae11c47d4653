//! Broken models: every kind of mistake is told with its place and what to do about it, and nothing is written.

use std::fmt::Write;
use std::fs;

use tests::command::xtask;
use tests::{Outcome, fixture, root};

/// A small sound model.
const SOUND: &str = r#"{"metadata":{"apiVersion":"2020-01-01","endpointPrefix":"things","protocol":"rest-json","serviceFullName":"Things"},
"operations":{
  "GetThing":{"name":"GetThing",
    "http":{"method":"GET","requestUri":"/things/{id}"},
    "input":{"shape":"GetThingRequest"},
    "output":{"shape":"Thing"},
    "errors":[{"shape":"NotFound"}]}
},
"shapes":{
  "GetThingRequest":{"type":"structure","required":["id"],"members":{
    "id":{"shape":"Text","location":"uri"},
    "size":{"shape":"Number","location":"querystring","locationName":"size"}}},
  "NotFound":{"type":"structure","exception":true,"members":{
    "message":{"shape":"Text"}}},
  "Thing":{"type":"structure","members":{
    "name":{"shape":"Text"},
    "parts":{"shape":"Things"},
    "color":{"shape":"Color"}}},
  "Things":{"type":"list","member":{"shape":"Thing"}},
  "Color":{"type":"string","enum":["RED","GREEN"]},
  "Number":{"type":"integer"},
  "Text":{"type":"string"}
}}"#;

/// What is broken, the part of the sound model that is, and what stands in its place.
const BROKEN: &[(&str, &str, &str)] = &[
    (
        "text that is no JSON",
        r#""Number":{"type":"integer"},"#,
        r#""Number":{"type":"integer",}"#,
    ),
    ("text that ends too early", "\n}}", ""),
    ("no shapes", r#""shapes":{"#, r#""shape":{"#),
    ("no protocol", r#""protocol":"rest-json","#, ""),
    ("a protocol that nobody speaks", "rest-json", "rest-jsonn"),
    (
        "a protocol that is not generated yet",
        r#""rest-json""#,
        r#""query""#,
    ),
    (
        "a shape that is not there",
        r#""parts":{"shape":"Things"}"#,
        r#""parts":{"shape":"Thingz"}"#,
    ),
    (
        "an error that is not there",
        r#"[{"shape":"NotFound"}]"#,
        r#"[{"shape":"NotFound"},{"shape":"Gone"}]"#,
    ),
    (
        "a type that is not there",
        r#"{"type":"integer"}"#,
        r#"{"type":"integr"}"#,
    ),
    ("no type", r#"{"type":"integer"}"#, r#"{"min":1}"#),
    ("a value of the wrong type", r#"["RED","GREEN"]"#, r#"["RED",2]"#),
    (
        "a key that stands twice",
        r#""Text":{"type":"string"}"#,
        r#""Text":{"type":"string"},"Text":{"type":"blob"}"#,
    ),
    (
        "a value that stands twice",
        r#"["RED","GREEN"]"#,
        r#"["RED","GREEN","RED"]"#,
    ),
    (
        "a required member that is not there",
        r#""required":["id"]"#,
        r#""required":["id","ids"]"#,
    ),
    ("a label that may be absent", r#""required":["id"],"#, ""),
    (
        "a label that no member fills",
        "/things/{id}",
        "/things/{id}/{part}",
    ),
    ("a label that is not closed", "/things/{id}", "/things/{id"),
    ("a member for no label", "/things/{id}", "/things"),
    (
        "a place that is not there",
        r#""location":"querystring""#,
        r#""location":"query""#,
    ),
    (
        "a structure in the query",
        r#""size":{"shape":"Number""#,
        r#""size":{"shape":"Thing""#,
    ),
    (
        "a method that is not there",
        r#""method":"GET""#,
        r#""method":"FETCH""#,
    ),
    (
        "two members of one wire name",
        r#""color":{"shape":"Color"}"#,
        r#""color":{"shape":"Color","locationName":"name"}"#,
    ),
    (
        "a list that contains itself",
        r#""member":{"shape":"Thing"}"#,
        r#""member":{"shape":"Things"}"#,
    ),
    (
        "a structure that requires itself",
        r#""Thing":{"type":"structure","members":{"#,
        r#""Thing":{"type":"structure","required":["whole"],"members":{"whole":{"shape":"Thing"},"#,
    ),
    (
        "a payload that is not there",
        r#""Thing":{"type":"structure","#,
        r#""Thing":{"type":"structure","payload":"body","#,
    ),
    (
        "a payload beside other members",
        r#""Thing":{"type":"structure","#,
        r#""Thing":{"type":"structure","payload":"name","#,
    ),
    (
        "a union without members",
        r#""Number":{"type":"integer"}"#,
        r#""Number":{"type":"structure","union":true,"members":{}}"#,
    ),
    (
        "an input that is no structure",
        r#""input":{"shape":"GetThingRequest"}"#,
        r#""input":{"shape":"Text"}"#,
    ),
    (
        "a host label that no member fills",
        r#""input""#,
        r#""endpoint":{"hostPrefix":"{account}."},"input""#,
    ),
    (
        "a token that is a number",
        r#""locationName":"size"}"#,
        r#""locationName":"size","idempotencyToken":true}"#,
    ),
    (
        "an empty name",
        r#""serviceFullName":"Things""#,
        r#""serviceFullName":"Things","serviceId":"""#,
    ),
    (
        "several at once",
        r#"{"shape":"Thing"},"#,
        r#"{"shape":"Thingy"},"documentatoin":"","#,
    ),
];

/// The sound model with one part of its text in the place of another.
fn broken(from: &str, to: &str) -> String {
    assert_eq!(
        SOUND.matches(from).count(),
        1,
        "the part to change stands once: {from}"
    );
    SOUND.replace(from, to)
}

#[test]
fn the_sound_model_has_no_problem() -> Outcome {
    fixture::emit(SOUND, fixture::package())?;
    Ok(())
}

#[test]
fn every_mistake_is_told_through_the_command_line_and_nothing_is_written() -> Outcome {
    let folder = tempfile::tempdir()?;
    let (model, out) = (folder.path().join("service-2.json"), folder.path().join("out"));
    let mut all = String::new();
    for (what, from, to) in BROKEN {
        fs::write(&model, broken(from, to))?;
        let (model, out) = (model.to_string_lossy(), out.to_string_lossy());
        let call = xtask(&root(), &["generate", "--model", &model, "--out", &out]);
        assert_eq!(call.code, 3, "{what}: {}{}", call.out, call.err);
        assert_eq!(call.out, "", "{what}");
        let text = call.err.replace(&*model, "service-2.json");
        let _ = writeln!(all, "## {what}\n\n{text}");
    }
    assert_eq!(fs::read_dir(folder.path())?.count(), 1, "nothing is written");
    insta::assert_snapshot!(all);
    Ok(())
}

#[test]
fn every_mistake_has_a_place_and_a_help() {
    for (what, from, to) in BROKEN {
        let problems = codegen::read::botocore(&fixture::sources(&broken(from, to)))
            .err()
            .unwrap_or_default();
        // What is right by itself, and only not to be generated, is found later and has no place.
        assert_eq!(
            problems.is_empty(),
            ["a protocol that is not generated yet", "an empty name"].contains(what),
            "{what}"
        );
        for problem in problems {
            let place = problem
                .place
                .as_ref()
                .map(|place| (place.line_column, place.span));
            assert!(matches!(place, Some((Some(_), Some(_)))), "{what}: {problem}");
            assert!(problem.help.is_some(), "{what}: {problem}");
        }
    }
}

#[test]
fn what_is_only_odd_is_told_and_the_crate_is_made() -> Outcome {
    let odd = [
        (
            r#","serviceFullName":"Things""#,
            "",
            "`serviceFullName` is missing",
        ),
        (
            r#"{"type":"integer"}"#,
            r#"{"type":"integer","secret":true}"#,
            "unknown key `secret`",
        ),
    ];
    for (from, to, told) in odd {
        let folder = tempfile::tempdir()?;
        let (model, out) = (folder.path().join("service-2.json"), folder.path().join("out"));
        fs::write(&model, broken(from, to))?;
        let (model, path) = (model.to_string_lossy(), out.to_string_lossy());
        let call = xtask(&root(), &["generate", "--model", &model, "--out", &path]);
        assert_eq!(call.code, 0, "{}", call.err);
        assert!(call.err.contains(told), "{}", call.err);
        assert!(out.join("src/lib.rs").is_file());
    }
    Ok(())
}
