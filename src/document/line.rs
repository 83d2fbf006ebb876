//! A treatment of an option, as typed: its fields, with all that is known of them, and what they begin with.

use super::field::{About, Counted, Fields, Kind, Row, row};
use super::id::{ExtraId, LineId};
use super::limits;
use super::parts::{AddOnDraft, LineTax, PackageDraft, PriceDraft, Upkeep};
use super::place::Field;
use super::profile::Profile;
use super::value::{Holds, Value};
use crate::catalog::{Catalog, Concern, ConcernId, ExampleLine, Package, PriceUnit, Treatment, TreatmentId};
use crate::text::english;
use crate::units::{Date, UnitCount};
use Counted::{Days, DaysFromStart, Sessions};
use Kind::{Amount, Choice, Day, Length, Line, Off, Parts, Units, Whole};

/// One treatment of an option: a course, its price, and its upkeep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDraft {
    /// Its own for ever.
    pub id: LineId,
    /// The treatment.
    pub treatment: TreatmentId,
    /// Which of the plan's concerns it is for; none means the first one.
    pub concern: Option<ConcernId>,
    /// Where on the body, in short free text such as `both cheeks`. May be empty.
    pub area: String,
    /// Number of sessions of the course.
    pub sessions: u32,
    /// As few sessions as the course may take; none means that their number is settled. More than [`Self::sessions`] counts as that.
    pub fewest: Option<u32>,
    /// As many sessions as the course may take. Fewer than [`Self::sessions`] counts as that.
    pub most: Option<u32>,
    /// Days between sessions of the course.
    pub spacing_days: u32,
    /// Day of the first session, counted from the plan's start.
    pub start_day: u32,
    /// Units per session: syringes, or parts of one. 1 for everything else.
    pub units: UnitCount,
    /// Needle length in hundredths of a millimetre, for treatments that choose one.
    pub depth: Option<u32>,
    /// Price of one unit.
    pub price: PriceDraft,
    /// Discount on price and add-ons: in percent, or an amount once.
    pub discount: String,
    /// The price of one unit in a session of upkeep; empty means the price list's, or that of the course.
    pub upkeep_price: String,
    /// So many sessions of the course for one price.
    pub package: PackageDraft,
    /// The tax on the line.
    pub tax: LineTax,
    /// What is added to each session.
    pub add_ons: Vec<AddOnDraft>,
    /// What follows the course.
    pub upkeep: Upkeep,
    /// The last day on which upkeep is given; none means the end of the horizon.
    pub upkeep_until: Option<Date>,
}

#[rustfmt::skip]
impl Fields for LineDraft {
    const ROWS: &'static [Row<Self>] = &[
        row!(Concern, concern, Choice, english!(in "field", "what it is for"), english!("change what a treatment is for")),
        row!(Sessions, sessions, Whole(limits::SESSIONS, Sessions), english!(in "field", "sessions"), english!("change number of sessions")),
        row!(FewestSessions, fewest, Whole(limits::SESSIONS, Sessions), english!(in "field", "fewest sessions"), english!("change fewest sessions")),
        row!(MostSessions, most, Whole(limits::SESSIONS, Sessions), english!(in "field", "most sessions"), english!("change most sessions")),
        row!(Spacing, spacing_days, Whole(limits::SPACING_DAYS, Days), english!(in "field", "spacing"), english!("change spacing")),
        row!(StartDay, start_day, Whole(limits::START_DAY, DaysFromStart), english!(in "field", "first session"), english!("change first session")),
        row!(Units, units, Units, english!(in "field", "units per session"), english!("change units")),
        row!(Depth, depth, Length, english!(in "field", "needle length"), english!("change needle length")),
        row!(Price, price, Parts, english!(in "field", "price"), english!("change price")),
        row!(Area, area, Line(limits::NAME), english!(in "field", "area"), english!("change area")),
        row!(Discount, discount, Off(100), english!(in "field", "discount"), english!("change discount")),
        row!(UpkeepPrice, upkeep_price, Amount, english!(in "field", "price of upkeep"), english!("change price of upkeep")),
        row!(Package, package, Parts, english!(in "field", "package"), english!("change package")),
        row!(PackagePrice, LineDraft::package_price, LineDraft::set_package_price, Parts, english!(in "field", "package price"), english!("change package")),
        row!(Tax, tax, Parts, english!(in "field", "tax"), english!("change tax of treatment")),
        row!(AddOns, add_ons, Parts, english!(in "field", "add-ons"), english!("change add-ons")),
        row!(Upkeep, upkeep, Parts, english!(in "field", "upkeep"), english!("change upkeep")),
        row!(UpkeepUntil, upkeep_until, Day, english!(in "field", "last day of upkeep"), english!("change end of upkeep")),
    ];
}

impl LineDraft {
    /// The same as something of its own: without ids until a plan takes it in.
    #[must_use]
    pub(super) fn anew(&self) -> Self {
        let add_ons = self.add_ons.iter().map(|add_on| AddOnDraft { id: ExtraId::NEW, ..add_on.clone() });
        Self { id: LineId::NEW, add_ons: add_ons.collect(), ..self.clone() }
    }

