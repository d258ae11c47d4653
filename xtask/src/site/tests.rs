//! Whole sites of small services.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;

use codegen::changes::{Side, compare};
use codegen::diagnostic::Source;
use codegen::model::Docs;
use codegen::plan::Context;
use codegen::read::{self, ModelSources};

use super::history::History;
use super::{report_html, site};

/// A service with one operation, whose response has a string with these values, and a member of this name.
fn model(values: &str, member: &str) -> String {
    format!(
        r#"{{
  "version": "2.0",
  "metadata": {{
    "apiVersion": "2020-01-01", "endpointPrefix": "things", "protocol": "rest-json", "serviceId": "Things",
    "serviceFullName": "Things <b>&amp;</b> \"more\"", "uid": "things-2020-01-01", "jsonVersion": "1.1",
    "signatureVersion": "v4", "signingName": "things"
  }},
  "operations": {{
    "GetThing": {{
      "name": "GetThing", "http": {{"method": "GET", "requestUri": "/things/{{id}}"}},
      "input": {{"shape": "GetThingRequest"}}, "output": {{"shape": "GetThingResponse"}}
    }}
  }},
  "shapes": {{
    "GetThingRequest": {{
      "type": "structure", "required": ["id"],
      "members": {{"id": {{"shape": "Id", "location": "uri", "locationName": "id"}}}}
    }},
    "GetThingResponse": {{
      "type": "structure",
      "members": {{"kind": {{"shape": "Kind"}}, "parts": {{"shape": "Parts"}}, "{member}": {{"shape": "Id"}}}}
    }},
    "Id": {{"type": "string", "pattern": "<script>[a-z]</script>"}},
    "Kind": {{"type": "string", "enum": [{values}]}},
    "Part": {{"type": "structure", "members": {{"parts": {{"shape": "Parts"}}, "kind": {{"shape": "Kind"}}}}}},
    "Parts": {{"type": "list", "member": {{"shape": "Part"}}}}
  }}
}}"#
    )
}

