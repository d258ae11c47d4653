//! The tables of generated types: one line a member, from which both JSON forms are read and written.
//!
//! All that they expand to is generic or `#[inline]`: a generated crate holds hundreds of types, and a user's build
//! makes machine code for those that it uses.

/// The JSON of a generated structure.
///
/// Each line is a member: its number, its name in the serde form, after `/` its wire name where that is another one
/// (`""` where no body holds it), whether it always has a value, its field, and after `as` its [`Codec`] where the
/// type alone does not say it. `in` names [`Form::Shared`] or `Own`, see [`Structure::In`].
///
/// [`Codec`]: crate::form::Codec
/// [`Form::Shared`]: crate::form::Form::Shared
/// [`Structure::In`]: crate::form::Structure::In
#[macro_export]
macro_rules! structure {
    (
        $name:ident($public:literal) in $form:ident $(requires [$($required:literal),+])? {$(
            $number:literal: $serde:literal $(/ $wire:literal)? => $kind:ident $field:ident $(as $codec:ty)?,
        )*}
    ) => {
        impl $crate::form::Structure for $name {
            const NAME: &'static str = $public;
            $crate::names! { $($serde $(/ $wire)?)* }
            $(const REQUIRED: &'static [usize] = &[$($required),+];)?
            type In<F: $crate::form::Form> = F::$form;

            #[inline]
            fn read<'de, F: $crate::form::Form, A: $crate::serde::de::MapAccess<'de>>(
                &mut self,
                member: usize,
                from: $crate::form::Reader<'_, F, A>,
            ) -> ::core::result::Result<bool, A::Error> {
                match member {
                    $($number => from.$kind::<($($codec,)?), _>(&mut self.$field),)*
                    _ => from.ignored(),
                }
            }

            #[inline]
            fn write<F: $crate::form::Form, M: $crate::serde::ser::SerializeMap>(
                &self,
                _to: &mut $crate::form::Writer<F, M>,
            ) {
                $(_to.$kind::<($($codec,)?), _>($number, &self.$field);)*
            }
        }

        $crate::vacant!($name $([$($required),+])? { $($field)* });
        $crate::serde_form!($name($public));
    };
}

/// The tables of names; that of the wire form only where it is another one.
#[doc(hidden)]
#[macro_export]
macro_rules! names {
    ($($serde:literal)*) => {
        const SERDE: &'static [&'static str] = &[$($serde),*];
    };
    ($($serde:literal $(/ $wire:literal)?)*) => {
        const SERDE: &'static [&'static str] = &[$($serde),*];
        const WIRE: &'static [&'static str] = &[$([$($wire,)? $serde][0]),*];
    };
}

/// A structure to be read over: its default where nothing is required.
#[doc(hidden)]
#[macro_export]
macro_rules! vacant {
    ($name:ident { $($field:ident)* }) => {
        impl $crate::form::Vacant for $name {
            #[inline]
            fn vacant() -> Self {
                ::core::default::Default::default()
            }
        }
    };
    ($name:ident [$($required:literal),+] { $($field:ident)* }) => {
        impl $crate::form::Vacant for $name {
            #[inline]
            fn vacant() -> Self {
                Self { $($field: $crate::form::vacant()),* }
            }
        }
    };
}

