//! Deposit and credit, as typed.

use crate::document::{CreditDraft, DepositDraft, Edit, Field, Place, PlanEdit};
use crate::finance::RateKind;
use crate::locale::{english, tr};
use crate::ui::kit;
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, View};
use crate::wording::{self, notices};
use egui::{RichText, Ui};

/// The group of fields.
pub(in crate::ui) fn terms_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    deposit_ui(ui, view, actions);
    let mut offered = view.draft.credit.is_some();
    if ui.checkbox(&mut offered, tr!("Show paying by instalments")).changed() {
        let credit = offered.then(CreditDraft::default);
        let label = if offered { english!("add a credit") } else { english!("remove the credit") };
        actions.push(Action::Edit(Edit::Plan(PlanEdit::Credit(credit, label))));
    }
    if let Some(credit) = &view.draft.credit {
        credit_ui(ui, view, credit, actions);
        note_ui(ui, notices::credit());
    }
}

fn note_ui(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
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
        let text = match before {
            DepositDraft::None => String::new(),
            DepositDraft::Percent(text) | DepositDraft::Amount(text) => text.clone(),
        };
        match self {
            Self::None => DepositDraft::None,
            Self::Percent => DepositDraft::Percent(text),
            Self::Amount => DepositDraft::Amount(text),
        }
    }
}

fn deposit_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let draft = view.draft;
    let chosen = kit::choice(
        ui,
        kit::Field::new("deposit kind", tr!("Deposit")),
        &Kind::of(&draft.deposit),
        Kind::ALL,
        |kind| kind.name().to_owned(),
    );
    kit::push(actions, chosen, |kind| {
        Edit::Plan(PlanEdit::Deposit(kind.draft(&draft.deposit), english!("change kind of deposit")))
    });
    let field = kit::Field::at(view, Place::Plan(Field::Deposit), tr!("Due at booking"));
    let edit = |deposit| Edit::Plan(PlanEdit::Deposit(deposit, english!("change deposit")));
    match &draft.deposit {
        DepositDraft::None => return,
        DepositDraft::Percent(text) => {
            let typed = kit::amount(ui, field, text, "0", "%");
            kit::push(actions, typed, |text| edit(DepositDraft::Percent(text)));
        }
        DepositDraft::Amount(text) => {
            let typed = kit::amount(ui, field, text, "0", draft.currency.code());
            kit::push(actions, typed, |text| edit(DepositDraft::Amount(text)));
        }
    }
    note_ui(ui, notices::deposit());
}

fn credit_ui(ui: &mut Ui, view: &View<'_>, credit: &CreditDraft, actions: &mut Vec<Action>) {
    let mut shown = |ui: &mut Ui, field, name, unit| {
        kit::described(ui, view, credit, Place::Plan(field), (name, unit), actions);
    };
    shown(ui, Field::CreditMonths, tr!("Instalments"), tr!(" months"));
    shown(ui, Field::CreditRate, tr!("Yearly rate"), "%");
    let name = |kind: &RateKind| wording::rate_kind(*kind).to_owned();
    let kind = kit::choice(ui, kit::Field::new("kind of rate", tr!("The rate is")), &credit.kind, RateKind::ALL, name);
    shown(ui, Field::CreditFee, tr!("Lender's fee"), view.draft.currency.code());
    kit::push(actions, kind, |kind| {
        Edit::Plan(PlanEdit::Credit(Some(CreditDraft { kind, ..credit.clone() }), english!("change kind of rate")))
    });
}
