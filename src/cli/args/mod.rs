//! What can be typed after the program's name.

pub(super) mod acknowledge;
pub(super) mod credit;
pub(super) mod day;
pub(super) mod exchange;
pub(super) mod find;
pub(super) mod keep_free;
pub(super) mod prices;
pub(super) mod progress;
pub(super) mod record;
pub(super) mod shared;
pub(super) mod sheet;

use crate::report::{json, tables};
use crate::units::Currency;
use crate::units::Day;
use acknowledge::Acknowledge;
use clap::{Parser, Subcommand};
use credit::Credit;
use exchange::{Due, Export, Table};
use find::Find;
use keep_free::KeepFree;
use prices::Prices;
use progress::{Note, Progress};
use record::{AnswerArgs, Issue, Record, Revise};
use shared::{ForConcern, Format, TextOrJson, WorkedWith};
use sheet::{Print, Report, Template};
use std::path::PathBuf;
use std::sync::LazyLock;

const EXAMPLES: &str = "\
Examples:
  collagen-ledger                                         open the window
  collagen-ledger plan.clplan                             open a plan in the window
  collagen-ledger new --concern wrinkles -o plan.clplan   write a worked example
  collagen-ledger check plan.clplan                       say whether it is valid
  collagen-ledger estimate plan.clplan --format json      costs and projected results
  collagen-ledger find plan.clplan --budget 1200/year     the plans that reach most for the money
  collagen-ledger report plan.clplan -o sheet.pdf         the sheet a client takes home
  collagen-ledger print plan.clplan                       the same, to the default printer
  collagen-ledger acknowledge plan.clplan                 what a clinician decides, and who has
  collagen-ledger issue plan.clplan --sheet sheet.pdf     hand it out: number, dates and prices are kept
  collagen-ledger answer plan.clplan accepted             what the client said
  collagen-ledger note plan.clplan had A1                 what really happened
  collagen-ledger progress plan.clplan                    how the plan goes on from there
  collagen-ledger table plans/ -o all.csv                 a folder of plans as one table
  collagen-ledger due plans/                              what is to be seen to
  collagen-ledger prices export -o prices.csv             a price list to fill in
  collagen-ledger credit --price 1750 --months 24         one credit, instalment by instalment

Exit codes: 0 done, 2 bad input or usage, 1 anything else. Errors go to standard error.";

/// What a course of skin treatment costs over the years, what it may achieve, and whether it lasts.
#[derive(Debug, Parser)]
#[command(name = "collagen-ledger", version, after_help = EXAMPLES, subcommand_precedence_over_arg = true)]
pub struct Args {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) locale: WithLocale,
    #[command(flatten)]
    pub(super) log: WithLog,
    #[command(flatten)]
    pub(super) passphrase: WithPassphrase,
    /// A plan to open in the window
    pub(super) file: Option<PathBuf>,
}

/// The language and the notations of what is written.
#[derive(Debug, clap::Args)]
pub(super) struct WithLocale {
    /// How amounts and dates are written, and what a sheet says besides: neutral, us, uk, de, australia
    /// [default: neutral for commands, the settings for the window, an issue's own for its copies]
    #[arg(long, global = true, value_name = "COUNTRY")]
    pub(super) country: Option<String>,
    /// The language of texts: en, de, or one that was added [default: the country's]
    #[arg(long, global = true, value_name = "CODE")]
    pub(super) language: Option<String>,
}

/// Where a log is written.
#[derive(Debug, clap::Args)]
pub(super) struct WithLog {
    /// Write what the program does to the end of this file, with times and nothing of plans or clients
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) log: Option<PathBuf>,
}

/// What protected plans are opened with.
#[derive(Debug, clap::Args)]
pub(super) struct WithPassphrase {
    /// Open protected plans with the passphrase in the first line of this file, instead of asking for it
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    New(New),
    Check(Check),
    Estimate(Estimate),
    Compare(Compare),
    Find(Find),
    Credit(Credit),
    Report(Report),
    Print(Print),
    /// List the printers
    Printers,
    Template(Template),
    KeepFree(KeepFree),
    Acknowledge(Acknowledge),
    Issue(Issue),
    Answer(AnswerArgs),
    Revise(Revise),
    Record(Record),
    Note(Note),
    Progress(Progress),
    Export(Export),
    Table(Table),
    Due(Due),
    Prices(Prices),
    Catalog(Catalog),
    Forget(Forget),
    Protect(Protect),
}

const NEW: &str = "\
Examples:
  collagen-ledger new                                acne scars, to standard output
  collagen-ledger new --concern texture -o plan.clplan   to a file that does not exist yet
  collagen-ledger new | collagen-ledger estimate -   look at its estimate";

