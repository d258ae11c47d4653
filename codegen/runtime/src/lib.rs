//! What generated service crates share.
