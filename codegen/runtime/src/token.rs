//! Idempotency tokens.

use std::hash::{BuildHasher, Hasher, RandomState};

/// A fresh UUID of version 4.
pub fn idempotency_token() -> String {
    uuid(random_half() << 64 | random_half())
}

/// The token that the caller gave, else a fresh one: for tokens that travel outside the body.
pub fn token_or_fresh(given: &Option<String>) -> String {
    given.clone().unwrap_or_else(idempotency_token)
}

/// 64 bits that never come again. The standard library keys each `RandomState` anew from the system's randomness; a
/// hash under such a key is as good as random. A token need not be secret, only unique, also after a fork.
fn random_half() -> u128 {
    let mut hasher = RandomState::new().build_hasher();
    hasher.write_u32(std::process::id());
    hasher.finish().into()
}

/// Writes 122 of the bits as a UUID; the other six say version 4 and the usual variant.
fn uuid(bits: u128) -> String {
    let bits = bits & !(0xf << 76) & !(0b11 << 62) | 0x4 << 76 | 0b10 << 62;
    let part = |shift: u32, width: u32| (bits >> shift) & ((1 << width) - 1);
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        part(96, 32),
        part(80, 16),
        part(64, 16),
        part(48, 16),
        part(0, 48),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_a_uuid_of_version_4() {
        let token = idempotency_token();
        let lengths: Vec<usize> = token.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(
            token
                .chars()
                .all(|c| c == '-' || c.is_ascii_hexdigit() && !c.is_ascii_uppercase())
        );
        assert_eq!(token.chars().nth(14), Some('4'));
        assert!(token.chars().nth(19).is_some_and(|c| "89ab".contains(c)));
    }

    #[test]
    fn version_and_variant_are_set_over_any_bits() {
        assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        assert_eq!(
            uuid(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef),
            "01234567-89ab-4def-8123-456789abcdef"
        );
    }

    #[test]
    fn tokens_differ() {
        let tokens: std::collections::BTreeSet<String> = (0..1000).map(|_| idempotency_token()).collect();
        assert_eq!(tokens.len(), 1000);
    }
}
