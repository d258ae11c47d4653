//! What the search on the pages looks through.

use serde_json::{Value, json};

use super::address::{Links, anchor};
use super::layout::MARK;
use super::life::{Lives, Name};

/// A script that holds every name with its page: a script can be loaded from a file, which data cannot.
///
/// An entry is the kind, the name, what it belongs to, its address, and the revision that it is gone since.
pub(super) fn script(lives: &Lives<'_>, revisions: &[&str], links: Links<'_>) -> String {
    let entries: Vec<String> = lives
        .names()
        .filter_map(|(name, life)| {
            let gone = lives.gone_in(life).and_then(|number| revisions.get(number));
            entry(name, gone.copied().unwrap_or_default(), links)
        })
        .collect();
    format!("// {MARK}\nwindow.searchIndex = [\n{}\n];\n", entries.join(",\n"))
}

fn entry(name: &Name<'_>, gone: &str, links: Links<'_>) -> Option<String> {
    let (kind, name, owner, address) = match *name {
        Name::Operation(name) => ("operation", name, "", links.operation(name)?),
        Name::Shape(name) => ("shape", name, "", links.shape(name)?),
        Name::Member(shape, name) => ("member", name, shape, within(links.shape(shape)?, "member", name)),
        Name::Value(shape, name) => ("value", name, shape, within(links.shape(shape)?, "value", name)),
    };
    let entry: Value = json!([kind, name, owner, address, gone]);
    // A script's text could end the element that holds it, should someone put it into a page.
    Some(entry.to_string().replace('<', "\\u003c"))
}

fn within(page: String, kind: &str, name: &str) -> String {
    format!("{page}#{}", anchor(kind, name))
}
