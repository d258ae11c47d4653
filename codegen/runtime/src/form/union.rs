//! Unions: exactly one member is set.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serializer};

use super::structure::{Name, Reader, Writer};
use super::{Form, Vacant};

/// A generated union.
pub trait Union: Sized {
    /// The union's name, for messages.
    const NAME: &'static str;
    /// Variant tags in the serde form; a variant's number is its place here.
    const SERDE: &'static [&'static str];
    /// Variant tags in the wire form.
    const WIRE: &'static [&'static str] = Self::SERDE;
    /// As [`super::Structure::In`].
    type In<F: Form>: Form;

    /// Reads the value of one variant; `None` where it is `null`.
    ///
    /// # Errors
    ///
    /// A value of another type than the model's.
    fn read<'de, F: Form, A: MapAccess<'de>>(
        variant: usize,
        from: Reader<'_, F, A>,
    ) -> Result<Option<Self>, A::Error>;

    /// The value for a variant that the model does not know.
    fn unrecognized(variant: UnrecognizedVariant) -> Self;

    /// Writes the variant.
    fn write<F: Form, M: SerializeMap>(&self, to: &mut Writer<F, M>);
}

/// A union's variant that this crate's model does not know; it is written again as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct UnrecognizedVariant {
    tag: Box<str>,
    value: serde_json::Value,
}

impl Vacant for UnrecognizedVariant {
    fn vacant() -> Self {
        Self {
            tag: "".into(),
            value: serde_json::Value::Null,
        }
    }
}

impl UnrecognizedVariant {
    /// The variant's tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The variant's value as JSON.
    pub fn value(&self) -> &serde_json::Value {
        &self.value
    }
}

/// Reads a union; `{}` is absent. Should there be several variants, the last one that the model knows wins.
#[doc(hidden)]
pub fn read<'de, F: Form, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    deserializer.deserialize_map(UnionVisitor(PhantomData::<(T::In<F>, T)>))
}

/// Writes a union.
#[doc(hidden)]
pub fn write<F: Form, T: Union, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    write_in::<T::In<F>, T, S>(value, serializer)
}

fn write_in<F: Form, T: Union, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut to = Writer::<F, _>::new(serializer.serialize_map(Some(1))?, names::<F, T>());
    value.write(&mut to);
    to.end()
}

fn names<F: Form, T: Union>() -> &'static [&'static str] {
    if F::WIRE { T::WIRE } else { T::SERDE }
}

struct UnionVisitor<F, T>(PhantomData<(F, T)>);

impl<'de, F: Form, T: Union> Visitor<'de> for UnionVisitor<F, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "union {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<T>, A::Error> {
        let name = Name {
            owner: T::NAME,
            names: names::<F, T>(),
            strict: F::STRICT,
        };
        let mut known = None;
        let mut unknown = None;
        while let Some(tag) = map.next_key_seed(Tag(name))? {
            match tag {
                Found::Known(variant) => {
                    if let Some(value) = T::read(variant, Reader::<F, A>::new(&mut map))? {
                        if F::STRICT && known.is_some() {
                            return Err(several_variants(T::NAME));
                        }
                        known = Some(value);
                    }
                }
                Found::Unknown(tag) => {
                    let value = map.next_value::<serde_json::Value>()?;
                    if !value.is_null() {
                        unknown = Some(UnrecognizedVariant { tag, value });
                    }
                }
                Found::Type => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(known.or_else(|| unknown.map(T::unrecognized)))
    }
}

#[cold]
fn several_variants<E: Error>(owner: &str) -> E {
    E::custom(format_args!("{owner} takes one of its members, not several"))
}

enum Found {
    Known(usize),
    Unknown(Box<str>),
    /// `__type`, which some services write beside the variant.
    Type,
}

struct Tag(Name);

impl<'de> DeserializeSeed<'de> for Tag {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Tag {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a variant's tag")
    }

    fn visit_str<E: Error>(self, tag: &str) -> Result<Found, E> {
        Ok(match self.0.find(tag)? {
            Some(variant) => Found::Known(variant),
            None if tag == "__type" => Found::Type,
            None => Found::Unknown(tag.into()),
        })
    }
}
