//! Shapes that contain themselves without end.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::model::ShapeKind;

impl<'a> Check<'a, '_, '_> {
    pub(super) fn cycles(&mut self) {
        for cycle in cycles(&self.containers()) {
            let help = "put a structure in between: a list or map that contains itself has no type";
            self.report(
                "lists and maps contain each other without a structure in between",
                &cycle,
                help,
            );
        }
        for cycle in cycles(&self.requirements()) {
            let help = "make one of the members optional: no value of such a structure can ever be complete";
            self.report("structures require each other without end", &cycle, help);
        }
    }

    fn report(&mut self, message: &str, cycle: &[&str], help: &str) {
        let Some(first) = cycle.first() else { return };
        let way = cycle
            .iter()
            .chain([first])
            .map(|shape| format!("`{shape}`"))
            .collect::<Vec<_>>()
            .join(" → ");
        self.at_key(&["shapes", first])
            .error(format!("{message}: {way}"))
            .help(help);
    }

    /// What each list and map directly contains that is a list or map.
    fn containers(&self) -> Graph<'a> {
        let contained = |shape: &'a crate::model::Shape| match &shape.kind {
            ShapeKind::List(list) => Some((shape.name.as_str(), vec![list.member.shape.as_str()])),
            ShapeKind::Map(map) => Some((shape.name.as_str(), vec![map.value.shape.as_str()])),
            _ => None,
        };
        self.model.shapes.values().filter_map(contained).collect()
    }

    /// What each structure can't be without that is a structure.
    fn requirements(&self) -> Graph<'a> {
        let required = self.each_structure().filter(|(_, structure)| !structure.union);
        let required = required.map(|(shape, structure)| {
            let members = structure.members.iter().filter(|member| member.required);
            (
                shape.name.as_str(),
                members.map(|member| member.target.as_str()).collect(),
            )
        });
        required.collect()
    }
}

/// What follows each node; a node that is no key is followed by nothing.
type Graph<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// Cycles of a graph that share no node: at least one in each part that has any.
fn cycles<'a>(graph: &Graph<'a>) -> Vec<Vec<&'a str>> {
    let endless = endless(graph);
    let mut seen = BTreeSet::new();
    let mut cycles = Vec::new();
    for start in &endless {
        let mut way: Vec<&str> = Vec::new();
        let mut next = Some(*start);
        while let Some(node) = next.filter(|node| seen.insert(*node)) {
            way.push(node);
            next = graph
                .get(node)
                .and_then(|follow| follow.iter().find(|node| endless.contains(*node)).copied());
        }
        if let Some(begin) = way.iter().position(|node| Some(*node) == next) {
            cycles.push(way.split_off(begin));
        }
    }
    cycles
}

/// The nodes from which a way goes on without end: what stays when nodes that nothing follows are taken
/// away, again and again.
fn endless<'a>(graph: &Graph<'a>) -> BTreeSet<&'a str> {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    let mut before: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (node, follow) in graph {
        open.insert(node, follow.len());
        for next in follow {
            before.entry(next).or_default().push(node);
        }
    }
    let mut done: Vec<&str> = before
        .keys()
        .filter(|node| !graph.contains_key(*node))
        .copied()
        .collect();
    done.extend(
        open.iter()
            .filter(|(_, count)| **count == 0)
            .map(|(node, _)| *node),
    );
    while let Some(node) = done.pop() {
        for previous in before.remove(node).unwrap_or_default() {
            let Some(count) = open.get_mut(previous) else {
                continue;
            };
            *count -= 1;
            if *count == 0 {
                done.push(previous);
            }
        }
    }
    open.into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(node, _)| node)
        .collect()
}
