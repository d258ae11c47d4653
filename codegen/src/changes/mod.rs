//! What two revisions of a service have in common, and what they do not.

pub mod page;
