//! A value together with the way to it.

use super::value::{At, Value};

/// A value of a tree, which knows the way from the root to itself.
///
/// Nodes live on the stack of the function that walks the tree; the way is a list of borrowed parents, so
/// that it costs nothing until a problem needs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node<'p, 's> {
    /// The value itself.
    pub(crate) value: &'p Value<'s>,
    /// The place of its key, or of the value where it has none.
    pub(crate) key_at: At,
    parent: Option<&'p Node<'p, 's>>,
    segment: Segment<'p>,
}

/// One step from a value to one inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Segment<'p> {
    /// To an object's value of that key.
    Key(&'p str),
    /// To an array's item of that number.
    Index(usize),
}

impl<'p, 's> Node<'p, 's> {
    /// The root of a tree.
    pub(crate) fn root(value: &'p Value<'s>) -> Self {
        Self {
            value,
            key_at: value.at,
            parent: None,
            segment: Segment::Index(0),
        }
    }

    /// The value of a key, if this is an object that has it.
    pub(crate) fn get(&'p self, key: &str) -> Option<Node<'p, 's>> {
        self.entries()
            .find(|(name, _)| *name == key)
            .map(|(_, node)| node)
    }

    /// The keys and values of an object; none for anything else.
    pub(crate) fn entries(&'p self) -> impl Iterator<Item = (&'p str, Node<'p, 's>)> {
        self.value.entries().iter().map(move |entry| {
            let segment = Segment::Key(&entry.key);
            (
                &*entry.key,
                Node {
                    value: &entry.value,
                    key_at: entry.key_at,
                    parent: Some(self),
                    segment,
                },
            )
        })
    }

    /// The items of an array; none for anything else.
    pub(crate) fn items(&'p self) -> impl Iterator<Item = Node<'p, 's>> {
        self.value
            .items()
            .iter()
            .enumerate()
            .map(move |(index, value)| Node {
                value,
                key_at: value.at,
                parent: Some(self),
                segment: Segment::Index(index),
            })
    }

    /// The JSON pointer (RFC 6901) of this value.
    pub(crate) fn pointer(&self) -> String {
        let mut segments = Vec::new();
        let mut next = Some(self);
        while let Some(node) = next {
            if node.parent.is_some() {
                segments.push(node.segment);
            }
            next = node.parent;
        }
        segments.reverse();
        pointer(&segments)
    }
}

/// The JSON pointer of a way from the root.
pub(super) fn pointer(segments: &[Segment<'_>]) -> String {
    segments
        .iter()
        .fold(String::new(), |pointer, segment| match segment {
            Segment::Key(key) => pointer + "/" + &key.replace('~', "~0").replace('/', "~1"),
            Segment::Index(index) => pointer + "/" + &index.to_string(),
        })
}
