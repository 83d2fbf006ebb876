//! What a sheet is printed on.

use crate::locale;
use crate::report::chart::ChartStyle;

/// The size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The one that is usual in the country of this thread.
    pub fn of_country() -> Self {
        let usual = &locale::current().pack.paper;
        Self::ALL.into_iter().find(|paper| paper.id() == usual).unwrap_or_default()
    }

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "US Letter",
        }
    }

    /// Its width in points.
    pub fn width(self) -> f64 {
        match self {
            Self::A4 => 595.28,
            Self::Letter => 612.0,
        }
    }

    /// Its PWG 5101.1 name, which every printing system knows.
    pub fn media(self) -> &'static str {
        match self {
            Self::A4 => "iso_a4_210x297mm",
            Self::Letter => "na_letter_8.5x11in",
        }
    }

    /// As the layout and the settings name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "us-letter",
        }
    }

    /// How the charts look on it: two beside each other, as wide as the text.
    pub(super) fn style(self) -> ChartStyle {
        ChartStyle::print((self.width() - 2.0 * MARGIN - GUTTER) / 2.0, 138.0)
    }
}

/// The margin at the left and right, in points; the template reads it from the data.
pub(super) const MARGIN: f64 = 42.0;

/// The space between two columns, in points, which the template reads as well.
pub(super) const GUTTER: f64 = 18.0;
