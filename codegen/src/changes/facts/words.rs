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
    let word = shape.kind.word();
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
