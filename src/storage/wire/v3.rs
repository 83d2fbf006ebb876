//! Schema version 3, the one that is written. Changed until it is released, then never again.

mod answer;
mod presentation;
mod record;

use super::bounded::{Day, List, Text, Whole};
use super::terms::{OwnTax, Prices, Sold};
use super::v1::{self, AddOn, Again, Amount, Client, Id, Name, Price};
use crate::catalog::{ConcernId, TreatmentId};
use crate::document::{AddOnDraft, CreditDraft, DepositDraft, Draft, LineDraft, LineId, OptionDraft, Record};
use crate::finance::RateKind;
use crate::units::Currency;
use record::Checked;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct Plan {
    // Earlier versions never come this far, and a newer one is refused before.
    schema: Whole<1, 3>,
    reference: Name,
    concern: Id,
    client: Client,
    start: Day,
    currency: Currency,
    horizon_years: Whole<1, 10>,
    consultation_fee: Amount,
    tax_percent: Amount,
    prices: Prices,
    discount_percent: Amount,
    price_growth_percent: Amount,
    deposit: Deposit,
    credit: Option<Credit>,
    target_percent: Option<Whole<1, 85>>,
    notes: Text<4000>,
    options: List<Opt, 6>,
    // A plan that was never issued has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<Checked>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
struct Opt {
    mark: char,
    name: Name,
    hidden: bool,
    lines: List<Line, 12>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Line", deny_unknown_fields)]
struct Line {
    treatment: Id,
    area: Name,
    sessions: Whole<1, 520>,
    spacing_days: Whole<1, 730>,
    start_day: Whole<0, 3652>,
    units: Whole<1, 20>,
    depth_hundredths_mm: Option<Whole<10, 300>>,
    price: Price,
    discount_percent: Amount,
    package: Sold,
    tax: OwnTax,
    add_ons: List<AddOn, 6>,
    upkeep: Again,
    upkeep_until: Option<Day>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum Deposit {
    NotAsked,
    Percent(Amount),
    Amount(Amount),
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Credit", deny_unknown_fields)]
struct Credit {
    rate_percent: Amount,
    rate_is: RateKind,
    months: Whole<2, 120>,
    fee: Amount,
}

impl From<&Draft> for Plan {
    fn from(draft: &Draft) -> Self {
        Self {
            schema: Whole(3),
            reference: Text(draft.reference.clone()),
            concern: Text(draft.concern.to_string()),
            client: (&draft.profile).into(),
            start: Day(draft.start),
            currency: draft.currency,
            horizon_years: Whole(draft.horizon_years),
            consultation_fee: Text(draft.consultation_fee.clone()),
            tax_percent: Text(draft.tax.clone()),
            prices: draft.tax_mode.into(),
            discount_percent: Text(draft.discount.clone()),
            price_growth_percent: Text(draft.price_growth.clone()),
            deposit: (&draft.deposit).into(),
            credit: draft.credit.as_ref().map(Credit::from),
            target_percent: draft.target.map(Whole),
            notes: Text(draft.notes.clone()),
            options: List(draft.options.iter().map(Opt::from).collect()),
            record: (draft.record != Record::default()).then(|| Checked(draft.record.clone())),
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
            tax_mode: plan.prices.into(),
            discount: plan.discount_percent.0,
            price_growth: plan.price_growth_percent.0,
            deposit: plan.deposit.into(),
            credit: plan.credit.map(CreditDraft::from),
            target: plan.target_percent.map(|target| target.0),
            notes: plan.notes.0,
            options: Vec::new(),
            record: plan.record.map(|record| record.0).unwrap_or_default(),
        };
        for option in plan.options.0 {
            let lines = option.lines.0.into_iter().map(LineDraft::from).collect();
            v1::add(&mut draft, option.mark, option.name.0, option.hidden, lines);
        }
        draft.identify(0);
        draft
    }
}

impl From<&DepositDraft> for Deposit {
    fn from(deposit: &DepositDraft) -> Self {
        match deposit {
            DepositDraft::None => Self::NotAsked,
            DepositDraft::Percent(text) => Self::Percent(Text(text.clone())),
            DepositDraft::Amount(text) => Self::Amount(Text(text.clone())),
        }
    }
}

impl From<Deposit> for DepositDraft {
    fn from(deposit: Deposit) -> Self {
        match deposit {
            Deposit::NotAsked => Self::None,
            Deposit::Percent(text) => Self::Percent(text.0),
            Deposit::Amount(text) => Self::Amount(text.0),
        }
    }
}

impl From<&CreditDraft> for Credit {
    fn from(credit: &CreditDraft) -> Self {
        Self {
            rate_percent: Text(credit.rate.clone()),
            rate_is: credit.kind,
            months: Whole(credit.months),
            fee: Text(credit.fee.clone()),
        }
    }
}

impl From<Credit> for CreditDraft {
    fn from(credit: Credit) -> Self {
        Self { rate: credit.rate_percent.0, kind: credit.rate_is, months: credit.months.0, fee: credit.fee.0 }
    }
}

impl From<&OptionDraft> for Opt {
    fn from(option: &OptionDraft) -> Self {
        let lines = List(option.lines.iter().map(Line::from).collect());
        Self { mark: option.mark.letter(), name: Text(option.name.clone()), hidden: option.hidden, lines }
    }
}

impl From<&LineDraft> for Line {
    fn from(line: &LineDraft) -> Self {
        Self {
            treatment: Text(line.treatment.to_string()),
            area: Text(line.area.clone()),
            sessions: Whole(line.sessions),
            spacing_days: Whole(line.spacing_days),
            start_day: Whole(line.start_day),
            units: Whole(line.units),
            depth_hundredths_mm: line.depth.map(Whole),
            price: (&line.price).into(),
            discount_percent: Text(line.discount.clone()),
            package: (&line.package).into(),
            tax: (&line.tax).into(),
            add_ons: List(line.add_ons.iter().map(AddOn::from).collect()),
            upkeep: line.upkeep.into(),
            upkeep_until: line.upkeep_until.map(Day),
        }
    }
}

impl From<Line> for LineDraft {
    fn from(line: Line) -> Self {
        Self {
            id: LineId::NEW,
            treatment: TreatmentId::from(line.treatment.0.as_str()),
            area: line.area.0,
            sessions: line.sessions.0,
            spacing_days: line.spacing_days.0,
            start_day: line.start_day.0,
            units: line.units.0,
            depth: line.depth_hundredths_mm.map(|depth| depth.0),
            price: line.price.into(),
            discount: line.discount_percent.0,
            package: line.package.into(),
            tax: line.tax.into(),
            add_ons: line.add_ons.0.into_iter().map(AddOnDraft::from).collect(),
            upkeep: line.upkeep.into(),
            upkeep_until: line.upkeep_until.map(|day| day.0),
        }
    }
}
