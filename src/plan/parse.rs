//! From the plan as typed to the plan as valid: parse once, then trust.

mod paying;
mod terms;

use super::{Line, LineAddOn, Plan, Problem, Problems, TreatmentOption};
use crate::catalog::{AddOnId, Basis, Catalog, Price, SourceId, Treatment};
use crate::document::{
    AddOnDraft, Draft, Field, LineDraft, OptionDraft, Place, PriceDraft, SpreadText, Upkeep, limits,
};
use crate::locale::{self, mark, tr};
use crate::units::{Currency, Date, Money, Percent, Spread, Tax};
use std::fmt::Display;
use std::ops::RangeInclusive;

impl Draft {
    /// Checks the whole plan and gives it as valid, or every problem with its place.
    ///
    /// # Errors
    /// All problems found, in the order of the document.
    pub fn parse(&self, catalog: &Catalog) -> Result<Plan, Problems> {
        let mut parser = Parser { catalog, currency: self.currency, tax: Tax::default(), problems: Vec::new() };
        let plan = parser.plan(self);
        if parser.problems.is_empty() { Ok(plan) } else { Err(Problems(parser.problems)) }
    }
}

// What is said of a number outside its range.
const YEARS: &str = mark!("{value} is outside {least} to {most} years; choose a value between them");
const PERCENT: &str = mark!("{value} is outside {least} to {most} %; choose a value between them");
const PERCENT_OF_PEAK: &str = mark!("{value} is outside {least} to {most} % of the peak; choose a value between them");
const SESSIONS: &str = mark!("{value} is outside {least} to {most} sessions; choose a value between them");
const DAYS: &str = mark!("{value} is outside {least} to {most} days; choose a value between them");
const DAYS_FROM_START: &str =
    mark!("{value} is outside {least} to {most} days from the start; choose a value between them");
const UNITS: &str = mark!("{value} is outside {least} to {most} units; choose a value between them");
const MONTHS: &str = mark!("{value} is outside {least} to {most} months; choose a value between them");

/// Gathers problems while parsing. Where a value is wrong, a harmless one stands in: the result is then discarded.
pub(super) struct Parser<'a> {
    catalog: &'a Catalog,
    currency: Currency,
    /// The plan's, once it is read.
    tax: Tax,
    problems: Vec<Problem>,
}

/// Where the parser is: the position, and its name in words.
#[derive(Clone)]
struct Spot {
    option: usize,
    line: usize,
    words: String,
}

impl Spot {
    fn place(&self, field: Field) -> Place {
        Place::Line { option: self.option, line: self.line, field }
    }
}

