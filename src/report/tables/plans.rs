//! Many plans as one table, for a clinic's own analysis: a row for each option of each plan, and for each of its concerns.
//!
//! The columns are always the same, whatever the plans hold, so that what reads them need not look first.

use super::{comparison, in_english};
use crate::compare::{Definition, MEASURES, Measure, RESULT_YEARS, Sampling, Value};
use crate::document::limits;
use crate::estimate::{OptionEstimate, Payment};
use crate::finance::Repayment;
use crate::record::{Issued, Record};
use crate::report::PlanResults;
use crate::report::grid::{Cell, Grid};
use crate::report::text::sentence;
use crate::units::{Currency, Date, Money};
use crate::wording;

/// What the table holds, as text.
pub fn columns_of_plans() -> String {
    in_english(measured)
}

fn measured() -> String {
    let mut text = BEFORE.to_owned();
    for known in &MEASURES {
        let name = match known.taken {
            Sampling::EachYear => {
                format!("{} to {}", name(known, YearColumn::Year(1)), name(known, YearColumn::Year(LONGEST)))
            }
            _ => columns_of(known).map(|at| name(known, at)).collect::<Vec<_>>().join(", "),
        };
        let edges = match known.unit.columns() {
            [""] => String::new(),
            edges => format!(", as {}", edges.join(", ")),
        };
        let year = (known.taken == Sampling::EachYear).then_some(LONGEST);
        let formula = wording::formula(Measure { id: known.id, year });
        sentence(&mut text, 0, &format!("- {name}{edges}: {formula}"));
    }
    text + AFTER
}

const BEFORE: &str = "\
One row for each option of each plan, doing nothing included; its letter is empty. A plan for
several concerns has these rows for each of them, with what does not rest on results, such as money
and visits, in those of the first concern only. Amounts are
decimal text in the plan's currency, shares are numbers between 0 and 1, a cell is empty where a
value does not apply. The columns are the same for every folder:

- file, reference, concern, mark, option, start, horizon_years, currency: which plan and option.
- number, standing, issued_on, valid_until, answered_on: the last issue of the plan; accepted is the
  letter of the option the client accepted, where that was recorded. The standing is draft, issued,
  accepted, declined or expired; a plan that is being revised is a draft again, since its figures
  are not those that were issued. superseded stands only in the record of a plan.
";

const AFTER: &str = "\
- cash_price, deposit, amount_of_credit, instalments (how many), instalment, last_instalment,
  total_repayable, cost_of_credit, effective_rate (a share a year): how the initial course may be
  paid, by typical prices; those of a credit are empty without one.

In names and other typed text, line ends become spaces, and what begins with = + - or @ gets a '
in front, so that no spreadsheet takes it for a formula.";

/// The longest horizon, in years.
const LONGEST: u32 = *limits::HORIZON_YEARS.end();

/// A table being filled.
#[derive(Debug, Default)]
pub struct Plans {
    rows: Vec<Vec<Cell>>,
}

impl Plans {
    /// Adds the options of a plan as it stands on a day by its record, for each of its concerns; `file` is the name it goes by.
    pub fn add(&mut self, file: &str, worked: &PlanResults<'_>, record: &Record, today: Date) {
        self.add_concern(file, worked, (record, today), true);
        for further in worked.further {
            self.add_concern(file, &PlanResults::of(further, worked.catalog), (record, today), false);
        }
    }

    /// Adds them for one concern. What is the same for all of them, such as money and visits, stands with the first one only, so that
    /// a column can be summed.
    fn add_concern(&mut self, file: &str, worked: &PlanResults<'_>, (record, today): (&Record, Date), is_first: bool) {
        for (position, option) in worked.estimate.options.iter().enumerate() {
            let row = Row { file, worked, record, today, option, last: record.last() };
            let which = WHICH.iter().map(|(_, cell)| cell(&row).unwrap_or(Cell::Empty));
            let of = |known: &'static Definition| {
                let cells: Vec<Cell> = cells(known, worked, position).collect();
                if is_first || known.is_of_results() { cells } else { vec![Cell::Empty; cells.len()] }
            };
            let measures = in_english(|| MEASURES.iter().flat_map(of).collect::<Vec<_>>());
            let (currency, payment) = (worked.estimate.currency, option.payment.filter(|_| is_first));
            let paying = PAYING.iter().map(|(_, cell)| cell(&payment?, currency));
            let paying = paying.map(|cell| cell.unwrap_or(Cell::Empty));
            self.rows.push(which.chain(measures).chain(paying).collect());
        }
    }

    /// The table.
    pub fn grid(self) -> Grid {
        let measures = MEASURES.iter().flat_map(|known| {
            let edges = known.unit.columns();
            columns_of(known).flat_map(move |at| edges.iter().map(move |edge| name(known, at) + edge))
        });
        let [which, paying] = [WHICH.map(|(name, _)| name).to_vec(), PAYING.map(|(name, _)| name).to_vec()];
        let own = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
        Grid { headings: own(which).into_iter().chain(measures).chain(own(paying)).collect(), rows: self.rows }
    }
}

