//! How a plan goes on, as a document.

use super::option::prepaid;
use super::parts::{head, object, said_beside};
use crate::catalog::Catalog;
use crate::evaluation::{Followed, Learned, Standing, Step};
use crate::report::PlanResults;
use crate::wording;
use serde::Serialize;

pub(super) fn document<'a>(followed: &'a Followed, catalog: &'a Catalog) -> impl Serialize + use<'a> {
    let option = followed.typed();
    object! {
        #[serde(flatten)]
        head: head(&PlanResults::of(&followed.expected, catalog)),
        as_of: followed.as_of,
        option: option.mark.letter(),
        name: &option.name,
        issued: followed.issued.as_ref().map(standing),
        planned: standing(&followed.planned),
        expected: standing(&followed.now),
        graded: followed.learned.as_ref().map(|learned| graded(followed, learned)),
        paid_so_far: followed.paid,
        prepaid: followed.prepaid.iter().map(|one| prepaid(one, Some(option))).collect::<Vec<_>>(),
        // By how many days the course ends later than planned.
        delay_days: followed.delay(),
        days: followed.steps.iter().map(|step| day(step, followed, catalog)).collect::<Vec<_>>(),
        said_beside: said_beside(),
    }
}

fn day<'a>(step: &'a Step, followed: &'a Followed, catalog: &'a Catalog) -> impl Serialize + use<'a> {
    object! {
        date: step.on,
        what: wording::step(step, followed, catalog),
        state: step.what.id(),
        due: step.due(),
        amount: step.amount,
        note: step.noted.map(|id| id.to_string()),
    }
}

/// What follows from the grades for this client.
fn graded(followed: &Followed, learned: &Learned) -> impl Serialize + use<> {
    let grades = followed.counted().map(|(on, grade)| {
        let (least, most) = grade.range();
        let ends = [least, most].map(|share| Some(share).filter(|share| share.is_finite()));
        object! { date: on, least: ends[0], most: ends[1], }
    });
    object! {
        grades: grades.collect::<Vec<_>>(),
        best: learned.standing.best,
        at_end: learned.standing.at_end,
        // How many draws of equal weight say as much (Kish).
        effective_draws: learned.agreement.effective,
    }
}

fn standing(standing: &Standing) -> impl Serialize {
    object! {
        total: standing.total,
        sessions: standing.sessions,
        visits: standing.visits,
        course_end: standing.course_end,
        best: standing.best,
        at_end: standing.at_end,
    }
}
