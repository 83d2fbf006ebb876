//! The treatments of the selected option: course, price, add-ons, upkeep.

use super::fields::{self, icon_button};
use super::theme::{Palette, icons, tokens};
use super::{Action, View};
use crate::catalog::{Catalog, Concern, PriceUnit, SuitLevel, Treatment, UpkeepPreset};
use crate::scenario::{
    AddOnDraft, Edit, Field, LineDraft, LineEdit, OptionEdit, Place, PriceDraft, SpreadText, Upkeep, limits,
};
use crate::units::Spread;
use crate::wording;
use egui::{CollapsingHeader, Frame, RichText, Ui};

/// Everything a line's view needs to know.
struct Context<'a> {
    view: &'a View<'a>,
    option: usize,
    at: usize,
    line: &'a LineDraft,
    treatment: &'a Treatment,
    concern: &'a Concern,
}

impl Context<'_> {
    fn edit(&self, edit: LineEdit) -> Action {
        Action::Edit(Edit::Line(self.option, self.at, edit))
    }

    fn place(&self, field: Field) -> Place {
        Place::Line { option: self.option, line: self.at, field }
    }

    fn problem(&self, ui: &mut Ui, field: Field) {
        fields::problem(ui, self.view, self.place(field));
    }
}

/// All treatments of the option at this position, and what can be added.
pub(super) fn lines_ui(ui: &mut Ui, view: &View<'_>, option: usize, actions: &mut Vec<Action>) {
    let draft = &view.draft.options[option];
    let Some(concern) = view.catalog.concern(&view.draft.concern) else { return };
    for (at, line) in draft.lines.iter().enumerate() {
        let Some(treatment) = view.catalog.treatment(&line.treatment) else {
            unknown_ui(ui, view, option, at, actions);
            continue;
        };
        let context = Context { view, option, at, line, treatment, concern };
        ui.push_id((draft.mark.letter(), at), |ui| card_ui(ui, &context, actions));
        ui.add_space(tokens::GAP);
    }
    if draft.lines.is_empty() {
        ui.label("No treatment yet: the same as doing nothing. Add one below.");
    }
    if draft.lines.len() < limits::LINES {
        add_ui(ui, view, concern, option, actions);
    }
}

/// A line whose treatment the catalogue does not have: all that can be done is to take it out.
fn unknown_ui(ui: &mut Ui, view: &View<'_>, option: usize, at: usize, actions: &mut Vec<Action>) {
    fields::problem(ui, view, Place::Line { option, line: at, field: Field::Treatment });
    if ui.button("Remove this treatment").clicked() {
        actions.push(Action::Edit(Edit::Line(option, at, LineEdit::Remove)));
    }
}

fn add_ui(ui: &mut Ui, view: &View<'_>, concern: &Concern, option: usize, actions: &mut Vec<Action>) {
    ui.menu_button(format!("{} Add treatment", icons::ADD), |ui| {
        for treatment in by_suitability(view.catalog, concern) {
            if ui.button(suited_name(treatment, concern)).clicked() {
                let line = LineDraft::usual(view.catalog, concern, &view.draft.profile, treatment);
                actions.push(Action::Edit(Edit::Option(option, OptionEdit::AddLine(line))));
            }
        }
    });
}

/// The treatments in order of how well they fit the concern; those no source uses for it come last.
fn by_suitability<'a>(catalog: &'a Catalog, concern: &Concern) -> Vec<&'a Treatment> {
    let mut all: Vec<&Treatment> = catalog.treatments.iter().collect();
    all.sort_by_key(|treatment| level(treatment, concern).map_or(u8::MAX, |level| level as u8));
    all
}

fn level(treatment: &Treatment, concern: &Concern) -> Option<SuitLevel> {
    treatment.suits.iter().find(|suit| suit.concern == concern.id).map(|suit| suit.level)
}

fn suited_name(treatment: &Treatment, concern: &Concern) -> String {
    let fit = match level(treatment, concern) {
        Some(SuitLevel::Usual) => "usual",
        Some(SuitLevel::Sometimes) => "sometimes",
        Some(SuitLevel::Doubtful) => "doubtful",
        None => "not for this concern",
    };
    format!("{} · {fit}", treatment.name)
}

