//! The price list as valid: entries, labels, and which entry is in force.

use crate::catalog::{AddOnId, Catalog, ConcernId, Defaults, Severity, TreatmentId};
use crate::locale::tr;
use crate::units::{Currency, Date, Money, Percent, Spread, TaxMode, quoted};
use std::borrow::Cow;

/// The clinic's own values. Made by [`super::PriceListDraft::parse`] and [`super::csv::import`] only, so that every
/// value is within its limits, every id exists and no value stands twice. In the catalogue's order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceList {
    pub(super) entries: Vec<Entry>,
    pub(super) labels: Vec<Label>,
}

/// One value from one day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whose value it is.
    pub subject: Subject,
    /// Which value it is.
    pub quantity: Quantity,
    /// The value; its kind is the quantity's.
    pub value: Value,
    /// The first day on which it holds; none means that it always has.
    pub from: Option<Date>,
}

/// Whose value an entry gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The clinic itself: what a new plan starts with.
    Clinic,
    /// A treatment of the catalogue.
    Treatment(TreatmentId),
    /// An add-on of the catalogue.
    AddOn(AddOnId),
    /// An add-on of the clinic's own, without an effect on the projected result. Its name stands in its [`Label`].
    OwnAddOn(AddOnId),
}

/// Which value an entry gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// The price of one unit in a currency: low, typical, high.
    Price(Currency),
    /// The price of a package of so many sessions in a currency, for one unit in each: low, typical, high.
    Package(u32, Currency),
    /// Sessions of the usual course: least, usual, most.
    Sessions(Case),
    /// Days between the sessions of the usual course: least, usual, most.
    Spacing(Case),
    /// The least number of days between two sessions.
    MinimumInterval,
    /// Tax in percent: the clinic's, or that of a treatment with a rate of its own.
    Tax,
    /// Whether the clinic's prices include the tax.
    TaxIncluded,
    /// Discount on price and add-ons, in percent.
    Discount,
    /// Discount on the whole plan, in percent.
    PlanDiscount,
}

/// For whom a course is usual.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Case {
    /// The concern; none means all.
    pub concern: Option<ConcernId>,
    /// The severity; none means all.
    pub severity: Option<Severity>,
}

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A price.
    Money(Spread<Money>),
    /// Sessions or days.
    Count(Spread<u32>),
    /// A percentage.
    Percent(Percent),
    /// Whether prices include tax.
    Tax(TaxMode),
}

/// What the clinic calls a subject, in short free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What is called so.
    pub subject: Subject,
    /// The name of an add-on of the clinic's own; empty for everything else.
    pub name: String,
    /// The clinic's code, such as `MN-01`. May be empty.
    pub code: String,
    /// The group it is listed in, such as `Needling`. May be empty.
    pub group: String,
}

impl PriceList {
    /// All entries, in the catalogue's order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All labels, in the catalogue's order.
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Code, group and name of a subject, if it has any.
    pub fn label(&self, subject: &Subject) -> Option<&Label> {
        self.labels.iter().find(|label| label.subject == *subject)
    }

    /// The entry that gives this value on this day, if the clinic has one. For a course that may be an entry for a
    /// wider case.
    pub fn in_force(&self, subject: &Subject, quantity: &Quantity, on: Date) -> Option<&Entry> {
        in_force(&self.entries, subject, quantity, on)
    }

    /// What a new plan starts with.
    pub fn defaults(&self, on: Date) -> Defaults {
        Defaults {
            tax: self.percent(&Subject::Clinic, &Quantity::Tax, on),
            tax_mode: self.tax_mode(on),
            discount: self.percent(&Subject::Clinic, &Quantity::Discount, on),
            plan_discount: self.percent(&Subject::Clinic, &Quantity::PlanDiscount, on),
        }
    }

    /// Whether the clinic's prices include the tax.
    pub(super) fn tax_mode(&self, on: Date) -> TaxMode {
        match self.in_force(&Subject::Clinic, &Quantity::TaxIncluded, on).map(|entry| entry.value) {
            Some(Value::Tax(mode)) => mode,
            _ => TaxMode::default(),
        }
    }

    /// A percentage in force.
    pub(super) fn percent(&self, subject: &Subject, quantity: &Quantity, on: Date) -> Option<Percent> {
        match self.in_force(subject, quantity, on)?.value {
            Value::Percent(percent) => Some(percent),
            Value::Money(_) | Value::Count(_) | Value::Tax(_) => None,
        }
    }
}

