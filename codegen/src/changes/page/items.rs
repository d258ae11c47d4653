//! The Rust items that an operation's users see.

use std::collections::{BTreeSet, VecDeque};

use super::change::What;
use super::data::{ItemKind, Pair, RustField, RustItem};
use super::merge::merge;
use super::words::{change, generated, optional_type, rust_type};
use super::{Edition, OperationSide, spot};
use crate::plan::{FieldPlan, Presence, RustType, StructurePlan, TypePlan, VariantPlan};

/// How many fields and variants the items of a page may have.
const ROOM: usize = 6_000;

/// The items: input and output first, then types in the order in which they come into sight. With them the number
/// of those that there is no room for.
pub(super) fn items(sides: &Pair<OperationSide<'_>>) -> (Vec<RustItem>, usize) {
    let ends = sides.map(|side| {
        let ends = side.plan.map(|plan| [&plan.input, &plan.output]);
        ends.into_iter().flatten().collect::<Vec<_>>()
    });
    let (before, after) = (ends.before.unwrap_or_default(), ends.after.unwrap_or_default());
    let length = before.len().max(after.len());
    let mut found: Vec<RustItem> = (0..length)
        .filter_map(|number| {
            item(Pair {
                before: before
                    .get(number)
                    .copied()
                    .map(|plan| View::structure("operation", plan)),
                after: after
                    .get(number)
                    .copied()
                    .map(|plan| View::structure("operation", plan)),
            })
        })
        .collect();
    let names = sides.map(types);
    let merged = merge(
        names.before.unwrap_or_default(),
        names.after.unwrap_or_default(),
        |name| *name,
    );
    let (mut room, mut left_out) = (ROOM, 0);
    for pair in merged {
        let Some(name) = pair.shown() else { continue };
        // A type that the operation did not use may have been there before.
        let type_item = item(sides.and_then(|side| spot::named(side.side, name).map(View::of_type)));
        let Some(type_item) = type_item else { continue };
        match room.checked_sub(type_item.fields.len()) {
            Some(left) => {
                room = left;
                found.push(type_item);
            }
            None => left_out += 1,
        }
    }
    (found, left_out)
}

/// Names of the generated types that an operation uses, as they come into sight.
fn types<'a>(side: &OperationSide<'a>) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let mut names = Vec::new();
    let mut open: VecDeque<&FieldPlan> = VecDeque::new();
    if let Some(plan) = side.plan {
        open.extend(plan.input.fields.iter().chain(&plan.output.fields));
    }
    while let Some(field) = open.pop_front() {
        for name in all_generated(&field.ty) {
            if seen.insert(name) {
                names.push(name);
                open.extend(fields_of(side.side, name));
            }
        }
    }
    names
}

fn fields_of<'a>(side: &'a Edition<'a>, name: &str) -> &'a [FieldPlan] {
    match spot::named(side, name) {
        Some(TypePlan::Structure(plan)) => &plan.fields,
        Some(TypePlan::Union(plan)) => &plan.variants,
        Some(TypePlan::Enum(_)) | None => &[],
    }
}

/// A map may have generated types on both sides.
fn all_generated(ty: &RustType) -> Vec<&str> {
    match ty {
        RustType::Map(key, value) | RustType::SparseMap(key, value) => {
            generated(key).into_iter().chain(all_generated(value)).collect()
        }
        RustType::List(inner) | RustType::SparseList(inner) | RustType::Boxed(inner) => all_generated(inner),
        _ => generated(ty).into_iter().collect(),
    }
}

/// An item in one revision.
struct View<'a> {
    name: &'a str,
    module: &'static str,
    kind: ItemKind,
    arguments: String,
    fields: Vec<FieldView<'a>>,
}

/// A field or variant in one revision.
struct FieldView<'a> {
    name: &'a str,
    model_name: &'a str,
    ty: String,
}

impl<'a> View<'a> {
    fn of_type(plan: &'a TypePlan) -> Self {
        match plan {
            TypePlan::Structure(plan) => Self::structure("types", plan),
            TypePlan::Union(plan) => Self {
                name: &plan.name.public,
                module: "types",
                kind: ItemKind::Union,
                arguments: String::new(),
                fields: plan.variants.iter().map(FieldView::variant).collect(),
            },
            TypePlan::Enum(plan) => Self {
                name: &plan.name.public,
                module: "types",
                kind: ItemKind::Enum,
                arguments: String::new(),
                fields: plan.variants.iter().map(FieldView::value).collect(),
            },
        }
    }

    fn structure(module: &'static str, plan: &'a StructurePlan) -> Self {
        let arguments: Vec<&str> = plan.arguments().map(|field| field.name.as_str()).collect();
        Self {
            name: &plan.name.public,
            module,
            kind: ItemKind::Structure,
            arguments: format!("new({})", arguments.join(", ")),
            fields: plan.fields.iter().map(FieldView::field).collect(),
        }
    }
}

impl<'a> FieldView<'a> {
    fn field(plan: &'a FieldPlan) -> Self {
        Self {
            name: &plan.name,
            model_name: &plan.model_name,
            ty: optional_type(&plan.ty, plan.presence == Presence::Optional),
        }
    }

    fn variant(plan: &'a FieldPlan) -> Self {
        Self {
            name: &plan.name,
            model_name: &plan.model_name,
            ty: rust_type(&plan.ty),
        }
    }

    fn value(plan: &'a VariantPlan) -> Self {
        Self {
            name: &plan.name,
            model_name: &plan.value,
            ty: String::new(),
        }
    }
}

fn item(pair: Pair<View<'_>>) -> Option<RustItem> {
    let mut changes = Vec::new();
    if let (Some(before), Some(after)) = (&pair.before, &pair.after) {
        let found = [
            change(What::RustName, before.name, after.name),
            change(What::Type, before.kind.word(), after.kind.word()),
            change(What::Constructor, &before.arguments, &after.arguments),
        ];
        changes.extend(found.into_iter().flatten());
    }
    let mark = pair.mark_if(!changes.is_empty());
    let shown = pair.shown()?;
    let (name, module, kind) = (shown.name.to_owned(), shown.module, shown.kind);
    let (before, after) = (pair.before, pair.after);
    let fields = merge(
        before.map(|view| view.fields).unwrap_or_default(),
        after.map(|view| view.fields).unwrap_or_default(),
        |field| field.model_name,
    );
    Some(RustItem {
        name,
        module,
        kind,
        mark,
        changes,
        fields: fields.into_iter().filter_map(field).collect(),
    })
}

fn field(pair: Pair<FieldView<'_>>) -> Option<RustField> {
    let mut changes = Vec::new();
    if let (Some(before), Some(after)) = (&pair.before, &pair.after) {
        changes.extend(change(What::RustName, before.name, after.name));
        changes.extend(change(What::RustType, &before.ty, &after.ty));
    }
    let mark = pair.mark_if(!changes.is_empty());
    let shown = pair.after.or(pair.before)?;
    Some(RustField {
        name: shown.name.to_owned(),
        model_name: shown.model_name.to_owned(),
        ty: shown.ty,
        mark,
        changes,
    })
}

impl ItemKind {
    /// For people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Union => "union",
            Self::Enum => "enum",
        }
    }
}
