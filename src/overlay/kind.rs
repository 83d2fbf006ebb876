//! The table of quantities: whatever reads, writes, checks, shows or edits one asks here.

use super::key::Part;
use super::places::{self, Place};
use super::subject::Whose;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// What is counted, in the order of lists. Everything there is to know of each stands in its row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The price of one unit.
    Price,
    /// The price of so many sessions, for one unit in each.
    Package,
    /// Sessions of the usual course.
    Sessions,
    /// Days between the sessions of the usual course.
    Spacing,
    /// The least number of days between two sessions.
    MinimumInterval,
    /// Tax: the clinic's, or that of a treatment with a rate of its own.
    Tax,
    /// Whether the clinic's prices include the tax.
    TaxIncluded,
    /// Discount on price and add-ons.
    Discount,
    /// Discount on the whole plan.
    PlanDiscount,
}

/// What there is to know of a quantity.
pub struct Kind {
    /// Which one it is.
    pub what: What,
    /// Its name in tables, such as `tax_percent`.
    pub id: &'static str,
    /// Its name in files, with the first schema of price lists that knows it.
    pub tag: (&'static str, u32),
    /// What tells its values apart.
    pub key: &'static [Part],
    /// What its values look like.
    pub shape: Shape,
    /// Who has one.
    pub of: &'static [Whose],
    /// Whose is added by hand, where the catalogue says nothing.
    pub added: &'static [Whose],
    /// Where in a catalogue it stands.
    pub(super) place: Place,
}

/// What values look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Low, typical and high amount in a currency.
    Money,
    /// Least, usual and most of something.
    Counts(Counted),
    /// The least number of something: the catalogue's is a matter of safety, below which nobody may go.
    Least(Counted),
    /// A percentage up to 100.
    Percent,
    /// Yes or no.
    YesNo,
}

/// What is counted in whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Sessions of a course.
    Sessions,
    /// Days.
    Days,
}

/// How many sessions a package may have.
pub const PACKAGE: RangeInclusive<u32> = 2..=50;

/// Every quantity, in the order of lists: its names in tables and files, what tells its values apart, their shape, who has
/// one and to whom one is added by hand, and where it stands in a catalogue.
#[rustfmt::skip]
static TABLE: [Kind; 9] = [
    row(What::Price, "price", ("Price", 1), (&[CURRENCY], Shape::Money), (PRICED, NOBODY), places::PRICE),
    row(What::Package, "package", ("Package", 2), (&[Part::Size, CURRENCY], Shape::Money), (TREATED, TREATED), places::PACKAGE),
    row(What::Sessions, "sessions", ("Sessions", 1), (CASE, Shape::Counts(SESSIONS)), (TREATED, NOBODY), places::SESSIONS),
    row(What::Spacing, "spacing_days", ("SpacingDays", 1), (CASE, Shape::Counts(DAYS)), (TREATED, NOBODY), places::SPACING),
    row(What::MinimumInterval, "minimum_interval_days", ("MinimumIntervalDays", 1), (&[], Shape::Least(DAYS)), (TREATED, NOBODY), places::MINIMUM_INTERVAL),
    row(What::Tax, "tax_percent", ("TaxPercent", 1), (&[], Shape::Percent), (TAXED, TREATED), places::TAX),
    row(What::TaxIncluded, "tax_included", ("TaxIncluded", 2), (&[], Shape::YesNo), (CLINIC, NOBODY), places::TAX_INCLUDED),
    row(What::Discount, "discount_percent", ("DiscountPercent", 1), (&[], Shape::Percent), (CLINIC, NOBODY), places::DISCOUNT),
    row(What::PlanDiscount, "plan_discount_percent", ("PlanDiscountPercent", 2), (&[], Shape::Percent), (CLINIC, NOBODY), places::PLAN_DISCOUNT),
];

const CURRENCY: Part = Part::Currency;
const CASE: Parts = &[Part::Concern, Part::Severity];
const SESSIONS: Counted = Counted::Sessions;
const DAYS: Counted = Counted::Days;
const NOBODY: People = &[];
const CLINIC: People = &[Whose::Clinic];
const TREATED: People = &[Whose::Treatment];
const TAXED: People = &[Whose::Clinic, Whose::Treatment];
const PRICED: People = &[Whose::Treatment, Whose::AddOn, Whose::OwnAddOn];

type Parts = &'static [Part];
type People = &'static [Whose];

const fn row(
    what: What,
    id: &'static str,
    tag: (&'static str, u32),
    (key, shape): (Parts, Shape),
    (of, added): (People, People),
    place: Place,
) -> Kind {
    Kind { what, id, tag, key, shape, of, added, place }
}

impl Kind {
    /// Every quantity, in the order of lists.
    pub fn all() -> &'static [Self] {
        &TABLE
    }

    /// The quantities that a subject of this kind has.
    pub fn all_of(whose: Whose) -> impl Iterator<Item = &'static Self> {
        TABLE.iter().filter(move |kind| kind.of.contains(&whose))
    }

    /// Whether values are told apart by this.
    pub fn takes(&self, part: Part) -> bool {
        self.key.contains(&part)
    }

    /// The name in tables of the value with a key: `price`, `package_of_3`.
    pub fn name(&self, size: Option<u32>) -> Cow<'static, str> {
        size.map_or(Cow::Borrowed(self.id), |size| Cow::Owned(format!("{}{OF}{size}", self.id)))
    }

    /// Such a name to show: a package of three stands for all.
    pub fn example(&self) -> Cow<'static, str> {
        self.name(self.takes(Part::Size).then_some(3))
    }

    /// The quantity of this name, and the size that is typed behind the name of a package.
    pub fn named(name: &str) -> Option<(&'static Self, &str)> {
        TABLE.iter().find_map(|kind| {
            let rest = name.strip_prefix(kind.id)?;
            let size = if kind.takes(Part::Size) { rest.strip_prefix(OF) } else { rest.is_empty().then_some(rest) };
            size.map(|size| (kind, size))
        })
    }
}

/// What stands between the name of a package and its size.
const OF: &str = "_of_";

impl What {
    /// Its row of the table.
    pub fn kind(self) -> &'static Kind {
        &TABLE[self as usize]
    }
}

impl Shape {
    /// Whether there is one value rather than low, typical and high.
    pub fn is_single(&self) -> bool {
        !matches!(self, Self::Money | Self::Counts(_))
    }
}

impl Counted {
    /// The least and the most there may be.
    pub fn range(self) -> RangeInclusive<u32> {
        match self {
            Self::Sessions => 1..=520,
            Self::Days => 1..=730,
        }
    }
}
