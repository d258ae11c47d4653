//! What is promised, kept and broken.

#![allow(clippy::unwrap_used)]

use super::{Lock, TypeNames};
use crate::diagnostic::Source;
use crate::plan::api::Api;
use crate::{plan, read};

/// The promise of a service whose operation `Make` takes these members and answers with a `Color` of these values.
fn promised(members: &str, required: &str, values: &str) -> Lock {
    let text = format!(
        r#"{{"version":"2.0","metadata":{{"apiVersion":"2020-01-01","endpointPrefix":"paint","protocol":"rest-json",
            "serviceFullName":"Paint","serviceId":"Paint","signatureVersion":"v4"}},
        "operations":{{"Make":{{"name":"Make","http":{{"method":"POST","requestUri":"/make"}},
            "input":{{"shape":"MakeRequest"}},"output":{{"shape":"MakeResponse"}},"errors":[{{"shape":"NoPaint"}}]}}}},
        "shapes":{{"MakeRequest":{{"type":"structure","required":[{required}],"members":{{{members}}}}},
            "MakeResponse":{{"type":"structure","members":{{"color":{{"shape":"Color"}}}}}},
            "NoPaint":{{"type":"structure","members":{{}},"exception":true}},
            "Color":{{"type":"string","enum":[{values}]}},"Text":{{"type":"string"}}}}}}"#
    );
    let sources = read::ModelSources {
        service: Source::new("service-2.json", text),
        paginators: None,
        waiters: None,
        endpoint_rules: None,
        extras: Vec::new(),
    };
    let model = read::botocore(&sources).unwrap().model;
    let (plan, _) = plan::plan(&model, &plan::Context::default()).unwrap();
    Lock::of(&Api::of(&plan))
}

fn sample() -> Lock {
    promised(TWO, r#""wallId""#, r#""RED","aws:blue""#)
}

const TWO: &str = r#""wallId":{"shape":"Text"},"type":{"shape":"Text"}"#;

/// What is broken, in words.
fn broken(before: &Lock, now: &Lock) -> Vec<String> {
    let violations = before.check(now).into_iter();
    violations
        .map(|violation| {
            format!(
                "{}: {violation}: {}",
                violation.way.join(" "),
                violation.meaning()
            )
        })
        .collect()
}

#[test]
fn every_public_name_and_constructor_is_promised_by_what_it_was_made_from() {
    let expected = r#"{
  "crate": "paint",
  "operations": {
    "Make": {"rust": "operation::Make", "new": ["wallId"], "members": {"type": "type", "wallId": "wall_id"}}
  },
  "outputs": {
    "Make": {"rust": "operation::MakeOutput", "new": [], "members": {"color": "color"}}
  },
  "types": {
    "Color": {"rust": "types::Color", "values": {"RED": "Red", "aws:blue": "AwsBlue"}},
    "NoPaint": {"rust": "types::NoPaint", "error": "NoPaint", "new": []}
  }
}
"#;
    assert_eq!(read::names_text(&sample()), expected);
}

#[test]
fn what_is_written_is_read_again() {
    let mut lock = sample();
    let odd = ("\"\\\n\u{1}ü".to_owned(), "Odd".to_owned());
    lock.types.get_mut("Color").unwrap().values.extend([odd]);
    let source = Source::new("names.json", read::names_text(&lock));
    assert_eq!(read::names(&source).unwrap(), lock);
}

#[test]
fn a_crate_keeps_its_own_promise() {
    assert_eq!(sample().check(&sample()), []);
    assert_eq!(sample().updated(&sample()), sample());
}

#[test]
fn new_names_break_nothing_and_are_promised_from_then_on() {
    let now = promised(TWO, r#""wallId""#, r#""RED","aws:blue","GREEN""#);
    assert_eq!(sample().check(&now), []);
    assert_eq!(sample().updated(&now), now);
}

#[test]
fn a_renamed_type_is_told_once_and_not_for_each_of_its_parts() {
    let mut before = sample();
    before.types.get_mut("Color").unwrap().path = "types::Colour".to_owned();
    let told = broken(&before, &sample());
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("types Color rust: `types::Colour` would be renamed to `types::Color`"),
        "{told:?}"
    );
}

#[test]
fn renamed_fields_variants_errors_and_crates_are_told_with_both_paths() {
    let mut before = sample();
    before.package = "paints".to_owned();
    let names = |wire: &str, name: &str| (wire.to_owned(), name.to_owned());
    let make = before.operations.get_mut("Make").unwrap();
    make.members.extend([names("wallId", "wall")]);
    before
        .types
        .get_mut("Color")
        .unwrap()
        .values
        .extend([names("RED", "Rot")]);
    before.types.get_mut("NoPaint").unwrap().error = Some("Empty".to_owned());
    let told = broken(&before, &sample());
    let expected = [
        "crate: `crate paints` would be renamed to `crate paint`",
        "operations Make members wallId: `operation::Make::wall` would be renamed to `operation::Make::wall_id`",
        "types Color values RED: `types::Color::Rot` would be renamed to `types::Color::Red`",
        "types NoPaint error: `ServiceError::Empty` would be renamed to `ServiceError::NoPaint`",
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.starts_with(expected), "{told}");
    }
}

#[test]
fn a_constructors_arguments_change_for_a_reason_that_is_told() {
    let three = format!(r#"{TWO},"primer":{{"shape":"Text"}}"#);
    let now = promised(&three, r#""wallId","type","primer""#, r#""RED","aws:blue""#);
    let forth = "arguments of `operation::Make::new` change from (wall_id) to (wall_id, type, primer)";
    let back = "arguments of `operation::Make::new` change from (wall_id, type, primer) to (wall_id)";
    assert_eq!(
        broken(&sample(), &now),
        [format!(
            "operations Make new: {forth}: `type` is now required; `primer` is new and required"
        )]
    );
    assert_eq!(
        broken(&now, &sample()),
        [format!(
            "operations Make new: {back}: `type` is now optional; `primer` is gone"
        )]
    );
}

#[test]
fn arguments_that_swap_places_are_told() {
    let before = promised(TWO, r#""wallId","type""#, r#""RED""#);
    let swapped = r#""type":{"shape":"Text"},"wallId":{"shape":"Text"}"#;
    let now = promised(swapped, r#""wallId","type""#, r#""RED""#);
    assert_eq!(
        broken(&before, &now),
        [
            "operations Make new: arguments of `operation::Make::new` change from (wall_id, type) to (type, wall_id): \
             the model names the same members in another order"
        ]
    );
}

#[test]
fn what_vanishes_stays_promised_and_must_return_under_its_name() {
    let mut before = sample();
    let gone = ("GONE".to_owned(), "Lost".to_owned());
    before.types.get_mut("Color").unwrap().values.extend([gone]);
    let types = TypeNames {
        path: "types::Brush".to_owned(),
        ..TypeNames::default()
    };
    before.types.insert("Brush".to_owned(), types);
    assert_eq!(before.check(&sample()), []);
    let kept = before.updated(&sample());
    assert_eq!(kept, before);
    let returned = promised(TWO, r#""wallId""#, r#""RED","aws:blue","GONE""#);
    assert_eq!(broken(&kept, &returned).len(), 1);
}

#[test]
fn a_vanished_name_is_let_go_when_the_model_gives_it_to_another() {
    let before = promised(TWO, "", r#""RED","aws:blue""#);
    let now = promised(TWO, "", r#""Red","aws:blue""#);
    assert_eq!(before.check(&now), []);
    assert_eq!(before.updated(&now), now);
}
