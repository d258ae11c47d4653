//! Names, presence and absence of members.

use std::collections::BTreeMap;

use super::{Tag, read, refusal, written};
use crate::form::{Serde, Wire, from_json};

/// One member's wire name is another one's model name; the ARN travels in the URI.
#[derive(Debug, Clone, PartialEq, Default)]
struct Api {
    id: Option<String>,
    name: Option<String>,
    arn: Option<String>,
}

crate::structure! {
    Api("Api") in Own {
        0: "id" / "apiId" => optional id,
        1: "name" / "id" => optional name,
        2: "arn" / "" => optional arn,
    }
}

fn api() -> Api {
    Api {
        id: Some("a1".to_owned()),
        name: Some("orders".to_owned()),
        arn: Some("arn:aws:a1".to_owned()),
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Resource {
    name: Option<String>,
    tags: Option<Vec<Tag>>,
    labels: Option<BTreeMap<String, String>>,
    owner: Option<Tag>,
}

crate::structure! {
    Resource("Resource") in Shared {
        0: "name" => optional name,
        1: "tags" => optional tags,
        2: "labels" => optional labels,
        3: "owner" => optional owner,
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Nothing {}

crate::structure! {
    Nothing("Nothing") in Shared {}
}

#[test]
fn the_serde_form_has_model_names_and_every_member() {
    let text = r#"{"id":"a1","name":"orders","arn":"arn:aws:a1"}"#;
    assert_eq!(written::<Serde, _>(&api()), text);
    assert_eq!(read::<Serde, Api>(text), api());
}

#[test]
fn serdes_own_traits_speak_the_serde_form() {
    let text = serde_json::to_string(&api()).unwrap();
    assert_eq!(text, written::<Serde, _>(&api()));
    assert_eq!(serde_json::from_str::<Api>(&text).unwrap(), api());
}

#[test]
fn the_wire_form_has_wire_names_and_the_bodys_members() {
    let text = r#"{"apiId":"a1","id":"orders"}"#;
    assert_eq!(written::<Wire, _>(&api()), text);
    assert_eq!(read::<Wire, Api>(text), Api { arn: None, ..api() });
}

#[test]
fn neither_form_reads_the_others_names() {
    assert_eq!(read::<Wire, Api>(r#"{"name":"x","arn":"x"}"#), Api::default());
    assert_eq!(read::<Serde, Api>(r#"{"apiId":"x"}"#), Api::default());
}

#[test]
fn an_empty_key_is_no_member() {
    assert_eq!(read::<Wire, Api>(r#"{"":"x"}"#), Api::default());
    assert_eq!(read::<Serde, Api>(r#"{"":"x"}"#), Api::default());
}

#[test]
fn a_structure_with_equal_forms_is_the_same_in_both() {
    let tag = Tag {
        key: Some("k".to_owned()),
        value: Some("v".to_owned()),
    };
    let text = r#"{"key":"k","value":"v"}"#;
    assert_eq!(written::<Wire, _>(&tag), text);
    assert_eq!(written::<Serde, _>(&tag), text);
    assert_eq!(read::<Wire, Tag>(text), tag);
}

#[test]
fn absent_members_are_left_out() {
    assert_eq!(written::<Wire, _>(&Api::default()), "{}");
    assert_eq!(written::<Serde, _>(&Api::default()), "{}");
    assert_eq!(read::<Wire, Api>("{}"), Api::default());
}

#[test]
fn a_structure_may_have_no_members() {
    assert_eq!(written::<Wire, _>(&Nothing {}), "{}");
    assert_eq!(read::<Wire, Nothing>(r#"{"later":1}"#), Nothing {});
}

#[test]
fn null_is_absent() {
    assert_eq!(read::<Wire, Api>(r#"{"apiId":null,"id":null}"#), Api::default());
    let nulls = r#"{"name":null,"tags":null,"labels":null,"owner":null}"#;
    assert_eq!(read::<Wire, Resource>(nulls), Resource::default());
    assert_eq!(from_json::<Wire, Resource>("null").unwrap(), None);
}

#[test]
fn empty_texts_lists_maps_and_structures_are_present() {
    let empty = Resource {
        name: Some(String::new()),
        tags: Some(Vec::new()),
        labels: Some(BTreeMap::new()),
        owner: Some(Tag::default()),
    };
    let text = r#"{"name":"","tags":[],"labels":{},"owner":{}}"#;
    assert_eq!(written::<Wire, _>(&empty), text);
    assert_eq!(written::<Serde, _>(&empty), text);
    assert_eq!(read::<Wire, Resource>(text), empty);
}

#[test]
fn the_last_of_equal_keys_wins_whole() {
    let twice =
        r#"{"name":"a","owner":{"key":"a"},"tags":[{},{}],"name":"b","owner":{"value":"b"},"tags":[]}"#;
    let last = Resource {
        name: Some("b".to_owned()),
        owner: Some(Tag {
            key: None,
            value: Some("b".to_owned()),
        }),
        tags: Some(Vec::new()),
        labels: None,
    };
    assert_eq!(read::<Wire, Resource>(twice), last);
}

#[test]
fn null_after_a_value_and_a_value_after_null_win() {
    assert_eq!(read::<Wire, Api>(r#"{"id":"a","id":null}"#).name, None);
    assert_eq!(
        read::<Wire, Api>(r#"{"id":null,"id":"a"}"#).name.as_deref(),
        Some("a")
    );
}

#[test]
fn unknown_members_of_any_shape_are_ignored() {
    for unknown in [
        "null",
        "true",
        "-1.5e300",
        "1e999",
        "123456789012345678901234567890",
        r#""text""#,
        r#""\ud83d\ude00""#,
        "[]",
        r#"[1,[{"id":"no"}]]"#,
        r#"{"id":{"id":"no"}}"#,
    ] {
        let text = format!(r#"{{"x":{unknown},"id":"orders","y":{unknown}}}"#);
        assert_eq!(
            read::<Wire, Api>(&text).name.as_deref(),
            Some("orders"),
            "{unknown}"
        );
    }
}

#[test]
fn members_are_found_by_their_exact_names() {
    assert_eq!(
        read::<Wire, Tag>(r#"{"Key":"x","key ":"x","ke":"x","keys":"x"}"#),
        Tag::default()
    );
    assert_eq!(
        read::<Wire, Tag>(r#"{"\u006bey":"x"}"#).key.as_deref(),
        Some("x"),
        "escaped"
    );
}

#[test]
fn what_is_no_object_is_an_error_that_names_the_structure() {
    for other in ["[]", "1", r#""id""#, "true"] {
        let refusal = refusal::<Wire, Api>(other);
        assert!(refusal.contains("expected structure Api"), "{refusal}");
    }
}
