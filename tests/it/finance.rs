//! Instalments and rates against published examples, and what holds for every credit.

use collagen_ledger::finance::{Credit, Deposit, Instalment, RateKind, Repayment, annual_rate};
use collagen_ledger::units::{Currency, Money, Percent};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// An amount of two decimals.
fn money(text: &str) -> Money {
    Money::parse(text, Currency::USD).expect("an amount")
}

fn percent(text: &str) -> Percent {
    Percent::parse(text, 100).expect("a percentage")
}

fn credit(rate: &str, kind: RateKind, months: u32) -> Credit {
    Credit { rate: percent(rate), kind, months, first: 1, fee: Money::ZERO }
}

fn repay(credit: Credit, price: &str) -> Repayment {
    credit.repay(money(price), Money::ZERO).expect("something to repay")
}

#[test]
fn instalments_are_those_of_published_examples() {
    use RateKind::{Effective, Nominal};
    let check = |source: &str, price, rate, kind, months, instalment: &str| {
        let found = repay(credit(rate, kind, months), price);
        assert_eq!(found.instalment, money(instalment), "{source}");
        assert_eq!(found.instalments, months, "{source}");
    };
    check("Microsoft Excel, PMT, first example", "10000", "8", Nominal, 10, "1037.03");
    check("Claris FileMaker Pro, PMT, example 1", "21000", "6.9", Nominal, 48, "501.90");
    // Official representative examples of UK lenders: the rate is an effective one, and equals the APR.
    check("MoneySavingExpert, The AA, members", "16000", "3", Effective, 36, "465.01");
    check("MoneySavingExpert, The AA", "16000", "3.1", Effective, 36, "465.70");
    check("MoneySavingExpert, The AA, August 2016", "16000", "5.8", Effective, 36, "484.23");
    check("MoneySavingExpert, Admiral, 3 years at 3.4 %", "6000", "3.4", Effective, 36, "175.41");
    check("MoneySavingExpert, Admiral, 3 years at 6.7 %", "3700", "6.7", Effective, 36, "113.41");
    check("MoneySavingExpert, Admiral, 3 years at 8.2 %", "3700", "8.2", Effective, 36, "115.79");
    check("MoneySavingExpert, Admiral, 3 years at 10.5 %", "2500", "10.5", Effective, 36, "80.70");
    check("MoneySavingExpert, Admiral, 3 years at 11.5 %", "2000", "11.5", Effective, 36, "65.42");
    check("MoneySavingExpert, Admiral, 3 years at 13.2 %", "2000", "13.2", Effective, 36, "66.87");
    check("Excite Money UK, 4 years at 6.3 %", "10000", "6.3", Effective, 48, "235.42");
}

#[test]
fn rates_are_those_of_published_examples() {
    let equal = |count: u32, amount: &str| (1..=count).map(|month| (month, money(amount))).collect::<Vec<_>>();
    let found = |amount: &str, payments: &[(u32, Money)]| annual_rate(money(amount), payments).expect("a rate");
    let nominal = |source: &str, payments: &[(u32, Money)], expected: &str| {
        let rate = Percent::round(found("5000", payments).nominal, 2);
        assert_eq!(rate, Some(percent(expected)), "Regulation Z, appendix J, example {source}");
    };
    let with = |first: &str, last: &str| {
        let mut payments = equal(24, "230");
        (payments[0].1, payments[23].1) = (money(first), money(last));
        payments
    };
    nominal("(c)(1)(i)", &with("230", "230"), "9.69");
    nominal("(c)(2)(i)", &with("250", "230"), "10.08");
    nominal("(c)(3)(i)", &with("230", "280"), "10.50");
    nominal("(c)(4)(i)", &with("250", "280"), "10.90");
    let yearly = [(12, money("600")), (24, money("600"))];
    let third = found("1000", &yearly).effective.round_dp_with_strategy(7, rust_decimal::RoundingStrategy::ToZero);
    assert_eq!(third, Decimal::new(1_306_623, 7), "directive 98/7/EC, annex III, third example");
    assert_eq!(Percent::round(third, 1), Some(percent("13.1")), "as it is rounded there");
    // It gives 0.08515404566, which its own iteration ends within a millionth of the rate.
    let thirty_years = Percent::round(found("35000", &equal(360, "269.50")).nominal, 2);
    assert_eq!(thirty_years, Some(percent("8.52")), "Adobe FormCalc, Apr, first example");
    // What UK lenders quote: the rate typed is the APR, whatever is typed.
    for rate in ["3", "5.8", "11.5", "29.9", "49.9"] {
        let repayment = repay(credit(rate, RateKind::Effective, 36), "2000");
        assert_eq!(repayment.effective, Some(percent(rate)), "{rate} %");
    }
}

