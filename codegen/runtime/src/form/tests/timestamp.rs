//! Timestamps: a notation a codec on the wire, RFC 3339 in the serde form, all of them read everywhere.

use jiff::Timestamp;

use super::{read, refusal, written};
use crate::form::{DateTime, EpochSeconds, HttpDate, Serde, Strict, Wire};

#[derive(Debug, Clone, PartialEq, Default)]
struct Times {
    epoch: Option<Timestamp>,
    date_time: Option<Timestamp>,
    http_date: Option<Timestamp>,
}

crate::structure! {
    Times("Times") in Own {
        0: "epoch" => optional epoch as EpochSeconds,
        1: "dateTime" => optional date_time as DateTime,
        2: "httpDate" => optional http_date as HttpDate,
    }
}

fn times(second: i64, nanosecond: i32) -> Times {
    let at = Timestamp::new(second, nanosecond).ok();
    Times {
        epoch: at,
        date_time: at,
        http_date: at,
    }
}

#[test]
fn each_has_its_notation_on_the_wire() {
    let text = r#"{"epoch":1591812447,"dateTime":"2020-06-10T18:07:27Z","httpDate":"Wed, 10 Jun 2020 18:07:27 GMT"}"#;
    assert_eq!(written::<Wire, _>(&times(1_591_812_447, 0)), text);
    assert_eq!(read::<Wire, Times>(text), times(1_591_812_447, 0));
}

#[test]
fn all_are_rfc_3339_in_the_serde_form() {
    for (nanosecond, at) in [
        (0, "2020-06-10T18:07:27Z"),
        (500_000_000, "2020-06-10T18:07:27.5Z"),
    ] {
        let text = format!(r#"{{"epoch":"{at}","dateTime":"{at}","httpDate":"{at}"}}"#);
        let times = times(1_591_812_447, nanosecond);
        assert_eq!(written::<Serde, _>(&times), text);
        assert_eq!(read::<Serde, Times>(&text), times);
        assert_eq!(read::<Strict, Times>(&text), times);
    }
}

#[test]
fn a_fraction_stays_but_in_http_dates() {
    let text = r#"{"epoch":1591812447.5,"dateTime":"2020-06-10T18:07:27.5Z","httpDate":"Wed, 10 Jun 2020 18:07:27 GMT"}"#;
    assert_eq!(written::<Wire, _>(&times(1_591_812_447, 500_000_000)), text);
}

#[test]
fn times_before_1970_are_negative() {
    let text = written::<Wire, _>(&times(-1, -500_000_000));
    assert!(
        text.starts_with(r#"{"epoch":-1.5,"dateTime":"1969-12-31T23:59:58.5Z""#),
        "{text}"
    );
    assert_eq!(read::<Wire, Times>(&text).epoch, times(-1, -500_000_000).epoch);
}

#[test]
fn every_notation_is_read_everywhere() {
    for at in [
        "1591812447",
        "1591812447.0",
        "1.591812447E9",
        "\"1591812447\"",
        "\"2020-06-10T20:07:27+02:00\"",
        "\"Wed, 10 Jun 2020 18:07:27.000 GMT\"",
    ] {
        let text = format!(r#"{{"epoch":{at},"dateTime":{at},"httpDate":{at}}}"#);
        assert_eq!(read::<Wire, Times>(&text), times(1_591_812_447, 0), "{at}");
        assert_eq!(read::<Serde, Times>(&text), times(1_591_812_447, 0), "{at}");
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            crate::form::read::<Strict, _, _>(value).unwrap(),
            Some(times(1_591_812_447, 0)),
            "{at}"
        );
    }
}

#[test]
fn a_fraction_is_read_as_the_digits_say() {
    for (number, nanosecond) in [("1591812447.123", 123_000_000), ("1591812447.000001", 1_000)] {
        let text = format!(r#"{{"epoch":{number}}}"#);
        let at = Timestamp::new(1_591_812_447, nanosecond).ok();
        assert_eq!(read::<Wire, Times>(&text).epoch, at, "{number}");
    }
}

#[test]
fn times_out_of_range_saturate() {
    for (at, expected) in [
        ("\"9999-12-31T23:59:59Z\"", Timestamp::MAX),
        ("253402300800", Timestamp::MAX),
        ("18446744073709551615", Timestamp::MAX),
        ("100000000000000000000", Timestamp::MAX),
        ("-100000000000000000000", Timestamp::MIN),
        ("1e300", Timestamp::MAX),
        ("-1e300", Timestamp::MIN),
    ] {
        let text = format!(r#"{{"epoch":{at}}}"#);
        assert_eq!(read::<Wire, Times>(&text).epoch, Some(expected), "{at}");
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let read = crate::form::read::<Strict, Times, _>(value).unwrap().unwrap();
        assert_eq!(read.epoch, Some(expected), "{at}");
    }
}

#[test]
fn the_ends_of_time_read_back() {
    for at in [Timestamp::MIN, Timestamp::MAX] {
        let times = Times {
            date_time: Some(at),
            ..Times::default()
        };
        assert_eq!(read::<Wire, Times>(&written::<Wire, _>(&times)), times);
        assert_eq!(read::<Serde, Times>(&written::<Serde, _>(&times)), times);
    }
}

#[test]
fn what_is_no_time_is_an_error() {
    for other in [
        "\"soon\"",
        "\"\"",
        "\"NaN\"",
        "true",
        "[]",
        "{}",
        r#"{"seconds":1}"#,
    ] {
        let refusal = refusal::<Wire, Times>(&format!(r#"{{"epoch":{other}}}"#));
        assert!(!refusal.is_empty(), "{other}");
    }
}
