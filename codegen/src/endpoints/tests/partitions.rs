//! Which partition a region is in.

use super::partitions;
use crate::model::{Piece, RegionPattern};

fn of(region: &str) -> String {
    partitions().of(Some(region)).unwrap().id.clone()
}

#[test]
fn a_known_region_goes_before_a_pattern() {
    assert_eq!(of("eu-lost-1"), "far");
}

#[test]
fn an_unknown_region_is_found_by_its_pattern() {
    assert_eq!(of("far-south-12"), "far");
}

#[test]
fn a_region_that_fits_nowhere_is_in_the_first_partition() {
    assert_eq!(of("mars-north-1"), "aws");
}

#[test]
fn a_pattern_fits_a_whole_name() {
    let pattern = RegionPattern {
        pieces: vec![
            Piece::OneOf(vec!["us".to_owned(), "eu".to_owned()]),
            Piece::Text("-".to_owned()),
            Piece::Word,
            Piece::Digits,
        ],
    };
    for name in ["us-west1", "eu-a_b22", "us-11"] {
        assert!(pattern.matches(name), "{name}");
    }
    for name in ["us-west", "us-1", "xus-west1", "us-west1-", "us-wést1", "", "us"] {
        assert!(!pattern.matches(name), "{name}");
    }
}

#[test]
fn a_pattern_that_fits_in_many_ways_is_matched_at_once() {
    let pattern = RegionPattern {
        pieces: vec![Piece::Word; 63],
    };
    assert!(!pattern.matches(&("a".repeat(62) + "-")));
    assert!(pattern.matches(&"a".repeat(63)));
    assert!(!pattern.matches(&"a".repeat(64)));
}
