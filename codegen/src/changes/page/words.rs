//! Facts as text for people.

use super::change::{Change, What};
use super::data::OperationPage;
use super::node::{Facts, Kind, Place};
use crate::model::{Deprecation, TimestampFormat};
use crate::plan::RustType;
use crate::plan::docs::html;

/// The model's documentation where it has one, else ours.
pub(super) fn docs(html: Option<&str>, own: Option<&String>) -> Option<String> {
    let of_model = html.map(|html| html::markdown(html, &|_| None));
    of_model
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .or_else(|| own.cloned())
}

/// A change between two texts, if they differ.
pub(super) fn change(what: What, before: impl Into<String>, after: impl Into<String>) -> Option<Change> {
    let (before, after) = (before.into(), after.into());
    (before != after).then_some(Change { what, before, after })
}

/// A change of something that is so or not, if it changed.
pub(super) fn switch(what: What, before: bool, after: bool) -> Option<Change> {
    let word = |is: bool| if is { "yes" } else { "no" };
    change(what, word(before), word(after))
}

impl Kind {
    /// For people: `list`, `timestamp (RFC 3339)`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Union => "union",
            Self::Document => "document",
            Self::List { sparse: false } => "list",
            Self::List { sparse: true } => "sparse list",
            Self::Map { sparse: false } => "map",
            Self::Map { sparse: true } => "sparse map",
            Self::String => "string",
            Self::Enum => "enum",
            Self::Json => "JSON text",
            Self::Boolean => "boolean",
            Self::Byte => "byte",
            Self::Short => "short",
            Self::Integer => "integer",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::Blob { streaming: false } => "blob",
            Self::Blob { streaming: true } => "streaming blob",
            Self::Timestamp(TimestampFormat::EpochSeconds) => "timestamp (seconds since 1970)",
            Self::Timestamp(TimestampFormat::DateTime) => "timestamp (RFC 3339)",
            Self::Timestamp(TimestampFormat::HttpDate) => "timestamp (HTTP date)",
        }
    }
}

impl Place {
    /// For people: `query parameter`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Payload => "whole body",
            Self::Label => "label of the URI",
            Self::Query => "query parameter",
            Self::Header => "header",
            Self::PrefixHeaders => "headers that begin so",
            Self::Status => "status of the response",
            Self::Nowhere => "not in the message",
        }
    }
}

impl Facts {
    /// What values may be, for people: `1 to 64 characters`, `matches ^a+$`; empty where they may be anything.
    pub fn limits(&self) -> Vec<String> {
        let unit = match self.kind {
            Kind::String | Kind::Enum | Kind::Json => " characters",
            Kind::List { .. } => " items",
            Kind::Map { .. } => " entries",
            Kind::Blob { .. } => " bytes",
            _ => "",
        };
        let range = self.constraints.range(unit);
        let pattern = self.constraints.pattern.as_ref();
        let pattern = pattern.map(|pattern| format!("matches {pattern}"));
        range.into_iter().chain(pattern).collect()
    }

    /// That the service discourages it, since when and why, for people.
    pub fn deprecation(&self) -> Option<String> {
        self.deprecated.as_ref().map(deprecation)
    }
}

impl OperationPage {
    /// That the service discourages the operation, since when and why, for people.
    pub fn deprecation(&self) -> Option<String> {
        self.deprecated.as_ref().map(deprecation)
    }
}

fn deprecation(deprecation: &Deprecation) -> String {
    let mut text = "deprecated".to_owned();
    if let Some(since) = &deprecation.since {
        text.push_str(&format!(" since {}", html::markdown(since, &|_| None).trim()));
    }
    if let Some(message) = &deprecation.message {
        text.push_str(&format!(": {}", html::markdown(message, &|_| None).trim()));
    }
    text
}

/// A Rust type as users write it.
pub(super) fn rust_type(ty: &RustType) -> String {
    match ty {
        RustType::String => "String".to_owned(),
        RustType::Bool => "bool".to_owned(),
        RustType::I8 => "i8".to_owned(),
        RustType::I16 => "i16".to_owned(),
        RustType::I32 => "i32".to_owned(),
        RustType::I64 => "i64".to_owned(),
        RustType::F32 => "f32".to_owned(),
        RustType::F64 => "f64".to_owned(),
        RustType::Bytes => "bytes::Bytes".to_owned(),
        RustType::Timestamp => "jiff::Timestamp".to_owned(),
        RustType::Document => "serde_json::Value".to_owned(),
        RustType::Enum(name) | RustType::Structure(name) | RustType::Union(name) => {
            format!("types::{}", name.public)
        }
        RustType::List(item) => format!("Vec<{}>", rust_type(item)),
        RustType::SparseList(item) => format!("Vec<Option<{}>>", rust_type(item)),
        RustType::Map(key, value) => format!("BTreeMap<{}, {}>", rust_type(key), rust_type(value)),
        RustType::SparseMap(key, value) => {
            format!("BTreeMap<{}, Option<{}>>", rust_type(key), rust_type(value))
        }
        RustType::Boxed(inner) => format!("Box<{}>", rust_type(inner)),
    }
}

/// A Rust type, in an `Option` or not.
pub(super) fn optional_type(ty: &RustType, optional: bool) -> String {
    if optional {
        format!("Option<{}>", rust_type(ty))
    } else {
        rust_type(ty)
    }
}

/// The generated type that a type is or holds.
pub(super) fn generated(ty: &RustType) -> Option<&str> {
    match ty {
        RustType::Enum(name) | RustType::Structure(name) | RustType::Union(name) => Some(&name.public),
        RustType::List(inner) | RustType::SparseList(inner) | RustType::Boxed(inner) => generated(inner),
        RustType::Map(key, value) | RustType::SparseMap(key, value) => {
            generated(value).or_else(|| generated(key))
        }
        _ => None,
    }
}
