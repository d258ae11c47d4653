//! The dates by which revisions are named.

use std::fmt;
use std::str::FromStr;

/// A day, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, where there is such a one.
    pub(crate) fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// Its place on a time axis, in years; every month is as long as the others.
    pub(crate) fn years(self) -> f64 {
        let days = u32::from(self.month - 1) * 31 + u32::from(self.day - 1);
        f64::from(self.year) + f64::from(days) / f64::from(12 * 31)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let mut parts = text.splitn(3, '-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            let digits =
                |part: &str, length| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
                return None;
            }
            Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        parse().ok_or("this is no date: write it as YYYY-MM-DD, such as 2020-06-10")
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_date_reads_back_as_it_is_written() {
        assert_eq!(
            "2020-06-10".parse().map(|date: Date| date.to_string()),
            Ok("2020-06-10".to_owned())
        );
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "2021-02-29",
            "2020-13-01",
            "2020-00-10",
            "2020-6-10",
            "20200610",
            "2020-06-10T",
            "+020-01-01",
            "",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn leap_days_are_days() {
        assert!("2020-02-29".parse::<Date>().is_ok());
        assert!("1900-02-29".parse::<Date>().is_err());
    }
}
