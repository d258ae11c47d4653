//! Values with every member of the model, through requests, answers, serde and calls by name.

use std::collections::BTreeSet;

use codegen::model::{ServiceModel, ShapeKind};
use macie2::operation::{CreateClassificationJob, GetFindings, GetFindingsOutput};
use macie2::runtime::{Bytes, http};
use macie2::types::{S3BucketDefinitionForJob, S3JobDefinition};
use macie2::{Operation, dynamic};
use serde_json::Value;
use tests::history::History;
use tests::sample::{Form, Sampler};
use tests::{Failure, Outcome};

/// The revision of the crate `macie2`.
fn newest() -> Outcome<ServiceModel> {
    let history = History::of_macie()?;
    let newest = history
        .names()
        .last()
        .ok_or_else(|| Failure::new("no revision"))?;
    history.model(newest)
}

fn answer(body: &Value) -> http::Response<Bytes> {
    http::Response::new(body.to_string().into())
}

/// The members of all structures that a shape reaches.
fn reachable<'m>(model: &'m ServiceModel, shape: &'m str) -> BTreeSet<(&'m str, &'m str)> {
    let (mut open, mut seen, mut members) = (vec![shape], BTreeSet::new(), BTreeSet::new());
    while let Some(name) = open.pop() {
        let Some(shape) = model.shapes.get(name).filter(|_| seen.insert(name)) else {
            continue;
        };
        match &shape.kind {
            ShapeKind::Structure(structure) => {
                for member in &structure.members {
                    members.insert((name, member.name.as_str()));
                    open.push(&member.target);
                }
            }
            ShapeKind::List(list) => open.push(&list.member.shape),
            ShapeKind::Map(map) => open.push(&map.value.shape),
            _ => {}
        }
    }
    members
}

#[test]
fn findings_with_every_member_lose_nothing_on_any_way() -> Outcome {
    let model = newest()?;
    let mut wire = Sampler::new(&model, Form::Wire);
    let body = wire.value("GetFindingsResponse");
    let mut serde = Sampler::new(&model, Form::Serde);
    let expected = serde.value("GetFindingsResponse");
    let all = reachable(&model, "GetFindingsResponse");
    assert!(all.len() > 150, "{}", all.len());
    assert_eq!(wire.members(), &all);
    assert_eq!(serde.members(), &all);

    let output = GetFindings::from_response(answer(&body))?;
    assert_eq!(serde_json::to_value(&output)?, expected);
    assert_eq!(
        serde_json::from_value::<GetFindingsOutput>(expected.clone())?,
        output
    );
    let text = serde_json::to_string(&output)?;
    assert_eq!(serde_json::from_str::<GetFindingsOutput>(&text)?, output);
    assert_eq!(dynamic::response("GetFindings", answer(&body))?, expected);
    Ok(())
}

#[test]
fn the_answer_of_every_operation_loses_nothing() -> Outcome {
    let model = newest()?;
    for operation in model.operations.values() {
        let shape = operation.output_shape();
        let body = Sampler::new(&model, Form::Wire).value(shape);
        let expected = Sampler::new(&model, Form::Serde).value(shape);
        let body = if body.is_null() {
            serde_json::json!({})
        } else {
            body
        };
        let output = dynamic::response(&operation.name, answer(&body))?;
        let expected = if expected.is_null() {
            serde_json::json!({})
        } else {
            expected
        };
        assert_eq!(output, expected, "{}", operation.name);
    }
    Ok(())
}

#[test]
fn the_body_of_every_request_holds_every_member_of_its_place() -> Outcome {
    let model = newest()?;
    for operation in model.operations.values() {
        let shape = operation.input_shape();
        let input = Sampler::new(&model, Form::Serde).value(shape);
        let input = if input.is_null() {
            serde_json::json!({})
        } else {
            input
        };
        let request = dynamic::request(&operation.name, input.clone())?;
        assert_eq!(request.method().as_str(), operation.http.method);
        let sent: Value = match request.body().is_empty() {
            true => serde_json::json!({}),
            false => serde_json::from_slice(request.body())?,
        };
        let in_body = |member: &&codegen::model::Member| member.location == codegen::model::Location::Body;
        let members: BTreeSet<&str> = match model.shapes.get(shape).map(|shape| &shape.kind) {
            Some(ShapeKind::Structure(structure)) => structure
                .members
                .iter()
                .filter(in_body)
                .map(|member| member.wire_name())
                .collect(),
            _ => BTreeSet::new(),
        };
        let keys: BTreeSet<&str> = sent
            .as_object()
            .into_iter()
            .flat_map(|body| body.keys())
            .map(String::as_str)
            .collect();
        assert_eq!(keys, members, "{}", operation.name);
    }
    Ok(())
}

#[test]
fn a_request_by_name_is_the_typed_request() -> Outcome {
    let model = newest()?;
    let input = Sampler::new(&model, Form::Serde).value("CreateClassificationJobRequest");
    let by_name = dynamic::request("CreateClassificationJob", input.clone())?;
    let typed = serde_json::from_value::<CreateClassificationJob>(input)?.to_request()?;
    assert_eq!((by_name.method(), by_name.uri()), (typed.method(), typed.uri()));
    assert_eq!(by_name.headers(), typed.headers());
    assert_eq!(by_name.body(), typed.body());
    Ok(())
}

#[test]
fn a_request_built_by_hand_is_what_the_service_documents() -> Outcome {
    let buckets = S3BucketDefinitionForJob::new()
        .account_id("123456789012")
        .buckets(["bucket"]);
    let job = CreateClassificationJob::new(
        "ONE_TIME",
        "name",
        S3JobDefinition::default().bucket_definitions([buckets]),
    )
    .sampling_percentage(50)
    .tags([("k", "v")]);
    let mut requests = Vec::new();
    for request in [
        job.to_request()?,
        dynamic::request("CreateClassificationJob", serde_json::to_value(&job)?)?,
    ] {
        assert_eq!(
            (request.method().as_str(), request.uri().path()),
            ("POST", "/jobs")
        );
        let mut body: Value = serde_json::from_slice(request.body())?;
        let token = body.as_object_mut().and_then(|body| body.remove("clientToken"));
        assert_eq!(token.as_ref().and_then(Value::as_str).map(str::len), Some(36));
        requests.push(body);
    }
    let expected = serde_json::json!({
        "jobType": "ONE_TIME",
        "name": "name",
        "s3JobDefinition": {"bucketDefinitions": [{"accountId": "123456789012", "buckets": ["bucket"]}]},
        "samplingPercentage": 50,
        "tags": {"k": "v"},
    });
    assert_eq!(requests, [expected.clone(), expected]);
    Ok(())
}
