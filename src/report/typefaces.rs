//! The typefaces of the sheet and of charts: those built in, and for letters that they lack what a computer has.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::OnceLock;
use typst::foundations::Bytes;
use typst::text::Font;

/// Regular, semibold and italic.
static BUILT_IN: [&[u8]; 3] = [
    include_bytes!("../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../assets/fonts/Inter-Italic.otf"),
];

/// The built-in typefaces, parsed once.
fn built_in() -> &'static [Font] {
    static PARSED: OnceLock<Vec<Font>> = OnceLock::new();
    PARSED.get_or_init(|| BUILT_IN.into_iter().filter_map(|data| Font::new(Bytes::new(data), 0)).collect())
}

/// A place where a long word may be broken; it has no shape of its own.
pub(super) const BREAK: char = '\u{200b}';

/// A typeface that was found, ready to be set in.
#[derive(Clone)]
pub struct Face(Font);

impl Face {
    /// Reads a face from the bytes of a font file, or of a collection of fonts with the number of the face in it, from 0.
    /// None if they hold no such face.
    pub fn read(file: impl AsRef<[u8]> + Send + Sync + 'static, number: u32) -> Option<Self> {
        Font::new(Bytes::new(file), number).map(Self)
    }

    fn has(&self, letter: char) -> bool {
        has(&self.0, letter)
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({})", self.0.info().family)
    }
}

/// Where to look for letters that the built-in typefaces lack.
pub trait Typefaces: fmt::Debug {
    /// A typeface with this letter, if there is one.
    fn with(&self, letter: char) -> Option<Face>;
}

/// No typefaces besides those built in: the same text looks the same on every computer, or is refused.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn;

impl Typefaces for BuiltIn {
    fn with(&self, _: char) -> Option<Face> {
        None
    }
}

/// The typefaces that some texts are set in.
pub(super) struct TypefaceSet {
    found: Vec<Face>,
}

impl TypefaceSet {
    /// The built-in ones, and for each letter of the texts that they lack one of `more`, if it has one.
    pub(super) fn of<'t>(texts: impl IntoIterator<Item = &'t str>, more: &dyn Typefaces) -> Self {
        let mut set = Self { found: Vec::new() };
        let lacking: BTreeSet<char> = texts.into_iter().flat_map(str::chars).filter(|c| !set.shows(*c)).collect();
        for letter in lacking {
            if !set.shows(letter) {
                set.found.extend(more.with(letter).filter(|face| face.has(letter)));
            }
        }
        set
    }

    /// Whether a character has a shape, or needs none.
    pub(super) fn shows(&self, character: char) -> bool {
        character.is_ascii_graphic()
            || character.is_whitespace()
            || character == BREAK
            || built_in().iter().all(|font| has(font, character))
            || self.found.iter().any(|face| face.has(character))
    }

    /// The characters of a text that have no shape, each once and with its code point, as a list to read; none if all have.
    pub(super) fn lacking(&self, text: &str) -> Option<String> {
        let lacking: BTreeSet<char> = text.chars().filter(|character| !self.shows(*character)).collect();
        let named = |character: char| {
            let code = u32::from(character);
            if character.is_control() { format!("U+{code:04X}") } else { format!("{character} (U+{code:04X})") }
        };
        (!lacking.is_empty()).then(|| lacking.into_iter().map(named).collect::<Vec<_>>().join(", "))
    }

    /// Whether the built-in ones are enough.
    pub(super) fn is_built_in(&self) -> bool {
        self.found.is_empty()
    }

    /// All of them, the built-in ones first.
    pub(super) fn fonts(&self) -> impl Iterator<Item = &Font> {
        built_in().iter().chain(self.found.iter().map(|face| &face.0))
    }
}

fn has(font: &Font, letter: char) -> bool {
    font.info().coverage.contains(u32::from(letter))
}
