//! Waiters.

use std::collections::BTreeMap;

use super::keys::On;
use super::reader::Reader;
use crate::model::{Acceptor, AcceptorState, Expected, Matcher, ServiceModel, Waiter};
use crate::read::json::{Kind, Node};

/// The matchers that look at a value in the output.
type OfPath = fn(String) -> Matcher;

const MATCHERS: [(&str, Option<OfPath>); 5] = [
    ("path", Some(Matcher::Path)),
    ("pathAll", Some(Matcher::PathAll)),
    ("pathAny", Some(Matcher::PathAny)),
    ("status", None),
    ("error", None),
];
const STATES: [(&str, AcceptorState); 3] = [
    ("success", AcceptorState::Success),
    ("retry", AcceptorState::Retry),
    ("failure", AcceptorState::Failure),
];

impl Reader<'_, '_> {
    pub(super) fn waiters(&mut self, root: &Node<'_, '_>, model: &ServiceModel) -> BTreeMap<String, Waiter> {
        let mut waiters = BTreeMap::new();
        for (key, child) in self.object(root) {
            match key {
                "waiters" => waiters = self.named(&child, |reader, _, node| reader.waiter(node, model)),
                _ => self.other_key(On::Waiters, key, &child),
            }
        }
        if root.get("waiters").is_none() {
            self.missing(
                root,
                "waiters",
                "a waiters file has it: is this a `waiters-2.json`?",
            );
        }
        waiters
    }

    fn waiter(&mut self, node: &Node<'_, '_>, model: &ServiceModel) -> Option<Waiter> {
        let mut waiter = Waiter {
            operation: String::new(),
            delay: 0,
            max_attempts: 0,
            description: None,
            acceptors: Vec::new(),
        };
        for (key, child) in self.object(node) {
            match key {
                "operation" => {
                    waiter.operation = self.text(&child).unwrap_or_default();
                    if child
                        .value
                        .as_str()
                        .is_some_and(|name| !model.operations.contains_key(name))
                    {
                        self.unknown_operation(&child, "a waiter", &waiter.operation, model);
                    }
                }
                "delay" => waiter.delay = self.whole(&child).unwrap_or_default(),
                "maxAttempts" => waiter.max_attempts = self.whole(&child).unwrap_or_default(),
                "description" => waiter.description = self.text(&child),
                "acceptors" => {
                    let acceptors = self.array(&child);
                    waiter.acceptors = acceptors.filter_map(|node| self.acceptor(&node)).collect();
                }
                _ => self.other_key(On::Waiter, key, &child),
            }
        }
        for (key, help) in [
            ("operation", "it names the operation that the waiter calls"),
            ("delay", "it is the time between two calls, in seconds"),
            (
                "maxAttempts",
                "it says how often the operation is called at the most",
            ),
            ("acceptors", "they say which answers end the wait"),
        ] {
            if node.get(key).is_none() {
                self.missing(node, key, help);
            }
        }
        Some(waiter)
    }

    fn acceptor(&mut self, node: &Node<'_, '_>) -> Option<Acceptor> {
        let (mut matcher, mut argument, mut expected, mut state) = (None, None, None, None);
        for (key, child) in self.object(node) {
            match key {
                "matcher" => {
                    let of_path = self.choice(&child, "matcher", &MATCHERS);
                    let name = child.value.as_str().unwrap_or_default();
                    matcher = of_path.map(|of_path| (name.to_owned(), of_path));
                }
                "argument" => argument = self.text(&child),
                "expected" => expected = self.expected(&child),
                "state" => state = self.choice(&child, "state", &STATES),
                _ => self.other_key(On::Acceptor, key, &child),
            }
        }
        for key in ["matcher", "state", "expected"] {
            if node.get(key).is_none() {
                let help = "an acceptor has a `matcher`, what is `expected`, and the `state` that follows";
                self.missing(node, key, help);
            }
        }
        let (name, of_path) = matcher?;
        let matcher = match (of_path, argument) {
            (Some(of_path), Some(argument)) => of_path(argument),
            (Some(_), None) => {
                if node.get("argument").is_none() {
                    self.missing(
                        node,
                        "argument",
                        "it is the path in the output that the matcher looks at",
                    );
                }
                return None;
            }
            (None, _) if name == "status" => Matcher::Status,
            (None, _) => Matcher::Error,
        };
        let (expected, state) = (expected?, state?);
        Some(Acceptor {
            matcher,
            expected,
            state,
        })
    }

    fn expected(&mut self, node: &Node<'_, '_>) -> Option<Expected> {
        match &node.value.kind {
            Kind::String(text) => Some(Expected::Text(text.to_string())),
            Kind::Bool(truth) => Some(Expected::Boolean(*truth)),
            Kind::Number(_) => self.whole(node).map(Expected::Number),
            _ => {
                self.wrong_type(node, "a string, a number, true or false");
                None
            }
        }
    }
}
