//! The table of quantities: whatever reads, writes, checks, shows or edits one asks here.

use super::key::{Key, Part};
use super::places::{self, Place};
use super::subject::SubjectKind;
use crate::catalog::TreatmentId;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// What is counted, in the order of lists. Everything there is to know of each stands in its row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantityKind {
    /// The price of one unit.
    Price,
    /// The price of so many sessions, for one unit in each.
    Package,
    /// The price of one unit in a session of upkeep.
    UpkeepPrice,
    /// The price of one unit on a day on which another treatment is given too.
    Together,
    /// For how many months after its first session a package holds.
    PackageMonths,
    /// What is paid back of the sessions that are left of a package, as a share of what was paid for them.
    PackageRefund,
    /// What a further part of the body costs on one day, as a share of its price.
    FurtherArea,
    /// Sessions of the usual course.
    Sessions,
    /// Days between the sessions of the usual course.
    Spacing,
    /// The least number of days between two sessions.
    MinimumInterval,
    /// The least number of days after isotretinoin.
    AfterIsotretinoin,
    /// The least number of days after a tan.
    AfterTan,
    /// The least number of days after a filler.
    AfterFiller,
    /// The least number of days after a pregnancy or nursing.
    AfterNursing,
    /// The least number of days after an infection has healed.
    AfterInfection,
    /// The least number of days from a vaccination, before and after it.
    AfterVaccination,
    /// The least number of days after another treatment.
    AfterTreatment,
    /// Tax: the clinic's, or that of a treatment with a rate of its own.
    Tax,
    /// Whether the clinic's prices include the tax.
    TaxIncluded,
    /// Discount on price and add-ons.
    Discount,
    /// Discount on the whole plan.
    PlanDiscount,
    /// The consultation fee.
    ConsultationFee,
    /// Whether the consultation fee is taken off the treatment.
    FeeCredited,
    /// The deposit at booking, as a share of the initial course.
    Deposit,
    /// From which share of what was spoken of on it is said that so much is paid.
    Nearing,
    /// What a member pays each month.
    MembershipFee,
    /// For how many months at least.
    MembershipMonths,
    /// How many sessions each month brings a member.
    MembershipSessions,
    /// Whether these can be of a treatment.
    MembershipIncluded,
    /// What each month brings a member that is taken off everything else.
    MembershipCredit,
    /// For how many months more a member keeps what was not used of a month.
    MembershipRollOver,
    /// What members get off everything else.
    MembershipDiscount,
}

/// What there is to know of a quantity.
pub struct QuantityDefinition {
    /// Which one it is.
    pub what: QuantityKind,
    /// Its name in tables, such as `tax_percent`.
    pub id: &'static str,
    /// Its name in files, with the first schema of price lists that knows it.
    pub tag: (&'static str, u32),
    /// What tells its values apart.
    pub key: &'static [Part],
    /// What its values look like.
    pub shape: ValueShape,
    /// Who has one.
    pub of: &'static [SubjectKind],
    /// Whose is added by hand, where the catalogue says nothing.
    pub added: &'static [SubjectKind],
    /// Where in a catalogue it stands.
    pub(super) place: Place,
}

/// What values look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueShape {
    /// Low, typical and high amount in a currency.
    Money,
    /// One amount in a currency.
    Amount,
    /// Least, usual and most of something.
    Counts(CountUnit),
    /// One number of something.
    Count(CountUnit),
    /// The least number of something: the catalogue's is a matter of safety, below which nobody may go.
    Least(CountUnit),
    /// A percentage up to 100.
    Percent,
    /// Yes or no.
    YesNo,
}

/// What is counted in whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountUnit {
    /// Sessions of a course.
    Sessions,
    /// Days.
    Days,
    /// Calendar months.
    Months,
}

/// How many sessions a package may have.
pub const PACKAGE: RangeInclusive<u32> = 2..=50;

