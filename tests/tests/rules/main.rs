//! The rules of change reports, row by row: two models that differ in one thing, and all that is said of it.
//!
//! Both are `fixtures/rules.json` with replacements. There `In` is an operation's input and `Out` its output; requests
//! reach `Asked`, responses `Told`, both reach `Shared`, nothing reaches `Unused`.

mod companions;

use codegen::changes::{Change, Level, Side, compare};
use codegen::plan::Context;
use codegen::read::{self, ModelSources};
use tests::fixture::sources;
use tests::history::regions;
use tests::{Failure, Outcome};

const MODEL: &str = include_str!("../../fixtures/rules.json");

/// A text of the model, and what is there instead.
type Edit = (&'static str, &'static str);

const NOTHING: &[Edit] = &[];

fn edited(edits: &[Edit]) -> Outcome<String> {
    let mut text = MODEL.to_owned();
    for (from, to) in edits {
        if text.matches(from).count() != 1 {
            return Err(Failure::new(format!(
                "{from:?} does not stand in the model just once"
            )));
        }
        text = text.replacen(from, to, 1);
    }
    Ok(text)
}

fn side(service: String) -> Outcome<Side> {
    side_of(sources(&service))
}

fn side_of(sources: ModelSources) -> Outcome<Side> {
    let refused = |found: Vec<_>| Failure::refused(&found);
    let model = read::botocore(&sources).map_err(refused)?.model;
    Side::new("model", model, &Context::default()).map_err(refused)
}

/// What is said of a change: `major W operation-removed Do`.
fn said(change: &Change) -> String {
    let wire = if change.wire { " W" } else { "" };
    format!("{}{wire} {} {}", change.level, change.kind.as_str(), change.place)
}

fn expect(before: &Side, after: &Side, expected: &[&str]) -> Outcome {
    let report = compare(before, after, Some(&regions()?));
    let mut said: Vec<String> = report.changes.iter().map(said).collect();
    let mut expected: Vec<&str> = expected.to_vec();
    said.sort();
    expected.sort_unstable();
    assert_eq!(said, expected);
    Ok(())
}

/// A test for each row: edits of the older model, edits of the newer one, all that is said.
macro_rules! rows {
    ($($name:ident: $before:expr, $after:expr => $expected:expr;)+) => {
        $(
            #[test]
            fn $name() -> Outcome {
                let (before, after) = (edited(&$before[..])?, edited(&$after[..])?);
                expect(&side(before)?, &side(after)?, &$expected)
            }
        )+
    };
}

const REST: &str = r#","errors":[{"shape":"Failed"}]},
"Rest":{"name":"Rest","http":{"method":"POST","requestUri":"/rest"}}"#;
const WITHOUT_REST: &str = r#","errors":[{"shape":"Failed"}]}"#;
const COLOR: &str = r#""Color":{"type":"string","enum":["RED","GREEN"]},"#;
const OUT_MEMBERS: &str = r#","shared":{"shape":"Shared"},"page":{"shape":"Text"},"items":{"shape":"Texts"},"when":{"shape":"When"}"#;
const ASKED_ONE: &str = r#""Asked":{"type":"structure","required":["one"],"members":{"one":{"shape":"Text"}"#;
const ASKED_REQUIRED: &str = r#""Asked":{"type":"structure","required":["one"],"#;
const TOLD_REQUIRED: &str = r#""Told":{"type":"structure","required":["one"],"#;
const SHARED_REQUIRED: &str = r#""Shared":{"type":"structure","required":["one"],"#;

