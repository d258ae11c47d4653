//! The JSON forms of generated types.
//!
//! Every generated type has two JSON forms, read and written by the same emitted body:
//!
//! * the *serde form*, [`Serde`]: model member names as keys, RFC 3339 timestamps. It is what
//!   `serde::Serialize` and `serde::Deserialize` of a generated type speak.
//! * the *wire form*, [`Wire`]: wire names and the model's timestamp formats. It is what HTTP bodies hold;
//!   members that travel in the URI or in headers are not part of it.
//!
//! A structure's emitted part is its tables of names and two short functions ([`Structure`]); the one visitor
//! that they share lives here. A structure in whose whole closure both forms are equal is compiled only once,
//! through [`Form::Shared`].

mod codec;
mod container;
mod macros;
mod open_enum;
mod scalar;
mod structure;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail that way")]
#[allow(unreachable_pub, reason = "the macros write for public types")]
mod tests;
mod union;
mod vacant;

use serde::de::{DeserializeSeed, Error};
use serde::{Deserializer, Serializer};

pub use self::codec::{Boxed, Codec, DateTime, EpochSeconds, HttpDate};
pub use self::container::{Key, List, Map, SparseList, SparseMap};
pub use self::open_enum::{OpenEnum, Unrecognized};
pub use self::structure::{Reader, Structure, Writer};
pub use self::union::{Union, UnrecognizedVariant};
pub use self::vacant::{Vacant, vacant};

#[doc(hidden)]
pub use self::open_enum::{read as read_enum, write as write_enum};
#[doc(hidden)]
pub use self::union::{read as read_union, write as write_union};

use self::codec::Slot;

/// A JSON form: [`Serde`], [`Wire`] or [`Strict`].
pub trait Form: sealed::Sealed + Sized + 'static {
    /// Whether this is the form of HTTP bodies.
    const WIRE: bool;
    /// Whether members that the model does not have are refused rather than ignored.
    const STRICT: bool;
    /// The form in which a structure is compiled whose serde and wire forms are equal.
    type Shared: Form;
    /// This form itself, for structures whose forms differ.
    type Own: Form;
}

/// The form of `serde::Serialize` and `serde::Deserialize`.
#[derive(Debug)]
pub enum Serde {}

/// The form of HTTP bodies.
#[derive(Debug)]
pub enum Wire {}

/// The serde form, but a member that the model does not have is an error: what calls by name read.
#[derive(Debug)]
pub enum Strict {}

impl Form for Serde {
    const WIRE: bool = false;
    const STRICT: bool = false;
    type Shared = Self;
    type Own = Self;
}

impl Form for Wire {
    const WIRE: bool = true;
    const STRICT: bool = false;
    type Shared = Serde;
    type Own = Self;
}

impl Form for Strict {
    const WIRE: bool = false;
    const STRICT: bool = true;
    type Shared = Self;
    type Own = Self;
}

/// A value that is read and written in the form `F`.
pub trait Value<F: Form>: Sized {
    /// Reads a value that is not `null` into `slot`, which stays or becomes `None` where the value says that
    /// it is absent.
    ///
    /// # Errors
    ///
    /// Whatever the deserializer finds wrong, and a value of another type than the model's.
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error>;

    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Whatever the serializer refuses.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;
}

/// Reads a value, where `null` and what says that it is absent are `None`.
///
/// # Errors
///
/// Whatever the deserializer finds wrong, and a value of another type than the model's.
pub fn read<'de, F: Form, T: Value<F>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let mut slot = None;
    Slot::<(), T, F>::new(&mut slot).deserialize(deserializer)?;
    Ok(slot)
}

/// Reads a value of that name in the serde form, which must be there.
#[doc(hidden)]
pub fn deserialize<'de, T: Value<Serde>, D: Deserializer<'de>>(
    deserializer: D,
    name: &str,
) -> Result<T, D::Error> {
    let mut slot = None;
    T::read(&mut slot, deserializer)?;
    slot.ok_or_else(|| D::Error::custom(format_args!("no value for {name}")))
}

/// Reads a whole JSON text; `null` is `None`.
///
/// # Errors
///
/// The text is not JSON, is nested deeper than `serde_json` allows, or is not what the model says; the error has
/// the line and column.
pub fn from_json<F: Form, T: Value<F>>(text: &str) -> Result<Option<T>, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = read::<F, T, _>(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

/// Writes a value as JSON text.
///
/// # Errors
///
/// A value that JSON can't hold.
pub fn to_json<F: Form, T: Value<F>>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    let mut text = Vec::with_capacity(128);
    value.write(&mut serde_json::Serializer::new(&mut text))?;
    Ok(text)
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Serde {}
    impl Sealed for super::Wire {}
    impl Sealed for super::Strict {}
}
