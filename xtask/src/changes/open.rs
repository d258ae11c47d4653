//! Changes that nobody accepted, as the file of `--ignore` would have them.

use std::fmt::Write;

use codegen::changes::render::Judged;
use codegen::changes::{Change, Level, Report};
use toml_edit::Value;

/// As many entries as are printed.
const MOST: usize = 20;

/// Entries for the changes of this level and above, to be pasted and given their reasons; nothing where there are none.
pub(super) fn entries(judged: &[Judged], least: Level) -> Option<String> {
    let open: Vec<(&Report, &Change)> = judged
        .iter()
        .flat_map(|judged| judged.open().map(move |change| (&judged.report, change)))
        .filter(|(_, change)| change.level >= least)
        .collect();
    if open.is_empty() {
        return None;
    }
    let mut out =
        "# Not accepted; give a reason to what is meant, and put it into the file of --ignore:".to_owned();
    for (report, change) in open.iter().take(MOST) {
        entry(report, change, judged.len() > 1, &mut out);
    }
    if let Some(more @ 1..) = open.len().checked_sub(MOST) {
        let _ = write!(out, "\n# and {more} more");
    }
    Some(out)
}

fn entry(report: &Report, change: &Change, one_of_many: bool, out: &mut String) {
    let mut line = |key: &str, value: &str| {
        let _ = write!(out, "\n{key} = {}", Value::from(value));
    };
    line("\n[[accept]]\nkind", change.kind.as_str());
    line("place", &change.place.to_string());
    let same = |other: &&Change| other.kind == change.kind && other.place == change.place;
    if report.changes.iter().filter(same).count() > 1 {
        let facts = [("before", &change.before), ("after", &change.after)];
        for (key, fact) in facts {
            fact.iter().for_each(|fact| line(key, fact));
        }
    }
    if one_of_many {
        line("to", &report.after.name);
    }
    line("reason", "");
}