rows! {
    an_operation_added: [(REST, WITHOUT_REST)], NOTHING => ["minor operation-added Rest"];
    an_operation_removed: NOTHING, [(REST, WITHOUT_REST)] => ["major W operation-removed Rest"];

    an_input_of_another_shape_with_the_same_items: NOTHING, [
        (r#""input":{"shape":"In"}"#, r#""input":{"shape":"In2"}"#), (r#""In":"#, r#""In2":"#),
    ] => ["patch shape-renamed In2"];
    an_output_of_another_shape_with_other_items: NOTHING, [
        (r#""output":{"shape":"Out"}"#, r#""output":{"shape":"Unused"}"#),
    ] => [
        "major W output-shape-changed Do", "major shape-left-api Color",
        "major shape-left-api Told", "major shape-reached-by-input-only Shared",
    ];

    an_input_that_an_operation_gets: NOTHING, [
        (r#""name":"Rest","#, r#""name":"Rest","input":{"shape":"Unused"},"#),
    ] => ["minor input-shape-changed Rest"];
    an_input_that_an_operation_loses: [
        (r#""name":"Rest","#, r#""name":"Rest","input":{"shape":"Unused"},"#),
    ], NOTHING => ["major W input-shape-changed Rest"];
    an_input_replaced_by_one_with_other_wire_names: [
        (r#""name":"Rest","#, r#""name":"Rest","input":{"shape":"Unused"},"#),
    ], [
        (r#""name":"Rest","#, r#""name":"Rest","input":{"shape":"New"},"#),
        (r#""Unused":{"type""#, r#""New":{"type":"structure","members":{"one":{"shape":"Text","locationName":"uno"}}},"Unused":{"type""#),
    ] => ["patch input-shape-changed Rest", "patch shape-added New", "minor W wire-name-changed New.one"];
    an_enum_replaced_by_one_of_the_same_rust_names: [
        (COLOR, r#""E":{"type":"string","enum":["A","B"]},"Color":{"type":"string","enum":["RED","GREEN"]},"#),
        (r#""told":{"shape":"Told"},"#, r#""told":{"shape":"Told"},"e":{"shape":"E"},"#),
    ], [
        (COLOR, r#""e":{"type":"string","enum":["a","B"]},"Color":{"type":"string","enum":["RED","GREEN"]},"#),
        (r#""told":{"shape":"Told"},"#, r#""told":{"shape":"Told"},"e":{"shape":"e"},"#),
    ] => [
        "patch member-shape-changed Out.e", "major shape-added e", "major shape-removed E",
        "major W enum-value-added e: a", "major W enum-value-removed e: A",
    ];
    an_error_renamed_whose_rust_name_stays: NOTHING, [
        (r#""Failed":{"type""#, r#""FAILED":{"type""#), (r#"{"shape":"Failed"}"#, r#"{"shape":"FAILED"}"#),
    ] => ["patch shape-renamed FAILED", "minor W wire-name-changed FAILED"];
    an_operation_that_gets_an_event_stream: NOTHING, [
        (r#""name":"Rest","#, r#""name":"Rest","output":{"shape":"Streamed"},"#),
        (r#""Unused":{"type""#, r#""Streamed":{"type":"structure","members":{"events":{"shape":"Events"}}},"Events":{"type":"structure","eventstream":true,"members":{"one":{"shape":"Event"}}},"Event":{"type":"structure","event":true,"members":{}},"Unused":{"type""#),
    ] => [
        "major operation-left-crate Rest", "major W output-shape-changed Rest", "patch shape-added Event",
        "patch shape-added Events", "patch shape-added Streamed",
    ];
    a_shape_added: NOTHING, [
        (COLOR, r#""Color":{"type":"string","enum":["RED","GREEN"]},"New":{"type":"structure","members":{}},"#),
        (r#""told":{"shape":"Told"},"#, r#""told":{"shape":"Told"},"new":{"shape":"New"},"#),
    ] => ["minor shape-added New", "minor member-added Out.new"];
    a_shape_added_that_nothing_reaches: NOTHING, [
        (COLOR, r#""Color":{"type":"string","enum":["RED","GREEN"]},"New":{"type":"structure","members":{}},"#),
    ] => ["patch shape-added New"];
    a_shape_removed_that_nothing_reached: NOTHING, [
        (r#""When":{"type":"timestamp"},
"Unused":{"type":"structure","members":{"one":{"shape":"Text"}}}"#, r#""When":{"type":"timestamp"}"#),
    ] => ["patch shape-removed Unused"];
    an_enum_renamed: NOTHING, [
        (COLOR, r#""Colour":{"type":"string","enum":["RED","GREEN"]},"#),
        (r#"{"shape":"Color"}"#, r#"{"shape":"Colour"}"#),
    ] => ["major shape-renamed Colour"];
    an_enum_renamed_whose_rust_name_stays: NOTHING, [
        (COLOR, r#""COLOR":{"type":"string","enum":["RED","GREEN"]},"#),
        (r#"{"shape":"Color"}"#, r#"{"shape":"COLOR"}"#),
    ] => ["patch shape-renamed COLOR"];
    a_list_renamed: NOTHING, [
        (r#""Texts":{"type""#, r#""__listOfText":{"type""#), (r#"{"shape":"Texts"}"#, r#"{"shape":"__listOfText"}"#),
    ] => ["patch shape-renamed __listOfText"];

    an_integer_wider: NOTHING, [(r#""Number":{"type":"integer"}"#, r#""Number":{"type":"long"}"#)]
        => ["major W shape-type-changed Number"];
    a_list_sparse: NOTHING, [(r#""Texts":{"type":"list","#, r#""Texts":{"type":"list","sparse":true,"#)]
        => ["major W shape-type-changed Texts"];
    a_string_that_becomes_an_enum: [(COLOR, r#""Color":{"type":"string"},"#)], NOTHING
        => ["major string-became-enum Color"];
    an_enum_that_becomes_a_string: NOTHING, [(COLOR, r#""Color":{"type":"string"},"#)]
        => ["major enum-became-string Color"];
    a_list_of_other_items: NOTHING, [
        (r#""Texts":{"type":"list","member":{"shape":"Text"}}"#, r#""Texts":{"type":"list","member":{"shape":"Color"}}"#),
    ] => ["major string-became-enum Texts"];

    a_list_of_items_of_another_shape_with_the_same_rust_type: NOTHING, [
        (r#""Texts":{"type":"list","member":{"shape":"Text"}}"#,
         r#""Name":{"type":"string"},"Texts":{"type":"list","member":{"shape":"Name"}}"#),
    ] => ["patch item-shape-changed Texts", "patch shape-added Name"];
    a_checksum_that_requests_must_have: NOTHING, [(r#""name":"Rest","#, r#""name":"Rest","httpChecksumRequired":true,"#)]
        => ["minor W request-trait-changed Rest"];
    an_operation_said_to_be_idempotent: NOTHING, [(r#""name":"Rest","#, r#""name":"Rest","idempotent":true,"#)]
        => ["patch call-trait-changed Rest"];
    an_optional_member_added: [(r#","other":{"shape":"Color"}"#, "")], NOTHING => [
        "minor member-added Told.other", "minor shape-entered-api Color",
    ];
    a_required_member_added_to_what_requests_hold: NOTHING, [
        (r#""Asked":{"type":"structure","required":["one"],"members":{"#,
         r#""Asked":{"type":"structure","required":["one","new"],"members":{"new":{"shape":"Text"},"#),
    ] => ["major W required-member-added Asked.new"];
    a_required_member_added_to_what_both_hold: NOTHING, [
        (r#""Shared":{"type":"structure","required":["one"],"members":{"#,
         r#""Shared":{"type":"structure","required":["one","new"],"members":{"new":{"shape":"Text"},"#),
    ] => ["minor W required-member-added Shared.new"];
    a_required_member_added_to_what_responses_hold: NOTHING, [
        (r#""Told":{"type":"structure","required":["one"],"members":{"#,
         r#""Told":{"type":"structure","required":["one","new"],"members":{"new":{"shape":"Text"},"#),
    ] => ["minor required-member-added Told.new"];
    a_required_idempotency_token_added: NOTHING, [
        (r#""In":{"type":"structure","required":["first","second"],"members":{"#,
         r#""In":{"type":"structure","required":["first","second","new"],"members":{"new":{"shape":"Text","idempotencyToken":true},"#),
    ] => ["minor required-token-added In.new"];
    a_member_removed: NOTHING, [(r#","other":{"shape":"Number"}"#, "")] => ["major W member-removed Shared.other"];

    members_in_another_order: NOTHING, [
        (r#""told":{"shape":"Told"},"shared":{"shape":"Shared"}"#, r#""shared":{"shape":"Shared"},"told":{"shape":"Told"}"#),
    ] => ["patch order-changed Out"];
    arguments_in_another_order: NOTHING, [
        (r#""first":{"shape":"Text"},"second":{"shape":"Text"}"#, r#""second":{"shape":"Text"},"first":{"shape":"Text"}"#),
    ] => ["major order-changed In"];
    enum_values_in_another_order: NOTHING, [(r#"["RED","GREEN"]"#, r#"["GREEN","RED"]"#)]
        => ["patch order-changed Color"];

    a_member_of_another_shape_with_the_same_rust_type: NOTHING, [
        (r#""Text":{"type":"string"},"#, r#""Text":{"type":"string"},"Name":{"type":"string"},"#),
        (r#""Told":{"type":"structure","required":["one"],"members":{"one":{"shape":"Text"}"#,
         r#""Told":{"type":"structure","required":["one"],"members":{"one":{"shape":"Name"}"#),
    ] => ["patch member-shape-changed Told.one", "patch shape-added Name"];
    a_member_of_another_shape_with_fewer_values: NOTHING, [
        (r#""Text":{"type":"string"},"#, r#""Text":{"type":"string"},"Name":{"type":"string","max":5},"#),
        (r#""Told":{"type":"structure","required":["one"],"members":{"one":{"shape":"Text"}"#,
         r#""Told":{"type":"structure","required":["one"],"members":{"one":{"shape":"Name"}"#),
    ] => [
        "minor W constraint-tightened Told.one", "patch member-shape-changed Told.one", "patch shape-added Name",
    ];
    a_member_of_another_structure: NOTHING, [(r#""told":{"shape":"Told"}"#, r#""told":{"shape":"Shared"}"#)] => [
        "major member-shape-changed Out.told", "major shape-left-api Color", "major shape-left-api Told",
    ];
    a_member_of_another_type: NOTHING, [(r#""size":{"shape":"Number"}"#, r#""size":{"shape":"Text"}"#)]
        => ["major W shape-type-changed In.size"];

    a_member_required_in_requests: [(ASKED_REQUIRED, r#""Asked":{"type":"structure","#)], NOTHING
        => ["major W became-required Asked.one"];
    a_member_required_both_ways: [(SHARED_REQUIRED, r#""Shared":{"type":"structure","#)], NOTHING
        => ["minor W became-required Shared.one"];
    a_member_required_in_responses: [(TOLD_REQUIRED, r#""Told":{"type":"structure","#)], NOTHING
        => ["patch became-required Told.one"];
    a_token_required: NOTHING, [(r#"["first","second"]"#, r#"["first","second","token"]"#)]
        => ["patch became-required In.token"];
    a_member_optional_in_requests: NOTHING, [(ASKED_REQUIRED, r#""Asked":{"type":"structure","#)]
        => ["major became-optional Asked.one"];
    a_member_optional_both_ways: NOTHING, [(SHARED_REQUIRED, r#""Shared":{"type":"structure","#)]
        => ["patch became-optional Shared.one"];
    a_member_optional_in_responses: NOTHING, [(TOLD_REQUIRED, r#""Told":{"type":"structure","#)]
        => ["patch became-optional Told.one"];

    what_requests_hold_reached_by_responses: NOTHING, [
        (r#""told":{"shape":"Told"}"#, r#""told":{"shape":"Told"},"asked":{"shape":"Asked"}"#),
    ] => ["major shape-reached-by-output Asked", "minor member-added Out.asked"];
    what_both_hold_no_longer_reached_by_responses: NOTHING, [
        (r#""told":{"shape":"Told"},"shared":{"shape":"Shared"}"#, r#""told":{"shape":"Told"}"#),
    ] => ["major W member-removed Out.shared", "major shape-reached-by-input-only Shared"];

    an_enum_value_added: [(r#"["RED","GREEN"]"#, r#"["RED"]"#)], NOTHING => ["minor W enum-value-added Color: GREEN"];
    an_enum_value_removed: NOTHING, [(r#"["RED","GREEN"]"#, r#"["RED"]"#)]
        => ["major W enum-value-removed Color: GREEN"];
    a_union_member_added: NOTHING, [(r#""left":{"shape":"Text"}"#, r#""left":{"shape":"Text"},"up":{"shape":"Text"}"#)]
        => ["minor union-member-added Choice.up"];
    a_union_member_removed: NOTHING, [(r#""left":{"shape":"Text"},"#, "")]
        => ["major W union-member-removed Choice.left"];

    a_name_that_a_collision_changes: NOTHING, [
        (r#"{"one":{"shape":"Text"},"other":{"shape":"Color"}}"#,
         r#"{"One":{"shape":"Text"},"one":{"shape":"Text"},"other":{"shape":"Color"}}"#),
    ] => ["major rust-name-changed Told.one", "major member-added Told.One"];
    two_names_that_swap: [
        (r#"["RED","GREEN"]"#, r#"["red","RED","GREEN"]"#),
    ], [(r#"["RED","GREEN"]"#, r#"["RED","red","GREEN"]"#)] => [
        "patch order-changed Color",
        "major rust-name-changed Color: RED", "major rust-name-changed Color: red",
    ];
    a_service_of_another_name: NOTHING, [(r#""serviceId":"Sample""#, r#""serviceId":"Example""#)]
        => ["patch service-identity-changed service", "major rust-name-changed service"];

    an_http_method: NOTHING, [(r#""POST","requestUri":"/do""#, r#""PUT","requestUri":"/do""#)]
        => ["minor W http-method-changed Do"];
    a_uri: NOTHING, [(r#""/do""#, r#""/make""#)] => ["minor W http-uri-changed Do"];
    a_success_code: NOTHING, [(r#""responseCode":200"#, r#""responseCode":201"#)]
        => ["minor W http-success-code-changed Do"];
    a_location: NOTHING, [
        (r#""size":{"shape":"Number"}"#, r#""size":{"shape":"Number","location":"querystring","locationName":"size"}"#),
    ] => ["minor W location-changed In.size"];
    a_payload: [(OUT_MEMBERS, "")], [
        (OUT_MEMBERS, ""), (r#""Out":{"type":"structure","#, r#""Out":{"type":"structure","payload":"told","#),
    ] => ["minor W location-changed Out"];
    a_wire_name: NOTHING, [(r#""size":{"shape":"Number"}"#, r#""size":{"shape":"Number","locationName":"maxSize"}"#)]
        => ["minor W wire-name-changed In.size"];
    a_timestamp_format: NOTHING, [
        (r#""When":{"type":"timestamp"}"#, r#""When":{"type":"timestamp","timestampFormat":"iso8601"}"#),
    ] => ["minor W timestamp-format-changed When"];

    an_error_added_to_an_operation: NOTHING, [
        (r#""requestUri":"/rest"}"#, r#""requestUri":"/rest"},"errors":[{"shape":"Failed"}]"#),
    ] => ["minor W error-added Rest"];
    an_error_removed_from_an_operation: [
        (r#""requestUri":"/rest"}"#, r#""requestUri":"/rest"},"errors":[{"shape":"Failed"}]"#),
    ], NOTHING => ["minor error-removed Rest"];
    an_error_that_its_last_operation_drops: NOTHING, [(r#","errors":[{"shape":"Failed"}]"#, "")]
        => ["minor error-removed Do", "major shape-left-api Failed"];
    an_errors_status: NOTHING, [(r#"{"httpStatusCode":400}"#, r#"{"httpStatusCode":409}"#)]
        => ["minor W error-trait-changed Failed"];

    a_constraint_tightened: [(r#""Text":{"type":"string"}"#, r#""Text":{"type":"string","max":20}"#)],
        [(r#""Text":{"type":"string"}"#, r#""Text":{"type":"string","max":10}"#)]
        => ["minor W constraint-tightened Text"];
    a_constraint_added: NOTHING, [(r#""Text":{"type":"string"}"#, r#""Text":{"type":"string","pattern":"a+"}"#)]
        => ["minor W constraint-tightened Text"];
    a_constraint_loosened: [(r#""Text":{"type":"string"}"#, r#""Text":{"type":"string","min":2}"#)],
        [(r#""Text":{"type":"string"}"#, r#""Text":{"type":"string","min":1}"#)]
        => ["patch constraint-loosened Text"];

    a_token_trait_added: [(r#","idempotencyToken":true"#, "")], NOTHING => ["minor token-trait-added In.token"];
    a_token_trait_removed: NOTHING, [(r#","idempotencyToken":true"#, "")] => ["minor W token-trait-removed In.token"];
    a_token_trait_that_takes_an_argument: NOTHING, [
        (r#""first":{"shape":"Text"}"#, r#""first":{"shape":"Text","idempotencyToken":true}"#),
    ] => ["major token-trait-added In.first"];

    a_shape_that_becomes_sensitive: NOTHING, [(r#""Number":{"type":"integer"}"#, r#""Number":{"type":"integer","sensitive":true}"#)]
        => ["patch sensitive-added Number"];
    a_shape_no_longer_sensitive: [(r#""Number":{"type":"integer"}"#, r#""Number":{"type":"integer","sensitive":true}"#)], NOTHING
        => ["minor W sensitive-removed Number"];
    an_operation_deprecated: NOTHING, [(r#""name":"Rest","#, r#""name":"Rest","deprecated":true,"#)]
        => ["minor deprecated Rest"];
    an_operation_no_longer_deprecated: [(r#""name":"Rest","#, r#""name":"Rest","deprecated":true,"#)], NOTHING
        => ["patch deprecation-removed Rest"];

    a_protocol: NOTHING, [(r#""protocol":"rest-json""#, r#""protocol":"json""#)]
        => ["minor W protocol-changed service"];
    a_signature_version: NOTHING, [(r#""signatureVersion":"v4""#, r#""signatureVersion":"bearer""#)]
        => ["minor W auth-scheme-removed service"];
    an_auth_scheme_removed: [(r#""signatureVersion":"v4""#, r#""signatureVersion":"v4","auth":["aws.auth#sigv4","aws.auth#sigv4a"]"#)],
        [(r#""signatureVersion":"v4""#, r#""signatureVersion":"v4","auth":["aws.auth#sigv4"]"#)]
        => ["minor W auth-scheme-removed service"];
    an_auth_scheme_added: NOTHING, [(r#""signatureVersion":"v4""#, r#""signatureVersion":"v4","auth":["aws.auth#sigv4"]"#)]
        => ["patch auth-scheme-added service"];
    a_signing_name: NOTHING, [(r#""signatureVersion":"v4""#, r#""signatureVersion":"v4","signingName":"other""#)]
        => ["minor W signing-name-changed service"];
    a_host_prefix: NOTHING, [(r#""name":"Rest","#, r#""name":"Rest","endpoint":{"hostPrefix":"data."},"#)]
        => ["minor W host-prefix-changed Rest"];

    a_field_that_gets_boxed: [
        (r#""other":{"shape":"Color"}}}"#, r#""other":{"shape":"Color"},"inner":{"shape":"Unused"}}}"#),
    ], [
        (r#""other":{"shape":"Color"}}}"#, r#""other":{"shape":"Color"},"inner":{"shape":"Unused"}}}"#),
        (r#""Unused":{"type":"structure","members":{"#, r#""Unused":{"type":"structure","members":{"outer":{"shape":"Told"},"#),
    ] => ["major recursion-changed Told.inner", "minor member-added Unused.outer"];
    an_argument_that_gets_boxed: [
        (ASKED_ONE, r#""Asked":{"type":"structure","required":["one"],"members":{"one":{"shape":"Unused"}"#),
    ], [
        (ASKED_ONE, r#""Asked":{"type":"structure","required":["one"],"members":{"one":{"shape":"Unused"}"#),
        (r#""Unused":{"type":"structure","members":{"#, r#""Unused":{"type":"structure","members":{"outer":{"shape":"Asked"},"#),
    ] => ["major recursion-changed Asked.one", "minor member-added Unused.outer"];
    documentation: NOTHING, [(r#""name":"Rest","#, r#""name":"Rest","documentation":"<p>Rests.</p>","#)]
        => ["patch documentation-changed service"];
    identical_facts: NOTHING, NOTHING => [];
}

#[test]
fn an_item_that_nothing_accounts_for_is_major() -> Outcome {
    let (before, mut after) = (side(edited(NOTHING)?)?, side(edited(NOTHING)?)?);
    after.api.items.remove("types::Told::one");
    expect(&before, &after, &["major generated-api-changed types::Told::one"])
}

#[test]
fn an_operation_is_as_high_as_what_is_behind_another_list() -> Outcome {
    let shapes = r#""Unused":{"type""#;
    let (before, after) = (
        edited(&[
            (r#""items":{"shape":"Texts"}"#, r#""items":{"shape":"Ones"}"#),
            (
                shapes,
                r#""Ones":{"type":"list","member":{"shape":"One"}},"One":{"type":"structure","members":{"a":{"shape":"Text"}}},"Unused":{"type""#,
            ),
        ])?,
        edited(&[
            (r#""items":{"shape":"Texts"}"#, r#""items":{"shape":"All"}"#),
            (
                shapes,
                r#""Ones":{"type":"list","member":{"shape":"One"}},"All":{"type":"list","member":{"shape":"One"}},"One":{"type":"structure","members":{}},"Unused":{"type""#,
            ),
        ])?,
    );
    let report = compare(&side(before)?, &side(after)?, None);
    let operation = report.operations.first();
    let paths = operation.map(|operation| {
        operation
            .response
            .iter()
            .map(|path| path.path.as_str())
            .collect::<Vec<_>>()
    });
    assert_eq!(paths, Some(vec!["items", "items[].a"]));
    assert_eq!(operation.map(|operation| operation.level), Some(Level::Major));
    Ok(())
}
