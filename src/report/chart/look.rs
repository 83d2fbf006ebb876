//! Sizes and colours, chosen by whoever asks for a chart.

/// How a chart looks. Lengths are in the SVG's own units, which print as points.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
    /// The size of labels.
    pub text: f64,
    /// The colours.
    pub palette: Palette,
}

impl Look {
    /// A chart of this size in print colours.
    pub fn print(width: f64, height: f64) -> Self {
        Self { width, height, text: 7.5, palette: Palette::PRINT }
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
