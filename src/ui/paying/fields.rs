//! Deposit and credit, as typed.

use crate::document::{CreditDraft, DepositDraft, Edit, Field, Place, PlanEdit};
use crate::finance::RateKind;
use crate::locale::{tr, trn};
use crate::ui::kit;
use crate::ui::{Action, View};
use crate::wording::{self, notices};
use egui::Ui;

/// The group of fields.
pub(in crate::ui) fn terms_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    deposit_ui(ui, view, actions);
    credit_ui(ui, view, actions);
}

/// Whether a credit is shown, and its terms.
pub(in crate::ui) fn credit_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let mut offered = view.draft.credit.is_some();
    if ui.checkbox(&mut offered, tr!("Show paying by instalments")).changed() {
        actions.push(Action::Edit(Edit::Plan(PlanEdit::Credit(offered))));
    }
    if let Some(credit) = &view.draft.credit {
        rate_ui(ui, view, credit, actions);
        kit::note(ui, notices::credit());
    }
}

/// Which kind of deposit.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    None,
    Percent,
    Amount,
}

impl Kind {
    const ALL: [Self; 3] = [Self::None, Self::Percent, Self::Amount];

    fn of(draft: &DepositDraft) -> Self {
        match draft {
            DepositDraft::None => Self::None,
            DepositDraft::Percent(_) => Self::Percent,
            DepositDraft::Amount(_) => Self::Amount,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::None => tr!(in "deposit", "None"),
            Self::Percent => tr!("Percentage"),
            Self::Amount => tr!("Set amount"),
        }
    }

    /// A deposit of this kind. A figure already typed stays.
    fn draft(self, before: &DepositDraft) -> DepositDraft {
        let text = before.text().unwrap_or_default().to_owned();
        match self {
            Self::None => DepositDraft::None,
            Self::Percent => DepositDraft::Percent(text),
            Self::Amount => DepositDraft::Amount(text),
        }
    }
}

/// What is due at booking.
pub(in crate::ui) fn deposit_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let draft = view.draft;
    let (kind, place) = (Kind::of(&draft.deposit), Place::Plan(Field::DepositKind));
    let field = kit::Field::at(view, place, tr!("Deposit"));
    let chosen = kit::choice(ui, field, &kind, Kind::ALL, |kind| kind.name().to_owned());
    kit::push(actions, chosen, |kind| Edit::Set(place, kind.draft(&draft.deposit).into()));
    let unit = match kind {
        Kind::None => return,
        Kind::Percent => "%",
        Kind::Amount => draft.currency.code(),
    };
    kit::described(ui, view, Place::Plan(Field::Deposit), (tr!("Due at booking"), unit), actions);
    kit::note(ui, notices::deposit());
}

fn rate_ui(ui: &mut Ui, view: &View<'_>, credit: &CreditDraft, actions: &mut Vec<Action>) {
    let shown = |ui: &mut Ui, field, name, unit, actions: &mut _| {
        kit::described(ui, view, Place::Plan(field), (name, unit), actions);
    };
    shown(ui, Field::CreditMonths, tr!("Instalments"), trn!(credit.months, " month", " months"), actions);
    let months = trn!(credit.first, " month", " months");
    shown(ui, Field::CreditFirst, tr!("First due after"), months, actions);
    shown(ui, Field::CreditRate, tr!("Yearly rate"), "%", actions);
    let (kind, name) =
        ((Place::Plan(Field::RateKind), tr!("The rate is")), |kind: &RateKind| wording::rate_kind(*kind).to_owned());
    kit::chosen(ui, view, kind, (&credit.kind, RateKind::ALL), name, actions);
    shown(ui, Field::CreditFee, tr!("Lender's fee"), view.draft.currency.code(), actions);
}
