//! What a catalogue said when a plan was issued, for as much of it as the plan uses.
//!
//! Laid over any later catalogue, it gives the issued plan its prices, units, intervals and names back, so that its money
//! stays as it was printed. The model is not frozen: where it is changed, upkeep that follows fading may fall on other
//! days, and the sheet says which versions it was made with.

use crate::catalog::{
    AddOn, AddOnId, Basis, Catalog, Figure, Package, Price, PriceUnit, SourceId, Treatment, TreatmentId,
};
use crate::document::{Draft, LineDraft, limits};
use crate::overlay::Overlay;
use crate::text::{Text, mark};
use crate::units::{Currency, Money, Spread};

/// What a catalogue said of the treatments and add-ons of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
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

impl Frozen {
    /// What this catalogue says of a plan.
    pub fn of(draft: &Draft, catalog: &Catalog) -> Self {
        let mut frozen = Self { currency: draft.currency, treatments: Vec::new(), add_ons: Vec::new() };
        for line in draft.options.iter().flat_map(|option| &option.lines) {
            frozen.add_line(line, catalog);
        }
        frozen
    }

    fn add_line(&mut self, line: &LineDraft, catalog: &Catalog) {
        if let Some(treatment) = catalog.treatment(&line.treatment)
            && self.treatments.iter().all(|other| other.id != treatment.id)
        {
            self.treatments.push(FrozenTreatment {
                id: treatment.id.clone(),
                unit: treatment.unit,
                minimum_interval_days: treatment.minimum_interval_days.value,
                interval_basis: treatment.minimum_interval_days.basis,
                price: FrozenPrice::of(&treatment.prices, self.currency),
                packages: packages(treatment, self.currency),
            });
        }
        for id in line.add_ons.iter().filter_map(|add_on| add_on.add_on.as_ref()) {
            if let Some(add_on) = catalog.add_on(id)
                && self.add_ons.iter().all(|other| other.id != add_on.id)
            {
                let price = FrozenPrice::of(&add_on.prices, self.currency);
                self.add_ons.push(FrozenAddOn { id: add_on.id.clone(), name: add_on.name.written().to_owned(), price });
            }
        }
    }

    /// A catalogue in which everything frozen stands in the place of what it says itself.
    #[must_use]
    pub fn over(&self, catalog: &Catalog) -> Catalog {
        self.overlay(catalog).over(catalog)
    }

    /// The treatments and add-ons of the plan, with what is not frozen of them as this catalogue says it.
    fn overlay(&self, catalog: &Catalog) -> Overlay {
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
                note: Text::english(mark!("As it was when the plan was issued")),
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
    }

    /// An add-on that no list has any more: it leaves the projected result alone.
    fn own(&self, currency: Currency) -> AddOn {
        let summary =
            mark!("An extra of the clinic's own when the plan was issued; it leaves the projected result alone.");
        let prices = self.price.iter().map(|price| price.listed(currency)).collect();
        let own = AddOn::without_effect(self.id.clone(), Text::own(self.name.as_str()), prices);
        AddOn { summary: Text::english(summary), ..own }
    }
}

impl FrozenPrice {
    fn of(prices: &[Price], currency: Currency) -> Option<Self> {
        prices.iter().find(|price| price.currency == currency).map(Self::from)
    }

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

impl From<&Price> for FrozenPrice {
    fn from(price: &Price) -> Self {
        Self {
            amount: price.amount,
            year: price.year.written().to_owned(),
            basis: price.basis,
            refs: price.refs.clone(),
            note: price.note.written().chars().take(limits::NOTE).collect(),
        }
    }
}

/// The packages of a treatment in a currency.
fn packages(treatment: &Treatment, currency: Currency) -> Vec<(u32, FrozenPrice)> {
    treatment.packages_in(currency).into_iter().map(|package| (package.sessions, (&package.price).into())).collect()
}

/// Puts a frozen price in the place of the one there is now, if any.
fn lay_price(prices: &mut Vec<Price>, frozen: Option<&FrozenPrice>, currency: Currency) {
    prices.retain(|price| price.currency != currency);
    prices.extend(frozen.map(|frozen| frozen.listed(currency)));
}
