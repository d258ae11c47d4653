//! What a wheel and a botocore data folder have in common.

use crate::date::Date;
use crate::failure::Failure;
use crate::files::{MODEL, PARTITIONS, SERVICE};

use super::{Original, ServiceFiles, Wanted};

/// Files by their path in botocore's data folder, such as `macie2/2020-01-01/service-2.json`.
pub(super) trait Store {
    /// The path of a file as the user knows it.
    fn show(&self, file: &str) -> String;

    /// The names of the folders in the folder of a service.
    fn versions(&self, service: &str) -> Result<Vec<String>, Failure>;

    /// A file's bytes and day, or `None` where there is no such file.
    fn read(&mut self, file: &str) -> Result<Option<Stored>, Failure>;
}

/// A file of a store.
pub(super) struct Stored {
    pub(super) bytes: Vec<u8>,
    pub(super) date: Option<Date>,
}

/// A file that was unpacked, and its day.
pub(super) type Dated = (Original, Option<Date>);

/// All files of a model, and the day of the service model.
pub(super) type DatedModel = (Vec<Original>, Option<Date>);

/// The newest API version of each wanted service.
pub(super) fn services(
    store: &mut impl Store,
    shown: &str,
    wanted: &Wanted<'_>,
) -> Result<Vec<ServiceFiles>, Failure> {
    let mut found = Vec::new();
    for service in wanted.of_many(shown)? {
        match newest(store, service)? {
            Some(files) => found.push(files),
            // Of the services that were merely imported before, each may be missing here.
            None if wanted.asked.is_empty() && wanted.known.len() > 1 => {}
            None => {
                return Err(Failure::bad(format!("{shown} has no model of `{service}`")).help(
                    "check the name in botocore's `data` folder; an old botocore lacks newer services",
                ));
            }
        }
    }
    if found.is_empty() {
        return Err(Failure::bad(format!(
            "{shown} has no model of any service that was imported before"
        ))
        .help("say which service to import: --service macie2"));
    }
    Ok(found)
}

/// The file of facts about regions.
pub(super) fn partitions(store: &mut impl Store) -> Result<Option<Dated>, Failure> {
    file(store, "", PARTITIONS)
}

/// The service model of a folder, its companions, and its day.
pub(super) fn model(store: &mut impl Store, folder: &str) -> Result<Option<DatedModel>, Failure> {
    let Some((service, date)) = file(store, folder, SERVICE)? else {
        return Ok(None);
    };
    let mut files = vec![service];
    files.extend(companions(store, folder)?);
    Ok(Some((files, date)))
}

/// All files of a model but the service model itself.
pub(super) fn companions(store: &mut impl Store, folder: &str) -> Result<Vec<Original>, Failure> {
    let mut files = Vec::new();
    for (name, _) in MODEL.into_iter().filter(|(name, _)| *name != SERVICE) {
        files.extend(file(store, folder, name)?.map(|(original, _)| original));
    }
    Ok(files)
}

/// The version that a package's text states on the line with this start.
pub(super) fn version(text: &str, start: &str) -> Option<String> {
    let line = text.lines().find_map(|line| line.strip_prefix(start))?;
    let version = line.trim_matches([' ', '\'', '"']);
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".+-_".contains(&byte);
    (!version.is_empty() && version.bytes().all(allowed)).then(|| version.to_owned())
}

fn newest(store: &mut impl Store, service: &str) -> Result<Option<ServiceFiles>, Failure> {
    let mut versions = store.versions(service)?;
    versions.retain(|version| version.parse::<Date>().is_ok());
    versions.sort_unstable();
    for version in versions.iter().rev() {
        if let Some((files, date)) = model(store, &format!("{service}/{version}/"))? {
            return Ok(Some(ServiceFiles {
                service: service.to_owned(),
                date,
                files,
            }));
        }
    }
    Ok(None)
}

/// A file that may be packed.
fn file(store: &mut impl Store, folder: &str, name: &'static str) -> Result<Option<Dated>, Failure> {
    let (plain, packed) = (format!("{folder}{name}"), format!("{folder}{name}.gz"));
    let (path, stored) = match (store.read(&plain)?, store.read(&packed)?) {
        (Some(_), Some(_)) => {
            return Err(
                Failure::bad(format!("{} is there twice, plain and as .gz", store.show(&plain)))
                    .help("remove the one that is out of date"),
            );
        }
        (Some(stored), None) => (plain, stored),
        (None, Some(stored)) => (packed, stored),
        (None, None) => return Ok(None),
    };
    let published = path.strip_prefix(folder).unwrap_or(&path);
    let original = Original::new(name, published, stored.bytes, &store.show(&path))?;
    Ok(Some((original, stored.date)))
}
