//! Tables of Markdown that can be read in a terminal as they are.

use std::fmt;

/// Rows of cells under a heading. The first column is aligned on the left, the others on the right.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new<S: Into<String>>(heading: impl IntoIterator<Item = S>) -> Self {
        Table { rows: vec![heading.into_iter().map(Into::into).collect()] }
    }

    /// Adds a row. Cells that it lacks stay empty; what it has more than the heading is left out.
    pub fn row<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        let columns = self.rows[0].len();
        let mut cells: Vec<String> = cells.into_iter().take(columns).map(Into::into).collect();
        cells.resize(columns, String::new());
        self.rows.push(cells);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max();
        // A line of less than three is no table to some readers.
        let widths: Vec<usize> =
            (0..self.rows[0].len()).map(|column| width(column).unwrap_or(0).max(3)).collect();
        for (i, row) in self.rows.iter().enumerate() {
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                match column {
                    0 => write!(f, "| {cell:<width$} ")?,
                    _ => write!(f, "| {cell:>width$} ")?,
                }
            }
            writeln!(f, "|")?;
            if i == 0 {
                for (column, width) in widths.iter().enumerate() {
                    match column {
                        0 => write!(f, "|{}", "-".repeat(width + 2))?,
                        _ => write!(f, "|{}:", "-".repeat(width + 1))?,
                    }
                }
                writeln!(f, "|")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_markdown_with_its_columns_under_one_another() {
        let mut table = Table::new(["", "step", "× limit"]);
        table.row(["ours", "0.488 ms", "1.18"]);
        table.row(["NumPy", "12.2 µs"]);
        let want = "\
|       |     step | × limit |
|-------|---------:|--------:|
| ours  | 0.488 ms |    1.18 |
| NumPy |  12.2 µs |         |
";
        assert_eq!(table.to_string(), want);
    }

    #[test]
    fn a_narrow_column_still_has_a_line_that_readers_know() {
        assert_eq!(Table::new(["a", "b"]).to_string(), "| a   |   b |\n|-----|----:|\n");
    }
}
