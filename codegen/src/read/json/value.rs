//! The tree.

use std::borrow::Cow;

/// Where a value or a key stands: which file, and the bytes from `start` to before `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// The file's number among those that are read together.
    pub(crate) file: u16,
    /// The first byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
}

/// A JSON value with its place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value<'s> {
    /// Where it stands.
    pub(crate) at: At,
    /// What it is.
    pub(crate) kind: Kind<'s>,
}

/// What a JSON value is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind<'s> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(&'s str),
    /// A string, unescaped.
    String(Cow<'s, str>),
    /// An array.
    Array(Vec<Value<'s>>),
    /// An object: its entries in the text's order, duplicates included.
    Object(Vec<Entry<'s>>),
}

/// One key of an object with its value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry<'s> {
    /// The key, unescaped.
    pub(crate) key: Cow<'s, str>,
    /// Where the key stands, quotes included.
    pub(crate) key_at: At,
    /// The key's value.
    pub(crate) value: Value<'s>,
}

impl<'s> Value<'s> {
    /// What it is, for people: `an object`, `the string "x"` would be too long.
    pub(crate) fn kind_name(&self) -> &'static str {
        match self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "an array",
            Kind::Object(_) => "an object",
        }
    }

    /// The entries of an object; none for anything else.
    pub(crate) fn entries(&self) -> &[Entry<'s>] {
        match &self.kind {
            Kind::Object(entries) => entries,
            _ => &[],
        }
    }

    /// The items of an array; none for anything else.
    pub(crate) fn items(&self) -> &[Value<'s>] {
        match &self.kind {
            Kind::Array(items) => items,
            _ => &[],
        }
    }

    /// The first entry of that key, if this is an object that has it.
    pub(crate) fn entry(&self, key: &str) -> Option<&Entry<'s>> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The first value of that key, if this is an object that has it.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'s>> {
        self.entry(key).map(|entry| &entry.value)
    }

    /// The text of a string.
    pub(crate) fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            _ => None,
        }
    }
}
