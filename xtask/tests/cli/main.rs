//! Whole calls of the command line, in-process and in temporary folders.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod generate;
mod import;
mod names;
mod paths;
mod release;
mod safety;
mod site;
mod standalone;
mod support;
