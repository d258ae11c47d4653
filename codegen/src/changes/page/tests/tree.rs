//! What stands side by side, and how it is marked.

use super::{Revision, at, input, page, page_of, service, service_with};
use crate::changes::page::{Change, Kind, Mark, Node, Place, What, operation_page};

const ONE: &str = r#""members":{"a":{"shape":"Text"}}"#;

fn marks(nodes: &[Node]) -> Vec<(&str, Mark)> {
    nodes.iter().map(|node| (node.name.as_str(), node.mark)).collect()
}

fn change(what: What, before: &str, after: &str) -> Change {
    Change {
        what,
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

#[test]
fn a_page_of_one_revision_has_no_mark() {
    let page = page_of(&input(ONE, ""));
    assert_eq!(page.mark, Mark::Same);
    assert_eq!(marks(&page.request), [("a", Mark::Same)]);
    assert!(page.items.iter().all(|item| !item.is_marked()));
}

#[test]
fn equal_revisions_have_the_page_of_one() {
    let text = input(ONE, "");
    assert_eq!(page(&text, &text), page_of(&text));
}

#[test]
fn all_of_a_new_operation_is_new() {
    let revision = Revision::new(&input(ONE, ""));
    let page = operation_page(None, Some(&revision.side()), "Do").unwrap();
    assert_eq!((page.mark, page.http.mark()), (Mark::New, Mark::New));
    assert_eq!(marks(&page.request), [("a", Mark::New)]);
    assert!(page.items.iter().all(|item| item.mark == Mark::New));
}

#[test]
fn all_of_a_removed_operation_is_gone() {
    let text = input(ONE, "");
    let (before, after) = (Revision::new(&text), Revision::new(&text.replace("Do", "Make")));
    let page = operation_page(Some(&before.side()), Some(&after.side()), "Do").unwrap();
    assert_eq!(page.mark, Mark::Gone);
    assert_eq!(marks(&page.request), [("a", Mark::Gone)]);
}

#[test]
fn an_operation_that_nobody_has_has_no_page() {
    let revision = Revision::new(&input(ONE, ""));
    let side = revision.side();
    assert_eq!(operation_page(Some(&side), Some(&side), "Other"), None);
    assert_eq!(operation_page(None, None, "Do"), None);
}

#[test]
fn members_of_both_revisions_stand_together() {
    let page = page(
        &input(r#""members":{"a":{"shape":"Text"},"b":{"shape":"Text"}}"#, ""),
        &input(r#""members":{"a":{"shape":"Text"},"c":{"shape":"Text"}}"#, ""),
    );
    assert_eq!(
        marks(&page.request),
        [("a", Mark::Same), ("b", Mark::Gone), ("c", Mark::New)]
    );
}

#[test]
fn what_becomes_required_says_so_on_the_wire_and_in_rust() {
    let page = page(
        &input(ONE, ""),
        &input(r#""required":["a"],"members":{"a":{"shape":"Text"}}"#, ""),
    );
    let node = at(&page.request, "a");
    assert_eq!(node.mark, Mark::Changed);
    assert_eq!(
        node.changes,
        [
            change(What::Required, "no", "yes"),
            change(What::RustType, "Option<String>", "String"),
        ]
    );
}

#[test]
fn a_change_of_place_and_wire_name_says_both() {
    let page = page(
        &input(ONE, ""),
        &input(
            r#""members":{"a":{"shape":"Text","location":"querystring","locationName":"q"}}"#,
            "",
        ),
    );
    let node = at(&page.request, "a");
    assert_eq!(
        node.changes,
        [
            change(What::WireName, "a", "q"),
            change(What::Place, "body", "query parameter"),
        ]
    );
    assert_eq!(node.facts.place, Place::Query);
}

#[test]
fn constraints_compare_as_words() {
    let with = |limits: &str| {
        input(
            r#""members":{"a":{"shape":"Name"}}"#,
            &format!(r#""Name":{{"type":"string"{limits}}}"#),
        )
    };
    let page = page(
        &with(r#","max":10"#),
        &with(r#","min":1,"max":5,"pattern":"^a+$""#),
    );
    assert_eq!(
        at(&page.request, "a").changes,
        [change(
            What::Constraints,
            "at most 10 characters",
            "1 to 5 characters; matches ^a+$"
        )]
    );
}

#[test]
fn a_value_that_comes_and_one_that_goes_change_their_enum_wherever_it_is_used() {
    let with = |values: &str| {
        input(
            r#""members":{"a":{"shape":"Color"},"b":{"shape":"Colors"}}"#,
            &format!(
                r#""Color":{{"type":"string","enum":[{values}]}},"Colors":{{"type":"list","member":{{"shape":"Color"}}}}"#
            ),
        )
    };
    let page = page(&with(r#""RED","GREEN""#), &with(r#""RED","BLUE""#));
    for path in ["a", "b.[]"] {
        let node = at(&page.request, path);
        let values: Vec<_> = node
            .values
            .iter()
            .map(|value| (value.text.as_str(), value.mark))
            .collect();
        assert_eq!(
            values,
            [("RED", Mark::Same), ("GREEN", Mark::Gone), ("BLUE", Mark::New)],
            "{path}"
        );
        assert_eq!((node.mark, node.changes.len()), (Mark::Changed, 0), "{path}");
    }
    let list = at(&page.request, "b");
    assert_eq!((list.mark, list.marked_below), (Mark::Same, true));
}

#[test]
fn a_structure_that_becomes_text_keeps_its_members_as_gone() {
    let page = page(
        &input(
            r#""members":{"a":{"shape":"Part"}}"#,
            r#""Part":{"type":"structure","members":{"x":{"shape":"Text"}}}"#,
        ),
        &input(
            r#""members":{"a":{"shape":"Part"}}"#,
            r#""Part":{"type":"string"}"#,
        ),
    );
    let node = at(&page.request, "a");
    assert_eq!(node.facts.kind, Kind::String);
    assert!(node.changes.contains(&change(What::Type, "structure", "string")));
    assert_eq!(marks(node.children()), [("x", Mark::Gone)]);
}

#[test]
fn another_shape_with_the_same_type_is_a_change_of_shape_only() {
    let more = r#""Word":{"type":"string"}"#;
    let page = page(
        &input(ONE, more),
        &input(r#""members":{"a":{"shape":"Word"}}"#, more),
    );
    assert_eq!(
        at(&page.request, "a").changes,
        [change(What::Shape, "Text", "Word")]
    );
}

#[test]
fn documentation_of_the_model_goes_before_ours() {
    let text = input(
        r#""members":{"a":{"shape":"Text","documentation":"<p>Of <b>them</b>.</p>"},"b":{"shape":"Text"}}"#,
        "",
    );
    let mut revision = Revision::new(&text);
    let ours = ["a", "b"].map(|name| (name.to_owned(), "Ours.".to_owned()));
    revision.docs.members.insert("In".to_owned(), ours.into());
    let side = revision.side();
    let page = operation_page(Some(&side), Some(&side), "Do").unwrap();
    assert_eq!(at(&page.request, "a").docs.as_deref(), Some("Of **them**."));
    assert_eq!(at(&page.request, "b").docs.as_deref(), Some("Ours."));
}

#[test]
fn facts_of_http_and_errors_are_compared() {
    let shapes = r#""In":{"type":"structure","members":{}},
        "Old":{"type":"structure","exception":true,"error":{"httpStatusCode":400},"members":{}},
        "Kept":{"type":"structure","exception":true,"error":{"httpStatusCode":404},"members":{}}"#;
    let page = page(
        &service_with(
            r#""method":"POST","requestUri":"/do""#,
            r#""errors":[{"shape":"Old"},{"shape":"Kept"}]"#,
            shapes,
        ),
        &service_with(
            r#""method":"PUT","requestUri":"/do","responseCode":201"#,
            r#""errors":[{"shape":"Kept"}]"#,
            &shapes.replace("404", "410"),
        ),
    );
    assert_eq!(
        page.changes,
        [
            change(What::Method, "POST", "PUT"),
            change(What::Status, "", "201")
        ]
    );
    let errors: Vec<_> = page
        .errors
        .iter()
        .map(|error| (error.code.as_str(), error.mark))
        .collect();
    assert_eq!(errors, [("Old", Mark::Gone), ("Kept", Mark::Changed)]);
}

#[test]
fn an_operation_without_input_has_no_members() {
    let text = service(r#""In":{"type":"structure","members":{}}"#).replace(r#""input":{"shape":"In"},"#, "");
    let page = page_of(&text);
    assert!(page.request.is_empty());
    assert_eq!(page.input.after.as_deref(), Some("Do"));
}
