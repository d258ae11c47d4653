//! What a sound model reads to.

use super::{SERVICE, changed, read};
use crate::model::{
    Auth, Deprecation, ErrorTrait, Http, Location, Member, Operation, ServiceModel, Shape, ShapeKind,
    Structure, TimestampFormat,
};

/// The model after a change that is nothing to remark on.
fn model(from: &str, to: &str) -> ServiceModel {
    let read = read(changed(from, to));
    assert_eq!(read.diagnostics, []);
    read.model
}

fn operation(model: &ServiceModel) -> &Operation {
    model.operations.get("ListThings").unwrap()
}

fn shape<'m>(model: &'m ServiceModel, name: &str) -> &'m Shape {
    model.shapes.get(name).unwrap()
}

fn structure<'m>(model: &'m ServiceModel, name: &str) -> &'m Structure {
    let ShapeKind::Structure(structure) = &shape(model, name).kind else {
        unreachable!("{name} is a structure")
    };
    structure
}

fn member<'m>(model: &'m ServiceModel, shape: &str, name: &str) -> &'m Member {
    structure(model, shape)
        .members
        .iter()
        .find(|member| member.name == name)
        .unwrap()
}

#[test]
fn a_sound_model_has_nothing_to_remark_on() {
    assert_eq!(read(SERVICE).diagnostics, []);
}

