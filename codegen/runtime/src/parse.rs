//! The readers for [`crate::format`]'s notations: functions from a header's text to a value.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use bytes::Bytes;
use jiff::Timestamp;
use serde_json::Value;

/// Padding is a formality that some services leave out.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// A timestamp in any notation; see [`crate::timestamp::parse`].
#[inline]
pub fn timestamp(text: &str) -> Option<Timestamp> {
    crate::timestamp::parse(text)
}

/// Bytes from base64.
#[inline]
pub fn base64(text: &str) -> Option<Bytes> {
    BASE64.decode(text.trim_ascii()).ok().map(Bytes::from)
}

/// A media-typed string from base64 of its text.
#[inline]
pub fn base64_text(text: &str) -> Option<String> {
    String::from_utf8(BASE64.decode(text.trim_ascii()).ok()?).ok()
}

/// A JSON value from base64 of its text.
#[inline]
pub fn json_header(text: &str) -> Option<Value> {
    serde_json::from_str(&base64_text(text)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn json_is_read_from_base64() {
        assert_eq!(json_header("eyJGb28iOiJCYXIifQ=="), Some(json!({"Foo": "Bar"})));
        assert_eq!(
            json_header("eyJGb28iOiJCYXIifQ"),
            Some(json!({"Foo": "Bar"})),
            "without padding"
        );
        assert_eq!(json_header("e30=}"), None);
        assert_eq!(json_header("AAAA"), None);
    }

    #[test]
    fn base64_text_must_be_utf_8() {
        assert_eq!(base64_text("w6Q=").as_deref(), Some("ä"));
        assert_eq!(base64_text("/w=="), None);
        assert_eq!(base64("/w==").as_deref(), Some(&b"\xff"[..]));
    }
}
