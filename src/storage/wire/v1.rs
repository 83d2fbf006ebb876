//! Schema version 1, read but no longer written. Never changed, its limits included; the parts that later versions share
//! are theirs too.

use super::bounded::{Day, Id, List, Text, Whole};
use super::client::Client;
use super::line::{Amount, Name, OldAddOn, Price, StoredUpkeep};
use crate::units::Currency;
use serde::Deserialize;

/// A plan of version 1 or 2, which differ in their options alone.
#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct PlanOf<O, const VERSION: u32> {
    #[serde(rename = "schema")]
    pub(super) _schema: Whole<VERSION, VERSION>,
    pub(super) reference: Name,
    pub(super) concern: Id,
    pub(super) client: Client,
    pub(super) start: Day,
    #[serde(deserialize_with = "crate::storage::wire::bounded::currency")]
    pub(super) currency: Currency,
    pub(super) horizon_years: Whole<1, 10>,
    pub(super) consultation_fee: Amount,
    pub(super) tax_percent: Amount,
    pub(super) price_growth_percent: Amount,
    pub(super) target_percent: Option<Whole<1, 85>>,
    pub(super) notes: Text<4000>,
    pub(super) options: List<O, 6>,
}

pub(in crate::storage) type Plan = PlanOf<Opt, 1>;

#[derive(Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
pub(in crate::storage) struct Opt {
    pub(super) mark: char,
    pub(super) name: Name,
    pub(super) lines: List<Line, 12>,
}

#[derive(Deserialize)]
#[serde(rename = "Line", deny_unknown_fields)]
pub(super) struct Line {
    pub(super) treatment: Id,
    pub(super) sessions: Whole<1, 520>,
    pub(super) spacing_days: Whole<1, 730>,
    pub(super) start_day: Whole<0, 3652>,
    pub(super) units: Whole<1, 20>,
    pub(super) depth_hundredths_mm: Option<Whole<10, 300>>,
    pub(super) price: Price,
    pub(super) discount_percent: Amount,
    pub(super) add_ons: List<OldAddOn, 6>,
    pub(super) upkeep: StoredUpkeep,
    pub(super) upkeep_until: Option<Day>,
}
