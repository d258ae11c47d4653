//! Open enums: strings of which the model knows some values.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

/// A generated open enum.
pub trait OpenEnum: Clone + 'static {
    /// One value for each that the model knows, in model order.
    const VALUES: &'static [Self];

    /// The text on the wire.
    fn as_str(&self) -> &str;

    /// The value for a text that the model does not know.
    fn unrecognized(text: Unrecognized) -> Self;

    /// The value for a text.
    fn from_text(text: &str) -> Self {
        match Self::VALUES.iter().find(|known| known.as_str() == text) {
            Some(known) => known.clone(),
            None => Self::unrecognized(Unrecognized(text.into())),
        }
    }
}

/// An enum's text that this crate's model does not know: a service may answer with values that it learnt later.
///
/// Only reading makes one, so a known value can't hide in it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unrecognized(Box<str>);

impl Unrecognized {
    /// The text as it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Unrecognized {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Reads an open enum.
#[doc(hidden)]
pub fn read<'de, T: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

/// Writes an open enum.
#[doc(hidden)]
pub fn write<T: OpenEnum, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(value.as_str())
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: OpenEnum> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from_text(text))
    }
}
