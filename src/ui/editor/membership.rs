//! Whether the selected option is paid by a member of the clinic, and on which terms: a phrase that opens its fields.

use super::parts::line_ui;
use crate::catalog::{Treatment, TreatmentId};
use crate::document::{Edit, Field, Fields as _, MembershipDraft, OptionDraft, OptionEdit, Place};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::{Action, View};
use crate::wording;
use egui::Ui;

/// The width of the fields in points.
const FIELDS: f32 = 360.0;

/// The phrase, and below it what is wrong with its fields.
pub(super) fn membership_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let Some(option) = view.selected else { return };
    let at = |field| Place::Option { option: option.id, field };
    let words = wording::membership_phrase(option.membership.as_ref(), view.draft.currency);
    let mut fields = OptionDraft::ROWS.iter().map(|row| row.about.field).filter(|field| *field != Field::Name);
    let wrong = fields.find_map(|field| view.wrong_at(at(field)));
    let field = kit::Field::new((option.id, "membership"), tr!("Membership")).wrong(wrong);
    line_ui(ui, |ui, said| {
        said.extend(kit::phrase(ui, field, &words, FIELDS, |ui| {
            kit::if_editable(ui, view, |ui| fields_ui(ui, view, option, actions));
        }));
    });
}

fn fields_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, actions: &mut Vec<Action>) {
    if let Some(is_member) = kit::check(ui, tr!("Paid by a member"), option.membership.is_some()) {
        let listed = &view.catalog.defaults.membership;
        let membership = is_member.then(|| MembershipDraft::listed(listed, view.draft.currency, &option.lines));
        actions.push(Action::Edit(Edit::Option(option.id, OptionEdit::Membership(membership))));
    }
    let Some(membership) = &option.membership else { return };
    let currency = view.draft.currency.code();
    let shown = |ui: &mut Ui, field, name, unit: &str, actions: &mut _| {
        kit::described(ui, view, Place::Option { option: option.id, field }, (name, unit), actions);
    };
    shown(ui, Field::MemberFee, tr!("Fee a month"), currency, actions);
    shown(ui, Field::MemberMonths, tr!("Paid for months"), "", actions);
    shown(ui, Field::MemberSessions, tr!("Sessions each month brings"), "", actions);
    if membership.sessions > 0 {
        covers_ui(ui, view, (option, membership), actions);
    }
    shown(ui, Field::MemberCredit, tr!("Credit each month brings"), currency, actions);
    shown(ui, Field::MemberDiscount, tr!("Off what is not included"), "%", actions);
    shown(ui, Field::RollOver, tr!("What is left is kept for months"), "", actions);
}

/// Of which of the option's treatments sessions are included.
fn covers_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (option, membership): (&OptionDraft, &MembershipDraft),
    actions: &mut Vec<Action>,
) {
    for treatment in treatments(view, option) {
        let treatment_name = wording::treatment_name(view.catalog, treatment);
        let name = tr!("of {treatment}", treatment = treatment_name);
        if let Some(is_covered) = kit::check(ui, &name, membership.covers.contains(treatment)) {
            let mut covers = membership.covers.clone();
            covers.retain(|other| other != treatment);
            if is_covered {
                // In front of whatever else the price list includes, of which not all may fit.
                covers.insert(0, treatment.clone());
            }
            let place = Place::Option { option: option.id, field: Field::MemberCovers };
            actions.push(Action::Edit(Edit::Set(place, covers.into())));
        }
    }
}

/// The treatments of an option of which there are sessions that are paid for, each once.
fn treatments<'a>(view: &View<'_>, option: &'a OptionDraft) -> Vec<&'a TreatmentId> {
    let mut found: Vec<&TreatmentId> = Vec::new();
    for line in &option.lines {
        let is_device = view.catalog.treatment(&line.treatment).is_some_and(Treatment::is_device);
        if !is_device && !found.contains(&&line.treatment) {
            found.push(&line.treatment);
        }
    }
    found
}
