//! Plans estimated one after the other: what an edit leaves alone is kept.

use super::beginnings::{Beginnings, Dated, on_occasion};
use super::begun::Begun;
use super::budget::over_budget;
use super::by_sessions::{Brief, SessionsNeeded, WithSessions};
use super::checklist;
use super::context::Context;
use super::course::{Course, Outcome};
use super::figures::{Figures, OptionFigures};
use super::membership::of_membership;
use super::occasion::OnOccasion;
use super::options::{Estimate, OptionEstimate};
use super::payment::Payment;
use super::remarks;
use crate::catalog::Catalog;
use crate::document::{OptionId, StrongSun, limits};
use crate::engine::{Cache, Params, Tables};
use crate::finance::{Credit, Deposit};
use crate::ledger::Ledger;
use crate::plan::{
    ClinicalRemark, DatedPayment, Line, Membership, Plan, Problem, Problems, Remark, RemarkKind, TreatmentOption,
};
use crate::schedule::Schedule;
use crate::units::{Date, Day, Discount, Money, Percent, Tax};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// For each concern more options than a plan has, and a few steps of undo.
const MOST: usize = 16 * (1 + limits::FURTHER);

/// How many further numbers of sessions there may be of each.
const OTHERS: usize = 2;

/// Estimates plans and keeps what it has worked out by the content of what that depends on: a price moves no curve and no
/// date, and an edit of one option leaves the others alone. What comes out is the same as from scratch, bit for bit.
#[derive(Debug)]
pub struct Estimator {
    tables: Tables,
    courses: Cache<Course, Option<Outcome>>,
    /// Of options with fewer or more sessions.
    others: Cache<Course, Option<Brief>>,
    /// How options stand on days that matter.
    occasions: Cache<(Course, Vec<Day>), Vec<OnOccasion>>,
    bills: Cache<Bill<'static>, Paid>,
}

/// Everything that the money of an option depends on.
#[derive(Debug, PartialEq)]
struct Bill<'a> {
    start: Date,
    end: Date,
    years: u32,
    consultation_fee: Money,
    terms: (Tax, Discount, Percent, bool),
    paying: (Deposit, Option<Credit>),
    lines: Cow<'a, [Line]>,
    membership: Cow<'a, Option<Membership>>,
    payments: Cow<'a, [DatedPayment]>,
    schedule: Arc<Schedule>,
}

/// The money of an option.
#[derive(Debug)]
struct Paid {
    ledger: Arc<Ledger>,
    payment: Option<Payment>,
}

impl Default for Estimator {
    fn default() -> Self {
        Self {
            tables: Tables::default(),
            courses: Cache::new(MOST),
            others: Cache::new(OTHERS * MOST),
            occasions: Cache::new(MOST),
            bills: Cache::new((1 + OTHERS) * MOST),
        }
    }
}

impl Estimator {
    /// Derives everything from a plan.
    ///
    /// # Errors
    /// Sessions closer than the safe minimum, in every option where there are some.
    pub fn estimate(&mut self, plan: &Plan, catalog: &Catalog) -> Result<Estimate, Problems> {
        self.with(Context::new(plan, catalog), |estimator, context, option, _| {
            let estimate = estimator.by_sessions(context, option)?;
            Ok(estimator.on_occasions(context, option, estimate))
        })
    }

