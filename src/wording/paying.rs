//! Deposit, instalments and what a credit costs. An instalment is never said without how many there are.

use super::figures::{money_exact, percent};
use crate::finance::{Credit, RateKind, Repayment};
use crate::locale::{self, CreditRate, tr, trn};
use crate::units::Currency;

/// A figure of a credit: its value, and what stands below that where there is room for two lines.
pub type CreditFigure = fn(&Repayment, Currency) -> (String, Option<String>);

/// What a credit comes to, in the order of reading, each figure with its name.
pub fn credit_figures() -> [(&'static str, CreditFigure); 5] {
    [
        (tr!("Amount of credit"), |repayment, currency| (money_exact(repayment.credit, currency), None)),
        (tr!("Monthly instalments"), instalments),
        (tr!("Total repayable"), |repayment, currency| (money_exact(repayment.total_repayable, currency), None)),
        (tr!("Cost of credit"), |repayment, currency| (money_exact(repayment.cost_of_credit, currency), None)),
        (annual_rate_name(), |repayment, _| (annual_rate(repayment), None)),
    ]
}

/// A figure on one line: `24 × $80.50`, or `23 × $80.50, then $80.41`.
pub fn on_one_line((value, below): (String, Option<String>)) -> String {
    match below {
        Some(below) => format!("{value}, {below}"),
        None => value,
    }
}

/// The equal instalments, and the last one if it differs: `23 × $80.50` and `then $80.41`.
fn instalments(repayment: &Repayment, currency: Currency) -> (String, Option<String>) {
    let (count, instalment) = (repayment.equal_instalments(), money_exact(repayment.instalment, currency));
    let last = money_exact(repayment.last_instalment, currency);
    let differs = count < repayment.instalments;
    (format!("{count} × {instalment}"), differs.then(|| tr!("then {last}", last)))
}

/// What the rate is called by which a country states the cost of credit.
fn annual_rate_name() -> &'static str {
    locale::text(&locale::current().pack.credit_rate_word)
}

/// The rate of a repayment by which a country states the cost of credit, always with a decimal: `10.4%`, `12.0%`.
fn annual_rate(repayment: &Repayment) -> String {
    let rate = match locale::current().pack.credit_rate {
        CreditRate::Effective => repayment.effective,
        CreditRate::Nominal => repayment.nominal,
    };
    let Some(rate) = rate else { return tr!("above 1,000%").to_owned() };
    let plain = rate.to_string();
    let plain = plain.trim_end_matches('%');
    let decimal = if plain.contains('.') { "" } else { ".0" };
    locale::current().pack.percentage(&format!("{plain}{decimal}"))
}

/// The terms of a credit in a sentence; in two where its first instalment is due later than after a month.
pub fn credit_terms(credit: &Credit, currency: Currency) -> String {
    let terms = usual_terms(credit, currency);
    let first = credit.first;
    match (first, credit.rate.is_zero()) {
        (1, _) => terms,
        (_, true) => {
            let later =
                trn!(first, "The first is due after {first} month.", "The first is due after {first} months.", first);
            format!("{terms} {later}")
        }
        (_, false) => {
            let later = trn!(
                first,
                "The first is due after {first} month; interest runs from the beginning.",
                "The first is due after {first} months; interest runs from the beginning.",
                first
            );
            format!("{terms} {later}")
        }
    }
}

/// The terms of a credit whose first instalment is due after a month.
fn usual_terms(credit: &Credit, currency: Currency) -> String {
    let Credit { rate, kind, months, fee, .. } = *credit;
    let (rate, fee) = (percent(rate), money_exact(fee, currency));
    match (kind, credit.fee.minor()) {
        (RateKind::Nominal, 0) => trn!(
            months,
            "{months} monthly instalment at a nominal rate of {rate} a year, no fee.",
            "{months} monthly instalments at a nominal rate of {rate} a year, no fee.",
            months,
            rate
        ),
        (RateKind::Effective, 0) => trn!(
            months,
            "{months} monthly instalment at an effective rate of {rate} a year, no fee.",
            "{months} monthly instalments at an effective rate of {rate} a year, no fee.",
            months,
            rate
        ),
        (RateKind::Nominal, _) => trn!(
            months,
            "{months} monthly instalment at a nominal rate of {rate} a year; a fee of {fee} is repaid with the credit.",
            "{months} monthly instalments at a nominal rate of {rate} a year; a fee of {fee} is repaid with the credit.",
            months,
            rate,
            fee,
        ),
        (RateKind::Effective, _) => trn!(
            months,
            "{months} monthly instalment at interest of {rate} a year, interest on interest included and the fee not; \
             a fee of {fee} is repaid with the credit.",
            "{months} monthly instalments at interest of {rate} a year, interest on interest included and the fee not; a \
             fee of {fee} is repaid with the credit.",
            months,
            rate,
            fee,
        ),
    }
}

/// How a rate is meant, as shown.
pub fn rate_kind(kind: RateKind) -> &'static str {
    match kind {
        RateKind::Nominal => tr!("Nominal"),
        RateKind::Effective => tr!("Effective"),
    }
}
