//! How a figure comes about, who says so, who disagrees, and how sure it is.

use super::{Content, pair_ui};
use crate::catalog::{Basis, Catalog, Figure, Projection, Severity, SourceId, Treatment};
use crate::compare::Measure;
use crate::document::Sun;
use crate::locale::{self, tr};
use crate::plan::Line;
use crate::ui::theme::{Palette, strong, tokens};
use crate::ui::{ViewState, kit};
use crate::wording::{self, notices};
use egui::{Frame, Link, RichText, Ui};

/// The figure, as it is named here, and the source whose words are shown under it.
type Cited = Option<(String, SourceId)>;

pub(super) fn evidence_ui(ui: &mut Ui, content: &Content<'_>, state: &mut ViewState) {
    let cited = &mut state.cited;
    if let Some(explained) = state.explained {
        measure_ui(ui, content, cited, explained.measure);
    } else {
        ui.label(tr!("Select a figure in the comparison to see how it comes about."));
        lines_ui(ui, content, cited, (true, true));
    }
}

fn measure_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited, measure: Measure) {
    let evaluation = content.evaluation;
    let at = evaluation.position(content.option.mark);
    let value = evaluation.comparison.row(measure).zip(at).map(|(row, at)| row.values[at]);
    ui.label(strong(wording::measure_name(measure)));
    if let Some(value) = value {
        ui.label(RichText::new(wording::value(value, &evaluation.estimate)).size(tokens::SIZES[2]));
    }
    ui.label(wording::formula(measure));
    ui.add_space(tokens::GAP);
    let (money, result) = match measure {
        Measure::InitialCourse | Measure::Year(_) | Measure::Total | Measure::UpkeepPerYear => (true, false),
        Measure::CostPerImprovementYear | Measure::Dominated => (true, true),
        Measure::Visits | Measure::Downtime => (false, false),
        Measure::Peak
        | Measure::ImprovementAfter(_)
        | Measure::NetAfter(_)
        | Measure::MonthsAtTarget
        | Measure::ImprovementYears => (false, true),
    };
    if result {
        ui.label(notices::results());
        ui.label(notices::evidence());
        ui.add_space(tokens::GAP);
    }
    entries_ui(ui, content, measure);
    if measure == Measure::Downtime {
        downtime_ui(ui, content, cited);
    }
    lines_ui(ui, content, cited, (money, result));
    if result {
        model_ui(ui, content, cited);
    }
}

/// The ledger entries that a sum of money is made of, alike ones together, and their sum.
fn entries_ui(ui: &mut Ui, content: &Content<'_>, measure: Measure) {
    let estimate = &content.evaluation.estimate;
    let (Some(treated), currency) = (content.treated, estimate.currency) else { return };
    let entries = measure.entries(estimate, content.option);
    if entries.is_empty() {
        return;
    }
    for [count_and_what, amount] in wording::entries(&entries, treated, content.view.catalog, currency) {
        pair_ui(ui, &count_and_what, &amount, false);
    }
    pair_ui(ui, tr!("Sum"), &wording::spread(crate::ledger::total(entries), currency), true);
    ui.add_space(tokens::GAP);
}

/// The figures of each line of the option: of its money, of its result.
fn lines_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited, (money, result): (bool, bool)) {
    let catalog = content.view.catalog;
    for line in content.treated.iter().flat_map(|option| &option.lines) {
        let Some(treatment) = catalog.treatment(&line.treatment) else { continue };
        ui.add_space(tokens::GAP);
        ui.label(strong(&treatment.name));
        if money {
            price_ui(ui, content, cited, line, treatment);
        }
        if result {
            response_ui(ui, content, cited, treatment);
            for known in line.add_ons.iter().filter_map(|add_on| catalog.add_on(add_on.add_on.as_ref()?)) {
                let factor = &known.amplitude;
                let value = tr!(
                    "× {typical} ({low}–{high} seen)",
                    typical = plain(&factor.value.typical),
                    low = plain(&factor.value.low),
                    high = plain(&factor.value.high),
                );
                figure_ui(ui, catalog, cited, &tr!("Gain with {name}", name = known.name), &value, factor);
            }
        }
    }
}

