//! A treatment of an option: the sentences in which people speak of it, each phrase of which opens its fields.

use super::context::{Context, Phrase};
use super::parts::line_ui;
use super::{course, extras, price, pricing, upkeep};
use crate::catalog::ConcernId;
use crate::document::{Edit, Field, LineDraft, LineEdit, OptionEdit};
use crate::locale::tr;
use crate::ui::Action;
use crate::ui::kit;
use crate::ui::sides::sides;
use crate::ui::theme::{Palette, icons, tokens};
use crate::wording;
use egui::{Frame, RichText, Ui};

/// The width of fields with their names, in points.
const FIELDS: f32 = 300.0;
/// The width of fields whose values are long, in points.
const WIDE: f32 = 360.0;

pub(super) fn card_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).stroke(egui::Stroke::new(1.0, palette.line));
    frame.corner_radius(tokens::RADIUS).inner_margin(8.0).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        kit::if_editable(ui, context.view, |ui| header_ui(ui, context, actions));
        kit::wrong(ui, context.wrong(Field::Treatment));
        course_ui(ui, context, actions);
        place_ui(ui, context, actions);
        money_ui(ui, context, actions);
        after_ui(ui, context, actions);
    });
}

/// The treatment, and what can be done with it.
fn header_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let (mut chosen, mut done) = (Vec::new(), Vec::new());
    let left = |ui: &mut Ui| treatment_ui(ui, context, &mut chosen);
    sides(ui, &format!("line {}", context.line.id), left, |ui| {
        let menu = ui.menu_button(RichText::new(icons::MORE), |ui| menu_ui(ui, context, &mut done));
        let name = tr!("Move or remove {name}", name = context.name());
        menu.response.accessible_name(&name).on_hover_text(&name);
    });
    actions.extend(chosen.into_iter().chain(done));
}

fn treatment_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let view = context.view;
    let ids = view.catalog.treatments.iter().map(|treatment| treatment.id.clone());
    let name = |id: &crate::catalog::TreatmentId| {
        view.catalog.treatment(id).map_or(id.to_string(), |treatment| wording::text(&treatment.name).to_owned())
    };
    let spoken = tr!("Treatment {number}", number = context.at + 1);
    let field = context.field(Field::Treatment, &spoken);
    let chosen = kit::choice_box(ui, field, &context.line.treatment, ids, name);
    if let Some(treatment) = chosen.as_ref().and_then(|id| view.catalog.treatment(id)) {
        let profile = view.draft.profile_for(&context.concern.id);
        let mut line = LineDraft::usual(view.catalog, context.concern, &profile, treatment);
        line.concern.clone_from(&context.line.concern);
        line.start_day = context.line.start_day;
        line.area.clone_from(&context.line.area);
        actions.push(context.edit(LineEdit::Treatment(line)));
    }
}

fn menu_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let lines = &context.option.lines;
    let before = context.at.checked_sub(1).and_then(|at| lines.get(at));
    for (text, other) in [(tr!("Move up"), before), (tr!("Move down"), lines.get(context.at + 1))] {
        if ui.add_enabled(other.is_some(), egui::Button::new(text)).clicked() {
            let moved = other.map(|other| OptionEdit::MoveLine(context.line.id, other.id));
            actions.extend(moved.map(|edit| Action::Edit(Edit::Option(context.option.id, edit))));
            ui.close();
        }
    }
    ui.separator();
    if ui.button(tr!("Remove {name}", name = context.name())).clicked() {
        actions.push(context.edit(LineEdit::Remove));
        ui.close();
    }
}

fn course_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let fields = [Field::Sessions, Field::FewestSessions, Field::MostSessions, Field::Spacing, Field::Units];
    let phrase = Phrase { name: tr!("Course"), fields: &fields, width: FIELDS };
    line_ui(ui, |ui, wrong| {
        let words = wording::course(context.line, context.treatment);
        wrong.extend(context.phrase(ui, &phrase, &words, |ui| course::course_ui(ui, context, actions)));
    });
}

