//! Many plans as one CSV, for a clinic's own analysis: a row for each option of each plan.
//!
//! The columns are always the same, whatever the plans hold, so that what reads them need not look first.

use super::{Worked, cell, csv};
use crate::compare::{Measure, Value};
use crate::document::{Issued, Record, limits};
use crate::units::{Currency, Date, Money, Spread};
use ::csv::{Error, Writer};

/// What the table holds, as text.
pub const COLUMNS: &str = "\
One row for each option of each plan, doing nothing included; its letter is empty. Amounts are
decimal text in the plan's currency, shares are numbers between 0 and 1, a cell is empty where a
value does not apply. The columns are the same for every folder:

- file, reference, concern, mark, option, start, horizon_years, currency: which plan and option.
- number, standing, issued_on, valid_until, answered_on: the last issue of the plan; accepted is the
  letter of the option the client accepted, where that was recorded. The standing is draft, issued, accepted, declined or expired; a plan that is being revised is a draft again, since
  its figures are not those that were issued. superseded stands only in the record of a plan.
- initial_course, year_1 to year_10, total, upkeep_per_year: money, each as _low, _typical, _high.
- visits; downtime_least and downtime_most, in days.
- peak: the highest improvement as _cautious, _typical, _optimistic, and its day as peak_date.
- improvement_after_1, _2, _3 and _5 years, improvement_at_end and net_at_end of the horizon (net
  is against the first day): each as _cautious, _typical, _optimistic.
- months_at_target; improvement_years as _cautious, _typical, _optimistic.
- cost_per_improvement_year as _low, _typical, _high.
- dominated_by: the letter of an option that costs no more and achieves no less.
- cash_price, deposit, amount_of_credit, instalments (how many), instalment, last_instalment,
  total_repayable, cost_of_credit, effective_rate (a share a year): how the initial course may be
  paid, by typical prices; those of a credit are empty without one.

In names and other typed text, line ends become spaces, and what begins with = + - or @ gets a '
in front, so that no spreadsheet takes it for a formula.";

/// What stands before the measures.
const WHICH: [&str; 14] = [
    "file",
    "reference",
    "concern",
    "mark",
    "option",
    "start",
    "horizon_years",
    "currency",
    "number",
    "standing",
    "issued_on",
    "valid_until",
    "answered_on",
    "accepted",
];

/// A table being filled.
#[derive(Debug)]
pub struct Table {
    writer: Writer<Vec<u8>>,
    columns: Vec<Column>,
}

impl Table {
    /// A table with its heading.
    ///
    /// # Errors
    /// None that writing into memory could cause.
    pub fn new() -> Result<Self, Error> {
        let (mut writer, columns) = (Writer::from_writer(Vec::new()), columns());
        let measures = columns.iter().flat_map(Column::headings);
        let paying = PAYING.map(str::to_owned);
        writer.write_record(WHICH.map(str::to_owned).into_iter().chain(measures).chain(paying))?;
        Ok(Self { writer, columns })
    }

    /// Adds the options of a plan as it stands on a day by its record; `file` is the name it goes by.
    ///
    /// # Errors
    /// None that writing into memory could cause.
    pub fn add(&mut self, file: &str, worked: &Worked<'_>, record: &Record, today: Date) -> Result<(), Error> {
        let issue = issue(record, today);
        for position in 0..worked.estimate.options.len() {
            let measures = self.columns.iter().flat_map(|column| column.cells(worked, position));
            let which = which(file, worked, position).into_iter().chain(issue.iter().cloned());
            self.writer.write_record(which.chain(measures).chain(paying(worked, position)))?;
        }
        Ok(())
    }

    /// The table as bytes.
    ///
    /// # Errors
    /// None that writing into memory could cause.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        csv::finished(self.writer)
    }
}

fn which(file: &str, worked: &Worked<'_>, position: usize) -> [String; 8] {
    let (plan, estimate) = (worked.plan, worked.estimate);
    let option = &estimate.options[position];
    [
        cell::text(file),
        cell::text(&plan.reference),
        plan.concern.to_string(),
        csv::letter(option.mark),
        cell::text(&option.name),
        estimate.start.to_string(),
        estimate.horizon_years.to_string(),
        estimate.currency.to_string(),
    ]
}

/// The last issue of a plan, and how the plan stands.
fn issue(record: &Record, today: Date) -> [String; 6] {
    let last = record.last();
    let answer = last.and_then(Issued::answer);
    let standing = record.last_standing(today).filter(|_| record.current().is_some());
    [
        last.map(|last| cell::text(&last.snapshot.number)).unwrap_or_default(),
        standing.map_or("draft", |standing| standing.id()).to_owned(),
        last.map(|last| last.snapshot.on.to_string()).unwrap_or_default(),
        last.map(|last| last.snapshot.valid_until.to_string()).unwrap_or_default(),
        answer.map(|said| said.on.to_string()).unwrap_or_default(),
        csv::letter(answer.and_then(|said| said.answer.option())),
    ]
}

/// What stands behind the measures.
const PAYING: [&str; 9] = [
    "cash_price",
    "deposit",
    "amount_of_credit",
    "instalments",
    "instalment",
    "last_instalment",
    "total_repayable",
    "cost_of_credit",
    "effective_rate",
];

