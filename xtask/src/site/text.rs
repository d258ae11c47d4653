//! Words and names as pages print them.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::date::Date;

/// Names up to this length fit in a line everywhere.
const FITS: usize = 16;

/// Text in the runs that a page shows differently.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/text.html")]
pub(super) struct Text<'a> {
    runs: Vec<Run<'a>>,
}

impl HtmlSafe for Text<'_> {}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run<'a> {
    Words(&'a str),
    Code(&'a str),
    /// A date, which is never broken.
    Date(&'a str),
    /// A place at which a line may break.
    Break,
}

impl<'a> Text<'a> {
    /// A sentence: what stands between backticks is code.
    pub(super) fn prose(text: &'a str) -> Self {
        let mut runs = Vec::new();
        let mut rest = text;
        while let Some((words, (code, after))) = rest
            .split_once('`')
            .and_then(|(words, after)| Some((words, after.split_once('`')?)))
        {
            dated(words, &mut runs);
            runs.push(Run::Code(code));
            rest = after;
        }
        dated(rest, &mut runs);
        Self { runs }
    }

    /// A name, which may break where one of its words ends.
    pub(super) fn name(name: &'a str) -> Self {
        if name.parse::<Date>().is_ok() {
            return Self {
                runs: vec![Run::Date(name)],
            };
        }
        let mut runs = Vec::new();
        let mut rest = name;
        while name.len() > FITS
            && let Some(end) = word_end(rest)
        {
            let (word, after) = rest.split_at(end);
            runs.extend([Run::Words(word), Run::Break]);
            rest = after;
        }
        runs.push(Run::Words(rest));
        Self { runs }
    }
}

/// Words with the dates among them set apart.
fn dated<'a>(words: &'a str, runs: &mut Vec<Run<'a>>) {
    let is_of_date = |c: char| c.is_ascii_digit() || c == '-';
    let mut rest = words;
    while let Some(start) = rest.find(is_of_date) {
        let (before, after) = rest.split_at(start);
        let end = after.find(|c| !is_of_date(c)).unwrap_or(after.len());
        let (number, after) = after.split_at(end);
        runs.push(Run::Words(before));
        runs.push(match number.parse::<Date>() {
            Ok(_) => Run::Date(number),
            Err(_) => Run::Words(number),
        });
        rest = after;
    }
    runs.push(Run::Words(rest));
}

/// The end of the first word, where another follows: before a capital after a small letter, and after a separator.
fn word_end(name: &str) -> Option<usize> {
    let pairs = name.char_indices().zip(name.char_indices().skip(1));
    pairs
        .filter(|((_, one), (_, next))| {
            let is_hump = next.is_uppercase() && (one.is_lowercase() || one.is_ascii_digit());
            is_hump || matches!(one, '_' | '-' | '/' | '.' | ':')
        })
        .map(|(_, (end, _))| end)
        .next()
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn what_stands_between_backticks_is_code_and_never_markup() {
        assert_eq!(
            Text::prose("`new` takes <b> and `Vec<u8>` as `it is").to_string(),
            "<code>new</code> takes &#60;b&#62; and <code>Vec&#60;u8&#62;</code> as `it is"
        );
    }

    #[test]
    fn dates_in_sentences_are_kept_together() {
        assert_eq!(
            Text::prose("3 revisions, of 2020-01-01.").to_string(),
            "3 revisions, of <span class=\"date\">2020-01-01</span>."
        );
    }

    #[test]
    fn long_names_may_break_between_their_words() {
        assert_eq!(
            Text::name("DescribeOrganizationConfiguration").to_string(),
            "Describe<wbr>Organization<wbr>Configuration"
        );
        assert_eq!(
            Text::name("/findings/publication-configuration").to_string(),
            "/<wbr>findings/<wbr>publication-<wbr>configuration"
        );
    }

    #[test]
    fn short_names_and_dates_stay_whole() {
        assert_eq!(Text::name("GetMasterAccount").to_string(), "GetMasterAccount");
        assert_eq!(
            Text::name("2020-01-01").to_string(),
            "<span class=\"date\">2020-01-01</span>"
        );
    }
}
