//! Single values as text: what labels, queries and headers hold.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::form::OpenEnum;
use crate::format;

/// A value that a label, a query or a header can hold.
pub trait Text {
    /// The value as text; `None` where it is absent.
    fn text(&self) -> Option<Cow<'_, str>>;
}

impl Text for str {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for String {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for Cow<'_, str> {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Text for bool {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(if *self { "true" } else { "false" }))
    }
}

macro_rules! integers {
    ($($type:ty),+) => {$(
        impl Text for $type {
            #[inline]
            fn text(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }
    )+};
}

integers!(i8, i16, i32, i64);

impl Text for f32 {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        // Widened, 0.1 would become 0.10000000149011612.
        let text = if self.is_finite() {
            format!("{self:?}")
        } else {
            format::float(f64::from(*self))
        };
        Some(Cow::Owned(text))
    }
}

impl Text for f64 {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Owned(format::float(*self)))
    }
}

impl<T: Text> Text for Option<T> {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.text()
    }
}

impl<T: OpenEnum> Text for T {
    #[inline]
    fn text(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self.as_str()))
    }
}

/// Any number of values that a query or a header can hold.
pub trait TextList {
    /// Gives each value as text, in order; absent ones are passed over.
    fn each(&self, take: &mut dyn FnMut(&str));
}

impl<T: Text + ?Sized> TextList for T {
    #[inline]
    fn each(&self, take: &mut dyn FnMut(&str)) {
        if let Some(text) = self.text() {
            take(&text);
        }
    }
}

impl<T: Text> TextList for Vec<T> {
    #[inline]
    fn each(&self, take: &mut dyn FnMut(&str)) {
        for item in self {
            item.each(take);
        }
    }
}

impl<T: Text> TextList for Option<Vec<T>> {
    #[inline]
    fn each(&self, take: &mut dyn FnMut(&str)) {
        if let Some(list) = self {
            list.each(take);
        }
    }
}

/// A map that spreads over a query or over headers.
pub trait TextMap {
    /// Gives each key with each of its values, in the keys' order.
    fn each(&self, take: &mut dyn FnMut(&str, &str));
}

impl<K: Text, V: TextList> TextMap for BTreeMap<K, V> {
    #[inline]
    fn each(&self, take: &mut dyn FnMut(&str, &str)) {
        for (key, values) in self {
            if let Some(key) = key.text() {
                values.each(&mut |value| take(&key, value));
            }
        }
    }
}

impl<K: Text, V: TextList> TextMap for Option<BTreeMap<K, V>> {
    #[inline]
    fn each(&self, take: &mut dyn FnMut(&str, &str)) {
        if let Some(map) = self {
            map.each(take);
        }
    }
}

/// A value that is read from a header's text.
pub trait FromText: Sized {
    /// The value, unless the text is of another kind.
    fn from_text(text: &str) -> Option<Self>;
}

impl FromText for String {
    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

impl FromText for bool {
    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        match text.trim_ascii() {
            text if text.eq_ignore_ascii_case("true") => Some(true),
            text if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }
}

macro_rules! numbers {
    ($($type:ty),+) => {$(
        impl FromText for $type {
            #[inline]
            fn from_text(text: &str) -> Option<Self> {
                text.trim_ascii().parse().ok()
            }
        }
    )+};
}

// What the standard library parses as a float includes `NaN`, `Infinity` and `-Infinity`.
numbers!(i8, i16, i32, i64, f32, f64);

impl<T: OpenEnum> FromText for T {
    #[inline]
    fn from_text(text: &str) -> Option<Self> {
        Some(OpenEnum::from_text(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: impl Text) -> Option<String> {
        value.text().map(Cow::into_owned)
    }

    fn items(list: &dyn TextList) -> Vec<String> {
        let mut items = Vec::new();
        list.each(&mut |item| items.push(item.to_owned()));
        items
    }

    #[test]
    fn integers_are_exact_to_64_bits() {
        assert_eq!(text(i64::MAX).as_deref(), Some("9223372036854775807"));
        assert_eq!(text(i64::MIN).as_deref(), Some("-9223372036854775808"));
        assert_eq!(i64::from_text("9223372036854775807"), Some(i64::MAX));
        assert_eq!(i8::from_text("128"), None);
    }

    #[test]
    fn floats_are_the_shortest_text_that_reads_back() {
        for (value, expected) in [
            (1.1, "1.1"),
            (10.0, "10.0"),
            (-0.5, "-0.5"),
            (1e300, "1e300"),
            (5e-324, "5e-324"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "Infinity"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(text(value).as_deref(), Some(expected));
        }
        assert_eq!(text(0.1_f32).as_deref(), Some("0.1"));
        assert_eq!(text(f32::NEG_INFINITY).as_deref(), Some("-Infinity"));
    }

    #[test]
    fn floats_read_the_three_strings() {
        assert!(f64::from_text("NaN").is_some_and(f64::is_nan));
        assert_eq!(f64::from_text("Infinity"), Some(f64::INFINITY));
        assert_eq!(f32::from_text("-Infinity"), Some(f32::NEG_INFINITY));
        assert_eq!(f64::from_text(" 1.59E9 "), Some(1.59e9));
        assert_eq!(f64::from_text("many"), None);
    }

    #[test]
    fn booleans_are_true_and_false() {
        assert_eq!(text(true).as_deref(), Some("true"));
        assert_eq!(text(false).as_deref(), Some("false"));
        assert_eq!(bool::from_text("True"), Some(true));
        assert_eq!(bool::from_text("1"), None);
    }

    #[test]
    fn absence_shows_through_options_references_and_boxes() {
        assert_eq!(text(None::<String>), None);
        assert_eq!(text(Some(Some(Box::new("deep")))).as_deref(), Some("deep"));
        assert_eq!(text(Some(None::<i32>)), None);
    }

    #[test]
    fn lists_pass_over_absent_items() {
        assert_eq!(items(&vec![Some("a"), None, Some("b")]), ["a", "b"]);
        assert_eq!(items(&Some(vec![1, 2])), ["1", "2"]);
        assert!(items(&None::<Vec<String>>).is_empty());
    }
}
