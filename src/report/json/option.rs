//! One option of the estimate.

use super::parts::{DayRange, PeakPart, letter, object, point};
use super::paying;
use crate::catalog::ConcernId;
use crate::estimate::{Estimate, OnOccasion, OptionEstimate, PhaseSpan, Prepaid, Stop, WithSessions};
use crate::ledger::{Entry, Heading, Item, total};
use crate::plan::{Occasion, TreatmentOption};
use crate::report::{AskedDays, PlanResults};
use crate::schedule::Session;
use crate::wording;
use serde::Serialize;

/// An option, or doing nothing.
pub(super) fn option<'a>(
    results: &PlanResults<'a>,
    position: usize,
    at: Option<&AskedDays<'_>>,
) -> impl Serialize + use<'a> {
    let option = &results.estimate.options[position];
    let typed = results.typed(position);
    let projection = option.projection.as_deref();
    let deciding = results.comparison.deciding.as_deref();
    let (least, most) = option.downtime_days;
    let lines = typed.map(|typed| &typed.lines[..]).unwrap_or_default();
    let further: Vec<_> = results
        .further
        .iter()
        .map(|further| of_further(&further.plan.concern, &further.estimate.options[position], at))
        .collect();
    // Only where days are asked for.
    let stopped = at.map(|asked| {
        object! { stopped: asked.stops[position].iter().map(|one| stop(one, typed)).collect::<Vec<_>>() }
    });
    object! {
        id: option.id.map(|id| id.to_string()),
        mark: letter(option.mark),
        name: wording::option_name(option),
        lines: lines.iter().map(|line| wording::line_summary(line, results.catalog)).collect::<Vec<_>>(),
        membership: typed.and_then(|typed| typed.membership.as_ref()).map(paying::membership),
        remarks: option.remarks.iter().map(wording::remark).collect::<Vec<_>>(),
        sessions: typed.map(|typed| sessions(option, typed)).unwrap_or_default(),
        #[serde(flatten)]
        money: money(results, position),
        payment: option.payment.map(paying::payment),
        by_sessions: option.by_sessions.iter().map(|one| by_sessions(one, results.estimate)).collect::<Vec<_>>(),
        visits: option.visits,
        downtime_days: DayRange { least, most },
        #[serde(flatten)]
        result: result(option),
        chance_best: deciding.and_then(|deciding| deciding.chance_best(position)),
        expected_loss: deciding.and_then(|deciding| {
            Some(object! { amount: deciding.expected_loss(position)?, worth: deciding.worth()? })
        }),
        evidence_ends_day: projection.and_then(|projection| projection.evidence_end),
        curve: curve(option, at),
        further: further,
        occasions: occasions(results.estimate.occasions.iter().zip(&option.occasions), results.estimate),
        #[serde(flatten)]
        stopped: stopped,
    }
}

/// What an option comes to for a concern.
fn result(option: &OptionEstimate) -> impl Serialize {
    let projection = option.projection.as_deref();
    object! {
        peak: projection.and_then(|projection| projection.peak).map(PeakPart::from),
        noticeable_day: projection.and_then(|projection| projection.noticeable),
        duration_months: projection.and_then(|projection| projection.duration_months),
        months_at_target: projection.and_then(|projection| projection.months_at_target),
        improvement_years: projection.map(|projection| projection.improvement_years),
        phases: phases(option),
        lasts_months: projection.and_then(|projection| projection.lasts_months),
    }
}

/// The days of its curve, or just those that are asked for.
fn curve(option: &OptionEstimate, at: Option<&AskedDays<'_>>) -> Vec<impl Serialize + use<>> {
    match at {
        Some(asked) => asked.days.iter().map(|day| point(option.point(*day))).collect(),
        None => option.curve().map(point).collect::<Vec<_>>(),
    }
}

/// What it comes to for a further concern of the plan.
fn of_further<'a>(
    concern: &'a ConcernId,
    option: &'a OptionEstimate,
    at: Option<&AskedDays<'_>>,
) -> impl Serialize + use<'a> {
    object! {
        concern: concern,
        remarks: option.remarks.iter().map(wording::remark).collect::<Vec<_>>(),
        #[serde(flatten)]
        result: result(option),
        evidence_ends_day: option.projection.as_deref().and_then(|projection| projection.evidence_end),
        curve: curve(option, at),
    }
}

/// How an option stands on the days that matter.
pub(super) fn occasions<'a, I: Iterator<Item = (&'a Occasion, &'a OnOccasion)>>(
    occasions: I,
    estimate: &Estimate,
) -> Vec<impl Serialize + use<'a, I>> {
    let on = |(occasion, on): (&Occasion, &OnOccasion)| {
        object! {
            name: occasion.name.clone(),
            day: on.day,
            date: estimate.date(on.day),
            improvement: on.improvement,
            of_best: on.of_best,
            near_its_best: on.is_near_its_best(),
            session_that_shows: on.shows,
            moved: on.moved.map(|moved| object! { days: moved.by, costs: moved.costs }),
            latest_start_day: on.latest_start,
        }
    };
    occasions.map(on).collect()
}

/// What there is of an option that is stopped on a day.
fn stop(stop: &Stop, typed: Option<&TreatmentOption>) -> impl Serialize + use<> {
    let (had, left_out) = stop.sessions;
    let stays = stop.stays.iter().map(|stays| {
        object! { years: stays.years, improvement: stays.improvement, extrapolated: stays.extrapolated }
    });
    object! {
        day: stop.day,
        paid: stop.paid,
        unspent: stop.unspent,
        owed: stop.owed,
        sessions_had: had,
        sessions_left_out: left_out,
        stays: stays.collect::<Vec<_>>(),
        prepaid: stop.prepaid.iter().map(|one| prepaid(one, typed)).collect::<Vec<_>>(),
    }
}

