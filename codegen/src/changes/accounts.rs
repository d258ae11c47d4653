//! Where in the model a change stands that accounts for an item of the crate.

use super::change::Place;
use crate::model::{ServiceModel, ShapeKind};
use crate::plan::api::{Argument, Item, ItemShape, Origin, Owner, Part};

/// The place of the model that an item is made from.
pub(super) fn place_of(origin: &Origin, model: &ServiceModel) -> Place {
    let shape = shape_of(&origin.owner, model);
    match (&origin.part, &origin.owner) {
        (Part::Member(member), _) => Place::Member {
            shape,
            member: member.clone(),
        },
        (Part::Value(value), _) => Place::Value {
            shape,
            value: value.clone(),
        },
        (_, Owner::Service) => Place::Service,
        (_, Owner::Input(operation) | Owner::Output(operation)) => Place::Operation(operation.clone()),
        (_, Owner::Shape(shape)) => Place::Shape(shape.clone()),
    }
}

/// The shape of a type.
pub(super) fn shape_of(owner: &Owner, model: &ServiceModel) -> String {
    let operation = |name: &String| model.operations.get(name);
    match owner {
        Owner::Service => String::new(),
        Owner::Input(name) => operation(name)
            .map(|operation| operation.input_shape().to_owned())
            .unwrap_or_default(),
        Owner::Output(name) => operation(name)
            .map(|operation| operation.output_shape().to_owned())
            .unwrap_or_default(),
        Owner::Shape(name) => name.clone(),
    }
}

/// Where a change would stand that is about just this item. A constructor is about those of its arguments that differ.
pub(super) fn own_places(item: &Item, other: Option<&Item>, model: &ServiceModel) -> Vec<Place> {
    let shape = shape_of(&item.origin.owner, model);
    let member = |member: &String| Place::Member {
        shape: shape.clone(),
        member: member.clone(),
    };
    match &item.shape {
        ItemShape::Arguments(arguments) => {
            let others = match other.map(|other| &other.shape) {
                Some(ItemShape::Arguments(others)) => others.as_slice(),
                _ => &[],
            };
            let same = |one: &Argument, other: &Argument| one.member == other.member && one.ty == other.ty;
            let differ: Vec<Place> = arguments
                .iter()
                .filter(|argument| !others.iter().any(|other| same(argument, other)))
                .map(|argument| member(&argument.member))
                .collect();
            if differ.is_empty() && arguments.len() == others.len() {
                vec![Place::Shape(shape)]
            } else {
                differ
            }
        }
        _ => vec![place_of(&item.origin, model)],
    }
}

/// The members that keep a type from having a default.
pub(super) fn required_members(owner: &Owner, model: &ServiceModel) -> Vec<Place> {
    let shape = shape_of(owner, model);
    let Some(ShapeKind::Structure(structure)) = model.shapes.get(&shape).map(|shape| &shape.kind) else {
        return Vec::new();
    };
    let required = structure
        .members
        .iter()
        .filter(|member| member.required && !member.idempotency_token);
    required
        .map(|member| Place::Member {
            shape: shape.clone(),
            member: member.name.clone(),
        })
        .collect()
}

/// Where a change would stand that is about the type which an item belongs to.
pub(super) fn owner_places(owner: &Owner, model: &ServiceModel) -> Vec<Place> {
    let shape = Place::Shape(shape_of(owner, model));
    match owner {
        Owner::Service => vec![Place::Service],
        Owner::Input(operation) | Owner::Output(operation) => {
            vec![Place::Operation(operation.clone()), shape]
        }
        Owner::Shape(_) => vec![shape],
    }
}

/// Where a change would stand that is about what an item's type is made of: the lists and maps on the way, and the
/// first type of its own.
pub(super) fn named_places(item: &Item, model: &ServiceModel) -> Vec<Place> {
    let shape = shape_of(&item.origin.owner, model);
    let Some(ShapeKind::Structure(structure)) = model.shapes.get(&shape).map(|shape| &shape.kind) else {
        return Vec::new();
    };
    let counts = |name: &str| match (&item.shape, &item.origin.part) {
        (ItemShape::Arguments(arguments), _) => arguments.iter().any(|argument| argument.member == name),
        (_, Part::Member(member)) => member == name,
        _ => false,
    };
    let members = structure.members.iter().filter(|member| counts(&member.name));
    let mut open: Vec<&str> = members.map(|member| member.target.as_str()).collect();
    let mut places = Vec::new();
    while let Some(name) = open.pop() {
        let place = Place::Shape(name.to_owned());
        if places.contains(&place) {
            continue;
        }
        places.push(place);
        match model.shapes.get(name).map(|shape| &shape.kind) {
            Some(ShapeKind::List(list)) => open.push(&list.member.shape),
            Some(ShapeKind::Map(map)) => open.extend([map.key.shape.as_str(), &map.value.shape]),
            _ => {}
        }
    }
    places
}
