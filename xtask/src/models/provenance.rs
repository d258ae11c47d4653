//! `service.toml`: the version of a service's crate, and what each revision was made from.
//!
//! People edit this file, so what they wrote stays: keys and comments that are not ours are kept as they are.

use std::collections::BTreeMap;

use codegen::diagnostic::Source;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::date::Date;
use crate::failure::Failure;
use crate::toml;

/// The version of a crate that was never released.
const FIRST_VERSION: &str = "0.1.0";

/// What a service's revisions were made from.
#[derive(Debug, Clone)]
pub(crate) struct Provenance {
    shown: String,
    document: DocumentMut,
}

/// What a revision was made from.
#[derive(Debug)]
pub(crate) struct Made {
    /// The revision.
    pub(crate) date: Date,
    /// The version of botocore, where known.
    pub(crate) botocore: Option<String>,
    /// The checksum of each original file by its name.
    pub(crate) files: BTreeMap<String, String>,
}

impl Provenance {
    /// Of a service that has no revision yet.
    pub(crate) fn new(service: &str, shown: String) -> Self {
        let mut document = DocumentMut::new();
        document.decor_mut().set_prefix(
            "# What this model was made from. `cargo xtask import` adds revisions; all else is kept by hand.\n",
        );
        document.insert("service", value(service));
        document.insert("version", value(FIRST_VERSION));
        if let Some(mut version) = document.key_mut("version") {
            version.leaf_decor_mut().set_prefix("# Of the generated crate.\n");
        }
        Self { shown, document }
    }

    /// As a file has it.
    pub(crate) fn read(source: Source) -> Result<Self, Failure> {
        let document = toml::parse(&source)?;
        if document
            .get("revision")
            .is_some_and(|item| !item.is_array_of_tables())
        {
            return Err(Failure::bad(format!("{}: `revision` is no list of tables", source.name))
                .help("write each revision as a [[revision]] table, or bring the file back from version control"));
        }
        Ok(Self {
            shown: source.name,
            document,
        })
    }

    /// The version of the generated crate.
    pub(crate) fn version(&self) -> Result<String, Failure> {
        let version = self
            .document
            .get("version")
            .and_then(Item::as_str)
            .unwrap_or_default();
        match semver::Version::parse(version) {
            Ok(_) => Ok(version.to_owned()),
            Err(error) => Err(Failure::bad(format!("{}: `version` is no version", self.shown))
                .because(error)
                .help("write the version of the generated crate, such as version = \"0.1.0\"")),
        }
    }

    /// Whether it is known what a revision was made from.
    pub(crate) fn has(&self, date: Date) -> bool {
        self.revisions().any(|revision| date_of(revision) == Some(date))
    }

    /// Adds a revision in its place in time.
    pub(crate) fn record(&mut self, made: &Made) {
        self.forget(made.date);
        let at = self
            .revisions()
            .take_while(|revision| date_of(revision) < Some(made.date))
            .count();
        let revisions = self
            .document
            .entry("revision")
            .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(revisions) = revisions.as_array_of_tables_mut() {
            revisions.insert(at, made.table());
        }
    }

    /// Removes a revision.
    pub(crate) fn forget(&mut self, date: Date) {
        if let Some(revisions) = self
            .document
            .get_mut("revision")
            .and_then(Item::as_array_of_tables_mut)
        {
            revisions.retain(|revision| date_of(revision) != Some(date));
        }
    }

    /// The text of the file.
    pub(crate) fn text(&self) -> String {
        self.document.to_string()
    }

    fn revisions(&self) -> impl Iterator<Item = &Table> {
        self.document
            .get("revision")
            .and_then(Item::as_array_of_tables)
            .into_iter()
            .flatten()
    }
}

impl Made {
    fn table(&self) -> Table {
        let mut table = Table::new();
        table.insert("date", value(self.date.to_string()));
        if let Some(botocore) = &self.botocore {
            table.insert("botocore", value(botocore));
        }
        let files = self
            .files
            .iter()
            .map(|(name, sha256)| (name.as_str(), value(sha256)));
        table.insert("files", Item::Table(files.collect()));
        table
    }
}

fn date_of(revision: &Table) -> Option<Date> {
    revision.get("date")?.as_str()?.parse().ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use codegen::diagnostic::Source;

    use super::{Made, Provenance};

    fn made(date: &str) -> Made {
        let files = [("service-2.json".to_owned(), "00ff".to_owned())].into();
        Made {
            date: date.parse().unwrap(),
            botocore: Some("1.17.0".to_owned()),
            files,
        }
    }

    #[test]
    fn revisions_stand_in_time_whatever_the_order_of_their_import() {
        let text = |dates: [&str; 3]| {
            let mut provenance = Provenance::new("macie2", "service.toml".to_owned());
            dates.iter().for_each(|date| provenance.record(&made(date)));
            provenance.text()
        };
        let expected = text(["2020-05-13", "2020-06-10", "2020-07-17"]);
        assert_eq!(text(["2020-07-17", "2020-05-13", "2020-06-10"]), expected);
        assert_eq!(text(["2020-06-10", "2020-07-17", "2020-05-13"]), expected);
    }

    #[test]
    fn a_file_that_was_written_and_read_takes_a_revision_in_the_middle() {
        let mut provenance = Provenance::new("macie2", "service.toml".to_owned());
        provenance.record(&made("2020-05-13"));
        provenance.record(&made("2020-07-17"));
        let mut expected = provenance.clone();
        expected.record(&made("2020-06-10"));
        let mut read = Provenance::read(Source::new("service.toml", provenance.text())).unwrap();
        read.record(&made("2020-06-10"));
        assert_eq!(read.text(), expected.text());
    }

    #[test]
    fn what_people_wrote_stays() {
        let by_hand = "# Ours.\nservice = \"macie2\"\nversion = \"0.2.0\" # released\nowner = \"us\"\n";
        let mut provenance = Provenance::read(Source::new("service.toml", by_hand)).unwrap();
        provenance.record(&made("2020-05-13"));
        assert!(provenance.text().starts_with(by_hand), "{}", provenance.text());
        assert_eq!(provenance.version().unwrap(), "0.2.0");
    }

    #[test]
    fn a_forgotten_revision_leaves_nothing() {
        let mut provenance = Provenance::new("macie2", "service.toml".to_owned());
        provenance.record(&made("2020-05-13"));
        let before = provenance.text();
        provenance.record(&made("2020-06-10"));
        provenance.forget("2020-06-10".parse().unwrap());
        assert_eq!(provenance.text(), before);
        assert!(!provenance.has("2020-06-10".parse().unwrap()));
    }
}
