//! A chart's drawing as pixels.

use crate::locale::tr;
use crate::report::typefaces::{TypefaceSet, Typefaces};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};
use std::sync::Arc;

/// Pixels for each unit of the drawing.
const SCALE: f32 = 2.0;

/// Why a drawing did not become pixels.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PngError {
    /// No typeface has a shape for something typed.
    #[error("{}", tr!(
        "The chart's typeface has no shape for {characters}, nor has any other on this computer. It covers Latin, Greek and \
         Cyrillic letters; please write the names of the options in one of them, or export the chart as SVG",
        characters = .0
    ))]
    MissingCharacters(String),
    /// The drawing is broken or too large.
    #[error("{}", tr!("The chart could not be drawn: {reason}", reason = .0))]
    Drawing(String),
}

/// A drawing as a PNG on white ground, two pixels for each of its units. Text is set in the built-in typefaces, so that it
/// looks the same everywhere; letters that they lack in one of `more`.
///
/// # Errors
/// A character that no typeface has: a box in place of a letter is never drawn. Or a text that is no SVG or has
/// no room for its pixels, which a chart of this program is not.
pub fn png(svg: &str, more: &dyn Typefaces) -> Result<Vec<u8>, PngError> {
    let typefaces = TypefaceSet::of([svg], more);
    if let Some(characters) = typefaces.lacking(svg) {
        return Err(PngError::MissingCharacters(characters));
    }
    let options = Options { fontdb: database(&typefaces), font_family: "Inter".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| PngError::Drawing(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let pixmap = size.and_then(|size| Pixmap::new(size.width(), size.height()));
    let mut pixmap = pixmap.ok_or_else(|| PngError::Drawing(tr!("it is too large").to_owned()))?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| PngError::Drawing(error.to_string()))
}

fn database(typefaces: &TypefaceSet) -> Arc<Database> {
    let mut fonts = Database::new();
    for font in typefaces.fonts() {
        fonts.load_font_source(Source::Binary(Arc::new(font.data().clone())));
    }
    Arc::new(fonts)
}
