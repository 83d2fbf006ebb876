//! Money of every plan: packages, the two discounts, and tax on top or included.

use super::evaluation;
use crate::plans::{line, plan};
use collagen_ledger::catalog::{PriceUnit, Treatment};
use collagen_ledger::document::{Draft, LineDraft, LineTax, PackageDraft, PriceDraft, Upkeep};
use collagen_ledger::ledger::{Entry, Heading, Ledger};
use collagen_ledger::units::{Money, Spread, TaxMode, UnitCount};
use proptest::prelude::*;
use std::sync::Arc;

fn ledger(draft: &Draft) -> Arc<Ledger> {
    evaluation(draft).estimate.options[0].ledger.clone()
}

/// What an entry would cost without discount and tax.
fn gross(entry: &Entry) -> Spread<i64> {
    entry.unit_price.map(|price| times(price.minor(), entry.units))
}

/// So many units at a price that is not below zero, in cents, halves rounded up.
fn times(price: i64, units: UnitCount) -> i64 {
    (price * i64::from(units.hundredths()) + 50) / 100
}

/// A plan with one line that is sold by the session, without growth, discount, tax and upkeep, all of it within the
/// horizon; and a package of it: how many sessions, and its price in cents.
fn sold_singly() -> impl Strategy<Value = (Draft, u32, i64)> {
    let by_session = |treatment: &&Treatment| !matches!(treatment.unit, PriceUnit::Device { .. });
    let treatments: Vec<_> = crate::plans::CATALOG.treatments.iter().filter(by_session).collect();
    let line = prop::sample::select(treatments).prop_flat_map(line);
    (plan(), line, 2..=5_u32, 0..100_000_i64).prop_map(|(mut draft, line, sessions, price)| {
        (draft.horizon_years, draft.tax, draft.price_growth, draft.discount) =
            (8, String::new(), String::new(), String::new());
        draft.fee_credited = false;
        let plain = LineDraft {
            price: PriceDraft::Own(Spread::of_text("100")),
            discount: String::new(),
            package: PackageDraft::None,
            tax: LineTax::Plan,
            upkeep: Upkeep::None,
            ..line
        };
        draft.options.truncate(1);
        (draft.options[0].lines, draft.options[0].membership) = (vec![plain], None);
        (draft, sessions, price)
    })
}

fn with_package(draft: &Draft, sessions: u32, price: i64) -> Draft {
    let mut draft = draft.clone();
    let price = Spread::of_text(&format!("{}.{:02}", price / 100, price % 100));
    draft.options[0].lines[0].package = PackageDraft::Own { sessions, price };
    draft
}

proptest! {
    #![proptest_config(super::config())]

    #[test]
    fn every_entry_is_what_its_columns_say(draft in plan()) {
        for option in &evaluation(&draft).estimate.options {
            for entry in &option.ledger.entries {
                let off = entry.off().map(Money::minor);
                let price = gross(entry).zip(off, |gross, off| gross - off);
                let expected = price.zip(entry.tax_on_top().map(Money::minor), |price, tax| price + tax);
                prop_assert_eq!(entry.amount.map(Money::minor), expected, "{:?}", entry);
                prop_assert_eq!(entry.net().zip(entry.tax, |net, tax| net + tax), entry.amount);
                prop_assert!(entry.net().low >= Money::ZERO && entry.tax.low >= Money::ZERO, "{entry:?}");
            }
        }
    }

    #[test]
    fn tax_in_prices_changes_no_amount(mut draft in plan()) {
        (draft.tax_mode, draft.discount, draft.fee_credited) = (TaxMode::Included, String::new(), false);
        draft.options.iter_mut().for_each(|option| option.membership = None);
        for line in draft.options.iter_mut().flat_map(|option| &mut option.lines) {
            (line.discount, line.tax) = (String::new(), LineTax::Plan);
        }
        let taxed = evaluation(&draft);
        for option in &taxed.estimate.options {
            let sum = option.ledger.entries.iter().map(gross).fold(Spread::default(), |sum: Spread<i64>, one| sum.zip(one, |a, b| a + b));
            prop_assert_eq!(option.ledger.total.map(Money::minor), sum);
        }
        draft.tax = "0".to_owned();
        prop_assert_eq!(ledger(&draft).total, taxed.estimate.options[0].ledger.total);
    }

    /// Without tax an amount off, and a fee that is taken off, are no more and no less than that, as far as there is as much to
    /// pay.
    #[test]
    fn an_amount_off_is_taken_once((draft, _, _) in sold_singly(), off in 0..200_000_i64, of_plan in 0..200_000_i64) {
        let amount = |minor: i64| format!("${}.{:02}", minor / 100, minor % 100);
        let before = ledger(&draft);
        let fee = before.heading(Heading::Consultation).typical.minor();
        let to_pay = before.total.typical.minor() - fee;
        let mut with = draft.clone();
        with.options[0].lines[0].discount = amount(off);
        (with.discount, with.fee_credited) = (amount(of_plan), true);
        let after = ledger(&with);
        prop_assert_eq!(after.total.typical.minor(), fee + (to_pay - off - of_plan - fee).max(0));
        // Nothing is taken off later while there is still something to pay.
        let mut is_used_up = false;
        for entry in after.entries.iter().filter(|entry| entry.heading != Heading::Consultation) {
            prop_assert!(!is_used_up || entry.off().typical == Money::ZERO, "{entry:?}");
            is_used_up |= entry.net().typical > Money::ZERO;
        }
    }

    #[test]
    fn a_package_that_costs_no_more_than_its_sessions_never_raises_the_total((draft, sessions, price) in sold_singly()) {
        let most = i64::from(sessions) * 10_000;
        let (single, packed) = (ledger(&draft), ledger(&with_package(&draft, sessions, price.min(most))));
        prop_assert!(packed.total.typical <= single.total.typical);
        let same = ledger(&with_package(&draft, sessions, most));
        prop_assert_eq!(same.total, single.total, "at the price of its sessions it changes nothing");
    }

    /// With upkeep a further session moves it on, and the last of it out of the horizon; so there is none here.
    #[test]
    fn a_further_session_costs_more_unless_it_completes_a_package((draft, sessions, price) in sold_singly()) {
        let fewer = with_package(&draft, sessions, price);
        let mut more = fewer.clone();
        let line = &mut more.options[0].lines[0];
        line.sessions += 1;
        let (completed, units) = (line.sessions.is_multiple_of(sessions), line.units);
        line.add_ons.clear();
        let mut plain = fewer.clone();
        plain.options[0].lines[0].add_ons.clear();
        let difference = ledger(&more).total.typical.minor() - ledger(&plain).total.typical.minor();
        let session = times(10_000, units);
        let expected = if completed { times(price, units) - i64::from(sessions - 1) * session } else { session };
        prop_assert_eq!(difference, expected);
    }
}
