//! What a clinician decides of a plan, and who has acknowledged it.

use crate::document::{OptionId, Serial};
use crate::plan::{ClinicalRemark, Plan, Remark, RemarkKind};
use crate::units::Date;

/// Something that a clinician decides, as it is read: of which option, and what it says. What says something else, be it of another
/// day only, is another matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The option, or none for the whole plan.
    pub option: Option<OptionId>,
    /// What there is to decide.
    pub remark: ClinicalRemark,
}

impl Matter {
    /// That of a remark on a plan; none where there is nothing for a clinician to decide.
    pub fn of(remark: &Remark, plan: &Plan) -> Option<Self> {
        let RemarkKind::Clinical(clinical) = &remark.kind else { return None };
        Some(Self { option: option_of(remark, plan), remark: clinical.clone() })
    }

    /// Who has acknowledged it first of all, if anybody.
    pub fn acknowledged_in<'a>(&self, acknowledged: &'a [Acknowledgement]) -> Option<&'a Acknowledgement> {
        acknowledged.iter().find(|known| known.matter == *self)
    }
}

/// That somebody has seen and decided a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The number of the event by which it was written down.
    pub id: Serial,
    /// What.
    pub matter: Matter,
    /// The initials of the person. May be empty.
    pub person: String,
    /// What the desk is called. May be empty.
    pub desk: String,
    /// The day, on the clock of that desk.
    pub on: Date,
}

impl Acknowledgement {
    /// Who has acknowledged a remark on a plan first of all, if anybody.
    pub fn of<'a>(remark: &Remark, plan: &Plan, acknowledged: &'a [Self]) -> Option<&'a Self> {
        let RemarkKind::Clinical(clinical) = &remark.kind else { return None };
        let option = option_of(remark, plan);
        acknowledged.iter().find(|known| known.matter.option == option && known.matter.remark == *clinical)
    }
}

fn option_of(remark: &Remark, plan: &Plan) -> Option<OptionId> {
    plan.options.iter().find(|option| Some(option.mark) == remark.mark).map(|option| option.id)
}
