//! What is worth knowing besides the numbers.

use super::context::Context;
use super::serving::{counts, places};
use crate::catalog::{Basis, Catalog, Concern, Projection, SkinNote, SuitLevel, Treatment, TreatmentId};
use crate::document::{LineId, Phototype, Upkeep};
use crate::ledger::{Entry, Item, Ledger, besides, further_areas};
use crate::plan::{ClinicalRemark, Line, LinePackage, LineTogether, Plan, Remark, RemarkKind, TreatmentOption};
use crate::schedule::{Phase, Schedule, Session};
use crate::text::Text;
use crate::units::{Money, Spread};
use jiff::ToSpan;

/// Remarks on the whole plan: why there is no projection, and cautions for the client.
pub(super) fn of_plan(plan: &Plan, catalog: &Catalog, concern: Option<&Concern>) -> Vec<Remark> {
    let reason = concern.and_then(|concern| match &concern.projection {
        Projection::CostOnly { reason, .. } => {
            let several = (!plan.further.is_empty()).then(|| concern.name.clone());
            Some(RemarkKind::CostOnly { reason: reason.clone(), concern: several })
        }
        Projection::Modelled(_) => None,
    });
    let caution = |id: &str, holds: bool| {
        let note = catalog.factors.in_words.iter().find(|note| note.id == id);
        let is_given =
            |note: &&SkinNote| note.treatments.is_empty() || note.treatments.iter().any(|id| gives(plan, id));
        note.filter(|_| holds).filter(is_given).map(|note| ClinicalRemark::Caution(note.text.clone()).into())
    };
    let profile = &plan.profile;
    let cautions = [
        caution("darker-skin", profile.phototype.is_some_and(Phototype::is_darker)),
        caution("sensitive-skin", profile.sensitive_skin),
    ];
    let horizon = plan.horizon_days();
    let outside = plan.occasions.iter().filter(|occasion| !(0..=horizon).contains(&occasion.day));
    let outside = outside.map(|occasion| RemarkKind::OccasionOutside {
        name: occasion.name.clone(),
        date: plan.start.saturating_add(i64::from(occasion.day).days()),
    });
    let kinds = reason.into_iter().chain(cautions.into_iter().flatten()).chain(outside);
    kinds.map(|kind| Remark { mark: None, kind }).collect()
}

/// Whether any option has a treatment.
fn gives(plan: &Plan, treatment: &TreatmentId) -> bool {
    plan.options.iter().flat_map(|option| &option.lines).any(|line| line.treatment == *treatment)
}

/// Remarks on one option: prices that are stand-ins, treatments that do not fit.
pub(super) fn of_option(context: &Context<'_>, option: &TreatmentOption) -> Vec<Remark> {
    let mut remarks: Vec<Remark> = Vec::new();
    for kind in option.lines.iter().flat_map(|line| of_line(context, line)) {
        if remarks.iter().all(|other| other.kind != kind) {
            remarks.push(Remark { mark: Some(option.mark), kind });
        }
    }
    remarks
}

fn of_line(context: &Context<'_>, line: &Line) -> Vec<RemarkKind> {
    let Some(treatment) = context.catalog.treatment(&line.treatment) else { return Vec::new() };
    let name = || treatment.name.clone();
    let concern = || context.named(&line.concern);
    let mut kinds = Vec::new();
    let suits = treatment.suits.iter().find(|suit| suit.concern == line.concern);
    let params = context.params_for(line);
    match (suits, params) {
        _ if treatment.response.is_unprojected => kinds.push(RemarkKind::Unprojected(name())),
        (_, Some(params)) if !params.responds(treatment) => {
            kinds.push(RemarkKind::ScarsOnly { name: name(), concern: concern() });
        }
        (None, _) => {
            kinds.push(ClinicalRemark::Unusual { name: name(), of: line.concern.clone(), concern: concern() }.into());
        }
        (Some(suit), _) if suit.level == SuitLevel::Doubtful => {
            kinds.push(
                ClinicalRemark::Doubtful {
                    name: name(),
                    of: line.concern.clone(),
                    concern: concern(),
                    note: suit.note.clone(),
                }
                .into(),
            );
        }
        _ => {}
    }
    if params.is_none() && matches!(line.upkeep, Upkeep::WhenFaded { .. }) {
        kinds.push(RemarkKind::UpkeepWaits { name: name(), concern: concern() });
    }
    if line.price_basis == Basis::Placeholder {
        kinds.push(RemarkKind::Placeholder(name()));
    }
    kinds.extend(area_unsaid(context, line, treatment));
    kinds.extend(of_packages_of(line, &treatment.name, context.plan.unpriced));
    let stand_ins = line.add_ons.iter().filter(|add_on| add_on.price_basis == Basis::Placeholder);
    kinds.extend(stand_ins.map(|add_on| RemarkKind::Placeholder(add_on.name.clone())));
    kinds
}

/// That the price list tells prices apart by parts of the body, and has none for the line's.
fn area_unsaid(context: &Context<'_>, line: &Line, treatment: &Treatment) -> Option<RemarkKind> {
    let currency = context.plan.currency;
    let areas: Vec<Text> = treatment.priced_areas(currency).map(|one| context.catalog.areas.text(&one.area)).collect();
    let rates = context.catalog.rates(treatment, &line.area, currency);
    let is_listed = rates.price.is_some_and(|price| price.amount == line.price && price.basis == line.price_basis);
    let is_unsaid = rates.area.is_none() && is_listed && line.price_basis != Basis::Clinic && !areas.is_empty();
    is_unsaid.then(|| RemarkKind::AreaUnsaid { name: treatment.name.clone(), area: line.area.clone(), areas })
}

