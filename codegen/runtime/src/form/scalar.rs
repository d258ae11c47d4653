//! Strings, numbers, booleans, blobs and documents: the same in every form.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Number;

use super::{Form, Value};
use crate::{format, parse};

/// For types that serde already reads and writes as the wire wants.
macro_rules! as_serde {
    ($($type:ty),+) => {$(
        impl<F: Form> Value<F> for $type {
            #[inline]
            fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
                *slot = Some(Self::deserialize(deserializer)?);
                Ok(())
            }

            #[inline]
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }
    )+};
}

as_serde!(String, bool, serde_json::Value);

macro_rules! integer {
    ($($type:ty),+) => {$(
        impl<F: Form> Value<F> for $type {
            fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
                // Asked for an integer, some deserializers refuse `5.0` before the visitor sees it.
                *slot = Some(deserializer.deserialize_any(IntegerVisitor(PhantomData))?);
                Ok(())
            }

            #[inline]
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        }
    )+};
}

integer!(i8, i16, i32, i64);

struct IntegerVisitor<T>(PhantomData<T>);

impl<'de, T: TryFrom<i64>> Visitor<'de> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an integer of {} bits", 8 * size_of::<T>())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(value), &self)),
        }
    }

    /// Some services write `5.0` for 5.
    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        // From 2^53 on a float may stand for several integers.
        if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
            return self.visit_i64(value as i64);
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let number = number(map)?;
        match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => self.visit_i64(value),
            (None, Some(value)) => self.visit_f64(value),
            (None, None) => Err(out_of_range(&number)),
        }
    }
}

/// Reads a number that comes as a map: that is how `serde_json` hands it on where `arbitrary_precision` is on in the
/// build.
pub(super) fn number<'de, A: MapAccess<'de>>(map: A) -> Result<Number, A::Error> {
    Number::deserialize(MapAccessDeserializer::new(map))
}

#[cold]
fn out_of_range<E: Error>(number: &Number) -> E {
    E::custom(format_args!("number {number} out of range"))
}

impl<F: Form> Value<F> for f64 {
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        *slot = Some(deserializer.deserialize_any(FloatVisitor { bits: 64 })?);
        Ok(())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_finite() {
            serializer.serialize_f64(*self)
        } else {
            serializer.serialize_str(&format::float(*self))
        }
    }
}

impl<F: Form> Value<F> for f32 {
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        *slot = Some(deserializer.deserialize_any(FloatVisitor { bits: 32 })? as f32);
        Ok(())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // As the number that its shortest text says: widened bit by bit, 0.1 would become 0.10000000149011612.
        match self.to_string().parse::<f64>() {
            Ok(wide) => Value::<F>::write(&wide, serializer),
            Err(_) => Value::<F>::write(&f64::from(*self), serializer),
        }
    }
}

struct FloatVisitor {
    bits: u8,
}

impl<'de> Visitor<'de> for FloatVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a number of {} bits, \"NaN\", \"Infinity\" or \"-Infinity\"",
            self.bits
        )
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        if self.bits == 32 && value.is_finite() && (value as f32).is_infinite() {
            return Err(E::invalid_value(Unexpected::Float(value), &self));
        }
        Ok(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<f64, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<f64, E> {
        self.visit_f64(value as f64)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<f64, E> {
        match text {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<f64, A::Error> {
        let number = number(map)?;
        match number.as_f64() {
            Some(value) => self.visit_f64(value),
            None => Err(out_of_range(&number)),
        }
    }
}

impl<F: Form> Value<F> for Bytes {
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        *slot = Some(deserializer.deserialize_str(Base64Visitor)?);
        Ok(())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format::base64(self))
    }
}

struct Base64Visitor;

impl Visitor<'_> for Base64Visitor {
    type Value = Bytes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64 text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Bytes, E> {
        parse::base64(text).ok_or_else(|| E::custom("invalid base64"))
    }
}
