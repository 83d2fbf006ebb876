//! Where the plan stands: what was had and paid, what is different, the curve, and the figures beside those that were planned.

use super::nothing::nothing_ui;
use super::state::ProgressState;
use crate::catalog::ConcernId;
use crate::document::OptionId;
use crate::evaluation::Followed;
use crate::locale::tr;
use crate::ui::theme::{strong, tokens};
use crate::ui::{Action, Command, View, charts, concern, kit, page};
use crate::units::Outlook;
use crate::wording;
use egui::{Align, Grid, Label, Layout, Ui};

/// The height of the picture in points.
const PICTURE: f32 = 230.0;

pub(super) fn standing_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (state, seen): (&mut ProgressState, &mut Option<ConcernId>),
    actions: &mut Vec<Action>,
) {
    page::head_ui(ui, (tr!("How it goes on"), tr!("Back to the plan")), Command::Progress, actions);
    option_ui(ui, view, state);
    concern::seen_ui(ui, view, ("how it goes on", concern::WIDE), seen);
    ui.add_space(tokens::GAP);
    if nothing_ui(ui, view) {
        return;
    }
    let Some(Ok(followed)) = view.progress.followed else { return };
    for said in wording::followed(followed, view.catalog) {
        ui.add(Label::new(wording::capitalized(&said) + ".").wrap());
    }
    curve_ui(ui, view, followed);
    ui.add_space(tokens::GROUP_GAP);
    figures_ui(ui, followed);
    ui.add_space(tokens::GAP);
    kit::note(
        ui,
        match followed.learned {
            None => tr!(
                "An estimate, no promise: what is expected is worked out for people like this client, not measured on this client."
            ),
            Some(_) => {
                tr!("An estimate, no promise: a grade narrows what is expected of this client, and makes nothing sure.")
            }
        },
    );
}

/// Which option it is, where there are several.
fn option_ui(ui: &mut Ui, view: &View<'_>, state: &mut ProgressState) {
    let shown: Vec<_> = view.draft.shown().collect();
    if shown.len() < 2 && view.progress.option.is_some() {
        return;
    }
    let name = |id: Option<OptionId>| -> String {
        let option = shown.iter().find(|option| Some(option.id) == id);
        option.map_or_else(
            || tr!("Which option?").to_owned(),
            |option| format!("{} · {}", option.mark.letter(), option.name),
        )
    };
    let field = kit::Field::new("followed option", tr!("Option"));
    let options = shown.iter().map(|option| Some(option.id));
    if let Some(chosen) = kit::choice_box(ui, field, &view.progress.option, options, |id| name(*id)) {
        state.option = chosen;
    }
}

/// The curve as it is expected, and pale as it was planned.
fn curve_ui(ui: &mut Ui, view: &View<'_>, followed: &Followed) {
    let estimate = followed.learned.as_ref().map_or(&followed.expected.estimate, |learned| &learned.estimate);
    if followed.course().projection.is_none() {
        return;
    }
    ui.add_space(tokens::GAP);
    kit::headline(ui, tr!("Improvement"), tokens::SIZES[1], 2);
    ui.add_space(tokens::GAP);
    let planned = view.evaluation.and_then(|evaluation| Some((evaluation, evaluation.option(Some(followed.option))?)));
    let planned = planned.map(|(evaluation, option)| {
        let later = (evaluation.plan.start - followed.expected.plan.start).get_days();
        // Beside what is expected of one person stands what was of people.
        let shown = |outlook: Outlook| match outlook.people {
            Some(people) if followed.learned.is_some() => people.p50,
            _ => outlook.typical,
        };
        let points = option.curve().filter_map(|point| Some((point.day + later, shown(point.result?.improvement))));
        points.collect::<Vec<_>>()
    });
    let spoken = wording::followed_curve(followed);
    let today = (followed.as_of - followed.expected.plan.start).get_days();
    let alone = charts::Alone {
        mark: Some(followed.typed().mark),
        height: PICTURE,
        spoken: &spoken,
        planned: planned.unwrap_or_default(),
        today: Some(today),
        graded: followed.learned.iter().flat_map(|one| &one.graded).map(|one| (one.day, one.gain)).collect(),
        foreseen_from: followed.foreseen().map(|session| session.day),
    };
    charts::option_ui(ui, estimate, &alone);
}

fn figures_ui(ui: &mut Ui, followed: &Followed) {
    let rows = wording::standings(followed);
    let is_issued = rows.iter().any(|row| row.issued.is_some());
    let right = |ui: &mut Ui, text: egui::RichText| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text));
    };
    let is_graded = followed.learned.is_some();
    Grid::new("standing").num_columns(5).spacing([22.0, 6.0]).show(ui, |ui| {
        ui.label("");
        if is_issued {
            right(ui, strong(tr!("Issued")));
        }
        right(ui, strong(tr!("Planned")));
        right(ui, strong(tr!("Expected now")));
        if is_graded {
            right(ui, strong(tr!("By the grade")));
        }
        ui.end_row();
        for row in rows {
            ui.label(row.name);
            if is_issued {
                right(ui, row.issued.unwrap_or_default().into());
            }
            right(ui, row.planned.into());
            right(ui, strong(&row.now));
            if is_graded {
                right(ui, strong(row.graded.as_deref().unwrap_or_default()));
            }
            ui.end_row();
        }
    });
}
