//! Reports as text: for a terminal, for a pull request, for programs, and for a crate's users.
//!
//! Everything here is pure and says the same thing for the same report. Colours are not known here: text for a
//! terminal is [`Text`], whose spans have roles. What other renderers of reports need too, such as sites, is in
//! [`Counts`].

mod changelog;
mod counts;
mod json;
mod lines;
mod markdown;
mod news;
mod styled;
mod table;
mod text;
mod words;

use std::collections::BTreeMap;

pub use self::changelog::changelog;
pub use self::counts::{Counts, Tally, headline};
pub use self::json::{FORMAT, SCHEMA, history as json_history, report as json};
pub use self::markdown::{history as markdown_history, report as markdown};
pub use self::news::news;
pub use self::styled::{Line, Role, Span, Text};
pub use self::table::table;
pub use self::text::text;

use super::change::{Change, Level};
use super::report::Report;

/// A report with what its reader accepted of it.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The report.
    pub report: Report,
    /// Why a change is accepted, by its number in [`Report::changes`].
    pub accepted: BTreeMap<usize, String>,
}

impl Judged {
    /// The highest level of the changes that are not accepted; `None` where there is no such change.
    pub fn open_level(&self) -> Option<Level> {
        self.open().map(|change| change.level).max()
    }

    /// The changes that are not accepted.
    pub fn open(&self) -> impl Iterator<Item = &Change> {
        let changes = self.report.changes.iter().enumerate();
        let open = changes.filter(|(number, _)| !self.accepted.contains_key(number));
        open.map(|(_, change)| change)
    }

    /// Why a change is accepted, if it is.
    fn reason(&self, number: usize) -> Option<&str> {
        self.accepted.get(&number).map(String::as_str)
    }
}

impl From<Report> for Judged {
    fn from(report: Report) -> Self {
        Self {
            report,
            accepted: BTreeMap::new(),
        }
    }
}
