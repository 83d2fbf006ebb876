//! From a file to everything derived from it.

use super::args::shared::{ForConcern, WorkedWith};
use super::failure::Failure;
use super::files;
use crate::catalog::{Catalog, ConcernId};
use crate::document::Draft;
use crate::estimate::Estimator;
use crate::evaluation::Evaluation;
use crate::log::Dossier;
use crate::price_list::PriceList;
use crate::record::{Issued, Record};
use crate::report::PlanResults;
use crate::simulate::{Precision, Simulator};
use crate::storage::Expected;
use crate::wording;
use std::path::Path;

/// A valid plan with everything derived from it.
pub(super) struct EvaluatedPlan {
    pub(super) dossier: Dossier,
    pub(super) record: Record,
    pub(super) evaluation: Evaluation,
    pub(super) catalog: Catalog,
}

/// A plan as read, and the clinic's prices.
pub(super) struct LoadedPlan {
    pub(super) dossier: Dossier,
    pub(super) record: Record,
    /// What the plan's file must still hold when it is replaced.
    pub(super) expected: Expected,
    list: PriceList,
    precision: Precision,
}

impl LoadedPlan {
    /// Reads a plan. A price list is laid over the catalogue as of the plan's first day, so that the result does not
    /// depend on when it is asked for.
    pub(super) fn of(file: &Path, with: &WorkedWith) -> Result<Self, Failure> {
        let list = files::read_price_list(with.prices.as_deref(), &Catalog::built_in())?;
        Self::over(file, list, Precision(with.draws))
    }

    fn over(file: &Path, list: PriceList, precision: Precision) -> Result<Self, Failure> {
        let (dossier, expected) = files::read_to_change(file)?;
        Ok(Self { record: dossier.record(), dossier, expected, list, precision })
    }

    /// The catalogue with the clinic's prices as of the plan's first day.
    pub(super) fn catalog(&self) -> Catalog {
        self.list.over(&Catalog::built_in(), self.dossier.draft.start)
    }

    /// Works the plan out; an issued one with the prices it was issued with.
    pub(super) fn evaluated(self) -> Result<EvaluatedPlan, Failure> {
        let Self { ref dossier, ref record, precision, .. } = self;
        let catalog = record.catalog_in_force(self.catalog());
        let evaluation = record.evaluate(&mut Estimator::default(), &dossier.draft, &catalog);
        let evaluation = evaluation.map_err(|problems| Failure::of_plan(&problems, &dossier.draft, &catalog))?;
        let evaluation = evaluation.simulated(&mut Simulator::default(), precision);
        Ok(EvaluatedPlan { dossier: self.dossier, record: self.record, evaluation, catalog })
    }

    /// Works out what was issued, with the prices it was issued with.
    pub(super) fn as_issued(&self, issued: &Issued) -> Result<EvaluatedPlan, Failure> {
        let snapshot = &issued.snapshot;
        let failed = |problems| Failure::of_plan(&problems, &snapshot.draft, &self.catalog());
        let (evaluation, catalog) = snapshot.evaluate(&self.catalog()).map_err(failed)?;
        let evaluation = evaluation.simulated(&mut Simulator::default(), self.precision);
        let dossier = Dossier { draft: snapshot.draft.clone(), log: self.dossier.log.clone() };
        Ok(EvaluatedPlan { dossier, record: self.record.clone(), evaluation, catalog })
    }
}

impl EvaluatedPlan {
    /// Reads a plan and works it out.
    pub(super) fn read(file: &Path, with: &WorkedWith) -> Result<Self, Failure> {
        LoadedPlan::of(file, with)?.evaluated()
    }

    /// The same with one of the plan's concerns in front, if one is asked for.
    pub(super) fn seen_for(mut self, of: &ForConcern) -> Result<Self, Failure> {
        if let Some(concern) = asked(of, &self.dossier.draft, &self.catalog)? {
            self.evaluation = self.evaluation.looked_at(&concern);
        }
        Ok(self)
    }

    /// As [`EvaluatedPlan::read`], with a list that has been read before.
    pub(super) fn read_over(file: &Path, list: &PriceList, precision: Precision) -> Result<Self, Failure> {
        LoadedPlan::over(file, list.clone(), precision)?.evaluated()
    }

    /// As reports take it.
    pub(super) fn results(&self) -> PlanResults<'_> {
        PlanResults::of(&self.evaluation, &self.catalog).acknowledging(self.record.acknowledged())
    }
}

/// The concern that results are asked for, which must be one of the plan's.
pub(super) fn asked(of: &ForConcern, draft: &Draft, catalog: &Catalog) -> Result<Option<ConcernId>, Failure> {
    let Some(id) = &of.concern else { return Ok(None) };
    match draft.concerns().find(|concern| concern.as_str() == id) {
        Some(concern) => Ok(Some(concern.clone())),
        None => Err(Failure::bad_input(wording::not_of_plan(id, draft, catalog))),
    }
}
