//! The sheet as it was chosen, and what is shown of it.

use super::shown::Shown;
use crate::record::Record;
use crate::report::sheet::{Paper, PrintRun};
use crate::storage::SheetSettings;
use crate::ui::{SheetChoices, SheetView};

/// The sheet: what was chosen for it, and what is shown while it is shown.
pub(in crate::app) struct SheetDesk {
    pub(super) choices: SheetChoices,
    pub(super) printer: Option<String>,
    pub(super) run: PrintRun,
    pub(in crate::app) shown: Option<Shown>,
    /// The number of an issue whose original has not left the program yet.
    pub(in crate::app) original: Option<String>,
    /// The position of the issue that is shown again; none shows the plan as it is.
    pub(super) again: Option<usize>,
}

impl SheetDesk {
    /// As the last sheet was made.
    pub(in crate::app) fn new(settings: &SheetSettings) -> Self {
        let choices = SheetChoices {
            audience: settings.audience,
            paper: settings.paper.unwrap_or_else(Paper::of_country),
            valid_days: settings.valid_days,
            decide_from: String::new(),
            born: String::new(),
            language: None,
            built_in_layout: false,
        };
        // How many are wanted is a matter of the moment.
        let run = PrintRun { sides: settings.sides, ..PrintRun::default() };
        Self { choices, printer: settings.printer.clone(), run, shown: None, original: None, again: None }
    }

    /// What is to be remembered of it.
    pub(in crate::app) fn settings(&self) -> SheetSettings {
        let SheetChoices { audience, paper, valid_days, .. } = self.choices;
        // What is usual stays left to the country, should that change.
        let paper = Some(paper).filter(|paper| *paper != Paper::of_country());
        SheetSettings { audience, paper, valid_days, printer: self.printer.clone(), sides: self.run.sides }
    }

    /// What was chosen.
    pub(in crate::app) fn choices(&self) -> &SheetChoices {
        &self.choices
    }

    /// The position of the issue that is shown; none shows a draft.
    pub(in crate::app) fn issue(&self, record: &Record) -> Option<usize> {
        let current = || record.issues().len().checked_sub(1).filter(|_| record.current().is_some());
        self.again.filter(|at| *at < record.issues().len()).or_else(current)
    }

    /// Whether the sheet of an issue is the original, as long as that has not left the program.
    pub(in crate::app) fn is_original(&self, number: &str) -> bool {
        self.original.as_deref() == Some(number)
    }

    /// Shows the sheet of an issue again.
    pub(in crate::app) fn reprint(&mut self, at: usize) {
        self.again = Some(at);
        // A copy is in the language of its issue, whatever was chosen for a draft.
        self.choices.language = None;
        self.changed();
    }

    /// The plan's record has changed: its newest state is shown.
    pub(in crate::app) fn forget_issue(&mut self) {
        (self.again, self.original) = (None, None);
        self.changed();
    }

    /// A sheet has left the program: the next one is a copy.
    pub(in crate::app) fn has_left(&mut self) {
        if self.original.take().is_some() {
            self.changed();
        }
    }

    fn changed(&mut self) {
        self.shown.iter_mut().for_each(Shown::changed);
    }

    /// What there is to show, if it is shown.
    pub(in crate::app) fn view<'a>(
        &'a self,
        record: &'a Record,
        native_dialogs: bool,
        is_leaving: bool,
    ) -> Option<SheetView<'a>> {
        let shown = self.shown.as_ref()?;
        let issued = self.issue(record).and_then(|at| record.issues().get(at));
        Some(SheetView {
            choices: &self.choices,
            issued: issued.map(|issued| (issued, self.is_original(&issued.snapshot.number))),
            own_layout: shown.own_layout.as_deref(),
            clinic_problem: shown.clinic.problem.as_deref(),
            form: shown.form.as_ref(),
            pages: shown.preview.pages(),
            waiting: shown.preview.is_waiting(),
            problem: shown.preview.problem(),
            printers: &shown.printers,
            printer: self.printer.as_deref(),
            run: self.run,
            native_dialogs,
            is_leaving,
        })
    }
}
