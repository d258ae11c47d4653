//! A place in the tree of one revision: a shape as it is used there, with what Rust makes of it.

use super::node::{Place, Role};
use super::{Edition, OperationSide};
use crate::model::{Location, Member, Reference, Shape, ShapeKind, Structure, TimestampFormat};
use crate::plan::{FieldPlan, Presence, RustType, StructurePlan, TypePlan};

/// Which tree of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The input's members.
    Input,
    /// The output's members.
    Output,
}

/// A shape where it is used.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) side: &'a Edition<'a>,
    pub(super) role: Role,
    pub(super) shape: &'a Shape,
    pub(super) place: Place,
    /// The member with the name of its structure; none for a part of a list or map.
    pub(super) member: Option<(&'a str, &'a Member)>,
    /// HTML about a part of a list or map.
    pub(super) documentation: Option<&'a str>,
    pub(super) field: Option<&'a FieldPlan>,
    /// The type of its values.
    pub(super) ty: Option<&'a RustType>,
    /// Whether an `Option` is around the type.
    pub(super) optional: bool,
    /// The format of a timestamp that says none itself.
    format: TimestampFormat,
}

impl<'a> Spot<'a> {
    /// The name of the member; empty for a part of a list or map.
    pub(super) fn name(&self) -> &'a str {
        self.member
            .map(|(_, member)| member.name.as_str())
            .unwrap_or_default()
    }

    /// The format of a timestamp.
    pub(super) fn timestamp_format(&self, of_shape: Option<TimestampFormat>) -> TimestampFormat {
        let of_member = self.member.and_then(|(_, member)| member.timestamp_format);
        of_member.or(of_shape).unwrap_or(self.format)
    }

    /// The structure or union that it is, unless it stands for any JSON.
    pub(super) fn structure(&self) -> Option<&'a Structure> {
        match &self.shape.kind {
            ShapeKind::Structure(structure) if !structure.document => Some(structure),
            _ => None,
        }
    }

    /// The generated type that it is.
    pub(super) fn type_plan(&self) -> Option<&'a TypePlan> {
        self.ty.and_then(|ty| type_plan(self.side, ty))
    }

    /// What is directly below.
    pub(super) fn children(&self) -> Vec<Self> {
        match &self.shape.kind {
            ShapeKind::Structure(_) => {
                let Some(structure) = self.structure() else {
                    return Vec::new();
                };
                let (fields, role) = match self.type_plan() {
                    Some(TypePlan::Structure(plan)) => (plan.fields.as_slice(), Role::Member),
                    Some(TypePlan::Union(plan)) => (plan.variants.as_slice(), Role::Variant),
                    _ if structure.union => (&[][..], Role::Variant),
                    _ => (&[][..], Role::Member),
                };
                members(self.side, &self.shape.name, structure, fields, role)
            }
            ShapeKind::List(list) => {
                let (ty, sparse) = match self.ty.map(unboxed) {
                    Some(RustType::List(item)) => (Some(&**item), false),
                    Some(RustType::SparseList(item)) => (Some(&**item), true),
                    _ => (None, false),
                };
                self.part(Role::Item, &list.member, ty, sparse)
                    .into_iter()
                    .collect()
            }
            ShapeKind::Map(map) => {
                let (key, value, sparse) = match self.ty.map(unboxed) {
                    Some(RustType::Map(key, value)) => (Some(&**key), Some(&**value), false),
                    Some(RustType::SparseMap(key, value)) => (Some(&**key), Some(&**value), true),
                    _ => (None, None, false),
                };
                let key = self.part(Role::Key, &map.key, key, false);
                key.into_iter()
                    .chain(self.part(Role::Value, &map.value, value, sparse))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    fn part(
        &self,
        role: Role,
        reference: &'a Reference,
        ty: Option<&'a RustType>,
        optional: bool,
    ) -> Option<Self> {
        Some(Self {
            side: self.side,
            role,
            shape: self.side.model.shapes.get(&reference.shape)?,
            place: Place::Body,
            member: None,
            documentation: reference.documentation.as_deref(),
            field: None,
            ty,
            optional,
            format: self.format,
        })
    }
}

/// The members of an operation's input or output.
pub(super) fn top<'a>(side: &OperationSide<'a>, end: End) -> Vec<Spot<'a>> {
    let (shape, plan): (_, Option<&'a StructurePlan>) = match end {
        End::Input => (side.operation.input_shape(), side.plan.map(|plan| &plan.input)),
        End::Output => (side.operation.output_shape(), side.plan.map(|plan| &plan.output)),
    };
    let Some(shape) = side.side.model.shapes.get(shape) else {
        return Vec::new();
    };
    let ShapeKind::Structure(structure) = &shape.kind else {
        return Vec::new();
    };
    let fields = plan.map(|plan| plan.fields.as_slice()).unwrap_or_default();
    let mut spots = members(side.side, &shape.name, structure, fields, Role::Member);
    for spot in &mut spots {
        if let Some((_, member)) = spot.member {
            spot.place = place(structure, member, end);
            spot.format = default_format(member.location);
        }
    }
    spots
}

