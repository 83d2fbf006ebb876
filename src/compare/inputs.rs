//! Which inputs of two options differ.

use crate::document::{About, Field, Fields, LineDraft, Row};
use crate::plan::{Input, Line, Membership, Plan, TreatmentOption};
use crate::units::Tax;

/// An input that differs between two options.
#[derive(Clone, Debug, PartialEq)]
pub enum InputDifference<'a> {
    /// Only the first has this line.
    OnlyFirst(&'a Line),
    /// Only the second has this line.
    OnlySecond(&'a Line),
    /// They are paid on other terms of a member, or only one of them is; and the plan's tax.
    Membership([Option<&'a Membership>; 2], Tax),
    /// Both have the treatment, and its fields these inputs that differ.
    Changed(&'a Line, Vec<(&'static About, [Input<'a>; 2])>),
}

/// Every input in which `second` of a plan differs from `first`; without what is money where prices are missing. Lines are matched
/// by treatment, in order.
pub fn inputs_that_differ<'a>(
    plan: &Plan,
    first: &'a TreatmentOption,
    second: &'a TreatmentOption,
) -> Vec<InputDifference<'a>> {
    let mut left: Vec<&Line> = second.lines.iter().collect();
    let mut differences = Vec::new();
    for line in &first.lines {
        let partner = left.iter().position(|other| other.treatment == line.treatment);
        match partner.map(|at| left.remove(at)) {
            None => differences.push(InputDifference::OnlyFirst(line)),
            Some(other) => {
                let changed = changed(plan, line, other);
                if !changed.is_empty() {
                    differences.push(InputDifference::Changed(line, changed));
                }
            }
        }
    }
    differences.extend(left.into_iter().map(InputDifference::OnlySecond));
    let memberships = [first.membership.as_ref(), second.membership.as_ref()];
    if memberships[0] != memberships[1] && !plan.unpriced {
        differences.push(InputDifference::Membership(memberships, plan.tax));
    }
    differences
}

/// What is money of a line.
const MONEY: [Field; 4] = [Field::Price, Field::UpkeepPrice, Field::Package, Field::AddOns];

fn changed<'a>(plan: &Plan, one: &'a Line, other: &'a Line) -> Vec<(&'static About, [Input<'a>; 2])> {
    let inputs = LineDraft::ROWS.iter().filter_map(|Row { about, .. }| {
        // Nothing is spaced where there is only one session.
        let is_told = about.field != Field::Spacing || one.most.max(other.most) > 1;
        let is_told = is_told && !(plan.unpriced && MONEY.contains(&about.field));
        let inputs = [one.input(about.field)?, other.input(about.field)?];
        (is_told && inputs[0] != inputs[1]).then_some((about, inputs))
    });
    inputs.collect()
}
