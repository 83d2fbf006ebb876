//! The typefaces of the sheet and of charts.

use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::Font;

/// Regular, semibold and italic.
static FONTS: [&[u8]; 3] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/Inter-Italic.otf"),
];

/// The embedded fonts, parsed once.
pub(super) fn fonts() -> &'static [Font] {
    static PARSED: OnceLock<Vec<Font>> = OnceLock::new();
    PARSED.get_or_init(|| FONTS.into_iter().filter_map(|data| Font::new(Bytes::new(data), 0)).collect())
}
