//! Text to tree.

use std::borrow::Cow;

use super::text;
use super::value::{At, Entry, Kind, Value};

/// How deep arrays and objects may stand in each other: as deep as `serde_json` lets them.
pub(crate) const MAX_DEPTH: usize = 127;

/// Why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// What is wrong, in one line.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) help: &'static str,
    /// Where the text stops being JSON.
    pub(crate) at: At,
    /// JSON pointer of the innermost value that was being read.
    pub(crate) pointer: String,
}

/// Reads a whole text as one JSON value; `file` is the number that its places carry.
pub(crate) fn parse(text: &str, file: u16) -> Result<Value<'_>, SyntaxError> {
    let mut parser = Parser {
        text,
        file,
        pos: 0,
        depth: 0,
        pointer: Vec::new(),
    };
    parser.document().map_err(|error| {
        let pointer = parser.pointer.iter().rev().map(String::as_str).collect();
        SyntaxError { pointer, ..error }
    })
}

const CUT_OFF: &str = "the file is cut off or damaged: fetch it again, or restore it from version control";
const NOT_JSON: &str = "a model is strict JSON (RFC 8259): mend the text here, or fetch the file again";

struct Parser<'s> {
    text: &'s str,
    file: u16,
    pos: usize,
    depth: usize,
    /// After an error: the steps from the innermost value outwards.
    pointer: Vec<String>,
}

