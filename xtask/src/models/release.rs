//! `[released]` of `service.toml`: what users of a crate had last, by which its next version is measured.
//!
//! ```toml
//! version = "0.2.0"
//!
//! [released]
//! version = "0.1.0"
//! revision = "2021-11-03"
//! ```

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use codegen::changes::Level;
use codegen::diagnostic::{Diagnostic, Place, Source};
use semver::Version;
use toml_edit::Table;

use crate::date::Date;
use crate::failure::Failure;
use crate::toml;

/// The version of a crate, and what was last released of it.
#[derive(Debug)]
pub(crate) struct Release {
    /// The version that the crate has now.
    pub(crate) version: Version,
    /// Where it stands.
    pub(crate) place: Place,
    /// The version that was released.
    pub(crate) released: Version,
    /// The revision that it was made from.
    pub(crate) revision: Date,
    /// The file.
    pub(crate) source: Source,
}

impl Release {
    /// As a file has it; `None` where nothing was released.
    pub(super) fn read(source: Source, known: &[Date]) -> Result<Option<Self>, Failure> {
        let document = toml::parse_in_place(&source)?;
        let reader = Reader(&source);
        let Some(item) = document.get("released") else {
            return Ok(None);
        };
        let Some(table) = item.as_table() else {
            return Err(reader.problem(item.span(), "`released` is no table", EXAMPLE));
        };
        if let Some((key, item)) = table
            .iter()
            .find(|(key, _)| !["version", "revision"].contains(key))
        {
            return Err(reader.problem(item.span(), &format!("`{key}` is not known here"), EXAMPLE));
        }
        let (version, at) = reader.value(document.as_table(), "version")?;
        let (released, _) = reader.value(table, "version")?;
        let (revision, revision_at) = reader.value(table, "revision")?;
        if !known.contains(&revision) {
            let message = format!("there is no revision {revision}");
            let help = "name the revision that was released, one of those beside this file";
            return Err(reader.problem(Some(revision_at), &message, help));
        }
        Ok(Some(Self {
            version,
            place: toml::place(&source, at),
            released,
            revision,
            source,
        }))
    }

    /// The least version that the crate must have if that is what changed since the release; `None` where the one
    /// that it has will do.
    pub(crate) fn needed(&self, changed: Option<Level>) -> Option<Version> {
        let Some(level) = changed else {
            return (self.version < self.released).then(|| self.released.clone());
        };
        let needed = next_version(&self.released, level);
        // A pre-release of it is on the way to it.
        let enough = self.version > self.released && without_suffixes(&self.version) >= needed;
        (!enough).then_some(needed)
    }
}

/// The version that comes after a released one if that is what changed.
///
/// Before 1.0, cargo takes the minor number for the major one. A pre-release promises nothing, so that after it the
/// version that it led to will always do.
pub(crate) fn next_version(released: &Version, level: Level) -> Version {
    let Version {
        major, minor, patch, ..
    } = *released;
    if !released.pre.is_empty() {
        return Version::new(major, minor, patch);
    }
    match (level, major) {
        (Level::Major, 1..) => Version::new(major.saturating_add(1), 0, 0),
        (Level::Major, 0) | (Level::Minor, 1..) => Version::new(major, minor.saturating_add(1), 0),
        (Level::Minor, 0) | (Level::Patch, _) => Version::new(major, minor, patch.saturating_add(1)),
    }
}

fn without_suffixes(version: &Version) -> Version {
    Version::new(version.major, version.minor, version.patch)
}

const EXAMPLE: &str = "write what was released last: version = \"0.1.0\" and revision = \"2020-06-10\"";

struct Reader<'s>(&'s Source);

