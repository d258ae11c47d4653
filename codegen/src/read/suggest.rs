//! What a mistyped name may have been meant to be.

/// The most similar of some names, if one is similar at all.
pub(super) fn suggest<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let most = wrong.chars().count() / 4 + 1;
    let near = names.filter(|name| name.len().abs_diff(wrong.len()) <= 4 * most);
    let distance = |name: &str| {
        let exact = strsim::damerau_levenshtein(wrong, name);
        // A name in the wrong case is nearer than any other.
        if name.eq_ignore_ascii_case(wrong) {
            0
        } else {
            exact
        }
    };
    let nearest = near.map(|name| (distance(name), name)).min();
    nearest
        .filter(|(distance, _)| *distance <= most)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn a_slip_of_the_pen_finds_its_name() {
        let names = ["ListFindings", "GetFindings", "Bucket"];
        assert_eq!(suggest("GetFinding", names.into_iter()), Some("GetFindings"));
        assert_eq!(suggest("bucket", names.into_iter()), Some("Bucket"));
    }

    #[test]
    fn another_name_finds_nothing() {
        assert_eq!(suggest("Session", ["ListFindings", "Bucket"].into_iter()), None);
    }

    #[test]
    fn of_equally_near_names_the_first_by_alphabet_is_meant() {
        assert_eq!(suggest("Abcd", ["Abcf", "Abce"].into_iter()), Some("Abce"));
    }
}
