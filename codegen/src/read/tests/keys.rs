//! Keys: unknown, missing, of a wrong type.

use super::problems_after;

#[test]
fn an_unknown_key_is_a_warning() {
    let found = problems_after(
        r#""other":{"shape":"Number"}"#,
        r#""other":{"shape":"Number","colour":1}"#,
    );
    let expected = [
        "service-2.json:36:31: warning: unknown key `colour` of a member (at /shapes/Either/members/other/colour); help: it is ignored: if it is no slip of the pen, tell the maintainers of this generator, who decide what the key means for the generated crate",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_key_names_the_kind_of_thing_it_stands_on() {
    let found = problems_after(
        r#""Number":{"type":"integer","#,
        r#""Number":{"type":"integer","enum":["a"],"#,
    );
    let expected = [
        "service-2.json:43:30: warning: unknown key `enum` of a shape of this type (at /shapes/Number/enum); help: it is ignored: if it is no slip of the pen, tell the maintainers of this generator, who decide what the key means for the generated crate",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_string_in_the_place_of_an_object() {
    let found = problems_after(
        r#""input":{"shape":"GetThingRequest"}"#,
        r#""input":"GetThingRequest""#,
    );
    let expected = [
        "service-2.json:5:13: error: expected an object, found a string (at /operations/GetThing/input); help: write an object here, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_object_in_the_place_of_an_array() {
    let found = problems_after(r#""required":["id"]"#, r#""required":{"id":true}"#);
    let expected = [
        "service-2.json:15:16: error: expected an array, found an object (at /shapes/GetThingRequest/required); help: write an array here, or remove it",
        "service-2.json:17:7: error: `id` is part of the URI, but not required (at /shapes/GetThingRequest/members/id); help: without it there is no URI: add it to the structure's `required`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_number_in_the_place_of_a_string() {
    let found = problems_after(
        r#""http":{"method":"GET","requestUri":"/things"}"#,
        r#""http":{"method":"GET","requestUri":7}"#,
    );
    let expected = [
        "service-2.json:9:41: error: expected a string, found a number (at /operations/ListThings/http/requestUri); help: write a string here, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_string_in_the_place_of_a_flag() {
    let found = problems_after(r#""exception":true"#, r#""exception":"yes""#);
    let expected = [
        "service-2.json:25:46: error: expected true or false, found a string (at /shapes/NotFound/exception); help: write true or false here, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_string_in_the_place_of_a_number() {
    let found = problems_after(r#""min":1,"#, r#""min":"1","#);
    let expected = [
        "service-2.json:43:36: error: expected a number, found a string (at /shapes/Number/min); help: write a number here, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_protocol() {
    let found = problems_after(r#""protocol":"rest-json","#, "");
    let expected = [
        "service-2.json:1:2: error: `protocol` is missing (at /metadata); help: it names the wire protocol, such as `rest-json`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_unknown_protocol() {
    let found = problems_after(r#""protocol":"rest-json""#, r#""protocol":"rest-jason""#);
    let expected = [
        "service-2.json:1:77: error: unknown protocol `rest-jason` (at /metadata/protocol); help: known are `rest-json`, `json`, `rest-xml`, `query`, `ec2`, `smithy-rpc-v2-cbor`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_empty_endpoint_prefix() {
    let found = problems_after(r#""endpointPrefix":"things""#, r#""endpointPrefix":"""#);
    let expected = [
        "service-2.json:1:57: error: `endpointPrefix` is empty (at /metadata/endpointPrefix); help: it is the first part of the service's host names",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_full_name_is_a_warning() {
    let found = problems_after(r#","serviceFullName":"Things""#, "");
    let expected = [
        "service-2.json:1:2: warning: `serviceFullName` is missing (at /metadata); help: the service's id is used in its place: add the name by which people know the service",
    ];
    assert_eq!(found, expected);
}

#[test]
fn missing_metadata_are_reported_once() {
    let found = problems_after(
        r#""metadata":{"apiVersion":"2020-01-01","endpointPrefix":"things","protocol":"rest-json","serviceFullName":"Things"},"#,
        "",
    );
    let expected = [
        "service-2.json:1:1: error: `metadata` is missing; help: a service model has `metadata`, `operations` and `shapes`: is this a `service-2.json`?",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_http_trait() {
    let found = problems_after(
        r#""http":{"method":"GET","requestUri":"/things"},
"#,
        "\n",
    );
    let expected = [
        "service-2.json:8:3: error: `http` is missing (at /operations/ListThings); help: an operation says its `method` and `requestUri` there",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_method_and_a_missing_uri_are_two_problems() {
    let found = problems_after(
        r#""http":{"method":"GET","requestUri":"/things"}"#,
        r#""http":{}"#,
    );
    let expected = [
        "service-2.json:9:5: error: `method` is missing (at /operations/ListThings/http); help: it is the HTTP method of the request, such as `GET`",
        "service-2.json:9:5: error: `requestUri` is missing (at /operations/ListThings/http); help: it is the path of the request, such as `/things/{id}`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_missing_type_is_not_a_missing_shape() {
    let found = problems_after(r#""Data":{"type":"blob"}"#, r#""Data":{}"#);
    let expected = [
        "service-2.json:44:3: error: `type` is missing (at /shapes/Data); help: a shape says its type, such as `structure` or `string`",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_list_without_member() {
    let found = problems_after(
        r#""type":"list",
    "member":{"shape":"Thing"}"#,
        r#""type":"list""#,
    );
    let expected = [
        r#"service-2.json:40:3: error: `member` is missing (at /shapes/Things); help: a list says there what its items are: `"member": {"shape": …}`"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_map_without_key_and_value() {
    let found = problems_after(
        r#""type":"map",
    "key":{"shape":"Text"},
    "value":{"shape":"Text"}"#,
        r#""type":"map""#,
    );
    let expected = [
        r#"service-2.json:37:3: error: `key` is missing (at /shapes/Tags); help: a map says what its keys and values are: `"key": {"shape": …}`"#,
        r#"service-2.json:37:3: error: `value` is missing (at /shapes/Tags); help: a map says what its keys and values are: `"key": {"shape": …}`"#,
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_member_without_shape() {
    let found = problems_after(r#""name":{"shape":"Text"}"#, r#""name":{}"#);
    let expected = [
        "service-2.json:28:5: error: `shape` is missing (at /shapes/Thing/members/name); help: it names the shape that is meant",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_member_whose_shape_has_an_empty_name() {
    let found = problems_after(r#""name":{"shape":"Text"}"#, r#""name":{"shape":""}"#);
    let expected = [
        "service-2.json:28:21: error: the name of a shape is empty (at /shapes/Thing/members/name/shape); help: write the name of the shape that is meant",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_shape_with_an_empty_name() {
    let found = problems_after(
        r#""Data":{"type":"blob"},"#,
        r#""Data":{"type":"blob"},"":{"type":"blob"},"#,
    );
    let expected = [
        "service-2.json:44:26: error: a name is empty (at /shapes/); help: names are what code and documents refer to: name it, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_member_with_an_empty_name() {
    let found = problems_after(r#""name":{"shape":"Text"}"#, r#""":{"shape":"Text"}"#);
    let expected = [
        "service-2.json:28:5: error: a member's name is empty (at /shapes/Thing/members/); help: a member's name is its key on the wire: name it, or remove it",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_duplicate_member() {
    let found = problems_after(
        r#""name":{"shape":"Text"},"#,
        r#""name":{"shape":"Text"},
    "name":{"shape":"Data"},"#,
    );
    let expected = [
        "service-2.json:29:5: error: the key `name` stands twice in one object (at /shapes/Thing/members/name); help: the first is on line 28: remove one of the two",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_duplicate_operation() {
    let found = problems_after(r#""ListThings":{"name""#, r#""GetThing":{"name""#);
    let expected = [
        "service-2.json:8:3: error: the key `GetThing` stands twice in one object (at /operations/GetThing); help: the first is on line 3: remove one of the two",
    ];
    assert_eq!(found, expected);
}
