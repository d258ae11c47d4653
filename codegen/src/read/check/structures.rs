//! Structures by themselves, and what their members' traits ask of the shapes that they target.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Check, words};
use crate::model::{Location, Member, Protocol, Shape, ShapeKind, Structure};

impl Check<'_, '_, '_> {
    pub(super) fn structures(&mut self) {
        for (shape, structure) in self.each_structure() {
            if structure.union {
                self.union(shape, structure);
            }
            if structure.document && !structure.members.is_empty() {
                let help = "a document is any JSON value, so its members are passed over: remove them";
                self.at(&["shapes", &shape.name, "members"])
                    .warning("a document with members")
                    .help(help);
            }
            self.payload_exists(shape, structure);
            self.wire_names(shape, structure);
            for member in &structure.members {
                self.member(shape, structure, member);
            }
        }
    }

    fn union(&mut self, shape: &Shape, structure: &Structure) {
        let way = ["shapes", shape.name.as_str()];
        if structure.members.is_empty() {
            let help = "a union is one of its members: add them, or make it a structure";
            self.at_key(&way).error("a union without members").help(help);
        }
        if structure.members.iter().any(|member| member.required) {
            let help = "exactly one member of a union is set: remove `required`, or `union`";
            let way = ["shapes", &shape.name, "required"];
            self.at_key(&way)
                .error("a union with required members")
                .help(help);
        }
    }

    fn payload_exists(&mut self, shape: &Shape, structure: &Structure) {
        let Some(payload) = &structure.payload else { return };
        if structure.members.iter().any(|member| member.name == *payload) {
            return;
        }
        let names = structure.members.iter().map(|member| member.name.as_str());
        let otherwise = "name the member that is the whole body, or remove `payload`";
        let help = self.problems.did_you_mean(payload, names, otherwise);
        let message = format!("`payload` names `{payload}`, which is no member of this structure");
        self.at(&["shapes", &shape.name, "payload"])
            .error(message)
            .help(help);
    }

    /// Members of one place in a message need different names there.
    fn wire_names(&mut self, shape: &Shape, structure: &Structure) {
        let protocol = self.model.metadata.protocol;
        let located = matches!(protocol, Protocol::RestJson | Protocol::RestXml)
            && self.messages.sides(&shape.name).is_some();
        let mut seen = BTreeMap::new();
        for member in &structure.members {
            let location = if located { member.location } else { Location::Body };
            let name = match location {
                Location::Header | Location::PrefixHeaders => {
                    Cow::Owned(member.wire_name().to_ascii_lowercase())
                }
                _ => Cow::Borrowed(member.wire_name()),
            };
            let Some(first) = seen.insert((location, name), &member.name) else {
                continue;
            };
            if *first == member.name {
                continue;
            }
            let message = format!(
                "`{}` and `{first}` have the same name on the wire: `{}`",
                member.name,
                member.wire_name()
            );
            let json = matches!(protocol, Protocol::RestJson | Protocol::Json);
            let spot = self.at_member(&shape.name, &member.name);
            // Older XML models have members that take each other's place.
            let noted = if json {
                spot.error(message)
            } else {
                spot.warning(message)
            };
            noted.help("give one of the two another `locationName`");
        }
    }

    fn member(&mut self, shape: &Shape, structure: &Structure, member: &Member) {
        let Some(kind) = self.kind(&member.target) else {
            return;
        };
        let is_string = matches!(kind, ShapeKind::String { .. });
        let found = words(kind);
        let mut wrong = |trait_name: &str, message: String, help: &str| {
            self.at_key(&["shapes", &shape.name, "members", &member.name, trait_name])
                .error(message)
                .help(help);
        };
        if member.idempotency_token && !is_string {
            let help =
                "a token is made up by the client as text: refer to a string shape, or remove the trait";
            wrong(
                "idempotencyToken",
                format!("an idempotency token that is {found}, not a string"),
                help,
            );
        }
        if member.json_value && !is_string {
            let help =
                "`jsonvalue` says that a string holds JSON: refer to a string shape, or remove the trait";
            wrong("jsonvalue", format!("`jsonvalue` on {found}, not a string"), help);
        }
        if member.host_label && !is_string {
            let help = "a label of a host name is text: refer to a string shape, or remove the trait";
            wrong("hostLabel", format!("`hostLabel` on {found}, not a string"), help);
        }
        if member.timestamp_format.is_some() && !matches!(kind, ShapeKind::Timestamp { .. }) {
            let help = "refer to a timestamp shape, or remove the trait";
            wrong(
                "timestampFormat",
                format!("`timestampFormat` on {found}, not a timestamp"),
                help,
            );
        }
        if member.streaming && !matches!(kind, ShapeKind::Blob { .. }) {
            let help = "only bytes stream: refer to a blob shape, or remove the trait";
            wrong("streaming", format!("`streaming` on {found}, not a blob"), help);
        }
        let streams = member.streaming || matches!(kind, ShapeKind::Blob { streaming: true, .. });
        if streams && structure.payload.as_ref() != Some(&member.name) {
            let message = format!("`{}` streams, but is not the payload", member.name);
            let help = "what streams is the whole body of a message: name it as the structure's `payload`";
            self.at_member(&shape.name, &member.name)
                .error(message)
                .help(help);
        }
    }
}
