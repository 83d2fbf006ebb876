//! Options on the clipboard: as the text of a plan that holds nothing else, so that any window can take them.

use super::App;
use crate::document::{Edit, PlanEdit, PriceDraft};
use crate::locale::{english, tr};
use crate::log::Dossier;
use crate::storage;
use eframe::egui;
use unicode_normalization::UnicodeNormalization as _;

impl App {
    /// Puts the selected option on the clipboard.
    pub(super) fn copy_option(&mut self, ctx: &egui::Context) {
        let draft = self.document.history().draft();
        if let Some(option) = self.selected() {
            ctx.copy_text(storage::plan_text(&draft.only(option).into()));
        }
    }

    /// Asks for what is on the clipboard; it comes with one of the next frames.
    pub(super) fn ask_clipboard(&mut self, ctx: &egui::Context) {
        self.pasting = true;
        ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
    }

    /// Makes what is pasted the text that somebody would have typed.
    pub(super) fn tidy_pasted(ctx: &egui::Context) {
        ctx.input_mut(|input| {
            for event in &mut input.events {
                if let egui::Event::Paste(text) = event {
                    *text = as_typed(text);
                }
            }
        });
    }

    /// The desktop's own keys for copying and pasting are about options wherever no text is being edited.
    pub(super) fn handle_clipboard(&mut self, ctx: &egui::Context) {
        let edits_text = ctx.text_edit_focused();
        if self.dialog.is_some() || self.state.prices.is_open || (edits_text && !self.pasting) {
            return;
        }
        let pasted = ctx.input_mut(|input| {
            let at = input.events.iter().position(|event| matches!(event, egui::Event::Paste(_)))?;
            match input.events.remove(at) {
                egui::Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        let copies = ctx.input(|input| input.events.contains(&egui::Event::Copy));
        if let Some(text) = pasted {
            self.pasting = false;
            self.paste_options(&text);
        } else if copies && !edits_text && !any_text_selected(ctx) {
            self.copy_option(ctx);
        }
    }

    fn paste_options(&mut self, text: &str) {
        let Ok(Dossier { draft: other, .. }) = storage::parse_plan(text) else {
            return self.tell(tr!("There is no option on the clipboard; copy one first with Edit, Copy option"), true);
        };
        let draft = self.document.history().draft();
        let (before, currency) = (draft.options.len(), draft.currency);
        let options = draft.with_options_of(&other);
        let own =
            options[before..].iter().flat_map(|option| &option.lines).any(|line| line.price != PriceDraft::Catalogue);
        if !draft.has_room() {
            return self.tell(tr!("There are six options already; remove one before pasting another"), true);
        }
        self.document.apply(Edit::Plan(PlanEdit::Options(options, english!("paste option"))), &self.catalog);
        self.state.selected = self.document.history().draft().options.get(before).map(|option| option.id);
        if own && other.currency != currency {
            let (from, to) = (other.currency.code(), currency.code());
            let text = tr!("The pasted prices were in {from}; their figures now stand in {to}. Check them", from, to);
            self.tell(text, false);
        }
    }
}

/// Text out of a PDF or a web page as one would type it: ligatures as their letters, accents joined with what they stand
/// on, and no marks that only say where a line may break.
fn as_typed(text: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let letters = text.chars().filter(|c| !is_mark(*c)).map(|c| match c {
        '\u{fb00}'..='\u{fb06}' => std::iter::once(c).nfkd().collect(),
        _ => c.to_string(),
    });
    letters.collect::<String>().nfc().collect()
}

/// Whether text is selected in a label, which then is what is copied.
fn any_text_selected(ctx: &egui::Context) -> bool {
    ctx.plugin::<egui::text_selection::LabelSelectionState>().lock().has_selection()
}
