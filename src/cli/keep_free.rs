//! `keep-free`: days of a calendar are kept free in a plan.

use super::args::keep_free::KeepFree;
use super::failure::Failure;
use super::files;
use crate::agenda::Agenda;
use crate::document::FreeOf;
use crate::record::RecordError;
use crate::storage::{self, Disk};
use crate::wording;
use jiff::tz::TimeZone;

pub(super) fn run(args: &KeepFree) -> Result<(), Failure> {
    let bytes = storage::read_calendar(&Disk::here(), &args.calendar)?;
    files::change(&args.file, |plan| {
        if let Some(issue) = plan.record().current() {
            return Err(RecordError::AlreadyIssued(issue.snapshot.number.clone()).into());
        }
        let agenda = Agenda::read(&bytes, &Agenda::days_of(&plan.draft), &TimeZone::system());
        let agenda = agenda.map_err(|error| Failure::bad_input(wording::no_agenda(error).to_owned()))?;
        let free_of = if args.nothing_may_show { FreeOf::Traces } else { FreeOf::Visits };
        let joined = agenda.joined_to(&plan.draft.time_off, free_of);
        let said = wording::taken_over(&agenda, &joined);
        plan.draft.time_off = joined.all;
        Ok(said)
    })
}
