//! A result as somebody grades it.

/// How much better a concern is than on the first day, as a clinic grades it on a face or on photographs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// In whole percent, from 0 to 100.
    Percent(u32),
    /// A step of the quartile scale: 0 for no better, 1 for up to 25% better, and so on to 4 for more than 75% better.
    Quartile(u32),
}

impl Grade {
    /// The last step of the quartile scale.
    pub const LAST_STEP: u32 = 4;

    /// Reads a grade: `40%` or `40`, or a step of the quartile scale as `2/4`. None if there is no such grade.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let grade = match text.split_once('/') {
            Some((step, "4")) => Self::Quartile(step.parse().ok()?),
            Some(_) => return None,
            None => Self::Percent(text.strip_suffix('%').unwrap_or(text).trim_end().parse().ok()?),
        };
        grade.is_valid().then_some(grade)
    }

    /// Whether there is such a grade.
    pub fn is_valid(self) -> bool {
        match self {
            Self::Percent(percent) => percent <= 100,
            Self::Quartile(step) => step <= Self::LAST_STEP,
        }
    }

    /// The shares by which the concern is better at least and at most, equal for a percentage. The first and the last step
    /// have no end.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Percent(percent) => (f64::from(percent) / 100.0, f64::from(percent) / 100.0),
            Self::Quartile(0) => (f64::NEG_INFINITY, 0.0),
            Self::Quartile(Self::LAST_STEP) => (0.75, f64::INFINITY),
            Self::Quartile(step) => (f64::from(step - 1) / 4.0, f64::from(step) / 4.0),
        }
    }
}
