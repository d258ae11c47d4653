//! What goes over the wire.

use super::{input, page, page_of, plain, service, service_with};
use crate::changes::page::print::{request_syntax, response_syntax, structure, syntax};

fn request(members: &str, more: &str) -> String {
    let page = page_of(&input(members, more));
    plain(&syntax(&page.request))
}

#[test]
fn scalars_have_examples() {
    let text = request(
        r#""members":{"s":{"shape":"Text"},"i":{"shape":"Number"},"f":{"shape":"F"},"b":{"shape":"B"},"x":{"shape":"X"}}"#,
        r#""F":{"type":"double"},"B":{"type":"boolean"},"X":{"type":"blob"}"#,
    );
    assert_eq!(
        text,
        "  {\n      \"s\": \"string\",\n      \"i\": 123,\n      \"f\": 123.0,\n      \"b\": true|false,\n      \"x\": \"<base64>\"\n  }\n"
    );
}

#[test]
fn timestamps_are_in_their_formats() {
    let text = request(
        r#""members":{"a":{"shape":"T"},"b":{"shape":"T","timestampFormat":"iso8601"},"c":{"shape":"T","timestampFormat":"rfc822"}}"#,
        r#""T":{"type":"timestamp"}"#,
    );
    assert_eq!(
        text,
        "  {\n      \"a\": 1420070400,\n      \"b\": \"2015-01-01T00:00:00Z\",\n      \"c\": \"Thu, 01 Jan 2015 00:00:00 GMT\"\n  }\n"
    );
}

