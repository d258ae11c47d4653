//! Shapes: what they are, and what their values may be.

use std::collections::BTreeSet;

use super::words::{describe, timestamp_format};
use super::{Search, came_and_went, order_differs};
use crate::changes::change::Place;
use crate::changes::kind::Kind;
use crate::model::{Constraints, ErrorTrait, List, Map, Reference, Shape, ShapeKind, Structure};

impl Search<'_> {
    pub(super) fn shapes(&mut self) {
        let (before, after, renames) = (self.before, self.after, self.renames);
        for (name, shape) in &before.shapes {
            if let Some(now) = after.shapes.get(name) {
                self.shape(shape, now);
            } else if let Some(now) = renames.new_name(name).and_then(|name| after.shapes.get(name)) {
                let place = Place::Shape(now.name.clone());
                self.note(
                    Kind::ShapeRenamed,
                    place,
                    Some(name.clone()),
                    Some(now.name.clone()),
                );
                self.shape(shape, now);
            } else {
                let was = Some(describe(&before.shapes, name));
                self.note(Kind::ShapeRemoved, Place::Shape(name.clone()), was, None);
            }
        }
        for name in after.shapes.keys() {
            if !before.shapes.contains_key(name) && renames.old_name(name).is_none() {
                let is = Some(describe(&after.shapes, name));
                self.note(Kind::ShapeAdded, Place::Shape(name.clone()), None, is);
            }
        }
    }

    /// Compares shapes with those whose place they took, and what they name in turn.
    pub(super) fn replacements(&mut self) {
        let mut seen = BTreeSet::new();
        while let Some((old, new)) = self.replaced.pop() {
            let shapes = self.before.shapes.get(&old).zip(self.after.shapes.get(&new));
            if let Some((before, after)) = shapes
                && seen.insert((old, new))
            {
                self.shape(before, after);
            }
        }
    }

    fn shape(&mut self, before: &Shape, after: &Shape) {
        // Most shapes of two revisions are the same.
        if before == after {
            return;
        }
        let place = &Place::Shape(after.name.clone());
        self.kind(place, &before.kind, &after.kind);
        self.error_codes(place, before, after);
        self.values_allowed(place, before, after);
        self.deprecation(place, before.deprecated.as_ref(), after.deprecated.as_ref());
        self.documentation(before.documentation.as_deref(), after.documentation.as_deref());
    }

    /// What values may be, and whether they may be shown.
    fn values_allowed(&mut self, place: &Place, before: &Shape, after: &Shape) {
        self.constraints(place, &before.constraints, &after.constraints);
        self.flag(
            (Kind::SensitiveAdded, Kind::SensitiveRemoved),
            place,
            before.sensitive,
            after.sensitive,
        );
    }

    /// The code of an error on the wire, which is its name where it has no other.
    fn error_codes(&mut self, place: &Place, before: &Shape, after: &Shape) {
        let code = |shape: &Shape| match &shape.kind {
            ShapeKind::Structure(Structure {
                error: Some(error), ..
            }) => Some(error.code.clone().unwrap_or_else(|| shape.name.clone())),
            _ => None,
        };
        if let (Some(before), Some(after)) = (code(before), code(after)) {
            self.compare(Kind::WireName, place, &before, &after);
        }
    }

    fn kind(&mut self, place: &Place, before: &ShapeKind, after: &ShapeKind) {
        let (was, is) = (before.word(), after.word());
        match (before, after) {
            (ShapeKind::String { values: before }, ShapeKind::String { values: after }) => {
                match (before.is_empty(), after.is_empty()) {
                    (true, false) => self.plain(Kind::StringToEnum, place.clone()),
                    (false, true) => self.plain(Kind::EnumToString, place.clone()),
                    (false, false) => self.values(place, before, after),
                    (true, true) => {}
                }
            }
            _ => self.compare(Kind::ShapeType, place, &was, &is),
        }
        match (before, after) {
            (ShapeKind::Structure(before), ShapeKind::Structure(after))
                if before.document == after.document =>
            {
                self.structure(place, before, after);
            }
            (ShapeKind::List(before), ShapeKind::List(after)) => self.list(place, before, after),
            (ShapeKind::Map(before), ShapeKind::Map(after)) => self.map(place, before, after),
            (
                ShapeKind::Blob {
                    requires_length: before,
                    ..
                },
                ShapeKind::Blob {
                    requires_length: after,
                    ..
                },
            ) => {
                let words = |set: &bool| set.then_some("length required");
                let (before, after) = (words(before), words(after));
                self.compare_options(Kind::RequestTrait, place, before.as_ref(), after.as_ref());
            }
            (ShapeKind::Timestamp { format: before }, ShapeKind::Timestamp { format: after }) => {
                let (before, after) = (before.map(timestamp_format), after.map(timestamp_format));
                self.compare_options(Kind::TimestampFormat, place, before.as_ref(), after.as_ref());
            }
            _ => {}
        }
    }

    /// The values of an enum. A string that becomes one, or no longer is one, is one change and not many.
    fn values(&mut self, place: &Place, before: &[String], after: &[String]) {
        let shape = place.shape().unwrap_or_default();
        let value = |value: &String| Place::Value {
            shape: shape.to_owned(),
            value: value.clone(),
        };
        let (went, came) = came_and_went(before, after);
        for went in went {
            self.plain(Kind::ValueRemoved, value(went));
        }
        for came in came {
            self.plain(Kind::ValueAdded, value(came));
        }
        if order_differs(before, after) {
            self.plain(Kind::Order, place.clone());
        }
    }

    fn structure(&mut self, place: &Place, before: &Structure, after: &Structure) {
        self.compare_options(
            Kind::Location,
            place,
            before
                .payload
                .as_ref()
                .map(|name| format!("payload {name}"))
                .as_ref(),
            after
                .payload
                .as_ref()
                .map(|name| format!("payload {name}"))
                .as_ref(),
        );
        if let (Some(before), Some(after)) = (&before.error, &after.error) {
            self.error(place, before, after);
        }
        self.members(place, before, after);
    }

    fn error(&mut self, place: &Place, before: &ErrorTrait, after: &ErrorTrait) {
        self.compare_options(
            Kind::ErrorTrait,
            place,
            before.status.map(|status| format!("status {status}")).as_ref(),
            after.status.map(|status| format!("status {status}")).as_ref(),
        );
        let fault = |fault: bool| {
            if fault {
                "the service's fault"
            } else {
                "the caller's fault"
            }
        };
        self.compare(Kind::ErrorTrait, place, &fault(before.fault), &fault(after.fault));
        let retry = |retryable: Option<bool>| {
            retryable.map(|throttling| if throttling { "throttling" } else { "retryable" })
        };
        let (before, after) = (retry(before.retryable), retry(after.retryable));
        self.compare_options(Kind::ErrorTrait, place, before.as_ref(), after.as_ref());
    }

    fn list(&mut self, place: &Place, before: &List, after: &List) {
        self.item(place, &before.member, &after.member);
    }

    fn map(&mut self, place: &Place, before: &Map, after: &Map) {
        self.item(place, &before.key, &after.key);
        self.item(place, &before.value, &after.value);
    }

    /// What a list or map holds.
    fn item(&mut self, place: &Place, before: &Reference, after: &Reference) {
        self.target(Kind::ItemTarget, place, &before.shape, &after.shape);
        self.compare_options(
            Kind::WireName,
            place,
            before.location_name.as_ref(),
            after.location_name.as_ref(),
        );
        self.documentation(before.documentation.as_deref(), after.documentation.as_deref());
    }

    /// The shape that a member, list or map names. What is of another type is not only of another shape.
    pub(super) fn target(&mut self, kind: Kind, place: &Place, before: &str, after: &str) {
        if before == after || self.renames.new_name(before) == Some(after) {
            return;
        }
        let word = |shapes: &std::collections::BTreeMap<String, Shape>, name: &str| {
            shapes.get(name).map_or("", |shape| shape.kind.word())
        };
        self.behind(place, before, after);
        let kind = match (word(&self.before.shapes, before), word(&self.after.shapes, after)) {
            ("string", "enum") => Kind::StringToEnum,
            ("enum", "string") => Kind::EnumToString,
            (was, is) if was != is => Kind::ShapeType,
            _ => kind,
        };
        let show = |shapes, name: &str| {
            let words: String = describe(shapes, name);
            if words.ends_with(name) {
                words
            } else {
                format!("{words} ({name})")
            }
        };
        let (was, is) = (show(&self.before.shapes, before), show(&self.after.shapes, after));
        self.note(kind, place.clone(), Some(was), Some(is));
    }

    /// What another shape at a place brings with it: of a type of its own all that is in it, of any other what the
    /// place's values may be.
    fn behind(&mut self, place: &Place, before: &str, after: &str) {
        let shapes = (self.before.shapes.get(before), self.after.shapes.get(after));
        let (Some(old), Some(new)) = shapes else {
            return;
        };
        match (&old.kind, &new.kind) {
            (ShapeKind::Structure(_), ShapeKind::Structure(_)) => self.replace(before, after),
            (ShapeKind::String { values: was }, ShapeKind::String { values: is })
                if !was.is_empty() && !is.is_empty() =>
            {
                self.replace(before, after);
            }
            (ShapeKind::Timestamp { format: was }, ShapeKind::Timestamp { format: is }) => {
                let (was, is) = (was.map(timestamp_format), is.map(timestamp_format));
                self.compare_options(Kind::TimestampFormat, place, was.as_ref(), is.as_ref());
            }
            (was, is) if was.word() == is.word() => {
                self.values_allowed(place, old, new);
                for (was, is) in items(was).into_iter().zip(items(is)) {
                    if was != is && self.renames.new_name(was) != Some(is) {
                        self.behind(place, was, is);
                    }
                }
            }
            _ => {}
        }
    }

    /// A type of its own took the place of another. Where the one went and the other came, they may have the same
    /// items in Rust, so they are compared; otherwise both are still there, and the items tell them apart.
    fn replace(&mut self, before: &str, after: &str) {
        if !self.after.shapes.contains_key(before) && !self.before.shapes.contains_key(after) {
            self.replaced.push((before.to_owned(), after.to_owned()));
        }
    }

    fn constraints(&mut self, place: &Place, before: &Constraints, after: &Constraints) {
        let grew = |before: f64, after: f64| after > before;
        let shrank = |before: f64, after: f64| after < before;
        self.bound("min", place, (&before.min, &after.min), grew);
        self.bound("max", place, (&before.max, &after.max), shrank);
        let kind = if after.pattern.is_none() {
            Kind::Loosened
        } else {
            Kind::Tightened
        };
        let words = |pattern: &Option<String>| pattern.as_ref().map(|pattern| format!("pattern {pattern}"));
        let (before, after) = (words(&before.pattern), words(&after.pattern));
        self.compare_options(kind, place, before.as_ref(), after.as_ref());
    }

    fn bound(
        &mut self,
        name: &str,
        place: &Place,
        (before, after): (&Option<String>, &Option<String>),
        tighter: fn(f64, f64) -> bool,
    ) {
        let number = |text: &String| text.parse::<f64>().ok();
        let kind = match (before, after) {
            (_, None) => Kind::Loosened,
            (None, Some(_)) => Kind::Tightened,
            (Some(before), Some(after)) => match (number(before), number(after)) {
                (Some(before), Some(after)) if !tighter(before, after) => Kind::Loosened,
                _ => Kind::Tightened,
            },
        };
        let words = |bound: &Option<String>| bound.as_ref().map(|bound| format!("{name} {bound}"));
        self.compare_options(kind, place, words(before).as_ref(), words(after).as_ref());
    }
}

/// What a list or map holds; nothing of any other shape.
fn items(kind: &ShapeKind) -> Vec<&str> {
    match kind {
        ShapeKind::List(list) => vec![&list.member.shape],
        ShapeKind::Map(map) => vec![&map.key.shape, &map.value.shape],
        _ => Vec::new(),
    }
}
