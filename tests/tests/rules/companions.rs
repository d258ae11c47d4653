//! The rules about what stands beside a model: paginators, waiters and endpoint rules.

use codegen::diagnostic::Source;
use tests::Outcome;
use tests::fixture::sources;

use super::{MODEL, NOTHING, edited, expect, side, side_of};

const PAGES: &str =
    r#"{"pagination":{"Do":{"input_token":"page","output_token":"page","result_key":"items"}}}"#;
const PAGES_WITH_SIZE: &str = r#"{"pagination":{"Do":{"input_token":"page","output_token":"page","limit_key":"size","result_key":"items"}}}"#;
const PAGES_OF_OTHERS: &str =
    r#"{"pagination":{"Do":{"input_token":"page","output_token":"page","result_key":"told"}}}"#;

/// Tests of what stands beside a model: the file, its older text, its newer one, all that is said.
macro_rules! companions {
    ($($name:ident: $companion:ident $before:expr, $after:expr => $expected:expr;)+) => {
        $(
            #[test]
            fn $name() -> Outcome {
                let model = |text: Option<&str>| {
                    let mut sources = sources(MODEL);
                    sources.$companion = text.map(|text| Source::new("companion.json", text));
                    side_of(sources)
                };
                expect(&model($before)?, &model($after)?, &$expected)
            }
        )+
    };
}

const WAIT: &str = r#"{"waiters":{"Done":{"operation":"Do","delay":1,"maxAttempts":5,"acceptors":[{"matcher":"status","expected":200,"state":"success"}]}}}"#;
const WAIT_LONGER: &str = r#"{"waiters":{"Done":{"operation":"Do","delay":9,"maxAttempts":5,"acceptors":[{"matcher":"status","expected":200,"state":"success"}]}}}"#;
const WAIT_OTHER: &str = r#"{"waiters":{"Done":{"operation":"Rest","delay":1,"maxAttempts":5,"acceptors":[{"matcher":"status","expected":200,"state":"success"}]}}}"#;
const WAIT_RENAMED: &str = r#"{"waiters":{"Ready":{"operation":"Do","delay":1,"maxAttempts":5,"acceptors":[{"matcher":"status","expected":200,"state":"success"}]}}}"#;

/// Endpoint rules that answer the same everywhere.
macro_rules! rules {
    ($rules:literal) => {
        concat!(
            r#"{"version":"1.0","parameters":{"Region":{"type":"string","builtIn":"AWS::Region","required":false}},"rules":["#,
            $rules,
            "]}"
        )
    };
}

const RULES: &str =
    rules!(r#"{"type":"endpoint","conditions":[],"endpoint":{"url":"https://one.example.com"}}"#);
const OTHER_RULES: &str =
    rules!(r#"{"type":"endpoint","conditions":[],"endpoint":{"url":"https://two.example.com"}}"#);
const SAME_ANSWERS: &str = rules!(
    r#"{"type":"tree","conditions":[],"rules":[{"type":"endpoint","conditions":[],"endpoint":{"url":"https://one.example.com"}}]}"#
);

companions! {
    other_endpoints: endpoint_rules Some(RULES), Some(OTHER_RULES) => ["minor W endpoint-answers-changed endpoints"];
    other_rules_with_the_same_endpoints: endpoint_rules Some(RULES), Some(SAME_ANSWERS)
        => ["patch endpoint-rules-changed endpoints"];
    a_paginator_added: paginators None, Some(PAGES) => ["minor paginator-added Do"];
    a_paginator_removed: paginators Some(PAGES), None => ["major paginator-removed Do"];
    a_paginator_of_other_items: paginators Some(PAGES), Some(PAGES_OF_OTHERS) => ["major paginator-items-changed Do"];
    a_paginator_of_other_tokens: paginators Some(PAGES), Some(PAGES_WITH_SIZE)
        => ["minor W paginator-tokens-changed Do"];
    a_waiter_added: waiters None, Some(WAIT) => ["minor waiter-added Done"];
    a_waiter_removed: waiters Some(WAIT), None => ["major waiter-removed Done"];
    a_waiter_renamed: waiters Some(WAIT), Some(WAIT_RENAMED) => ["major waiter-renamed Ready"];
    a_waiter_for_another_operation: waiters Some(WAIT), Some(WAIT_OTHER)
        => ["major waiter-removed Done", "minor waiter-added Done"];
    a_waiter_tuned: waiters Some(WAIT), Some(WAIT_LONGER) => ["patch W waiter-tuned Done"];
}

#[test]
fn what_is_not_known_of_a_lone_model_is_not_compared() -> Outcome {
    let mut with_pages = sources(MODEL);
    with_pages.paginators = Some(Source::new("paginators-1.json", PAGES));
    let (before, mut after) = (side_of(with_pages)?, side(edited(NOTHING)?)?);
    after.alone = true;
    expect(&before, &after, &[])
}
