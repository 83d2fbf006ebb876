//! Ways to pay the same sessions: singly, or in each package that the price list has of them.

use crate::catalog::Catalog;
use crate::document::LineId;
use crate::ledger::Ledger;
use crate::plan::{Line, LinePackage, Plan, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::units::{Date, Money, Spread};

/// A way to pay the course of a line, all else as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The line.
    pub line: LineId,
    /// How many sessions the package covers; none for single sessions.
    pub package: Option<u32>,
    /// Whether that is how it is planned.
    pub is_chosen: bool,
    /// Whether the package is not of the price list, but typed in the plan.
    pub is_typed: bool,
    /// What the option comes to in all.
    pub total: Spread<Money>,
    /// What it typically costs more in all than single sessions; below zero if it costs less.
    pub more: Money,
    /// From which session of the course on no more has been paid than singly, and its day; none if that is never so, and for
    /// single sessions.
    pub even: Option<(u32, Date)>,
}

/// The ways to pay the course of each line of an option that has more than one, single sessions first.
pub fn ways(plan: &Plan, option: &TreatmentOption, schedule: &Schedule, catalog: &Catalog) -> Vec<Way> {
    let mut found = Vec::new();
    for (at, line) in option.lines.iter().enumerate() {
        let packages = packages(plan, line, catalog);
        if packages.is_empty() {
            continue;
        }
        let paid = |package: Option<LinePackage>| {
            let mut other = option.clone();
            other.lines[at].package = package;
            Ledger::of(plan, &other, schedule)
        };
        let singly = paid(None);
        found.push(Way {
            line: line.id,
            package: None,
            is_chosen: line.package.is_none(),
            is_typed: false,
            total: singly.total,
            more: Money::ZERO,
            even: None,
        });
        let course = schedule.sessions.iter().filter(|one| one.line == line.id && one.phase == Phase::Course);
        let course: Vec<&Session> = course.collect();
        found.extend(packages.into_iter().map(|(package, is_typed)| {
            let ledger = paid(Some(package.clone()));
            Way {
                line: line.id,
                package: Some(package.sessions),
                is_chosen: line.package.as_ref() == Some(&package),
                is_typed,
                total: ledger.total,
                more: ledger.total.typical - singly.total.typical,
                even: even(&course, &ledger, &singly),
            }
        }));
    }
    found
}

/// The packages of a line that fit its course, the smallest first: those of the price list, and the one that is typed.
fn packages(plan: &Plan, line: &Line, catalog: &Catalog) -> Vec<(LinePackage, bool)> {
    let Some(treatment) = catalog.treatment(&line.treatment) else { return Vec::new() };
    let rates = catalog.rates(treatment, &line.area, plan.currency);
    let listed = rates.packages.into_iter().map(|package| LinePackage::listed(package, treatment));
    let mut packages: Vec<_> = listed.map(|package| (package, false)).collect();
    if let Some(own) = line.package.iter().find(|own| packages.iter().all(|(package, _)| package != *own)) {
        packages.push((own.clone(), true));
    }
    packages.retain(|(package, _)| package.sessions <= line.sessions);
    packages.sort_by_key(|(package, is_typed)| (package.sessions, *is_typed));
    packages
}

/// The first session of a course from whose day on one ledger has typically never more in it than the other.
fn even(course: &[&Session], one: &Ledger, other: &Ledger) -> Option<(u32, Date)> {
    let days = one.entries.iter().chain(&other.entries).map(|entry| entry.day);
    let is_dearer = |day: &i32| one.spent(*day).typical > other.spent(*day).typical;
    let last_dearer = days.filter(is_dearer).max();
    let session = course.iter().find(|session| last_dearer.is_none_or(|day| session.day > day))?;
    Some((session.number, session.date))
}
