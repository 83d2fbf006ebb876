//! Schema version 1, read but no longer written. Never changed, its limits included; the parts that later versions share
//! are theirs too.

use super::bounded::{Day, List, Text, Whole};
use crate::catalog::{AddOnId, ConcernId, Severity, TreatmentId};
use crate::document::{
    AddOnDraft, DepositDraft, Draft, ExtraId, LineDraft, LineId, LineTax, Mark, OptionDraft, OptionId, PackageDraft,
    PriceDraft, Profile, Record, ScarMix, SpreadText, StretchMarks, Sun, Upkeep, Wrinkles,
};
use crate::units::{Currency, Spread, TaxMode};
use serde::{Deserialize, Serialize};

pub(super) type Amount = Text<40>;
pub(super) type Id = Text<64>;
pub(super) type Name = Text<120>;

#[derive(Deserialize)]
#[serde(rename = "CollagenLedgerPlan", deny_unknown_fields)]
pub(in crate::storage) struct Plan {
    #[serde(rename = "schema")]
    _schema: Whole<1, 1>,
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
#[serde(rename = "Client", deny_unknown_fields)]
pub(super) struct Client {
    age: Whole<12, 100>,
    severity: Severity,
    smoker: bool,
    sun: Sun,
    scar_mix: Mix,
    wrinkles: Wrinkles,
    stretch_marks: StretchMarks,
    darker_skin: bool,
    sensitive_skin: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "ScarMix", deny_unknown_fields)]
struct Mix {
    rolling: Whole<0, 100>,
    boxcar: Whole<0, 100>,
    icepick: Whole<0, 100>,
}

#[derive(Deserialize)]
#[serde(rename = "Option", deny_unknown_fields)]
struct Opt {
    mark: char,
    name: Name,
    lines: List<Line, 12>,
}

#[derive(Deserialize)]
#[serde(rename = "Line", deny_unknown_fields)]
pub(super) struct Line {
    treatment: Id,
    sessions: Whole<1, 520>,
    spacing_days: Whole<1, 730>,
    start_day: Whole<0, 3652>,
    units: Whole<1, 20>,
    depth_hundredths_mm: Option<Whole<10, 300>>,
    price: Price,
    discount_percent: Amount,
    add_ons: List<AddOn, 6>,
    upkeep: Again,
    upkeep_until: Option<Day>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "AddOn", deny_unknown_fields)]
pub(super) struct AddOn {
    id: Option<Id>,
    name: Name,
    price: Price,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Price {
    Catalogue,
    Own { low: Amount, typical: Amount, high: Amount },
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Again {
    Never,
    Every { months: Whole<1, 60> },
    WhenFaded { percent_of_peak: Whole<10, 95> },
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
            add(&mut draft, option.mark, option.name.0, false, lines);
        }
        draft.identify(0);
        draft
    }
}

/// Adds an option. One copied by hand keeps the letter of its original; the copy gets a free one.
pub(super) fn add(draft: &mut Draft, letter: char, name: String, hidden: bool, lines: Vec<LineDraft>) {
    let own = Mark::from_letter(letter).filter(|mark| draft.options.iter().all(|other| other.mark != *mark));
    if let Some(mark) = own.or_else(|| draft.free_mark()) {
        draft.options.push(OptionDraft { id: OptionId::NEW, mark, name, hidden, lines });
    }
}

impl From<&Profile> for Client {
    fn from(profile: &Profile) -> Self {
        let ScarMix { rolling, boxcar, icepick } = profile.scar_mix;
        Self {
            age: Whole(profile.age),
            severity: profile.severity,
            smoker: profile.smoker,
            sun: profile.sun,
            scar_mix: Mix { rolling: Whole(rolling), boxcar: Whole(boxcar), icepick: Whole(icepick) },
            wrinkles: profile.wrinkles,
            stretch_marks: profile.stretch_marks,
            darker_skin: profile.darker_skin,
            sensitive_skin: profile.sensitive_skin,
        }
    }
}

impl From<Client> for Profile {
    fn from(client: Client) -> Self {
        let Mix { rolling, boxcar, icepick } = client.scar_mix;
        Self {
            age: client.age.0,
            severity: client.severity,
            smoker: client.smoker,
            sun: client.sun,
            scar_mix: ScarMix { rolling: rolling.0, boxcar: boxcar.0, icepick: icepick.0 },
            wrinkles: client.wrinkles,
            stretch_marks: client.stretch_marks,
            darker_skin: client.darker_skin,
            sensitive_skin: client.sensitive_skin,
        }
    }
}

impl From<Line> for LineDraft {
    fn from(line: Line) -> Self {
        Self {
            id: LineId::NEW,
            treatment: TreatmentId::from(line.treatment.0.as_str()),
            area: String::new(),
            sessions: line.sessions.0,
            spacing_days: line.spacing_days.0,
            start_day: line.start_day.0,
            units: line.units.0,
            depth: line.depth_hundredths_mm.map(|depth| depth.0),
            price: line.price.into(),
            discount: line.discount_percent.0,
            package: PackageDraft::None,
            tax: LineTax::Plan,
            add_ons: line.add_ons.0.into_iter().map(AddOnDraft::from).collect(),
            upkeep: line.upkeep.into(),
            upkeep_until: line.upkeep_until.map(|day| day.0),
        }
    }
}

impl From<&AddOnDraft> for AddOn {
    fn from(add_on: &AddOnDraft) -> Self {
        let id = add_on.add_on.as_ref().map(|id| Text(id.to_string()));
        Self { id, name: Text(add_on.name.clone()), price: (&add_on.price).into() }
    }
}

impl From<AddOn> for AddOnDraft {
    fn from(add_on: AddOn) -> Self {
        let listed = add_on.id.map(|id| AddOnId::from(id.0.as_str()));
        Self { id: ExtraId::NEW, add_on: listed, name: add_on.name.0, price: add_on.price.into() }
    }
}

impl From<&PriceDraft> for Price {
    fn from(price: &PriceDraft) -> Self {
        match price {
            PriceDraft::Catalogue => Self::Catalogue,
            PriceDraft::Own(text) => {
                let Spread { low, typical, high } = text.clone().map(Text);
                Self::Own { low, typical, high }
            }
        }
    }
}

impl From<Price> for PriceDraft {
    fn from(price: Price) -> Self {
        match price {
            Price::Catalogue => Self::Catalogue,
            Price::Own { low, typical, high } => Self::Own(SpreadText { low: low.0, typical: typical.0, high: high.0 }),
        }
    }
}

impl From<Upkeep> for Again {
    fn from(upkeep: Upkeep) -> Self {
        match upkeep {
            Upkeep::None => Self::Never,
            Upkeep::Every { months } => Self::Every { months: Whole(months) },
            Upkeep::WhenFaded { percent } => Self::WhenFaded { percent_of_peak: Whole(percent) },
        }
    }
}

impl From<Again> for Upkeep {
    fn from(again: Again) -> Self {
        match again {
            Again::Never => Self::None,
            Again::Every { months } => Self::Every { months: months.0 },
            Again::WhenFaded { percent_of_peak } => Self::WhenFaded { percent: percent_of_peak.0 },
        }
    }
}