/// In a plan for several concerns which lines for others count for the one that results are for, and that none does.
pub(super) fn of_serving(context: &Context<'_>, option: &TreatmentOption) -> Vec<RemarkKind> {
    let Some(concern) = context.concern.filter(|_| !context.further.is_empty() && !option.lines.is_empty()) else {
        return Vec::new();
    };
    let places = places(context.catalog, concern, &option.lines);
    let serving: Vec<&Line> = option.lines.iter().filter(|line| counts(&places, line)).collect();
    if serving.is_empty() {
        // Where none is projected there is no result to be shown.
        return context.params.iter().map(|_| RemarkKind::NothingFor(concern.name.clone())).collect();
    }
    let mut names: Vec<Text> = Vec::new();
    for line in serving.into_iter().filter(|line| line.concern != concern.id) {
        let name = context.catalog.treatment(&line.treatment).map(|treatment| treatment.name.clone());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    let concern = &concern.name;
    names.into_iter().map(|name| RemarkKind::CountsToo { name, concern: concern.clone() }).collect()
}

/// Which sessions are on a further part of the body and cost a share only.
pub(super) fn of_further_areas(
    context: &Context<'_>,
    option: &TreatmentOption,
    schedule: &Schedule,
) -> Vec<RemarkKind> {
    let said = |id| {
        let line = &option[id];
        let name = context.catalog.treatment(&line.treatment)?.name.clone();
        Some(RemarkKind::FurtherArea { name, area: line.area.clone(), percent: line.further_area? })
    };
    further_areas(option, schedule).into_iter().filter_map(said).collect()
}

/// Which treatments cost less on days on which another one is given too.
pub(super) fn of_besides(context: &Context<'_>, option: &TreatmentOption, schedule: &Schedule) -> Vec<RemarkKind> {
    let name = |id: &TreatmentId| Some(context.catalog.treatment(id)?.name.clone());
    let said = |(line, beside): (LineId, &LineTogether)| {
        let (name, with) = (name(&option[line].treatment)?, name(&beside.with)?);
        let (price, unit) = (beside.price.typical, option[line].unit);
        Some(RemarkKind::Beside { name, with, price, unit, currency: context.plan.currency })
    };
    let mut found: Vec<RemarkKind> = Vec::new();
    for kind in besides(option, schedule).into_iter().filter_map(said) {
        if !found.contains(&kind) {
            found.push(kind);
        }
    }
    found
}

/// Which sessions are later than their packages hold.
pub(super) fn of_packages(
    context: &Context<'_>,
    option: &TreatmentOption,
    ledger: &Ledger,
    schedule: &Schedule,
) -> Vec<RemarkKind> {
    let late = |entry: &Entry| {
        let Item::Package { line, add_on, number, sessions: covered, until: Some(until) } = entry.item else {
            return None;
        };
        let of_package = covered * (number - 1) + 1..=covered * number;
        let is_late = |session: &&Session| {
            let is_covered = session.line == line && session.phase == Phase::Course;
            is_covered && of_package.contains(&session.number) && session.date > until
        };
        let late = u32::try_from(schedule.sessions.iter().filter(is_late).count()).unwrap_or(covered);
        let name = match add_on {
            Some(add_on) => option[line][add_on].name.clone(),
            None => context.catalog.treatment(&option[line].treatment)?.name.clone(),
        };
        (late > 0).then_some(RemarkKind::PackageEnds { name, covered, late, until })
    };
    ledger.entries.iter().filter_map(late).collect()
}

/// What is worth knowing of a line's package, and of those of its add-ons.
fn of_packages_of(line: &Line, name: &Text, unpriced: bool) -> Vec<RemarkKind> {
    let own = (name, line.price, line.package.as_ref());
    let of_add_ons = line.add_ons.iter().map(|add_on| (&add_on.name, add_on.price, add_on.package.as_ref()));
    let all = [own].into_iter().chain(of_add_ons);
    let sold = all.filter_map(|(name, single, package)| Some((name, single, package?)));
    sold.flat_map(|(name, single, package)| of_package(line, name, (single, package), unpriced)).collect()
}

/// What is worth knowing of a package, and what it costs singly.
fn of_package(
    line: &Line,
    name: &Text,
    (single, package): (Spread<Money>, &LinePackage),
    unpriced: bool,
) -> Vec<RemarkKind> {
    let covered = package.sessions;
    let is_dear = package.price.typical.minor() > single.typical.minor() * i64::from(covered);
    let checks = [
        (line.packages(package) == 0, RemarkKind::CourseShort { name: name.clone(), covered }),
        (is_dear && !unpriced, RemarkKind::PackageDear { name: name.clone(), covered }),
        (package.price_basis == Basis::Placeholder, RemarkKind::PackagePlaceholder(name.clone())),
    ];
    checks.into_iter().filter(|(holds, _)| *holds).map(|(_, kind)| kind).collect()
}
