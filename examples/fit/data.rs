//! The three tables, read row by row.

use anyhow::{Context, Result, anyhow};
use collagen_ledger::units::{DAYS_PER_MONTH, Day};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A reading of a trial.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reading {
    pub(crate) trial: String,
    pub(crate) treatment: String,
    pub(crate) concern: String,
    pub(crate) sessions: String,
    gap_days: Day,
    pub(crate) months: String,
    pub(crate) people: Option<f64>,
    pub(crate) age: u32,
    scars: String,
    /// Mean improvement in percent.
    pub(crate) percent: f64,
    sd: Option<f64>,
    error: Option<f64>,
    bands: String,
    held: String,
    #[expect(dead_code, reason = "for people who read the table")]
    note: String,
}

/// The standard deviation of people in points where a trial tells none: as in those that do.
const USUAL_SD: f64 = 20.0;
/// What two scores of the same skin differ by, in points: 4 and 10 in the one trial that took two, and so about 5 each.
const SCORE_ERROR: f64 = 5.0;
/// What the middle of a band a quarter wide may be off, in points: 25 / √12.
const BAND_ERROR: f64 = 7.2;

impl Reading {
    /// The error of the mean, in points.
    pub(crate) fn error_points(&self) -> f64 {
        let sampling = self.error.or(self.people.map(|people| self.sd.unwrap_or(USUAL_SD) / libm::sqrt(people)));
        let band = if self.bands.is_empty() { 0.0 } else { BAND_ERROR };
        let sampling = sampling.unwrap_or(USUAL_SD);
        libm::sqrt(sampling * sampling + SCORE_ERROR * SCORE_ERROR + band * band)
    }

    /// Whether it is kept apart, for a check.
    pub(crate) fn is_held(&self) -> bool {
        !self.held.is_empty()
    }

    /// Parts of rolling, boxcar and icepick.
    pub(crate) fn scar_parts(&self) -> Result<Vec<u32>> {
        list(&self.scars, '/')
    }

    /// Everything that may have been done, each as likely: days of the sessions and day of the reading.
    pub(crate) fn courses(&self) -> Result<Vec<Course>> {
        courses(&self.sessions, self.gap_days, &self.months)
    }
}

/// Sessions, and when their result was looked at, in days.
#[derive(Clone, Debug)]
pub(crate) struct Course {
    pub(crate) days: Vec<Day>,
    pub(crate) seen: Day,
}

fn courses(sessions: &str, gap_days: Day, months: &str) -> Result<Vec<Course>> {
    let mut courses = Vec::new();
    for count in list::<Day>(sessions, '|')? {
        let days: Vec<Day> = (0..count).map(|session| session * gap_days).collect();
        let last = days.last().copied().context("no sessions")?;
        for months in list::<f64>(months, '|')? {
            #[expect(clippy::cast_possible_truncation, reason = "some months")]
            let seen = last + (months * DAYS_PER_MONTH + 0.5) as Day;
            courses.push(Course { days: days.clone(), seen });
        }
    }
    Ok(courses)
}

fn list<T: std::str::FromStr>(text: &str, by: char) -> Result<Vec<T>> {
    text.split(by)
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().map_err(|_| anyhow!("\"{part}\" is no number")))
        .collect()
}

/// How many people of a trial came to lie in a band of improvement.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Band {
    pub(crate) trial: String,
    pub(crate) treatment: String,
    /// In percent.
    pub(crate) from: f64,
    /// In percent.
    pub(crate) to: f64,
    pub(crate) people: f64,
}

/// What PRP adds to the improvement of needling.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Added {
    pub(crate) trial: String,
    pub(crate) sessions: String,
    gap_days: Day,
    pub(crate) months: String,
    /// Improvement without PRP in percent; none: as the catalogue has it for this course.
    pub(crate) without: Option<f64>,
    /// What PRP adds, in points.
    pub(crate) gain: f64,
    /// Its standard error, in points.
    pub(crate) error: f64,
}

impl Added {
    /// As of a reading.
    pub(crate) fn courses(&self) -> Result<Vec<Course>> {
        courses(&self.sessions, self.gap_days, &self.months)
    }
}

/// The readings of all trials, in the order of the table.
pub(crate) fn readings() -> Result<Vec<Reading>> {
    rows(include_str!("trials.csv")).context("trials.csv")
}

/// The bands of people.
pub(crate) fn bands() -> Result<Vec<Band>> {
    rows(include_str!("people.csv")).context("people.csv")
}

/// What PRP adds.
pub(crate) fn added() -> Result<Vec<Added>> {
    rows(include_str!("prp.csv")).context("prp.csv")
}

fn rows<T: DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    Ok(reader.deserialize().collect::<Result<_, _>>()?)
}
