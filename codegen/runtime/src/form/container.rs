//! Lists and maps, dense and sparse.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserializer, Serializer};

use super::codec::{Codec, Slot, Written};
use super::{Form, OpenEnum, Value};

/// A map's key.
pub trait Key: Ord + Sized {
    /// The key of that text.
    fn from_key(text: &str) -> Self;

    /// The key's text.
    fn as_key(&self) -> &str;
}

impl Key for String {
    fn from_key(text: &str) -> Self {
        text.to_owned()
    }

    fn as_key(&self) -> &str {
        self
    }
}

impl<T: OpenEnum + Ord> Key for T {
    #[inline]
    fn from_key(text: &str) -> Self {
        T::from_text(text)
    }

    #[inline]
    fn as_key(&self) -> &str {
        self.as_str()
    }
}

/// A list without `null` items; those that come are dropped.
#[derive(Debug)]
pub struct List<C>(PhantomData<C>);

/// A list whose `null` items mean something.
#[derive(Debug)]
pub struct SparseList<C>(PhantomData<C>);

/// A map without `null` values; those that come are dropped.
#[derive(Debug)]
pub struct Map<C>(PhantomData<C>);

/// A map whose `null` values mean something.
#[derive(Debug)]
pub struct SparseMap<C>(PhantomData<C>);

impl<T: Value<F>, F: Form> Value<F> for Vec<T> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        <List<()> as Codec<Self, F>>::read(slot, deserializer)
    }

    #[inline]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        <List<()> as Codec<Self, F>>::write(self, serializer)
    }
}

impl<K: Key, T: Value<F>, F: Form> Value<F> for BTreeMap<K, T> {
    #[inline]
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Self>, deserializer: D) -> Result<(), D::Error> {
        <Map<()> as Codec<Self, F>>::read(slot, deserializer)
    }

    #[inline]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        <Map<()> as Codec<Self, F>>::write(self, serializer)
    }
}

impl<C: Codec<T, F>, T, F: Form> Codec<Vec<T>, F> for List<C> {
    fn read<'de, D: Deserializer<'de>>(slot: &mut Option<Vec<T>>, deserializer: D) -> Result<(), D::Error> {
        let items = slot.insert(Vec::new());
        deserializer.deserialize_seq(ListVisitor {
            push: |item: &mut Option<T>| {
                let is_null = item.is_none();
                items.extend(item.take());
                !(is_null && F::STRICT)
            },
            how: PhantomData::<(C, T, F)>,
        })
    }

    fn write<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(value.len()))?;
        for item in value {
            list.serialize_element(&Written::<C, T, F>::new(item))?;
        }
        list.end()
    }
}

impl<C: Codec<T, F>, T, F: Form> Codec<Vec<Option<T>>, F> for SparseList<C> {
    fn read<'de, D: Deserializer<'de>>(
        slot: &mut Option<Vec<Option<T>>>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        let items = slot.insert(Vec::new());
        deserializer.deserialize_seq(ListVisitor {
            push: |item: &mut Option<T>| {
                items.push(item.take());
                true
            },
            how: PhantomData::<(C, T, F)>,
        })
    }

    fn write<S: Serializer>(value: &Vec<Option<T>>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(value.len()))?;
        for item in value {
            list.serialize_element(&item.as_ref().map(Written::<C, T, F>::new))?;
        }
        list.end()
    }
}

impl<C: Codec<T, F>, K: Key, T, F: Form> Codec<BTreeMap<K, T>, F> for Map<C> {
    fn read<'de, D: Deserializer<'de>>(
        slot: &mut Option<BTreeMap<K, T>>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        let entries = slot.insert(BTreeMap::new());
        let insert = |key, value| match value {
            Some(value) => {
                entries.insert(key, value);
                true
            }
            None => {
                entries.remove(&key);
                !F::STRICT
            }
        };
        deserializer.deserialize_map(MapVisitor {
            insert,
            how: PhantomData::<(C, K, T, F)>,
        })
    }

    fn write<S: Serializer>(value: &BTreeMap<K, T>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(value.len()))?;
        for (key, item) in value {
            map.serialize_entry(key.as_key(), &Written::<C, T, F>::new(item))?;
        }
        map.end()
    }
}

impl<C: Codec<T, F>, K: Key, T, F: Form> Codec<BTreeMap<K, Option<T>>, F> for SparseMap<C> {
    fn read<'de, D: Deserializer<'de>>(
        slot: &mut Option<BTreeMap<K, Option<T>>>,
        deserializer: D,
    ) -> Result<(), D::Error> {
        let entries = slot.insert(BTreeMap::new());
        let insert = |key, value| {
            entries.insert(key, value);
            true
        };
        deserializer.deserialize_map(MapVisitor {
            insert,
            how: PhantomData::<(C, K, T, F)>,
        })
    }

    fn write<S: Serializer>(value: &BTreeMap<K, Option<T>>, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(value.len()))?;
        for (key, item) in value {
            map.serialize_entry(key.as_key(), &item.as_ref().map(Written::<C, T, F>::new))?;
        }
        map.end()
    }
}

/// What a strict reader says of a `null` that would be dropped: the request would be another one than was asked for.
#[cold]
fn null_item<E: Error>(place: &str) -> E {
    E::custom(format_args!("null stands in a {place} that can't hold it"))
}

struct ListVisitor<P, H> {
    /// Takes an item; says whether it may be there.
    push: P,
    how: PhantomData<H>,
}

impl<'de, P: FnMut(&mut Option<T>) -> bool, C: Codec<T, F>, T, F: Form> Visitor<'de>
    for ListVisitor<P, (C, T, F)>
{
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut item = None;
        while list.next_element_seed(Slot::<C, T, F>::new(&mut item))?.is_some() {
            if !(self.push)(&mut item) {
                return Err(null_item("list"));
            }
        }
        Ok(())
    }
}

struct MapVisitor<I, H> {
    insert: I,
    how: PhantomData<H>,
}

impl<'de, I, C, K, T, F> Visitor<'de> for MapVisitor<I, (C, K, T, F)>
where
    I: FnMut(K, Option<T>) -> bool,
    C: Codec<T, F>,
    K: Key,
    F: Form,
{
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key_seed(KeySeed(PhantomData))? {
            let mut item = None;
            map.next_value_seed(Slot::<C, T, F>::new(&mut item))?;
            if !(self.insert)(key, item) {
                return Err(null_item("map"));
            }
        }
        Ok(())
    }
}

struct KeySeed<K>(PhantomData<K>);

impl<'de, K: Key> DeserializeSeed<'de> for KeySeed<K> {
    type Value = K;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<K, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<K: Key> Visitor<'_> for KeySeed<K> {
    type Value = K;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map's key")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<K, E> {
        Ok(K::from_key(text))
    }
}
