//! Each function by itself.

use super::{Params, url};
use crate::model::ParameterValue;

/// The value of an expression as text: `unset` where it has none or is false.
fn value(call: &str, text: &str) -> String {
    let place = if call.contains("\"assign\"") {
        "{X}"
    } else {
        "true"
    };
    let rules = format!(
        r#"[{{"type":"endpoint","conditions":[{call}],"endpoint":{{"url":"{place}"}}}},
        {{"type":"endpoint","conditions":[],"endpoint":{{"url":"unset"}}}}]"#
    );
    url(
        &rules,
        Params::new().named("Text", ParameterValue::String(text.to_owned())),
    )
}

/// The value of a function that gives a text, for a text.
fn text(function: &str, further: &str, text: &str) -> String {
    value(
        &format!(r#"{{"fn":"{function}","argv":[{{"ref":"Text"}}{further}],"assign":"X"}}"#),
        text,
    )
}

/// Whether a function holds for a text.
fn holds(function: &str, further: &str, text: &str) -> bool {
    value(
        &format!(r#"{{"fn":"{function}","argv":[{{"ref":"Text"}}{further}]}}"#),
        text,
    ) == "true"
}

/// A part of what a function gives for a text.
fn part(function: &str, path: &str, text: &str) -> String {
    value(
        &format!(
            r#"{{"fn":"{function}","argv":[{{"ref":"Text"}}],"assign":"Whole"}},
            {{"fn":"getAttr","argv":[{{"ref":"Whole"}},"{path}"],"assign":"X"}}"#
        ),
        text,
    )
}

#[test]
fn is_set_looks_for_a_value_and_not_for_its_truth() {
    assert!(holds("isSet", "", ""));
    let unset = r#"{"fn":"isSet","argv":[{"ref":"Region"}]}"#;
    assert_eq!(value(unset, ""), "unset");
    let is_false = r#"{"fn":"isSet","argv":[{"ref":"UseFIPS"}]}"#;
    assert_eq!(value(is_false, ""), "true");
}

#[test]
fn not_turns_truth_around() {
    let not = |of: &str| value(&format!(r#"{{"fn":"not","argv":[{of}]}}"#), "");
    assert_eq!(not(r#"{"fn":"isSet","argv":[{"ref":"Region"}]}"#), "true");
    assert_eq!(not(r#"{"fn":"isSet","argv":[{"ref":"Text"}]}"#), "unset");
}

#[test]
fn boolean_equals_compares_truth() {
    let equals = |with: &str| {
        value(
            &format!(r#"{{"fn":"booleanEquals","argv":[{{"ref":"UseFIPS"}},{with}]}}"#),
            "",
        )
    };
    assert_eq!(equals("false"), "true");
    assert_eq!(equals("true"), "unset");
}

#[test]
fn string_equals_compares_every_letter() {
    assert!(holds("stringEquals", r#","abc""#, "abc"));
    assert!(!holds("stringEquals", r#","Abc""#, "abc"));
}

#[test]
fn a_value_that_is_not_set_equals_nothing() {
    let call = r#"{"fn":"stringEquals","argv":[{"ref":"Region"},""]}"#;
    assert_eq!(value(call, ""), "unset");
}

#[test]
fn substring_counts_from_the_start() {
    assert_eq!(text("substring", ",1,3,false", "abcde"), "bc");
    assert_eq!(text("substring", ",0,5,false", "abcde"), "abcde");
}

#[test]
fn substring_counts_from_the_end_if_asked_to() {
    assert_eq!(text("substring", ",1,3,true", "abcde"), "cd");
    assert_eq!(text("substring", ",0,2,true", "abcde"), "de");
}

#[test]
fn substring_gives_nothing_where_the_text_is_too_short_or_not_ascii() {
    let cases = [
        (",0,6,false", "abcde"),
        (",0,6,true", "abcde"),
        (",2,2,false", "abcde"),
        (",3,1,true", "abcde"),
    ];
    for (range, of) in cases
        .into_iter()
        .chain([(",0,1,false", "é"), (",-2,1,false", "abc")])
    {
        assert_eq!(text("substring", range, of), "unset", "{range} of {of}");
    }
}

#[test]
fn split_cuts_at_every_separator() {
    let split = |limit: u32, item: i32, of: &str| {
        value(
            &format!(
                r#"{{"fn":"split","argv":[{{"ref":"Text"}},"--",{limit}],"assign":"Parts"}},
                {{"fn":"getAttr","argv":[{{"ref":"Parts"}},"[{item}]"],"assign":"X"}}"#
            ),
            of,
        )
    };
    assert_eq!(split(0, 2, "a--b--c"), "c");
    assert_eq!(split(2, 1, "a--b--c"), "b--c");
    assert_eq!(split(0, -1, "a--b--c"), "c");
    assert_eq!(split(0, 3, "a--b--c"), "unset");
    assert_eq!(split(0, -4, "a--b--c"), "unset");
    assert_eq!(split(0, 0, ""), "");
}

#[test]
fn uri_encode_leaves_unreserved_characters_alone() {
    assert_eq!(text("uriEncode", "", "aZ09-_.~"), "aZ09-_.~");
    assert_eq!(text("uriEncode", "", "a b/c+é"), "a%20b%2Fc%2B%C3%A9");
}

#[test]
fn coalesce_gives_the_first_value_that_is_set() {
    let call = r#"{"fn":"coalesce","argv":[{"ref":"Region"},{"ref":"Text"},"last"],"assign":"X"}"#;
    assert_eq!(value(call, "text"), "text");
    let none = r#"{"fn":"coalesce","argv":[{"ref":"Region"},{"ref":"Endpoint"}],"assign":"X"}"#;
    assert_eq!(value(none, "text"), "unset");
}

#[test]
fn ite_gives_one_of_two_values() {
    let ite = |condition: &str| {
        value(
            &format!(r#"{{"fn":"ite","argv":[{condition},"yes","no"],"assign":"X"}}"#),
            "",
        )
    };
    assert_eq!(ite("true"), "yes");
    assert_eq!(ite(r#"{"ref":"UseFIPS"}"#), "no");
    assert_eq!(ite(r#"{"ref":"Flag"}"#), "unset");
}

#[test]
fn partition_knows_its_domain() {
    assert_eq!(part("aws.partition", "dnsSuffix", "far-a-1"), "far.example");
    assert_eq!(
        part("aws.partition", "dualStackDnsSuffix", "eu-west-1"),
        "api.aws"
    );
    assert_eq!(
        part("aws.partition", "implicitGlobalRegion", "far-b-7"),
        "far-a-1"
    );
    assert_eq!(part("aws.partition", "name", "far-b-7"), "far");
}

#[test]
fn no_region_is_in_the_first_partition() {
    let call = r#"{"fn":"aws.partition","argv":[{"ref":"Region"}],"assign":"P"},
        {"fn":"getAttr","argv":[{"ref":"P"},"name"],"assign":"X"}"#;
    assert_eq!(value(call, ""), "aws");
}

#[test]
fn parse_arn_takes_a_name_apart() {
    let arn = "arn:far:s3:far-a-1:123:accesspoint/my:name";
    for (path, expected) in [
        ("partition", "far"),
        ("service", "s3"),
        ("region", "far-a-1"),
        ("accountId", "123"),
        ("resourceId[0]", "accesspoint"),
        ("resourceId[1]", "my"),
        ("resourceId[2]", "name"),
        ("resourceId[3]", "unset"),
    ] {
        assert_eq!(part("aws.parseArn", path, arn), expected, "{path}");
    }
}

#[test]
fn parse_arn_wants_all_but_region_and_account() {
    assert_eq!(part("aws.parseArn", "region", "arn:aws:s3:::bucket"), "");
    for text in [
        "arn:aws:s3:a:b",
        "arn::s3:::b",
        "arn:aws::::b",
        "arn:aws:s3:::",
        "urn:aws:s3:::b",
        "",
    ] {
        assert_eq!(part("aws.parseArn", "service", text), "unset", "{text}");
    }
}

#[test]
fn parse_url_takes_a_url_apart() {
    let url = "http://example.com:80/foo/bar";
    for (path, expected) in [
        ("scheme", "http"),
        ("authority", "example.com:80"),
        ("path", "/foo/bar"),
        ("normalizedPath", "/foo/bar/"),
    ] {
        assert_eq!(part("parseURL", path, url), expected, "{path}");
    }
    assert_eq!(part("parseURL", "normalizedPath", "https://example.com"), "/");
    assert_eq!(
        part("parseURL", "authority", "https://me:secret@example.com"),
        "example.com"
    );
}

#[test]
fn parse_url_refuses_what_can_be_no_base() {
    for url in [
        "https://example.com?a=b",
        "https://example.com/#a",
        "ftp://example.com",
        "example.com",
        "https://",
        "https:///path",
        "https://a b",
        "https://host:port",
        "https://host:99999",
        "https://[::1",
    ] {
        assert_eq!(part("parseURL", "scheme", url), "unset", "{url}");
    }
}

#[test]
fn parse_url_tells_addresses_from_names() {
    for (url, expected) in [
        ("https://127.0.0.1", true),
        ("https://127.0.0.1:8080/a", true),
        ("https://[fe80::1]:443", true),
        ("https://[::1%25lo]", true),
        ("https://example.com", false),
        ("https://1.2.3", false),
    ] {
        let call = r#"{"fn":"booleanEquals","argv":[{"fn":"getAttr","argv":[{"fn":"parseURL","argv":[{"ref":"Text"}]},"isIp"]},true]}"#;
        assert_eq!(value(call, url) == "true", expected, "{url}");
    }
}

#[test]
fn a_host_label_has_dots_only_if_it_may() {
    assert!(holds("isValidHostLabel", ",false", "a-1"));
    assert!(!holds("isValidHostLabel", ",false", "a.b"));
    assert!(holds("isValidHostLabel", ",true", "a.b"));
}

#[test]
fn a_bucket_in_a_host_name_is_lower_case() {
    assert!(holds("aws.isVirtualHostableS3Bucket", ",false", "my-bucket"));
    assert!(!holds("aws.isVirtualHostableS3Bucket", ",false", "My-bucket"));
    assert!(holds("aws.isVirtualHostableS3Bucket", ",true", "abc.def"));
}
