//! Answers for all regions, and how they differ.

use super::{partitions, rule_set, service};
use crate::endpoints::{EndpointError, answers, differences};
use crate::model::ServiceModel;

const REGION: &str = r#"{"fn":"isSet","argv":[{"ref":"Region"}]}"#;

/// A service whose rules answer with this URL where there is a region, and refuse with these words otherwise.
fn with(url: &str, refusal: &str) -> ServiceModel {
    let rules = format!(
        r#"[{{"type":"endpoint","conditions":[{REGION}],"endpoint":{{"url":"{url}"}}}},
        {{"type":"error","conditions":[],"error":"{refusal}"}}]"#
    );
    service("", "", Some(rule_set(&rules)))
}

#[test]
fn every_region_and_none_is_asked_for_every_variant() {
    let asked = answers(&with("https://{Region}", "no"), &partitions());
    let mut regions: Vec<_> = asked
        .iter()
        .map(|(question, _)| question.region.as_deref())
        .collect();
    assert_eq!(regions.len(), 5 * 4);
    regions.dedup();
    let expected = [
        None,
        Some("eu-lost-1"),
        Some("eu-west-1"),
        Some("far-a-1"),
        Some("us-east-1"),
    ];
    assert_eq!(regions, expected);
}

#[test]
fn models_with_the_same_rules_have_no_differences() {
    let model = with("https://{Region}", "no");
    assert_eq!(differences(&model, &model.clone(), &partitions()), []);
}

#[test]
fn differences_stand_in_order_with_both_answers() {
    let before = with("https://a.{Region}", "no");
    let rules = format!(
        r#"[{{"type":"endpoint","conditions":[{{"fn":"stringEquals","argv":[{{"ref":"Region"}},"eu-west-1"]}}],"endpoint":{{"url":"https://b"}}}},
        {{"type":"endpoint","conditions":[{REGION}],"endpoint":{{"url":"https://a.{{Region}}"}}}},
        {{"type":"error","conditions":[],"error":"no"}}]"#
    );
    let after = service("", "", Some(rule_set(&rules)));
    let found = differences(&before, &after, &partitions());
    let shown: Vec<_> = found
        .iter()
        .map(|difference| {
            let url = |answer: &crate::endpoints::Answer| answer.clone().unwrap().url;
            let variant = (difference.fips, difference.dual_stack);
            (variant, url(&difference.before), url(&difference.after))
        })
        .collect();
    let pair = ("https://a.eu-west-1".to_owned(), "https://b".to_owned());
    let expected = [(false, false), (false, true), (true, false), (true, true)]
        .map(|variant| (variant, pair.0.clone(), pair.1.clone()));
    assert_eq!(shown, expected);
}

#[test]
fn other_words_of_a_refusal_are_told_from_other_endpoints() {
    let found = differences(
        &with("https://a", "no"),
        &with("https://a", "never"),
        &partitions(),
    );
    assert_eq!(found.len(), 4);
    assert!(found.iter().all(|difference| difference.only_in_words()));
    assert_eq!(
        found.first().unwrap().before,
        Err(EndpointError::Refused("no".to_owned()))
    );
}

#[test]
fn rules_in_the_place_of_none_differ_only_where_their_answers_do() {
    let rules = r#"[{"type":"endpoint","conditions":[{"fn":"aws.partition","argv":[{"ref":"Region"}],"assign":"P"},
        {"fn":"booleanEquals","argv":[{"ref":"UseFIPS"},false]}],"endpoint":{"url":"https://things.{Region}.{P#dnsSuffix}"}}]"#;
    let (before, after) = (service("", "", None), service("", "", Some(rule_set(rules))));
    let found = differences(&before, &after, &partitions());
    assert!(
        found
            .iter()
            .all(|difference| difference.fips || difference.dual_stack || difference.region.is_none())
    );
    assert!(!found.is_empty());
}

#[test]
fn a_service_is_asked_in_each_context_that_an_operation_sets() {
    let operation = |name: &str, text: &str| {
        format!(
            r#""{name}":{{"name":"{name}","http":{{"method":"GET","requestUri":"/"}},"staticContextParams":{{"Text":{{"value":"{text}"}}}}}}"#
        )
    };
    let operations = [
        operation("A", "one"),
        operation("B", "two"),
        operation("C", "one"),
    ]
    .join(",");
    let rules = r#"[{"type":"endpoint","conditions":[],"endpoint":{"url":"{Text}"}}]"#;
    let asked = answers(&service("", &operations, Some(rule_set(rules))), &partitions());
    let urls: Vec<_> = asked
        .iter()
        .map(|(_, answer)| answer.clone().unwrap().url)
        .collect();
    assert_eq!(urls.len(), 2 * 5 * 4);
    assert_eq!(
        (urls.first().unwrap().as_str(), urls.last().unwrap().as_str()),
        ("one", "two")
    );
}
