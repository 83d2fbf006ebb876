//! The typefaces of the system, for letters that the built-in ones lack.

use super::Disk;
use crate::report::{Face, Typefaces};
use egui::epaint::text::{FallbackRequest, FontData, FontFamily, FontProvider};
use egui_system_font_provider::SystemFontProvider;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// What the system has installed. Nothing is read before a letter is asked for that the built-in typefaces lack.
pub struct SystemTypefaces<'d>(&'d Disk);

impl<'d> SystemTypefaces<'d> {
    /// Those of this computer; reading them touches the disk.
    pub fn new(disk: &'d Disk) -> Self {
        Self(disk)
    }
}

impl fmt::Debug for SystemTypefaces<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SystemTypefaces").field(self.0).finish()
    }
}

impl Typefaces for SystemTypefaces<'_> {
    fn with(&self, letter: char) -> Option<Face> {
        // What is installed is listed once for all sheets.
        static INSTALLED: OnceLock<SystemFontProvider> = OnceLock::new();
        let installed = INSTALLED.get_or_init(SystemFontProvider::new);
        let mut bytes = [0; 4];
        let cluster = &*letter.encode_utf8(&mut bytes);
        let request = FallbackRequest { cluster, family: &FontFamily::Proportional };
        let FontData { font, index, .. } = installed.font_for(&request)?.data;
        Face::read(Shared(font), index)
    }
}

/// The bytes of a font file, shared with whoever else shows it.
struct Shared(Arc<dyn AsRef<[u8]> + Send + Sync>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}
