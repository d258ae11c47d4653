//! What is known about Macie 2's history must come out of its models.

use std::fmt::Write as _;

use codegen::changes::{Kind, Level, Mark, Report, compare};
use tests::Outcome;
use tests::history::{reports, sides};

#[test]
fn every_verdict() -> Outcome {
    let mut table = String::new();
    for report in reports()? {
        let count = |level: Level| report.of_level(level).count();
        writeln!(
            table,
            "{} {:5} {:3} major {:3} minor {:3} patch, {:2} breaking facts{}",
            report.after.name,
            report.verdict,
            count(Level::Major),
            count(Level::Minor),
            count(Level::Patch),
            report.breaking_facts().count(),
            if report.has_wire_warning() {
                ", wire warnings"
            } else {
                ""
            },
        )?;
    }
    insta::assert_snapshot!(table);
    Ok(())
}

#[test]
fn all_thirteen_breaking_facts_are_found_and_no_other() -> Outcome {
    let mut lines = String::new();
    for report in reports()? {
        for change in report.breaking_facts() {
            let wire = if change.wire { " on the wire" } else { "" };
            let (revision, kind) = (&report.after.name, change.kind.words());
            writeln!(
                lines,
                "{revision} {}{wire}: {}: {kind}",
                change.level, change.place
            )?;
        }
    }
    insta::assert_snapshot!(lines);
    Ok(())
}

#[test]
fn the_public_items_never_differ_without_a_reason() -> Outcome {
    for report in reports()? {
        let unexplained = report
            .changes
            .iter()
            .find(|change| change.kind == Kind::GeneratedApi);
        assert_eq!(unexplained, None, "{}", report.after.name);
    }
    Ok(())
}

#[test]
fn a_revision_does_not_differ_from_itself() -> Outcome {
    let sides = sides()?;
    for (older, newer) in sides.iter().zip(sides.iter().skip(1)) {
        let count = |report: &Report, mark: Mark| {
            let marked = report.changes.iter().filter(|change| change.kind.mark() == mark);
            marked.count()
        };
        let (forth, back) = (compare(older, newer, None), compare(newer, older, None));
        assert_eq!(count(&forth, Mark::Added), count(&back, Mark::Removed));
        assert_eq!(count(&forth, Mark::Removed), count(&back, Mark::Added));
    }
    Ok(())
}
