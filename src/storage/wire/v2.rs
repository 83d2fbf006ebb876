//! Schema version 2: as version 1, and an option may be hidden. Read but no longer written; never changed.

use super::bounded::{List, Whole};
use super::line::Name;
use super::v1::{self, Line, PlanOf};
use serde::Deserialize;

pub(in crate::storage) type Plan = PlanOf<Opt, 2>;

#[derive(Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
pub(in crate::storage) struct Opt {
    pub(super) mark: char,
    pub(super) name: Name,
    pub(super) hidden: bool,
    pub(super) lines: List<Line, 12>,
}

impl From<v1::Plan> for Plan {
    fn from(plan: v1::Plan) -> Self {
        let shown = |v1::Opt { mark, name, lines }| Opt { mark, name, hidden: false, lines };
        carried!(
            plan: reference, concern, client, start, currency, horizon_years, consultation_fee, tax_percent,
            price_growth_percent, target_percent, notes;
            _schema: Whole(2),
            options: List(plan.options.0.into_iter().map(shown).collect()),
        )
    }
}
