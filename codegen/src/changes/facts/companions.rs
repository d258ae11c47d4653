//! Paginators and waiters.

use super::Search;
use crate::changes::change::Place;
use crate::changes::kind::Kind;
use crate::model::{Paginator, Waiter};

impl Search<'_> {
    pub(super) fn paginators(&mut self) {
        let (before, after) = (&self.before.paginators, &self.after.paginators);
        for (name, paginator) in before {
            let place = Place::Paginator(name.clone());
            match after.get(name) {
                Some(now) => self.paginator(&place, paginator, now),
                None => self.note(Kind::PaginatorRemoved, place, Some(items(paginator)), None),
            }
        }
        for (name, paginator) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
            let place = Place::Paginator(name.clone());
            self.note(Kind::PaginatorAdded, place, None, Some(items(paginator)));
        }
    }

    fn paginator(&mut self, place: &Place, before: &Paginator, after: &Paginator) {
        self.compare(Kind::PaginatorItems, place, &items(before), &items(after));
        let tokens = |paginator: &Paginator| {
            let Paginator {
                input_tokens,
                output_tokens,
                limit_key,
                more_results,
                non_aggregate_keys,
                result_keys: _,
            } = paginator;
            let mut words = vec![format!(
                "{} from {}",
                input_tokens.join(", "),
                output_tokens.join(", ")
            )];
            words.extend(limit_key.iter().map(|key| format!("size {key}")));
            words.extend(more_results.iter().map(|key| format!("more while {key}")));
            words.extend(
                non_aggregate_keys
                    .iter()
                    .map(|key| format!("the same on every page: {key}")),
            );
            words.join("; ")
        };
        self.compare(Kind::PaginatorTokens, place, &tokens(before), &tokens(after));
    }

    /// A waiter that is gone while another that is the same came has a new name.
    pub(super) fn waiters(&mut self) {
        let (before, after) = (&self.before.waiters, &self.after.waiters);
        let mut came: Vec<(&String, &Waiter)> = after
            .iter()
            .filter(|(name, _)| !before.contains_key(*name))
            .collect();
        for (name, waiter) in before {
            if let Some(now) = after.get(name) {
                self.waiter(&Place::Waiter(name.clone()), waiter, now);
                continue;
            }
            if let Some(index) = came.iter().position(|(_, now)| *now == waiter) {
                let (new_name, _) = came.remove(index);
                let place = Place::Waiter(new_name.clone());
                self.note(
                    Kind::WaiterRenamed,
                    place,
                    Some(name.clone()),
                    Some(new_name.clone()),
                );
            } else {
                let was = Some(waiter.operation.clone());
                self.note(Kind::WaiterRemoved, Place::Waiter(name.clone()), was, None);
            }
        }
        for (name, waiter) in came {
            let is = Some(waiter.operation.clone());
            self.note(Kind::WaiterAdded, Place::Waiter(name.clone()), None, is);
        }
    }

    fn waiter(&mut self, place: &Place, before: &Waiter, after: &Waiter) {
        if before.operation != after.operation {
            // It takes another input, so it is another waiter.
            let (was, is) = (before.operation.clone(), after.operation.clone());
            self.note(Kind::WaiterRemoved, place.clone(), Some(was), None);
            self.note(Kind::WaiterAdded, place.clone(), None, Some(is));
            return;
        }
        let show = |waiter: &Waiter| {
            format!(
                "{} every {} s, at most {} times",
                waiter.operation, waiter.delay, waiter.max_attempts
            )
        };
        self.compare(Kind::WaiterTuned, place, &show(before), &show(after));
        if before.acceptors != after.acceptors {
            self.plain(Kind::WaiterTuned, place.clone());
        }
        self.documentation(before.description.as_deref(), after.description.as_deref());
    }
}

fn items(paginator: &Paginator) -> String {
    paginator.result_keys.join(", ")
}
