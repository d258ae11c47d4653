//! What changed between two revisions of a service, and what it means for users of the generated crate.
//!
//! [`compare`] finds every difference of the wire facts, then every difference of the crate's public items, and lets
//! the ones account for the others: a difference of items that no fact explains is a change of its own, and major.
//! Levels follow one table, `rules`. [`page`] shows one operation whole, with what is new or gone.

mod accounts;
mod change;
mod compare;
mod effects;
mod facts;
mod filter;
mod kind;
pub mod page;
mod paths;
mod reach;
mod renames;
pub mod render;
mod report;
mod rules;
mod side;
mod subjects;

pub use self::change::{Change, Direction, ItemChange, Level, Place, Reached};
pub use self::compare::compare;
pub use self::kind::{Kind, Mark};
pub use self::report::{OperationChanges, PathChange, Report, Revision, Size};
pub use self::side::Side;
