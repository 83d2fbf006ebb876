//! What a search found as a document.

use super::option::occasions;
use super::parts::{SCHEMA, object, versions};
use crate::catalog::Catalog;
use crate::document::{Draft, LineDraft, Upkeep};
use crate::engine::Goal;
use crate::search::{Answer, Found, Lifted, Told};
use crate::units::Budget;
use crate::wording::finding;
use serde::Serialize;

pub(super) fn document(answer: &Answer, draft: &Draft, catalog: &Catalog) -> impl Serialize {
    let question = &answer.question;
    object! {
        schema: SCHEMA,
        versions: versions(catalog),
        plan: draft.id.to_string(),
        concern: &draft.concern,
        currency: draft.currency,
        currency_decimals: draft.currency.decimals(),
        start: draft.start,
        goal: goal(question.goal),
        sought: finding::goal(question, draft),
        enough: question.enough,
        cautious: question.is_cautious,
        most_treatments: question.most_lines,
        budget: budget(question.budget),
        limits: answer.limits.iter().map(|limit| finding::limit(limit, draft, catalog)).collect::<Vec<_>>(),
        checklist: finding::of_checklist(draft),
        plans_looked_at: answer.step.of,
        best: answer.best.map(|best| best + 1),
        steps: answer.told.iter().enumerate().map(|(at, told)| step((at, told), question.goal, catalog)).collect::<Vec<_>>(),
        without_limits: answer.lifted.iter().map(|lifted| without(lifted, draft, catalog)).collect::<Vec<_>>(),
        no_advice: finding::no_advice(),
    }
}

fn goal(goal: Goal) -> impl Serialize {
    let (kind, days, level) = match goal {
        Goal::ImprovementYears => ("years", None, None),
        Goal::OnDay(day) => ("day", Some([day, day]), None),
        Goal::Held { from, to } => ("hold", Some([from, to]), None),
        Goal::MonthsAbove(level) => ("months", None, Some(level)),
    };
    object! { kind: kind, days: days, level: level }
}

fn budget(budget: Option<Budget>) -> Option<impl Serialize> {
    let Budget { amount, period } = budget?;
    Some(object! { amount: amount, each: period })
}

fn step((at, told): (usize, &Told), goal: Goal, catalog: &Catalog) -> impl Serialize {
    let option = told.option();
    let projection = option.projection.as_ref();
    let sessions = option.schedule.sessions.iter();
    object! {
        number: at + 1,
        spend: told.found.spend,
        reached: told.found.reached,
        improvement_years: projection.map(|projection| projection.improvement_years),
        chance_of_enough: told.chance,
        reached_in: told.range(goal),
        visits: option.visits,
        days_unseen: option.downtime_days,
        lines: lines(&told.found),
        said: finding::lines(told, catalog),
        doubts: finding::doubts(told, catalog),
        remarks: finding::remarks(told),
        occasions: occasions(told.occasions(), &told.evaluation.estimate),
        has_placeholder_price: told.found.has_placeholder,
        is_assumed: told.found.is_assumed,
        sessions: sessions.map(|session| session.date).collect::<Vec<_>>(),
    }
}

fn lines(found: &Found) -> Vec<impl Serialize + use<>> {
    let line = |line: &LineDraft| {
        object! {
            treatment: line.treatment.clone(),
            sessions: line.sessions,
            spacing_days: line.spacing_days,
            start_day: line.start_day,
            upkeep_months: match line.upkeep {
                Upkeep::Every { months } => Some(months),
                Upkeep::None | Upkeep::WhenFaded { .. } => None,
            },
            upkeep_when_faded_to: match line.upkeep {
                Upkeep::WhenFaded { percent } => Some(percent),
                Upkeep::None | Upkeep::Every { .. } => None,
            },
            package_sessions: line.package.sessions(),
            add_ons: line.add_ons.iter().filter_map(|add_on| add_on.add_on.clone()).collect::<Vec<_>>(),
            add_on_package_sessions: line.add_ons.iter().map(|add_on| add_on.package.sessions()).collect::<Vec<_>>(),
        }
    };
    found.lines.iter().map(line).collect()
}

fn without(lifted: &Lifted, draft: &Draft, catalog: &Catalog) -> impl Serialize {
    object! {
        limit: finding::limit(&lifted.limit, draft, catalog),
        spend: lifted.instead.spend,
        reached: lifted.instead.reached,
        lines: lines(&lifted.instead),
    }
}
