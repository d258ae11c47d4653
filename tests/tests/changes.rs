//! Change reports as text, Markdown and JSON, over Macie 2's history and over models that have nothing in common.

use codegen::changes::render::{self, Judged, SCHEMA};
use codegen::changes::{Kind, Level, Report, Side, compare};
use codegen::plan::Context;
use codegen::read;
use serde_json::{Value, json};
use tests::history::{regions, reports, sides};
use tests::{Failure, Outcome, fixture};

/// What changed with a revision.
fn report(revision: &str) -> Outcome<Judged> {
    let mut reports = reports()?.into_iter();
    let found = reports.find(|report| report.after.name == revision);
    Ok(found
        .ok_or_else(|| Failure::new(format!("there is no revision {revision}")))?
        .into())
}

fn judged(reports: Vec<Report>) -> Vec<Judged> {
    reports.into_iter().map(Judged::from).collect()
}

fn all_forms(report: Report) -> [String; 3] {
    let judged = Judged::from(report);
    [
        render::text(&judged).to_string(),
        render::markdown(&judged),
        render::json(&judged),
    ]
}

#[test]
fn text_of_2020_06_10() -> Outcome {
    insta::assert_snapshot!(render::text(&report("2020-06-10")?));
    Ok(())
}

#[test]
fn text_of_a_constructor_that_takes_more() -> Outcome {
    insta::assert_snapshot!(render::text(&report("2022-01-19")?));
    Ok(())
}

#[test]
fn markdown_of_2020_06_10() -> Outcome {
    insta::assert_snapshot!(render::markdown(&report("2020-06-10")?));
    Ok(())
}

#[test]
fn the_table_of_all_verdicts() -> Outcome {
    insta::assert_snapshot!(render::table(&judged(reports()?)));
    Ok(())
}

#[test]
fn thirteen_breaking_facts_of_which_eleven_are_under_a_major_verdict() -> Outcome {
    let table = render::table(&judged(reports()?)).to_string();
    let last = table.lines().last().unwrap_or_default();
    assert_eq!(
        last,
        "35 pairs, 13 breaking facts, 11 of them under a major verdict"
    );
    Ok(())
}

#[test]
fn the_readme_has_the_verdicts_of_all_revisions() -> Outcome {
    let readme = std::fs::read_to_string(tests::root().join("README.md"))?;
    let table = render::markdown_history("macie2", &judged(reports()?));
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with('|')).collect();
    assert!(
        readme.contains(&rows.join("\n")),
        "copy from `cargo xtask changes macie2 --all --format markdown`"
    );
    Ok(())
}

#[test]
fn lines_that_can_be_broken_fit_a_terminal_of_80_columns() -> Outcome {
    let text = render::text(&report("2022-11-29")?).to_string();
    let long: Vec<&str> = text
        .lines()
        .filter(|line| line.chars().count() > 80 && !line.contains(" + ") && !line.contains(" ~ "))
        .collect();
    assert_eq!(long, Vec::<&str>::new());
    Ok(())
}

#[test]
fn equal_facts_are_said_to_be_equal() -> Outcome {
    for side in sides()? {
        let report = compare(side, side, Some(&regions()?));
        assert_eq!(report.changes, [], "{}", side.name);
        let text = render::text(&report.into()).to_string();
        assert!(text.contains("no change of facts: patch"), "{text}");
    }
    Ok(())
}

#[test]
fn news_of_a_short_report_are_the_report() -> Outcome {
    let report = report("2022-01-19")?;
    assert_eq!(render::news(&report), render::text(&report));
    Ok(())
}

#[test]
fn news_of_a_long_report_name_all_that_is_major() -> Outcome {
    let [first, .., last] = sides()? else {
        return Err(Failure::new("there is no history"));
    };
    let report = Judged::from(compare(first, last, Some(&regions()?)));
    let news = render::news(&report).to_string();
    insta::assert_snapshot!(news);
    for change in report.report.of_level(Level::Major) {
        let shape = change
            .place
            .shape()
            .map_or_else(|| change.place.to_string(), str::to_owned);
        assert!(
            news.contains(change.kind.words()) && news.contains(&shape),
            "{news}"
        );
    }
    Ok(())
}

