//! What can be done about a concern: price, course, downtime, suitability, response.

use super::{AddOnId, Basis, ConcernId, Figure, SourceId, TreatmentId, UpkeepPreset};
use crate::text::{Text, english};
use crate::units::{Currency, Date, Money, Percent, Spread, Tax};
use serde::{Deserialize, Deserializer, Serialize};

/// A treatment and everything the catalogue says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// Its id in files.
    pub id: TreatmentId,
    /// Its name in full.
    pub name: Text,
    /// What it is and what it is like to go through, in a sentence or two for a client.
    pub summary: Text,
    /// Of a treatment of a clinic's own the one of the catalogue whose result it is taken to have.
    #[serde(skip)]
    pub like: Option<TreatmentId>,
    /// Which concerns it is used for, and how well it fits.
    pub suits: Vec<Suitability>,
    /// What one price pays for.
    pub unit: PriceUnit,
    /// Prices, at most one per currency.
    pub prices: Vec<Price>,
    /// Packages, at most one per number of sessions and currency. The built-in catalogue has none: no source names one.
    #[serde(default)]
    pub packages: Vec<Package>,
    /// For how many months after its first session a package holds, where a clinic's price list says so.
    #[serde(skip)]
    pub package_months: Option<u32>,
    /// What is paid back of the sessions that are left of a package, as a share of what was paid for them, where a clinic's price
    /// list says so.
    #[serde(skip)]
    pub package_refund: Option<Percent>,
    /// What it costs on further parts of the body on one day, as a share of the price there, where a clinic's price list says
    /// so.
    #[serde(skip)]
    pub further_area: Option<Percent>,
    /// Prices of one unit in a session of upkeep, where a clinic's price list has others for it, at most one per currency.
    #[serde(skip)]
    pub upkeep_prices: Vec<Price>,
    /// Prices on a day on which another treatment is given too, where a clinic's price list has some, at most one per treatment and
    /// currency.
    #[serde(skip)]
    pub together: Vec<TogetherPrice>,
    /// What it costs on parts of the body for which a clinic's price list has other prices.
    #[serde(skip)]
    pub area_prices: Vec<AreaPrices>,
    /// The tax that a clinic's price list gives it; new lines start with it.
    #[serde(skip)]
    pub tax: Option<Tax>,
    /// Usual courses; the first that fits the concern and severity is taken.
    pub courses: Vec<CoursePreset>,
    /// Upkeep presets of this treatment; empty means those of the concern.
    #[serde(default)]
    pub upkeep: Vec<UpkeepPreset>,
    /// The least number of days between two sessions of its interval group.
    pub minimum_interval_days: Figure<u32>,
    /// Treatments with the same group share the minimum interval: all clinic needling does.
    pub interval_group: String,
    /// How long it shows.
    pub downtime: Downtime,
    /// Whether each session is a visit to the clinic. False for a home device.
    pub at_clinic: bool,
    /// Common after-effects and risks, each one short sentence.
    pub risks: Vec<Text>,
    /// Who says so of the risks.
    pub risk_refs: Vec<SourceId>,
    /// Its response parameters.
    pub response: TreatmentResponse,
    /// What can be added to its sessions.
    #[serde(default)]
    pub add_ons: Vec<AddOnId>,
    /// Needle length in millimetres where it has needles whose length is chosen.
    #[serde(default)]
    pub needle_depth: Option<Figure<Spread<f64>>>,
}

/// How well a treatment fits a concern.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suitability {
    /// The concern.
    pub concern: ConcernId,
    /// How well it fits.
    pub level: SuitLevel,
    /// Why, in one sentence.
    pub note: Text,
    /// Who says so.
    pub refs: Vec<SourceId>,
}

/// Three steps of fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum SuitLevel {
    /// A usual choice.
    Usual,
    /// Helps in some cases, or beside another treatment.
    Sometimes,
    /// Offered, yet the evidence is against it or missing.
    Doubtful,
}

/// What one price pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum PriceUnit {
    /// One session.
    Session,
    /// One procedure.
    Procedure,
    /// One syringe; a session takes a number of them.
    Syringe,
    /// One device, which serves `uses` sessions before it is bought anew.
    Device {
        /// How many sessions one device serves.
        uses: u32,
    },
}

/// A price in one currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// The currency the three amounts are in.
    pub currency: Currency,
    /// Low, typical, high for one unit. In the file as decimal text such as `"200.00"`.
    #[serde(deserialize_with = "spread_in_minor_units")]
    pub amount: Spread<Money>,
    /// The year or years the figures are from, or `not stated`.
    pub year: Text,
    /// Seed, society figure, or placeholder that a clinic should set.
    pub basis: Basis,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// How the typical value came about where the source gives only a range, and other remarks.
    pub note: Text,
    /// Since when it is in force, where it is the clinic's and its list says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Date>,
}

