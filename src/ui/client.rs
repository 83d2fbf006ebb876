//! The client and the plan: who, what for, from when, how long, and what money depends on.

use super::kit::{self, Numbers};
use super::theme::{Palette, tokens};
use super::{Action, View, ViewState, paying};
use crate::catalog::{Projection, Severity, Variant};
use crate::document::{Edit, Field, Place, PlanEdit, Profile, StretchMarks, Sun, Wrinkles, limits};
use crate::locale::{mark, tr};
use crate::units::{Currency, TaxMode};
use crate::wording;
use egui::{CollapsingHeader, RichText, Ui};

/// The client.
pub(super) fn client_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let own = kit::Field::new;
    kit::heading(ui, tr!("Client"));
    let draft = view.draft;
    let of_plan = Place::Plan(Field::Reference);
    kit::described(ui, view, draft, of_plan, (tr!("Reference"), tr!("no name needed")), actions);
    concern_ui(ui, view, state, actions);
    let profile = &draft.profile;
    let mut set = |profile: Profile, field| actions.push(Action::Edit(Edit::Plan(PlanEdit::Profile(profile, field))));
    let name = |severity: &Severity| wording::severity(*severity).to_owned();
    if let Some(severity) = kit::choice(ui, own("severity", tr!("Severity")), &profile.severity, Severity::ALL, name) {
        set(Profile { severity, ..profile.clone() }, mark!("change severity"));
    }
    variant_ui(ui, view, actions);
    kit::described(ui, view, profile, Place::Plan(Field::Age), (tr!("Age"), tr!(" years")), actions);
    let mut set = |profile: Profile, field| actions.push(Action::Edit(Edit::Plan(PlanEdit::Profile(profile, field))));
    if let Some(sun) =
        kit::choice(ui, own("sun", tr!("Sun")), &profile.sun, Sun::ALL, |sun| wording::sun(*sun).to_owned())
    {
        set(Profile { sun, ..profile.clone() }, mark!("change sun habits"));
    }
    ui.horizontal_wrapped(|ui| {
        if let Some(smoker) = kit::check(ui, tr!("Smokes"), profile.smoker) {
            set(Profile { smoker, ..profile.clone() }, mark!("change smoking"));
        }
        if let Some(darker_skin) = kit::check(ui, tr!("Darker skin"), profile.darker_skin) {
            set(Profile { darker_skin, ..profile.clone() }, mark!("change skin tone"));
        }
        if let Some(sensitive_skin) = kit::check(ui, tr!("Sensitive skin"), profile.sensitive_skin) {
            set(Profile { sensitive_skin, ..profile.clone() }, mark!("change skin sensitivity"));
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
            actions.push(Action::Edit(Edit::Plan(PlanEdit::Options(options, mark!("take the usual courses")))));
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
                set(Profile { wrinkles, ..profile.clone() }, mark!("change wrinkle depth"));
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
                set(Profile { stretch_marks, ..profile.clone() }, mark!("change stretch mark colour"));
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

/// The plan: dates, horizon and what money depends on.
pub(super) fn plan_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let at = |field, name| kit::Field::at(view, Place::Plan(field), name);
    kit::heading(ui, tr!("Plan"));
    let draft = view.draft;
    let (ahead, years) = (at(Field::Horizon, tr!("Look ahead")), Numbers::whole(limits::HORIZON_YEARS, tr!(" years")));
    let horizon = kit::slider(ui, ahead, draft.horizon_years, &years);
    kit::push(actions, horizon, |years| Edit::Set(Place::Plan(Field::Horizon), years.into()));
    let start = kit::date(ui, at(Field::Start, tr!("Starts on")), draft.start);
    kit::push(actions, start, |date| Edit::Plan(PlanEdit::Start(date)));
    target_ui(ui, view, actions);
    // A group cannot be opened while nothing can be changed, so it stands open then.
    let open = view.is_issued().then_some(true);
    CollapsingHeader::new(tr!("Currency, fee, tax, price growth")).id_salt("money").open(open).show(ui, |ui| {
        money_ui(ui, view, state, actions);
    });
    CollapsingHeader::new(tr!("Paying: deposit and credit")).id_salt("paying").open(open).show(ui, |ui| {
        paying::terms_ui(ui, view, actions);
    });
    CollapsingHeader::new(tr!("Clinic notes")).id_salt("notes").open(open).show(ui, |ui| {
        let mut notes = draft.notes.clone();
        let field = kit::Field::new(Place::Plan(Field::Notes), tr!("Clinic notes, never printed"));
        let edit = field.lines(&mut notes).desired_rows(3).desired_width(f32::INFINITY).char_limit(limits::NOTE);
        let response = field.add(ui, |ui| ui.add(edit));
        let notes = response.changed().then_some(notes);
        kit::push(actions, notes, |text| Edit::Set(Place::Plan(Field::Notes), text.into()));
        ui.label(RichText::new(tr!("Never printed")).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    });
}

fn target_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let target = view.draft.target;
    let edit = |target| Edit::Plan(PlanEdit::Target(target));
    let field = kit::Field::at(view, Place::Plan(Field::Target), tr!("Target"));
    kit::row(ui, field, |ui| {
        let mut on = target.is_some();
        if ui.checkbox(&mut on, "").accessible_name(tr!("Aim at a target improvement")).changed() {
            actions.push(Action::Edit(edit(on.then_some(40))));
        }
        match target {
            Some(percent) => {
                let numbers = Numbers::whole(limits::TARGET, tr!("% improvement"));
                let changed = kit::number_box(ui, field.named(tr!("Target improvement")), percent, &numbers);
                kit::push(actions, changed, |percent| Edit::Set(Place::Plan(Field::Target), percent.into()));
            }
            None => {
                ui.label(RichText::new(tr!(in "target", "none")).color(Palette::of(ui).text_weak));
            }
        }
    });
}

/// After a change of currency the catalogue's prices may be missing: offers to go on with their figures.
fn prices_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let Some(from) = state.offer_prices else { return };
    let draft = view.draft;
    let options = draft.with_own_prices(view.catalog, from);
    if options == draft.options || from == draft.currency {
        return;
    }
    let text = tr!("Some prices are not known in {currency}", currency = draft.currency.code());
    ui.label(RichText::new(text).color(Palette::of(ui).warning));
    if ui.button(tr!("Keep the {currency} figures as your own", currency = from.code())).clicked() {
        actions.push(Action::Edit(Edit::Plan(PlanEdit::Options(options, mark!("keep the figures")))));
        state.offer_prices = None;
    }
}

/// Currencies offered; a plan file may hold any other.
pub(super) const CURRENCIES: [&str; 12] =
    ["USD", "GBP", "EUR", "AUD", "CAD", "NZD", "CHF", "SEK", "JPY", "INR", "AED", "SGD"];

fn currency_name(currency: &Currency) -> &str {
    match currency.code() {
        "USD" => tr!("United States dollar"),
        "GBP" => tr!("Pound sterling"),
        "EUR" => tr!("Euro"),
        "AUD" => tr!("Australian dollar"),
        "CAD" => tr!("Canadian dollar"),
        "NZD" => tr!("New Zealand dollar"),
        "CHF" => tr!("Swiss franc"),
        "SEK" => tr!("Swedish krona/kronor"),
        "JPY" => tr!("Japanese yen"),
        "INR" => tr!("Indian rupee"),
        "AED" => tr!("United Arab Emirates dirham"),
        "SGD" => tr!("Singapore dollar"),
        _ => currency.name(),
    }
}

fn money_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let draft = view.draft;
    let offered = CURRENCIES.iter().filter_map(|code| Currency::from_code(code));
    let own = std::iter::once(draft.currency).filter(|own| !CURRENCIES.contains(&own.code()));
    let built_in = view.catalog.currencies();
    let name = |currency: &Currency| {
        let (code, name) = (currency.code(), currency_name(currency));
        if built_in.contains(currency) {
            tr!("{code} · {name}, built-in prices", code, name)
        } else {
            format!("{code} · {name}")
        }
    };
    let chosen =
        kit::choice(ui, kit::Field::new("currency", tr!("Currency")), &draft.currency, offered.chain(own), name);
    if chosen.is_some() {
        state.offer_prices = Some(draft.currency);
    }
    kit::push(actions, chosen, |currency| Edit::Plan(PlanEdit::Currency(currency)));
    prices_ui(ui, view, state, actions);
    let mut shown = |ui: &mut Ui, field, name, unit| {
        kit::described(ui, view, draft, Place::Plan(field), (name, unit), actions);
    };
    shown(ui, Field::ConsultationFee, tr!("Consultation fee"), draft.currency.code());
    shown(ui, Field::Tax, tr!("Tax"), "%");
    let name = |mode: &TaxMode| match mode {
        TaxMode::OnTop => tr!("on top of prices").to_owned(),
        TaxMode::Included => tr!("included in prices").to_owned(),
    };
    let mode = kit::choice(ui, kit::Field::new("tax mode", tr!("Tax is")), &draft.tax_mode, TaxMode::ALL, name);
    shown(ui, Field::Discount, tr!("Plan discount"), "%");
    shown(ui, Field::PriceGrowth, tr!("Price growth"), tr!("% a year"));
    kit::push(actions, mode, |mode| Edit::Plan(PlanEdit::TaxMode(mode)));
}

/// Who the plan is for.
pub(super) fn client_sentence_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.menu_button(tr!("Client"), |ui| client_ui(ui, view, state, actions));
}

/// What the plan rests on.
pub(super) fn plan_sentence_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    ui.menu_button(tr!("Plan"), |ui| plan_ui(ui, view, state, actions));
}
