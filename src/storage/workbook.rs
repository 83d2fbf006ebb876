//! A workbook that is read as a table: the first sheet's cells as the text that somebody would have typed into them.

use crate::locale::tr;
use crate::spreadsheet::LARGEST;
use calamine::{Cell, DataRef, ExcelDateTime, Reader as _, StyleRange, Xlsx, XlsxError};
use csv::WriterBuilder;
use std::io::{self, Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// How many times as large as the largest table what is packed into a workbook may be.
const UNPACKED: u64 = 64;
/// The most columns and rows that are looked at.
const COLUMNS: usize = 200;
const ROWS: usize = 100_000;

/// Why a workbook cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookProblem {
    /// It is damaged or locked by a password, in the words of the library that tried.
    #[error("{}", tr!("the workbook cannot be read: {error}; save it anew as XLSX or as CSV", error = .0))]
    Damaged(#[from] XlsxError),
    /// It is no archive.
    #[error("{}", tr!("the workbook cannot be read: {error}; save it anew as XLSX or as CSV", error = .0))]
    NoArchive(#[from] ZipError),
    /// What is packed into it cannot be unpacked.
    #[error("{}", tr!("the workbook cannot be read: {error}; save it anew as XLSX or as CSV", error = .0))]
    Packed(#[from] io::Error),
    /// As text it could not be written down.
    #[error("{}", tr!("the workbook cannot be read: {error}; save it anew as XLSX or as CSV", error = .0))]
    Text(#[from] csv::Error),
    /// It holds more than a table does.
    #[error("{}", tr!("the workbook holds too much for such a table; leave only the table in it"))]
    TooLarge,
}

/// The table in these bytes as text: that of the first sheet of a workbook, each row on the line of its number; anything else as it
/// is.
///
/// # Errors
/// If it is a workbook that cannot be read, or that holds too much.
pub fn table_of(bytes: Vec<u8>) -> Result<Vec<u8>, WorkbookProblem> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(bytes);
    }
    check_size(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..]))?;
    let first = book.sheet_names().first().cloned().unwrap_or_default();
    let styles = book.worksheet_style(&first)?;
    let mut sheet = Sheet { styles, rows: Vec::new() };
    let mut cells = book.worksheet_cells_reader(&first)?;
    while let Some(cell) = cells.next_cell()? {
        sheet.add(&cell)?;
    }
    sheet.text()
}

/// Refuses what would fill the memory when it is unpacked. What an archive says of its size may be wrong.
fn check_size(bytes: &[u8]) -> Result<(), WorkbookProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = LARGEST as u64 * UNPACKED;
    for at in 0..archive.len() {
        left -= io::copy(&mut archive.by_index(at)?.take(left), &mut io::sink())?;
    }
    if left == 0 { Err(WorkbookProblem::TooLarge) } else { Ok(()) }
}

/// A sheet being read.
struct Sheet {
    styles: StyleRange,
    /// The texts of each row's cells.
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn add(&mut self, cell: &Cell<DataRef<'_>>) -> Result<(), WorkbookProblem> {
        let (row, column) = cell.get_position();
        let (row, column, text) = (row as usize, column as usize, self.shown(cell));
        if text.is_empty() {
            return Ok(());
        }
        if row >= ROWS || column >= COLUMNS {
            return Err(WorkbookProblem::TooLarge);
        }
        self.rows.resize(self.rows.len().max(row + 1), Vec::new());
        let cells = &mut self.rows[row];
        cells.resize(cells.len().max(column + 1), String::new());
        cells[column] = text;
        Ok(())
    }

    /// What a cell shows, as it would be typed on one line. A share that is shown as a percentage is one.
    fn shown(&self, cell: &Cell<DataRef<'_>>) -> String {
        let is_percent = || {
            let style = self.styles.get(cell.get_position());
            style.and_then(|style| style.number_format.as_ref()).is_some_and(|format| format.format_code.contains('%'))
        };
        match cell.get_value() {
            DataRef::Float(share) if is_percent() => format!("{}%", decimal(share * 100.0)),
            DataRef::Float(number) => decimal(*number),
            DataRef::Int(number) => number.to_string(),
            DataRef::String(text) => on_one_line(text),
            DataRef::SharedString(text) => on_one_line(text),
            DataRef::Bool(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
            DataRef::DateTime(day) => written(*day),
            DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
            DataRef::DurationIso(text) => text.clone(),
            DataRef::Error(error) => error.to_string(),
            DataRef::Empty => String::new(),
        }
    }

    /// The rows as text with commas between cells, each as wide as the widest.
    fn text(self) -> Result<Vec<u8>, WorkbookProblem> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or_default();
        let mut writer = WriterBuilder::new().from_writer(Vec::new());
        for mut row in self.rows {
            row.resize(columns, String::new());
            writer.write_record(row)?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }
}

fn on_one_line(text: &str) -> String {
    text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A number without the noise that halves and tenths have in a computer: a cell that shows 0.3 holds a little more.
fn decimal(number: f64) -> String {
    // Fifteen digits are as many as a spreadsheet keeps.
    let exact: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    exact.to_string()
}

/// A day as year, month and day.
fn written(day: ExcelDateTime) -> String {
    let (year, month, day, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
