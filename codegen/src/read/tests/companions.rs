//! Paginators, waiters and extras.

use super::{SERVICE, problems, sources};
use crate::diagnostic::Source;
use crate::model::{Acceptor, AcceptorState, Expected, Matcher, Paginator, ServiceModel, Waiter};
use crate::read::{ModelSources, botocore};

fn with_paginators(text: &str) -> ModelSources {
    ModelSources {
        paginators: Some(Source::new("paginators-1.json", text)),
        ..sources(SERVICE)
    }
}

fn with_waiters(text: &str) -> ModelSources {
    ModelSources {
        waiters: Some(Source::new("waiters-2.json", text)),
        ..sources(SERVICE)
    }
}

fn with_extras(text: &str) -> ModelSources {
    ModelSources {
        extras: vec![Source::new("service-2.sdk-extras.json", text)],
        ..sources(SERVICE)
    }
}

fn model(sources: &ModelSources) -> ServiceModel {
    let read = botocore(sources).unwrap();
    assert_eq!(read.diagnostics, []);
    read.model
}

#[test]
fn a_paginator_is_read() {
    let text = r#"{"pagination":{"ListThings":{"input_token":"nextToken","output_token":["nextToken"],
        "result_key":"things","limit_key":"color","more_results":"nextToken","non_aggregate_keys":["things"]}}}"#;
    let expected = Paginator {
        input_tokens: vec!["nextToken".to_owned()],
        output_tokens: vec!["nextToken".to_owned()],
        limit_key: Some("color".to_owned()),
        result_keys: vec!["things".to_owned()],
        more_results: Some("nextToken".to_owned()),
        non_aggregate_keys: vec!["things".to_owned()],
    };
    assert_eq!(
        model(&with_paginators(text)).paginators.get("ListThings"),
        Some(&expected)
    );
}

#[test]
fn a_path_is_followed_as_far_as_it_is_plain() {
    let text = r#"{"pagination":{
        "ListThings":{"input_token":"nextToken","output_token":"nextToken || things[-1].name","result_key":"things"},
        "GetThing":{"input_token":"id","output_token":"either.one","result_key":"either.two"}}}"#;
    let expected = [
        "paginators-1.json:3:81: error: `either.two` leads to no member of the operation's output (at /pagination/GetThing/result_key); help: take the file of the same revision as the service model, or mend the path",
    ];
    assert_eq!(problems(&with_paginators(text)), expected);
}

#[test]
fn a_paginator_of_an_unknown_operation() {
    let text = r#"{"pagination":{"ListThing":{"input_token":"nextToken","output_token":"nextToken"}}}"#;
    let expected = [
        "paginators-1.json:1:28: error: a paginator calls `ListThing`, which is no operation of this service (at /pagination/ListThing); help: did you mean `ListThings`?",
    ];
    assert_eq!(problems(&with_paginators(text)), expected);
}

#[test]
fn tokens_that_are_no_members() {
    let text = r#"{"pagination":{"ListThings":{"input_token":"nextTokn","output_token":"next"}}}"#;
    let expected = [
        "paginators-1.json:1:44: error: `nextTokn` leads to no member of the operation's input (at /pagination/ListThings/input_token); help: did you mean `nextToken`?",
        "paginators-1.json:1:70: error: `next` leads to no member of the operation's output (at /pagination/ListThings/output_token); help: take the file of the same revision as the service model, or mend the path",
    ];
    assert_eq!(problems(&with_paginators(text)), expected);
}

#[test]
fn tokens_that_do_not_pair() {
    let text = r#"{"pagination":{"ListThings":{"input_token":["nextToken","color"],"output_token":"nextToken"},
        "GetThing":{"result_key":"name"}}}"#;
    let expected = [
        "paginators-1.json:1:16: error: 2 input tokens, but 1 output tokens (at /pagination/ListThings); help: each output token is what one input token of the next call takes: name as many of both",
        "paginators-1.json:2:9: error: `input_token` is missing (at /pagination/GetThing); help: it names the input's member that takes the next page's token",
        "paginators-1.json:2:9: error: `output_token` is missing (at /pagination/GetThing); help: it names the output's member that holds the next page's token",
    ];
    assert_eq!(problems(&with_paginators(text)), expected);
}

