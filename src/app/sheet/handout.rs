//! The sheet as it was chosen in the window, owned, so that it can be laid out in the background.

use crate::app::jobs::Stop;
use crate::app::surroundings::Printing;
use crate::catalog::Catalog;
use crate::clinic::Clinic;
use crate::evaluation::Evaluation;
use crate::locale::{self, Locale, tr};
use crate::printing::Job;
use crate::record::{Acknowledgement, Record};
use crate::report::PlanResults;
use crate::report::sheet::{self, Audience, Document, Handout, Issue, Logo, Paper, PrintRun, Sheet, Template};
use crate::simulate::{Precision, Simulator};
use crate::storage::{self, Disk, SystemTypefaces};
use crate::units::Date;
use std::path::{Path, PathBuf};

/// Everything a sheet is made of. The clinic's own layout is read when it is laid out.
pub(in crate::app) struct Order {
    /// The language and the notations it is written in.
    pub(in crate::app) locale: Locale,
    pub(in crate::app) evaluation: Evaluation,
    pub(in crate::app) catalog: Catalog,
    pub(in crate::app) marks: Marks,
    pub(in crate::app) audience: Audience,
    pub(in crate::app) paper: Paper,
    pub(in crate::app) clinic: Clinic,
    pub(in crate::app) logo: Option<Logo>,
    pub(in crate::app) layout: Option<PathBuf>,
}

/// By which marks a sheet is told from another.
pub(in crate::app) enum Marks {
    /// It is of a plan that is not issued.
    Draft(DraftMarks),
    /// It is of the issue at this position of a record.
    Issued {
        record: Record,
        at: usize,
        /// The day of a copy; none prints the original.
        copied: Option<Date>,
    },
}

/// What is said of a draft.
pub(in crate::app) struct DraftMarks {
    /// What was issued of the plan before.
    pub(in crate::app) record: Record,
    pub(in crate::app) today: Date,
    pub(in crate::app) valid_days: u16,
    pub(in crate::app) decide_from: Option<Date>,
    pub(in crate::app) born: Option<Date>,
}

impl Marks {
    /// The day of issue; none if the issue is not there.
    fn day(&self) -> Option<Date> {
        match self {
            Self::Draft(draft) => Some(draft.today),
            Self::Issued { record, at, .. } => Some(record.issues().get(*at)?.snapshot.on),
        }
    }

    /// What clinicians had acknowledged: of a draft by now, of an issue by then.
    fn acknowledged(&self) -> &[Acknowledgement] {
        match self {
            Self::Draft(draft) => draft.record.acknowledged(),
            Self::Issued { record, at, .. } => record.issues().get(*at).map_or(&[], |issued| &issued.acknowledged),
        }
    }

    /// The number of what would be issued, as long as nothing is.
    fn proposed_number(&self, sheet: Sheet<'_>) -> Option<String> {
        match self {
            Self::Draft(draft) => Some(sheet::proposed_number(sheet, &draft.record)),
            Self::Issued { .. } => None,
        }
    }

    /// The marks as the sheet takes them.
    fn issue<'a>(&'a self, proposed: Option<&'a str>) -> Option<Issue<'a>> {
        match self {
            Self::Draft(DraftMarks { record, valid_days, decide_from, born, .. }) => {
                let (valid_days, decide_from, born) = (*valid_days, *decide_from, *born);
                Some(Issue { number: proposed, valid_days, born, decide_from, ..Issue::draft(record) })
            }
            Self::Issued { record, at, copied } => Issue::of(record, *at, *copied),
        }
    }
}

impl Order {
    /// Lays the sheet out, or says in one sentence why it cannot.
    pub(in crate::app) fn lay_out(&self, disk: &Disk) -> Result<Document, String> {
        locale::with(self.locale, || self.set(disk))
    }

    fn set(&self, disk: &Disk) -> Result<Document, String> {
        let own = self.layout.as_deref().map(|path| read_layout(disk, path)).transpose()?;
        let gone = tr!("The issue is not in the plan's record any more");
        let issued = self.marks.day().ok_or(gone)?;
        let evaluation = self.evaluation.simulated(&mut Simulator::default(), Precision::RESTING);
        let sheet = Sheet {
            plan: PlanResults::of(&evaluation, &self.catalog).acknowledging(self.marks.acknowledged()),
            paper: self.paper,
            issued,
            version: env!("CARGO_PKG_VERSION"),
        };
        let number = self.marks.proposed_number(sheet);
        let issue = self.marks.issue(number.as_deref()).ok_or(gone)?;
        let template = own.as_ref().map(|(name, text)| Template { name, text });
        let handout = Handout {
            sheet,
            clinic: Some(&self.clinic),
            logo: self.logo.as_ref(),
            issue,
            audience: self.audience,
            template,
            typefaces: &SystemTypefaces::new(disk),
        };
        Document::of(&handout).map_err(|error| error.to_string())
    }

    fn pdf(&self, disk: &Disk) -> Result<Vec<u8>, String> {
        self.lay_out(disk)?.pdf().map_err(|error| error.to_string())
    }

    /// Makes the PDF and writes it. Given up before that, nothing is written.
    pub(in crate::app) fn write(&self, disk: &Disk, stop: &Stop, path: &Path) -> Result<(), String> {
        let pdf = self.pdf(disk)?;
        stop.before(tr!("The sheet was not saved"))?;
        let written = storage::make_folder_of(disk, path).and_then(|()| storage::write_private(disk, path, &pdf));
        written.map_err(|error| error.to_string())
    }

    /// Makes the PDF and prints it. Given up before the printing system has it, nothing is printed.
    pub(in crate::app) fn print(
        &self,
        disk: &Disk,
        stop: &Stop,
        printing: Printing,
        (printer, run): (Option<&str>, PrintRun),
    ) -> Result<String, String> {
        let pdf = self.pdf(disk)?;
        stop.before(tr!("The sheet was not printed"))?;
        let title = sheet::title(&self.evaluation.plan.reference);
        let (media, PrintRun { count, sides }) = (self.paper.media(), run);
        let job = Job { pdf: &pdf, title: &title, media, copies: count, sides: sides.keyword() };
        (printing.print)(&job, printer).map_err(|error| error.to_string())
    }
}

fn read_layout(disk: &Disk, path: &Path) -> Result<(String, String), String> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let text = storage::read_template(disk, path).map_err(|error| error.to_string())?;
    Ok((name, text))
}