fn card_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).stroke(egui::Stroke::new(1.0, palette.line));
    frame.corner_radius(tokens::RADIUS).inner_margin(8.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        header_ui(ui, context, actions);
        course_ui(ui, context, actions);
        price_ui(ui, context, actions);
        add_ons_ui(ui, context, actions);
        upkeep_ui(ui, context, actions);
        CollapsingHeader::new("About this treatment").id_salt("about").show(ui, |ui| about_ui(ui, context));
    });
}

fn header_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let view = context.view;
    ui.horizontal(|ui| {
        let ids = view.catalog.treatments.iter().map(|treatment| treatment.id.clone());
        let name = |id: &crate::catalog::TreatmentId| {
            view.catalog.treatment(id).map_or(id.to_string(), |treatment| treatment.name.clone())
        };
        let spoken = format!("Treatment {}", context.at + 1);
        let chosen = fields::choice_box(ui, &spoken, &context.line.treatment, ids, name);
        if let Some(treatment) = chosen.as_ref().and_then(|id| view.catalog.treatment(id)) {
            let mut line = LineDraft::usual(view.catalog, context.concern, &view.draft.profile, treatment);
            line.start_day = context.line.start_day;
            actions.push(context.edit(LineEdit::Treatment(line)));
        }
        if icon_button(ui, icons::REMOVE, &format!("Remove {}", context.treatment.name), true) {
            actions.push(context.edit(LineEdit::Remove));
        }
    });
    context.problem(ui, Field::Treatment);
}

fn course_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let line = context.line;
    let sessions = fields::number(ui, "Sessions", line.sessions, limits::SESSIONS, "");
    actions.extend(sessions.map(|count| context.edit(LineEdit::Sessions(count))));
    context.problem(ui, Field::Sessions);
    if line.sessions > 1 {
        let spacing = fields::number(ui, "Days between", line.spacing_days, limits::SPACING_DAYS, " days");
        actions.extend(spacing.map(|days| context.edit(LineEdit::Spacing(days))));
        context.problem(ui, Field::Spacing);
    }
    let start = context.view.draft.start;
    let first = start.saturating_add(jiff::Span::new().days(i64::from(line.start_day)));
    if let Some(date) = fields::date(ui, "First session", first) {
        let days = (date - start).get_days().clamp(0, i32::try_from(*limits::START_DAY.end()).unwrap_or(i32::MAX));
        actions.push(context.edit(LineEdit::StartDay(days.unsigned_abs())));
    }
    context.problem(ui, Field::StartDay);
    if context.treatment.unit == PriceUnit::Syringe {
        let units = fields::number(ui, "Syringes each", line.units, limits::UNITS, "");
        actions.extend(units.map(|units| context.edit(LineEdit::Units(units))));
        context.problem(ui, Field::Units);
    }
    depth_ui(ui, context, actions);
}

fn depth_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let Some(range) = context.treatment.needle_depth.as_ref().map(|depth| depth.value) else { return };
    let mut depth = context.line.depth.map_or(range.typical, |hundredths| f64::from(hundredths) / 100.0);
    let changed = fields::row(ui, "Needle length", |ui, label| {
        let field = egui::DragValue::new(&mut depth).range(range.low..=range.high).speed(0.01).fixed_decimals(2);
        ui.add(field.suffix(" mm")).labelled_by(label).changed()
    });
    if changed {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the field keeps to its range")]
        let hundredths = (depth * 100.0).round() as u32;
        actions.push(context.edit(LineEdit::Depth(hundredths)));
    }
    context.problem(ui, Field::Depth);
}

fn price_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let catalogue = catalogue_price(&context.treatment.prices, context);
    let label = format!("Price a {}", context.treatment.unit.name());
    if let Some(price) = price_editor(ui, &label, &context.line.price, catalogue.as_ref(), context) {
        actions.push(context.edit(LineEdit::Price(price)));
    }
    for field in [Field::PriceLow, Field::PriceTypical, Field::PriceHigh] {
        context.problem(ui, field);
    }
    let discount = fields::amount(ui, "Discount", &context.line.discount, "0", "%");
    actions.extend(discount.map(|text| context.edit(LineEdit::Discount(text))));
    context.problem(ui, Field::Discount);
}

/// The catalogue's price as text for the fields, and what it rests on.
struct CataloguePrice {
    text: SpreadText,
    note: String,
}

