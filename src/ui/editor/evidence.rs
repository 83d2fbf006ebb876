//! How a figure comes about, who says so, who disagrees, and how sure it is.

use super::parts::{Content, pair_ui};
use crate::catalog::{Basis, Catalog, Figure, Projection, Severity, SourceId, Treatment};
use crate::compare::{Measure, Unit, Value};
use crate::document::Sun;
use crate::locale::{self, tr, trn};
use crate::plan::Line;
use crate::ui::theme::{Palette, strong, tokens};
use crate::ui::{Explained, ViewState, kit};
use crate::wording::{self, notices};
use egui::{Frame, Link, RichText, Ui};

pub(super) fn evidence_ui(ui: &mut Ui, content: &Content<'_>, state: &mut ViewState) {
    let mut evidence = Evidence { ui, content, catalog: content.view.catalog, cited: &mut state.cited };
    if let Some(explained) = state.explained {
        evidence.measure(explained);
        if evidence.ui.button(tr!("Show all of the evidence")).clicked() {
            state.explained = None;
        }
    } else {
        evidence.ui.label(tr!("Select a figure in the table to see how it comes about."));
        evidence.concern();
        evidence.lines((true, true));
    }
}

/// What is being shown, and where.
struct Evidence<'a> {
    ui: &'a mut Ui,
    content: &'a Content<'a>,
    catalog: &'a Catalog,
    cited: &'a mut Option<String>,
}

impl<'a> Evidence<'a> {
    fn measure(&mut self, Explained { measure, day, .. }: Explained) {
        let evaluation = self.content.evaluation;
        let at = evaluation.position(self.content.option.id);
        let of_day = |day| Some(Value::Share(self.content.option.point(day).result?.improvement));
        let value = match day {
            Some(day) => of_day(day),
            None => evaluation.comparison.row(measure).zip(at).map(|(row, at)| row.values[at]),
        };
        self.ui.label(strong(match day {
            Some(day) => tr!("Improvement on {date}", date = wording::date(evaluation.estimate.date(day))),
            None => wording::measure_name(measure),
        }));
        if let Some(value) = value {
            self.ui.label(RichText::new(wording::value(value, &evaluation.estimate)).size(tokens::SIZES[2]));
        }
        self.ui.label(wording::formula(measure));
        self.ui.add_space(tokens::GAP);
        let known = measure.definition();
        let (money, result) = (known.rests_on_money(), known.rests_on_results());
        if result {
            self.ui.label(notices::results());
            self.ui.label(notices::evidence());
            self.ui.add_space(tokens::GAP);
            self.concern();
        }
        self.entries(measure);
        if known.unit == Unit::Days {
            self.downtime();
        }
        self.lines((money, result));
        if result {
            self.model();
        }
    }

    /// What the condition is, what becomes of it without treatment, and whether a result is there to stay.
    fn concern(&mut self) {
        let (catalog, id) = (self.catalog, &self.content.evaluation.plan.concern);
        let figures = catalog.prospect(id).map(|prospect| [&prospect.untreated, &prospect.permanent]);
        self.ui.add_space(tokens::GAP);
        for (at, [question, answer]) in wording::prospect(catalog, id).into_iter().enumerate() {
            self.ui.label(strong(question));
            self.ui.label(answer);
            // What the condition is needs nobody to say so.
            let figure = figures.as_ref().zip(at.checked_sub(1)).and_then(|(figures, at)| figures.get(at));
            if let Some(Figure { basis, refs, disagree, note, .. }) = figure {
                self.who(question, &Says { basis: *basis, refs, disagree, note: wording::text(note) });
            }
        }
        self.ui.add_space(tokens::GAP);
    }

