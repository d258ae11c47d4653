//! End-to-end tests.

#[cfg(doctest)]
mod readme;
