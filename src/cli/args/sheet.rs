//! What can be typed after `report`, `print` and `template`.

use super::day::Day;
use super::shared::WorkedWith;
use crate::report::sheet::{Audience, Paper, PrintRun, Sides};
use clap::ValueEnum;
use std::path::PathBuf;

const REPORT: &str = "\
Examples:
  collagen-ledger report plan.clplan -o sheet.pdf
  collagen-ledger report plan.clplan -o sheet.pdf --paper letter --clinic clinic.ron
  collagen-ledger report plan.clplan -o money.pdf --audience money
  collagen-ledger report plan.clplan -o sheet.pdf --template own.typ

The file is replaced if it exists, unless it is a plan or a price list.";

/// Write the sheet a client takes home, as a PDF
#[derive(Debug, clap::Args)]
#[command(after_help = REPORT)]
pub(in crate::cli) struct Report {
    #[command(flatten)]
    pub(in crate::cli) sheet: SheetChoices,
    /// The PDF to write, or - for standard output
    #[arg(long, short, value_name = "SHEET.pdf")]
    pub(in crate::cli) output: PathBuf,
}

const PRINT: &str = "\
Examples:
  collagen-ledger printers            what there is to choose from
  collagen-ledger print plan.clplan   to the default printer
  collagen-ledger print plan.clplan --printer Office --paper letter
  collagen-ledger print plan.clplan --copies 2 --sides both

Prints the number the job has in the queue. Nothing takes longer than a minute: a printing system
that does not answer is an error.";

/// Print the sheet a client takes home
#[derive(Debug, clap::Args)]
#[command(after_help = PRINT)]
pub(in crate::cli) struct Print {
    #[command(flatten)]
    pub(in crate::cli) sheet: SheetChoices,
    /// The printer [default: the system's]
    #[arg(long, short, value_name = "NAME")]
    pub(in crate::cli) printer: Option<String>,
    /// How many copies
    #[arg(long, value_name = "COUNT", default_value_t = 1,
        value_parser = clap::value_parser!(u32).range(1..=i64::from(PrintRun::MOST)))]
    pub(in crate::cli) copies: u32,
    /// Print on one side of the paper or on both
    #[arg(long, value_enum, value_name = "SIDES", default_value_t)]
    pub(in crate::cli) sides: PrintedSides,
}

/// What goes on a sheet, and how.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SheetChoices {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
    #[command(flatten)]
    pub(in crate::cli) look: SheetLook,
    /// Print this issue of the plan again, as a copy [default: the last one, if the plan is issued]
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) issue: Option<String>,
    /// The document's number [default: the one it would be issued under]
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) number: Option<String>,
    /// For how many days the sheet holds [default: 30]
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=366))]
    pub(in crate::cli) valid_days: Option<u16>,
    /// Which revision this is [default: by the plan's record]
    #[arg(long, value_name = "COUNT")]
    pub(in crate::cli) revision: Option<u32>,
    /// The number of the document this one takes the place of [default: by the plan's record]
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) supersedes: Option<String>,
    /// The client's date of birth, if it is to be printed
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) born: Option<Day>,
    /// The first day on which the client is asked to decide [default: a line to write it on]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) decide_from: Option<Day>,
}

/// How a sheet looks.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct SheetLook {
    /// The size of the paper [default: the country's]
    #[arg(long, value_enum)]
    pub(in crate::cli) paper: Option<PaperSize>,
    /// What is printed
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) audience: Readers,
    /// The clinic's letterhead and terms; a copy of an issue keeps its own and takes logo and layout alone [default:
    /// the clinic.ron of the user's settings, if there is one]
    #[arg(long, value_name = "CLINIC.ron")]
    pub(in crate::cli) clinic: Option<PathBuf>,
    /// A layout of one's own in place of the built-in one [default: the one the clinic's file names]
    #[arg(long, value_name = "LAYOUT.typ", conflicts_with = "built_in_template")]
    pub(in crate::cli) template: Option<PathBuf>,
    /// Take the built-in layout, whatever the clinic's file says
    #[arg(long)]
    pub(in crate::cli) built_in_template: bool,
}

const TEMPLATE: &str = "\
Examples:
  collagen-ledger template -o own.typ   a layout to start from
  collagen-ledger template --explain    every field a layout is handed
  collagen-ledger report plan.clplan -o sheet.pdf --template own.typ";

/// Write the built-in layout of the sheet, to start one's own from
#[derive(Debug, clap::Args)]
#[command(after_help = TEMPLATE)]
pub(in crate::cli) struct Template {
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "LAYOUT.typ")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(in crate::cli) force: bool,
    /// Print what a layout is handed, field by field, instead
    #[arg(long, conflicts_with_all = ["output", "force"])]
    pub(in crate::cli) explain: bool,
}

/// The size of the paper.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum PaperSize {
    /// 210 × 297 mm
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

/// The sides of the paper.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(in crate::cli) enum PrintedSides {
    /// As the printer is set
    #[default]
    AsSet,
    /// One side
    One,
    /// Both sides, turned like the leaves of a book
    Both,
}

impl From<PrintedSides> for Sides {
    fn from(sides: PrintedSides) -> Self {
        match sides {
            PrintedSides::AsSet => Self::AsSet,
            PrintedSides::One => Self::One,
            PrintedSides::Both => Self::Both,
        }
    }
}

/// What is printed.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(in crate::cli) enum Readers {
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
