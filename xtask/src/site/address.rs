//! Where things are on the site: the files of pages, and the places within them.
//!
//! Every address holds for a browser as it is: nothing in it is to be escaped.

use std::collections::{BTreeMap, BTreeSet};

/// Longer names are cut: file systems allow 255 bytes.
const LONGEST: usize = 120;

/// Names that some systems keep for devices, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The pages of a service.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    operations: BTreeMap<String, String>,
    shapes: BTreeMap<String, String>,
    revisions: BTreeMap<String, String>,
    /// The places on operations' pages that can be led to.
    places: BTreeMap<String, BTreeSet<String>>,
}

impl Addresses {
    /// Gives every name a page.
    pub(super) fn new<'a>(
        operations: impl IntoIterator<Item = &'a str>,
        shapes: impl IntoIterator<Item = &'a str>,
        revisions: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self {
            operations: file_names(operations),
            shapes: file_names(shapes),
            revisions: file_names(revisions),
            places: BTreeMap::new(),
        }
    }

    /// Says which places the page of an operation has.
    pub(super) fn set_places(&mut self, operation: &str, places: BTreeSet<String>) {
        self.places.insert(operation.to_owned(), places);
    }

    /// The addresses as a page of the service's own folder needs them.
    pub(super) fn at_top(&self) -> Links<'_> {
        Links {
            addresses: self,
            up: "",
        }
    }

    /// The addresses as a page one folder deeper needs them.
    pub(super) fn below(&self) -> Links<'_> {
        Links {
            addresses: self,
            up: "../",
        }
    }
}

/// Addresses as a page needs them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Links<'a> {
    addresses: &'a Addresses,
    up: &'static str,
}

impl Links<'_> {
    /// An operation's page.
    pub(super) fn operation(self, name: &str) -> Option<String> {
        self.page("operations", self.addresses.operations.get(name)?)
    }

    /// A shape's page.
    pub(super) fn shape(self, name: &str) -> Option<String> {
        self.page("shapes", self.addresses.shapes.get(name)?)
    }

    /// A revision's page.
    pub(super) fn revision(self, name: &str) -> Option<String> {
        self.page("revisions", self.addresses.revisions.get(name)?)
    }

    /// A path of an operation's request or response, or the nearest place above it that its page has.
    pub(super) fn path(self, operation: &str, side: &str, path: &str) -> Option<String> {
        let page = self.operation(operation)?;
        let places = self.addresses.places.get(operation)?;
        let mut path = path;
        loop {
            let place = path_anchor(side, path);
            if places.contains(&place) {
                return Some(format!("{page}#{place}"));
            }
            match path.rfind(['.', '[', '{']) {
                Some(end) => path = path.get(..end)?,
                None => return Some(page),
            }
        }
    }

    fn page(self, folder: &str, file: &str) -> Option<String> {
        Some(format!("{}{folder}/{file}.html", self.up))
    }
}

/// A place on a page that belongs to a name: `member-accountId`.
pub(super) fn anchor(kind: &str, name: &str) -> String {
    format!("{kind}-{}", safe(name))
}

/// The place of a path: `response-findings*.resourcesAffected`.
pub(super) fn path_anchor(side: &str, path: &str) -> String {
    let path = safe(path);
    format!(
        "{side}-{}",
        path.replace("~7bkey~7d", "(key)")
            .replace("~7b~7d", "()")
            .replace("~5b~5d", "*")
    )
}

/// A name of characters that mean nothing in file names, addresses and HTML; two names stay two.
fn safe(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("~{byte:02x}"));
        }
    }
    text
}

/// A file's name, without its ending, for every name: no two are one to a system that overlooks case.
fn file_names<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, String> {
    let names: BTreeSet<&str> = names.into_iter().collect();
    let mut taken = BTreeSet::new();
    let mut files = BTreeMap::new();
    for name in names {
        let plain = file_name(name);
        let mut file = plain.clone();
        let mut number = 2;
        while !taken.insert(file.to_ascii_lowercase()) {
            file = format!("{plain}~{number}");
            number += 1;
        }
        files.insert(name.to_owned(), file);
    }
    files
}

fn file_name(name: &str) -> String {
    let mut file = safe(name).replace('.', "~2e");
    file.truncate(LONGEST);
    let lower = file.to_ascii_lowercase();
    let device = DEVICES.iter().any(|device| {
        lower
            .strip_prefix(device)
            .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    });
    // `index` is the list of all pages beside it.
    if device || file.is_empty() || lower == "index" {
        file.push('~');
    }
    file
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Addresses, file_names, path_anchor};

    #[test]
    fn a_page_is_named_as_the_operation() {
        let addresses = Addresses::new(["GetFindings"], [], []);
        let link = addresses.below().operation("GetFindings");
        assert_eq!(link.as_deref(), Some("../operations/GetFindings.html"));
    }

    #[test]
    fn no_name_leads_out_of_its_folder_or_means_something_to_a_browser() {
        for name in [
            "../up", "a/b", "<script>", "a b", "\u{e9}", "a#b?c%d", "", ".", "index", "CON", "lpt1",
        ] {
            let files = file_names([name]);
            let file = files.get(name).map(String::as_str).unwrap_or_default();
            let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~');
            assert!(
                file.bytes().all(allowed) && !file.is_empty(),
                "{name:?}: {file:?}"
            );
            assert!(
                !["index", "con", "lpt1"].contains(&file.to_ascii_lowercase().as_str()),
                "{file}"
            );
        }
    }

    #[test]
    fn names_that_differ_in_case_alone_have_files_of_their_own() {
        let files = file_names(["GetURL", "GetUrl", "geturl"]);
        let lower: BTreeSet<String> = files.values().map(|file| file.to_ascii_lowercase()).collect();
        assert_eq!(lower.len(), 3);
    }

    #[test]
    fn a_long_name_is_cut_and_stays_its_own() {
        let (one, other) = ("x".repeat(300), "x".repeat(301));
        let files = file_names([one.as_str(), other.as_str()]);
        assert!(files.values().all(|file| file.len() < 130));
        assert_ne!(files.get(&one), files.get(&other));
    }

    #[test]
    fn a_path_that_the_page_no_longer_has_leads_to_the_nearest_one_above() {
        let mut addresses = Addresses::new(["Get"], [], []);
        let places = ["response-items", "response-items*"].map(str::to_owned);
        addresses.set_places("Get", places.into());
        let path = |path| addresses.at_top().path("Get", "response", path);
        assert_eq!(
            path("items[].gone.too").as_deref(),
            Some("operations/Get.html#response-items*")
        );
        assert_eq!(path("other").as_deref(), Some("operations/Get.html"));
    }

    #[test]
    fn places_of_different_paths_differ() {
        let paths = ["a[]", "a{}", "a{key}", "a*", "a()", "a.b", "a-b", "a b"];
        let places: BTreeSet<String> = paths.iter().map(|path| path_anchor("request", path)).collect();
        assert_eq!(places.len(), paths.len());
    }
}
