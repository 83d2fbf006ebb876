//! The ledger as a document.

use super::option::MoneyPart;
use super::parts::{Versions, letter};
use crate::catalog::ConcernId;
use crate::report::Worked;
use crate::units::{Currency, Date};
use serde::Serialize;

/// The whole document, in the order it is written.
#[derive(Serialize)]
pub(super) struct LedgerDocument<'a> {
    schema: u32,
    versions: Versions<'a>,
    reference: &'a str,
    concern: &'a ConcernId,
    currency: Currency,
    currency_decimals: u32,
    start: Date,
    end: Date,
    horizon_years: u32,
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
        let Worked { scenario, estimate, catalog, .. } = *worked;
        let options = estimate.options.iter().enumerate().map(|(position, option)| LedgerPart {
            mark: letter(option.mark),
            name: &option.name,
            money: MoneyPart::of(worked, position),
        });
        Self {
            schema: super::SCHEMA,
            versions: Versions::of(catalog),
            reference: &scenario.reference,
            concern: &scenario.concern,
            currency: estimate.currency,
            currency_decimals: estimate.currency.decimals(),
            start: estimate.start,
            end: scenario.end,
            horizon_years: estimate.horizon_years,
            options: options.collect(),
        }
    }
}
