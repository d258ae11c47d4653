//! Structures: what a generated one says of itself, and the visitor that all of them share.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserializer, Serialize, Serializer};

use super::codec::{Codec, Slot, Written};
use super::{Form, UnrecognizedVariant, Vacant, Value};
use crate::token;

/// A generated structure.
pub trait Structure: Vacant {
    /// The structure's name, for messages.
    const NAME: &'static str;
    /// Member names in the serde form; a member's number is its place here.
    const SERDE: &'static [&'static str];
    /// Member names in the wire form; `""` for a member that is not part of a body.
    const WIRE: &'static [&'static str] = Self::SERDE;
    /// Numbers of the members that must be there when this is read.
    const REQUIRED: &'static [usize] = &[];
    /// The form in which this structure is compiled when the form `F` is asked for: `F` itself, or
    /// [`Form::Shared`] where the forms are equal.
    type In<F: Form>: Form;

    /// Reads the value of one member; says whether it was there.
    ///
    /// # Errors
    ///
    /// A value of another type than the model's.
    fn read<'de, F: Form, A: MapAccess<'de>>(
        &mut self,
        member: usize,
        from: Reader<'_, F, A>,
    ) -> Result<bool, A::Error>;

    /// Writes all members that are set.
    fn write<F: Form, M: SerializeMap>(&self, to: &mut Writer<F, M>);
}

impl<F: Form, T: Structure> Value<F> for T {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        // In place: moving large structures about costs more than reading them.
        let visitor = StructureVisitor {
            target: begin(slot),
            form: PhantomData::<T::In<F>>,
        };
        deserializer.deserialize_map(visitor)
    }

    #[inline]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_structure::<T::In<F>, T, S>(self, serializer)
    }
}

/// Puts a value to be read over into the slot. Not inlined: a value's way over the stack is not to be part of every
/// level of a recursion.
#[inline(never)]
fn begin<T: Vacant>(slot: &mut Option<T>) -> &mut T {
    slot.insert(T::vacant())
}

fn write_structure<F: Form, T: Structure, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // The number of members that are set is not known, and a wrong one would be worse than none.
    let mut to = Writer::<F, _>::new(serializer.serialize_map(None)?, names::<F, T>());
    T::write(value, &mut to);
    to.end()
}

fn names<F: Form, T: Structure>() -> &'static [&'static str] {
    if F::WIRE { T::WIRE } else { T::SERDE }
}

struct StructureVisitor<'a, F, T> {
    target: &'a mut T,
    form: PhantomData<F>,
}

impl<'de, F: Form, T: Structure> Visitor<'de> for StructureVisitor<'_, F, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "structure {}", T::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = vec![false; T::REQUIRED.len()];
        let name = Name {
            owner: T::NAME,
            names: names::<F, T>(),
            strict: F::STRICT,
        };
        while let Some(member) = map.next_key_seed(name)? {
            let Some(member) = member else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let from = Reader {
                map: &mut map,
                form: PhantomData::<F>,
            };
            let present = T::read(self.target, member, from)?;
            if let Some(required) = T::REQUIRED.iter().position(|required| *required == member) {
                seen[required] = present;
            }
        }
        match seen.iter().position(|seen| !seen) {
            None => Ok(()),
            Some(missing) => Err(missing_member(T::NAME, names::<F, T>()[T::REQUIRED[missing]])),
        }
    }
}

#[cold]
fn missing_member<E: Error>(owner: &str, member: &str) -> E {
    E::custom(format_args!("required member `{member}` of {owner} is missing"))
}

/// Finds a member's number by its name.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) owner: &'static str,
    pub(super) names: &'static [&'static str],
    pub(super) strict: bool,
}

impl Name {
    /// The number, or `None` for a name that is to be passed over.
    pub(super) fn find<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        // A linear scan: tables are short, and answers name members in about this order.
        let found = self
            .names
            .iter()
            .position(|known| *known == name && !name.is_empty());
        if found.is_none() && self.strict {
            return Err(self.unknown(name));
        }
        Ok(found)
    }

    #[cold]
    fn unknown<E: Error>(self, name: &str) -> E {
        let owner = self.owner;
        if self.names.is_empty() {
            return E::custom(format_args!(
                "`{name}` is not a member of {owner}, which has none"
            ));
        }
        let names = self.names.join(", ");
        E::custom(format_args!(
            "`{name}` is not a member of {owner}, whose members are: {names}"
        ))
    }
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        self.find(name)
    }
}

