//! The estimate in words and tables.

use super::paying;
use super::table::{Align, Table, heading, sentence};
use crate::catalog::ConcernId;
use crate::compare::result_years;
use crate::estimate::{Estimate, OptionEstimate, Projection};
use crate::ledger::Heading;
use crate::locale::{tr, trn};
use crate::plan::TreatmentOption;
use crate::report::PlanResults;
use crate::schedule::{Phase, Session};
use crate::units::{Currency, Day, Money, Spread, UnitCount};
use crate::wording;
use std::iter;

/// From this many sessions on, dates are summed up.
const MANY: usize = 13;

pub(super) fn write(text: &mut String, results: &PlanResults<'_>) {
    heading(text, &title(results));
    for (position, option) in results.estimate.options.iter().enumerate() {
        heading(text, &wording::option_title(option).replace(['\n', '\t'], " "));
        if let Some(typed) = results.typed(position) {
            plan(text, results, option, typed);
            entries(text, results, option, typed);
        }
        sums(text, results.estimate, option);
        by_sessions(text, results.estimate, option);
        paying::write(text, results, option);
        paying::write_ways(text, results, position);
        if let Some(projection) = &option.projection {
            // Of several concerns each table says which one it is for.
            let concern =
                results.further.first().map(|_| wording::concern_name(results.catalog, &results.plan.concern));
            result(text, results.estimate, (option, concern.unwrap_or(tr!("Result"))), projection);
        }
        for further in results.further {
            of_further(text, results, &further.estimate.options[position], &further.plan.concern);
        }
        if option.mark.is_some() {
            occasions(text, results.estimate, option);
        }
    }
}

/// What it comes to by the number of sessions; nothing where that is settled.
fn by_sessions(text: &mut String, estimate: &Estimate, option: &OptionEstimate) {
    let rows = wording::by_sessions(option, estimate, |total| wording::spread(total, estimate.currency));
    if rows.is_empty() {
        return;
    }
    let mut table = Table::new(&[Align::Left, Align::Right]);
    for (name, cells) in rows {
        table.row(iter::once(name.to_owned()).chain(cells));
    }
    text.push('\n');
    table.write(text);
}

/// What the plan is about: `Acne scars, 5 years from 22 Nov 2026, in USD`.
pub(super) fn title(results: &PlanResults<'_>) -> String {
    let PlanResults { plan, estimate, catalog, further, .. } = *results;
    let further = further.iter().map(|further| &further.plan.concern);
    let concern = wording::concerns(iter::once(&plan.concern).chain(further), catalog);
    let title = trn!(
        estimate.horizon_years,
        "{concern}, {years} year from {start}, in {currency}",
        "{concern}, {years} years from {start}, in {currency}",
        concern,
        years = estimate.horizon_years,
        start = wording::date(estimate.start),
        currency = estimate.currency,
    );
    if plan.reference.is_empty() { title } else { format!("{}: {title}", plan.reference) }.replace(['\n', '\t'], " ")
}

/// The lines, and when their sessions are.
fn plan(text: &mut String, results: &PlanResults<'_>, option: &OptionEstimate, typed: &TreatmentOption) {
    if let Some(membership) = &typed.membership {
        sentence(text, 2, &wording::membership(membership, results.terms(), results.catalog));
    }
    for line in &typed.lines {
        sentence(text, 2, &wording::line_summary(line, results.catalog));
        for phase in [Phase::Course, Phase::Upkeep] {
            let sessions =
                option.schedule.sessions.iter().filter(|session| session.line == line.id && session.phase == phase);
            let sessions: Vec<&Session> = sessions.collect();
            if let (Some(first), Some(last)) = (sessions.first(), sessions.last()) {
                let days = dates(&sessions, first, last);
                let said = match phase {
                    Phase::Course => tr!("Course on {days}", days),
                    Phase::Upkeep => tr!("Upkeep on {days}", days),
                };
                sentence(text, 4, &said);
            }
        }
    }
}

fn dates(sessions: &[&Session], first: &Session, last: &Session) -> String {
    if sessions.len() >= MANY {
        let (from, to) = (wording::date(first.date), wording::date(last.date));
        let count = sessions.len();
        return trn!(
            count as u64,
            "{count} day from {from} to {to}",
            "{count} days from {from} to {to}",
            count,
            from,
            to
        );
    }
    sessions.iter().map(|session| wording::date(session.date)).collect::<Vec<_>>().join(", ")
}

fn entries(text: &mut String, results: &PlanResults<'_>, option: &OptionEstimate, typed: &TreatmentOption) {
    if option.ledger.entries.is_empty() {
        return;
    }
    let mut table = money_table(tr!("What is paid"));
    for entry in &option.ledger.entries {
        let what = wording::entry(entry, typed, results.catalog);
        let what =
            if entry.units == UnitCount::ONE { what } else { format!("{what} × {}", wording::units(entry.units)) };
        table.row(money_row(
            format!("{}  {what}", padded(&wording::date(entry.date))),
            entry.amount,
            results.estimate.currency,
        ));
    }
    text.push('\n');
    table.write(text);
}

