//! JSON in which every member that a model knows is present, made from the model.

use std::collections::BTreeSet;

use codegen::model::{Location, Member, ServiceModel, ShapeKind, TimestampFormat};
use serde_json::{Map, Value, json};

/// Which of a value's two JSON forms is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// What a body holds.
    Wire,
    /// What `serde` and `dynamic` speak.
    Serde,
}

/// Makes values of one model's shapes; no two leaves are alike where their type has the room.
#[derive(Debug)]
pub struct Sampler<'m> {
    model: &'m ServiceModel,
    form: Form,
    count: usize,
    open: Vec<&'m str>,
    members: BTreeSet<(&'m str, &'m str)>,
}

impl<'m> Sampler<'m> {
    /// Makes values in that form.
    pub fn new(model: &'m ServiceModel, form: Form) -> Self {
        Self {
            model,
            form,
            count: 0,
            open: Vec::new(),
            members: BTreeSet::new(),
        }
    }

    /// The members that are present in what was made, by shape.
    pub fn members(&self) -> &BTreeSet<(&'m str, &'m str)> {
        &self.members
    }

    /// A value of that shape with all members; where a shape contains itself, it ends.
    pub fn value(&mut self, shape: &str) -> Value {
        self.formatted(shape, None)
    }

    fn formatted(&mut self, shape: &str, format: Option<TimestampFormat>) -> Value {
        let Some(shape) = self.model.shapes.get(shape) else {
            return Value::Null;
        };
        self.count += 1;
        let count = self.count;
        match &shape.kind {
            ShapeKind::Structure(structure) if structure.document => json!({"any": [count, null, "value"]}),
            ShapeKind::Structure(structure) if structure.union => {
                let first = structure.members.get(..1).unwrap_or_default();
                self.structure(&shape.name, first)
            }
            ShapeKind::Structure(structure) => self.structure(&shape.name, &structure.members),
            ShapeKind::List(list) => json!([self.value(&list.member.shape), self.value(&list.member.shape)]),
            ShapeKind::Map(map) => {
                let key = self.value(&map.key.shape);
                let key = key.as_str().unwrap_or_default().to_owned();
                json!({key: self.value(&map.value.shape)})
            }
            ShapeKind::String { values } => match values.get(count % values.len().max(1)) {
                Some(value) => json!(value),
                None => json!(format!("text {count} \"ä😀\\")),
            },
            ShapeKind::Boolean => json!(count.is_multiple_of(2)),
            ShapeKind::Byte | ShapeKind::Short => json!(count % 100),
            ShapeKind::Integer => json!(i32::MAX as usize - count),
            ShapeKind::Long => json!(i64::MAX as usize - count),
            ShapeKind::Float | ShapeKind::Double => json!(count as f64 + 0.25),
            ShapeKind::Blob { .. } => json!("AAEC/w=="),
            ShapeKind::Timestamp { format: of_shape } => self.timestamp(count, format.or(*of_shape)),
        }
    }

    fn structure(&mut self, name: &'m str, members: &'m [Member]) -> Value {
        let mut object = Map::new();
        self.open.push(name);
        for member in members {
            let in_body =
                self.form == Form::Serde || self.open.len() > 1 || member.location == Location::Body;
            if !in_body || self.open.contains(&member.target.as_str()) {
                continue;
            }
            self.members.insert((name, &member.name));
            let value = self.formatted(&member.target, member.timestamp_format);
            let key = match self.form {
                Form::Wire => member.wire_name(),
                Form::Serde => &member.name,
            };
            object.insert(key.to_owned(), value);
        }
        self.open.pop();
        Value::Object(object)
    }

    /// A second of 2020-06-10 of its own.
    fn timestamp(&self, count: usize, format: Option<TimestampFormat>) -> Value {
        let (minutes, seconds) = (count / 60 % 60, count % 60);
        match (self.form, format.unwrap_or(TimestampFormat::EpochSeconds)) {
            (Form::Serde, _) | (_, TimestampFormat::DateTime) => {
                json!(format!("2020-06-10T18:{minutes:02}:{seconds:02}Z"))
            }
            (_, TimestampFormat::EpochSeconds) => json!(1_591_812_000 + minutes * 60 + seconds),
            (_, TimestampFormat::HttpDate) => {
                json!(format!("Wed, 10 Jun 2020 18:{minutes:02}:{seconds:02} GMT"))
            }
        }
    }
}
