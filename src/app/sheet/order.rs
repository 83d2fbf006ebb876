//! What a sheet is made of: the plan or an issue of it, the choices, the clinic's details, in the language that was chosen.

use super::handout::{DraftMarks, Marks, Order};
use super::shown::Shown;
use crate::app::App;
use crate::catalog::Catalog;
use crate::clinic::Clinic;
use crate::evaluation::Evaluation;
use crate::locale::{self, Language, Locale};
use crate::record::{Presentation, Record};
use std::sync::Arc;

impl App {
    /// The sheet as it is to leave the program.
    pub(in crate::app) fn finished(&self) -> Option<Arc<Order>> {
        self.sheet.shown.as_ref().and_then(|shown| self.order(shown)).map(Arc::new)
    }

    /// The sheet as chosen; none as long as the plan or a date cannot be read, or the clinic's details have not been.
    pub(in crate::app) fn order(&self, shown: &Shown) -> Option<Order> {
        if !shown.is_read {
            return None;
        }
        let choices = self.sheet.choices();
        let record = self.document.record();
        let issue = self.sheet.issue(record);
        let kept = issue.and_then(|at| record.issues().get(at)?.snapshot.presentation.as_ref());
        let locale = self.locale_of(record, issue);
        let (evaluation, catalog, marks) = self.content(issue)?;
        let clinic = match (kept, &shown.form) {
            (Some(kept), _) => kept.clinic.clone(),
            (None, Some(form)) => form.clinic(),
            (None, None) => shown.clinic.file.clinic.clone(),
        };
        let logo = shown.form.as_ref().map_or(&shown.clinic.file.logo, |form| &form.logo).clone();
        let layout = shown.layout().filter(|_| !choices.built_in_layout);
        let (audience, paper) = (choices.audience, choices.paper);
        Some(Order { locale, evaluation, catalog, marks, audience, paper, clinic, logo, layout })
    }

    /// The language and the notations of the sheet: those an issue was handed out in, where a copy is not asked for in
    /// another language; else the window's, in the language that was chosen.
    fn locale_of(&self, record: &Record, issue: Option<usize>) -> Locale {
        let issued = issue.and_then(|at| record.issues().get(at)).map(|issued| &*issued.snapshot);
        let window = locale::current();
        let kept = issued.and_then(|snapshot| snapshot.presentation.as_ref());
        let usual = kept.map_or(window, |kept| Locale::found(&kept.country, &kept.language, window));
        let is_original = issued.is_some_and(|snapshot| self.sheet.is_original(&snapshot.number));
        let chosen = self.sheet.choices().language.as_deref().and_then(Language::find);
        Locale { language: chosen.filter(|_| !is_original).unwrap_or(usual.language), ..usual }
    }

    /// What is kept of how an issue of this moment is handed out.
    pub(in crate::app) fn presentation(&self, clinic: Clinic) -> Presentation {
        let Locale { pack, language } = self.locale_of(&Record::default(), None);
        Presentation { country: pack.id.clone(), language: language.code.clone(), clinic }
    }

    /// The issue that is shown, or the plan as it is.
    fn content(&self, issue: Option<usize>) -> Option<(Evaluation, Catalog, Marks)> {
        if let Some(at) = issue {
            return self.issued(self.document.record(), at);
        }
        let valid = self.document.evaluation().filter(|_| self.document.problems().is_empty())?;
        Some((valid.clone(), self.catalog.clone(), Marks::Draft(self.draft_marks()?)))
    }

    /// What is said of a draft; none as long as a date cannot be read.
    fn draft_marks(&self) -> Option<DraftMarks> {
        let choices = self.sheet.choices();
        Some(DraftMarks {
            record: self.document.record().clone(),
            today: (self.surroundings.today)(),
            valid_days: choices.valid_days,
            decide_from: choices.decide_from().ok()?,
            born: choices.born().ok()?,
        })
    }

    /// The issue at a position, worked out with the prices it was issued with.
    fn issued(&self, record: &Record, at: usize) -> Option<(Evaluation, Catalog, Marks)> {
        let snapshot = &record.issues().get(at)?.snapshot;
        let (evaluation, catalog) = snapshot.evaluate(&self.catalog).ok()?;
        let copied = (!self.sheet.is_original(&snapshot.number)).then(|| (self.surroundings.today)());
        Some((evaluation, catalog, Marks::Issued { record: record.clone(), at, copied }))
    }
}
