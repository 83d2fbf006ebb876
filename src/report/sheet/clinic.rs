//! Who hands the sheet out: what stands in the letterhead, and the clinic's own words on terms.

use crate::locale::tr;
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

/// A clinic as its sheets show it, set once. Whatever is empty is not printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clinic {
    /// What the clinic is called.
    pub name: String,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// Its telephone number.
    pub phone: String,
    /// Its e-mail address.
    pub email: String,
    /// Its page on the web.
    pub web: String,
    /// Who treats.
    pub practitioner: String,
    /// The practitioner's or the clinic's registration, as the law of the place asks for it.
    pub registration: String,
    /// The clinic's tax id.
    pub tax_id: String,
    /// Whom to ask, and how to reach them.
    pub contact: String,
    /// A note at the top of the sheet.
    pub opening: String,
    /// What the prices include, in place of the sheet's own sentence.
    pub included: String,
    /// What they do not include, in place of the sheet's own sentence.
    pub not_included: String,
    /// What has to be paid in advance.
    pub deposit: String,
    /// What holds when a visit is cancelled or moved.
    pub cancellation: String,
    /// The clinic's sign.
    pub logo: Option<Logo>,
}

impl Clinic {
    /// Every text with its name, as messages call it.
    pub(super) fn texts(&self) -> Vec<(&'static str, &str)> {
        let mut texts = vec![
            (tr!("the clinic's name"), self.name.as_str()),
            (tr!("the clinic's telephone number"), &self.phone),
            (tr!("the clinic's e-mail address"), &self.email),
            (tr!("the clinic's web page"), &self.web),
            (tr!("the practitioner"), &self.practitioner),
            (tr!("the clinic's registration"), &self.registration),
            (tr!("the clinic's tax id"), &self.tax_id),
            (tr!("whom to ask"), &self.contact),
            (tr!("the opening note"), &self.opening),
            (tr!("what is included"), &self.included),
            (tr!("what is not included"), &self.not_included),
            (tr!("the terms of the deposit"), &self.deposit),
            (tr!("the cancellation terms"), &self.cancellation),
        ];
        texts.extend(self.address.iter().map(|line| (tr!("the clinic's address"), line.as_str())));
        texts
    }
}

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
    #[error("{}", tr!("the picture has {bytes} bytes; take one of at most {most}", bytes = .0, most = Logo::LARGEST))]
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
            LogoKind::Svg => {
                SvgImage::new(bytes.clone())
                    .map_err(|_| LogoError::Damaged(tr!("its SVG is not well formed").to_owned()))?;
            }
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
