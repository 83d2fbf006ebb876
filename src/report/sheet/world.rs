//! What the layout may see: the template, the data, the two charts, the logo and the typefaces, all in memory.

use std::sync::{Arc, OnceLock};

use super::in_time::in_time;
use super::{Logo, SheetError, Template};
use crate::locale;
use crate::report::typefaces::{BuiltIn, TypefaceSet};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, WorldExt};
use typst_layout::PagedDocument;

/// The files a sheet brings along.
pub(super) struct Files<'a> {
    /// The contents as JSON.
    pub(super) data: String,
    /// The spend chart.
    pub(super) spend: String,
    /// The improvement chart, empty if there is none.
    pub(super) improvement: String,
    /// The same for each further concern.
    pub(super) further: Vec<String>,
    /// The clinic's sign.
    pub(super) logo: Option<&'a Logo>,
    /// A clinic's own layout.
    pub(super) template: Option<Template<'a>>,
}

/// A sheet being made.
pub(super) struct World {
    ground: &'static Ground,
    typefaces: Typefaces,
    files: Vec<(FileId, Bytes)>,
    template: Source,
    /// The name of a clinic's own layout.
    own: Option<String>,
}

/// What text is set in.
#[derive(Clone)]
struct Typefaces {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl From<&TypefaceSet> for Typefaces {
    fn from(set: &TypefaceSet) -> Self {
        let fonts: Vec<Font> = set.fonts().cloned().collect();
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    }
}

/// What all sheets share, read once.
struct Ground {
    library: LazyHash<Library>,
    built_in: Typefaces,
    template: Source,
}

impl Ground {
    fn get() -> Result<&'static Self, SheetError> {
        static GROUND: OnceLock<Option<Ground>> = OnceLock::new();
        GROUND
            .get_or_init(Self::read)
            .as_ref()
            .ok_or_else(|| SheetError::Layout("a built-in file is broken".to_owned()))
    }

    fn read() -> Option<Self> {
        let template = Source::new(file(Template::BUILT_IN.name)?, Template::BUILT_IN.text.to_owned());
        let library = LazyHash::new(Library::default());
        Some(Self { library, built_in: Typefaces::from(&TypefaceSet::of([], &BuiltIn)), template })
    }
}

/// The file of the improvement chart of a further concern, the first of them being number 1.
pub(super) fn further_chart(number: usize) -> String {
    format!("improvement-{number}.svg")
}

fn file(name: &str) -> Option<FileId> {
    VirtualPath::new(name).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World {
    pub(super) fn new(files: Files<'_>, typefaces: &TypefaceSet) -> Result<Self, SheetError> {
        let ground = Ground::get()?;
        let typefaces = if typefaces.is_built_in() { ground.built_in.clone() } else { typefaces.into() };
        let id = |name: &str| file(name).ok_or_else(|| SheetError::Layout(format!("\"{name}\" is no file name")));
        let mut known = vec![
            (id("data.json")?, Bytes::from_string(files.data)),
            (id("spend.svg")?, Bytes::from_string(files.spend)),
            (id("improvement.svg")?, Bytes::from_string(files.improvement)),
        ];
        for (chart, number) in files.further.into_iter().zip(1..) {
            known.push((id(&further_chart(number))?, Bytes::from_string(chart)));
        }
        if let Some(logo) = files.logo {
            known.push((id(logo.file_name())?, logo.shared()));
        }
        let template = match files.template {
            None => ground.template.clone(),
            Some(own) => Source::new(ground.template.id(), own.text.to_owned()),
        };
        Ok(Self { ground, typefaces, files: known, template, own: files.template.map(|own| own.name.to_owned()) })
    }

    /// Lays the sheet out. A clinic's own layout may come to no end, for which there is no waiting.
    pub(super) fn lay_out(self: &Arc<Self>) -> Result<PagedDocument, SheetError> {
        let Some(file) = &self.own else { return self.compile() };
        let (world, locale) = (Arc::clone(self), locale::current());
        in_time(file, move || locale::with(locale, || world.compile()))
    }

    fn compile(&self) -> Result<PagedDocument, SheetError> {
        let laid_out = typst::compile::<PagedDocument>(self).output;
        // What earlier sheets left in the layout's memory is dropped once several sheets have not asked for it.
        typst::comemo::evict(3);
        laid_out.map_err(|errors| self.template_error(&errors).unwrap_or_else(|| SheetError::Layout(said(&errors))))
    }

    /// Why the laid out sheet could not be written.
    pub(super) fn export_error(&self, errors: &[SourceDiagnostic]) -> SheetError {
        self.template_error(errors).unwrap_or_else(|| SheetError::Export(said(errors)))
    }

    /// The first error with its place, if a clinic's own layout is at fault.
    fn template_error(&self, errors: &[SourceDiagnostic]) -> Option<SheetError> {
        let file = self.own.clone()?;
        let first = errors.first()?;
        let (line, column) = self.place(first).unwrap_or((0, 0));
        let hints = first.hints.iter().map(|hint| hint.v.as_str());
        let message = std::iter::once(first.message.as_str()).chain(hints).collect::<Vec<_>>().join("; ");
        Some(SheetError::Template { file, line: line + 1, column: column + 1, message: one_line(&message) })
    }

    /// Line and column in the template, from 0: of the error itself, or of what called for it.
    fn place(&self, error: &SourceDiagnostic) -> Option<(usize, usize)> {
        let place = |id: Option<FileId>, range: Option<std::ops::Range<usize>>| {
            (id == Some(self.template.id())).then_some(())?;
            self.template.lines().byte_to_line_column(range?.start)
        };
        let calls = || error.trace.iter().find_map(|call| place(call.span.id(), self.range(call.span)));
        place(error.span.id(), self.range(error.span)).or_else(calls)
    }
}

fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// The text on one line, of a length a message can hold.
fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).take(300).collect()
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.ground.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.typefaces.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.template.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(file, _)| *file == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.typefaces.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
