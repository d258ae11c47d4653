//! Partitions: groups of regions that share a domain and nothing else with the others.

use std::collections::{BTreeMap, BTreeSet};

/// All partitions, the usual one first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Partitions {
    /// The partitions in the order in which a region is looked for.
    pub partitions: Vec<Partition>,
}

/// A group of regions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    /// The partition's name, such as `aws-cn`.
    pub id: String,
    /// Its known regions by name.
    pub regions: BTreeMap<String, Region>,
    /// What the names of its regions look like, those that are not known yet included.
    pub pattern: RegionPattern,
    /// The domain of its endpoints, such as `amazonaws.com`.
    pub dns_suffix: String,
    /// The domain of its endpoints that have IPv6 addresses too.
    pub dual_stack_dns_suffix: String,
    /// The region that requests to services without regions are signed for.
    pub implicit_global_region: String,
    /// Whether it has endpoints for FIPS 140.
    pub supports_fips: bool,
    /// Whether it has endpoints with IPv6 addresses.
    pub supports_dual_stack: bool,
}

/// A region.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Region {
    /// Its name for people, such as `Europe (Zurich)`.
    pub description: Option<String>,
}

impl Partitions {
    /// The partition that a region is in: one that knows it, else the first whose pattern fits, else the first,
    /// which is also that of no region. `None` where there are no partitions.
    pub fn of(&self, region: Option<&str>) -> Option<&Partition> {
        let first = |fits: &dyn Fn(&Partition, &str) -> bool| {
            let mut partitions = self.partitions.iter();
            partitions.find(|partition| region.is_some_and(|region| fits(partition, region)))
        };
        first(&|partition, region| partition.regions.contains_key(region))
            .or_else(|| first(&|partition, region| partition.pattern.matches(region)))
            .or(self.partitions.first())
    }
}

/// What the names of a partition's regions look like: the part of regular expressions that partitions use.
///
/// It is data and not an expression of some library, so that generated code can match it with a few lines and
/// no library at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RegionPattern {
    /// What follows each other from the first character of a name to the last.
    pub pieces: Vec<Piece>,
}

/// A part of a region's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// That text.
    Text(String),
    /// One of these texts.
    OneOf(Vec<String>),
    /// One or more ASCII letters, digits and underscores: `\w+`.
    Word,
    /// One or more ASCII digits: `\d+`.
    Digits,
}

impl RegionPattern {
    /// No region has a longer name; a label of a host name could not hold it.
    const LONGEST: usize = 63;

    /// Whether a region's name looks like that.
    pub fn matches(&self, region: &str) -> bool {
        if region.len() > Self::LONGEST {
            return false;
        }
        // All positions that can be reached: no backtracking, so that every pattern is matched in little time.
        let mut reached = BTreeSet::from([0]);
        for piece in &self.pieces {
            reached = reached
                .iter()
                .flat_map(|start| piece.ends(region, *start))
                .collect();
        }
        reached.contains(&region.len())
    }
}

impl Piece {
    /// Where this may end, if it begins there.
    fn ends(&self, text: &str, start: usize) -> Vec<usize> {
        let rest = text.get(start..).unwrap_or_default();
        let of_text = |piece: &String| rest.starts_with(piece.as_str()).then_some(start + piece.len());
        let of_bytes = |is: fn(u8) -> bool| {
            let length = rest.bytes().take_while(|byte| is(*byte)).count();
            (start + 1..=start + length).collect()
        };
        match self {
            Self::Text(piece) => of_text(piece).into_iter().collect(),
            Self::OneOf(pieces) => pieces.iter().filter_map(of_text).collect(),
            Self::Word => of_bytes(|byte| byte.is_ascii_alphanumeric() || byte == b'_'),
            Self::Digits => of_bytes(|byte| byte.is_ascii_digit()),
        }
    }
}
