//! TOML files that people write: what is wrong in them is shown with its place.

use std::ops::Range;

use codegen::diagnostic::{Diagnostic, Place, Source};
use toml_edit::{Document, DocumentMut, TomlError};

use crate::failure::Failure;

/// Reads a file that will be changed.
pub(crate) fn parse(source: &Source) -> Result<DocumentMut, Failure> {
    source.text.parse().map_err(|error| syntax(source, &error))
}

/// Reads a file whose parts know their places.
pub(crate) fn parse_in_place(source: &Source) -> Result<Document<&str>, Failure> {
    Document::parse(source.text.as_str()).map_err(|error| syntax(source, &error))
}

fn syntax(source: &Source, error: &TomlError) -> Failure {
    let message = format!("this is no TOML: {}", error.message().trim_end());
    let diagnostic = Diagnostic::error(message)
        .at(place(source, error.span().unwrap_or_default()))
        .help("mend it, or bring it back from version control");
    Failure::input(vec![diagnostic], vec![source.clone()])
}

/// Where in a file something is.
pub(crate) fn place(source: &Source, span: Range<usize>) -> Place {
    let before = source.text.get(..span.start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Place {
        file: source.name.clone(),
        pointer: String::new(),
        span: Some(span.into()),
        line_column: Some((line, column)),
    }
}
