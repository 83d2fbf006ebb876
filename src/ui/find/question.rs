//! What is wanted, and what it must keep to.

use super::days::Days;
use super::{limits, treatments};
use crate::document::Draft;
use crate::engine::Goal;
use crate::locale::tr;
use crate::search::Question;
use crate::ui::kit::{self, Field, Numbers};
use crate::ui::theme::tokens;
use crate::ui::{Action, View, client};
use crate::units::Day;
use egui::Ui;

/// What there may be most of, without its days and levels.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Years,
    OnDay,
    Held,
    Months,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Years, Self::OnDay, Self::Held, Self::Months];

    fn of(goal: Goal) -> Self {
        match goal {
            Goal::ImprovementYears => Self::Years,
            Goal::OnDay(_) => Self::OnDay,
            Goal::Held { .. } => Self::Held,
            Goal::MonthsAbove(_) => Self::Months,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Years => tr!("the most over the years"),
            Self::OnDay => tr!("the most on a day"),
            Self::Held => tr!("the most held from day to day"),
            Self::Months => tr!("the most months at a level"),
        }
    }

    /// A goal of this kind to begin with, in a plan of so many days.
    fn goal(self, horizon: Day, draft: &Draft) -> Goal {
        let year = horizon.min(365);
        let occasions = draft.occasions.iter().map(|occasion| (occasion.date - draft.start).get_days());
        let occasion = occasions.into_iter().find(|day| (1..=horizon).contains(day));
        match self {
            Self::Years => Goal::ImprovementYears,
            Self::OnDay => Goal::OnDay(occasion.unwrap_or(year)),
            Self::Held => Goal::Held { from: year.min(horizon / 2), to: horizon.min(3 * 365) },
            Self::Months => Goal::MonthsAbove(share(draft.target.unwrap_or(USUAL_LEVEL))),
        }
    }
}

/// What is asked for where nobody has said how much, in percent.
const USUAL_LEVEL: u32 = 40;

fn share(percent: u32) -> f64 {
    f64::from(percent) / 100.0
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of one as a percentage")]
fn percent(share: f64) -> u32 {
    (100.0 * share).round() as u32
}

/// The fields of the question.
pub(super) fn question_ui(ui: &mut Ui, view: &View<'_>, question: &mut Question, actions: &mut Vec<Action>) {
    let days = Days::of(view.draft);
    kit::title(ui, tr!("Find a plan"));
    kit::heading(ui, tr!("What is wanted"));
    goal_ui(ui, view, question, &days);
    kit::heading(ui, tr!("What may be spent"));
    kit::if_editable(ui, view, |ui| client::budget_ui(ui, view, "search", actions));
    kit::heading(ui, tr!("Limits"));
    limits::limits_ui(ui, question, &days);
    kit::heading(ui, tr!("Treatments"));
    treatments::treatments_ui(ui, view, question);
    ui.add_space(tokens::GROUP_GAP);
}

fn goal_ui(ui: &mut Ui, view: &View<'_>, question: &mut Question, days: &Days) {
    let field = Field::new("find goal", tr!("Sought"));
    let name = |kind: &Kind| kind.name().to_owned();
    if let Some(kind) = kit::choice_box(ui, field, &Kind::of(question.goal), Kind::ALL, name) {
        question.goal = kind.goal(days.horizon, view.draft);
        question.enough = None;
    }
    ui.checkbox(&mut question.is_cautious, tr!("On a cautious course"))
        .on_hover_text(tr!("Each treatment does no more than what one clinic of ten stays below"));
    match &mut question.goal {
        Goal::ImprovementYears => {}
        Goal::OnDay(day) => days.day_ui(ui, Field::new("find day", tr!("Day")), day),
        Goal::Held { from, to } => {
            days.day_ui(ui, Field::new("find from", tr!("From")), from);
            days.day_ui(ui, Field::new("find to", tr!("Until")), to);
            *to = (*to).max(*from);
        }
        Goal::MonthsAbove(level) => {
            let numbers = Numbers::whole(1..=100, tr!("% improvement"));
            let field = Field::new("find level", tr!("Level"));
            if let Some(typed) = kit::number(ui, field, percent(*level), &numbers) {
                *level = share(typed);
            }
        }
    }
    if matches!(question.goal, Goal::OnDay(_) | Goal::Held { .. }) {
        let mut enough = question.enough.map(percent);
        let numbers = Numbers::whole(1..=100, tr!("% improvement"));
        let begin = view.draft.target.unwrap_or(USUAL_LEVEL);
        let field = Field::new("find enough", tr!("Enough is"));
        limits::number_ui(ui, (field, tr!("Say how much is enough")), &mut enough, begin, &numbers);
        question.enough = enough.map(share);
    }
}
