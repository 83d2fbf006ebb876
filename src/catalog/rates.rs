//! What a treatment costs on a part of the body.

use super::{AreaId, AreaPrices, Basis, Catalog, Concern, Package, Price, TogetherPrice, Treatment};
use crate::units::Currency;

/// What a treatment costs on a part of the body in one currency.
#[derive(Clone, Debug, Default)]
pub struct Rates<'a> {
    /// The part of the body that has prices of its own; none where those hold that are for any.
    pub area: Option<&'a str>,
    /// The price of one unit.
    pub price: Option<&'a Price>,
    /// The packages, the smallest first.
    pub packages: Vec<&'a Package>,
    /// The price of one unit in a session of upkeep, where it is another one.
    pub upkeep: Option<&'a Price>,
    /// The prices on a day on which another treatment is given too.
    pub together: Vec<&'a TogetherPrice>,
}

impl Catalog {
    /// What a treatment costs on a part of the body, as a line names it, in this currency.
    ///
    /// The prices of the smallest part hold that has some and is this one or holds it: those of the face for the cheeks. A
    /// package, a price of upkeep and one beside another treatment are never taken from elsewhere then: a package for the face buys no
    /// session on face and neck. Where no such part has prices, or the line names none, those hold that are for any.
    pub fn rates<'a>(&'a self, treatment: &'a Treatment, area: &str, currency: Currency) -> Rates<'a> {
        let any = in_currency(&treatment.prices, currency);
        match self.smallest(treatment, area, |one| one.is_priced_in(currency)) {
            Some(of_area) => Rates {
                area: Some(&of_area.area),
                price: self
                    .smallest(treatment, area, |one| in_currency(&one.prices, currency).is_some())
                    .and_then(|one| in_currency(&one.prices, currency))
                    .or(any),
                packages: Package::sorted(&of_area.packages, currency),
                upkeep: in_currency(&of_area.upkeep_prices, currency),
                together: together(&of_area.together, currency),
            },
            None => Rates {
                area: None,
                price: any,
                packages: Package::sorted(&treatment.packages, currency),
                upkeep: in_currency(&treatment.upkeep_prices, currency),
                together: together(&treatment.together, currency),
            },
        }
    }

    /// The part of the body that a new line of a treatment is for: none in particular, unless the clinic has prices for parts
    /// of the body only, and one of them is where the concern usually is.
    pub fn usual_area(&self, concern: &Concern, treatment: &Treatment) -> String {
        let is_priced_as_whole = treatment.prices.iter().any(|price| price.basis == Basis::Clinic);
        let area = concern.area.as_ref().filter(|_| !is_priced_as_whole);
        let is_priced =
            |area: &&AreaId| treatment.area_prices.iter().any(|one| self.areas.is_within(area.as_str(), &one.area));
        area.filter(is_priced).map(|area| self.areas.written(area.as_str())).unwrap_or_default()
    }

    /// The prices of the smallest part of the body that is the one named or holds it, of those that are asked for.
    fn smallest<'a>(
        &'a self,
        treatment: &'a Treatment,
        area: &str,
        is_asked: impl Fn(&AreaPrices) -> bool,
    ) -> Option<&'a AreaPrices> {
        let holding = treatment.area_prices.iter().filter(|one| self.areas.is_within(area, &one.area) && is_asked(one));
        holding.reduce(|smallest, one| if self.areas.is_within(&one.area, &smallest.area) { one } else { smallest })
    }
}

fn in_currency(prices: &[Price], currency: Currency) -> Option<&Price> {
    prices.iter().find(|price| price.currency == currency)
}

fn together(all: &[TogetherPrice], currency: Currency) -> Vec<&TogetherPrice> {
    all.iter().filter(|one| one.price.currency == currency).collect()
}

impl Package {
    /// Those in this currency, the smallest first.
    pub(super) fn sorted(packages: &[Self], currency: Currency) -> Vec<&Self> {
        let mut packages: Vec<_> = packages.iter().filter(|package| package.price.currency == currency).collect();
        packages.sort_by_key(|package| package.sessions);
        packages
    }
}

impl<'a> Rates<'a> {
    /// The package of this many sessions.
    pub fn package(&self, sessions: u32) -> Option<&'a Package> {
        self.packages.iter().copied().find(|package| package.sessions == sessions)
    }
}