#[test]
fn the_changelog_marks_what_breaks_and_says_how_a_constructor_is_called_now() -> Outcome {
    let changelog = render::changelog("models/macie2", &reports()?).unwrap_or_default();
    let breaking: Vec<&str> = changelog
        .lines()
        .filter(|line| line.contains("**Breaking**"))
        .collect();
    insta::assert_snapshot!(breaking.join("\n"));
    Ok(())
}

/// What changed between two models that have no companions.
fn between(before: &str, after: &str) -> Outcome<Report> {
    let side = |name: &str, text: &str| -> Outcome<Side> {
        let refused = |found: Vec<_>| Failure::refused(&found);
        let model = read::botocore(&fixture::sources(text)).map_err(refused)?.model;
        Side::new(name, model, &Context::default()).map_err(refused)
    };
    Ok(compare(&side("before", before)?, &side("after", after)?, None))
}

/// What the changelog has about a difference of two models.
fn changelog_between(before: &str, after: &str) -> Outcome<Vec<String>> {
    let report = between(before, after)?;
    let text = render::changelog("models/things", &[report]).unwrap_or_default();
    let lines = text.lines().filter(|line| line.starts_with("- "));
    Ok(lines.map(str::to_owned).collect())
}

/// A model whose operation takes a color and may fail.
fn paint(values: &str, errors: &str) -> String {
    let operations = format!(
        r#""Paint":{{"name":"Paint","http":{{"method":"POST","requestUri":"/paint"}},
        "input":{{"shape":"PaintRequest"}},"errors":[{errors}]}}"#
    );
    let shapes = format!(
        r#""PaintRequest":{{"type":"structure","members":{{"color":{{"shape":"Color"}}}}}},
        "Color":{{"type":"string","enum":[{values}]}},
        "Dry":{{"type":"structure","members":{{}},"exception":true,"error":{{"httpStatusCode":400}}}}"#
    );
    fixture::service(&operations, &shapes)
}

