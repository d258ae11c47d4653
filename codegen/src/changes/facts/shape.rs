//! Shapes: what they are, and what their values may be.

use super::words::{describe, timestamp_format};
use super::{Search, came_and_went, order_differs};
use crate::changes::change::{Kind, Place};
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

    fn shape(&mut self, before: &Shape, after: &Shape) {
        // Most shapes of two revisions are the same.
        if before == after {
            return;
        }
        let place = &Place::Shape(after.name.clone());
        self.kind(place, &before.kind, &after.kind);
        self.constraints(place, &before.constraints, &after.constraints);
        self.flag(
            (Kind::SensitiveAdded, Kind::SensitiveRemoved),
            place,
            before.sensitive,
            after.sensitive,
        );
        self.deprecation(place, before.deprecated.as_ref(), after.deprecated.as_ref());
        self.documentation(before.documentation.as_deref(), after.documentation.as_deref());
    }

    fn kind(&mut self, place: &Place, before: &ShapeKind, after: &ShapeKind) {
        let (was, is) = (before.word(), after.word());
        match (before, after) {
            (ShapeKind::String { values: before }, ShapeKind::String { values: after }) => {
                match (before.is_empty(), after.is_empty()) {
                    (true, false) => self.plain(Kind::StringToEnum, place.clone()),
                    (false, true) => self.plain(Kind::EnumToString, place.clone()),
                    _ => {}
                }
                self.values(place, before, after);
            }
            _ => self.compare(Kind::ShapeType, place, &was, &is),
        }
        match (before, after) {
            (ShapeKind::Structure(before), ShapeKind::Structure(after)) => {
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

    /// The values of an enum; a string that becomes one, or no longer is one, has them come and go.
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
        self.compare_options(Kind::WireName, place, before.code.as_ref(), after.code.as_ref());
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
