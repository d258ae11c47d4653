//! How blocks and lines are kept apart and together.

use super::*;

#[test]
fn paragraphs_are_filled() {
    assert_eq!(wrap("a bb\nccc dddd", 8), ["a bb ccc", "dddd"]);
}

#[test]
fn width_counts_characters() {
    assert_eq!(wrap("äöü äöü", 7), ["äöü äöü"]);
}

#[test]
fn a_word_that_is_too_long_stands_alone() {
    assert_eq!(wrap("a bbbbbbbb c", 4), ["a", "bbbbbbbb", "c"]);
}

#[test]
fn blank_lines_stay_single_and_inside() {
    assert_eq!(wrap("\n\na\n\n \n\nb\n\n", 80), ["a", "", "b"]);
}

#[test]
fn nothing_gives_no_lines() {
    assert_eq!(wrap("", 80), Vec::<String>::new());
    assert_eq!(wrap(" \n ", 80), Vec::<String>::new());
}

#[test]
fn items_hang() {
    assert_eq!(
        wrap("- a b c\n10. d e f", 6),
        ["- a b", "  c", "10. d", "    e", "    f"]
    );
}

#[test]
fn nested_items_and_quotes_hang_in_each_other() {
    assert_eq!(
        wrap("> - a b\n>   1. c d", 8),
        ["> - a b", ">   1. c", ">      d"]
    );
}

#[test]
fn a_line_that_goes_on_lazily_gets_its_indent() {
    assert_eq!(wrap("- a\nb\n> c\nd", 3), ["- a", "  b", "> c", "> d"]);
}

#[test]
fn a_second_paragraph_of_an_item_stays_in_it() {
    assert_eq!(wrap("- a\n\n  b c\n\nd", 3), ["- a", "", "  b", "  c", "", "d"]);
}

#[test]
fn quotes_keep_their_blank_lines() {
    assert_eq!(wrap("> a\n>\n> b\n\nc", 80), ["> a", ">", "> b", "", "c"]);
}

#[test]
fn code_and_links_stay_whole() {
    assert_eq!(
        wrap("a `b c` [d e](f g), <h:i> [`j k`]", 4),
        ["a", "`b c`", "[d e](f g),", "<h:i>", "[`j k`]"]
    );
}

#[test]
fn brackets_that_are_no_link_may_break() {
    assert_eq!(wrap("in [0, x) a", 6), ["in [0,", "x) a"]);
}

#[test]
fn no_line_begins_with_what_means_something_there() {
    for word in [
        "-", "+", "*", ">", ">a", "1.", "12)", "#", "###", "---", "===", "|", "```", "~~~",
    ] {
        assert_eq!(
            wrap(&format!("aaa bbb {word} ccc"), 8),
            ["aaa", &format!("bbb {word}"), "ccc"],
            "{word}"
        );
    }
}

#[test]
fn harmless_words_may_begin_a_line() {
    for word in ["-1", "1.5", "1234567890.", "#a", "--b", "_c_", "**d**"] {
        assert_eq!(wrap(&format!("aaa {word}"), 4), ["aaa", word]);
    }
}

#[test]
fn fenced_code_stays_as_it_is() {
    let code = ["```text", "a  b   c", "", "    - d", "```"];
    assert_eq!(wrap(&code.join("\n"), 2), code);
}

#[test]
fn fenced_code_in_a_list_keeps_its_own_indent() {
    let code = ["- ~~~", "    a", "  ~~~", "- b"];
    assert_eq!(wrap(&code.join("\n"), 2), code);
}

#[test]
fn fenced_code_ends_with_its_quote() {
    assert_eq!(wrap("> ```\n> a  b\nc  d", 80), ["> ```", "> a  b", "c d"]);
}

#[test]
fn a_longer_fence_holds_shorter_ones() {
    let code = ["````text", "```", "a  b", "````"];
    assert_eq!(wrap(&code.join("\n"), 80), code);
}

#[test]
fn headings_tables_rules_and_definitions_stay_lines() {
    let lines = ["# a b c", "| d | e |", "| --- | --- |", "---", "", "[f]: g h"];
    assert_eq!(wrap(&lines.join("\n"), 2), lines);
}

#[test]
fn a_line_break_after_a_backslash_stays() {
    assert_eq!(wrap("a\\\nb\\\\\nc", 80), ["a\\", "b\\\\ c"]);
}

#[test]
fn indented_text_does_not_become_code() {
    assert_eq!(wrap("    a\n\n\tb", 80), ["a", "", "b"]);
}

#[test]
fn a_number_in_the_middle_of_a_paragraph_begins_no_list() {
    assert_eq!(wrap("released in\n2020. It", 80), ["released in 2020. It"]);
}

#[test]
fn no_line_ends_in_a_blank() {
    assert_eq!(wrap("a  \n\n- \n> b ", 80), ["a", "", "-", "> b"]);
}

#[test]
fn the_first_sentence_ends_at_its_full_stop() {
    assert_eq!(first_sentence("Returns a. Then b."), "Returns a.");
    assert_eq!(first_sentence("Is (a.) B."), "Is (a.)");
}

#[test]
fn a_sentence_does_not_end_inside_a_word_code_or_link() {
    assert_eq!(
        first_sentence("Uses v1.2 of `a. B` at [c. D](e. F). G."),
        "Uses v1.2 of `a. B` at [c. D](e. F)."
    );
}

#[test]
fn a_sentence_does_not_end_at_an_abbreviation() {
    assert_eq!(
        first_sentence("Keys (e.g. A) etc. and i.e. B. C."),
        "Keys (e.g. A) etc. and i.e. B."
    );
}

#[test]
fn the_first_sentence_ends_with_its_paragraph() {
    assert_eq!(first_sentence("\n\nOne of\nthese:\n- a. b"), "One of\nthese:");
    assert_eq!(first_sentence("a\n\nb."), "a");
    assert_eq!(first_sentence(""), "");
}
