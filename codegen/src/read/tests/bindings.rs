//! HTTP bindings.

use super::{changed, problems, problems_after, sources};

#[test]
fn a_label_that_no_member_fills() {
    let found = problems_after(
        r#""requestUri":"/things""#,
        r#""requestUri":"/things/{color}/{nothing}""#,
    );
    let expected = [
        r#"service-2.json:9:41: error: no member of the input fills the label `color` (at /operations/ListThings/http/requestUri); help: give the member `color` `"location": "uri"`"#,
        r#"service-2.json:9:41: error: no member of the input fills the label `nothing` (at /operations/ListThings/http/requestUri); help: add a member with `"location": "uri"` to the input, or remove the label"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_with_a_mistyped_name() {
    let found = problems_after(r#""requestUri":"/things/{id}""#, r#""requestUri":"/things/{ID}""#);
    let expected = [
        "service-2.json:4:41: error: no member of the input fills the label `ID` (at /operations/GetThing/http/requestUri); help: did you mean `id`?",
        "service-2.json:17:7: error: the URI of `GetThing` has no label `id` for this member (at /shapes/GetThingRequest/members/id); help: add the label to the operation's `requestUri`, or give the member another location",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_member_for_a_label_that_the_uri_has_not() {
    let found = problems_after(r#""requestUri":"/things/{id}""#, r#""requestUri":"/things/x""#);
    let expected = [
        "service-2.json:17:7: error: the URI of `GetThing` has no label `id` for this member (at /shapes/GetThingRequest/members/id); help: add the label to the operation's `requestUri`, or give the member another location",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_that_is_optional() {
    let found = problems_after(r#""required":["id"]"#, r#""required":[]"#);
    let expected = [
        "service-2.json:17:7: error: `id` is part of the URI, but not required (at /shapes/GetThingRequest/members/id); help: without it there is no URI: add it to the structure's `required`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_that_is_a_list() {
    let found = problems_after(r#""id":{"shape":"Text""#, r#""id":{"shape":"Things""#);
    let expected = [
        "service-2.json:17:7: error: `id` is part of the URI, but a list (at /shapes/GetThingRequest/members/id); help: what stands in a path is a string, number, boolean or timestamp",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_within_a_segment() {
    let found = problems_after(
        r#""requestUri":"/things/{id}""#,
        r#""requestUri":"/things/x-{id}""#,
    );
    let expected = [
        "service-2.json:4:41: error: `x-{id}` is not how a label is written (at /operations/GetThing/http/requestUri); help: a label is a whole segment of the path: `/things/{id}`, or `/{key+}` for the rest of it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_that_is_not_closed() {
    let found = problems_after(r#""requestUri":"/things/{id}""#, r#""requestUri":"/things/{id""#);
    let expected = [
        "service-2.json:4:41: error: `{id` is not how a label is written (at /operations/GetThing/http/requestUri); help: a label is a whole segment of the path: `/things/{id}`, or `/{key+}` for the rest of it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_without_a_name() {
    let found = problems_after(
        r#""requestUri":"/things/{id}""#,
        r#""requestUri":"/things/{}/{id}""#,
    );
    let expected = [
        "service-2.json:4:41: error: `{}` is not how a label is written (at /operations/GetThing/http/requestUri); help: a label is a whole segment of the path: `/things/{id}`, or `/{key+}` for the rest of it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_that_stands_twice() {
    let found = problems_after(
        r#""requestUri":"/things/{id}""#,
        r#""requestUri":"/things/{id}/{id}""#,
    );
    let expected = [
        "service-2.json:4:41: error: the label `id` stands twice in a request URI (at /operations/GetThing/http/requestUri); help: remove or rename one of the two",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_greedy_label_before_another() {
    let found = problems_after(
        r#""requestUri":"/things/{id}""#,
        r#""requestUri":"/{id+}/{size}""#,
    );
    let expected = [
        "service-2.json:4:41: error: the greedy label `{id+}` is followed by another label (at /operations/GetThing/http/requestUri); help: a greedy label takes all segments that are left: only the last label can be one",
        r#"service-2.json:4:41: error: no member of the input fills the label `size` (at /operations/GetThing/http/requestUri); help: give the member `size` `"location": "uri"`"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_label_in_the_query() {
    let found = problems_after(
        r#""requestUri":"/things/{id}""#,
        r#""requestUri":"/things/{id}?size={size}""#,
    );
    let expected = [
        r#"service-2.json:4:41: error: a label in the query of a request URI (at /operations/GetThing/http/requestUri); help: the query of a pattern is literal: bind the member with `"location": "querystring"`"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_uri_that_does_not_begin_with_a_slash() {
    let found = problems_after(r#""requestUri":"/things""#, r#""requestUri":"things""#);
    let expected = [
        "service-2.json:9:41: error: a request URI that does not begin with `/` (at /operations/ListThings/http/requestUri); help: write the path from its root",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_uri_with_a_space() {
    let found = problems_after(r#""requestUri":"/things""#, r#""requestUri":"/all things""#);
    let expected = [
        "service-2.json:9:41: error: ` ` can't stand in a URI (at /operations/ListThings/http/requestUri); help: write it percent-encoded, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_location() {
    let found = problems_after(r#""location":"querystring""#, r#""location":"query""#);
    let expected = [
        "service-2.json:18:43: error: unknown location `query` (at /shapes/GetThingRequest/members/size/location); help: known are `uri`, `querystring`, `header`, `headers`, `statusCode`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_structure_in_a_header() {
    let found = problems_after(
        r#""color":{"shape":"Color"}"#,
        r#""color":{"shape":"Either","location":"header"}"#,
    );
    let expected = [
        "service-2.json:21:31: error: `color` is a union, which can't stand in a header (at /shapes/ListThingsRequest/members/color/location); help: what stands there is text, or a list of texts",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_blob_in_the_query() {
    let found = problems_after(
        r#""size":{"shape":"Number","location""#,
        r#""size":{"shape":"Data","location""#,
    );
    let expected = [
        "service-2.json:18:30: error: `size` is a blob, which can't stand in the query (at /shapes/GetThingRequest/members/size/location); help: what stands there is text, a list of texts, or a map of those",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_list_of_structures_in_the_query() {
    let found = problems_after(
        r#""size":{"shape":"Number","location""#,
        r#""size":{"shape":"Things","location""#,
    );
    let expected = [
        "service-2.json:18:32: error: `size` is a list, which can't stand in the query (at /shapes/GetThingRequest/members/size/location); help: what stands there is text, a list of texts, or a map of those",
    ];
    assert_eq!(found, expected);
}

#[test]
fn prefix_headers_that_are_no_map() {
    let found = problems_after(
        r#""name":{"shape":"Text"}"#,
        r#""name":{"shape":"Text","location":"headers"}"#,
    );
    let expected = [
        "service-2.json:28:28: error: `name` is a string, which can't stand in all headers of a prefix (at /shapes/Thing/members/name/location); help: what stands there is a map of strings",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_status_that_is_a_string() {
    let found = problems_after(
        r#""name":{"shape":"Text"}"#,
        r#""name":{"shape":"Text","location":"statusCode"}"#,
    );
    let expected = [
        "service-2.json:28:28: error: `name` is a string, which can't stand in the status (at /shapes/Thing/members/name/location); help: what stands there is an integer",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_query_member_of_a_response() {
    let found = problems_after(
        r#""name":{"shape":"Text"}"#,
        r#""name":{"shape":"Text","location":"querystring"}"#,
    );
    let expected = [
        "service-2.json:28:28: error: `name` has its place in a URI, but no request has this structure (at /shapes/Thing/members/name/location); help: a response has no URI: give the member another location",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_status_in_a_request() {
    let found = problems_after(
        r#""size":{"shape":"Number","location":"querystring"}"#,
        r#""size":{"shape":"Number","location":"statusCode"}"#,
    );
    let expected = [
        "service-2.json:18:32: error: `size` is a status code, but no response has this structure (at /shapes/GetThingRequest/members/size/location); help: a request has no status: give the member another location",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_payload_with_a_location() {
    let found = problems_after(
        r#""Thing":{"type":"structure","members":{
    "name":{"shape":"Text"},
    "data":{"shape":"Data"},
    "changed":{"shape":"Time"},
    "parts":{"shape":"Things"},
    "tags":{"shape":"Tags"},
    "either":{"shape":"Either"}}"#,
        r#""Thing":{"type":"structure","payload":"name","members":{
    "name":{"shape":"Text","location":"header"}}"#,
    );
    let expected = [
        "service-2.json:28:28: error: `name` is the payload, and has another location too (at /shapes/Thing/members/name/location); help: remove the member's `location`, or the structure's `payload`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_payload_that_leaves_other_members_without_a_place() {
    let found = problems_after(
        r#""ListThingsResponse":{"type":"structure","#,
        r#""ListThingsResponse":{"type":"structure","payload":"nextToken","#,
    );
    let expected = [
        "service-2.json:24:5: error: `things` has no place in the message, since `nextToken` is its whole body (at /shapes/ListThingsResponse/members/things); help: give the member a location, or remove the structure's `payload`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_payload_that_is_a_list() {
    let found = problems_after(
        r#""ListThingsResponse":{"type":"structure","members":{
    "nextToken":{"shape":"Text"},"#,
        r#""ListThingsResponse":{"type":"structure","payload":"things","members":{"#,
    );
    let expected = [
        "service-2.json:22:54: error: `things` is a list, which can't be a payload (at /shapes/ListThingsResponse/payload); help: a payload is a structure, union, document, string or blob",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_host_label_that_no_member_fills() {
    let found = problems_after(
        r#""name":"ListThings","#,
        r#""name":"ListThings","endpoint":{"hostPrefix":"{color}."},"#,
    );
    let expected = [
        r#"service-2.json:8:62: error: no member of the input fills the label `color` of the host prefix (at /operations/ListThings/endpoint/hostPrefix); help: add `"hostLabel": true` to the input's member of that name, or remove the label"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_host_label_without_a_place_is_a_warning() {
    let found = problems_after(
        r#""color":{"shape":"Color"}}}"#,
        r#""color":{"shape":"Color","hostLabel":true}}}"#,
    );
    let expected = [
        "service-2.json:21:5: warning: the host prefix of `ListThings` has no label for this member (at /shapes/ListThingsRequest/members/color); help: it is sent where its location says: add the label to the prefix, or remove `hostLabel`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_host_prefix_with_a_slash() {
    let found = problems_after(
        r#""name":"ListThings","#,
        r#""name":"ListThings","endpoint":{"hostPrefix":"a/b."},"#,
    );
    let expected = [
        "service-2.json:8:62: error: `/` can't stand in a host prefix (at /operations/ListThings/endpoint/hostPrefix); help: a host prefix is made of letters, digits, `-`, `.` and labels such as `{AccountId}`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_host_prefix_with_an_open_label() {
    let found = problems_after(
        r#""name":"ListThings","#,
        r#""name":"ListThings","endpoint":{"hostPrefix":"{color."},"#,
    );
    let expected = [
        "service-2.json:8:62: error: `{color.` can't stand in a host prefix (at /operations/ListThings/endpoint/hostPrefix); help: a host prefix is made of letters, digits, `-`, `.` and labels such as `{AccountId}`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_host_label_that_is_optional() {
    let text = changed(
        r#""color":{"shape":"Color"}"#,
        r#""color":{"shape":"Color","hostLabel":true}"#,
    );
    let name = r#""name":"ListThings","#;
    let text = text.replace(
        name,
        &format!(r#"{name}"endpoint":{{"hostPrefix":"{{color}}."}},"#),
    );
    let expected = [
        "service-2.json:8:62: error: `color` is part of the host name, but not required (at /operations/ListThings/endpoint/hostPrefix); help: without it there is no host: add it to the input's `required`",
    ];
    assert_eq!(problems(&sources(text)), expected);
}

#[test]
fn labels_of_other_protocols_are_left_alone() {
    let text = changed(r#""required":["id"]"#, r#""required":[]"#);
    let text = text.replace(r#""protocol":"rest-json""#, r#""protocol":"json""#);
    assert_eq!(problems(&sources(text)), [""; 0]);
}

#[test]
fn locations_mean_nothing_within_the_body() {
    let text = changed(
        r#""one":{"shape":"Text"}"#,
        r#""one":{"shape":"Data","location":"statusCode"}"#,
    );
    assert_eq!(problems(&sources(text)), [""; 0]);
}
