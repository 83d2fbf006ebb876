//! What speaks for a choice, in sentences. They show and recommend nothing.

use super::figures::{money, share};
use super::plan::{line_name, option_mark, option_title};
use super::price_unit;
use crate::catalog::Catalog;
use crate::compare::{Beaten, Turn};
use crate::decide::{Standing, Threshold};
use crate::estimate::Estimate;
use crate::locale::tr;
use crate::plan::Plan;
use crate::units::{Currency, Money};

/// For which worths of a year of full improvement an option is the best on average, in few words.
pub fn standing_brief(standing: Standing, estimate: &Estimate) -> String {
    let title = |at: usize| option_title(&estimate.options[at]);
    match standing {
        Standing::Frontier { from, to } => worths(from, to, estimate.currency),
        Standing::SameAs(other) => tr!("as {option}", option = title(other)),
        Standing::Dominated(_) | Standing::Mixture(..) => tr!("never").to_owned(),
    }
}

/// How an option stands on average, without amounts.
pub fn standing_name(standing: Standing, estimate: &Estimate) -> String {
    let mark = |at: usize| option_mark(&estimate.options[at]);
    match standing {
        Standing::Frontier { .. } => tr!("best").to_owned(),
        Standing::SameAs(other) => tr!("as {option}", option = mark(other)),
        Standing::Dominated(other) => tr!("below {option}", option = mark(other)),
        Standing::Mixture(one, other) => {
            tr!("below a mixture of {one} and {other}", one = mark(one), other = mark(other))
        }
    }
}

/// The same as a sentence.
pub fn standing(standing: Standing, estimate: &Estimate) -> String {
    let title = |at: usize| option_title(&estimate.options[at]);
    match standing {
        Standing::Frontier { from: Money::ZERO, to: None } => {
            tr!("The best on average, whatever a year of full improvement is worth").to_owned()
        }
        Standing::Frontier { from, to } if to.is_some_and(|to| to < from) => {
            tr!("Never better on average than the next cheaper and the next dearer option").to_owned()
        }
        Standing::Frontier { from, to } => {
            let worths = worths(from, to, estimate.currency);
            tr!("The best on average if a year of full improvement is worth {worths}", worths)
        }
        Standing::SameAs(other) => tr!("Costs and achieves the same as {option}", option = title(other)),
        Standing::Dominated(other) => {
            tr!("On average {option} costs no more and achieves no less", option = title(other))
        }
        Standing::Mixture(one, other) => tr!(
            "A mixture of {one} and {other} would be better on average, which nobody can buy: it is a choice all the same",
            one = title(one),
            other = title(other),
        ),
    }
}

/// A range of worths: `up to $2,400`, `$2,400 to $3,100`, `$3,100 or more`, `any amount`.
fn worths(from: Money, to: Option<Money>, currency: Currency) -> String {
    let [low, high] = [from, to.unwrap_or(from)].map(|amount| money(amount, currency));
    match to {
        None if from == Money::ZERO => tr!("any amount").to_owned(),
        None => tr!("{low} or more", low),
        Some(to) if to < from => tr!("never").to_owned(),
        Some(_) if from == Money::ZERO => tr!("up to {high}", high),
        Some(_) => tr!("{low} to {high}", low, high),
    }
}

/// That another option costs no more and achieves no less.
pub fn beaten(beaten: Beaten, estimate: &Estimate) -> String {
    let (option, draws) = (option_title(&estimate.options[beaten.by]), share(beaten.share));
    let said = tr!("{option} costs no more and achieves no less, in {draws} of draws", option, draws);
    if beaten.by_placeholder { tr!("{said}; a placeholder price decides it", said) } else { said }
}

/// What choosing an option costs on average: `choosing A when another would have been better costs $180 on average`.
pub fn expected_loss(loss: Money, at: usize, estimate: &Estimate) -> String {
    let (option, amount) = (option_mark(&estimate.options[at]), money(loss, estimate.currency));
    tr!("Choosing {option} when another would have been better costs {amount} on average", option, amount)
}

/// At which price of a treatment an option becomes the better buy than another: `B becomes the better buy than A below
/// $410 a session of needling`. Without a worth of a result the cheaper one is meant.
pub fn turn(turn: &Turn, plan: &Plan, estimate: &Estimate, catalog: &Catalog) -> String {
    let typed = &plan.options[turn.at];
    let line = &typed[turn.line];
    let [option, rival] = [turn.at, turn.over].map(|at| option_mark(&estimate.options[at]));
    let what = line_name(catalog, line);
    let unit = match turn.package {
        Some(sessions) => tr!("a package of {sessions} sessions", sessions),
        None => tr!("a {unit}", unit = price_unit(line.unit)),
    };
    let amount = |minor: i64| money(Money::from_minor(minor), estimate.currency);
    let prices = match turn.holds {
        Threshold::Nowhere => tr!("at no price").to_owned(),
        Threshold::Everywhere => tr!("at every price").to_owned(),
        // The first price at which it no longer holds.
        Threshold::UpTo(price) => tr!("below {price} {unit}", price = amount(price.saturating_add(1)), unit),
        Threshold::From(price) => tr!("from {price} {unit} on", price = amount(price), unit),
        Threshold::Between(low, high) => {
            tr!("between {low} and {high} {unit}", low = amount(low), high = amount(high), unit)
        }
    };
    if turn.by_worth {
        tr!("{option} is on average a better buy than {rival} {prices} of {what}", option, rival, prices, what)
    } else {
        tr!("{option} costs less than {rival} {prices} of {what}", option, rival, prices, what)
    }
}
