//! How a member's value stands in a form where its type alone does not say it.

use std::fmt;
use std::marker::PhantomData;

use jiff::Timestamp;
use serde::de::{DeserializeSeed, Error, MapAccess, Unexpected, Visitor};
use serde::{Deserializer, Serialize, Serializer};

use super::scalar::number;
use super::{Form, Value};
use crate::{format, timestamp};

/// Reads and writes values of the type `T` in the form `F`.
pub trait Codec<T, F: Form> {
    /// Reads a value that is not `null` into `slot`.
    ///
    /// # Errors
    ///
    /// Whatever the deserializer finds wrong, and a value of another type than the model's.
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<T>, deserializer: D) -> Result<(), D::Error>;

    /// Writes a value.
    ///
    /// # Errors
    ///
    /// Whatever the serializer refuses.
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error>;
}

/// As the type itself says.
impl<T: Value<F>, F: Form> Codec<T, F> for () {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<T>, deserializer: D) -> Result<(), D::Error> {
        T::read(slot, deserializer)
    }

    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.write(serializer)
    }
}

/// As the codec `C` says: the tables of generated types have a codec or none, `(C,)` or `()`.
impl<C: Codec<T, F>, T, F: Form> Codec<T, F> for (C,) {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<T>, deserializer: D) -> Result<(), D::Error> {
        C::read(slot, deserializer)
    }

    #[inline]
    fn write<S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}

/// A value on the heap, to break the recursion of types.
#[derive(Debug)]
pub struct Boxed<C>(PhantomData<C>);

impl<C: Codec<T, F>, T, F: Form> Codec<Box<T>, F> for Boxed<C> {
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Box<T>>, deserializer: D) -> Result<(), D::Error> {
        let mut value = Box::default();
        C::read(&mut value, deserializer)?;
        *slot = boxed(&mut value);
        Ok(())
    }

    fn write<S: Serializer>(value: &Box<T>, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(value, serializer)
    }
}

/// Moves a value onto the heap. Not inlined: a value's way over the stack is not to be part of every level of
/// a recursion.
#[inline(never)]
fn boxed<T>(value: &mut Option<T>) -> Option<Box<T>> {
    value.take().map(Box::new)
}

/// A timestamp that is a number of seconds since 1970 on the wire.
#[derive(Debug)]
pub enum EpochSeconds {}

/// A timestamp that is RFC 3339 text on the wire.
#[derive(Debug)]
pub enum DateTime {}

/// A timestamp that has the date form of HTTP headers on the wire.
#[derive(Debug)]
pub enum HttpDate {}

impl<F: Form> Codec<Timestamp, F> for EpochSeconds {
    fn read<'de, D: Deserializer<'de>>(
        slot: &mut Option<Timestamp>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        read_timestamp(slot, deserializer)
    }

    fn write<S: Serializer>(value: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        if !F::WIRE {
            return serializer.serialize_str(&format::date_time(*value));
        }
        if value.subsec_nanosecond() == 0 {
            return serializer.serialize_i64(value.as_second());
        }
        serializer.serialize_f64(timestamp::to_epoch_seconds(*value))
    }
}

impl<F: Form> Codec<Timestamp, F> for DateTime {
    fn read<'de, D: Deserializer<'de>>(
        slot: &mut Option<Timestamp>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        read_timestamp(slot, deserializer)
    }

    fn write<S: Serializer>(value: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format::date_time(*value))
    }
}

impl<F: Form> Codec<Timestamp, F> for HttpDate {
    fn read<'de, D: Deserializer<'de>>(
        slot: &mut Option<Timestamp>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        read_timestamp(slot, deserializer)
    }

    fn write<S: Serializer>(value: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        if F::WIRE {
            serializer.serialize_str(&format::http_date(*value))
        } else {
            serializer.serialize_str(&format::date_time(*value))
        }
    }
}

/// Services answer in any notation, whatever the model says; so every notation is read everywhere.
fn read_timestamp<'de, D: Deserializer<'de>>(
    slot: &mut Option<Timestamp>,
    deserializer: D,
) -> Result<(), D::Error> {
    *slot = Some(deserializer.deserialize_any(TimestampVisitor)?);
    Ok(())
}

struct TimestampVisitor;

impl<'de> Visitor<'de> for TimestampVisitor {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a timestamp: epoch seconds, RFC 3339 or an HTTP date")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Timestamp, E> {
        timestamp::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_i64<E: Error>(self, seconds: i64) -> Result<Timestamp, E> {
        Ok(timestamp::from_epoch_seconds(seconds))
    }

    fn visit_u64<E: Error>(self, seconds: u64) -> Result<Timestamp, E> {
        self.visit_i64(i64::try_from(seconds).unwrap_or(i64::MAX))
    }

    fn visit_i128<E: Error>(self, seconds: i128) -> Result<Timestamp, E> {
        let limit = if seconds < 0 { i64::MIN } else { i64::MAX };
        self.visit_i64(i64::try_from(seconds).unwrap_or(limit))
    }

    fn visit_u128<E: Error>(self, seconds: u128) -> Result<Timestamp, E> {
        self.visit_i64(i64::try_from(seconds).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: Error>(self, seconds: f64) -> Result<Timestamp, E> {
        // Through its shortest text: the digits that the service wrote, not those of the binary fraction.
        timestamp::parse(&seconds.to_string())
            .ok_or_else(|| E::invalid_value(Unexpected::Float(seconds), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Timestamp, A::Error> {
        self.visit_str(&number(map)?.to_string())
    }
}

/// Where a value that may be `null` is read to.
pub(super) struct Slot<'a, C, T, F> {
    slot: &'a mut Option<T>,
    how: PhantomData<(C, F)>,
}

impl<'a, C, T, F> Slot<'a, C, T, F> {
    pub(super) fn new(slot: &'a mut Option<T>) -> Self {
        Self {
            slot,
            how: PhantomData,
        }
    }
}

impl<'de, C: Codec<T, F>, T, F: Form> DeserializeSeed<'de> for Slot<'_, C, T, F> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, C: Codec<T, F>, T, F: Form> Visitor<'de> for Slot<'_, C, T, F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    #[inline]
    fn visit_none<E: Error>(self) -> Result<(), E> {
        *self.slot = None;
        Ok(())
    }

    #[inline]
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        *self.slot = None;
        Ok(())
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        C::read(self.slot, deserializer)
    }
}

/// A value that serde writes by the codec `C`.
pub(super) struct Written<'a, C, T, F> {
    value: &'a T,
    how: PhantomData<(C, F)>,
}

impl<'a, C, T, F> Written<'a, C, T, F> {
    pub(super) fn new(value: &'a T) -> Self {
        Self {
            value,
            how: PhantomData,
        }
    }
}

impl<C: Codec<T, F>, T, F: Form> Serialize for Written<'_, C, T, F> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        C::write(self.value, serializer)
    }
}
