//! What each kind of HTML becomes.

use super::*;

fn converted(html: &str) -> String {
    markdown(html, &|_| None)
}

/// With links to `GetFindings`.
fn linked(html: &str) -> String {
    markdown(html, &|name| {
        (name == "GetFindings").then(|| "crate::operation::GetFindings".to_owned())
    })
}

const LINK: &str = "[`GetFindings`](crate::operation::GetFindings)";

#[test]
fn paragraphs_are_separated_by_blank_lines() {
    assert_eq!(converted("<p>a\n   b</p> <p>c</p><p/>"), "a b\n\nc");
}

#[test]
fn text_without_tags_is_a_paragraph() {
    assert_eq!(converted("a &lt;b&gt; c"), r"a \<b> c");
}

#[test]
fn a_line_break_begins_a_paragraph() {
    assert_eq!(converted("<p>a<br/>b<br>c</p>"), "a\n\nb\n\nc");
}

#[test]
fn empty_tags_give_nothing() {
    assert_eq!(converted("<zonbook></zonbook><xhtml></xhtml>"), "");
    assert_eq!(
        converted("<p> <b></b> <code></code><a href=\"\"></a> </p><note></note><pre> </pre>"),
        ""
    );
}

#[test]
fn names_of_services_and_comments_are_dropped() {
    assert_eq!(
        converted("<p><fullname>Amazon Macie</fullname> <p>a<!-- b --></p>"),
        "a"
    );
}

#[test]
fn unknown_tags_are_dropped_but_not_their_text() {
    assert_eq!(converted("<p>a <foo>b</foo> <bar x=\"y\">c</bar></p>"), "a b c");
}

#[test]
fn placeholders_that_nobody_escaped_are_text() {
    assert_eq!(
        converted("<p>arn:aws:kms:<region>:<account-id></p>"),
        r"arn:aws:kms:\<region>:\<account-id>"
    );
}

#[test]
fn code_becomes_a_code_span() {
    assert_eq!(
        converted("a <code> b*c </code>d <code>`</code>"),
        "a `b*c`d `` ` ``"
    );
}

#[test]
fn tags_in_code_leave_their_text() {
    assert_eq!(
        converted("<code>a/<i>b</i>/<replaceable>c</replaceable></code>"),
        "`a/b/c`"
    );
}

#[test]
fn code_spans_side_by_side_are_one() {
    assert_eq!(
        converted("<code>a</code><code>b</code> <code>c</code>"),
        "`ab` `c`"
    );
}

#[test]
fn code_after_a_url_that_became_code_stays_code() {
    assert_eq!(converted("https://{a}<code>b</code>"), "`https://{a}` `b`");
}

#[test]
fn code_that_never_ends_ends_with_its_paragraph() {
    assert_eq!(converted("<p><code>a</p><p>b</p>"), "`a`\n\nb");
}

#[test]
fn the_name_of_something_in_the_crate_links_to_it() {
    for html in [
        "<code>GetFindings</code>",
        "<a>GetFindings</a>",
        "<a href=\"API_GetFindings.html\">GetFindings</a>",
        "<a href=\"https://docs.aws.amazon.com/macie/API_GetFindings.html\"><code>GetFindings</code></a>",
        "<code><a>GetFindings</a></code>",
        "<link linkend=\"GetFindings\">GetFindings</link>",
    ] {
        assert_eq!(linked(html), LINK, "{html}");
    }
}

#[test]
fn a_page_about_something_else_keeps_its_link() {
    assert_eq!(
        linked("<a href=\"https://a.b/c.html\">GetFindings</a>"),
        "[GetFindings](https://a.b/c.html)"
    );
}

#[test]
fn a_name_that_is_not_in_the_crate_is_code() {
    assert_eq!(
        converted("<a>GetFindings</a> <a>get findings</a>"),
        "`GetFindings` get findings"
    );
}

#[test]
fn a_link_keeps_what_is_stressed_in_it() {
    assert_eq!(
        converted("<a href=\"https://a.b/(c)\">d <b>e</b></a>"),
        "[d **e**](https://a.b/%28c%29)"
    );
}

#[test]
fn a_link_in_code_is_a_link_around_code() {
    assert_eq!(
        converted("<code><a href=\"https://a.b\">c</a></code>"),
        "[`c`](https://a.b)"
    );
}

#[test]
fn a_link_that_shows_its_target_is_short() {
    assert_eq!(
        converted("<a href=\"https://a.b\">https://a.b</a>"),
        "<https://a.b>"
    );
    assert_eq!(converted("see <a href=\"https://a.b\"></a>"), "see <https://a.b>");
}

#[test]
fn a_link_to_nowhere_is_text() {
    for href in ["", "#a", "a.html", "javascript:a", "mailto:a"] {
        assert_eq!(converted(&format!("<a href=\"{href}\">b c</a>")), "b c", "{href}");
    }
}

#[test]
fn a_link_relative_to_the_documentation_gets_its_host() {
    assert_eq!(
        converted("<a href=\"/a/b.html\">c</a>"),
        "[c](https://docs.aws.amazon.com/a/b.html)"
    );
}

#[test]
fn stressed_text_keeps_its_blanks_outside() {
    assert_eq!(converted("a<b> b </b>c <i>d</i>."), "a **b** c _d_.");
}

