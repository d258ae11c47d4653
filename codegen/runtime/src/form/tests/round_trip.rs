//! Whatever value there is, each form reads what it writes, from text as from a `serde_json::Value`; and no text
//! makes a reader panic.

use std::collections::BTreeMap;

use arbtest::arbitrary::{Arbitrary, Result, Unstructured};
use arbtest::arbtest;
use bytes::Bytes;
use jiff::Timestamp;
use serde_json::json;

use super::{Color, Filter, Tag, read, written};
use crate::form::{
    self, Boxed, DateTime, EpochSeconds, Form, List, Map, Serde, SparseList, SparseMap, Strict, Value, Wire,
    from_json,
};

/// A member of every kind, under every codec.
#[derive(Debug, Clone, PartialEq)]
struct Everything {
    text: String,
    flag: Option<bool>,
    byte: Option<i8>,
    short: Option<i16>,
    int: Option<i32>,
    long: Option<i64>,
    float: Option<f32>,
    double: Option<f64>,
    blob: Option<Bytes>,
    document: Option<serde_json::Value>,
    at: Option<Timestamp>,
    times: Option<Vec<Timestamp>>,
    color: Option<Color>,
    tag: Option<Tag>,
    filter: Option<Filter>,
    sparse: Option<Vec<Option<Filter>>>,
    map: Option<BTreeMap<Color, Vec<Option<Timestamp>>>>,
    sparse_map: Option<BTreeMap<String, Option<f64>>>,
    next: Option<Box<Everything>>,
    nexts: Option<Vec<Everything>>,
}

crate::structure! {
    Everything("Everything") in Own requires [0] {
        0: "text" / "flag" => required text,
        1: "flag" / "text" => optional flag,
        2: "byte" => optional byte,
        3: "short" => optional short,
        4: "int" => optional int,
        5: "long" => optional long,
        6: "float" => optional float,
        7: "double" => optional double,
        8: "blob" => optional blob,
        9: "document" => optional document,
        10: "at" => optional at as DateTime,
        11: "times" => optional times as List<EpochSeconds>,
        12: "color" => optional color,
        13: "tag" => optional tag,
        14: "filter" => optional filter,
        15: "sparse" => optional sparse as SparseList<()>,
        16: "map" => optional map as Map<SparseList<EpochSeconds>>,
        17: "sparseMap" => optional sparse_map as SparseMap<()>,
        18: "next" / "Next" => optional next as Boxed<()>,
        19: "nexts" / "next" => optional nexts,
    }
}

/// Deeper than this, recursive values end.
const DEPTH: usize = 4;

/// Picks values, the odd ones often.
struct Picker<'a, 'b> {
    source: &'a mut Unstructured<'b>,
    depth: usize,
}

impl Picker<'_, '_> {
    fn any<T: for<'x> Arbitrary<'x>>(&mut self) -> Result<T> {
        self.source.arbitrary()
    }

    fn maybe<T>(&mut self, pick: impl FnOnce(&mut Self) -> Result<T>) -> Result<Option<T>> {
        if self.source.ratio(1, 3)? {
            pick(self).map(Some)
        } else {
            Ok(None)
        }
    }

