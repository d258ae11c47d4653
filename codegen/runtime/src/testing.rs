//! A tiny service, written as the generator would.

use bytes::Bytes;
use http::HeaderValue;

use crate::form::EpochSeconds;
use crate::response::Response;
use crate::{DecodeError, ServiceError};

/// A job; its token travels in a header.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Job {
    pub(crate) name: Option<String>,
    pub(crate) created: Option<jiff::Timestamp>,
    pub(crate) token: Option<String>,
}

crate::structure! {
    Job("Job") in Own {
        0: "name" / "jobName" => optional name,
        1: "created" / "createdAt" => optional created as EpochSeconds,
        2: "token" / "" => optional token,
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum JobError {
    Busy { job: Job, retry_after: Option<i32> },
    Gone(Job),
}

impl ServiceError for JobError {
    fn from_response(code: &str, response: &Response) -> Result<Option<Self>, DecodeError> {
        Ok(Some(match code {
            "BusyException" => Self::Busy {
                job: response.json()?,
                retry_after: response.header("Retry-After")?,
            },
            "GoneException" => Self::Gone(response.json()?),
            _ => return Ok(None),
        }))
    }

    fn is_retryable(code: &str) -> bool {
        code == "BusyException"
    }
}

pub(crate) const OPERATION: &str = "GetJob";

/// A response; headers are bytes, as the wire has them.
pub(crate) fn http_response(status: u16, headers: &[(&str, &[u8])], body: &[u8]) -> http::Response<Bytes> {
    let mut response = http::Response::new(Bytes::copy_from_slice(body));
    *response.status_mut() = http::StatusCode::from_u16(status).unwrap_or_default();
    for (name, value) in headers {
        let name = http::HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

/// An accepted response.
pub(crate) fn response(headers: &[(&str, &[u8])], body: &[u8]) -> Result<Response, crate::Error<JobError>> {
    Response::accept(OPERATION, http_response(200, headers, body))
}