fn paying(worked: &Worked<'_>, position: usize) -> [String; 9] {
    let estimate = worked.estimate;
    let amount = |amount: Money| amount.to_plain(estimate.currency);
    let mut cells = [const { String::new() }; 9];
    if let Some(payment) = estimate.options[position].payment {
        (cells[0], cells[1]) = (amount(payment.cash_price), amount(payment.deposit));
        if let Some(repayment) = payment.repayment {
            cells[2] = amount(repayment.credit);
            cells[3] = repayment.instalments.to_string();
            cells[4] = amount(repayment.instalment);
            cells[5] = amount(repayment.last_instalment);
            cells[6] = amount(repayment.total_repayable);
            cells[7] = amount(repayment.cost_of_credit);
            cells[8] = repayment.effective.map(|rate| rate.as_share().normalize().to_string()).unwrap_or_default();
        }
    }
    cells
}

/// A measure with the name of its columns.
#[derive(Debug)]
struct Column {
    name: String,
    measure: Which,
    shape: Shape,
}

/// Which row of the comparison.
#[derive(Clone, Copy, Debug)]
enum Which {
    /// This one.
    Fixed(Measure),
    /// The improvement at the end of the plan's own horizon.
    ImprovementAtEnd,
    /// The change against the first day at the end of the plan's own horizon.
    NetAtEnd,
}

/// How many columns a measure takes, and what they are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// One.
    One,
    /// Least and most.
    Days,
    /// Low, typical, high.
    Spread,
    /// Cautious, typical, optimistic.
    Band,
    /// A band and a date.
    Peak,
}

impl Shape {
    /// What is put behind the name of the measure.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::One => &[""],
            Self::Days => &["_least", "_most"],
            Self::Spread => &["_low", "_typical", "_high"],
            Self::Band => &["_cautious", "_typical", "_optimistic"],
            Self::Peak => &["_cautious", "_typical", "_optimistic", "_date"],
        }
    }
}

/// Every measure that the comparison of any plan can have.
fn columns() -> Vec<Column> {
    let column = |name: &str, measure, shape| Column { name: name.to_owned(), measure, shape };
    let fixed = |name: &str, measure, shape| column(name, Which::Fixed(measure), shape);
    let years = (1..=*limits::HORIZON_YEARS.end())
        .map(|year| fixed(&format!("year_{year}"), Measure::Year(year), Shape::Spread));
    let after = [1, 2, 3, 5]
        .map(|years| fixed(&format!("improvement_after_{years}"), Measure::ImprovementAfter(years), Shape::Band));
    let mut columns = vec![fixed("initial_course", Measure::InitialCourse, Shape::Spread)];
    columns.extend(years);
    columns.extend([
        fixed("total", Measure::Total, Shape::Spread),
        fixed("upkeep_per_year", Measure::UpkeepPerYear, Shape::Spread),
        fixed("visits", Measure::Visits, Shape::One),
        fixed("downtime", Measure::Downtime, Shape::Days),
        fixed("peak", Measure::Peak, Shape::Peak),
    ]);
    columns.extend(after);
    columns.extend([
        column("improvement_at_end", Which::ImprovementAtEnd, Shape::Band),
        column("net_at_end", Which::NetAtEnd, Shape::Band),
        fixed("months_at_target", Measure::MonthsAtTarget, Shape::One),
        fixed("improvement_years", Measure::ImprovementYears, Shape::Band),
        fixed("cost_per_improvement_year", Measure::CostPerImprovementYear, Shape::Spread),
        fixed("dominated_by", Measure::Dominated, Shape::One),
    ]);
    columns
}

impl Column {
    fn headings(&self) -> impl Iterator<Item = String> + '_ {
        self.shape.endings().iter().map(|ending| format!("{}{ending}", self.name))
    }

    fn cells(&self, worked: &Worked<'_>, position: usize) -> Vec<String> {
        let measure = match self.measure {
            Which::Fixed(measure) => measure,
            Which::ImprovementAtEnd => Measure::ImprovementAfter(worked.estimate.horizon_years),
            Which::NetAtEnd => Measure::NetAfter(worked.estimate.horizon_years),
        };
        let value = worked.comparison.row(measure).map_or(Value::None, |row| row.values[position]);
        let mut cells = value_cells(value, worked);
        // A value that does not apply leaves all of its cells empty.
        cells.resize(self.shape.endings().len(), String::new());
        cells
    }
}

fn value_cells(value: Value, worked: &Worked<'_>) -> Vec<String> {
    let estimate = worked.estimate;
    match value {
        Value::Money(amount) => money(amount, estimate.currency),
        Value::Count(count) => vec![count.to_string()],
        Value::Days(least, most) => vec![least.to_string(), most.to_string()],
        Value::Share(band) | Value::ImprovementYears(band) => band.to_array().map(|share| share.to_string()).to_vec(),
        Value::Months(months) => vec![months.to_string()],
        Value::Peak(peak) => {
            let band = peak.improvement.to_array().map(|share| share.to_string());
            band.into_iter().chain([estimate.date(peak.day).to_string()]).collect()
        }
        Value::Dominated(Some(other)) => vec![csv::letter(estimate.options[other].mark)],
        Value::Dominated(None) | Value::None => Vec::new(),
    }
}

fn money(amount: Spread<Money>, currency: Currency) -> Vec<String> {
    amount.to_array().map(|amount| amount.to_plain(currency)).to_vec()
}
