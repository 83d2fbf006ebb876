//! The program: commands where some are given, else the window.

use clap::Parser as _;
use collagen_ledger::cli::{Args, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
