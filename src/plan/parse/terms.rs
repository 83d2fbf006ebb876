//! The terms of a line: its package and its tax.

use super::{Parser, Spot};
use crate::catalog::{Basis, Rates, Treatment};
use crate::document::{Field, LineDraft, LineTax, PackageDraft, PriceDraft, limits};
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
        let sessions = match draft.package {
            PackageDraft::None => return None,
            PackageDraft::Catalogue { sessions } | PackageDraft::Own { sessions, .. } => sessions,
        };
        let place = spot.place(Field::Package);
        if treatment.is_device() {
            self.report(place, Cause::DevicePackage(treatment.name.clone()));
            return None;
        }
        if !limits::PACKAGE.contains(&sessions) {
            return None;
        }
        if let PackageDraft::Own { price, .. } = &draft.package {
            let price = self.own_price(price, spot, Some(spot.place(Field::PackagePrice)));
            let (months, refund) = (treatment.package_months, treatment.package_refund);
            let (price_basis, price_refs) = (Basis::Clinic, Vec::new());
            return Some(LinePackage { sessions, months, refund, price, price_basis, price_refs });
        }
        let known = rates.package(sessions);
        if known.is_none() {
            let (currency, name) = (self.currency, treatment.name.clone());
            let area = rates.area.map(str::to_owned);
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
