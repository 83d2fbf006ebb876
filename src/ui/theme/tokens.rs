//! Colours and the marks of options.
//!
//! Marks reach 3:1 against the ground they stand on and text 4.5:1, in both themes; a test computes it.

#![expect(clippy::unreadable_literal, reason = "colours are written as everybody writes them")]

use crate::document::Mark;
use egui::Color32;
use egui_plot::{LineStyle, MarkerShape};

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    /// The window's ground.
    pub ground: Color32,
    /// Panels at the sides.
    pub panel: Color32,
    /// Cards, fields, the ground of charts.
    pub card: Color32,
    /// Lines between things.
    pub line: Color32,
    /// The edges of fields, boxes and cards.
    pub edge: Color32,
    /// Grid lines of charts.
    pub grid: Color32,
    /// Text.
    pub text: Color32,
    /// Text of less weight.
    pub text_weak: Color32,
    /// What can be acted on, and what is selected.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// The ground of what is selected.
    pub selected: Color32,
    /// The ground of what the pointer is over.
    pub hovered: Color32,
    /// Something to mind.
    pub warning: Color32,
    /// Something wrong.
    pub error: Color32,
    /// The shade over what studies have not followed.
    pub beyond: Color32,
    /// Doing nothing.
    pub nothing: Color32,
    /// The six options.
    pub options: [Color32; 6],
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The light theme.
pub const LIGHT: Palette = Palette {
    ground: rgb(0xF4F6F6),
    panel: rgb(0xFBFCFC),
    card: rgb(0xFFFFFF),
    line: rgb(0xD5DCDB),
    edge: rgb(0x7C8987),
    grid: rgb(0xE6EBEA),
    text: rgb(0x1B2625),
    text_weak: rgb(0x566462),
    accent: rgb(0x1F6F6B),
    on_accent: rgb(0xFFFFFF),
    selected: rgb(0xDCEDEB),
    hovered: rgb(0xECF2F1),
    warning: rgb(0x8A5A00),
    error: rgb(0xB3261E),
    beyond: rgb(0xEBEDED),
    nothing: rgb(0x5F6B6A),
    options: [rgb(0x0067A5), rgb(0xB8480F), rgb(0x15803D), rgb(0x7E22CE), rgb(0xBE185D), rgb(0x7A5200)],
};

/// The dark theme.
pub const DARK: Palette = Palette {
    ground: rgb(0x141A1A),
    panel: rgb(0x1A2121),
    card: rgb(0x1F2727),
    line: rgb(0x374241),
    edge: rgb(0x7A8886),
    grid: rgb(0x2C3635),
    text: rgb(0xE8EEED),
    text_weak: rgb(0xA5B2B0),
    accent: rgb(0x6CC5BD),
    on_accent: rgb(0x0C2221),
    selected: rgb(0x24403E),
    hovered: rgb(0x283231),
    warning: rgb(0xE9B44C),
    error: rgb(0xFF8A80),
    beyond: rgb(0x272E2E),
    nothing: rgb(0x9AA7A5),
    options: [rgb(0x5BB3F0), rgb(0xF59458), rgb(0x5CCB83), rgb(0xC9A0F5), rgb(0xF48BB8), rgb(0xE2C044)],
};

impl Palette {
    /// The palette of the theme in use.
    pub fn of(ui: &egui::Ui) -> &'static Self {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
    }

    /// How an option, or doing nothing, is drawn.
    pub fn option(&self, mark: Option<Mark>) -> OptionStyle {
        let Some(mark) = mark else {
            return OptionStyle { color: self.nothing, stroked: Dash::Sparse, marker: MarkerShape::Circle, width: 1.5 };
        };
        let (stroked, marker) = MARKS[mark.index()];
        OptionStyle { color: self.options[mark.index()], stroked, marker, width: 2.0 }
    }
}

/// How an option's line and marks are drawn: never by colour alone.
#[derive(Clone, Copy, Debug)]
pub struct OptionStyle {
    /// Its colour.
    pub color: Color32,
    /// How its line is broken.
    pub stroked: Dash,
    /// The shape of its session marks.
    pub marker: MarkerShape,
    /// The width of its line in points.
    pub width: f32,
}

impl OptionStyle {
    /// The width of its line, which grows when it stands out. Dots are drawn with the width as their radius.
    pub fn width_for(&self, stands_out: bool) -> f32 {
        let dots = matches!(self.stroked, Dash::Dots | Dash::Sparse);
        let width = if dots { self.width * 0.65 } else { self.width };
        if stands_out { width * 1.4 } else { width }
    }
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Long dashes.
    Long,
    /// Dots.
    Dots,
    /// Short dashes.
    Short,
    /// Very long dashes.
    Longest,
    /// Dots far apart.
    Sparse,
    /// Middling dashes.
    Middling,
}

const MARKS: [(Dash, MarkerShape); 6] = [
    (Dash::Solid, MarkerShape::Circle),
    (Dash::Long, MarkerShape::Square),
    (Dash::Dots, MarkerShape::Up),
    (Dash::Short, MarkerShape::Diamond),
    (Dash::Longest, MarkerShape::Down),
    (Dash::Middling, MarkerShape::Cross),
];

impl Dash {
    /// As charts draw it. A solid line is one dash without end: drawn as a path, the small steps of money would be
    /// bevelled into a slope.
    pub fn line_style(self) -> LineStyle {
        match self {
            Self::Solid => LineStyle::Dashed { length: 1e6 },
            Self::Long => LineStyle::Dashed { length: 11.0 },
            Self::Dots => LineStyle::Dotted { spacing: 5.0 },
            Self::Short => LineStyle::Dashed { length: 5.0 },
            Self::Longest => LineStyle::Dashed { length: 20.0 },
            Self::Sparse => LineStyle::Dotted { spacing: 9.0 },
            Self::Middling => LineStyle::Dashed { length: 8.0 },
        }
    }
}

impl Dash {
    /// As it is drawn outside of charts of time: how long its dashes and the gaps between them are, in points; none if it
    /// is not broken.
    pub fn dashes(self) -> Option<(f32, f32)> {
        match self.line_style() {
            LineStyle::Solid => None,
            LineStyle::Dashed { .. } if self == Self::Solid => None,
            LineStyle::Dashed { length } => Some((length, length * 0.6)),
            LineStyle::Dotted { spacing } => Some((1.8, spacing)),
        }
    }
}

/// How strongly what is only to be read is drawn, 1 being as usual.
pub const READ_ONLY_ALPHA: f32 = 0.78;

/// Space between things of one group, in points.
pub const GAP: f32 = 6.0;
/// Space between groups, in points.
pub const GROUP_GAP: f32 = 14.0;
/// Corner radius of cards and controls, in points.
pub const RADIUS: u8 = 6;
/// Text sizes in points: small, body, heading, title.
pub const SIZES: [f32; 4] = [11.5, 13.5, 15.0, 19.0];
/// The family of heavier text.
pub const STRONG_FAMILY: &str = "strong";
