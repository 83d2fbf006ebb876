//! The plan as typed.

use super::key::Key;
use super::unread::Unread;
use crate::catalog::{AddOnId, ConcernId, TreatmentId};
use crate::document::{self, AddOnDraft, CreditDraft, ExtraId, LineDraft, LineId, Mark, OptionDraft, OptionId, PlanId};
use crate::storage::wire::bounded::{Day, List, Text, Whole};
use crate::storage::wire::client::Client;
use crate::storage::wire::line::{Amount, Id, Name, Price, StoredUpkeep};
use crate::storage::wire::paying::{Credit, Deposit};
use crate::storage::wire::pricing::{OwnTax, Packaging, Prices};
use crate::units::Currency;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draft {
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
    pub(super) unread: List<Unread, 200>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
pub(super) struct Opt {
    pub(super) id: Key,
    pub(super) mark: char,
    pub(super) name: Name,
    pub(super) hidden: bool,
    pub(super) lines: List<Line, 12>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line {
    pub(super) id: Key,
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
    pub(super) add_ons: List<Extra, 6>,
    pub(super) upkeep: StoredUpkeep,
    pub(super) upkeep_until: Option<Day>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "AddOn", deny_unknown_fields)]
pub(super) struct Extra {
    pub(super) id: Key,
    pub(super) add_on: Option<Id>,
    pub(super) name: Name,
    pub(super) price: Price,
}

impl Draft {
    /// As a plan with this id. An option copied by hand keeps the letter of its original; the copy gets a free one, and an
    /// id of its own.
    pub(super) fn draft(self, id: PlanId) -> document::Draft {
        let mut draft = document::Draft {
            id,
            reference: self.reference.0,
            concern: ConcernId::from(self.concern.0.as_str()),
            profile: self.client.into(),
            start: self.start.0,
            currency: self.currency,
            horizon_years: self.horizon_years.0,
            consultation_fee: self.consultation_fee.0,
            tax: self.tax_percent.0,
            tax_mode: self.prices.into(),
            discount: self.discount_percent.0,
            price_growth: self.price_growth_percent.0,
            deposit: self.deposit.into(),
            credit: self.credit.map(CreditDraft::from),
            target: self.target_percent.map(|target| target.0),
            notes: self.notes.0,
            options: Vec::new(),
            unread: BTreeMap::new(),
        };
        for option in self.options.0 {
            let is_free = |mark: &Mark| draft.options.iter().all(|other| other.mark != *mark);
            let own = Mark::from_letter(option.mark).filter(is_free);
            if let Some(mark) = own.or_else(|| draft.free_mark()) {
                draft.options.push(option.draft(mark));
            }
        }
        draft.unread = self.unread.0.into_iter().map(|unread| (unread.at.into(), unread.typed.0)).collect();
        draft.identify(0);
        draft.fit();
        draft
    }
}

impl Opt {
    fn draft(self, mark: Mark) -> OptionDraft {
        let lines = self.lines.0.into_iter().map(LineDraft::from).collect();
        OptionDraft { id: OptionId(self.id.0), mark, name: self.name.0, hidden: self.hidden, lines }
    }
}

impl From<Line> for LineDraft {
    fn from(line: Line) -> Self {
        Self {
            id: LineId(line.id.0),
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

impl From<Extra> for AddOnDraft {
    fn from(stored: Extra) -> Self {
        let add_on = stored.add_on.map(|id| AddOnId::from(id.0.as_str()));
        Self { id: ExtraId(stored.id.0), add_on, name: stored.name.0, price: stored.price.into() }
    }
}

impl From<&document::Draft> for Draft {
    fn from(draft: &document::Draft) -> Self {
        Self {
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
            unread: List(draft.unread.iter().filter_map(Unread::of).collect()),
        }
    }
}

impl From<&OptionDraft> for Opt {
    fn from(option: &OptionDraft) -> Self {
        Self {
            id: Key(option.id.0),
            mark: option.mark.letter(),
            name: Text(option.name.clone()),
            hidden: option.hidden,
            lines: List(option.lines.iter().map(Line::from).collect()),
        }
    }
}

impl From<&LineDraft> for Line {
    fn from(line: &LineDraft) -> Self {
        Self {
            id: Key(line.id.0),
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
            add_ons: List(line.add_ons.iter().map(Extra::from).collect()),
            upkeep: line.upkeep.into(),
            upkeep_until: line.upkeep_until.map(Day),
        }
    }
}

impl From<&AddOnDraft> for Extra {
    fn from(add_on: &AddOnDraft) -> Self {
        Self {
            id: Key(add_on.id.0),
            add_on: add_on.add_on.as_ref().map(|id| Text(id.to_string())),
            name: Text(add_on.name.clone()),
            price: (&add_on.price).into(),
        }
    }
}
