//! Ways to pay the same sessions, and add-ons to them: singly, in each package that the price list has of them, or as a member of the
//! clinic.

use crate::catalog::Catalog;
use crate::document::{ExtraId, LineId};
use crate::ledger::Ledger;
use crate::plan::{Line, LinePackage, Membership, Plan, TreatmentOption};
use crate::schedule::{Phase, Schedule};
use crate::units::{Date, Day, Money, Spread};

/// A way to pay the course of a line, or an option as a whole, all else as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which way it is.
    pub kind: WayKind,
    /// Whether that is how it is planned.
    pub is_chosen: bool,
    /// Whether its terms are not those of the price list, but typed in the plan.
    pub is_typed: bool,
    /// The terms of a member; none where nobody is one.
    pub membership: Option<Membership>,
    /// What the option comes to in all.
    pub total: Spread<Money>,
    /// The days on which something is typically paid, each with what has been paid up to and including it.
    pub paid: Vec<(Day, Money)>,
    /// What it typically costs more in all than the plain way; below zero if it costs less.
    pub more: Money,
    /// From which session of the course, or which visit of the option, on no more has been paid than in the plain way, and its day;
    /// none if that is never so, and for the plain way.
    pub even: Option<(u32, Date)>,
}

/// How is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
    /// The course of a line, or an add-on to it, by single sessions: the plain way for it.
    Single {
        /// The line.
        line: LineId,
        /// The add-on; none for the sessions themselves.
        add_on: Option<ExtraId>,
    },
    /// The course of a line, or an add-on to it, by packages.
    Package {
        /// The line.
        line: LineId,
        /// The add-on; none for the sessions themselves.
        add_on: Option<ExtraId>,
        /// How many sessions a package covers.
        sessions: u32,
    },
    /// The option as by everybody: the plain way for it.
    WithoutMembership,
    /// The option by a member of the clinic.
    Member,
}

impl Way {
    /// What has typically been paid up to and including a day, or a part of it.
    pub fn spent_by(&self, day: f64) -> Money {
        let paid = self.paid.partition_point(|(other, _)| f64::from(*other) <= day);
        paid.checked_sub(1).map(|last| self.paid[last].1).unwrap_or_default()
    }
}

impl WayKind {
    /// What is paid for: the course of a line, or an add-on to it; none where it is the whole option.
    pub fn sold(self) -> Option<(LineId, Option<ExtraId>)> {
        match self {
            Self::Single { line, add_on } | Self::Package { line, add_on, .. } => Some((line, add_on)),
            Self::WithoutMembership | Self::Member => None,
        }
    }
}

/// The ways to pay the course of each line of an option that has more than one, then those to pay all of it, each time the plain
/// one first.
pub fn ways(plan: &Plan, option: &TreatmentOption, schedule: &Schedule, catalog: &Catalog) -> Vec<Way> {
    let weighed = Weighed { plan, option, schedule };
    let mut found = Vec::new();
    for line in &option.lines {
        let of_course = schedule.sessions.iter().filter(|one| one.line == line.id && one.phase == Phase::Course);
        let course = of_course.map(|session| (session.number, session.day, session.date)).collect::<Vec<_>>();
        for add_on in std::iter::once(None).chain(line.add_ons.iter().map(|add_on| Some(add_on.id))) {
            let now = line.package_of(add_on);
            let offers = packages(plan, line, add_on, catalog).into_iter().map(|(package, is_typed)| Offer {
                kind: WayKind::Package { line: line.id, add_on, sessions: package.sessions },
                is_chosen: now == Some(&package),
                is_typed,
                membership: None,
                paid: weighed.packed((line.id, add_on), Some(package)),
            });
            let plain = || weighed.packed((line.id, add_on), None);
            let single = WayKind::Single { line: line.id, add_on };
            found.extend(weigh((single, now.is_none()), plain, offers.collect(), &course));
        }
    }
    let offers = memberships(plan, option, catalog).into_iter().map(|(membership, is_typed)| Offer {
        kind: WayKind::Member,
        is_chosen: option.membership.as_ref() == Some(&membership),
        is_typed,
        paid: weighed.paid(|other| other.membership = Some(membership.clone())),
        membership: Some(membership),
    });
    let plain = || weighed.paid(|other| other.membership = None);
    let at_clinic = schedule.sessions.iter().filter(|session| !option[session.line].is_device());
    let mut days: Vec<(Day, Date)> = at_clinic.map(|session| (session.day, session.date)).collect();
    days.dedup();
    let visits = (1..).zip(days).map(|(number, (day, date))| (number, day, date)).collect::<Vec<_>>();
    found.extend(weigh((WayKind::WithoutMembership, option.membership.is_none()), plain, offers.collect(), &visits));
    found
}

