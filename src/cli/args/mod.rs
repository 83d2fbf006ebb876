//! What can be typed after the program's name.

pub(super) mod prices;

use crate::report::export::Export as Kind;
use crate::report::sheet::Paper;
use crate::report::{csv, json, plans};
use crate::scenario::Mark;
use crate::units::Day;
use clap::builder::PossibleValue;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::sync::LazyLock;

use prices::Prices;

const EXAMPLES: &str = "\
Examples:
  collagen-ledger                                      open the window
  collagen-ledger plan.ron                             open a plan in the window
  collagen-ledger new --concern wrinkles -o plan.ron   write a worked example
  collagen-ledger check plan.ron                       say whether it is valid
  collagen-ledger estimate plan.ron --format json      costs and projected results
  collagen-ledger report plan.ron -o sheet.pdf         the sheet a client takes home
  collagen-ledger table plans/ -o all.csv              a folder of plans as one table
  collagen-ledger prices export -o prices.csv          a price list to fill in

Exit codes: 0 done, 2 bad input or usage, 1 anything else. Errors go to standard error.";

/// What a course of skin treatment costs over the years, what it may achieve, and whether it lasts.
#[derive(Debug, Parser)]
#[command(name = "collagen-ledger", version, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// A plan to open in the window
    pub(super) file: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(New),
    Check(Check),
    Estimate(Estimate),
    Compare(Compare),
    Report(Report),
    Export(Export),
    Table(Table),
    Prices(Prices),
    Catalog(Catalog),
}

/// The clinic's price list, where a command takes one.
#[derive(Debug, clap::Args)]
pub(super) struct WithPrices {
    /// The clinic's price list, laid over the catalogue as of the plan's first day: a .csv table, or a list that
    /// "prices import" wrote [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(super) prices: Option<PathBuf>,
}

const NEW: &str = "\
Examples:
  collagen-ledger new                                  acne scars, to standard output
  collagen-ledger new --concern texture -o plan.ron    to a file that does not exist yet
  collagen-ledger new | collagen-ledger estimate -     look at its estimate";

/// Write a worked example for a concern, starting today
#[derive(Debug, clap::Args)]
#[command(after_help = NEW)]
pub(super) struct New {
    /// What the client comes for; the catalogue lists the ids
    #[arg(long, short, default_value = "acne-scars", value_name = "CONCERN")]
    pub(super) concern: String,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) with: WithPrices,
}

const CHECK: &str = "\
Prints \"valid\" and what is worth knowing. Otherwise every problem with its place, one a line on
standard error, and exit code 2.";

/// Say whether a plan is valid, or every problem with its place
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK)]
pub(super) struct Check {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WithPrices,
}

const ESTIMATE: &str = "\
Examples:
  collagen-ledger estimate plan.ron
  collagen-ledger estimate plan.ron --format csv > entries.csv
  collagen-ledger estimate plan.ron --format json --at 0,365,730
  collagen-ledger estimate - --format json < plan.ron

With --help, every field of the JSON and every column of the CSV is explained.";

static ESTIMATE_LONG: LazyLock<String> =
    LazyLock::new(|| format!("{ESTIMATE}\n\nJSON\n\n{}\n\nCSV\n\n{}", json::FIELDS.trim_end(), csv::COLUMNS));

/// Work out the cost and the projected result of every option
#[derive(Debug, clap::Args)]
#[command(after_help = ESTIMATE, after_long_help = ESTIMATE_LONG.as_str())]
pub(super) struct Estimate {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WithPrices,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Give the curve at just these days, counted from the start, in this order
    #[arg(long, value_name = "DAY,DAY,…", value_delimiter = ',', value_parser = clap::value_parser!(Day).range(0..=LAST_DAY))]
    pub(super) at: Option<Vec<Day>>,
}

/// The end of the longest horizon: ten years with three leap days.
const LAST_DAY: i64 = 3653;

const COMPARE: &str = "\
Examples:
  collagen-ledger compare plan.ron
  collagen-ledger compare plan.ron --format csv > comparison.csv

\"collagen-ledger estimate --help\" explains the JSON and the CSV.";

