//! What happened of an option and what is foreseen, a row for each.

use super::in_english;
use crate::catalog::Catalog;
use crate::evaluation::{Followed, Step};
use crate::report::grid::{Cell, Grid, column};
use crate::wording;

/// What happened of an option and what is foreseen, by day.
pub fn progress(followed: &Followed, catalog: &Catalog) -> Grid {
    in_english(|| grid(followed, catalog))
}

fn grid(followed: &Followed, catalog: &Catalog) -> Grid {
    let currency = followed.expected.estimate.currency;
    let mark = followed.typed().mark;
    let columns = vec![
        column("option", move |_: &&Step| Cell::mark(Some(mark))),
        column("date", |step: &&Step| Cell::Date(step.on)),
        column("what", |step: &&Step| Cell::text(wording::step(step, followed, catalog))),
        column("state", |step: &&Step| Cell::text(step.what.id())),
        column("due", |step: &&Step| step.due().map_or(Cell::Empty, Cell::Date)),
        column("low", move |step: &&Step| Cell::Money(step.amount.low, currency)),
        column("typical", move |step: &&Step| Cell::Money(step.amount.typical, currency)),
        column("high", move |step: &&Step| Cell::Money(step.amount.high, currency)),
        column("note", |step: &&Step| step.noted.map_or(Cell::Empty, |id| Cell::text(id.to_string()))),
    ];
    Grid::of(columns, &followed.steps)
}
