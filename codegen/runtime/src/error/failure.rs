//! What an error response says whatever its model: code, message, request id, worth a retry or not.

use std::fmt;

use http::StatusCode;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::DecodeError;
use crate::response::Response;

/// An error response.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) retryable: bool,
    /// Why the modeled error of that code could not be read.
    pub(super) undecoded: Option<DecodeError>,
    pub(super) response: Response,
}

impl Failure {
    /// Reads what there is to read; nothing that a response can hold is an error here.
    pub(super) fn of(response: Response) -> Self {
        let body = ErrorBody::read(response.body());
        let code = response
            .header_text("x-amzn-errortype")
            .and_then(cut_code)
            .or_else(|| body.code.as_deref().and_then(cut_code))
            .or_else(|| body.kind.as_deref().and_then(cut_code));
        Self {
            retryable: code.is_some_and(is_throttling) || is_retryable_status(response.status()),
            code: code.map(str::to_owned),
            message: body.message.or(body.capital_message),
            request_id: response.request_id().map(str::to_owned),
            undecoded: None,
            response,
        }
    }
}

impl fmt::Display for Failure {
    /// `GetFindings: ThrottlingException: Rate exceeded (status 429, request id abc)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {}",
            self.response.operation(),
            self.code.as_deref().unwrap_or("unknown error")
        )?;
        if let Some(message) = &self.message {
            write!(f, ": {message}")?;
        }
        write!(f, " (status {}", self.response.status().as_str())?;
        if let Some(id) = &self.request_id {
            write!(f, ", request id {id}")?;
        }
        f.write_str(")")
    }
}

/// `ns#Code:http://internal/` is `Code`.
fn cut_code(text: &str) -> Option<&str> {
    let text = text.split_once(':').map_or(text, |(code, _)| code);
    let text = text.split_once('#').map_or(text, |(_, code)| code);
    Some(text.trim_ascii()).filter(|code| !code.is_empty())
}

/// Codes that say "not so fast", whichever service says them; the list that AWS's own SDKs share.
fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "BandwidthLimitExceeded"
            | "EC2ThrottledException"
            | "LimitExceededException"
            | "PriorRequestNotComplete"
            | "ProvisionedThroughputExceededException"
            | "RequestLimitExceeded"
            | "RequestThrottled"
            | "RequestThrottledException"
            | "SlowDown"
            | "ThrottledException"
            | "Throttling"
            | "ThrottlingException"
            | "TooManyRequestsException"
            | "TransactionInProgressException"
    )
}

fn is_retryable_status(status: StatusCode) -> bool {
    matches!(status.as_u16(), 429 | 500 | 502 | 503 | 504)
}

/// What an error's body says beside its modeled members.
#[derive(Default)]
struct ErrorBody {
    code: Option<String>,
    kind: Option<String>,
    message: Option<String>,
    capital_message: Option<String>,
}

impl ErrorBody {
    /// Reads as far as the body can be read: what a truncated one began with is kept.
    fn read(body: &[u8]) -> Self {
        let mut found = Self::default();
        // A body that is no JSON object says nothing, which is not an error.
        let _ = serde_json::Deserializer::from_slice(body).deserialize_map(ErrorBodyVisitor(&mut found));
        found
    }
}

struct ErrorBodyVisitor<'a>(&'a mut ErrorBody);

impl<'de> Visitor<'de> for ErrorBodyVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an error")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Loose(name)) = map.next_key()? {
            let target = match name.as_deref() {
                Some("code") => &mut self.0.code,
                Some("__type") => &mut self.0.kind,
                Some("message") => &mut self.0.message,
                Some("Message") => &mut self.0.capital_message,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let Loose(value) = map.next_value()?;
            *target = value;
        }
        Ok(())
    }
}

/// A string, or anything else, which is `None`.
struct Loose(Option<String>);

impl<'de> Deserialize<'de> for Loose {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LooseVisitor)
    }
}

struct LooseVisitor;

impl<'de> Visitor<'de> for LooseVisitor {
    type Value = Loose;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Loose, E> {
        Ok(Loose(Some(text.to_owned())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Loose, E> {
        Ok(Loose(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Loose, E> {
        Ok(Loose(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Loose, E> {
        Ok(Loose(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Loose, E> {
        Ok(Loose(None))
    }

    fn visit_unit<E>(self) -> Result<Loose, E> {
        Ok(Loose(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Loose, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Loose(None))
    }

    /// A structure, or a number where `serde_json/arbitrary_precision` is on in the build.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Loose, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Loose(None))
    }
}