    /// The ledger entries that a sum of money is made of, alike ones together, and their sum.
    fn entries(&mut self, measure: Measure) {
        let estimate = &self.content.evaluation.estimate;
        let (Some(treated), currency) = (self.content.treated, estimate.currency) else { return };
        let entries = measure.entries(estimate, self.content.option);
        if entries.is_empty() || estimate.unpriced {
            return;
        }
        for [count_and_what, amount] in wording::entries(&entries, treated, self.catalog, currency) {
            pair_ui(self.ui, &count_and_what, &amount, false);
        }
        pair_ui(self.ui, tr!("Sum"), &wording::spread(crate::ledger::total(entries), currency), true);
        self.ui.add_space(tokens::GAP);
    }

    /// The lines of the option, each with its treatment.
    fn treated(&self) -> impl Iterator<Item = (&'a Line, &'a Treatment)> + use<'a> {
        let catalog = self.catalog;
        let lines = self.content.treated.into_iter().flat_map(|option| &option.lines);
        lines.filter_map(|line| Some((line, catalog.treatment(&line.treatment)?)))
    }

    /// The figures of each line of the option: of its money, of its result.
    fn lines(&mut self, (money, result): (bool, bool)) {
        for (line, treatment) in self.treated() {
            self.ui.add_space(tokens::GAP);
            self.ui.label(strong(wording::text(&treatment.name)));
            if money {
                self.price(line, treatment);
            }
            if result {
                self.response(line, treatment);
            }
        }
    }

    fn price(&mut self, line: &Line, treatment: &Treatment) {
        let estimate = &self.content.evaluation.estimate;
        if estimate.unpriced {
            self.ui.label(wording::missing_prices(estimate.currency));
            return;
        }
        let currency = estimate.currency;
        let what = tr!("Price a {unit}", unit = wording::price_unit(treatment.unit));
        pair_ui(self.ui, &what, &wording::spread(line.price, currency), false);
        // The clinic's price may be typed in the plan, or be that of its list, which says so itself.
        let listed = self.catalog.rates(treatment, &line.area, currency).price;
        let listed = listed.filter(|price| price.basis == line.price_basis && price.amount == line.price);
        let typed = || if line.price_basis == Basis::Clinic { tr!("Typed by the clinic") } else { "" }.to_owned();
        let note = listed.map_or_else(typed, wording::price_note);
        self.who(&what, &Says { basis: line.price_basis, refs: &line.price_refs, disagree: &[], note: &note });
        for add_on in &line.add_ons {
            pair_ui(self.ui, wording::text(&add_on.name), &wording::spread(add_on.price, currency), false);
            kit::tag(self.ui, wording::basis(add_on.price_basis));
        }
    }

    fn response(&mut self, line: &Line, treatment: &Treatment) {
        let response = &treatment.response;
        let (amplitude, ceiling) = (&response.amplitude, &response.ceiling);
        let catalog = self.catalog;
        let concern = &self.content.evaluation.plan.concern;
        let own = response.own(concern);
        let own_amplitude = own.and_then(|own| own.amplitude.as_ref());
        let (own_fade, own_stays) =
            (own.and_then(|own| own.fade_months.as_ref()), own.and_then(|own| own.persistence.as_ref()));
        let amplitude = own_amplitude.unwrap_or(amplitude);
        self.figure(tr!("Gain of one session"), &wording::share(amplitude.value), amplitude);
        match own {
            Some(own) => self.figure(tr!("Ceiling"), &wording::share(own.ceiling.value), &own.ceiling),
            None => self.figure(tr!("Ceiling on scars"), &wording::share(ceiling.value), ceiling),
        }
        match own_fade {
            Some(own) => self.figure(tr!("Fading"), &wording::months(own.value), own),
            None => self.figure(tr!("Fading"), &fade(response.fade.value), &response.fade),
        }
        match own_stays {
            Some(own) => self.figure(tr!("Share that stays"), &wording::share(own.value), own),
            None => {
                self.figure(tr!("Share that stays"), &persistence(response.persistence.value), &response.persistence);
            }
        }
        let reach = response.evidence(concern).unwrap_or(&catalog.model.evidence_months);
        self.figure(tr!("Evidence reaches"), &wording::months(reach.value), reach);
        for known in line.add_ons.iter().filter_map(|add_on| catalog.add_on(add_on.add_on.as_ref()?)) {
            let factor = &known.amplitude;
            let value = tr!(
                "× {typical} ({low}–{high} seen)",
                typical = plain(&factor.value.typical),
                low = plain(&factor.value.low),
                high = plain(&factor.value.high),
            );
            self.figure(&tr!("Gain with {name}", name = wording::text(&known.name)), &value, factor);
        }
    }

    /// What of the client changes the result.
    fn client(&mut self) {
        let (factors, profile) = (&self.catalog.factors, &self.content.evaluation.plan.profile);
        self.ui.label(strong(tr!("Client")));
        let age = tr!("{rate}% a year from 30", rate = wording::signed_percent(factors.age_rate.value));
        self.figure(tr!("Gain and fade time by age"), &age, &factors.age_rate);
        let habits = [
            (tr!("Smoking"), &factors.smoking, profile.smoker),
            (tr!("Daily sunscreen"), &factors.sunscreen, profile.sun == Sun::Sunscreen),
            (tr!("Unprotected sun"), &factors.unprotected_sun, profile.sun == Sun::Unprotected),
        ];
        for (name, habit, _) in habits.into_iter().filter(|(.., holds)| *holds) {
            let (gain, fade) = (plain(&habit.value.amplitude), plain(&habit.value.fade));
            self.figure(name, &tr!("gain × {gain}, fade time × {fade}", gain, fade), habit);
        }
        let (mild, moderate, severe) = factors.severity.value;
        let severity = match profile.severity {
            Severity::Mild => mild,
            Severity::Moderate => moderate,
            Severity::Severe => severe,
        };
        self.figure(tr!("Ceiling by severity"), &format!("× {}", plain(&severity)), &factors.severity);
    }

    /// The figures of the concern and of the model.
    fn model(&mut self) {
        let catalog = self.catalog;
        let concern = catalog.concern(&self.content.evaluation.plan.concern);
        self.ui.add_space(tokens::GAP);
        if let Some(concern) = concern
            && let Projection::Modelled(response) = &concern.projection
        {
            self.ui.label(strong(wording::text(&concern.name)));
            let (ceiling, fading, weight) = (&response.ceiling, &response.fade_months, &response.ageing_weight);
            self.figure(tr!("Ceiling"), &wording::share(ceiling.value), ceiling);
            self.figure(tr!("Fade time"), &wording::months(fading.value), fading);
            let stays = wording::share(response.persistence.value);
            self.figure(tr!("Share that stays"), &stays, &response.persistence);
            self.figure(tr!("Weight of ageing"), &plain(&weight.value), weight);
        }
        self.ui.add_space(tokens::GAP);
        self.client();
        self.ui.add_space(tokens::GAP);
        self.ui.label(strong(tr!("Model")));
        let (rules, spreads) = (&catalog.model, &catalog.model.spreads);
        let (wear, together) = (wording::share(rules.wear.value), wording::share(rules.together.value));
        self.figure(tr!("What stays wears off"), &tr!("{share} a year", share = wear), &rules.wear);
        self.figure(tr!("A further treatment adds"), &tr!("{share} of its gain", share = together), &rules.together);
        self.ui.add_space(tokens::GAP);
        self.ui.label(strong(tr!("How far the truth may lie from that")));
        let spreads = [
            (tr!("Gain, by concern"), &spreads.concern),
            (tr!("Gain, by treatment"), &spreads.treatment),
            (tr!("Gain, by person"), &spreads.person),
            (tr!("Gain with an add-on"), &spreads.add_on),
            (tr!("Share that stays"), &spreads.persistence),
            (tr!("Fade time"), &spreads.fade),
            (tr!("What stays wears off"), &spreads.wear),
            (tr!("Ceiling"), &spreads.ceiling),
            (tr!("Beyond the evidence, after a year"), &spreads.beyond),
        ];
        for (name, spread) in spreads {
            self.figure(name, &tr!("± {spread} (log)", spread = plain(&spread.value)), spread);
        }
    }

    fn downtime(&mut self) {
        for (_, treatment) in self.treated() {
            let downtime = &treatment.downtime;
            let (least, most) = downtime.social_days;
            pair_ui(self.ui, wording::text(&treatment.name), &wording::day_range(least, most), false);
            let says = Says {
                basis: downtime.basis,
                refs: &downtime.refs,
                disagree: &[],
                note: wording::text(&downtime.note),
            };
            self.who(wording::text(&treatment.name), &says);
        }
    }

    fn figure<T>(&mut self, what: &str, value: &str, figure: &Figure<T>) {
        pair_ui(self.ui, what, value, false);
        let Figure { basis, refs, disagree, note, .. } = figure;
        self.who(what, &Says { basis: *basis, refs, disagree, note: wording::text(note) });
    }

    /// Who says so.
    fn who(&mut self, what: &str, says: &Says<'_>) {
        let Self { ui, catalog, cited, .. } = self;
        who_ui(ui, catalog, cited, what, says);
    }
}

