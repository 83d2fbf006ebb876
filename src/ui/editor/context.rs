//! What the views of a treatment need to know, and the phrases of its sentences.

use crate::catalog::{Concern, Rates, Treatment};
use crate::document::{Edit, Field, LineDraft, LineEdit, OptionDraft, Place, Value};
use crate::locale::tr;
use crate::ui::kit;
use crate::ui::{Action, View};
use crate::wording;
use egui::Ui;

/// Everything a line's view needs to know.
pub(super) struct Context<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) option: &'a OptionDraft,
    pub(super) at: usize,
    pub(super) line: &'a LineDraft,
    pub(super) treatment: &'a Treatment,
    pub(super) concern: &'a Concern,
}

/// A phrase of a line's sentences: what it is called, the fields that it opens, and their width in points.
pub(super) struct Phrase<'a> {
    pub(super) name: &'a str,
    pub(super) fields: &'a [Field],
    pub(super) width: f32,
}

impl Context<'_> {
    pub(super) fn edit(&self, edit: LineEdit) -> Action {
        Action::Edit(Edit::Line(self.line.id, edit))
    }

    /// The edit that writes into a field of the line.
    pub(super) fn set(&self, field: Field, value: impl Into<Value>) -> Action {
        Action::Edit(Edit::Set(self.place(field), value.into()))
    }

    /// A field of the line as the document describes it, with its name, and its unit or hint.
    pub(super) fn field_ui(&self, ui: &mut Ui, field: Field, words: (&str, &str), actions: &mut Vec<Action>) {
        kit::described(ui, self.view, self.place(field), words, actions);
    }

    pub(super) fn place(&self, field: Field) -> Place {
        Place::Line { line: self.line.id, field }
    }

    /// The field at a place of the line.
    pub(super) fn field<'a>(&'a self, field: Field, name: &'a str) -> kit::Field<'a> {
        kit::Field::at(self.view, self.place(field), name)
    }

    /// A field of the line that is never wrong by itself.
    pub(super) fn own<'a>(&self, stands_for: &str, name: &'a str) -> kit::Field<'a> {
        kit::Field::new((self.line.id, stands_for), name)
    }

    pub(super) fn wrong(&self, field: Field) -> Option<&str> {
        self.view.wrong_at(self.place(field))
    }

    /// What the treatment costs on the line's part of the body, by the price list.
    pub(super) fn rates(&self) -> Rates<'_> {
        self.view.catalog.rates(self.treatment, &self.line.area, self.view.draft.currency)
    }

    /// What the treatment is called.
    pub(super) fn name(&self) -> &str {
        wording::text(&self.treatment.name)
    }

    /// Adds a phrase of these words that opens its fields. Says what is wrong with them.
    pub(super) fn phrase(
        &self,
        ui: &mut Ui,
        phrase: &Phrase<'_>,
        words: &str,
        add: impl FnOnce(&mut Ui),
    ) -> Option<String> {
        let name = tr!("{what}, {treatment}", what = phrase.name, treatment = self.name());
        let wrong = phrase.fields.iter().find_map(|field| self.wrong(*field));
        let field = kit::Field::new((self.line.id, "phrase", phrase.name), &name).wrong(wrong);
        kit::phrase(ui, field, words, phrase.width, |ui| kit::if_editable(ui, self.view, add))
    }
}
