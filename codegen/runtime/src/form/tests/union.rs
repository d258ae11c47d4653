//! Unions: one variant, known or not.

use jiff::Timestamp;

use super::{Filter, read, refusal, written};
use crate::form::{Serde, Strict, Wire, from_json};

#[derive(Debug, Clone, PartialEq, Default)]
struct Search {
    filter: Option<Filter>,
    filters: Option<Vec<Filter>>,
}

crate::structure! {
    Search("Search") in Own {
        0: "filter" => optional filter,
        1: "filters" => optional filters,
    }
}

#[test]
fn a_variant_has_its_tag_and_codec_in_each_form() {
    for (filter, serde, wire) in [
        (Filter::Text("t".to_owned()), r#"{"text":"t"}"#, r#"{"text":"t"}"#),
        (Filter::Size(1), r#"{"size":1}"#, r#"{"sizeInBytes":1}"#),
        (
            Filter::Since(Timestamp::UNIX_EPOCH),
            r#"{"since":"1970-01-01T00:00:00Z"}"#,
            r#"{"since":0}"#,
        ),
        (
            Filter::Not(Box::new(Filter::All(vec![Filter::Size(1)]))),
            r#"{"not":{"all":[{"size":1}]}}"#,
            r#"{"not":{"all":[{"sizeInBytes":1}]}}"#,
        ),
    ] {
        assert_eq!(written::<Serde, _>(&filter), serde);
        assert_eq!(written::<Wire, _>(&filter), wire);
        assert_eq!(read::<Serde, Filter>(serde), filter);
        assert_eq!(read::<Strict, Filter>(serde), filter);
        assert_eq!(read::<Wire, Filter>(wire), filter);
    }
}

#[test]
fn an_unknown_variant_is_written_again_as_it_was_read() {
    for value in ["1", "[]", "{}", "\"\"", "false", r#"{"a":[null,1.5,{"b":null}]}"#] {
        for text in [format!(r#"{{"later":{value}}}"#), format!(r#"{{"":{value}}}"#)] {
            let filter = read::<Wire, Filter>(&text);
            assert!(matches!(filter, Filter::Unrecognized(_)), "{text}");
            assert_eq!(written::<Wire, _>(&filter), text);
            assert_eq!(written::<Serde, _>(&filter), text);
            assert_eq!(read::<Serde, Filter>(&text), filter);
        }
    }
}

#[test]
fn an_unknown_variant_shows_its_tag_and_value() {
    let Filter::Unrecognized(variant) = read::<Wire, Filter>(r#"{"later":[1]}"#) else {
        panic!("the tag is not known");
    };
    assert_eq!(variant.tag(), "later");
    assert_eq!(variant.value(), &serde_json::json!([1]));
}

#[test]
fn the_other_forms_tag_is_an_unknown_variant() {
    let text = r#"{"size":1}"#;
    assert!(matches!(read::<Wire, Filter>(text), Filter::Unrecognized(_)));
}

#[test]
fn a_union_without_a_variant_is_absent() {
    for empty in [
        "{}",
        "null",
        r#"{"text":null}"#,
        r#"{"later":null}"#,
        r#"{"__type":"x"}"#,
    ] {
        assert_eq!(from_json::<Wire, Filter>(empty).unwrap(), None, "{empty}");
        let search = read::<Wire, Search>(&format!(r#"{{"filter":{empty},"filters":[{empty}]}}"#));
        assert_eq!(
            search,
            Search {
                filter: None,
                filters: Some(Vec::new())
            },
            "{empty}"
        );
    }
}

#[test]
fn a_union_without_a_variant_takes_an_earlier_value_away() {
    let search = read::<Wire, Search>(r#"{"filter":{"text":"t"},"filter":{}}"#);
    assert_eq!(search.filter, None);
}

#[test]
fn serde_refuses_a_union_without_a_variant() {
    let refusal = serde_json::from_str::<Filter>("{}").unwrap_err().to_string();
    assert!(refusal.contains("no value for Filter"), "{refusal}");
}

#[test]
fn a_variant_whose_value_is_an_empty_union_is_absent() {
    assert_eq!(from_json::<Wire, Filter>(r#"{"not":{}}"#).unwrap(), None);
    assert_eq!(read::<Wire, Filter>(r#"{"all":[]}"#), Filter::All(Vec::new()));
}

#[test]
fn the_type_beside_a_variant_is_passed_over() {
    for text in [
        r#"{"__type":"x#Size","sizeInBytes":1}"#,
        r#"{"sizeInBytes":1,"__type":{"a":1}}"#,
    ] {
        assert_eq!(read::<Wire, Filter>(text), Filter::Size(1));
    }
}

#[test]
fn null_variants_are_passed_over() {
    let text = r#"{"text":null,"later":null,"sizeInBytes":1,"all":null}"#;
    assert_eq!(read::<Wire, Filter>(text), Filter::Size(1));
}

#[test]
fn of_several_variants_the_last_wins() {
    assert_eq!(
        read::<Wire, Filter>(r#"{"text":"t","sizeInBytes":1}"#),
        Filter::Size(1)
    );
    assert_eq!(
        read::<Wire, Filter>(r#"{"text":"a","text":"b"}"#),
        Filter::Text("b".to_owned())
    );
    let unknown = read::<Wire, Filter>(r#"{"later":1,"latest":2}"#);
    assert_eq!(written::<Wire, _>(&unknown), r#"{"latest":2}"#);
}

#[test]
fn a_known_variant_wins_over_an_unknown_one() {
    for text in [r#"{"later":2,"sizeInBytes":1}"#, r#"{"sizeInBytes":1,"later":2}"#] {
        assert_eq!(read::<Wire, Filter>(text), Filter::Size(1));
    }
}

#[test]
fn what_is_no_object_is_an_error_that_names_the_union() {
    for other in ["[]", "1", r#""text""#] {
        let refusal = refusal::<Wire, Filter>(other);
        assert!(refusal.contains("expected union Filter"), "{refusal}");
    }
}
