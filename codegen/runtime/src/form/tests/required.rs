//! Members that must be there, and idempotency tokens.

use super::{Filter, Tag, read, refusal, written};
use crate::form::{Serde, Strict, Wire};

/// An input, as `new` of a generated structure makes it.
#[derive(Debug, Clone, PartialEq)]
struct Order {
    item: String,
    amount: i32,
    tags: Vec<Tag>,
    filter: Filter,
    note: Option<String>,
}

crate::structure! {
    Order("Order") in Own requires [0, 1, 2, 3] {
        0: "item" / "itemId" => required item,
        1: "amount" => required amount,
        2: "tags" => required tags,
        3: "filter" => required filter,
        4: "note" => optional note,
    }
}

const FULL: &str = r#"{"item":"i","amount":1,"tags":[],"filter":{"text":"t"}}"#;

fn order() -> Order {
    Order {
        item: "i".to_owned(),
        amount: 1,
        tags: Vec::new(),
        filter: Filter::Text("t".to_owned()),
        note: None,
    }
}

/// The token's wire name differs, so that the forms show.
#[derive(Debug, Clone, PartialEq, Default)]
struct Create {
    token: Option<String>,
    name: Option<String>,
}

crate::structure! {
    Create("Create") in Own {
        0: "token" / "clientToken" => token token,
        1: "name" => optional name,
    }
}

/// The token travels in a header.
#[derive(Debug, Clone, PartialEq, Default)]
struct Start {
    token: Option<String>,
}

crate::structure! {
    Start("Start") in Own {
        0: "token" / "" => token token,
    }
}

#[test]
fn required_members_are_read_and_written_in_both_forms() {
    assert_eq!(read::<Serde, Order>(FULL), order());
    assert_eq!(read::<Strict, Order>(FULL), order());
    assert_eq!(written::<Serde, _>(&order()), FULL);
    assert_eq!(written::<Wire, _>(&order()), FULL.replace("item", "itemId"));
}

#[test]
fn required_members_are_written_whatever_they_hold() {
    let order = Order {
        item: String::new(),
        amount: 0,
        ..order()
    };
    let text = r#"{"itemId":"","amount":0,"tags":[],"filter":{"text":"t"}}"#;
    assert_eq!(written::<Wire, _>(&order), text);
}

#[test]
fn a_missing_required_member_is_an_error_that_names_it_and_its_owner() {
    let without = r#"{"item":"i","tags":[],"filter":{"text":"t"}}"#;
    for refusal in [
        refusal::<Serde, Order>(without),
        refusal::<Strict, Order>(without),
    ] {
        assert!(
            refusal.starts_with("required member `amount` of Order is missing"),
            "{refusal}"
        );
    }
}

#[test]
fn of_several_missing_members_the_models_first_is_named() {
    let refusal = refusal::<Serde, Order>(r#"{"filter":{"text":"t"}}"#);
    assert!(
        refusal.starts_with("required member `item` of Order is missing"),
        "{refusal}"
    );
}

#[test]
fn null_is_missing() {
    let null = FULL.replace("1", "null");
    for refusal in [refusal::<Serde, Order>(&null), refusal::<Strict, Order>(&null)] {
        assert!(refusal.contains("`amount` of Order is missing"), "{refusal}");
    }
}

#[test]
fn a_union_without_a_variant_is_missing() {
    let empty = FULL.replace(r#"{"text":"t"}"#, "{}");
    for refusal in [refusal::<Serde, Order>(&empty), refusal::<Strict, Order>(&empty)] {
        assert!(refusal.contains("`filter` of Order is missing"), "{refusal}");
    }
}

#[test]
fn the_last_of_equal_keys_decides_what_is_missing() {
    let then_null = FULL.replace(r#""amount":1"#, r#""amount":1,"amount":null"#);
    let refusal = refusal::<Serde, Order>(&then_null);
    assert!(refusal.contains("`amount` of Order is missing"), "{refusal}");
    let then_value = FULL.replace(r#""amount":1"#, r#""amount":null,"amount":2"#);
    assert_eq!(read::<Serde, Order>(&then_value).amount, 2);
}

#[test]
fn an_absent_token_is_filled_on_the_wire_and_anew_each_time() {
    let token = || {
        let body: serde_json::Value = serde_json::from_str(&written::<Wire, _>(&Create::default())).unwrap();
        assert_eq!(body.as_object().unwrap().len(), 1);
        body["clientToken"].as_str().unwrap().to_owned()
    };
    let first = token();
    assert_eq!(first.len(), 36);
    assert_ne!(first, token());
}

#[test]
fn an_absent_token_stays_absent_in_the_serde_form() {
    assert_eq!(written::<Serde, _>(&Create::default()), "{}");
    assert_eq!(written::<Strict, _>(&Create::default()), "{}");
    assert_eq!(read::<Strict, Create>("{}"), Create::default());
}

#[test]
fn a_given_token_is_kept_an_empty_one_too() {
    for given in ["mine", ""] {
        let create = Create {
            token: Some(given.to_owned()),
            name: None,
        };
        assert_eq!(
            written::<Wire, _>(&create),
            format!(r#"{{"clientToken":"{given}"}}"#)
        );
        assert_eq!(written::<Serde, _>(&create), format!(r#"{{"token":"{given}"}}"#));
        assert_eq!(read::<Serde, Create>(&written::<Serde, _>(&create)), create);
    }
}

#[test]
fn a_token_outside_the_body_is_not_filled_into_it() {
    assert_eq!(written::<Wire, _>(&Start::default()), "{}");
    let given = Start {
        token: Some("mine".to_owned()),
    };
    assert_eq!(written::<Wire, _>(&given), "{}");
    assert_eq!(written::<Serde, _>(&given), r#"{"token":"mine"}"#);
}
