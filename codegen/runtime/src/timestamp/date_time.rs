//! RFC 3339.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::fmt::temporal::Pieces;

/// Not through `Timestamp`'s own parser, which refuses what it can't hold instead of saturating.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let text = nine_digits(text);
    let pieces = Pieces::parse(text.as_ref()).ok()?;
    let time = pieces
        .date()
        .to_datetime(pieces.time().unwrap_or(Time::midnight()));
    let offset = pieces.to_numeric_offset().map_or(0, |offset| offset.seconds());
    Some(super::from_civil(time, offset))
}

/// The text with no more than nine digits of a fraction: jiff refuses more, RFC 3339 does not.
fn nine_digits(text: &str) -> Cow<'_, str> {
    let Some((head, tail)) = text.split_once('.') else {
        return Cow::Borrowed(text);
    };
    let end = tail.bytes().take_while(u8::is_ascii_digit).count();
    match (tail.get(..9), tail.get(end..)) {
        (Some(kept), Some(rest)) if end > 9 => Cow::Owned([head, ".", kept, rest].concat()),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_beyond_the_nanosecond_are_cut() {
        let cut = parse("2020-06-10T18:07:27.123456789999+00:00");
        assert_eq!(cut.map(Timestamp::as_nanosecond), Some(1_591_812_447_123_456_789));
    }

    #[test]
    fn offsets_count() {
        for (text, second) in [
            ("1970-01-01T01:00:00+01:00", 0),
            ("1969-12-31T16:00:00-0800", 0),
            ("1970-01-01T00:00:00-00:00", 0),
            ("1970-01-01T05:45:00+05:45", 0),
        ] {
            assert_eq!(parse(text).map(Timestamp::as_second), Some(second), "{text}");
        }
    }

    #[test]
    fn a_leap_second_is_the_second_before() {
        let leap = parse("2016-12-31T23:59:60Z");
        assert_eq!(leap.map(Timestamp::as_second), Some(1_483_228_799));
    }

    #[test]
    fn a_date_alone_is_its_midnight() {
        assert_eq!(parse("1970-01-02").map(Timestamp::as_second), Some(86_400));
    }
}