#[test]
fn the_changelog_has_values_with_their_text_on_the_wire() -> Outcome {
    assert_eq!(
        changelog_between(&paint(r#""RED""#, ""), &paint(r#""RED","sky:blue""#, ""))?,
        ["- `types::Color`: value `SkyBlue` (`sky:blue`) - wire warning"]
    );
    Ok(())
}

#[test]
fn the_changelog_names_an_error_that_an_operation_can_return_now() -> Outcome {
    let lines = changelog_between(&paint(r#""RED""#, ""), &paint(r#""RED""#, r#"{"shape":"Dry"}"#))?;
    assert!(
        lines.contains(&"- `Dry` can be returned by `operation::Paint` - wire warning".to_owned()),
        "{lines:?}"
    );
    Ok(())
}

#[test]
fn the_changelog_has_no_line_for_what_the_crate_does_not_have() -> Outcome {
    let changelog = render::changelog("models/macie2", &reports()?).unwrap_or_default();
    let of_client = |line: &&str| line.starts_with("- ") && line.contains("paginator");
    assert_eq!(changelog.lines().find(of_client), None);
    Ok(())
}

#[test]
fn an_error_that_all_operations_can_return_now_is_told_once() -> Outcome {
    let model = |errors: &str| {
        let operations = ["A", "B", "C", "D"].map(|name| {
            format!(
                r#""{name}":{{"name":"{name}","http":{{"method":"POST","requestUri":"/{name}"}},"errors":[{errors}]}}"#
            )
        });
        let wet = r#""exception":true,"error":{"httpStatusCode":400}"#;
        let shapes =
            ["Dry", "Wet"].map(|name| format!(r#""{name}":{{"type":"structure","members":{{}},{wet}}}"#));
        fixture::service(&operations.join(","), &shapes.join(","))
    };
    let dry = r#"{"shape":"Dry"}"#;
    let report = Judged::from(between(
        &model(dry),
        &model(&format!(r#"{dry},{{"shape":"Wet"}}"#)),
    )?);
    for text in [render::text(&report).to_string(), render::markdown(&report)] {
        let told = text
            .lines()
            .filter(|line| line.contains("can return one more error: Wet"));
        let told: Vec<&str> = told.collect();
        assert!(
            matches!(told[..], [line] if line.contains("all 4 operations")),
            "{text}"
        );
        assert!(!text.contains("updated"), "{text}");
    }
    Ok(())
}

#[test]
fn a_crate_without_a_past_has_no_changelog() {
    assert_eq!(render::changelog("models/macie2", &[]), None);
}

/// What keeps a document from being what the schema says.
fn complaints(document: &str) -> Outcome<Vec<String>> {
    let schema: Value = serde_json::from_str(SCHEMA)?;
    let validator = jsonschema::validator_for(&schema)?;
    let document: Value = serde_json::from_str(document)?;
    Ok(validator
        .iter_errors(&document)
        .map(|error| error.to_string())
        .collect())
}

#[test]
fn json_is_what_its_schema_says() -> Outcome {
    let none: [String; 0] = [];
    assert_eq!(complaints(&render::json(&report("2020-06-10")?))?, none);
    let history = render::json_history("macie2", &judged(reports()?));
    assert_eq!(complaints(&history)?, none);
    Ok(())
}

#[test]
fn the_schema_refuses_what_is_no_report() -> Outcome {
    let mut document: Value = serde_json::from_str(&render::json(&report("2020-06-10")?))?;
    document["verdict"] = json!("huge");
    assert!(!complaints(&document.to_string())?.is_empty());
    document["verdict"] = json!("major");
    document["surprise"] = json!(1);
    assert!(!complaints(&document.to_string())?.is_empty());
    Ok(())
}

#[test]
fn the_schema_names_every_kind_of_change() -> Outcome {
    let schema: Value = serde_json::from_str(SCHEMA)?;
    let known: Vec<&str> = schema["$defs"]["kind"]["enum"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(known, kinds);
    Ok(())
}

#[test]
fn a_report_of_one_operation_has_what_reaches_it_and_no_more() -> Outcome {
    let report = report("2020-06-10")?.report;
    let part = report.only(&["GetFindings".to_owned()]);
    let places: Vec<String> = part
        .changes
        .iter()
        .map(|change| change.place.to_string())
        .collect();
    assert_eq!(places, ["EncryptionType: UNKNOWN"]);
    assert_eq!(part.operations.len(), 1);
    let text = render::text(&part.into()).to_string();
    let path = "s3Object.serverSideEncryption.encryptionType + UNKNOWN";
    assert!(
        text.starts_with("minor, wire warning") && text.contains(path),
        "{text}"
    );
    Ok(())
}

/// Models that have little in common.
fn strangers() -> Outcome<Vec<Side>> {
    let mut strangers: Vec<Side> = sides()?.iter().step_by(7).cloned().collect();
    let texts = [
        include_str!("../fixtures/features/service-2.json").to_owned(),
        include_str!("../fixtures/rules.json").to_owned(),
        fixture::service("", ""),
    ];
    for (number, text) in texts.iter().enumerate() {
        let refused = |found: Vec<_>| Failure::refused(&found);
        let model = read::botocore(&fixture::sources(text)).map_err(refused)?.model;
        strangers.push(Side::new(format!("fixture {number}"), model, &Context::default()).map_err(refused)?);
    }
    Ok(strangers)
}

#[test]
fn any_model_can_be_compared_with_any_other_and_always_with_the_same_result() -> Outcome {
    let strangers = strangers()?;
    let regions = regions()?;
    for before in &strangers {
        for after in &strangers {
            let forms = all_forms(compare(before, after, Some(&regions)));
            let pair = format!("{} and {}", before.name, after.name);
            assert_eq!(forms, all_forms(compare(before, after, Some(&regions))), "{pair}");
            let [_, _, json] = &forms;
            assert_eq!(complaints(json)?, Vec::<String>::new(), "{pair}");
        }
    }
    Ok(())
}
