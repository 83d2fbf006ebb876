//! The ledger as a document.

use super::option::money;
use super::parts::{head, letter, object};
use crate::report::PlanResults;
use crate::wording;
use serde::Serialize;

pub(super) fn document(results: &PlanResults<'_>) -> impl Serialize {
    let options = results.estimate.options.iter().enumerate().map(|(position, option)| {
        object! {
            mark: letter(option.mark),
            name: wording::option_name(option),
            #[serde(flatten)]
            money: money(results, position),
        }
    });
    object! {
        #[serde(flatten)]
        head: head(results),
        options: options.collect::<Vec<_>>(),
    }
}
