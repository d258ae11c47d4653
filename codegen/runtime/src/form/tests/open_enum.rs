//! Open enums: conversions, order and hash by the wire text, unknown values.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Color, read, refusal, written};
use crate::form::{OpenEnum, Serde, Strict, Wire, from_json};

const TEXTS: [&str; 9] = [
    "",
    "NONE",
    "None",
    "RED",
    "Red",
    "light:red",
    "red",
    "red ",
    "später",
];

fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn every_text_comes_out_as_it_came_in() {
    for text in TEXTS {
        let json = serde_json::to_string(text).unwrap();
        assert_eq!(Color::from(text).as_str(), text);
        assert_eq!(written::<Wire, _>(&read::<Wire, Color>(&json)), json);
        assert_eq!(written::<Serde, _>(&read::<Strict, Color>(&json)), json);
        assert_eq!(serde_json::from_str::<Color>(&json).unwrap(), Color::from(text));
    }
}

#[test]
fn known_texts_become_their_variants_however_they_come() {
    for value in Color::VALUES {
        let text = value.as_str();
        assert_eq!(Color::from(text), *value);
        assert_eq!(Color::from(text.to_owned()), *value);
        assert_eq!(Color::from_text(text), *value);
        assert_eq!(read::<Wire, Color>(&format!("\"{text}\"")), *value);
        assert!(!matches!(Color::from(text), Color::Unrecognized(_)));
    }
}

#[test]
fn values_are_the_models_in_its_order() {
    let texts: Vec<&str> = Color::VALUES.iter().map(Color::as_str).collect();
    assert_eq!(texts, ["RED", "light:red", "red", "NONE", ""]);
}

#[test]
fn an_unknown_value_shows_its_text() {
    let Color::Unrecognized(text) = Color::from("Rot") else {
        panic!("the text is not known")
    };
    assert_eq!(text.as_str(), "Rot");
    assert_eq!(text.to_string(), "Rot");
    assert_eq!(format!("{text:?}"), "\"Rot\"");
}

#[test]
fn order_is_that_of_the_texts() {
    let sorted: Vec<Color> = BTreeSet::from(TEXTS.map(Color::from)).into_iter().collect();
    let texts: Vec<&str> = sorted.iter().map(Color::as_str).collect();
    assert_eq!(texts, BTreeSet::from(TEXTS).into_iter().collect::<Vec<_>>());
    assert!(Color::None < Color::Red);
}

#[test]
fn hash_is_that_of_the_text() {
    for text in TEXTS {
        assert_eq!(hash(&Color::from(text)), hash(text));
    }
}

#[test]
fn equality_is_that_of_the_texts() {
    for left in TEXTS {
        for right in TEXTS {
            assert_eq!(Color::from(left) == Color::from(right), left == right);
        }
    }
}

#[test]
fn display_is_the_text_and_pads() {
    assert_eq!(
        format!("[{}] [{:>5}] [{:<5}]", Color::Red, Color::None, Color::from("x")),
        "[RED] [ NONE] [x    ]"
    );
    assert_eq!(format!("[{:.2}]", Color::Red), "[RE]");
    let Color::Unrecognized(text) = Color::from("x") else {
        panic!("the text is not known")
    };
    assert_eq!(format!("[{text:>3}]"), "[  x]");
}

#[test]
fn null_is_absent() {
    assert_eq!(from_json::<Wire, Color>("null").unwrap(), None);
}

#[test]
fn what_is_no_string_is_an_error() {
    for other in ["1", "true", "{}", "[]"] {
        let refusal = refusal::<Wire, Color>(other);
        assert!(refusal.contains("expected a string"), "{refusal}");
    }
}
