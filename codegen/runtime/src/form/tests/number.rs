//! Integers and floats, and what serde_json makes of them.

use super::{read, refusal, written};
use crate::form::{Serde, Strict, Value, Wire};

/// Reads a number both from text and from a `serde_json::Value`.
fn number<T: Value<Wire> + Value<Strict> + PartialEq + std::fmt::Debug>(text: &str) -> T {
    let from_text = read::<Wire, T>(text);
    let value: serde_json::Value = serde_json::from_str(text).unwrap();
    let from_value = crate::form::read::<Strict, T, _>(value).unwrap().unwrap();
    assert_eq!(from_text, from_value, "{text}");
    from_text
}

fn refused<T: Value<Wire> + Value<Strict> + std::fmt::Debug>(text: &str) -> bool {
    let value = serde_json::from_str::<serde_json::Value>(text);
    value.is_ok_and(|value| crate::form::read::<Strict, T, _>(value).is_err())
        && !refusal::<Wire, T>(text).is_empty()
}

#[test]
fn integers_are_exact_to_their_ends() {
    for value in [
        i64::MIN,
        -9_007_199_254_740_993,
        -1,
        0,
        1,
        9_007_199_254_740_993,
        i64::MAX,
    ] {
        assert_eq!(written::<Wire, _>(&value), value.to_string());
        assert_eq!(number::<i64>(&value.to_string()), value);
    }
    assert_eq!(number::<i32>("-2147483648"), i32::MIN);
    assert_eq!(number::<i16>("32767"), i16::MAX);
    assert_eq!(number::<i8>("-128"), i8::MIN);
}

#[test]
fn an_integer_beyond_its_type_is_an_error() {
    assert!(refused::<i8>("128"));
    assert!(refused::<i16>("-32769"));
    assert!(refused::<i32>("2147483648"));
    assert!(refused::<i64>("9223372036854775808"));
    assert!(refused::<i64>("-9223372036854775809"));
    assert!(refused::<i64>("100000000000000000000000000000000000000000"));
    assert!(refused::<i64>("1e300"));
}

#[test]
fn a_whole_float_is_an_integer() {
    for (text, value) in [
        ("5.0", 5),
        ("-5.00", -5),
        ("1e3", 1000),
        ("-0.0", 0),
        ("-0", 0),
        ("1.5e1", 15),
    ] {
        assert_eq!(number::<i32>(text), value, "{text}");
        assert_eq!(number::<i64>(text), i64::from(value), "{text}");
    }
    assert_eq!(number::<i64>("9007199254740991.0"), 9_007_199_254_740_991);
}

#[test]
fn a_float_that_may_stand_for_several_integers_is_none() {
    assert!(refused::<i64>("9007199254740993.0"));
    assert!(refused::<i64>("-9007199254740993.0"));
    assert!(refused::<i64>("9.3e18"));
}

#[test]
fn a_fraction_or_a_text_is_no_integer() {
    for text in ["1.5", "1e-1", "\"1\"", "true", "[]", "{}"] {
        assert!(refused::<i32>(text), "{text}");
        assert!(refused::<i64>(text), "{text}");
    }
}

#[test]
fn a_refused_integer_says_what_was_expected() {
    let refusal = refusal::<Wire, i8>("300");
    assert!(
        refusal.starts_with("invalid value: integer `300`, expected an integer of 8 bits"),
        "{refusal}"
    );
}

#[test]
fn floats_are_written_as_the_shortest_text_that_reads_back() {
    for (value, text) in [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (0.1, "0.1"),
        (100.0, "100.0"),
        (1.0 / 3.0, "0.3333333333333333"),
        (f64::MAX, "1.7976931348623157e308"),
        (5e-324, "5e-324"),
    ] {
        assert_eq!(written::<Wire, _>(&value).replace("e+", "e"), text);
        assert_eq!(number::<f64>(text).to_bits(), value.to_bits(), "{text}");
    }
}

#[test]
fn floats_of_32_bits_are_not_widened_in_the_text() {
    for (value, text) in [(0.1_f32, "0.1"), (16_777_216.0, "16777216.0"), (-1.1, "-1.1")] {
        assert_eq!(written::<Wire, _>(&value), text);
        assert_eq!(number::<f32>(text), value);
    }
    for value in [f32::MAX, f32::MIN, f32::MIN_POSITIVE, f32::from_bits(1)] {
        assert_eq!(number::<f32>(&written::<Wire, _>(&value)), value);
    }
}

#[test]
fn floats_of_17_digits_read_back() {
    for value in [
        0.1_f64 + 0.2,
        902.376_482_136_182_9,
        1.797_693_134_862_315_5e308,
        2.225_073_858_507_201e-308,
    ] {
        assert_eq!(
            number::<f64>(&written::<Wire, _>(&value)).to_bits(),
            value.to_bits(),
            "{value}"
        );
    }
}

#[test]
fn integers_are_floats_too() {
    assert_eq!(number::<f64>("5"), 5.0);
    assert_eq!(number::<f64>("-5"), -5.0);
    assert_eq!(number::<f64>("9223372036854775808"), 9_223_372_036_854_775_808.0);
    assert_eq!(number::<f64>("100000000000000000000"), 1e20);
    assert_eq!(number::<f64>("-100000000000000000000"), -1e20);
    assert_eq!(number::<f64>(&format!("1{}", "0".repeat(100))), 1e100);
    assert_eq!(number::<f32>("5"), 5.0);
}

#[test]
fn what_is_no_number_is_one_of_three_texts() {
    for (text, value) in [
        ("\"Infinity\"", f64::INFINITY),
        ("\"-Infinity\"", f64::NEG_INFINITY),
    ] {
        assert_eq!(number::<f64>(text), value);
        assert_eq!(written::<Wire, _>(&value), text);
        assert_eq!(written::<Serde, _>(&value), text);
        assert_eq!(number::<f32>(text), value as f32);
        assert_eq!(written::<Wire, _>(&(value as f32)), text);
    }
    assert!(read::<Wire, f64>("\"NaN\"").is_nan());
    assert!(read::<Strict, f32>("\"NaN\"").is_nan());
    assert_eq!(written::<Wire, _>(&f64::NAN), "\"NaN\"");
    assert_eq!(written::<Wire, _>(&f32::NAN), "\"NaN\"");
    assert_eq!(written::<Serde, _>(&-f64::NAN), "\"NaN\"");
}

#[test]
fn no_other_text_is_a_float() {
    for text in [
        "\"1.5\"",
        "\"nan\"",
        "\"inf\"",
        "\"+Infinity\"",
        "\"\"",
        "true",
        "[]",
        "{}",
    ] {
        assert!(refused::<f64>(text), "{text}");
        assert!(refused::<f32>(text), "{text}");
    }
}

#[test]
fn a_number_beyond_a_float_is_an_error_and_not_infinity() {
    for text in ["1e309", "-1e309", "1e99999999999999999999"] {
        assert!(!refusal::<Wire, f64>(text).is_empty());
    }
    for text in ["1e39", "-3.5e38"] {
        assert!(refused::<f32>(text), "{text}");
    }
}

#[test]
fn a_number_too_small_for_a_float_is_zero() {
    assert_eq!(number::<f64>("1e-400"), 0.0);
    assert_eq!(number::<f32>("1e-60"), 0.0);
}