/// What a clinic's price list asks for a treatment on one part of the body.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaPrices {
    /// The part of the body, as the list names it.
    pub area: String,
    /// Prices of one unit, at most one per currency.
    pub prices: Vec<Price>,
    /// Packages, at most one per number of sessions and currency.
    pub packages: Vec<Package>,
    /// Prices of one unit in a session of upkeep, at most one per currency.
    pub upkeep_prices: Vec<Price>,
    /// Prices on a day on which another treatment is given too, at most one per treatment and currency.
    pub together: Vec<TogetherPrice>,
}

/// What one unit costs on a day on which another treatment is given too: two treatments in one offer.
#[derive(Clone, Debug, PartialEq)]
pub struct TogetherPrice {
    /// The other treatment.
    pub with: TreatmentId,
    /// The price of one unit, in place of that of a single session.
    pub price: Price,
}

/// So many sessions of a course for one price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// How many sessions it covers.
    pub sessions: u32,
    /// Its price, for one unit in each of its sessions.
    pub price: Price,
}

impl Treatment {
    /// Whether what is paid for is a device that is used at home.
    pub fn is_device(&self) -> bool {
        matches!(self.unit, PriceUnit::Device { .. })
    }

    /// The needle lengths that can be chosen, in hundredths of a millimetre; none where there is nothing to choose.
    pub fn needle_lengths(&self) -> Option<Spread<u32>> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a needle is a few millimetres long"
        )]
        let hundredths = |millimetres: f64| (millimetres * 100.0).round() as u32;
        self.needle_depth.as_ref().map(|depth| depth.value.map(hundredths))
    }

    /// Its packages of so many sessions, on whatever part of the body and in whatever currency.
    pub fn packages_of(&self, sessions: u32) -> impl Iterator<Item = &Package> {
        let all = self.packages.iter().chain(self.area_prices.iter().flat_map(|one| &one.packages));
        all.filter(move |package| package.sessions == sessions)
    }

    /// The parts of the body that have prices of their own in this currency, in the order of the list.
    pub fn priced_areas(&self, currency: Currency) -> impl Iterator<Item = &AreaPrices> {
        self.area_prices.iter().filter(move |one| one.is_priced_in(currency))
    }

    /// Every price of one unit in a session of a course, on whatever part of the body.
    pub(super) fn all_prices(&self) -> impl Iterator<Item = &Price> {
        self.prices.iter().chain(self.area_prices.iter().flat_map(|one| &one.prices))
    }

    /// The prices of a part of the body, made if there are none.
    pub(crate) fn area_prices_mut(&mut self, area: &str) -> &mut AreaPrices {
        let known = self.area_prices.iter().position(|one| one.area == area);
        let at = known.unwrap_or_else(|| {
            self.area_prices.push(AreaPrices { area: area.to_owned(), ..AreaPrices::default() });
            self.area_prices.len() - 1
        });
        &mut self.area_prices[at]
    }
}

impl AreaPrices {
    pub(super) fn is_priced_in(&self, currency: Currency) -> bool {
        let of_packages = self.packages.iter().map(|package| &package.price);
        let together = self.together.iter().map(|one| &one.price);
        let all = self.prices.iter().chain(&self.upkeep_prices).chain(of_packages).chain(together);
        all.into_iter().any(|price| price.currency == currency)
    }
}

impl AddOn {
    /// Its price in this currency.
    pub fn price_in(&self, currency: Currency) -> Option<&Price> {
        self.prices.iter().find(|price| price.currency == currency)
    }

    /// Its packages in this currency, the smallest first.
    pub fn packages_in(&self, currency: Currency) -> Vec<&Package> {
        Package::sorted(&self.packages, currency)
    }
}

/// How long a treatment shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Downtime {
    /// Days one would rather not be seen: least and most.
    pub social_days: (u32, u32),
    /// Days until skin looks and feels fully normal.
    pub full_days: u32,
    /// How much weight the figures carry.
    pub basis: Basis,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// What it looks like, in one sentence.
    pub note: Text,
}

/// How bad it is today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Little.
    Mild,
    /// Middling.
    #[default]
    Moderate,
    /// Much.
    Severe,
}

impl Severity {
    /// All, from least to most.
    pub const ALL: [Self; 3] = [Self::Mild, Self::Moderate, Self::Severe];
}

/// A usual course for some concerns and a severity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoursePreset {
    /// The concerns it is for; empty means any.
    #[serde(default)]
    pub concerns: Vec<ConcernId>,
    /// The severity it is for; none means any.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// Number of sessions: least, usual, most.
    pub sessions: Spread<u32>,
    /// Days from session to session: least, usual, most.
    pub spacing_days: Spread<u32>,
    /// How much weight the figures carry.
    pub basis: Basis,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// Who says otherwise.
    #[serde(default)]
    pub disagree: Vec<SourceId>,
}

