//! Tables as spreadsheets write them: from bytes to rows with the lines they stand on, as an editor counts them. And workbooks
//! for them, which open in any country by a double click and keep what stands in a cell as it is.

mod write;

pub use write::{Content, TableError, Workbook, WorkbookError};

use csv::{ReaderBuilder, StringRecord, Trim};
use std::path::Path;

/// A row that is not blank.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line, from 1.
    pub line: usize,
    /// What it holds, without spaces around it.
    pub cells: StringRecord,
}

/// Why a table cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has more bytes than [`LARGEST`].
    TooLarge,
    /// It is no text in UTF-8.
    NoText,
    /// The row cannot be taken apart, in the words of the library that tried.
    Row(String),
    /// It has more rows than this.
    TooManyRows(usize),
}

/// The largest table that is read, in bytes.
pub const LARGEST: usize = 1024 * 1024;

/// What lines end with.
pub const ENDS: [char; 2] = ['\r', '\n'];

/// Whether a file of this name is a workbook.
pub fn is_workbook_name(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// The rows of a table, its heading first, and of at most so many rows below that. Between cells stands a comma, a semicolon
/// or a tabulator.
///
/// # Errors
/// Why it cannot be read, with the line.
pub fn rows(bytes: &[u8], most: usize) -> Result<Vec<Row>, (usize, Unread)> {
    records(decode(bytes)?, most)
}

fn decode(bytes: &[u8]) -> Result<&str, (usize, Unread)> {
    if bytes.len() > LARGEST {
        return Err((1, Unread::TooLarge));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + line_ends(&bytes[..error.valid_up_to()]);
        (line, Unread::NoText)
    })
}

/// How many lines end in these bytes, in any of the three ways.
fn line_ends(bytes: &[u8]) -> usize {
    let next = |at: usize| bytes.get(at + 1);
    (0..bytes.len()).filter(|at| bytes[*at] == b'\n' || (bytes[*at] == b'\r' && next(*at) != Some(&b'\n'))).count()
}

fn records(text: &str, most: usize) -> Result<Vec<Row>, (usize, Unread)> {
    let (text, mut line) = skip_separator(text);
    let mut reader = ReaderBuilder::new();
    reader.has_headers(false).flexible(true).trim(Trim::All).delimiter(delimiter(text));
    let (mut rows, mut counted) = (Vec::new(), 0);
    for record in reader.from_reader(text.as_bytes()).into_records() {
        let cells = record.map_err(|error| (line, Unread::Row(error.to_string())))?;
        if cells.iter().all(str::is_empty) {
            continue;
        }
        // The reader's own count stops short of blank lines, so lines are counted here.
        let at = cells.position().map_or(counted, |position| usize::try_from(position.byte()).unwrap_or(counted));
        let at = at + text[at..].len() - text[at..].trim_start_matches(ENDS).len();
        line += line_ends(&text.as_bytes()[counted..at]);
        counted = at;
        if rows.len() > most {
            return Err((line, Unread::TooManyRows(most)));
        }
        rows.push(Row { line, cells });
    }
    Ok(rows)
}

/// Skips the line by which some spreadsheets say what stands between cells, and gives the number of the next one.
fn skip_separator(text: &str) -> (&str, usize) {
    let first = text.split(ENDS).next().unwrap_or_default();
    if !first.to_lowercase().starts_with("sep=") {
        return (text, 1);
    }
    let rest = &text[first.len()..];
    (rest.strip_prefix("\r\n").or(rest.strip_prefix(ENDS)).unwrap_or(rest), 2)
}

/// What stands between the cells of the heading, which holds no such character itself.
fn delimiter(text: &str) -> u8 {
    let heading = text.split(ENDS).find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: &u8| heading.bytes().filter(|byte| byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}
