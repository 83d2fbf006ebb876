//! The plan as typed.

use super::key::Key;
use super::unread::Unread;
use crate::catalog::Severity;
use crate::document::{
    self, AddOnDraft, CheckDraft, FreeOf, FurtherDraft, LineDraft, Mark, OccasionDraft, OptionDraft, PlanId, StrongSun,
    TimeOffDraft, limits,
};
use crate::storage::wire::bounded::{Day, Id, List, Text, Units, is_default, within};
use crate::storage::wire::client::Client;
use crate::storage::wire::line::{Amount, Name, Price, StoredUpkeep};
use crate::storage::wire::paying::{CreditFrom4, Deposit, Membership};
use crate::storage::wire::pricing::{OwnTax, Packaging, Prices};
use crate::storage::wire::stored::{Stored, stored, stored_as};
use crate::units::{BudgetPeriod, Currency};
use serde::{Deserialize, Serialize};

stored! {
    struct Draft = document::Draft {
        pub(super) reference: Name,
        pub(super) concern: Id,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        pub(super) further: List<Further, { limits::FURTHER }>,
        #[serde(rename = "client")]
        pub(super) profile: Client,
        pub(super) start: Day,
        #[serde(deserialize_with = "crate::storage::wire::bounded::currency")]
        pub(super) currency: Currency,
        pub(super) horizon_years: within!(HORIZON_YEARS),
        pub(super) consultation_fee: Amount,
        #[serde(default, skip_serializing_if = "is_default")]
        pub(super) fee_credited: bool,
        #[serde(rename = "tax_percent")]
        pub(super) tax: Amount,
        #[serde(rename = "prices")]
        pub(super) tax_mode: Prices,
        #[serde(rename = "discount_percent")]
        pub(super) discount: Amount,
        #[serde(rename = "price_growth_percent")]
        pub(super) price_growth: Amount,
        pub(super) deposit: Deposit,
        pub(super) credit: Option<CreditFrom4>,
        #[serde(rename = "target_percent")]
        pub(super) target: Option<within!(TARGET)>,
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        pub(super) worth: Amount,
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        pub(super) budget: Amount,
        #[serde(default, skip_serializing_if = "is_default")]
        pub(super) budget_period: BudgetPeriod,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        pub(super) occasions: List<Occasion, { limits::OCCASIONS }>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        pub(super) checklist: List<Check, { limits::CHECKS }>,
        #[serde(default = "List::none", skip_serializing_if = "List::is_empty")]
        pub(super) time_off: List<TimeOff, { limits::TIME_OFF }>,
        #[serde(default, skip_serializing_if = "is_default")]
        pub(super) strong_sun: StrongSun,
        pub(super) notes: Text<{ limits::NOTE }>,
        pub(super) options: List<Opt, { *limits::OPTIONS.end() }>,
        pub(super) unread: List<Unread, 200>,
    } without id = PlanId::EXAMPLE;

    #[serde(rename = "FurtherConcern")]
    struct Further = FurtherDraft {
        pub(super) concern: Id,
        pub(super) severity: Severity,
    }

    struct Occasion = OccasionDraft {
        pub(super) name: Name,
        pub(super) date: Day,
    }

    struct Check = CheckDraft {
        pub(super) hold: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub(super) over: Option<Day>,
    }

    struct TimeOff = TimeOffDraft {
        pub(super) name: Name,
        pub(super) first: Day,
        pub(super) last: Day,
        #[serde(default, skip_serializing_if = "is_default")]
        pub(super) free_of: FreeOf,
    }

    #[serde(rename = "Option")]
    struct Opt = OptionDraft {
        pub(super) id: Key,
        pub(super) mark: Letter,
        pub(super) name: Name,
        pub(super) hidden: bool,
        pub(super) lines: List<Line, { limits::LINES }>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub(super) membership: Option<Membership>,
    }

    struct Line = LineDraft {
        pub(super) id: Key,
        pub(super) treatment: Id,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub(super) concern: Option<Id>,
        pub(super) area: Name,
        pub(super) sessions: within!(SESSIONS),
        #[serde(rename = "fewest_sessions", default, skip_serializing_if = "Option::is_none")]
        pub(super) fewest: Option<within!(SESSIONS)>,
        #[serde(rename = "most_sessions", default, skip_serializing_if = "Option::is_none")]
        pub(super) most: Option<within!(SESSIONS)>,
        pub(super) spacing_days: within!(SPACING_DAYS),
        pub(super) start_day: within!(START_DAY),
        pub(super) units: Units,
        #[serde(rename = "depth_hundredths_mm")]
        pub(super) depth: Option<within!(DEPTH)>,
        pub(super) price: Price,
        #[serde(rename = "discount_percent")]
        pub(super) discount: Amount,
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        pub(super) upkeep_price: Amount,
        pub(super) package: Packaging,
        pub(super) tax: OwnTax,
        pub(super) add_ons: List<Extra, { limits::ADD_ONS }>,
        pub(super) upkeep: StoredUpkeep,
        pub(super) upkeep_until: Option<Day>,
    }

    #[serde(rename = "AddOn")]
    struct Extra = AddOnDraft {
        pub(super) id: Key,
        pub(super) add_on: Option<Id>,
        pub(super) name: Name,
        pub(super) price: Price,
        #[serde(default, skip_serializing_if = "Packaging::is_singly")]
        pub(super) package: Packaging,
    }
}

/// The letter of an option. What is none stands for the first one that is free.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Letter(pub(super) char);

stored_as! {
    Letter, Mark: |mark| Self(mark.letter()), |kept| Mark::from_letter(kept.0).unwrap_or_default();
}

impl Draft {
    /// As a plan with this id. An option copied by hand keeps the letter of its original; the copy gets a free one, and an
    /// id of its own.
    pub(super) fn draft(self, id: PlanId) -> document::Draft {
        let mut draft = document::Draft { id, ..self.value() };
        for mut option in std::mem::take(&mut draft.options) {
            let is_taken = draft.options.iter().any(|other| other.mark == option.mark);
            if let Some(mark) = if is_taken { draft.free_mark() } else { Some(option.mark) } {
                option.mark = mark;
                draft.options.push(option);
            }
        }
        draft.identify(0);
        draft.fit();
        draft
    }
}