/// Every quantity, in the order of lists: its names in tables and files, what tells its values apart, their shape, who has
/// one and to whom one is added by hand, and where it stands in a catalogue.
#[rustfmt::skip]
static TABLE: [QuantityDefinition; 32] = [
    row(QuantityKind::Price, "price", ("Price", 1), (&[CURRENCY], ValueShape::Money), (PRICED, NOBODY), places::PRICE),
    row(QuantityKind::Package, "package", ("Package", 2), (&[Part::Size, CURRENCY], ValueShape::Money), (PRICED, PRICED), places::PACKAGE),
    row(QuantityKind::UpkeepPrice, "upkeep_price", ("UpkeepPrice", 2), (&[CURRENCY], ValueShape::Money), (SOLD, SOLD), places::UPKEEP_PRICE),
    row(QuantityKind::Together, "price_with", ("PriceWith", 2), (&[Part::With, CURRENCY], ValueShape::Money), (SOLD, SOLD), places::TOGETHER),
    row(QuantityKind::PackageMonths, "package_months", ("PackageMonths", 2), (&[], ValueShape::Count(MONTHS)), (TAXED, TREATED), places::PACKAGE_MONTHS),
    row(QuantityKind::PackageRefund, "package_refund_percent", ("PackageRefundPercent", 2), (&[], ValueShape::Percent), (TAXED, TREATED), places::PACKAGE_REFUND),
    row(QuantityKind::FurtherArea, "further_area_percent", ("FurtherAreaPercent", 2), (&[], ValueShape::Percent), (TAXED, TREATED), places::FURTHER_AREA),
    row(QuantityKind::Sessions, "sessions", ("Sessions", 1), (CASE, ValueShape::Counts(SESSIONS)), (TREATED, NOBODY), places::SESSIONS),
    row(QuantityKind::Spacing, "spacing_days", ("SpacingDays", 1), (CASE, ValueShape::Counts(DAYS)), (TREATED, NOBODY), places::SPACING),
    row(QuantityKind::MinimumInterval, "minimum_interval_days", ("MinimumIntervalDays", 1), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::MINIMUM_INTERVAL),
    row(QuantityKind::AfterIsotretinoin, "after_isotretinoin_days", ("AfterIsotretinoinDays", 2), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::AFTER_ISOTRETINOIN),
    row(QuantityKind::AfterTan, "after_tan_days", ("AfterTanDays", 2), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::AFTER_TAN),
    row(QuantityKind::AfterFiller, "after_filler_days", ("AfterFillerDays", 2), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::AFTER_FILLER),
    row(QuantityKind::AfterNursing, "after_nursing_days", ("AfterNursingDays", 2), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::AFTER_NURSING),
    row(QuantityKind::AfterInfection, "after_infection_days", ("AfterInfectionDays", 2), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::AFTER_INFECTION),
    row(QuantityKind::AfterVaccination, "after_vaccination_days", ("AfterVaccinationDays", 2), (&[], ValueShape::Least(DAYS)), (TREATED, NOBODY), places::AFTER_VACCINATION),
    row(QuantityKind::AfterTreatment, "days_after", ("DaysAfter", 2), (&[Part::With], ValueShape::Least(DAYS)), (TREATED, TREATED), places::AFTER_TREATMENT),
    row(QuantityKind::Tax, "tax_percent", ("TaxPercent", 1), (&[], ValueShape::Percent), (TAXED, TREATED), places::TAX),
    row(QuantityKind::TaxIncluded, "tax_included", ("TaxIncluded", 2), (&[], ValueShape::YesNo), (CLINIC, NOBODY), places::TAX_INCLUDED),
    row(QuantityKind::Discount, "discount_percent", ("DiscountPercent", 1), (&[], ValueShape::Percent), (CLINIC, NOBODY), places::DISCOUNT),
    row(QuantityKind::PlanDiscount, "plan_discount_percent", ("PlanDiscountPercent", 2), (&[], ValueShape::Percent), (CLINIC, NOBODY), places::PLAN_DISCOUNT),
    row(QuantityKind::ConsultationFee, "consultation_fee", ("ConsultationFee", 2), (&[CURRENCY], ValueShape::Amount), (CLINIC, NOBODY), places::CONSULTATION_FEE),
    row(QuantityKind::FeeCredited, "fee_credited", ("FeeCredited", 2), (&[], ValueShape::YesNo), (CLINIC, NOBODY), places::FEE_CREDITED),
    row(QuantityKind::Deposit, "deposit_percent", ("DepositPercent", 2), (&[], ValueShape::Percent), (CLINIC, NOBODY), places::DEPOSIT),
    row(QuantityKind::Nearing, "nearing_percent", ("NearingPercent", 2), (&[], ValueShape::Percent), (CLINIC, NOBODY), places::NEARING),
    row(QuantityKind::MembershipFee, "membership_monthly", ("MembershipFee", 2), (&[CURRENCY], ValueShape::Amount), (CLINIC, NOBODY), places::MEMBERSHIP_FEE),
    row(QuantityKind::MembershipMonths, "membership_months", ("MembershipMonths", 2), (&[], ValueShape::Count(MONTHS)), (CLINIC, NOBODY), places::MEMBERSHIP_MONTHS),
    row(QuantityKind::MembershipSessions, "membership_sessions", ("MembershipSessions", 2), (&[], ValueShape::Count(SESSIONS)), (CLINIC, NOBODY), places::MEMBERSHIP_SESSIONS),
    row(QuantityKind::MembershipIncluded, "membership_included", ("MembershipIncluded", 2), (&[], ValueShape::YesNo), (TREATED, NOBODY), places::MEMBERSHIP_INCLUDED),
    row(QuantityKind::MembershipCredit, "membership_credit", ("MembershipCredit", 2), (&[CURRENCY], ValueShape::Amount), (CLINIC, NOBODY), places::MEMBERSHIP_CREDIT),
    row(QuantityKind::MembershipRollOver, "membership_rollover_months", ("MembershipRollOverMonths", 2), (&[], ValueShape::Count(MONTHS)), (CLINIC, NOBODY), places::MEMBERSHIP_ROLL_OVER),
    row(QuantityKind::MembershipDiscount, "membership_percent", ("MembershipPercent", 2), (&[], ValueShape::Percent), (CLINIC, NOBODY), places::MEMBERSHIP_DISCOUNT),
];

