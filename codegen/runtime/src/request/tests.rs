use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Method, Request};
use serde_json::json;

use super::{RequestBuilder, host_prefix};
use crate::error::InvalidInput;
use crate::format;
use crate::testing::{Job, OPERATION};
use crate::timestamp::from_epoch_seconds;

type Tested = Result<(), InvalidInput>;

fn builder(uri: &str) -> RequestBuilder {
    RequestBuilder::new(OPERATION, Method::POST, uri)
}

fn header<'a>(request: &'a Request<Bytes>, name: &str) -> Option<&'a [u8]> {
    request.headers().get(name).map(http::HeaderValue::as_bytes)
}

/// Body and content type.
fn body(request: &Request<Bytes>) -> (&[u8], Option<&[u8]>) {
    (request.body(), header(request, "content-type"))
}

#[test]
fn the_method_and_a_relative_uri_are_set() -> Tested {
    let mut request = RequestBuilder::new(OPERATION, Method::DELETE, "/tags/{resourceArn}");
    request.label("resourceArn", "arn:aws:s3:::a/b")?;
    request.query_list("tagKeys", &vec!["b", "a"]);
    let request = request.empty()?;
    assert_eq!(request.method(), Method::DELETE);
    assert_eq!(
        request.uri().to_string(),
        "/tags/arn%3Aaws%3As3%3A%3A%3Aa%2Fb?tagKeys=b&tagKeys=a"
    );
    assert_eq!(request.uri().host(), None);
    Ok(())
}

#[test]
fn labels_hold_numbers_and_formatted_timestamps() -> Tested {
    let mut request = builder("/{version}/{at}");
    request.label("version", &Some(7_i64))?;
    request.label("at", &format::date_time(from_epoch_seconds(1_422_172_800)))?;
    assert_eq!(request.empty()?.uri().path(), "/7/2015-01-25T08%3A00%3A00Z");
    Ok(())
}

#[test]
fn an_absent_label_is_an_error_that_names_operation_and_member() {
    let error = builder("/{id}").label("id", &None::<String>).err();
    let error = error.as_ref();
    assert_eq!(error.map(InvalidInput::operation), Some("GetJob"));
    assert_eq!(error.and_then(InvalidInput::member), Some("id"));
    let text = error.map(ToString::to_string);
    assert_eq!(
        text.as_deref(),
        Some("GetJob: invalid input: `id` stands in the URI's path, where it must not be empty")
    );
}

#[test]
fn a_label_that_the_uri_does_not_have_is_an_error() {
    assert!(builder("/").label("id", "1").is_err());
    assert!(builder("/{id}").empty().is_err());
}

#[test]
fn absent_query_values_and_empty_lists_send_nothing_but_empty_strings_do() -> Tested {
    let mut request = builder("/path?abc=mno");
    request.query("none", &None::<bool>);
    request.query_list("list", &Vec::<String>::new());
    request.query_list("none", &None::<Vec<i32>>);
    request.query("empty", "");
    request.query("flag", &Some(false));
    assert_eq!(
        request.empty()?.uri().to_string(),
        "/path?abc=mno&empty=&flag=false"
    );
    Ok(())
}

#[test]
fn maps_of_strings_and_of_lists_spread_over_the_query() -> Tested {
    let mut request = builder("/path");
    request.query("fizz", "named");
    request.query_map(&Some(BTreeMap::from([
        ("bar".to_owned(), "baz"),
        ("fizz".to_owned(), "buzz"),
    ])));
    request.query_map(&BTreeMap::from([("a", vec!["1", "2"]), ("b", vec![])]));
    request.query_map(&None::<BTreeMap<String, String>>);
    assert_eq!(
        request.empty()?.uri().to_string(),
        "/path?fizz=named&bar=baz&a=1&a=2"
    );
    Ok(())
}