impl Reader<'_> {
    /// The value of a key, and its place.
    fn value<T>(&self, table: &Table, key: &str) -> Result<(T, Range<usize>), Failure>
    where
        T: FromStr<Err: Display>,
    {
        let Some(item) = table.get(key) else {
            return Err(self.problem(table.span(), &format!("`{key}` is missing"), EXAMPLE));
        };
        let span = item.span().unwrap_or_default();
        let Some(text) = item.as_str() else {
            return Err(self.problem(Some(span), &format!("`{key}` is no text"), "write it in quotes"));
        };
        match text.parse() {
            Ok(value) => Ok((value, span)),
            Err(error) => Err(self.problem(Some(span), &format!("`{key}`: {error}"), EXAMPLE)),
        }
    }

    fn problem(&self, span: Option<Range<usize>>, message: &str, help: &str) -> Failure {
        let place = toml::place(self.0, span.unwrap_or_default());
        let diagnostic = Diagnostic::error(message).at(place).help(help);
        Failure::input(vec![diagnostic], vec![self.0.clone()])
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use codegen::changes::Level::{self, Major, Minor, Patch};
    use codegen::diagnostic::Source;

    use super::{Release, next_version};

    fn next(released: &str, level: Level) -> String {
        next_version(&released.parse().unwrap(), level).to_string()
    }

    #[test]
    fn before_one_a_break_raises_the_minor_number_and_all_else_the_patch() {
        assert_eq!(next("0.1.4", Major), "0.2.0");
        assert_eq!(next("0.1.4", Minor), "0.1.5");
        assert_eq!(next("0.1.4", Patch), "0.1.5");
        assert_eq!(next("0.0.3", Major), "0.1.0");
    }

    #[test]
    fn from_one_on_each_level_raises_its_own_number() {
        assert_eq!(next("1.2.3", Major), "2.0.0");
        assert_eq!(next("1.2.3", Minor), "1.3.0");
        assert_eq!(next("1.2.3", Patch), "1.2.4");
    }

    #[test]
    fn a_pre_release_leads_to_its_release_whatever_changed() {
        assert_eq!(next("1.0.0-rc.1", Major), "1.0.0");
        assert_eq!(next("0.2.0-alpha", Minor), "0.2.0");
    }

    #[test]
    fn what_a_build_adds_to_a_version_is_dropped() {
        assert_eq!(next("1.2.3+build.7", Patch), "1.2.4");
    }

    fn needed(version: &str, released: &str, changed: Option<Level>) -> Option<String> {
        let text = format!(
            "version = \"{version}\"\n[released]\nversion = \"{released}\"\nrevision = \"2020-06-10\"\n"
        );
        let known = ["2020-06-10".parse().unwrap()];
        let release = Release::read(Source::new("service.toml", text), &known);
        let needed = release.unwrap().unwrap().needed(changed);
        needed.map(|version| version.to_string())
    }

    #[test]
    fn a_version_that_rose_enough_needs_no_other() {
        assert_eq!(needed("0.1.0", "0.1.0", None), None);
        assert_eq!(needed("0.2.0", "0.1.0", Some(Major)), None);
        assert_eq!(needed("0.1.1", "0.1.0", Some(Minor)), None);
        assert_eq!(needed("3.0.0", "1.1.0", Some(Patch)), None);
        assert_eq!(needed("0.2.0-rc.1", "0.1.0", Some(Major)), None);
        assert_eq!(needed("1.0.0-rc.2", "1.0.0-rc.1", Some(Major)), None);
    }

    #[test]
    fn a_version_that_did_not_rise_enough_needs_the_next() {
        assert_eq!(needed("0.1.1", "0.1.0", Some(Major)).as_deref(), Some("0.2.0"));
        assert_eq!(needed("0.1.0", "0.1.0", Some(Patch)).as_deref(), Some("0.1.1"));
        assert_eq!(needed("1.9.0", "1.1.0", Some(Major)).as_deref(), Some("2.0.0"));
        assert_eq!(
            needed("1.0.0-rc.1", "1.0.0-rc.1", Some(Patch)).as_deref(),
            Some("1.0.0")
        );
        assert_eq!(needed("0.0.9", "0.1.0", None).as_deref(), Some("0.1.0"));
    }
}
