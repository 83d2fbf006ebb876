//! A value together with who says so.

use super::SourceId;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// How much weight a figure carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Basis {
    /// A published study.
    Trial,
    /// A professional society's statistic.
    Society,
    /// One of the five seed documents.
    Seed,
    /// Our own assumption, in keeping with the evidence named beside it.
    Assumption,
    /// A stand-in of low quality that the clinic should replace by its own figure.
    Placeholder,
    /// Typed by the clinic.
    Clinic,
}

/// A value with its basis, the ids of those who say so, of those who disagree, and what else is to be known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure<T> {
    /// The value, in the unit its field names.
    pub value: T,
    /// How much weight it carries.
    pub basis: Basis,
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// Who says otherwise.
    #[serde(default)]
    pub disagree: Vec<SourceId>,
    /// One plain sentence on how the value came about, or empty.
    #[serde(default)]
    pub note: Text,
}
