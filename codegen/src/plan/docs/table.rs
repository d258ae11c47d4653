//! A table under construction.

/// Rows of cells in Markdown.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// Begins a cell, and a row where there is none.
    pub(super) fn cell(&mut self) {
        if self.rows.is_empty() {
            self.row();
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(String::new());
        }
    }

    /// Adds a paragraph to the cell, and a cell where there is none.
    pub(super) fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.cell();
        }
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(text);
        }
    }

    /// The lines of the table, its first row as the head; none where it has no cells.
    pub(super) fn lines(&self) -> Vec<String> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        if columns == 0 {
            return Vec::new();
        }
        let mut rows = self.rows.iter().filter(|row| !row.is_empty()).map(|row| {
            let cells = row
                .iter()
                .map(String::as_str)
                .chain(std::iter::repeat(""))
                .take(columns);
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        });
        let head = rows.next();
        let rule = format!("|{}", " --- |".repeat(columns));
        head.into_iter().chain([rule]).chain(rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_as_long_as_the_longest() {
        let mut table = Table::default();
        table.text("a");
        table.row();
        table.cell();
        table.text("b");
        table.text("c");
        table.cell();
        assert_eq!(table.lines(), ["| a |  |", "| --- | --- |", "| b c |  |"]);
    }

    #[test]
    fn a_table_without_cells_has_no_lines() {
        let mut table = Table::default();
        table.row();
        assert_eq!(table.lines(), Vec::<String>::new());
    }
}
