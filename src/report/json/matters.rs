//! What a clinician decides of a plan, as a document.

use super::parts::object;
use crate::document::Draft;
use crate::record::{Acknowledgement, Matter};
use crate::report::PlanResults;
use crate::wording;
use serde::Serialize;

/// What a matter is told by.
type Code<'a> = &'a dyn Fn(&Matter) -> String;

/// What there is, and what was acknowledged and is said no more.
pub(super) fn document(results: &PlanResults<'_>, draft: &Draft, code: Code<'_>) -> impl Serialize {
    let letter = |matter: &Matter| {
        let option = draft.options.iter().find(|option| Some(option.id) == matter.option);
        option.map(|option| option.mark.letter())
    };
    let gone = results.gone().map(|by| matter((&by.matter, letter(&by.matter)), Some(by), Some(code)));
    object! { schema: 1_u32, matters: matters(results, Some(code)), gone: gone.collect::<Vec<_>>() }
}

/// What there is to decide, and who has.
pub(super) fn matters(results: &PlanResults<'_>, code: Option<Code<'_>>) -> Vec<impl Serialize + use<>> {
    let letter = |matter: &Matter| {
        let option = results.plan.options.iter().find(|option| Some(option.id) == matter.option);
        option.map(|option| option.mark.letter())
    };
    results.matters().iter().map(|(about, by)| matter((about, letter(about)), *by, code)).collect()
}

fn matter(
    (matter, option): (&Matter, Option<char>),
    by: Option<&Acknowledgement>,
    code: Option<Code<'_>>,
) -> impl Serialize + use<> {
    let acknowledged = by.map(|by| {
        object! { id: by.id.to_string(), person: by.person.clone(), desk: by.desk.clone(), on: by.on }
    });
    object! {
        code: code.map(|code| code(matter)),
        option: option,
        remark: wording::clinical(&matter.remark),
        acknowledged: acknowledged,
    }
}
