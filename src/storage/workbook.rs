//! A workbook that is read as a table: the first sheet's cells as the text that somebody would have typed into them.

use crate::locale::tr;
use crate::spreadsheet::LARGEST;
use calamine::{DataRef, ExcelDateTime, Reader as _, StyleRange, Xlsx, XlsxCellFormula, XlsxError};
use csv::WriterBuilder;
use std::io::{self, Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// How many times as large as the largest table what is packed into a workbook may be.
const UNPACKED: u64 = 64;
/// The most bytes of its styles when they are unpacked.
const STYLES: u64 = 1024 * 1024;
/// The most columns and rows that are looked at.
const COLUMNS: usize = 200;
const ROWS: usize = 100_000;

/// What a file of the Open Document Format has behind so many bytes.
const OPEN_DOCUMENT: (usize, &[u8]) = (30, b"mimetypeapplication/vnd.oasis.opendocument");

/// Why a workbook cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum WorkbookProblem {
    /// It is damaged or locked by a password, or cannot be unpacked or taken apart.
    #[error(
        "{}",
        tr!("the workbook cannot be read: it is damaged, or locked by a password; save it anew as XLSX or as CSV")
    )]
    Damaged,
    /// It is one of another kind.
    #[error("{}", tr!("the file is an OpenDocument table; save it as XLSX or as CSV"))]
    OpenDocument,
    /// A formula whose value is not in the file, in this row, from 1.
    #[error("{}", tr!(
        "row {row} of the workbook has a formula without a value; open it in a spreadsheet and save it, or type the value",
        row = .0
    ))]
    NoValue(usize),
    /// It holds more than a table does.
    #[error("{}", tr!("the workbook holds too much for such a table; leave only the table in it"))]
    TooLarge,
}

/// What a library has to say of a damaged workbook is said in its own words, which are nobody's here.
macro_rules! damaged_by {
    ($($error:ty),*) => { $(
        impl From<$error> for WorkbookProblem {
            fn from(_: $error) -> Self {
                Self::Damaged
            }
        }
    )* };
}

damaged_by!(XlsxError, ZipError, io::Error, csv::Error);

/// The table in these bytes as text: that of the first sheet of a workbook, each row on the line of its number; anything else as it
/// is.
///
/// # Errors
/// If it is a workbook that cannot be read, or that holds too much.
pub fn table_of(bytes: Vec<u8>) -> Result<Vec<u8>, WorkbookProblem> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(bytes);
    }
    if bytes.len() > LARGEST {
        return Err(WorkbookProblem::TooLarge);
    }
    if bytes.get(OPEN_DOCUMENT.0..).is_some_and(|rest| rest.starts_with(OPEN_DOCUMENT.1)) {
        return Err(WorkbookProblem::OpenDocument);
    }
    check_size(&bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&bytes[..]))?;
    let first = book.sheet_names().first().cloned().unwrap_or_default();
    let styles = book.worksheet_style(&first)?;
    let mut sheet = Sheet { styles, rows: Vec::new() };
    let mut cells = book.worksheet_cells_reader(&first)?;
    while let Some(cell) = cells.next_cell_with_formula()? {
        sheet.add(&cell)?;
    }
    let text = sheet.text()?;
    if text.len() > LARGEST { Err(WorkbookProblem::TooLarge) } else { Ok(text) }
}

/// Refuses what would fill the memory when it is unpacked. What an archive says of its size may be wrong.
fn check_size(bytes: &[u8]) -> Result<(), WorkbookProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = LARGEST as u64 * UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at)?;
        // Every style of a sheet takes far more memory than the few letters it is made of.
        let most = if part.name()?.contains("styles") { left.min(STYLES) } else { left };
        let size = io::copy(&mut part.take(most), &mut io::sink())?;
        if size == most {
            return Err(WorkbookProblem::TooLarge);
        }
        left -= size;
    }
    Ok(())
}

/// A sheet being read.
struct Sheet {
    styles: StyleRange,
    /// The texts of each row's cells.
    rows: Vec<Vec<String>>,
}

impl Sheet {
    fn add(&mut self, cell: &XlsxCellFormula<'_>) -> Result<(), WorkbookProblem> {
        let (row, column) = (cell.pos.0 as usize, cell.pos.1 as usize);
        let text = self.shown(cell);
        if text.is_empty() {
            // Nothing is taken for empty that a spreadsheet would work out.
            let is_formula = cell.formula.is_some() && matches!(cell.value, DataRef::Empty);
            return if is_formula { Err(WorkbookProblem::NoValue(row + 1)) } else { Ok(()) };
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
    fn shown(&self, cell: &XlsxCellFormula<'_>) -> String {
        let is_percent = || {
            let format = self.styles.get(cell.pos).and_then(|style| style.number_format.as_ref());
            format.is_some_and(|format| is_percentage(&format.format_code))
        };
        match &cell.value {
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

/// Whether a format shows a share as a percentage: a percent sign that is neither quoted nor escaped does. What holds for other
/// signs of a number stands behind a semicolon.
fn is_percentage(format: &str) -> bool {
    let (mut letters, mut is_quoted) = (format.chars(), false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '\\' | '_' | '*' => drop(letters.next()),
            ';' => return false,
            '%' => return true,
            _ => {}
        }
    }
    false
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