/// A bare figure of the catalogue.
fn plain(number: &impl ToString) -> String {
    locale::current().pack.number(&number.to_string())
}

fn fade(fade: crate::catalog::Fade) -> String {
    match fade {
        crate::catalog::Fade::OfConcern => tr!("as the concern").to_owned(),
        crate::catalog::Fade::Longer { on_scars, .. } => {
            let months = plain(&on_scars);
            let count = if months == "1" { 1_u32 } else { 2 };
            trn!(count, "{months} month on scars", "{months} months on scars", months)
        }
        crate::catalog::Fade::Months(months) => wording::months(months),
    }
}

fn persistence(persistence: crate::catalog::Persistence) -> String {
    match persistence {
        crate::catalog::Persistence::OfConcern => tr!("as the concern").to_owned(),
        crate::catalog::Persistence::Own(share) => wording::share(share),
    }
}

/// How sure a figure is, who says so, who disagrees, and what else is to be known.
struct Says<'a> {
    basis: Basis,
    refs: &'a [SourceId],
    disagree: &'a [SourceId],
    note: &'a str,
}

/// Who says so, counted; pressed, it shows the words of each below.
fn who_ui(ui: &mut Ui, catalog: &Catalog, cited: &mut Option<String>, what: &str, says: &Says<'_>) {
    let is_shown = cited.as_deref() == Some(what);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        kit::tag(ui, wording::basis(says.basis));
        if let Some(who) = wording::sources(catalog, says.refs, says.disagree) {
            let link = ui.add(Link::new(RichText::new(&who).size(tokens::SIZES[0])));
            let spoken = tr!("Who says so, {figure}: {who}", figure = what, who);
            if link.accessible_name(spoken).clicked() {
                *cited = (!is_shown).then(|| what.to_owned());
            }
        }
    });
    if !says.note.is_empty() {
        ui.label(RichText::new(says.note).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    }
    if is_shown {
        let frame = Frame::new().fill(Palette::of(ui).hovered).corner_radius(tokens::RADIUS).inner_margin(6.0);
        frame.show(ui, |ui| {
            says.refs.iter().for_each(|id| cited_ui(ui, catalog, id));
            if !says.disagree.is_empty() {
                ui.label(strong(tr!("Who disagrees")));
                says.disagree.iter().for_each(|id| cited_ui(ui, catalog, id));
            }
        });
    }
}

/// The words of a source, and the id under which exports name it.
fn cited_ui(ui: &mut Ui, catalog: &Catalog, id: &SourceId) {
    let text = wording::citation(catalog, id);
    let weak = |text: &str| RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak);
    let below = weak(format!("{} · {id}", text.weight).trim_start_matches(" · "));
    ui.label(strong(&text.who));
    ui.label(&text.what);
    ui.label(below);
    ui.add_space(tokens::GAP);
}
