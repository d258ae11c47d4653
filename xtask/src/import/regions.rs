//! `models/partitions.json`: the newest facts about regions that were imported, and what they were made from.
//!
//! The file has no revisions, since endpoints are always built from the newest facts. Of the same facts, the
//! oldest origin is stated, so that the order of imports leaves no trace.

use std::io;

use codegen::diagnostic::Source;
use codegen::read::{self, FileKind};
use toml_edit::{DocumentMut, Item, value};

use crate::date::Date;
use crate::failure::Failure;
use crate::files::{self, PARTITIONS};
use crate::sync::atomic;
use crate::toml;
use crate::workspace::Workspace;

use super::candidate::Regions;

/// The file that says what the facts about regions were made from.
const PROVENANCE: &str = "partitions.toml";

/// The facts that are kept.
#[derive(Debug)]
pub(super) struct Kept {
    text: Option<String>,
    made: Option<Made>,
    offered: bool,
    changed: Option<Change>,
}

/// What an import changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Change {
    /// The facts.
    Facts,
    /// Only what is known of their origin.
    Origin,
}

/// What they were made from.
#[derive(Debug)]
struct Made {
    date: Date,
    botocore: Option<String>,
    sha256: String,
}

impl Kept {
    /// What `models/` holds.
    pub(super) fn read(workspace: &Workspace) -> Result<Self, Failure> {
        let source = |name: &str| -> Result<Option<Source>, Failure> {
            let path = workspace.models().join(name);
            let shown = workspace.show(&path);
            Ok(files::text(&path, &shown)?.map(|text| Source::new(shown, text)))
        };
        let facts = |source: Source| {
            read::facts(&source, FileKind::Partitions, false)
                .map_err(|problems| Failure::input(problems, vec![source]))
        };
        let text = source(PARTITIONS)?.map(facts).transpose()?;
        let made = source(PROVENANCE)?
            .map(|source| toml::parse(&source))
            .transpose()?;
        Ok(Self {
            text,
            made: made.as_ref().and_then(Made::read),
            offered: false,
            changed: None,
        })
    }

    /// Takes facts that are newer, and the older origin of facts that are the same.
    pub(super) fn take(&mut self, regions: Regions) {
        self.offered = true;
        let Regions {
            date,
            botocore,
            sha256,
            text,
        } = regions;
        let made = Made {
            date,
            botocore,
            sha256,
        };
        let kept = self.made.as_ref().map(Made::age);
        let change = if self.text.as_ref() == Some(&text) {
            // A folder has only the day that somebody gave for its service; a wheel knows its own.
            let knows_its_day = made.botocore.is_some();
            kept.is_none_or(|kept| knows_its_day && made.age() < kept)
                .then_some(Change::Origin)
        } else {
            kept.is_none_or(|kept| made.age() > kept).then_some(Change::Facts)
        };
        if let Some(change) = change {
            (self.text, self.made) = (Some(text), Some(made));
            self.changed = self
                .changed
                .filter(|before| *before == Change::Facts)
                .or(Some(change));
        }
    }

    /// What became of the facts about regions, where any were offered.
    pub(super) fn outcome(&self) -> Option<String> {
        let date = self.made.as_ref().filter(|_| self.offered)?.date;
        Some(match self.changed {
            Some(Change::Facts) => format!("partitions: imported, as of {date}"),
            Some(Change::Origin) | None => format!("partitions: nothing new since {date}"),
        })
    }

    /// Writes what changed.
    pub(super) fn write(&self, workspace: &Workspace) -> io::Result<()> {
        if let (Some(text), Some(made), Some(_)) = (&self.text, &self.made, self.changed) {
            atomic::write(&workspace.models().join(PARTITIONS), text)?;
            atomic::write(&workspace.models().join(PROVENANCE), &made.text())?;
        }
        Ok(())
    }
}

impl Made {
    fn read(document: &DocumentMut) -> Option<Self> {
        let text = |key| document.get(key).and_then(Item::as_str);
        Some(Self {
            date: text("date")?.parse().ok()?,
            botocore: text("botocore").map(str::to_owned),
            sha256: text("sha256")?.to_owned(),
        })
    }

    fn text(&self) -> String {
        let mut document = DocumentMut::new();
        document
            .decor_mut()
            .set_prefix("# What partitions.json was made from. Kept by `cargo xtask import`.\n");
        document.insert("date", value(self.date.to_string()));
        if let Some(botocore) = &self.botocore {
            document.insert("botocore", value(botocore));
        }
        document.insert("sha256", value(&self.sha256));
        document.to_string()
    }

    /// By day, then by the numbers of the version.
    fn age(&self) -> (Date, Vec<u64>) {
        let version = self.botocore.as_deref().unwrap_or_default();
        (
            self.date,
            version
                .split('.')
                .map_while(|number| number.parse().ok())
                .collect(),
        )
    }
}