#[test]
fn a_sparse_list_shows_that_items_may_be_null() {
    let text = request(
        r#""members":{"a":{"shape":"L"}}"#,
        r#""L":{"type":"list","sparse":true,"member":{"shape":"Text"}}"#,
    );
    assert!(text.contains(r#""a": ["string"|null]"#), "{text}");
}

#[test]
fn a_map_shows_the_values_of_its_keys() {
    let text = request(
        r#""members":{"a":{"shape":"M"}}"#,
        r#""K":{"type":"string","enum":["X","Y"]},"M":{"type":"map","key":{"shape":"K"},"value":{"shape":"Number"}}"#,
    );
    assert!(text.contains(r#""a": {"X"|"Y": 123}"#), "{text}");
}

#[test]
fn a_union_says_that_it_is_one_of_its_members() {
    let text = request(
        r#""members":{"a":{"shape":"U"}}"#,
        r#""U":{"type":"structure","union":true,"members":{"one":{"shape":"Text"},"two":{"shape":"Number"}}}"#,
    );
    assert!(
        text.contains("\"a\": {  // one of\n          \"one\": \"string\",\n"),
        "{text}"
    );
}

#[test]
fn a_document_is_any_json() {
    let text = request(
        r#""members":{"a":{"shape":"D"},"l":{"shape":"L"}}"#,
        r#""D":{"type":"structure","document":true,"members":{}},"L":{"type":"list","member":{"shape":"D"}}"#,
    );
    assert!(
        text.contains("\"a\": <any JSON>,\n      \"l\": [<any JSON>]"),
        "{text}"
    );
}

#[test]
fn lists_of_maps_of_structures_close_as_they_open() {
    let text = request(
        r#""members":{"a":{"shape":"L"}}"#,
        r#""L":{"type":"list","member":{"shape":"M"}},"M":{"type":"map","key":{"shape":"Text"},"value":{"shape":"S"}},
           "S":{"type":"structure","members":{"x":{"shape":"Text"}}}"#,
    );
    assert_eq!(
        text,
        "  {\n      \"a\": [{\"string\": {\n          \"x\": \"string\"\n      }}]\n  }\n"
    );
}

#[test]
fn what_is_outside_the_body_stands_before_it() {
    let page = page_of(&service_with(
        r#""method":"GET","requestUri":"/do/{id}?fixed=1""#,
        "",
        r#""In":{"type":"structure","required":["id"],"members":{
             "id":{"shape":"Text","location":"uri","locationName":"id"},
             "tags":{"shape":"Texts","location":"querystring","locationName":"tag"},
             "more":{"shape":"Map","location":"querystring"},
             "when":{"shape":"Time","location":"header","locationName":"X-When"},
             "json":{"shape":"Text","jsonvalue":true,"location":"header","locationName":"X-Json"},
             "list":{"shape":"Texts","location":"header","locationName":"X-List"},
             "meta":{"shape":"Map","location":"headers","locationName":"x-meta-"}}},
           "Texts":{"type":"list","member":{"shape":"Text"}},
           "Map":{"type":"map","key":{"shape":"Text"},"value":{"shape":"Text"}},
           "Time":{"type":"timestamp"}"#,
    ));
    assert_eq!(
        plain(&request_syntax(&page)),
        "  GET /do/{id}?fixed=1\n\
         \x20     {id} = string\n\
         \x20     ?tag=string&tag=…\n\
         \x20     ?string=string\n\
         \x20     X-When: Thu, 01 Jan 2015 00:00:00 GMT\n\
         \x20     X-Json: <base64 of JSON>\n\
         \x20     X-List: string, …\n\
         \x20     x-meta-*: string\n"
    );
}

#[test]
fn a_payload_is_the_body() {
    let of = |target: &str| {
        let page = page_of(&service(&format!(
            r#""In":{{"type":"structure","payload":"p","members":{{"p":{{"shape":"{target}"}}}}}},
               "Blob":{{"type":"blob"}},"Part":{{"type":"structure","members":{{"x":{{"shape":"Text"}}}}}},
               "Doc":{{"type":"structure","document":true,"members":{{}}}}"#
        )));
        plain(&request_syntax(&page))
    };
    assert_eq!(of("Blob"), "  POST /do\n  <bytes>\n");
    assert_eq!(of("Text"), "  POST /do\n  <text>\n");
    assert_eq!(of("Doc"), "  POST /do\n  <any JSON>\n");
    assert_eq!(of("Part"), "  POST /do\n  {\n      \"x\": \"string\"\n  }\n");
}

#[test]
fn a_response_has_status_and_headers() {
    let page = page_of(&service(
        r#""In":{"type":"structure","members":{}}"#,
    ).replace(
        r#""Out":{"type":"structure","members":{}}"#,
        r#""Out":{"type":"structure","members":{"code":{"shape":"Number","location":"statusCode"},"h":{"shape":"Text","location":"header","locationName":"X-H"},"b":{"shape":"Text"}}}"#,
    ));
    assert_eq!(
        plain(&response_syntax(&page)),
        "  HTTP 200\n      X-H: string\n      code = 123  // status of the response\n  {\n      \"b\": \"string\"\n  }\n"
    );
}

#[test]
fn another_uri_stands_below_the_old_one() {
    let shapes = r#""In":{"type":"structure","members":{}}"#;
    let page = page(
        &service_with(r#""method":"POST","requestUri":"/old""#, "", shapes),
        &service_with(r#""method":"POST","requestUri":"/new""#, "", shapes),
    );
    assert_eq!(plain(&request_syntax(&page)), "- POST /old\n+ POST /new\n");
}

#[test]
fn values_that_come_and_go_are_marked_in_their_line() {
    let with = |values: &str| {
        input(
            r#""members":{"a":{"shape":"E"}}"#,
            &format!(r#""E":{{"type":"string","enum":[{values}]}}"#),
        )
    };
    let page = page(&with(r#""A","B""#), &with(r#""A","C""#));
    assert_eq!(
        plain(&syntax(&page.request)),
        "  {\n~     \"a\": \"A\"|-\"B\"|+\"C\"\n  }\n"
    );
}

#[test]
fn many_values_have_lines_of_their_own() {
    let with = |last: &str| {
        let long = "LONG".repeat(20);
        input(
            r#""members":{"a":{"shape":"E"},"b":{"shape":"Text"}}"#,
            &format!(r#""E":{{"type":"string","enum":["{long}","B"{last}]}}"#),
        )
    };
    let page = page(&with(""), &with(r#","C""#));
    let text = plain(&syntax(&page.request));
    assert!(
        text.ends_with("\n          | \"B\"\n+         | \"C\",\n      \"b\": \"string\"\n  }\n"),
        "{text}"
    );
}

#[test]
fn what_changed_in_rust_only_is_not_marked_on_the_wire() {
    // The shape of the only input becomes an output's too, so that its required member becomes optional in Rust.
    let with = |out: &str| {
        service(
            r#""In":{"type":"structure","members":{"p":{"shape":"Part"}}},
               "Part":{"type":"structure","required":["x"],"members":{"x":{"shape":"Text"}}}"#,
        )
        .replace(
            r#""Out":{"type":"structure","members":{}}"#,
            &format!(r#""Out":{{"type":"structure","members":{{{out}}}}}"#),
        )
    };
    let page = page(&with(""), &with(r#""p":{"shape":"Part"}"#));
    let text = plain(&syntax(&page.request));
    assert!(!text.contains('~'), "{text}");
    let text = plain(&structure(&page.request));
    assert!(
        text.contains("~         Rust type: String → Option<String>"),
        "{text}"
    );
}

#[test]
fn all_lines_of_what_is_gone_are_marked() {
    let more = r#""Part":{"type":"structure","members":{"x":{"shape":"Text"}}}"#;
    let page = page(
        &input(r#""members":{"p":{"shape":"Part"},"a":{"shape":"Text"}}"#, more),
        &input(r#""members":{"a":{"shape":"Text"}}"#, more),
    );
    assert_eq!(
        plain(&syntax(&page.request)),
        "  {\n-     \"p\": {\n-         \"x\": \"string\"\n-     },\n      \"a\": \"string\"\n  }\n"
    );
}

#[test]
fn the_structure_says_types_limits_and_places() {
    let page = page_of(&service(
        r#""In":{"type":"structure","required":["names"],"members":{
             "names":{"shape":"Names","locationName":"n"},
             "secret":{"shape":"Secret"},
             "token":{"shape":"Text","idempotencyToken":true},
             "size":{"shape":"Number","location":"querystring"},
             "map":{"shape":"Map"}}},
           "Name":{"type":"string","max":64},
           "Names":{"type":"list","member":{"shape":"Name"},"min":1,"max":5},
           "Map":{"type":"map","key":{"shape":"Text"},"value":{"shape":"Names"}},
           "Secret":{"type":"string","sensitive":true}"#,
    ));
    assert_eq!(
        plain(&structure(&page.request)),
        "  names (list of string (at most 64 characters), required, wire name n, 1 to 5 items)  names: Vec<String>\n\
         \x20 secret (string, sensitive)  secret: Option<String>\n\
         \x20 token (string, filled with a fresh token where absent)  token: Option<String>\n\
         \x20 size (integer, query parameter size)  size: Option<i32>\n\
         \x20 map (map of string to list of string (at most 64 characters) (1 to 5 items))  map: Option<BTreeMap<String, Vec<String>>>\n"
    );
}
