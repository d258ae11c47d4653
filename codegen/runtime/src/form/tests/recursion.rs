//! Types that contain themselves, and input that is nested deeper than anyone means.

use super::{Filter, read, refusal, written};
use crate::form::{Boxed, Serde, Strict, Wire, from_json};

/// This many containers may stand in each other; serde_json gives up at the next.
const LIMIT: usize = 127;

/// Many members that lie in the structure itself make it large on the stack.
#[derive(Debug, Clone, PartialEq, Default)]
struct Leaf {
    a: Option<String>,
    b: Option<String>,
    c: Option<String>,
    d: Option<String>,
    e: Option<String>,
    f: Option<String>,
    g: Option<String>,
    h: Option<String>,
}

crate::structure! {
    Leaf("Leaf") in Shared {
        0: "a" => optional a,
        1: "b" => optional b,
        2: "c" => optional c,
        3: "d" => optional d,
        4: "e" => optional e,
        5: "f" => optional f,
        6: "g" => optional g,
        7: "h" => optional h,
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Node {
    next: Option<Box<Node>>,
    children: Option<Vec<Node>>,
    filter: Option<Filter>,
    left: Option<Leaf>,
    right: Option<Leaf>,
    upper: Option<Leaf>,
    lower: Option<Leaf>,
}

crate::structure! {
    Node("Node") in Own {
        0: "next" => optional next as Boxed<()>,
        1: "children" => optional children,
        2: "filter" => optional filter,
        3: "left" => optional left,
        4: "right" => optional right,
        5: "upper" => optional upper,
        6: "lower" => optional lower,
    }
}

fn nested(depth: usize, open: &str, close: &str) -> String {
    open.repeat(depth) + "{}" + &close.repeat(depth)
}

fn depth_of(node: &Node) -> usize {
    let (mut depth, mut node) = (0, node);
    while let Some(next) = &node.next {
        depth += 1;
        node = next;
    }
    depth
}

#[test]
fn a_structure_may_contain_itself() {
    let text = r#"{"next":{"next":{},"children":[{},{"next":{}}]}}"#;
    let node = read::<Wire, Node>(text);
    assert_eq!(depth_of(&node), 2);
    assert_eq!(written::<Wire, _>(&node), text);
    assert_eq!(read::<Strict, Node>(&written::<Serde, _>(&node)), node);
}

#[test]
fn a_boxed_null_is_absent() {
    assert_eq!(read::<Wire, Node>(r#"{"next":null}"#), Node::default());
    assert_eq!(read::<Wire, Node>(r#"{"next":{},"next":null}"#), Node::default());
}

#[test]
fn what_is_nested_to_the_limit_is_read_and_written() {
    let text = nested(LIMIT - 1, r#"{"next":"#, "}");
    let node = read::<Wire, Node>(&text);
    assert_eq!(depth_of(&node), LIMIT - 1);
    assert_eq!(written::<Wire, _>(&node), text);
}

#[test]
fn what_is_nested_deeper_is_an_error() {
    for depth in [LIMIT, 2 * LIMIT, 100_000] {
        for (open, close) in [
            (r#"{"next":"#, "}"),
            (r#"{"children":["#, "]}"),
            (r#"{"filter":"#, "}"),
            (r#"{"filter":{"not":"#, "}}"),
            (r#"{"filter":{"later":"#, "}}"),
        ] {
            let text = nested(depth, open, close);
            let (wire, strict) = (refusal::<Wire, Node>(&text), refusal::<Strict, Node>(&text));
            if open == r#"{"next":"# {
                assert!(wire.starts_with("recursion limit exceeded"), "{wire}");
                assert!(strict.starts_with("recursion limit exceeded"), "{strict}");
            }
        }
        let union = nested(depth, r#"{"not":"#, "}");
        assert!(refusal::<Wire, Filter>(&union).starts_with("recursion limit exceeded"));
        let unknown = nested(depth, r#"{"later":"#, "}");
        assert!(refusal::<Wire, Filter>(&unknown).starts_with("recursion limit exceeded"));
    }
}

#[test]
fn an_unknown_member_may_be_nested_to_any_depth() {
    let text = format!(
        r#"{{"later":{},"next":{{}}}}"#,
        nested(100_000, r#"[{"a":"#, "}]")
    );
    assert_eq!(depth_of(&from_json::<Wire, Node>(&text).unwrap().unwrap()), 1);
}

#[test]
fn nesting_to_the_limit_fits_a_small_stack() {
    let text = nested(LIMIT - 1, r#"{"next":"#, "}");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let small = std::thread::Builder::new().stack_size(1 << 20);
    let thread = small.spawn(move || {
        let node = read::<Wire, Node>(&text);
        assert_eq!(written::<Serde, _>(&node), text);
        assert_eq!(crate::form::read::<Strict, Node, _>(value).unwrap(), Some(node));
    });
    thread.unwrap().join().unwrap();
}
