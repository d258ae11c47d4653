//! Two lists as one.

use std::collections::BTreeMap;

use super::data::Pair;

/// Entries of both lists, equal keys side by side: in the newer list's order, each that is gone right after its old
/// neighbour. Of entries with equal keys in one list, one is taken.
pub(super) fn merge<T, K: Ord>(before: Vec<T>, after: Vec<T>, key: impl Fn(&T) -> K) -> Vec<Pair<T>> {
    let mut places: BTreeMap<K, usize> = BTreeMap::new();
    for (number, entry) in after.iter().enumerate() {
        places.entry(key(entry)).or_insert(number);
    }
    let mut kept: BTreeMap<usize, T> = BTreeMap::new();
    // By the number of newer entries that come before them.
    let mut gone: BTreeMap<usize, Vec<T>> = BTreeMap::new();
    let mut neighbour = 0;
    for entry in before {
        match places.get(&key(&entry)) {
            Some(&number) => {
                neighbour = number + 1;
                kept.insert(number, entry);
            }
            None => gone.entry(neighbour).or_default().push(entry),
        }
    }
    let mut merged = Vec::new();
    let mut push_gone = |merged: &mut Vec<Pair<T>>, number: usize| {
        merged.extend(gone.remove(&number).into_iter().flatten().map(|entry| Pair {
            before: Some(entry),
            after: None,
        }));
    };
    push_gone(&mut merged, 0);
    for (number, entry) in after.into_iter().enumerate() {
        if places.get(&key(&entry)) == Some(&number) {
            merged.push(Pair {
                before: kept.remove(&number),
                after: Some(entry),
            });
        }
        push_gone(&mut merged, number + 1);
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::merge;

    fn merged(before: &str, after: &str) -> String {
        let pairs = merge(before.chars().collect(), after.chars().collect(), |letter| {
            *letter
        });
        let shown = pairs.into_iter().map(|pair| match (pair.before, pair.after) {
            (Some(letter), Some(_)) => letter.to_string(),
            (Some(letter), None) => format!("-{letter}"),
            (None, letter) => format!("+{}", letter.unwrap_or_default()),
        });
        shown.collect()
    }

    #[test]
    fn what_is_gone_stands_after_its_old_neighbour() {
        assert_eq!(merged("abcde", "axce"), "a-b+xc-de");
    }

    #[test]
    fn what_was_first_and_is_gone_comes_first() {
        assert_eq!(merged("ab", "b"), "-ab");
    }

    #[test]
    fn another_order_is_the_newer_one() {
        assert_eq!(merged("abc", "cab"), "cab");
    }

    #[test]
    fn a_repeated_entry_counts_once() {
        assert_eq!(merged("aab", "abb"), "ab");
    }

    #[test]
    fn lists_without_anything_in_common_stand_one_after_the_other() {
        assert_eq!(merged("ab", "xy"), "-a-b+x+y");
    }
}
