//! The plans that were found, in words.

use super::asked::{limit, reached, reached_heading, reached_in_words};
use crate::catalog::{Catalog, ConcernId};
use crate::document::{Draft, LineDraft, OptionDraft, Upkeep};
use crate::engine::Goal;
use crate::locale::{tr, trn};
use crate::plan::{Line, RemarkKind};
use crate::schedule::Phase;
use crate::search::{Answer, Found, Lifted, Told};
use crate::units::{Currency, Outlook};
use crate::wording::figures::{date, money, share, share_with_range};
use crate::wording::names::treatment_name;
use crate::wording::plan::line_name;
use crate::wording::sentences::{beginning_of_course, course};

/// The headings of a table of plans that were found: those of their [`figures`], and of the plan itself.
pub fn headings(goal: Goal) -> [&'static str; 5] {
    [tr!("Cost"), reached_heading(goal), tr!("Visits"), tr!("Days unseen"), tr!("Plan")]
}

/// What a plan that was found costs and reaches, its visits and days unseen; nothing of what is not known yet.
pub fn figures(answer: &Answer, at: usize, currency: Currency) -> [String; 4] {
    let found = &answer.frontier[at];
    let option = answer.told.get(at).map(|told| told.option());
    let visits = option.map(|option| option.visits.to_string());
    let unseen = option.map(|option| crate::wording::day_range(option.downtime_days.0, option.downtime_days.1));
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
        Goal::ImprovementYears | Goal::MonthsAbove(_) => crate::wording::decimal((100.0 * value).round() / 100.0),
    }
}

/// A plan that was found in one sentence: its place among the others, its figures and its treatments, and what of it nobody vouches
/// for.
pub fn step(answer: &Answer, at: usize, draft: &Draft, catalog: &Catalog) -> String {
    let names = headings(answer.question.goal).into_iter();
    let figures = names.zip(figures(answer, at, draft.currency)).filter(|(_, figure)| !figure.is_empty());
    let figures: Vec<String> = figures.map(|(name, figure)| format!("{name} {figure}")).collect();
    let (number, of, found) = (at + 1, answer.frontier.len(), &answer.frontier[at]);
    let figures = [figures.join(", ")].into_iter().chain(unvouched(found)).collect::<Vec<_>>();
    tr!(
        "Plan {number} of {of}: {plan}; {figures}",
        number,
        of,
        plan = brief(found, catalog),
        figures = figures.join("; ")
    )
}

