//! All imported revisions of Macie 2, and what the change of 2020-06-10 makes of two crates.

use std::thread;

use codegen::output::FileTree;
use tests::history::History;
use tests::{Failure, Outcome, fixture};

fn tree(revision: &str) -> Outcome<FileTree> {
    Ok(History::of_macie()?.generate(revision, fixture::package())?.files)
}

fn file(revision: &str, path: &str) -> Outcome<String> {
    let tree = tree(revision)?;
    let text = tree.get(path);
    text.map(str::to_owned)
        .ok_or_else(|| Failure::new(format!("no {path} in {revision}")))
}

/// The names of the crate's operations, a line each.
fn operations(revision: &str) -> Outcome<String> {
    let model = History::of_macie()?.model(revision)?;
    Ok(model.operations.into_keys().collect::<Vec<_>>().join("\n"))
}

#[test]
fn encryption_type_before_2020_06_10() -> Outcome {
    insta::assert_snapshot!(file("2020-05-13", "src/types/encryption_type.rs")?);
    Ok(())
}

#[test]
fn encryption_type_after_2020_06_10() -> Outcome {
    insta::assert_snapshot!(file("2020-06-10", "src/types/encryption_type.rs")?);
    Ok(())
}

#[test]
fn a_structure_with_an_encryption_type_before_2020_06_10() -> Outcome {
    insta::assert_snapshot!(file("2020-05-13", "src/types/server_side_encryption.rs")?);
    Ok(())
}

#[test]
fn a_structure_with_an_encryption_type_after_2020_06_10() -> Outcome {
    insta::assert_snapshot!(file("2020-06-10", "src/types/server_side_encryption.rs")?);
    Ok(())
}

#[test]
fn operations_before_2020_06_10() -> Outcome {
    insta::assert_snapshot!(operations("2020-05-13")?);
    Ok(())
}

#[test]
fn operations_after_2020_06_10() -> Outcome {
    insta::assert_snapshot!(operations("2020-06-10")?);
    Ok(())
}

#[test]
fn every_imported_revision_becomes_a_crate_of_stable_rust_without_a_problem() -> Outcome {
    let history = History::of_macie()?;
    let names: Vec<&str> = history.names().collect();
    assert_eq!(names.len(), 36);
    let check_all = |names: &[&str]| -> Outcome { names.iter().try_for_each(|name| check(&history, name)) };
    // Two at a time: that is what most machines have.
    let (one, other) = names.split_at(names.len() / 2 + 3);
    thread::scope(|scope| {
        let other = scope.spawn(|| check_all(other));
        check_all(one)?;
        other.join().map_err(|_| Failure::new("a thread panicked"))?
    })
}

fn check(history: &History, revision: &str) -> Outcome {
    let generated = history.generate(revision, fixture::package())?;
    assert_eq!(generated.diagnostics, [], "{revision}");
    assert_eq!(generated.plan.package.name, "macie2");
    let operations = history.model(revision)?.operations.len();
    let paths = generated.files.iter().map(|(path, _)| path);
    assert_eq!(
        paths.filter(|path| path.starts_with("src/operation/")).count(),
        operations
    );
    for (path, text) in generated.files.iter() {
        assert!(
            text.lines()
                .next()
                .is_some_and(|line| line.contains("@generated")),
            "{path}"
        );
        assert!(
            text.ends_with('\n') && !text.ends_with("\n\n"),
            "{revision} {path}"
        );
        if path.ends_with(".rs") {
            is_stable(text).map_err(|problem| Failure::new(format!("{revision} {path}: {problem:?}")))?;
        }
    }
    Ok(())
}

/// Each item, parsed and printed once more, stands in the text as it was, in the same order. A table of one of the
/// runtime's macros is not for the printer, and only has to parse.
fn is_stable(text: &str) -> Outcome {
    let mut rest = text;
    for item in syn::parse_file(text)?.items {
        if matches!(item, syn::Item::Macro(_)) {
            continue;
        }
        let printed = prettyplease::unparse(&syn::File {
            shebang: None,
            attrs: Vec::new(),
            items: vec![item],
        });
        let (_, after) = rest
            .split_once(&printed)
            .ok_or_else(|| Failure::new(format!("is printed in another way:\n{printed}")))?;
        rest = after;
    }
    Ok(())
}

#[test]
fn what_is_generated_twice_is_equal_byte_by_byte() -> Outcome {
    assert_eq!(tree("2026-04-13")?, tree("2026-04-13")?);
    Ok(())
}
