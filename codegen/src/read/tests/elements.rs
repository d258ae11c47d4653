//! Operations, shapes and their values.

use super::problems_after;

#[test]
fn an_unknown_type() {
    let found = problems_after(r#""Data":{"type":"blob"}"#, r#""Data":{"type":"bytes"}"#);
    let expected = [
        "service-2.json:44:18: error: unknown type `bytes` (at /shapes/Data/type); help: known are `structure`, `list`, `map`, `string`, `character`, `boolean`, `byte`, `short`, `integer`, `long`, `float`, `double`, `blob`, `timestamp`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_value_that_stands_twice_in_an_enum() {
    let found = problems_after(r#""enum":["RED","GREEN"]"#, r#""enum":["RED","GREEN","RED"]"#);
    let expected = [
        "service-2.json:42:50: error: the value `RED` stands twice in one enum (at /shapes/Color/enum/2); help: remove one of the two",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_value_that_is_no_string() {
    let found = problems_after(r#""enum":["RED","GREEN"]"#, r#""enum":["RED",7]"#);
    let expected = [
        "service-2.json:42:42: error: expected a string, found a number (at /shapes/Color/enum/1); help: write a string here, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_enum_without_values_is_a_warning() {
    let found = problems_after(r#""enum":["RED","GREEN"]"#, r#""enum":[]"#);
    let expected = [
        "service-2.json:42:35: warning: an enum without values (at /shapes/Color/enum); help: it is read as a plain string: add the values, or remove the key",
    ];
    assert_eq!(found, expected);
}

#[test]
fn bounds_that_exclude_everything_are_a_warning() {
    let found = problems_after(r#""min":1,"max":10"#, r#""min":11,"max":10"#);
    let expected = [
        "service-2.json:43:36: warning: `min` 11 is greater than `max` 10 (at /shapes/Number/min); help: documentation repeats them as they stand: no value can satisfy both",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_negative_length_is_a_warning() {
    let found = problems_after(r#""Data":{"type":"blob"}"#, r#""Data":{"type":"blob","max":-1}"#);
    let expected = [
        "service-2.json:44:31: warning: a length that is negative (at /shapes/Data/max); help: documentation repeats it as it stands: nothing has fewer than no elements",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_http_method() {
    let found = problems_after(
        r#""http":{"method":"GET","requestUri":"/things"}"#,
        r#""http":{"method":"FETCH","requestUri":"/things"}"#,
    );
    let expected = [
        "service-2.json:9:22: error: unknown HTTP method `FETCH` (at /operations/ListThings/http/method); help: known are `GET`, `PUT`, `POST`, `DELETE`, `PATCH`, `HEAD`, `OPTIONS`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_response_code_that_is_none() {
    let found = problems_after(r#""responseCode":200"#, r#""responseCode":999"#);
    let expected = [
        "service-2.json:4:71: error: 999 is not an HTTP status code (at /operations/GetThing/http/responseCode); help: HTTP status codes are the whole numbers from 100 to 599",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_error_status_that_is_none() {
    let found = problems_after(r#""httpStatusCode":404"#, r#""httpStatusCode":40"#);
    let expected = [
        "service-2.json:25:77: error: 40 is not an HTTP status code (at /shapes/NotFound/error/httpStatusCode); help: HTTP status codes are the whole numbers from 100 to 599",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_response_code_with_a_fraction() {
    let found = problems_after(r#""responseCode":200"#, r#""responseCode":200.5"#);
    let expected = [
        "service-2.json:4:71: error: 200.5 is not an HTTP status code (at /operations/GetThing/http/responseCode); help: HTTP status codes are the whole numbers from 100 to 599",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_authtype() {
    let found = problems_after(
        r#""name":"ListThings","#,
        r#""name":"ListThings","authtype":"any","#,
    );
    let expected = [
        "service-2.json:8:48: error: unknown authtype `any` (at /operations/ListThings/authtype); help: known are `none`, `v4-unsigned-body`, `v4`",
    ];
    assert_eq!(found, expected);
}
