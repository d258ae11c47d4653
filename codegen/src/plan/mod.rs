//! Every decision about Rust.

pub mod docs;
