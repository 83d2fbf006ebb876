//! What was looked for and what was found, in words.

use super::figures::{date, days, improvement_years, money, months, share, share_with_range, thousands};
use super::names::treatment_name;
use super::plan::line_name;
use super::sentences::{beginning_of_course, course};
use crate::catalog::Catalog;
use crate::document::{Draft, LineDraft, OptionDraft, StrongSun};
use crate::engine::Goal;
use crate::locale::{tr, trn};
use crate::plan::{Line, RemarkKind};
use crate::schedule::Phase;
use crate::search::{Answer, Found, Lifted, Limit, Nothing, Question, Told};
use crate::units::{Budget, Currency, Date, Day, Outlook};
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
fn reached_heading(goal: Goal) -> &'static str {
    match goal {
        Goal::ImprovementYears => tr!("Improvement-years"),
        Goal::OnDay(_) => tr!("On the day"),
        Goal::Held { .. } => tr!("Held"),
        Goal::MonthsAbove(_) => tr!("Months"),
    }
}

/// The headings of a table of plans that were found: those of their [`figures`], and of the plan itself.
pub fn headings(goal: Goal) -> [&'static str; 5] {
    [tr!("Cost"), reached_heading(goal), tr!("Visits"), tr!("Days unseen"), tr!("Plan")]
}

/// What a plan that was found costs and reaches, its visits and days unseen; nothing of what is not known yet.
pub fn figures(answer: &Answer, at: usize, currency: Currency) -> [String; 4] {
    let found = &answer.frontier[at];
    let option = answer.told.get(at).map(|told| told.option());
    let visits = option.map(|option| option.visits.to_string());
    let unseen = option.map(|option| super::day_range(option.downtime_days.0, option.downtime_days.1));
    let (cost, value) = (money(found.spend, currency), reached(answer.question.goal, found.reached));
    [cost, value, visits.unwrap_or_default(), unseen.unwrap_or_default()]
}

/// The name of the chart of plans that were found.
pub fn chart_title(goal: Goal, currency: Currency) -> String {
    let currency = currency.code();
    match goal {
        Goal::ImprovementYears => tr!("Improvement-years for cost in {currency}", currency),
        Goal::OnDay(_) => tr!("Improvement on the day for cost in {currency}", currency),
        Goal::Held { .. } => tr!("Improvement held for cost in {currency}", currency),
        Goal::MonthsAbove(_) => tr!("Months at the level for cost in {currency}", currency),
    }
}

/// What is reached, at a mark of an axis.
pub fn mark(goal: Goal, value: f64) -> String {
    match goal {
        Goal::OnDay(_) | Goal::Held { .. } => share(value),
        Goal::ImprovementYears | Goal::MonthsAbove(_) => super::decimal((100.0 * value).round() / 100.0),
    }
}

/// A plan that was found in one sentence: its place among the others, its figures and its treatments.
pub fn step(answer: &Answer, at: usize, draft: &Draft, catalog: &Catalog) -> String {
    let names = headings(answer.question.goal).into_iter();
    let figures = names.zip(figures(answer, at, draft.currency)).filter(|(_, figure)| !figure.is_empty());
    let figures: Vec<String> = figures.map(|(name, figure)| format!("{name} {figure}")).collect();
    let (number, of) = (at + 1, answer.frontier.len());
    tr!(
        "Plan {number} of {of}: {plan}; {figures}",
        number,
        of,
        plan = brief(&answer.frontier[at], catalog),
        figures = figures.join(", ")
    )
}

/// What a plan that was found reaches and costs, with the range of clinics.
pub fn reaches(answer: &Answer, at: usize, currency: Currency) -> String {
    let (found, goal) = (&answer.frontier[at], answer.question.goal);
    let (value, cost) = (reached_in_words(goal, found.reached), money(found.spend, currency));
    let range = answer.told.get(at).and_then(|told| told.range(goal));
    let Some(range) = range.map(Outlook::of_clinics) else {
        return tr!("{value} for {cost}", value, cost);
    };
    let [low, high] = [range.low, range.high].map(|end| reached(goal, end));
    tr!("{value} for {cost}; {low} to {high} in 8 of 10 clinics", value, cost, low, high)
}

