//! The examples of the README, as tests.

#![doc = include_str!("../../README.md")]
