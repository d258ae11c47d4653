//! Text from a page. Everything is decided before: nothing here looks at a model or a plan.
//!
//! A page is printed in two steps. First it becomes [`Line`]s of [`Span`]s, each with its mark: [`request_syntax`] and
//! [`response_syntax`] show what goes over the wire, [`structure`] the members with types, limits and documentation,
//! [`call`] how Rust makes a request, [`rust_items`] the generated types. Then [`text`] writes them for a terminal and
//! [`markdown`] for a page of Markdown; HTML is made from the lines elsewhere.

mod call;
mod http;
mod line;
mod markdown;
mod rust;
mod sections;
mod structure;
mod syntax;
mod text;
mod value;

pub use self::call::call;
pub use self::http::{request_syntax, response_syntax};
pub use self::line::{Line, Span, Style, change_text, marked_only};
pub use self::markdown::markdown;
pub use self::rust::rust_items;
pub use self::sections::{Language, Section, sections};
pub use self::structure::{notes, structure};
pub use self::syntax::syntax;
pub use self::text::{Paint, Plain, text, write_lines};
