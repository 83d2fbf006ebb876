//! What is worth knowing of a plan, in sentences.

use super::about_concern::{cost_only, counts_too, nothing_for, scars_only, shown_for, upkeep_waits};
use super::clinical::clinical;
use super::time_off::moved_by;
use super::{date, money, occasion, percent, share, text};
use crate::locale::{tr, trn};
use crate::plan::{MovedBy, Remark, RemarkKind};
use crate::units::{BudgetPeriod, Date, Percent};

/// What is worth knowing, in one sentence.
pub fn remark(remark: &Remark) -> String {
    match &remark.kind {
        RemarkKind::Clinical(remark) => clinical(remark),

        RemarkKind::CostOnly { reason, concern } => cost_only(text(reason), concern.as_ref()),
        RemarkKind::SessionsTooClose { is_most } => super::by_sessions::too_close(*is_most).to_owned(),

        RemarkKind::OccasionOutside { name, date } => {
            tr!("{day}, is not within the plan, and nothing is said of it", day = occasion(name, *date))
        }

        RemarkKind::OverBudget { budget, currency, first, over, stretch, stretches } => {
            let amounts = (money(budget.amount, *currency), money(*over, *currency));
            over_budget(budget.period, amounts, *first, (*stretch, *stretches))
        }

        RemarkKind::ScarsOnly { name, concern } => scars_only(text(name), concern.as_ref()),
        RemarkKind::Unprojected(name) => {
            tr!("{name} is the clinic's own: its cost is counted, and no improvement is projected", name = text(name))
        }
        RemarkKind::CountsToo { name, concern } => counts_too(text(name), concern),
        RemarkKind::NothingFor(concern) => nothing_for(concern),
        RemarkKind::ShownFor { area, concern } => shown_for(text(area), concern.as_ref()),
        RemarkKind::UpkeepWaits { name, concern } => upkeep_waits(text(name), concern.as_ref()),
        RemarkKind::Placeholder(name) => {
            tr!("The price of {name} is a placeholder; set the clinic's own", name = text(name))
        }
        RemarkKind::PackagePlaceholder(name) => {
            tr!("The package price of {name} is a placeholder; set the clinic's own", name = text(name))
        }
        RemarkKind::Beside { name, with, price, unit, currency } => {
            beside(text(name), text(with), &money(*price, *currency), super::price_unit(*unit))
        }
        RemarkKind::FurtherArea { name, area, percent } => further_area(text(name), area, *percent),
        RemarkKind::PackageEnds { name, covered, late, until } => trn!(
            *late,
            "{late} session of {name} is after {day}, when its package of {covered} holds no more, and is paid singly",
            "{late} sessions of {name} are after {day}, when their package of {covered} holds no more, and are paid singly",
            late,
            name = text(name),
            covered,
            day = date(*until)
        ),
        RemarkKind::Membership(remark) => super::membership::worth_knowing(remark),
        RemarkKind::AreaUnsaid { name, area, areas } if !area.is_empty() => tr!(
            "The price list has {name} by part of the body ({areas}), and no price for {area}",
            name = text(name),
            areas = super::texts(areas, ", "),
            area
        ),
        RemarkKind::AreaUnsaid { name, areas, .. } => tr!(
            "The price list has {name} by part of the body ({areas}); say which it is, so that its price holds",
            name = text(name),
            areas = super::texts(areas, ", ")
        ),
        RemarkKind::CourseShort { name, covered } => trn!(
            *covered,
            "The course of {name} is shorter than its package of {covered} session; every session is paid singly",
            "The course of {name} is shorter than its package of {covered} sessions; every session is paid singly",
            name = text(name),
            covered
        ),
        RemarkKind::PackageDear { name, covered } => trn!(
            *covered,
            "A package of {covered} session of {name} costs more than {covered} single session",
            "A package of {covered} sessions of {name} costs more than {covered} single sessions",
            covered,
            name = text(name)
        ),

        RemarkKind::Moved { name, cause, due, to, count } => moved(text(name), cause, (*due, *to), count - 1),
        RemarkKind::LeftOut { name, cause, count } => left_out(text(name), cause, *count),
        RemarkKind::UpkeepStops { name, date: day, percent } => tr!(
            "Upkeep of {name} stops after {date}: half a year of sessions could not lift the result above {share} of its \
             peak",
            name = text(name),
            date = date(*day),
            share = share(f64::from(*percent) / 100.0)
        ),
        RemarkKind::CutOff { name, beyond, cause } => cut_off(text(name), *beyond, cause.as_ref()),
    }
}

