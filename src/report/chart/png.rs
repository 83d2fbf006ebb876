//! A chart's drawing as pixels.

use crate::locale::tr;
use crate::report::fonts;
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// Pixels for each unit of the drawing.
const SCALE: f32 = 2.0;

/// Why a drawing did not become pixels.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// The fonts have no shape for something typed.
    #[error("{}", tr!(
        "The chart's typeface has no shape for {characters}. It covers Latin, Greek and Cyrillic letters; please write \
         the names of the options in one of them, or export the chart as SVG",
        characters = .0
    ))]
    MissingCharacters(String),
    /// The drawing is broken or too large.
    #[error("{}", tr!("The chart could not be drawn: {reason}", reason = .0))]
    Drawing(String),
}

/// A drawing as a PNG on white ground, two pixels for each of its units. Text is set in the embedded fonts, so that it
/// looks the same everywhere.
///
/// # Errors
/// A character that the embedded fonts lack: a box in place of a letter is never drawn. Or a text that is no SVG or has
/// no room for its pixels, which a chart of this program is not.
pub fn png(svg: &str) -> Result<Vec<u8>, PngError> {
    all_shown(svg)?;
    let options = Options { fontdb: fonts(), font_family: "Inter".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError::Drawing(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixmap = pixmap.ok_or_else(|| PngError::Drawing(tr!("it is too large").to_owned()))?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| PngError::Drawing(error.to_string()))
}

/// Whether the fonts have a shape for every character. Those of the markup itself they have.
fn all_shown(svg: &str) -> Result<(), PngError> {
    let shown = |c: char| fonts::fonts().iter().all(|font| font.info().coverage.contains(u32::from(c)));
    let missing: BTreeSet<char> = svg.chars().filter(|c| !c.is_ascii() && !c.is_whitespace() && !shown(*c)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let named = missing.into_iter().map(|c| format!("{c} (U+{:04X})", u32::from(c)));
    Err(PngError::MissingCharacters(named.collect::<Vec<_>>().join(", ")))
}

/// The embedded fonts, read once.
fn fonts() -> Arc<Database> {
    static READ: OnceLock<Arc<Database>> = OnceLock::new();
    let read = || {
        let mut fonts = Database::new();
        for font in fonts::fonts() {
            fonts.load_font_source(Source::Binary(Arc::new(font.data().clone())));
        }
        Arc::new(fonts)
    };
    READ.get_or_init(read).clone()
}
