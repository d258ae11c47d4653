//! Colours for what reports call by its role.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use codegen::changes::render::{Role, Text};

/// The text, with colours where they are understood.
pub(crate) fn paint(text: &Text, colour: bool) -> String {
    if !colour {
        return text.to_string();
    }
    let mut out = String::new();
    for line in &text.lines {
        for span in &line.spans {
            let style = style(span.role);
            // Writing to a text can't fail.
            let _ = write!(out, "{style}{}{style:#}", span.text);
        }
        out.push('\n');
    }
    out
}

/// How a role looks.
pub(super) fn style(role: Role) -> Style {
    let colour = |colour: AnsiColor| Style::new().fg_color(Some(colour.into()));
    match role {
        Role::Plain => Style::new(),
        Role::Heading => Style::new().bold(),
        Role::Major => colour(AnsiColor::Red).bold(),
        Role::Minor => colour(AnsiColor::Yellow),
        Role::Added => colour(AnsiColor::Green),
        Role::Removed => colour(AnsiColor::Red),
        Role::Changed => colour(AnsiColor::Cyan),
        Role::Faint => Style::new().dimmed(),
    }
}