/// Write a worked example for a concern, starting today
#[derive(Debug, clap::Args)]
#[command(after_help = NEW)]
pub(super) struct New {
    /// What the client comes for; the catalogue lists the ids
    #[arg(long, short, default_value = "acne-scars", value_name = "CONCERN")]
    pub(super) concern: String,
    /// What else the client comes for, as severe; may be given several times
    #[arg(long, value_name = "CONCERN")]
    pub(super) also: Vec<String>,
    /// The currency, such as EUR; prices that are not known in it are to be entered before the plan can be estimated
    /// [default: that of --country]
    #[arg(long, value_name = "CODE", value_parser = shared::currency)]
    pub(super) currency: Option<Currency>,
    /// The file to write [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(super) force: bool,
    #[command(flatten)]
    pub(super) with: WorkedWith,
}

const CHECK: &str = "\
Prints \"valid\", how the plan stands and what is worth knowing. Otherwise every problem with its place, one a line on
standard error, and exit code 2.";

/// Say whether a plan is valid, or every problem with its place
#[derive(Debug, clap::Args)]
#[command(after_help = CHECK)]
pub(super) struct Check {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WorkedWith,
}

const ESTIMATE: &str = "\
Examples:
  collagen-ledger estimate plan.clplan
  collagen-ledger estimate plan.clplan --format csv > entries.csv
  collagen-ledger estimate plan.clplan --format json --at 0,365,730
  collagen-ledger estimate - --format json < plan.clplan

With --help, every field of the JSON and every column of the CSV is explained.";

static ESTIMATE_LONG: LazyLock<String> =
    LazyLock::new(|| format!("{ESTIMATE}\n\nJSON\n\n{}\n\nCSV\n\n{}", json::FIELDS.trim_end(), tables::COLUMNS));

/// Work out the cost and the projected result of every option
#[derive(Debug, clap::Args)]
#[command(after_help = ESTIMATE, after_long_help = ESTIMATE_LONG.as_str())]
pub(super) struct Estimate {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WorkedWith,
    #[command(flatten)]
    pub(super) of: ForConcern,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Give the curve at just these days, counted from the start, in this order, and what there is if it stops on them
    #[arg(long, value_name = "DAY,DAY,…", value_delimiter = ',', value_parser = clap::value_parser!(Day).range(0..=LAST_DAY))]
    pub(super) at: Option<Vec<Day>>,
}

/// The end of the longest horizon: ten years with three leap days.
const LAST_DAY: i64 = 3653;

const COMPARE: &str = "\
Examples:
  collagen-ledger compare plan.clplan
  collagen-ledger compare plan.clplan --format csv > comparison.csv

\"collagen-ledger estimate --help\" explains the JSON and the CSV.";

/// Put all options side by side, with doing nothing
#[derive(Debug, clap::Args)]
#[command(after_help = COMPARE)]
pub(super) struct Compare {
    /// The plan, or - for standard input
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) with: WorkedWith,
    #[command(flatten)]
    pub(super) of: ForConcern,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
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

const FORGET: &str = "\
Examples:
  collagen-ledger forget plan.clplan        list what is kept of it
  collagen-ledger forget plan.clplan --yes  delete all of that for good

That is the plan, other versions beside it that are called so, unsaved work, all sheets that were only looked at, and its place
among the recent files. What was printed, exported or saved elsewhere is not known.";

/// Delete a plan and everything that is kept of it
#[derive(Debug, clap::Args)]
#[command(after_help = FORGET)]
pub(super) struct Forget {
    /// The plan
    pub(super) file: PathBuf,
    /// Delete it for good, instead of listing what would be deleted
    #[arg(long)]
    pub(super) yes: bool,
}

const PROTECT: &str = "\
Examples:
  collagen-ledger protect plan.clplan            ask for a passphrase and encrypt the plan with it
  collagen-ledger protect plans/                 all plans of a folder, and those that come to it
  collagen-ledger protect plan.clplan --remove   take it off again

The file is in the format of age: \"age --decrypt plan.clplan\" opens it as well. Unsaved work and versions beside it are encrypted
too; exports, sheets and calendars are not. A lost passphrase is a lost plan: nobody can open it without.";

/// Protect a plan, or all plans of a folder, by a passphrase
#[derive(Debug, clap::Args)]
#[command(after_help = PROTECT)]
pub(super) struct Protect {
    /// The plan, or the folder
    pub(super) path: PathBuf,
    /// Take the passphrase off
    #[arg(long, conflicts_with = "new_passphrase_file")]
    pub(super) remove: bool,
    /// Protect with the passphrase in the first line of this file, instead of asking for it
    #[arg(long, value_name = "FILE")]
    pub(super) new_passphrase_file: Option<PathBuf>,
}
