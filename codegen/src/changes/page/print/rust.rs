//! The generated Rust items.

use super::line::{Line, Span, Style, below, remark};
use crate::changes::page::{ItemKind, Mark, OperationPage, RustField, RustItem};

/// Up to where the variants of an enum share a line.
const WIDTH: usize = 96;

/// The Rust items that an operation's users see, as their definitions.
pub fn rust_items(page: &OperationPage) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut module = "";
    for item in &page.items {
        if !lines.is_empty() {
            lines.push(Line::new(Mark::Same, 0, Vec::new()));
        }
        if item.module != module {
            module = item.module;
            let text = Span::new(Style::Comment, format!("// module `{module}`"));
            lines.push(Line::new(Mark::Same, 0, vec![text]));
        }
        one(item, &mut lines);
    }
    if page.items_left_out > 0 {
        let text = format!("cut here: {} more types", page.items_left_out);
        lines.push(Line::new(Mark::Same, 0, vec![Span::new(Style::Comment, text)]));
    }
    lines
}

fn one<'p>(item: &'p RustItem, lines: &mut Vec<Line<'p>>) {
    let keyword = match item.kind {
        ItemKind::Structure => "pub struct ",
        ItemKind::Union | ItemKind::Enum => "pub enum ",
    };
    let mut head = vec![
        Span::new(Style::Keyword, keyword),
        Span::new(Style::Type, item.name.as_str()),
        Span::punctuation(" {"),
    ];
    let is_even = item
        .fields
        .iter()
        .all(|field| below(item.mark, field.mark) == item.mark);
    if item.kind == ItemKind::Enum && is_even {
        let variants = variants(item);
        if Line::width(&head) + Line::width(&variants) <= WIDTH {
            head.extend(variants);
            head.push(Span::punctuation(" }"));
            lines.push(Line::new(item.mark, 0, head));
            return;
        }
    }
    if item.fields.is_empty() && item.kind == ItemKind::Structure && item.mark != Mark::Changed {
        head.push(Span::punctuation("}"));
        lines.push(Line::new(item.mark, 0, head));
        return;
    }
    if item.mark == Mark::Changed {
        head.push(Span::comment(&remark(&item.changes)));
    }
    lines.push(Line::new(item.mark, 0, head));
    for field in &item.fields {
        lines.push(self::field(item, field));
    }
    let mark = below(item.mark, Mark::Same);
    if item.kind != ItemKind::Structure {
        lines.push(Line::new(
            mark,
            1,
            vec![Span::new(Style::Comment, "Unrecognized(…),")],
        ));
    }
    lines.push(Line::new(mark, 0, vec![Span::punctuation("}")]));
}

fn variants(item: &RustItem) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    for field in &item.fields {
        spans.push(Span::punctuation(" "));
        spans.push(Span::new(Style::Value, field.name.as_str()));
        spans.push(Span::punctuation(","));
    }
    spans.push(Span::new(Style::Comment, " Unrecognized(…)"));
    spans
}

fn field<'p>(item: &RustItem, field: &'p RustField) -> Line<'p> {
    let name = Span::new(Style::Name, field.name.as_str());
    let ty = Span::new(Style::Type, field.ty.as_str());
    let mut spans = match item.kind {
        ItemKind::Structure => vec![
            Span::new(Style::Keyword, "pub "),
            name,
            Span::punctuation(": "),
            ty,
            Span::punctuation(","),
        ],
        ItemKind::Union => vec![name, Span::punctuation("("), ty, Span::punctuation("),")],
        ItemKind::Enum => vec![name, Span::punctuation(",")],
    };
    if field.mark == Mark::Changed {
        spans.push(Span::comment(&remark(&field.changes)));
    }
    Line::new(below(item.mark, field.mark), 1, spans)
}
