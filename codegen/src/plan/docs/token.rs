//! Text and tags of HTML, leniently: what does not look like a tag is text, and no text is lost.

use std::borrow::Cow;

/// What has no end after so many characters is no tag.
const LONGEST_TAG: usize = 8192;

/// A piece of the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text with its entities decoded.
    Text(Cow<'a, str>),
    /// `<name …>` or `<name …/>`.
    Open(Tag<'a>),
    /// `</name>`, the name in lower case.
    Close(String),
}

/// An opening tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The name in lower case.
    pub(super) name: String,
    /// The whole tag as it was written.
    pub(super) raw: &'a str,
    /// What stands between the name and the end.
    attributes: &'a str,
    /// Whether it ends in `/>`.
    pub(super) self_closing: bool,
}

impl Tag<'_> {
    /// The value of an attribute, decoded.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while let Some((name, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let (value, next) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    let inner = after.strip_prefix(quote).unwrap_or(after);
                    inner.split_once(quote).unwrap_or((inner, ""))
                }
                _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            let name = name.split_whitespace().next_back().unwrap_or_default();
            if name.eq_ignore_ascii_case(wanted) {
                return Some(decode(value).trim().to_owned());
            }
            rest = next;
        }
        None
    }
}

/// The tokens of a text. Comments, declarations and processing instructions leave none.
pub(super) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let (token, after) = next(rest);
        tokens.extend(token);
        rest = after;
    }
    tokens
}

/// The first token and what follows it; always shorter than what came in.
fn next(input: &str) -> (Option<Token<'_>>, &str) {
    if let Some(after) = input.strip_prefix("<!--") {
        return (None, after.split_once("-->").map_or("", |(_, rest)| rest));
    }
    if let Some(after) = input.strip_prefix("<![CDATA[") {
        let (text, rest) = after.split_once("]]>").unwrap_or((after, ""));
        return (Some(Token::Text(decode(text))), rest);
    }
    if input.starts_with("<!") || input.starts_with("<?") {
        if let Some((_, rest)) = input.split_once('>') {
            return (None, rest);
        }
    } else if let Some((token, rest)) = tag(input) {
        return (Some(token), rest);
    }
    // Not a tag: at least one character of text.
    let end = input
        .char_indices()
        .skip(1)
        .find(|(_, c)| *c == '<')
        .map_or(input.len(), |(at, _)| at);
    let (text, rest) = input.split_at(end);
    (Some(Token::Text(decode(text))), rest)
}

/// The tag at the start of the input, if there is one.
fn tag(input: &str) -> Option<(Token<'_>, &str)> {
    let inner = input.strip_prefix('<')?;
    let (closing, named) = match inner.strip_prefix('/') {
        Some(named) => (true, named),
        None => (false, inner),
    };
    let length = named.find(|c: char| !is_name(c)).unwrap_or(named.len());
    let (name, after) = named.split_at(length);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    if !after.starts_with(|c: char| c.is_whitespace() || c == '/' || c == '>') {
        return None;
    }
    let (attributes, rest) = after.split_at(end_of_tag(after)?);
    let rest = rest.strip_prefix('>')?;
    let name = name.to_ascii_lowercase();
    if closing {
        return Some((Token::Close(name), rest));
    }
    let self_closing = attributes.ends_with('/');
    let attributes = attributes.strip_suffix('/').unwrap_or(attributes);
    let (raw, _) = input.split_at(input.len() - rest.len());
    Some((
        Token::Open(Tag {
            name,
            raw,
            attributes,
            self_closing,
        }),
        rest,
    ))
}

/// Where the `>` of a tag is; none where another tag begins first.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices().take(LONGEST_TAG) {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return Some(at),
            (None, '<') => return None,
            (None, _) => {}
        }
    }
    // A quote that is never closed, or far away, is no quote.
    let end = text.find(['<', '>'])?;
    text.get(end..)?.starts_with('>').then_some(end)
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')
}

/// The text with its entities replaced; what is no entity stays.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // The longest name that counts is eight characters, and a `;` far away belongs to something else.
        let end = after
            .char_indices()
            .take(10)
            .find(|(_, c)| *c == ';')
            .map(|(at, _)| at);
        let entity = end.and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?)));
        rest = match entity {
            Some((decoded, remainder)) => {
                out.push(decoded);
                remainder
            }
            None => {
                out.push('&');
                after
            }
        };
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that `&name;` stands for.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return windows_1252(code).or_else(|| char::from_u32(code));
    }
    let found = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "bull" => '•',
        "middot" => '·',
        "times" => '×',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "deg" => '°',
        "micro" => 'µ',
        "le" => '≤',
        "ge" => '≥',
        "ne" => '≠',
        "rarr" => '→',
        "larr" => '←',
        _ => return None,
    };
    Some(found)
}

/// What browsers show for `&#150;` and its neighbours: the code page that their authors meant.
fn windows_1252(code: u32) -> Option<char> {
    const TABLE: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    TABLE.get(usize::try_from(code.checked_sub(0x80)?).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Token<'_> {
        Token::Text(Cow::Borrowed(text))
    }

    #[test]
    fn a_tag_has_a_lower_case_name_and_its_raw_text() {
        let found = tokens("<P class=\"x\">");
        assert!(
            matches!(found.as_slice(), [Token::Open(tag)] if tag.name == "p" && tag.raw == "<P class=\"x\">"),
            "{found:?}"
        );
    }

    #[test]
    fn an_attribute_is_found_whatever_its_quotes() {
        for html in [
            "<a x=1 href=\"u&amp;v\">",
            "<a href='u&amp;v' x>",
            "<a HREF=u&amp;v x=1>",
        ] {
            let found = tokens(html);
            let value = match found.as_slice() {
                [Token::Open(tag)] => tag.attribute("href"),
                _ => None,
            };
            assert_eq!(value.as_deref(), Some("u&v"), "{html}");
        }
    }

    #[test]
    fn a_greater_than_sign_in_quotes_does_not_end_a_tag() {
        assert_eq!(tokens("<a href=\"a>b\">x").len(), 2);
    }

    #[test]
    fn a_lone_less_than_sign_is_text() {
        assert_eq!(tokens("a < b"), [text("a "), text("< b")]);
        assert_eq!(tokens("<"), [text("<")]);
        assert_eq!(tokens("a <b"), [text("a "), text("<b")]);
    }

    #[test]
    fn an_unfinished_tag_does_not_swallow_the_next_one() {
        assert_eq!(
            tokens("<b and </p>"),
            [text("<b and "), Token::Close("p".to_owned())]
        );
    }

    #[test]
    fn a_quote_that_is_never_closed_does_not_swallow_the_rest() {
        assert_eq!(tokens("<a href=\"x>y").len(), 2);
    }

    #[test]
    fn comments_and_declarations_leave_nothing() {
        assert_eq!(tokens("<!-- <p> -->a<!DOCTYPE x><?y?>"), [text("a")]);
        assert_eq!(tokens("<!-- never closed"), []);
    }

    #[test]
    fn character_data_is_text() {
        assert_eq!(tokens("<![CDATA[a<b>]]>"), [text("a<b>")]);
    }

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(decode("&lt;&#62;&#x26;lt; &nbsp;&#150;"), "<>&lt;  –");
    }

    #[test]
    fn what_is_no_entity_stays() {
        for kept in ["a & b", "&;", "&unknown;", "&#xZZ;", "&#1114112;", "&", "R&D; x"] {
            assert_eq!(decode(kept), kept);
        }
    }
}
