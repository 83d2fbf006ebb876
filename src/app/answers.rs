//! What becomes of an answer to a dialog.

use super::{App, Then};
use crate::storage::Expected;
use crate::ui::{Answer, Dialog, Purpose};
use eframe::egui;

impl App {
    pub(super) fn answer(&mut self, ctx: &egui::Context, answer: Answer) {
        let dialog = self.dialog.take();
        match answer {
            Answer::Save => self.save(ctx),
            Answer::Discard => {
                if let Some(then) = self.then.take() {
                    self.forget_protecting();
                    self.given_up = Some(self.document.state());
                    self.go_on(ctx, then);
                }
            }
            Answer::Cancel => (self.then, self.locked_save) = (None, None),
            Answer::Desk(name) => {
                self.settings.name = name;
                self.document.work_at(self.settings.here());
                self.write_settings();
                self.dialog = Some(Dialog::Language);
            }
            Answer::ChooseShared => self.ask_path(ctx, Purpose::SharedFolder),
            Answer::StopSharing => {
                self.share_in(None);
                self.dialog = Some(Dialog::Language);
            }
            Answer::Locale(chosen) => {
                self.choose_locale(chosen);
                self.dialog = Some(Dialog::Language);
            }
            Answer::Command(command) => self.command(ctx, command),
            Answer::Select(option) => self.state.selected = Some(option),
            Answer::Explain(measure, option) => self.state.explain(measure, option),
            Answer::Open(path) => self.replace_document(ctx, Then::Open(path)),
            Answer::Export(kind) => self.ask_path(ctx, Purpose::Export(kind)),
            Answer::TakePrices => self.take_price_table(),
            Answer::Typed(text) => self.dialog = dialog.map(|dialog| dialog.typed(text)),
            Answer::Mark(at) => self.dialog = dialog.map(|dialog| dialog.marked(at)),
            Answer::Path(path) => {
                if let Some(Dialog::Path(purpose, _)) = dialog {
                    self.path_typed(ctx, purpose, &path);
                }
            }
            Answer::Merge => {
                if let Some(Dialog::Merge(conflicts)) = dialog {
                    self.merge_chosen(ctx, &conflicts);
                }
            }
            Answer::PassphraseTyped(form) => self.dialog = Some(Dialog::Passphrase(form)),
            Answer::Passphrase => {
                if let Some(Dialog::Passphrase(form)) = dialog {
                    self.passphrase_typed(ctx, form);
                }
            }
            Answer::NoPassphrase => {
                if let Some(Dialog::Passphrase(form)) = dialog {
                    self.no_passphrase(ctx, &form);
                }
            }
            Answer::Forget => {
                if let Some(Dialog::Forget(traces)) = dialog {
                    self.forget_client(ctx, traces.files);
                }
            }
            Answer::Replace => {
                if let Some(Dialog::Replace(purpose, path)) = dialog {
                    self.take_path(ctx, purpose, path, Expected::Anything);
                }
            }
        }
    }
}
