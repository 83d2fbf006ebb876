//! Values of the price list, and what other prices change.

use super::figures::{date, money_exact, percent, spread};
use crate::catalog::Basis;
use crate::evaluation::OptionEffect;
use crate::locale::tr;
use crate::overlay::{Quantity, Value};
use crate::price_list::{Known, Standing};
use crate::units::{Currency, Money, Spread, TaxMode};

/// A value of the price list: `$350 ($200–$500)`, `3 (3–4)`, `28`, `19%`.
pub fn listed_value(value: Value, quantity: &Quantity) -> String {
    match (value, quantity) {
        (Value::Money(amount), quantity) => match quantity.currency() {
            Some(currency) => spread(amount, currency),
            None => amount.typical.minor().to_string(),
        },
        (Value::Count(count), _) if count.low == count.high => count.typical.to_string(),
        (Value::Count(count), _) => format!("{} ({}–{})", count.typical, count.low, count.high),
        (Value::Percent(rate), _) => percent(rate),
        (Value::Tax(TaxMode::Included), _) => tr!("yes").to_owned(),
        (Value::Tax(TaxMode::OnTop), _) => tr!("no").to_owned(),
    }
}

/// Who says so: `clinic's own, since 1 January 2027`, `seed, COST-03, P01`, `placeholder, P15`.
pub fn listed_origin(known: &Known) -> String {
    let since = known.from.map(|from| tr!("since {date}", date = date(from)));
    let refs = known.refs.iter().map(ToString::to_string);
    [known.basis.label().to_owned()].into_iter().chain(since).chain(refs).collect::<Vec<_>>().join(", ")
}

/// What a reset would give: `back to $350 ($200–$500), seed`; none where there is nothing to reset.
pub fn listed_reset(standing: &Standing) -> Option<String> {
    standing.can_reset.then(|| match &standing.after_reset {
        Some(known) => {
            let value = listed_value(known.value, &standing.quantity);
            let whose =
                if known.basis == Basis::Clinic { tr!("the clinic's for a wider case") } else { known.basis.label() };
            tr!("back to {value}, {whose}", value, whose)
        }
        None => tr!("back to nothing").to_owned(),
    })
}

/// A typical difference with its sign, to the cent: `+$450.00`, `−$450.00`, `±$0.00`.
pub fn signed_money(amount: Money, currency: Currency) -> String {
    let sign = match amount.minor() {
        0 => "±",
        1.. => "+",
        _ => "",
    };
    format!("{sign}{}", money_exact(amount, currency))
}

/// What an option costs before and after: `$3,150.00 → $2,700.00`, with a dash for what is not known.
pub fn effect_totals(option: &OptionEffect, currency: Currency) -> String {
    let total =
        |total: Option<Spread<Money>>| total.map_or("–".to_owned(), |total| money_exact(total.typical, currency));
    format!("{} → {}", total(option.before), total(option.after))
}
