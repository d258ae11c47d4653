//! Turns an AWS service model into a Rust crate.
//!
//! JSON text goes in, files come out as values: this library touches no file, prints nothing, and knows
//! neither clock nor environment. The data goes one way:
//!
//! [`read`] (JSON to [`model`]) → [`plan`] (every decision about Rust) → [`emit`] (tokens) → [`output`] (files).
//!
//! Problems of the input are [`diagnostic::Diagnostic`]s with a place and a next step.

pub mod diagnostic;
pub mod model;
pub mod plan;
