//! The part of reports that some operations reach.

use std::collections::BTreeSet;

use codegen::changes::{Report, Side};

use crate::failure::Failure;

/// As many names as a reader takes in at once.
const NEAREST: usize = 3;

/// The operations of revisions, by name.
pub(super) fn operations<'s>(sides: impl IntoIterator<Item = &'s Side>) -> BTreeSet<String> {
    let sides = sides.into_iter();
    sides
        .flat_map(|side| side.model.operations.keys().cloned())
        .collect()
}

/// The reports with what reaches these operations; whole where no operation is named.
pub(super) fn only(
    reports: Vec<Report>,
    asked: &[String],
    known: &BTreeSet<String>,
) -> Result<Vec<Report>, Failure> {
    if asked.is_empty() {
        return Ok(reports);
    }
    match asked.iter().find(|name| !known.contains(*name)) {
        Some(unknown) => Err(no_operation(unknown, known)),
        None => Ok(reports.iter().map(|report| report.only(asked)).collect()),
    }
}

fn no_operation(name: &str, known: &BTreeSet<String>) -> Failure {
    let nearest = nearest(name, known);
    Failure::usage(format!("there is no operation `{name}`")).help(if nearest.is_empty() {
        "write its name as in the model; without --operation, all changes are shown".to_owned()
    } else {
        format!("the nearest: {}", nearest.join(", "))
    })
}

/// The most similar names, the nearest first.
fn nearest<'k>(name: &str, known: &'k BTreeSet<String>) -> Vec<&'k str> {
    let wanted = name.to_lowercase();
    let mut near: Vec<(f64, &str)> = known
        .iter()
        .map(|known| {
            (
                strsim::jaro_winkler(&wanted, &known.to_lowercase()),
                known.as_str(),
            )
        })
        .filter(|(likeness, _)| *likeness > 0.8)
        .collect();
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    near.into_iter().take(NEAREST).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_first() {
        let known = [
            "GetBucketStatistics",
            "GetFindings",
            "ListFindings",
            "TagResource",
        ];
        let known = known.into_iter().map(str::to_owned).collect();
        assert_eq!(nearest("getFindngs", &known).first(), Some(&"GetFindings"));
        assert!(nearest("Zzz", &known).is_empty());
    }
}
