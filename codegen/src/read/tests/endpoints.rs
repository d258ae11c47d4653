//! Endpoint rule sets, context parameters and partitions.

use super::{SERVICE, changed, problems, sources};
use crate::diagnostic::Source;
use crate::model::{
    BuiltIn, ClientContextParam, Expression, Function, Outcome, ParameterKind, ParameterValue, Part, Piece,
    Step,
};
use crate::read::{ModelSources, botocore, partitions};

/// A rule set with a text and a flag as parameters.
fn with_rules(rules: &str) -> ModelSources {
    with_rule_set(&format!(
        r#"{{"version":"1.0","parameters":{{"Region":{{"type":"String","builtIn":"AWS::Region"}},"Flag":{{"type":"boolean"}}}},
"rules":[{rules}]}}"#
    ))
}

fn with_rule_set(text: &str) -> ModelSources {
    ModelSources {
        endpoint_rules: Some(Source::new("rules.json", text)),
        ..sources(SERVICE)
    }
}

/// The problems of a rule that has one condition.
fn problems_of_condition(condition: &str) -> Vec<String> {
    problems(&with_rules(&format!(
        r#"{{"type":"error","error":"e","conditions":[
{condition}]}}"#
    )))
}

/// The problems of a rule that answers with a URL.
fn problems_of_url(url: &str) -> Vec<String> {
    problems(&with_rules(&format!(
        r#"{{"type":"endpoint","conditions":[],"endpoint":{{"url":
{url}}}}}"#
    )))
}

#[test]
fn a_rule_set_is_read() {
    let text = r#"{"version":"1.0","parameters":{"Here":{"type":"string","builtIn":"AWS::Region","required":true,
        "default":"x","documentation":"Where.","deprecated":{"message":"m","since":"2020-01-01"}}},
        "rules":[{"type":"tree","documentation":"d","conditions":[{"fn":"aws.partition","argv":[{"ref":"Here"}],"assign":"P"}],
        "rules":[{"type":"endpoint","conditions":[],"endpoint":{"url":"https://{Here}.{P#dnsSuffix}"}}]}]}"#;
    let read = botocore(&with_rule_set(text)).unwrap();
    assert_eq!(read.diagnostics, []);
    let rules = read.model.endpoint_rules.unwrap();
    let here = rules.parameters.get("Here").unwrap();
    assert_eq!(
        (here.kind, here.built_in, here.required),
        (ParameterKind::String, Some(BuiltIn::Region), true)
    );
    assert_eq!(here.default, Some(ParameterValue::String("x".to_owned())));
    assert_eq!(
        here.deprecated.as_ref().unwrap().since.as_deref(),
        Some("2020-01-01")
    );
    let tree = rules.rules.first().unwrap();
    let condition = tree.conditions.first().unwrap();
    let call = Expression::Call {
        function: Function::Partition,
        arguments: vec![Expression::Reference("Here".to_owned())],
    };
    assert_eq!(
        (&condition.expression, condition.assign.as_deref()),
        (&call, Some("P"))
    );
    let Outcome::Rules(rules) = &tree.outcome else {
        unreachable!()
    };
    let Outcome::Endpoint(endpoint) = &rules.first().unwrap().outcome else {
        unreachable!()
    };
    let Expression::Text(template) = &endpoint.url else {
        unreachable!()
    };
    let expected = [
        Part::Text("https://".to_owned()),
        Part::Value {
            name: "Here".to_owned(),
            path: Vec::new(),
        },
        Part::Text(".".to_owned()),
        Part::Value {
            name: "P".to_owned(),
            path: vec![Step::Key("dnsSuffix".to_owned())],
        },
    ];
    assert_eq!(template.parts, expected);
}

