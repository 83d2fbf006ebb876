//! What can be typed after `keep-free`.

use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  collagen-ledger keep-free plan.clplan holidays.ics
  collagen-ledger keep-free plan.clplan weddings.ics --nothing-may-show
  collagen-ledger keep-free - holidays.ics < plan.clplan > later.clplan

Events of whole days are taken, and those that last a day or longer, as often as they repeat within the plan.
Visits move to the first day after them, and what follows in a course moves along.";

/// Keep the days of a calendar file free: sessions move out of their way
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct KeepFree {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// The calendar, in the format iCalendar
    pub(in crate::cli) calendar: PathBuf,
    /// On these days not only visits are left out: nothing may show of those before
    #[arg(long)]
    pub(in crate::cli) nothing_may_show: bool,
}
