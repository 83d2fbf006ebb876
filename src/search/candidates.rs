//! The lines that a plan may be made of, before they have a first day.

use super::question::{Nothing, Question};
use crate::catalog::{AddOn, Basis, Catalog, Concern, CoursePreset, Package, Price, Treatment, UpkeepPreset};
use crate::document::{AddOnDraft, Draft, LineDraft, Mark, OptionDraft, OptionId, PackageDraft, Place, Upkeep, limits};
use crate::plan::{Line, Plan};
use crate::units::{Currency, Spread};
use std::iter;

/// Months between sessions of upkeep that are tried for every treatment, besides the catalogue's own and none at all.
const UPKEEP_MONTHS: [u32; 6] = [3, 6, 9, 12, 18, 24];

/// Percent of the peak at which one or two treatments are given again, besides at dates: upkeep that waits for the result to fade.
const FADED: [u32; 4] = [60, 70, 80, 90];

/// Up to so many sessions every number between the least and the most of a course is tried; of longer courses, such as
/// those of a home device, only these and the usual one.
const EVERY_NUMBER: u32 = 12;

/// A line that a plan may have.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// As it would be typed, starting on the first day.
    pub(super) draft: LineDraft,
    /// The same as valid.
    pub(super) line: Line,
    /// Whether it rests on a price that stands in for one.
    pub(super) has_placeholder: bool,
}

/// Every line that the question allows, treatment by treatment, with the plan they would be part of.
pub(super) fn candidates(
    draft: &Draft,
    catalog: &Catalog,
    concern: &Concern,
    question: &Question,
) -> Result<(Plan, Vec<Vec<Candidate>>), Nothing> {
    let treatments = catalog.treatments.iter().filter(|treatment| question.treatments.contains(&treatment.id));
    let is_priced = |treatment: &&Treatment| {
        catalog.rates(treatment, &catalog.usual_area(concern, treatment), draft.currency).price.is_some()
    };
    let priced = treatments.filter(is_priced);
    let drafts: Vec<Vec<LineDraft>> =
        priced.map(|treatment| lines(draft, catalog, concern, treatment).collect()).collect();
    let mut whole = None;
    let mut all = Vec::new();
    for drafts in drafts {
        let mut valid = Vec::with_capacity(drafts.len());
        for chunk in drafts.chunks(limits::LINES) {
            let plan = with(draft, chunk).parse(catalog).map_err(Nothing::Invalid)?;
            valid.extend(plan.options[0].lines.iter().cloned());
            whole.get_or_insert(Plan { options: Vec::new(), ..plan });
        }
        let candidates = drafts.into_iter().zip(valid).map(|(draft, line)| Candidate::of(draft, line));
        // What waits for a cautious result to fade would have other dates and money than the plan that is taken.
        let counting = candidates.filter(|candidate| {
            (!question.own_prices || candidate.has_own_prices()) && !(question.is_cautious && candidate.waits())
        });
        all.push(counting.collect());
    }
    all.retain(|candidates: &Vec<Candidate>| !candidates.is_empty());
    match whole.filter(|_| !all.is_empty()) {
        Some(plan) => Ok((plan, all)),
        None => Err(Nothing::NoTreatment),
    }
}

/// The plan with these lines as its only option; what is unread in its own ones does not count.
pub(super) fn with(draft: &Draft, lines: &[LineDraft]) -> Draft {
    let mut plan = draft.clone();
    let mark = Mark::all().next();
    let option = mark.map(|mark| OptionDraft {
        id: OptionId::NEW,
        mark,
        name: "-".to_owned(),
        hidden: false,
        lines: lines.to_vec(),
        membership: None,
    });
    plan.options = option.into_iter().collect();
    plan.unread.retain(|place, _| matches!(place, Place::Plan(_)));
    // All of it is for the first concern.
    plan.further.clear();
    plan.identify(0);
    plan
}

fn price_in<'a>(prices: &'a [Price], draft: &Draft) -> Option<&'a Price> {
    prices.iter().find(|price| price.currency == draft.currency)
}

