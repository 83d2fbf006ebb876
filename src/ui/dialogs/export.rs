//! What to export: groups by what it is for, with a sentence on each.

use super::state::Answer;
use crate::document::Mark;
use crate::locale::tr;
use crate::report::PlanResults;
use crate::report::export::Export;
use crate::scene::Chart;
use crate::ui::kit::{self, Group, Pressed, Question, Row};
use crate::ui::state::View;
use crate::wording;
use egui::Context;

const PICTURES: [Export; 4] = [
    Export::Png(Chart::Improvement),
    Export::Png(Chart::Spend),
    Export::Svg(Chart::Improvement),
    Export::Svg(Chart::Spend),
];
const TABLES: [Export; 3] = [Export::ComparisonXlsx, Export::LedgerXlsx, Export::ChartXlsx];
const FOR_PROGRAMS: [Export; 6] = [
    Export::ComparisonCsv,
    Export::LedgerCsv,
    Export::EstimateCsv,
    Export::ComparisonJson,
    Export::LedgerJson,
    Export::EstimateJson,
];
const CALENDAR: [Export; 1] = [Export::Calendar];

/// The dialog; what stands at this position is chosen.
pub(super) fn export_ui(ctx: &Context, view: &View<'_>, at: usize, answer: &mut impl FnMut(Answer)) {
    let is_followed = view.is_following && view.sheet.is_none();
    let followed = view.progress.expected(is_followed);
    let planned = view.evaluation.filter(|_| !is_followed || view.progress.followed.is_none());
    let evaluation = followed.map(|followed| &followed.expected).or(planned);
    let plan = evaluation.map(|evaluation| PlanResults::of(evaluation, view.catalog));
    let applies = |kind: Export| plan.as_ref().is_some_and(|plan| kind.applies(plan));
    let row = |kind: &Export| Row { name: kind.name(), about: about(*kind, view), is_enabled: applies(*kind) };
    let groups = [
        (tr!("Pictures"), &PICTURES[..]),
        (tr!("Tables"), &TABLES),
        (tr!("For programs"), &FOR_PROGRAMS),
        (tr!(in "export", "Calendar"), &CALENDAR),
    ];
    let kinds: Vec<Export> = groups.iter().flat_map(|(_, kinds)| kinds.iter().copied()).collect();
    let groups = groups.map(|(name, kinds)| Group { name, rows: kinds.iter().map(row).collect() });
    // What cannot be exported is never the one that is chosen.
    let at = if kinds.get(at).is_some_and(|kind| applies(*kind)) {
        Some(at)
    } else {
        kinds.iter().position(|kind| applies(*kind))
    };
    let chosen = at.and_then(|at| kinds.get(at)).copied();
    let question = Question::new(tr!("Export")).wide().to(tr!("Export…")).if_ready(chosen.is_some());
    let pressed = question.show(ctx, |ui| {
        if let Some(followed) = followed {
            let option = wording::option_title(&followed.expected.estimate.options[0]);
            let is_graded = followed.learned.is_some();
            let of = tr!("As it is expected now: {option}", option);
            kit::note(ui, &if is_graded { tr!("{of}; without what grades make of it", of) } else { of });
        }
        kit::scroll(ui, |ui| {
            if let Some(other) = kit::list(ui, tr!("What to export"), &groups, at) {
                answer(Answer::Mark(other));
            }
        });
    });
    pressed.into_iter().for_each(|pressed| {
        let export = chosen.filter(|_| pressed == Pressed::Done);
        answer(export.map_or(Answer::Cancel, Answer::Export));
    });
}

/// What it is good for, in a sentence.
fn about(kind: Export, view: &View<'_>) -> String {
    let followed =
        view.progress.expected(view.is_following && view.sheet.is_none()).map(|followed| followed.typed().mark);
    let mark = followed.or(view.selected.map(|option| option.mark));
    let letter = mark.map_or('–', Mark::letter);
    match kind {
        Export::Png(_) => tr!("Pixels, for a letter, a slide or a message").to_owned(),
        Export::Svg(_) => tr!("A drawing that stays sharp at any size, for print and the web").to_owned(),
        Export::ComparisonXlsx => tr!("The options side by side, a row a figure, for a spreadsheet").to_owned(),
        Export::LedgerXlsx => tr!("Everything paid with its day, a row an entry, for a spreadsheet").to_owned(),
        Export::ChartXlsx => tr!("Result and spend of each option, a row a day, for a spreadsheet").to_owned(),
        Export::ComparisonCsv => tr!("The options side by side, a row a figure").to_owned(),
        Export::LedgerCsv => tr!("Everything paid with its day, a row an entry").to_owned(),
        Export::EstimateCsv => tr!("Result and spend of each option, a row a day").to_owned(),
        Export::ComparisonJson => tr!("The options side by side, with how each figure comes about").to_owned(),
        Export::LedgerJson => tr!("Everything paid, with its sums").to_owned(),
        Export::EstimateJson => tr!("Everything that is worked out from this plan").to_owned(),
        Export::Calendar => {
            tr!("The sessions of the selected option, {letter}, for any calendar program", letter)
        }
        Export::ComparisonTsv | Export::LedgerTsv | Export::ChartTsv => String::new(),
    }
}
