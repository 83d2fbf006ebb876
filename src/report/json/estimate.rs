//! The estimate as a document.

use super::option::OptionPart;
use super::parts::{Head, Notices};
use super::paying::TermsPart;
use crate::report::Worked;
use crate::units::Day;
use serde::Serialize;

/// The whole document, in the order it is written.
#[derive(Serialize)]
pub(super) struct EstimateDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
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
        let Worked { plan, estimate, .. } = *worked;
        let options = 0..estimate.options.len();
        Self {
            head: Head::of(worked),
            horizon_days: estimate.horizon_days,
            target: estimate.target,
            credit: plan.credit.map(TermsPart::from),
            projection: estimate.do_nothing().projection.is_some(),
            remarks: estimate.remarks.iter().map(|remark| remark.message.as_str()).collect(),
            notices: Notices::all(),
            options: options.map(|position| OptionPart::of(worked, position, at)).collect(),
        }
    }
}
