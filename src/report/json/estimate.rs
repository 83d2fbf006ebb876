//! The estimate as a document.

use super::option::OptionPart;
use super::parts::{Notices, Versions};
use super::paying::TermsPart;
use crate::catalog::ConcernId;
use crate::report::Worked;
use crate::units::{Currency, Date, Day};
use serde::Serialize;

/// The whole document, in the order it is written.
#[derive(Serialize)]
pub(super) struct EstimateDocument<'a> {
    schema: u32,
    versions: Versions<'a>,
    reference: &'a str,
    concern: &'a ConcernId,
    currency: Currency,
    currency_decimals: u32,
    start: Date,
    end: Date,
    horizon_years: u32,
    horizon_days: Day,
    target: Option<f64>,
    credit: Option<TermsPart>,
    projection: bool,
    remarks: Vec<&'a str>,
    notices: Notices,
    options: Vec<OptionPart<'a>>,
}

impl<'a> EstimateDocument<'a> {
    pub(super) fn of(worked: &Worked<'a>, at: Option<&[Day]>) -> Self {
        let Worked { scenario, estimate, catalog, .. } = *worked;
        let options = 0..estimate.options.len();
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
            horizon_days: estimate.horizon_days,
            target: estimate.target,
            credit: scenario.credit.map(TermsPart::from),
            projection: estimate.do_nothing().projection.is_some(),
            remarks: estimate.remarks.iter().map(|remark| remark.message.as_str()).collect(),
            notices: Notices::all(),
            options: options.map(|position| OptionPart::of(worked, position, at)).collect(),
        }
    }
}
