//! The public items of a planned crate: what its users compile against.
//!
//! [`Api::of`] lists them by path, each with what a user's code depends on and with the place of the model that it
//! comes from. Change reports compare two such lists, and the lock of names is made from one.

use std::collections::BTreeMap;
use std::fmt;

use super::items::{
    CratePlan, EnumPlan, FieldPlan, OperationPlan, Presence, RustType, StructurePlan, TypeName, TypePlan,
    UnionPlan,
};

/// The public items of a crate by their paths, such as `types::Finding::account_id`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Api {
    /// The items.
    pub items: BTreeMap<String, Item>,
}

/// A public item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it was made from.
    pub origin: Origin,
    /// The last part of its path, which is a name of its own.
    pub name: String,
    /// What users depend on beside the path.
    pub shape: ItemShape,
}

/// What users of an item depend on beside its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemShape {
    /// Nothing more.
    Plain,
    /// A value's type.
    Value(String),
    /// A function's arguments in their order.
    Arguments(Vec<Argument>),
}

/// An argument of a constructor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The member that it sets, as the model names it.
    pub member: String,
    /// Its name in Rust.
    pub name: String,
    /// The type of the value that it sets.
    pub ty: String,
}

/// What an item was made from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The type that it is, or belongs to.
    pub owner: Owner,
    /// What of that type it is.
    pub part: Part,
}

/// A type, as the model knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// The crate itself.
    Service,
    /// An operation's input.
    Input(String),
    /// An operation's output.
    Output(String),
    /// A shape.
    Shape(String),
}

/// A part of a type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The type itself.
    Whole,
    /// Its `new`.
    Constructor,
    /// Its `Default`.
    Default,
    /// A member's field or variant, by the member's name in the model.
    Member(String),
    /// An enum value's variant, by its text.
    Value(String),
    /// Its variant of `ServiceError`.
    Error,
}

impl Item {
    /// The item at its path, with its type or arguments.
    pub fn show(&self, path: &str) -> String {
        match &self.shape {
            ItemShape::Plain => path.to_owned(),
            ItemShape::Value(ty) => format!("{path}: {ty}"),
            ItemShape::Arguments(_) => format!("{path}{}", self.shape),
        }
    }
}

impl ItemShape {
    /// Whether code that uses the one can use the other: names of arguments are no part of a function's type.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Arguments(these), Self::Arguments(those)) => {
                let same =
                    |(one, other): (&Argument, &Argument)| one.member == other.member && one.ty == other.ty;
                these.len() == those.len() && these.iter().zip(those).all(same)
            }
            _ => self == other,
        }
    }
}

impl Api {
    /// The public items of a crate.
    pub fn of(plan: &CratePlan) -> Self {
        let mut api = Self::default();
        let name = &plan.package.name;
        api.add(
            format!("crate {name}"),
            name,
            &Owner::Service,
            Part::Whole,
            ItemShape::Plain,
        );
        for operation in &plan.operations {
            api.operation(operation);
        }
        for ty in &plan.types {
            let owner = Owner::Shape(ty.name().wire.clone());
            let path = format!("types::{}", ty.name().public);
            match ty {
                TypePlan::Structure(plan) => api.structure(&path, owner, plan),
                TypePlan::Union(plan) => api.union(&path, owner, plan),
                TypePlan::Enum(plan) => api.enumeration(&path, owner, plan),
            }
        }
        for error in &plan.errors {
            let owner = Owner::Shape(error.name.wire.clone());
            api.part(
                "ServiceError",
                &error.name.public,
                &owner,
                Part::Error,
                ItemShape::Plain,
            );
        }
        api
    }

    fn operation(&mut self, plan: &OperationPlan) {
        let (input, output) = (&plan.input, &plan.output);
        let path = |name: &TypeName| format!("operation::{}", name.public);
        self.structure(&path(&input.name), Owner::Input(plan.wire_name.clone()), input);
        self.structure(&path(&output.name), Owner::Output(plan.wire_name.clone()), output);
    }

