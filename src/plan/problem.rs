//! What keeps a plan from being estimated, and what is worth knowing of it.

use crate::document::{Mark, Place};
use std::fmt;

/// Something that keeps a plan from being estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// The place in words, such as `Option A "Needling", Microneedling`.
    pub whereabouts: String,
    /// What is wrong and how to mend it, in one sentence.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.whereabouts, self.message)
    }
}

/// At least one problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(pub Vec<Problem>);

/// Something worth knowing that does not keep a plan from being estimated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The option it is about, by its mark, or none for the whole plan.
    pub mark: Option<Mark>,
    /// What is worth knowing, in one sentence.
    pub message: String,
}
