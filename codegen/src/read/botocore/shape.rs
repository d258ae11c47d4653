//! Shapes: what all have in common, and those that have no members.

use super::keys::On;
use super::reader::{Discouraged, Reader};
use crate::model::{Constraints, List, Map, Shape, ShapeKind, TimestampFormat};
use crate::read::json::Node;

/// The wire formats of timestamps by their names in models.
pub(super) const TIMESTAMP_FORMATS: [(&str, TimestampFormat); 3] = [
    ("unixTimestamp", TimestampFormat::EpochSeconds),
    ("iso8601", TimestampFormat::DateTime),
    ("rfc822", TimestampFormat::HttpDate),
];

/// The keys of a shape that belong to its type.
pub(super) type OwnKeys<'n, 's> = Vec<(&'n str, Node<'n, 's>)>;

#[derive(Clone, Copy)]
enum Type {
    Structure,
    List,
    Map,
    String,
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    Blob,
    Timestamp,
}

const TYPES: [(&str, Type); 14] = [
    ("structure", Type::Structure),
    ("list", Type::List),
    ("map", Type::Map),
    ("string", Type::String),
    ("character", Type::String),
    ("boolean", Type::Boolean),
    ("byte", Type::Byte),
    ("short", Type::Short),
    ("integer", Type::Integer),
    ("long", Type::Long),
    ("float", Type::Float),
    ("double", Type::Double),
    ("blob", Type::Blob),
    ("timestamp", Type::Timestamp),
];

impl Reader<'_, '_> {
    /// A shape; `None` where its type is not known.
    pub(super) fn shape(&mut self, name: &str, node: &Node<'_, '_>) -> Option<Shape> {
        let mut shape = Shape {
            name: name.to_owned(),
            documentation: None,
            deprecated: None,
            sensitive: false,
            constraints: Constraints::default(),
            kind: ShapeKind::Boolean,
        };
        let mut discouraged = Discouraged::default();
        let mut kind = None;
        let mut own = OwnKeys::new();
        for (key, child) in self.object(node) {
            match key {
                "type" => kind = self.choice(&child, "type", &TYPES),
                "documentation" => shape.documentation = self.text(&child),
                "sensitive" => shape.sensitive = self.flag(&child),
                "min" => shape.constraints.min = self.number(&child),
                "max" => shape.constraints.max = self.number(&child),
                "pattern" => shape.constraints.pattern = self.text(&child),
                "deprecated" | "deprecatedMessage" | "deprecatedSince" => {
                    discouraged.read(self, key, &child);
                }
                _ => own.push((key, child)),
            }
        }
        if node.get("type").is_none() {
            self.missing(
                node,
                "type",
                "a shape says its type, such as `structure` or `string`",
            );
        }
        shape.deprecated = discouraged.finish();
        shape.kind = self.kind(kind?, node, own);
        Some(shape)
    }

    fn kind(&mut self, kind: Type, node: &Node<'_, '_>, own: OwnKeys<'_, '_>) -> ShapeKind {
        let plain = match kind {
            Type::Structure => return ShapeKind::Structure(self.structure(own)),
            Type::List => return ShapeKind::List(self.list(node, own)),
            Type::Map => return ShapeKind::Map(self.map(node, own)),
            Type::String => return self.string(own),
            Type::Blob => return self.blob(own),
            Type::Timestamp => return self.timestamp(own),
            Type::Boolean => ShapeKind::Boolean,
            Type::Byte => ShapeKind::Byte,
            Type::Short => ShapeKind::Short,
            Type::Integer => ShapeKind::Integer,
            Type::Long => ShapeKind::Long,
            Type::Float => ShapeKind::Float,
            Type::Double => ShapeKind::Double,
        };
        for (key, child) in own {
            self.other_key(On::Scalar, key, &child);
        }
        plain
    }

    fn list(&mut self, node: &Node<'_, '_>, own: OwnKeys<'_, '_>) -> List {
        let mut member = None;
        let mut sparse = false;
        for (key, child) in own {
            match key {
                "member" => member = Some(self.reference(&child)),
                "sparse" => sparse = self.flag(&child),
                _ => self.other_key(On::List, key, &child),
            }
        }
        if member.is_none() {
            self.missing(
                node,
                "member",
                "a list says there what its items are: `\"member\": {\"shape\": …}`",
            );
        }
        List {
            member: member.unwrap_or_else(no_reference),
            sparse,
        }
    }

    fn map(&mut self, node: &Node<'_, '_>, own: OwnKeys<'_, '_>) -> Map {
        let (mut map_key, mut value, mut sparse) = (None, None, false);
        for (key, child) in own {
            match key {
                "key" => map_key = Some(self.reference(&child)),
                "value" => value = Some(self.reference(&child)),
                "sparse" => sparse = self.flag(&child),
                _ => self.other_key(On::Map, key, &child),
            }
        }
        for (key, reference) in [("key", &map_key), ("value", &value)] {
            if reference.is_none() {
                self.missing(
                    node,
                    key,
                    "a map says what its keys and values are: `\"key\": {\"shape\": …}`",
                );
            }
        }
        Map {
            key: map_key.unwrap_or_else(no_reference),
            value: value.unwrap_or_else(no_reference),
            sparse,
        }
    }

    fn string(&mut self, own: OwnKeys<'_, '_>) -> ShapeKind {
        let mut values = Vec::new();
        for (key, child) in own {
            match key {
                "enum" => values = self.values(&child),
                _ => self.other_key(On::Scalar, key, &child),
            }
        }
        ShapeKind::String { values }
    }

    /// The values of an enum. An empty text is a value like any other.
    fn values(&mut self, node: &Node<'_, '_>) -> Vec<String> {
        let mut values: Vec<String> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for item in self.array(node) {
            let Some(value) = self.text(&item) else { continue };
            if seen.insert(value.clone()) {
                values.push(value);
            } else {
                let message = format!("the value `{value}` stands twice in one enum");
                self.problems
                    .at(&item)
                    .error(message)
                    .help("remove one of the two");
            }
        }
        if node.value.items().is_empty() {
            let help = "it is read as a plain string: add the values, or remove the key";
            self.problems
                .at(node)
                .warning("an enum without values")
                .help(help);
        }
        values
    }

    fn blob(&mut self, own: OwnKeys<'_, '_>) -> ShapeKind {
        let (mut streaming, mut requires_length) = (false, false);
        for (key, child) in own {
            match key {
                "streaming" => streaming = self.flag(&child),
                "requiresLength" => requires_length = self.flag(&child),
                _ => self.other_key(On::Scalar, key, &child),
            }
        }
        ShapeKind::Blob {
            streaming,
            requires_length,
        }
    }

    fn timestamp(&mut self, own: OwnKeys<'_, '_>) -> ShapeKind {
        let mut format = None;
        for (key, child) in own {
            match key {
                "timestampFormat" => format = self.choice(&child, "timestamp format", &TIMESTAMP_FORMATS),
                _ => self.other_key(On::Scalar, key, &child),
            }
        }
        ShapeKind::Timestamp { format }
    }
}

/// What stands for a reference that is missing; checks step over it.
fn no_reference() -> crate::model::Reference {
    crate::model::Reference {
        shape: String::new(),
        location_name: None,
        documentation: None,
    }
}