/// What nobody vouches for of what a plan that was found rests on.
fn unvouched(found: &Found) -> impl Iterator<Item = String> + use<> {
    let placeholder = found.has_placeholder.then(|| tr!("a price that stands in for the clinic's").to_owned());
    let assumed = found.is_assumed.then(|| tr!("strength or duration is our assumption").to_owned());
    placeholder.into_iter().chain(assumed)
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
                trn!(
                    sessions as u64,
                    "{name}: {course}; upkeep {first} to {last}, {sessions} session",
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

/// What is worth knowing of a plan that was found, besides what it rests on.
pub fn remarks(told: &Told) -> Vec<String> {
    // That a price stands in is said with what it rests on.
    let is_said = |kind: &RemarkKind| matches!(kind, RemarkKind::Placeholder(_) | RemarkKind::PackagePlaceholder(_));
    told.option().remarks.iter().filter(|remark| !is_said(&remark.kind)).map(crate::wording::remark).collect()
}

/// How a plan that was found stands on the days that matter.
pub fn occasions(told: &Told) -> Vec<String> {
    let estimate = &told.evaluation.estimate;
    let said = told.occasions().map(|(occasion, on)| {
        let day = crate::wording::occasion(&occasion.name, estimate.date(on.day));
        format!("{day}: {}.", crate::wording::on_occasion(on, estimate))
    });
    said.collect()
}

/// When a line begins: on its first session's day, if that is another than the one that is typed.
fn begins(draft: &LineDraft, line: &Line, told: &Told) -> String {
    let schedule = &told.option().schedule;
    let first = schedule.sessions.iter().find(|session| session.line == line.id);
    match first.filter(|first| schedule.due(first).is_some()) {
        Some(first) => tr!("from {date}", date = crate::wording::session_date(first, schedule)),
        None => beginning_of_course(draft, told.evaluation.plan.start),
    }
}

/// The lines of a plan that was found: treatment, course, beginning, upkeep.
pub fn lines(told: &Told, catalog: &Catalog) -> Vec<String> {
    let lines = told.evaluation.plan.options.iter().flat_map(|option| &option.lines);
    let said = told.found.lines.iter().zip(lines).map(|(draft, line)| {
        let course = catalog.treatment(&line.treatment).map(|treatment| course(draft, treatment)).unwrap_or_default();
        let begins = begins(draft, line, told);
        let add_ons = line.add_ons.iter().map(|add_on| crate::wording::text(&add_on.name).to_owned());
        let name = [line_name(catalog, line)].into_iter().chain(add_ons).collect::<Vec<_>>().join(" + ");
        tr!(
            "{treatment}: {course}, {begins}; {upkeep}",
            treatment = name,
            course,
            begins,
            upkeep = crate::wording::upkeep(line.upkeep)
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

/// The treatments of a plan that was found, each with the number of sessions of its course and when it is given again.
pub fn brief(found: &Found, catalog: &Catalog) -> String {
    briefly_named(found, catalog, usize::MAX)
}

/// The same in which names are shortened as far as it takes for it to fit: what tells plans of the same treatments apart stays.
pub fn brief_within(found: &Found, catalog: &Catalog, fits: impl Fn(&str) -> bool) -> String {
    let [shorter @ .., shortest] = LONGEST_NAMES;
    let shortened = shorter.into_iter().map(|longest| briefly_named(found, catalog, longest));
    shortened.into_iter().find(|text| fits(text)).unwrap_or_else(|| briefly_named(found, catalog, shortest))
}

/// How many letters of a name are tried one after the other where there is little room.
const LONGEST_NAMES: [usize; 7] = [usize::MAX, 28, 22, 17, 13, 10, 7];

fn briefly_named(found: &Found, catalog: &Catalog, longest: usize) -> String {
    let named = |line: &LineDraft| {
        let name = treatment_name(catalog, &line.treatment);
        let cut: String = name.chars().take(longest).collect();
        if cut.len() < name.len() { format!("{}…", cut.trim_end_matches([' ', '-'])) } else { cut }
    };
    let line = |line: &LineDraft| {
        let course = format!("{} ×{}", named(line), line.sessions);
        match line.upkeep {
            Upkeep::None => course,
            Upkeep::Every { months } => {
                trn!(months, "{course} / {months} month", "{course} / {months} months", course, months)
            }
            Upkeep::WhenFaded { percent } => {
                tr!("{course} / at {percent}", course, percent = share(f64::from(percent) / 100.0))
            }
        }
    };
    found.lines.iter().map(line).collect::<Vec<_>>().join(" + ")
}

/// A plan that was found for one of a plan's concerns as a further option of it, with a number in its name if another one is called so; none if there
/// is no room for it.
pub fn option(found: &Found, concern: &ConcernId, draft: &Draft, catalog: &Catalog) -> Option<OptionDraft> {
    let mark = draft.free_mark().filter(|_| draft.has_room())?;
    let name = name(found, catalog);
    let is_free = |name: &String| draft.options.iter().all(|option| option.name != *name);
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let name = [name.clone()].into_iter().chain(numbered).find(is_free)?;
    Some(found.option(mark, name).meant_for(concern, draft))
}

/// What a plan that was found rests on, as far as that is to be doubted.
pub fn doubts(told: &Told, catalog: &Catalog) -> Vec<String> {
    let leans = told.leans_on.as_ref().map(|input| {
        let input = crate::wording::swing_input(input, &told.evaluation.plan, catalog);
        let input = crate::wording::continued(&input);
        if told.is_leaning_on_assumption {
            tr!("most uncertain: {input}, which is our assumption", input)
        } else {
            tr!("most uncertain: {input}", input)
        }
    });
    leans.into_iter().chain(unvouched(&told.found)).collect()
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