/// What is left of a package, and what is paid back of it.
pub(super) fn prepaid(prepaid: &Prepaid, typed: Option<&TreatmentOption>) -> impl Serialize + use<> {
    let add_on = typed.zip(prepaid.add_on).map(|(typed, add_on)| &typed[prepaid.line][add_on]);
    object! {
        line: prepaid.line.to_string(),
        add_on: add_on.and_then(|add_on| add_on.add_on.clone()),
        add_on_name: add_on.map(|add_on| wording::text(&add_on.name).to_owned()),
        sessions: prepaid.sessions,
        until: prepaid.until,
        worth: prepaid.worth,
        paid_back: typed.and_then(|typed| prepaid.refund(typed)?.amount),
    }
}

/// What is paid for an option, and its sums.
pub(super) fn money<'a>(results: &PlanResults<'a>, position: usize) -> impl Serialize + use<'a> {
    let option = &results.estimate.options[position];
    let ledger = &option.ledger;
    let entries = results.typed(position).map(|typed| {
        let entries = ledger.entries.iter();
        entries.map(|one| entry(results, one, typed)).collect::<Vec<_>>()
    });
    let years = ledger.years.iter().zip(&results.estimate.year_bounds).zip(1_u32..).map(|((paid, from_day), year)| {
        object! {
            year: year,
            from_day: *from_day,
            #[serde(flatten)]
            paid: *paid,
        }
    });
    object! {
        entries: entries.unwrap_or_default(),
        totals: ledger.total,
        headings: object! {
            consultation: ledger.heading(Heading::Consultation),
            membership: ledger.heading(Heading::Membership),
            course: ledger.heading(Heading::Course),
            upkeep: ledger.heading(Heading::Upkeep),
        },
        years: years.collect::<Vec<_>>(),
    }
}

/// Sessions, each with the sum of what is paid for it on its day.
fn sessions<'a>(option: &'a OptionEstimate, typed: &'a TreatmentOption) -> Vec<impl Serialize + use<'a>> {
    let parts = option.schedule.sessions.iter().map(|session| {
        object! {
            id: session.id().to_string(),
            line: session.line.to_string(),
            concern: &typed[session.line].concern,
            date: session.date,
            day: session.day,
            due: option.schedule.due(session),
            treatment: &typed[session.line].treatment,
            phase: session.phase.id(),
            number: session.number,
            #[serde(flatten)]
            paid: total(option.ledger.entries.iter().filter(|entry| pays_for(entry, session))),
        }
    });
    parts.collect()
}

/// What it comes to with fewer or more sessions.
fn by_sessions(one: &WithSessions, estimate: &Estimate) -> impl Serialize + use<> {
    object! {
        needed: one.needed.id(),
        sessions: one.sessions,
        course_end: one.course_end.map(|day| estimate.date(day)),
        visits: one.visits,
        course: one.course,
        total: one.total,
        peak: one.peak,
        at_end: one.at_end,
    }
}

/// Whether an entry is paid for this session: the session itself or the package it begins, its add-ons, or a device
/// bought for it. A line has
/// at most one session a day.
fn pays_for(entry: &Entry, session: &Session) -> bool {
    entry.day == session.day && entry.item.line() == Some(session.line)
}

/// One thing paid.
fn entry<'a>(results: &PlanResults<'a>, entry: &'a Entry, typed: &'a TreatmentOption) -> impl Serialize + use<'a> {
    let (kind, add_on) = match entry.item {
        Item::Consultation => ("consultation", None),
        Item::Session { .. } => ("session", None),
        Item::Package { add_on: None, .. } => ("package", None),
        Item::Package { line, add_on: Some(add_on), .. } => ("add-on-package", typed[line][add_on].add_on.as_ref()),
        Item::Device { .. } => ("device", None),
        Item::Payment { .. } => ("payment", None),
        Item::Membership { .. } => ("membership", None),
        Item::Included { .. } => ("included", None),
        Item::AddOn { line, add_on, .. } => ("add-on", typed[line][add_on].add_on.as_ref()),
    };
    let heading = match entry.heading {
        Heading::Consultation => "consultation",
        Heading::Membership => "membership",
        Heading::Course => "course",
        Heading::Upkeep => "upkeep",
    };
    let sessions = match entry.item {
        Item::Package { sessions, .. } => Some(sessions),
        _ => None,
    };
    let line = entry.item.line().map(|line| &typed[line]);
    object! {
        line: line.map(|line| line.id.to_string()),
        date: entry.date,
        day: entry.day,
        heading: heading,
        kind: kind,
        treatment: line.map(|line| &line.treatment),
        add_on: add_on,
        area: line.map_or("", |line| &line.area),
        description: wording::entry(entry, typed, results.catalog),
        units: entry.units,
        sessions: sessions,
        unit_price: entry.unit_price,
        discount: entry.discount,
        plan_discount: entry.plan_discount,
        tax: entry.tax,
        tax_percent: entry.taxed.rate.to_string(),
        tax_mode: entry.taxed.mode,
        net: entry.net(),
        #[serde(flatten)]
        amount: entry.amount,
        basis: entry.basis,
    }
}

fn phases(option: &OptionEstimate) -> Vec<impl Serialize> {
    let phases = option.phases.iter();
    phases.map(|PhaseSpan { id, name, from, to }| object! { id: id, name: name, from: *from, to: *to }).collect()
}
