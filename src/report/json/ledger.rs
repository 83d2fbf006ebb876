//! The ledger as a document.

use super::option::money;
use super::parts::{head, letter, object};
use crate::report::Worked;
use crate::wording;
use serde::Serialize;

pub(super) fn document(worked: &Worked<'_>) -> impl Serialize {
    let options = worked.estimate.options.iter().enumerate().map(|(position, option)| {
        object! {
            mark: letter(option.mark),
            name: wording::option_name(option),
            #[serde(flatten)]
            money: money(worked, position),
        }
    });
    object! {
        #[serde(flatten)]
        head: head(worked),
        options: options.collect::<Vec<_>>(),
    }
}
