use std::collections::BTreeMap;

use serde_json::json;

use super::Response;
use crate::error::{Error, ErrorKind, Place};
use crate::parse;
use crate::testing::{Job, JobError, OPERATION, http_response, response};
use crate::timestamp::from_epoch_seconds;

type Tested = Result<(), Error<JobError>>;

#[test]
fn success_is_any_2xx() {
    for status in 200..300 {
        assert!(Response::accept::<JobError>(OPERATION, http_response(status, &[], b"")).is_ok());
    }
    for status in [100, 199, 300, 304, 400, 500, 600, 999] {
        let error = Response::accept::<JobError>(OPERATION, http_response(status, &[], b"")).err();
        assert_eq!(
            error.map(|error| error.kind()),
            Some(ErrorKind::Service),
            "{status}"
        );
    }
}

#[test]
fn a_body_is_read_in_the_wire_form_and_unknown_members_are_ignored() -> Tested {
    let body = br#"{"jobName": "j", "new": {"deep": [1, {}]}, "createdAt": 1.422172800E9, "name": 5, "token": "no"}"#;
    let job: Job = response(&[], body)?.json()?;
    let expected = Job {
        name: Some("j".to_owned()),
        created: Some(from_epoch_seconds(1_422_172_800)),
        token: None,
    };
    assert_eq!(job, expected);
    Ok(())
}

#[test]
fn an_empty_body_and_null_are_the_empty_structure() -> Tested {
    for body in [&b""[..], b"null", b" \r\n\t", b"{}"] {
        assert_eq!(response(&[], body)?.json::<Job>()?, Job::default());
    }
    Ok(())
}

#[test]
fn an_empty_payload_body_leaves_its_member_absent() -> Tested {
    let empty = response(&[], b"")?;
    assert_eq!(empty.json_payload::<Job>()?, None);
    assert_eq!(empty.document_payload()?, None);
    assert_eq!(empty.text_payload::<String>()?, None);
    assert_eq!(empty.blob_payload(), None);
    Ok(())
}