    fn some<T>(&mut self, pick: impl Fn(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let length = self.source.int_in_range(0..=3)?;
        (0..length).map(|_| pick(self)).collect()
    }

    fn text(&mut self) -> Result<String> {
        match self.source.int_in_range(0..=3)? {
            0 => Ok((*self.source.choose(&[
                "",
                "__type",
                "text",
                "null",
                "NaN",
                "\"\\\n\u{0}",
                "\u{feff}ä𝄞",
            ])?)
            .to_owned()),
            _ => self.any(),
        }
    }

    /// Never NaN, which equals nothing.
    fn float(&mut self) -> Result<f64> {
        let float = match self.source.int_in_range(0..=3)? {
            0 => *self.source.choose(&[
                0.0,
                -0.0,
                0.1 + 0.2,
                f64::MAX,
                5e-324,
                f64::INFINITY,
                f64::NEG_INFINITY,
            ])?,
            1 => f64::from(self.any::<i32>()?) / 1000.0,
            _ => self.any()?,
        };
        Ok(if float.is_nan() { 1.5 } else { float })
    }

    /// Whole in milliseconds, which the wire form keeps at least.
    fn time(&mut self) -> Result<Timestamp> {
        let range = Timestamp::MIN.as_millisecond()..=Timestamp::MAX.as_millisecond();
        let millisecond = match self.source.int_in_range(0..=2)? {
            0 => self.source.int_in_range(range)?,
            1 => i64::from(self.any::<i32>()?) * 1000,
            _ => i64::from(self.any::<i32>()?),
        };
        Ok(Timestamp::from_millisecond(millisecond).unwrap_or_default())
    }

    fn color(&mut self) -> Result<Color> {
        Ok(if self.any()? {
            Color::from(self.text()?)
        } else {
            self.source.choose(Color::VALUES)?.clone()
        })
    }

    fn tag(&mut self) -> Result<Tag> {
        Ok(Tag {
            key: self.maybe(Self::text)?,
            value: self.maybe(Self::text)?,
        })
    }

    /// Not null, which is absent.
    fn document(&mut self) -> Result<serde_json::Value> {
        Ok(match self.source.int_in_range(0..=4)? {
            0 => json!(self.any::<i64>()?),
            1 => json!(self.text()?),
            2 => json!([null, {"a": self.any::<bool>()?}, []]),
            3 => json!({self.text()?: null, "b": {"c": self.any::<u64>()?}}),
            _ => json!(f64::from(self.any::<i16>()?) / 8.0),
        })
    }

    fn filter(&mut self) -> Result<Filter> {
        self.depth += 1;
        let kinds = if self.depth > DEPTH { 3 } else { 5 };
        let filter = match self.source.int_in_range(0..=kinds)? {
            0 => Filter::Text(self.text()?),
            1 => Filter::Size(self.any()?),
            2 => Filter::Since(self.time()?),
            3 => read::<Wire, Filter>(&json!({"later": self.document()?}).to_string()),
            4 => Filter::Not(Box::new(self.filter()?)),
            _ => Filter::All(self.some(Self::filter)?),
        };
        self.depth -= 1;
        Ok(filter)
    }

    fn everything(&mut self) -> Result<Everything> {
        self.depth += 1;
        let deeper = self.depth <= DEPTH;
        let everything = Everything {
            text: self.text()?,
            flag: self.maybe(Self::any)?,
            byte: self.maybe(Self::any)?,
            short: self.maybe(Self::any)?,
            int: self.maybe(Self::any)?,
            long: self.maybe(Self::any)?,
            float: self.maybe(Self::any::<f32>)?.filter(|float| !float.is_nan()),
            double: self.maybe(Self::float)?,
            blob: self.maybe(Self::any::<Vec<u8>>)?.map(Bytes::from),
            document: self.maybe(Self::document)?,
            at: self.maybe(Self::time)?,
            times: self.maybe(|p| p.some(Self::time))?,
            color: self.maybe(Self::color)?,
            tag: self.maybe(Self::tag)?,
            filter: self.maybe(Self::filter)?,
            sparse: self.maybe(|p| p.some(|p| p.maybe(Self::filter)))?,
            map: self
                .maybe(|p| p.some(|p| Ok((p.color()?, p.some(|p| p.maybe(Self::time))?))))?
                .map(|v| v.into_iter().collect()),
            sparse_map: self
                .maybe(|p| p.some(|p| Ok((p.text()?, p.maybe(Self::float)?))))?
                .map(|v| v.into_iter().collect()),
            next: if deeper {
                self.maybe(Self::everything)?.map(Box::new)
            } else {
                None
            },
            nexts: if deeper {
                self.maybe(|p| p.some(Self::everything))?
            } else {
                None
            },
        };
        self.depth -= 1;
        Ok(everything)
    }
}

fn reads_back<F: Form>(value: &Everything) {
    let text = written::<F, _>(value);
    assert_eq!(
        from_json::<F, Everything>(&text).unwrap().as_ref(),
        Some(value),
        "{text}"
    );
    let json = Value::<F>::write(value, serde_json::value::Serializer).unwrap();
    assert_eq!(
        form::read::<F, Everything, _>(json).unwrap().as_ref(),
        Some(value),
        "{text}"
    );
    let reader = serde_json::Deserializer::from_reader(text.as_bytes());
    assert_eq!(
        form::read::<F, Everything, _>(&mut { reader }).unwrap().as_ref(),
        Some(value),
        "{text}"
    );
}

#[test]
fn each_form_reads_what_it_writes() {
    arbtest(|source| {
        let value = Picker { source, depth: 0 }.everything()?;
        reads_back::<Serde>(&value);
        reads_back::<Wire>(&value);
        Ok(())
    })
    .budget_ms(1_000);
}

#[test]
fn strict_reads_what_serde_writes_but_unknown_variants() {
    arbtest(|source| {
        let value = Picker { source, depth: 0 }.everything()?;
        let text = written::<Serde, _>(&value);
        match from_json::<Strict, Everything>(&text) {
            Ok(read) => assert_eq!(read, Some(value)),
            Err(error) => assert!(
                error.to_string().starts_with("`later` is not a member of Filter"),
                "{error}"
            ),
        }
        Ok(())
    })
    .budget_ms(500);
}

/// What is read from damaged text may be less than was meant, but it is a value like any other.
fn settles<F: Form>(value: &Everything) {
    let text = written::<F, _>(value);
    let again = from_json::<F, Everything>(&text).unwrap().unwrap();
    assert_eq!(written::<F, _>(&again), text);
}

#[test]
fn damaged_text_is_an_error_or_reads_back() {
    const SPLINTERS: [&str; 21] = [
        "",
        "null",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "-",
        "e9",
        ".5",
        "1e400",
        "\"text\":",
        "\"next\":",
        "{}",
        "\"__type\":0,",
        "\u{0}",
        "\"NaN\"",
        "99999999999999999999",
    ];
    arbtest(|source| {
        let value = Picker { source, depth: 0 }.everything()?;
        let mut text = written::<Wire, _>(&value);
        for _ in 0..source.int_in_range(1..=3)? {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let from = source.choose_index(places.len())?;
            let to = places.len().min(from + 1 + source.choose_index(8)?) - 1;
            text.replace_range(places[from]..places[to], source.choose(&SPLINTERS)?);
        }
        if let Ok(Some(read)) = from_json::<Wire, Everything>(&text) {
            settles::<Wire>(&read);
            settles::<Serde>(&read);
        }
        Ok(())
    })
    .budget_ms(500);
}
