//! Schema version 3: as version 2, and with areas, packages, taxes, what is paid when, and a record of what was issued.
//! Read but no longer written; never changed.

use super::answer::StoredAnswer;
use super::bounded::{Day, Id, List, Text, Whole};
use super::client::Client;
use super::frozen::{AddOn, Treatment};
use super::line::{Amount, Name, OldAddOn, Price, StoredUpkeep};
use super::paying::{Credit, Deposit};
use super::presentation::Presentation;
use super::pricing::{OwnTax, Packaging, Prices};
use super::{v1, v2};
use crate::locale::tr;
use crate::units::Currency;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct Plan {
    #[serde(rename = "schema")]
    _schema: Whole<1, 3>,
    pub(super) reference: Name,
    pub(super) concern: Id,
    pub(super) client: Client,
    pub(super) start: Day,
    #[serde(deserialize_with = "crate::storage::wire::bounded::currency")]
    pub(super) currency: Currency,
    pub(super) horizon_years: Whole<1, 10>,
    pub(super) consultation_fee: Amount,
    pub(super) tax_percent: Amount,
    pub(super) prices: Prices,
    pub(super) discount_percent: Amount,
    pub(super) price_growth_percent: Amount,
    pub(super) deposit: Deposit,
    pub(super) credit: Option<Credit>,
    pub(super) target_percent: Option<Whole<1, 85>>,
    pub(super) notes: Text<4000>,
    pub(super) options: List<Opt, 6>,
    // A plan that was never issued has none.
    #[serde(default)]
    pub(super) record: Option<Record>,
}

#[derive(Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
pub(super) struct Opt {
    pub(super) mark: char,
    pub(super) name: Name,
    pub(super) hidden: bool,
    pub(super) lines: List<Line, 12>,
}

#[derive(Deserialize)]
#[serde(rename = "Line", deny_unknown_fields)]
pub(super) struct Line {
    pub(super) treatment: Id,
    pub(super) area: Name,
    pub(super) sessions: Whole<1, 520>,
    pub(super) spacing_days: Whole<1, 730>,
    pub(super) start_day: Whole<0, 3652>,
    pub(super) units: Whole<1, 20>,
    pub(super) depth_hundredths_mm: Option<Whole<10, 300>>,
    pub(super) price: Price,
    pub(super) discount_percent: Amount,
    pub(super) package: Packaging,
    pub(super) tax: OwnTax,
    pub(super) add_ons: List<OldAddOn, 6>,
    pub(super) upkeep: StoredUpkeep,
    pub(super) upkeep_until: Option<Day>,
}

/// What was issued of a plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    pub(super) revising: bool,
    pub(super) issues: List<Issue, 100>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Issue {
    pub(super) number: Text<40>,
    pub(super) on: Day,
    pub(super) valid_until: Day,
    pub(super) program: Text<40>,
    pub(super) model: Text<40>,
    pub(super) catalogue: Text<40>,
    pub(super) born: Option<Day>,
    pub(super) decide_from: Option<Day>,
    // Not there in what was issued by the first builds with this schema.
    #[serde(default)]
    pub(super) presentation: Option<Presentation>,
    pub(super) answers: List<StoredAnswer, 20>,
    pub(super) treatments: List<Treatment, 72>,
    pub(super) add_ons: List<AddOn, 432>,
    pub(super) plan: Bare,
}

/// A plan without a record of its own.
pub(super) struct Bare(pub(super) Plan);

impl<'de> Deserialize<'de> for Bare {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let plan = Plan::deserialize(deserializer)?;
        match plan.record {
            None => Ok(Self(plan)),
            Some(_) => Err(D::Error::custom(tr!("a plan within a record has no record of its own; take it out"))),
        }
    }
}

impl From<v2::Plan> for Plan {
    fn from(plan: v2::Plan) -> Self {
        carried!(
            plan: reference, concern, client, start, currency, horizon_years, consultation_fee, tax_percent,
            price_growth_percent, target_percent, notes;
            _schema: Whole(3),
            prices: Prices::OnTop,
            discount_percent: Text::default(),
            deposit: Deposit::None,
            credit: None,
            options: List(plan.options.0.into_iter().map(Opt::from).collect()),
            record: None,
        )
    }
}

impl From<v2::Opt> for Opt {
    fn from(option: v2::Opt) -> Self {
        let lines = List(option.lines.0.into_iter().map(Line::from).collect());
        carried!(option: mark, name, hidden; lines: lines)
    }
}

impl From<v1::Line> for Line {
    fn from(line: v1::Line) -> Self {
        carried!(
            line: treatment, sessions, spacing_days, start_day, units, depth_hundredths_mm, price, discount_percent,
            add_ons, upkeep, upkeep_until;
            area: Text::default(),
            package: Packaging::Singly,
            tax: OwnTax::Plan,
        )
    }
}
