//! `partitions.json`: the regions of all partitions.

use super::keys::On;
use super::reader::Reader;
use crate::diagnostic::{Diagnostic, Source};
use crate::model::{Partition, Partitions, Piece, Region, RegionPattern};
use crate::read::json::{self, Node};
use crate::read::problems::Problems;

/// Reads botocore's file of partitions.
///
/// # Errors
///
/// The text is not JSON, or no sound partitions file.
pub fn partitions(source: &Source) -> Result<Partitions, Vec<Diagnostic>> {
    let mut problems = Problems::new([source]);
    let mut partitions = Partitions::default();
    match json::parse(&source.text, 0) {
        Ok(tree) => {
            json::report_duplicates(&tree, &mut problems);
            let mut reader = Reader {
                problems: &mut problems,
            };
            partitions = reader.partitions(&Node::root(&tree));
        }
        Err(error) => problems.syntax(error),
    }
    if problems.any_error() {
        Err(problems.finish())
    } else {
        Ok(partitions)
    }
}

impl Reader<'_, '_> {
    fn partitions(&mut self, root: &Node<'_, '_>) -> Partitions {
        let mut partitions = Partitions::default();
        for (key, child) in self.object(root) {
            match key {
                "partitions" => {
                    let items = self.array(&child);
                    partitions.partitions = items.map(|node| self.partition(&node)).collect();
                    if child.value.items().is_empty() {
                        let help = "regions that nobody knows are taken to be in the first partition";
                        self.problems
                            .at(&child)
                            .error("there are no partitions")
                            .help(help);
                    }
                }
                _ => self.other_key(On::Partitions, key, &child),
            }
        }
        self.needs(
            root,
            "partitions",
            "a partitions file has it: is this a `partitions.json`?",
        );
        partitions
    }

    fn partition(&mut self, node: &Node<'_, '_>) -> Partition {
        let mut partition = empty_partition();
        for (key, child) in self.object(node) {
            match key {
                "id" => partition.id = self.text(&child).unwrap_or_default(),
                "regionRegex" => partition.pattern = self.pattern(&child).unwrap_or_default(),
                "regions" => {
                    partition.regions = self.named(&child, |reader, _, node| Some(reader.region(node)));
                }
                "outputs" => self.outputs(&child, &mut partition),
                _ => self.other_key(On::Partition, key, &child),
            }
        }
        for (key, help) in [
            ("id", "it is the partition's name, such as `aws`"),
            ("regionRegex", "it says what the names of its regions look like"),
            ("regions", "they are the known regions by name"),
            ("outputs", "they are what endpoint rules want to know"),
        ] {
            self.needs(node, key, help);
        }
        partition
    }

    fn region(&mut self, node: &Node<'_, '_>) -> Region {
        let mut region = Region::default();
        for (key, child) in self.object(node) {
            match key {
                "description" => region.description = self.text(&child),
                _ => self.other_key(On::Region, key, &child),
            }
        }
        region
    }

    fn outputs(&mut self, node: &Node<'_, '_>, partition: &mut Partition) {
        for (key, child) in self.object(node) {
            let mut text = |into: &mut String| *into = self.text(&child).unwrap_or_default();
            match key {
                "dnsSuffix" => text(&mut partition.dns_suffix),
                "dualStackDnsSuffix" => text(&mut partition.dual_stack_dns_suffix),
                "implicitGlobalRegion" => text(&mut partition.implicit_global_region),
                "supportsFIPS" => partition.supports_fips = self.flag(&child),
                "supportsDualStack" => partition.supports_dual_stack = self.flag(&child),
                // The partition's id says the same.
                "name" => {}
                _ => self.other_key(On::PartitionOutputs, key, &child),
            }
        }
        for key in [
            "dnsSuffix",
            "dualStackDnsSuffix",
            "implicitGlobalRegion",
            "supportsFIPS",
            "supportsDualStack",
        ] {
            self.needs(node, key, "endpoint rules ask for it");
        }
    }

    fn pattern(&mut self, node: &Node<'_, '_>) -> Option<RegionPattern> {
        let text = self.text(node)?;
        let pieces = text
            .strip_prefix('^')
            .and_then(|text| pieces(text.strip_suffix('$')?));
        if pieces.is_none() {
            let help = "known are `^`, plain text, `(one|other)`, `\\w+`, `\\d+` and `$`: \
                        tell the maintainers of this generator if regions have other names now";
            self.problems
                .at(node)
                .error(format!(
                    "`{text}` is no regular expression of the kind that is known"
                ))
                .help(help);
        }
        pieces.map(|pieces| RegionPattern { pieces })
    }
}

/// What stands between `^` and `$`.
fn pieces(mut rest: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    while !rest.is_empty() {
        let (piece, after) = if let Some(after) = rest.strip_prefix(r"\w+") {
            (Piece::Word, after)
        } else if let Some(after) = rest.strip_prefix(r"\d+") {
            (Piece::Digits, after)
        } else if let Some(after) = rest.strip_prefix('(') {
            let (inside, after) = after.split_once(')')?;
            (
                Piece::OneOf(inside.split('|').map(literal).collect::<Option<_>>()?),
                after,
            )
        } else {
            let plain = rest.strip_prefix('\\').unwrap_or(rest);
            let escape = rest.len() - plain.len();
            let end = plain.char_indices().nth(1).map_or(plain.len(), |(end, _)| end) + escape;
            let (character, after) = rest.split_at_checked(end)?;
            (Piece::Text(literal(character)?), after)
        };
        match (pieces.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => pieces.push(piece),
        }
        rest = after;
    }
    Some(pieces)
}

/// Text in which nothing but escaped punctuation means more than itself.
fn literal(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => plain.push(characters.next().filter(char::is_ascii_punctuation)?),
            '-' | '_' => plain.push(character),
            _ if character.is_ascii_alphanumeric() => plain.push(character),
            _ => return None,
        }
    }
    (!plain.is_empty()).then_some(plain)
}

fn empty_partition() -> Partition {
    Partition {
        id: String::new(),
        regions: std::collections::BTreeMap::new(),
        pattern: RegionPattern::default(),
        dns_suffix: String::new(),
        dual_stack_dns_suffix: String::new(),
        implicit_global_region: String::new(),
        supports_fips: false,
        supports_dual_stack: false,
    }
}