/// Every line of a treatment: its usual course for the concern with each number of sessions, spacing, upkeep, add-on and
/// package.
fn lines(
    draft: &Draft,
    catalog: &Catalog,
    concern: &Concern,
    treatment: &Treatment,
) -> impl Iterator<Item = LineDraft> {
    let mut usual = LineDraft::usual(catalog, concern, &draft.profile, treatment);
    usual.discount = catalog.defaults.discount.map(|percent| percent.to_string()).unwrap_or_default();
    let preset = treatment.course_for(concern, &draft.profile);
    let sessions = preset.map_or_else(|| vec![usual.sessions], session_counts);
    let spacings = preset.map_or_else(|| vec![usual.spacing_days], |preset| values(preset.spacing_days));
    let least = treatment.minimum_interval_days.value;
    let mut courses: Vec<(u32, u32)> = Vec::new();
    for count in sessions {
        // The spacing of a single session says nothing.
        let spacings = if count == 1 { &spacings[..1] } else { &spacings[..] };
        courses.extend(spacings.iter().map(|spacing| (count, (*spacing).max(least))));
    }
    courses.dedup();
    let upkeep = upkeep(catalog.upkeep_presets(concern, treatment), least);
    let known = treatment.add_ons.iter().filter_map(|id| catalog.add_on(id));
    let sold = known.filter(|add_on| price_in(&add_on.prices, draft).is_some());
    let add_ons: Vec<Option<&AddOn>> = sold.map(Some).chain([None]).rev().collect();
    let rates = catalog.rates(treatment, &usual.area, draft.currency);
    let packages = rates.packages;
    let mut all = Vec::with_capacity(courses.len() * upkeep.len() * add_ons.len());
    for (sessions, spacing_days) in courses {
        let added: Vec<Vec<AddOnDraft>> =
            add_ons.iter().flat_map(|add_on| with_add_on(*add_on, sessions, draft.currency)).collect();
        for package in ways_to_pay(&packages, sessions) {
            for add_ons in &added {
                all.extend(upkeep.iter().map(|upkeep| LineDraft {
                    sessions,
                    spacing_days,
                    package: package.clone(),
                    add_ons: add_ons.clone(),
                    upkeep: *upkeep,
                    ..usual.clone()
                }));
            }
        }
    }
    all.into_iter()
}

/// Singly, and each package that a course of so many sessions fills at least once.
fn ways_to_pay(packages: &[&Package], sessions: u32) -> impl Iterator<Item = PackageDraft> {
    let fitting = packages.iter().map(|package| package.sessions).filter(move |covered| *covered <= sessions);
    iter::once(PackageDraft::None).chain(fitting.map(|sessions| PackageDraft::Catalogue { sessions }))
}

/// A course of so many sessions without an add-on, or with one in each way to pay for it.
fn with_add_on(add_on: Option<&AddOn>, sessions: u32, currency: Currency) -> Vec<Vec<AddOnDraft>> {
    let Some(add_on) = add_on else { return vec![Vec::new()] };
    let packages = add_on.packages_in(currency);
    let paid = ways_to_pay(&packages, sessions);
    paid.map(|package| vec![AddOnDraft { package, ..AddOnDraft::of_catalog(add_on.id.clone()) }]).collect()
}

/// No upkeep, upkeep at each interval that is safe, and upkeep that waits for the result to fade.
fn upkeep(presets: &[UpkeepPreset], least_days: u32) -> Vec<Upkeep> {
    let own = presets.iter().map(|preset| preset.months);
    let mut months: Vec<u32> = UPKEEP_MONTHS.into_iter().chain(own).collect();
    months.sort_unstable();
    months.dedup();
    // The shortest month has 28 days.
    months.retain(|months| months * 28 >= least_days);
    let dated = months.into_iter().map(|months| Upkeep::Every { months });
    iter::once(Upkeep::None).chain(dated).chain(FADED.map(|percent| Upkeep::WhenFaded { percent })).collect()
}

fn session_counts(preset: &CoursePreset) -> Vec<u32> {
    let Spread { low, high, .. } = preset.sessions;
    if high <= EVERY_NUMBER { (low..=high).collect() } else { values(preset.sessions) }
}

/// Least, usual and most, each once.
fn values(spread: Spread<u32>) -> Vec<u32> {
    let mut values = spread.to_array().to_vec();
    values.dedup();
    values
}

impl Candidate {
    fn of(draft: LineDraft, line: Line) -> Self {
        let has_placeholder = bases(&line).any(|basis| basis == Basis::Placeholder);
        Self { draft, line, has_placeholder }
    }

    /// Whether its upkeep waits for the result to fade. That is the result of the whole plan.
    pub(super) fn waits(&self) -> bool {
        self.waits_for().is_some()
    }

    /// The share of its peak at which it is given again, if it waits for that.
    pub(super) fn waits_for(&self) -> Option<f64> {
        let Upkeep::WhenFaded { percent } = self.draft.upkeep else { return None };
        Some(f64::from(percent) / 100.0)
    }

    fn has_own_prices(&self) -> bool {
        bases(&self.line).all(|basis| basis == Basis::Clinic)
    }
}

/// How much weight each price of a line carries.
fn bases(line: &Line) -> impl Iterator<Item = Basis> {
    let of_package = line.package.as_ref().map(|package| package.price_basis);
    let of_add_ons = line.add_ons.iter().flat_map(|add_on| {
        let of_package = add_on.package.as_ref().map(|package| package.price_basis);
        iter::once(add_on.price_basis).chain(of_package)
    });
    iter::once(line.price_basis).chain(of_package).chain(of_add_ons)
}
