//! Models as botocore publishes them: in a wheel, in a folder, or as single files.
//!
//! This module finds and unpacks files; what is in them is `codegen::read`'s. It writes nothing.

mod folder;
mod store;
mod wheel;

use std::path::Path;

use codegen::diagnostic::Source;
use sha2::{Digest, Sha256};

use crate::date::Date;
use crate::failure::Failure;
use crate::files;

pub(crate) use self::folder::model;

/// A file as it was published.
#[derive(Debug)]
pub(crate) struct Original {
    /// The name by which it is known, without `.gz`.
    pub(crate) name: &'static str,
    /// The name that it has.
    pub(crate) published: String,
    /// Checksum of the file as it is, in hexadecimal.
    pub(crate) sha256: String,
    /// Its text.
    pub(crate) source: Source,
}

/// The files of one service.
#[derive(Debug)]
pub(crate) struct ServiceFiles {
    /// The name under which the service is kept.
    pub(crate) service: String,
    /// The day of the service model, where its place tells.
    pub(crate) date: Option<Date>,
    /// The service model and its companions.
    pub(crate) files: Vec<Original>,
}

/// What a path holds of the wanted services.
#[derive(Debug)]
pub(crate) struct Origin {
    /// The version of botocore, where its place tells.
    pub(crate) botocore: Option<String>,
    /// The wanted services.
    pub(crate) services: Vec<ServiceFiles>,
    /// The facts about regions, with their day.
    pub(crate) partitions: Option<(Original, Option<Date>)>,
}

/// Which services are taken.
#[derive(Debug)]
pub(crate) struct Wanted<'a> {
    /// The services asked for.
    pub(crate) asked: &'a [String],
    /// The services that were imported before: the default.
    pub(crate) known: &'a [String],
}

impl Wanted<'_> {
    /// The services to look for where there are many.
    fn of_many(&self, shown: &str) -> Result<&[String], Failure> {
        let wanted = if self.asked.is_empty() {
            self.known
        } else {
            self.asked
        };
        if wanted.is_empty() {
            return Err(Failure::usage(format!(
                "{shown} holds many services, and none was imported before"
            ))
            .help("say which one: --service macie2"));
        }
        Ok(wanted)
    }

    /// The name of the only service that there is.
    fn of_one(&self, by_place: Option<&str>, shown: &str) -> Result<String, Failure> {
        match (self.asked, by_place, self.known) {
            ([asked], _, _) => Ok(asked.clone()),
            ([], Some(name), _) => Ok(name.to_owned()),
            ([], None, [known]) => Ok(known.clone()),
            ([], None, _) => Err(
                Failure::usage(format!("{shown} does not say of which service it is"))
                    .help("say which one: --service macie2"),
            ),
            (_, _, _) => Err(Failure::usage(format!(
                "{shown} holds one service, and --service names several"
            ))
            .help("name one service, or give a wheel or a botocore data folder")),
        }
    }
}

/// Reads what a path holds of the wanted services.
pub(crate) fn open(path: &Path, shown: &str, wanted: &Wanted<'_>) -> Result<Origin, Failure> {
    if path.is_dir() {
        folder::open(path, shown, wanted)
    } else if wheel::is_wheel(path, shown)? {
        wheel::open(path, shown, wanted)
    } else {
        folder::open_file(path, shown, wanted)
    }
}

impl Original {
    /// A published file, unpacked where its name ends with `.gz` or its bytes start as gzip does.
    fn new(name: &'static str, published: &str, bytes: Vec<u8>, shown: &str) -> Result<Self, Failure> {
        let sha256 = hexadecimal(&Sha256::digest(&bytes));
        let packed = published.ends_with(".gz") || bytes.starts_with(&[0x1f, 0x8b]);
        let bytes = if packed {
            files::gunzip(&bytes, shown)?
        } else {
            bytes
        };
        let source = Source::new(shown, files::utf8(bytes, shown)?);
        Ok(Self {
            name,
            published: published.to_owned(),
            sha256,
            source,
        })
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
