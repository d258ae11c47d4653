//! Keys that stand twice in one object.

use std::collections::HashMap;

use super::node::Node;
use super::value::{Entry, Value};
use crate::read::problems::Problems;

/// From this number of keys on, a table finds duplicates sooner than comparing each with each.
const MANY_KEYS: usize = 12;

/// Reports every key that an object of the tree has more than once.
pub(crate) fn report_duplicates(root: &Value<'_>, problems: &mut Problems<'_>) {
    walk(&Node::root(root), problems);
}

fn walk(node: &Node<'_, '_>, problems: &mut Problems<'_>) {
    let entries = node.value.entries();
    if has_duplicates(entries) {
        report(node, problems);
    }
    node.entries().for_each(|(_, child)| walk(&child, problems));
    node.items().for_each(|child| walk(&child, problems));
}

fn has_duplicates(entries: &[Entry<'_>]) -> bool {
    if entries.len() < MANY_KEYS {
        let rest = |index| entries.get(index + 1..).unwrap_or_default();
        return entries
            .iter()
            .enumerate()
            .any(|(i, entry)| rest(i).iter().any(|other| other.key == entry.key));
    }
    let mut keys: Vec<&str> = entries.iter().map(|entry| &*entry.key).collect();
    keys.sort_unstable();
    keys.windows(2).any(|pair| pair.first() == pair.last())
}

fn report(node: &Node<'_, '_>, problems: &mut Problems<'_>) {
    let mut seen = HashMap::new();
    for (key, child) in node.entries() {
        if let Some(first) = seen.insert(key, child.key_at) {
            let line = problems.line(first);
            problems
                .at_key(&child)
                .error(format!("the key `{key}` stands twice in one object"))
                .help(format!("the first is on line {line}: remove one of the two"));
            seen.insert(key, first);
        }
    }
}
