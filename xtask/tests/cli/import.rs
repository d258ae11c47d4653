//! `cargo xtask import`: what it keeps, what it refuses, and that it writes all or nothing.

use std::fs;

use crate::support::{FOLDER, Outcome, Wheel, Workspace, gzip, model};

const SERVICE: &str = "models/sample/2020-06-10/service-2.json";

fn import(workspace: &Workspace, wheel: &Wheel) -> Outcome {
    workspace.run(["import", &wheel.write(workspace), "--service", "sample"])
}

#[test]
fn a_wheel_leaves_facts_and_no_prose() {
    let workspace = Workspace::new();
    import(&workspace, &Wheel::of("2020-06-10", &["A"]))
        .expect(0)
        .says(&["2020-06-10", "imported"]);
    let tree = workspace.tree("models");
    let names: Vec<_> = tree.keys().collect();
    assert_eq!(
        names,
        [
            "sample/2020-06-10/paginators-1.json",
            "sample/2020-06-10/service-2.json",
            "sample/service.toml"
        ]
    );
    assert!(tree["sample/2020-06-10/service-2.json"].contains("\n    \"A\": {"));
    assert!(!tree.values().any(|text| text.contains("Prose")));
}

#[test]
fn provenance_names_version_and_checksums_of_the_originals() {
    let workspace = Workspace::new();
    let packed = gzip(model("Sample", &["A"], "Prose.").as_bytes());
    let plain = format!("{FOLDER}/service-2.json");
    let wheel = Wheel::of("2020-06-10", &["A"])
        .without(&plain)
        .with(&format!("{plain}.gz"), packed);
    import(&workspace, &wheel).expect(0);
    let provenance = workspace.read("work/models/sample/service.toml");
    for part in [
        "service = \"sample\"\n",
        "version = \"0.1.0\"\n",
        "date = \"2020-06-10\"\n",
        "botocore = \"1.0.10\"\n",
    ] {
        assert!(provenance.contains(part), "{provenance}");
    }
    let sha256 = "63378ae8de1d8480c4caeb15cf22a286d44711f674c7df17803815bad8316525";
    assert!(
        provenance.contains(&format!("\"paginators-1.json\" = \"{sha256}\"")),
        "{provenance}"
    );
    assert!(provenance.contains("\"service-2.json.gz\" = \""), "{provenance}");
}

#[test]
fn packed_and_plain_files_leave_the_same_facts() {
    let (packed, plain) = (Workspace::new(), Workspace::new());
    let name = format!("{FOLDER}/service-2.json");
    let content = model("Sample", &["A"], "Prose.");
    let wheel = Wheel::of("2020-06-10", &[])
        .without(&name)
        .with(&format!("{name}.gz"), gzip(content.as_bytes()));
    import(&packed, &wheel).expect(0);
    import(&plain, &Wheel::of("2020-06-10", &["A"])).expect(0);
    assert_eq!(
        packed.tree("models/sample/2020-06-10"),
        plain.tree("models/sample/2020-06-10")
    );
}

#[test]
fn other_documentation_is_nothing_new() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    let before = workspace.tree("models");
    import(
        &workspace,
        &Wheel::documented("2020-06-17", &["A"], "Other prose."),
    )
    .expect(0)
    .says(&["nothing new"]);
    import(&workspace, &Wheel::of("2020-06-10", &["A"]))
        .expect(0)
        .says(&["nothing new"]);
    assert_eq!(workspace.tree("models"), before);
}

#[test]
fn a_changed_companion_is_a_revision() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    let waiters = Wheel::of("2020-06-17", &["A"]).with(
        &format!("{FOLDER}/waiters-2.json"),
        r#"{"version": 2, "waiters": {}}"#,
    );
    import(&workspace, &waiters)
        .expect(0)
        .says(&["2020-06-17", "imported"]);
    assert!(
        workspace
            .path("work/models/sample/2020-06-17/waiters-2.json")
            .exists()
    );
}

#[test]
fn extras_are_kept_as_they_are() {
    let workspace = Workspace::new();
    let extras = r#"{"version": 1.0, "merge": {"pagination": {}}}"#;
    let wheel =
        Wheel::of("2020-06-10", &["A"]).with(&format!("{FOLDER}/paginators-1.sdk-extras.json"), extras);
    import(&workspace, &wheel).expect(0);
    assert!(
        workspace
            .read("work/models/sample/2020-06-10/paginators-1.sdk-extras.json")
            .contains("\"merge\"")
    );
}

#[test]
fn another_revision_of_the_same_day_is_refused_and_what_differs_is_named() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    let before = workspace.tree("models");
    import(&workspace, &Wheel::of("2020-06-10", &["B"]))
        .expect(3)
        .says(&[
            "models/sample/2020-06-10",
            "/operations/A",
            "/operations/B",
            "--revision",
        ]);
    assert_eq!(workspace.tree("models"), before);
}

#[test]
fn the_revision_can_be_named() {
    let workspace = Workspace::new();
    let wheel = Wheel::of("2020-06-17", &["A"]).write(&workspace);
    workspace
        .run([
            "import",
            &wheel,
            "--service",
            "sample",
            "--revision",
            "2020-06-10",
        ])
        .expect(0);
    assert!(workspace.path("work").join(SERVICE).exists());
}

