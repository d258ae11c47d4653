//! The rules of both JSON forms, one behaviour a test. The types here are written as the generator writes them.

mod container;
mod number;
mod open_enum;
mod recursion;
mod required;
mod round_trip;
mod source;
mod strict;
mod structure;
mod timestamp;
mod union;
mod value;

use std::fmt::Debug;

use super::{Boxed, EpochSeconds, Form, Unrecognized, UnrecognizedVariant, Value, from_json, to_json};

/// Values that are empty, alike but for case, or named as a variant of `Option`.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Color {
    Red,
    LightRed,
    LowerRed,
    None,
    Empty,
    Unrecognized(Unrecognized),
}

crate::open_enum! {
    Color {
        Red = "RED",
        LightRed = "light:red",
        LowerRed = "red",
        None = "NONE",
        Empty = "",
    }
}

/// A union whose tags differ between the forms.
#[derive(Debug, Clone, PartialEq)]
enum Filter {
    Text(String),
    Size(i64),
    Since(jiff::Timestamp),
    Not(Box<Filter>),
    All(Vec<Filter>),
    Unrecognized(UnrecognizedVariant),
}

crate::union! {
    Filter("Filter") in Own {
        0: "text" => Text,
        1: "size" / "sizeInBytes" => Size,
        2: "since" => Since as EpochSeconds,
        3: "not" => Not as Boxed<()>,
        4: "all" => All,
    }
}

/// Its forms are equal.
#[derive(Debug, Clone, PartialEq, Default)]
struct Tag {
    key: Option<String>,
    value: Option<String>,
}

crate::structure! {
    Tag("Tag") in Shared {
        0: "key" => optional key,
        1: "value" => optional value,
    }
}

fn read<F: Form, T: Value<F>>(text: &str) -> T {
    from_json::<F, T>(text).unwrap().unwrap()
}

fn written<F: Form, T: Value<F>>(value: &T) -> String {
    String::from_utf8(to_json::<F, T>(value).unwrap()).unwrap()
}

fn refusal<F: Form, T: Value<F> + Debug>(text: &str) -> String {
    from_json::<F, T>(text).unwrap_err().to_string()
}
