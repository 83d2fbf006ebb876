//! What can be typed after `prices`.

use super::day::Day;
use super::shared;
use crate::price_list;

use crate::units::Currency;
use clap::Subcommand;
use std::path::PathBuf;
use std::sync::LazyLock;

const PRICES: &str = "\
Examples:
  collagen-ledger prices export -o prices.csv                  a table of the catalogue to fill in
  collagen-ledger prices export -o prices.xlsx                 the same as a workbook
  collagen-ledger prices import prices.csv --into prices.ron   check it and keep it
  collagen-ledger prices preview prices.csv plan.clplan        what it would change in a plan
  collagen-ledger prices show prices.ron --currency EUR        what is in force today, and who says so
  collagen-ledger estimate plan.clplan --prices prices.ron     use it

With --help, every column of the table is explained.";

static PRICES_LONG: LazyLock<String> = LazyLock::new(|| format!("{PRICES}\n\n{}", price_list::csv::COLUMNS));

/// The clinic's own prices, courses and intervals: write a table, read it, show it, preview its effect
#[derive(Debug, clap::Args)]
#[command(after_help = PRICES, after_long_help = PRICES_LONG.as_str())]
pub(in crate::cli) struct Prices {
    #[command(subcommand)]
    pub(in crate::cli) command: PricesCommand,
}

/// What can be done with a price list. A list is a .csv or .xlsx table, or a file that "prices import" wrote.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum PricesCommand {
    Export(Export),
    Import(Import),
    Preview(Preview),
    Since(Since),
    Show(Show),
}

/// Write a price list as a table for spreadsheets
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Export {
    /// The list [default: an empty one, to be filled in]
    pub(in crate::cli) list: Option<PathBuf>,
    /// The table to write, CSV or .xlsx [default: standard output]
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// The currency of the prices to fill in, if the list has none yet
    #[arg(long, value_name = "CODE", value_parser = shared::currency, default_value = "USD")]
    pub(in crate::cli) currency: Currency,
    /// Replace the file if it exists
    #[arg(long)]
    pub(in crate::cli) force: bool,
}

/// Read a table: either all of it, or every bad row with its line
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Import {
    /// The table
    pub(in crate::cli) table: PathBuf,
    /// The price list to write [default: standard output]
    #[arg(long, value_name = "FILE.ron")]
    pub(in crate::cli) into: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(in crate::cli) force: bool,
}

/// Show what a price list would change in plans
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Preview {
    /// The new list
    pub(in crate::cli) list: PathBuf,
    /// The plans
    #[arg(required = true, value_name = "PLAN")]
    pub(in crate::cli) plans: Vec<PathBuf>,
    /// The list in force until then [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(in crate::cli) before: Option<PathBuf>,
}

/// Show what has changed in the prices since plans were issued, and what the plans would cost today
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Since {
    /// The issued plans
    #[arg(required = true, value_name = "PLAN")]
    pub(in crate::cli) plans: Vec<PathBuf>,
    /// The list in force today [default: the built-in catalogue alone]
    #[arg(long, value_name = "LIST")]
    pub(in crate::cli) prices: Option<PathBuf>,
}

/// Show every value in force, who says so, and what a reset would give
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Show {
    /// The list [default: an empty one, so the catalogue's own values]
    pub(in crate::cli) list: Option<PathBuf>,
    /// The day [default: today]
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) on: Option<Day>,
    /// The currency of the prices
    #[arg(long, value_name = "CODE", value_parser = shared::currency, default_value = "USD")]
    pub(in crate::cli) currency: Currency,
}
