//! Rules, conditions, templates and answers.

use std::collections::BTreeMap;

use super::{Params, ask, partitions, url};
use crate::endpoints::{EndpointError, resolve};
use crate::model::{EndpointRules, Expression, Outcome, ParameterValue, Part, Property, Rule, Template};

const ALWAYS: &str = r#"{"type":"endpoint","conditions":[],"endpoint":{"url":"https://last"}}"#;

#[test]
fn the_first_rule_that_applies_decides() {
    let rules = format!(
        r#"[{{"type":"endpoint","conditions":[{{"fn":"isSet","argv":[{{"ref":"Region"}}]}}],"endpoint":{{"url":"https://{{Region}}"}}}},{ALWAYS}]"#
    );
    assert_eq!(
        url(&rules, Params::new().region("us-east-1")),
        "https://us-east-1"
    );
    assert_eq!(url(&rules, Params::new()), "https://last");
}

#[test]
fn a_rule_that_refuses_says_why() {
    let rules = r#"[{"type":"error","conditions":[],"error":"no {Text}"}]"#;
    let params = Params::new().named("Text", ParameterValue::String("luck".to_owned()));
    assert_eq!(
        ask(rules, params),
        Err(EndpointError::Refused("no luck".to_owned()))
    );
}

#[test]
fn once_a_tree_applies_no_rule_beside_it_is_asked() {
    let never = r#"{"type":"endpoint","conditions":[{"fn":"isSet","argv":[{"ref":"Region"}]}],"endpoint":{"url":"https://a"}}"#;
    let rules = format!(r#"[{{"type":"tree","conditions":[],"rules":[{never}]}},{ALWAYS}]"#);
    assert_eq!(ask(&rules, Params::new()), Err(EndpointError::NoRule));
}

#[test]
fn what_a_condition_assigns_is_known_below_it_and_not_beside_it() {
    let assign = r#"{"fn":"uriEncode","argv":["a b"],"assign":"X"}"#;
    let rules = format!(
        r#"[{{"type":"endpoint","conditions":[{assign},{{"fn":"isSet","argv":[{{"ref":"Region"}}]}}],"endpoint":{{"url":"{{X}}"}}}},
        {{"type":"tree","conditions":[{{"fn":"uriEncode","argv":["c"],"assign":"X"}}],"rules":[
          {{"type":"endpoint","conditions":[],"endpoint":{{"url":"https://{{X}}"}}}}]}}]"#
    );
    assert_eq!(url(&rules, Params::new()), "https://c");
    assert_eq!(url(&rules, Params::new().region("r")), "a%20b");
}

#[test]
fn a_template_has_braces_of_its_own() {
    let rules = r#"[{"type":"endpoint","conditions":[],"endpoint":{"url":"{{a}}{Region}{{"}}]"#;
    assert_eq!(url(rules, Params::new().region("x")), "{a}x{");
}

#[test]
fn a_template_needs_its_values() {
    let rules = r#"[{"type":"endpoint","conditions":[],"endpoint":{"url":"https://{Region}"}}]"#;
    assert_eq!(
        ask(rules, Params::new()),
        Err(EndpointError::Unset("Region".to_owned()))
    );
}

#[test]
fn headers_and_properties_are_filled_in() {
    let rules = r#"[{"type":"endpoint","conditions":[],"endpoint":{"url":{"ref":"Region"},
        "headers":{"x-a":["{Region}","b"]},
        "properties":{"authSchemes":[{"name":"sigv4","signingRegion":"{Region}","disableDoubleEncoding":true,"n":3}]}}}]"#;
    let endpoint = ask(rules, Params::new().region("here")).unwrap();
    assert_eq!(endpoint.url, "here");
    assert_eq!(
        endpoint.headers,
        BTreeMap::from([("x-a".to_owned(), vec!["here".to_owned(), "b".to_owned()])])
    );
    let text = |text: &str| Property::Text(text.to_owned());
    let scheme = BTreeMap::from([
        ("name".to_owned(), text("sigv4")),
        ("signingRegion".to_owned(), text("here")),
        ("disableDoubleEncoding".to_owned(), Property::Boolean(true)),
        ("n".to_owned(), Property::Integer(3)),
    ]);
    assert_eq!(
        endpoint.properties,
        BTreeMap::from([(
            "authSchemes".to_owned(),
            Property::List(vec![Property::Object(scheme)])
        )])
    );
}

#[test]
fn a_list_parameter_has_items() {
    let rules = r#"[{"type":"endpoint","conditions":[{"fn":"getAttr","argv":[{"ref":"List"},"[1]"],"assign":"X"}],"endpoint":{"url":"{X}"}}]"#;
    let list = ParameterValue::StringArray(vec!["a".to_owned(), "b".to_owned()]);
    assert_eq!(url(rules, Params::new().named("List", list)), "b");
}

#[test]
fn a_value_by_name_goes_before_one_by_its_source() {
    let rules = r#"[{"type":"endpoint","conditions":[],"endpoint":{"url":"{Region}"}}]"#;
    let named = ParameterValue::String("named".to_owned());
    assert_eq!(
        url(rules, Params::new().region("built-in").named("Region", named)),
        "named"
    );
}

#[test]
fn a_parameter_of_another_type_is_an_error() {
    let rules = format!("[{ALWAYS}]");
    let params = Params::new().named("Text", ParameterValue::Boolean(true));
    assert_eq!(
        ask(&rules, params),
        Err(EndpointError::WrongType("Text".to_owned()))
    );
}

#[test]
fn a_text_does_not_grow_without_end() {
    let double = |from: usize| {
        format!(
            r#"{{"fn":"coalesce","argv":["{{X{from}}}{{X{from}}}","x"],"assign":"X{}"}}"#,
            from + 1
        )
    };
    let conditions: Vec<String> = (0..40).map(double).collect();
    let rules = format!(
        r#"[{{"type":"endpoint","conditions":[{{"fn":"coalesce","argv":["ab","x"],"assign":"X0"}},{}],"endpoint":{{"url":"{{X40}}"}}}}]"#,
        conditions.join(",")
    );
    assert_eq!(ask(&rules, Params::new()), Err(EndpointError::Limit));
}

#[test]
fn rules_that_nest_too_deep_are_an_error_and_no_crash() {
    let plain = |text: &str| {
        let parts = vec![Part::Text(text.to_owned())];
        Expression::Text(Template { parts })
    };
    let mut rule = Rule {
        conditions: Vec::new(),
        outcome: Outcome::Error(plain("deep")),
    };
    for _ in 0..1_000 {
        rule = Rule {
            conditions: Vec::new(),
            outcome: Outcome::Rules(vec![rule]),
        };
    }
    let rules = EndpointRules {
        rules: vec![rule],
        ..EndpointRules::default()
    };
    assert_eq!(
        resolve(&rules, &partitions(), &Params::new()),
        Err(EndpointError::Limit)
    );
}
