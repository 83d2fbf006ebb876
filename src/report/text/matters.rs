//! What a clinician decides of a plan, and who has.

use super::lines::of_option;
use super::table::{heading, sentence};
use crate::document::Draft;
use crate::locale::tr;
use crate::record::{Acknowledgement, Matter};
use crate::report::PlanResults;
use crate::wording;

/// A matter, and who has acknowledged it.
type Known<'a> = (Matter, Option<&'a Acknowledgement>);

pub(super) fn write(text: &mut String, (results, draft): (&PlanResults<'_>, &Draft), code: &dyn Fn(&Matter) -> String) {
    let (acknowledged, open): (Vec<Known<'_>>, Vec<Known<'_>>) =
        results.matters().into_iter().partition(|(_, by)| by.is_some());
    let gone: Vec<Known<'_>> = results.gone().map(|by| (by.matter.clone(), Some(by))).collect();
    if open.is_empty() {
        sentence(text, 0, tr!("Nothing is open for a clinician to decide."));
    }
    let groups = [
        (tr!("For a clinician to decide"), open),
        (tr!("Acknowledged"), acknowledged),
        (tr!("Acknowledged, and said no more"), gone),
    ];
    for (title, matters) in groups.into_iter().filter(|(_, matters)| !matters.is_empty()) {
        heading(text, title);
        for (matter, by) in matters {
            let remark = wording::clinical(&matter.remark);
            let said = match (matter.option.and_then(|id| draft.mark(id)), matter.option) {
                (None, Some(_)) => tr!("An option that was removed: {remark}", remark),
                (mark, _) => of_option(mark, &remark),
            };
            let by = by.map(|by| format!(" [{}]", wording::acknowledged(by))).unwrap_or_default();
            sentence(text, 2, &format!("{}  {said}{by}", code(&matter)));
        }
    }
}
