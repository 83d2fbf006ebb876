//! What was looked for, what it keeps to, and why nothing may be found, in words.

use crate::catalog::Catalog;
use crate::document::Draft;
use crate::engine::Goal;
use crate::locale::{tr, trn};
use crate::search::{Answer, Limit, Nothing, Question};
use crate::units::{Budget, Date, Day};
use crate::wording::figures::{date, days, improvement_years, money, months, share, thousands};
use crate::wording::names::treatment_name;
use jiff::ToSpan;

/// The day of a plan on the calendar.
pub(super) fn on(start: Date, day: Day) -> String {
    date(start.saturating_add(i64::from(day).days()))
}

/// What there should be most of.
pub fn goal(question: &Question, draft: &Draft) -> String {
    let day = |day| on(draft.start, day);
    let sought = match question.goal {
        Goal::ImprovementYears => tr!("the most improvement-years").to_owned(),
        Goal::OnDay(on) => tr!("the most improvement on {date}", date = day(on)),
        Goal::Held { from, to } => tr!("the most improvement held from {from} to {to}", from = day(from), to = day(to)),
        Goal::MonthsAbove(level) => tr!("the most months at {level} or better", level = share(level)),
    };
    let sought = if question.is_cautious { tr!("{sought}, on a cautious course", sought) } else { sought };
    match question.enough {
        Some(enough) => tr!("{sought}; {enough} is enough", sought, enough = reached(question.goal, enough)),
        None => sought,
    }
}

/// How much of a goal is reached.
pub fn reached(goal: Goal, value: f64) -> String {
    match goal {
        Goal::ImprovementYears => improvement_years(value),
        Goal::OnDay(_) | Goal::Held { .. } => share(value),
        Goal::MonthsAbove(_) => months(value),
    }
}

/// How much of a goal is reached, with what that is: `2.9 improvement-years`, `40% on the day`.
pub fn reached_in_words(goal: Goal, value: f64) -> String {
    let value = reached(goal, value);
    match goal {
        Goal::ImprovementYears => tr!("{value} improvement-years", value),
        Goal::OnDay(_) => tr!("{value} on the day", value),
        Goal::Held { .. } => tr!("{value} held", value),
        Goal::MonthsAbove(_) => value,
    }
}

/// What a plan reaches, as the heading of a column.
pub(super) fn reached_heading(goal: Goal) -> &'static str {
    match goal {
        Goal::ImprovementYears => tr!("Improvement-years"),
        Goal::OnDay(_) => tr!("On the day"),
        Goal::Held { .. } => tr!("Held"),
        Goal::MonthsAbove(_) => tr!("Months"),
    }
}

/// What may be spent.
pub fn budget(budget: Option<Budget>, draft: &Draft) -> String {
    match budget {
        None => tr!("whatever it costs").to_owned(),
        Some(most) => tr!("for {budget}", budget = crate::wording::budget(most, draft.horizon_years, draft.currency)),
    }
}

/// Something that a plan must keep to.
pub fn limit(limit: &Limit, draft: &Draft, catalog: &Catalog) -> String {
    match limit {
        Limit::Visits(most) => trn!(*most, "at most {visits} visit", "at most {visits} visits", visits = most),
        Limit::DaysUnseen(most) => tr!("at most {days} unseen", days = days(*most)),
        Limit::InARow(most) => tr!("at most {days} unseen in a row", days = days(*most)),
        Limit::WellOn(first, last) if first == last => {
            tr!("nothing to be seen on {date}", date = on(draft.start, *first))
        }
        Limit::WellOn(first, last) => {
            let (from, to) = (on(draft.start, *first), on(draft.start, *last));
            tr!("nothing to be seen from {from} to {to}", from, to)
        }
        Limit::Earliest(day) => tr!("nothing before {date}", date = on(draft.start, *day)),
        Limit::Wished(id) => tr!("with {treatment}", treatment = treatment_name(catalog, id)),
        Limit::OwnPrices => tr!("only prices of the clinic's own").to_owned(),
        Limit::OneLine => tr!("one treatment only").to_owned(),
        Limit::LeftOut(ids) => {
            let names: Vec<&str> = ids.iter().map(|id| treatment_name(catalog, id)).collect();
            tr!("{treatments} left out", treatments = names.join(", "))
        }
        Limit::KeptFree(periods) => {
            trn!(*periods as u64, "{periods} period kept free", "{periods} periods kept free", periods)
        }
        Limit::StrongSun(sun) => {
            tr!("months of strong sun ({months})", months = crate::wording::strong_sun(*sun, catalog))
        }
    }
}

