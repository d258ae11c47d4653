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
        f.write_str(&self.0)
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

/// Implements what every open enum has, from its `VALUES`, `as_str` and `Unrecognized` variant: conversions from
/// and to text, order and hash by the wire text, both JSON forms, and use in labels, queries, headers and keys.
#[macro_export]
macro_rules! open_enum {
    ($($name:ident),+ $(,)?) => {$(
        impl $crate::form::OpenEnum for $name {
            const VALUES: &'static [Self] = Self::VALUES;

            fn as_str(&self) -> &str {
                Self::as_str(self)
            }

            fn unrecognized(text: $crate::form::Unrecognized) -> Self {
                Self::Unrecognized(text)
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                $crate::form::OpenEnum::from_text(text)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                $crate::form::OpenEnum::from_text(&text)
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                Self::as_str(self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(Self::as_str(self))
            }
        }

        impl ::core::cmp::PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl ::core::cmp::Ord for $name {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(Self::as_str(self), Self::as_str(other))
            }
        }

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(Self::as_str(self), state);
            }
        }

        impl $crate::form::Key for $name {
            fn from_key(text: &str) -> Self {
                $crate::form::OpenEnum::from_text(text)
            }

            fn as_key(&self) -> &str {
                Self::as_str(self)
            }
        }

        impl $crate::text::Text for $name {
            fn text(&self) -> ::core::option::Option<::std::borrow::Cow<'_, str>> {
                ::core::option::Option::Some(::std::borrow::Cow::Borrowed(Self::as_str(self)))
            }
        }

        impl $crate::text::FromText for $name {
            fn from_text(text: &str) -> ::core::option::Option<Self> {
                ::core::option::Option::Some($crate::form::OpenEnum::from_text(text))
            }
        }

        impl<F: $crate::form::Form> $crate::form::Value<F> for $name {
            fn read<'de, D: $crate::serde::Deserializer<'de>>(
                slot: &mut ::core::option::Option<Self>,
                deserializer: D,
            ) -> ::core::result::Result<(), D::Error> {
                *slot = ::core::option::Option::Some($crate::form::read_enum(deserializer)?);
                ::core::result::Result::Ok(())
            }

            fn write<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::form::write_enum(self, serializer)
            }
        }

        $crate::serde_form!($name);
    )+};
}