/// Put all options side by side, with doing nothing
#[derive(Debug, clap::Args)]
#[command(after_help = COMPARE)]
pub(super) struct Compare {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WithPrices,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

const REPORT: &str = "\
Examples:
  collagen-ledger report plan.ron -o sheet.pdf
  collagen-ledger report plan.ron -o sheet.pdf --paper letter

The file is replaced if it exists, unless it is a plan or a price list.";

/// Write the sheet a client takes home, as a PDF
#[derive(Debug, clap::Args)]
#[command(after_help = REPORT)]
pub(super) struct Report {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WithPrices,
    /// The PDF to write, or - for standard output
    #[arg(long, short, value_name = "SHEET.pdf")]
    pub(super) output: PathBuf,
    /// The size of the paper
    #[arg(long, value_enum, default_value_t)]
    pub(super) paper: PaperSize,
}

const EXPORT: &str = "\
Examples:
  collagen-ledger export plan.ron --what ledger-csv -o ledger.csv
  collagen-ledger export plan.ron --what spend-png -o spend.png
  collagen-ledger export plan.ron --what calendar --option A -o sessions.ics
  collagen-ledger export plan.ron --what comparison-tsv -o - | wl-copy

The file is replaced if it exists, unless it is a plan. A calendar holds the sessions of one option
as all-day entries marked as an estimate, with reminders of the aftercare; neither prices nor notes
are in it. \"collagen-ledger estimate --help\" explains the JSON and the CSV.";

/// Write one table, chart, document or calendar to a file
#[derive(Debug, clap::Args)]
#[command(after_help = EXPORT)]
pub(super) struct Export {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    /// What to write
    #[arg(long, short, value_enum, value_name = "WHAT")]
    pub(super) what: Kind,
    /// The option of a calendar, A to F; not needed if the plan has only one
    #[arg(long, value_name = "LETTER", value_parser = mark)]
    pub(super) option: Option<Mark>,
    /// The file to write, or - for standard output
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: PathBuf,
    /// Leave the client's reference out of a calendar
    #[arg(long)]
    pub(super) no_reference: bool,
    /// Leave the reminders of the aftercare out of a calendar
    #[arg(long)]
    pub(super) no_aftercare: bool,
    #[command(flatten)]
    pub(super) with: WithPrices,
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
  collagen-ledger table plans/                         to standard output
  collagen-ledger table plans/ -o all.csv

Takes every *.ron of the folder in order of name. A plan that cannot be read is named on standard
error with the reason, the others are written, and the exit code is 2.";

static TABLE_LONG: LazyLock<String> = LazyLock::new(|| format!("{TABLE}\n\nCSV\n\n{}", plans::COLUMNS));

/// Put all plans of a folder into one CSV, a row for each option
#[derive(Debug, clap::Args)]
#[command(after_help = TABLE, after_long_help = TABLE_LONG.as_str())]
pub(super) struct Table {
    /// The folder
    pub(super) folder: PathBuf,
    /// The file to write, or - for standard output
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub(super) output: PathBuf,
    #[command(flatten)]
    pub(super) with: WithPrices,
}

const CATALOG: &str = "\"collagen-ledger estimate --help\" explains the JSON.";

/// Show what the program knows: concerns, treatments, prices, upkeep, sources and their contradictions
#[derive(Debug, clap::Args)]
#[command(after_help = CATALOG)]
pub(super) struct Catalog {
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: TextOrJson,
}

/// How an estimate or a comparison is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Format {
    /// Tables for reading
    #[default]
    Text,
    /// Everything, for programs
    Json,
    /// Rows, for spreadsheets
    Csv,
}

/// How the catalogue is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum TextOrJson {
    /// For reading
    #[default]
    Text,
    /// Everything, for programs
    Json,
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum PaperSize {
    /// 210 × 297 mm
    #[default]
    A4,
    /// 8.5 × 11 inches
    Letter,
}

impl From<PaperSize> for Paper {
    fn from(size: PaperSize) -> Self {
        match size {
            PaperSize::A4 => Self::A4,
            PaperSize::Letter => Self::Letter,
        }
    }
}
