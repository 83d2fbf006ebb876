//! What can be typed after `export`, `table` and `due`.

use super::day::Day;
use super::shared::{ForConcern, WorkedWith};
use crate::document::Mark;
use crate::report::export::Export as Kind;
use crate::report::tables;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::path::PathBuf;
use std::sync::LazyLock;

const EXPORT: &str = "\
Examples:
  collagen-ledger export plan.clplan --what ledger-csv -o ledger.csv
  collagen-ledger export plan.clplan --what ledger-xlsx -o ledger.xlsx
  collagen-ledger export plan.clplan --what spend-png -o spend.png
  collagen-ledger export plan.clplan --what calendar --option A -o sessions.ics
  collagen-ledger export plan.clplan --what calendar --expected -o sessions.ics
  collagen-ledger export plan.clplan --what comparison-tsv -o - | wl-copy

The file is replaced if it exists, unless it is a plan. A calendar holds the sessions of one option
as all-day entries marked as an estimate, with reminders of the aftercare; neither prices nor notes
are in it. \"collagen-ledger estimate --help\" explains the JSON and the CSV.";

/// Write one table, chart, document or calendar to a file
#[derive(Debug, clap::Args)]
#[command(after_help = EXPORT)]
pub(in crate::cli) struct Export {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// What to write
    #[arg(long, short, value_enum, value_name = "WHAT")]
    pub(in crate::cli) what: Kind,
    /// The option of a calendar or of what is expected, A to F; not needed if the plan has only one
    #[arg(long, value_name = "LETTER", value_parser = mark)]
    pub(in crate::cli) option: Option<Mark>,
    /// The file to write, or - for standard output
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: PathBuf,
    /// As it is expected now, by what really happened but without what grades make of it, of the option that the plan goes on with or --option
    #[arg(long)]
    pub(in crate::cli) expected: bool,
    /// Leave the client's reference out of a calendar
    #[arg(long)]
    pub(in crate::cli) no_reference: bool,
    /// Leave the reminders of the aftercare out of a calendar
    #[arg(long)]
    pub(in crate::cli) no_aftercare: bool,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
    #[command(flatten)]
    pub(in crate::cli) of: ForConcern,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()).help(self.name()))
    }
}

fn mark(text: &str) -> Result<Mark, String> {
    let mut letters = text.chars().map(|letter| letter.to_ascii_uppercase());
    let mark = letters.next().and_then(Mark::from_letter).filter(|_| letters.next().is_none());
    mark.ok_or_else(|| "an option is marked with a letter from A to F".to_owned())
}

const TABLE: &str = "\
Examples:
  collagen-ledger table plans/              to standard output
  collagen-ledger table plans/ -o all.csv
  collagen-ledger table plans/ -o all.xlsx  as a workbook

Takes every plan of the folder (*.clplan, *.ron) in order of name. A plan that cannot be read is named on standard
error with the reason, the others are written, and the exit code is 2.";

static TABLE_LONG: LazyLock<String> = LazyLock::new(|| format!("{TABLE}\n\nCSV\n\n{}", tables::columns_of_plans()));

/// Put all plans of a folder into one table, a row for each option
#[derive(Debug, clap::Args)]
#[command(after_help = TABLE, after_long_help = TABLE_LONG.as_str())]
pub(in crate::cli) struct Table {
    /// The folder
    pub(in crate::cli) folder: PathBuf,
    /// The file to write, or - for standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub(in crate::cli) output: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
}

const DUE: &str = "\
Examples:
  collagen-ledger due plans/
  collagen-ledger due plans/ --within 7 --format csv > week.csv
  collagen-ledger due plans/ --format ics > front-desk.ics

Takes every plan of the folder (*.clplan, *.ron): answers that are awaited, issues that hold no more, sessions and upkeep that are
due, booked or overdue of plans that were accepted or of which something is noted, and packages of
which sessions are left. A plan that cannot be read is named on standard error, and the exit code is 2.";

/// Show what is due over the plans of a folder
#[derive(Debug, clap::Args)]
#[command(after_help = DUE)]
pub(in crate::cli) struct Due {
    /// The folder
    pub(in crate::cli) folder: PathBuf,
    /// How many days ahead to look
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(u32).range(0..=3660))]
    pub(in crate::cli) within: u32,
    /// The day from which to look [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: DueFormat,
    /// The clinic's price list: a .csv table, or a list that "prices import" wrote [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(in crate::cli) prices: Option<PathBuf>,
}

/// How what is due is written.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub(in crate::cli) enum DueFormat {
    /// For reading
    #[default]
    Text,
    /// Rows, for spreadsheets
    Csv,
    /// A calendar for the front desk
    Ics,
}