fn side(name: &str, text: String) -> Side {
    let sources = ModelSources {
        service: Source::new("service-2.json", text),
        paginators: None,
        waiters: None,
        endpoint_rules: None,
        extras: Vec::new(),
    };
    let read = read::botocore(&sources).unwrap_or_else(|problems| panic!("{problems:?}"));
    Side::new(name, read.model, &Context::default()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn history(name: &str, texts: Vec<(&str, String)>) -> History {
    let sides: Vec<Side> = texts.into_iter().map(|(name, text)| side(name, text)).collect();
    let pairs = sides.iter().zip(sides.iter().skip(1));
    History {
        name: name.to_owned(),
        reports: pairs
            .map(|(before, after)| compare(before, after, None))
            .collect(),
        sides,
        docs: Docs::default(),
    }
}

fn two_revisions(name: &str) -> History {
    history(
        name,
        vec![
            ("2020-01-01", model(r#""A", "<script>alert(1)</script>""#, "old")),
            ("2021-01-01", model(r#""A", "it's & \"so\"""#, "new")),
        ],
    )
}

fn page<'a>(site: &'a BTreeMap<String, String>, path: &str) -> &'a str {
    site.get(path)
        .unwrap_or_else(|| panic!("no page {path} in {:?}", site.keys()))
}

#[test]
fn a_service_with_one_revision_has_a_site() {
    let site = site(&[history("things", vec![("2020-01-01", model(r#""A""#, "old"))])]).unwrap();
    let home = page(&site, "index.html");
    assert!(
        home.contains("1 revision, of <span class=\"date\">2020-01-01</span>."),
        "{home}"
    );
    assert!(
        !home.contains("<svg role=\"group\""),
        "a chart of one revision says nothing"
    );
    assert!(page(&site, "revisions/2020-01-01.html").contains("there is none to compare it with"));
    assert!(page(&site, "revisions/2020-01-01.html").contains("../operations/GetThing.html"));
    assert!(page(&site, "operations/GetThing.html").contains("in the first known revision"));
}

#[test]
fn what_models_say_is_text_on_every_page() {
    let site = site(&[two_revisions("things")]).unwrap();
    for (path, text) in &site {
        let markup = ["<script>", "<b>&amp;", "it's & \""]
            .iter()
            .find(|part| text.contains(**part));
        assert_eq!(markup, None, "{path}");
    }
    let kinds = page(&site, "shapes/Kind.html");
    assert!(
        kinds.contains("&#60;script&#62;alert(1)&#60;/script&#62;"),
        "{kinds}"
    );
}

#[test]
fn every_file_says_that_it_is_ours_in_its_first_lines() {
    let site = site(&[two_revisions("things")]).unwrap();
    for (path, text) in &site {
        let start: String = text.chars().take(200).collect();
        assert!(start.contains(super::layout::MARK), "{path}");
    }
}

#[test]
fn a_site_is_the_same_every_time() {
    let histories = [two_revisions("things")];
    assert_eq!(site(&histories).unwrap(), site(&histories).unwrap());
}

#[test]
fn several_services_have_a_folder_each_below_a_list() {
    let site = site(&[two_revisions("one"), two_revisions("two")]).unwrap();
    let list = page(&site, "index.html");
    assert!(list.contains(r#"href="one/index.html""#) && list.contains(r#"href="two/index.html""#));
    let below = page(&site, "two/operations/GetThing.html");
    assert!(below.contains(r#"href="../../style.css""#) && below.contains(r#"href="../../index.html""#));
}

#[test]
fn a_member_that_is_gone_keeps_its_place_with_both_dates() {
    let site = site(&[two_revisions("things")]).unwrap();
    let shape = page(&site, "shapes/GetThingResponse.html");
    let (_, row) = shape.split_once(r#"id="member-old""#).unwrap();
    let (row, _) = row.split_once("</tr>").unwrap();
    assert!(row.contains("2020-01-01") && row.contains("gone in <a href=\"../revisions/2021-01-01.html\""));
}

#[test]
fn shapes_that_go_with_their_operation_are_a_line_in_the_places_of_their_changes() {
    let full = model(r#""A""#, "old");
    let (head, _) = full.split_once(r#""operations""#).unwrap();
    let empty = format!(r#"{head}"operations": {{}}, "shapes": {{}}}}"#);
    let site = site(&[history(
        "things",
        vec![("2020-01-01", full), ("2021-01-01", empty)],
    )])
    .unwrap();
    let revision = page(&site, "revisions/2021-01-01.html");
    let (_, shapes) = revision
        .split_once("Removed with the operations that used them")
        .unwrap();
    let (line, _) = shapes.split_once("</ul>").unwrap();
    assert!(
        line.contains(r#"id="change-"#) && line.contains(">Kind</a>"),
        "{line}"
    );
}

#[test]
fn the_syntax_names_required_members() {
    let site = site(&[two_revisions("things")]).unwrap();
    let operation = page(&site, "operations/GetThing.html");
    assert!(
        operation.contains("Request syntax · required: <code>id</code></figcaption>"),
        "{operation}"
    );
}

#[test]
fn a_shape_names_its_rust_items() {
    let site = site(&[two_revisions("things")]).unwrap();
    let kind = page(&site, "shapes/Kind.html");
    assert!(kind.contains("<code>types::Kind</code>") && kind.contains("<td><code>A</code></td>"));
    let part = page(&site, "shapes/Part.html");
    assert!(part.contains("kind: Option&#60;types::Kind&#62;"), "{part}");
}

#[test]
fn a_changed_path_leads_to_its_place_on_the_operations_page() {
    let site = site(&[two_revisions("things")]).unwrap();
    let revision = page(&site, "revisions/2021-01-01.html");
    let place = "response-kind";
    assert!(
        revision.contains(&format!("../operations/GetThing.html#{place}\"")),
        "{revision}"
    );
    assert!(page(&site, "operations/GetThing.html").contains(&format!(r#"id="{place}""#)));
}

#[test]
fn a_report_alone_leads_nowhere_else_and_loads_nothing() {
    let history = two_revisions("things");
    let text = report_html(&history.reports.first().unwrap().clone().into(), &[]).unwrap();
    let leads: Vec<&str> = text
        .split("href=\"")
        .skip(1)
        .filter(|rest| !rest.starts_with('#'))
        .collect();
    assert_eq!(leads, Vec::<&str>::new());
    assert!(!text.contains("src=") && text.contains("<style>"));
}
