//! The list of all operations that a service has or had.

use askama::Template;

use super::chronicle::Chronicle;
use super::layout::Layout;
use super::life::Name;
use super::parts::{Link, count};
use super::text::Text;

/// The list of operations.
#[derive(Debug, Template)]
#[template(path = "operations.html")]
pub(super) struct OperationsPage {
    layout: Layout,
    title: String,
    operations: Vec<Row>,
    gone_title: String,
    gone: Vec<Row>,
}

/// An operation in the list.
#[derive(Debug)]
struct Row {
    name: Link,
    method: String,
    uri: String,
    since: Link,
    /// When it changed last, or in which revision it was gone.
    last: Option<Link>,
    changes: usize,
}

impl OperationsPage {
    pub(super) fn new(chronicle: &Chronicle<'_>, layout: Layout) -> Self {
        let (mut operations, mut gone) = (Vec::new(), Vec::new());
        for (name, life) in chronicle.lives.names() {
            let Name::Operation(name) = *name else { continue };
            let side = chronicle.last_side(life);
            let http = side
                .and_then(|side| side.model.operations.get(name))
                .map(|one| &one.http);
            let mut revisions = chronicle.operation_revisions(name);
            revisions.retain(|number| *number > life.since && *number <= life.last);
            let gone_in = chronicle.lives.gone_in(life);
            let links = chronicle.addresses.below();
            let revision = |number: usize| {
                let name = chronicle.revision(number);
                Link::new(name, links.revision(name))
            };
            let row = Row {
                name: Link::new(name, links.operation(name)),
                method: http.map(|http| http.method.clone()).unwrap_or_default(),
                uri: http.map(|http| http.uri.clone()).unwrap_or_default(),
                since: revision(life.since),
                last: gone_in.or(revisions.last().copied()).map(revision),
                changes: revisions.len(),
            };
            match gone_in {
                Some(_) => gone.push(row),
                None => operations.push(row),
            }
        }
        Self {
            layout,
            title: count(operations.len(), "operation"),
            operations,
            gone_title: count(gone.len(), "removed operation"),
            gone,
        }
    }
}
