//! Which treatments may be part of a plan.

use crate::catalog::Treatment;
use crate::locale::tr;
use crate::search::Question;
use crate::ui::View;
use crate::ui::kit::{self, Field};
use crate::wording;
use egui::Ui;

/// What is wanted of a treatment.
#[derive(Clone, Copy, PartialEq)]
enum Wish {
    May,
    Must,
    Not,
}

impl Wish {
    const ALL: [Self; 3] = [Self::May, Self::Must, Self::Not];

    fn of(question: &Question, treatment: &Treatment) -> Self {
        match () {
            () if question.wished.contains(&treatment.id) => Self::Must,
            () if question.treatments.contains(&treatment.id) => Self::May,
            () => Self::Not,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::May => tr!(in "treatment", "may be part"),
            Self::Must => tr!(in "treatment", "must be part"),
            Self::Not => tr!(in "treatment", "left out"),
        }
    }

    /// Puts it into the question. Treatments stay in the order of the catalogue, which decides between equals.
    fn put(self, question: &mut Question, treatment: &Treatment, view: &View<'_>) {
        question.wished.retain(|id| *id != treatment.id);
        question.treatments.retain(|id| *id != treatment.id);
        if self == Self::Must {
            question.wished.push(treatment.id.clone());
        }
        if self != Self::Not {
            question.treatments.push(treatment.id.clone());
            let order = |id: &_| view.catalog.treatments.iter().position(|one| one.id == *id);
            question.treatments.sort_by_key(order);
        }
    }
}

/// A choice for each treatment that does something for the concern.
pub(super) fn treatments_ui(ui: &mut Ui, view: &View<'_>, question: &mut Question) {
    let Some(concern) = view.concern() else { return };
    let suits = |treatment: &&Treatment| treatment.suits.iter().any(|suit| suit.concern == concern.id);
    let is_asked = |treatment: &&Treatment| question.treatments.contains(&treatment.id);
    let shown = view.catalog.treatments.iter().filter(|treatment| suits(treatment) || is_asked(treatment));
    for treatment in shown.collect::<Vec<_>>() {
        let field = Field::new(("find treatment", &treatment.id), wording::text(&treatment.name));
        let now = Wish::of(question, treatment);
        if let Some(wish) = kit::choice(ui, field, &now, Wish::ALL, |wish| wish.name().to_owned()) {
            wish.put(question, treatment, view);
        }
    }
}
