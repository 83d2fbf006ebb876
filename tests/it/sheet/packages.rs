//! Packages, two discounts, tax on top and in prices, and areas on paper: named, and added up to the cent.

use super::{Made, add_line, check, made};
use collagen_ledger::document::{LineTax, PackageDraft};
use collagen_ledger::report::sheet::Paper;
use collagen_ledger::units::{Spread, TaxMode};

/// Needling in packages of 3 at 899.99 with 7 % off, and a plan with 5 % off and a fee of 49.99.
fn plan(tax: &str, mode: TaxMode, own: LineTax) -> Made {
    made("acne-scars", |draft, catalog| {
        draft.options.truncate(1);
        (draft.tax, draft.tax_mode, draft.discount) = (tax.to_owned(), mode, "5".to_owned());
        draft.consultation_fee = "49.99".to_owned();
        let line = &mut draft.options[0].lines[0];
        line.package = PackageDraft::Own { sessions: 3, price: Spread::of_text("899.99") };
        (line.discount, line.area, line.tax) = ("7".to_owned(), "both cheeks".to_owned(), own);
        add_line(draft, catalog, 0, "tca-cross", |line| line.start_day = 400);
    })
}

#[test]
fn a_package_is_a_row_of_its_own_and_both_discounts_are_one_column() {
    let made = plan("8.875", TaxMode::OnTop, LineTax::Plan);
    let has = [
        "Microneedling (both cheeks), package of 3 sessions",
        "5% off everything but the consultation, after other discounts",
        "8.875% tax added",
        "consultation $49.99 before tax",
        // 899.99 − 63.00 (7 %) − 41.85 (5 % of 836.99), and 8.875 % of 795.14 is 70.57.
        "$899.99 −$104.85 $70.57",
    ];
    check(&made, Paper::A4, &has, &["Of which tax"]);
}

#[test]
fn tax_in_prices_has_a_column_that_adds_nothing() {
    let made = plan("19", TaxMode::Included, LineTax::Plan);
    // 795.14 holds 126.955…, which is 126.96.
    let has =
        ["Of which tax", "prices include 19% tax", "consultation $49.99 with tax", "$899.99 −$104.85 $126.96 $795.14"];
    check(&made, Paper::Letter, &has, &["tax added"]);
}

#[test]
fn tax_on_top_and_in_prices_have_a_column_each() {
    let own = LineTax::Own { percent: "19".to_owned(), mode: TaxMode::Included };
    let made = plan("8.875", TaxMode::OnTop, own);
    let has = ["Of which tax", "8.875% tax added, on some lines another one", "$899.99 −$104.85 – $126.96 $795.14"];
    check(&made, Paper::A4, &has, &[]);
    let medical = LineTax::Own { percent: "0".to_owned(), mode: TaxMode::OnTop };
    check(
        &plan("19", TaxMode::Included, medical),
        Paper::A4,
        &["prices include 19% tax, on some lines another one"],
        &[],
    );
}