/// What a column holds; none where it does not apply.
type Fill = fn(&Row<'_>) -> Option<Cell>;

/// What a column on paying holds; none where it does not apply.
type Paying = fn(&Payment, Currency) -> Option<Cell>;

/// What a row is made from.
struct Row<'a> {
    file: &'a str,
    worked: &'a PlanResults<'a>,
    record: &'a Record,
    today: Date,
    option: &'a OptionEstimate,
    /// The last issue of the plan.
    last: Option<&'a Issued>,
}

/// What stands before the measures: which option of which plan, and how that stands.
const WHICH: [(&str, Fill); 14] = [
    ("file", |row| Some(Cell::text(row.file))),
    ("reference", |row| Some(Cell::text(&row.worked.plan.reference))),
    ("concern", |row| Some(Cell::text(row.worked.plan.concern.as_str()))),
    ("mark", |row| Some(Cell::mark(row.option.mark))),
    ("option", |row| Some(Cell::text(in_english(|| wording::option_name(row.option))))),
    ("start", |row| Some(Cell::Date(row.worked.estimate.start))),
    ("horizon_years", |row| Some(Cell::Count(row.worked.estimate.horizon_years.into()))),
    ("currency", |row| Some(Cell::text(row.worked.estimate.currency.code()))),
    ("number", |row| Some(Cell::text(&row.last?.snapshot.number))),
    ("standing", |row| {
        let status = row.record.last_status(row.today).filter(|_| row.record.current().is_some());
        Some(Cell::text(status.map_or("draft", |status| status.id())))
    }),
    ("issued_on", |row| Some(Cell::Date(row.last?.snapshot.on))),
    ("valid_until", |row| Some(Cell::Date(row.last?.snapshot.valid_until))),
    ("answered_on", |row| Some(Cell::Date(row.last?.answer()?.on))),
    ("accepted", |row| Some(Cell::mark(row.last?.answer()?.answer.option()))),
];

/// What stands behind the measures: how the initial course may be paid.
const PAYING: [(&str, Paying); 9] = [
    ("cash_price", |payment, currency| Some(Cell::Money(payment.cash_price, currency))),
    ("deposit", |payment, currency| Some(Cell::Money(payment.deposit, currency))),
    ("amount_of_credit", |payment, currency| repaid(payment, currency, |credit| credit.credit)),
    ("instalments", |payment, _| Some(Cell::Count(payment.repayment?.instalments.into()))),
    ("instalment", |payment, currency| repaid(payment, currency, |credit| credit.instalment)),
    ("last_instalment", |payment, currency| repaid(payment, currency, |credit| credit.last_instalment)),
    ("total_repayable", |payment, currency| repaid(payment, currency, |credit| credit.total_repayable)),
    ("cost_of_credit", |payment, currency| repaid(payment, currency, |credit| credit.cost_of_credit)),
    ("effective_rate", |payment, _| Some(Cell::text(payment.repayment?.effective?.as_share().normalize().to_string()))),
];

fn repaid(payment: &Payment, currency: Currency, amount: fn(&Repayment) -> Money) -> Option<Cell> {
    Some(Cell::Money(amount(payment.repayment.as_ref()?), currency))
}

/// Of which year a column holds a measure.
#[derive(Clone, Copy)]
enum YearColumn {
    Horizon,
    Year(u32),
    /// The last year of the plan's own horizon.
    End,
}

/// The columns of a measure, whatever the horizon of a plan.
fn columns_of(known: &Definition) -> impl Iterator<Item = YearColumn> {
    let columns: Vec<YearColumn> = match known.taken {
        Sampling::Once => vec![YearColumn::Horizon],
        Sampling::EachYear => (1..=LONGEST).map(YearColumn::Year).collect(),
        Sampling::AfterYears => RESULT_YEARS.into_iter().map(YearColumn::Year).chain([YearColumn::End]).collect(),
        Sampling::AtEnd => vec![YearColumn::End],
    };
    columns.into_iter()
}

/// What a column is called, without its edge.
fn name(known: &Definition, at: YearColumn) -> String {
    let stem = known.key.replace('-', "_");
    match at {
        YearColumn::Horizon => stem,
        YearColumn::Year(year) => format!("{stem}_{year}"),
        YearColumn::End => stem.replace("after", "at_end"),
    }
}

fn cells(known: &'static Definition, results: &PlanResults<'_>, position: usize) -> impl Iterator<Item = Cell> {
    let (estimate, comparison) = (results.estimate, results.comparison);
    columns_of(known).flat_map(move |at| {
        let year = match at {
            YearColumn::Horizon => None,
            YearColumn::Year(year) => Some(year),
            YearColumn::End => Some(estimate.horizon_years),
        };
        let row = comparison.row(Measure { id: known.id, year });
        let mut cells = comparison::cells(row.map_or(Value::None, |row| row.values[position]), estimate);
        // A value that does not apply leaves all of its cells empty.
        cells.resize(known.unit.columns().len(), Cell::Empty);
        cells
    })
}
