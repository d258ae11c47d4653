//! A wheel: botocore as a zip file.
//!
//! Wheels come from the network. Nothing is unpacked to a path that a wheel names: only members whose names are
//! known beforehand are read, into memory and up to a limit, and a wheel that contradicts itself is refused.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::date::Date;
use crate::failure::Failure;
use crate::files;

use super::store::{self, Store, Stored};
use super::{Origin, Wanted};

/// Where a wheel of botocore has its models.
const DATA: &str = "botocore/data/";

/// Whether a file is a zip file by its content, or at least was to be one by its name.
pub(super) fn is_wheel(path: &Path, shown: &str) -> Result<bool, Failure> {
    let mut start = Vec::new();
    match File::open(path).and_then(|file| file.take(2).read_to_end(&mut start)) {
        Ok(_) => Ok(start == b"PK" || path.extension().is_some_and(|extension| extension == "whl")),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let help = "give a wheel (`pip download --no-deps botocore==VERSION` brings one), a botocore data \
                        folder, or a model file";
            Err(Failure::bad(format!("{shown} does not exist")).help(help))
        }
        Err(error) => Err(Failure::bad(format!("{shown} cannot be read"))
            .because(error)
            .help("check its permissions")),
    }
}

/// Reads what a wheel holds of the wanted services.
pub(super) fn open(path: &Path, shown: &str, wanted: &Wanted<'_>) -> Result<Origin, Failure> {
    let mut wheel = Wheel::open(path, shown)?;
    let botocore = wheel.version(path)?;
    let services = store::services(&mut wheel, shown, wanted)?;
    let partitions = store::partitions(&mut wheel)?;
    Ok(Origin {
        botocore,
        services,
        partitions,
    })
}

struct Wheel {
    archive: ZipArchive<BufReader<File>>,
    names: Vec<String>,
    shown: String,
}

impl Wheel {
    fn open(path: &Path, shown: &str) -> Result<Self, Failure> {
        let damaged = |error| damaged(shown, &error);
        let file = File::open(path).map_err(|error| damaged(ZipError::Io(error)))?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(damaged)?;
        let names = archive.file_names().map(|name| name.map(String::from));
        let names = names.collect::<Result<Vec<_>, _>>().map_err(damaged)?;
        if let Some(name) = names.iter().find(|name| leaves_its_folder(name)) {
            return Err(Failure::bad(format!(
                "{shown} has a member named {name:?}, which leads out of its folder"
            ))
            .help("no wheel of botocore has such a member, so nothing was read: bring the wheel again"));
        }
        // Names, days and checksums stand twice in a zip file. That they agree tells what the checksums of the
        // members alone cannot: that the day is right, and that no companion of a model is missing.
        archive.validate_header_consistency().map_err(damaged)?;
        Ok(Self {
            archive,
            names,
            shown: shown.to_owned(),
        })
    }

    /// The version that the metadata states, else the one in the file's name.
    fn version(&mut self, path: &Path) -> Result<Option<String>, Failure> {
        let is_metadata = |name: &&String| {
            name.strip_suffix(".dist-info/METADATA")
                .is_some_and(|start| !start.contains('/'))
        };
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        let by_name = name
            .strip_prefix("botocore-")
            .and_then(|rest| rest.split('-').next());
        let by_name = by_name.map(str::to_owned);
        let Some(name) = self.names.iter().find(is_metadata).cloned() else {
            return Ok(by_name);
        };
        let Some(member) = self.member(&name)? else {
            return Ok(by_name);
        };
        let text = files::utf8(member.bytes, &format!("{}/{name}", self.shown))?;
        match store::version(&text, "Name:") {
            Some(package) if package != "botocore" => {
                Err(Failure::bad(format!("{} is a wheel of `{package}`", self.shown))
                    .help("give a wheel of botocore: `pip download --no-deps botocore==VERSION` brings one"))
            }
            _ => Ok(store::version(&text, "Version:").or(by_name)),
        }
    }

    fn member(&mut self, name: &str) -> Result<Option<Stored>, Failure> {
        let shown = format!("{}/{name}", self.shown);
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let member = self
            .archive
            .by_index(index)
            .map_err(|error| damaged(&shown, &error))?;
        files::sized(member.size(), &shown)?;
        let date = member
            .last_modified()
            .and_then(|time| Date::new(time.year(), time.month(), time.day()));
        let bytes = files::bounded(member, 0, &shown)?;
        Ok(Some(Stored { bytes, date }))
    }
}

impl Store for Wheel {
    fn show(&self, file: &str) -> String {
        format!("{}/{DATA}{file}", self.shown)
    }

    fn versions(&self, service: &str) -> Result<Vec<String>, Failure> {
        let version = |name: &String| {
            let path = name
                .strip_prefix(DATA)?
                .strip_prefix(service)?
                .strip_prefix('/')?;
            Some(path.split_once('/')?.0.to_owned())
        };
        let mut versions: Vec<String> = self.names.iter().filter_map(version).collect();
        versions.sort_unstable();
        versions.dedup();
        Ok(versions)
    }

    fn read(&mut self, file: &str) -> Result<Option<Stored>, Failure> {
        self.member(&format!("{DATA}{file}"))
    }
}

/// Whether a member would be written outside the folder into which a wheel is unpacked.
fn leaves_its_folder(name: &str) -> bool {
    name.starts_with('/') || name.contains(['\\', '\0', ':']) || name.split('/').any(|part| part == "..")
}

fn damaged(shown: &str, error: &ZipError) -> Failure {
    Failure::bad(format!("{shown} is damaged or no wheel"))
        .because(error)
        .help("bring it again: `pip download --no-deps botocore==VERSION`")
}

#[cfg(test)]
mod tests {
    use super::leaves_its_folder;

    #[test]
    fn names_that_lead_out_are_known() {
        for name in [
            "../x",
            "a/../../x",
            "/etc/passwd",
            "..\\x",
            "C:/x",
            "a/..",
            "x\0y",
        ] {
            assert!(leaves_its_folder(name), "{name}");
        }
        for name in [
            "botocore/data/macie2/2020-01-01/service-2.json",
            "a..b/c",
            "botocore/__init__.py",
        ] {
            assert!(!leaves_its_folder(name), "{name}");
        }
    }
}
