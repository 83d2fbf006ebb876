//! What a sheet is printed on.

use crate::locale::{self, tr};
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

/// How paper is printed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PrintRun {
    /// How many are printed, from 1 to [`PrintRun::MOST`].
    pub count: u32,
    /// On which sides.
    pub sides: Sides,
}

impl PrintRun {
    /// The most that are printed at once: a mistyped number is to empty no tray.
    pub const MOST: u32 = 20;
}

impl Default for PrintRun {
    fn default() -> Self {
        Self { count: 1, sides: Sides::default() }
    }
}

/// The sides of the paper that are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sides {
    /// As the printer is set.
    #[default]
    AsSet,
    /// One side.
    One,
    /// Both sides, turned like the leaves of a book.
    Both,
}

impl Sides {
    /// All, the usual one first.
    pub const ALL: [Self; 3] = [Self::AsSet, Self::One, Self::Both];

    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::AsSet => tr!("as the printer is set"),
            Self::One => tr!("one side"),
            Self::Both => tr!("both sides"),
        }
    }

    /// As the settings and the command line name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::AsSet => "as-set",
            Self::One => "one",
            Self::Both => "both",
        }
    }

    /// The keyword of the attribute *sides* of RFC 8011, which every printing system knows; none leaves it to the printer.
    pub fn keyword(self) -> Option<&'static str> {
        match self {
            Self::AsSet => None,
            Self::One => Some("one-sided"),
            Self::Both => Some("two-sided-long-edge"),
        }
    }
}

/// The margin at the left and right, in points; the template reads it from the data.
pub(super) const MARGIN: f64 = 42.0;

/// The space between two columns, in points, which the template reads as well.
pub(super) const GUTTER: f64 = 18.0;
