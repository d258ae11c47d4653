//! Strings, booleans, blobs and documents.

use bytes::Bytes;
use serde_json::json;

use super::{read, refusal, written};
use crate::form::{Serde, Strict, Wire, from_json};

#[derive(Debug, Clone, PartialEq, Default)]
struct Holder {
    document: Option<serde_json::Value>,
}

crate::structure! {
    Holder("Holder") in Shared {
        0: "document" => optional document,
    }
}

#[test]
fn strings_are_kept_to_the_character() {
    for text in [
        "",
        " ",
        "\u{0}\u{1f}\u{7f}",
        "\"\\/\n",
        "ä€𝄞",
        "\u{2028}",
        "\u{feff}x",
    ] {
        let value = text.to_owned();
        assert_eq!(read::<Wire, String>(&written::<Wire, _>(&value)), value);
    }
    assert_eq!(read::<Wire, String>(r#""\ud834\udd1e\u00e4\/""#), "𝄞ä/");
}

#[test]
fn half_a_surrogate_pair_is_an_error() {
    assert!(!refusal::<Wire, String>(r#""\ud834""#).is_empty());
}

#[test]
fn only_true_and_false_are_booleans() {
    assert!(read::<Wire, bool>("true"));
    assert_eq!(written::<Wire, _>(&false), "false");
    for other in ["1", "\"true\"", "[]"] {
        assert!(!refusal::<Wire, bool>(other).is_empty(), "{other}");
    }
}

#[test]
fn blobs_are_base64_in_both_forms() {
    for (bytes, text) in [
        (&b""[..], "\"\""),
        (b"\xff\x00", "\"/wA=\""),
        (b"abc", "\"YWJj\""),
    ] {
        let blob = Bytes::from_static(bytes);
        assert_eq!(written::<Wire, _>(&blob), text);
        assert_eq!(written::<Serde, _>(&blob), text);
        assert_eq!(read::<Wire, Bytes>(text), blob);
        assert_eq!(read::<Strict, Bytes>(text), blob);
    }
}

#[test]
fn base64_may_lack_its_padding() {
    assert_eq!(read::<Wire, Bytes>("\"/wA\""), Bytes::from_static(b"\xff\x00"));
}

#[test]
fn what_is_no_base64_is_an_error() {
    for other in ["\"*\"", "\"A\"", "\"/w=A\"", "1", "[255]"] {
        let refusal = refusal::<Wire, Bytes>(other);
        assert!(refusal.contains("base64"), "{refusal}");
    }
}

#[test]
fn a_document_keeps_null_inside() {
    let text = r#"{"document":{"a":[null,{"b":null}],"c":""}}"#;
    let holder = read::<Wire, Holder>(text);
    assert_eq!(holder.document, Some(json!({"a": [null, {"b": null}], "c": ""})));
    assert_eq!(written::<Wire, _>(&holder), text);
    assert_eq!(written::<Serde, _>(&holder), text);
    assert_eq!(read::<Strict, Holder>(text), holder);
}

#[test]
fn a_document_that_is_null_is_absent() {
    assert_eq!(read::<Wire, Holder>(r#"{"document":null}"#), Holder::default());
    assert_eq!(from_json::<Wire, serde_json::Value>("null").unwrap(), None);
}

#[test]
fn a_document_is_any_json() {
    for text in [
        "0",
        "-1.5",
        "\"x\"",
        "[]",
        "[1,[2,[3]]]",
        "{}",
        "true",
        "9223372036854775807",
    ] {
        assert_eq!(written::<Wire, _>(&read::<Wire, serde_json::Value>(text)), text);
    }
}
