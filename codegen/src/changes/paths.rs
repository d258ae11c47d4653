//! What changed for each operation, and by which paths it is reached.
//!
//! A path leads through members that both revisions have: what is below a new member is new altogether, and said
//! there. Structures may contain themselves and each other in many ways, so the search for paths has a limit; the
//! shortest path to each change is always found.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::change::{Change, Level, Place};
use super::kind::{Kind, Mark};
use super::renames::Renames;
use super::report::{OperationChanges, PathChange};
use super::side::Side;
use crate::model::{Operation, ServiceModel, Shape, ShapeKind};

/// How many paths one side of an operation lists, beyond the shortest ones.
const MOST_PATHS: usize = 400;

/// How many shapes one search visits.
const MOST_STEPS: usize = 20_000;

/// How many shapes stand on one path.
const LONGEST_PATH: usize = 100;

/// The operations for which something changed, by name.
pub(super) fn operations(
    before: &Side,
    after: &Side,
    renames: &Renames,
    changes: &[Change],
) -> Vec<OperationChanges> {
    let map = Map::new(&before.model, &after.model, renames, changes);
    let names: BTreeSet<&String> = before
        .model
        .operations
        .keys()
        .chain(after.model.operations.keys())
        .collect();
    names.into_iter().filter_map(|name| map.operation(name)).collect()
}

/// Where changes are, and which shapes lead to them.
struct Map<'a> {
    before: &'a ServiceModel,
    after: &'a ServiceModel,
    renames: &'a Renames,
    changes: &'a [Change],
    /// Changes of operations, by name.
    operations: BTreeMap<&'a str, Vec<usize>>,
    /// Changes of shapes, by name.
    shapes: BTreeMap<&'a str, Vec<usize>>,
    /// Shapes from which a change can be reached.
    leading: BTreeSet<&'a str>,
}

/// Paths to changes, and whether there are more.
#[derive(Default)]
struct Paths {
    found: BTreeSet<PathChange>,
    cut: bool,
}

impl<'a> Map<'a> {
    fn new(
        before: &'a ServiceModel,
        after: &'a ServiceModel,
        renames: &'a Renames,
        changes: &'a [Change],
    ) -> Self {
        let mut map = Self {
            before,
            after,
            renames,
            changes,
            operations: BTreeMap::new(),
            shapes: BTreeMap::new(),
            leading: BTreeSet::new(),
        };
        for (number, change) in changes.iter().enumerate() {
            match &change.place {
                Place::Operation(name) | Place::Paginator(name) => {
                    map.operations.entry(name).or_default().push(number);
                }
                Place::Shape(shape) | Place::Member { shape, .. } | Place::Value { shape, .. }
                    if shows_in_paths(change) =>
                {
                    map.shapes.entry(shape).or_default().push(number);
                }
                _ => {}
            }
        }
        map.leading = leading(after, map.shapes.keys().copied());
        map
    }

    fn operation(&self, name: &str) -> Option<OperationChanges> {
        let sides = (self.before.operations.get(name), self.after.operations.get(name));
        let own = self.operations.get(name).cloned().unwrap_or_default();
        let mut operation = OperationChanges {
            name: name.to_owned(),
            mark: Mark::Changed,
            level: Level::Patch,
            wire: false,
            own,
            request: Vec::new(),
            response: Vec::new(),
            errors: Vec::new(),
            cut: false,
        };
        match sides {
            (Some(before), Some(after)) => self.ends(before, after, &mut operation),
            (Some(_), None) => operation.mark = Mark::Removed,
            (None, Some(_)) => operation.mark = Mark::Added,
            (None, None) => return None,
        }
        let of_paths = [&operation.request, &operation.response, &operation.errors];
        let numbers = of_paths.into_iter().flatten().map(|path| path.change);
        let numbers: Vec<usize> = numbers.chain(operation.own.iter().copied()).collect();
        let changes = || numbers.iter().filter_map(|number| self.changes.get(*number));
        operation.level = changes().map(|change| change.level).max()?;
        operation.wire = changes().any(|change| change.wire);
        Some(operation)
    }

    /// Both ends of an operation, and its errors.
    fn ends(&self, before: &Operation, after: &Operation, operation: &mut OperationChanges) {
        let request = self.from("", before.input_shape(), after.input_shape());
        let response = self.from("", before.output_shape(), after.output_shape());
        let mut errors = Paths::default();
        for error in &after.errors {
            let old = self.renames.old_name(error).unwrap_or(error);
            let paths = self.from(error, old, error);
            errors.found.extend(paths.found);
            errors.cut |= paths.cut;
        }
        operation.cut = request.cut || response.cut || errors.cut;
        operation.request = request.found.into_iter().collect();
        operation.response = response.found.into_iter().collect();
        operation.errors = errors.found.into_iter().collect();
    }

    /// The paths from a shape.
    fn from(&self, path: &str, old: &'a str, new: &'a str) -> Paths {
        let mut paths = Paths::default();
        if !self.leading.contains(new) || !self.before.shapes.contains_key(old) {
            return paths;
        }
        let start = Step {
            path: path.to_owned(),
            old,
            new,
        };
        self.shortest(start.clone(), &mut paths);
        let mut search = Search {
            map: self,
            on_path: Vec::new(),
            steps: 0,
            paths: &mut paths,
        };
        search.walk(&start);
        paths
    }

