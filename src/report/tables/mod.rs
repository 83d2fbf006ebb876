//! The tables of a plan as grids: what each column is called and holds. [`Grid`] knows how they are written.

mod choice;
mod comparison;
mod credit;
mod curves;
mod due;
mod finding;
mod ledger;
mod plans;
mod progress;

pub use super::grid::Grid;
pub use comparison::{comparison, comparison_to_paste};
pub use credit::credit;
pub use curves::{asked_days, charts_to_paste, curves};
pub use due::{DueRow, due};
pub use finding::plans_found;
pub use ledger::{ledger, ledger_to_paste};
pub use plans::{Plans, columns_of_plans};
pub use progress::progress;

use crate::locale::{self, Locale};

/// What the tables hold, as text.
pub const COLUMNS: &str = "\
CSV has a heading row. Amounts are decimal text in the plan's currency, shares are numbers between
0 and 1, and a cell is empty where a value does not apply. In names and other typed text, line
ends and control characters become spaces, and what begins with = + - or @ gets a ' in front, so
that no spreadsheet takes it for a formula.

- estimate, export --what ledger-csv: a row for each ledger entry of each option. Unit price,
  discount (of the line), plan_discount (of the whole plan, after that, with what of a consultation
  fee is taken off the treatment) and tax are those of the
  typical amount. Where tax_mode is on-top, the tax is added to the price; where it is included,
  it is a part of it. Sessions says how many a package covers.
- estimate --at, export --what estimate-csv: a row for each day of each option: improvement,
  severity if untreated, net change, what has been spent.
- compare, export --what comparison-csv: a row for each measure, and columns for each option: low,
  typical and high of an amount; of a result typical between the 10 and 90% points of clinics, and
  those of one person behind them. Below the measures a row for each price and duration at which
  the choice turns, as a sentence, with the first in the column for low and the last in that for
  high; and one for each input that moves an option, with what comes of its two ends.
- find: a row for each plan that was found, the cheapest first: what it reaches of what was sought,
  in years, as a share, or in months.
- progress: a row for each session that was had, is booked or is foreseen, for each that was given
  up and for each payment: its day, its state (had, booked, overdue, foreseen, given-up, broken-off,
  payment), the day on which it was due if that was another one, what is paid on it, and the number of
  the note.
- due: a row for each thing that is due of a plan, the earliest first. Kind is answer (none yet; the date
  is the last day of the issue), expired, session, upkeep, booked, overdue, package-left, or
  membership-left.
- credit: a row for each instalment: what is interest, what is principal, what is left.
- table: a row for each option of each plan; \"collagen-ledger table --help\" explains it.";

/// Files for programs have the words of English in every country.
fn in_english<T>(work: impl FnOnce() -> T) -> T {
    locale::with(Locale::default(), work)
}
