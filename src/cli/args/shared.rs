//! What several commands take.

use clap::ValueEnum;
use std::path::PathBuf;

/// The clinic's price list, where a command takes one.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct WithPrices {
    /// The clinic's price list, laid over the catalogue as of the plan's first day: a .csv table, or a list that
    /// "prices import" wrote [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(in crate::cli) prices: Option<PathBuf>,
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
