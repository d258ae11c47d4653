//! What a shape is in the generated crate.

use codegen::changes::Side;
use codegen::plan::api::{Item, ItemShape, Owner, Part};

/// The Rust items of a shape.
#[derive(Debug)]
pub(super) struct RustNames<'a> {
    items: Vec<(&'a str, &'a Item)>,
}

impl<'a> RustNames<'a> {
    /// The items of a shape in a revision: of its own type, or of the input or output of the operation that it is for.
    pub(super) fn of(side: &'a Side, shape: &str) -> Self {
        let is_of_shape = |owner: &Owner| match owner {
            Owner::Shape(name) => name == shape,
            Owner::Input(operation) => {
                let operation = side.model.operations.get(operation);
                operation.is_some_and(|operation| operation.input_shape() == shape)
            }
            Owner::Output(operation) => {
                let operation = side.model.operations.get(operation);
                operation.is_some_and(|operation| operation.output_shape() == shape)
            }
            Owner::Service => false,
        };
        let items = side.api.items.iter();
        Self {
            items: items
                .filter(|(_, item)| is_of_shape(&item.origin.owner))
                .map(|(path, item)| (path.as_str(), item))
                .collect(),
        }
    }

    /// The path of the type: `types::Finding`.
    pub(super) fn path(&self) -> Option<&'a str> {
        self.find(|part| *part == Part::Whole).map(|(path, _)| path)
    }

    /// The field or variant of a member: `account_id: Option<String>`.
    pub(super) fn member(&self, name: &str) -> Option<String> {
        let (_, item) = self.find(|part| matches!(part, Part::Member(member) if member == name))?;
        Some(match &item.shape {
            ItemShape::Value(ty) => format!("{}: {ty}", item.name),
            _ => item.name.clone(),
        })
    }

    /// The variant of an enum's value.
    pub(super) fn value(&self, text: &str) -> Option<String> {
        let (_, item) = self.find(|part| matches!(part, Part::Value(value) if value == text))?;
        Some(item.name.clone())
    }

    fn find(&self, is_wanted: impl Fn(&Part) -> bool) -> Option<(&'a str, &'a Item)> {
        let mut items = self.items.iter();
        items.find(|(_, item)| is_wanted(&item.origin.part)).copied()
    }
}
