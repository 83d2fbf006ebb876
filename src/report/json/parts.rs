//! The pieces that several documents are made of.

use crate::catalog::{Catalog, ConcernId};
use crate::document::Mark;
use crate::estimate::{Peak, Point};
use crate::report::Worked;
use crate::units::{Band, Currency, Date, Day, Money, Spread};
use crate::wording::notices;
use serde::Serialize;

/// Which program, model and catalogue gave the numbers.
#[derive(Serialize)]
pub(super) struct Versions<'a> {
    program: &'static str,
    model: &'a str,
    catalogue: &'a str,
    evidence_reviewed: Date,
}

impl<'a> Versions<'a> {
    pub(super) fn of(catalog: &'a Catalog) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION"),
            model: &catalog.model.version,
            catalogue: &catalog.version,
            evidence_reviewed: catalog.reviewed,
        }
    }
}

/// What every document of a worked plan begins with.
#[derive(Serialize)]
pub(super) struct Head<'a> {
    schema: u32,
    versions: Versions<'a>,
    reference: &'a str,
    concern: &'a ConcernId,
    currency: Currency,
    currency_decimals: u32,
    start: Date,
    end: Date,
    horizon_years: u32,
}

impl<'a> Head<'a> {
    pub(super) fn of(worked: &Worked<'a>) -> Self {
        let Worked { plan, estimate, catalog, .. } = *worked;
        Self {
            schema: super::SCHEMA,
            versions: Versions::of(catalog),
            reference: &plan.reference,
            concern: &plan.concern,
            currency: estimate.currency,
            currency_decimals: estimate.currency.decimals(),
            start: estimate.start,
            end: plan.end,
            horizon_years: estimate.horizon_years,
        }
    }
}

/// Which program gave the numbers, where neither model nor catalogue took part.
#[derive(Serialize)]
pub(super) struct Program {
    program: &'static str,
}

impl Program {
    /// This one.
    pub(super) const THIS: Self = Self { program: env!("CARGO_PKG_VERSION") };
}

/// What has to be said beside the numbers.
#[derive(Serialize)]
pub(super) struct Notices {
    estimate: &'static str,
    results: &'static str,
    evidence: &'static str,
    advice: &'static str,
}

impl Notices {
    pub(super) fn all() -> Self {
        Self {
            estimate: notices::estimate(),
            results: notices::results(),
            evidence: notices::evidence(),
            advice: notices::advice(),
        }
    }
}

/// A day of a curve.
#[derive(Serialize)]
pub(super) struct PointPart {
    day: Day,
    improvement: Option<Band>,
    untreated: Option<f64>,
    net: Option<Band>,
    spend: Spread<Money>,
    extrapolated: bool,
}

impl From<Point> for PointPart {
    fn from(point: Point) -> Self {
        Self {
            day: point.day,
            improvement: point.result.map(|result| result.improvement),
            untreated: point.result.map(|result| result.untreated),
            net: point.result.map(|result| result.net),
            spend: point.spend,
            extrapolated: point.result.is_some_and(|result| result.extrapolated),
        }
    }
}

/// The highest improvement.
#[derive(Serialize)]
pub(super) struct PeakPart {
    day: Day,
    months_after_course: f64,
    improvement: Band,
}

impl From<Peak> for PeakPart {
    fn from(peak: Peak) -> Self {
        Self { day: peak.day, months_after_course: peak.months_after_course, improvement: peak.improvement }
    }
}

/// A range of days.
#[derive(Serialize)]
pub(super) struct DayRange {
    pub(super) least: u32,
    pub(super) most: u32,
}

/// A mark as it is written: its letter.
pub(super) fn letter(mark: Option<Mark>) -> Option<char> {
    mark.map(Mark::letter)
}
