//! What the layout may see: the template, the data, the two charts and three fonts, all in memory.

use std::sync::OnceLock;

use super::SheetError;
use crate::units::Date;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The files a sheet brings along.
pub(super) struct Files {
    /// The contents as JSON.
    pub(super) data: String,
    /// The spend chart.
    pub(super) spend: String,
    /// The improvement chart, empty if there is none.
    pub(super) improvement: String,
}

/// A sheet being made.
pub(super) struct World {
    ground: &'static Ground,
    files: [(FileId, Bytes); 3],
}

/// What all sheets share, read once.
struct Ground {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

/// Regular, semibold and italic.
static FONTS: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
    include_bytes!("../../../assets/fonts/Inter-Italic.otf"),
];

const TEMPLATE: &str = include_str!("../../../assets/sheet/sheet.typ");

impl Ground {
    fn get() -> Result<&'static Self, SheetError> {
        static GROUND: OnceLock<Option<Ground>> = OnceLock::new();
        GROUND
            .get_or_init(Self::read)
            .as_ref()
            .ok_or_else(|| SheetError::Layout("a built-in file is broken".to_owned()))
    }

    fn read() -> Option<Self> {
        let fonts = fonts().to_vec();
        let template = Source::new(file("sheet.typ")?, TEMPLATE.to_owned());
        let library = LazyHash::new(Library::default());
        Some(Self { library, book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts, template })
    }
}

/// The embedded fonts, parsed once.
pub(in crate::report) fn fonts() -> &'static [Font] {
    static PARSED: OnceLock<Vec<Font>> = OnceLock::new();
    PARSED.get_or_init(|| FONTS.into_iter().filter_map(|data| Font::new(Bytes::new(data), 0)).collect())
}

fn file(name: &str) -> Option<FileId> {
    VirtualPath::new(name).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World {
    pub(super) fn new(files: Files) -> Result<Self, SheetError> {
        let id = |name: &str| file(name).ok_or_else(|| SheetError::Layout(format!("\"{name}\" is no file name")));
        let files = [
            (id("data.json")?, Bytes::from_string(files.data)),
            (id("spend.svg")?, Bytes::from_string(files.spend)),
            (id("improvement.svg")?, Bytes::from_string(files.improvement)),
        ];
        Ok(Self { ground: Ground::get()?, files })
    }

    /// Lays the sheet out and writes it, dated with the day of issue.
    pub(super) fn pdf(&self, issued: Date) -> Result<Vec<u8>, SheetError> {
        let laid_out = typst::compile::<PagedDocument>(self).output;
        // What earlier sheets left in the layout's memory is dropped once several sheets have not asked for it.
        typst::comemo::evict(3);
        let document = laid_out.map_err(|errors| SheetError::Layout(said(&errors)))?;
        let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
        let options = PdfOptions {
            ident: Smart::Custom("collagen-ledger consultation sheet".to_owned()),
            creator: Smart::Custom(Some("Collagen Ledger".to_owned())),
            timestamp: timestamp(issued),
            standards: standards.map_err(|error| SheetError::Export(error.message().to_string()))?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| SheetError::Export(said(&errors)))
    }
}

fn timestamp(issued: Date) -> Option<Timestamp> {
    let (month, day) = (u8::try_from(issued.month()).ok()?, u8::try_from(issued.day()).ok()?);
    Datetime::from_ymd_hms(i32::from(issued.year()), month, day, 0, 0, 0).map(Timestamp::new_utc)
}

fn said(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

impl typst::World for World {
    fn library(&self) -> &LazyHash<Library> {
        &self.ground.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.ground.book
    }

    fn main(&self) -> FileId {
        self.ground.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.ground.template.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(file, _)| *file == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.ground.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
