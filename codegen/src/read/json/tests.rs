//! The parser against `serde_json`, and the places that only this parser knows.

#![allow(clippy::unwrap_used)]

use super::parse::MAX_DEPTH;
use super::*;

fn agrees(text: &str) -> bool {
    parse(text, 0).is_ok() == serde_json::from_str::<serde_json::Value>(text).is_ok()
}

fn to_serde(value: &Value<'_>) -> serde_json::Value {
    match &value.kind {
        Kind::Null => serde_json::Value::Null,
        Kind::Bool(truth) => (*truth).into(),
        Kind::Number(number) => serde_json::from_str(number).unwrap(),
        Kind::String(text) => text.as_ref().into(),
        Kind::Array(items) => items.iter().map(to_serde).collect(),
        Kind::Object(entries) => entries
            .iter()
            .map(|entry| (entry.key.to_string(), to_serde(&entry.value)))
            .collect(),
    }
}

fn error(text: &str) -> SyntaxError {
    parse(text, 0).unwrap_err()
}

const SAMPLE: &str = r#"{"a": [1, -0.5e+3, 10E2, 0], "é": "\u00e9\ud83d\ude00\n\/\"\\\b\f\r\t", "": {"t": true, "f": false, "n": null}, "e": [], "o": {} }"#;

#[test]
fn reads_what_serde_json_reads() {
    assert_eq!(
        to_serde(&parse(SAMPLE, 0).unwrap()),
        serde_json::from_str::<serde_json::Value>(SAMPLE).unwrap()
    );
}

#[test]
fn refuses_what_serde_json_refuses() {
    let texts = [
        "",
        " ",
        "nul",
        "truely",
        "01",
        "-",
        "1.",
        "1.e3",
        "1e",
        ".5",
        "+1",
        "NaN",
        "Infinity",
        "--1",
        "1e+",
        "0x1",
        "'a'",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\t\"",
        "\"a",
        "\"\\",
        "\"\\u",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "]",
        "[1",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "[1]]",
        "1 2",
        "// c\n1",
        "[1/*c*/]",
        "\u{feff}1",
        "\u{a0}1",
        "[1}",
        "-01",
        "1.5.5",
        "[\"a\",\n",
        "{\"a\":1",
        "tru",
        "\u{b}1",
        "\"\u{7f}\"",
        "\"\\u0000\"",
        "-0",
        "0",
        "\"\\/\"",
    ];
    let disagreed: Vec<_> = texts.iter().filter(|text| !agrees(text)).collect();
    assert!(disagreed.is_empty(), "{disagreed:?}");
}

#[test]
fn agrees_with_serde_json_on_every_cut_and_every_changed_byte() {
    for end in (0..SAMPLE.len()).filter(|end| SAMPLE.is_char_boundary(*end)) {
        assert!(agrees(&SAMPLE[..end]), "cut at {end}");
        for byte in "\"\\{}[],:0-eE+.tn/u\u{1} ".chars() {
            let rest: String = SAMPLE[end..].chars().skip(1).collect();
            let text = format!("{}{byte}{rest}", &SAMPLE[..end]);
            assert!(agrees(&text), "{text}");
        }
    }
}

#[test]
fn nests_as_deep_as_serde_json_and_no_deeper() {
    for depth in [MAX_DEPTH, MAX_DEPTH + 1, 100_000] {
        let text = "[".repeat(depth) + &"]".repeat(depth);
        assert!(agrees(&text), "{depth}");
    }
    assert!(parse(&("[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH)), 0).is_ok());
    assert!(error(&"[".repeat(1_000_000)).message.contains("levels deep"));
}

#[test]
fn an_error_knows_the_innermost_value() {
    assert_eq!(error(r#"{"a/b": [1, {"c~": [tru]}]}"#).pointer, "/a~1b/1/c~0/0");
}

#[test]
fn an_error_says_what_was_found_and_what_to_do() {
    let cases = [
        ("[1,]", "found `]`", "trailing commas"),
        ("[1, // x\n2]", "found `/`", "comments"),
        ("[1", "the end of the text", "cut off"),
        ("\"a", "ends inside a string", "cut off"),
        ("1 2", "goes on after the end", "remove what follows"),
        ("\u{feff}1", "byte order mark", "without"),
        ("[01]", "writes a number", "strict JSON"),
        ("\"\\ud800\"", "surrogate", "strict JSON"),
    ];
    for (text, message, help) in cases {
        let error = error(text);
        assert!(
            error.message.contains(message) && error.help.contains(help),
            "{text}: {error:?}"
        );
    }
}

#[test]
fn values_and_keys_know_their_bytes() {
    let text = r#"{"a": ["é", -1.50]}"#;
    let root = parse(text, 7).unwrap();
    let entry = root.entry("a").unwrap();
    let slice = |at: At| &text[at.start as usize..at.end as usize];
    assert_eq!((slice(entry.key_at), entry.key_at.file), ("\"a\"", 7));
    let slices: Vec<_> = entry.value.items().iter().map(|item| slice(item.at)).collect();
    assert_eq!(slices, ["\"é\"", "-1.50"]);
    assert_eq!(slice(root.at), text);
}

#[test]
fn written_strings_read_back() {
    let text: String = (0..0x250)
        .filter_map(char::from_u32)
        .chain(['\u{2028}', '😀'])
        .collect();
    let mut written = String::new();
    write_string(&mut written, &text);
    assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    assert_eq!(parse(&written, 0).unwrap().as_str(), Some(text.as_str()));
}

#[test]
fn merging_replaces_values_and_adds_keys() {
    let mut base = parse(r#"{"a": {"x": 1, "y": [1, 2]}, "b": 1}"#, 0).unwrap();
    merge(
        &mut base,
        parse(r#"{"a": {"y": [3], "z": null}, "b": {"c": 2}, "d": 3}"#, 1).unwrap(),
    );
    let expected = serde_json::json!({"a": {"x": 1, "y": [3], "z": null}, "b": {"c": 2}, "d": 3});
    assert_eq!(to_serde(&base), expected);
    let place = |value: &Value<'_>, key| value.get(key).unwrap().at.file;
    assert_eq!(
        (
            place(&base, "a"),
            place(&base, "b"),
            place(base.get("a").unwrap(), "z")
        ),
        (0, 1, 1)
    );
}
