//! What is made of lines, whatever they show.

use super::{input, page, page_of, plain};
use crate::changes::page::Mark;
use crate::changes::page::print::{
    Language, Paint, Plain, Style, markdown, marked_only, request_syntax, sections, text,
};

fn two() -> (String, String) {
    let with = |members: &str| {
        input(
            r#""members":{"a":{"shape":"Text"},"p":{"shape":"Part"}}"#,
            &format!(r#""Part":{{"type":"structure","members":{{{members}}}}}"#),
        )
    };
    (
        with(r#""x":{"shape":"Text"}"#),
        with(r#""x":{"shape":"Text"},"y":{"shape":"Number"}"#),
    )
}

#[test]
fn marked_lines_stand_with_what_they_are_in() {
    let (before, after) = two();
    let page = page(&before, &after);
    assert_eq!(
        plain(&marked_only(&request_syntax(&page))),
        "  {\n      \"p\": {\n+         \"y\": 123\n"
    );
}

#[test]
fn without_marks_nothing_stands_there() {
    let page = page_of(&two().0);
    assert_eq!(marked_only(&request_syntax(&page)), []);
}

#[test]
fn sections_without_lines_are_left_out() {
    let page = page_of(&two().0);
    let titles: Vec<&str> = sections(&page).iter().map(|section| section.title).collect();
    assert_eq!(
        titles,
        [
            "Request syntax",
            "Response syntax",
            "Request structure",
            "Rust call",
            "Rust types"
        ]
    );
    assert_eq!(
        sections(&page).first().map(|section| section.language),
        Some(Language::Wire)
    );
}

struct Tags;

impl Paint for Tags {
    fn paint(&self, mark: Mark, style: Style, text: &str, out: &mut String) {
        match (mark, style) {
            (Mark::New, Style::Name) => *out += &format!("<{text}>"),
            _ => out.push_str(text),
        }
    }
}

#[test]
fn a_terminal_paints_by_mark_and_style() {
    let (before, after) = two();
    let page = page(&before, &after);
    assert!(text(&page, &Tags).contains("+         <\"y\">: 123"));
    assert!(text(&page, &Plain).starts_with("Do (updated)\n"));
}

#[test]
fn no_line_ends_in_a_blank() {
    let (before, after) = two();
    for line in text(&page(&before, &after), &Plain).lines() {
        assert_eq!(line, line.trim_end());
    }
}

#[test]
fn markdown_is_a_diff_where_something_is_marked() {
    let (before, after) = two();
    let text = markdown(&page(&before, &after), 3);
    assert!(text.starts_with("### `Do` (updated)\n"));
    assert!(text.contains("\n#### Request syntax\n\n```diff\n  POST /do\n"));
    assert!(text.contains("```http\n  HTTP 200\n"));
}

#[test]
fn a_fence_is_longer_than_those_within() {
    let text = input(
        r#""members":{"a":{"shape":"Text","documentation":"<pre>x ``` y</pre>"}}"#,
        "",
    );
    let text = markdown(&page_of(&text), 2);
    assert!(text.contains("\n````"), "{text}");
}
