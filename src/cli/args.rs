//! What can be typed after the program's name.

use crate::price_list;
use crate::report::sheet::Paper;
use crate::report::{csv, json};
use crate::units::{Currency, Date, DateError, Day, parse_date};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::sync::LazyLock;

const EXAMPLES: &str = "\
Examples:
  collagen-ledger                                      open the window
  collagen-ledger plan.ron                             open a plan in the window
  collagen-ledger new --concern wrinkles -o plan.ron   write a worked example
  collagen-ledger check plan.ron                       say whether it is valid
  collagen-ledger estimate plan.ron --format json      costs and projected results
  collagen-ledger report plan.ron -o sheet.pdf         the sheet a client takes home
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

const PRICES: &str = "\
Examples:
  collagen-ledger prices export -o prices.csv                 a table of the catalogue to fill in
  collagen-ledger prices import prices.csv --into prices.ron  check it and keep it
  collagen-ledger prices preview prices.csv plan.ron          what it would change in a plan
  collagen-ledger prices show prices.ron --currency EUR       what is in force today, and who says so
  collagen-ledger estimate plan.ron --prices prices.ron       use it

With --help, every column of the table is explained.";

static PRICES_LONG: LazyLock<String> = LazyLock::new(|| format!("{PRICES}\n\n{}", price_list::csv::COLUMNS));

/// The clinic's own prices, courses and intervals: write a table, read it, show it, preview its effect
#[derive(Debug, clap::Args)]
#[command(after_help = PRICES, after_long_help = PRICES_LONG.as_str())]
pub(super) struct Prices {
    #[command(subcommand)]
    pub(super) command: PricesCommand,
}

/// What can be done with a price list. A list is a .csv table, or a file that "prices import" wrote.
#[derive(Debug, Subcommand)]
pub(super) enum PricesCommand {
    Export(Export),
    Import(Import),
    Preview(Preview),
    Show(Show),
}

/// Write a price list as a table for spreadsheets
#[derive(Debug, clap::Args)]
pub(super) struct Export {
    /// The list [default: an empty one, to be filled in]
    pub(super) list: Option<PathBuf>,
    /// The table to write [default: standard output]
    #[arg(long, short, value_name = "FILE.csv")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(super) force: bool,
}

/// Read a table: either all of it, or every bad row with its line
#[derive(Debug, clap::Args)]
pub(super) struct Import {
    /// The table
    pub(super) table: PathBuf,
    /// The price list to write [default: standard output]
    #[arg(long, value_name = "FILE.ron")]
    pub(super) into: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(super) force: bool,
}

/// Show what a price list would change in plans
#[derive(Debug, clap::Args)]
pub(super) struct Preview {
    /// The new list
    pub(super) list: PathBuf,
    /// The plans
    #[arg(required = true, value_name = "PLAN")]
    pub(super) plans: Vec<PathBuf>,
    /// The list in force until then [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(super) before: Option<PathBuf>,
}

/// Show every value in force, who says so, and what a reset would give
#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// The list [default: an empty one, so the catalogue's own values]
    pub(super) list: Option<PathBuf>,
    /// The day [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(super) on: Option<Date>,
    /// The currency of the prices
    #[arg(long, value_name = "CODE", value_parser = currency, default_value = "USD")]
    pub(super) currency: Currency,
}

fn day(text: &str) -> Result<Date, DateError> {
    parse_date(text)
}

fn currency(code: &str) -> Result<Currency, String> {
    Currency::from_code(code).ok_or_else(|| "write three capital letters such as USD".to_owned())
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
