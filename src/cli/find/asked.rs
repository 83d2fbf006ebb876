//! The question as typed on the command line.

use crate::catalog::{Catalog, TreatmentId};
use crate::cli::args::find::Find;
use crate::cli::failure::Failure;
use crate::document::Draft;
use crate::engine::Goal;
use crate::locale::{self, tr};
use crate::search::Question;
use crate::units::{Budget, BudgetPeriod, Day, Money};
use crate::wording;

/// The question for this plan.
pub(super) fn question(args: &Find, draft: &Draft, catalog: &Catalog) -> Result<Question, Failure> {
    let known = catalog
        .concern(&draft.concern)
        .ok_or_else(|| Failure::bad_input(wording::unknown_concern(draft.concern.as_str(), catalog)))?;
    let mut question = Question::usual(draft, catalog, known);
    (question.goal, question.enough) = goal(&args.goal, draft)?;
    if let Some(text) = &args.budget {
        question.budget = Some(budget(text, draft)?);
    }
    question.most_visits = args.visits;
    question.most_days_unseen = args.days_unseen;
    question.most_in_a_row = args.in_a_row;
    // Besides the days that matter in the plan.
    for text in &args.well_on {
        question.well_on.push(span(text, draft)?);
    }
    question.earliest = args.from.as_deref().map(|text| day(text, draft)).transpose()?.unwrap_or_default();
    question.own_prices = args.own_prices;
    question.may_overlap = args.overlap;
    question.is_cautious = args.cautious;
    question.most_lines = if args.one { 1 } else { usize::from(args.treatments) };
    for id in &args.wished {
        let id = treatment(id, catalog)?;
        // Somebody may wish for what is not usual.
        if !question.treatments.contains(&id) {
            question.treatments.push(id.clone());
        }
        question.wished.push(id);
    }
    for id in &args.refused {
        let id = treatment(id, catalog)?;
        question.treatments.retain(|other| *other != id);
    }
    Ok(question)
}

fn treatment(id: &str, catalog: &Catalog) -> Result<TreatmentId, Failure> {
    let found = catalog.treatments.iter().find(|treatment| treatment.id.as_str() == id);
    found
        .map(|treatment| treatment.id.clone())
        .ok_or_else(|| Failure::bad_input(wording::unknown_treatment(id, catalog)))
}

/// What there should be most of, and how much of it is enough.
fn goal(text: &str, draft: &Draft) -> Result<(Goal, Option<f64>), Failure> {
    let unknown = || {
        Failure::bad_input(tr!(
            "\"{text}\" is no goal; write years, day@2028-08-14, hold:40%@365..1095 or months:40%",
            text
        ))
    };
    let (what, days) = text.split_once('@').map_or((text, None), |(what, days)| (what, Some(days)));
    let (kind, level) = what.split_once(':').map_or((what, None), |(kind, level)| (kind, Some(level)));
    let level = level.map(|text| share(text).ok_or_else(unknown)).transpose()?;
    match (kind, days, level) {
        ("years", None, None) => Ok((Goal::ImprovementYears, None)),
        ("months", None, Some(level)) => Ok((Goal::MonthsAbove(level), None)),
        ("day", Some(text), level) => Ok((Goal::OnDay(day(text, draft)?), level)),
        ("hold", Some(days), level) => {
            let (from, to) = span(days, draft)?;
            Ok((Goal::Held { from, to }, level))
        }
        _ => Err(unknown()),
    }
}

/// A share between 0 and 1 from a percentage such as `40%`.
fn share(text: &str) -> Option<f64> {
    let percent: f64 = text.trim().trim_end_matches('%').trim().parse().ok()?;
    (percent > 0.0 && percent <= 100.0).then_some(percent / 100.0)
}

fn budget(text: &str, draft: &Draft) -> Result<Budget, Failure> {
    let (amount, each) = text.split_once('/').map_or((text, None), |(amount, each)| (amount, Some(each.trim())));
    let read = Money::parse(amount.trim(), draft.currency).ok().filter(|amount| *amount > Money::ZERO);
    match (read, each) {
        (Some(amount), None) => Ok(Budget { amount, period: BudgetPeriod::Plan }),
        (Some(amount), Some("year")) => Ok(Budget { amount, period: BudgetPeriod::Year }),
        (Some(amount), Some("month")) => Ok(Budget { amount, period: BudgetPeriod::Month }),
        _ => Err(Failure::bad_input(tr!(
            "\"{text}\" is no budget; write an amount such as 4000 for the whole plan, 1200/year or 100/month",
            text
        ))),
    }
}

/// A day, or two with `..` between them.
fn span(text: &str, draft: &Draft) -> Result<(Day, Day), Failure> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let (first, last) = (day(first, draft)?, day(last, draft)?);
    if first <= last {
        return Ok((first, last));
    }
    Err(Failure::bad_input(tr!("\"{text}\" ends before it begins; write the earlier day first", text)))
}

/// A date, or a number of days from the plan's first one.
fn day(text: &str, draft: &Draft) -> Result<Day, Failure> {
    let text = text.trim();
    if let Ok(day) = text.parse::<Day>() {
        return Ok(day);
    }
    let date = locale::current().pack.read_date(text);
    let date = date.ok_or_else(|| Failure::bad_input(wording::not_a_date(text)))?;
    Ok((date - draft.start).get_days())
}
