//! How many pages a sheet takes: every worked example three at most, with a letterhead too, and its money one.

use super::handout::{clinic, logo};
use super::made;
use collagen_ledger::catalog::Catalog;
use collagen_ledger::clinic::Clinic;
use collagen_ledger::document::{CreditDraft, DepositDraft, Draft, PackageDraft};
use collagen_ledger::finance::RateKind;
use collagen_ledger::locale::{self, Locale};
use collagen_ledger::report::sheet::{Audience, Document, Handout, Paper, Sheet};
use collagen_ledger::units::{Spread, TaxMode};

/// The pages of a plan's sheet as it is usual in a country.
fn count(country: &str, concern: &str, audience: Audience, clinic: Option<&Clinic>, change: fn(&mut Draft)) -> usize {
    locale::with(Locale::of(country).unwrap(), || {
        made(concern, |draft, _| change(draft)).with(|sheet| {
            let sheet = Sheet { paper: Paper::of_country(), ..sheet };
            let logo = clinic.map(|_| logo());
            Document::of(&Handout { audience, clinic, logo: logo.as_ref(), ..Handout::from(sheet) })
                .unwrap()
                .page_count()
        })
    })
}

/// Every worked example, with a letterhead. The tests are several, so that they run beside each other.
fn check_examples(country: &str, audience: Audience, most: usize) {
    let (mut longer, clinic) = (Vec::new(), clinic());
    for concern in &Catalog::built_in().concerns {
        let pages = count(country, concern.id.as_str(), audience, Some(&clinic), |_| {});
        if pages > most {
            longer.push(format!("{} in {country}, {audience:?}: {pages}", concern.id));
        }
    }
    assert!(longer.is_empty(), "{longer:#?}");
}

// The shorter paper, and the longer texts; elsewhere there is more room.

#[test]
fn every_worked_example_takes_three_pages_with_a_letterhead_on_the_shorter_paper() {
    check_examples("us", Audience::Client, 3);
}

#[test]
fn every_worked_example_takes_three_pages_with_a_letterhead_in_the_longer_language() {
    check_examples("de", Audience::Client, 3);
}

#[test]
fn the_money_of_every_worked_example_takes_one_page_on_the_shorter_paper() {
    check_examples("us", Audience::Money, 1);
}

#[test]
fn the_money_of_every_worked_example_takes_one_page_in_the_longer_language() {
    check_examples("de", Audience::Money, 1);
}

/// Four options with a fee, a package, two discounts, tax, growth, a deposit, a credit and long names.
pub(super) fn everything(draft: &mut Draft) {
    (draft.consultation_fee, draft.tax, draft.tax_mode) = ("60".to_owned(), "19".to_owned(), TaxMode::Included);
    (draft.discount, draft.price_growth) = ("5".to_owned(), "2.5".to_owned());
    draft.reference = "Müller, 4711".to_owned();
    draft.deposit = DepositDraft::Percent("20".to_owned());
    let rate = "9.9".to_owned();
    draft.credit = Some(CreditDraft { rate, kind: RateKind::Effective, months: 24, first: 1, fee: "25".to_owned() });
    let line = &mut draft.options[0].lines[0];
    line.area = "both cheeks and temples".to_owned();
    line.package = PackageDraft::Own { sessions: 3, price: Spread::of_text("899.99") };
    draft.options[2].lines[0].discount = "10".to_owned();
}

const COUNTRIES: [&str; 4] = ["us", "uk", "de", "australia"];

#[test]
fn a_plan_with_all_that_money_knows_takes_four_pages() {
    for country in COUNTRIES {
        let pages = count(country, "acne-scars", Audience::Client, None, everything);
        assert!(pages <= 4, "{country}: {pages} pages");
    }
}

#[test]
fn the_money_of_a_plan_with_all_that_money_knows_takes_one_page() {
    for country in COUNTRIES {
        assert_eq!(count(country, "acne-scars", Audience::Money, None, everything), 1, "{country}");
    }
}
