//! From the plan as typed to the plan as valid: parse once, then trust.

mod further;
mod membership;
mod paying;
mod sold;
mod terms;
mod unread;

use super::{Cause, Line, LineAddOn, Occasion, Plan, Problem, Problems, SoFar, TimeOff, TreatmentOption};
use crate::catalog::{AddOnId, Basis, Catalog, Price, SourceId, Treatment};
use crate::document::{
    AddOnDraft, Counted, Draft, Field, Fields, Kind, LineDraft, LineId, OccasionDraft, OptionDraft, Place, PriceDraft,
    SpreadText, TimeOffDraft, Upkeep, Value, limits,
};
use crate::text::Text;
use crate::units::{Budget, Currency, Date, Discount, Money, Percent, Spread, Tax};
use sold::{Sold, together};

impl Draft {
    /// Checks the whole plan and gives it as valid, or every problem with its place.
    ///
    /// # Errors
    /// All problems found, in the order of the document.
    pub fn parse(&self, catalog: &Catalog) -> Result<Plan, Problems> {
        let (plan, problems) = self.parsed(catalog);
        if problems.is_empty() { Ok(plan) } else { Err(Problems(problems)) }
    }

    /// The same where nothing is wrong but that prices are not known: what has none costs nothing, and the plan says that it
    /// is unpriced, so that results can be shown before there are prices.
    ///
    /// # Errors
    /// All problems, where there is another one among them.
    pub fn parse_unpriced(&self, catalog: &Catalog) -> Result<Plan, Problems> {
        let (plan, problems) = self.parsed(catalog);
        let unpriced = !problems.is_empty();
        if problems.iter().all(|problem| problem.cause.is_missing_price()) {
            Ok(Plan { unpriced, ..plan })
        } else {
            Err(Problems(problems))
        }
    }

    fn parsed(&self, catalog: &Catalog) -> (Plan, Vec<Problem>) {
        if !self.is_identified() {
            let mut draft = self.clone();
            draft.identify(0);
            return draft.parsed(catalog);
        }
        let mut parser = Parser { catalog, currency: self.currency, tax: Tax::default(), problems: Vec::new() };
        (parser.plan(self), parser.problems)
    }
}

/// Gathers problems while parsing. Where a value is wrong, a harmless one stands in: the result is then discarded, but for that of
/// a plan of which nothing but prices is missing.
pub(super) struct Parser<'a> {
    catalog: &'a Catalog,
    currency: Currency,
    /// The plan's, once it is read.
    tax: Tax,
    problems: Vec<Problem>,
}

/// The line that the parser is in.
#[derive(Clone, Copy)]
struct Spot(LineId);

impl Spot {
    fn place(self, field: Field) -> Place {
        Place::Line { line: self.0, field }
    }
}

/// The days that matter.
fn occasions(draft: &Draft) -> Vec<Occasion> {
    let occasion = |occasion: &OccasionDraft| Occasion {
        name: occasion.name.trim().to_owned(),
        day: (occasion.date - draft.start).get_days(),
    };
    draft.occasions.iter().map(occasion).collect()
}

/// The days that are kept free. Of two days typed the other way round the earlier one is the first.
fn time_off(draft: &Draft) -> Vec<TimeOff> {
    let day = |date: Date| (date - draft.start).get_days();
    let time_off = |one: &TimeOffDraft| TimeOff {
        name: one.name.trim().to_owned(),
        first: day(one.first.min(one.last)),
        last: day(one.first.max(one.last)),
        free_of: one.free_of,
    };
    draft.time_off.iter().map(time_off).collect()
}