impl<'s> Parser<'s> {
    fn document(&mut self) -> Result<Value<'s>, SyntaxError> {
        if u32::try_from(self.text.len()).is_err() {
            return Err(self.error("the text is larger than 4 GB", CUT_OFF));
        }
        if self.text.starts_with('\u{feff}') {
            return Err(self.error(
                "the text begins with a byte order mark",
                "save the file as UTF-8 without a byte order mark",
            ));
        }
        let value = self.value()?;
        match self.peek() {
            None => Ok(value),
            Some(_) => Err(self.error(
                "the text goes on after the end of the JSON value",
                "one file holds one JSON value: remove what follows it",
            )),
        }
    }

    /// The next byte that is not white space, not consumed.
    fn peek(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.pos..).unwrap_or_default();
        self.pos += rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))
            .count();
        self.text.as_bytes().get(self.pos).copied()
    }

    fn value(&mut self) -> Result<Value<'s>, SyntaxError> {
        let next = self.peek();
        let start = self.pos;
        let kind = match next {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => Kind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => Kind::Number(self.number()?),
            Some(b't') => self.word("true", Kind::Bool(true))?,
            Some(b'f') => self.word("false", Kind::Bool(false))?,
            Some(b'n') => self.word("null", Kind::Null)?,
            _ => return Err(self.unexpected("a value")),
        };
        Ok(Value {
            at: self.since(start),
            kind,
        })
    }

    fn nested(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<Kind<'s>, SyntaxError>,
    ) -> Result<Kind<'s>, SyntaxError> {
        if self.depth == MAX_DEPTH {
            return Err(self.error(
                format!("arrays and objects stand in each other more than {MAX_DEPTH} levels deep"),
                "no service model nests that deep: fetch the file again",
            ));
        }
        self.depth += 1;
        self.pos += 1;
        let kind = read(self)?;
        self.depth -= 1;
        Ok(kind)
    }

    fn object(&mut self) -> Result<Kind<'s>, SyntaxError> {
        let mut entries = Vec::new();
        if self.peek() == Some(b'}') {
            self.pos += 1;
            return Ok(Kind::Object(entries));
        }
        loop {
            entries.push(self.entry()?);
            match self.peek() {
                Some(b',') => self.pos += 1,
                Some(b'}') => {
                    self.pos += 1;
                    return Ok(Kind::Object(entries));
                }
                _ => return Err(self.unexpected("`,` or `}`")),
            }
        }
    }

    fn entry(&mut self) -> Result<Entry<'s>, SyntaxError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected("a key in double quotes"));
        }
        let start = self.pos;
        let key = self.string()?;
        let key_at = self.since(start);
        if self.peek() != Some(b':') {
            return Err(self.unexpected("`:` after a key"));
        }
        self.pos += 1;
        let value = self.value().inspect_err(|_| {
            self.pointer
                .push(format!("/{}", key.replace('~', "~0").replace('/', "~1")));
        })?;
        Ok(Entry { key, key_at, value })
    }

    fn array(&mut self) -> Result<Kind<'s>, SyntaxError> {
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.pos += 1;
            return Ok(Kind::Array(items));
        }
        loop {
            let index = items.len();
            items.push(
                self.value()
                    .inspect_err(|_| self.pointer.push(format!("/{index}")))?,
            );
            match self.peek() {
                Some(b',') => self.pos += 1,
                Some(b']') => {
                    self.pos += 1;
                    return Ok(Kind::Array(items));
                }
                _ => return Err(self.unexpected("`,` or `]`")),
            }
        }
    }

    /// The string that begins at the quote under the cursor.
    fn string(&mut self) -> Result<Cow<'s, str>, SyntaxError> {
        match text::scan(self.text, self.pos + 1) {
            Ok(Some((content, end))) => {
                self.pos = end + 1;
                Ok(content)
            }
            Ok(None) => Err(self.error("the text ends inside a string", CUT_OFF)),
            Err(bad) => {
                self.pos = bad.offset;
                Err(self.error(bad.message, NOT_JSON))
            }
        }
    }

    fn number(&mut self) -> Result<&'s str, SyntaxError> {
        let start = self.pos;
        self.skip(|byte| byte == b'-', 1);
        let leading_zero = self.byte() == Some(b'0');
        let whole = self.skip(|byte| byte.is_ascii_digit(), usize::MAX);
        let mut good = whole == 1 || (whole > 1 && !leading_zero);
        if self.skip(|byte| byte == b'.', 1) == 1 {
            good &= self.skip(|byte| byte.is_ascii_digit(), usize::MAX) > 0;
        }
        if self.skip(|byte| matches!(byte, b'e' | b'E'), 1) == 1 {
            self.skip(|byte| matches!(byte, b'+' | b'-'), 1);
            good &= self.skip(|byte| byte.is_ascii_digit(), usize::MAX) > 0;
        }
        if good {
            return Ok(self.text.get(start..self.pos).unwrap_or_default());
        }
        self.pos = start;
        Err(self.error("this is not how JSON writes a number", NOT_JSON))
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.pos).copied()
    }

    /// Steps over bytes of a kind, at most so many; how many there were.
    fn skip(&mut self, wanted: impl Fn(u8) -> bool, most: usize) -> usize {
        let rest = self.text.as_bytes().get(self.pos..).unwrap_or_default();
        let count = rest.iter().take(most).take_while(|byte| wanted(**byte)).count();
        self.pos += count;
        count
    }

    fn word(&mut self, word: &str, kind: Kind<'s>) -> Result<Kind<'s>, SyntaxError> {
        if !self.text.get(self.pos..).unwrap_or_default().starts_with(word) {
            return Err(self.unexpected("a value"));
        }
        self.pos += word.len();
        Ok(kind)
    }

    fn since(&self, start: usize) -> At {
        let offset = |pos| u32::try_from(pos).unwrap_or(u32::MAX);
        At {
            file: self.file,
            start: offset(start),
            end: offset(self.pos),
        }
    }

    fn unexpected(&self, wanted: &str) -> SyntaxError {
        let next = self.text.get(self.pos..).unwrap_or_default().chars().next();
        let help = match next {
            None => CUT_OFF,
            Some('/') => "JSON has no comments: remove it",
            Some('}' | ']') => {
                "JSON has no trailing commas, and every bracket has its partner: mend the text here"
            }
            Some(_) => NOT_JSON,
        };
        match next {
            None => self.error(format!("expected {wanted}, found the end of the text"), help),
            Some(other) => self.error(
                format!("expected {wanted}, found `{}`", other.escape_debug()),
                help,
            ),
        }
    }

    fn error(&self, message: impl Into<String>, help: &'static str) -> SyntaxError {
        let width = self
            .text
            .get(self.pos..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        let start = self.since(self.pos).start;
        let end = start.saturating_add(u32::try_from(width).unwrap_or(0));
        let at = At {
            file: self.file,
            start,
            end,
        };
        SyntaxError {
            message: message.into(),
            help,
            at,
            pointer: String::new(),
        }
    }
}
