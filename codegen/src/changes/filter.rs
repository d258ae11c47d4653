//! A report about some operations only.

use std::collections::BTreeMap;

use super::change::{Change, Level, Place};
use super::report::{OperationChanges, PathChange, Report};

impl Report {
    /// The part of the report that these operations reach, with the verdict of that part.
    pub fn only(&self, operations: &[String]) -> Self {
        let mut numbers = BTreeMap::new();
        let mut changes = Vec::new();
        for (number, change) in self.changes.iter().enumerate() {
            if operations.iter().any(|operation| change.reaches(operation)) {
                numbers.insert(number, changes.len());
                changes.push(change.clone());
            }
        }
        let kept = self
            .operations
            .iter()
            .filter(|operation| operations.contains(&operation.name));
        Self {
            before: self.before.clone(),
            after: self.after.clone(),
            verdict: Level::of_all(&changes),
            operations: kept.map(|operation| operation.renumbered(&numbers)).collect(),
            changes,
            operations_only: operations.to_vec(),
        }
    }
}

impl Change {
    /// Whether an operation is another for it; what changes for the service changes for all of its operations.
    fn reaches(&self, operation: &str) -> bool {
        let of_all = matches!(self.place, Place::Service | Place::Endpoints);
        let mut operations = self.operations.iter();
        of_all || operations.any(|reached| reached.operation == operation)
    }
}

impl OperationChanges {
    /// The same with other numbers of the changes; a change without a number is left out.
    fn renumbered(&self, numbers: &BTreeMap<usize, usize>) -> Self {
        let paths = |paths: &[PathChange]| {
            let renumber = |path: &PathChange| {
                Some(PathChange {
                    path: path.path.clone(),
                    change: *numbers.get(&path.change)?,
                })
            };
            paths.iter().filter_map(renumber).collect()
        };
        Self {
            own: self
                .own
                .iter()
                .filter_map(|number| numbers.get(number).copied())
                .collect(),
            request: paths(&self.request),
            response: paths(&self.response),
            errors: paths(&self.errors),
            ..self.clone()
        }
    }
}
