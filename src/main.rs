//! The program: commands where some are given, else the window.

use clap::Parser as _;
use collagen_ledger::cli::{Args, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    // A fault of the program has been said and kept by then.
    match std::panic::catch_unwind(|| run(Args::parse())) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(failure)) => failure.report(),
        Err(_) => ExitCode::FAILURE,
    }
}