const CURRENCY: Part = Part::Currency;
const CASE: Parts = &[Part::Concern, Part::Severity];
const SESSIONS: CountUnit = CountUnit::Sessions;
const DAYS: CountUnit = CountUnit::Days;
const MONTHS: CountUnit = CountUnit::Months;
const NOBODY: People = &[];
const CLINIC: People = &[SubjectKind::Clinic];
const TREATED: People = &[SubjectKind::Treatment, SubjectKind::OwnTreatment];
const SOLD: People = &[SubjectKind::Treatment, SubjectKind::OwnTreatment, SubjectKind::TreatmentOn];
const TAXED: People = &[SubjectKind::Clinic, SubjectKind::Treatment, SubjectKind::OwnTreatment];
const PRICED: People = &[
    SubjectKind::Treatment,
    SubjectKind::OwnTreatment,
    SubjectKind::TreatmentOn,
    SubjectKind::AddOn,
    SubjectKind::OwnAddOn,
];

type Parts = &'static [Part];
type People = &'static [SubjectKind];

const fn row(
    what: QuantityKind,
    id: &'static str,
    tag: (&'static str, u32),
    (key, shape): (Parts, ValueShape),
    (of, added): (People, People),
    place: Place,
) -> QuantityDefinition {
    QuantityDefinition { what, id, tag, key, shape, of, added, place }
}

impl QuantityDefinition {
    /// Every quantity, in the order of lists.
    pub fn all() -> &'static [Self] {
        &TABLE
    }

    /// The quantities that a subject of this kind has.
    pub fn all_of(whose: SubjectKind) -> impl Iterator<Item = &'static Self> {
        TABLE.iter().filter(move |kind| kind.of.contains(&whose))
    }

    /// Whether values are told apart by this.
    pub fn takes(&self, part: Part) -> bool {
        self.key.contains(&part)
    }

    /// The name in tables of the value with a key: `price`, `package_of_3`, `price_with_microneedling`.
    pub fn name(&self, key: &Key) -> Cow<'static, str> {
        match (key.size, &key.with) {
            (Some(size), _) => Cow::Owned(format!("{}{OF}{size}", self.id)),
            (None, Some(with)) => Cow::Owned(format!("{}{WITH}{with}", self.id)),
            (None, None) => Cow::Borrowed(self.id),
        }
    }

    /// Such a name to show: a package of three stands for all.
    pub fn example(&self) -> Cow<'static, str> {
        let size = self.takes(Part::Size).then_some(3);
        let with = self.takes(Part::With).then(|| TreatmentId::from("microneedling"));
        self.name(&Key { size, with, ..Key::default() })
    }

    /// The quantity of this name, and what is typed behind it: the size of a package, or the other treatment.
    pub fn named(name: &str) -> Option<(&'static Self, &str)> {
        TABLE.iter().find_map(|kind| {
            let rest = name.strip_prefix(kind.id)?;
            let told = match kind.key {
                [Part::Size, ..] => rest.strip_prefix(OF),
                [Part::With, ..] => rest.strip_prefix(WITH),
                _ => rest.is_empty().then_some(rest),
            };
            told.map(|told| (kind, told))
        })
    }
}

/// What stands between the name of a package and its size.
const OF: &str = "_of_";
/// What stands between the name of a price or a wait and the treatment beside or after which it holds.
const WITH: &str = "_";

impl QuantityKind {
    /// Whether what the clinic says of itself holds for every treatment of which it says nothing else.
    pub fn is_for_all(self) -> bool {
        matches!(self, Self::PackageMonths | Self::PackageRefund | Self::FurtherArea)
    }

    /// Whether its values may have codes of their own, beside that of what they are of: what is sold otherwise than at its price.
    pub fn has_code(self) -> bool {
        matches!(self, Self::Package | Self::UpkeepPrice | Self::Together)
    }

    /// Whether it says what a membership brings, or asks for, besides its fee.
    pub fn is_of_membership(self) -> bool {
        self > Self::MembershipFee
    }

    /// Its row of the table.
    pub fn kind(self) -> &'static QuantityDefinition {
        &TABLE[self as usize]
    }
}

impl ValueShape {
    /// Whether there is one value rather than low, typical and high.
    pub fn is_single(&self) -> bool {
        !matches!(self, Self::Money | Self::Counts(_))
    }
}

impl CountUnit {
    /// The least and the most there may be.
    pub fn range(self) -> RangeInclusive<u32> {
        match self {
            Self::Sessions => 1..=520,
            Self::Days => 1..=730,
            Self::Months => 1..=120,
        }
    }
}
