//! A request's URI: a model's pattern, filled in.

use http::Uri;
use http::uri::PathAndQuery;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What RFC 3986 calls unreserved stays; every other byte is encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');
/// In a greedy label, slashes stay too.
const ENCODED_GREEDY: &AsciiSet = &ENCODED.remove(b'/');

/// A path and a query that are being filled in.
#[derive(Debug)]
pub(crate) struct Target {
    path: String,
    query: String,
}

impl Target {
    /// Starts from a model's pattern, which may have literal parts of a query: `/{key+}?list-type=2`.
    pub(crate) fn new(pattern: &str) -> Self {
        let (path, query) = pattern.split_once('?').unwrap_or((pattern, ""));
        Self {
            path: path.to_owned(),
            query: query.to_owned(),
        }
    }

    /// Fills in a label. The error says what is wrong with the value.
    pub(crate) fn label(&mut self, name: &str, value: &str) -> Result<(), &'static str> {
        // What was filled in before holds no brace: they are encoded.
        let (start, end, greedy) = self.find(name).ok_or("is not a label of the URI")?;
        check_label(value, greedy)?;
        let set = if greedy { ENCODED_GREEDY } else { ENCODED };
        self.path
            .replace_range(start..end, &utf8_percent_encode(value, set).to_string());
        Ok(())
    }

    fn find(&self, name: &str) -> Option<(usize, usize, bool)> {
        let plain = ["{", name, "}"].concat();
        if let Some(start) = self.path.find(&plain) {
            return Some((start, start + plain.len(), false));
        }
        let greedy = ["{", name, "+}"].concat();
        self.path
            .find(&greedy)
            .map(|start| (start, start + greedy.len(), true))
    }

    /// Adds to the query.
    pub(crate) fn query(&mut self, name: &str, value: &str) {
        if !self.query.is_empty() {
            self.query.push('&');
        }
        self.query.extend(utf8_percent_encode(name, ENCODED));
        self.query.push('=');
        self.query.extend(utf8_percent_encode(value, ENCODED));
    }

    /// Adds a map to the query, but nothing whose name stands there already.
    pub(crate) fn query_map(&mut self, map: &dyn crate::text::TextMap) {
        let named = self.query.clone();
        map.each(&mut |name, value| {
            if !has_name(&named, name) {
                self.query(name, value);
            }
        });
    }

    /// The URI. The error says what is wrong.
    pub(crate) fn finish(self) -> Result<Uri, String> {
        // Values hold no brace, so what is left of one is the pattern's.
        if let Some((_, unset)) = self.path.split_once('{').or_else(|| self.query.split_once('{')) {
            let name = unset.split(['+', '}']).next().unwrap_or_default();
            return Err(format!("the URI's label `{name}` is not set"));
        }
        let mut uri = self.path;
        if !self.query.is_empty() {
            uri.push('?');
            uri.push_str(&self.query);
        }
        // Not parsed as a whole URI: in one, a path that begins with two slashes would be a host.
        PathAndQuery::try_from(uri)
            .map(Uri::from)
            .map_err(|error| error.to_string())
    }
}

/// A label can never leave its segment: the empty one and the two that mean another place are refused.
fn check_label(value: &str, greedy: bool) -> Result<(), &'static str> {
    if value.is_empty() {
        return Err("stands in the URI's path, where it must not be empty");
    }
    let dots = |segment: &str| segment == "." || segment == "..";
    if greedy && value.split('/').any(dots) {
        return Err("stands in the URI's path, where no segment of it can be `.` or `..`");
    }
    if dots(value) {
        return Err("stands in the URI's path, where it can't be `.` or `..`");
    }
    Ok(())
}

