//! Issuing the plan, what the client said to it, and its revisions.

use super::jobs::{Stop, What};
use super::sheet::ClinicDesk;
use super::{App, Document};
use crate::catalog::Catalog;
use crate::clinic::Clinic;
use crate::locale::tr;
use crate::log::IssueTerms;
use crate::record::{Answer, RecordError};
use crate::report::PlanResults;
use crate::report::sheet::{self, Paper, Sheet};
use crate::storage::{Disk, Places};
use crate::ui::{AnswerForm, Command, Dialog, IssueForm, RecordAction, RecordDialog, RecordList};
use crate::wording;
use eframe::egui;

/// This program's version.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

impl App {
    /// Carries out a command about the record.
    pub(super) fn record_command(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::Issue => self.ask_issue(ctx),
            Command::RecordAnswer => self.ask_answer(self.last_answer()),
            Command::Revise => self.change_record(|document, _| document.revise()),
            Command::AbandonRevision => self.change_record(Document::abandon),
            Command::PricesSince => self.look_since(),
            Command::Record => self.dialog = Some(Dialog::Record(RecordDialog::List(self.record_list()))),
            _ => {}
        }
    }

    pub(super) fn record(&mut self, ctx: &egui::Context, action: RecordAction) {
        match action {
            RecordAction::Ask(answer) => self.ask_answer(answer),
            RecordAction::Change(dialog) => self.dialog = Some(Dialog::Record(dialog)),
            RecordAction::Issue => self.issue(ctx),
            RecordAction::Answer => self.record_answer(ctx),
            RecordAction::Acknowledge(matter, is_so) => self.acknowledge(ctx, &matter, is_so),
            RecordAction::Reprint(at) => {
                self.dialog = None;
                self.reprint(ctx, at);
            }
        }
    }

    /// All that was written down of the plan.
    fn record_list(&self) -> RecordList {
        let plan = self.document.dossier();
        RecordList { events: wording::log_events(&plan, &self.catalog), torn: wording::torn_log(&plan.log) }
    }

    fn change_record(&mut self, change: impl FnOnce(&mut Document, &Catalog) -> Result<(), RecordError>) {
        match change(&mut self.document, &self.catalog) {
            Ok(()) => self.sheet.forget_issue(),
            Err(error) => self.tell(wording::record_error(&error), true),
        }
    }

    /// Asks under which number and until when to issue the plan.
    fn ask_issue(&mut self, ctx: &egui::Context) {
        if self.holds_details() {
            return;
        }
        let path = self.surroundings.places.as_ref().map(Places::clinic);
        let read = move |disk: &Disk, _: &Stop| {
            let clinic = ClinicDesk::read(disk, path);
            clinic.problem.map_or(Ok(clinic.file.clinic), Err)
        };
        self.jobs.start(ctx, What::Details, read, |app, _, ending| {
            if let Some(clinic) = app.heard(ending) {
                app.show_issue_form(clinic);
            }
        });
    }

    /// Shows the form for issuing, with the letterhead that is kept.
    fn show_issue_form(&mut self, clinic: Clinic) {
        let (Ok(born), Ok(decide_from)) = (self.sheet.choices().born(), self.sheet.choices().decide_from()) else {
            let text = tr!("Mend the date beside the sheet first; it is printed when the plan is issued");
            return self.tell(text, true);
        };
        let presentation = self.presentation(clinic);
        if self.dialog.is_some() || !self.can(Command::Issue) {
            return;
        }
        let Some(evaluation) = self.document.evaluation() else { return };
        let on = (self.surroundings.today)();
        let plan = PlanResults::of(evaluation, &self.catalog);
        let sheet = Sheet { plan, paper: Paper::A4, issued: on, version: PROGRAM };
        let number = sheet::proposed_number(sheet, self.document.record());
        let days = i64::from(self.sheet.choices().valid_days);
        let valid_until = on.saturating_add(jiff::Span::new().days(days));
        let form = IssueForm { number, on, valid_until, born, decide_from, presentation, problem: None };
        self.dialog = Some(Dialog::Record(RecordDialog::Issue(Box::new(form))));
    }

    /// Issues the plan as filled in, and saves it.
    fn issue(&mut self, ctx: &egui::Context) {
        let Some(Dialog::Record(RecordDialog::Issue(form))) = self.dialog.take() else { return };
        let IssueForm { number, on, valid_until, born, decide_from, presentation, .. } = (*form).clone();
        let (program, presentation) = (PROGRAM.to_owned(), Some(presentation));
        let terms = IssueTerms { number, on, valid_until, program, born, decide_from, presentation };
        if let Err(error) = self.document.issue(terms, &self.catalog) {
            let form = IssueForm { problem: Some(wording::record_error(&error)), ..*form };
            self.dialog = Some(Dialog::Record(RecordDialog::Issue(Box::new(form))));
            return;
        }
        self.sheet.forget_issue();
        self.sheet.original = Some(form.number.trim().to_owned());
        self.save(ctx);
    }

    fn last_answer(&self) -> Answer {
        let last = self.document.record().last();
        last.and_then(|last| last.answers.last()).map_or(Answer::Accepted(None), |said| said.answer)
    }

    /// Asks when the client said this.
    fn ask_answer(&mut self, answer: Answer) {
        let form = AnswerForm { answer, on: (self.surroundings.today)(), problem: None };
        self.dialog = Some(Dialog::Record(RecordDialog::Answer(form)));
    }

    /// Records the answer as filled in. A plan that is not being revised is saved with it.
    fn record_answer(&mut self, ctx: &egui::Context) {
        let Some(Dialog::Record(RecordDialog::Answer(form))) = self.dialog.take() else { return };
        let today = (self.surroundings.today)();
        if let Err(error) = self.document.answer(form.answer, form.on, today) {
            let form = AnswerForm { problem: Some(wording::record_error(&error)), ..form };
            self.dialog = Some(Dialog::Record(RecordDialog::Answer(form)));
        } else if self.document.is_issued() {
            self.save(ctx);
        }
    }

    /// Shows what has changed in the prices since the plan was issued.
    fn look_since(&mut self) {
        let Some(last) = self.document.record().last() else { return };
        let snapshot = &last.snapshot;
        let today = self.prices.list().over(self.prices.built_in(), snapshot.draft.start);
        self.since = Some(snapshot.since(&today));
        self.dialog = Some(Dialog::Record(RecordDialog::Since));
    }

    /// Shows the sheet of an earlier issue again.
    fn reprint(&mut self, ctx: &egui::Context, at: usize) {
        if self.sheet.shown.is_none() {
            self.show_client_view(ctx, false);
            self.state.prices.is_open = false;
            self.show_sheet(ctx);
        }
        self.sheet.reprint(at);
    }
}