#[test]
fn a_nominal_rate_is_a_higher_effective_one_and_a_fee_makes_both_dearer() {
    // (1 + 0.12 / 12)^12 = 1.1268…
    let plain = repay(credit("12", RateKind::Nominal, 24), "5000");
    assert_eq!((plain.nominal, plain.effective), (Some(percent("12")), Some(percent("12.7"))));
    let with_fee = repay(Credit { fee: money("100"), ..credit("12", RateKind::Nominal, 24) }, "5000");
    assert_eq!(with_fee.financed, money("5100"));
    assert_eq!(with_fee.credit, money("5000"));
    assert!(with_fee.effective > plain.effective && with_fee.cost_of_credit > plain.cost_of_credit + money("100"));
}

#[test]
fn a_rate_of_zero_is_equal_instalments_and_costs_nothing() {
    let check = |price, months, instalment, last| {
        let found = repay(credit("", RateKind::Effective, months), price);
        let expected = (money(instalment), money(last), Money::ZERO, Some(Percent::ZERO));
        assert_eq!((found.instalment, found.last_instalment, found.cost_of_credit, found.effective), expected);
    };
    check("1200", 12, "100", "100");
    check("1000", 3, "333.33", "333.34");
    check("2000", 3, "666.67", "666.66");
}

#[test]
fn what_cannot_be_worked_out_has_no_figure() {
    let terms = credit("10", RateKind::Nominal, 12);
    assert_eq!(terms.repay(money("100"), money("100")), None, "nothing is left to pay");
    assert!(terms.table(money("100"), money("100"), jiff::civil::date(2027, 3, 1)).is_empty());
    assert_eq!(annual_rate(money("100"), &[(1, money("99"))]), None, "less than was lent");
    // A fee of a thousand times the credit: the figure would have six digits, so there is none.
    let usury = Credit { fee: money("10000"), ..terms };
    let found = repay(usury, "10");
    assert_eq!((found.effective, found.nominal), (None, None));
    assert_eq!(found.total_repayable, found.credit + found.cost_of_credit);
    // Five cents over ten years: five instalments of a cent rather than a hundred and twenty of nothing.
    assert_eq!(repay(credit("0", RateKind::Nominal, 120), "0.05").instalments, 5);
}

#[test]
fn a_deposit_is_part_of_the_price() {
    let check = |deposit: Deposit, price: &str, due: &str| assert_eq!(deposit.of(money(price)), money(due));
    check(Deposit::None, "100", "0");
    check(Deposit::Percent(percent("10")), "1749.95", "175.00");
    check(Deposit::Percent(percent("100")), "0.01", "0.01");
    check(Deposit::Amount(money("100")), "1750", "100");
    check(Deposit::Amount(money("100")), "60", "60");
}

