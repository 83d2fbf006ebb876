//! What several commands take.

use crate::units::Currency;
use clap::ValueEnum;
use std::path::PathBuf;

/// What a plan is worked out with, besides itself.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct WorkedWith {
    /// The clinic's price list, laid over the catalogue as of the plan's first day: a .csv table, or a list that
    /// "prices import" wrote [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(in crate::cli) prices: Option<PathBuf>,
    /// How many possible truths the ranges of results rest on: more are finer and take longer
    #[arg(long, value_name = "NUMBER", default_value_t = 8_192, value_parser = clap::value_parser!(u32).range(1..=65_536))]
    pub(in crate::cli) draws: u32,
}

/// Which of the plan's concerns results are for.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct ForConcern {
    /// Of a plan for several concerns, the one that results are for [default: the first]
    #[arg(long, value_name = "CONCERN")]
    pub(in crate::cli) concern: Option<String>,
}

/// How an estimate or a comparison is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(in crate::cli) enum Format {
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
pub(in crate::cli) enum TextOrJson {
    /// For reading
    #[default]
    Text,
    /// Everything, for programs
    Json,
}

/// A currency by its code.
pub(super) fn currency(code: &str) -> Result<Currency, String> {
    Currency::from_code(code).ok_or_else(|| "write three capital letters such as USD".to_owned())
}
