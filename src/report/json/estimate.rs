//! The estimate as a document.

use super::matters::matters;
use super::option::option;
use super::parts::{head, object, said_beside};
use super::paying;
use crate::report::{AskedDays, PlanResults};
use crate::wording;
use serde::Serialize;

pub(super) fn document<'a>(results: &PlanResults<'a>, at: Option<&AskedDays<'_>>) -> impl Serialize + use<'a> {
    let PlanResults { plan, estimate, .. } = *results;
    let options = 0..estimate.options.len();
    object! {
        #[serde(flatten)]
        head: head(results),
        horizon_days: estimate.horizon_days,
        target: estimate.target,
        credit: plan.credit.map(paying::terms),
        projection: estimate.do_nothing().projection.is_some(),
        remarks: estimate.remarks.iter().map(wording::remark).collect::<Vec<_>>(),
        // What of the remarks, those of options included, is for a clinician to decide, and who has.
        matters: matters(results),
        notices: said_beside(),
        options: options.map(|position| option(results, position, at)).collect::<Vec<_>>(),
    }
}