fn catalogue_price(prices: &[crate::catalog::Price], context: &Context<'_>) -> Option<CataloguePrice> {
    let currency = context.view.draft.currency;
    let price = prices.iter().find(|price| price.currency == currency)?;
    let note = format!("{}, {}", price.basis.label(), price.year);
    Some(CataloguePrice { text: SpreadText::from_money(price.amount, currency), note })
}

/// Three boxes: low, typical, high. Typing makes the price the clinic's own; a button takes the catalogue's again.
fn price_editor(
    ui: &mut Ui,
    label: &str,
    price: &PriceDraft,
    catalogue: Option<&CataloguePrice>,
    context: &Context<'_>,
) -> Option<PriceDraft> {
    let empty = || Spread { low: String::new(), typical: String::new(), high: String::new() };
    let shown = match price {
        PriceDraft::Own(text) => text.clone(),
        PriceDraft::Catalogue => catalogue.map_or_else(empty, |price| price.text.clone()),
    };
    let mut changed = None;
    let currency = context.view.draft.currency.code();
    let palette = Palette::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(format!("{label}, {currency}")).color(palette.text_weak));
        let own = matches!(price, PriceDraft::Own(_));
        let note = if own { "clinic's own" } else { catalogue.map_or("no price", |price| price.note.as_str()) };
        fields::tag(ui, note);
        if own && catalogue.is_some() && icon_button(ui, icons::UNDO, &format!("{label}: use the catalogue's"), true) {
            changed = Some(PriceDraft::Catalogue);
        }
    });
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 2.0 * ui.spacing().item_spacing.x) / 3.0;
        let names = Spread { low: "low", typical: "typical", high: "high" };
        let typed = shown.clone().zip(names, |value, name| {
            let spoken = format!("{label}, {name}");
            fields::amount_box(ui, &spoken, &value, name, width - 9.0)
        });
        if typed.low.is_some() || typed.typical.is_some() || typed.high.is_some() {
            changed = Some(PriceDraft::Own(typed.zip(shown, |typed, before| typed.unwrap_or(before))));
        }
    });
    changed
}

fn add_ons_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let add_ons = &context.line.add_ons;
    for id in &context.treatment.add_ons {
        let Some(known) = context.view.catalog.add_on(id) else { continue };
        let has = add_ons.iter().any(|add_on| add_on.id.as_ref() == Some(id));
        if let Some(on) = fields::check(ui, &format!("With {}", known.name), has) {
            let mut list: Vec<AddOnDraft> = add_ons.iter().filter(|one| one.id.as_ref() != Some(id)).cloned().collect();
            list.extend(on.then(|| AddOnDraft::of_catalog(id.clone())));
            actions.push(context.edit(LineEdit::AddOns(list)));
        }
    }
    for (at, add_on) in add_ons.iter().enumerate() {
        if let Some(list) = ui.push_id(("add-on", at), |ui| add_on_ui(ui, context, at, add_on)).inner {
            actions.push(context.edit(LineEdit::AddOns(list)));
        }
        context.problem(ui, Field::AddOn(at));
    }
    if add_ons.len() < limits::ADD_ONS && ui.small_button("Add an extra of your own…").clicked() {
        let own = AddOnDraft { id: None, name: "Extra".to_owned(), price: PriceDraft::Own(Spread::of_text("0")) };
        let list = add_ons.iter().cloned().chain([own]).collect();
        actions.push(context.edit(LineEdit::AddOns(list)));
    }
}

/// One add-on; the new list of all if something changed.
fn add_on_ui(ui: &mut Ui, context: &Context<'_>, at: usize, add_on: &AddOnDraft) -> Option<Vec<AddOnDraft>> {
    let known = add_on.id.as_ref().and_then(|id| context.view.catalog.add_on(id));
    let mut list = context.line.add_ons.clone();
    let mut changed = false;
    if known.is_none() {
        ui.horizontal(|ui| {
            let name = egui::TextEdit::singleline(&mut list[at].name).desired_width(150.0);
            changed |= ui.add(name.char_limit(limits::NAME)).accessible_name("Name of the extra").changed();
            if icon_button(ui, icons::REMOVE, "Remove the extra", true) {
                list.remove(at);
                changed = true;
            }
        });
    }
    if at < list.len() {
        let catalogue = known.and_then(|known| catalogue_price(&known.prices, context));
        let label = known.map_or("Extra a session".to_owned(), |known| format!("{} a session", known.name));
        if let Some(price) = price_editor(ui, &label, &add_on.price, catalogue.as_ref(), context) {
            list[at].price = price;
            changed = true;
        }
    }
    changed.then_some(list)
}