#[test]
fn an_operation_is_known_by_its_key() {
    let text = SERVICE.replacen(r#""name":"ListThings""#, r#""name":"ListThings2020_05_31""#, 1);
    assert_ne!(text, SERVICE);
    let model = read(&text).model;
    assert_eq!(model.operations["ListThings"].name, "ListThings");
}

#[test]
fn members_keep_their_order_and_know_whether_they_are_required() {
    let model = read(SERVICE).model;
    let members: Vec<_> = structure(&model, "Thing")
        .members
        .iter()
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(members, ["name", "data", "changed", "parts", "tags", "either"]);
    let (id, size) = (
        member(&model, "GetThingRequest", "id"),
        member(&model, "GetThingRequest", "size"),
    );
    assert_eq!((id.required, id.location), (true, Location::Label));
    assert_eq!((size.required, size.location), (false, Location::Query));
}

#[test]
fn an_operation_keeps_its_http_trait_and_each_error_once() {
    let model = model(
        r#"[{"shape":"NotFound"}]"#,
        r#"[{"shape":"NotFound"},{"shape":"NotFound"}]"#,
    );
    let operation = model.operations.get("GetThing").unwrap();
    let http = Http {
        method: "GET".to_owned(),
        uri: "/things/{id}".to_owned(),
        response_code: Some(200),
    };
    assert_eq!(operation.http, http);
    assert_eq!(operation.errors, ["NotFound"]);
}

#[test]
fn all_ways_to_say_how_a_request_is_authenticated() {
    let auth = |traits: &str| {
        operation(&model(
            r#""name":"ListThings","#,
            &format!(r#""name":"ListThings",{traits}"#),
        ))
        .auth
    };
    assert_eq!(auth(""), Auth::Service);
    assert_eq!(auth(r#""authtype":"none","#), Auth::None);
    assert_eq!(
        auth(r#""auth":["smithy.api#noAuth"],"unsignedPayload":true,"#),
        Auth::None
    );
    assert_eq!(auth(r#""authtype":"v4-unsigned-body","#), Auth::UnsignedPayload);
    assert_eq!(auth(r#""unsignedPayload":true,"#), Auth::UnsignedPayload);
    assert_eq!(auth(r#""auth":["aws.auth#sigv4"],"#), Auth::Service);
}

#[test]
fn traits_of_an_operation() {
    let traits = r#""name":"ListThings","idempotent":true,"readonly":true,"endpoint":{"hostPrefix":"data."},
        "httpChecksum":{"requestChecksumRequired":true,"requestAlgorithmMember":"x"},"deprecated":true,"deprecatedMessage":"Old.","deprecatedSince":"2024","#;
    let model = model(r#""name":"ListThings","#, traits);
    let operation = operation(&model);
    assert!(operation.idempotent && operation.readonly && operation.checksum_required);
    assert_eq!(operation.host_prefix.as_deref(), Some("data."));
    let deprecation = Deprecation {
        message: Some("Old.".to_owned()),
        since: Some("2024".to_owned()),
    };
    assert_eq!(operation.deprecated, Some(deprecation));
}

#[test]
fn traits_of_a_member() {
    let traits = r#""name":{"shape":"Text","locationName":"n","idempotencyToken":true,"jsonvalue":true,"sensitive":true,
        "documentation":"<p>Doc</p>","deprecated":true,"contextParam":{"name":"Name"},"box":true,"xmlAttribute":true}"#;
    let model = model(r#""name":{"shape":"Text"}"#, traits);
    let member = member(&model, "Thing", "name");
    assert!(member.idempotency_token && member.json_value && member.sensitive);
    assert_eq!(
        (member.wire_name(), member.context_param.as_deref()),
        ("n", Some("Name"))
    );
    assert_eq!(member.documentation.as_deref(), Some("<p>Doc</p>"));
    assert_eq!(member.deprecated, Some(Deprecation::default()));
}

#[test]
fn timestamp_formats_of_shapes_and_members() {
    let model = model(
        r#""Time":{"type":"timestamp"}"#,
        r#""Time":{"type":"timestamp","timestampFormat":"iso8601"}"#,
    );
    assert_eq!(
        shape(&model, "Time").kind,
        ShapeKind::Timestamp {
            format: Some(TimestampFormat::DateTime)
        }
    );
    let model = super::read(changed(
        r#""changed":{"shape":"Time"}"#,
        r#""changed":{"shape":"Time","timestampFormat":"rfc822"}"#,
    ))
    .model;
    assert_eq!(
        member(&model, "Thing", "changed").timestamp_format,
        Some(TimestampFormat::HttpDate)
    );
}

#[test]
fn everything_that_makes_a_structure_an_error() {
    let error = |traits: &str| {
        let text = format!(r#""NotFound":{{"type":"structure",{traits}"members":{{"#);
        let from =
            r#""NotFound":{"type":"structure","exception":true,"error":{"httpStatusCode":404},"members":{"#;
        structure(&model(from, &text), "NotFound").error.clone().unwrap()
    };
    assert_eq!(error(r#""exception":true,"#), ErrorTrait::default());
    let full = error(
        r#""exception":true,"fault":true,"retryable":{"throttling":true},"error":{"code":"NF","httpStatusCode":404,"senderFault":true},"#,
    );
    let expected = ErrorTrait {
        code: Some("NF".to_owned()),
        status: Some(404),
        fault: true,
        retryable: Some(true),
    };
    assert_eq!(full, expected);
    assert_eq!(
        error(r#""error":{"fault":true},"retryable":{},"#).retryable,
        Some(false)
    );
}

#[test]
fn an_empty_text_is_an_enum_value_like_any_other() {
    let model = model(r#""enum":["RED","GREEN"]"#, r#""enum":["RED",""]"#);
    let values = vec!["RED".to_owned(), String::new()];
    assert_eq!(shape(&model, "Color").kind, ShapeKind::String { values });
}

#[test]
fn constraints_stay_as_they_are_written() {
    let model = model(r#""min":1,"max":10"#, r#""min":1.50,"max":1E3,"pattern":"a\\d""#);
    let constraints = &shape(&model, "Number").constraints;
    assert_eq!(constraints.min.as_deref(), Some("1.50"));
    assert_eq!(constraints.max.as_deref(), Some("1E3"));
    assert_eq!(constraints.pattern.as_deref(), Some("a\\d"));
}

#[test]
fn a_streaming_payload_is_accepted() {
    let from = r#""NotFound":{"type":"structure","exception":true,"error":{"httpStatusCode":404},"members":{
    "message":{"shape":"Text"}}}"#;
    let to = r#""NotFound":{"type":"structure","exception":true,"payload":"body","members":{
    "code":{"shape":"Number","location":"statusCode"},"all":{"shape":"Tags","location":"headers","locationName":"x-"},
    "body":{"shape":"Data","streaming":true}}}"#;
    assert_eq!(
        structure(&model(from, to), "NotFound").payload.as_deref(),
        Some("body")
    );
}

#[test]
fn maps_and_lists_in_the_query_are_accepted() {
    let from = r#""size":{"shape":"Number","location":"querystring"}"#;
    let tags = model(from, r#""size":{"shape":"Tags","location":"querystring"}"#);
    assert_eq!(member(&tags, "GetThingRequest", "size").location, Location::Query);
}

#[test]
fn a_greedy_label_before_fixed_text_is_accepted() {
    let model = model("/things/{id}", "/things/{id+}/all?list-type=2");
    assert_eq!(
        model.operations.get("GetThing").unwrap().http.uri,
        "/things/{id+}/all?list-type=2"
    );
}

#[test]
fn a_service_without_a_full_name_takes_its_id() {
    let read = read(changed(
        r#","serviceFullName":"Things""#,
        r#","serviceId":"Thing Service""#,
    ));
    assert_eq!(read.model.metadata.full_name, "Thing Service");
    assert_eq!(read.diagnostics.len(), 1);
}

#[test]
fn every_protocol_is_read() {
    for protocol in crate::model::Protocol::ALL {
        let model = model(
            r#""protocol":"rest-json""#,
            &format!(r#""protocol":"{}""#, protocol.as_str()),
        );
        assert_eq!(model.metadata.protocol, protocol);
    }
}