#[test]
fn a_waiter_is_read() {
    let text = r#"{"version":2,"waiters":{"ThingExists":{"description":"Waits.","delay":2,"maxAttempts":60,"operation":"GetThing",
        "acceptors":[{"matcher":"path","argument":"name","state":"success","expected":"x"},{"matcher":"status","state":"retry","expected":404}]}}}"#;
    let expected = Waiter {
        operation: "GetThing".to_owned(),
        delay: 2,
        max_attempts: 60,
        description: Some("Waits.".to_owned()),
        acceptors: vec![
            Acceptor {
                matcher: Matcher::Path("name".to_owned()),
                expected: Expected::Text("x".to_owned()),
                state: AcceptorState::Success,
            },
            Acceptor {
                matcher: Matcher::Status,
                expected: Expected::Number(404),
                state: AcceptorState::Retry,
            },
        ],
    };
    assert_eq!(
        model(&with_waiters(text)).waiters.get("ThingExists"),
        Some(&expected)
    );
}

#[test]
fn a_broken_waiter_is_reported_part_by_part() {
    let text = r#"{"waiters":{"ThingExists":{"delay":-2,"operation":"GetThin",
        "acceptors":[{"matcher":"paths","state":"done","expected":"x","retries":1}]}}}"#;
    let expected = [
        "waiters-2.json:1:13: error: `maxAttempts` is missing (at /waiters/ThingExists); help: it says how often the operation is called at the most",
        "waiters-2.json:1:36: error: -2 can't be meant here (at /waiters/ThingExists/delay); help: write it as a whole number that is not negative and not this large",
        "waiters-2.json:1:51: error: a waiter calls `GetThin`, which is no operation of this service (at /waiters/ThingExists/operation); help: did you mean `GetThing`?",
        "waiters-2.json:2:33: error: unknown matcher `paths` (at /waiters/ThingExists/acceptors/0/matcher); help: known are `path`, `pathAll`, `pathAny`, `status`, `error`",
        "waiters-2.json:2:49: error: unknown state `done` (at /waiters/ThingExists/acceptors/0/state); help: known are `success`, `retry`, `failure`",
        "waiters-2.json:2:71: warning: unknown key `retries` of an acceptor (at /waiters/ThingExists/acceptors/0/retries); help: it is ignored: if it is no slip of the pen, tell the maintainers of this generator, who decide what the key means for the generated crate",
    ];
    assert_eq!(problems(&with_waiters(text)), expected);
}

#[test]
fn extras_are_merged_before_anything_is_read() {
    let text = r#"{"version":1.0,"merge":{"metadata":{"serviceId":"Things"},
        "shapes":{"Thing":{"members":{"extra":{"shape":"Text"}}},"Time":{"type":"string"}}}}"#;
    let model = model(&with_extras(text));
    assert_eq!(model.metadata.service_id.as_deref(), Some("Things"));
    assert_eq!(model.metadata.protocol.as_str(), "rest-json");
    let crate::model::ShapeKind::Structure(thing) = &model.shapes.get("Thing").unwrap().kind else {
        unreachable!()
    };
    assert_eq!(thing.members.last().unwrap().name, "extra");
}

#[test]
fn extras_of_paginators_stand_in_for_a_missing_file() {
    let text =
        r#"{"merge":{"pagination":{"ListThings":{"input_token":"nextToken","output_token":"nextToken"}}}}"#;
    assert!(model(&with_extras(text)).paginators.contains_key("ListThings"));
}

#[test]
fn a_problem_that_comes_from_extras_is_placed_in_them() {
    let text = r#"{"merge":{"shapes":{"Thing":{"members":{"extra":{"shape":"Txt"}}}}},"more":1}"#;
    let expected = [
        "service-2.sdk-extras.json:1:58: error: there is no shape `Txt` (at /merge/shapes/Thing/members/extra/shape); help: did you mean `Text`?",
        "service-2.sdk-extras.json:1:69: warning: unknown key `more` of an extras file (at /more); help: it is ignored: if it is no slip of the pen, tell the maintainers of this generator, who decide what the key means for the generated crate",
    ];
    assert_eq!(problems(&with_extras(text)), expected);
}

#[test]
fn a_file_that_is_no_extras_file() {
    let expected = [
        "service-2.sdk-extras.json:1:1: error: `merge` is missing; help: an extras file says under `merge` what it adds to a model",
    ];
    assert_eq!(problems(&with_extras("{}")), expected);
}

#[test]
fn an_acceptor_that_looks_at_a_path_says_which() {
    let text = r#"{"waiters":{"ThingExists":{"delay":2,"maxAttempts":1,"operation":"GetThing",
        "acceptors":[{"matcher":"pathAll","state":"success","expected":true}]}}}"#;
    let expected = [
        "waiters-2.json:2:22: error: `argument` is missing (at /waiters/ThingExists/acceptors/0); help: it is the path in the output that the matcher looks at",
    ];
    assert_eq!(problems(&with_waiters(text)), expected);
}
