//! What a session that was had came to by the plan, when it is noted.

use super::Evaluation;
use crate::catalog::Catalog;
use crate::document::{Draft, LineId};
use crate::estimate::Estimator;
use crate::ledger::total;
use crate::progress::{Fact, Progress, SessionFact};
use crate::units::{Date, Money, Spread};

impl Evaluation {
    /// Something that happened of a plan as it is to be noted: of a session that was had, with nothing said of what was paid, with what
    /// the plan says of that now. Of several on one day that is what it adds to what was noted of the others.
    #[must_use]
    pub fn as_planned(
        &self,
        (draft, progress): (&Draft, &Progress),
        fact: Fact,
        today: Date,
        catalog: &Catalog,
    ) -> Fact {
        let Fact::Session { line, on, what: SessionFact::Had { paid: None, planned: None } } = fact else {
            return fact;
        };
        let paid = |fact: Option<&Fact>| self.paid_on(on, (draft, &progress.with(fact, on)), line, today, catalog);
        let planned = paid(Some(&fact)).zip(paid(None)).map(|(with, without)| with - without);
        Fact::Session { line, on, what: SessionFact::Had { paid: None, planned } }
    }

    /// What is paid on a day for sessions of a line's option that were had then; none where that cannot be told.
    fn paid_on(
        &self,
        on: Date,
        (draft, progress): (&Draft, &Progress),
        line: LineId,
        today: Date,
        catalog: &Catalog,
    ) -> Option<Spread<Money>> {
        let option = draft.options.iter().find(|option| option.lines.iter().any(|other| other.id == line))?.id;
        let plan = (draft, progress);
        let followed = self.followed(&mut Estimator::default(), plan, (option, today), None, catalog).ok()??;
        let had: Vec<LineId> = progress.had_on(on).collect();
        let is_of_had = |line: Option<LineId>| line.is_some_and(|line| had.contains(&line));
        let entries = followed.course().ledger.entries.iter();
        let of_day = entries.filter(|entry| entry.date == on && is_of_had(entry.item.line()));
        (!followed.expected.estimate.unpriced).then(|| total(of_day))
    }
}