/// What is paid in different ways.
struct Weighed<'a> {
    plan: &'a Plan,
    option: &'a TreatmentOption,
    schedule: &'a Schedule,
}

impl Weighed<'_> {
    fn paid(&self, change: impl FnOnce(&mut TreatmentOption)) -> Ledger {
        let mut other = self.option.clone();
        change(&mut other);
        Ledger::of(self.plan, &other, self.schedule)
    }

    /// What is paid where the course of a line, or an add-on to it, is bought in such packages, or singly.
    fn packed(&self, (line, add_on): (LineId, Option<ExtraId>), package: Option<LinePackage>) -> Ledger {
        self.paid(|other| {
            if let Some(line) = other.lines.iter_mut().find(|one| one.id == line) {
                line.set_package(add_on, package);
            }
        })
    }
}

/// A way besides the plain one.
struct Offer {
    kind: WayKind,
    is_chosen: bool,
    is_typed: bool,
    membership: Option<Membership>,
    paid: Ledger,
}

/// The plain way and others beside it; nothing where there are no others. `visits` are what they are even by: number and day.
fn weigh(
    (kind, is_chosen): (WayKind, bool),
    plain: impl FnOnce() -> Ledger,
    offers: Vec<Offer>,
    visits: &[(u32, Day, Date)],
) -> Vec<Way> {
    if offers.is_empty() {
        return Vec::new();
    }
    let plain = plain();
    let first = Way {
        kind,
        is_chosen,
        is_typed: false,
        membership: None,
        total: plain.total,
        paid: along(&plain),
        more: Money::ZERO,
        even: None,
    };
    let others = offers.into_iter().map(|Offer { kind, is_chosen, is_typed, membership, paid }| Way {
        kind,
        is_chosen,
        is_typed,
        membership,
        total: paid.total,
        paid: along(&paid),
        more: paid.total.typical - plain.total.typical,
        even: even(visits, &paid, &plain),
    });
    std::iter::once(first).chain(others).collect()
}

fn along(ledger: &Ledger) -> Vec<(Day, Money)> {
    let days = ledger.entries.chunk_by(|one, other| one.day == other.day).map(|of_day| of_day[0].day);
    days.map(|day| (day, ledger.spent(day).typical)).collect()
}

/// The packages of a line, or of an add-on to it, that fit its course, the smallest first: those of the price list, and the one that is
/// typed.
fn packages(plan: &Plan, line: &Line, add_on: Option<ExtraId>, catalog: &Catalog) -> Vec<(LinePackage, bool)> {
    let Some(treatment) = catalog.treatment(&line.treatment) else { return Vec::new() };
    let listed = match add_on {
        None => catalog.rates(treatment, &line.area, plan.currency).packages,
        Some(add_on) => {
            let known = line[add_on].add_on.as_ref().and_then(|id| catalog.add_on(id));
            known.map(|known| known.packages_in(plan.currency)).unwrap_or_default()
        }
    };
    let listed = listed.into_iter().map(|package| LinePackage::listed(package, treatment)).collect();
    let mut packages = with_typed(listed, line.package_of(add_on));
    packages.retain(|(package, _)| package.sessions <= line.sessions);
    packages.sort_by_key(|(package, is_typed)| (package.sessions, *is_typed));
    packages
}

/// The memberships that an option may be paid by: that of the price list, and the one that is typed.
fn memberships(plan: &Plan, option: &TreatmentOption, catalog: &Catalog) -> Vec<(Membership, bool)> {
    let listed = Membership::listed(&catalog.defaults.membership, plan.currency, &option.lines)
        .filter(|_| !option.lines.is_empty());
    with_typed(listed.into_iter().collect(), option.membership.as_ref())
}

/// What is listed, and what is typed if that is something else, each with whether it is typed.
fn with_typed<T: Clone + PartialEq>(listed: Vec<T>, typed: Option<&T>) -> Vec<(T, bool)> {
    let own = typed.filter(|own| !listed.contains(own)).cloned();
    listed.into_iter().map(|one| (one, false)).chain(own.map(|own| (own, true))).collect()
}

/// The first visit from whose day on one ledger has typically never more in it than the other.
fn even(visits: &[(u32, Day, Date)], one: &Ledger, other: &Ledger) -> Option<(u32, Date)> {
    let days = one.entries.iter().chain(&other.entries).map(|entry| entry.day);
    let is_dearer = |day: &Day| one.spent(*day).typical > other.spent(*day).typical;
    let last_dearer = days.filter(is_dearer).max();
    let (number, _, date) = visits.iter().find(|(_, day, _)| last_dearer.is_none_or(|dearer| *day > dearer))?;
    Some((*number, *date))
}
