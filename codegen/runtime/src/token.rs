//! Idempotency tokens.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// A fresh UUID of version 4.
pub fn idempotency_token() -> String {
    let mut bytes = [0; 16];
    if getrandom::fill(&mut bytes).is_err() {
        bytes = unique_bytes();
    }
    uuid(u128::from_be_bytes(bytes))
}

/// The token that the caller gave, else a fresh one: for tokens that travel outside the body.
pub fn token_or_fresh(given: &Option<String>) -> String {
    given.clone().unwrap_or_else(idempotency_token)
}

/// Stands in for randomness on a system that refuses it: a token need not be secret, only unique, and failing
/// every call that has one would help nobody.
#[cold]
fn unique_bytes() -> [u8; 16] {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let count = COUNTER.fetch_add(1, Ordering::Relaxed);
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, count, elapsed, std::process::id()).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    (half(0) << 64 | half(1)).to_be_bytes()
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
    fn two_tokens_differ() {
        assert_ne!(idempotency_token(), idempotency_token());
        assert_ne!(unique_bytes(), unique_bytes());
    }
}
