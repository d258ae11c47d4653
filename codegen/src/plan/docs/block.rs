//! Blocks of Markdown, one after the other, inside lists and quotes.

/// What blocks can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    /// A block quote; whether anything has been written in it.
    Quote { begun: bool },
    /// A list, and how many of its items have been written.
    List { ordered: bool, items: usize },
    /// An item of the list around it; the width of its marker, 0 until it is written.
    Item { width: usize },
}

/// Containers nest this deep at the most: further ones are left out, and their blocks stand in the last.
const DEEPEST: usize = 16;

/// Markdown under construction.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    out: String,
    stack: Vec<Container>,
}

impl Blocks {
    /// Everything written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Begins a block quote.
    pub(super) fn open_quote(&mut self) {
        self.open(Container::Quote { begun: false });
    }

    /// Ends the innermost block quote and what is open in it.
    pub(super) fn close_quote(&mut self) {
        self.close(|container| matches!(container, Container::Quote { .. }));
    }

    /// Begins a list.
    pub(super) fn open_list(&mut self, ordered: bool) {
        self.open(Container::List { ordered, items: 0 });
    }

    /// Ends the innermost list and what is open in it.
    pub(super) fn close_list(&mut self) {
        self.close(|container| matches!(container, Container::List { .. }));
    }

    /// Begins an item, and a list for it where there is none. An item before it ends.
    pub(super) fn open_item(&mut self) {
        let innermost = self
            .stack
            .iter()
            .rposition(|container| !matches!(container, Container::Item { .. }));
        match innermost.and_then(|at| self.stack.get(at).map(|container| (at, *container))) {
            Some((at, Container::List { .. })) => self.stack.truncate(at + 1),
            _ => self.open_list(false),
        }
        if matches!(self.stack.last(), Some(Container::List { .. })) {
            self.stack.push(Container::Item { width: 0 });
        }
    }

    /// Ends what is open in the innermost item. The item itself ends when the next begins or the list ends: what
    /// stands between two items belongs to the first.
    pub(super) fn close_item(&mut self) {
        if let Some(at) = self
            .stack
            .iter()
            .rposition(|container| matches!(container, Container::Item { .. }))
        {
            self.stack.truncate(at + 1);
        }
    }

