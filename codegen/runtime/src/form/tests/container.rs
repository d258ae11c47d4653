//! Lists and maps, dense and sparse, of values with and without a codec.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::de::value::SeqDeserializer;

use super::{Color, Filter, Tag, read, refusal, written};
use crate::form::{DateTime, EpochSeconds, HttpDate, List, Map, Serde, SparseList, SparseMap, Value, Wire};

#[derive(Debug, Clone, PartialEq, Default)]
struct Lists {
    dense: Option<Vec<String>>,
    sparse: Option<Vec<Option<String>>>,
    structures: Option<Vec<Option<Tag>>>,
    unions: Option<Vec<Filter>>,
    sparse_unions: Option<Vec<Option<Filter>>>,
    nested: Option<Vec<Vec<i32>>>,
    documents: Option<Vec<serde_json::Value>>,
}

crate::structure! {
    Lists("Lists") in Own {
        0: "dense" => optional dense,
        1: "sparse" => optional sparse as SparseList<()>,
        2: "structures" => optional structures as SparseList<()>,
        3: "unions" => optional unions,
        4: "sparseUnions" => optional sparse_unions as SparseList<()>,
        5: "nested" => optional nested,
        6: "documents" => optional documents,
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Maps {
    dense: Option<BTreeMap<String, i32>>,
    sparse: Option<BTreeMap<String, Option<i32>>>,
    keyed: Option<BTreeMap<Color, String>>,
    keyed_sparse: Option<BTreeMap<Color, Option<Color>>>,
    unions: Option<BTreeMap<String, Filter>>,
}

crate::structure! {
    Maps("Maps") in Own {
        0: "dense" => optional dense,
        1: "sparse" => optional sparse as SparseMap<()>,
        2: "keyed" => optional keyed,
        3: "keyedSparse" => optional keyed_sparse as SparseMap<()>,
        4: "unions" => optional unions,
    }
}

/// Codecs reach through every container.
#[derive(Debug, Clone, PartialEq, Default)]
struct Times {
    list: Option<Vec<Timestamp>>,
    sparse: Option<Vec<Option<Timestamp>>>,
    map: Option<BTreeMap<String, Timestamp>>,
    deep: Option<BTreeMap<Color, Vec<Vec<Option<Timestamp>>>>>,
}

crate::structure! {
    Times("Times") in Own {
        0: "list" => optional list as List<EpochSeconds>,
        1: "sparse" => optional sparse as SparseList<HttpDate>,
        2: "map" => optional map as Map<DateTime>,
        3: "deep" => optional deep as Map<List<SparseList<EpochSeconds>>>,
    }
}

fn texts<const N: usize>(items: [&str; N]) -> Vec<String> {
    items.map(str::to_owned).into()
}

#[test]
fn a_dense_list_drops_null() {
    let lists = read::<Wire, Lists>(
        r#"{"dense":[null,"a",null,"b"],"nested":[[1,null],null,[]],"documents":[null,{}]}"#,
    );
    assert_eq!(lists.dense, Some(texts(["a", "b"])));
    assert_eq!(lists.nested, Some(vec![vec![1], vec![]]));
    assert_eq!(lists.documents, Some(vec![serde_json::json!({})]));
}

#[test]
fn a_sparse_list_keeps_null() {
    let text = r#"{"sparse":[null,"a",null],"structures":[null,{}]}"#;
    let lists = read::<Wire, Lists>(text);
    assert_eq!(lists.sparse, Some(vec![None, Some("a".to_owned()), None]));
    assert_eq!(lists.structures, Some(vec![None, Some(Tag::default())]));
    assert_eq!(written::<Wire, _>(&lists), text);
    assert_eq!(written::<Serde, _>(&lists), text);
}

#[test]
fn a_list_of_nothing_but_null_is_present() {
    assert_eq!(read::<Wire, Lists>(r#"{"dense":[null]}"#).dense, Some(Vec::new()));
}

#[test]
fn a_union_without_a_variant_is_null_in_a_list() {
    let text =
        r#"{"unions":[{},{"text":"t"},{"size":null}],"sparseUnions":[{},{"text":"t"},{"__type":"x"}]}"#;
    let lists = read::<Serde, Lists>(text);
    let filter = Filter::Text("t".to_owned());
    assert_eq!(lists.unions, Some(vec![filter.clone()]));
    assert_eq!(lists.sparse_unions, Some(vec![None, Some(filter), None]));
}

#[test]
fn a_dense_map_drops_null_and_a_sparse_one_keeps_it() {
    let maps = read::<Wire, Maps>(r#"{"dense":{"a":null,"b":1},"sparse":{"a":null,"b":1}}"#);
    assert_eq!(maps.dense, Some(BTreeMap::from([("b".to_owned(), 1)])));
    assert_eq!(
        maps.sparse,
        Some(BTreeMap::from([
            ("a".to_owned(), None),
            ("b".to_owned(), Some(1))
        ]))
    );
    assert_eq!(
        written::<Wire, _>(&maps),
        r#"{"dense":{"b":1},"sparse":{"a":null,"b":1}}"#
    );
}

#[test]
fn a_union_without_a_variant_is_null_in_a_map() {
    let maps = read::<Wire, Maps>(r#"{"unions":{"a":{},"b":{"text":"t"}}}"#);
    assert_eq!(
        maps.unions,
        Some(BTreeMap::from([("b".to_owned(), Filter::Text("t".to_owned()))]))
    );
}

#[test]
fn the_last_of_equal_keys_in_a_map_wins() {
    let maps = read::<Wire, Maps>(r#"{"dense":{"a":1,"b":1,"a":2,"b":null},"sparse":{"a":1,"a":null}}"#);
    assert_eq!(maps.dense, Some(BTreeMap::from([("a".to_owned(), 2)])));
    assert_eq!(maps.sparse, Some(BTreeMap::from([("a".to_owned(), None)])));
}

#[test]
fn keys_of_a_map_may_be_open_enums() {
    let text =
        r#"{"keyed":{"":"empty","NONE":"none","later":"unknown"},"keyedSparse":{"RED":"red","blue":null}}"#;
    let maps = read::<Wire, Maps>(text);
    let keys: Vec<Color> = maps.keyed.iter().flatten().map(|(key, _)| key.clone()).collect();
    assert_eq!(keys, [Color::Empty, Color::None, Color::from("later")]);
    let sparse = [(Color::Red, Some(Color::LowerRed)), (Color::from("blue"), None)];
    assert_eq!(maps.keyed_sparse, Some(BTreeMap::from(sparse)));
    assert_eq!(written::<Wire, _>(&maps), text);
}

#[test]
fn keys_of_a_map_are_unescaped_and_escaped() {
    let text = r#"{"dense":{"":0,"\"":1,"a\nb":2,"ä":3}}"#;
    let maps = read::<Wire, Maps>(&text.replace('ä', "\\u00e4"));
    assert_eq!(maps.dense.as_ref().and_then(|map| map.get("a\nb")), Some(&2));
    assert_eq!(written::<Wire, _>(&maps), text);
}

#[test]
fn a_codec_reaches_through_containers_in_both_forms() {
    let at = Timestamp::UNIX_EPOCH;
    let times = Times {
        list: Some(vec![at]),
        sparse: Some(vec![Some(at), None]),
        map: Some(BTreeMap::from([("k".to_owned(), at)])),
        deep: Some(BTreeMap::from([(Color::Red, vec![vec![Some(at), None]])])),
    };
    let wire = concat!(
        r#"{"list":[0],"sparse":["Thu, 01 Jan 1970 00:00:00 GMT",null],"#,
        r#""map":{"k":"1970-01-01T00:00:00Z"},"deep":{"RED":[[0,null]]}}"#,
    );
    let serde = concat!(
        r#"{"list":["1970-01-01T00:00:00Z"],"sparse":["1970-01-01T00:00:00Z",null],"#,
        r#""map":{"k":"1970-01-01T00:00:00Z"},"deep":{"RED":[["1970-01-01T00:00:00Z",null]]}}"#,
    );
    assert_eq!(written::<Wire, _>(&times), wire);
    assert_eq!(written::<Serde, _>(&times), serde);
    assert_eq!(read::<Wire, Times>(wire), times);
    assert_eq!(read::<Serde, Times>(serde), times);
}

#[test]
fn another_kind_of_value_is_an_error_that_says_what_was_expected() {
    assert!(refusal::<Wire, Lists>(r#"{"dense":"a"}"#).contains("expected a list"));
    assert!(refusal::<Wire, Maps>(r#"{"dense":["a"]}"#).contains("expected a map"));
    assert!(refusal::<Wire, Lists>(r#"{"dense":[1]}"#).contains("expected a string"));
}

#[test]
fn a_promised_length_is_not_believed() {
    // A deserializer may say any length; only what comes takes memory.
    struct Endless;
    impl Iterator for Endless {
        type Item = i32;
        fn next(&mut self) -> Option<i32> {
            None
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (usize::MAX, Some(usize::MAX))
        }
    }
    let list = SeqDeserializer::<_, serde_json::Error>::new(Endless);
    let mut slot = None;
    <Vec<i32> as Value<Wire>>::read(&mut slot, list).unwrap();
    assert_eq!(slot, Some(Vec::new()));
}
