//! How a plan goes on: what was planned beside what is expected, and what happened by day.

use super::table::{Align, Table, heading, sentence};
use crate::catalog::Catalog;
use crate::evaluation::Followed;
use crate::locale::tr;
use crate::wording;

pub(super) fn write(text: &mut String, followed: &Followed, catalog: &Catalog) {
    let currency = followed.expected.estimate.currency;
    let option = followed.typed();
    heading(text, &format!("{} · {}", option.mark.letter(), option.name));
    let said = wording::followed(followed, catalog);
    said.iter().for_each(|said| sentence(text, 2, &wording::capitalized(said)));
    text.push('\n');
    let mut table = Table::new(&[Align::Left, Align::Right]);
    let rows = wording::standings(followed);
    let is_issued = rows.iter().any(|row| row.issued.is_some());
    let cells = |name: &str, issued: Option<&str>, [planned, now]: [&str; 2], graded: Option<&str>| {
        let issued = is_issued.then(|| issued.unwrap_or_default().to_owned());
        let graded = followed.learned.is_some().then(|| graded.unwrap_or_default().to_owned());
        [Some(name.to_owned()), issued, Some(planned.to_owned()), Some(now.to_owned()), graded].into_iter().flatten()
    };
    table.row(cells("", Some(tr!("Issued")), [tr!("Planned"), tr!("Expected now")], Some(tr!("By the grade"))));
    for row in &rows {
        table.row(cells(row.name, row.issued.as_deref(), [&row.planned, &row.now], row.graded.as_deref()));
    }
    table.write(text);
    heading(text, tr!("Day by day"));
    let mut table = Table::new(&[Align::Left, Align::Left, Align::Left, Align::Right, Align::Left]);
    for step in &followed.steps {
        table.row([
            wording::date(step.on),
            wording::step(step, followed, catalog),
            wording::step_state(step),
            wording::step_amount(step, currency),
            step.noted.map(|id| id.to_string()).unwrap_or_default(),
        ]);
    }
    table.write(text);
}
