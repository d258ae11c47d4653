//! `cargo xtask import PATH`: what a path may be, and of which service and day its revision is.

use crate::support::{FOLDER, PAGINATORS, Wheel, Workspace, gzip, model};

/// Every form in which a folder or file can be given, and whether it names its service.
const FORMS: [(&str, bool); 6] = [
    ("botocore/data", false),
    ("botocore", false),
    (".", false),
    ("botocore/data/sample", true),
    ("botocore/data/sample/2020-01-01", true),
    ("botocore/data/sample/2020-01-01/service-2.json.gz", true),
];

#[test]
fn a_folder_or_a_part_of_it_holds_the_same_as_a_wheel() {
    for (form, names_its_service) in FORMS {
        let workspace = Workspace::with_models(&[]);
        workspace.write(
            &format!("{FOLDER}/service-2.json.gz"),
            gzip(model("Sample", &["A"], "Prose.").as_bytes()),
        );
        workspace.write(&format!("{FOLDER}/paginators-1.json"), PAGINATORS);
        workspace.write("botocore/data/sample/2019-01-01/service-2.json", "old");
        let path = workspace.path(form);
        let args = ["import", path.to_str().unwrap(), "--revision", "2020-06-10"];
        let service = if names_its_service {
            &[][..]
        } else {
            &["--service", "sample"]
        };
        workspace
            .run(args.into_iter().chain(service.iter().copied()))
            .expect(0);
        let expected = Workspace::with_models(&[("2020-06-10", &["A"])]);
        let folder = "models/sample/2020-06-10";
        assert_eq!(workspace.tree(folder), expected.tree(folder), "{form}");
    }
}

#[test]
fn a_lone_model_file_is_of_the_service_that_is_named_or_the_only_one() {
    let workspace = Workspace::new();
    let path = workspace.write("sample.json", model("Sample", &["A"], ""));
    let path = path.to_str().unwrap();
    let args = |day| ["import", path, "--revision", day];
    workspace.run(args("2020-06-10")).expect(2).says(&["--service"]);
    workspace
        .run(args("2020-06-10").into_iter().chain(["--service", "sample"]))
        .expect(0);
    workspace.write("sample.json", model("Sample", &["B"], ""));
    workspace
        .run(args("2020-06-11"))
        .expect(0)
        .says(&["sample: 2020-06-11", "imported"]);
}

#[test]
fn what_has_no_day_needs_one() {
    let workspace = Workspace::new();
    let path = workspace.write("sample.json", model("Sample", &["A"], ""));
    workspace
        .run(["import", path.to_str().unwrap(), "--service", "sample"])
        .expect(2)
        .says(&["--revision 2020-06-10"]);
}

#[test]
fn one_day_cannot_stand_for_several_paths() {
    Workspace::new()
        .run(["import", "a.whl", "b.whl", "--revision", "2020-06-10"])
        .expect(2)
        .says(&["several"]);
}

#[test]
fn a_wheel_imported_first_needs_the_name_of_a_service() {
    let workspace = Workspace::new();
    let wheel = Wheel::of("2020-06-10", &["A"]).write(&workspace);
    workspace.run(["import", &wheel]).expect(2).says(&["--service"]);
    workspace.run(["import", &wheel, "--service", "sample"]).expect(0);
    workspace
        .run(["import", &wheel])
        .expect(0)
        .says(&["sample", "nothing new"]);
}

#[test]
fn a_service_that_is_not_there_is_missed() {
    let workspace = Workspace::new();
    let wheel = Wheel::of("2020-06-10", &["A"]).write(&workspace);
    workspace
        .run(["import", &wheel, "--service", "sampel"])
        .expect(3)
        .says(&["no model of `sampel`"]);
    assert!(!workspace.path("work/models").exists());
}

#[test]
fn a_service_cannot_be_named_by_a_path() {
    let workspace = Workspace::new();
    let wheel = Wheel::of("2020-06-10", &["A"]).write(&workspace);
    workspace
        .run(["import", &wheel, "--service", "../sample"])
        .expect(2)
        .says(&["lower-case letters"]);
}

#[test]
fn the_model_of_another_service_is_refused() {
    let workspace = Workspace::with_models(&[("2020-06-10", &["A"])]);
    let other = workspace.write("other.json", model("Other", &["B"], ""));
    workspace
        .run(["import", other.to_str().unwrap(), "--revision", "2020-06-17"])
        .expect(3)
        .says(&["Other", "Sample", "--service"]);
}

#[test]
fn a_companion_alone_is_told_from_a_model() {
    let workspace = Workspace::new();
    let path = workspace.write("paginators-1.json", PAGINATORS);
    workspace
        .run([
            "import",
            path.to_str().unwrap(),
            "--service",
            "sample",
            "--revision",
            "2020-06-10",
        ])
        .expect(3)
        .says(&["service-2.json"]);
}
