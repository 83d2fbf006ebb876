//! The ledger as a document.

use super::option::MoneyPart;
use super::parts::{Head, letter};
use crate::report::Worked;
use serde::Serialize;

/// The whole document, in the order it is written.
#[derive(Serialize)]
pub(super) struct LedgerDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    options: Vec<LedgerPart<'a>>,
}

/// The money of one option.
#[derive(Serialize)]
struct LedgerPart<'a> {
    mark: Option<char>,
    name: &'a str,
    #[serde(flatten)]
    money: MoneyPart<'a>,
}

impl<'a> LedgerDocument<'a> {
    pub(super) fn of(worked: &Worked<'a>) -> Self {
        let estimate = worked.estimate;
        let options = estimate.options.iter().enumerate().map(|(position, option)| LedgerPart {
            mark: letter(option.mark),
            name: &option.name,
            money: MoneyPart::of(worked, position),
        });
        Self { head: Head::of(worked), options: options.collect() }
    }
}
