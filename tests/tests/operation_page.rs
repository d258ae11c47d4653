//! Pages of the operations of Macie 2, over all imported revisions.

use codegen::changes::page::print::{self, Plain, Section, marked_only, sections, write_lines};
use codegen::changes::page::{Edition, Mark, Node, OperationPage, Role, operation_page};
use codegen::diagnostic::Source;
use codegen::model::{Docs, ServiceModel};
use codegen::plan::{Context, CratePlan};
use codegen::read;
use tests::history::History;
use tests::{Failure, Outcome, root};

/// A revision, read and planned.
struct Revision {
    model: ServiceModel,
    plan: CratePlan,
    docs: Docs,
}

impl Revision {
    fn load(history: &History, name: &str) -> Outcome<Self> {
        let model = history.model(name)?;
        let (plan, _) =
            codegen::plan::plan(&model, &Context::default()).map_err(|found| Failure::refused(&found))?;
        let text = std::fs::read_to_string(root().join("models/macie2/docs.json"))?;
        let docs = read::docs(&Source::new("docs.json", text)).map_err(|found| Failure::refused(&found))?;
        Ok(Self { model, plan, docs })
    }

    fn side(&self) -> Edition<'_> {
        Edition {
            model: &self.model,
            plan: &self.plan,
            docs: &self.docs,
        }
    }
}

fn get_findings() -> Outcome<OperationPage> {
    let history = History::of_macie()?;
    let before = Revision::load(&history, "2020-05-13")?;
    let after = Revision::load(&history, "2020-06-10")?;
    operation_page(Some(&before.side()), Some(&after.side()), "GetFindings")
        .ok_or_else(|| Failure::new("no page"))
}

/// The paths of all nodes that are marked themselves.
fn marked_paths(nodes: &[Node], above: &str, found: &mut Vec<String>) {
    for node in nodes {
        let path = match node.role {
            Role::Member | Role::Variant if above.is_empty() => node.name.clone(),
            Role::Member | Role::Variant => format!("{above}.{}", node.name),
            Role::Item => format!("{above}[]"),
            Role::Key | Role::Value => format!("{above}{{}}"),
        };
        if node.mark != Mark::Same {
            found.push(path.clone());
        }
        marked_paths(node.children(), &path, found);
    }
}

fn show(sections: &[Section<'_>]) -> String {
    let mut text = String::new();
    for section in sections {
        let lines = marked_only(&section.lines);
        if !lines.is_empty() {
            text.push_str(section.title);
            text.push('\n');
            write_lines(&lines, &Plain, &mut text);
        }
    }
    text
}

#[test]
fn what_get_findings_got_on_2020_06_10() -> Outcome {
    insta::assert_snapshot!(show(&sections(&get_findings()?)));
    Ok(())
}

#[test]
fn the_new_value_is_marked_at_both_places_of_the_response_and_nowhere_else() -> Outcome {
    let page = get_findings()?;
    assert_eq!((page.mark, page.changes.len()), (Mark::Changed, 0));
    let (mut request, mut response) = (Vec::new(), Vec::new());
    marked_paths(&page.request, "", &mut request);
    marked_paths(&page.response, "", &mut response);
    assert_eq!(request, [""; 0]);
    let affected = "findings[].resourcesAffected";
    assert_eq!(
        response,
        [
            format!("{affected}.s3Bucket.defaultServerSideEncryption.encryptionType"),
            format!("{affected}.s3Object.serverSideEncryption.encryptionType"),
        ]
    );
    assert!(page.errors.iter().all(|error| error.mark == Mark::Same));
    let marked = page.items.iter().filter(|item| item.is_marked());
    assert_eq!(
        marked.map(|item| item.name.as_str()).collect::<Vec<_>>(),
        ["EncryptionType"]
    );
    Ok(())
}

#[test]
fn get_findings_is_shown_whole() -> Outcome {
    let page = get_findings()?;
    let text = print::text(&page, &Plain);
    for part in [
        "  POST /findings/describe\n",
        "          \"orderBy\": \"ASC\"|\"DESC\"\n",
        "              | \"Policy:IAMUser/S3BlockPublicAccessDisabled\",\n",
        "  GetFindings::new(finding_ids)\n",
        "      pub findings: Option<Vec<types::Finding>>,\n",
        "  ThrottlingException  HTTP 429",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("as at ") && !text.contains("cut here"));
    Ok(())
}

#[test]
fn every_operation_of_every_revision_has_a_page_without_a_mark() -> Outcome {
    let history = History::of_macie()?;
    for name in history.names() {
        let revision = Revision::load(&history, name)?;
        let side = revision.side();
        for operation in revision.model.operations.keys() {
            let page = operation_page(Some(&side), Some(&side), operation);
            let page = page.ok_or_else(|| Failure::new(format!("no page of {operation} in {name}")))?;
            assert_eq!(page.mark, Mark::Same, "{name} {operation}");
            assert_eq!(show(&sections(&page)), "", "{name} {operation}");
        }
    }
    Ok(())
}

#[test]
fn every_pair_of_neighbours_marks_what_is_new_and_gone() -> Outcome {
    let history = History::of_macie()?;
    let names: Vec<&str> = history.names().collect();
    let mut older: Option<Revision> = None;
    for name in names {
        let newer = Revision::load(&history, name)?;
        if let Some(older) = &older {
            check_pair(older, &newer)?;
        }
        older = Some(newer);
    }
    Ok(())
}

fn check_pair(older: &Revision, newer: &Revision) -> Outcome {
    let (before, after) = (older.side(), newer.side());
    let all = older.model.operations.keys().chain(newer.model.operations.keys());
    for operation in all {
        let page = operation_page(Some(&before), Some(&after), operation);
        let page = page.ok_or_else(|| Failure::new(format!("no page of {operation}")))?;
        let was = older.model.operations.contains_key(operation);
        let is = newer.model.operations.contains_key(operation);
        match page.mark {
            Mark::New => assert!(!was),
            Mark::Gone => assert!(!is),
            Mark::Same | Mark::Changed => assert!(was && is),
        }
        let is_shown = !show(&sections(&page)).is_empty();
        assert_eq!(page.mark != Mark::Same, is_shown, "{operation}");
        let text = print::text(&page, &Plain);
        assert!(text.lines().all(|line| line == line.trim_end()), "{operation}");
    }
    Ok(())
}
