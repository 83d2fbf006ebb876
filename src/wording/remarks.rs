//! What is worth knowing of a plan, in sentences.

use super::{date, money, occasion, share, text};
use crate::locale::{tr, trn};
use crate::plan::{Remark, RemarkKind};
use crate::units::BudgetPeriod;

/// What is worth knowing, in one sentence.
pub fn remark(remark: &Remark) -> String {
    match &remark.kind {
        RemarkKind::CostOnly(reason) => text(reason).to_owned(),
        RemarkKind::Caution(caution) => text(caution).to_owned(),

        RemarkKind::OccasionOutside { name, date } => {
            tr!("{day}, is not within the plan, and nothing is said of it", day = occasion(name, *date))
        }

        RemarkKind::OverBudget { budget, currency, first, over, stretch, stretches } => {
            let (amount, over) = (money(budget.amount, *currency), money(*over, *currency));
            let date = date(*first);
            match budget.period {
                BudgetPeriod::Plan => {
                    tr!("Costs {over} more than the budget of {amount}, which is used up on {date}", over, amount, date)
                }
                BudgetPeriod::Year => trn!(
                    *stretches,
                    "Year {year} costs {over} more than the budget of {amount} a year",
                    "{years} years cost more than the budget of {amount} a year, the most in year {year}: {over} more",
                    years = stretches,
                    year = stretch,
                    over,
                    amount
                ),
                BudgetPeriod::Month => tr!(
                    "What {amount} a month puts aside falls short from {date} on, by {over} at most",
                    amount,
                    date,
                    over
                ),
            }
        }

        RemarkKind::ScarsOnly(name) => {
            tr!("{name} treats scars only: its cost is counted, and no improvement is projected", name = text(name))
        }
        RemarkKind::Unusual(name) => {
            tr!("{name} is not a usual choice for this concern; no source recommends it", name = text(name))
        }
        RemarkKind::Doubtful { name, note } => format!("{}: {}", text(name), text(note)),
        RemarkKind::ShownFor(area) => tr!(
            "The result shown is that of one area, {area}, where most is achieved; each area is reckoned by itself",
            area = text(area)
        ),
        RemarkKind::UpkeepWaits(name) => tr!(
            "Upkeep of {name} waits for a projected result, which this concern does not have; none is dated",
            name = text(name)
        ),
        RemarkKind::Placeholder(name) => {
            tr!("The price of {name} is a placeholder; set the clinic's own", name = text(name))
        }
        RemarkKind::PackagePlaceholder(name) => {
            tr!("The package price of {name} is a placeholder; set the clinic's own", name = text(name))
        }
        RemarkKind::CourseShort { name, covered } => tr!(
            "The course of {name} is shorter than its package of {covered} sessions; every session is paid singly",
            name = text(name),
            covered
        ),
        RemarkKind::PackageDear { name, covered } => tr!(
            "A package of {covered} sessions of {name} costs more than {covered} single sessions",
            covered,
            name = text(name)
        ),

        RemarkKind::SameDay { name, other, date: day } => tr!(
            "{other} and {name} fall on the same day, {date}; check that they go together",
            other = text(other),
            name = text(name),
            date = date(*day)
        ),
        RemarkKind::InDowntime { name, date: day, other, other_date, downtime } => tr!(
            "{name} on {date} falls inside the downtime of {other} on {other_date} ({downtime} days until fully normal)",
            name = text(name),
            date = date(*day),
            other = text(other),
            other_date = date(*other_date),
            downtime
        ),
        RemarkKind::UpkeepStops { name, date: day, percent } => tr!(
            "Upkeep of {name} stops after {date}: half a year of sessions could not lift the result above {share} of its \
             peak",
            name = text(name),
            date = date(*day),
            share = share(f64::from(*percent) / 100.0)
        ),
        RemarkKind::CutOff { name, beyond } => tr!(
            "{beyond} of the course's sessions of {name} fall on or after the end of the horizon and are not counted",
            beyond,
            name = text(name)
        ),
    }
}

/// A remark as a client reads it: what it asks of the clinic becomes a question to the clinic.
pub fn remark_for_client(about: &Remark) -> String {
    match &about.kind {
        RemarkKind::Placeholder(name) => {
            tr!("The price of {name} is a placeholder; ask for the clinic's own", name = text(name))
        }
        _ => remark(about),
    }
}
