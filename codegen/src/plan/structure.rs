//! Structures and unions: which fields they have and whether each always has a value.

use super::facts::Facts;
use super::forms::Closure;
use super::items::{DebugPlan, Docs, FieldPlan, Presence, StructurePlan, TypeName, UnionPlan};
use super::names;
use super::resolve::Resolver;
use crate::model::Member;

/// What a structure is used for, which decides about its required members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// An operation's input.
    Input,
    /// An operation's output.
    Output,
    /// An error of an operation.
    Error,
    /// Below inputs only.
    InputOnly,
    /// Something that a response can carry.
    Answered,
}

impl Role {
    /// Whether members' HTTP locations mean something.
    fn is_top(self) -> bool {
        matches!(self, Self::Input | Self::Output | Self::Error)
    }

    /// Whether a required member always has a value: what a response can carry may lack anything.
    fn keeps_required(self) -> bool {
        matches!(self, Self::Input | Self::InputOnly)
    }
}

/// Plans structures and unions.
pub(super) struct Structures<'m> {
    pub(super) resolver: &'m Resolver<'m>,
    pub(super) closure: &'m Closure,
    pub(super) facts: &'m Facts<'m>,
}

impl Structures<'_> {
    /// Plans the structure of a shape; an operation without input or output has an empty one, of the shape `""`.
    pub(super) fn plan(&self, shape: &str, name: TypeName, role: Role, docs: Docs) -> StructurePlan {
        let fields: Vec<FieldPlan> = self
            .resolver
            .fields(shape)
            .into_iter()
            .map(|(member, name)| self.field(shape, member, name, role))
            .collect();
        let forms = self.closure.forms(self.resolver, shape, role.is_top());
        StructurePlan {
            name,
            docs,
            debug: debug(&fields),
            forms,
            fields,
        }
    }

    /// Plans the union of a shape.
    pub(super) fn union(&self, shape: &str, name: TypeName, docs: Docs) -> UnionPlan {
        let variants: Vec<FieldPlan> = self
            .resolver
            .variants(shape)
            .into_iter()
            .map(|(member, name)| self.field(shape, member, name, Role::InputOnly))
            .collect();
        let forms = self.closure.forms(self.resolver, shape, false);
        UnionPlan {
            name,
            docs,
            debug: debug(&variants),
            forms,
            variants,
        }
    }

    fn field(&self, owner: &str, member: &Member, name: String, role: Role) -> FieldPlan {
        let resolved = self.resolver.member(owner, member, role.is_top());
        let required = member.required && role.keeps_required() && !member.idempotency_token;
        FieldPlan {
            docs: self.facts.member(owner, member),
            operator: names::is_operator(&name),
            name,
            model_name: member.name.clone(),
            ty: resolved.ty,
            codec: resolved.codec,
            presence: if required {
                Presence::Required
            } else {
                Presence::Optional
            },
            sensitive: member.sensitive || self.resolver.is_sensitive(&member.target),
            token: member.idempotency_token && role == Role::Input,
        }
    }
}

/// A sensitive value must not be shown; one that only a nested structure holds is hidden there.
fn debug(fields: &[FieldPlan]) -> DebugPlan {
    if fields.iter().any(|field| field.sensitive) {
        DebugPlan::Redacting
    } else {
        DebugPlan::Derived
    }
}
