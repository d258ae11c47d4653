//! Timestamps in every notation that services use.
//!
//! Whatever a model says, services answer in other notations too; so each is read everywhere, and what lies
//! outside the years that [`Timestamp`] can hold becomes its first or last instant: `9999-12-31T23:59:59Z`,
//! a day behind its end, is what many services write for "never".

mod date_time;
pub(crate) mod epoch;
pub(crate) mod http_date;

use jiff::civil::{DateTime, date};
use jiff::{SignedDuration, Timestamp};

/// Reads a timestamp in any notation: seconds since 1970 (`1591812447`, `1591812447.5`, `1.59E9`), RFC 3339
/// with any offset or none (then UTC), an HTTP date in its present form or either obsolete one, with or without
/// a fraction.
///
/// It is exact to the nanosecond and saturates. `None` for anything else.
pub fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim_ascii();
    epoch::parse(text)
        .or_else(|| date_time::parse(text))
        .or_else(|| http_date::parse(text))
}

/// The timestamp of that many seconds since 1970, saturating.
pub fn from_epoch_seconds(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or_else(|_| limit(seconds < 0))
}

/// Seconds since 1970 as a JSON number's value: exact to the microsecond until the year 2255 and to the
/// millisecond after, and never so small that it would be written with an exponent.
pub fn to_epoch_seconds(timestamp: Timestamp) -> f64 {
    epoch::number(timestamp)
}

/// A civil time and its distance from UTC, saturating.
fn from_civil(time: DateTime, offset_seconds: i32) -> Timestamp {
    let since_1970 = time.duration_since(date(1970, 1, 1).at(0, 0, 0, 0));
    let since_1970 = since_1970 - SignedDuration::from_secs(offset_seconds.into());
    Timestamp::from_duration(since_1970).unwrap_or_else(|_| limit(since_1970.is_negative()))
}

fn limit(past: bool) -> Timestamp {
    if past { Timestamp::MIN } else { Timestamp::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nanoseconds(text: &str) -> Option<i128> {
        parse(text).map(Timestamp::as_nanosecond)
    }

    #[test]
    fn every_notation_is_read() {
        for text in [
            "1591812447",
            " 1591812447.0 ",
            "1.591812447E9",
            "2020-06-10T18:07:27Z",
            "2020-06-10t18:07:27z",
            "2020-06-10T20:07:27+02:00",
            "2020-06-10T18:07:27",
            "Wed, 10 Jun 2020 18:07:27 GMT",
            "Wednesday, 10-Jun-20 18:07:27 GMT",
            "Wed Jun 10 18:07:27 2020",
        ] {
            assert_eq!(nanoseconds(text), Some(1_591_812_447_000_000_000), "{text}");
        }
    }

    #[test]
    fn every_notation_is_exact_to_the_nanosecond() {
        for text in [
            "1591812447.123456789",
            "1591812447123456789e-9",
            "2020-06-10T18:07:27.123456789Z",
            "Wed, 10 Jun 2020 18:07:27.123456789 GMT",
        ] {
            assert_eq!(nanoseconds(text), Some(1_591_812_447_123_456_789), "{text}");
        }
    }

    #[test]
    fn times_out_of_range_saturate() {
        for text in [
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999-23:59",
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "253402300799",
            "1e300",
            "1e99999999999999999999",
            "99999999999999999999999999999999999999999999999999",
        ] {
            assert_eq!(parse(text), Some(Timestamp::MAX), "{text}");
        }
        for text in ["-009999-01-01T00:00:00Z", "-1e300", "-99999999999999999999"] {
            assert_eq!(parse(text), Some(Timestamp::MIN), "{text}");
        }
        assert_eq!(from_epoch_seconds(i64::MAX), Timestamp::MAX);
        assert_eq!(from_epoch_seconds(i64::MIN), Timestamp::MIN);
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in [
            "",
            " ",
            "-",
            ".",
            "e9",
            "1e",
            "1e+",
            "0x10",
            "NaN",
            "Infinity",
            "inf",
            "١٢٣",
            "1_000",
            "1 2",
            "--1",
            "never",
            "2020-13-01T00:00:00Z",
            "2020-06-10T25:00:00Z",
            "Wed, 32 Jun 2020 18:07:27 GMT",
            "Wed, 10 Foo 2020 18:07:27 GMT",
            "Wed, 10 Jun 2020 18:07:27 EST5EDT",
            "Wed,",
            ",,,,",
            "10 Jun 2020",
            "Wed, 10 Jun 2020 18:07 GMT",
            "Wed, 10 Jun 2020 18:07:27. GMT",
            "Wed, 10 Jun 99999 18:07:27 GMT",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn damaged_times_never_panic() {
        let mut random = 1_u64;
        let mut next = |below: usize| {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(random >> 33).unwrap_or_default() % below
        };
        for text in [
            "-1591812447.123e+9",
            "2020-06-10T18:07:27.5+23:59",
            "Wed, 10 Jun 2020 18:07:27.5 -0800",
        ] {
            for _ in 0..20_000 {
                let mut damaged = text.as_bytes().to_vec();
                for _ in 0..=next(4) {
                    let at = next(damaged.len());
                    damaged[at] = b"0123456789.,:;+-eETZ []%"[next(24)];
                }
                let _ = parse(&String::from_utf8_lossy(&damaged));
            }
        }
    }
}
