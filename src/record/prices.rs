//! What was kept of an issue before everything was: the prices, units, intervals and names that its catalogue gave it.
//!
//! Laid over any later catalogue, it gives the issued plan its money back. The model was not kept: where it is changed,
//! upkeep that follows fading may fall on other days, and a copy says so.

use crate::catalog::{
    AddOn, AddOnId, Basis, Catalog, Figure, Package, Price, PriceUnit, SourceId, Treatment, TreatmentId,
};
use crate::overlay::Overlay;
use crate::text::{Text, english};
use crate::units::{Currency, Money, Spread};

/// The prices that a catalogue gave the treatments and add-ons of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenPrices {
    /// The currency of the prices: the plan's.
    pub currency: Currency,
    /// The treatments of the plan, each once, in the order of the document.
    pub treatments: Vec<FrozenTreatment>,
    /// The catalogue's and the clinic's own add-ons of the plan, likewise.
    pub add_ons: Vec<FrozenAddOn>,
}

/// What a catalogue said of a treatment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenTreatment {
    /// The treatment.
    pub id: TreatmentId,
    /// What one price pays for.
    pub unit: PriceUnit,
    /// The least number of days between two sessions.
    pub minimum_interval_days: u32,
    /// How much weight that carries.
    pub interval_basis: Basis,
    /// The price; none where the catalogue had none in the plan's currency.
    pub price: Option<FrozenPrice>,
    /// The packages in the plan's currency: how many sessions, and for what.
    pub packages: Vec<(u32, FrozenPrice)>,
}

/// What a catalogue said of an add-on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenAddOn {
    /// The add-on.
    pub id: AddOnId,
    /// Its name.
    pub name: String,
    /// The price; none where the catalogue had none in the plan's currency.
    pub price: Option<FrozenPrice>,
}

/// A price as it was listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrozenPrice {
    /// Low, typical and high.
    pub amount: Spread<Money>,
    /// The year it is from, as text.
    pub year: String,
    /// How much weight it carries.
    pub basis: Basis,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// What is to be known of it.
    pub note: String,
}

impl FrozenPrices {
    /// The treatments and add-ons of the plan, with what is not frozen of them as this catalogue says it.
    pub(super) fn overlay(&self, catalog: &Catalog) -> Overlay {
        let treatments = self.treatments.iter().filter_map(|frozen| {
            let mut treatment = catalog.treatment(&frozen.id)?.clone();
            frozen.lay_over(&mut treatment, self.currency);
            self.offer_add_ons(&mut treatment, catalog);
            Some(treatment)
        });
        let add_ons = self.add_ons.iter().map(|frozen| match catalog.add_on(&frozen.id).cloned() {
            Some(mut add_on) => {
                frozen.lay_over(&mut add_on, self.currency);
                add_on
            }
            None => frozen.own(self.currency),
        });
        Overlay { treatments: treatments.collect(), add_ons: add_ons.collect(), ..Overlay::default() }
    }

    /// An add-on of the clinic's own that its list has no more is offered with the plan's treatments all the same.
    fn offer_add_ons(&self, treatment: &mut Treatment, catalog: &Catalog) {
        let gone = self.add_ons.iter().filter(|frozen| catalog.add_on(&frozen.id).is_none());
        treatment.add_ons.extend(gone.map(|frozen| frozen.id.clone()));
    }
}

impl FrozenTreatment {
    fn lay_over(&self, treatment: &mut Treatment, currency: Currency) {
        treatment.unit = self.unit;
        lay_price(&mut treatment.prices, self.price.as_ref(), currency);
        // What lists could not say then did not hold then.
        treatment.area_prices.clear();
        treatment.upkeep_prices.clear();
        treatment.together.clear();
        (treatment.package_months, treatment.package_refund, treatment.further_area) = (None, None, None);
        treatment.packages.retain(|package| package.price.currency != currency);
        let frozen = self.packages.iter();
        treatment
            .packages
            .extend(frozen.map(|(sessions, price)| Package { sessions: *sessions, price: price.listed(currency) }));
        let minimum = &mut treatment.minimum_interval_days;
        if minimum.value != self.minimum_interval_days {
            *minimum = Figure {
                value: self.minimum_interval_days,
                basis: self.interval_basis,
                refs: Vec::new(),
                disagree: Vec::new(),
                note: Text::english(english!("As it was when the plan was issued")),
            };
        }
    }
}

impl FrozenAddOn {
    fn lay_over(&self, add_on: &mut AddOn, currency: Currency) {
        // Whose words it is, the catalogue's or the clinic's, is as before.
        add_on.name = match add_on.name {
            Text::English(_) => Text::english(self.name.as_str()),
            Text::Own(_) => Text::own(self.name.as_str()),
        };
        lay_price(&mut add_on.prices, self.price.as_ref(), currency);
        // What lists could not say then did not hold then.
        add_on.packages.clear();
    }

    /// An add-on that no list has any more: it leaves the projected result alone.
    fn own(&self, currency: Currency) -> AddOn {
        let summary =
            english!("An extra of the clinic's own when the plan was issued; it leaves the projected result alone.");
        let prices = self.price.iter().map(|price| price.listed(currency)).collect();
        let own = AddOn::without_effect(self.id.clone(), Text::own(self.name.as_str()), prices);
        AddOn { summary: Text::english(summary), ..own }
    }
}

impl FrozenPrice {
    fn listed(&self, currency: Currency) -> Price {
        Price {
            currency,
            amount: self.amount,
            year: Text::english(self.year.as_str()),
            basis: self.basis,
            refs: self.refs.clone(),
            note: Text::english(self.note.as_str()),
            since: None,
        }
    }
}

/// Puts a frozen price in the place of the one there is now, if any.
fn lay_price(prices: &mut Vec<Price>, frozen: Option<&FrozenPrice>, currency: Currency) {
    prices.retain(|price| price.currency != currency);
    prices.extend(frozen.map(|frozen| frozen.listed(currency)));
}
