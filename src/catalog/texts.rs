//! Every text of the catalogue that people read, so that it can be put into their language.
//!
//! Publications and links stay as they are.

use super::{
    Catalog, ClientFactors, Concern, ConcernResponse, Figure, ModelRules, Price, Projection, Treatment,
    TreatmentResponse, UpkeepPreset,
};
use crate::locale;

impl Catalog {
    /// The English texts of the built-in catalogue.
    pub fn texts() -> Vec<String> {
        let mut texts = Vec::new();
        Self::english().each_text(&mut |text| texts.push(text.clone()));
        texts
    }

    /// The catalogue in the language of this thread.
    pub(super) fn in_words(mut self) -> Self {
        let language = locale::current().language;
        if language != locale::Language::english() {
            self.each_text(&mut |text| {
                if let Some(translated) = language.text(text) {
                    translated.clone_into(text);
                }
            });
        }
        self
    }

    fn each_text(&mut self, visit: &mut dyn FnMut(&mut String)) {
        let visit = &mut |text: &mut String| {
            if !text.is_empty() {
                visit(text);
            }
        };
        self.concerns.iter_mut().for_each(|concern| of_concern(concern, visit));
        self.treatments.iter_mut().for_each(|treatment| of_treatment(treatment, visit));
        for add_on in &mut self.add_ons {
            all([&mut add_on.name, &mut add_on.summary, &mut add_on.amplitude.note], visit);
            of_prices(&mut add_on.prices, visit);
        }
        of_factors(&mut self.factors, visit);
        of_model(&mut self.model, visit);
        self.of_guidance(visit);
        self.of_evidence(visit);
    }

    fn of_guidance(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.cost_table.iter_mut().for_each(|row| all([&mut row.name, &mut row.note], visit));
        self.timeline.iter_mut().for_each(|phase| all([&mut phase.name, &mut phase.text], visit));
        self.aftercare.iter_mut().for_each(|day| all([&mut day.skin, &mut day.do_this, &mut day.avoid], visit));
    }

    fn of_evidence(&mut self, visit: &mut dyn FnMut(&mut String)) {
        for one in &mut self.contradictions {
            all([&mut one.topic, &mut one.reconciliation], visit);
            one.statements.iter_mut().for_each(|(statement, _)| visit(statement));
        }
        for source in &mut self.sources {
            all([&mut source.kind, &mut source.cites, &mut source.quality], visit);
            in_words(&mut source.date, visit);
        }
        for trial in &mut self.trials {
            all([&mut trial.study, &mut trial.people, &mut trial.treatment, &mut trial.concern], visit);
            all([&mut trial.protocol, &mut trial.result], visit);
            in_words(&mut trial.year, visit);
        }
        for row in &mut self.price_rows {
            all([&mut row.region, &mut row.treatment, &mut row.figures, &mut row.quality], visit);
            in_words(&mut row.year, visit);
        }
        for fact in &mut self.facts {
            all([&mut fact.subject, &mut fact.quantity, &mut fact.unit], visit);
            all([&mut fact.condition, &mut fact.place, &mut fact.note], visit);
        }
    }
}

fn all<const N: usize>(texts: [&mut String; N], visit: &mut dyn FnMut(&mut String)) {
    texts.into_iter().for_each(visit);
}

/// A year or a date, where it is said in words: `not stated`.
fn in_words(year: &mut String, visit: &mut dyn FnMut(&mut String)) {
    if year.contains(char::is_alphabetic) {
        visit(year);
    }
}

fn of_concern(concern: &mut Concern, visit: &mut dyn FnMut(&mut String)) {
    all([&mut concern.name, &mut concern.summary], visit);
    match &mut concern.projection {
        Projection::Modelled(response) => of_concern_response(response, visit),
        Projection::CostOnly { reason, .. } => visit(reason),
    }
    of_upkeep(&mut concern.upkeep, visit);
    concern.example.iter_mut().for_each(|example| visit(&mut example.name));
}

fn of_concern_response(response: &mut ConcernResponse, visit: &mut dyn FnMut(&mut String)) {
    let ConcernResponse {
        amplitude, ceiling, deep_ceiling, red_factor, persistence, fade_months, ageing_weight, ..
    } = response;
    all([&mut amplitude.note, &mut ceiling.note, &mut persistence.note], visit);
    all([&mut fade_months.note, &mut ageing_weight.note], visit);
    of_optional(deep_ceiling.as_mut(), visit);
    of_optional(red_factor.as_mut(), visit);
}

fn of_optional<T>(figure: Option<&mut Figure<T>>, visit: &mut dyn FnMut(&mut String)) {
    figure.into_iter().for_each(|figure| visit(&mut figure.note));
}

fn of_upkeep(presets: &mut [UpkeepPreset], visit: &mut dyn FnMut(&mut String)) {
    presets.iter_mut().for_each(|preset| all([&mut preset.name, &mut preset.note], visit));
}

fn of_prices(prices: &mut [Price], visit: &mut dyn FnMut(&mut String)) {
    for price in prices {
        visit(&mut price.note);
        in_words(&mut price.year, visit);
    }
}

fn of_treatment(treatment: &mut Treatment, visit: &mut dyn FnMut(&mut String)) {
    all([&mut treatment.name, &mut treatment.summary, &mut treatment.downtime.note], visit);
    treatment.suits.iter_mut().for_each(|suit| visit(&mut suit.note));
    of_prices(&mut treatment.prices, visit);
    of_upkeep(&mut treatment.upkeep, visit);
    treatment.risks.iter_mut().for_each(&mut *visit);
    visit(&mut treatment.minimum_interval_days.note);
    of_optional(treatment.needle_depth.as_mut(), visit);
    of_response(&mut treatment.response, visit);
}

fn of_response(response: &mut TreatmentResponse, visit: &mut dyn FnMut(&mut String)) {
    let TreatmentResponse { amplitude, ceiling, build_months, persistence, fade, fade_shape, .. } = response;
    all([&mut amplitude.note, &mut ceiling.note, &mut build_months.note], visit);
    all([&mut persistence.note, &mut fade.note, &mut fade_shape.note], visit);
    of_optional(response.reference_gap_days.as_mut(), visit);
    visit(&mut response.scar_types.note);
}

fn of_factors(factors: &mut ClientFactors, visit: &mut dyn FnMut(&mut String)) {
    let ClientFactors { age_rate, age_limits, smoking, sunscreen, unprotected_sun, severity, ceiling_limit, in_words } =
        factors;
    all([&mut age_rate.note, &mut age_limits.note, &mut smoking.note, &mut sunscreen.note], visit);
    all([&mut unprotected_sun.note, &mut severity.note, &mut ceiling_limit.note], visit);
    in_words.iter_mut().for_each(|note| visit(&mut note.text));
}

fn of_model(model: &mut ModelRules, visit: &mut dyn FnMut(&mut String)) {
    let ModelRules { study_spread, band_z, collagen_loss, collagen_loss_from_age, .. } = model;
    all([&mut study_spread.note, &mut band_z.note, &mut collagen_loss.note, &mut collagen_loss_from_age.note], visit);
    let ModelRules { evidence_months, noticeable, duration_share, depth, .. } = model;
    all([&mut evidence_months.note, &mut noticeable.note, &mut duration_share.note, &mut depth.note], visit);
}