/// The entry in force: the most specific one, then the latest.
pub(super) fn in_force<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    subject: &Subject,
    quantity: &Quantity,
    on: Date,
) -> Option<&'a Entry> {
    let entries = entries.into_iter().filter(|entry| entry.subject == *subject && entry.quantity.covers(quantity));
    entries.filter(|entry| entry.from <= Some(on)).max_by_key(|entry| (entry.quantity.specificity(), entry.from))
}

impl Entry {
    /// Whether both give the same value from the same day on, so that one of them is too many.
    pub(super) fn repeats(&self, other: &Self) -> bool {
        self.subject == other.subject && self.quantity == other.quantity && self.from == other.from
    }

    /// Where it stands in a list.
    pub(super) fn rank(&self, catalog: &Catalog) -> impl Ord + '_ {
        (self.subject.rank(catalog), self.quantity.rank(), self.from)
    }
}

impl Subject {
    /// The add-on of the clinic's own with this name: its id is made of the name once and then stays.
    pub fn own_add_on(name: &str) -> Self {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let slug = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
        let slug: String = slug.chars().take(super::limits::ID - Self::OWN.len()).collect();
        Self::OwnAddOn(AddOnId::from(format!("{}{slug}", Self::OWN).as_str()))
    }

    /// What the id of an add-on of the clinic's own begins with; no id of the catalogue does.
    pub const OWN: &'static str = "own-";

    /// The kind in words, as it stands in a table: `treatment`, `add-on`, `own add-on`, `clinic`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Clinic => "clinic",
            Self::Treatment(_) => "treatment",
            Self::AddOn(_) => "add-on",
            Self::OwnAddOn(_) => "own add-on",
        }
    }

    /// The id in files; empty for the clinic itself.
    pub fn id(&self) -> &str {
        match self {
            Self::Clinic => "",
            Self::Treatment(id) => id.as_str(),
            Self::AddOn(id) | Self::OwnAddOn(id) => id.as_str(),
        }
    }

    /// Its name in the catalogue, or its id where the catalogue has none.
    pub fn name<'a>(&'a self, catalog: &'a Catalog) -> &'a str {
        match self {
            Self::Clinic => tr!("Clinic"),
            Self::Treatment(id) => catalog.treatment(id).map_or(id.as_str(), |treatment| &treatment.name),
            Self::AddOn(id) | Self::OwnAddOn(id) => catalog.add_on(id).map_or(id.as_str(), |add_on| &add_on.name),
        }
    }

    /// Whether it has a value of this kind.
    pub fn has(&self, quantity: &Quantity) -> bool {
        match self {
            Self::Clinic => {
                matches!(quantity, Quantity::Tax | Quantity::TaxIncluded | Quantity::Discount | Quantity::PlanDiscount)
            }
            Self::Treatment(_) => {
                !matches!(quantity, Quantity::TaxIncluded | Quantity::Discount | Quantity::PlanDiscount)
            }
            Self::AddOn(_) | Self::OwnAddOn(_) => matches!(quantity, Quantity::Price(_)),
        }
    }

    /// Where it stands in a list, in the catalogue's order.
    pub(super) fn rank<'a>(&'a self, catalog: &Catalog) -> (usize, usize, &'a str) {
        let (kind, at) = match self {
            Self::Clinic => (0, None),
            Self::Treatment(id) => (1, catalog.treatments.iter().position(|treatment| treatment.id == *id)),
            Self::AddOn(id) => (2, catalog.add_ons.iter().position(|add_on| add_on.id == *id)),
            Self::OwnAddOn(_) => (3, None),
        };
        (kind, at.unwrap_or(usize::MAX), self.id())
    }
}

