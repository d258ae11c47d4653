//! Files that are read: which ones belong to a model, and how much of anything is taken.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use codegen::diagnostic::Source;
use codegen::read::{FileKind, ModelSources};
use flate2::read::GzDecoder;

use crate::failure::Failure;

/// The file without which there is no model.
pub(crate) const SERVICE: &str = "service-2.json";

/// The files of a model, by the names that botocore gives them; others hold no facts that we use.
pub(crate) const MODEL: [(&str, FileKind); 6] = [
    (SERVICE, FileKind::Service),
    ("service-2.sdk-extras.json", FileKind::Extras),
    ("paginators-1.json", FileKind::Paginators),
    ("paginators-1.sdk-extras.json", FileKind::Extras),
    ("waiters-2.json", FileKind::Waiters),
    ("endpoint-rule-set-1.json", FileKind::EndpointRuleSet),
];

/// The file of facts about all regions, beside the services.
pub(crate) const PARTITIONS: &str = "partitions.json";

/// More than this is no model: the largest has less than a tenth of it.
const LIMIT: u64 = 64 * 1024 * 1024;

/// As much memory is taken on the word of a file alone.
const ROOM: u64 = 1024 * 1024;

/// The bytes of a file, or `None` where there is no file of that name.
pub(crate) fn read(path: &Path, shown: &str) -> Result<Option<Vec<u8>>, Failure> {
    match File::open(path).and_then(|file| Ok((file.metadata()?, file))) {
        Ok((metadata, _)) if metadata.is_dir() => Err(Failure::bad(format!(
            "{shown} is a folder, where a file should be"
        ))),
        Ok((metadata, file)) => {
            sized(metadata.len(), shown)?;
            bounded(file, metadata.len() + 1, shown).map(Some)
        }
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(unreadable(shown, error)),
    }
}

/// The text of a file, or `None` where there is no file of that name.
pub(crate) fn text(path: &Path, shown: &str) -> Result<Option<String>, Failure> {
    read(path, shown)?.map(|bytes| utf8(bytes, shown)).transpose()
}

/// The names in a folder that are UTF-8 and not hidden, in order; none where there is no such folder.
pub(crate) fn names(folder: &Path, shown: &str) -> Result<Vec<String>, Failure> {
    let list = || -> io::Result<Vec<String>> {
        let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().into_string().ok()));
        let mut names: Vec<String> = names.filter_map(Result::transpose).collect::<io::Result<_>>()?;
        names.retain(|name| !name.starts_with('.'));
        names.sort_unstable();
        Ok(names)
    };
    match list() {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(Vec::new())
        }
        listed => listed.map_err(|error| unreadable(shown, error)),
    }
}

/// Refuses what says that it is too large, before any of it is read.
pub(crate) fn sized(bytes: u64, shown: &str) -> Result<(), Failure> {
    if bytes <= LIMIT {
        Ok(())
    } else {
        Err(too_large(shown))
    }
}

/// All that a reader gives, whatever size it stated before.
pub(crate) fn bounded(reader: impl Read, stated: u64, shown: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::with_capacity(usize::try_from(stated.min(ROOM)).unwrap_or_default());
    reader.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| {
        Failure::bad(format!("{shown} is damaged or cannot be read"))
            .because(error)
            .help("bring the file again: `pip download --no-deps botocore==VERSION` brings a wheel")
    })?;
    sized(bytes.len() as u64, shown)?;
    Ok(bytes)
}

/// What a gzip file holds.
pub(crate) fn gunzip(bytes: &[u8], shown: &str) -> Result<Vec<u8>, Failure> {
    bounded(GzDecoder::new(bytes), 0, shown)
}

/// Bytes as text.
pub(crate) fn utf8(bytes: Vec<u8>, shown: &str) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::bad(format!("{shown} is no UTF-8 text: byte {at} is wrong"))
            .help("a model is JSON in UTF-8: give the file as botocore has it")
    })
}

/// The files of a model as the generator takes them.
pub(crate) fn sources(
    files: impl IntoIterator<Item = (&'static str, Source)>,
    shown: &str,
) -> Result<ModelSources, Failure> {
    let (mut service, mut paginators, mut waiters, mut endpoint_rules) = (None, None, None, None);
    let mut extras = Vec::new();
    for (name, source) in files {
        match name {
            SERVICE => service = Some(source),
            "paginators-1.json" => paginators = Some(source),
            "waiters-2.json" => waiters = Some(source),
            "endpoint-rule-set-1.json" => endpoint_rules = Some(source),
            name if name.ends_with(".sdk-extras.json") => extras.push(source),
            _ => {}
        }
    }
    let service = service.ok_or_else(|| no_model(shown))?;
    Ok(ModelSources {
        service,
        paginators,
        waiters,
        endpoint_rules,
        extras,
    })
}

/// A folder that should hold a model and does not.
pub(crate) fn no_model(shown: &str) -> Failure {
    Failure::bad(format!("{shown} holds no {SERVICE}"))
        .help("bring it back from version control, or remove the folder and import the revision again")
}

fn too_large(shown: &str) -> Failure {
    Failure::bad(format!("{shown} is larger than {} MB", LIMIT / 1024 / 1024))
        .help("no model is that large: is this the right file?")
}

fn unreadable(shown: &str, error: io::Error) -> Failure {
    Failure::bad(format!("{shown} cannot be read"))
        .because(error)
        .help("check the path and its permissions")
}
