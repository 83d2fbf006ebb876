//! Texts that several views share.

use crate::locale::tr;
use egui::{KeyboardShortcut, Ui};

/// A shortcut as the keyboards of the language name its keys: `Ctrl+Shift+S`, `Strg+Umschalt+S`.
pub(super) fn keys(ui: &Ui, shortcut: KeyboardShortcut) -> String {
    let text = ui.ctx().format_shortcut(&shortcut);
    text.split('+').map(key).collect::<Vec<_>>().join("+")
}

fn key(name: &str) -> &str {
    match name {
        "Ctrl" => tr!(in "key", "Ctrl"),
        "Shift" => tr!(in "key", "Shift"),
        "Home" => tr!(in "key", "Home"),
        "Up" => tr!(in "key", "Up"),
        "Down" => tr!(in "key", "Down"),
        "Left" => tr!(in "key", "Left"),
        "Right" => tr!(in "key", "Right"),
        "Plus" => tr!(in "key", "Plus"),
        "Minus" => tr!(in "key", "Minus"),
        "Equals" => tr!(in "key", "Equals"),
        "Slash" => tr!(in "key", "Slash"),
        other => other,
    }
}
