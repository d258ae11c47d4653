//! What is known about a place, and what of it changed.

use super::change::{Change, What};
use super::node::{Facts, Kind, RustFacts};
use super::spot::Spot;
use super::words::{self, change, switch};
use crate::model::ShapeKind;
use crate::plan::Presence;

/// What is known about a place.
pub(super) fn facts(spot: &Spot<'_>) -> Facts {
    let member = spot.member.map(|(_, member)| member);
    let field = spot.field;
    Facts {
        wire_name: member
            .map(|member| member.wire_name().to_owned())
            .unwrap_or_default(),
        place: spot.place,
        host_label: member.is_some_and(|member| member.host_label),
        shape: spot.shape.name.clone(),
        kind: kind(spot),
        required: member.is_some_and(|member| member.required),
        token: member.is_some_and(|member| member.idempotency_token),
        constraints: spot.shape.constraints.clone(),
        deprecated: member
            .and_then(|member| member.deprecated.clone())
            .or_else(|| spot.shape.deprecated.clone()),
        sensitive: spot.shape.sensitive || member.is_some_and(|member| member.sensitive),
        rust: spot.ty.map(|ty| RustFacts {
            name: field.map(|field| field.name.clone()).unwrap_or_default(),
            ty: words::optional_type(ty, spot.optional),
            generated: words::generated(ty).map(str::to_owned),
            argument: field.is_some_and(|field| field.presence == Presence::Required)
                && spot.role == super::Role::Member,
        }),
    }
}

fn kind(spot: &Spot<'_>) -> Kind {
    if spot.member.is_some_and(|(_, member)| member.json_value) {
        return Kind::Json;
    }
    match &spot.shape.kind {
        ShapeKind::Structure(structure) if structure.document => Kind::Document,
        ShapeKind::Structure(structure) if structure.union => Kind::Union,
        ShapeKind::Structure(_) => Kind::Structure,
        ShapeKind::List(list) => Kind::List { sparse: list.sparse },
        ShapeKind::Map(map) => Kind::Map { sparse: map.sparse },
        ShapeKind::String { values } if values.is_empty() => Kind::String,
        ShapeKind::String { .. } => Kind::Enum,
        ShapeKind::Boolean => Kind::Boolean,
        ShapeKind::Byte => Kind::Byte,
        ShapeKind::Short => Kind::Short,
        ShapeKind::Integer => Kind::Integer,
        ShapeKind::Long => Kind::Long,
        ShapeKind::Float => Kind::Float,
        ShapeKind::Double => Kind::Double,
        ShapeKind::Blob { streaming, .. } => Kind::Blob {
            streaming: *streaming || spot.member.is_some_and(|(_, member)| member.streaming),
        },
        ShapeKind::Timestamp { format } => Kind::Timestamp(spot.timestamp_format(*format)),
    }
}

/// What changed.
pub(super) fn changes(before: &Facts, after: &Facts) -> Vec<Change> {
    let place = |facts: &Facts| {
        let host = if facts.host_label {
            " and label of the host name"
        } else {
            ""
        };
        format!("{}{host}", facts.place.word())
    };
    let rust = |facts: &Facts, of: fn(&RustFacts) -> &String| {
        facts.rust.as_ref().map(of).cloned().unwrap_or_default()
    };
    let found = [
        change(What::Shape, &before.shape, &after.shape),
        change(What::Type, before.kind.word(), after.kind.word()),
        change(What::WireName, &before.wire_name, &after.wire_name),
        change(What::Place, place(before), place(after)),
        switch(What::Required, before.required, after.required),
        switch(What::Token, before.token, after.token),
        change(
            What::Constraints,
            before.limits().join("; "),
            after.limits().join("; "),
        ),
        switch(
            What::Deprecated,
            before.deprecated.is_some(),
            after.deprecated.is_some(),
        ),
        switch(What::Sensitive, before.sensitive, after.sensitive),
        change(
            What::RustName,
            rust(before, |rust| &rust.name),
            rust(after, |rust| &rust.name),
        ),
        change(
            What::RustType,
            rust(before, |rust| &rust.ty),
            rust(after, |rust| &rust.ty),
        ),
    ];
    found.into_iter().flatten().collect()
}
