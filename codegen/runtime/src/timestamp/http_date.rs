//! The date form of HTTP headers.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::Offset;

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Reads `Sun, 06 Nov 1994 08:49:37.5 GMT` and the obsolete `Sunday, 06-Nov-94 08:49:37 GMT` and
/// `Sun Nov  6 08:49:37 1994`; whether the weekday is right does not matter.
///
/// Not through jiff, which reads no fraction and refuses what it can't hold instead of saturating.
pub(super) fn parse(text: &str) -> Option<Timestamp> {
    let words: Vec<&str> = text
        .split([' ', '\t', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let words = match words.as_slice() {
        [weekday, rest @ ..] if weekday.bytes().all(|byte| byte.is_ascii_alphabetic()) => rest,
        words => words,
    };
    match *words {
        [day, month, year, time, zone] => read(day, month, year, time, zone),
        [date, time, zone] => match date.splitn(3, '-').collect::<Vec<_>>()[..] {
            [day, month, year] => read(day, month, year, time, zone),
            _ => None,
        },
        [month, day, time, year] => read(day, month, year, time, "GMT"),
        _ => None,
    }
}

fn read(day: &str, month: &str, year: &str, time: &str, zone: &str) -> Option<Timestamp> {
    let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))?;
    let month = i8::try_from(month + 1).ok()?;
    let date = Date::new(read_year(year)?, month, day.parse().ok()?).ok()?;
    Some(super::from_civil(
        date.to_datetime(read_time(time)?),
        read_zone(zone)?,
    ))
}

fn read_year(text: &str) -> Option<i16> {
    let year: i16 = text.parse().ok()?;
    Some(match text.len() {
        // As POSIX reads two digits.
        2 if year < 69 => year + 2000,
        2 => year + 1900,
        _ => year,
    })
}

fn read_time(text: &str) -> Option<Time> {
    let mut parts = text.splitn(3, ':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let (second, nanosecond) = match second.split_once('.') {
        Some((second, fraction)) => (second, read_fraction(fraction)?),
        None => (second, 0),
    };
    // A leap second is the second before, as it is in RFC 3339 times.
    let second: i8 = second.parse().ok()?;
    let second = if second == 60 { 59 } else { second };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, second, nanosecond).ok()
}

fn read_fraction(digits: &str) -> Option<i32> {
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let nine = digits.bytes().chain(std::iter::repeat(b'0')).take(9);
    Some(nine.fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0')))
}

/// Seconds east of UTC.
fn read_zone(text: &str) -> Option<i32> {
    if ["GMT", "UTC", "UT", "Z"]
        .iter()
        .any(|utc| utc.eq_ignore_ascii_case(text))
    {
        return Some(0);
    }
    let (sign, digits) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(digits), _) => (1, digits),
        (_, Some(digits)) => (-1, digits),
        _ => return None,
    };
    if digits.len() != 4 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    Some(sign * (number / 100 * 3600 + number % 100 * 60))
}

/// See [`crate::format::http_date`].
pub(crate) fn write(timestamp: Timestamp) -> String {
    let time = Offset::UTC.to_datetime(timestamp);
    // jiff's own writer fails for years before 0; this one has no way to.
    let name = |names: &[&'static str], number: i8| {
        usize::try_from(number)
            .ok()
            .and_then(|number| names.get(number).copied())
            .unwrap_or_default()
    };
    format!(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
        name(&WEEKDAYS, time.weekday().to_monday_zero_offset()),
        time.day(),
        name(&MONTHS, time.month() - 1),
        time.year(),
        time.hour(),
        time.minute(),
        time.second(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_to_the_second_and_read_again() {
        for (second, expected) in [
            (1_422_172_800, "Sun, 25 Jan 2015 08:00:00 GMT"),
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
            (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        ] {
            let timestamp = super::super::from_epoch_seconds(second);
            assert_eq!(write(timestamp), expected);
            assert_eq!(parse(expected), Some(timestamp));
        }
    }

    #[test]
    fn the_extremes_can_be_written() {
        assert_eq!(write(Timestamp::MAX), "Thu, 30 Dec 9999 22:00:00 GMT");
        assert!(write(Timestamp::MIN).ends_with("GMT"));
    }

    #[test]
    fn a_fraction_is_not_written() {
        let half = Timestamp::new(-1, -500_000_000).map(write);
        assert_eq!(half.ok().as_deref(), Some("Wed, 31 Dec 1969 23:59:58 GMT"));
    }

    #[test]
    fn zones_and_missing_weekdays_are_read() {
        for text in [
            "06 Nov 1994 08:49:37 GMT",
            "Sun, 6 Nov 1994 08:49:37 UTC",
            "Sun, 06 nov 1994 10:49:37 +0200",
            "Sun, 06 Nov 1994 00:49:37 -0800",
            "Mon, 06 Nov 1994 08:49:37 gmt",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
        ] {
            assert_eq!(parse(text).map(Timestamp::as_second), Some(784_111_777), "{text}");
        }
    }

    #[test]
    fn two_digit_years_are_those_around_2000() {
        let year = |text: &str| parse(text).map(|time| Offset::UTC.to_datetime(time).year());
        assert_eq!(year("Friday, 01-Jan-68 00:00:00 GMT"), Some(2068));
        assert_eq!(year("Friday, 01-Jan-69 00:00:00 GMT"), Some(1969));
    }
}