/// In how many of the draws a plan that was found is enough; none if nothing was said of that.
pub fn chance(told: &Told) -> Option<String> {
    let chance = share(told.chance?);
    Some(tr!("Enough in {chance} of the draws, each of them the average of a clinic's clients.", chance))
}

/// The improvement of a plan that was found at the end of each year, for those who cannot see its curve.
pub fn curve(told: &Told) -> String {
    let (estimate, option) = (&told.evaluation.estimate, told.option());
    let years = (1_u64..).zip(estimate.year_bounds.iter().skip(1)).filter_map(|(year, day)| {
        let result = share_with_range(option.point(*day).result?.improvement);
        Some(trn!(year, "after {year} year {result}", "after {year} years {result}", year, result))
    });
    tr!("Improvement against doing nothing: {years}", years = years.collect::<Vec<_>>().join(", "))
}

/// A space at which no line ends.
const NO_BREAK: &str = "\u{a0}";
/// Up to so many days of upkeep are named each.
const MOST_DAYS: usize = 6;

/// The days of a plan that was found, treatment by treatment.
pub fn days_of(told: &Told, catalog: &Catalog) -> Vec<String> {
    let lines = told.evaluation.plan.options.iter().flat_map(|option| &option.lines);
    let of_line = |line: &Line| {
        let sessions = told.option().schedule.sessions.iter().filter(|session| session.line == line.id);
        let dates = |phase: Phase| -> Vec<String> {
            let of_phase = sessions.clone().filter(|session| session.phase == phase);
            of_phase.map(|session| date(session.date).replace(' ', NO_BREAK)).collect()
        };
        let (name, course, upkeep) = (line_name(catalog, line), dates(Phase::Course).join(", "), dates(Phase::Upkeep));
        match &upkeep[..] {
            [] => tr!("{name}: {course}", name, course),
            [first, .., last] if upkeep.len() > MOST_DAYS => {
                let sessions = upkeep.len();
                tr!(
                    "{name}: {course}; upkeep {first} to {last}, {sessions} sessions",
                    name,
                    course,
                    first,
                    last,
                    sessions
                )
            }
            all => tr!("{name}: {course}; upkeep {upkeep}", name, course, upkeep = all.join(", ")),
        }
    };
    lines.map(of_line).collect()
}

