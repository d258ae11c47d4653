//! What a crate would break.

use std::collections::BTreeMap;
use std::fmt;

use super::{Lock, TypeNames};

/// A promise that a crate does not keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The way to the promise in the lock's file: keys from the top.
    pub way: Vec<String>,
    /// What was promised, and what would be.
    pub promise: Promise,
}

/// What was promised, and what would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Promise {
    /// An item's path.
    Path {
        /// As the lock has it.
        locked: String,
        /// As it would be.
        now: String,
    },
    /// A constructor's arguments, by their names in Rust.
    Arguments {
        /// The path of the constructor.
        function: String,
        /// As the lock has them.
        locked: Vec<String>,
        /// As they would be.
        now: Vec<String>,
        /// How the one became the other, in words.
        why: String,
    },
}

impl Lock {
    /// What a crate that promises `now` would break of this promise.
    pub fn check(&self, now: &Self) -> Vec<Violation> {
        let mut check = Check::default();
        if self.package != now.package {
            let crate_name = |name: &str| format!("crate {name}");
            check.path(&["crate"], crate_name(&self.package), crate_name(&now.package));
        }
        check.types("operations", &self.operations, &now.operations);
        check.types("outputs", &self.outputs, &now.outputs);
        check.types("types", &self.types, &now.types);
        check.violations
    }
}

impl Violation {
    /// Whether an item would get another path, as against a constructor other arguments.
    pub fn is_rename(&self) -> bool {
        matches!(self.promise, Promise::Path { .. })
    }

    /// What it means, in a sentence without a full stop.
    pub fn meaning(&self) -> &str {
        match &self.promise {
            Promise::Path { .. } => {
                "code that uses the old name would not compile: see whether a rule of naming or the history in \
                 `models/` changed by mistake"
            }
            Promise::Arguments { why, .. } => why,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.promise {
            Promise::Path { locked, now } => write!(formatter, "`{locked}` would be renamed to `{now}`"),
            Promise::Arguments {
                function,
                locked,
                now,
                ..
            } => {
                let (locked, now) = (locked.join(", "), now.join(", "));
                write!(
                    formatter,
                    "arguments of `{function}` change from ({locked}) to ({now})"
                )
            }
        }
    }
}

#[derive(Default)]
struct Check {
    violations: Vec<Violation>,
}

impl Check {
    fn types(
        &mut self,
        section: &str,
        locked: &BTreeMap<String, TypeNames>,
        now: &BTreeMap<String, TypeNames>,
    ) {
        for (wire, locked) in locked {
            if let Some(now) = now.get(wire) {
                self.one(&[section, wire], locked, now);
            }
        }
    }

    fn one(&mut self, way: &[&str], locked: &TypeNames, now: &TypeNames) {
        let at = |key| [way, &[key]].concat();
        self.renamed(&at("rust"), "", Some(&locked.path), Some(&now.path));
        let (error, now_error) = (locked.error.as_ref(), now.error.as_ref());
        self.renamed(&at("error"), "ServiceError::", error, now_error);
        let of_type = format!("{}::", locked.path);
        for (key, locked, now) in [
            ("members", &locked.members, &now.members),
            ("values", &locked.values, &now.values),
        ] {
            for (wire, name) in locked {
                let way = [way, &[key, wire]].concat();
                self.renamed(&way, &of_type, Some(name), now.get(wire));
            }
        }
        self.arguments(&at("new"), locked, now);
    }

    /// Compares two names, which only differ if both are there.
    fn renamed(&mut self, way: &[&str], owner: &str, locked: Option<&String>, now: Option<&String>) {
        if let (Some(locked), Some(now)) = (locked, now)
            && locked != now
        {
            self.path(way, format!("{owner}{locked}"), format!("{owner}{now}"));
        }
    }

    fn path(&mut self, way: &[&str], locked: String, now: String) {
        self.add(way, Promise::Path { locked, now });
    }

    fn arguments(&mut self, way: &[&str], locked: &TypeNames, now: &TypeNames) {
        let (Some(before), Some(after)) = (&locked.arguments, &now.arguments) else {
            return;
        };
        if before != after {
            let promise = Promise::Arguments {
                function: format!("{}::new", locked.path),
                locked: names(before, locked),
                now: names(after, now),
                why: why(before, after, locked, now),
            };
            self.add(way, promise);
        }
    }

    fn add(&mut self, way: &[&str], promise: Promise) {
        let way = way.iter().map(|key| (*key).to_owned()).collect();
        self.violations.push(Violation { way, promise });
    }
}

/// The arguments' names in Rust.
fn names(members: &[String], of: &TypeNames) -> Vec<String> {
    let name = |member: &String| of.members.get(member).unwrap_or(member).clone();
    members.iter().map(name).collect()
}

/// How arguments changed, in words.
fn why(before: &[String], after: &[String], locked: &TypeNames, now: &TypeNames) -> String {
    let lacking = |from: &[String], of: &[String]| -> Vec<String> {
        let lacking = of.iter().filter(|member| !from.contains(member));
        lacking.cloned().collect()
    };
    let (required, new): (Vec<_>, Vec<_>) = lacking(before, after)
        .into_iter()
        .partition(|member| locked.members.contains_key(member));
    let (optional, gone): (Vec<_>, Vec<_>) = lacking(after, before)
        .into_iter()
        .partition(|member| now.members.contains_key(member));
    let parts = [
        (required, "now required"),
        (new, "new and required"),
        (optional, "now optional"),
        (gone, "gone"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(members, _)| !members.is_empty())
        .map(|(members, what)| {
            let verb = if members.len() == 1 { "is" } else { "are" };
            let members: Vec<String> = members.iter().map(|member| format!("`{member}`")).collect();
            format!("{} {verb} {what}", members.join(", "))
        })
        .collect();
    if parts.is_empty() {
        return "the model names the same members in another order".to_owned();
    }
    parts.join("; ")
}
