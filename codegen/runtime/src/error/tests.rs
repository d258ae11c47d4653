use std::error::Error as _;

use http::StatusCode;

use super::{Error, ErrorKind, InvalidInput};
use crate::response::Response;
use crate::testing::{Job, JobError, OPERATION, http_response};

/// The error of a response.
fn error(status: u16, headers: &[(&str, &[u8])], body: &[u8]) -> Error<JobError> {
    match Response::accept(OPERATION, http_response(status, headers, body)) {
        Ok(_) => InvalidInput::new(OPERATION, "the response was accepted").into(),
        Err(error) => error,
    }
}

fn code(headers: &[(&str, &[u8])], body: &[u8]) -> Option<String> {
    error(400, headers, body).code().map(str::to_owned)
}

#[test]
fn the_code_is_the_header_then_code_then_type() {
    let header: &[(&str, &[u8])] = &[("X-Amzn-ErrorType", b"FromHeader")];
    let body = br#"{"__type": "FromType", "code": "FromCode"}"#;
    assert_eq!(code(header, body).as_deref(), Some("FromHeader"));
    assert_eq!(code(&[], body).as_deref(), Some("FromCode"));
    assert_eq!(
        code(&[], br#"{"__type": "FromType"}"#).as_deref(),
        Some("FromType")
    );
    assert_eq!(code(&[], b"{}"), None);
}

#[test]
fn the_code_is_cut_at_the_first_colon_then_behind_the_first_hash() {
    for (text, expected) in [
        ("FooError", Some("FooError")),
        ("FooError:http://internal.amazon.com/coral/#x", Some("FooError")),
        ("aws.rest#FooError", Some("FooError")),
        ("aws.rest#FooError:http://internal/", Some("FooError")),
        ("a#b#c", Some("b#c")),
        ("", None),
        (":x", None),
        ("ns#", None),
    ] {
        let body = serde_json::json!({"code": text}).to_string();
        assert_eq!(
            code(&[("x-amzn-errortype", text.as_bytes())], b"").as_deref(),
            expected,
            "{text}"
        );
        assert_eq!(code(&[], body.as_bytes()).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_code_that_is_no_text_is_passed_over() {
    for body in [
        &br#"{"code": 5, "__type": "T"}"#[..],
        br#"{"code": null, "__type": "T"}"#,
        br#"{"code": {"code": "x"}, "__type": "T"}"#,
        br#"{"code": [1.5, "x"], "__type": "T"}"#,
        br#"{"code": "", "__type": "T"}"#,
    ] {
        assert_eq!(code(&[("x-amzn-errortype", b"\xff")], body).as_deref(), Some("T"));
    }
}

#[test]
fn the_message_is_message_in_either_case() {
    let message = |body: &[u8]| error(400, &[], body).message().map(str::to_owned);
    assert_eq!(message(br#"{"message": "a"}"#).as_deref(), Some("a"));
    assert_eq!(message(br#"{"Message": "b"}"#).as_deref(), Some("b"));
    assert_eq!(
        message(br#"{"Message": "b", "message": "a"}"#).as_deref(),
        Some("a")
    );
    assert_eq!(
        message(br#"{"message": null, "Message": "b"}"#).as_deref(),
        Some("b")
    );
    assert_eq!(message(br#"{"nested": {"message": "no"}}"#), None);
}

#[test]
fn the_request_id_is_a_header_of_either_name() {
    let id = |headers| error(400, headers, b"").request_id().map(str::to_owned);
    assert_eq!(
        id(&[("x-amz-request-id", b"b"), ("X-Amzn-RequestId", b"a")]).as_deref(),
        Some("a")
    );
    assert_eq!(id(&[("X-Amz-Request-Id", b"b")]).as_deref(), Some("b"));
    assert_eq!(id(&[]), None);
}

#[test]
fn a_known_code_is_its_typed_error_with_headers() {
    let headers: &[(&str, &[u8])] = &[("x-amzn-errortype", b"BusyException"), ("Retry-After", b"30")];
    let error = error(400, headers, br#"{"message": "m", "jobName": "j"}"#);
    let job = Job {
        name: Some("j".to_owned()),
        ..Job::default()
    };
    assert_eq!(
        error.as_service_error(),
        Some(&JobError::Busy {
            job,
            retry_after: Some(30)
        })
    );
    assert_eq!(error.message(), Some("m"));
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.source().is_none());
}

#[test]
fn an_unknown_code_keeps_code_message_status_headers_and_raw_body() {
    let body = br#"{"code": "New", "message": "m"}"#;
    let error = error(418, &[("x-extra", b"1")], body);
    assert_eq!(error.as_service_error(), None);
    assert_eq!((error.code(), error.message()), (Some("New"), Some("m")));
    assert_eq!(error.status(), Some(StatusCode::IM_A_TEAPOT));
    assert_eq!(error.raw_body().map(|body| &body[..]), Some(&body[..]));
    assert!(
        error
            .headers()
            .is_some_and(|headers| headers.contains_key("x-extra"))
    );
}

#[test]
fn a_typed_error_whose_body_is_not_what_the_model_says_is_still_a_service_error() {
    let body = br#"{"message": "m", "jobName": ["not text"]}"#;
    let error = error(404, &[("x-amzn-errortype", b"GoneException")], body);
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.as_service_error(), None);
    assert_eq!(
        (error.code(), error.message()),
        (Some("GoneException"), Some("m"))
    );
    assert_eq!(error.raw_body().map(|body| &body[..]), Some(&body[..]));
    assert!(
        error
            .source()
            .is_some_and(|source| source.to_string().contains("1:"))
    );
}

#[test]
fn a_truncated_body_gives_what_it_began_with() {
    let error = error(400, &[], br#"{"__type": "GoneException", "message": "m", "det"#);
    assert_eq!(
        (error.code(), error.message()),
        (Some("GoneException"), Some("m"))
    );
}

#[test]
fn a_known_code_without_a_body_is_the_typed_error_without_members() {
    let error = error(404, &[("x-amzn-errortype", b"GoneException")], b"");
    assert_eq!(error.as_service_error(), Some(&JobError::Gone(Job::default())));
}

/// A response whose header says a known code, with an unfriendly body.
fn check_unfriendly(status: u16, body: &[u8]) {
    let error = error(status, &[("x-amzn-errortype", b"GoneException")], body);
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.code(), Some("GoneException"));
    assert_eq!(error.raw_body().map(|body| body.len()), Some(body.len()));
    assert!(error.to_string().starts_with("GetJob: GoneException"));
}

#[test]
fn nothing_panics_whatever_the_body_is() {
    for body in [
        &b""[..],
        b"[]",
        b"null",
        b"5",
        b"\"text\"",
        b"<html>502</html>",
        b"{",
        b"\xff\xfe\0",
        b"{\"message\": \"\xff\"}",
        b"{\"message\": 1e999}",
    ] {
        for status in [100, 304, 400, 999] {
            check_unfriendly(status, body);
        }
    }
}

#[test]
fn nothing_panics_however_large_or_deep_the_body_is() {
    check_unfriendly(
        400,
        &[b"{\"message\": \"".as_slice(), &b"x".repeat(10_000_000), b"\"}"].concat(),
    );
    check_unfriendly(
        400,
        &[b"{\"message\": ".as_slice(), &b"[".repeat(1_000_000)].concat(),
    );
    check_unfriendly(400, &b"{\"a\":".repeat(1_000_000));
}

#[test]
fn what_the_model_marks_and_throttling_codes_and_some_statuses_are_retryable() {
    let retryable =
        |status, code: &str| error(status, &[("x-amzn-errortype", code.as_bytes())], b"").is_retryable();
    assert!(retryable(400, "BusyException"), "by the model");
    assert!(!retryable(404, "GoneException"));
    for code in [
        "ThrottlingException",
        "Throttling",
        "TooManyRequestsException",
        "SlowDown",
    ] {
        assert!(retryable(400, code), "{code}");
    }
    for status in [429, 500, 502, 503, 504] {
        assert!(retryable(status, "GoneException"), "{status}");
    }
    for status in [301, 400, 403, 404, 409, 501, 505] {
        assert!(!retryable(status, ""), "{status}");
    }
}

#[test]
fn it_displays_operation_code_message_status_and_request_id() {
    let headers: &[(&str, &[u8])] = &[("x-amzn-requestid", b"id-1")];
    let body = br#"{"code": "Throttling", "message": "Rate exceeded"}"#;
    assert_eq!(
        error(429, headers, body).to_string(),
        "GetJob: Throttling: Rate exceeded (status 429, request id id-1)"
    );
    assert_eq!(
        error(502, &[], b"<html>").to_string(),
        "GetJob: unknown error (status 502)"
    );
}

#[test]
fn it_debugs_without_the_body() {
    let debug = format!("{:?}", error(400, &[], br#"{"secret": "hush"}"#));
    assert!(!debug.contains("hush"), "{debug}");
}

#[test]
fn an_error_that_the_model_marks_is_retryable_even_if_its_body_cannot_be_read() {
    let error = error(
        400,
        &[("x-amzn-errortype", b"BusyException")],
        br#"{"jobName": 7}"#,
    );
    assert!(error.as_service_error().is_none());
    assert!(error.is_retryable());
}

#[test]
fn an_invalid_input_has_no_answer() {
    let error = Error::<JobError>::from(InvalidInput::of_member(OPERATION, "id", "is wrong"));
    assert_eq!(error.kind(), ErrorKind::Input);
    assert_eq!(
        (error.code(), error.status(), error.raw_body()),
        (None, None, None)
    );
    assert!(!error.is_retryable());
    assert_eq!(error.to_string(), "GetJob: invalid input: `id` is wrong");
}

#[test]
fn it_is_one_pointer_and_goes_between_threads() {
    fn goes_between_threads<T: Send + Sync + 'static>() {}
    goes_between_threads::<Error<JobError>>();
    assert_eq!(size_of::<Error<JobError>>(), size_of::<usize>());
}
