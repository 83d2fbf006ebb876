//! What can be typed after `issue`, `answer`, `revise` and `record`.

use super::day::Day;
use super::shared::{TextOrJson, WorkedWith};
use super::sheet::SheetLook;
use crate::document::Mark;
use crate::locale::tr;
use clap::ValueEnum;
use std::path::PathBuf;

const ISSUE: &str = "\
Examples:
  collagen-ledger issue plan.clplan                       with a number made from the plan and the day
  collagen-ledger issue plan.clplan --number CL-17 --valid-days 14 --sheet sheet.pdf
  collagen-ledger issue - < plan.clplan > issued.clplan   from and to the standard streams

An issued plan keeps its prices whatever the price list says later, and takes no change until it is
revised. The sheet is the original; \"report\" prints copies of it.";

/// Issue a plan: its number, its dates and its prices are kept, and it can no longer be changed
#[derive(Debug, clap::Args)]
#[command(after_help = ISSUE)]
pub(in crate::cli) struct Issue {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
    /// The document's number [default: made from the plan and the day]
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) number: Option<String>,
    /// The day of issue [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
    /// For how many days the plan holds
    #[arg(long, value_name = "DAYS", default_value_t = 30, value_parser = clap::value_parser!(u16).range(0..=366))]
    pub(in crate::cli) valid_days: u16,
    /// The client's date of birth, if it is to be printed
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) born: Option<Day>,
    /// The first day on which the client is asked to decide [default: a line to write it on]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) decide_from: Option<Day>,
    /// The plan to write, which must not exist yet [default: the plan itself]
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Write the original of the sheet as well
    #[arg(long, value_name = "SHEET.pdf")]
    pub(in crate::cli) sheet: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) look: SheetLook,
}

const ANSWER: &str = "\
Examples:
  collagen-ledger answer plan.clplan accepted --option B
  collagen-ledger answer plan.clplan declined --on 2027-03-09
  collagen-ledger answer plan.clplan open   what was recorded before was a mistake

The last answer counts; those before it stay in the record.";

/// Record what the client said to an issued plan
#[derive(Debug, clap::Args)]
#[command(after_help = ANSWER)]
pub(in crate::cli) struct AnswerArgs {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// What the client said
    #[arg(value_enum)]
    pub(in crate::cli) answer: Said,
    /// The letter of the option that was accepted [default: none is named]
    #[arg(long, value_name = "LETTER", value_parser = letter)]
    pub(in crate::cli) option: Option<Mark>,
    /// The day on which it was said [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
}

/// Let an issued plan be changed again, as its next revision
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Revise {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// Give the revision up: the plan is again what was issued
    #[arg(long)]
    pub(in crate::cli) abandon: bool,
}

/// Show what was issued of a plan, and what became of it
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Record {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// The day as of which to tell [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: TextOrJson,
}

/// What a client says.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum Said {
    /// Yes
    Accepted,
    /// No
    Declined,
    /// Nothing after all
    Open,
}

pub(super) fn letter(text: &str) -> Result<Mark, String> {
    let mark = text.parse().ok().and_then(|letter: char| Mark::from_letter(letter.to_ascii_uppercase()));
    mark.ok_or_else(|| tr!("type the letter of an option, from A to F").to_owned())
}
