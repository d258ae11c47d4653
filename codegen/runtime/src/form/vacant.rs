//! Values to be read over: what a required field holds before its value has been read.

use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::Timestamp;

/// A type that has a value to be read over. Nobody sees that value: a structure that lacks a required member is
/// never handed out.
pub trait Vacant: Sized {
    /// The value.
    fn vacant() -> Self;
}

/// A value to be read over.
pub fn vacant<T: Vacant>() -> T {
    T::vacant()
}

impl<T> Vacant for Option<T> {
    #[inline]
    fn vacant() -> Self {
        None
    }
}

impl<T: Vacant> Vacant for Box<T> {
    fn vacant() -> Self {
        Self::new(T::vacant())
    }
}

macro_rules! defaults {
    ($($type:ty),+) => {$(
        impl Vacant for $type {
            fn vacant() -> Self {
                Self::default()
            }
        }
    )+};
}

defaults!(
    String,
    bool,
    i8,
    i16,
    i32,
    i64,
    f32,
    f64,
    Bytes,
    serde_json::Value,
    Timestamp
);

impl<T> Vacant for Vec<T> {
    fn vacant() -> Self {
        Self::new()
    }
}

impl<K, V> Vacant for BTreeMap<K, V> {
    fn vacant() -> Self {
        Self::new()
    }
}