fn price_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited, line: &Line, treatment: &Treatment) {
    let currency = content.evaluation.estimate.currency;
    let what = tr!("Price a {unit}", unit = treatment.unit.name());
    pair_ui(ui, &what, &wording::spread(line.price, currency), false);
    // The clinic's price may be typed in the plan, or be that of its list, which says so itself.
    let listed = treatment.prices.iter().find(|price| price.currency == currency);
    let listed = listed.filter(|price| price.basis == line.price_basis && price.amount == line.price);
    let typed = if line.price_basis == Basis::Clinic { tr!("Typed by the clinic") } else { "" };
    let note = listed.map_or(typed, |price| price.note.as_str());
    let says = Says { basis: line.price_basis, refs: &line.price_refs, disagree: &[], note };
    who_ui(ui, content.view.catalog, cited, &what, &says);
    for add_on in &line.add_ons {
        pair_ui(ui, &add_on.name, &wording::spread(add_on.price, currency), false);
        kit::tag(ui, add_on.price_basis.label());
    }
}

fn response_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited, treatment: &Treatment) {
    let catalog = content.view.catalog;
    let response = &treatment.response;
    figure_ui(
        ui,
        catalog,
        cited,
        tr!("Gain of one session"),
        &wording::share(response.amplitude.value),
        &response.amplitude,
    );
    figure_ui(ui, catalog, cited, tr!("Ceiling on scars"), &wording::share(response.ceiling.value), &response.ceiling);
    figure_ui(ui, catalog, cited, tr!("Fading"), &fade(response.fade.value), &response.fade);
    figure_ui(
        ui,
        catalog,
        cited,
        tr!("Share that stays"),
        &persistence(response.persistence.value),
        &response.persistence,
    );
}

/// A bare figure of the catalogue.
fn plain(number: &impl ToString) -> String {
    locale::current().pack.number(&number.to_string())
}

fn fade(fade: crate::catalog::Fade) -> String {
    match fade {
        crate::catalog::Fade::OfConcern => tr!("as the concern").to_owned(),
        crate::catalog::Fade::Longer { on_scars, .. } => tr!("{months} months on scars", months = plain(&on_scars)),
        crate::catalog::Fade::Months(months) => wording::months(months),
    }
}

fn persistence(persistence: crate::catalog::Persistence) -> String {
    match persistence {
        crate::catalog::Persistence::OfConcern => tr!("as the concern").to_owned(),
        crate::catalog::Persistence::Own(band) => wording::share_range(band),
    }
}

/// What of the client changes the result.
fn client_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited) {
    let (catalog, profile) = (content.view.catalog, &content.evaluation.plan.profile);
    let factors = &catalog.factors;
    ui.label(strong(tr!("Client")));
    let age = tr!("{rate}% a year from 30", rate = wording::signed_percent(factors.age_rate.value));
    figure_ui(ui, catalog, cited, tr!("Gain and fade time by age"), &age, &factors.age_rate);
    let habits = [
        (tr!("Smoking"), &factors.smoking, profile.smoker),
        (tr!("Daily sunscreen"), &factors.sunscreen, profile.sun == Sun::Sunscreen),
        (tr!("Unprotected sun"), &factors.unprotected_sun, profile.sun == Sun::Unprotected),
    ];
    for (name, habit, _) in habits.into_iter().filter(|(.., holds)| *holds) {
        let value = tr!(
            "gain × {gain}, fade time × {fade}",
            gain = plain(&habit.value.amplitude),
            fade = plain(&habit.value.fade)
        );
        figure_ui(ui, catalog, cited, name, &value, habit);
    }
    let (mild, moderate, severe) = factors.severity.value;
    let severity = match profile.severity {
        Severity::Mild => mild,
        Severity::Moderate => moderate,
        Severity::Severe => severe,
    };
    figure_ui(ui, catalog, cited, tr!("Ceiling by severity"), &format!("× {}", plain(&severity)), &factors.severity);
}

