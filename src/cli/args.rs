//! What can be typed after the program's name.

use crate::report::sheet::{Audience, Paper};
use crate::report::{csv, json};
use crate::units::{Date, Day, parse_date};
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
  collagen-ledger print plan.ron                       the same, to the default printer

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
    Print(Print),
    /// List the printers
    Printers,
    Template(Template),
    Catalog(Catalog),
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
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
}

const REPORT: &str = "\
Examples:
  collagen-ledger report plan.ron -o sheet.pdf
  collagen-ledger report plan.ron -o sheet.pdf --paper letter --clinic clinic.ron
  collagen-ledger report plan.ron -o money.pdf --audience money
  collagen-ledger report plan.ron -o sheet.pdf --template own.typ

The file is replaced if it exists, unless it is a plan.";

/// Write the sheet a client takes home, as a PDF
#[derive(Debug, clap::Args)]
#[command(after_help = REPORT)]
pub(super) struct Report {
    #[command(flatten)]
    pub(super) sheet: SheetChoices,
    /// The PDF to write, or - for standard output
    #[arg(long, short, value_name = "SHEET.pdf")]
    pub(super) output: PathBuf,
}

const PRINT: &str = "\
Examples:
  collagen-ledger printers                             what there is to choose from
  collagen-ledger print plan.ron                       to the default printer
  collagen-ledger print plan.ron --printer Office --paper letter

Prints the number the job has in the queue. Nothing takes longer than a minute: a printing system
that does not answer is an error.";

/// Print the sheet a client takes home
#[derive(Debug, clap::Args)]
#[command(after_help = PRINT)]
pub(super) struct Print {
    #[command(flatten)]
    pub(super) sheet: SheetChoices,
    /// The printer [default: the system's]
    #[arg(long, short, value_name = "NAME")]
    pub(super) printer: Option<String>,
}

/// What goes on a sheet, and how.
#[derive(Debug, clap::Args)]
pub(super) struct SheetChoices {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    /// The size of the paper
    #[arg(long, value_enum, default_value_t)]
    pub(super) paper: PaperSize,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub(super) audience: Readers,
    /// The clinic's letterhead and terms [default: the clinic.ron of the user's settings, if there is one]
    #[arg(long, value_name = "CLINIC.ron")]
    pub(super) clinic: Option<PathBuf>,
    /// A layout of one's own in place of the built-in one [default: the one the clinic's file names]
    #[arg(long, value_name = "LAYOUT.typ", conflicts_with = "built_in_template")]
    pub(super) template: Option<PathBuf>,
    /// Take the built-in layout, whatever the clinic's file says
    #[arg(long)]
    pub(super) built_in_template: bool,
    /// The document's number [default: made from the plan and the day]
    #[arg(long, value_name = "NUMBER")]
    pub(super) number: Option<String>,
    /// For how many days the sheet holds
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(0..=366))]
    pub(super) valid_days: u16,
    /// Which revision this is
    #[arg(long, value_name = "COUNT")]
    pub(super) revision: Option<u32>,
    /// The number of the document this one takes the place of
    #[arg(long, value_name = "NUMBER")]
    pub(super) supersedes: Option<String>,
    /// The client's date of birth, if it is to be printed
    #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = parse_date)]
    pub(super) born: Option<Date>,
    /// The first day on which the client is asked to decide [default: a line to write it on]
    #[arg(long, value_name = "YEAR-MONTH-DAY", value_parser = parse_date)]
    pub(super) decide_from: Option<Date>,
}

const TEMPLATE: &str = "\
Examples:
  collagen-ledger template -o own.typ                  a layout to start from
  collagen-ledger template --explain                   every field a layout is handed
  collagen-ledger report plan.ron -o sheet.pdf --template own.typ";

/// Write the built-in layout of the sheet, to start one's own from
#[derive(Debug, clap::Args)]
#[command(after_help = TEMPLATE)]
pub(super) struct Template {
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "LAYOUT.typ")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(super) force: bool,
    /// Print what a layout is handed, field by field, instead
    #[arg(long, conflicts_with_all = ["output", "force"])]
    pub(super) explain: bool,
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

/// What is printed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Readers {
    /// The client's sheet, and a page for the clinic's file
    Full,
    /// What the client takes home
    #[default]
    Client,
    /// One page of money
    Money,
}

impl From<Readers> for Audience {
    fn from(readers: Readers) -> Self {
        match readers {
            Readers::Full => Self::Full,
            Readers::Client => Self::Client,
            Readers::Money => Self::Money,
        }
    }
}