#[test]
fn payloads_are_the_whole_body() -> Tested {
    let body = response(&[], br#"{"jobName":"j"}"#)?;
    assert_eq!(
        body.json_payload::<Job>()?.and_then(|job| job.name).as_deref(),
        Some("j")
    );
    assert_eq!(body.document_payload()?, Some(json!({"jobName": "j"})));
    assert_eq!(
        body.text_payload::<String>()?.as_deref(),
        Some(r#"{"jobName":"j"}"#)
    );
    assert_eq!(body.blob_payload().as_deref(), Some(&br#"{"jobName":"j"}"#[..]));
    Ok(())
}

#[test]
fn a_body_of_another_kind_is_a_decode_error_with_its_place_and_the_raw_body() -> Tested {
    for (body, line, column) in [
        (&b"OK"[..], 1, 1),
        (b"[]", 1, 0),
        (b"{\n  \"jobName\": 5\n}", 2, 14),
        (b"{\"jobName\": \"x", 1, 14),
        (b"{} trailing", 1, 4),
        (b"{\n\"\xff\"}", 2, 2),
    ] {
        let accepted = response(&[("x-amzn-RequestId", b"id-1")], body)?;
        let error = accepted.json::<Job>().err();
        let error = error.as_ref();
        assert_eq!(
            error.map(|error| error.place()),
            Some(&Place::Body { line, column }),
            "{body:?}"
        );
        assert_eq!(error.map(|error| &error.raw_body()[..]), Some(body));
        assert_eq!(error.map(|error| error.operation()), Some("GetJob"));
        assert_eq!(error.and_then(|error| error.request_id()), Some("id-1"));
    }
    Ok(())
}

#[test]
fn a_decode_error_says_its_place_once() -> Tested {
    let error = response(&[], b"{\n\"jobName\": 5}")?
        .json::<Job>()
        .err()
        .map(Error::<JobError>::from);
    let expected = "GetJob: the response is not what the model says: body, 2:12: \
                    invalid type: integer `5`, expected a string";
    // With `arbitrary_precision` in the build, a number has another name in the message.
    let text = error.map(|error| error.to_string().replace("number", "integer `5`"));
    assert_eq!(text.as_deref(), Some(expected));
    Ok(())
}

#[test]
fn json_deeper_than_the_recursion_limit_is_an_error() -> Tested {
    let deep = [b"{\"new\":".as_slice(), &b"[".repeat(1_000_000)].concat();
    assert!(response(&[], &deep)?.json::<Job>().is_err());
    assert!(response(&[], &deep)?.document_payload().is_err());
    Ok(())
}

#[test]
fn a_text_payload_that_is_not_utf_8_is_an_error_and_a_blob_is_not() -> Tested {
    let binary = response(&[], b"a\n\xff")?;
    let error = binary.text_payload::<String>().err();
    assert_eq!(
        error.as_ref().map(|error| error.place()),
        Some(&Place::Body { line: 2, column: 1 })
    );
    assert_eq!(binary.blob_payload().as_deref(), Some(&b"a\n\xff"[..]));
    Ok(())
}

#[test]
fn header_names_compare_without_case_and_absent_ones_are_none() -> Tested {
    let accepted = response(&[("ETAG", b"abc"), ("X-Count", b" 123 "), ("x-empty", b"")], b"")?;
    assert_eq!(accepted.header::<String>("ETag")?.as_deref(), Some("abc"));
    assert_eq!(accepted.header::<i32>("x-count")?, Some(123));
    assert_eq!(accepted.header::<String>("X-Empty")?.as_deref(), Some(""));
    assert_eq!(accepted.header::<String>("x-none")?, None);
    assert_eq!(accepted.status_code(), 200);
    Ok(())
}

#[test]
fn headers_with_a_notation_are_read_by_their_reader() -> Tested {
    let accepted = response(
        &[
            ("last-modified", b"Tue, 29 Apr 2014 18:30:38 GMT"),
            ("x-epoch", b"1398796238"),
            ("x-iso", b"2014-04-29T18:30:38+00:00"),
            ("x-json", b"eyJGb28iOiJCYXIifQ=="),
        ],
        b"",
    )?;
    for name in ["Last-Modified", "x-epoch", "x-iso"] {
        let time = accepted.header_with(name, parse::timestamp)?;
        assert_eq!(time, Some(from_epoch_seconds(1_398_796_238)));
    }
    assert_eq!(
        accepted.header_with("x-json", parse::json_header)?,
        Some(json!({"Foo": "Bar"}))
    );
    Ok(())
}

#[test]
fn a_header_of_another_kind_is_a_decode_error_that_names_it() -> Tested {
    let accepted = response(
        &[("x-count", b"many"), ("x-binary", b"\xff"), ("x-list", b"1, b")],
        b"{}",
    )?;
    for (name, error) in [
        ("x-count", accepted.header::<i32>("x-count").err()),
        ("x-binary", accepted.header::<String>("x-binary").err()),
        ("x-list", accepted.header_list::<i32>("x-list").err()),
        ("x-count", accepted.header_timestamps("x-count").err()),
    ] {
        let place = error.as_ref().map(|error| error.place());
        assert_eq!(place, Some(&Place::Header(name.to_owned())));
    }
    let error = accepted
        .header::<i32>("x-count")
        .err()
        .map(|error| error.to_string());
    let expected = "GetJob: the response is not what the model says: header `x-count`: \
                    \"many\" is another kind of value";
    assert_eq!(error.as_deref(), Some(expected));
    Ok(())
}

#[test]
fn header_lists_split_outside_quotes_and_over_repeated_headers() -> Tested {
    let accepted = response(
        &[("x-list", b"a, \"b,c\""), ("x-list", b"d"), ("x-empty", b"")],
        b"",
    )?;
    let list: Option<Vec<String>> = accepted.header_list("X-List")?;
    assert_eq!(list.unwrap_or_default(), ["a", "b,c", "d"]);
    assert_eq!(accepted.header_list::<String>("x-empty")?, Some(Vec::new()));
    assert_eq!(accepted.header_list::<String>("x-none")?, None);
    Ok(())
}

#[test]
fn http_date_lists_split_at_every_second_comma() -> Tested {
    let dates = b"Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT";
    let accepted = response(&[("x-dates", dates)], b"")?;
    let expected = vec![from_epoch_seconds(0), from_epoch_seconds(1)];
    assert_eq!(accepted.header_timestamps("x-dates")?, Some(expected));
    Ok(())
}

#[test]
fn prefix_headers_are_those_with_the_prefix_without_it() -> Tested {
    let accepted = response(
        &[
            ("X-Amz-Meta-One", b"1"),
            ("x-amz-meta-ONE", b"2"),
            ("x-amz-meta-bin", b"\xff"),
            ("etag", b"e"),
        ],
        b"",
    )?;
    let map = |entries: &[(&str, &str)]| {
        entries
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
            .collect::<BTreeMap<_, _>>()
    };
    let expected = map(&[("one", "1, 2"), ("bin", "\u{fffd}")]);
    assert_eq!(accepted.prefix_headers("X-Amz-Meta-"), Some(expected));
    assert_eq!(accepted.prefix_headers("").map(|all| all.len()), Some(3));
    assert_eq!(accepted.prefix_headers("x-other-"), None);
    Ok(())
}
