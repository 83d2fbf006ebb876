//! `keep-free`: days of a calendar are kept free in a plan.

use super::args::keep_free::KeepFree;
use super::failure::Failure;
use super::files;
use crate::agenda::Agenda;
use crate::record::RecordError;
use crate::storage::{self, Disk};
use crate::wording;

pub(super) fn run(args: &KeepFree) -> Result<(), Failure> {
    let bytes = storage::read_calendar(&Disk::here(), &args.calendar)?;
    files::until_written(&args.file, || {
        let (mut plan, expected) = files::read_to_change(&args.file)?;
        if let Some(issue) = plan.record().current() {
            return Err(RecordError::AlreadyIssued(issue.snapshot.number.clone()).into());
        }
        let agenda = Agenda::read(&bytes, &Agenda::days_of(&plan.draft));
        let agenda = agenda.map_err(|error| Failure::bad_input(wording::no_agenda(error).to_owned()))?;
        let before = plan.draft.time_off.len();
        plan.draft.time_off = agenda.added_to(&plan.draft.time_off);
        let added = plan.draft.time_off.len() - before;
        let written = files::write_plan(&args.file, expected, &plan, || Ok(()))?;
        if written && args.file.to_str() != Some(files::STREAM) {
            files::print(wording::taken_over(&agenda, added) + "\n")?;
        }
        Ok(written)
    })
}
