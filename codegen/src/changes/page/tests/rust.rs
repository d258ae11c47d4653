//! What a Rust user sees.

use super::{at, input, page, page_of, plain};
use crate::changes::page::print::{call, rust_items};
use crate::changes::page::{Mark, What};

#[test]
fn a_call_names_its_arguments_and_sets_the_rest() {
    let page = page_of(&input(
        r#""required":["id"],"members":{"id":{"shape":"Text"},"tags":{"shape":"Tags"},"sort":{"shape":"Sort"}}"#,
        r#""Tags":{"type":"map","key":{"shape":"Text"},"value":{"shape":"Text"}},
           "Sort":{"type":"structure","members":{"order":{"shape":"Order"},"at":{"shape":"Time"}}},
           "Time":{"type":"timestamp"},"Order":{"type":"string","enum":["ASC","DESC"]}"#,
    ));
    assert_eq!(
        plain(&call(&page)),
        "  Do::new(id)\n\
         \x20     .tags([(\"string\", \"string\")])\n\
         \x20     .sort(\n\
         \x20         Sort::new()\n\
         \x20             .order(Order::Asc)  // or Desc\n\
         \x20             .at(Timestamp::UNIX_EPOCH)\n\
         \x20     )\n"
    );
}

#[test]
fn an_argument_that_is_a_structure_has_lines_of_its_own() {
    let page = page_of(&input(
        r#""required":["id","part"],"members":{"id":{"shape":"Text"},"part":{"shape":"Part"},"x":{"shape":"Number"}}"#,
        r#""Part":{"type":"structure","members":{"y":{"shape":"Text"}}}"#,
    ));
    assert_eq!(
        plain(&call(&page)),
        "  Do::new(\n\
         \x20     id,\n\
         \x20     Part::new()\n\
         \x20         .y(\"string\")\n\
         \x20 )\n\
         \x20 .x(123)\n"
    );
}

#[test]
fn a_union_shows_every_variant() {
    let page = page_of(&input(
        r#""members":{"u":{"shape":"U"}}"#,
        r#""U":{"type":"structure","union":true,"members":{"text":{"shape":"Text"},"part":{"shape":"Part"}}},
           "Part":{"type":"structure","members":{"y":{"shape":"Text"}}}"#,
    ));
    assert_eq!(
        plain(&call(&page)),
        "  Do::new()\n\
         \x20     .u(\n\
         \x20         U::Text(\"string\".to_owned())  // one of\n\
         \x20         U::Part(  // or\n\
         \x20             Part::new()\n\
         \x20                 .y(\"string\")\n\
         \x20         )\n\
         \x20     )\n"
    );
}

#[test]
fn what_is_within_lists_has_exact_types() {
    let page = page_of(&input(
        r#""members":{"sparse":{"shape":"Sparse"},"nested":{"shape":"Nested"},"parts":{"shape":"Parts"}}"#,
        r#""Sparse":{"type":"list","sparse":true,"member":{"shape":"Text"}},
           "Texts":{"type":"list","member":{"shape":"Text"}},"Nested":{"type":"list","member":{"shape":"Texts"}},
           "Part":{"type":"structure","members":{"y":{"shape":"Text"}}},"Parts":{"type":"list","member":{"shape":"Part"}}"#,
    ));
    assert_eq!(
        plain(&call(&page)),
        "  Do::new()\n\
         \x20     .sparse([Some(\"string\".to_owned())])\n\
         \x20     .nested([vec![\"string\".to_owned()]])\n\
         \x20     .parts([\n\
         \x20         Part::new()\n\
         \x20             .y(\"string\")\n\
         \x20     ])\n"
    );
}

#[test]
fn a_recursive_type_ends_where_it_would_repeat() {
    let page = page_of(&input(
        r#""members":{"filter":{"shape":"Filter"}}"#,
        r#""Filter":{"type":"structure","members":{"not":{"shape":"Filter"},"x":{"shape":"Text"}}}"#,
    ));
    assert!(plain(&call(&page)).contains(".not(Filter::new(…))  // as at filter\n"));
    assert!(plain(&rust_items(&page)).contains("pub not: Option<Box<types::Filter>>,"));
}

#[test]
fn a_new_argument_is_marked_in_the_call_and_in_the_constructor() {
    let with = |required: &str| {
        input(
            &format!(
                r#""required":["a"{required}],"members":{{"a":{{"shape":"Text"}},"b":{{"shape":"Text"}}}}"#
            ),
            "",
        )
    };
    let page = page(&with(""), &with(r#","b""#));
    assert_eq!(
        plain(&call(&page)),
        "~ Do::new(a, b)  // Rust type: Option<String> → String\n"
    );
    let text = plain(&rust_items(&page));
    assert!(
        text.contains("~ pub struct Do {  // constructor: new(a) → new(a, b)\n"),
        "{text}"
    );
    assert!(
        text.contains("~     pub b: String,  // Rust type: Option<String> → String\n"),
        "{text}"
    );
}

#[test]
fn a_member_that_comes_with_a_type_of_old_leaves_the_type_unmarked() {
    let more = r#""Part":{"type":"structure","members":{"y":{"shape":"Text"}}},"Out2":{"type":"structure","members":{}}"#;
    let old = input(r#""members":{"a":{"shape":"Part"}}"#, more);
    let new = input(r#""members":{"a":{"shape":"Part"},"b":{"shape":"Part"}}"#, more);
    let page = page(&old, &new);
    let part = page.items.iter().find(|item| item.name == "Part").unwrap();
    assert!(!part.is_marked());
    assert_eq!(at(&page.request, "b.y").mark, Mark::New);
}

#[test]
fn types_show_their_kind_and_values() {
    let page = page_of(&input(
        r#""members":{"u":{"shape":"U"},"e":{"shape":"E"},"n":{"shape":"None2"}}"#,
        r#""U":{"type":"structure","union":true,"members":{"text":{"shape":"Text"}}},
           "E":{"type":"string","enum":["A","B"]},"None2":{"type":"structure","members":{}}"#,
    ));
    let text = plain(&rust_items(&page));
    assert!(
        text.contains("  pub enum U {\n      Text(String),\n      Unrecognized(…),\n  }\n"),
        "{text}"
    );
    assert!(
        text.contains("  pub enum E { A, B, Unrecognized(…) }\n"),
        "{text}"
    );
    assert!(text.contains("  pub struct None2 {}\n"), "{text}");
}

#[test]
fn a_rust_type_that_changes_without_the_wire_says_so() {
    let with = |sparse: &str| {
        input(
            r#""members":{"a":{"shape":"L"}}"#,
            &format!(r#""L":{{"type":"list"{sparse},"member":{{"shape":"Text"}}}}"#),
        )
    };
    let page = page(&with(""), &with(r#","sparse":true"#));
    let changes: Vec<What> = at(&page.request, "a")
        .changes
        .iter()
        .map(|change| change.what)
        .collect();
    assert_eq!(changes, [What::Type, What::RustType]);
}
