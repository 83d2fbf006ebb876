//! The fields of the client: who, what for, and what changes the result.

use super::checklist::{checklist_ui, phototype_ui};
use super::further::further_ui;
use crate::catalog::{ConcernId, Projection, Severity, Variant};
use crate::document::{Edit, Field, Place, PlanEdit, StretchMarks, Sun, Wrinkles, limits};
use crate::locale::{english, tr, trn};
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, View, ViewState};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn client_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let described = |ui: &mut Ui, field, name, words, actions: &mut _| {
        kit::described(ui, view, Place::Plan(field), (name, words), actions);
    };
    let profile = &view.draft.profile;
    described(ui, Field::Reference, tr!("Reference"), tr!("no name needed"), actions);
    concern_ui(ui, view, state, actions);
    let severity = (Place::Plan(Field::Severity), tr!("Severity"));
    let name = |severity: &Severity| wording::severity(*severity).to_owned();
    kit::chosen(ui, view, severity, (&profile.severity, Severity::ALL), name, actions);
    let variant = |concern: &ConcernId| view.catalog.concern(concern).map_or(Variant::None, |concern| concern.variant);
    let mut told = vec![variant(&view.draft.concern)];
    variant_ui(ui, view, told[0], actions);
    further_ui(ui, view, actions, |ui, concern, actions| {
        let variant = variant(concern);
        if !told.contains(&variant) {
            variant_ui(ui, view, variant, actions);
            told.push(variant);
        }
    });
    described(ui, Field::Age, tr!("Age"), trn!(profile.age, " year", " years"), actions);
    let (sun, name) = ((Place::Plan(Field::Sun), tr!("Sun")), |sun: &Sun| wording::sun(*sun).to_owned());
    kit::chosen(ui, view, sun, (&profile.sun, Sun::ALL), name, actions);
    phototype_ui(ui, view, actions);
    ui.horizontal_wrapped(|ui| {
        described(ui, Field::Smoker, tr!("Smokes"), "", actions);
        described(ui, Field::SensitiveSkin, tr!("Sensitive skin"), "", actions);
    });
    checklist_ui(ui, view, actions);
}

fn concern_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let name =
        |id: &ConcernId| view.catalog.concern(id).map_or(id.to_string(), |one| wording::text(&one.name).to_owned());
    let is_further = |id: &ConcernId| view.draft.further.iter().any(|further| further.concern == *id);
    let all = view.catalog.concerns.iter().map(|concern| concern.id.clone()).filter(|id| !is_further(id));
    let concern = (Place::Plan(Field::Concern), tr!("Concern"));
    state.offer_courses |= kit::chosen(ui, view, concern, (&view.draft.concern, all), name, actions);
    if state.offer_courses {
        courses_ui(ui, view, state, actions);
    }
    let known = view.catalog.concern(&view.draft.concern);
    if let Some(concern) = known {
        let about = RichText::new(wording::text(&concern.summary)).size(tokens::SIZES[0]);
        ui.label(about.color(Palette::of(ui).text_weak));
    }
    if let Some(concern) = known
        && matches!(concern.projection, Projection::CostOnly { .. })
    {
        ui.label(RichText::new(tr!("Cost only: no improvement is projected")).color(Palette::of(ui).warning));
    }
}

/// After a change of concern the options still hold the courses of the one before.
fn courses_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.label(RichText::new(tr!("The options keep their courses")).color(Palette::of(ui).warning));
    ui.horizontal(|ui| {
        if ui.button(tr!("Take the usual courses")).clicked() {
            let options = view.draft.with_usual_courses(view.catalog);
            actions.push(Action::Edit(Edit::Plan(PlanEdit::Options(options, english!("take the usual courses")))));
            state.offer_courses = false;
        }
        if ui.button(tr!("Keep")).clicked() {
            state.offer_courses = false;
        }
    });
}

fn variant_ui(ui: &mut Ui, view: &View<'_>, variant: Variant, actions: &mut Vec<Action>) {
    let profile = &view.draft.profile;
    match variant {
        Variant::None => {}
        Variant::ScarTypes => scar_mix_ui(ui, view, actions),
        Variant::WrinkleDepth => {
            let (place, name) = (Place::Plan(Field::Wrinkles), |one: &Wrinkles| wording::wrinkles(*one).to_owned());
            let values = (&profile.wrinkles, Wrinkles::ALL);
            kit::chosen(ui, view, (place, tr!("Wrinkles")), values, name, actions);
        }
        Variant::StretchMarkColour => {
            let name = |one: &StretchMarks| wording::stretch_marks(*one).to_owned();
            let (place, values) = (Place::Plan(Field::StretchMarks), (&profile.stretch_marks, StretchMarks::ALL));
            kit::chosen(ui, view, (place, tr!("Marks")), values, name, actions);
        }
    }
}

/// The mix of scar types in parts, side by side.
fn scar_mix_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let mix = view.draft.profile.scar_mix;
    let [rolling, boxcar, icepick] = mix.shares().map(wording::share);
    let mut part = |ui: &mut Ui, of: Field, name: &str, spoken: &str, value: u32| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let place = Place::Plan(of);
            let field = kit::Field::at(view, place, spoken);
            let changed = kit::number_box(ui, field, value, &Numbers::whole(limits::SCAR_PARTS, ""));
            let caption = RichText::new(name).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak);
            ui.label(caption).on_hover_text(tr!("Parts of the mix: {scars}", scars = spoken));
            kit::push(actions, changed, |parts| Edit::Set(place, parts.into()));
        });
    };
    let field = kit::Field::at(view, Place::Plan(Field::ScarMix), tr!("Scar types"));
    kit::row(ui, field, |ui| {
        part(ui, Field::Rolling, tr!("Rolling"), &tr!("Rolling scars ({share})", share = rolling), mix.rolling);
        part(ui, Field::Boxcar, tr!("Boxcar"), &tr!("Boxcar scars ({share})", share = boxcar), mix.boxcar);
        part(ui, Field::Icepick, tr!("Icepick"), &tr!("Icepick scars ({share})", share = icepick), mix.icepick);
    });
}
