//! The evidence itself: documents, statements, studies, prices, contradictions.

use super::{Basis, Guidance, GuidanceKind, SourceId};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A document that statements come from.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// `S000` to `S004`.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as far as it says.
    pub date: Text,
    /// What kind of document it is.
    pub kind: Text,
    /// Which studies it cites.
    pub cites: Text,
    /// What can be said of its quality.
    pub quality: Text,
}

/// One statement of a document.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Such as `LON-01`.
    pub id: SourceId,
    /// What it is about, such as `acne scars`.
    pub subject: Text,
    /// Which quantity or claim, such as `duration`.
    pub quantity: Text,
    /// The least value, in `unit`.
    #[serde(default)]
    pub low: Option<f64>,
    /// The most, in `unit`.
    #[serde(default)]
    pub high: Option<f64>,
    /// The unit of the values, or the kind of statement where there is none.
    pub unit: Text,
    /// Under which condition it holds, or what is claimed.
    #[serde(default)]
    pub condition: Text,
    /// The document.
    pub source: SourceId,
    /// Where in it.
    pub place: Text,
    /// The statements that contradict it.
    #[serde(default)]
    pub contradicts: Vec<SourceId>,
    /// What is to be known of it.
    #[serde(default)]
    pub note: Text,
}

/// A published study.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// Such as `leheta-2011`.
    pub id: SourceId,
    /// Authors and journal.
    pub study: Text,
    /// The year, as far as known.
    pub year: Text,
    /// How many people, as text (`30 randomised`).
    pub people: Text,
    /// What was done.
    pub treatment: Text,
    /// For what.
    pub concern: Text,
    /// How often, how far apart and how long it was followed, as text.
    pub protocol: Text,
    /// What came out, in figures.
    pub result: Text,
    /// Where it can be read.
    pub link: String,
    /// True if read, false if recalled from general knowledge.
    pub verified: bool,
    /// True if the model's parameters rest on it, false if it is context.
    pub calibrates: bool,
}

/// A price seen outside the seed documents.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceRow {
    /// Such as `P01`.
    pub id: SourceId,
    /// The country or place.
    pub region: Text,
    /// What it is the price of.
    pub treatment: Text,
    /// The figures as given, with currency and unit.
    pub figures: Text,
    /// The year, as far as known.
    pub year: Text,
    /// Where it stands.
    pub link: String,
    /// True if read, false if recalled from general knowledge.
    pub verified: bool,
    /// What can be said of its quality.
    pub quality: Text,
}

/// A matter on which sources contradict each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// `C1` to `C22`.
    pub id: SourceId,
    /// What it is about.
    pub topic: Text,
    /// The statements, each with the ids of those who make it.
    pub statements: Vec<(Text, Vec<SourceId>)>,
    /// What the program does about it.
    pub reconciliation: Text,
}

/// What a source id stands for.
#[derive(Clone, Copy, Debug)]
pub enum Citation<'a> {
    /// A statement.
    Fact(&'a Fact),
    /// A study.
    Trial(&'a Trial),
    /// A price.
    Price(&'a PriceRow),
    /// A contradiction.
    Contradiction(&'a Contradiction),
    /// Guidance on when a treatment may be given.
    Guidance(&'a Guidance),
    /// A document.
    Source(&'a Source),
}

impl Citation<'_> {
    /// How much weight it carries.
    pub fn basis(&self) -> Basis {
        match self {
            Self::Trial(_) | Self::Guidance(Guidance { kind: GuidanceKind::Review, .. }) => Basis::Trial,
            Self::Guidance(Guidance { kind: GuidanceKind::Society, .. }) => Basis::Society,
            Self::Price(row) if row.quality.written().contains("society") => Basis::Society,
            Self::Price(_) | Self::Guidance(_) => Basis::Placeholder,
            Self::Fact(_) | Self::Contradiction(_) | Self::Source(_) => Basis::Seed,
        }
    }
}
