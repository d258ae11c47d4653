//! One tree laid over another.

use std::borrow::Cow;
use std::collections::HashMap;

use super::value::{Kind, Value};

/// Lays `extra` over `base`: objects are merged key by key, anything else of `extra` replaces what stands in
/// `base`. Every value keeps the place that it came from.
pub(crate) fn merge<'s>(base: &mut Value<'s>, extra: Value<'s>) {
    match (&mut base.kind, extra.kind) {
        (Kind::Object(entries), Kind::Object(extras)) => {
            let mut known: HashMap<Cow<'s, str>, usize> = entries
                .iter()
                .enumerate()
                .map(|(index, entry)| (entry.key.clone(), index))
                .collect();
            for extra in extras {
                match known.get(&extra.key).and_then(|index| entries.get_mut(*index)) {
                    Some(entry) => merge(&mut entry.value, extra.value),
                    None => {
                        known.insert(extra.key.clone(), entries.len());
                        entries.push(extra);
                    }
                }
            }
        }
        (kind, extra_kind) => {
            *kind = extra_kind;
            base.at = extra.at;
        }
    }
}
