//! What is worth knowing besides the numbers.

use super::Context;
use crate::catalog::{Basis, Catalog, Concern, Projection, SuitLevel};
use crate::document::Upkeep;
use crate::locale::tr;
use crate::plan::{Line, Plan, Remark, TreatmentOption};

/// Remarks on the whole plan: why there is no projection, and cautions for the client.
pub(super) fn of_plan(plan: &Plan, catalog: &Catalog, concern: Option<&Concern>) -> Vec<Remark> {
    let reason = concern.and_then(|concern| match &concern.projection {
        Projection::CostOnly { reason, .. } => Some(reason.clone()),
        Projection::Modelled(_) => None,
    });
    let caution = |id: &str, holds: bool| {
        let note = catalog.factors.in_words.iter().find(|note| note.id == id);
        note.filter(|_| holds).map(|note| note.text.clone())
    };
    let profile = &plan.profile;
    let cautions = [caution("darker-skin", profile.darker_skin), caution("sensitive-skin", profile.sensitive_skin)];
    let messages = reason.into_iter().chain(cautions.into_iter().flatten());
    messages.map(|message| Remark { mark: None, message }).collect()
}

/// Remarks on one option: prices that are stand-ins, treatments that do not fit.
pub(super) fn of_option(context: &Context<'_>, option: &TreatmentOption) -> Vec<Remark> {
    let messages = option.lines.iter().flat_map(|line| of_line(context, line));
    let mut remarks: Vec<Remark> = Vec::new();
    for message in messages {
        let remark = Remark { mark: Some(option.mark), message };
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    remarks
}

fn of_line(context: &Context<'_>, line: &Line) -> Vec<String> {
    let Some(treatment) = context.catalog.treatment(&line.treatment) else { return Vec::new() };
    let name = &treatment.name;
    let mut messages = Vec::new();
    let suits = treatment.suits.iter().find(|suit| suit.concern == context.plan.concern);
    match (suits, &context.params) {
        (_, Some(_)) if context.kernel(line).is_none() => {
            messages.push(tr!("{name} treats scars only: its cost is counted, and no improvement is projected", name));
        }
        (None, _) => messages.push(tr!("{name} is not a usual choice for this concern; no source recommends it", name)),
        (Some(suit), _) if suit.level == SuitLevel::Doubtful => {
            messages.push(format!("{name}: {note}", note = suit.note));
        }
        _ => {}
    }
    if context.params.is_none() && matches!(line.upkeep, Upkeep::WhenFaded { .. }) {
        messages.push(tr!(
            "Upkeep of {name} waits for a projected result, which this concern does not have; none is dated",
            name
        ));
    }
    if line.price_basis == Basis::Placeholder {
        messages.push(placeholder(name));
    }
    messages.extend(of_package(name, line));
    let stand_ins = line.add_ons.iter().filter(|add_on| add_on.price_basis == Basis::Placeholder);
    messages.extend(stand_ins.map(|add_on| placeholder(&add_on.name)));
    messages
}

/// What is worth knowing of a line's package.
fn of_package(name: &str, line: &Line) -> Vec<String> {
    let Some(package) = &line.package else { return Vec::new() };
    let covered = package.sessions;
    let mut messages = Vec::new();
    if line.packages() == 0 {
        messages.push(tr!(
            "The course of {name} is shorter than its package of {covered} sessions; every session is paid singly",
            name,
            covered
        ));
    }
    if package.price.typical.minor() > line.price.typical.minor() * i64::from(covered) {
        messages.push(tr!(
            "A package of {covered} sessions of {name} costs more than {covered} single sessions",
            covered,
            name
        ));
    }
    if package.price_basis == Basis::Placeholder {
        messages.push(tr!("The package price of {name} is a placeholder; set the clinic's own", name));
    }
    messages
}

fn placeholder(name: &str) -> String {
    tr!("The price of {name} is a placeholder; set the clinic's own", name)
}
