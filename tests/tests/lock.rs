//! The committed lock of names, held to every revision of Macie 2.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use codegen::changes::{Level, Side};
use codegen::diagnostic::Source;
use codegen::lock::{Lock, Violation};
use codegen::read;
use tests::history::{reports, sides};
use tests::{Failure, Outcome, root};

/// The lock beside the models.
fn committed() -> Outcome<(Lock, String)> {
    let text = fs::read_to_string(root().join("models/macie2/names.json"))?;
    let lock = read::names(&Source::new("names.json", text.as_str()));
    Ok((lock.map_err(|found| Failure::refused(&found))?, text))
}

/// What each revision breaks of the promises of those before it.
fn broken() -> Outcome<Vec<(&'static str, Violation)>> {
    let mut lock: Option<Lock> = None;
    let mut broken = Vec::new();
    for Side { name, api, .. } in sides()? {
        let now = Lock::of(api);
        let before = lock.as_ref().unwrap_or(&now);
        let violations = before.check(&now).into_iter();
        broken.extend(violations.map(|violation| (name.as_str(), violation)));
        lock = Some(before.updated(&now));
    }
    Ok(broken)
}

#[test]
fn no_name_ever_changed() -> Outcome {
    let renamed: Vec<_> = broken()?
        .into_iter()
        .filter(|(_, violation)| violation.is_rename())
        .collect();
    assert_eq!(renamed, []);
    Ok(())
}

#[test]
fn every_constructor_that_changed() -> Outcome {
    let mut lines = String::new();
    for (revision, violation) in broken()? {
        writeln!(lines, "{revision} {violation}: {}", violation.meaning())?;
    }
    insta::assert_snapshot!(lines);
    Ok(())
}

#[test]
fn constructors_change_under_a_major_verdict_only() -> Outcome {
    let major: BTreeSet<String> = reports()?
        .into_iter()
        .filter(|report| report.verdict == Level::Major)
        .map(|report| report.after.name)
        .collect();
    for (revision, violation) in broken()? {
        assert!(major.contains(revision), "{revision}: {violation}");
    }
    Ok(())
}

#[test]
fn the_committed_lock_has_the_names_of_every_revision() -> Outcome {
    let (lock, _) = committed()?;
    for Side { name, api, .. } in sides()? {
        let mut broken = lock.check(&Lock::of(api));
        broken.retain(Violation::is_rename);
        assert_eq!(broken, [], "{name}");
    }
    Ok(())
}

#[test]
fn the_committed_lock_is_in_its_one_form_and_kept_by_the_newest_revision() -> Outcome {
    let (lock, text) = committed()?;
    let newest = sides()?.last().ok_or_else(|| Failure::new("no revision"))?;
    let now = Lock::of(&newest.api);
    assert_eq!(lock.check(&now), []);
    assert_eq!(read::names_text(&lock.updated(&now)), text);
    Ok(())
}