#[test]
fn instalments_fall_due_on_the_same_day_of_each_month() {
    let table = credit("9.9", RateKind::Nominal, 4).table(money("400"), money("40"), jiff::civil::date(2027, 1, 31));
    let days: Vec<String> = table.iter().map(|row| row.date.to_string()).collect();
    assert_eq!(days, ["2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
}

#[test]
fn a_first_instalment_that_is_due_later_bears_interest_from_the_beginning() {
    let later = |rate, months, first| Credit { first, ..credit(rate, RateKind::Nominal, months) };
    let table = later("12", 3, 4).table(money("1000"), Money::ZERO, jiff::civil::date(2027, 1, 31));
    let rows: Vec<String> = table
        .iter()
        .map(|row| {
            let shown = [row.instalment, row.interest, row.principal, row.balance].map(|of| of.to_plain(Currency::USD));
            format!("{} {} {}", row.number, row.date, shown.join(" "))
        })
        .collect();
    // 1,000 are 1,030.30 after three months at 1 %, which three instalments of 350.32 repay; the first bears four months' interest.
    assert_eq!(
        rows,
        [
            "1 2027-05-31 350.32 40.60 309.72 690.28",
            "2 2027-06-30 350.32 6.90 343.42 346.86",
            "3 2027-07-31 350.33 3.47 346.86 0.00",
        ]
    );
    let found = repay(later("12", 3, 4), "1000");
    assert_eq!((found.nominal, found.cost_of_credit), (Some(percent("12")), money("50.97")));
    assert_eq!(repay(later("0", 3, 4), "900").cost_of_credit, Money::ZERO, "nothing is charged for waiting");
}

prop_compose! {
    fn any_credit()(
        thousandths in 0_u32..=100_000, effective in any::<bool>(), months in Credit::MONTHS, fee in 0_i64..50_000,
        first in prop_oneof![Just(1), Credit::FIRST],
    ) -> Credit {
        let kind = if effective { RateKind::Effective } else { RateKind::Nominal };
        let rate = percent(&Decimal::new(i64::from(thousandths), 3).to_string());
        Credit { rate, kind, months, first, fee: Money::from_minor(fee) }
    }
}

fn sum(table: &[Instalment], of: impl Fn(&Instalment) -> Money) -> Money {
    table.iter().map(of).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_table_adds_up_and_ends_at_zero(terms in any_credit(), price in 1_i64..5_000_000, deposit in 0_i64..1_000) {
        let (price, deposit) = (Money::from_minor(price), Money::from_minor(deposit.min(price - 1)));
        let table = terms.table(price, deposit, jiff::civil::date(2027, 3, 1));
        let found = terms.repay(price, deposit).expect("something to repay");
        prop_assert_eq!(sum(&table, |row| row.instalment), found.total_repayable);
        prop_assert_eq!(sum(&table, |row| row.principal), found.financed);
        prop_assert_eq!(found.financed, price - deposit + terms.fee);
        prop_assert_eq!(sum(&table, |row| row.interest) + terms.fee, found.cost_of_credit);
        prop_assert_eq!(found.cash_price + found.cost_of_credit, found.deposit + found.total_repayable);
        let mut balance = found.financed;
        for row in &table {
            prop_assert_eq!(row.interest + row.principal, row.instalment);
            balance = balance - row.principal;
            prop_assert_eq!(row.balance, balance);
            prop_assert!(row.instalment > Money::ZERO && row.interest >= Money::ZERO);
            prop_assert!(row.principal >= Money::ZERO || row.number == 1 && terms.first > 1);
        }
        prop_assert_eq!(balance, Money::ZERO);
        let (last, others) = table.split_last().expect("an instalment");
        prop_assert!(others.iter().all(|row| row.instalment == found.instalment));
        prop_assert_eq!((last.instalment, last.number), (found.last_instalment, found.instalments));
        prop_assert!(found.instalments <= terms.months && found.cost_of_credit >= terms.fee);
        let parts = found.instalment.minor() * i64::from(found.equal_instalments());
        let rest = if found.equal_instalments() == found.instalments { 0 } else { found.last_instalment.minor() };
        prop_assert_eq!(parts + rest, found.total_repayable.minor());
    }

    #[test]
    fn a_longer_credit_at_the_same_rate_is_never_cheaper(terms in any_credit(), price in 1_i64..5_000_000) {
        let longer = Credit { months: (terms.months + 1).min(*Credit::MONTHS.end()), ..terms };
        let cost = |terms: Credit| terms.repay(Money::from_minor(price), Money::ZERO).expect("a credit").cost_of_credit;
        prop_assert!(cost(longer) >= cost(terms));
    }

    #[test]
    fn a_higher_rate_is_never_cheaper_and_its_effective_rate_never_lower(terms in any_credit(), more in 0_u32..50_000) {
        // Enough money for rounding to the cent not to reach a tenth of a percent.
        let price = Money::from_minor(50_000_000);
        let share = terms.rate.as_share() * Decimal::ONE_HUNDRED + Decimal::new(i64::from(more), 3);
        let higher = Credit { rate: percent(&share.min(Decimal::ONE_HUNDRED).to_string()), ..terms };
        let (one, other) = (terms.repay(price, Money::ZERO), higher.repay(price, Money::ZERO));
        let (one, other) = (one.expect("a credit"), other.expect("a credit"));
        prop_assert!(other.cost_of_credit >= one.cost_of_credit);
        prop_assert!(other.effective >= one.effective && other.nominal >= one.nominal);
    }

    #[test]
    fn the_rate_of_the_payments_is_the_rate_they_were_made_with(terms in any_credit()) {
        let terms = Credit { fee: Money::ZERO, ..terms };
        let found = terms.repay(Money::from_minor(100_000_000), Money::ZERO).expect("a credit");
        let typed = Percent::round(terms.rate.as_share(), if terms.kind == RateKind::Effective { 1 } else { 2 });
        let shown = if terms.kind == RateKind::Effective { found.effective } else { found.nominal };
        let apart = (typed.expect("a rate").as_share() - shown.expect("a rate").as_share()).abs();
        // Both are rounded: where the typed rate lies half way, a cent may turn the scale.
        let step = if terms.kind == RateKind::Effective { 3 } else { 4 };
        prop_assert!(apart <= Decimal::new(1, step), "{typed:?} {shown:?}");
        // Interest on interest makes the effective rate the higher one; it is rounded to 0.1 % and the other to 0.01 %.
        let (effective, nominal) = (found.effective.expect("a rate"), found.nominal.expect("a rate"));
        prop_assert!(effective.as_share() + Decimal::new(55, 5) >= nominal.as_share());
    }
}
