//! A change as pages show it.

use askama::Template;
use askama::filters::HtmlSafe;
use codegen::changes::{Change, Direction, ItemChange, Place, Reached};

use super::address::{Links, anchor};
use super::parts::{Badge, Link, Sign, count};

/// So many operations are listed before the rest is counted.
const MOST_REACHED: usize = 50;

/// A change with its facts, why it is judged as it is, and whom it reaches.
#[derive(Debug, Template)]
#[template(path = "parts/change.html")]
pub(super) struct ChangeView {
    /// Its place on the page; none where the page shows it more than once.
    pub(super) id: Option<String>,
    pub(super) sign: Sign,
    /// What changed; none where it is clear from what stands above.
    pub(super) place: Option<Link>,
    pub(super) words: &'static str,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) badge: Badge,
    pub(super) breaking: bool,
    pub(super) why: &'static str,
    /// What is to be found behind `why`.
    pub(super) more: String,
    pub(super) reached: Vec<ReachedView>,
    pub(super) reached_left_out: usize,
    pub(super) items: Vec<ItemChange>,
}

impl HtmlSafe for ChangeView {}

/// An operation that a change reaches.
#[derive(Debug)]
pub(super) struct ReachedView {
    pub(super) operation: Link,
    pub(super) direction: &'static str,
}

/// The place of a change on its revision's page.
pub(super) fn change_anchor(number: usize) -> String {
    format!("change-{}", number + 1)
}

impl ChangeView {
    pub(super) fn new(change: &Change, id: Option<String>, links: Links<'_>) -> Self {
        let is_own = |reached: &&Reached| is_of_operation(&change.place, &reached.operation);
        let others = change.operations.iter().filter(|reached| !is_own(reached));
        let (count, reached) = (others.clone().count(), others.take(MOST_REACHED));
        Self {
            id,
            sign: change.kind.mark().into(),
            place: Some(place(&change.place, links)),
            words: change.kind.words(),
            before: change.before.clone(),
            after: change.after.clone(),
            badge: Badge::new(change.level, change.wire),
            breaking: change.is_breaking_fact(),
            why: change.why,
            more: more(change, count),
            reached: reached.map(|reached| ReachedView::new(reached, links)).collect(),
            reached_left_out: count.saturating_sub(MOST_REACHED),
            items: change.items.clone(),
        }
    }

    /// The same below the name of the shape that it is of.
    pub(super) fn of_shape(self, place: &Place) -> Self {
        let part = match place {
            Place::Member { member, .. } => Some(member),
            Place::Value { value, .. } => Some(value),
            _ => None,
        };
        let href = self.place.and_then(|link| link.href);
        // What a shape is needs no name where the name stands above: `structure Finding`.
        let without_name = |fact: Option<String>| match (part, place.shape()) {
            (None, Some(shape)) => fact.map(|fact| {
                let kind = fact.strip_suffix(shape).map(str::trim_end);
                kind.filter(|kind| !kind.is_empty()).unwrap_or(&fact).to_owned()
            }),
            _ => fact,
        };
        Self {
            place: part.map(|part| Link::new(part, href)),
            before: without_name(self.before),
            after: without_name(self.after),
            ..self
        }
    }

    /// The same below the name of the operation that it is of.
    pub(super) fn of_operation(self, operation: &str, change: &Change) -> Self {
        Self {
            place: self.place.filter(|_| !is_of_operation(&change.place, operation)),
            ..self
        }
    }
}

impl ReachedView {
    fn new(reached: &Reached, links: Links<'_>) -> Self {
        Self {
            operation: Link::new(&reached.operation, links.operation(&reached.operation)),
            direction: match reached.direction {
                Direction::Request => "request",
                Direction::Response => "response",
                Direction::Both => "request and response",
            },
        }
    }
}

/// What changed, and the page that tells more of it.
pub(super) fn place(place: &Place, links: Links<'_>) -> Link {
    let within = |shape: &str, kind: &str, name: &str| {
        links
            .shape(shape)
            .map(|page| format!("{page}#{}", anchor(kind, name)))
    };
    let href = match place {
        Place::Service | Place::Endpoints | Place::Waiter(_) | Place::Item(_) => None,
        Place::Operation(name) | Place::Paginator(name) => links.operation(name),
        Place::Shape(name) => links.shape(name),
        Place::Member { shape, member } => within(shape, "member", member),
        Place::Value { shape, value } => within(shape, "value", value),
    };
    Link::new(place.to_string(), href)
}

fn is_of_operation(place: &Place, operation: &str) -> bool {
    matches!(place, Place::Operation(name) | Place::Paginator(name) if name == operation)
}

fn more(change: &Change, reached: usize) -> String {
    let mut parts = vec!["Why".to_owned()];
    if reached > 0 {
        parts.push(format!("reaches {}", count(reached, "operation")));
    }
    if !change.items.is_empty() {
        parts.push(count(change.items.len(), "Rust item"));
    }
    parts.join(" \u{b7} ")
}
