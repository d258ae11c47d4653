//! From a way to a place.

use super::value::{At, Value};

/// Where a way ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// The place of the value.
    pub(crate) at: At,
    /// The place of its key; of the value where it has none.
    pub(crate) key_at: At,
    /// The JSON pointer as far as the way could be gone.
    pub(crate) pointer: String,
}

/// Goes a way of keys and array indices as far as it leads.
pub(crate) fn find(root: &Value<'_>, way: &[&str]) -> Found {
    let mut value = root;
    let mut found = Found {
        at: root.at,
        key_at: root.at,
        pointer: String::new(),
    };
    for step in way {
        let item = || value.items().get(step.parse::<usize>().ok()?);
        let (next, key_at) = match (value.entry(step), item()) {
            (Some(entry), _) => (&entry.value, entry.key_at),
            (None, Some(item)) => (item, item.at),
            (None, None) => break,
        };
        value = next;
        let pointer = found.pointer + "/" + &step.replace('~', "~0").replace('/', "~1");
        found = Found {
            at: value.at,
            key_at,
            pointer,
        };
    }
    found
}