/// A date in a column of its own width.
fn padded(date: &str) -> String {
    format!("{date:>11}")
}

fn sums(text: &mut String, estimate: &Estimate, option: &OptionEstimate) {
    let (ledger, currency) = (&option.ledger, estimate.currency);
    if ledger.entries.is_empty() {
        return sentence(text, 2, tr!("Nothing to pay."));
    }
    let mut table = money_table(tr!("Sums"));
    for heading in Heading::ALL {
        let sum = ledger.heading(heading);
        if sum != Spread::default() {
            table.row(money_row(wording::heading(heading), sum, currency));
        }
    }
    for (sum, year) in ledger.years.iter().zip(1..) {
        table.row(money_row(tr!("Year {year}", year), *sum, currency));
    }
    table.row(money_row(tr!("Total"), ledger.total, currency));
    text.push('\n');
    table.write(text);
}

fn money_table(what: &str) -> Table {
    let mut table = Table::new(&[Align::Left, Align::Right]);
    table.row([what, tr!(in "column", "low"), tr!(in "column", "typical"), tr!(in "column", "high")]);
    table
}

fn money_row(what: impl Into<String>, amount: Spread<Money>, currency: Currency) -> [String; 4] {
    let [low, typical, high] = amount.to_array().map(|amount| wording::money_exact(amount, currency));
    [what.into(), low, typical, high]
}

/// The improvement after some years, the peak, and what else is read off the curve.
fn result(text: &mut String, estimate: &Estimate, (option, name): (&OptionEstimate, &str), projection: &Projection) {
    use Align::{Left, Right};
    let mut table = Table::new(&[Left, Right, Right, Right, Right, Right, Left]);
    let (improvement, net) = (tr!(in "column", "improvement"), tr!(in "column", "against today"));
    let (clinics, people) = (wording::notices::clinics(), wording::notices::people());
    table.row([name, improvement, clinics, people, net, clinics, ""]);
    for (name, day) in days(estimate, projection) {
        let point = projection.at(day);
        table.row([
            name,
            wording::share(point.improvement.typical),
            wording::share_range(point.improvement.of_clinics()),
            wording::share_range(point.improvement.of_people()),
            wording::share(point.net().typical),
            wording::share_range(point.net().of_clinics()),
            if point.extrapolated { tr!("beyond the evidence") } else { "" }.to_owned(),
        ]);
    }
    text.push('\n');
    table.write(text);
    if option.mark.is_some() {
        measures(text, estimate, projection);
    }
}

/// What an option comes to for a further concern.
fn of_further(text: &mut String, results: &PlanResults<'_>, option: &OptionEstimate, concern: &ConcernId) {
    let name = wording::concern_name(results.catalog, concern);
    match &option.projection {
        Some(projection) => result(text, results.estimate, (option, name), projection),
        None => sentence(text, 2, &format!("{name}: {}.", tr!("Cost only: no improvement is projected"))),
    }
}

/// How an option stands on the days that matter.
fn occasions(text: &mut String, estimate: &Estimate, option: &OptionEstimate) {
    for (occasion, on) in estimate.occasions.iter().zip(&option.occasions) {
        let day = wording::occasion(&occasion.name, estimate.date(occasion.day));
        sentence(text, 2, &format!("{day}: {}.", wording::on_occasion(on, estimate)));
    }
}

/// The peak, and the ends of the years people ask for.
fn days(estimate: &Estimate, projection: &Projection) -> Vec<(String, Day)> {
    let peak = projection
        .peak
        .map(|peak| (tr!("Peak, {month}", month = wording::month_year(estimate.date(peak.day))), peak.day));
    let years = result_years(estimate.horizon_years).filter_map(|year| {
        let name = trn!(year, "After {years} year", "After {years} years", years = year);
        Some((name, *estimate.year_bounds.get(year as usize)?))
    });
    peak.into_iter().chain(years).collect()
}

fn measures(text: &mut String, estimate: &Estimate, projection: &Projection) {
    let mut said = Vec::new();
    if let Some(day) = projection.noticeable {
        said.push(tr!("Noticeable from {date}", date = wording::date(estimate.date(day))));
    }
    if projection.peak.is_some() {
        let months = wording::lasts(projection.lasts_months);
        said.push(tr!("without upkeep, under two thirds of its peak {months} after the course", months));
    }
    if let Some(months) = projection.months_at_target {
        said.push(tr!("{months} at or above the target", months = wording::rough_months(months.typical)));
    }
    let years = projection.improvement_years.of_clinics().map(wording::improvement_years);
    said.push(tr!(
        "improvement-years {typical} ({low}–{high})",
        typical = years.typical,
        low = years.low,
        high = years.high,
    ));
    sentence(text, 2, &(said.join("; ") + "."));
}
