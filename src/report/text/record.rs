//! The record of a plan as a table.

use super::table::{Align, Table, heading, sentence};
use crate::catalog::Catalog;
use crate::locale::tr;
use crate::log::Dossier;
use crate::record::Record;
use crate::units::Date;
use crate::wording;

pub(super) fn write(text: &mut String, plan: &Dossier, catalog: &Catalog, today: Date) {
    let record = plan.record();
    sentence(text, 0, &wording::plan_status(&record, today));
    if let Some(torn) = wording::torn_log(&plan.log) {
        sentence(text, 0, &torn);
    }
    if !record.issues().is_empty() {
        issues(text, &record, today);
    }
    let events = wording::log_events(plan, catalog);
    if events.is_empty() {
        return;
    }
    heading(text, tr!("Written down"));
    let mut table = Table::new(&[Align::Left; 4]);
    events.into_iter().for_each(|event| table.row([event.seal, event.when, event.what, event.who]));
    table.write(text);
}

fn issues(text: &mut String, record: &Record, today: Date) {
    heading(text, tr!("Issued so far"));
    let mut table = Table::new(&[Align::Left, Align::Left, Align::Left, Align::Left, Align::Left]);
    for (at, issued) in record.issues().iter().enumerate() {
        let Some(status) = record.status(at, today) else { continue };
        let (snapshot, revision) = (&*issued.snapshot, at + 1);
        let (on, until) = (wording::date(snapshot.on), wording::date(snapshot.valid_until));
        table.row([
            snapshot.number.clone(),
            tr!("revision {revision}", revision),
            tr!("{from} to {until}", from = on, until),
            wording::status(&status),
            wording::answers(issued),
        ]);
    }
    table.write(text);
    record.issues().iter().filter_map(wording::not_kept).for_each(|said| sentence(text, 0, &said));
}
