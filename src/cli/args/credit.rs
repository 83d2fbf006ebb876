//! What can be typed after `credit`.

use super::shared::Format;

const EXAMPLES: &str = "\
Examples:
  collagen-ledger credit --price 1750 --rate 9.9 --months 24
  collagen-ledger credit --price 1750 --deposit 10% --rate 9.9 --effective --months 24 --fee 25
  collagen-ledger credit --price 1750 --months 6 --currency EUR --format csv > table.csv

Instalments are monthly and equal; the last takes the rounding. Interest runs from the day the credit is
given, however late the first is due. The same terms in a plan give every
option its figures. \"collagen-ledger estimate --help\" explains the JSON and the CSV.";

/// Work out one credit: instalments, cost, annual rate and amortisation table
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Credit {
    /// The cash price
    #[arg(long, value_name = "AMOUNT")]
    pub(in crate::cli) price: String,
    /// What of it is paid at booking: an amount, or a share such as 10%
    #[arg(long, value_name = "AMOUNT", default_value = "0")]
    pub(in crate::cli) deposit: String,
    /// The yearly rate in percent, nominal: a twelfth is charged each month
    #[arg(long, value_name = "PERCENT", default_value = "0")]
    pub(in crate::cli) rate: String,
    /// The rate is an effective one, with interest on interest
    #[arg(long)]
    pub(in crate::cli) effective: bool,
    /// How many monthly instalments
    #[arg(long, value_parser = clap::value_parser!(u32).range(2..=120))]
    pub(in crate::cli) months: u32,
    /// How many months after the credit is given the first of them is due
    #[arg(long, value_name = "MONTHS", default_value = "1", value_parser = clap::value_parser!(u32).range(1..=24))]
    pub(in crate::cli) first: u32,
    /// The lender's fee, repaid with the credit
    #[arg(long, value_name = "AMOUNT", default_value = "0")]
    pub(in crate::cli) fee: String,
    /// The three-letter code of the currency [default: the country's]
    #[arg(long, value_name = "CODE")]
    pub(in crate::cli) currency: Option<String>,
    /// The day the credit is given, such as 2027-03-15 [default: today]
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) from: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: Format,
}