    fn structure(&mut self, path: &str, owner: Owner, plan: &StructurePlan) {
        self.whole(path, &owner);
        let argument = |field: &FieldPlan| Argument {
            member: field.model_name.clone(),
            name: field.name.clone(),
            ty: field.ty.to_string(),
        };
        let arguments = ItemShape::Arguments(plan.arguments().map(argument).collect());
        self.part(path, "new", &owner, Part::Constructor, arguments);
        if plan.has_default() {
            // Not `::default`, which may be a member.
            let path = format!("{path}: Default");
            self.add(path, "Default", &owner, Part::Default, ItemShape::Plain);
        }
        for field in &plan.fields {
            let ty = match field.presence {
                Presence::Required => field.ty.to_string(),
                Presence::Optional => format!("Option<{}>", field.ty),
            };
            let part = Part::Member(field.model_name.clone());
            self.part(path, &field.name, &owner, part, ItemShape::Value(ty));
        }
    }

    fn union(&mut self, path: &str, owner: Owner, plan: &UnionPlan) {
        self.whole(path, &owner);
        for variant in &plan.variants {
            let part = Part::Member(variant.model_name.clone());
            let ty = ItemShape::Value(variant.ty.to_string());
            self.part(path, &variant.name, &owner, part, ty);
        }
    }

    fn enumeration(&mut self, path: &str, owner: Owner, plan: &EnumPlan) {
        self.whole(path, &owner);
        for variant in &plan.variants {
            let part = Part::Value(variant.value.clone());
            self.part(path, &variant.name, &owner, part, ItemShape::Plain);
        }
    }

    fn whole(&mut self, path: &str, owner: &Owner) {
        let name = path.rsplit("::").next().unwrap_or_default();
        self.add(path.to_owned(), name, owner, Part::Whole, ItemShape::Plain);
    }

    /// Adds what is named by its owner and a name of its own.
    fn part(&mut self, path: &str, name: &str, owner: &Owner, part: Part, shape: ItemShape) {
        self.add(
            format!("{path}::{}", plain(name)),
            plain(name),
            owner,
            part,
            shape,
        );
    }

    fn add(&mut self, path: String, name: &str, owner: &Owner, part: Part, shape: ItemShape) {
        let origin = Origin {
            owner: owner.clone(),
            part,
        };
        let name = name.to_owned();
        self.items.insert(path, Item { origin, name, shape });
    }
}

/// A name without the mark of a raw identifier, which users write but need not see.
fn plain(name: &str) -> &str {
    name.trim_start_matches("r#")
}

impl fmt::Display for ItemShape {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain => Ok(()),
            Self::Value(ty) => formatter.write_str(ty),
            Self::Arguments(arguments) => {
                formatter.write_str("(")?;
                for (number, argument) in arguments.iter().enumerate() {
                    let comma = if number == 0 { "" } else { ", " };
                    write!(formatter, "{comma}{}: {}", argument.name, argument.ty)?;
                }
                formatter.write_str(")")
            }
        }
    }
}

/// The type as users write it, with generated types by their paths from the crate's root.
impl fmt::Display for RustType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String => formatter.write_str("String"),
            Self::Bool => formatter.write_str("bool"),
            Self::I8 => formatter.write_str("i8"),
            Self::I16 => formatter.write_str("i16"),
            Self::I32 => formatter.write_str("i32"),
            Self::I64 => formatter.write_str("i64"),
            Self::F32 => formatter.write_str("f32"),
            Self::F64 => formatter.write_str("f64"),
            Self::Bytes => formatter.write_str("Bytes"),
            Self::Timestamp => formatter.write_str("Timestamp"),
            Self::Document => formatter.write_str("serde_json::Value"),
            Self::Enum(name) | Self::Structure(name) | Self::Union(name) => {
                write!(formatter, "types::{}", name.public)
            }
            Self::List(item) => write!(formatter, "Vec<{item}>"),
            Self::SparseList(item) => write!(formatter, "Vec<Option<{item}>>"),
            Self::Map(key, value) => write!(formatter, "BTreeMap<{key}, {value}>"),
            Self::SparseMap(key, value) => write!(formatter, "BTreeMap<{key}, Option<{value}>>"),
            Self::Boxed(inner) => write!(formatter, "Box<{inner}>"),
        }
    }
}
