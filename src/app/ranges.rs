//! Ranges of what the window shows, drawn beside it: coarse ones at once, fine ones when nothing changes any more.

use super::latest::{Desk, Latest};
use crate::catalog::ConcernId;
use crate::document::OptionId;
use crate::estimate::Estimate;
use crate::evaluation::Evaluation;
use crate::simulate::{Precision, Simulation, Simulator};
use eframe::egui;
use std::sync::Arc;
use std::time::Duration;

/// Room for the worker's own work, which keeps its rows on the heap.
const STACK: usize = 4 << 20;

/// The ranges of a plan's options for each of its concerns; doing nothing has no id.
pub(super) type Ranges = Vec<((ConcernId, Option<OptionId>), Arc<Simulation>)>;

/// Which document of the window, by its serial, and what is to be drawn for it, the first concern first.
type Wish = (u64, Vec<(ConcernId, Estimate)>, egui::Context);

/// Draws ranges for what was last asked for.
pub(super) struct RangeDrawer {
    /// None if the system has no room for another thread: then there are no ranges.
    worker: Option<Latest<Wish, (u64, Ranges)>>,
    /// The document and its state that were last asked for.
    asked: Option<(u64, u64)>,
}

impl RangeDrawer {
    /// Starts the worker, which ends with this value.
    pub(super) fn new(precision: [Precision; 2]) -> Self {
        let mut simulator = Simulator::default();
        let work =
            move |_: &_, wish: &Wish, desk: &mut Desk<Wish, (u64, Ranges)>| draw(&mut simulator, precision, wish, desk);
        Self { worker: Latest::start(STACK, Duration::ZERO, || None, work).ok(), asked: None }
    }

    /// Asks for the ranges of an evaluation, which belongs to this state of the document with this serial, unless that was
    /// asked for last.
    pub(super) fn ask(&mut self, of: (u64, u64), evaluation: Option<&Evaluation>, window: &egui::Context) {
        let (Some(worker), Some(evaluation), true) = (&mut self.worker, evaluation, self.asked != Some(of)) else {
            return;
        };
        let estimate = |one: &Evaluation| (one.plan.concern.clone(), one.estimate.clone());
        worker.ask((of.0, evaluation.each_concern().map(estimate).collect(), window.clone()));
        self.asked = Some(of);
    }

    /// Ranges that have been drawn for the document with this serial, and for no other one. While something moves they may
    /// be those of a moment ago.
    pub(super) fn answer(&mut self, serial: u64) -> Option<Ranges> {
        let worker = self.worker.as_mut()?;
        let answers = std::iter::from_fn(|| worker.answer()).filter(|((of, _), _)| *of == serial);
        answers.last().map(|((_, ranges), _)| ranges)
    }

    /// Whether there is nothing to wait for.
    pub(super) fn is_idle(&self) -> bool {
        self.worker.as_ref().is_none_or(Latest::is_idle)
    }
}

fn draw(
    simulator: &mut Simulator,
    [moving, resting]: [Precision; 2],
    (serial, estimates, window): &Wish,
    desk: &mut Desk<Wish, (u64, Ranges)>,
) {
    for precision in [moving, resting] {
        let mut drawn = Ranges::new();
        let options =
            estimates.iter().flat_map(|(concern, estimate)| estimate.options.iter().map(move |one| (concern, one)));
        for (concern, option) in options {
            if precision == resting && desk.is_overtaken() {
                return;
            }
            let Some(projection) = &option.projection else { continue };
            drawn.push(((concern.clone(), option.id), simulator.simulate(&projection.course(), precision)));
        }
        if !desk.tell((*serial, drawn)) {
            return;
        }
        window.request_repaint();
    }
}
