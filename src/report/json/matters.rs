//! What a clinician decides of a plan, as a document.

use super::parts::object;
use crate::document::{Draft, Mark};
use crate::record::{Acknowledgement, Matter};
use crate::report::PlanResults;
use crate::wording;
use serde::Serialize;

/// What there is, and what was acknowledged and is said no more, each with the code that tells it.
pub(super) fn document(results: &PlanResults<'_>, draft: &Draft, code: &dyn Fn(&Matter) -> String) -> impl Serialize {
    let coded = |about: &Matter, by: Option<&Acknowledgement>| {
        let option = about.option.and_then(|id| draft.mark(id));
        object! { code: code(about), #[serde(flatten)] about: matter(about, option, by) }
    };
    let matters: Vec<_> = results.matters().iter().map(|(about, by)| coded(about, *by)).collect();
    let gone: Vec<_> = results.gone().map(|by| coded(&by.matter, Some(by))).collect();
    object! { schema: 1_u32, matters: matters, gone: gone }
}

/// What there is to decide, and who has.
pub(super) fn matters(results: &PlanResults<'_>) -> Vec<impl Serialize + use<>> {
    let of_plan = |(about, by): &(Matter, Option<&Acknowledgement>)| {
        let option = results.plan.options.iter().find(|option| Some(option.id) == about.option);
        matter(about, option.map(|option| option.mark), *by)
    };
    results.matters().iter().map(of_plan).collect()
}

fn matter(about: &Matter, option: Option<Mark>, by: Option<&Acknowledgement>) -> impl Serialize + use<> {
    let acknowledged = by.map(|by| {
        object! { id: by.id.to_string(), person: by.person.clone(), desk: by.desk.clone(), on: by.on }
    });
    object! {
        option: option.map(Mark::letter),
        remark: wording::clinical(&about.remark),
        acknowledged: acknowledged,
    }
}
