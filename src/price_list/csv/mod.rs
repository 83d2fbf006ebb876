//! The price list as a table for spreadsheets, as text with marks between cells (CSV) or as a workbook (XLSX).

mod by_name;
mod codes;
mod problem;
mod read;
mod template_rows;
mod templates;
mod write;

use crate::catalog::Severity;
use crate::overlay::SubjectKind;

pub use problem::{RowCause, RowProblem, RowProblems};
pub use read::{import, is_table};
pub use templates::{KIND as TEMPLATE, names as template_values};
pub use write::{export, file, workbook};

/// What the columns hold, as text.
pub const COLUMNS: &str = "\
The price list as a table, CSV or XLSX, has a heading row and one row for each value. Columns are found by their name
in the heading, in any order; those that are not needed may be left out. Comma, semicolon or tab
between the cells of CSV; 180.00 and 180,00 both mean the same. Of a workbook the first sheet is read.

- kind: treatment, own treatment (one of the clinic's own), add-on, own add-on (one of the clinic's
  own, without an effect on the result), clinic (what a new plan starts with), or template.
- id: as in \"collagen-ledger catalog\"; of what is the clinic's own it begins with own-, and left
  empty it is made of the name; of the clinic it is empty.
- name: of what is the clinic's own; for everything else it is written for reading, and read only
  where there is no column area.
- like: of an own treatment the id of the treatment whose result, intervals, rules and aftercare it
  has; empty means that only its cost is counted.
- code: the clinic's own. Packages, upkeep_price and price_with_ may each have one; that on any other row of
  the treatment or add-on is its own, and holds for those that have none. A row with an area has that of
  the area.
- group: the clinic's own, on any row of the treatment or add-on; on a row with an area, of that.
- area: of a price, package, upkeep_price or price_with_ of a treatment the part of the body it holds for, such as
  Face or Face and neck; empty means any. A line on a part that has no prices of its own has those of
  the smallest one around it, and then those for any. In a table without this column rows that only
  differ by name, such as Microneedling face and Microneedling face and neck, are told apart by what
  the name says beyond the treatment's.
- value: price, package_of_3 (3 sessions of a course, or of an add-on to them, for one price; any number
  from 2 to 50, for one unit in each session), sessions, spacing_days, minimum_interval_days, after_isotretinoin_days,
  after_tan_days, after_filler_days, after_nursing_days, after_infection_days, after_vaccination_days (all
  seven no fewer than the catalogue says), days_after_ and the id of another treatment (of so many days at least after that one on the same
  skin, no fewer than the catalogue says of the two, such as days_after_ablative-laser), upkeep_price (of a
  session of upkeep), price_with_ and the id of another treatment (of a session on a day on which that one is
  given too, where it is lower than the price by itself, such as price_with_microneedling), package_months (how long a package holds after its first session),
  package_refund_percent (what is paid back of the sessions that are left of a package when the
  treatment is broken off, of what was paid for them),
  further_area_percent (what it costs on a further part of the body on one day, of its price there),
  or tax_percent of a treatment with a rate of its own; for the clinic package_months,
  package_refund_percent and further_area_percent (of all treatments),
  tax_percent, tax_included (yes or no: whether its prices include the tax), discount_percent (of
  every line), plan_discount_percent (of the whole plan, after that), consultation_fee, fee_credited
  (yes or no: whether the fee is taken off the treatment), deposit_percent (of the initial
  course) or nearing_percent (from which share of what was spoken of on it is said that so much is
  paid; 90 unless given, and 0 for never). Of members: membership_monthly (what they pay each
  month), membership_months (for how many months at least), membership_sessions (how many sessions
  each month brings that cost nothing) and membership_included (yes on each treatment of which these
  can be), membership_credit (what each month brings that is taken off what is not included),
  membership_percent (what they get off that), membership_rollover_months (for how many months more
  what was not used of a month is kept; not at all unless given).
- A template (an option to start from) has a row for each thing that is said of one of its treatments.
  name: what the template is called. like: the id of the treatment. concern: the one it is offered
  for, the same in all of its rows; empty means each. value: line_1_sessions for its first treatment,
  line_2_sessions for its second, with as few and as many sessions as it may take in low and high
  (all three empty: as usual); and as needed line_1_spacing_days, line_1_first_day (counted from the
  plan's first), line_1_units, line_1_needle_length_mm, line_1_package_of, line_1_area (empty: none),
  line_1_add_on (an id; a row for each), line_1_upkeep_months or
  line_1_upkeep_when_faded_to_percent. Prices are those of the list.
- concern, severity: for whom sessions and spacing_days hold; empty means everybody.
- currency: of a price, a package or a fee, such as USD.
- low, typical, high: the value. Low and high may be empty; minimum_interval_days, after_..._days,
  days_after_..., package_months, percentages, the fee and what is yes or no stand in typical.
- effective_from: the first day on which it holds, such as 2027-01-01; empty means always. The row
  with the latest day that has come is in force.

A row without low, typical and high gives code and group only: the catalogue's value stands. A text
that begins with = + - or @ gets a ' in front, so that no spreadsheet takes it for a formula.";

/// The words of the column `kind`.
pub const KINDS: [(SubjectKind, &str); 5] = [
    (SubjectKind::Treatment, "treatment"),
    (SubjectKind::OwnTreatment, "own treatment"),
    (SubjectKind::AddOn, "add-on"),
    (SubjectKind::OwnAddOn, "own add-on"),
    (SubjectKind::Clinic, "clinic"),
];

/// The word for a severity in its column.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => "mild",
        Severity::Moderate => "moderate",
        Severity::Severe => "severe",
    }
}

/// Whether a spreadsheet takes a text for a formula, or would with the `'`s in front of it taken off.
fn is_risky(text: &str) -> bool {
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    text.trim_start_matches('\'').trim_start().starts_with(formula)
}

/// Text that no spreadsheet takes for a formula.
fn defused(text: &str) -> String {
    if is_risky(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was defused.
fn restored(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_risky(rest)).unwrap_or(text)
}