fn has_name(query: &str, name: &str) -> bool {
    query.split('&').any(|part| {
        let known = part.split_once('=').map_or(part, |(known, _)| known);
        percent_decode_str(known).eq(name.bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn label(pattern: &str, value: &str) -> Result<String, String> {
        let mut target = Target::new(pattern);
        target.label("key", value)?;
        Ok(target.finish()?.to_string())
    }

    #[test]
    fn every_byte_of_a_label_is_encoded_but_the_unreserved_ones() -> Result<(), String> {
        for code in 0..=0x7f_u8 {
            let value = format!("a{}b", char::from(code));
            let kept = code.is_ascii_alphanumeric() || b"-._~".contains(&code);
            let expected = if kept {
                format!("/{value}")
            } else {
                format!("/a%{code:02X}b")
            };
            assert_eq!(label("/{key}", &value)?, expected);
            let greedy = if code == b'/' { "/a/b".to_owned() } else { expected };
            assert_eq!(label("/{key+}", &value)?, greedy);
        }
        Ok(())
    }

    #[test]
    fn beyond_ascii_each_byte_of_utf_8_is_encoded() -> Result<(), String> {
        assert_eq!(label("/{key}", "ä😀")?, "/%C3%A4%F0%9F%98%80");
        Ok(())
    }

    #[test]
    fn an_encoded_dot_is_encoded_again() -> Result<(), String> {
        assert_eq!(label("/{key}/x", "%2e%2e")?, "/%252e%252e/x");
        Ok(())
    }

    #[test]
    fn a_label_that_could_leave_its_segment_is_an_error() -> Result<(), String> {
        for value in ["", ".", ".."] {
            assert!(label("/{key}", value).is_err(), "{value}");
            assert!(label("/{key+}", value).is_err(), "{value}");
        }
        for value in ["../a", "a/../b", "a/..", "a/.", "./a"] {
            assert!(label("/{key+}", value).is_err(), "{value}");
        }
        assert_eq!(label("/{key}", "a/../b")?, "/a%2F..%2Fb");
        assert_eq!(label("/{key+}", "a/.../..b/c.")?, "/a/.../..b/c.");
        Ok(())
    }

    #[test]
    fn a_greedy_label_keeps_its_empty_segments() -> Result<(), String> {
        let mut target = Target::new("/{key+}");
        target.label("key", "/evil.example//x/")?;
        let uri = target.finish()?;
        assert_eq!((uri.path(), uri.host()), ("//evil.example//x/", None));
        Ok(())
    }

    #[test]
    fn labels_are_filled_in_any_order_and_hold_no_labels() -> Result<(), String> {
        let mut target = Target::new("/{a}/@x/{b}:run?mode=import");
        target.label("b", "{a}")?;
        target.label("a", "1")?;
        assert_eq!(target.finish()?.to_string(), "/1/@x/%7Ba%7D:run?mode=import");
        Ok(())
    }

    #[test]
    fn a_label_that_was_not_set_is_an_error_that_names_it() {
        let error = Target::new("/{bucket}/{key+}").finish().err();
        assert_eq!(error.as_deref(), Some("the URI's label `bucket` is not set"));
        assert!(Target::new("/?id={id}").finish().is_err());
    }

    #[test]
    fn names_and_values_of_a_query_are_encoded_and_blanks_are_no_plus() -> Result<(), String> {
        let mut target = Target::new("/");
        target.query("a b", "c d+e&f=g/?");
        assert_eq!(target.finish()?.to_string(), "/?a%20b=c%20d%2Be%26f%3Dg%2F%3F");
        Ok(())
    }

    #[test]
    fn a_pattern_keeps_its_literal_query() -> Result<(), String> {
        let mut target = Target::new("/?acl&list-type=2");
        target.query("prefix", "");
        assert_eq!(target.finish()?.to_string(), "/?acl&list-type=2&prefix=");
        Ok(())
    }

    #[test]
    fn names_of_the_pattern_and_of_members_win_over_a_map() -> Result<(), String> {
        let mut target = Target::new("/?acl&list-type=2");
        target.query("max keys", "1");
        let map = BTreeMap::from([
            ("acl", vec!["x"]),
            ("list-type", vec!["x"]),
            ("max keys", vec!["x"]),
            ("other", vec!["1", "2"]),
        ]);
        target.query_map(&map);
        assert_eq!(
            target.finish()?.to_string(),
            "/?acl&list-type=2&max%20keys=1&other=1&other=2"
        );
        Ok(())
    }

    #[test]
    fn a_uri_that_is_too_long_is_an_error() {
        assert!(label("/{key}", &"a".repeat(70_000)).is_err());
    }
}
