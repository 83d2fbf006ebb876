//! The clinic's sign.

use crate::locale::{tr, trn};
use resvg::usvg::roxmltree::{Document, ParsingOptions};
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

/// A clinic's sign: a PNG or SVG picture that was read through once, so that it can be printed.
#[derive(Clone, PartialEq)]
pub struct Logo {
    bytes: Bytes,
    kind: LogoKind,
}

/// The format of a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    /// Pixels.
    Png,
    /// Shapes.
    Svg,
}

/// Why a picture cannot be a logo.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// Too many bytes.
    #[error("{}", trn!(
        *.0 as u64,
        "the picture has {bytes} byte; take one of at most {most}",
        "the picture has {bytes} bytes; take one of at most {most}",
        bytes = .0,
        most = Logo::LARGEST,
    ))]
    TooLarge(usize),
    /// Too many pixels.
    #[error("{}", tr!(
        "the picture is {width} × {height} pixels; take one of at most {most} on each side",
        width = .width,
        height = .height,
        most = Logo::WIDEST,
    ))]
    TooWide {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
    /// Neither PNG nor SVG.
    #[error("{}", tr!("the picture is neither PNG nor SVG; save it as one of the two"))]
    Unknown,
    /// PNG or SVG, but damaged.
    #[error("{}", tr!("the picture cannot be read: {reason}; save it anew", reason = .0))]
    Damaged(String),
}

impl Logo {
    /// The most bytes a picture may have.
    pub const LARGEST: usize = 1024 * 1024;
    /// The most pixels a PNG picture may have on each side; a logo is printed a few centimetres wide.
    pub const WIDEST: u32 = 4000;

    /// A logo from the bytes of a picture.
    ///
    /// # Errors
    /// If the picture is too large, in another format, or damaged.
    pub fn new(bytes: Vec<u8>) -> Result<Self, LogoError> {
        if bytes.len() > Self::LARGEST {
            return Err(LogoError::TooLarge(bytes.len()));
        }
        let kind = kind(&bytes).ok_or(LogoError::Unknown)?;
        let bytes = Bytes::new(bytes);
        match kind {
            LogoKind::Png => check_png(&bytes)?,
            LogoKind::Svg => check_svg(&bytes)?,
        }
        Ok(Self { bytes, kind })
    }

    /// The picture's format.
    pub fn kind(&self) -> LogoKind {
        self.kind
    }

    /// The picture as it was given.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// As the layout takes it.
    pub(super) fn shared(&self) -> Bytes {
        self.bytes.clone()
    }

    /// What the layout calls it.
    pub(super) fn file_name(&self) -> &'static str {
        match self.kind {
            LogoKind::Png => "logo.png",
            LogoKind::Svg => "logo.svg",
        }
    }
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({:?}, {} bytes)", self.kind, self.bytes.len())
    }
}

fn kind(bytes: &[u8]) -> Option<LogoKind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(LogoKind::Png);
    }
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}').trim_start();
    (text.starts_with('<') && text.contains("<svg")).then_some(LogoKind::Svg)
}

/// Arcs are taken apart into as many pieces as their size asks for, so that one of absurd size is refused before; and pictures
/// within the picture are not looked at.
fn check_svg(bytes: &Bytes) -> Result<(), LogoError> {
    let malformed = || LogoError::Damaged(tr!("its SVG is not well formed").to_owned());
    let text = std::str::from_utf8(bytes).map_err(|_| malformed())?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|_| malformed())?;
    let mut attributes = document.descendants().flat_map(|node| node.attributes());
    if attributes.clone().any(|attribute| is_svg_within(attribute.value())) {
        return Err(LogoError::Damaged(tr!("it holds another SVG as a picture").to_owned()));
    }
    let has_size = |name: &str| ["d", "r", "rx", "ry", "width", "height"].contains(&name);
    if attributes.any(|attribute| has_size(attribute.name()) && is_absurd(attribute.value())) {
        return Err(LogoError::Damaged(tr!("it holds a shape of absurd size").to_owned()));
    }
    SvgImage::new(bytes.clone()).map(|_| ()).map_err(|_| malformed())
}

/// Whether this is data within the picture other than pixels, which may hold shapes in its turn.
fn is_svg_within(value: &str) -> bool {
    let value: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).take(64).collect();
    let value = value.to_ascii_lowercase();
    let is_pixels = |kind: &&str| value.strip_prefix("data:image/").is_some_and(|rest| rest.starts_with(*kind));
    value.starts_with("data:") && !["png", "jpeg", "jpg", "gif", "webp"].iter().any(is_pixels)
}

/// Whether a number in the outline of a shape has more digits before its point than that of any picture.
fn is_absurd(outline: &str) -> bool {
    const DIGITS: usize = 9;
    let (mut digits, mut is_behind_point) = (0, false);
    let is_long = outline.chars().any(|c| {
        match c {
            '0'..='9' if !is_behind_point => digits += 1,
            '0'..='9' => {}
            '.' => is_behind_point = true,
            _ => (digits, is_behind_point) = (0, false),
        }
        digits > DIGITS
    });
    // A power of ten makes few digits many.
    is_long
        || outline.split(['e', 'E']).skip(1).any(|power| power.starts_with(|c: char| c == '+' || c.is_ascii_digit()))
}

/// The sides stand in the first bytes, so a picture that would fill the memory is refused before it is unpacked.
fn check_png(bytes: &Bytes) -> Result<(), LogoError> {
    let side = |at: usize| bytes.get(at..at + 4).and_then(|side| side.try_into().ok()).map_or(0, u32::from_be_bytes);
    let (width, height) = (side(16), side(20));
    if width > Logo::WIDEST || height > Logo::WIDEST {
        return Err(LogoError::TooWide { width, height });
    }
    let read = RasterImage::plain(bytes.clone(), ExchangeFormat::Png);
    read.map(|_| ()).map_err(|error| LogoError::Damaged(error.to_string()))
}
