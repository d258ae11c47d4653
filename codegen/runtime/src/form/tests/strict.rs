//! What calls by name read: nothing is passed over.

use std::collections::BTreeMap;

use super::{Filter, Tag, read, refusal};
use crate::form::{Map, SparseList, Strict};

#[derive(Debug, Clone, PartialEq, Default)]
struct Query {
    tag: Option<Tag>,
    tags: Option<Vec<Tag>>,
    sparse: Option<Vec<Option<Tag>>>,
    nested: Option<BTreeMap<String, Vec<Option<Tag>>>>,
    filter: Option<Filter>,
    document: Option<serde_json::Value>,
    region: Option<String>,
}

crate::structure! {
    Query("Query") in Own {
        0: "tag" => optional tag,
        1: "tags" => optional tags,
        2: "sparse" => optional sparse as SparseList<()>,
        3: "nested" => optional nested as Map<SparseList<()>>,
        4: "filter" => optional filter,
        5: "document" => optional document,
        6: "region" / "" => optional region,
    }
}

/// A union of structures.
#[derive(Debug, Clone, PartialEq)]
enum Choice {
    Tag(Tag),
    Unrecognized(crate::form::UnrecognizedVariant),
}

crate::union! {
    Choice("Choice") in Shared {
        0: "tag" => Tag,
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Nothing {}

crate::structure! {
    Nothing("Nothing") in Shared {}
}

const TAG: &str = "`kee` is not a member of Tag, whose members are: key, value";

#[test]
fn every_member_of_the_serde_form_is_read() {
    let text = r#"{"tag":{"key":"k"},"filter":{"size":1},"region":"eu-west-1"}"#;
    let query = read::<Strict, Query>(text);
    assert_eq!(query.filter, Some(Filter::Size(1)));
    assert_eq!(query.region.as_deref(), Some("eu-west-1"));
}

#[test]
fn an_unknown_member_is_an_error_that_names_the_owner_and_its_members() {
    let refusal = refusal::<Strict, Query>(r#"{"tagg":{}}"#);
    let expected = "`tagg` is not a member of Query, whose members are: \
                    tag, tags, sparse, nested, filter, document, region";
    assert!(refusal.starts_with(expected), "{refusal}");
}

#[test]
fn a_wire_name_is_an_unknown_member() {
    let refusal = refusal::<Strict, Query>(r#"{"filter":{"sizeInBytes":1}}"#);
    let expected = "`sizeInBytes` is not a member of Filter, whose members are: text, size, since, not, all";
    assert!(refusal.starts_with(expected), "{refusal}");
}

#[test]
fn unknown_members_are_refused_at_any_depth() {
    for text in [
        r#"{"tag":{"kee":"x"}}"#,
        r#"{"tags":[{},{"kee":"x"}]}"#,
        r#"{"sparse":[null,{"kee":"x"}]}"#,
        r#"{"nested":{"a":[null,{"kee":"x"}]}}"#,
    ] {
        let refusal = refusal::<Strict, Query>(text);
        assert!(refusal.starts_with(TAG), "{text}: {refusal}");
    }
    assert!(refusal::<Strict, Choice>(r#"{"tag":{"kee":"x"}}"#).starts_with(TAG));
    let deep = r#"{"filter":{"all":[{"not":{"text":"t"}},{"not":{"txt":"t"}}]}}"#;
    let refusal = refusal::<Strict, Query>(deep);
    assert!(
        refusal.starts_with("`txt` is not a member of Filter"),
        "{refusal}"
    );
}

#[test]
fn an_unknown_member_is_refused_though_it_is_null() {
    assert!(refusal::<Strict, Tag>(r#"{"kee":null}"#).starts_with(TAG));
}

#[test]
fn an_empty_key_is_refused() {
    let refusal = refusal::<Strict, Query>(r#"{"":1}"#);
    assert!(refusal.starts_with("`` is not a member of Query"), "{refusal}");
}

#[test]
fn a_structure_without_members_says_so() {
    let refusal = refusal::<Strict, Nothing>(r#"{"a":1}"#);
    assert!(
        refusal.starts_with("`a` is not a member of Nothing, which has none"),
        "{refusal}"
    );
}

#[test]
fn a_union_refuses_what_it_passes_over_in_an_answer() {
    for key in ["later", "__type"] {
        let refusal = refusal::<Strict, Choice>(&format!(r#"{{"{key}":1,"tag":{{}}}}"#));
        let expected = format!("`{key}` is not a member of Choice, whose members are: tag");
        assert!(refusal.starts_with(&expected), "{refusal}");
    }
}

#[test]
fn a_union_refuses_a_second_variant() {
    let refusal = refusal::<Strict, Filter>(r#"{"text":"t","size":1}"#);
    assert!(
        refusal.starts_with("Filter takes one of its members, not several"),
        "{refusal}"
    );
}

#[test]
fn a_unions_null_variants_do_not_count() {
    assert_eq!(
        read::<Strict, Filter>(r#"{"text":null,"size":1,"since":null}"#),
        Filter::Size(1)
    );
}

#[test]
fn a_document_holds_any_keys() {
    let query = read::<Strict, Query>(r#"{"document":{"kee":{"any":[null]}}}"#);
    assert_eq!(query.document, Some(serde_json::json!({"kee": {"any": [null]}})));
}

#[test]
fn a_null_that_would_be_dropped_is_refused() {
    let list = refusal::<Strict, Vec<String>>(r#"["a",null]"#);
    assert!(list.contains("null stands in a list"), "{list}");
    let map = refusal::<Strict, BTreeMap<String, String>>(r#"{"a":null}"#);
    assert!(map.contains("null stands in a map"), "{map}");
}
