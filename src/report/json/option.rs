//! One option of the estimate.

use super::parts::{DayRange, PeakPart, PointPart, letter};
use super::paying::PaymentPart;
use crate::catalog::{AddOnId, Basis, TreatmentId};
use crate::estimate::{OptionEstimate, PhaseSpan, Projection};
use crate::ledger::{Entry, Heading, Item, total};
use crate::plan::TreatmentOption;
use crate::report::Worked;
use crate::schedule::{Phase, Session};
use crate::units::{Band, Date, Day, Money, Spread, TaxMode};
use crate::wording;
use serde::Serialize;

/// An option, or doing nothing.
#[derive(Serialize)]
pub(super) struct OptionPart<'a> {
    mark: Option<char>,
    name: &'a str,
    lines: Vec<String>,
    remarks: Vec<&'a str>,
    sessions: Vec<SessionPart<'a>>,
    #[serde(flatten)]
    money: MoneyPart<'a>,
    payment: Option<PaymentPart>,
    visits: u32,
    downtime_days: DayRange,
    peak: Option<PeakPart>,
    noticeable_day: Option<Day>,
    duration_months: Option<f64>,
    months_at_target: Option<f64>,
    improvement_years: Option<Band>,
    phases: Vec<PhasePart<'a>>,
    beyond_evidence: Vec<Stretch>,
    curve: Vec<PointPart>,
}

/// What is paid for an option, and its sums.
#[derive(Serialize)]
pub(super) struct MoneyPart<'a> {
    entries: Vec<EntryPart<'a>>,
    totals: Spread<Money>,
    headings: Headings,
    years: Vec<YearPart>,
}

/// A session with the sum of what is paid for it on its day.
#[derive(Serialize)]
struct SessionPart<'a> {
    date: Date,
    day: Day,
    treatment: &'a TreatmentId,
    phase: &'static str,
    number: u32,
    #[serde(flatten)]
    paid: Spread<Money>,
}

/// One thing paid.
#[derive(Serialize)]
struct EntryPart<'a> {
    date: Date,
    day: Day,
    heading: &'static str,
    kind: &'static str,
    treatment: Option<&'a TreatmentId>,
    add_on: Option<&'a AddOnId>,
    area: &'a str,
    description: String,
    units: u32,
    sessions: Option<u32>,
    unit_price: Spread<Money>,
    discount: Spread<Money>,
    plan_discount: Spread<Money>,
    tax: Spread<Money>,
    tax_percent: String,
    tax_mode: TaxMode,
    net: Spread<Money>,
    #[serde(flatten)]
    amount: Spread<Money>,
    basis: Basis,
}

/// Sums by heading.
#[derive(Serialize)]
struct Headings {
    consultation: Spread<Money>,
    course: Spread<Money>,
    upkeep: Spread<Money>,
}

/// The sum of a year of the plan.
#[derive(Serialize)]
struct YearPart {
    year: usize,
    from_day: Day,
    #[serde(flatten)]
    paid: Spread<Money>,
}

/// A stretch of the timeline.
#[derive(Serialize)]
struct PhasePart<'a> {
    id: &'a str,
    name: &'a str,
    from: Day,
    to: Day,
}

/// A stretch of days.
#[derive(Serialize)]
struct Stretch {
    from: Day,
    to: Day,
}

impl<'a> OptionPart<'a> {
    pub(super) fn of(worked: &Worked<'a>, position: usize, at: Option<&[Day]>) -> Self {
        let option = &worked.estimate.options[position];
        let typed = worked.typed(position);
        let projection = option.projection.as_ref();
        let (least, most) = option.downtime_days;
        let lines = typed.map(|typed| &typed.lines[..]).unwrap_or_default();
        Self {
            mark: letter(option.mark),
            name: &option.name,
            lines: lines.iter().map(|line| wording::line_summary(line, worked.catalog)).collect(),
            remarks: option.remarks.iter().map(|remark| remark.message.as_str()).collect(),
            sessions: typed.map(|typed| sessions(option, typed)).unwrap_or_default(),
            money: MoneyPart::of(worked, position),
            payment: option.payment.map(PaymentPart::from),
            visits: option.visits,
            downtime_days: DayRange { least, most },
            peak: projection.and_then(|projection| projection.peak).map(PeakPart::from),
            noticeable_day: projection.and_then(|projection| projection.noticeable),
            duration_months: projection.and_then(|projection| projection.duration_months),
            months_at_target: projection.and_then(|projection| projection.months_at_target),
            improvement_years: projection.map(|projection| projection.improvement_years),
            phases: projection.map(phases).unwrap_or_default(),
            beyond_evidence: projection.map(beyond_evidence).unwrap_or_default(),
            curve: match at {
                Some(days) => days.iter().map(|day| option.point(*day).into()).collect(),
                None => option.curve.iter().map(|point| (*point).into()).collect(),
            },
        }
    }
}

