//! Notations that a value takes because its member says so: emitted code converts with these before it binds.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde_json::Value;

use crate::timestamp::{epoch, http_date};

/// RFC 3339 in UTC, with a fraction only where there is one: `2020-06-10T18:07:27Z`.
#[inline]
pub fn date_time(timestamp: Timestamp) -> String {
    timestamp.to_string()
}

/// The date form of HTTP headers, to the second: `Wed, 10 Jun 2020 18:07:27 GMT`.
#[inline]
pub fn http_date(timestamp: Timestamp) -> String {
    http_date::write(timestamp)
}

/// Seconds since 1970, exact and without an exponent: `1591812447.5`.
#[inline]
pub fn epoch_seconds(timestamp: Timestamp) -> String {
    epoch::write(timestamp)
}

/// The shortest text that reads back as the number; `NaN`, `Infinity` and `-Infinity` for what is none.
#[inline]
pub fn float(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else {
        // `Display` would write 1e300 with three hundred zeros.
        format!("{value:?}")
    }
}

/// Base64, of a blob's bytes or of a media-typed string's text.
#[inline]
pub fn base64(bytes: impl AsRef<[u8]>) -> String {
    BASE64_STANDARD.encode(bytes)
}

/// A JSON value for a header: base64 of its text.
#[inline]
pub fn json_header(value: &Value) -> String {
    base64(value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn date_times_have_a_fraction_only_when_it_is_not_zero() {
        let write = |second, nanosecond| Timestamp::new(second, nanosecond).map(date_time);
        for (second, nanosecond, expected) in [
            (1_591_812_447, 0, "2020-06-10T18:07:27Z"),
            (1_591_812_447, 500_000_000, "2020-06-10T18:07:27.5Z"),
            (1_591_812_447, 1, "2020-06-10T18:07:27.000000001Z"),
            (-1, -500_000_000, "1969-12-31T23:59:58.5Z"),
        ] {
            assert_eq!(write(second, nanosecond).ok().as_deref(), Some(expected));
        }
    }

    #[test]
    fn json_in_a_header_is_base64_of_its_text() {
        assert_eq!(json_header(&json!({"Foo": "Bar"})), "eyJGb28iOiJCYXIifQ==");
    }

    #[test]
    fn bytes_and_texts_become_base64() {
        assert_eq!(base64(bytes::Bytes::from_static(b"\xff\x00")), "/wA=");
        assert_eq!(base64("text/plain"), "dGV4dC9wbGFpbg==");
    }
}
