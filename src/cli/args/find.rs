//! What can be typed after `find`.

use super::shared::{ForConcern, Format, WorkedWith};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  collagen-ledger find plan.clplan --budget 1200/year
  collagen-ledger find plan.clplan --goal hold:40%@365..1095 --visits 8
  collagen-ledger find plan.clplan --goal day:40%@2028-08-14 --well-on 2028-08-14
  collagen-ledger find plan.clplan --goal months:30% --budget 4000 --format csv > found.csv
  collagen-ledger find plan.clplan --budget 8000 --treatments 3
  collagen-ledger find plan.clplan --budget 3000 -o more.clplan --take best,3

Goals: years, the most improvement-years; day@DAY, the most on a day; hold@FROM..TO, the most held from
day to day; months:LEVEL, the most months at a level or better. With LEVEL in front of the @, that level is
enough: the cheapest plan that reaches it answers the question. Days are dates, or days from the plan's
first one.

Of the plan its client, dates, taxes and discount of the whole count; its own options do not.";

/// Find the plans that reach most for the money
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Find {
    /// The plan whose client it is for, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// What there should be most of
    #[arg(long, value_name = "GOAL", default_value = "years")]
    pub(in crate::cli) goal: String,
    /// What may be spent typically: an amount for the whole plan, 1200/year or 100/month; without it the plan's own budget
    #[arg(long, value_name = "AMOUNT")]
    pub(in crate::cli) budget: Option<String>,
    /// The most visits to the clinic
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) visits: Option<u32>,
    /// The most days one would rather not be seen
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) days_unseen: Option<u32>,
    /// The most of such days in a row
    #[arg(long, value_name = "NUMBER")]
    pub(in crate::cli) in_a_row: Option<u32>,
    /// A day, or a stretch of days such as 2028-07-01..2028-07-14, on which nothing may show; can be repeated
    #[arg(long, value_name = "DAYS")]
    pub(in crate::cli) well_on: Vec<String>,
    /// The first day on which treatment may begin
    #[arg(long, value_name = "DAY")]
    pub(in crate::cli) from: Option<String>,
    /// A treatment that must be part of the plan, by its id; can be repeated
    #[arg(long = "with", value_name = "TREATMENT")]
    pub(in crate::cli) wished: Vec<String>,
    /// A treatment that may not be part of it, by its id; can be repeated
    #[arg(long = "without", value_name = "TREATMENT")]
    pub(in crate::cli) refused: Vec<String>,
    /// Only prices that the clinic has set
    #[arg(long)]
    pub(in crate::cli) own_prices: bool,
    /// Sessions may fall into the days that another treatment takes to heal
    #[arg(long)]
    pub(in crate::cli) overlap: bool,
    /// Reckon with a cautious course, in which each treatment does no more than what one clinic of ten stays below
    #[arg(long)]
    pub(in crate::cli) cautious: bool,
    /// Of how many treatments a plan is made at most, 1 to 3; to look at all mixes of three takes longer
    #[arg(long, value_name = "NUMBER", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=3))]
    pub(in crate::cli) treatments: u8,
    /// One treatment only: the same as --treatments 1
    #[arg(long, conflicts_with = "treatments")]
    pub(in crate::cli) one: bool,
    /// How to write what is found
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: Format,
    /// A plan file to write, with plans that were found behind the plan's own options
    #[arg(long, short, value_name = "FILE")]
    pub(in crate::cli) output: Option<PathBuf>,
    /// Which of them: "best", or their numbers
    #[arg(long, value_name = "PLANS", value_delimiter = ',', default_value = "best", requires = "output")]
    pub(in crate::cli) take: Vec<String>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub(in crate::cli) force: bool,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
    #[command(flatten)]
    pub(in crate::cli) of: ForConcern,
}
