//! The fonts built into the program; their licences stand beside them in `assets/fonts`.

use super::tokens::STRONG_FAMILY;
use egui::{FontData, FontDefinitions, FontFamily};
use std::sync::Arc;

/// Inter for text, Phosphor for icons, and what the toolkit brings for what both lack.
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let built_in: [(&str, &'static [u8]); 3] = [
        ("Inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        ("Inter SemiBold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        ("Phosphor", include_bytes!("../../../assets/fonts/Phosphor.ttf")),
    ];
    for (name, bytes) in built_in {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |first: &str| {
        let own = [first.to_owned(), "Phosphor".to_owned()];
        own.into_iter().chain(fallback.iter().cloned()).collect::<Vec<_>>()
    };
    fonts.families.insert(FontFamily::Proportional, family("Inter"));
    fonts.families.insert(FontFamily::Name(STRONG_FAMILY.into()), family("Inter SemiBold"));
    fonts
}
