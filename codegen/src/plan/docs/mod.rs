//! Documentation: what a model says in HTML becomes what rustdoc reads, Markdown in short lines.
//!
//! Two steps, each usable alone: [`html::markdown`] turns a model's `documentation` into Markdown, and
//! [`wrap::wrap`] breaks Markdown, ours or converted, into the lines of a doc comment. Whatever the input, the
//! result is free of rustdoc's and clippy's warnings and holds no code block that would be run as a test.
//!
//! The HTML of service models is not quite HTML: tags of other formats (`<note>`, `<fullname>`), placeholders
//! that nobody escaped (`arn:aws:kms:<region>`), tags that close late or never. A browser's parser would drop
//! text at such places; this one keeps it, which is why it is our own. It decides nothing about which text is
//! used where, and knows no service.

mod block;
mod escape;
pub mod html;
mod inline;
mod render;
mod spans;
mod table;
mod token;
pub mod wrap;
