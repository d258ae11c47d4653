//! Strings, numbers, booleans, blobs and documents: the same in every form.

use std::fmt;

use bytes::Bytes;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
                let wide = deserializer.deserialize_i64(IntegerVisitor)?;
                let narrow = Self::try_from(wide);
                *slot = Some(narrow.map_err(|_| D::Error::invalid_value(Unexpected::Signed(wide), &stringify!($type)))?);
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

struct IntegerVisitor;

impl Visitor<'_> for IntegerVisitor {
    type Value = i64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<i64, E> {
        Ok(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<i64, E> {
        i64::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    /// Some services write `5.0` for 5.
    fn visit_f64<E: Error>(self, value: f64) -> Result<i64, E> {
        // Exact: beyond 2^53 a float no longer tells integers apart.
        if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 {
            return Ok(value as i64);
        }
        Err(E::invalid_type(Unexpected::Float(value), &self))
    }
}

impl<F: Form> Value<F> for f64 {
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        *slot = Some(deserializer.deserialize_any(FloatVisitor)?);
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
        *slot = Some(deserializer.deserialize_any(FloatVisitor)? as f32);
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

struct FloatVisitor;

impl<'de> Visitor<'de> for FloatVisitor {
    type Value = f64;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, \"NaN\", \"Infinity\" or \"-Infinity\"")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
        Ok(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
        Ok(value as f64)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<f64, E> {
        match text {
            "NaN" => Ok(f64::NAN),
            "Infinity" => Ok(f64::INFINITY),
            "-Infinity" => Ok(f64::NEG_INFINITY),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }

    /// A number, where `serde_json/arbitrary_precision` is on in the build.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<f64, A::Error> {
        let number = serde_json::Number::deserialize(MapAccessDeserializer::new(map))?;
        number
            .to_string()
            .parse()
            .map_err(|_| A::Error::custom(format_args!("{number} is not a number")))
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