fn members<'a>(
    side: &'a Edition<'a>,
    owner: &'a str,
    structure: &'a Structure,
    fields: &'a [FieldPlan],
    role: Role,
) -> Vec<Spot<'a>> {
    let spot = |(number, member): (usize, &'a Member)| {
        let field = fields.get(number).filter(|field| field.model_name == member.name);
        Some(Spot {
            side,
            role,
            shape: side.model.shapes.get(&member.target)?,
            place: Place::Body,
            member: Some((owner, member)),
            documentation: member.documentation.as_deref(),
            field,
            ty: field.map(|field| &field.ty),
            optional: role == Role::Member && field.is_some_and(|field| field.presence == Presence::Optional),
            format: TimestampFormat::EpochSeconds,
        })
    };
    structure.members.iter().enumerate().filter_map(spot).collect()
}

fn place(structure: &Structure, member: &Member, end: End) -> Place {
    if structure.payload.as_ref() == Some(&member.name) {
        return Place::Payload;
    }
    match (member.location, end) {
        (Location::Body, _) => Place::Body,
        (Location::Label, End::Input) => Place::Label,
        (Location::Query, End::Input) => Place::Query,
        (Location::Header, _) => Place::Header,
        (Location::PrefixHeaders, _) => Place::PrefixHeaders,
        (Location::StatusCode, End::Output) => Place::Status,
        (Location::Label | Location::Query, End::Output) | (Location::StatusCode, End::Input) => {
            Place::Nowhere
        }
    }
}

/// The format of timestamps that neither member nor shape says, as the protocol has it.
fn default_format(location: Location) -> TimestampFormat {
    match location {
        Location::Body | Location::StatusCode => TimestampFormat::EpochSeconds,
        Location::Header | Location::PrefixHeaders => TimestampFormat::HttpDate,
        Location::Label | Location::Query => TimestampFormat::DateTime,
    }
}

/// The generated type of a name.
pub(super) fn type_plan<'a>(side: &'a Edition<'a>, ty: &RustType) -> Option<&'a TypePlan> {
    let name = match unboxed(ty) {
        RustType::Enum(name) | RustType::Structure(name) | RustType::Union(name) => name,
        _ => return None,
    };
    named(side, &name.public)
}

/// The generated type of a name; types are sorted by it.
pub(super) fn named<'a>(side: &'a Edition<'a>, name: &str) -> Option<&'a TypePlan> {
    let types = &side.plan.types;
    let found = types.binary_search_by(|plan| plan.name().public.as_str().cmp(name));
    found.ok().and_then(|number| types.get(number))
}

fn unboxed(ty: &RustType) -> &RustType {
    match ty {
        RustType::Boxed(inner) => unboxed(inner),
        _ => ty,
    }
}
