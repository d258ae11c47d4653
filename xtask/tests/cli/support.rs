//! A workspace in a temporary folder, and botocore as small as it can be.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use tempfile::TempDir;
use xtask::{Location, Terminal};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// A workspace without a model.
pub(crate) struct Workspace(TempDir);

/// What a call did.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: u8,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Workspace {
    pub(crate) fn new() -> Self {
        let workspace = Self(tempfile::tempdir().unwrap());
        for package in ["codegen", "codegen/runtime", "xtask"] {
            workspace.write(&format!("work/{package}/Cargo.toml"), "");
        }
        workspace
    }

    /// With the revisions of the service `sample` of these days and operations.
    pub(crate) fn with_models(revisions: &[(&str, &[&str])]) -> Self {
        let workspace = Self::new();
        for (day, operations) in revisions {
            let wheel = workspace.write("sample.whl", Wheel::of(day, operations).bytes());
            workspace
                .run(["import", wheel.to_str().unwrap(), "--service", "sample"])
                .expect(0);
        }
        workspace
    }

    /// The top folder of the workspace.
    pub(crate) fn root(&self) -> PathBuf {
        self.0.path().join("work")
    }

    /// A path in or beside the workspace, which is the folder `work`.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Writes a file in or beside the workspace.
    pub(crate) fn write(&self, path: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs a command in the top folder of the workspace.
    pub(crate) fn run<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Outcome {
        run_in(&self.root(), args)
    }

    /// All files in a folder of the workspace, with their texts.
    pub(crate) fn tree(&self, folder: &str) -> BTreeMap<String, String> {
        let mut files = BTreeMap::new();
        collect(&self.root().join(folder), "", &mut files);
        files
    }
}

impl Outcome {
    /// Asserts the exit code.
    #[track_caller]
    pub(crate) fn expect(self, code: u8) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Asserts that all of these are said, on either stream.
    #[track_caller]
    pub(crate) fn says(self, texts: &[&str]) -> Self {
        for text in texts {
            assert!(
                self.out.contains(text) || self.err.contains(text),
                "{text:?} is not in {self:#?}"
            );
        }
        self
    }
}

/// Runs a command in any folder.
pub(crate) fn run_in<'a>(current: &Path, args: impl IntoIterator<Item = &'a str>) -> Outcome {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        out_colour: false,
        err_colour: false,
        progress: false,
    };
    let location = Location {
        current: current.to_owned(),
        manifest: None,
    };
    let args = std::iter::once("cargo xtask").chain(args);
    let code = xtask::run(args, Ok(location), &mut terminal);
    Outcome {
        code,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// The folder of the sample's model in botocore.
pub(crate) const FOLDER: &str = "botocore/data/sample/2020-01-01";

/// A service model with these operations; the documentation is prose that must not be kept.
pub(crate) fn model(id: &str, operations: &[&str], documentation: &str) -> String {
    let operations: Vec<String> = operations
        .iter()
        .map(|name| {
            format!(
                r#""{name}": {{"name": "{name}", "http": {{"method": "POST", "requestUri": "/{name}"}},
                    "input": {{"shape": "Thing"}}, "documentation": "{documentation}"}}"#
            )
        })
        .collect();
    format!(
        r#"{{
  "version": "2.0",
  "metadata": {{"apiVersion": "2020-01-01", "endpointPrefix": "sample", "protocol": "rest-json",
      "serviceFullName": "Sample", "serviceId": "{id}", "signatureVersion": "v4", "uid": "sample-2020-01-01"}},
  "operations": {{{}}},
  "shapes": {{
    "Thing": {{"type": "structure", "members": {{"name": {{"shape": "Text", "documentation": "{documentation}"}}}}}},
    "Text": {{"type": "string", "documentation": "{documentation}"}}
  }},
  "documentation": "{documentation}"
}}"#,
        operations.join(",\n    ")
    )
}

pub(crate) const PAGINATORS: &str = r#"{"pagination": {}}"#;

/// A wheel in the making.
pub(crate) struct Wheel {
    pub(crate) version: String,
    pub(crate) day: String,
    pub(crate) members: Vec<(String, Vec<u8>)>,
}

impl Wheel {
    /// Of botocore 1.0.D, D being the day of the month, with the sample of that day.
    pub(crate) fn of(day: &str, operations: &[&str]) -> Self {
        Self::documented(day, operations, "Prose.")
    }

    /// The same with this documentation.
    pub(crate) fn documented(day: &str, operations: &[&str], documentation: &str) -> Self {
        let version = format!("1.0.{}", day.rsplit('-').next().unwrap().trim_start_matches('0'));
        let metadata = format!("Metadata-Version: 2.1\nName: botocore\nVersion: {version}\n");
        Self {
            version: version.clone(),
            day: day.to_owned(),
            members: Vec::new(),
        }
        .with(&format!("botocore-{version}.dist-info/METADATA"), metadata)
        .with(
            &format!("{FOLDER}/service-2.json"),
            model("Sample", operations, documentation),
        )
        .with(&format!("{FOLDER}/paginators-1.json"), PAGINATORS)
        .with("botocore/data/other/2019-01-01/service-2.json", "not read")
    }

    /// With another member, or with one changed.
    pub(crate) fn with(mut self, name: &str, content: impl Into<Vec<u8>>) -> Self {
        self.members.retain(|(other, _)| other != name);
        self.members.push((name.to_owned(), content.into()));
        self
    }

    /// Without a member.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.members.retain(|(other, _)| other != name);
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut parts = self.day.split('-').map(|part| part.parse::<u16>().unwrap());
        let mut part = || parts.next().unwrap();
        let (year, month, day) = (part(), part(), part());
        let time = DateTime::from_date_and_time(year, month as u8, day as u8, 18, 7, 28).unwrap();
        let options = SimpleFileOptions::default().last_modified_time(time);
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.members {
            writer.start_file(name.as_str(), options).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// Writes the wheel beside the workspace, named as pip names it.
    pub(crate) fn write(&self, workspace: &Workspace) -> String {
        let name = format!("botocore-{}-py3-none-any.whl", self.version);
        workspace.write(&name, self.bytes()).to_str().unwrap().to_owned()
    }
}

pub(crate) fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}
