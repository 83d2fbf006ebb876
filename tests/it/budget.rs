//! What may be spent: where an option costs more, in words and to the cent.

use crate::plans::{self, CATALOG};
use collagen_ledger::compare::{MeasureId, Value};
use collagen_ledger::document::{Draft, PriceDraft, SpreadText, Upkeep};
use collagen_ledger::estimate::OptionEstimate;
use collagen_ledger::evaluation::Evaluation;
use collagen_ledger::plan::RemarkKind;
use collagen_ledger::units::BudgetPeriod::{self, Month, Plan, Year};
use collagen_ledger::units::{Date, Money, Spread};
use collagen_ledger::wording;
use proptest::prelude::*;

/// Two years: 50 for the consultation, and 300 on 1 and 29 March and 26 April 2027 and on 26 April 2028.
fn draft(amount: &str, period: BudgetPeriod) -> Draft {
    let mut draft = Draft::example(&CATALOG, &CATALOG.concerns[0], jiff::civil::date(2027, 3, 1));
    (draft.horizon_years, draft.consultation_fee) = (2, "50".to_owned());
    draft.options.truncate(1);
    let line = &mut draft.options[0].lines[0];
    (line.sessions, line.spacing_days, line.upkeep) = (3, 28, Upkeep::Every { months: 12 });
    line.price = PriceDraft::Own(SpreadText::of_text("300"));
    line.discount.clear();
    (draft.budget, draft.budget_period) = (amount.to_owned(), period);
    draft
}

#[test]
fn where_an_option_costs_more_than_there_is_is_said_to_the_cent() {
    let check = |amount: &str, period: BudgetPeriod, expected: &[&str]| {
        let evaluation = Evaluation::of(&draft(amount, period), &CATALOG).unwrap();
        let remarks = evaluation.estimate.options.iter().flat_map(|option| &option.remarks);
        let over = remarks.filter(|remark| matches!(remark.kind, RemarkKind::OverBudget { .. }));
        assert_eq!(over.map(wording::remark).collect::<Vec<_>>(), expected, "{amount} for {period:?}");
    };
    check("", Plan, &[]);
    check("0", Year, &[]);
    check("1250", Plan, &[]);
    check("1249.99", Plan, &["Costs $0.01 more than the budget of $1,249.99, which is exceeded on 26 Apr 2028"]);
    check("600", Plan, &["Costs $650 more than the budget of $600, which is exceeded on 29 Mar 2027"]);
    check("950", Year, &[]);
    check("900", Year, &["Year 1 costs $50 more than the budget of $900 a year"]);
    check("250", Year, &["2 years cost more than the budget of $250 a year, the most in year 1: $700 more"]);
    check("650", Month, &[]);
    check("350", Month, &["What $350 a month puts aside falls short from 29 Mar 2027 on, by $300 at most"]);
    check("300", Month, &["What $300 a month puts aside falls short from 1 Mar 2027 on, by $350 at most"]);
}

/// What has been paid before a day.
fn paid_before(option: &OptionEstimate, day: Date) -> i64 {
    let paid = option.ledger.entries.iter().filter(|entry| entry.date < day);
    paid.map(|entry| entry.amount.typical.minor()).sum()
}

/// By how much an option is over, month by month or year by year, by the calendar and nothing else.
fn most_over(draft: &Draft, option: &OptionEstimate) -> i64 {
    let amount = draft.budget().map_or(i64::MAX, |budget| budget.amount.minor());
    let total: i64 = option.ledger.entries.iter().map(|entry| entry.amount.typical.minor()).sum();
    let start = |months: u32| draft.start.saturating_add(jiff::Span::new().months(i64::from(months)));
    let months = 12 * draft.horizon_years;
    let until = |month: u32| if month == months { total } else { paid_before(option, start(month)) };
    match draft.budget_period {
        Plan => total.saturating_sub(amount),
        Year => {
            let years = (0..draft.horizon_years).map(|year| until(12 * (year + 1)) - until(12 * year));
            years.map(|spent| spent.saturating_sub(amount)).max().unwrap_or_default()
        }
        Month => {
            let aside = |month: u32| amount.saturating_mul(i64::from(month));
            (1..=months).map(|month| until(month).saturating_sub(aside(month))).max().unwrap_or_default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn an_option_is_said_to_cost_too_much_exactly_if_it_does(plan in plans::plan()) {
        let evaluation = Evaluation::of(&plan, &CATALOG).unwrap();
        let row = evaluation.comparison.rows.iter().find(|row| row.measure.id == MeasureId::OverBudget);
        prop_assert_eq!(row.is_some(), plan.budget().is_some(), "{:?}", plan.budget());
        for (at, option) in evaluation.estimate.options.iter().enumerate() {
            let said = option.remarks.iter().find_map(|remark| match remark.kind {
                RemarkKind::OverBudget { over, .. } => Some(over),
                _ => None,
            });
            let over = most_over(&plan, option);
            prop_assert_eq!(said, (over > 0).then(|| Money::from_minor(over)), "{:?}", plan.budget());
            let compared = row.map(|row| row.values[at]);
            let expected = row.map(|_| Value::Money(Spread::of(Money::from_minor(over.max(0)))));
            prop_assert_eq!(compared, expected, "in the comparison, {:?}", plan.budget());
        }
    }
}
