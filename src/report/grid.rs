//! A table of typed cells, and one way to write it for each format.

use super::cell;
use crate::document::Mark;
use crate::spreadsheet::{Content, TableError, Workbook, WorkbookError};
use crate::units::{Currency, Date, Money, Outlook, Quantiles, Spread, UnitCount};
use crate::{spreadsheet, wording};
use csv::{Error, Terminator, WriterBuilder};
use std::path::Path;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// Does not apply.
    Empty,
    /// Words, of the program or of somebody who typed them.
    Text(String),
    /// A day on the calendar.
    Date(Date),
    /// How many.
    Count(i64),
    /// A share, or another number that is neither counted nor money.
    Number(f64),
    /// An amount in its currency.
    Money(Money, Currency),
}

/// Rows of cells below their headings.
#[derive(Clone, Debug)]
pub struct Grid {
    /// A heading for each column.
    pub(super) headings: Vec<String>,
    /// A cell for each column.
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A column: its heading, and what it holds of a row.
pub(super) type Column<'c, R> = (String, Box<dyn Fn(&R) -> Cell + 'c>);

/// A column with this heading.
pub(super) fn column<'c, R>(heading: impl Into<String>, cell: impl Fn(&R) -> Cell + 'c) -> Column<'c, R> {
    (heading.into(), Box::new(cell))
}

impl Grid {
    /// The table of these rows, with what each column holds of them.
    pub(super) fn of<R>(columns: Vec<Column<'_, R>>, rows: impl IntoIterator<Item = R>) -> Self {
        let cells = |row: R| columns.iter().map(|(_, cell)| cell(&row)).collect();
        let rows = rows.into_iter().map(cells).collect();
        Self { headings: columns.into_iter().map(|(heading, _)| heading).collect(), rows }
    }

    /// The rows as they are set on paper, with a dash where nothing applies.
    pub(super) fn on_paper(&self) -> Vec<Vec<String>> {
        let set = |cell: &Cell| if *cell == Cell::Empty { "–".to_owned() } else { cell.words() };
        self.rows.iter().map(|row| row.iter().map(set).collect()).collect()
    }

    /// Comma-separated text that programs read: amounts and numbers with a decimal point, dates as year-month-day.
    ///
    /// # Errors
    /// None that writing into memory could cause.
    pub fn csv(&self) -> Result<Vec<u8>, Error> {
        self.write(&WriterBuilder::new(), &Cell::plain)
    }

    /// Tab-separated text that a spreadsheet pastes into cells: numbers have the country's decimal mark, nothing between
    /// thousands and no currency's sign, so that its spreadsheets take them for numbers.
    ///
    /// # Errors
    /// None that writing into memory could cause.
    pub fn tsv(&self) -> Result<Vec<u8>, Error> {
        let mut format = WriterBuilder::new();
        self.write(format.delimiter(b'\t').terminator(Terminator::CRLF), &|cell| match cell {
            Cell::Number(number) => rounded(*number),
            Cell::Money(amount, currency) => wording::decimal(amount.to_plain(*currency)),
            other => other.plain(),
        })
    }

    /// A workbook that spreadsheets of any country open by a double click: text stays text, days are days, and amounts have
    /// their decimals. Its one sheet has this name.
    ///
    /// # Errors
    /// If there are more rows than a sheet takes.
    pub fn workbook(&self, name: &str) -> Result<Vec<u8>, WorkbookError> {
        let rows: Vec<Vec<Content>> = self.rows.iter().map(|row| row.iter().map(Cell::content).collect()).collect();
        Workbook { name, headings: &self.headings, is_typed_on: false }.bytes(&rows)
    }

    /// What a file with this name holds: a workbook if it ends in `.xlsx`, and else [`Grid::csv`].
    ///
    /// # Errors
    /// As [`Grid::workbook`].
    pub fn file(&self, path: &Path) -> Result<Vec<u8>, TableError> {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let name: String = name.chars().filter(|c| c.is_alphanumeric() || "-_ ".contains(*c)).take(31).collect();
        let name = if name.trim().is_empty() { "table" } else { name.trim() };
        Ok(if spreadsheet::is_workbook_name(path) { self.workbook(name)? } else { self.csv()? })
    }

    fn write(&self, format: &WriterBuilder, written: &dyn Fn(&Cell) -> String) -> Result<Vec<u8>, Error> {
        let mut writer = format.from_writer(Vec::new());
        writer.write_record(self.headings.iter().map(|heading| cell::text(heading)))?;
        for row in &self.rows {
            writer.write_record(row.iter().map(written))?;
        }
        writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()).into())
    }
}

impl Cell {
    /// Text as it stands.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The letter of an option; nothing for doing nothing.
    pub(super) fn mark(mark: Option<Mark>) -> Self {
        mark.map_or(Self::Empty, |mark| Self::Text(mark.letter().to_string()))
    }

    /// How many units.
    pub(super) fn units(units: UnitCount) -> Self {
        units
            .as_whole()
            .map_or_else(|| Self::Number(f64::from(units.hundredths()) / 100.0), |whole| Self::Count(whole.into()))
    }

    /// An amount; nothing where that is zero.
    pub(super) fn some(amount: Money, currency: Currency) -> Self {
        if amount == Money::ZERO { Self::Empty } else { Self::Money(amount, currency) }
    }

    /// Low, typical and high.
    pub(super) fn spread(spread: Spread<Money>, currency: Currency) -> [Self; 3] {
        spread.to_array().map(|amount| Self::Money(amount, currency))
    }

    /// Typical, and the 10 and 90% points of clinics and of people; nothing where there is no such thing.
    pub(super) fn outlook(outlook: Option<Outlook>) -> [Self; 5] {
        let ends = |range: Option<Quantiles>| [range.map(|range| range.p10), range.map(|range| range.p90)];
        let [clinics_10, clinics_90] = ends(outlook.and_then(|outlook| outlook.clinics));
        let [people_10, people_90] = ends(outlook.and_then(|outlook| outlook.people));
        let values = [outlook.map(|outlook| outlook.typical), clinics_10, clinics_90, people_10, people_90];
        values.map(|value| value.map_or(Self::Empty, Self::Number))
    }

    /// As programs read it.
    fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => cell::text(text),
            Self::Date(date) => date.to_string(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Money(amount, currency) => amount.to_plain(*currency),
        }
    }

    /// As a workbook has it.
    fn content(&self) -> Content {
        match self {
            Self::Empty => Content::Empty,
            Self::Text(text) => Content::Text(cell::line(text)),
            Self::Date(date) => Content::Day(date.year(), date.month(), date.day()),
            Self::Count(count) => Content::Count(*count),
            Self::Number(number) => Content::Number(*number),
            Self::Money(amount, currency) => {
                let decimals = currency.decimals();
                Content::Amount(
                    amount.approximate() / 10_f64.powi(i32::try_from(decimals).unwrap_or_default()),
                    decimals,
                )
            }
        }
    }

    /// As people read it, in the notation of their country.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Date(date) => wording::date(*date),
            Self::Money(amount, currency) => wording::money_exact(*amount, *currency),
            Self::Text(text) => text.clone(),
            other => other.plain(),
        }
    }
}

/// Four decimals, a hundredth of a percentage point: more would only be in the way.
fn rounded(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { wording::decimal(text) }
}