#[test]
fn an_absent_header_is_not_sent_and_an_empty_string_is() -> Tested {
    let mut request = builder("/");
    request.header("X-None", &None::<String>)?;
    request.header("X-Empty", "")?;
    request.header("X-Number", &123)?;
    let request = request.empty()?;
    assert_eq!(request.headers().len(), 2);
    assert_eq!(header(&request, "x-empty"), Some(&b""[..]));
    assert_eq!(header(&request, "x-number"), Some(&b"123"[..]));
    Ok(())
}

#[test]
fn header_lists_join_with_comma_and_blank_and_quote_where_needed() -> Tested {
    let mut request = builder("/");
    request.header_list("x-list", &vec!["a", "b,c", "\"def\""])?;
    request.header_list("x-one-empty", &vec![""])?;
    request.header_list("x-empty", &Vec::<String>::new())?;
    request.header_list("x-none", &Some(vec![None::<String>]))?;
    let request = request.empty()?;
    assert_eq!(header(&request, "x-list"), Some(&br#"a, "b,c", "\"def\"""#[..]));
    assert_eq!(header(&request, "x-one-empty"), Some(&b""[..]));
    assert_eq!(request.headers().len(), 2);
    Ok(())
}

#[test]
fn dates_in_a_header_list_are_not_quoted() -> Tested {
    let mut request = builder("/");
    let dates = vec![
        format::http_date(from_epoch_seconds(0)),
        format::http_date(from_epoch_seconds(1)),
    ];
    request.header_list_unquoted("x-dates", &dates)?;
    let expected = b"Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT";
    assert_eq!(header(&request.empty()?, "x-dates"), Some(&expected[..]));
    Ok(())
}

#[test]
fn a_header_value_that_is_not_legal_is_an_error() {
    for value in ["a\r\nx-evil: 1", "a\nb", "a\rb", "\0", "\u{7f}"] {
        let error = builder("/").header("x-amz-meta", value).err();
        assert_eq!(
            error.as_ref().and_then(InvalidInput::member),
            Some("x-amz-meta"),
            "{value:?}"
        );
        assert!(builder("/").header_list("x-amz-meta", &vec![value]).is_err());
    }
    assert!(builder("/").header("x-amz-meta", "tab\tand ä").is_ok());
}

#[test]
fn a_prefix_map_spreads_over_headers_and_named_headers_win() -> Tested {
    let mut request = builder("/");
    request.header("x-amz-meta-owner", "named")?;
    let map = BTreeMap::from([("Owner", "map"), ("colour", "red"), ("Colour", "blue")]);
    request.prefix_headers("X-Amz-Meta-", &map)?;
    let request = request.empty()?;
    assert_eq!(header(&request, "x-amz-meta-owner"), Some(&b"named"[..]));
    assert_eq!(
        header(&request, "x-amz-meta-colour"),
        Some(&b"blue"[..]),
        "the first of the map's order"
    );
    assert_eq!(request.headers().len(), 2);
    Ok(())
}

#[test]
fn a_key_that_is_no_header_name_is_an_error() {
    for key in ["a b", "a:b", "a\r\n", "ä"] {
        let error = builder("/")
            .prefix_headers("x-", &BTreeMap::from([(key, "1")]))
            .err();
        assert_eq!(
            error.as_ref().and_then(InvalidInput::member),
            Some(format!("x-{key}").as_str())
        );
    }
}

#[test]
fn more_headers_than_http_can_hold_are_an_error() {
    let map: BTreeMap<String, i32> = (0..40_000).map(|number| (number.to_string(), number)).collect();
    assert!(builder("/").prefix_headers("x-", &map).is_err());
}

#[test]
fn body_members_are_json_in_the_wire_form() -> Tested {
    let input = Job {
        name: Some("j".to_owned()),
        created: Some(from_epoch_seconds(1_422_172_800)),
        token: Some("in a header".to_owned()),
    };
    let request = builder("/").json(&input)?;
    let expected = br#"{"jobName":"j","createdAt":1422172800}"#;
    assert_eq!(body(&request), (&expected[..], Some(&b"application/json"[..])));
    Ok(())
}

#[test]
fn body_members_of_which_none_is_given_are_an_empty_structure() -> Tested {
    let request = builder("/").json(&Job::default())?;
    assert_eq!(body(&request), (&b"{}"[..], Some(&b"application/json"[..])));
    Ok(())
}

#[test]
fn without_body_members_there_is_no_body_and_no_content_type() -> Tested {
    assert_eq!(body(&builder("/").empty()?), (&b""[..], None));
    Ok(())
}

#[test]
fn a_structure_payload_is_its_json_and_an_unset_one_is_empty() -> Tested {
    let job = Job {
        name: Some("j".to_owned()),
        ..Job::default()
    };
    let json = Some(&b"application/json"[..]);
    assert_eq!(
        body(&builder("/").json_payload(&job)?),
        (&br#"{"jobName":"j"}"#[..], json)
    );
    assert_eq!(
        body(&builder("/").json_payload(&Some(job))?),
        (&br#"{"jobName":"j"}"#[..], json)
    );
    assert_eq!(
        body(&builder("/").json_payload(&None::<Job>)?),
        (&b"{}"[..], json)
    );
    Ok(())
}

#[test]
fn a_document_payload_is_json_and_an_unset_one_is_no_body() -> Tested {
    let document = Some(json!({"a": [1, 2.5, null]}));
    let request = builder("/").document_payload(&document)?;
    assert_eq!(
        body(&request),
        (&br#"{"a":[1,2.5,null]}"#[..], Some(&b"application/json"[..]))
    );
    assert_eq!(body(&builder("/").document_payload(&json!("x"))?).0, b"\"x\"");
    assert_eq!(body(&builder("/").document_payload(&None)?), (&b""[..], None));
    Ok(())
}

#[test]
fn a_string_payload_is_raw_text_and_an_unset_one_is_no_body() -> Tested {
    let text = Some(&b"text/plain"[..]);
    assert_eq!(
        body(&builder("/").text_payload("\"ä\"")?),
        ("\"ä\"".as_bytes(), text)
    );
    assert_eq!(body(&builder("/").text_payload("")?), (&b""[..], text));
    assert_eq!(
        body(&builder("/").text_payload(&None::<String>)?),
        (&b""[..], None)
    );
    Ok(())
}

#[test]
fn a_blob_payload_is_raw_and_an_unset_one_still_says_its_type() -> Tested {
    let octets = Some(&b"application/octet-stream"[..]);
    let blob = Bytes::from_static(b"\xff\0");
    assert_eq!(body(&builder("/").blob_payload(&blob)?), (&b"\xff\0"[..], octets));
    assert_eq!(
        body(&builder("/").blob_payload(&Some(blob))?),
        (&b"\xff\0"[..], octets)
    );
    assert_eq!(body(&builder("/").blob_payload(&None)?), (&b""[..], octets));
    Ok(())
}

#[test]
fn a_bound_content_type_wins() -> Tested {
    let mut request = builder("/");
    request.header("Content-Type", &Some("image/jpg"))?;
    assert_eq!(body(&request.blob_payload(None)?).1, Some(&b"image/jpg"[..]));
    Ok(())
}

#[test]
fn a_host_prefix_is_filled_in_with_host_labels_only() -> Tested {
    let name = "data-1".to_owned();
    let prefix = host_prefix(
        OPERATION,
        "{Name}.{Zone}.",
        &[("Name", &name), ("Zone", &Some("a"))],
    )?;
    assert_eq!(prefix.as_deref(), Some("data-1.a."));
    for bad in ["", "-a", "a.b", "a/b", "evil.example#", "ä", &"a".repeat(64)] {
        let error = host_prefix(OPERATION, "{Name}.", &[("Name", &bad)]).err();
        assert_eq!(
            error.as_ref().and_then(InvalidInput::member),
            Some("Name"),
            "{bad}"
        );
    }
    Ok(())
}