    /// Derives everything from a plan with other parameters of the model than the catalogue's, but for other numbers of sessions
    /// and days that matter.
    ///
    /// # Errors
    /// As [`Self::estimate`].
    pub fn estimate_with(
        &mut self,
        plan: &Plan,
        catalog: &Catalog,
        change: impl FnMut(&mut Params<'_>),
    ) -> Result<Estimate, Problems> {
        let context = Context::new(plan, catalog).changed(change);
        self.with(context, |estimator, context, option, _| estimator.option(context, option))
    }

    /// Derives a plan's estimate as it was: its dates, its money and its figures are taken from what was kept, and what else
    /// there is to show of them from the catalogue.
    ///
    /// # Errors
    /// As [`Self::estimate`], where nothing was kept of an option.
    pub fn recall(&mut self, plan: &Plan, catalog: &Catalog, figures: &Figures) -> Result<Estimate, Problems> {
        self.with(Context::new(plan, catalog), |estimator, context, option, id| match figures.option(id) {
            Some(figures) => {
                let mut recalled = estimator.recalled(context, option, figures);
                recalled.occasions = recalled.on_occasions(context, option, &mut estimator.tables);
                Ok(recalled)
            }
            None => estimator.option(context, option),
        })
    }

    /// Derives everything from a plan by deriving each option, and doing nothing, which has no id.
    fn with(
        &mut self,
        context: Context<'_>,
        derive: impl Fn(&mut Self, &Context<'_>, &TreatmentOption, Option<OptionId>) -> Result<OptionEstimate, Vec<Problem>>,
    ) -> Result<Estimate, Problems> {
        let (plan, catalog) = (context.plan, context.catalog);
        let (mut options, mut problems) = (Vec::with_capacity(plan.options.len() + 1), Vec::new());
        for option in &plan.options {
            match derive(self, &context, option, Some(option.id)) {
                Ok(option) => options.push(option),
                Err(found) => problems.extend(found),
            }
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let nothing =
            TreatmentOption { lines: Vec::new(), membership: None, payments: Vec::new(), ..plan.options[0].clone() };
        let nothing = derive(self, &context, &nothing, None).map_err(Problems)?;
        options.push(OptionEstimate { id: None, mark: None, name: None, ..nothing });
        Ok(Estimate {
            start: plan.start,
            unpriced: plan.unpriced,
            currency: plan.currency,
            horizon_years: plan.horizon_years,
            horizon_days: context.horizon,
            target: plan.target,
            worth: plan.worth,
            budget: plan.budget,
            occasions: context.occasions.into_iter().cloned().collect(),
            options,
            remarks: remarks::of_plan(plan, catalog, context.concern),
            year_bounds: context.bounds,
        })
    }

    /// An option with what it comes to with fewer or more sessions.
    fn by_sessions(&mut self, context: &Context<'_>, option: &TreatmentOption) -> Result<OptionEstimate, Vec<Problem>> {
        let estimate = self.option(context, option)?;
        let mut found = Vec::new();
        for needed in SessionsNeeded::ALL {
            if let Some(other) = needed.option(option) {
                found.extend(self.other(context, &other, needed));
            } else if needed == SessionsNeeded::Typical {
                found.push(estimate.with_sessions(needed, context.horizon));
            }
        }
        Ok(estimate.by_sessions(option, found))
    }

    /// An option with how it stands on the days that matter.
    fn on_occasions(
        &mut self,
        context: &Context<'_>,
        option: &TreatmentOption,
        estimate: OptionEstimate,
    ) -> OptionEstimate {
        if context.occasions.is_empty() {
            return estimate;
        }
        let days = context.occasions.iter().map(|occasion| occasion.day).collect();
        let occasions = self.occasions.get((Course::of(context, &option.lines), days), PartialEq::eq, |key| {
            let occasions = estimate.on_occasions(context, option, &mut self.tables);
            (key, occasions)
        });
        OptionEstimate { occasions: occasions.to_vec(), ..estimate }
    }

    /// What an option comes to that has another number of sessions; none where it cannot be.
    fn other(
        &mut self,
        context: &Context<'_>,
        option: &TreatmentOption,
        needed: SessionsNeeded,
    ) -> Option<WithSessions> {
        let brief = self.others.get(Course::of(context, &option.lines), PartialEq::eq, |course| {
            let brief = course.work_out_briefly(context, option, &mut self.tables).ok();
            (course, brief)
        });
        let brief = brief.as_ref().as_ref()?;
        Some(brief.with_sessions(needed, &self.paid(context, option, &brief.schedule).ledger))
    }

    fn option(&mut self, context: &Context<'_>, option: &TreatmentOption) -> Result<OptionEstimate, Vec<Problem>> {
        let mut problems = Vec::new();
        let outcome = self.courses.get(Course::of(context, &option.lines), PartialEq::eq, |course| {
            let results = course.work_out(context, option, &mut self.tables).map_err(|found| problems = found).ok();
            (course, results)
        });
        if !problems.is_empty() {
            return Err(problems);
        }
        let again;
        let outcome = if let Some(outcome) = &*outcome {
            outcome
        } else {
            // Of kept problems only that there are some is known: they name what may be called otherwise now.
            again = Course::of(context, &option.lines).work_out(context, option, &mut self.tables)?;
            &again
        };
        let paid = self.paid(context, option, &outcome.schedule);
        let of_rules = of_rules(context, option, outcome);
        Ok(OptionEstimate::new(context, option, outcome, of_rules, (Arc::clone(&paid.ledger), paid.payment)))
    }

    /// What the dated sessions of an option cost.
    fn paid(&mut self, context: &Context<'_>, option: &TreatmentOption, schedule: &Arc<Schedule>) -> Arc<Paid> {
        self.bills.get(
            Bill::of(context.plan, option, schedule),
            |kept, bill| kept == bill,
            |bill| {
                let ledger = Ledger::of(context.plan, option, &bill.schedule);
                let paid = Paid { payment: Payment::of(context.plan, &ledger), ledger: Arc::new(ledger) };
                let kept = Bill {
                    lines: Cow::Owned(bill.lines.into_owned()),
                    membership: Cow::Owned(bill.membership.into_owned()),
                    payments: Cow::Owned(bill.payments.into_owned()),
                    ..bill
                };
                (kept, paid)
            },
        )
    }

    /// An option as it was.
    fn recalled(&mut self, context: &Context<'_>, option: &TreatmentOption, figures: &OptionFigures) -> OptionEstimate {
        let outcome = Course::of(context, &option.lines).recall(context, figures, &mut self.tables);
        let ledger = Arc::new(Ledger::sum(figures.entries.clone(), &context.bounds));
        let of_rules = figures.of_rules.clone().unwrap_or_else(|| of_rules(context, option, &outcome));
        let recalled = OptionEstimate::new(context, option, &outcome, of_rules, (ledger, figures.payment));
        recalled.by_sessions(option, figures.by_sessions.clone())
    }
}

/// What a clinician decides by the rules on what is given when, each once.
fn of_rules(context: &Context<'_>, option: &TreatmentOption, outcome: &Outcome) -> Vec<ClinicalRemark> {
    let of_sessions = outcome.schedule.clinical(context.plan, option, context.catalog);
    let on_hold = checklist::on_hold(context, option, &outcome.schedule);
    let mut once: Vec<ClinicalRemark> = Vec::new();
    for remark in of_sessions.into_iter().chain(on_hold) {
        if !once.contains(&remark) {
            once.push(remark);
        }
    }
    once
}

impl Estimate {
    /// Derives everything from a plan, from scratch.
    ///
    /// # Errors
    /// As [`Estimator::estimate`].
    pub fn of(plan: &Plan, catalog: &Catalog) -> Result<Self, Problems> {
        Estimator::default().estimate(plan, catalog)
    }
}

impl OptionEstimate {
    /// How it stands on each of the days that matter.
    fn on_occasions(&self, context: &Context<'_>, option: &TreatmentOption, tables: &mut Tables) -> Vec<OnOccasion> {
        let plan = context.plan;
        let planned = Begun {
            projection: self.projection.clone(),
            horizon: context.horizon,
            unseen: Arc::clone(&self.unseen),
            first: self.schedule.sessions.first().map(|session| session.day),
        };
        let is_free = plan.time_off.is_empty() && plan.strong_sun == StrongSun::Unminded;
        let mut beginnings = match plan.as_of {
            Some(_) => Beginnings::None,
            None if is_free => Beginnings::Alike(&planned),
            None => Beginnings::Dated(Dated { context, option, tables, known: BTreeMap::new() }),
        };
        let days = context.occasions.iter().map(|occasion| occasion.day);
        days.map(|day| on_occasion(&planned, &mut beginnings, day)).collect()
    }

    /// The same with what was found of it with other numbers of sessions, and with what is to be said of those that cannot be.
    fn by_sessions(mut self, option: &TreatmentOption, found: Vec<WithSessions>) -> Self {
        let is_missing =
            |needed: &SessionsNeeded| needed.option(option).is_some() && found.iter().all(|one| one.needed != *needed);
        let missing: Vec<SessionsNeeded> = SessionsNeeded::ALL.into_iter().filter(is_missing).collect();
        self.remarks.extend(missing.into_iter().map(|needed| needed.too_close(option.mark)));
        // As planned is nothing to be told apart where there is nothing else.
        self.by_sessions = if found.len() > 1 { found } else { Vec::new() };
        self
    }

    fn new(
        context: &Context<'_>,
        option: &TreatmentOption,
        outcome: &Outcome,
        of_rules: Vec<ClinicalRemark>,
        (ledger, payment): (Arc<Ledger>, Option<Payment>),
    ) -> Self {
        let remark = |kind| Remark { mark: Some(option.mark), kind };
        let mut remarks: Vec<Remark> = over_budget(context.plan, &ledger).map(remark).into_iter().collect();
        remarks.extend(of_rules.into_iter().map(|clinical| remark(clinical.into())));
        remarks.extend(outcome.schedule.remarks(context.plan, option, context.catalog));
        remarks.extend(remarks::of_option(context, option));
        remarks.extend(remarks::of_further_areas(context, option, &outcome.schedule).into_iter().map(remark));
        remarks.extend(remarks::of_besides(context, option, &outcome.schedule).into_iter().map(remark));
        remarks.extend(remarks::of_packages(context, option, &ledger, &outcome.schedule).into_iter().map(remark));
        remarks.extend(of_membership(context, option, &ledger, &outcome.schedule).into_iter().map(remark));
        remarks.extend(remarks::of_serving(context, option).into_iter().map(remark));
        let shown = outcome.place.clone();
        let concern = || context.named(&context.plan.concern);
        remarks.extend(shown.map(|area| RemarkKind::ShownFor { area, concern: concern() }).map(remark));
        Self {
            id: Some(option.id),
            mark: Some(option.mark),
            name: Some(option.name.clone()),
            schedule: Arc::clone(&outcome.schedule),
            ledger,
            payment,
            projection: outcome.projection.clone(),
            days: Arc::clone(&outcome.days),
            phases: outcome.phases.clone(),
            visits: outcome.visits,
            downtime_days: outcome.downtime_days,
            unseen: Arc::clone(&outcome.unseen),
            occasions: Vec::new(),
            by_sessions: Vec::new(),
            remarks,
        }
    }
}

impl<'a> Bill<'a> {
    fn of(plan: &Plan, option: &'a TreatmentOption, schedule: &Arc<Schedule>) -> Self {
        Self {
            start: plan.start,
            end: plan.end,
            years: plan.horizon_years,
            consultation_fee: plan.consultation_fee,
            terms: (plan.tax, plan.discount, plan.price_growth, plan.fee_credited),
            paying: (plan.deposit, plan.credit),
            lines: Cow::Borrowed(&option.lines),
            membership: Cow::Borrowed(&option.membership),
            payments: Cow::Borrowed(&option.payments),
            schedule: Arc::clone(schedule),
        }
    }
}
