//! How big a page may get.

use std::fmt::Write;

use super::{at, input, page_of};
use crate::changes::page::{Below, Node, print};

fn count(nodes: &[Node]) -> usize {
    nodes.iter().map(|node| 1 + count(node.children())).sum()
}

fn any(nodes: &[Node], is: &dyn Fn(&Node) -> bool) -> bool {
    nodes.iter().any(|node| is(node) || any(node.children(), is))
}

/// Structures `S0`, `S1`, .. of which each has `width` members of the next.
fn ladder(depth: usize, width: usize) -> String {
    let mut shapes = String::new();
    for number in 0..depth {
        let members: Vec<String> = (0..width)
            .map(|member| format!(r#""m{member}":{{"shape":"S{}"}}"#, number + 1))
            .collect();
        let _ = write!(
            shapes,
            r#""S{number}":{{"type":"structure","members":{{{}}}}},"#,
            members.join(",")
        );
    }
    let _ = write!(
        shapes,
        r#""S{depth}":{{"type":"structure","members":{{"end":{{"shape":"Text"}}}}}}"#
    );
    input(r#""members":{"top":{"shape":"S0"}}"#, &shapes)
}

#[test]
fn a_structure_in_itself_ends_with_the_path_of_the_first() {
    let page = page_of(&input(
        r#""members":{"filter":{"shape":"Filter"}}"#,
        r#""Filter":{"type":"structure","members":{"not":{"shape":"Filter"},"and":{"shape":"Filters"}}},
           "Filters":{"type":"list","member":{"shape":"Filter"}}"#,
    ));
    let ends = Below::AsAbove("filter".to_owned());
    assert_eq!(at(&page.request, "filter.not").below, ends);
    assert_eq!(at(&page.request, "filter.and.[]").below, ends);
}

#[test]
fn a_small_tree_repeats_what_is_used_twice() {
    let page = page_of(&ladder(2, 2));
    assert_eq!(count(&page.request), 1 + 2 + 4 + 4);
    assert!(!any(&page.request, &|node| matches!(
        node.below,
        Below::AsAbove(_)
    )));
}

#[test]
fn a_tree_that_would_explode_shows_each_structure_once() {
    let page = page_of(&ladder(30, 3));
    assert_eq!(count(&page.request), 1 + 30 * 3 + 1);
    assert_eq!(
        at(&page.request, "top.m1").below,
        Below::AsAbove("top.m0".to_owned())
    );
}

#[test]
fn a_tree_that_is_too_big_even_so_says_where_it_is_cut() {
    let mut shapes = String::from(r#""Wide":{"type":"structure","members":{"#);
    for number in 0..200 {
        let _ = write!(shapes, r#""w{number}":{{"shape":"S{number}"}},"#);
    }
    shapes.push_str(r#""end":{"shape":"Text"}}}"#);
    for number in 0..200 {
        let members: Vec<String> = (0..100)
            .map(|member| format!(r#""m{member}":{{"shape":"Text"}}"#))
            .collect();
        let _ = write!(
            shapes,
            r#","S{number}":{{"type":"structure","members":{{{}}}}}"#,
            members.join(",")
        );
    }
    let page = page_of(&input(r#""members":{"wide":{"shape":"Wide"}}"#, &shapes));
    assert!(count(&page.request) <= 12_000);
    assert_eq!(at(&page.request, "wide.w199").below, Below::Cut);
    assert!(page.items_left_out > 0);
    assert!(print::text(&page, &print::Plain).contains("cut here"));
}

#[test]
fn a_chain_without_end_in_sight_is_cut() {
    let page = page_of(&ladder(500, 1));
    assert!(any(&page.request, &|node| node.below == Below::Cut));
}

#[test]
fn a_page_is_equal_from_time_to_time() {
    let text = ladder(12, 3);
    assert_eq!(page_of(&text), page_of(&text));
}
