//! A change as pages show it.

use askama::Template;
use askama::filters::HtmlSafe;
use codegen::changes::{Change, ItemChange, Place, Reached};

use super::address::{Links, anchor};
use super::chronicle::part;
use super::code::CodeBlock;
use super::parts::{Badge, Link, Sign, count, direction};
use super::text::Text;

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
    /// None where it is the same as that of what stands above.
    pub(super) badge: Option<Badge>,
    pub(super) breaking: bool,
    pub(super) why: Text<'static>,
    /// What is to be found behind `why`; none where there is nothing beside it.
    pub(super) more: Option<String>,
    pub(super) reached: Vec<ReachedView>,
    pub(super) reached_left_out: usize,
    pub(super) items: Vec<ItemChange>,
    /// The syntax of the operation that came with it.
    pub(super) code: Vec<CodeBlock>,
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
            before: fact(change, change.before.as_deref()),
            after: fact(change, change.after.as_deref()),
            badge: Some(Badge::new(change.level, change.wire)),
            breaking: change.is_breaking_fact(),
            why: Text::prose(change.why),
            more: more(change, count),
            reached: reached.map(|reached| ReachedView::new(reached, links)).collect(),
            reached_left_out: count.saturating_sub(MOST_REACHED),
            items: change.items.clone(),
            code: Vec::new(),
        }
    }

    /// The same below the name of the shape that it is of.
    pub(super) fn of_shape(self, place: &Place) -> Self {
        let href = self.place.and_then(|link| link.href);
        Self {
            place: part(place).map(|(_, part)| Link::new(part, href)),
            ..self
        }
    }

    /// The same with the syntax of the operation that it is all of.
    pub(super) fn with_code(self, code: Vec<CodeBlock>) -> Self {
        let more = match (code.is_empty(), self.more) {
            (true, more) => more,
            (false, None) => Some("Why \u{b7} syntax".to_owned()),
            (false, Some(more)) => Some(format!("{more} \u{b7} syntax")),
        };
        Self { more, code, ..self }
    }

    /// The same below the name of the operation that it is of.
    pub(super) fn of_operation(self, operation: &str, above: Badge, change: &Change) -> Self {
        let is_own = is_of_operation(&change.place, operation);
        Self {
            place: self.place.filter(|_| !is_own),
            badge: self.badge.filter(|badge| !is_own || *badge != above),
            ..self
        }
    }
}

impl ReachedView {
    fn new(reached: &Reached, links: Links<'_>) -> Self {
        Self {
            operation: Link::new(&reached.operation, links.operation(&reached.operation)),
            direction: direction(reached.direction),
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

/// What was or is there, without the name of the shape that the change is of: `structure` for `structure Finding`.
pub(super) fn fact(change: &Change, fact: Option<&str>) -> Option<String> {
    let kind = match &change.place {
        Place::Shape(shape) => fact
            .and_then(|fact| fact.strip_suffix(shape.as_str()))
            .map(str::trim_end),
        _ => None,
    };
    kind.filter(|kind| !kind.is_empty()).or(fact).map(str::to_owned)
}

fn more(change: &Change, reached: usize) -> Option<String> {
    if reached == 0 && change.items.is_empty() {
        return None;
    }
    let mut parts = vec!["Why".to_owned()];
    if reached > 0 {
        parts.push(format!("reaches {}", count(reached, "operation")));
    }
    if !change.items.is_empty() {
        parts.push(count(change.items.len(), "Rust item"));
    }
    Some(parts.join(" \u{b7} "))
}
