//! Structures and their members.

use std::collections::{HashMap, HashSet};

use super::keys::On;
use super::reader::{Discouraged, Reader};
use super::shape::{OwnKeys, TIMESTAMP_FORMATS};
use crate::model::{ErrorTrait, Location, Member, Structure};
use crate::read::json::Node;

const LOCATIONS: [(&str, Location); 5] = [
    ("uri", Location::Label),
    ("querystring", Location::Query),
    ("header", Location::Header),
    ("headers", Location::PrefixHeaders),
    ("statusCode", Location::StatusCode),
];

impl Reader<'_, '_> {
    pub(super) fn structure(&mut self, own: OwnKeys<'_, '_>) -> Structure {
        let mut structure = Structure::default();
        let mut required = None;
        let mut error = ErrorKeys::default();
        for (key, child) in own {
            match key {
                "members" => structure.members = self.members(&child),
                "required" => required = Some(child),
                "payload" => structure.payload = self.text(&child),
                "union" => structure.union = self.flag(&child),
                "document" => structure.document = self.flag(&child),
                "eventstream" => structure.event_stream = self.flag(&child),
                "event" => structure.event = self.flag(&child),
                "exception" | "fault" | "error" | "retryable" => error.read(self, key, &child),
                _ => self.other_key(On::Structure, key, &child),
            }
        }
        structure.error = error.finish();
        if let Some(required) = required {
            self.required(&required, &mut structure.members);
        }
        structure
    }

    fn required(&mut self, node: &Node<'_, '_>, members: &mut [Member]) {
        let mut open: HashMap<String, &mut Member> = members
            .iter_mut()
            .map(|member| (member.name.clone(), member))
            .collect();
        let mut seen = HashSet::new();
        for item in self.array(node) {
            let Some(name) = self.text(&item) else { continue };
            if let Some(member) = open.get_mut(&name) {
                member.required = true;
            } else {
                self.required_nothing(&item, &name, open.keys());
            }
            if !seen.insert(name.clone()) {
                let message = format!("`{name}` stands twice in `required`");
                self.problems
                    .at(&item)
                    .error(message)
                    .help("remove one of the two");
            }
        }
    }

    fn required_nothing<'n>(
        &mut self,
        item: &Node<'_, '_>,
        name: &str,
        members: impl Iterator<Item = &'n String>,
    ) {
        let otherwise = "add the member, or remove it from `required`";
        let help = self
            .problems
            .did_you_mean(name, members.map(String::as_str), otherwise);
        let message = format!("`required` names `{name}`, which is no member of this structure");
        self.problems.at(item).error(message).help(help);
    }

    fn members(&mut self, node: &Node<'_, '_>) -> Vec<Member> {
        let mut members = Vec::with_capacity(node.value.entries().len());
        for (name, child) in self.object(node) {
            if name.is_empty() {
                let help = "a member's name is its key on the wire: name it, or remove it";
                self.problems
                    .at_key(&child)
                    .error("a member's name is empty")
                    .help(help);
            }
            members.push(self.member(name, &child));
        }
        members
    }

    fn member(&mut self, name: &str, node: &Node<'_, '_>) -> Member {
        let mut member = empty_member(name);
        let mut discouraged = Discouraged::default();
        for (key, child) in self.object(node) {
            match key {
                "shape" => member.target = self.text(&child).unwrap_or_default(),
                "documentation" => member.documentation = self.text(&child),
                "location" => {
                    member.location = self
                        .choice(&child, "location", &LOCATIONS)
                        .unwrap_or(Location::Body);
                }
                "locationName" => member.location_name = self.text(&child),
                "idempotencyToken" => member.idempotency_token = self.flag(&child),
                "hostLabel" => member.host_label = self.flag(&child),
                "jsonvalue" => member.json_value = self.flag(&child),
                "sensitive" => member.sensitive = self.flag(&child),
                "streaming" => member.streaming = self.flag(&child),
                "timestampFormat" => {
                    member.timestamp_format = self.choice(&child, "timestamp format", &TIMESTAMP_FORMATS);
                }
                "deprecated" | "deprecatedMessage" | "deprecatedSince" => {
                    discouraged.read(self, key, &child);
                }
                "contextParam" => member.context_param = self.context_param(&child),
                "enum" => self.member_enum(&child),
                _ => self.other_key(On::Member, key, &child),
            }
        }
        member.deprecated = discouraged.finish();
        self.needs_shape(node);
        member
    }

    fn context_param(&mut self, node: &Node<'_, '_>) -> Option<String> {
        let mut name = None;
        for (key, child) in self.object(node) {
            match key {
                "name" => name = self.text(&child),
                _ => self.other_key(On::ContextParam, key, &child),
            }
        }
        if node.get("name").is_none() {
            self.missing(
                node,
                "name",
                "it names the endpoint parameter that takes the member's value",
            );
        }
        name
    }

    fn member_enum(&mut self, node: &Node<'_, '_>) {
        let values = self.texts(node).join("`, `");
        let help = format!(
            "it stays what its shape is, since an enum needs a shape of its own; its values are `{values}`"
        );
        self.problems
            .at_key(node)
            .remark("an enum on a member is no type of its own")
            .help(help);
    }
}

/// The keys by which a structure is an error.
#[derive(Default)]
struct ErrorKeys {
    is_error: bool,
    error: ErrorTrait,
}

impl ErrorKeys {
    fn read(&mut self, reader: &mut Reader<'_, '_>, key: &str, node: &Node<'_, '_>) {
        match key {
            "exception" => self.is_error |= reader.flag(node),
            "fault" => self.error.fault |= reader.flag(node),
            "retryable" => self.error.retryable = Some(throttling(reader, node)),
            _ => {
                self.is_error = true;
                self.error(reader, node);
            }
        }
    }

    fn error(&mut self, reader: &mut Reader<'_, '_>, node: &Node<'_, '_>) {
        for (key, child) in reader.object(node) {
            match key {
                "code" => self.error.code = reader.text(&child),
                "httpStatusCode" => self.error.status = reader.status(&child),
                "fault" => self.error.fault |= reader.flag(&child),
                _ => reader.other_key(On::Error, key, &child),
            }
        }
    }

    fn finish(self) -> Option<ErrorTrait> {
        let is_error = self.is_error || self.error != ErrorTrait::default();
        is_error.then_some(self.error)
    }
}

fn throttling(reader: &mut Reader<'_, '_>, node: &Node<'_, '_>) -> bool {
    let mut throttling = false;
    for (key, child) in reader.object(node) {
        match key {
            "throttling" => throttling = reader.flag(&child),
            _ => reader.other_key(On::Retryable, key, &child),
        }
    }
    throttling
}

fn empty_member(name: &str) -> Member {
    Member {
        name: name.to_owned(),
        target: String::new(),
        documentation: None,
        location: Location::Body,
        location_name: None,
        required: false,
        idempotency_token: false,
        host_label: false,
        json_value: false,
        sensitive: false,
        streaming: false,
        timestamp_format: None,
        deprecated: None,
        context_param: None,
    }
}
