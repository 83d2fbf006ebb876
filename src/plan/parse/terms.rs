//! The terms of a line: its package and its tax.

use super::sold::Sold;
use super::{Parser, Spot};
use crate::catalog::{Basis, Rates, Treatment};
use crate::document::{Field, LineDraft, LineTax, PackageDraft, Place, PriceDraft, limits};
use crate::plan::{Cause, LinePackage};
use crate::units::{Money, Spread, Tax};

impl Parser<'_> {
    /// The package of a line, if it has one. Where it is wrong, none stands in.
    pub(super) fn package(
        &mut self,
        draft: &LineDraft,
        treatment: &Treatment,
        rates: &Rates<'_>,
        spot: Spot,
    ) -> Option<LinePackage> {
        if draft.package != PackageDraft::None && treatment.is_device() {
            self.report(spot.place(Field::Package), Cause::DevicePackage(treatment.name.clone()));
            return None;
        }
        let places = [Field::Package, Field::PackagePrice].map(|field| spot.place(field));
        let sold = Sold { name: &treatment.name, packages: &rates.packages, area: rates.area, treatment };
        self.sold_in(&draft.package, &sold, spot, places)
    }

    /// The package that sessions or an add-on to them are sold in, and where it stands with its price.
    pub(super) fn sold_in(
        &mut self,
        draft: &PackageDraft,
        sold: &Sold<'_>,
        spot: Spot,
        [place, place_of_price]: [Place; 2],
    ) -> Option<LinePackage> {
        let treatment = sold.treatment;
        let sessions = draft.sessions().filter(|sessions| limits::PACKAGE.contains(sessions))?;
        if let PackageDraft::Own { price, .. } = draft {
            let price = self.own_price(price, spot, Some(place_of_price));
            let (months, refund) = (treatment.package_months, treatment.package_refund);
            let (price_basis, price_refs) = (Basis::Clinic, Vec::new());
            return Some(LinePackage { sessions, months, refund, price, price_basis, price_refs });
        }
        let known = sold.packages.iter().find(|package| package.sessions == sessions);
        if known.is_none() {
            let (currency, name) = (self.currency, sold.name.clone());
            let area = sold.area.map(str::to_owned);
            self.report(place, Cause::NoPackage { sessions, currency, name, area });
        }
        known.map(|package| LinePackage::listed(package, treatment))
    }

    /// The price of a session of upkeep where it is another one than that of the course: as typed, or as the price list says
    /// it beside the catalogue's price.
    pub(super) fn upkeep_price(&mut self, draft: &LineDraft, rates: &Rates<'_>, spot: Spot) -> Option<Spread<Money>> {
        if !draft.upkeep_price.trim().is_empty() {
            return self.amount(&draft.upkeep_price, spot.place(Field::UpkeepPrice)).map(Spread::of);
        }
        rates.upkeep.filter(|_| draft.price == PriceDraft::Catalogue).map(|price| price.amount)
    }

    /// The tax of a line: its own, or the plan's.
    pub(super) fn line_tax(&mut self, draft: &LineDraft, spot: Spot) -> Tax {
        match &draft.tax {
            LineTax::Plan => self.tax,
            LineTax::Own { percent, mode } => {
                let rate = self.percent(percent, 100, spot.place(Field::Tax));
                Tax { rate, mode: *mode }
            }
        }
    }
}