impl Parser<'_> {
    fn report(&mut self, place: Place, cause: Cause) {
        self.problems.push(Problem { place, cause });
    }

    /// Reports every number and every day outside its limits.
    fn fields<T: Fields>(&mut self, of: &T, place: impl Fn(Field) -> Place) {
        for row in T::ROWS.iter().filter(|row| !row.about.kind.is_text()) {
            let (about, value, place) = (&row.about, row.value(of), place(row.about.field));
            if let Some((value, limits, counted)) = about.number(&value)
                && !limits.contains(&value)
            {
                self.report(place, Cause::Outside { value, limits, counted });
            }
            if let Value::Units(units) = value
                && !limits::UNITS.contains(&units.hundredths())
            {
                self.report(place, Cause::NotANumber { text: units.to_string(), limits: Some((limits::UNITS, 2)) });
            }
            if let Value::Day(day) = value
                && !limits::YEARS.contains(&day.year())
            {
                self.report(place, Cause::DateOutside(day));
            }
        }
    }

    /// The percentage that stands in a field.
    pub(super) fn percent_of<T: Fields>(&mut self, of: &T, place: Place) -> Percent {
        match (of.value(place.field()), place.about().map(|about| &about.kind)) {
            (Value::Text(text), Some(Kind::Percent(most))) => self.percent(&text, *most, place),
            _ => Percent::ZERO,
        }
    }

    /// What stands in a field of what is taken off.
    fn discount_of<T: Fields>(&mut self, of: &T, place: Place) -> Discount {
        let (Value::Text(text), Some(Kind::Off(most))) =
            (of.value(place.field()), place.about().map(|about| &about.kind))
        else {
            return Discount::default();
        };
        Discount::parse(&text, *most, self.currency).unwrap_or_else(|error| {
            self.report(place, Cause::Discount(error));
            Discount::default()
        })
    }

    fn plan(&mut self, draft: &Draft) -> Plan {
        let at = Place::Plan;
        if self.catalog.concern(&draft.concern).is_none() {
            self.report(at(Field::Concern), Cause::UnknownConcern(draft.concern.clone()));
        }
        let further = self.further(draft);
        for check in &draft.checklist {
            if self.catalog.rules.asked().all(|hold| hold.id != check.hold) {
                self.report(at(Field::Checklist), Cause::UnknownHold(check.hold.clone()));
            }
        }
        let mix = draft.profile.scar_mix;
        if [mix.rolling, mix.boxcar, mix.icepick] == [0; 3] {
            self.report(at(Field::ScarMix), Cause::NoScarTypes);
        }
        self.fields(draft, at);
        let horizon_years = draft.horizon_years.clamp(*limits::HORIZON_YEARS.start(), *limits::HORIZON_YEARS.end());
        let end = draft.start.checked_add(jiff::Span::new().years(i64::from(horizon_years))).unwrap_or_else(|_| {
            self.report(at(Field::Start), Cause::EndsTooLate);
            draft.start
        });
        if !limits::OPTIONS.contains(&draft.options.len()) {
            self.report(at(Field::Options), Cause::OptionCount(draft.options.len()));
        } else if draft.shown().next().is_none() {
            self.report(at(Field::Options), Cause::AllHidden);
        }
        self.unread(draft);
        Plan {
            id: draft.id,
            unpriced: false,
            reference: draft.reference.trim().to_owned(),
            concern: draft.concern.clone(),
            further,
            profile: draft.profile.clone(),
            start: draft.start,
            end,
            currency: draft.currency,
            horizon_years,
            consultation_fee: self.amount_or_zero(&draft.consultation_fee, at(Field::ConsultationFee)),
            tax: self.plan_tax(draft),
            fee_credited: draft.fee_credited,
            discount: self.discount_of(draft, at(Field::Discount)),
            price_growth: self.percent_of(draft, at(Field::PriceGrowth)),
            deposit: self.deposit(&draft.deposit),
            credit: draft.credit.as_ref().map(|credit| self.credit(draft, credit)),
            target: draft.target.map(|target| f64::from(target) / 100.0),
            worth: Some(self.amount_or_zero(&draft.worth, at(Field::Worth))).filter(|worth| *worth > Money::ZERO),
            budget: Some(self.amount_or_zero(&draft.budget, at(Field::Budget)))
                .filter(|amount| *amount > Money::ZERO)
                .map(|amount| Budget { amount, period: draft.budget_period }),
            occasions: occasions(draft),
            checklist: draft.checklist.clone(),
            time_off: time_off(draft),
            strong_sun: draft.strong_sun,
            options: draft.shown().map(|option| self.option(draft, option)).collect(),
            as_of: None,
        }
    }

    fn plan_tax(&mut self, draft: &Draft) -> Tax {
        let rate = self.percent_of(draft, Place::Plan(Field::Tax));
        self.tax = Tax { rate, mode: draft.tax_mode };
        self.tax
    }

    fn option(&mut self, plan: &Draft, draft: &OptionDraft) -> TreatmentOption {
        let name = draft.name.trim();
        let place = |field| Place::Option { option: draft.id, field };
        if name.is_empty() {
            self.report(place(Field::Name), Cause::OptionUnnamed);
        }
        if draft.lines.len() > limits::LINES {
            self.report(place(Field::Treatment), Cause::TooManyLines);
        }
        TreatmentOption {
            id: draft.id,
            mark: draft.mark,
            name: name.to_owned(),
            lines: draft.lines.iter().filter_map(|line| self.line(plan, line)).collect(),
            membership: self.membership(draft),
            payments: Vec::new(),
        }
    }

    fn line(&mut self, plan: &Draft, draft: &LineDraft) -> Option<Line> {
        let (spot, catalog) = (Spot(draft.id), self.catalog);
        let Some(treatment) = catalog.treatment(&draft.treatment) else {
            self.report(spot.place(Field::Treatment), Cause::UnknownTreatment(draft.treatment.clone()));
            return None;
        };
        self.course(draft, treatment, spot);
        let rates = catalog.rates(treatment, &draft.area, self.currency);
        let (fewest, sessions, most) = draft.sessions_needed();
        let (price, price_basis, price_refs) = self.price(&draft.price, rates.price, &treatment.name, spot, None);
        Some(Line {
            id: draft.id,
            treatment: draft.treatment.clone(),
            concern: self.concern_of(plan, draft, spot),
            tells_concern: !plan.further.is_empty(),
            area: draft.area.trim().to_owned(),
            sessions,
            fewest,
            most,
            spacing_days: draft.spacing_days,
            start_day: i32::try_from(draft.start_day).unwrap_or_default(),
            units: draft.units,
            depth_mm: self.depth(draft, treatment, spot),
            unit: treatment.unit,
            price,
            price_basis,
            price_refs,
            further_area: treatment.further_area,
            upkeep_price: self.upkeep_price(draft, &rates, spot),
            upkeep_price_typed: !draft.upkeep_price.trim().is_empty(),
            together: together(draft, &rates),
            discount: self.discount_of(draft, spot.place(Field::Discount)),
            bought_for: None,
            package: self.package(draft, treatment, &rates, spot),
            tax: self.line_tax(draft, spot),
            add_ons: self.add_ons(draft, treatment, spot),
            upkeep: self.upkeep(draft, treatment, spot),
            upkeep_until: draft.upkeep_until,
            so_far: SoFar::default(),
        })
    }

    fn course(&mut self, draft: &LineDraft, treatment: &Treatment, spot: Spot) {
        let ((.., most), spacing) = (draft.sessions_needed(), draft.spacing_days);
        self.fields(draft, |field| spot.place(field));
        let minimum = treatment.minimum_interval_days.value;
        if most > 1 && spacing < minimum {
            self.report(spot.place(Field::Spacing), Cause::CourseTooDense { days: spacing, minimum });
        }
    }

    fn depth(&mut self, draft: &LineDraft, treatment: &Treatment, spot: Spot) -> Option<f64> {
        let range = treatment.needle_depth.as_ref()?.value;
        let depth = draft.depth.map_or(range.typical, |hundredths| f64::from(hundredths) / 100.0);
        if !(range.low..=range.high).contains(&depth) {
            self.report(spot.place(Field::Depth), Cause::Depth { depth, least: range.low, most: range.high });
        }
        Some(depth)
    }

    fn upkeep(&mut self, draft: &LineDraft, treatment: &Treatment, spot: Spot) -> Upkeep {
        let minimum = treatment.minimum_interval_days.value;
        // The shortest month has 28 days.
        if let Upkeep::Every { months } = draft.upkeep
            && months.saturating_mul(28) < minimum
        {
            self.report(spot.place(Field::Upkeep), Cause::UpkeepTooDense { minimum });
        }
        draft.upkeep
    }

    fn add_ons(&mut self, draft: &LineDraft, treatment: &Treatment, spot: Spot) -> Vec<LineAddOn> {
        if let Some(surplus) = draft.add_ons.get(limits::ADD_ONS) {
            self.report(spot.place(Field::AddOn(surplus.id)), Cause::TooManyAddOns);
        }
        for (at, add_on) in draft.add_ons.iter().enumerate() {
            if add_on.add_on.is_some() && draft.add_ons[..at].iter().any(|other| other.add_on == add_on.add_on) {
                self.report(spot.place(Field::AddOn(add_on.id)), Cause::AddOnTwice);
            }
        }
        draft.add_ons.iter().map(|add_on| self.add_on(add_on, treatment, spot)).collect()
    }

    fn add_on(&mut self, draft: &AddOnDraft, treatment: &Treatment, spot: Spot) -> LineAddOn {
        let place = spot.place(Field::AddOn(draft.id));
        let known = draft.add_on.as_ref().and_then(|id| self.catalog.add_on(id));
        if let Some(id) = &draft.add_on {
            self.check_offered(id, known.is_some(), treatment, place);
        }
        let name = known.map_or(Text::own(draft.name.trim()), |known| known.name.clone());
        if name.is_empty() {
            self.report(place, Cause::AddOnUnnamed);
        }
        let listed = known.and_then(|known| known.price_in(self.currency));
        let (price, price_basis, _) = self.price(&draft.price, listed, &name, spot, Some(place));
        let packages = known.map(|known| known.packages_in(self.currency)).unwrap_or_default();
        let sold = Sold { name: &name, packages: &packages, area: None, treatment };
        let of_package = spot.place(Field::AddOnPackage(draft.id));
        if let Some(value) = draft.package.sessions()
            && !limits::PACKAGE.contains(&value)
        {
            self.report(of_package, Cause::Outside { value, limits: limits::PACKAGE, counted: Counted::Sessions });
        }
        let places = [of_package, spot.place(Field::AddOnPackagePrice(draft.id))];
        let package = self.sold_in(&draft.package, &sold, spot, places);
        LineAddOn { id: draft.id, add_on: draft.add_on.clone(), name, price, price_basis, package }
    }

    fn check_offered(&mut self, id: &AddOnId, known: bool, treatment: &Treatment, place: Place) {
        if !known {
            self.report(place, Cause::UnknownAddOn(id.clone()));
        } else if !treatment.add_ons.contains(id) {
            let treatment = treatment.name.clone();
            self.report(place, Cause::AddOnNotOffered { treatment, add_on: id.clone() });
        }
    }

    /// The price in the plan's currency, with its basis and who says so. `at` is the one place of an add-on's price.
    fn price(
        &mut self,
        draft: &PriceDraft,
        listed: Option<&Price>,
        name: &Text,
        spot: Spot,
        at: Option<Place>,
    ) -> (Spread<Money>, Basis, Vec<SourceId>) {
        match draft {
            PriceDraft::Own(text) => (self.own_price(text, spot, at), Basis::Clinic, Vec::new()),
            PriceDraft::Catalogue => {
                if let Some(price) = listed {
                    return (price.amount, price.basis, price.refs.clone());
                }
                let cause = Cause::NoPrice { currency: self.currency, name: name.clone() };
                self.report(at.unwrap_or(spot.place(Field::PriceTypical)), cause);
                // Nothing stands in for it, so that there is nothing to be said of who says so.
                (Spread::default(), Basis::Clinic, Vec::new())
            }
        }
    }

    fn own_price(&mut self, text: &SpreadText, spot: Spot, at: Option<Place>) -> Spread<Money> {
        let place = |field| at.unwrap_or(spot.place(field));
        let price = Spread {
            low: self.amount(&text.low, place(Field::PriceLow)),
            typical: self.amount(&text.typical, place(Field::PriceTypical)),
            high: self.amount(&text.high, place(Field::PriceHigh)),
        };
        if let Spread { low: Some(low), typical: Some(typical), high: Some(high) } = price {
            if low > typical {
                self.report(place(Field::PriceLow), Cause::LowAboveTypical);
            } else if !(Spread { low, typical, high }).is_ordered() {
                self.report(place(Field::PriceHigh), Cause::HighBelowTypical);
            }
        }
        price.map(Option::unwrap_or_default)
    }

    fn amount(&mut self, text: &str, place: Place) -> Option<Money> {
        let read = Money::parse(text, self.currency);
        let cause = |error| if text.trim().is_empty() { Cause::NoAmount } else { Cause::Amount(error) };
        read.map_err(|error| self.report(place, cause(error))).ok()
    }

    pub(super) fn amount_or_zero(&mut self, text: &str, place: Place) -> Money {
        if text.trim().is_empty() { Money::ZERO } else { self.amount(text, place).unwrap_or_default() }
    }

    pub(super) fn percent(&mut self, text: &str, most: u32, place: Place) -> Percent {
        Percent::parse(text, most).unwrap_or_else(|error| {
            self.report(place, Cause::Percent(error));
            Percent::ZERO
        })
    }
}