fn upkeep_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let presets = context.view.catalog.upkeep_presets(context.concern, context.treatment);
    let current = context.line.upkeep;
    let dated = presets.iter().map(|preset| Upkeep::Every { months: preset.months });
    let choices = std::iter::once(Upkeep::None).chain(dated).chain([Upkeep::WhenFaded { percent: 70 }]);
    let name = |upkeep: &Upkeep| upkeep_name(*upkeep, presets);
    let chosen = fields::choice(ui, "Upkeep", &current, choices, name);
    actions.extend(chosen.map(|upkeep| context.edit(LineEdit::Upkeep(upkeep))));
    let changed = match current {
        Upkeep::None => None,
        Upkeep::Every { months } => {
            let months = fields::number(ui, "Every", months, limits::UPKEEP_MONTHS, " months");
            months.map(|months| Upkeep::Every { months })
        }
        Upkeep::WhenFaded { percent } => {
            let percent = fields::number(ui, "When faded to", percent, limits::UPKEEP_SHARE, "% of its peak");
            percent.map(|percent| Upkeep::WhenFaded { percent })
        }
    };
    actions.extend(changed.map(|upkeep| context.edit(LineEdit::Upkeep(upkeep))));
    context.problem(ui, Field::Upkeep);
    if current != Upkeep::None {
        says_ui(ui, context, presets);
        until_ui(ui, context, actions);
    }
}

fn upkeep_name(upkeep: Upkeep, presets: &[UpkeepPreset]) -> String {
    match upkeep {
        Upkeep::None => "None".to_owned(),
        Upkeep::WhenFaded { .. } => "When the gain has faded".to_owned(),
        Upkeep::Every { months } => match presets.iter().find(|preset| preset.months == months) {
            Some(preset) => format!("Every {months} months · {}", preset.name),
            None => format!("Every {months} months"),
        },
    }
}

/// Who says so, and who disagrees.
fn says_ui(ui: &mut Ui, context: &Context<'_>, presets: &[UpkeepPreset]) {
    let Upkeep::Every { months } = context.line.upkeep else { return };
    let preset = presets.iter().find(|preset| preset.months == months);
    let text = match preset {
        Some(preset) if preset.refs.is_empty() => preset.note.clone(),
        Some(preset) if preset.disagree.is_empty() => format!("{} say so", ids(&preset.refs)),
        Some(preset) => format!("{} say so; {} disagree", ids(&preset.refs), ids(&preset.disagree)),
        None => "No source names this interval".to_owned(),
    };
    let text = RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak);
    let label = ui.label(text);
    if let Some(preset) = preset {
        label.on_hover_text(&preset.note);
    }
}

fn ids(ids: &[crate::catalog::SourceId]) -> String {
    ids.iter().map(crate::catalog::SourceId::as_str).collect::<Vec<_>>().join(", ")
}

fn until_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let until = context.line.upkeep_until;
    let draft = context.view.draft;
    fields::row(ui, "Until", |ui, _| {
        let mut limited = until.is_some();
        if ui.checkbox(&mut limited, "").accessible_name("End upkeep on a date").changed() {
            let end = draft.start.saturating_add(jiff::Span::new().years(i64::from(draft.horizon_years)));
            actions.push(context.edit(LineEdit::UpkeepUntil(limited.then_some(end))));
        }
        match until {
            Some(date) => {
                let changed = fields::date_box(ui, "Last day of upkeep", date);
                actions.extend(changed.map(|date| context.edit(LineEdit::UpkeepUntil(Some(date)))));
            }
            None => {
                ui.label(RichText::new("the end of the plan").color(Palette::of(ui).text_weak));
            }
        }
    });
}

fn about_ui(ui: &mut Ui, context: &Context<'_>) {
    let treatment = context.treatment;
    ui.label(&treatment.summary);
    if let Some(suit) = treatment.suits.iter().find(|suit| suit.concern == context.concern.id) {
        ui.label(&suit.note);
    }
    let (least, most) = treatment.downtime.social_days;
    let downtime = wording::day_range(least, most);
    let full = wording::days(treatment.downtime.full_days);
    ui.label(format!("Shows for {downtime}, fully normal after {full}. {}", treatment.downtime.note));
    for risk in &treatment.risks {
        ui.label(format!("• {risk}"));
    }
}
