//! From version 3: nothing has an id yet, and what happened has only its day.

use super::draft::{Draft, Extra, Letter, Line, Opt};
use super::event::{Event, EventKind, Moment};
use super::issue::{Frozen, Issue};
use super::key::Key;
use crate::document::{Serial, StrongSun};
use crate::log;
use crate::storage::wire::answer::StoredAnswer;
use crate::storage::wire::bounded::{List, Text, Units};
use crate::storage::wire::line::OldAddOn;
use crate::storage::wire::pricing::Packaging;
use crate::storage::wire::v3;
use crate::units::{BudgetPeriod, Date};
use jiff::civil::Time;

/// The draft of a plan, and what happened to it.
pub(super) fn split(mut plan: v3::Plan) -> (Draft, Vec<Event>) {
    let events = plan.record.take().map(events).unwrap_or_default();
    (plan.into(), events)
}

/// What happened, in the order in which it must have. The day is all that is known of the time, and nothing of the desk, so
/// that every desk makes the same of it.
fn events(record: v3::Record) -> Vec<Event> {
    let (mut events, last) = (Vec::new(), record.issues.0.len());
    for (issue, revision) in record.issues.0.into_iter().zip(1..) {
        let answers: Vec<_> = issue.answers.0.iter().map(|said| said.0).collect();
        let on = issue.on.0;
        let number = add(&mut events, on, EventKind::Issued(Box::new(issue.into())));
        for said in answers {
            add(&mut events, said.on, EventKind::Answered { issue: number, said: StoredAnswer(said) });
        }
        if revision < last || record.revising {
            add(&mut events, on, EventKind::RevisionBegun { issue: number });
        }
    }
    events
}

/// Adds an event no earlier than those before it, and gives its number.
fn add(events: &mut Vec<Event>, on: Date, what: EventKind) -> Key {
    let before = events.last().map(|last| last.at.0.local);
    let at = before.map_or(on.to_datetime(Time::midnight()), |before| before.max(on.to_datetime(Time::midnight())));
    let number = Key(Serial { number: u32::try_from(events.len() + 1).unwrap_or_default(), salt: 0 });
    let at = Moment(log::Moment::from(at));
    events.push(Event { at, desk: Text(String::new()), number, by: None, before: Vec::new(), what });
    number
}

impl From<v3::Plan> for Draft {
    fn from(plan: v3::Plan) -> Self {
        carried!(
            plan: reference, concern, start, currency, horizon_years, consultation_fee, deposit, notes;
            profile: plan.client,
            further: List::none(),
            credit: plan.credit.map(Into::into),
            fee_credited: false,
            tax: plan.tax_percent,
            tax_mode: plan.prices,
            discount: plan.discount_percent,
            price_growth: plan.price_growth_percent,
            target: plan.target_percent,
            worth: Text::default(),
            budget: Text::default(),
            budget_period: BudgetPeriod::Plan,
            occasions: List::none(),
            checklist: List::none(),
            time_off: List::none(),
            strong_sun: StrongSun::Unminded,
            options: List(plan.options.0.into_iter().map(Opt::from).collect()),
            unread: List(Vec::new()),
        )
    }
}

impl From<v3::Issue> for Issue {
    fn from(issue: v3::Issue) -> Self {
        carried!(
            issue: number, on, valid_until, program, model, catalogue, born, decide_from, presentation;
            draft: issue.plan.0.into(),
            frozen: Frozen::Prices { treatments: issue.treatments, add_ons: issue.add_ons },
        )
    }
}

impl From<v3::Opt> for Opt {
    fn from(option: v3::Opt) -> Self {
        let lines = List(option.lines.0.into_iter().map(Line::from).collect());
        carried!(option: name, hidden; id: Key::default(), mark: Letter(option.mark), lines: lines, membership: None)
    }
}

impl From<v3::Line> for Line {
    fn from(line: v3::Line) -> Self {
        carried!(
            line: treatment, area, sessions, spacing_days, start_day, price, package, tax, upkeep, upkeep_until;
            id: Key::default(),
            units: Units::whole(line.units.0),
            fewest: None,
            most: None,
            concern: None,
            depth: line.depth_hundredths_mm,
            discount: line.discount_percent,
            upkeep_price: Text::default(),
            add_ons: List(line.add_ons.0.into_iter().map(Extra::from).collect()),
        )
    }
}

impl From<OldAddOn> for Extra {
    fn from(OldAddOn { id: add_on, name, price }: OldAddOn) -> Self {
        Self { id: Key::default(), add_on, name, price, package: Packaging::default() }
    }
}