/// The JSON of a generated union: as [`structure!`](crate::structure), a line a variant.
#[macro_export]
macro_rules! union {
    (
        $name:ident($public:literal) in $form:ident {$(
            $number:literal: $serde:literal $(/ $wire:literal)? => $variant:ident $(as $codec:ty)?,
        )*}
    ) => {
        impl $crate::form::Union for $name {
            const NAME: &'static str = $public;
            $crate::names! { $($serde $(/ $wire)?)* }
            type In<F: $crate::form::Form> = F::$form;

            #[inline]
            fn read<'de, F: $crate::form::Form, A: $crate::serde::de::MapAccess<'de>>(
                variant: usize,
                from: $crate::form::Reader<'_, F, A>,
            ) -> ::core::result::Result<::core::option::Option<Self>, A::Error> {
                match variant {
                    $($number => from.variant::<($($codec,)?), _, _>(Self::$variant),)*
                    _ => from.ignored().map(|_| ::core::option::Option::None),
                }
            }

            #[inline]
            fn unrecognized(variant: $crate::form::UnrecognizedVariant) -> Self {
                Self::Unrecognized(variant)
            }

            #[inline]
            fn write<F: $crate::form::Form, M: $crate::serde::ser::SerializeMap>(
                &self,
                to: &mut $crate::form::Writer<F, M>,
            ) {
                match self {
                    $(Self::$variant(value) => to.required::<($($codec,)?), _>($number, value),)*
                    Self::Unrecognized(variant) => to.unrecognized(variant),
                }
            }
        }

        impl $crate::form::Vacant for $name {
            #[inline]
            fn vacant() -> Self {
                Self::Unrecognized($crate::form::vacant())
            }
        }

        impl<F: $crate::form::Form> $crate::form::Value<F> for $name {
            #[inline]
            fn read<'de, D: $crate::serde::Deserializer<'de>>(
                slot: &mut ::core::option::Option<Self>,
                deserializer: D,
            ) -> ::core::result::Result<(), D::Error> {
                *slot = $crate::form::read_union::<F, Self, D>(deserializer)?;
                ::core::result::Result::Ok(())
            }

            #[inline]
            fn write<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::form::write_union::<F, Self, S>(self, serializer)
            }
        }

        $crate::serde_form!($name($public));
    };
}

/// What every generated open enum has, from one line a value: its texts, conversions, order and hash by the text on
/// the wire, both JSON forms, and use in labels, queries, headers and as keys of maps.
#[macro_export]
macro_rules! open_enum {
    ($name:ident {$($variant:ident = $text:literal,)*}) => {
        impl $name {
            /// The values that the model knows, in its order.
            pub const VALUES: &'static [Self] = &[$(Self::$variant),*];

            /// The text on the wire.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unrecognized(text) => text.as_str(),
                }
            }
        }

        impl $crate::form::OpenEnum for $name {
            const VALUES: &'static [Self] = Self::VALUES;

            #[inline]
            fn as_str(&self) -> &str {
                Self::as_str(self)
            }

            #[inline]
            fn unrecognized(text: $crate::form::Unrecognized) -> Self {
                Self::Unrecognized(text)
            }
        }

        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(text: &str) -> Self {
                $crate::form::OpenEnum::from_text(text)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(text: ::std::string::String) -> Self {
                $crate::form::OpenEnum::from_text(&text)
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                Self::as_str(self)
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(Self::as_str(self))
            }
        }

        impl ::core::cmp::PartialOrd for $name {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
            }
        }

        impl ::core::cmp::Ord for $name {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(Self::as_str(self), Self::as_str(other))
            }
        }

        impl ::core::hash::Hash for $name {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(Self::as_str(self), state);
            }
        }

        impl $crate::form::Vacant for $name {
            #[inline]
            fn vacant() -> Self {
                $crate::form::OpenEnum::from_text("")
            }
        }

        impl<F: $crate::form::Form> $crate::form::Value<F> for $name {
            #[inline]
            fn read<'de, D: $crate::serde::Deserializer<'de>>(
                slot: &mut ::core::option::Option<Self>,
                deserializer: D,
            ) -> ::core::result::Result<(), D::Error> {
                *slot = ::core::option::Option::Some($crate::form::read_enum(deserializer)?);
                ::core::result::Result::Ok(())
            }

            #[inline]
            fn write<S: $crate::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                $crate::form::write_enum(self, serializer)
            }
        }

        $crate::serde_form!($name(::core::stringify!($name)));
    };
}

/// Implements `serde::Serialize` and `serde::Deserialize` of a generated type through its serde form.
#[doc(hidden)]
#[macro_export]
macro_rules! serde_form {
    ($name:ident($public:expr)) => {
        impl $crate::serde::Serialize for $name {
            #[inline]
            fn serialize<S: $crate::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                <Self as $crate::form::Value<$crate::form::Serde>>::write(self, serializer)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            #[inline]
            fn deserialize<D: $crate::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::form::deserialize(deserializer, $public)
            }
        }
    };
}