/// How many plans were looked at, and which.
pub fn looked_at(answer: &Answer) -> String {
    let (of, most) = (answer.step.of, answer.question.most_lines);
    let plans = thousands(i64::try_from(of).unwrap_or(i64::MAX));
    let which = match most {
        ..2 => trn!(
            of,
            "{plans} plan was looked at: one treatment, a course of usual length.",
            "{plans} plans were looked at, each of them: one treatment, courses of usual length.",
            plans
        ),
        2 => trn!(
            of,
            "{plans} plan was looked at: one or two treatments, a course of usual length.",
            "{plans} plans were looked at, each of them: one or two treatments, courses of usual length.",
            plans
        ),
        3.. => trn!(
            of,
            "{plans} plan was looked at: one to three treatments, a course of usual length.",
            "{plans} plans were looked at, each of them: one to three treatments, courses of usual length.",
            plans
        ),
    };
    let upkeep = match most {
        _ if answer.question.is_cautious => {
            tr!("Upkeep is at dates: on a cautious course it would wait for another result than that of the plan.")
        }
        ..3 => tr!("Upkeep is at dates, or as the result of the plan fades."),
        3.. => tr!("Upkeep is at dates; of one or two treatments also as the result of the plan fades."),
    };
    let others = if most == 2 {
        tr!("Days chosen one by one and several syringes at once were not looked at; mixes of three are if asked for.")
    } else {
        tr!("Days chosen one by one and several syringes at once were not looked at.")
    };
    format!("{which} {upkeep} {others}")
}

/// That a search is no advice.
pub fn no_advice() -> &'static str {
    tr!(
        "A search finds what the model and the prices are kindest to, with all their doubts. It is a place to begin talking \
         from, and no advice on treatment."
    )
}

/// What a search makes of the checklist, if anything of it is ticked.
pub fn of_checklist(draft: &Draft) -> Option<&'static str> {
    let said = tr!("The checklist leaves no plan out; what it asks stands with each of them.");
    (!draft.checklist.is_empty()).then_some(said)
}

/// That nothing was found that is enough, or nothing at all.
pub fn nothing_found(answer: &Answer, draft: &Draft) -> Option<String> {
    if answer.best.is_some() {
        return None;
    }
    Some(match answer.frontier.last() {
        Some(most) => {
            let (value, cost) =
                (reached_in_words(answer.question.goal, most.reached), money(most.spend, draft.currency));
            tr!("No plan reaches that. The most is {value}, for {cost}.", value, cost)
        }
        None => tr!("No plan keeps to all of that and does anything. Ask for less, or let go of a limit.").to_owned(),
    })
}

/// Why nothing can be looked for, and what to do about it; none if the plan itself is not valid.
pub fn nothing_to_find(nothing: &Nothing, draft: &Draft, catalog: &Catalog) -> Option<String> {
    Some(match nothing {
        Nothing::Invalid(_) => return None,
        Nothing::Unprojected => {
            tr!("For this concern no result is projected, so that plans cannot be told apart by it.").to_owned()
        }
        Nothing::NoTreatment => tr!(
            "No treatment that may be part of a plan has a price that may count in {currency}; allow others, or set prices.",
            currency = draft.currency.code()
        ),
        Nothing::Unknown(id) => tr!(
            "{treatment} cannot be part of a plan here: it does nothing for the concern, has no price, or is left out.",
            treatment = treatment_name(catalog, id)
        ),
        Nothing::TooMany => tr!(
            "These are too many treatments to look at every three of them; leave some out, or ask for plans of two."
        )
        .to_owned(),
        Nothing::Outside { day, last } => tr!(
            "{date} is not within the plan; choose days from {start} to {end}.",
            date = on(draft.start, *day),
            start = date(draft.start),
            end = on(draft.start, *last)
        ),
    })
}