/// The plan that answers the question, in one sentence; none if none does.
pub fn answered(answer: &Answer, draft: &Draft, catalog: &Catalog) -> Option<String> {
    let found = &answer.frontier[answer.first()?];
    let in_words = |found: &Found| reached_in_words(answer.question.goal, found.reached);
    let (plan, cost, value) = (name(found, catalog), money(found.spend, draft.currency), in_words(found));
    Some(match answer.question.enough {
        None if answer.is_open() => {
            let last = answer.frontier.last()?;
            let (most, dearest) = (in_words(last), money(last.spend, draft.currency));
            tr!(
                "Nine tenths of the most that can be reached: {plan}, {value} for {cost}. The most is {most}, for {dearest}.",
                plan,
                value,
                cost,
                most,
                dearest
            )
        }
        Some(_) => tr!("The cheapest that is enough: {plan}, {value} for {cost}.", plan, value, cost),
        None => tr!("The most within budget and limits: {plan}, {value} for {cost}.", plan, value, cost),
    })
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
    if answer.question.most_lines < 2 {
        return tr!(
            "{plans} plans were looked at, each of them: one treatment, courses of usual length, upkeep at dates or as the \
             result fades. Days chosen one by one and several syringes at once were not.",
            plans
        );
    }
    tr!(
        "{plans} plans were looked at, each of them: courses of usual length, dated upkeep, one or two treatments. Days \
         chosen one by one, upkeep that waits for a mixed result to fade, several syringes at once and three treatments \
         were not.",
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

/// What the plans that were looked at keep to: the limits of the question, and what the plan says of days.
pub fn kept_to(question: &Question, draft: &Draft, catalog: &Catalog) -> Vec<String> {
    let limits = question.limits();
    let limits = limits.iter().map(|one| limit(one, draft, catalog));
    let periods = draft.time_off.len() as u64;
    let time_off =
        (periods > 0).then(|| trn!(periods, "{periods} period kept free", "{periods} periods kept free", periods));
    let sun = (draft.strong_sun != StrongSun::Unminded).then(|| super::strong_sun(draft.strong_sun, catalog));
    let sun = sun.map(|months| tr!("months of strong sun ({months})", months));
    limits.chain(time_off).chain(sun).collect()
}

/// What a search makes of the checklist, if anything of it is ticked.
pub fn of_checklist(draft: &Draft) -> Option<&'static str> {
    let said = tr!("The checklist leaves no plan out; what it asks stands with each of them.");
    (!draft.checklist.is_empty()).then_some(said)
}

/// What is worth knowing of a plan that was found, besides what it rests on.
pub fn remarks(told: &Told) -> Vec<String> {
    // That a price stands in is said with what it rests on.
    let is_said = |kind: &RemarkKind| matches!(kind, RemarkKind::Placeholder(_) | RemarkKind::PackagePlaceholder(_));
    told.option().remarks.iter().filter(|remark| !is_said(&remark.kind)).map(super::remark).collect()
}

/// When a line begins: on its first session's day, if that is another than the one that is typed.
fn begins(draft: &LineDraft, line: &Line, told: &Told) -> String {
    let schedule = &told.option().schedule;
    let first = schedule.sessions.iter().find(|session| session.line == line.id);
    match first.filter(|first| schedule.due(first).is_some()) {
        Some(first) => tr!("from {date}", date = super::session_date(first, schedule)),
        None => beginning_of_course(draft, told.evaluation.plan.start),
    }
}

/// The lines of a plan that was found: treatment, course, beginning, upkeep.
pub fn lines(told: &Told, catalog: &Catalog) -> Vec<String> {
    let lines = told.evaluation.plan.options.iter().flat_map(|option| &option.lines);
    let said = told.found.lines.iter().zip(lines).map(|(draft, line)| {
        let course = catalog.treatment(&line.treatment).map(|treatment| course(draft, treatment)).unwrap_or_default();
        let begins = begins(draft, line, told);
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

/// The treatments of a plan that was found, each with the number of sessions of its course.
pub fn brief(found: &Found, catalog: &Catalog) -> String {
    let line = |line: &LineDraft| format!("{} ×{}", treatment_name(catalog, &line.treatment), line.sessions);
    found.lines.iter().map(line).collect::<Vec<_>>().join(" + ")
}

/// A plan that was found as a further option of a plan, with a number in its name if another one is called so; none if there
/// is no room for it.
pub fn option(found: &Found, draft: &Draft, catalog: &Catalog) -> Option<OptionDraft> {
    let mark = draft.free_mark().filter(|_| draft.has_room())?;
    let name = name(found, catalog);
    let is_free = |name: &String| draft.options.iter().all(|option| option.name != *name);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let name = [name.clone()].into_iter().chain(numbered).find(is_free)?;
    Some(found.option(mark, name))
}

/// What a plan that was found rests on, as far as that is to be doubted.
pub fn doubts(told: &Told, catalog: &Catalog) -> Vec<String> {
    let leans = told.leans_on.as_ref().map(|input| {
        let input = super::swing_input(input, &told.evaluation.plan, catalog);
        tr!("most uncertain: {input}", input = super::continued(&input))
    });
    let placeholder = told.found.has_placeholder.then(|| tr!("a price that stands in for the clinic's").to_owned());
    let assumed = told.found.is_assumed.then(|| tr!("strength or duration is our assumption").to_owned());
    [leans, placeholder, assumed].into_iter().flatten().collect()
}

/// What there would be without a limit.
pub fn lifted(lifted: &Lifted, answer: &Answer, draft: &Draft, catalog: &Catalog) -> String {
    let limit = limit(&lifted.limit, draft, catalog);
    let plan = name(&lifted.instead, catalog);
    let in_words = |found: &Found| reached_in_words(answer.question.goal, found.reached);
    let (value, cost) = (in_words(&lifted.instead), money(lifted.instead.spend, draft.currency));
    let Some(best) = answer.best() else {
        return tr!("Without \"{limit}\": {plan}, {value} for {cost}", limit, plan, value, cost);
    };
    let (than, price) = (reached(answer.question.goal, best.reached), money(best.spend, draft.currency));
    tr!(
        "Without \"{limit}\": {plan}, {value} for {cost} rather than {than} for {price}",
        limit,
        plan,
        value,
        cost,
        than,
        price
    )
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
