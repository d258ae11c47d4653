//! Members of whole HTTP messages: what can stand in a header, the query or the status, and what is left for
//! the body.

use super::{Check, Sides, is_text, words};
use crate::model::{Location, Member, Shape, ShapeKind, Structure};

impl Check<'_, '_, '_> {
    pub(super) fn bindings(&mut self) {
        for (shape, structure) in self.each_structure() {
            let Some(sides) = self.messages.sides(&shape.name) else {
                continue;
            };
            for member in &structure.members {
                self.side(shape, member, sides);
                if let Some(kind) = self.kind(&member.target) {
                    self.type_at_location(shape, member, kind);
                }
            }
            if let Some(payload) = &structure.payload {
                self.payload(shape, structure, payload);
            }
        }
    }

    /// Requests have no status, responses no URI.
    fn side(&mut self, shape: &Shape, member: &Member, sides: Sides) {
        let (message, help) = match member.location {
            Location::Label | Location::Query if !sides.request => (
                format!(
                    "`{}` has its place in a URI, but no request has this structure",
                    member.name
                ),
                "a response has no URI: give the member another location",
            ),
            Location::StatusCode if !sides.response => (
                format!(
                    "`{}` is a status code, but no response has this structure",
                    member.name
                ),
                "a request has no status: give the member another location",
            ),
            _ => return,
        };
        self.at_key(&["shapes", &shape.name, "members", &member.name, "location"])
            .error(message)
            .help(help);
    }

    fn type_at_location(&mut self, shape: &Shape, member: &Member, kind: &ShapeKind) {
        let (fits, place, help) = match member.location {
            // Labels are looked at with their URIs.
            Location::Body | Location::Label => return,
            Location::Query => (
                self.is_text_or_list(kind) || self.is_query_map(kind),
                "the query",
                "what stands there is text, a list of texts, or a map of those",
            ),
            Location::Header => (
                self.is_text_or_list(kind),
                "a header",
                "what stands there is text, or a list of texts",
            ),
            Location::PrefixHeaders => (
                matches!(kind, ShapeKind::Map(map) if self.is_string(&map.value.shape)),
                "all headers of a prefix",
                "what stands there is a map of strings",
            ),
            Location::StatusCode => (
                matches!(
                    kind,
                    ShapeKind::Byte | ShapeKind::Short | ShapeKind::Integer | ShapeKind::Long
                ),
                "the status",
                "what stands there is an integer",
            ),
        };
        if !fits {
            let message = format!(
                "`{}` is {}, which can't stand in {place}",
                member.name,
                words(kind)
            );
            self.at_key(&["shapes", &shape.name, "members", &member.name, "location"])
                .error(message)
                .help(help);
        }
    }

    fn payload(&mut self, shape: &Shape, structure: &Structure, payload: &str) {
        let Some(member) = structure.members.iter().find(|member| member.name == payload) else {
            return;
        };
        let left = structure
            .members
            .iter()
            .filter(|member| member.location == Location::Body);
        for other in left.filter(|other| other.name != payload) {
            let name = &other.name;
            let message =
                format!("`{name}` has no place in the message, since `{payload}` is its whole body");
            let help = "give the member a location, or remove the structure's `payload`";
            self.at_member(&shape.name, name).error(message).help(help);
        }
        if member.location != Location::Body {
            let message = format!("`{payload}` is the payload, and has another location too");
            let help = "remove the member's `location`, or the structure's `payload`";
            let way = ["shapes", &shape.name, "members", payload, "location"];
            self.at_key(&way).error(message).help(help);
        }
        let Some(kind) = self.kind(&member.target) else {
            return;
        };
        if !matches!(
            kind,
            ShapeKind::Structure(_) | ShapeKind::String { .. } | ShapeKind::Blob { .. }
        ) {
            let message = format!("`{payload}` is {}, which can't be a payload", words(kind));
            let help = "a payload is a structure, union, document, string or blob";
            self.at(&["shapes", &shape.name, "payload"])
                .error(message)
                .help(help);
        }
    }

    /// Whether it is text or a list of texts; what is not known counts as such.
    fn is_text_or_list(&self, kind: &ShapeKind) -> bool {
        match kind {
            ShapeKind::List(list) => self.kind(&list.member.shape).is_none_or(is_text),
            other => is_text(other),
        }
    }

    fn is_query_map(&self, kind: &ShapeKind) -> bool {
        matches!(kind, ShapeKind::Map(map)
            if self.kind(&map.value.shape).is_none_or(|value| self.is_text_or_list(value)))
    }

    fn is_string(&self, shape: &str) -> bool {
        self.kind(shape)
            .is_none_or(|kind| matches!(kind, ShapeKind::String { .. }))
    }
}
