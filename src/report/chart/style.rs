//! Sizes and colours, chosen by whoever asks for a chart.

use crate::wording::notices;

/// How a chart looks. Lengths are in the SVG's own units, which print as points.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartStyle {
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
    /// The size of labels.
    pub text: f64,
    /// The colours.
    pub palette: Palette,
    /// Blank space around the drawing, on top of width and height.
    pub margin: f64,
    /// What is said below the drawing, in the margin, where no page around it says so.
    pub notice: Option<&'static str>,
    /// Whether the drawing stands alone, and so names the options and says how it is to be read. Beside another one on a
    /// page that does both, letters are enough.
    pub alone: bool,
    /// What the result is of, where a plan has several concerns and nothing around the drawing says it.
    pub concern: Option<String>,
}

impl ChartStyle {
    /// A chart in a file of its own, in print colours: large enough for a slide or a letter, and saying what it is.
    pub fn standalone() -> Self {
        let (margin, notice) = (20.0, Some(notices::chart()));
        Self {
            width: 840.0,
            height: 420.0,
            text: 11.0,
            palette: Palette::PRINT,
            margin,
            notice,
            alone: true,
            concern: None,
        }
    }

    /// A chart of this size in print colours, one of two on a page.
    pub fn print(width: f64, height: f64) -> Self {
        Self {
            width,
            height,
            text: 7.5,
            palette: Palette::PRINT,
            margin: 0.0,
            notice: None,
            alone: false,
            concern: None,
        }
    }
}

/// Colours as SVG writes them, such as `#1f6f6b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// One for each mark, A to F.
    pub options: [&'static str; 6],
    /// Doing nothing.
    pub nothing: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text that steps back.
    pub faint: &'static str,
    /// Grid lines.
    pub grid: &'static str,
    /// The ground of the stretch beyond the evidence.
    pub beyond: &'static str,
    /// What everything is drawn on; hollow markers are filled with it.
    pub ground: &'static str,
}

impl Palette {
    /// For white paper: the colours of the window's light theme, so that an option looks the same on screen and on paper.
    pub const PRINT: Self = Self {
        options: ["#0067a5", "#b8480f", "#15803d", "#7e22ce", "#be185d", "#7a5200"],
        nothing: "#5f6b6a",
        ink: "#222222",
        faint: "#5c5c5c",
        grid: "#e3e3e3",
        beyond: "#7a776c",
        ground: "#ffffff",
    };
}
