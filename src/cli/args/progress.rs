//! What can be typed after `note` and `progress`.

use super::day::Day;
use super::record::letter;
use super::shared::{ForConcern, Format, WorkedWith};
use crate::document::Mark;
use clap::{Args, Subcommand};
use std::path::PathBuf;

const NOTE: &str = "\
Examples:
  collagen-ledger note plan.clplan had A1 --on 2027-03-29 --paid 320
  collagen-ledger note plan.clplan had A1   today, for what the plan says
  collagen-ledger note plan.clplan booked A1 --on 2027-04-30
  collagen-ledger note plan.clplan given-up A1 --on 2027-04-30
  collagen-ledger note plan.clplan broken-off A1
  collagen-ledger note plan.clplan paid A 900 --for \"course of three\"
  collagen-ledger note plan.clplan paid-back A 150
  collagen-ledger note plan.clplan graded A 40% --on 2027-09-01
  collagen-ledger note plan.clplan graded A 2/4
  collagen-ledger note plan.clplan take-back 7-00c0ffee
  collagen-ledger note plan.clplan list appointments.csv

A grade is one person's, of this clinic: it narrows the range of what is expected of this client, and
promises nothing.

A treatment is named by its option and its place there, as A1, or by its id where it stands in the
option that the plan goes on with only once. \"progress\" lists what is noted, with the numbers by
which it is taken back.

A list has the columns date, treatment, status (had, booked, given-up or broken-off) and paid, in
any order; the last two may be empty or left out, which means had, for what the plan says. All of
it is noted or nothing; what is noted already is passed over.";

/// Note what really happened: a session was had, booked or given up, something was paid
#[derive(Debug, Args)]
#[command(after_help = NOTE)]
pub(in crate::cli) struct Note {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    #[command(subcommand)]
    pub(in crate::cli) what: What,
}

/// What happened.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum What {
    /// A session was had
    Had {
        #[command(flatten)]
        of: OfTreatment,
        /// What was paid on its day for all that belongs to it, tax and all [default: what the plan says]
        #[arg(long, value_name = "AMOUNT")]
        paid: Option<String>,
    },
    /// A session is booked
    Booked(OfTreatment),
    /// A session was given up: it is not made up for
    GivenUp(OfTreatment),
    /// A treatment was broken off: nothing more of it is foreseen
    BrokenOff(OfTreatment),
    /// Something was paid that does not belong to the day of a session
    Paid(OfOption),
    /// Something was paid back
    PaidBack(OfOption),
    /// The result was graded: how much better it is than on the first day
    Graded(OfResult),
    /// A note was a mistake
    TakeBack {
        /// The number of the note
        number: String,
    },
    /// What a table of appointments says
    List {
        /// The table, in the format CSV
        table: PathBuf,
    },
}

/// A treatment, and the day.
#[derive(Debug, Args)]
pub(in crate::cli) struct OfTreatment {
    /// The treatment, such as A1 or microneedling
    pub(in crate::cli) treatment: String,
    /// The day [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
}

/// An amount for an option, and the day.
#[derive(Debug, Args)]
pub(in crate::cli) struct OfOption {
    /// The letter of the option
    #[arg(value_parser = letter)]
    pub(in crate::cli) option: Mark,
    /// The amount, tax and all
    pub(in crate::cli) amount: String,
    /// What it was for
    #[arg(long = "for", value_name = "TEXT", default_value = "")]
    pub(in crate::cli) note: String,
    /// The day [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
}

/// A grade of a result, and the day.
#[derive(Debug, Args)]
pub(in crate::cli) struct OfResult {
    /// The letter of the option
    #[arg(value_parser = letter)]
    pub(in crate::cli) option: Mark,
    /// How much better it is: a percentage such as 40%, or a step of the quartile scale from 0/4 (no better) to 4/4
    pub(in crate::cli) grade: String,
    #[command(flatten)]
    pub(in crate::cli) of: ForConcern,
    /// The day [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
}

const PROGRESS: &str = "\
Examples:
  collagen-ledger progress plan.clplan
  collagen-ledger progress plan.clplan --option B --on 2028-01-31
  collagen-ledger progress plan.clplan --format csv > course.csv

What is planned stands beside what is expected now, and what was issued if the plan has been revised
since. What has happened is where it happened; the rest is foreseen from there with its intervals.";

/// Show how a plan goes on: what really happened, and what is expected from there
#[derive(Debug, Args)]
#[command(after_help = PROGRESS)]
pub(in crate::cli) struct Progress {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// The letter of the option [default: that of what happened last, the accepted one, or the only one]
    #[arg(long, value_name = "LETTER", value_parser = letter)]
    pub(in crate::cli) option: Option<Mark>,
    /// The day as of which to tell [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: Format,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
    #[command(flatten)]
    pub(in crate::cli) of: ForConcern,
}
