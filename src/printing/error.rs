//! Why nothing was printed.

use crate::locale::{tr, trn};
use std::time::Duration;

/// Why nothing was printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// There is no printing system.
    #[error(
        "{}",
        tr!(
            "This system has no printing system that can be reached; save the sheet as a PDF and print it from its \
             viewer"
        )
    )]
    NoSystem,
    /// There are no printers, or none was named and there is no default.
    #[error("{}", no_choice(.0))]
    NoChoice(Vec<String>),
    /// The printer is not there.
    #[error("{}", no_printer(name, there))]
    NoPrinter {
        /// The printer asked for.
        name: String,
        /// Those that are there.
        there: Vec<String>,
    },
    /// The printing system would not take the sheet.
    #[error(
        "{}",
        tr!(
            "The printer \"{name}\" did not take the sheet: {said}; see to the printer, or choose another one",
            name,
            said
        )
    )]
    Refused {
        /// The printer.
        name: String,
        /// What the printing system said.
        said: String,
    },
    /// The printing system did not answer in time.
    #[error(
        "{}",
        trn!(
            .0.as_secs(),
            "The printing system did not answer within {seconds} second; try again, or save the sheet as a PDF",
            "The printing system did not answer within {seconds} seconds; try again, or save the sheet as a PDF",
            seconds = .0.as_secs()
        )
    )]
    TimedOut(Duration),
}

fn no_choice(there: &[String]) -> String {
    if there.is_empty() {
        tr!("There is no printer; add one in the system's settings, or save the sheet as a PDF").to_owned()
    } else {
        tr!("No printer is the default one; choose one of {printers}", printers = there.join(", "))
    }
}

fn no_printer(name: &str, there: &[String]) -> String {
    if there.is_empty() {
        tr!("There is no printer \"{name}\", nor any other; add one in the system's settings", name)
    } else {
        tr!("There is no printer \"{name}\"; choose one of {printers}", name, printers = there.join(", "))
    }
}
