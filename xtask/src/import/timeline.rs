//! The revisions of a service in time, and where another one belongs.
//!
//! A revision is kept where its facts differ from those of the one before. Which ones are kept does not depend
//! on the order in which they come: one that has the facts of a later one takes its place, since the facts are
//! older than was known.

use std::collections::BTreeMap;

use crate::date::Date;

/// The canonical texts of a revision by file name, without documentation.
pub(super) type Facts = BTreeMap<&'static str, String>;

/// The revisions of a service.
#[derive(Debug, Default)]
pub(super) struct Timeline {
    revisions: BTreeMap<Date, Facts>,
}

/// Where a revision belongs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// It has facts of its own.
    New,
    /// It has the facts of a later revision, whose place it takes.
    InsteadOf(Date),
    /// Its facts were known on that date.
    Known(Date),
    /// There is another revision of the same date.
    Taken(&'a Facts),
}

impl Timeline {
    /// Where a revision belongs.
    pub(super) fn place(&self, date: Date, facts: &Facts) -> Place<'_> {
        match self.revisions.get(&date) {
            Some(same) if same == facts => return Place::Known(date),
            Some(other) => return Place::Taken(other),
            None => {}
        }
        let before = self.revisions.range(..date).next_back();
        let after = self.revisions.range(date..).next();
        match (before, after) {
            (Some((before, same)), _) if same == facts => Place::Known(*before),
            (_, Some((after, same))) if same == facts => Place::InsteadOf(*after),
            _ => Place::New,
        }
    }

    /// Adds a revision.
    pub(super) fn insert(&mut self, date: Date, facts: Facts) {
        self.revisions.insert(date, facts);
    }

    /// Removes a revision.
    pub(super) fn remove(&mut self, date: Date) {
        self.revisions.remove(&date);
    }

    /// The newest revision.
    pub(super) fn newest(&self) -> Option<&Facts> {
        self.revisions.values().next_back()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Facts, Place, Timeline};
    use crate::date::Date;

    fn day(day: u8) -> Date {
        Date::new(2020, 6, day).unwrap()
    }

    fn facts(text: &str) -> Facts {
        [("service-2.json", text.to_owned())].into()
    }

    fn timeline(revisions: &[(u8, &str)]) -> Timeline {
        let mut timeline = Timeline::default();
        revisions
            .iter()
            .for_each(|(date, text)| timeline.insert(day(*date), facts(text)));
        timeline
    }

    #[test]
    fn the_facts_of_the_one_before_are_nothing_new() {
        assert_eq!(
            timeline(&[(1, "a"), (5, "b")]).place(day(3), &facts("a")),
            Place::Known(day(1))
        );
        assert_eq!(
            timeline(&[(1, "a")]).place(day(1), &facts("a")),
            Place::Known(day(1))
        );
    }

    #[test]
    fn facts_that_come_back_are_new() {
        assert_eq!(
            timeline(&[(1, "a"), (5, "b")]).place(day(7), &facts("a")),
            Place::New
        );
    }

    #[test]
    fn an_earlier_revision_with_the_same_facts_takes_the_place_of_the_later() {
        assert_eq!(
            timeline(&[(3, "a"), (5, "b")]).place(day(1), &facts("a")),
            Place::InsteadOf(day(3))
        );
    }

    #[test]
    fn other_facts_of_the_same_date_are_a_conflict() {
        assert_eq!(
            timeline(&[(1, "a")]).place(day(1), &facts("b")),
            Place::Taken(&facts("a"))
        );
    }

    #[test]
    fn a_companion_alone_makes_a_revision() {
        let mut with_waiters = facts("a");
        with_waiters.insert("waiters-2.json", "w".to_owned());
        assert_eq!(timeline(&[(1, "a")]).place(day(2), &with_waiters), Place::New);
    }
}
