//! What can be typed after `acknowledge`.

use super::shared::{TextOrJson, WorkedWith};
use clap::Args;
use std::path::PathBuf;

const ACKNOWLEDGE: &str = "\
Examples:
  collagen-ledger acknowledge plan.clplan                       list what a clinician decides, each with its code
  collagen-ledger acknowledge plan.clplan 3f2a91bc              it was seen and decided
  collagen-ledger acknowledge plan.clplan 3f2a91bc --take-back  that was a mistake

What is acknowledged is what was read: where the plan says something else, be it another day only, that
is open, and has another code, so that a list made before never acknowledges anything else. A caution
holds for the client, whatever is given.";

/// List what a clinician decides of a plan, such as two treatments on one day, or acknowledge it
#[derive(Debug, Args)]
#[command(after_help = ACKNOWLEDGE)]
pub(in crate::cli) struct Acknowledge {
    /// The plan, or - for standard input
    pub(in crate::cli) file: PathBuf,
    /// What was seen and decided, by its code; none lists what there is
    #[arg(value_name = "CODE")]
    pub(in crate::cli) codes: Vec<String>,
    /// Take back that it was acknowledged
    #[arg(long, requires = "codes")]
    pub(in crate::cli) take_back: bool,
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    pub(in crate::cli) format: TextOrJson,
    #[command(flatten)]
    pub(in crate::cli) with: WorkedWith,
}
