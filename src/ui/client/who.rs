//! The fields of the client: who, what for, and what changes the result.

use crate::catalog::{Projection, Severity, Variant};
use crate::document::{Edit, Field, Place, PlanEdit, Profile, StretchMarks, Sun, Wrinkles, limits};
use crate::locale::{english, tr};
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, View, ViewState};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn client_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let own = kit::Field::new;
    let draft = view.draft;
    let of_plan = Place::Plan(Field::Reference);
    kit::described(ui, view, draft, of_plan, (tr!("Reference"), tr!("no name needed")), actions);
    concern_ui(ui, view, state, actions);
    let profile = &draft.profile;
    let mut set = |profile: Profile, field| actions.push(Action::Edit(Edit::Plan(PlanEdit::Profile(profile, field))));
    let name = |severity: &Severity| wording::severity(*severity).to_owned();
    if let Some(severity) = kit::choice(ui, own("severity", tr!("Severity")), &profile.severity, Severity::ALL, name) {
        set(Profile { severity, ..profile.clone() }, english!("change severity"));
    }
    variant_ui(ui, view, actions);
    kit::described(ui, view, profile, Place::Plan(Field::Age), (tr!("Age"), tr!(" years")), actions);
    let mut set = |profile: Profile, field| actions.push(Action::Edit(Edit::Plan(PlanEdit::Profile(profile, field))));
    if let Some(sun) =
        kit::choice(ui, own("sun", tr!("Sun")), &profile.sun, Sun::ALL, |sun| wording::sun(*sun).to_owned())
    {
        set(Profile { sun, ..profile.clone() }, english!("change sun habits"));
    }
    ui.horizontal_wrapped(|ui| {
        if let Some(smoker) = kit::check(ui, tr!("Smokes"), profile.smoker) {
            set(Profile { smoker, ..profile.clone() }, english!("change smoking"));
        }
        if let Some(darker_skin) = kit::check(ui, tr!("Darker skin"), profile.darker_skin) {
            set(Profile { darker_skin, ..profile.clone() }, english!("change skin tone"));
        }
        if let Some(sensitive_skin) = kit::check(ui, tr!("Sensitive skin"), profile.sensitive_skin) {
            set(Profile { sensitive_skin, ..profile.clone() }, english!("change skin sensitivity"));
        }
    });
}

fn concern_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let at = |field, name| kit::Field::at(view, Place::Plan(field), name);
    let name = |id: &crate::catalog::ConcernId| {
        view.catalog.concern(id).map_or(id.to_string(), |one| wording::text(&one.name).to_owned())
    };
    let all = view.catalog.concerns.iter().map(|concern| concern.id.clone());
    let chosen = kit::choice(ui, at(Field::Concern, tr!("Concern")), &view.draft.concern, all, name);
    state.offer_courses |= chosen.is_some();
    kit::push(actions, chosen, |concern| Edit::Plan(PlanEdit::Concern(concern)));
    if state.offer_courses {
        courses_ui(ui, view, state, actions);
    }
    if let Some(concern) = view.catalog.concern(&view.draft.concern)
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

fn variant_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let profile = &view.draft.profile;
    let mut set = |profile: Profile, field| actions.push(Action::Edit(Edit::Plan(PlanEdit::Profile(profile, field))));
    let variant = view.catalog.concern(&view.draft.concern).map_or(Variant::None, |concern| concern.variant);
    match variant {
        Variant::None => {}
        Variant::ScarTypes => scar_mix_ui(ui, view, actions),
        Variant::WrinkleDepth => {
            let chosen = kit::choice(
                ui,
                kit::Field::new("wrinkles", tr!("Wrinkles")),
                &profile.wrinkles,
                Wrinkles::ALL,
                |one| wording::wrinkles(*one).to_owned(),
            );
            if let Some(wrinkles) = chosen {
                set(Profile { wrinkles, ..profile.clone() }, english!("change wrinkle depth"));
            }
        }
        Variant::StretchMarkColour => {
            let name = |one: &StretchMarks| wording::stretch_marks(*one).to_owned();
            if let Some(stretch_marks) = kit::choice(
                ui,
                kit::Field::new("stretch marks", tr!("Marks")),
                &profile.stretch_marks,
                StretchMarks::ALL,
                name,
            ) {
                set(Profile { stretch_marks, ..profile.clone() }, english!("change stretch mark colour"));
            }
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