#[test]
fn an_unknown_function() {
    let expected = [
        "rules.json:3:7: error: unknown function `isset` (at /rules/0/conditions/0/fn); help: did you mean `isSet`?",
    ];
    assert_eq!(
        problems_of_condition(r#"{"fn":"isset","argv":[{"ref":"Region"}]}"#),
        expected
    );
}

#[test]
fn a_function_with_too_few_arguments() {
    let expected = [
        "rules.json:3:29: error: `stringEquals` is called with 1 arguments (at /rules/0/conditions/0/argv); help: `stringEquals` takes a string, a string",
    ];
    assert_eq!(
        problems_of_condition(r#"{"fn":"stringEquals","argv":["a"]}"#),
        expected
    );
}

#[test]
fn an_argument_of_another_type() {
    let expected = [
        "rules.json:3:31: error: expected a truth value, found a string (at /rules/0/conditions/0/argv/0); help: the rules can't be asked like this: mend the expression",
    ];
    assert_eq!(
        problems_of_condition(r#"{"fn":"booleanEquals","argv":[{"ref":"Region"},true]}"#),
        expected
    );
}

#[test]
fn values_of_a_choice_are_of_one_type() {
    let expected = [
        "rules.json:3:30: error: expected a string, found a truth value (at /rules/0/conditions/0/argv/1); help: the rules can't be asked like this: mend the expression",
    ];
    assert_eq!(
        problems_of_condition(r#"{"fn":"coalesce","argv":["a",true]}"#),
        expected
    );
}

#[test]
fn a_reference_to_nothing_is_reported_once() {
    let expected = [
        "rules.json:3:37: error: there is no value `Regio` here (at /rules/0/conditions/0/argv/0/ref); help: did you mean `Region`?",
    ];
    assert_eq!(
        problems_of_condition(r#"{"fn":"stringEquals","argv":[{"ref":"Regio"},"a"]}"#),
        expected
    );
}

#[test]
fn what_a_rule_assigns_is_unknown_beside_it() {
    let assign = r#"{"type":"error","error":"{X}","conditions":[{"fn":"uriEncode","argv":["a"],"assign":"X"}]},
{"type":"error","error":"{X}","conditions":[]}"#;
    let expected = [
        "rules.json:3:25: error: there is no value `X` here (at /rules/1/error); help: refer to a parameter, or to what a condition before this assigns",
    ];
    assert_eq!(problems(&with_rules(assign)), expected);
}

#[test]
fn a_name_that_is_assigned_twice() {
    let expected = [
        "rules.json:3:47: error: `Region` is assigned twice (at /rules/0/conditions/0/assign); help: another value has this name here: choose a new one",
    ];
    assert_eq!(
        problems_of_condition(r#"{"fn":"uriEncode","argv":["a"],"assign":      "Region"}"#),
        expected
    );
}

#[test]
fn a_part_that_a_value_has_not() {
    let expected = [
        "rules.json:3:69: error: a partition has no part `dnsSufix` (at /rules/0/conditions/0/argv/1); help: did you mean `dnsSuffix`?",
    ];
    let condition = r#"{"fn":"getAttr","argv":[{"fn":"aws.partition","argv":["us-east-1"]},"dnsSufix"]}"#;
    assert_eq!(problems_of_condition(condition), expected);
}

#[test]
fn an_item_of_what_is_no_list() {
    let expected = [
        "rules.json:3:1: error: a string has no item 0 (at /rules/0/endpoint/url); help: only lists have items: mend the way to the part",
    ];
    assert_eq!(problems_of_url(r#""{Region#[0]}""#), expected);
}

#[test]
fn a_way_that_is_none() {
    let expected = [
        "rules.json:3:1: error: `a[x]` is no way to a part of a value (at /rules/0/endpoint/url); help: write names with dots between them and numbers in brackets: `resourceId[0]`",
    ];
    assert_eq!(problems_of_url(r#""{Region#a[x]}""#), expected);
}

#[test]
fn a_text_with_half_a_pair_of_braces() {
    let expected = [
        "rules.json:3:1: error: a brace has no partner (at /rules/0/endpoint/url); help: write `{name}` for a value, and `{{` or `}}` for a brace",
    ];
    assert_eq!(problems_of_url(r#""https://{Region""#), expected);
}

#[test]
fn a_flag_in_a_text() {
    let expected = [
        "rules.json:3:1: error: `Flag` is a truth value, and only strings fit into a text (at /rules/0/endpoint/url); help: refer to a string, or to a part that is one",
    ];
    assert_eq!(problems_of_url(r#""{Flag}""#), expected);
}

#[test]
fn a_url_that_is_no_text() {
    let expected = [
        "rules.json:3:1: error: expected a string, found a truth value (at /rules/0/endpoint/url); help: the rules can't be asked like this: mend the expression",
    ];
    assert_eq!(problems_of_url(r#"{"ref":"Flag"}"#), expected);
}

#[test]
fn unknown_keys_are_reported_wherever_they_stand() {
    let rules = r#"{"type":"endpoint","conditions":[{"fn":"isSet","argv":[{"ref":"Region","a":1}],"b":1}],
"endpoint":{"url":"x","c":1},"error":"d"}],"e":["#;
    let found = problems(&with_rules(rules));
    let unknown: Vec<_> = found
        .iter()
        .map(|problem| problem.split("; help").next().unwrap())
        .collect();
    let expected = [
        "rules.json:2:81: warning: unknown key `a` of a reference to a value (at /rules/0/conditions/0/argv/0/a)",
        "rules.json:2:89: warning: unknown key `b` of the call of a function (at /rules/0/conditions/0/b)",
        "rules.json:3:23: warning: unknown key `c` of a rule's `endpoint` (at /rules/0/endpoint/c)",
        "rules.json:3:30: warning: unknown key `error` of an endpoint rule of this type (at /rules/0/error)",
        "rules.json:3:44: warning: unknown key `e` of an endpoint rule set (at /e)",
    ];
    assert_eq!(unknown, expected);
}

#[test]
fn a_rule_without_what_it_needs() {
    let expected = [
        "rules.json:2:10: error: `conditions` is missing (at /rules/0); help: write `[]` for a rule that always applies",
        "rules.json:2:10: error: `rules` is missing (at /rules/0); help: they decide where the conditions of a rule of this type hold",
        "rules.json:2:26: error: `type` is missing (at /rules/1); help: a rule is of the type `endpoint`, `error` or `tree`",
    ];
    assert_eq!(
        problems(&with_rules(r#"{"type":"tree"},{"conditions":[]}"#)),
        expected
    );
}

#[test]
fn a_parameter_with_an_unknown_source() {
    let text = r#"{"parameters":{"A":{"type":"string","builtIn":"AWS::Regions"}},"rules":[]}"#;
    let expected = [
        "rules.json:1:47: warning: unknown source `AWS::Regions` of a parameter (at /parameters/A/builtIn); help: did you mean `AWS::Region`?",
    ];
    assert_eq!(problems(&with_rule_set(text)), expected);
}

#[test]
fn a_default_of_another_type() {
    let text = r#"{"parameters":{"A":{"type":"boolean","default":"yes"}},"rules":[]}"#;
    let expected = [
        "rules.json:1:48: error: the default value is not of the parameter's type (at /parameters/A/default); help: write a value of the parameter's `type`, or remove it",
    ];
    assert_eq!(problems(&with_rule_set(text)), expected);
}

#[test]
fn a_file_that_is_no_rule_set() {
    let expected = [
        "rules.json:1:1: error: `parameters` is missing; help: a rule set has `parameters` and `rules`: is this an `endpoint-rule-set-1.json`?",
        "rules.json:1:1: error: `rules` is missing; help: a rule set has `parameters` and `rules`: is this an `endpoint-rule-set-1.json`?",
    ];
    assert_eq!(problems(&with_rule_set("{}")), expected);
}

#[test]
fn context_parameters_are_read() {
    let operation = r#"{"name":"GetThing","staticContextParams":{"Kind":{"value":"data"},"On":{"value":true},"All":{"value":["a"]}},
        "operationContextParams":{"Arn":{"path":"things[*].arn"}},"#;
    let service = changed(r#"{"name":"GetThing","#, operation).replacen(
        '{',
        r#"{"clientContextParams":{"Style":{"type":"boolean","documentation":"d"}},"#,
        1,
    );
    let read = botocore(&sources(service)).unwrap();
    assert_eq!(read.diagnostics, []);
    let style = ClientContextParam {
        kind: ParameterKind::Boolean,
        documentation: Some("d".to_owned()),
    };
    assert_eq!(read.model.client_context_params.get("Style"), Some(&style));
    let operation = read.model.operations.get("GetThing").unwrap();
    let values: Vec<_> = operation.static_context_params.values().collect();
    let expected = [
        &ParameterValue::StringArray(vec!["a".to_owned()]),
        &ParameterValue::String("data".to_owned()),
        &ParameterValue::Boolean(true),
    ];
    assert_eq!(values, expected);
    assert_eq!(
        operation.operation_context_params.get("Arn").unwrap(),
        "things[*].arn"
    );
}

const PARTITION: &str = r#"{"partitions":[{"id":"aws","regionRegex":"^(us|eu)\\-\\w+\\-\\d+$","regions":{"us-east-1":{"description":"d"}},
"outputs":{"name":"aws","dnsSuffix":"a","dualStackDnsSuffix":"b","implicitGlobalRegion":"us-east-1","supportsFIPS":true,"supportsDualStack":false}}]}"#;

fn problems_of_partitions(text: &str) -> Vec<String> {
    let found = partitions(&Source::new("partitions.json", text)).unwrap_err();
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn partitions_are_read() {
    let read = partitions(&Source::new("partitions.json", PARTITION)).unwrap();
    let aws = read.partitions.first().unwrap();
    assert_eq!(
        aws.regions.get("us-east-1").unwrap().description.as_deref(),
        Some("d")
    );
    assert_eq!((aws.supports_fips, aws.supports_dual_stack), (true, false));
    let hyphen = || Piece::Text("-".to_owned());
    let expected = [
        Piece::OneOf(vec!["us".to_owned(), "eu".to_owned()]),
        hyphen(),
        Piece::Word,
        hyphen(),
        Piece::Digits,
    ];
    assert_eq!(aws.pattern.pieces, expected);
}

#[test]
fn a_regular_expression_of_another_kind() {
    for regex in [
        "us",
        "^us",
        "^us.$",
        "^(us$",
        "^us*$",
        r"^\\w$",
        "^()$",
        "^(a|)$",
        r"^\\p{L}$",
    ] {
        let found = problems_of_partitions(&PARTITION.replace(r"^(us|eu)\\-\\w+\\-\\d+$", regex));
        assert_eq!(found.len(), 1, "{regex}");
        assert!(
            found
                .iter()
                .all(|problem| problem.contains("is no regular expression of the kind")),
            "{regex}"
        );
    }
}

#[test]
fn a_partition_without_what_it_needs() {
    let expected = [
        "partitions.json:1:16: error: `id` is missing (at /partitions/0); help: it is the partition's name, such as `aws`",
        "partitions.json:1:16: error: `regionRegex` is missing (at /partitions/0); help: it says what the names of its regions look like",
        "partitions.json:1:16: error: `regions` is missing (at /partitions/0); help: they are the known regions by name",
        "partitions.json:1:16: error: `outputs` is missing (at /partitions/0); help: they are what endpoint rules want to know",
    ];
    assert_eq!(problems_of_partitions(r#"{"partitions":[{}]}"#), expected);
}

#[test]
fn no_partitions_are_an_error() {
    let expected = [
        "partitions.json:1:15: error: there are no partitions (at /partitions); help: regions that nobody knows are taken to be in the first partition",
    ];
    assert_eq!(problems_of_partitions(r#"{"partitions":[]}"#), expected);
}
