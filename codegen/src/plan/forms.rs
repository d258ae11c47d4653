//! Which structures have equal JSON forms in their whole closure.

use std::collections::{BTreeMap, BTreeSet};

use super::items::{Codec, Forms};
use super::reach::{self, Reach};
use super::resolve::Resolver;
use crate::model::{Location, Member, TimestampFormat};

/// Shapes whose serde and wire forms differ in themselves or somewhere below.
pub(super) struct Closure {
    apart: BTreeSet<String>,
}

impl Closure {
    pub(super) fn of(resolver: &Resolver<'_>, reach: &Reach) -> Self {
        let reached: BTreeSet<&String> = reach.input.union(&reach.output).collect();
        let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut open: Vec<&str> = Vec::new();
        for name in reached {
            for target in reach::targets(resolver.model, name) {
                users.entry(target).or_default().push(name);
            }
            let top = reach.errors.contains(name);
            if resolver
                .members(name)
                .iter()
                .any(|member| differs_itself(resolver, name, member, top))
            {
                open.push(name);
            }
        }
        // Whatever uses a shape with two forms has two forms.
        let mut apart = BTreeSet::new();
        while let Some(name) = open.pop() {
            if apart.insert(name.to_owned()) {
                open.extend(users.get(name).into_iter().flatten());
            }
        }
        Self { apart }
    }

    /// How the two forms of a structure or union relate. `top` says whether the locations of its members count.
    pub(super) fn forms(&self, resolver: &Resolver<'_>, shape: &str, top: bool) -> Forms {
        let members = resolver.members(shape);
        let wire_names: Vec<String> = members.iter().map(|member| wire_name(member, top)).collect();
        if members
            .iter()
            .zip(&wire_names)
            .any(|(member, wire)| member.name != *wire)
        {
            return Forms::Renamed(wire_names);
        }
        let apart = |member: &Member| {
            differs_itself(resolver, shape, member, top) || self.apart.contains(&member.target)
        };
        if members.iter().any(apart) {
            Forms::Apart
        } else {
            Forms::Shared
        }
    }
}

/// The name in a body; `""` for a member that no body holds.
fn wire_name(member: &Member, top: bool) -> String {
    if top && member.location != Location::Body {
        String::new()
    } else {
        member.wire_name().to_owned()
    }
}

fn differs_itself(resolver: &Resolver<'_>, owner: &str, member: &Member, top: bool) -> bool {
    member.name != wire_name(member, top)
        || (top && member.idempotency_token)
        || has_two_notations(&resolver.member(owner, member, top).codec)
}

fn has_two_notations(codec: &Codec) -> bool {
    match codec {
        Codec::Plain => false,
        Codec::Timestamp(format) => *format != TimestampFormat::DateTime,
        Codec::Boxed(inner)
        | Codec::List(inner)
        | Codec::SparseList(inner)
        | Codec::Map(inner)
        | Codec::SparseMap(inner) => has_two_notations(inner),
    }
}