impl Quantity {
    /// The name in tables: `price`, `package_of_3`, `sessions`, `spacing_days`, `minimum_interval_days`, `tax_percent`,
    /// `tax_included`, `discount_percent`, `plan_discount_percent`.
    pub fn name(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Package(sessions, _) => return Cow::Owned(format!("{}{sessions}", Self::PACKAGE_OF)),
            Self::Price(_) => "price",
            Self::Sessions(_) => "sessions",
            Self::Spacing(_) => "spacing_days",
            Self::MinimumInterval => "minimum_interval_days",
            Self::Tax => "tax_percent",
            Self::TaxIncluded => "tax_included",
            Self::Discount => "discount_percent",
            Self::PlanDiscount => "plan_discount_percent",
        })
    }

    /// What the name of a package in tables begins with.
    pub(super) const PACKAGE_OF: &'static str = "package_of_";

    /// The currency of a price, of a session or of a package; none for everything else.
    pub fn currency(&self) -> Option<Currency> {
        match self {
            Self::Price(currency) | Self::Package(_, currency) => Some(*currency),
            _ => None,
        }
    }

    /// How many sessions a package covers, and its currency; none for everything else.
    pub fn package(&self) -> Option<(u32, Currency)> {
        if let Self::Package(sessions, currency) = self { Some((*sessions, *currency)) } else { None }
    }

    /// What it is in words: `price in EUR`, `sessions of a course, Acne scars, severe`.
    pub fn words(&self, catalog: &Catalog) -> String {
        match self {
            Self::Price(currency) => tr!("price in {currency}", currency),
            Self::Package(sessions, currency) => tr!("package of {sessions} in {currency}", sessions, currency),
            Self::Sessions(case) => [tr!("sessions of a course"), &case.words(catalog)].concat(),
            Self::Spacing(case) => [tr!("days between sessions"), &case.words(catalog)].concat(),
            Self::MinimumInterval => tr!("minimum interval").to_owned(),
            Self::Tax => tr!("default tax").to_owned(),
            Self::TaxIncluded => tr!("prices include tax").to_owned(),
            Self::Discount => tr!("default discount").to_owned(),
            Self::PlanDiscount => tr!("default discount on a plan").to_owned(),
        }
    }

    /// As [`Quantity::words`] and shorter, for a narrow column: `sessions, Acne scars, severe`.
    pub fn brief(&self, catalog: &Catalog) -> String {
        match self {
            Self::Sessions(case) if *case == Case::default() => tr!("sessions, in general").to_owned(),
            Self::Spacing(case) if *case == Case::default() => tr!("days apart, in general").to_owned(),
            Self::Sessions(case) => [tr!(in "a value", "sessions"), &case.words(catalog)].concat(),
            Self::Spacing(case) => [tr!(in "a value", "days apart"), &case.words(catalog)].concat(),
            _ => self.words(catalog),
        }
    }

    /// The case of a course; none for everything else.
    pub fn case(&self) -> Option<&Case> {
        match self {
            Self::Sessions(case) | Self::Spacing(case) => Some(case),
            _ => None,
        }
    }

    /// Whether it has one value rather than low, typical and high.
    pub fn is_single(&self) -> bool {
        matches!(self, Self::MinimumInterval | Self::Tax | Self::TaxIncluded | Self::Discount | Self::PlanDiscount)
    }

    /// Whether an entry for this also answers for `other`.
    fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sessions(case), Self::Sessions(other)) | (Self::Spacing(case), Self::Spacing(other)) => {
                case.covers(other)
            }
            _ => self == other,
        }
    }

    fn specificity(&self) -> (bool, bool) {
        self.case().map_or((false, false), |case| (case.concern.is_some(), case.severity.is_some()))
    }

    /// Where it stands among the values of a subject.
    pub(super) fn rank(&self) -> (usize, &'static str, u32, Option<&Case>) {
        let (at, sessions) = match self {
            Self::Price(_) => (0, 0),
            Self::Package(sessions, _) => (1, *sessions),
            Self::Sessions(_) => (2, 0),
            Self::Spacing(_) => (3, 0),
            Self::MinimumInterval => (4, 0),
            Self::Tax => (5, 0),
            Self::TaxIncluded => (6, 0),
            Self::Discount => (7, 0),
            Self::PlanDiscount => (8, 0),
        };
        (at, self.currency().map_or("", Currency::code), sessions, self.case())
    }
}

impl Case {
    /// A concern at a severity.
    pub fn of(concern: &ConcernId, severity: Severity) -> Self {
        Self { concern: Some(concern.clone()), severity: Some(severity) }
    }

    fn covers(&self, other: &Self) -> bool {
        (self.concern.is_none() || self.concern == other.concern)
            && (self.severity.is_none() || self.severity == other.severity)
    }

    fn words(&self, catalog: &Catalog) -> String {
        let name = |id| catalog.concern(id).map_or(id.as_str(), |concern| &concern.name);
        let concern = self.concern.as_ref().map(|id| format!(", {}", quoted(name(id))));
        let severity = self.severity.map(|severity| format!(", {}", severity_within(severity)));
        concern.into_iter().chain(severity).collect()
    }
}

/// A severity inside a phrase.
fn severity_within(severity: Severity) -> &'static str {
    match severity {
        Severity::Mild => tr!(in "severity", "mild"),
        Severity::Moderate => tr!(in "severity", "moderate"),
        Severity::Severe => tr!(in "severity", "severe"),
    }
}
