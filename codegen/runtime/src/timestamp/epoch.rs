//! Seconds since 1970 as a decimal number.

use jiff::Timestamp;

/// Digits after the point that a [`Timestamp`] can hold.
const PLACES: i64 = 9;

/// Digit by digit: through a float, the nanoseconds would get lost.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let (negative, number) = sign(text);
    let (mantissa, exponent) = match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (number, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.len() + fraction.len() == 0 {
        return None;
    }
    let digits = || whole.bytes().chain(fraction.bytes());
    if !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let length = i64::try_from(whole.len() + fraction.len()).ok()?;
    let wanted = i64::try_from(whole.len())
        .ok()?
        .saturating_add(exponent)
        .saturating_add(PLACES)
        .max(0);
    let mut nanoseconds = digits()
        .take(usize::try_from(wanted).unwrap_or(usize::MAX))
        .fold(0_i128, |sum, digit| {
            sum.saturating_mul(10).saturating_add(i128::from(digit - b'0'))
        });
    // Forty powers of ten are beyond any `i128`; a longer way leads nowhere else.
    for _ in length..wanted.min(length.saturating_add(40)) {
        nanoseconds = nanoseconds.saturating_mul(10);
    }
    let nanoseconds = if negative { -nanoseconds } else { nanoseconds };
    Some(Timestamp::from_nanosecond(nanoseconds).unwrap_or_else(|_| super::limit(negative)))
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// An exponent too large for any use saturates.
fn parse_exponent(text: &str) -> Option<i64> {
    let (negative, digits) = sign(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let size = digits.parse().unwrap_or(i64::MAX);
    Some(if negative { -size } else { size })
}

/// Exact text; see [`crate::format::epoch_seconds`].
pub(crate) fn write(timestamp: Timestamp) -> String {
    let nanoseconds = timestamp.subsec_nanosecond().unsigned_abs();
    if nanoseconds == 0 {
        return timestamp.as_second().to_string();
    }
    // The sign of -0.5 is not in its zero seconds.
    let sign = if timestamp < Timestamp::UNIX_EPOCH {
        "-"
    } else {
        ""
    };
    let text = format!("{sign}{}.{nanoseconds:09}", timestamp.as_second().unsigned_abs());
    text.trim_end_matches('0').to_owned()
}

/// See [`super::to_epoch_seconds`].
pub(super) fn number(timestamp: Timestamp) -> f64 {
    /// Up to here a float tells integers apart.
    const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
    // One division of exact integers rounds once, so the shortest text that reads back has just these digits.
    let microseconds = timestamp.as_microsecond();
    if microseconds.unsigned_abs() >= 1_000_000 && microseconds.unsigned_abs() < EXACT {
        return microseconds as f64 / 1e6;
    }
    timestamp.as_millisecond() as f64 / 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(nanoseconds: i128) -> Timestamp {
        Timestamp::from_nanosecond(nanoseconds).unwrap_or_default()
    }

    #[test]
    fn decimals_are_read_digit_by_digit() {
        for (text, nanoseconds) in [
            ("0", 0),
            ("-0", 0),
            ("+1", 1_000_000_000),
            ("1.", 1_000_000_000),
            (".5", 500_000_000),
            ("-0.5", -500_000_000),
            ("0.0000000019", 1),
            ("1.5e1", 15_000_000_000),
            ("15E-1", 1_500_000_000),
            ("1e-400", 0),
            ("0e400", 0),
            ("1e-99999999999999999999", 0),
            (
                "0.0000000000000000000000000000000000000000000001e46",
                1_000_000_000,
            ),
            (
                "000000000000000000000000000000000000000000000000001",
                1_000_000_000,
            ),
        ] {
            assert_eq!(parse(text), Some(at(nanoseconds)), "{text}");
        }
    }

    #[test]
    fn text_is_exact_and_has_no_exponent() {
        for (nanoseconds, expected) in [
            (1_422_172_800_000_000_000, "1422172800"),
            (1_591_812_447_500_000_000, "1591812447.5"),
            (1, "0.000000001"),
            (-1, "-0.000000001"),
            (-1_500_000_000, "-1.5"),
            (0, "0"),
            (-10_000_000_000, "-10"),
        ] {
            assert_eq!(write(at(nanoseconds)), expected);
            assert_eq!(parse(expected), Some(at(nanoseconds)));
        }
        assert_eq!(write(Timestamp::MAX), "253402207200.999999999");
    }

    #[test]
    fn a_json_number_keeps_the_microsecond_and_has_no_exponent() {
        for (nanoseconds, expected) in [
            (1_591_812_447_123_456_789, "1591812447.123456"),
            (1_003_691_000, "1.003691"),
            (-1_500_000_000, "-1.5"),
            (1_000_000, "0.001"),
            (1_000, "0.0"),
            (253_402_207_200_123_000_000, "253402207200.123"),
        ] {
            let number = serde_json::Number::from_f64(number(at(nanoseconds)));
            assert_eq!(number.map(|number| number.to_string()).as_deref(), Some(expected));
        }
    }
}
