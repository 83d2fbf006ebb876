//! Schema version 2: as version 1, and an option may be hidden. Changed until it is released, then never again.

use super::bounded::{Day, List, Text, Whole};
use super::v1::{self, Amount, Client, Id, Line, Name};
use crate::catalog::ConcernId;
use crate::scenario::{Draft, OptionDraft};
use crate::units::Currency;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct Plan {
    // Version 1 never comes this far, and a newer one is refused before.
    schema: Whole<1, 2>,
    reference: Name,
    concern: Id,
    client: Client,
    start: Day,
    currency: Currency,
    horizon_years: Whole<1, 10>,
    consultation_fee: Amount,
    tax_percent: Amount,
    price_growth_percent: Amount,
    target_percent: Option<Whole<1, 85>>,
    notes: Text<4000>,
    options: List<Opt, 6>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
struct Opt {
    mark: char,
    name: Name,
    hidden: bool,
    lines: List<Line, 12>,
}

impl From<&Draft> for Plan {
    fn from(draft: &Draft) -> Self {
        Self {
            schema: Whole(2),
            reference: Text(draft.reference.clone()),
            concern: Text(draft.concern.to_string()),
            client: (&draft.profile).into(),
            start: Day(draft.start),
            currency: draft.currency,
            horizon_years: Whole(draft.horizon_years),
            consultation_fee: Text(draft.consultation_fee.clone()),
            tax_percent: Text(draft.tax.clone()),
            price_growth_percent: Text(draft.price_growth.clone()),
            target_percent: draft.target.map(Whole),
            notes: Text(draft.notes.clone()),
            options: List(draft.options.iter().map(Opt::from).collect()),
        }
    }
}

impl From<Plan> for Draft {
    fn from(plan: Plan) -> Self {
        let mut draft = Self {
            reference: plan.reference.0,
            concern: ConcernId::from(plan.concern.0.as_str()),
            profile: plan.client.into(),
            start: plan.start.0,
            currency: plan.currency,
            horizon_years: plan.horizon_years.0,
            consultation_fee: plan.consultation_fee.0,
            tax: plan.tax_percent.0,
            price_growth: plan.price_growth_percent.0,
            target: plan.target_percent.map(|target| target.0),
            notes: plan.notes.0,
            options: Vec::new(),
        };
        for option in plan.options.0 {
            v1::add(&mut draft, option.mark, option.name.0, option.hidden, option.lines.0);
        }
        draft
    }
}

impl From<&OptionDraft> for Opt {
    fn from(option: &OptionDraft) -> Self {
        let lines = List(option.lines.iter().map(Line::from).collect());
        Self { mark: option.mark.letter(), name: Text(option.name.clone()), hidden: option.hidden, lines }
    }
}
