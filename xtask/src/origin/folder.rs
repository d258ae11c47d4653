//! Models in folders: botocore's data folder, one of its parts, or a single file.

use std::path::{Path, PathBuf};

use crate::date::Date;
use crate::failure::Failure;
use crate::files::{self, MODEL, SERVICE};

use super::store::{self, Store, Stored};
use super::{Origin, Original, ServiceFiles, Wanted};

/// Where a folder may have its services: it is the data folder, the package, or holds the package.
const DATA: [&str; 3] = ["", "data", "botocore/data"];

/// Reads what a folder holds of the wanted services.
pub(super) fn open(path: &Path, shown: &str, wanted: &Wanted<'_>) -> Result<Origin, Failure> {
    if has_model(path) {
        let service = wanted.of_one(service_of_version(path), shown)?;
        return Ok(single(service, model(path, shown)?));
    }
    if let Some(version) = newest_version(path, shown)? {
        let service = wanted.of_one(path.file_name().and_then(|name| name.to_str()), shown)?;
        let files = model(&path.join(&version), &format!("{shown}/{version}"))?;
        return Ok(Origin {
            botocore: path.parent().and_then(package_version),
            ..single(service, files)
        });
    }
    for data in DATA.map(|part| path.join(part)) {
        if holds_services(&data, shown)? {
            let mut folder = Folder::new(&data, shown);
            let services = store::services(&mut folder, shown, wanted)?;
            let partitions = store::partitions(&mut folder)?;
            return Ok(Origin {
                botocore: package_version(&data),
                services,
                partitions,
            });
        }
    }
    Err(Failure::bad(format!("{shown} holds no botocore models")).help(
        "give botocore's `data` folder, the folder of a service in it, or one that holds service-2.json",
    ))
}

/// Reads a model file with what lies beside it.
pub(super) fn open_file(path: &Path, shown: &str, wanted: &Wanted<'_>) -> Result<Origin, Failure> {
    let service = wanted.of_one(path.parent().and_then(service_of_version), shown)?;
    Ok(single(service, model(path, shown)?))
}

/// The files of one model: of a folder that has it, or of a model file with its companions beside it.
pub(crate) fn model(path: &Path, shown: &str) -> Result<Vec<Original>, Failure> {
    if path.is_dir() {
        model_folder(path, shown)
    } else {
        model_file(path, shown)
    }
}

fn model_folder(path: &Path, shown: &str) -> Result<Vec<Original>, Failure> {
    if let Some((files, _)) = store::model(&mut Folder::new(path, shown), "")? {
        return Ok(files);
    }
    let help = match newest_version(path, shown)? {
        Some(version) => format!("give the folder of one version, such as {shown}/{version}"),
        None => "give a folder that holds service-2.json, or a model file".to_owned(),
    };
    Err(Failure::bad(format!("{shown} holds no service-2.json")).help(help))
}

fn model_file(path: &Path, shown: &str) -> Result<Vec<Original>, Failure> {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    refuse_other_files(name, shown)?;
    let Some(bytes) = files::read(path, shown)? else {
        return Err(Failure::bad(format!("{shown} does not exist"))
            .help("give a model file, or a folder that holds service-2.json"));
    };
    let mut files = vec![Original::new(SERVICE, name, bytes, shown)?];
    let folder = shown.strip_suffix(name).unwrap_or_default();
    if let Some(parent) = path.parent() {
        files.extend(store::companions(&mut Folder::new(parent, folder), "")?);
    }
    Ok(files)
}

/// Names that cannot be a service model's are told apart from models that are merely broken.
fn refuse_other_files(name: &str, shown: &str) -> Result<(), Failure> {
    let plain = name.strip_suffix(".gz").unwrap_or(name);
    if plain != SERVICE && MODEL.iter().any(|(known, _)| *known == plain) {
        return Err(
            Failure::bad(format!("{shown} belongs to a model, but is not the model"))
                .help("give service-2.json: what lies beside it is taken with it"),
        );
    }
    if [".whl", ".zip", ".tar", ".tgz"]
        .iter()
        .any(|end| plain.ends_with(end))
    {
        return Err(Failure::bad(format!("{shown} is no model file"))
            .help("a wheel is imported first: `cargo xtask import PATH`; a source archive cannot be read"));
    }
    Ok(())
}

fn single(service: String, files: Vec<Original>) -> Origin {
    let services = vec![ServiceFiles {
        service,
        date: None,
        files,
    }];
    Origin {
        botocore: None,
        services,
        partitions: None,
    }
}

fn has_model(path: &Path) -> bool {
    path.join(SERVICE).is_file() || path.join(format!("{SERVICE}.gz")).is_file()
}

/// `macie2` of `macie2/2020-01-01`.
fn service_of_version(version: &Path) -> Option<&str> {
    let is_version = version.file_name()?.to_str()?.parse::<Date>().is_ok();
    version.parent()?.file_name()?.to_str().filter(|_| is_version)
}

fn newest_version(service: &Path, shown: &str) -> Result<Option<String>, Failure> {
    let mut versions = files::names(service, shown)?;
    versions.retain(|name| name.parse::<Date>().is_ok() && has_model(&service.join(name)));
    Ok(versions.pop())
}

fn holds_services(data: &Path, shown: &str) -> Result<bool, Failure> {
    for name in files::names(data, shown)? {
        if newest_version(&data.join(name), shown)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The version of the package that a data folder belongs to.
fn package_version(data: &Path) -> Option<String> {
    let init = data.parent()?.join("__init__.py");
    store::version(&files::text(&init, "__init__.py").ok()??, "__version__ =")
}

struct Folder {
    root: PathBuf,
    shown: String,
}

impl Folder {
    fn new(root: &Path, shown: &str) -> Self {
        Self {
            root: root.to_owned(),
            shown: shown.trim_end_matches('/').to_owned(),
        }
    }
}

impl Store for Folder {
    fn show(&self, file: &str) -> String {
        if self.shown.is_empty() {
            file.to_owned()
        } else {
            format!("{}/{file}", self.shown)
        }
    }

    fn versions(&self, service: &str) -> Result<Vec<String>, Failure> {
        files::names(&self.root.join(service), &self.show(service))
    }

    fn read(&mut self, file: &str) -> Result<Option<Stored>, Failure> {
        let bytes = files::read(&self.root.join(file), &self.show(file))?;
        Ok(bytes.map(|bytes| Stored { bytes, date: None }))
    }
}
