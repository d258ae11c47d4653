//! HTTP bindings: where a request and a response hold each member. Decided here, once.

use super::items::{
    Bound, HostPrefixPlan, Presence, RequestBody, RequestPart, RequestPlan, ResponseBody, ResponsePart,
    ResponsePlan, TextForm,
};
use super::resolve::Resolver;
use crate::model::{Location, Member, Operation, ShapeKind, TimestampFormat};

/// Plans how an input becomes a request.
pub(super) fn request(operation: &Operation, resolver: &Resolver<'_>) -> RequestPlan {
    let shape = operation.input_shape();
    let mut parts: Vec<RequestPart> = Vec::new();
    for (member, field) in outside_body(shape, resolver) {
        parts.extend(request_part(member, field, resolver));
    }
    // Named members win over the entries of maps, so maps come last.
    parts.sort_by_key(|part| matches!(part, RequestPart::QueryMap(_) | RequestPart::PrefixHeaders(_)));
    RequestPlan {
        method: operation.http.method.clone(),
        uri: operation.http.uri.clone(),
        parts,
        body: request_body(shape, resolver),
    }
}

fn request_part(member: &Member, field: String, resolver: &Resolver<'_>) -> Option<RequestPart> {
    let kind = resolver.shape(&member.target).map(|shape| &shape.kind);
    let is_list = matches!(kind, Some(ShapeKind::List(_)));
    let is_map = matches!(kind, Some(ShapeKind::Map(_)));
    let mut bound = Bound {
        wire_name: member.wire_name().to_owned(),
        field,
        presence: if member.required {
            Presence::Required
        } else {
            Presence::Optional
        },
        text: text_form(member, resolver),
    };
    if member.idempotency_token {
        bound.presence = Presence::Optional;
        bound.text = TextForm::Token;
    }
    match member.location {
        Location::Label => Some(RequestPart::Label(bound)),
        Location::Query if is_list => Some(RequestPart::QueryList(bound)),
        Location::Query if is_map => Some(RequestPart::QueryMap(bound)),
        Location::Query => Some(RequestPart::Query(bound)),
        Location::Header if is_list => Some(RequestPart::HeaderList(bound)),
        Location::Header => Some(RequestPart::Header(bound)),
        Location::PrefixHeaders => Some(RequestPart::PrefixHeaders(bound)),
        Location::Body | Location::StatusCode => None,
    }
}

fn request_body(shape: &str, resolver: &Resolver<'_>) -> RequestBody {
    let Some((member, field)) = payload(shape, resolver) else {
        return if has_body(shape, resolver) {
            RequestBody::Members
        } else {
            RequestBody::Empty
        };
    };
    match resolver.shape(&member.target).map(|shape| &shape.kind) {
        Some(ShapeKind::Blob { .. }) => RequestBody::Blob(field),
        Some(ShapeKind::String { .. }) => RequestBody::Text(field),
        Some(ShapeKind::Structure(structure)) if structure.document => RequestBody::Document(field),
        _ => RequestBody::Json(field),
    }
}

/// Plans how a response becomes an output or an error.
pub(super) fn response(shape: &str, resolver: &Resolver<'_>) -> ResponsePlan {
    let parts = outside_body(shape, resolver)
        .into_iter()
        .filter_map(|(member, field)| response_part(member, field, resolver))
        .collect();
    ResponsePlan {
        parts,
        body: response_body(shape, resolver),
    }
}

fn response_part(member: &Member, field: String, resolver: &Resolver<'_>) -> Option<ResponsePart> {
    let kind = resolver.shape(&member.target).map(|shape| &shape.kind);
    let bound = Bound {
        wire_name: member.wire_name().to_owned(),
        field: field.clone(),
        presence: Presence::Optional,
        text: text_form(member, resolver),
    };
    match member.location {
        Location::Header if matches!(kind, Some(ShapeKind::List(_))) => Some(ResponsePart::HeaderList(bound)),
        Location::Header => Some(ResponsePart::Header(bound)),
        Location::PrefixHeaders => Some(ResponsePart::PrefixHeaders(bound)),
        Location::StatusCode => Some(ResponsePart::Status { field }),
        // In an answer a URI or query means nothing.
        Location::Body | Location::Label | Location::Query => None,
    }
}

fn response_body(shape: &str, resolver: &Resolver<'_>) -> ResponseBody {
    let Some((member, field)) = payload(shape, resolver) else {
        return if has_body(shape, resolver) {
            ResponseBody::Members
        } else {
            ResponseBody::Ignored
        };
    };
    match resolver.shape(&member.target).map(|shape| &shape.kind) {
        Some(ShapeKind::Blob { .. }) => ResponseBody::Blob(field),
        Some(ShapeKind::String { .. }) => ResponseBody::Text(field),
        _ => ResponseBody::Json(field),
    }
}

/// The member that is the whole body, with its field.
fn payload<'m>(shape: &str, resolver: &Resolver<'m>) -> Option<(&'m Member, String)> {
    let Some(ShapeKind::Structure(structure)) = resolver.shape(shape).map(|shape| &shape.kind) else {
        return None;
    };
    let payload = structure.payload.as_deref()?;
    resolver
        .fields(shape)
        .into_iter()
        .find(|(member, _)| member.name == payload)
}

/// The members that are not in the body, with their fields; most structures have none.
fn outside_body<'m>(shape: &str, resolver: &Resolver<'m>) -> Vec<(&'m Member, String)> {
    let is_outside = |member: &Member| member.location != Location::Body;
    if !resolver.members(shape).iter().any(is_outside) {
        return Vec::new();
    }
    let mut fields = resolver.fields(shape);
    fields.retain(|(member, _)| is_outside(member));
    fields
}

fn has_body(shape: &str, resolver: &Resolver<'_>) -> bool {
    resolver
        .members(shape)
        .iter()
        .any(|member| member.location == Location::Body)
}

/// How a member outside the body is text.
fn text_form(member: &Member, resolver: &Resolver<'_>) -> TextForm {
    if member.json_value {
        return if member.location == Location::Header {
            TextForm::Json
        } else {
            TextForm::Plain
        };
    }
    let default = match member.location {
        Location::Header | Location::PrefixHeaders => TimestampFormat::HttpDate,
        _ => TimestampFormat::DateTime,
    };
    let mut target = resolver.shape(&member.target);
    if let Some(ShapeKind::List(list)) = target.map(|shape| &shape.kind) {
        target = resolver.shape(&list.member.shape);
    }
    match target.map(|shape| &shape.kind) {
        Some(ShapeKind::Blob { .. }) => TextForm::Base64,
        Some(ShapeKind::Timestamp { format }) => {
            TextForm::Timestamp(member.timestamp_format.or(*format).unwrap_or(default))
        }
        _ => TextForm::Plain,
    }
}

/// Plans a host prefix such as `{AccountId}.data.`.
pub(super) fn host_prefix(pattern: &str, shape: &str, resolver: &Resolver<'_>) -> HostPrefixPlan {
    let fields = resolver.fields(shape).into_iter();
    let labels = fields.filter(|(member, _)| pattern.contains(&format!("{{{}}}", member.name)));
    let label = |(member, field): (&Member, String)| Bound {
        wire_name: member.name.clone(),
        field,
        presence: if member.required {
            Presence::Required
        } else {
            Presence::Optional
        },
        text: text_form(member, resolver),
    };
    HostPrefixPlan {
        pattern: pattern.to_owned(),
        labels: labels.map(label).collect(),
    }
}