    /// The shortest path to each change.
    fn shortest(&self, start: Step<'a>, paths: &mut Paths) {
        let mut seen = BTreeSet::from([start.new]);
        let mut open = VecDeque::from([start]);
        while let Some(step) = open.pop_front() {
            paths.found.extend(self.changes_at(&step));
            open.extend(self.next(&step).into_iter().filter(|next| seen.insert(next.new)));
        }
    }

    /// The changes of the shape that a step arrived at.
    fn changes_at(&self, step: &Step<'a>) -> Vec<PathChange> {
        let numbers = self.shapes.get(step.new).into_iter().flatten().copied();
        let path = |number: usize| match self.changes.get(number).map(|change| &change.place) {
            Some(Place::Member { member, .. }) => joined(&step.path, member),
            _ => step.path.clone(),
        };
        numbers
            .map(|number| PathChange {
                path: path(number),
                change: number,
            })
            .collect()
    }

    /// Where one can go from a shape by what both revisions have.
    fn next(&self, step: &Step<'a>) -> Vec<Step<'a>> {
        let kinds = self
            .before
            .shapes
            .get(step.old)
            .zip(self.after.shapes.get(step.new));
        let mut steps = Vec::new();
        let mut go = |path: String, old: &'a str, new: &'a str| {
            // A shape of the same kind in another's place is walked into: what is below it reaches the operation too.
            let word = |shapes: &BTreeMap<String, Shape>, name: &str| {
                shapes.get(name).map(|shape| shape.kind.word())
            };
            let alike = old == new || word(&self.before.shapes, old) == word(&self.after.shapes, new);
            if alike && self.leading.contains(new) {
                steps.push(Step { path, old, new });
            }
        };
        let path = &step.path;
        match kinds.map(|(old, new): (&'a Shape, &'a Shape)| (&old.kind, &new.kind)) {
            Some((ShapeKind::Structure(old), ShapeKind::Structure(new))) => {
                for member in &new.members {
                    if let Some(was) = old.members.iter().find(|was| was.name == member.name) {
                        go(joined(path, &member.name), &was.target, &member.target);
                    }
                }
            }
            Some((ShapeKind::List(old), ShapeKind::List(new))) => {
                go(format!("{path}[]"), &old.member.shape, &new.member.shape);
            }
            Some((ShapeKind::Map(old), ShapeKind::Map(new))) => {
                go(format!("{path}{{key}}"), &old.key.shape, &new.key.shape);
                go(format!("{path}{{}}"), &old.value.shape, &new.value.shape);
            }
            _ => {}
        }
        steps
    }
}

/// A shape at the end of a path.
#[derive(Clone)]
struct Step<'a> {
    path: String,
    old: &'a str,
    new: &'a str,
}

/// A search for all paths on which no shape occurs twice.
struct Search<'s, 'a> {
    map: &'s Map<'a>,
    on_path: Vec<&'a str>,
    steps: usize,
    paths: &'s mut Paths,
}

impl<'a> Search<'_, 'a> {
    fn walk(&mut self, step: &Step<'a>) {
        self.steps += 1;
        let too_far = self.on_path.len() >= LONGEST_PATH;
        if too_far || self.steps > MOST_STEPS || self.paths.found.len() > MOST_PATHS {
            self.paths.cut = true;
            return;
        }
        self.paths.found.extend(self.map.changes_at(step));
        self.on_path.push(step.new);
        for next in self.map.next(step) {
            if !self.on_path.contains(&next.new) {
                self.walk(&next);
            }
        }
        self.on_path.pop();
    }
}

/// Whether a change is told at the paths that lead to it. Shapes that come and go do so with the members that name
/// them, and an order without effect is nothing to look for.
fn shows_in_paths(change: &Change) -> bool {
    match change.kind {
        Kind::ShapeAdded | Kind::ShapeRemoved | Kind::EnteredApi | Kind::LeftApi => false,
        Kind::Order => change.level > Level::Patch,
        _ => true,
    }
}

fn joined(path: &str, member: &str) -> String {
    if path.is_empty() {
        member.to_owned()
    } else {
        format!("{path}.{member}")
    }
}

/// The shapes from which these can be reached.
fn leading<'a>(model: &'a ServiceModel, changed: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut users: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for shape in model.shapes.values() {
        let mut used = |target: &'a str| users.entry(target).or_default().push(&shape.name);
        match &shape.kind {
            ShapeKind::Structure(structure) => {
                structure.members.iter().for_each(|member| used(&member.target));
            }
            ShapeKind::List(list) => used(&list.member.shape),
            ShapeKind::Map(map) => {
                used(&map.key.shape);
                used(&map.value.shape);
            }
            _ => {}
        }
    }
    let mut leading = BTreeSet::new();
    let mut open: Vec<&str> = changed.collect();
    while let Some(shape) = open.pop() {
        if leading.insert(shape) {
            open.extend(users.get(shape).into_iter().flatten());
        }
    }
    leading
}