/// The wheels of a history: documentation changed on the 2nd, a companion came on the 4th.
fn history() -> [Wheel; 5] {
    let partitions = |wheel: Wheel, region: &str| {
        let text = format!(
            r#"{{"version": "1.1", "partitions": [{{"id": "aws", "regions": {{"{region}": {{}}}}}}]}}"#
        );
        wheel.with("botocore/data/partitions.json", text)
    };
    [
        partitions(Wheel::of("2020-06-01", &["A"]), "us-east-1"),
        partitions(
            Wheel::documented("2020-06-02", &["A"], "Other prose."),
            "us-east-1",
        ),
        Wheel::of("2020-06-03", &["A", "B"]),
        partitions(
            Wheel::of("2020-06-04", &["A", "B"]).with(
                &format!("{FOLDER}/waiters-2.json"),
                r#"{"version": 2, "waiters": {}}"#,
            ),
            "us-east-2",
        ),
        partitions(Wheel::documented("2020-06-05", &["B"], "Prose."), "us-east-2"),
    ]
}

#[test]
fn the_order_of_imports_leaves_no_trace() {
    let expected = {
        let workspace = Workspace::new();
        history()
            .iter()
            .for_each(|wheel| drop(import(&workspace, wheel).expect(0)));
        workspace.tree("models")
    };
    let days: Vec<_> = expected
        .keys()
        .filter(|name| name.ends_with("service-2.json"))
        .collect();
    assert_eq!(days.len(), 4, "{days:?}");
    for order in permutations(5) {
        let workspace = Workspace::new();
        let wheels = history();
        order
            .iter()
            .for_each(|number| drop(import(&workspace, &wheels[*number]).expect(0)));
        assert_eq!(workspace.tree("models"), expected, "{order:?}");
    }
}

fn permutations(length: usize) -> Vec<Vec<usize>> {
    let Some(last) = length.checked_sub(1) else {
        return vec![Vec::new()];
    };
    let insert = |shorter: Vec<usize>| {
        (0..length).map(move |at| {
            let mut order = shorter.clone();
            order.insert(at, last);
            order
        })
    };
    permutations(last).into_iter().flat_map(insert).collect()
}

#[test]
fn several_paths_are_one_import_in_any_order() {
    let (together, single) = (Workspace::new(), Workspace::new());
    let mut paths: Vec<String> = history().iter().map(|wheel| wheel.write(&together)).collect();
    paths.reverse();
    let args = ["import", "--service", "sample"]
        .into_iter()
        .chain(paths.iter().map(String::as_str));
    together.run(args).expect(0);
    history()
        .iter()
        .for_each(|wheel| drop(import(&single, wheel).expect(0)));
    assert_eq!(together.tree("models"), single.tree("models"));
}

#[test]
fn one_bad_path_keeps_all_from_being_written() {
    let workspace = Workspace::new();
    let good = Wheel::of("2020-06-10", &["A"]).write(&workspace);
    let bad = Wheel::of("2020-06-11", &["A"])
        .with(&format!("{FOLDER}/paginators-1.json"), "{")
        .write(&workspace);
    let worse = workspace.write("worse.whl", "PK").to_str().unwrap().to_owned();
    workspace
        .run(["import", &good, &bad, &worse, "--service", "sample"])
        .expect(3)
        .says(&["paginators-1.json:1:", "worse.whl", "2 errors"]);
    assert!(!workspace.path("work/models").exists());
}

#[test]
fn what_people_wrote_in_service_toml_stays() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    let path = "work/models/sample/service.toml";
    let edited = workspace.read(path).replace(
        "version = \"0.1.0\"",
        "version = \"0.2.0\" # released\nowner = \"us\"",
    );
    workspace.write(path, &edited);
    import(&workspace, &Wheel::of("2020-06-17", &["A", "B"])).expect(0);
    let text = workspace.read(path);
    assert!(text.starts_with(&edited) && text.contains("2020-06-17"), "{text}");
}

#[test]
fn a_broken_service_toml_is_shown_with_its_place() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    workspace.write(
        "work/models/sample/service.toml",
        "service = \"sample\"\nversion = 0.1.0\n",
    );
    import(&workspace, &Wheel::of("2020-06-17", &["B"]))
        .expect(3)
        .says(&["models/sample/service.toml:2:"]);
}

#[test]
fn documentation_is_kept_when_asked_for_and_is_no_fact_even_then() {
    let workspace = Workspace::new();
    let wheel = Wheel::of("2020-06-10", &["A"]).write(&workspace);
    workspace
        .run(["import", &wheel, "--service", "sample", "--keep-docs"])
        .expect(0);
    assert!(workspace.read(&format!("work/{SERVICE}")).contains("Prose."));
    let before = workspace.tree("models");
    import(&workspace, &Wheel::documented("2020-06-11", &["A"], "Other."))
        .expect(0)
        .says(&["nothing new"]);
    assert_eq!(workspace.tree("models"), before);
}

#[test]
fn a_model_that_cannot_be_generated_from_is_not_imported() {
    let workspace = Workspace::new();
    let broken = model("Sample", &["A"], "").replace(
        "\"input\": {\"shape\": \"Thing\"}",
        "\"input\": {\"shape\": \"Thin\"}",
    );
    let wheel = Wheel::of("2020-06-10", &[]).with(&format!("{FOLDER}/service-2.json"), broken);
    import(&workspace, &wheel)
        .expect(3)
        .says(&["service-2.json:", "/operations/A/input"]);
    assert!(!workspace.path("work/models").exists());
}

#[test]
fn a_revision_that_was_put_there_by_hand_gets_its_provenance() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    let path = "work/models/sample/service.toml";
    let complete = workspace.read(path);
    fs::remove_file(workspace.path(path)).unwrap();
    import(&workspace, &Wheel::of("2020-06-10", &["A"])).expect(0);
    assert_eq!(workspace.read(path), complete);
}

#[test]
fn nothing_is_left_where_writing_fails() {
    let workspace = Workspace::new();
    workspace.write("work/models", "in the way");
    import(&workspace, &Wheel::of("2020-06-10", &["A"]))
        .expect(3)
        .says(&["models"]);
    assert_eq!(workspace.read("work/models"), "in the way");
}