#[test]
fn stress_that_markdown_would_not_see_is_dropped() {
    assert_eq!(converted("a<i>b</i>c <b>\"d\"</b>e"), "abc \"d\"e");
}

#[test]
fn stress_that_overlaps_is_nested() {
    assert_eq!(converted("<b>a <i>b</b> c</i>"), "**a _b_** c");
    assert_eq!(
        converted("<b>a <a href=\"https://a.b\">b</b> c</a>"),
        "**a [b](https://a.b)** c"
    );
}

#[test]
fn bold_words_side_by_side_are_one() {
    assert_eq!(converted("<b>a</b><strong>b</strong>"), "**ab**");
}

#[test]
fn lists_nest() {
    let html = "<p>a</p> <ul> <li> <p>b</p> <ol> <li>c</li> <li>d</li> </ol> </li> <li><p>e</p><p>f</p></li> </ul> g";
    assert_eq!(converted(html), "a\n\n- b\n  1. c\n  2. d\n- e\n\n  f\n\ng");
}

#[test]
fn items_that_are_never_closed_end_with_the_next() {
    assert_eq!(converted("<ul><li>a<li>b</ul>c"), "- a\n- b\n\nc");
}

#[test]
fn text_that_looks_like_a_list_is_none() {
    assert_eq!(
        converted("<p>- a</p><p>1. b</p><p># c</p><ul><li>+ d</li></ul>"),
        "\\- a\n\n1\\. b\n\n\\# c\n\n- \\+ d"
    );
}

#[test]
fn definitions_are_a_list_with_bold_terms() {
    let html = "<dl> <dt>a</dt> <dd> <p>b</p> <p>c</p> </dd> <dt><code>d</code>:</dt> <dd>e</dd> <dt/> <dd>f</dd> </dl>";
    assert_eq!(converted(html), "- **a**: b\n\n  c\n- **`d`:** e\n- f");
}

#[test]
fn notes_are_quotes_with_a_label() {
    assert_eq!(
        converted("a<note> <p>b</p> <p>c</p> </note><important>d</important>"),
        "a\n\n> **Note:** b\n>\n> c\n\n> **Important:** d"
    );
}

#[test]
fn a_note_may_begin_with_a_list() {
    assert_eq!(
        converted("<note><ul><li>a</li></ul></note>"),
        "> **Note:**\n>\n> - a"
    );
}

#[test]
fn a_note_in_a_list_stays_in_its_item() {
    assert_eq!(
        converted("<ul><li>a<note>b</note></li><li>c</li></ul>"),
        "- a\n\n  > **Note:** b\n- c"
    );
}

#[test]
fn headings_are_bold_lines() {
    assert_eq!(converted("<h2>A</h2><p>b</p>"), "**A**\n\nb");
}

#[test]
fn preformatted_text_is_a_block_that_is_no_test() {
    assert_eq!(
        converted("a<pre><code>  b\n    c &lt;d&gt;</code>\n</pre>e"),
        "a\n\n```text\nb\n  c <d>\n```\n\ne"
    );
}

#[test]
fn a_fence_is_longer_than_any_in_it() {
    assert_eq!(converted("<pre>a\n```\nb</pre>"), "````text\na\n```\nb\n````");
}

#[test]
fn code_of_several_lines_is_a_block() {
    assert_eq!(
        converted("<p>a <code>b<br/>c</code> d</p>"),
        "a\n\n```text\nb\nc\n```\n\nd"
    );
}

#[test]
fn indented_text_is_no_code() {
    assert_eq!(converted("a\n\n    b\n\n<p>    c</p>"), "a b\n\nc");
}

#[test]
fn tables_have_a_head_and_rows() {
    let html = "<table> <tr> <th>a</th> <th>b</th> </tr> <tr> <td><p>c|d</p></td> <td><code>e|f</code></td> </tr> </table>";
    assert_eq!(converted(html), "| a | b |\n| --- | --- |\n| c\\|d | `e\\|f` |");
}

#[test]
fn a_list_in_a_table_is_text() {
    assert_eq!(
        converted("<table><td><ul><li>a<li>b</ul><pre>c</pre></table>"),
        "| a b `c` |\n| --- |"
    );
}

#[test]
fn invisible_characters_and_those_that_turn_the_text_are_dropped() {
    assert_eq!(
        converted("a\u{202e}b\u{200b}c\u{a0}d<pre>e\u{2066}f\u{7}</pre>"),
        "abc d\n\n```text\nef\n```"
    );
}

#[test]
fn text_that_looks_like_a_link_is_none() {
    assert_eq!(
        converted("[a](b) [c] [d]: e <f@g.h>"),
        r"\[a\](b) \[c\] \[d\]: e \<f@g.h>"
    );
}

#[test]
fn closing_tags_without_an_opening_one_mean_nothing() {
    assert_eq!(
        converted("</ul></li></code></a></b></note></pre></table></dd>a"),
        "a"
    );
}

#[test]
fn whatever_is_open_at_the_end_is_closed() {
    assert_eq!(
        converted("<ul><li><note><b><a href=\"https://a.b\"><code>c"),
        "- > **Note:** **[`c`](https://a.b)**"
    );
    assert_eq!(converted("<pre>a"), "```text\na\n```");
    assert_eq!(converted("<table><tr><td>a"), "| a |\n| --- |");
}