/// That sessions of a course are not within the plan, and what pushed them out.
fn cut_off(name: &str, beyond: usize, cause: Option<&MovedBy>) -> String {
    let cut_off = trn!(
        beyond as u64,
        "{name}: {beyond} session of the course falls on or after the end of the plan and is not counted",
        "{name}: {beyond} sessions of the course fall on or after the end of the plan and are not counted",
        name,
        beyond
    );
    because(cut_off, cause)
}

/// A sentence with what it comes from behind it.
fn because(said: String, cause: Option<&MovedBy>) -> String {
    match cause {
        Some(cause) => format!("{said} ({})", moved_by(cause)),
        None => said,
    }
}

/// That an option costs more than there is: the budget, and by how much more; the first day of that; the worst stretch, and
/// how many there are.
fn over_budget(
    period: BudgetPeriod,
    (amount, over): (String, String),
    first: Date,
    (stretch, stretches): (u32, u32),
) -> String {
    let date = date(first);
    match period {
        BudgetPeriod::Plan => {
            tr!("Costs {over} more than the budget of {amount}, which is exceeded on {date}", over, amount, date)
        }
        BudgetPeriod::Year => trn!(
            stretches,
            "Year {year} costs {over} more than the budget of {amount} a year",
            "{years} years cost more than the budget of {amount} a year, the most in year {year}: {over} more",
            years = stretches,
            year = stretch,
            over,
            amount
        ),
        BudgetPeriod::Month => {
            tr!("What {amount} a month puts aside falls short from {date} on, by {over} at most", amount, date, over)
        }
    }
}

/// That the first of some sessions was due on a day and is on another, and how many others move.
fn moved(name: &str, cause: &MovedBy, (due, to): (Date, Date), others: usize) -> String {
    let (due, to) = (date(due), date(to));
    let moved = match others {
        0 => tr!("{name} of {due} moves to {to}", name, due, to),
        _ => trn!(
            others as u64,
            "{name} of {due} moves to {to}, and {others} more session with it",
            "{name} of {due} moves to {to}, and {others} more sessions with it",
            name,
            due,
            to,
            others
        ),
    };
    because(moved, Some(cause))
}

/// That sessions of upkeep are left out.
fn left_out(name: &str, cause: &MovedBy, count: usize) -> String {
    let left_out = trn!(
        count as u64,
        "{name}: {count} session of upkeep is left out, as the next one follows soon",
        "{name}: {count} sessions of upkeep are left out, as the next one follows soon",
        name,
        count
    );
    because(left_out, Some(cause))
}

/// That a treatment costs less on days on which another one is given too.
fn beside(name: &str, with: &str, price: &str, unit: &str) -> String {
    tr!("{name} costs {price} a {unit} where {with} is given on the same day", name, price, unit, with)
}

/// That a treatment costs less on a further part of the body.
fn further_area(name: &str, area: &str, part: Percent) -> String {
    let percent = percent(part);
    if area.is_empty() {
        tr!(
            "{name} costs {percent} of its price where it is given on several parts of the body on one day",
            name,
            percent
        )
    } else {
        tr!(
            "{name} on {area} costs {percent} of its price, as a further part of the body on one day",
            name,
            area,
            percent
        )
    }
}

/// A remark as a client reads it: what it asks of the clinic becomes a question to the clinic.
pub fn remark_for_client(about: &Remark) -> String {
    match &about.kind {
        RemarkKind::Placeholder(name) => {
            tr!("The price of {name} is a placeholder; ask for the clinic's own", name = text(name))
        }
        RemarkKind::AreaUnsaid { name, .. } => {
            tr!("The price of {name} depends on the part of the body; ask for the clinic's own", name = text(name))
        }
        RemarkKind::Membership(remark) => super::membership::worth_asking(remark),
        _ => remark(about),
    }
}