    /// How many sessions its course takes: as few as may be, typically, as many as may be.
    pub fn sessions_needed(&self) -> (u32, u32, u32) {
        let fewest = self.fewest.map_or(self.sessions, |fewest| fewest.min(self.sessions));
        (fewest, self.sessions, self.most.map_or(self.sessions, |most| most.max(self.sessions)))
    }

    /// The usual course of a treatment for this concern and client, with the default upkeep.
    pub fn usual(catalog: &Catalog, concern: &Concern, profile: &Profile, treatment: &Treatment) -> Self {
        let preset = treatment.course_for(concern, profile);
        let minimum = treatment.minimum_interval_days.value;
        let (least, most) = (*limits::DEPTH.start(), *limits::DEPTH.end());
        let months = catalog.upkeep_presets(concern, treatment).first().map(|preset| preset.months);
        Self {
            id: LineId::NEW,
            treatment: treatment.id.clone(),
            concern: None,
            area: catalog.usual_area(concern, treatment),
            sessions: preset.map_or(1, |preset| preset.sessions.typical),
            fewest: None,
            most: None,
            spacing_days: preset.map_or(minimum, |preset| preset.spacing_days.typical).max(minimum),
            start_day: 0,
            units: UnitCount::ONE,
            depth: treatment.needle_lengths().map(|lengths| lengths.typical.clamp(least, most)),
            price: PriceDraft::Catalogue,
            discount: String::new(),
            upkeep_price: String::new(),
            package: PackageDraft::None,
            tax: LineTax::of_treatment(treatment),
            add_ons: Vec::new(),
            upkeep: months.map_or(Upkeep::None, |months| Upkeep::Every { months }),
            upkeep_until: None,
        }
    }

    pub(super) fn adapted(mut self, line: &ExampleLine) -> Self {
        self.start_day = line.start_day;
        self.sessions = line.sessions.unwrap_or(self.sessions);
        (self.fewest, self.most) = (line.fewest, line.most);
        self.spacing_days = line.spacing_days.unwrap_or(self.spacing_days);
        self.units = line.units_hundredths.map_or(self.units, UnitCount::of_hundredths);
        // A treatment that chooses no needle length has none.
        self.depth = self.depth.map(|usual| line.depth_hundredths_mm.unwrap_or(usual));
        self.area = line.area.clone().unwrap_or(self.area);
        self.package = line.package.map_or(self.package, |sessions| PackageDraft::Catalogue { sessions });
        self.add_ons = line.add_ons.iter().cloned().map(AddOnDraft::of_catalog).collect();
        self.upkeep = match (line.upkeep_when_faded_to, line.upkeep_months) {
            (Some(percent), _) => Upkeep::WhenFaded { percent },
            (None, Some(months)) => Upkeep::Every { months },
            (None, None) => Upkeep::None,
        };
        self
    }
}

impl LineDraft {
    /// The same as a plan takes it of a treatment as it is now: a price list changes after a template was made. Sessions are no closer than
    /// the least interval, a package and add-ons are those there are, and only syringes come in parts and numbers.
    pub(super) fn taken(mut self, catalog: &Catalog, treatment: &Treatment) -> Self {
        self.spacing_days = self.spacing_days.max(treatment.minimum_interval_days.value);
        let holds = |package: &Package| {
            catalog.rates(treatment, &self.area, package.price.currency).packages.contains(&package)
        };
        let is_there = |sessions: u32| treatment.packages_of(sessions).any(holds);
        if matches!(self.package, PackageDraft::Catalogue { sessions } if !is_there(sessions)) {
            self.package = PackageDraft::None;
        }
        let is_offered = |one: &AddOnDraft| one.add_on.as_ref().is_none_or(|id| treatment.add_ons.contains(id));
        self.add_ons.retain(is_offered);
        if treatment.unit != PriceUnit::Syringe {
            self.units = UnitCount::ONE;
        }
        self
    }

    /// What a template keeps of it: what is given and when. Its prices, its discount and its tax are left to the price list, as are a
    /// package and add-ons that only the plan has; a last day of upkeep is one of the calendar, and what it is for is what the
    /// template is offered for.
    pub(super) fn as_template(&self) -> ExampleLine {
        let (fewest, sessions, most) = self.sessions_needed();
        ExampleLine {
            start_day: self.start_day,
            sessions: Some(sessions),
            fewest: (fewest < sessions).then_some(fewest),
            most: (most > sessions).then_some(most),
            spacing_days: Some(self.spacing_days),
            units_hundredths: Some(self.units.hundredths()).filter(|_| self.units != UnitCount::ONE),
            depth_hundredths_mm: self.depth,
            area: Some(self.area.clone()),
            package: if let PackageDraft::Catalogue { sessions } = self.package { Some(sessions) } else { None },
            add_ons: self.add_ons.iter().filter_map(|one| one.add_on.clone()).collect(),
            upkeep_months: if let Upkeep::Every { months } = self.upkeep { Some(months) } else { None },
            upkeep_when_faded_to: if let Upkeep::WhenFaded { percent } = self.upkeep { Some(percent) } else { None },
            ..ExampleLine::of(self.treatment.clone())
        }
    }

    fn package_price(&self) -> Value {
        self.package.own_price()
    }

    fn set_package_price(&mut self, value: Value) {
        self.package.set_own_price(value);
    }
}
