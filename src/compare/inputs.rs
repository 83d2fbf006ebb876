//! Which inputs of two options differ.

use crate::document::Upkeep;
use crate::plan::{Line, TreatmentOption};

/// An input that differs between two options.
#[derive(Clone, Debug, PartialEq)]
pub enum InputDifference<'a> {
    /// Only the first has this line.
    OnlyFirst(&'a Line),
    /// Only the second has this line.
    OnlySecond(&'a Line),
    /// Both have the treatment; these fields of their lines differ.
    Changed(&'a Line, &'a Line, Vec<ChangedField>),
}

/// A field in which two lines of one treatment differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedField {
    /// Number of sessions.
    Sessions,
    /// Days between sessions.
    Spacing,
    /// Day of the first session.
    StartDay,
    /// Units per session.
    Units,
    /// Needle length.
    Depth,
    /// The price.
    Price,
    /// Where on the body.
    Area,
    /// The discount.
    Discount,
    /// The package.
    Package,
    /// The tax.
    Tax,
    /// The add-ons.
    AddOns,
    /// What follows the course.
    Upkeep,
}

/// Every input in which `second` differs from `first`. Lines are matched by treatment, in order.
pub fn inputs_that_differ<'a>(first: &'a TreatmentOption, second: &'a TreatmentOption) -> Vec<InputDifference<'a>> {
    let mut left: Vec<&Line> = second.lines.iter().collect();
    let mut differences = Vec::new();
    for line in &first.lines {
        let partner = left.iter().position(|other| other.treatment == line.treatment);
        match partner.map(|at| left.remove(at)) {
            None => differences.push(InputDifference::OnlyFirst(line)),
            Some(other) => {
                let fields = changed_fields(line, other);
                if !fields.is_empty() {
                    differences.push(InputDifference::Changed(line, other, fields));
                }
            }
        }
    }
    differences.extend(left.into_iter().map(InputDifference::OnlySecond));
    differences
}

fn changed_fields(one: &Line, other: &Line) -> Vec<ChangedField> {
    let until = |line: &Line| (line.upkeep != Upkeep::None).then_some(line.upkeep_until);
    let checks = [
        (ChangedField::Sessions, one.sessions != other.sessions),
        (ChangedField::Spacing, one.sessions.max(other.sessions) > 1 && one.spacing_days != other.spacing_days),
        (ChangedField::StartDay, one.start_day != other.start_day),
        (ChangedField::Units, one.units != other.units),
        (ChangedField::Depth, one.depth_mm != other.depth_mm),
        (ChangedField::Price, one.price != other.price),
        (ChangedField::Area, one.area != other.area),
        (ChangedField::Discount, one.discount != other.discount),
        (ChangedField::Package, one.package != other.package),
        (ChangedField::Tax, !one.tax.is_same(other.tax)),
        (ChangedField::AddOns, one.add_ons != other.add_ons),
        (ChangedField::Upkeep, one.upkeep != other.upkeep || until(one) != until(other)),
    ];
    checks.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field).collect()
}
