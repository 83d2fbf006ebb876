//! What was looked for and what was found, in words.

use super::figures::{date, days, improvement_years, money, months, share, thousands};
use super::names::treatment_name;
use super::plan::line_name;
use super::sentences::{beginning_of_course, course};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::engine::Goal;
use crate::locale::{tr, trn};
use crate::search::{Answer, Found, Lifted, Limit, Nothing, Question, Told};
use crate::units::{Budget, Date, Day};
use jiff::ToSpan;

/// The day of a plan on the calendar.
fn on(start: Date, day: Day) -> String {
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

/// What a plan reaches, as the heading of a column.
pub fn reached_heading(goal: Goal) -> &'static str {
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
        Some(most) => tr!("for {budget}", budget = super::budget(most, draft.horizon_years, draft.currency)),
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
        Limit::Wished(id) => tr!("with {treatment}", treatment = treatment_name(catalog, id)),
        Limit::OwnPrices => tr!("only prices of the clinic's own").to_owned(),
        Limit::OneLine => tr!("one treatment only").to_owned(),
    }
}

/// How many plans were looked at, and which.
pub fn looked_at(answer: &Answer) -> String {
    let plans = thousands(i64::try_from(answer.step.of).unwrap_or(i64::MAX));
    tr!(
        "{plans} plans were looked at, each of them: courses of usual length, dated upkeep, one or two treatments. Days \
         chosen one by one, upkeep that waits for a result to fade, several syringes at once and three treatments were not.",
        plans
    )
}

/// That a search is no advice.
pub fn no_advice() -> &'static str {
    tr!(
        "A search finds what the model and the prices are kindest to, with all their doubts. It is a place to begin talking \
         from, and no advice on treatment."
    )
}

/// The lines of a plan that was found: treatment, course, beginning, upkeep.
pub fn lines(told: &Told, catalog: &Catalog) -> Vec<String> {
    let lines = told.evaluation.plan.options.iter().flat_map(|option| &option.lines);
    let said = told.found.lines.iter().zip(lines).map(|(draft, line)| {
        let course = catalog.treatment(&line.treatment).map(|treatment| course(draft, treatment)).unwrap_or_default();
        let begins = beginning_of_course(draft, told.evaluation.plan.start);
        let add_ons = line.add_ons.iter().map(|add_on| super::text(&add_on.name).to_owned());
        let name = [line_name(catalog, line)].into_iter().chain(add_ons).collect::<Vec<_>>().join(" + ");
        tr!(
            "{treatment}: {course}, {begins}; {upkeep}",
            treatment = name,
            course,
            begins,
            upkeep = super::upkeep(line.upkeep)
        )
    });
    said.collect()
}

/// The name of a plan that was found, as an option.
pub fn name(found: &Found, catalog: &Catalog) -> String {
    let names = found.lines.iter().map(|line| treatment_name(catalog, &line.treatment).to_owned());
    let names: Vec<String> = names.collect();
    names.join(" + ")
}

/// What a plan that was found rests on, as far as that is to be doubted.
pub fn doubts(told: &Told, catalog: &Catalog) -> Vec<String> {
    let leans = told.leans_on.as_ref().map(|input| {
        let input = super::swing_input(input, &told.evaluation.plan, catalog);
        tr!("leans most on: {input}", input)
    });
    let placeholder = told.found.has_placeholder.then(|| tr!("a price that stands in for the clinic's").to_owned());
    let assumed = told.found.is_assumed.then(|| tr!("strength or duration is our assumption").to_owned());
    [leans, placeholder, assumed].into_iter().flatten().collect()
}

/// What there would be without a limit.
pub fn lifted(lifted: &Lifted, answer: &Answer, draft: &Draft, catalog: &Catalog) -> String {
    let limit = limit(&lifted.limit, draft, catalog);
    let plan = name(&lifted.instead, catalog);
    let (value, cost) =
        (reached(answer.question.goal, lifted.instead.reached), money(lifted.instead.spend, draft.currency));
    let Some(best) = answer.best() else {
        return tr!("Without \"{limit}\": {value} for {cost} ({plan})", limit, value, cost, plan);
    };
    let (than, price) = (reached(answer.question.goal, best.reached), money(best.spend, draft.currency));
    tr!(
        "Without \"{limit}\": {value} for {cost}, rather than {than} for {price} ({plan})",
        limit,
        value,
        cost,
        than,
        price,
        plan
    )
}

/// That nothing was found that is enough, or nothing at all.
pub fn nothing_found(answer: &Answer, draft: &Draft) -> Option<String> {
    if answer.best.is_some() {
        return None;
    }
    Some(match answer.frontier.last() {
        Some(most) => {
            let (value, cost) = (reached(answer.question.goal, most.reached), money(most.spend, draft.currency));
            tr!("No plan reaches that. The most is {value}, for {cost}.", value, cost)
        }
        None => tr!("No plan keeps to all of that and does anything. Ask for less, or let go of a limit.").to_owned(),
    })
}

/// Why nothing can be looked for, and what to do about it; none if the plan itself is not valid.
pub fn nothing_to_find(nothing: &Nothing, draft: &Draft, catalog: &Catalog) -> Option<String> {
    let end = i32::try_from(draft.horizon_years).unwrap_or_default();
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
        Nothing::Outside(day) => {
            let last = draft.start.saturating_add(end.years());
            tr!(
                "{date} is not within the plan; choose days from {start} to {end}.",
                date = on(draft.start, *day),
                start = date(draft.start),
                end = date(last)
            )
        }
    })
}
