//! What a sheet is made of: the plan or an issue of it, the choices, the clinic's details, in the language that was chosen.

use super::App;
use super::handout::{DraftMarks, Marks, Order};
use super::sheet::Shown;
use crate::catalog::Catalog;
use crate::evaluation::Evaluation;
use crate::locale::{self, Language, Locale};
use crate::scenario::Record;
use crate::storage::ClinicFile;
use std::sync::Arc;

impl App {
    /// The sheet as it is to leave the program.
    pub(super) fn finished(&self) -> Option<Arc<Order>> {
        self.sheet.shown.as_ref().and_then(|shown| self.order(shown)).map(Arc::new)
    }

    /// The sheet as chosen; none as long as the plan or a date cannot be read.
    pub(super) fn order(&self, shown: &Shown) -> Option<Order> {
        let choices = self.sheet.choices();
        let chosen = choices.language.as_deref().and_then(Language::find);
        let window = locale::current();
        let locale = Locale { language: chosen.unwrap_or(window.language), ..window };
        let (evaluation, catalog, marks) = locale::with(locale, || self.content(locale != window))?;
        let clinic = match &shown.form {
            Some(form) => form.clinic(),
            None => shown.clinic.file.clinic.clone(),
        };
        let layout = shown.layout().filter(|_| !choices.built_in_layout);
        let is_set_up =
            layout.is_some() || ClinicFile { clinic: clinic.clone(), template: None } != ClinicFile::default();
        Some(Order {
            locale,
            evaluation,
            catalog,
            marks,
            audience: choices.audience,
            paper: choices.paper,
            clinic: is_set_up.then_some(clinic),
            layout,
        })
    }

    /// The issue that is shown, or the plan as it is; worded anew if the language is not the window's.
    fn content(&self, anew: bool) -> Option<(Evaluation, Catalog, Marks)> {
        let draft = self.document.history().draft();
        let catalog = if anew { self.prices.worded_for(draft) } else { self.catalog.clone() };
        if let Some(at) = self.sheet.issue(&draft.record) {
            return self.issued(&draft.record, at, &catalog);
        }
        let valid = self.document.evaluation().filter(|_| self.document.problems().is_empty())?;
        let evaluation = if anew { Evaluation::of(draft, &catalog).ok()? } else { valid.clone() };
        Some((evaluation, catalog, Marks::Draft(self.draft_marks()?)))
    }

    /// What is said of a draft; none as long as a date cannot be read.
    fn draft_marks(&self) -> Option<DraftMarks> {
        let choices = self.sheet.choices();
        Some(DraftMarks {
            today: (self.surroundings.today)(),
            valid_days: choices.valid_days,
            decide_from: choices.decide_from().ok()?,
            born: choices.born().ok()?,
        })
    }

    /// The issue at a position, worked out with the prices it was issued with.
    fn issued(&self, record: &Record, at: usize, catalog: &Catalog) -> Option<(Evaluation, Catalog, Marks)> {
        let snapshot = &record.issues().get(at)?.snapshot;
        let catalog = snapshot.frozen.over(catalog);
        let evaluation = Evaluation::of(&snapshot.draft, &catalog).ok()?;
        let copied = (!self.sheet.is_original(&snapshot.number)).then(|| (self.surroundings.today)());
        Some((evaluation, catalog, Marks::Issued { record: record.clone(), at, copied }))
    }
}
