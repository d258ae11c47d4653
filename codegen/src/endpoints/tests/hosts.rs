//! Labels of host names, and buckets' names that can be some.

use crate::endpoints::host::{is_valid_label, is_virtual_hostable_bucket};

#[test]
fn labels_are_letters_digits_and_inner_hyphens() {
    let longest = "a".repeat(63);
    for label in ["a", "A1", "a--b", longest.as_str()] {
        assert!(is_valid_label(label, false), "{label}");
    }
    let too_long = "a".repeat(64);
    for label in ["", "-a", "a-", "a_b", "a b", "é", "a\n", too_long.as_str()] {
        assert!(!is_valid_label(label, false), "{label}");
    }
}

#[test]
fn every_label_between_dots_counts() {
    assert!(is_valid_label("a.b.c", true));
    for text in ["a..b", ".a", "a.", "a.-b"] {
        assert!(!is_valid_label(text, true), "{text}");
    }
}

#[test]
fn buckets_have_three_letters_and_are_no_address() {
    for name in ["ab", "a.b", "192.168.100.100", "-ab", ""] {
        assert!(!is_virtual_hostable_bucket(name, true), "{name}");
    }
    assert!(is_virtual_hostable_bucket("abc", true));
}
