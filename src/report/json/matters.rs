//! What a clinician decides of a plan, as a document.

use super::parts::object;
use crate::record::Matter;
use crate::report::PlanResults;
use crate::wording;
use serde::Serialize;

/// Each with the code that tells it, and who has decided.
pub(super) fn document(results: &PlanResults<'_>, code: &dyn Fn(&Matter) -> String) -> impl Serialize {
    let matters = results.matters().into_iter().map(|(matter, by)| {
        let option = results.plan.options.iter().find(|option| Some(option.id) == matter.option);
        let acknowledged = by.map(|by| {
            object! { id: by.id.to_string(), person: by.person.as_str(), desk: by.desk.as_str(), on: by.on }
        });
        object! {
            code: code(&matter),
            option: option.map(|option| option.mark.letter()),
            remark: wording::clinical(&matter.remark),
            acknowledged: acknowledged,
        }
    });
    object! { schema: 1_u32, matters: matters.collect::<Vec<_>>() }
}
