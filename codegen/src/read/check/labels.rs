//! Labels of request URIs and host names against the members that fill them.

use std::collections::BTreeMap;

use super::uri::{self, Label};
use super::{Check, is_text, words};
use crate::model::{Location, Member, Operation, ShapeKind};

impl<'a> Check<'a, '_, '_> {
    pub(super) fn labels(&mut self) {
        for (name, operation) in &self.model.operations {
            if operation.http.uri.is_empty() {
                continue;
            }
            let way = ["operations", name, "http", "requestUri"];
            let (labels, wrong) = uri::uri_labels(&operation.http.uri);
            let malformed = !wrong.is_empty();
            for (message, help) in wrong {
                self.at(&way).error(message).help(help);
            }
            let Some(members) = self.input(operation) else {
                continue;
            };
            let bound = members.iter().filter(|member| member.location == Location::Label);
            let bound: BTreeMap<&str, &Member> = bound.map(|member| (member.wire_name(), member)).collect();
            for label in labels.iter().filter(|label| !bound.contains_key(label.name)) {
                self.label_without_member(&way, label, members);
            }
            let shape = operation.input.as_ref().map_or("", |input| &input.shape);
            for (label, member) in bound {
                let placed = malformed || labels.iter().any(|found| found.name == label);
                self.label_member(name, shape, member, placed);
            }
        }
    }

    /// The members of an operation's input; none where it has no input, `None` where that is not known.
    fn input(&self, operation: &'a Operation) -> Option<&'a [Member]> {
        match &operation.input {
            None => Some(&[]),
            Some(input) => match self.kind(&input.shape)? {
                ShapeKind::Structure(structure) => Some(&structure.members),
                _ => None,
            },
        }
    }

    fn label_without_member(&mut self, way: &[&str], label: &Label<'_>, members: &[Member]) {
        let help = match members.iter().find(|member| member.wire_name() == label.name) {
            Some(unbound) => format!("give the member `{}` `\"location\": \"uri\"`", unbound.name),
            None => {
                let bound = members.iter().filter(|member| member.location == Location::Label);
                let otherwise = "add a member with `\"location\": \"uri\"` to the input, or remove the label";
                self.problems
                    .did_you_mean(label.name, bound.map(Member::wire_name), otherwise)
            }
        };
        let message = format!("no member of the input fills the label `{}`", label.name);
        self.at(way).error(message).help(help);
    }

    fn label_member(&mut self, operation: &str, shape: &str, member: &Member, placed: bool) {
        let name = &member.name;
        if !placed {
            let message = format!(
                "the URI of `{operation}` has no label `{}` for this member",
                member.wire_name()
            );
            let help = "add the label to the operation's `requestUri`, or give the member another location";
            self.at_member(shape, name).error(message).help(help);
        }
        if !member.required {
            let message = format!("`{name}` is part of the URI, but not required");
            let help = "without it there is no URI: add it to the structure's `required`";
            self.at_member(shape, name).error(message).help(help);
        }
        if let Some(kind) = self.kind(&member.target).filter(|kind| !is_text(kind)) {
            let message = format!("`{name}` is part of the URI, but {}", words(kind));
            let help = "what stands in a path is a string, number, boolean or timestamp";
            self.at_member(shape, name).error(message).help(help);
        }
    }

    pub(super) fn host_prefixes(&mut self) {
        for (name, operation) in &self.model.operations {
            let way = ["operations", name, "endpoint", "hostPrefix"];
            let prefix = operation.host_prefix.as_deref().unwrap_or_default();
            let (labels, wrong) = uri::host_labels(prefix);
            let malformed = !wrong.is_empty();
            for (message, help) in wrong {
                self.at(&way).error(message).help(help);
            }
            let Some(members) = self.input(operation).filter(|_| !malformed) else {
                continue;
            };
            for label in &labels {
                self.host_label(&way, label, members);
            }
            let shape = operation.input.as_ref().map_or("", |input| &input.shape);
            let unused =
                |member: &&Member| member.host_label && labels.iter().all(|label| label.name != member.name);
            for member in members.iter().filter(unused) {
                let message = format!("the host prefix of `{name}` has no label for this member");
                let help =
                    "it is sent where its location says: add the label to the prefix, or remove `hostLabel`";
                self.at_member(shape, &member.name).warning(message).help(help);
            }
        }
    }

    fn host_label(&mut self, way: &[&str], label: &Label<'_>, members: &[Member]) {
        let name = label.name;
        let (message, help) = match members
            .iter()
            .find(|member| member.name == name && member.host_label)
        {
            Some(member) if member.required => return,
            Some(_) => (
                format!("`{name}` is part of the host name, but not required"),
                "without it there is no host: add it to the input's `required`",
            ),
            None => (
                format!("no member of the input fills the label `{name}` of the host prefix"),
                "add `\"hostLabel\": true` to the input's member of that name, or remove the label",
            ),
        };
        self.at(way).error(message).help(help);
    }
}
