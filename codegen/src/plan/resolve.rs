//! From shapes to Rust types and codecs; lists, maps and scalars are inlined where they are used.

use std::collections::BTreeSet;

use super::items::{Codec, RustType};
use super::names::{self, Claim};
use super::naming::Naming;
use super::reach;
use crate::model::{Location, Member, ServiceModel, Shape, ShapeKind, Since, TimestampFormat};

/// Answers what a shape is in Rust.
pub(super) struct Resolver<'m> {
    pub(super) model: &'m ServiceModel,
    naming: &'m Naming,
    since: &'m Since,
    recursive: BTreeSet<(String, String)>,
}

/// A value's type and how JSON holds it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Resolved {
    pub(super) ty: RustType,
    pub(super) codec: Codec,
}

impl<'m> Resolver<'m> {
    pub(super) fn new(model: &'m ServiceModel, naming: &'m Naming, since: &'m Since) -> Self {
        Self {
            model,
            naming,
            since,
            recursive: reach::recursive_members(model),
        }
    }

    pub(super) fn shape(&self, name: &str) -> Option<&'m Shape> {
        self.model.shapes.get(name)
    }

    /// The members of a structure; none for a shape that is not one.
    pub(super) fn members(&self, shape: &str) -> &'m [Member] {
        match self.shape(shape).map(|shape| &shape.kind) {
            Some(ShapeKind::Structure(structure)) => &structure.members,
            _ => &[],
        }
    }

    /// The members of a structure with the names of their fields.
    pub(super) fn fields(&self, shape: &str) -> Vec<(&'m Member, String)> {
        self.named(shape, names::field_name, &[])
    }

    /// The members of a union with the names of their variants.
    pub(super) fn variants(&self, shape: &str) -> Vec<(&'m Member, String)> {
        self.named(shape, names::variant_name, &["Unrecognized"])
    }

    fn named(&self, shape: &str, wanted: fn(&str) -> String, taken: &[&str]) -> Vec<(&'m Member, String)> {
        let since = self.since.members.get(shape);
        let claim = |member: &'m Member| Claim {
            key: &member.name,
            wanted: wanted(&member.name),
            since: since
                .and_then(|since| since.get(&member.name))
                .map(String::as_str)
                .unwrap_or_default(),
        };
        let members = self.members(shape);
        let names = names::assign(&members.iter().map(claim).collect::<Vec<_>>(), taken);
        members
            .iter()
            .map(|member| (member, names.get(&member.name).cloned().unwrap_or_default()))
            .collect()
    }

    /// Whether values of a shape must not be shown, be it because of what a list or map of it holds.
    pub(super) fn is_sensitive(&self, shape: &str) -> bool {
        let Some(shape) = self.shape(shape) else {
            return false;
        };
        shape.sensitive
            || match &shape.kind {
                ShapeKind::List(list) => self.is_sensitive(&list.member.shape),
                ShapeKind::Map(map) => {
                    self.is_sensitive(&map.key.shape) || self.is_sensitive(&map.value.shape)
                }
                _ => false,
            }
    }

    /// A member's type and codec in JSON. `top` says whether the owner is an operation's input or output, or an
    /// error: only there do locations mean something.
    pub(super) fn member(&self, owner: &str, member: &Member, top: bool) -> Resolved {
        let location = if top { member.location } else { Location::Body };
        if member.json_value && location == Location::Header {
            return Resolved {
                ty: RustType::Document,
                codec: Codec::Plain,
            };
        }
        let resolved = self.value(
            &member.target,
            member.timestamp_format,
            TimestampFormat::EpochSeconds,
        );
        let edge = (owner.to_owned(), member.target.clone());
        if self.recursive.contains(&edge) {
            return Resolved {
                ty: RustType::Boxed(Box::new(resolved.ty)),
                codec: Codec::Boxed(Box::new(resolved.codec)),
            };
        }
        resolved
    }

    /// The type and codec of a shape's values. A timestamp's format is said on the member, else on the shape, else
    /// it is the default of the place.
    pub(super) fn value(
        &self,
        shape: &str,
        format: Option<TimestampFormat>,
        default: TimestampFormat,
    ) -> Resolved {
        let Some(shape) = self.shape(shape) else {
            return Resolved {
                ty: RustType::Document,
                codec: Codec::Plain,
            };
        };
        let plain = |ty| Resolved {
            ty,
            codec: Codec::Plain,
        };
        let named = || self.naming.types.get(&shape.name).cloned();
        match &shape.kind {
            ShapeKind::Structure(structure) => match named() {
                Some(name) if structure.union => plain(RustType::Union(name)),
                Some(name) => plain(RustType::Structure(name)),
                None => plain(RustType::Document),
            },
            ShapeKind::String { .. } => plain(named().map_or(RustType::String, RustType::Enum)),
            ShapeKind::List(list) => self.list(&list.member.shape, list.sparse, default),
            ShapeKind::Map(map) => self.map(&map.key.shape, &map.value.shape, map.sparse, default),
            ShapeKind::Boolean => plain(RustType::Bool),
            ShapeKind::Byte => plain(RustType::I8),
            ShapeKind::Short => plain(RustType::I16),
            ShapeKind::Integer => plain(RustType::I32),
            ShapeKind::Long => plain(RustType::I64),
            ShapeKind::Float => plain(RustType::F32),
            ShapeKind::Double => plain(RustType::F64),
            ShapeKind::Blob { .. } => plain(RustType::Bytes),
            ShapeKind::Timestamp { format: of_shape } => Resolved {
                ty: RustType::Timestamp,
                codec: Codec::Timestamp(format.or(*of_shape).unwrap_or(default)),
            },
        }
    }

    fn list(&self, item: &str, sparse: bool, default: TimestampFormat) -> Resolved {
        let item = self.value(item, None, default);
        let ty = Box::new(item.ty);
        match (sparse, item.codec) {
            (true, codec) => Resolved {
                ty: RustType::SparseList(ty),
                codec: Codec::SparseList(Box::new(codec)),
            },
            (false, Codec::Plain) => Resolved {
                ty: RustType::List(ty),
                codec: Codec::Plain,
            },
            (false, codec) => Resolved {
                ty: RustType::List(ty),
                codec: Codec::List(Box::new(codec)),
            },
        }
    }

    fn map(&self, key: &str, value: &str, sparse: bool, default: TimestampFormat) -> Resolved {
        let key = match self.value(key, None, default).ty {
            RustType::Enum(name) => Box::new(RustType::Enum(name)),
            _ => Box::new(RustType::String),
        };
        let value = self.value(value, None, default);
        let ty = Box::new(value.ty);
        match (sparse, value.codec) {
            (true, codec) => Resolved {
                ty: RustType::SparseMap(key, ty),
                codec: Codec::SparseMap(Box::new(codec)),
            },
            (false, Codec::Plain) => Resolved {
                ty: RustType::Map(key, ty),
                codec: Codec::Plain,
            },
            (false, codec) => Resolved {
                ty: RustType::Map(key, ty),
                codec: Codec::Map(Box::new(codec)),
            },
        }
    }
}
