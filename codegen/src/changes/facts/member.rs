//! Members of structures and unions.

use super::words::{describe, location, timestamp_format};
use super::{Search, order_differs};
use crate::changes::change::Place;
use crate::changes::kind::Kind;
use crate::model::{Member, Structure};

impl Search<'_> {
    pub(super) fn members(&mut self, place: &Place, before: &Structure, after: &Structure) {
        let shape = place.shape().unwrap_or_default();
        let at = |member: &Member| Place::Member {
            shape: shape.to_owned(),
            member: member.name.clone(),
        };
        let find = |members: &[Member], name: &str| members.iter().position(|member| member.name == name);
        for member in &before.members {
            match find(&after.members, &member.name).and_then(|index| after.members.get(index)) {
                Some(now) if member == now => {}
                Some(now) => self.member(&at(member), member, now),
                None => {
                    let was = Some(describe(&self.before.shapes, &member.target));
                    self.note(removed(before), at(member), was, None);
                }
            }
        }
        for member in &after.members {
            if find(&before.members, &member.name).is_none() {
                let is = Some(describe(&self.after.shapes, &member.target));
                self.note(added(after, member), at(member), None, is);
            }
        }
        let names = |structure: &Structure| -> Vec<String> {
            structure
                .members
                .iter()
                .map(|member| member.name.clone())
                .collect()
        };
        let (before, after) = (names(before), names(after));
        if order_differs(&before, &after) {
            self.plain(Kind::Order, place.clone());
        }
    }

    fn member(&mut self, place: &Place, before: &Member, after: &Member) {
        self.target(Kind::MemberTarget, place, &before.target, &after.target);
        self.flag(
            (Kind::BecameRequired, Kind::BecameOptional),
            place,
            before.required,
            after.required,
        );
        self.flag(
            (Kind::TokenTraitAdded, Kind::TokenTraitRemoved),
            place,
            before.idempotency_token,
            after.idempotency_token,
        );
        self.compare(
            Kind::Location,
            place,
            &location(before.location),
            &location(after.location),
        );
        self.compare(Kind::WireName, place, &before.wire_name(), &after.wire_name());
        let formats = (
            before.timestamp_format.map(timestamp_format),
            after.timestamp_format.map(timestamp_format),
        );
        self.compare_options(
            Kind::TimestampFormat,
            place,
            formats.0.as_ref(),
            formats.1.as_ref(),
        );
        self.member_traits(place, before, after);
        self.flag(
            (Kind::SensitiveAdded, Kind::SensitiveRemoved),
            place,
            before.sensitive,
            after.sensitive,
        );
        self.deprecation(place, before.deprecated.as_ref(), after.deprecated.as_ref());
        self.documentation(before.documentation.as_deref(), after.documentation.as_deref());
    }

    fn member_traits(&mut self, place: &Place, before: &Member, after: &Member) {
        for (kind, words, before, after) in [
            (
                Kind::ShapeType,
                "JSON in text",
                before.json_value,
                after.json_value,
            ),
            (Kind::ShapeType, "streaming", before.streaming, after.streaming),
            (
                Kind::RequestTrait,
                "part of the host",
                before.host_label,
                after.host_label,
            ),
        ] {
            let show = |set: bool| set.then_some(words);
            self.compare_options(kind, place, show(before).as_ref(), show(after).as_ref());
        }
        self.compare_options(
            Kind::RequestTrait,
            place,
            before.context_param.as_ref(),
            after.context_param.as_ref(),
        );
    }
}

fn removed(structure: &Structure) -> Kind {
    if structure.union {
        Kind::UnionMemberRemoved
    } else {
        Kind::MemberRemoved
    }
}

fn added(structure: &Structure, member: &Member) -> Kind {
    match member {
        _ if structure.union => Kind::UnionMemberAdded,
        member if member.required && member.idempotency_token => Kind::TokenAdded,
        member if member.required => Kind::RequiredMemberAdded,
        _ => Kind::MemberAdded,
    }
}
