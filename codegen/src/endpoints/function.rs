//! The functions of endpoint rules.

use std::fmt::Write as _;
use std::rc::Rc;

use super::error::EndpointError;
use super::evaluate::LONGEST;
use super::host;
use super::value::{Arn, Url, Value};
use crate::model::{Function, Partitions};

/// What a function gives for some values; `None` where it gives nothing, as it does for most of what is not set.
pub(super) fn apply<'a>(
    function: Function,
    arguments: &[Option<Value<'a>>],
    partitions: &'a Partitions,
) -> Result<Option<Value<'a>>, EndpointError> {
    use Value::{Boolean, Integer, Text};
    let value = match (function, arguments) {
        (Function::IsSet, [value]) => Boolean(value.is_some()),
        (Function::Not, [None]) => Boolean(true),
        (Function::IsValidHostLabel | Function::IsVirtualHostableS3Bucket, [None, _]) => Boolean(false),
        // Rules of services with one global host rely on this.
        (Function::Partition, [None]) => {
            Value::Partition(partitions.of(None).ok_or(EndpointError::NoPartition)?)
        }
        (_, arguments) if arguments.iter().any(Option::is_none) => return Ok(None),
        (Function::Not, [Some(Boolean(truth))]) => Boolean(!truth),
        (Function::BooleanEquals, [Some(Boolean(one)), Some(Boolean(other))]) => Boolean(one == other),
        (Function::StringEquals, [Some(Text(one)), Some(Text(other))]) => Boolean(one == other),
        (
            Function::Substring,
            [
                Some(Text(text)),
                Some(Integer(start)),
                Some(Integer(stop)),
                Some(Boolean(reverse)),
            ],
        ) => return Ok(substring(text, *start, *stop, *reverse).map(Value::text)),
        (Function::Split, [Some(Text(text)), Some(Text(at)), Some(Integer(limit))]) => {
            return Ok(split(text, at, *limit).map(Value::List));
        }
        (Function::UriEncode, [Some(Text(text))]) => Value::text(uri_encode(text)?),
        (Function::ParseUrl, [Some(Text(text))]) => {
            return Ok(Url::parse(text).map(|url| Value::Url(Rc::new(url))));
        }
        (Function::IsValidHostLabel, [Some(Text(text)), Some(Boolean(dots))]) => {
            Boolean(host::is_valid_label(text, *dots))
        }
        (Function::IsVirtualHostableS3Bucket, [Some(Text(name)), Some(Boolean(dots))]) => {
            Boolean(host::is_virtual_hostable_bucket(name, *dots))
        }
        (Function::Partition, [Some(Text(region))]) => {
            Value::Partition(partitions.of(Some(region)).ok_or(EndpointError::NoPartition)?)
        }
        (Function::ParseArn, [Some(Text(text))]) => {
            return Ok(Arn::parse(text).map(|arn| Value::Arn(Rc::new(arn))));
        }
        _ => return Err(EndpointError::Mistyped(Some(function))),
    };
    Ok(Some(value))
}

/// Part of an ASCII text, from the `start`th character to before the `stop`th, counted from the end if asked to.
fn substring(text: &str, start: i64, stop: i64, reverse: bool) -> Option<&str> {
    if !text.is_ascii() || start >= stop {
        return None;
    }
    let (start, stop) = (usize::try_from(start).ok()?, usize::try_from(stop).ok()?);
    if reverse {
        text.get(text.len().checked_sub(stop)?..text.len().checked_sub(start)?)
    } else {
        text.get(start..stop)
    }
}

/// A text cut apart, into no more parts than the limit if that is not zero.
fn split(text: &str, at: &str, limit: i64) -> Option<Rc<[String]>> {
    let limit = match usize::try_from(limit).ok()? {
        0 => usize::MAX,
        limit => limit,
    };
    (!at.is_empty()).then(|| text.splitn(limit, at).map(str::to_owned).collect())
}

/// A text with everything but unreserved characters (RFC 3986) percent-encoded.
fn uri_encode(text: &str) -> Result<String, EndpointError> {
    if text.len() > LONGEST {
        return Err(EndpointError::Limit);
    }
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte));
            }
            // Writing to a string never fails.
            _ => _ = write!(encoded, "%{byte:02X}"),
        }
    }
    Ok(encoded)
}
