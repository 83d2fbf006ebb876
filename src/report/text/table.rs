//! Aligned tables and wrapped sentences for a terminal.

/// Columns to a line of prose.
const WIDTH: usize = 96;

/// How a column stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// Rows of cells, each column as wide as its widest cell.
pub(super) struct Table {
    sides: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table; the last side holds for all further columns.
    pub(super) fn new(sides: &[Align]) -> Self {
        Self { sides: sides.to_vec(), rows: Vec::new() }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(cells.into_iter().map(|cell| plain(&cell.into())).collect());
    }

    /// Writes the table, each line indented by two.
    pub(super) fn write(&self, text: &mut String) {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| self.rows.iter().filter_map(|row| row.get(column)).map(|cell| length(cell)).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (at, cell) in row.iter().enumerate() {
                let space = " ".repeat(widths[at] - length(cell));
                line.push_str("  ");
                match self.side(at) {
                    Align::Left => line.extend([cell.as_str(), &space]),
                    Align::Right => line.extend([space.as_str(), cell]),
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }

    fn side(&self, column: usize) -> Align {
        self.sides.get(column).or(self.sides.last()).copied().unwrap_or(Align::Left)
    }
}

/// Begins a section.
pub(super) fn heading(text: &mut String, heading: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(heading);
    text.push('\n');
}

/// Writes a sentence, wrapped and indented; lines after the first are indented by two more.
pub(in crate::report) fn sentence(text: &mut String, indent: usize, sentence: &str) {
    let mut line = " ".repeat(indent);
    let mut empty = true;
    for word in plain(sentence).split_whitespace() {
        if !empty && length(&line) + 1 + length(word) > WIDTH {
            text.push_str(&line);
            text.push('\n');
            line = " ".repeat(indent + 2);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    if !empty {
        text.push_str(&line);
        text.push('\n');
    }
}

/// The text on one line: a name may hold a line break, which would tear a table apart.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The number of columns a text takes, as far as that can be told without the terminal.
fn length(text: &str) -> usize {
    text.chars().count()
}
