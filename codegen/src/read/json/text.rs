//! Strings of JSON text: unescaping and escaping.

use std::borrow::Cow;

/// Why a string is none, and at which byte of its content.
pub(super) struct BadString {
    pub(super) offset: usize,
    pub(super) message: &'static str,
}

/// The string whose content begins at `start`, and the position of its closing quote; `None` where the text
/// ends before that.
pub(super) fn scan(text: &str, start: usize) -> Result<Option<(Cow<'_, str>, usize)>, BadString> {
    let mut plain_from = start;
    let mut owned: Option<String> = None;
    let bytes = text.as_bytes();
    let mut pos = start;
    loop {
        pos += bytes
            .get(pos..)
            .unwrap_or_default()
            .iter()
            .take_while(|byte| is_plain(**byte))
            .count();
        match bytes.get(pos) {
            None => return Ok(None),
            Some(b'"') => {
                let rest = text.get(plain_from..pos).unwrap_or_default();
                return Ok(Some((join(owned, rest), pos)));
            }
            Some(b'\\') => {
                let content = owned.get_or_insert_default();
                content.push_str(text.get(plain_from..pos).unwrap_or_default());
                let Some((character, end)) = escape(bytes, pos)? else {
                    return Ok(None);
                };
                content.push(character);
                pos = end;
                plain_from = end;
            }
            Some(_) => {
                return Err(BadString {
                    offset: pos,
                    message: "control character in a string",
                });
            }
        }
    }
}

fn join<'s>(owned: Option<String>, rest: &'s str) -> Cow<'s, str> {
    match owned {
        None => Cow::Borrowed(rest),
        Some(mut content) => {
            content.push_str(rest);
            Cow::Owned(content)
        }
    }
}

fn is_plain(byte: u8) -> bool {
    byte >= 0x20 && byte != b'"' && byte != b'\\'
}

/// The character of the escape at `pos`, and where the text goes on.
fn escape(bytes: &[u8], pos: usize) -> Result<Option<(char, usize)>, BadString> {
    let bad = |message| Err(BadString { offset: pos, message });
    let Some(letter) = bytes.get(pos + 1) else {
        return Ok(None);
    };
    let character = match letter {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode_escape(bytes, pos),
        _ => return bad("unknown escape in a string"),
    };
    Ok(Some((character, pos + 2)))
}

/// `\uXXXX`, or two of them that make a surrogate pair.
fn unicode_escape(bytes: &[u8], pos: usize) -> Result<Option<(char, usize)>, BadString> {
    let bad = |message| Err(BadString { offset: pos, message });
    let Some(digits) = bytes.get(pos + 2..pos + 6) else {
        return Ok(None);
    };
    let Some(first) = hex(digits) else {
        return bad("`\\u` needs four hexadecimal digits");
    };
    if let Some(character) = char::from_u32(first) {
        return Ok(Some((character, pos + 6)));
    }
    let second = match bytes.get(pos + 6..pos + 12) {
        Some([b'\\', b'u', digits @ ..]) if first < 0xDC00 => hex(digits),
        _ => None,
    };
    let pair = second.filter(|low| (0xDC00..0xE000).contains(low));
    match pair.and_then(|low| char::from_u32(0x10000 + ((first - 0xD800) << 10) + (low - 0xDC00))) {
        Some(character) => Ok(Some((character, pos + 12))),
        None => bad("half of a surrogate pair in a string"),
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |sum, digit| Some(sum * 16 + char::from(*digit).to_digit(16)?))
}

/// Appends a string in quotes, with as few escapes as JSON allows.
pub(crate) fn write_string(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(special) = rest.bytes().position(|byte| !is_plain(byte)) {
        let (plain, from) = rest.split_at(special);
        out.push_str(plain);
        let mut characters = from.chars();
        if let Some(character) = characters.next() {
            write_escape(out, character);
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

fn write_escape(out: &mut String, character: char) {
    match character {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        other => {
            out.push_str("\\u");
            let code = u32::from(other);
            for shift in [12, 8, 4, 0] {
                out.push(char::from_digit((code >> shift) & 15, 16).unwrap_or('0'));
            }
        }
    }
}