impl Parser<'_> {
    fn report(&mut self, place: Place, words: &str, message: impl Display) {
        self.problems.push(Problem { place, whereabouts: words.to_owned(), message: message.to_string() });
    }

    pub(super) fn within(
        &mut self,
        value: u32,
        range: &RangeInclusive<u32>,
        sentence: &'static str,
        place: Place,
        words: &str,
    ) {
        if !range.contains(&value) {
            let values: [(&str, &dyn Display); 3] =
                [("value", &value), ("least", range.start()), ("most", range.end())];
            self.report(place, words, locale::fill(locale::text(sentence), &values));
        }
    }

    fn date(&mut self, date: Date, place: Place, words: &str) {
        if !limits::YEARS.contains(&date.year()) {
            let (first, last) = (limits::YEARS.start(), limits::YEARS.end());
            let message =
                tr!("{date} is outside the years {first} to {last}; choose a date between them", date, first, last);
            self.report(place, words, message);
        }
    }

    fn plan(&mut self, draft: &Draft) -> Plan {
        let words = tr!("Plan");
        if self.catalog.concern(&draft.concern).is_none() {
            let message = tr!("\"{id}\" is not a known concern; see the list of the catalogue", id = draft.concern);
            self.report(Place::Plan(Field::Concern), words, message);
        }
        self.within(draft.profile.age, &limits::AGE, YEARS, Place::Plan(Field::Age), words);
        let mix = draft.profile.scar_mix;
        if [mix.rolling, mix.boxcar, mix.icepick] == [0; 3] {
            let message = tr!("the mix of scar types is empty; give at least one type a part");
            self.report(Place::Plan(Field::ScarMix), words, message);
        }
        self.within(draft.horizon_years, &limits::HORIZON_YEARS, YEARS, Place::Plan(Field::Horizon), words);
        self.date(draft.start, Place::Plan(Field::Start), words);
        if let Some(target) = draft.target {
            self.within(target, &limits::TARGET, PERCENT, Place::Plan(Field::Target), words);
        }
        let horizon_years = draft.horizon_years.clamp(*limits::HORIZON_YEARS.start(), *limits::HORIZON_YEARS.end());
        let end = draft.start.checked_add(jiff::Span::new().years(i64::from(horizon_years))).unwrap_or_else(|_| {
            let message = tr!("the horizon ends after the year 9999; choose an earlier start");
            self.report(Place::Plan(Field::Start), words, message);
            draft.start
        });
        if !limits::OPTIONS.contains(&draft.options.len()) {
            let message = tr!("a plan has one to six options, not {count}", count = draft.options.len());
            self.report(Place::Plan(Field::Options), words, message);
        } else if draft.shown().next().is_none() {
            let message = tr!("every option is hidden; show at least one");
            self.report(Place::Plan(Field::Options), words, message);
        }
        Plan {
            reference: draft.reference.trim().to_owned(),
            concern: draft.concern.clone(),
            profile: draft.profile.clone(),
            start: draft.start,
            end,
            currency: draft.currency,
            horizon_years,
            consultation_fee: self.amount_or_zero(&draft.consultation_fee, Place::Plan(Field::ConsultationFee), words),
            tax: self.plan_tax(draft, words),
            discount: self.percent(&draft.discount, 100, Place::Plan(Field::Discount), words),
            price_growth: self.percent(&draft.price_growth, 50, Place::Plan(Field::PriceGrowth), words),
            deposit: self.deposit(&draft.deposit),
            credit: draft.credit.as_ref().map(|credit| self.credit(credit)),
            target: draft.target.map(|target| f64::from(target) / 100.0),
            options: draft.shown().map(|(at, option)| self.option(at, option)).collect(),
        }
    }

    fn plan_tax(&mut self, draft: &Draft, words: &str) -> Tax {
        let rate = self.percent(&draft.tax, 100, Place::Plan(Field::Tax), words);
        self.tax = Tax { rate, mode: draft.tax_mode };
        self.tax
    }

    fn option(&mut self, at: usize, draft: &OptionDraft) -> TreatmentOption {
        let name = draft.name.trim();
        let words = tr!("Option {letter} \"{name}\"", letter = draft.mark.letter(), name);
        if name.is_empty() {
            let place = Place::Option { option: at, field: Field::Name };
            self.report(place, &words, tr!("the option has no name; type one"));
        }
        if draft.lines.len() > limits::LINES {
            let place = Place::Option { option: at, field: Field::Treatment };
            let message = tr!("an option has at most {most} treatments; remove some", most = limits::LINES);
            self.report(place, &words, message);
        }
        let lines = draft.lines.iter().enumerate();
        TreatmentOption {
            position: at,
            mark: draft.mark,
            name: name.to_owned(),
            lines: lines.filter_map(|(line, draft)| self.line(at, line, &words, draft)).collect(),
        }
    }

    fn line(&mut self, option: usize, line: usize, words: &str, draft: &LineDraft) -> Option<Line> {
        let mut spot =
            Spot { option, line, words: tr!("{option}, treatment {number}", option = words, number = line + 1) };
        let catalog = self.catalog;
        let Some(treatment) = catalog.treatment(&draft.treatment) else {
            let message = tr!("\"{id}\" is not a known treatment; see the list of the catalogue", id = draft.treatment);
            self.report(spot.place(Field::Treatment), &spot.words, message);
            return None;
        };
        spot.words = format!("{words}, {}", treatment.name);
        self.course(draft, treatment, &spot);
        let (price, price_basis, price_refs) =
            self.price(&draft.price, &treatment.prices, &treatment.name, &spot, None);
        Some(Line {
            treatment: draft.treatment.clone(),
            area: draft.area.trim().to_owned(),
            sessions: draft.sessions,
            spacing_days: draft.spacing_days,
            start_day: i32::try_from(draft.start_day).unwrap_or_default(),
            units: draft.units,
            depth_mm: self.depth(draft, treatment, &spot),
            unit: treatment.unit,
            price,
            price_basis,
            price_refs,
            discount: self.percent(&draft.discount, 100, spot.place(Field::Discount), &spot.words),
            package: self.package(draft, treatment, &spot),
            tax: self.line_tax(draft, &spot),
            add_ons: self.add_ons(draft, treatment, &spot),
            upkeep: self.upkeep(draft, treatment, &spot),
            upkeep_until: draft.upkeep_until,
        })
    }

    fn course(&mut self, draft: &LineDraft, treatment: &Treatment, spot: &Spot) {
        let words = &spot.words;
        self.within(draft.sessions, &limits::SESSIONS, SESSIONS, spot.place(Field::Sessions), words);
        self.within(draft.start_day, &limits::START_DAY, DAYS_FROM_START, spot.place(Field::StartDay), words);
        self.within(draft.units, &limits::UNITS, UNITS, spot.place(Field::Units), words);
        self.within(draft.spacing_days, &limits::SPACING_DAYS, DAYS, spot.place(Field::Spacing), words);
        let minimum = treatment.minimum_interval_days.value;
        if draft.sessions > 1 && draft.spacing_days < minimum {
            let message = tr!(
                "sessions {days} days apart are closer than the safe minimum of {minimum} days; set the spacing to \
                 {minimum} days or more",
                days = draft.spacing_days,
                minimum
            );
            self.report(spot.place(Field::Spacing), words, message);
        }
    }

    fn depth(&mut self, draft: &LineDraft, treatment: &Treatment, spot: &Spot) -> Option<f64> {
        let range = treatment.needle_depth.as_ref()?.value;
        let depth = draft.depth.map_or(range.typical, |hundredths| f64::from(hundredths) / 100.0);
        if !(range.low..=range.high).contains(&depth) {
            let number = |millimetres: f64| locale::current().pack.number(&millimetres.to_string());
            let message = tr!(
                "a needle length of {depth} mm is outside {least} to {most} mm for this treatment; choose one between \
                 them",
                depth = number(depth),
                least = number(range.low),
                most = number(range.high)
            );
            self.report(spot.place(Field::Depth), &spot.words, message);
        }
        Some(depth)
    }

    fn upkeep(&mut self, draft: &LineDraft, treatment: &Treatment, spot: &Spot) -> Upkeep {
        let place = spot.place(Field::Upkeep);
        if let Some(until) = draft.upkeep_until {
            self.date(until, place, &spot.words);
        }
        match draft.upkeep {
            Upkeep::None => {}
            Upkeep::Every { months } => {
                self.within(months, &limits::UPKEEP_MONTHS, MONTHS, place, &spot.words);
                // The shortest month has 28 days.
                let minimum = treatment.minimum_interval_days.value;
                if months.saturating_mul(28) < minimum {
                    let message =
                        tr!("upkeep comes closer than the safe minimum of {minimum} days; choose more months", minimum);
                    self.report(place, &spot.words, message);
                }
            }
            Upkeep::WhenFaded { percent } => {
                self.within(percent, &limits::UPKEEP_SHARE, PERCENT_OF_PEAK, place, &spot.words);
            }
        }
        draft.upkeep
    }

    fn add_ons(&mut self, draft: &LineDraft, treatment: &Treatment, spot: &Spot) -> Vec<LineAddOn> {
        if draft.add_ons.len() > limits::ADD_ONS {
            let message = tr!("a treatment has at most {most} add-ons; remove some", most = limits::ADD_ONS);
            self.report(spot.place(Field::AddOn(0)), &spot.words, message);
        }
        for (at, add_on) in draft.add_ons.iter().enumerate() {
            if add_on.id.is_some() && draft.add_ons[..at].iter().any(|other| other.id == add_on.id) {
                self.report(
                    spot.place(Field::AddOn(at)),
                    &spot.words,
                    tr!("the add-on is listed twice; remove one of the two"),
                );
            }
        }
        draft.add_ons.iter().enumerate().map(|(at, add_on)| self.add_on(at, add_on, treatment, spot)).collect()
    }

    fn add_on(&mut self, at: usize, draft: &AddOnDraft, treatment: &Treatment, spot: &Spot) -> LineAddOn {
        let place = spot.place(Field::AddOn(at));
        let known = draft.id.as_ref().and_then(|id| self.catalog.add_on(id));
        if let Some(id) = &draft.id {
            self.check_offered(id, known.is_some(), treatment, place, spot);
        }
        let name = known.map_or(draft.name.trim(), |known| known.name.as_str());
        if name.is_empty() {
            self.report(place, &spot.words, tr!("the add-on has no name; type one"));
        }
        let prices = known.map_or(&[][..], |known| &known.prices);
        let (price, price_basis, _) = self.price(&draft.price, prices, name, spot, Some(place));
        LineAddOn { id: draft.id.clone(), name: name.to_owned(), price, price_basis }
    }

    fn check_offered(&mut self, id: &AddOnId, known: bool, treatment: &Treatment, place: Place, spot: &Spot) {
        if !known {
            let message = tr!("\"{id}\" is not a known add-on; see the list of the catalogue", id);
            self.report(place, &spot.words, message);
        } else if !treatment.add_ons.contains(id) {
            let message = tr!("{name} is not given with \"{id}\"; remove the add-on", name = treatment.name, id);
            self.report(place, &spot.words, message);
        }
    }

    /// The price in the plan's currency, with its basis and who says so. `at` is the one place of an add-on's price.
    fn price(
        &mut self,
        draft: &PriceDraft,
        prices: &[Price],
        name: &str,
        spot: &Spot,
        at: Option<Place>,
    ) -> (Spread<Money>, Basis, Vec<SourceId>) {
        match draft {
            PriceDraft::Own(text) => (self.own_price(text, spot, at), Basis::Clinic, Vec::new()),
            PriceDraft::Catalogue => {
                if let Some(price) = prices.iter().find(|price| price.currency == self.currency) {
                    return (price.amount, price.basis, price.refs.clone());
                }
                let currency = self.currency;
                let message = tr!(
                    "the catalogue has no price in {currency} for {name}; type the clinic's own price",
                    currency,
                    name
                );
                self.report(at.unwrap_or(spot.place(Field::PriceTypical)), &spot.words, message);
                (Spread::default(), Basis::Placeholder, Vec::new())
            }
        }
    }

    fn own_price(&mut self, text: &SpreadText, spot: &Spot, at: Option<Place>) -> Spread<Money> {
        let place = |field| at.unwrap_or(spot.place(field));
        let price = Spread {
            low: self.amount(&text.low, place(Field::PriceLow), &spot.words),
            typical: self.amount(&text.typical, place(Field::PriceTypical), &spot.words),
            high: self.amount(&text.high, place(Field::PriceHigh), &spot.words),
        };
        if let Spread { low: Some(low), typical: Some(typical), high: Some(high) } = price {
            if low > typical {
                let message = tr!("the low price is above the typical one; set low ≤ typical ≤ high");
                self.report(place(Field::PriceLow), &spot.words, message);
            } else if !(Spread { low, typical, high }).is_ordered() {
                let message = tr!("the high price is below the typical one; set low ≤ typical ≤ high");
                self.report(place(Field::PriceHigh), &spot.words, message);
            }
        }
        price.map(Option::unwrap_or_default)
    }

    fn amount(&mut self, text: &str, place: Place, words: &str) -> Option<Money> {
        match Money::parse(text, self.currency) {
            Ok(amount) => Some(amount),
            Err(_) if text.trim().is_empty() => {
                self.report(place, words, tr!("the amount is missing; type it, or 0"));
                None
            }
            Err(error) => {
                self.report(place, words, error);
                None
            }
        }
    }

    pub(super) fn amount_or_zero(&mut self, text: &str, place: Place, words: &str) -> Money {
        if text.trim().is_empty() { Money::ZERO } else { self.amount(text, place, words).unwrap_or_default() }
    }

    pub(super) fn percent(&mut self, text: &str, most: u32, place: Place, words: &str) -> Percent {
        Percent::parse(text, most).unwrap_or_else(|error| {
            self.report(place, words, error);
            Percent::ZERO
        })
    }
}