impl<'a> MoneyPart<'a> {
    pub(super) fn of(worked: &Worked<'a>, position: usize) -> Self {
        let option = &worked.estimate.options[position];
        let ledger = &option.ledger;
        Self {
            entries: worked.typed(position).map(|typed| entries(worked, option, typed)).unwrap_or_default(),
            totals: ledger.total,
            headings: Headings {
                consultation: ledger.heading(Heading::Consultation),
                course: ledger.heading(Heading::Course),
                upkeep: ledger.heading(Heading::Upkeep),
            },
            years: years(worked, option),
        }
    }
}

fn sessions<'a>(option: &'a OptionEstimate, typed: &'a TreatmentOption) -> Vec<SessionPart<'a>> {
    let parts = option.schedule.sessions.iter().map(|session| SessionPart {
        date: session.date,
        day: session.day,
        treatment: &typed[session.line].treatment,
        phase: match session.phase {
            Phase::Course => "course",
            Phase::Upkeep => "upkeep",
        },
        number: session.number,
        paid: total(option.ledger.entries.iter().filter(|entry| pays_for(entry, session))),
    });
    parts.collect()
}

/// Whether an entry is paid for this session: the session itself or the package it begins, its add-ons, or a device
/// bought for it. A line has
/// at most one session a day.
fn pays_for(entry: &Entry, session: &Session) -> bool {
    entry.day == session.day && entry.item.line() == Some(session.line)
}

fn entries<'a>(worked: &Worked<'a>, option: &'a OptionEstimate, typed: &'a TreatmentOption) -> Vec<EntryPart<'a>> {
    option.ledger.entries.iter().map(|entry| EntryPart::of(worked, entry, typed)).collect()
}

impl<'a> EntryPart<'a> {
    fn of(worked: &Worked<'a>, entry: &'a Entry, typed: &'a TreatmentOption) -> Self {
        let (kind, add_on) = match entry.item {
            Item::Consultation => ("consultation", None),
            Item::Session { .. } => ("session", None),
            Item::Package { .. } => ("package", None),
            Item::Device { .. } => ("device", None),
            Item::AddOn { line, add_on, .. } => ("add-on", typed[line][add_on].add_on.as_ref()),
        };
        let line = entry.item.line().map(|line| &typed[line]);
        Self {
            date: entry.date,
            day: entry.day,
            heading: match entry.heading {
                Heading::Consultation => "consultation",
                Heading::Course => "course",
                Heading::Upkeep => "upkeep",
            },
            kind,
            treatment: line.map(|line| &line.treatment),
            area: line.map_or("", |line| &line.area),
            add_on,
            description: wording::entry(entry, typed, worked.catalog),
            units: entry.units,
            sessions: match entry.item {
                Item::Package { sessions, .. } => Some(sessions),
                _ => None,
            },
            unit_price: entry.unit_price,
            discount: entry.discount,
            plan_discount: entry.plan_discount,
            tax: entry.tax,
            tax_percent: entry.taxed.rate.to_string(),
            tax_mode: entry.taxed.mode,
            net: entry.net(),
            amount: entry.amount,
            basis: entry.basis,
        }
    }
}

fn years(worked: &Worked<'_>, option: &OptionEstimate) -> Vec<YearPart> {
    let bounds = &worked.estimate.year_bounds;
    let years = option.ledger.years.iter().zip(bounds).zip(1..);
    years.map(|((paid, from_day), year)| YearPart { year, from_day: *from_day, paid: *paid }).collect()
}

fn phases(projection: &Projection) -> Vec<PhasePart<'_>> {
    let phases = projection.phases.iter();
    phases.map(|PhaseSpan { id, name, from, to }| PhasePart { id, name, from: *from, to: *to }).collect()
}

fn beyond_evidence(projection: &Projection) -> Vec<Stretch> {
    projection.beyond_evidence.iter().map(|&(from, to)| Stretch { from, to }).collect()
}