/// Reads one member's value, in the form `F`.
#[derive(Debug)]
pub struct Reader<'a, F, A> {
    map: &'a mut A,
    form: PhantomData<F>,
}

impl<'a, 'de, F: Form, A: MapAccess<'de>> Reader<'a, F, A> {
    pub(super) fn new(map: &'a mut A) -> Self {
        Self {
            map,
            form: PhantomData,
        }
    }

    /// Passes over a value that belongs to no member.
    ///
    /// # Errors
    ///
    /// The text is not JSON.
    pub fn ignored(self) -> Result<bool, A::Error> {
        self.map.next_value::<IgnoredAny>()?;
        Ok(false)
    }

    /// Reads an optional member; says whether it was there.
    ///
    /// # Errors
    ///
    /// A value of another type than the model's.
    #[inline]
    pub fn optional<C: Codec<T, F>, T>(self, slot: &mut Option<T>) -> Result<bool, A::Error> {
        self.map.next_value_seed(Slot::<C, T, F>::new(slot))?;
        Ok(slot.is_some())
    }

    /// Reads a required member; says whether it was there.
    ///
    /// # Errors
    ///
    /// A value of another type than the model's.
    #[inline]
    pub fn required<C: Codec<T, F>, T>(self, target: &mut T) -> Result<bool, A::Error> {
        let mut slot = None;
        self.map.next_value_seed(Slot::<C, T, F>::new(&mut slot))?;
        let Some(value) = slot else { return Ok(false) };
        *target = value;
        Ok(true)
    }

    /// Reads an idempotency token; says whether it was there.
    ///
    /// # Errors
    ///
    /// A value that is not a string.
    #[inline]
    pub fn token<C: Codec<T, F>, T>(self, slot: &mut Option<T>) -> Result<bool, A::Error> {
        self.optional::<C, T>(slot)
    }

    /// Reads the value of a union's variant; `None` where there is none.
    ///
    /// # Errors
    ///
    /// A value of another type than the model's.
    #[inline]
    pub fn variant<C: Codec<T, F>, T, U>(self, variant: fn(T) -> U) -> Result<Option<U>, A::Error> {
        let mut slot = None;
        self.map.next_value_seed(Slot::<C, T, F>::new(&mut slot))?;
        Ok(slot.map(variant))
    }
}

/// Writes the members of one structure, in the form `F`.
///
/// It remembers the first error and then writes no more, so that what writes a structure is a plain list of calls,
/// which is less for the compiler to check than a `?` at each of them.
#[derive(Debug)]
pub struct Writer<F, M: SerializeMap> {
    map: M,
    result: Result<(), M::Error>,
    names: &'static [&'static str],
    form: PhantomData<F>,
}

impl<F: Form, M: SerializeMap> Writer<F, M> {
    pub(super) fn new(map: M, names: &'static [&'static str]) -> Self {
        Self {
            map,
            result: Ok(()),
            names,
            form: PhantomData,
        }
    }

    /// Ends the structure.
    pub(super) fn end(self) -> Result<M::Ok, M::Error> {
        self.result?;
        self.map.end()
    }

    /// The member's name, unless it is not part of this form.
    fn name(&self, member: usize) -> Option<&'static str> {
        self.names.get(member).copied().filter(|name| !name.is_empty())
    }

    fn entry<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        if self.result.is_ok() {
            self.result = self.map.serialize_entry(name, value);
        }
    }

    /// Writes an optional member where it is set.
    #[inline]
    pub fn optional<C: Codec<T, F>, T>(&mut self, member: usize, value: &Option<T>) {
        if let Some(value) = value {
            self.required::<C, T>(member, value);
        }
    }

    /// Writes a required member, or the value of a union's variant.
    #[inline]
    pub fn required<C: Codec<T, F>, T>(&mut self, member: usize, value: &T) {
        if let Some(name) = self.name(member) {
            self.entry(name, &Written::<C, T, F>::new(value));
        }
    }

    /// Writes an idempotency token; on the wire an absent one is filled with a fresh token.
    pub fn token<C: Codec<T, F>, T>(&mut self, member: usize, value: &Option<T>) {
        match (self.name(member), value) {
            (Some(name), None) if F::WIRE => self.entry(name, &token::idempotency_token()),
            _ => self.optional::<C, T>(member, value),
        }
    }

    /// Writes a union's variant as it came in.
    pub fn unrecognized(&mut self, variant: &UnrecognizedVariant) {
        self.entry(variant.tag(), variant.value());
    }
}
