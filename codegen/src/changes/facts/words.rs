//! Shapes and traits in a few words.

use std::collections::BTreeMap;

use crate::model::{Location, Shape, ShapeKind, TimestampFormat};

/// How deep lists and maps are told.
const DEPTH: usize = 4;

/// What a shape is, with the names that stand for types of their own: `list of enum JobType`.
pub(super) fn describe(shapes: &BTreeMap<String, Shape>, name: &str) -> String {
    describe_to(shapes, name, DEPTH)
}

fn describe_to(shapes: &BTreeMap<String, Shape>, name: &str, depth: usize) -> String {
    let Some(shape) = shapes.get(name) else {
        return name.to_owned();
    };
    let word = type_word(&shape.kind);
    match &shape.kind {
        ShapeKind::Structure(structure) if structure.document => word.to_owned(),
        ShapeKind::String { values } if values.is_empty() => word.to_owned(),
        ShapeKind::Structure(_) | ShapeKind::String { .. } => format!("{word} {name}"),
        ShapeKind::List(_) | ShapeKind::Map(_) if depth == 0 => format!("{word} {name}"),
        ShapeKind::List(list) => format!("{word} of {}", describe_to(shapes, &list.member.shape, depth - 1)),
        ShapeKind::Map(map) => format!("{word} of {}", describe_to(shapes, &map.value.shape, depth - 1)),
        _ => word.to_owned(),
    }
}

/// The type of a shape in one word.
pub(super) fn type_word(kind: &ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Structure(structure) if structure.document => "document",
        ShapeKind::Structure(structure) if structure.event_stream => "event stream",
        ShapeKind::Structure(structure) if structure.union => "union",
        ShapeKind::Structure(structure) if structure.error.is_some() => "error",
        ShapeKind::Structure(structure) if structure.event => "event",
        ShapeKind::Structure(_) => "structure",
        ShapeKind::List(list) if list.sparse => "sparse list",
        ShapeKind::List(_) => "list",
        ShapeKind::Map(map) if map.sparse => "sparse map",
        ShapeKind::Map(_) => "map",
        ShapeKind::String { values } if values.is_empty() => "string",
        ShapeKind::String { .. } => "enum",
        ShapeKind::Boolean => "boolean",
        ShapeKind::Byte => "byte",
        ShapeKind::Short => "short",
        ShapeKind::Integer => "integer",
        ShapeKind::Long => "long",
        ShapeKind::Float => "float",
        ShapeKind::Double => "double",
        ShapeKind::Blob { streaming: true, .. } => "streaming blob",
        ShapeKind::Blob { .. } => "blob",
        ShapeKind::Timestamp { .. } => "timestamp",
    }
}

/// The name of a timestamp's format.
pub(super) fn timestamp_format(format: TimestampFormat) -> &'static str {
    match format {
        TimestampFormat::EpochSeconds => "epoch seconds",
        TimestampFormat::DateTime => "date-time",
        TimestampFormat::HttpDate => "HTTP date",
    }
}

/// Where an HTTP message holds a member.
pub(super) fn location(location: Location) -> &'static str {
    match location {
        Location::Body => "body",
        Location::Label => "URI label",
        Location::Query => "query",
        Location::Header => "header",
        Location::PrefixHeaders => "prefixed headers",
        Location::StatusCode => "status",
    }
}
