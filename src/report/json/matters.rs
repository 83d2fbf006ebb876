//! What a clinician decides of a plan, as a document.

use super::parts::object;
use crate::record::{Acknowledgement, Matter};
use crate::report::PlanResults;
use crate::wording;
use serde::Serialize;

/// What a matter is told by.
type Code<'a> = &'a dyn Fn(&Matter) -> String;

/// What there is, and what was acknowledged and is said no more.
pub(super) fn document(results: &PlanResults<'_>, code: Code<'_>) -> impl Serialize {
    let gone = results.gone().map(|by| matter(results, &by.matter, Some(by), Some(code)));
    object! { schema: 1_u32, matters: matters(results, Some(code)), gone: gone.collect::<Vec<_>>() }
}

/// What there is to decide, and who has.
pub(super) fn matters(results: &PlanResults<'_>, code: Option<Code<'_>>) -> Vec<impl Serialize + use<>> {
    results.matters().iter().map(|(about, by)| matter(results, about, *by, code)).collect()
}

fn matter(
    results: &PlanResults<'_>,
    matter: &Matter,
    by: Option<&Acknowledgement>,
    code: Option<Code<'_>>,
) -> impl Serialize + use<> {
    let option = results.plan.options.iter().find(|option| Some(option.id) == matter.option);
    let acknowledged = by.map(|by| {
        object! { id: by.id.to_string(), person: by.person.clone(), desk: by.desk.clone(), on: by.on }
    });
    object! {
        code: code.map(|code| code(matter)),
        option: option.map(|option| option.mark.letter()),
        remark: wording::clinical(&matter.remark),
        acknowledged: acknowledged,
    }
}