/// The figures of the concern and of the model.
fn model_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited) {
    let catalog = content.view.catalog;
    let concern = catalog.concern(&content.evaluation.plan.concern);
    ui.add_space(tokens::GAP);
    if let Some(concern) = concern
        && let Projection::Modelled(response) = &concern.projection
    {
        ui.label(strong(&concern.name));
        figure_ui(ui, catalog, cited, tr!("Ceiling"), &wording::share(response.ceiling.value), &response.ceiling);
        figure_ui(
            ui,
            catalog,
            cited,
            tr!("Fade time"),
            &wording::months(response.fade_months.value),
            &response.fade_months,
        );
        let stays = wording::share_range(response.persistence.value);
        figure_ui(ui, catalog, cited, tr!("Share that stays"), &stays, &response.persistence);
        figure_ui(
            ui,
            catalog,
            cited,
            tr!("Weight of ageing"),
            &plain(&response.ageing_weight.value),
            &response.ageing_weight,
        );
    }
    ui.add_space(tokens::GAP);
    client_ui(ui, content, cited);
    ui.add_space(tokens::GAP);
    ui.label(strong(tr!("Model")));
    let spread = &catalog.model.study_spread;
    figure_ui(ui, catalog, cited, tr!("Spread between studies"), &plain(&spread.value), spread);
    let horizon = &catalog.model.evidence_months;
    figure_ui(ui, catalog, cited, tr!("Evidence reaches"), &wording::months(horizon.value), horizon);
}

fn downtime_ui(ui: &mut Ui, content: &Content<'_>, cited: &mut Cited) {
    let catalog = content.view.catalog;
    for line in content.treated.iter().flat_map(|option| &option.lines) {
        let Some(treatment) = catalog.treatment(&line.treatment) else { continue };
        let downtime = &treatment.downtime;
        let (least, most) = downtime.social_days;
        pair_ui(ui, &treatment.name, &wording::day_range(least, most), false);
        let says = Says { basis: downtime.basis, refs: &downtime.refs, disagree: &[], note: &downtime.note };
        who_ui(ui, catalog, cited, &treatment.name, &says);
    }
}

fn figure_ui<T>(ui: &mut Ui, catalog: &Catalog, cited: &mut Cited, what: &str, value: &str, figure: &Figure<T>) {
    pair_ui(ui, what, value, false);
    let says = Says { basis: figure.basis, refs: &figure.refs, disagree: &figure.disagree, note: &figure.note };
    who_ui(ui, catalog, cited, what, &says);
}

/// How sure a figure is, who says so, who disagrees, and what else is to be known.
struct Says<'a> {
    basis: Basis,
    refs: &'a [SourceId],
    disagree: &'a [SourceId],
    note: &'a str,
}

/// Ids, one of which shows its words below when it is pressed.
fn who_ui(ui: &mut Ui, catalog: &Catalog, cited: &mut Cited, what: &str, says: &Says<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        kit::tag(ui, says.basis.label());
        says.refs.iter().for_each(|id| id_ui(ui, catalog, cited, what, id));
        if !says.disagree.is_empty() {
            ui.label(RichText::new(tr!("disagree:")).size(tokens::SIZES[0]));
            says.disagree.iter().for_each(|id| id_ui(ui, catalog, cited, what, id));
        }
    });
    if !says.note.is_empty() {
        ui.label(RichText::new(says.note).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    }
    if let Some((at, id)) = cited.as_ref()
        && at == what
        && says.refs.iter().chain(says.disagree).any(|other| other == id)
    {
        let palette = Palette::of(ui);
        let frame = Frame::new().fill(palette.hovered).corner_radius(tokens::RADIUS).inner_margin(6.0);
        frame.show(ui, |ui| cited_ui(ui, catalog, id));
    }
}

fn id_ui(ui: &mut Ui, catalog: &Catalog, cited: &mut Cited, what: &str, id: &SourceId) {
    let is_shown = cited.as_ref().is_some_and(|(at, shown)| at == what && shown == id);
    let response = ui.add(Link::new(RichText::new(id.as_str()).size(tokens::SIZES[0])));
    if response.clicked() {
        *cited = (!is_shown).then(|| (what.to_owned(), id.clone()));
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        cited_ui(ui, catalog, id);
    });
}

/// The words of a source.
fn cited_ui(ui: &mut Ui, catalog: &Catalog, id: &SourceId) {
    let text = wording::citation(catalog, id);
    ui.label(strong(&text.who));
    ui.label(&text.what);
    ui.label(RichText::new(&text.weight).color(Palette::of(ui).text_weak));
    if !text.disagree.is_empty() {
        let ids: Vec<&str> = text.disagree.iter().map(SourceId::as_str).collect();
        ui.label(tr!("Disagree: {ids}", ids = ids.join(", ")));
    }
}
