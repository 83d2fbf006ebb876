//! What speaks for a choice, in sentences. They show and recommend nothing.

use super::figures::{improvement_years, lasts, money, rough_months, share, two_figures};
use super::plan::{line_name, option_mark, option_title};
use super::{concern_name, price_unit, within};
use crate::catalog::Catalog;
use crate::compare::{Beaten, Turn};
use crate::decide::{Standing, Threshold};
use crate::estimate::Estimate;
use crate::evaluation::{Evaluation, FadeTurn};
use crate::locale::{tr, trn};
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

/// The same to two figures, for a reader who is not to do sums with it.
pub fn standing_rounded(standing: Standing, estimate: &Estimate) -> String {
    let rounded = |amount: Money| two_figures(amount, estimate.currency);
    let standing = match standing {
        Standing::Frontier { from, to } if to.is_none_or(|to| to >= from) => {
            Standing::Frontier { from: rounded(from), to: to.map(rounded) }
        }
        other => other,
    };
    standing_brief(standing, estimate)
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

/// Of a plan for several concerns, which one results are weighed for as a choice.
pub fn weighed_for(plan: &Plan, catalog: &Catalog) -> String {
    let concern = within(concern_name(catalog, &plan.concern));
    tr!("Results are weighed for {concern} here; what else is achieved does not count.", concern)
}

/// For which of a plan's other concerns an option achieves more than the one that it stands behind, a sentence each.
pub fn more_elsewhere<'a>(
    others: impl IntoIterator<Item = &'a Evaluation>,
    (at, behind): (usize, Option<usize>),
    catalog: &Catalog,
) -> Vec<String> {
    let Some(behind) = behind else { return Vec::new() };
    let more = |evaluation: &Evaluation| {
        let [more, less] = evaluation.achieves_more(at, behind)?.map(improvement_years);
        let concern = within(concern_name(catalog, &evaluation.plan.concern));
        let option = option_title(&evaluation.estimate.options[behind]);
        // What rounds to the same is the same to people.
        (more != less).then(|| {
            tr!(
                "For {concern} it achieves more than {option}: {more} improvement-years, not {less}",
                concern,
                option,
                more,
                less
            )
        })
    };
    others.into_iter().filter_map(more).collect()
}

/// How often an option is the best one.
pub fn best_in(share_of_draws: f64) -> String {
    tr!("It is the best in {share} of draws", share = share(share_of_draws))
}

/// What choosing an option costs on average: `choosing A when another would have been better costs $180 on average`.
pub fn expected_loss(loss: Money, at: usize, estimate: &Estimate) -> String {
    let (option, amount) = (option_mark(&estimate.options[at]), money(loss, estimate.currency));
    tr!("Choosing {option} when another would have been better costs {amount} on average", option, amount)
}

/// How soon the result of an option may fade for it to stay the better buy than another: `A is on average a better buy than
/// B if without upkeep two thirds of its peak hold for 14 months or more (typically 22 months)`.
pub fn fade_turn(turn: &FadeTurn, estimate: &Estimate) -> String {
    let [option, rival] = [turn.at, turn.over].map(|at| option_mark(&estimate.options[at]));
    match turn.holds {
        _ if is_everywhere(turn) => {
            tr!("{option} is on average a better buy than {rival} however soon it fades", option, rival)
        }
        Threshold::Nowhere => {
            tr!("{option} is on average no better buy than {rival} however long it holds", option, rival)
        }
        _ => tr!(
            "{option} is on average a better buy than {rival} if without upkeep two thirds of its peak hold {said} \
             (typically {typical})",
            option,
            rival,
            said = how_long(turn),
            typical = lasts(turn.typical),
        ),
    }
}

/// The same where the option is named beside it, and whether it is so now: `now better than B, if it holds for 14 months or
/// more (typically 22 months)`.
pub fn fade_turn_brief(turn: &FadeTurn, is_now: bool, estimate: &Estimate) -> String {
    let rival = option_mark(&estimate.options[turn.over]);
    let (said, typical) = (how_long(turn), lasts(turn.typical));
    if is_now {
        tr!("now better than {rival}, as long as it holds {said} (typically {typical})", rival, said, typical)
    } else {
        tr!("would be better than {rival} if it held {said} (typically {typical})", rival, said, typical)
    }
}

/// Whether an option stays the better buy however soon it fades, as far as figures are said.
fn is_everywhere(turn: &FadeTurn) -> bool {
    match turn.holds {
        Threshold::Everywhere => true,
        Threshold::From(_) => lasts(turn.lasts[0]) == rough_months(0.0),
        Threshold::Nowhere | Threshold::UpTo(_) | Threshold::Between(..) => false,
    }
}

fn how_long(turn: &FadeTurn) -> String {
    let [from, to] = turn.lasts.map(lasts);
    match turn.holds {
        _ if is_everywhere(turn) => tr!("for any time").to_owned(),
        Threshold::Nowhere => tr!("for no time").to_owned(),
        Threshold::Everywhere | Threshold::From(_) => tr!("for {months} or more", months = from),
        Threshold::UpTo(_) => tr!("for {months} or less", months = to),
        Threshold::Between(..) => tr!("for {least} to {most}", least = from, most = to),
    }
}

/// At which price of a treatment an option becomes the better buy than another: `B becomes the better buy than A below
/// $410 a session of needling`. Without a worth of a result the cheaper one is meant.
pub fn turn(turn: &Turn, plan: &Plan, estimate: &Estimate, catalog: &Catalog) -> String {
    let [option, rival] = [turn.at, turn.over].map(|at| option_mark(&estimate.options[at]));
    let (prices, what) = prices(turn, plan, estimate, catalog);
    if turn.by_worth {
        tr!("{option} is on average a better buy than {rival} {prices} of {what}", option, rival, prices, what)
    } else {
        tr!("{option} costs less than {rival} {prices} of {what}", option, rival, prices, what)
    }
}

/// The same where the option is named beside it, and whether it is so now: `would be better than B below $410 a session of
/// needling`.
pub fn turn_brief(turn: &Turn, is_now: bool, plan: &Plan, estimate: &Estimate, catalog: &Catalog) -> String {
    let rival = option_mark(&estimate.options[turn.over]);
    let (prices, what) = prices(turn, plan, estimate, catalog);
    match (turn.by_worth, is_now) {
        (true, true) => tr!("now better than {rival}, {prices} of {what}", rival, prices, what),
        (true, false) => tr!("would be better than {rival} {prices} of {what}", rival, prices, what),
        (false, true) => tr!("now cheaper than {rival}, {prices} of {what}", rival, prices, what),
        (false, false) => tr!("would be cheaper than {rival} {prices} of {what}", rival, prices, what),
    }
}

/// The prices at which a choice turns, and of what.
fn prices(turn: &Turn, plan: &Plan, estimate: &Estimate, catalog: &Catalog) -> (String, String) {
    let line = &plan.options[turn.at][turn.line];
    let unit = match turn.package {
        Some(sessions) => {
            trn!(sessions, "a package of {sessions} session", "a package of {sessions} sessions", sessions)
        }
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
    (prices, line_name(catalog, line))
}