    /// Writes a paragraph, which is one line; nothing, if it is empty.
    pub(super) fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.lines([text]);
        }
    }

    /// Writes a block of lines.
    pub(super) fn lines<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) {
        self.separate();
        let mut prefix = self.begin();
        for (at, line) in lines.into_iter().enumerate() {
            if at > 0 {
                self.out.push('\n');
            }
            self.out.push_str(&prefix);
            self.out.push_str(line);
            self.out.truncate(self.out.trim_end_matches(' ').len());
            if at == 0 {
                prefix = self.prefix();
            }
        }
    }

    fn open(&mut self, container: Container) {
        if self.stack.len() < DEEPEST {
            self.stack.push(container);
        }
    }

    fn close(&mut self, wanted: impl Fn(&Container) -> bool) {
        if let Some(at) = self.stack.iter().rposition(wanted) {
            self.stack.truncate(at);
        }
    }

    /// Ends the line before a block, with a blank line where the block is not simply the next item of a list.
    fn separate(&mut self) {
        if self.out.is_empty() {
            return;
        }
        self.out.push('\n');
        let new_item = self
            .stack
            .iter()
            .position(|container| matches!(container, Container::Item { width: 0 }));
        let inside = self.stack.get(..new_item.unwrap_or_default()).unwrap_or_default();
        let around = inside
            .iter()
            .rev()
            .take_while(|container| !matches!(container, Container::Quote { .. }));
        let mut around = around.filter(|container| match container {
            Container::List { items, .. } => *items > 0,
            Container::Item { width } => *width > 0,
            Container::Quote { .. } => false,
        });
        if around.next().is_none() {
            let prefix = self.prefix();
            self.out.push_str(prefix.trim_end());
            self.out.push('\n');
        }
    }

    /// What stands before every line but the first of a block in the containers that have been begun.
    fn prefix(&self) -> String {
        let mut prefix = String::new();
        for container in &self.stack {
            match container {
                Container::Quote { begun: false } | Container::Item { width: 0 } => break,
                Container::Quote { begun: true } => prefix.push_str("> "),
                Container::Item { width } => prefix.extend(std::iter::repeat_n(' ', *width)),
                Container::List { .. } => {}
            }
        }
        prefix
    }

    /// What stands before the first line of a block; marks all containers as begun.
    fn begin(&mut self) -> String {
        let mut prefix = String::new();
        let mut marker = None;
        for container in &mut self.stack {
            match container {
                Container::Quote { begun } => {
                    *begun = true;
                    prefix.push_str("> ");
                }
                Container::List { ordered, items } => marker = Some((*ordered, items)),
                Container::Item { width } if *width > 0 => prefix.extend(std::iter::repeat_n(' ', *width)),
                Container::Item { width } => {
                    let text = match marker.take() {
                        Some((ordered, items)) => {
                            *items += 1;
                            if ordered {
                                format!("{items}. ")
                            } else {
                                "- ".to_owned()
                            }
                        }
                        None => "- ".to_owned(),
                    };
                    *width = text.len();
                    prefix.push_str(&text);
                }
            }
        }
        prefix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_separated_by_a_blank_line() {
        let mut blocks = Blocks::default();
        blocks.paragraph("a");
        blocks.paragraph("");
        blocks.paragraph("b");
        assert_eq!(blocks.finish(), "a\n\nb");
    }

    #[test]
    fn items_follow_each_other_without_blank_lines() {
        let mut blocks = Blocks::default();
        blocks.paragraph("a");
        blocks.open_list(false);
        for text in ["b", "c"] {
            blocks.open_item();
            blocks.paragraph(text);
        }
        blocks.close_list();
        blocks.paragraph("d");
        assert_eq!(blocks.finish(), "a\n\n- b\n- c\n\nd");
    }

    #[test]
    fn further_blocks_of_an_item_are_indented_by_its_marker() {
        let mut blocks = Blocks::default();
        blocks.open_list(true);
        for _ in 0..10 {
            blocks.open_item();
            blocks.paragraph("a");
        }
        blocks.paragraph("b");
        assert!(blocks.finish().ends_with("\n10. a\n\n    b"));
    }

    #[test]
    fn a_list_in_an_item_follows_it_directly() {
        let mut blocks = Blocks::default();
        blocks.open_list(false);
        blocks.open_item();
        blocks.paragraph("a");
        blocks.open_list(true);
        blocks.open_item();
        blocks.paragraph("b");
        blocks.close_list();
        blocks.open_item();
        blocks.paragraph("c");
        assert_eq!(blocks.finish(), "- a\n  1. b\n- c");
    }

    #[test]
    fn a_list_in_a_quote_keeps_the_quote() {
        let mut blocks = Blocks::default();
        blocks.paragraph("a");
        blocks.open_quote();
        blocks.paragraph("b");
        blocks.open_list(false);
        blocks.open_item();
        blocks.paragraph("c");
        blocks.lines(["d", "e"]);
        blocks.close_quote();
        blocks.paragraph("f");
        assert_eq!(blocks.finish(), "a\n\n> b\n>\n> - c\n>\n>   d\n>   e\n\nf");
    }

    #[test]
    fn quotes_side_by_side_stay_two() {
        let mut blocks = Blocks::default();
        for text in ["a", "b"] {
            blocks.open_quote();
            blocks.paragraph(text);
            blocks.close_quote();
        }
        assert_eq!(blocks.finish(), "> a\n\n> b");
    }

    #[test]
    fn an_item_without_text_leaves_no_marker_and_no_number() {
        let mut blocks = Blocks::default();
        blocks.open_list(true);
        blocks.open_item();
        blocks.close_item();
        blocks.open_item();
        blocks.paragraph("a");
        assert_eq!(blocks.finish(), "1. a");
    }

    #[test]
    fn text_between_two_items_belongs_to_the_first() {
        let mut blocks = Blocks::default();
        blocks.open_list(false);
        blocks.open_item();
        blocks.paragraph("a");
        blocks.close_item();
        blocks.paragraph("b");
        blocks.open_item();
        blocks.paragraph("c");
        assert_eq!(blocks.finish(), "- a\n\n  b\n- c");
    }

    #[test]
    fn an_item_without_a_list_gets_one() {
        let mut blocks = Blocks::default();
        blocks.open_item();
        blocks.paragraph("a");
        assert_eq!(blocks.finish(), "- a");
    }

    #[test]
    fn endless_nesting_is_cut() {
        let mut blocks = Blocks::default();
        for _ in 0..1000 {
            blocks.open_list(false);
            blocks.open_item();
        }
        blocks.paragraph("a");
        assert_eq!(blocks.finish(), format!("{}a", "- ".repeat(DEEPEST / 2)));
    }
}
