//! Where JSON comes from and goes to: text, readers, values, other formats; and what errors say of the place.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use super::{Color, Filter, Tag, refusal};
use crate::form::{EpochSeconds, Serde, SparseList, Strict, Value, Wire, from_json};

/// One member of each kind.
#[derive(Debug, Clone, PartialEq, Default)]
struct Item {
    name: Option<String>,
    count: Option<i32>,
    weight: Option<f64>,
    at: Option<jiff::Timestamp>,
    color: Option<Color>,
    blob: Option<bytes::Bytes>,
    colors: Option<BTreeMap<Color, Option<Tag>>>,
    filters: Option<Vec<Option<Filter>>>,
    document: Option<serde_json::Value>,
}

crate::structure! {
    Item("Item") in Own {
        0: "name" => optional name,
        1: "count" => optional count,
        2: "weight" => optional weight,
        3: "at" => optional at as EpochSeconds,
        4: "color" => optional color,
        5: "blob" => optional blob,
        6: "colors" => optional colors as crate::form::SparseMap<()>,
        7: "filters" => optional filters as SparseList<()>,
        8: "document" => optional document,
    }
}

/// Escapes everywhere, so that no string can be borrowed.
const TEXT: &str = r#"{
  "na\u006de": "a\nb", "count": 5.0, "weight": 1.5, "at": "1970-01-01T00:00:00Z", "color": "R\u0045D",
  "blob": "\/wA=", "colors": {"\u0052ED": null, "later\n": {"key": "\u006b"}},
  "filters": [{"t\u0065xt": "\t"}, {"lat\u0065r": [1, null]}, {}, null], "document": {"\u0061": [0.5, 7]}
}"#;

fn item() -> Item {
    Item {
        name: Some("a\nb".to_owned()),
        count: Some(5),
        weight: Some(1.5),
        at: Some(jiff::Timestamp::UNIX_EPOCH),
        color: Some(Color::Red),
        blob: Some(bytes::Bytes::from_static(b"\xff\x00")),
        colors: Some(BTreeMap::from([
            (Color::Red, None),
            (
                Color::from("later\n"),
                Some(Tag {
                    key: Some("k".to_owned()),
                    value: None,
                }),
            ),
        ])),
        filters: Some(vec![
            Some(Filter::Text("\t".to_owned())),
            from_json::<Serde, Filter>(r#"{"later":[1,null]}"#).unwrap(),
            None,
            None,
        ]),
        document: Some(json!({"a": [0.5, 7]})),
    }
}

#[test]
fn text_is_read() {
    assert_eq!(from_json::<Serde, Item>(TEXT).unwrap(), Some(item()));
    assert_eq!(serde_json::from_str::<Item>(TEXT).unwrap(), item());
}

#[test]
fn bytes_and_readers_are_read() {
    assert_eq!(serde_json::from_slice::<Item>(TEXT.as_bytes()).unwrap(), item());
    assert_eq!(
        serde_json::from_reader::<_, Item>(TEXT.as_bytes()).unwrap(),
        item()
    );
}

#[test]
fn values_are_read_owned_and_borrowed() {
    let value: serde_json::Value = serde_json::from_str(TEXT).unwrap();
    assert_eq!(Item::deserialize(&value).unwrap(), item());
    assert_eq!(serde_json::from_value::<Item>(value).unwrap(), item());
}

#[test]
fn strict_reads_values() {
    let mut value: serde_json::Value = serde_json::from_str(TEXT).unwrap();
    value["filters"].as_array_mut().unwrap().remove(1);
    let read = crate::form::read::<Strict, Item, _>(value).unwrap().unwrap();
    assert_eq!(
        read.filters,
        Some(vec![Some(Filter::Text("\t".to_owned())), None, None])
    );
}

#[test]
fn a_value_is_written_as_the_text_is() {
    let text: serde_json::Value = serde_json::from_slice(&serde_json::to_vec(&item()).unwrap()).unwrap();
    assert_eq!(serde_json::to_value(item()).unwrap(), text);
    let wire = Value::<Wire>::write(&item(), serde_json::value::Serializer).unwrap();
    assert_eq!(wire["at"], json!(0));
}

#[test]
fn floats_that_json_lacks_are_texts_in_a_value() {
    let item = Item {
        weight: Some(f64::NEG_INFINITY),
        ..Item::default()
    };
    assert_eq!(
        serde_json::to_value(item).unwrap(),
        json!({"weight": "-Infinity"})
    );
}

#[test]
fn a_generated_type_may_be_flattened_into_a_users() {
    #[derive(Debug, PartialEq, Deserialize, serde::Serialize)]
    struct Mine {
        mine: i32,
        #[serde(flatten)]
        item: Item,
    }
    let text = TEXT.replacen('{', r#"{"mine": 1,"#, 1);
    let read: Mine = serde_json::from_str(&text).unwrap();
    assert_eq!(
        read,
        Mine {
            mine: 1,
            item: item()
        }
    );
    assert_eq!(serde_json::to_value(read).unwrap()["count"], json!(5));
}

#[test]
fn a_generated_type_may_stand_in_an_untagged_enum() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(bool),
        Item(Box<Item>),
    }
    assert_eq!(
        serde_json::from_str::<Either>(TEXT).unwrap(),
        Either::Item(Box::new(item()))
    );
    assert_eq!(
        serde_json::from_str::<Either>("true").unwrap(),
        Either::Number(true)
    );
}

#[test]
fn an_open_enum_may_be_the_key_of_a_users_map() {
    let text = r#"{"RED":1,"later":2}"#;
    let map: BTreeMap<Color, i32> = serde_json::from_str(text).unwrap();
    assert_eq!(map.get(&Color::Red), Some(&1));
    assert_eq!(serde_json::to_string(&map).unwrap(), text);
}

#[test]
fn errors_name_line_and_column() {
    for (text, place) in [
        ("{\n  \"name\": 1\n}", "at line 2 column 11"),
        ("{\n  \"count\": 300000000000\n}", "at line 2 column 23"),
        ("{\n  \"count\": 1.5\n}", "at line 2 column 14"),
        ("{\n  \"weight\": \"x\"\n}", "at line 2 column 15"),
        ("{\n  \"at\": \"x\"\n}", "at line 2 column 11"),
        ("{\n  \"blob\": \"*\"\n}", "at line 2 column 13"),
        ("{\n  \"colors\": {\"RED\": 1}\n}", "at line 2 column 21"),
        ("{\n  \"filters\": [\n1]\n}", "at line 3 column 1"),
        ("{\n  \"filters\": [", "at line 2 column 14"),
    ] {
        let refusal = refusal::<Wire, Item>(text);
        assert!(refusal.ends_with(place), "{refusal}, not {place}");
    }
}

#[test]
fn an_unknown_member_has_a_place_too() {
    let refusal = refusal::<Strict, Item>("{\n  \"nam\": 1\n}");
    assert!(refusal.ends_with("at line 2 column 7"), "{refusal}");
}

#[test]
fn what_follows_the_value_is_an_error() {
    assert_eq!(
        refusal::<Wire, Item>("{} {}"),
        "trailing characters at line 1 column 4"
    );
    assert!(refusal::<Wire, Item>("").contains("EOF"));
}