/// Response parameters of a treatment on acne scars (model page, section 3).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreatmentResponse {
    /// `a`: the gain of one session, as a share of severity, before saturation.
    pub amplitude: Figure<f64>,
    /// `C` on acne scars: the most that can be gained, as a share of severity. Other concerns have their own.
    pub ceiling: Figure<f64>,
    /// `τm`: build-up time in months.
    pub build_months: Figure<f64>,
    /// `p`: the share that persists.
    pub persistence: Figure<Persistence>,
    /// `τd`: fade time.
    pub fade: Figure<Fade>,
    /// `k`: how steep the fade is.
    pub fade_shape: Figure<f64>,
    /// Days after which a further session counts in full; none means it always does.
    pub reference_gap_days: Option<Figure<u32>>,
    /// How well each scar type responds, relative to the amplitude.
    pub scar_types: Figure<ScarFactors>,
    /// Whether it treats scars only.
    #[serde(default)]
    pub scars_only: bool,
    /// Whether nothing is projected of it: of a treatment of a clinic's own that is like none of the catalogue.
    #[serde(skip)]
    pub is_unprojected: bool,
    /// How long it was followed for which concerns; the first that fits is taken.
    #[serde(default)]
    pub evidence: Vec<EvidenceReach>,
    /// What holds for a concern in the place of what follows from acne scars.
    #[serde(default)]
    pub own: Vec<OwnResponse>,
}

impl TreatmentResponse {
    /// What holds for a concern in the place of what follows from acne scars.
    pub fn own(&self, concern: &ConcernId) -> Option<&OwnResponse> {
        self.own.iter().find(|own| own.concern == *concern)
    }

    /// How long it was followed for a concern, in months after the last session of a course, where that is known.
    pub fn evidence(&self, concern: &ConcernId) -> Option<&Figure<f64>> {
        let reach = self.evidence.iter().find(|reach| reach.concerns.is_empty() || reach.concerns.contains(concern));
        reach.map(|reach| &reach.months)
    }
}

/// How long a treatment was followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceReach {
    /// For which concerns; empty means any.
    pub concerns: Vec<ConcernId>,
    /// Months after the last session of a course.
    pub months: Figure<f64>,
}

/// The response of a treatment for one concern, as far as it has figures of its own. They hold unscaled, and the concern's
/// ceiling for deep wrinkles, which is stated of needling, does not hold for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnResponse {
    /// The concern.
    pub concern: ConcernId,
    /// `a`: the gain of one session, as a share of severity, before saturation.
    #[serde(default)]
    pub amplitude: Option<Figure<f64>>,
    /// `C`: the most that can be gained, as a share of severity.
    pub ceiling: Figure<f64>,
    /// `p`: the share that persists.
    #[serde(default)]
    pub persistence: Option<Figure<f64>>,
    /// `τd`: fade time in months.
    #[serde(default)]
    pub fade_months: Option<Figure<f64>>,
}

/// Which share of a gain persists.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Persistence {
    /// As the concern says.
    OfConcern,
    /// This share.
    Own(f64),
}

/// How long the fading part takes, in months.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Fade {
    /// As the concern says.
    OfConcern,
    /// This many months on acne and surgical scars, and elsewhere this multiple of the concern's.
    Longer {
        /// Months on scars.
        on_scars: f64,
        /// Multiple of the concern's fade time elsewhere.
        times_concern: f64,
    },
    /// This many months whatever the concern.
    Months(f64),
}

/// How well the three types of acne scar respond, each relative to the amplitude.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScarFactors {
    /// Broad and shallow, with sloping edges.
    pub rolling: f64,
    /// Sharp edges, steep walls.
    pub boxcar: f64,
    /// Narrow and deep.
    pub icepick: f64,
}

/// Something added to a session for a price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddOn {
    /// Its id in files.
    pub id: AddOnId,
    /// Its name.
    pub name: Text,
    /// What it does, in one sentence.
    pub summary: Text,
    /// Prices per session, at most one per currency.
    pub prices: Vec<Price>,
    /// Prices of so many sessions of a course with it, where a clinic's price list has some, at most one per size and currency.
    #[serde(skip)]
    pub packages: Vec<Package>,
    /// The factor on the amplitude of the session; low and high are the range seen, not used in the band.
    pub amplitude: Figure<Spread<f64>>,
}

impl AddOn {
    /// An add-on of the clinic's own: it has a price and leaves the projected result alone.
    pub fn without_effect(id: AddOnId, name: Text, prices: Vec<Price>) -> Self {
        let summary = Text::english(english!("An extra of the clinic's own; it leaves the projected result alone."));
        let amplitude = Figure {
            value: Spread::of(1.0),
            basis: Basis::Clinic,
            refs: Vec::new(),
            disagree: Vec::new(),
            note: Text::english(english!("The clinic's own, counted without an effect")),
        };
        Self { id, name, summary, prices, packages: Vec::new(), amplitude }
    }
}

fn spread_in_minor_units<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Spread<Money>, D::Error> {
    // The currency stands beside the amount; every currency the catalogue prices in has two decimals.
    let text = Spread::<String>::deserialize(deserializer)?;
    let parse =
        |text: String| Money::parse(&text, Currency::USD).map_err(|_| serde::de::Error::custom("not an amount"));
    let spread = Spread { low: parse(text.low)?, typical: parse(text.typical)?, high: parse(text.high)? };
    if spread.is_ordered() { Ok(spread) } else { Err(serde::de::Error::custom("low, typical, high are out of order")) }
}
