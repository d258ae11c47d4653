//! Lists in one header.

use std::borrow::Cow;

/// Appends an item, in quotes where its text would otherwise be taken for two items or for a quoted one.
#[inline]
pub(crate) fn push_quoted(list: &mut String, item: &str) {
    if !item.contains([',', '"']) {
        list.push_str(item);
        return;
    }
    list.push('"');
    for character in item.chars() {
        if matches!(character, '"' | '\\') {
            list.push('\\');
        }
        list.push(character);
    }
    list.push('"');
}

/// The items of a list: cut at each comma outside quotes, without blanks around and without quotes. Between two
/// commas with nothing there is no item, as RFC 9110 has it.
#[inline]
pub(crate) fn split(list: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut quoted = false;
    let mut escaped = false;
    let cut = move |character: char| {
        let was_escaped = std::mem::take(&mut escaped);
        match character {
            _ if was_escaped => false,
            '\\' => {
                escaped = quoted;
                false
            }
            '"' => {
                quoted = !quoted;
                false
            }
            ',' => !quoted,
            _ => false,
        }
    };
    list.split(cut)
        .map(str::trim_ascii)
        .filter(|item| !item.is_empty())
        .map(unquote)
}

#[inline]
fn unquote(item: &str) -> Cow<'_, str> {
    let Some(inner) = item.strip_prefix('"').and_then(|item| item.strip_suffix('"')) else {
        return Cow::Borrowed(item);
    };
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut characters = inner.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => text.extend(characters.next()),
            _ => text.push(character),
        }
    }
    Cow::Owned(text)
}

/// The items of a list of timestamps: cut at each comma but the one behind an HTTP date's weekday.
#[inline]
pub(crate) fn split_dates(list: &str) -> impl Iterator<Item = &str> {
    let mut start_of_item = true;
    let mut only_letters = true;
    let cut = move |character: char| {
        if character == ',' && (start_of_item || !only_letters) {
            (start_of_item, only_letters) = (true, true);
            return true;
        }
        if character == ',' {
            only_letters = false;
        } else if !character.is_whitespace() {
            start_of_item = false;
            only_letters &= character.is_ascii_alphabetic();
        }
        false
    };
    list.split(cut)
        .map(str::trim_ascii)
        .filter(|item| !item.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn splits(list: &str, expected: &[&str]) {
        assert_eq!(split(list).collect::<Vec<_>>(), expected, "{list}");
    }

    #[test]
    fn only_items_with_a_comma_or_a_quote_are_quoted() {
        for (item, expected) in [
            ("plain", "plain"),
            ("back\\slash", "back\\slash"),
            ("b,c", "\"b,c\""),
            ("\"def\"", "\"\\\"def\\\"\""),
            ("a,\\", "\"a,\\\\\""),
            ("", ""),
        ] {
            let mut list = String::new();
            push_quoted(&mut list, item);
            assert_eq!(list, expected);
        }
    }

    #[test]
    fn what_was_quoted_is_read_again() {
        let items = ["b,c", "\"def\"", "a", "x\\,\"\\", "\\"];
        let mut list = String::new();
        for item in items {
            push_quoted(&mut list, item);
            list.push_str(", ");
        }
        splits(&list, &items);
    }

    #[test]
    fn lists_are_cut_outside_quotes_and_trimmed() {
        splits(" one,two , three ", &["one", "two", "three"]);
        splits("\"b,c\", \"\\\"def\\\"\", a", &["b,c", "\"def\"", "a"]);
        splits("k=\"a,b\", c", &["k=\"a,b\"", "c"]);
        splits("\"\", , x,,", &["", "x"]);
        splits("", &[]);
    }

    #[test]
    fn quotes_that_do_not_end_take_the_rest() {
        splits("a, \"b, c", &["a", "\"b, c"]);
        splits("\"", &["\""]);
        splits("\"\\", &["\"\\"]);
        splits("\"a\\\"", &["a"]);
    }

    #[test]
    fn dates_are_cut_at_every_second_comma() {
        let dates = "Mon, 16 Dec 2019 23:48:18 GMT, Tue, 17 Dec 2019 23:48:18 GMT";
        let expected = ["Mon, 16 Dec 2019 23:48:18 GMT", "Tue, 17 Dec 2019 23:48:18 GMT"];
        assert_eq!(split_dates(dates).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn other_timestamps_are_cut_at_each_comma() {
        let list = "1576540098, 2019-12-16T23:48:18Z,,Mon, 16 Dec 2019 23:48:18 GMT,1";
        let expected = [
            "1576540098",
            "2019-12-16T23:48:18Z",
            "Mon, 16 Dec 2019 23:48:18 GMT",
            "1",
        ];
        assert_eq!(split_dates(list).collect::<Vec<_>>(), expected);
    }
}
