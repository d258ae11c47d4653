//! Structures and their members.

use super::problems_after;

#[test]
fn required_names_no_member() {
    let found = problems_after(r#""required":["id"]"#, r#""required":["id","sise"]"#);
    let expected = [
        "service-2.json:15:22: error: `required` names `sise`, which is no member of this structure (at /shapes/GetThingRequest/required/1); help: did you mean `size`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn required_names_a_member_twice() {
    let found = problems_after(r#""required":["id"]"#, r#""required":["id","id"]"#);
    let expected = [
        "service-2.json:15:22: error: `id` stands twice in `required` (at /shapes/GetThingRequest/required/1); help: remove one of the two",
    ];
    assert_eq!(found, expected);
}

#[test]
fn payload_names_no_member() {
    let found = problems_after(
        r#""Thing":{"type":"structure","#,
        r#""Thing":{"type":"structure","payload":"nam","#,
    );
    let expected = [
        "service-2.json:27:41: error: `payload` names `nam`, which is no member of this structure (at /shapes/Thing/payload); help: did you mean `name`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn two_members_with_one_wire_name() {
    let found = problems_after(
        r#""tags":{"shape":"Tags"}"#,
        r#""tags":{"shape":"Tags","locationName":"name"}"#,
    );
    let expected = [
        "service-2.json:32:5: error: `tags` and `name` have the same name on the wire: `name` (at /shapes/Thing/members/tags); help: give one of the two another `locationName`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn two_headers_that_differ_in_case() {
    let found = problems_after(
        r#""color":{"shape":"Color"}"#,
        r#""color":{"shape":"Color","location":"header","locationName":"x-a"},
    "shade":{"shape":"Color","location":"header","locationName":"X-A"}"#,
    );
    let expected = [
        "service-2.json:22:5: error: `shade` and `color` have the same name on the wire: `X-A` (at /shapes/ListThingsRequest/members/shade); help: give one of the two another `locationName`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_union_without_members() {
    let found = problems_after(
        r#""members":{
    "one":{"shape":"Text"},
    "other":{"shape":"Number"}}"#,
        r#""members":{}"#,
    );
    let expected = [
        "service-2.json:34:3: error: a union without members (at /shapes/Either); help: a union is one of its members: add them, or make it a structure",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_union_with_required_members() {
    let found = problems_after(r#""union":true,"#, r#""union":true,"required":["one"],"#);
    let expected = [
        "service-2.json:34:45: error: a union with required members (at /shapes/Either/required); help: exactly one member of a union is set: remove `required`, or `union`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_document_with_members_is_a_warning() {
    let found = problems_after(r#""union":true,"#, r#""document":true,"#);
    let expected = [
        "service-2.json:34:58: warning: a document with members (at /shapes/Either/members); help: a document is any JSON value, so its members are passed over: remove them",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_idempotency_token_that_is_a_number() {
    let found = problems_after(
        r#""size":{"shape":"Number","#,
        r#""size":{"shape":"Number","idempotencyToken":true,"#,
    );
    let expected = [
        "service-2.json:18:32: error: an idempotency token that is an integer, not a string (at /shapes/GetThingRequest/members/size/idempotencyToken); help: a token is made up by the client as text: refer to a string shape, or remove the trait",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_jsonvalue_that_is_a_blob() {
    let found = problems_after(
        r#""data":{"shape":"Data"}"#,
        r#""data":{"shape":"Data","jsonvalue":true}"#,
    );
    let expected = [
        "service-2.json:29:28: error: `jsonvalue` on a blob, not a string (at /shapes/Thing/members/data/jsonvalue); help: `jsonvalue` says that a string holds JSON: refer to a string shape, or remove the trait",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_timestamp_format() {
    let found = problems_after(
        r#""changed":{"shape":"Time"}"#,
        r#""changed":{"shape":"Time","timestampFormat":"iso"}"#,
    );
    let expected = [
        "service-2.json:30:49: error: unknown timestamp format `iso` (at /shapes/Thing/members/changed/timestampFormat); help: known are `unixTimestamp`, `iso8601`, `rfc822`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_timestamp_format_on_a_string() {
    let found = problems_after(
        r#""name":{"shape":"Text"}"#,
        r#""name":{"shape":"Text","timestampFormat":"iso8601"}"#,
    );
    let expected = [
        "service-2.json:28:28: error: `timestampFormat` on a string, not a timestamp (at /shapes/Thing/members/name/timestampFormat); help: refer to a timestamp shape, or remove the trait",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_member_that_streams_beside_others() {
    let found = problems_after(
        r#""data":{"shape":"Data"}"#,
        r#""data":{"shape":"Data","streaming":true}"#,
    );
    let expected = [
        "service-2.json:29:5: error: `data` streams, but is not the payload (at /shapes/Thing/members/data); help: what streams is the whole body of a message: name it as the structure's `payload`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_string_that_streams() {
    let found = problems_after(
        r#""NotFound":{"type":"structure","exception":true,"error":{"httpStatusCode":404},"members":{
    "message":{"shape":"Text"}"#,
        r#""NotFound":{"type":"structure","exception":true,"payload":"message","members":{
    "message":{"shape":"Text","streaming":true}"#,
    );
    let expected = [
        "service-2.json:26:31: error: `streaming` on a string, not a blob (at /shapes/NotFound/members/message/streaming); help: only bytes stream: refer to a blob shape, or remove the trait",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_enum_on_a_member_is_a_note() {
    let found = problems_after(
        r#""name":{"shape":"Text"}"#,
        r#""name":{"shape":"Text","enum":["A","B"]}"#,
    );
    let expected = [
        "service-2.json:28:28: note: an enum on a member is no type of its own (at /shapes/Thing/members/name/enum); help: it stays what its shape is, since an enum needs a shape of its own; its values are `A`, `B`",
    ];
    assert_eq!(found, expected);
}
