//! Schema version 2: as version 1, and an option may be hidden. Read but no longer written; never changed.

use super::bounded::{Day, List, Text, Whole};
use super::v1::{self, Amount, Client, Id, Line, Name};
use crate::catalog::ConcernId;
use crate::document::{DepositDraft, Draft, LineDraft, Record};
use crate::units::{Currency, TaxMode};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct Plan {
    #[serde(rename = "schema")]
    _schema: Whole<2, 2>,
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

#[derive(Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
struct Opt {
    mark: char,
    name: Name,
    hidden: bool,
    lines: List<Line, 12>,
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
            tax_mode: TaxMode::OnTop,
            discount: String::new(),
            price_growth: plan.price_growth_percent.0,
            deposit: DepositDraft::None,
            credit: None,
            target: plan.target_percent.map(|target| target.0),
            notes: plan.notes.0,
            options: Vec::new(),
            record: Record::default(),
        };
        for option in plan.options.0 {
            let lines = option.lines.0.into_iter().map(LineDraft::from).collect();
            v1::add(&mut draft, option.mark, option.name.0, option.hidden, lines);
        }
        draft.identify(0);
        draft
    }
}
