//! Writing a workbook of one sheet, in which text stays text and numbers and days are what they are in any country.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, IgnoreError, Workbook as Book, Worksheet, XlsxError as LibraryError,
};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(String),
    /// A day: year, month and day.
    Day(i16, i8, i8),
    /// A number that is counted.
    Count(i64),
    /// Another number.
    Number(f64),
    /// An amount of money, with so many decimals.
    Amount(f64, u32),
}

/// A workbook to be written.
#[derive(Clone, Copy, Debug)]
pub struct Workbook<'a> {
    /// What its sheet is called, at most 31 characters.
    pub name: &'a str,
    /// A heading for each column.
    pub headings: &'a [String],
    /// Whether what is typed into any of its cells is to stay as it is typed, so that neither a code like 001 nor a range like
    /// 3/4 becomes something else.
    pub is_typed_on: bool,
}

/// Why no workbook could be made.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WorkbookError(#[from] LibraryError);

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// As text with marks between cells.
    #[error(transparent)]
    Text(#[from] csv::Error),
    /// As a workbook.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
}

/// The day in a workbook's particulars, so that the same table always gives the same bytes.
const MADE: (u16, u8, u8) = (2000, 1, 1);

impl Workbook<'_> {
    /// The bytes of the file. The same cells always give the same bytes.
    ///
    /// # Errors
    /// If there are more rows than a sheet can have, or a text is longer than a cell takes.
    pub fn bytes(&self, rows: &[Vec<Content>]) -> Result<Vec<u8>, WorkbookError> {
        let mut book = Book::new();
        let (year, month, day) = MADE;
        book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?));
        let sheet = book.add_worksheet();
        sheet.set_name(self.name)?;
        if self.is_typed_on {
            self.keep_text(sheet, rows.len())?;
        }
        let bold = Format::new().set_bold();
        for (column, heading) in (0..).zip(self.headings) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        for (row, cells) in (1..).zip(rows) {
            for (column, content) in (0..).zip(cells) {
                write(sheet, (row, column), content)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?.autofit();
        Ok(book.save_to_buffer()?)
    }

    /// Every column takes text, and nobody is told that there are numbers in it.
    fn keep_text(&self, sheet: &mut Worksheet, rows: usize) -> Result<(), LibraryError> {
        let text = Format::new().set_num_format("@");
        for column in (0..).take(self.headings.len()) {
            sheet.set_column_format(column, &text)?;
        }
        let (last, width) = (u32::try_from(rows).unwrap_or(u32::MAX), self.headings.len().saturating_sub(1));
        let width = u16::try_from(width).unwrap_or(u16::MAX);
        sheet.ignore_error_range(0, 0, last, width, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), content: &Content) -> Result<(), LibraryError> {
    match content {
        Content::Empty => {}
        Content::Text(text) => drop(sheet.write_string(row, column, text)?),
        Content::Day(year, month, day) => {
            // The number of the format that a country's spreadsheet shows as its own days.
            let format = Format::new().set_num_format_index(14);
            let (year, month, day) =
                (u16::try_from(*year).unwrap_or_default(), month.unsigned_abs(), day.unsigned_abs());
            sheet.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(year, month, day)?, &format)?;
        }
        #[expect(clippy::cast_precision_loss, reason = "counts are far below the limit of exactness, 2^53")]
        Content::Count(count) => drop(sheet.write_number(row, column, *count as f64)?),
        Content::Number(number) => drop(sheet.write_number(row, column, *number)?),
        Content::Amount(amount, decimals) => {
            let fraction = "0".repeat(*decimals as usize);
            let point = if fraction.is_empty() { "" } else { "." };
            let format = Format::new().set_num_format(format!("#,##0{point}{fraction}"));
            sheet.write_number_with_format(row, column, *amount, &format)?;
        }
    }
    Ok(())
}