/// From when, how deep, and where.
fn place_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let phrase = |name, fields| Phrase { name, fields, width: FIELDS };
    line_ui(ui, |ui, wrong| {
        let words = wording::beginning_of_course(context.line, context.view.draft.start);
        let start = phrase(tr!("First session"), &[Field::StartDay]);
        wrong.extend(context.phrase(ui, &start, &words, |ui| course::start_ui(ui, context, actions)));
        if let Some(numbers) = course::Depth::of(context) {
            let words = wording::depth(numbers.now);
            let depth = phrase(tr!("Needle length"), &[Field::Depth]);
            wrong.extend(context.phrase(ui, &depth, &words, |ui| numbers.depth_ui(ui, context, actions)));
        }
        if !context.view.draft.further.is_empty() || context.line.concern.is_some() {
            let purpose = phrase(tr!("What it is for"), &[Field::Concern]);
            let words = wording::purpose(context.line, context.view.draft, context.view.catalog);
            wrong.extend(context.phrase(ui, &purpose, &words, |ui| purpose_ui(ui, context, actions)));
        }
        let area = phrase(tr!("Area"), &[Field::Area]);
        wrong.extend(context.phrase(ui, &area, &wording::area(&context.line.area, context.view.catalog), |ui| {
            context.field_ui(ui, Field::Area, (tr!("Area"), tr!("such as full face")), actions);
            course::part_ui(ui, context, actions);
        }));
    });
}

/// Which of the plan's concerns it is for.
fn purpose_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let (draft, catalog) = (context.view.draft, context.view.catalog);
    let now = draft.purpose(context.line).clone();
    let name = |id: &ConcernId| wording::concern_name(catalog, id).to_owned();
    let field = context.field(Field::Concern, tr!("For"));
    // One that the plan does not have any more stands there until another one is chosen.
    let left = draft.concerns().all(|concern| *concern != now).then(|| now.clone());
    let chosen = kit::choice(ui, field, &now, draft.concerns().cloned().chain(left), name);
    actions.extend(chosen.map(|concern| context.set(Field::Concern, concern)));
}

/// What it costs, and on which terms it is sold.
fn money_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let currency = context.view.draft.currency;
    let of_price = [Field::PriceLow, Field::PriceTypical, Field::PriceHigh, Field::Discount];
    let phrase = Phrase { name: tr!("Price"), fields: &of_price, width: FIELDS };
    let words = wording::price_phrase(context.line, context.treatment, context.view.catalog, currency);
    line_ui(ui, |ui, wrong| {
        wrong.extend(context.phrase(ui, &phrase, &words, |ui| {
            price::price_ui(ui, context, actions);
            context.field_ui(ui, Field::Discount, (tr!("Discount"), &wording::off_hint(currency)), actions);
        }));
    });
    if let Some(words) = wording::terms_phrase(context.line) {
        line_ui(ui, |ui, wrong| wrong.extend(terms_ui(ui, context, &words, actions)));
    }
}

/// The package and the tax of the line.
fn terms_ui(ui: &mut Ui, context: &Context<'_>, words: &str, actions: &mut Vec<Action>) -> Option<String> {
    let fields = [Field::Package, Field::PackagePrice, Field::Tax];
    let phrase = Phrase { name: tr!("Package and tax"), fields: &fields, width: WIDE };
    context.phrase(ui, &phrase, words, |ui| {
        pricing::package_ui(ui, context, actions);
        pricing::tax_ui(ui, context, actions);
    })
}

/// What follows the course, what is added to each session, and what else there could be.
fn after_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let phrase =
        Phrase { name: tr!("Upkeep"), fields: &[Field::Upkeep, Field::UpkeepPrice, Field::UpkeepUntil], width: WIDE };
    line_ui(ui, |ui, wrong| {
        let (catalog, currency) = (context.view.catalog, context.view.draft.currency);
        let words = wording::upkeep_phrase(context.line, context.treatment, catalog, currency);
        wrong.extend(context.phrase(ui, &phrase, &words, |ui| upkeep::upkeep_ui(ui, context, actions)));
    });
    upkeep::says_ui(ui, context);
    let added = wording::add_ons_phrase(context.line, context.view.catalog, context.view.draft.currency);
    let is_plain = wording::terms_phrase(context.line).is_none();
    line_ui(ui, |ui, wrong| {
        wrong.extend(add_ons_ui(ui, context, added.as_deref().unwrap_or(tr!("add-ons …")), actions));
        if is_plain {
            wrong.extend(terms_ui(ui, context, tr!("package, tax …"), actions));
        }
    });
}

fn add_ons_ui(ui: &mut Ui, context: &Context<'_>, words: &str, actions: &mut Vec<Action>) -> Option<String> {
    let of_one = |id| [Field::AddOn(id), Field::AddOnPackage(id), Field::AddOnPackagePrice(id)];
    let fields: Vec<Field> = context.line.add_ons.iter().flat_map(|add_on| of_one(add_on.id)).collect();
    let phrase = Phrase { name: tr!("Add-ons"), fields: &fields, width: FIELDS };
    context.phrase(ui, &phrase, words, |ui| extras::add_ons_ui(ui, context, actions))
}
