//! Ranges of what the window shows, drawn beside it: coarse ones at once, fine ones when nothing changes any more.

use super::latest::{Desk, Latest};
use crate::document::OptionId;
use crate::estimate::Estimate;
use crate::simulate::{Precision, Simulation, Simulator};
use eframe::egui;
use std::sync::Arc;
use std::time::Duration;

/// Room for the worker's own work, which keeps its rows on the heap.
const STACK: usize = 4 << 20;

/// The ranges of an estimate's options; doing nothing has no id.
pub(super) type Ranges = Vec<(Option<OptionId>, Arc<Simulation>)>;

type Wish = (Estimate, egui::Context);

/// Draws ranges for what was last asked for.
pub(super) struct RangeDrawer {
    /// None if the system has no room for another thread: then there are no ranges.
    worker: Option<Latest<Wish, Ranges>>,
    /// The state of the document that was last asked for.
    asked: Option<u64>,
}

impl RangeDrawer {
    /// Starts the worker, which ends with this value.
    pub(super) fn new(precision: [Precision; 2]) -> Self {
        let mut simulator = Simulator::default();
        let work = move |_: &_, wish: &Wish, desk: &mut Desk<Wish, Ranges>| draw(&mut simulator, precision, wish, desk);
        Self { worker: Latest::start(STACK, Duration::ZERO, || None, work).ok(), asked: None }
    }

    /// Asks for the ranges of an estimate, which belongs to this state of the document, unless that was asked for last.
    pub(super) fn ask(&mut self, state: u64, estimate: Option<&Estimate>, window: &egui::Context) {
        let (Some(worker), Some(estimate), true) = (&mut self.worker, estimate, self.asked != Some(state)) else {
            return;
        };
        worker.ask((estimate.clone(), window.clone()));
        self.asked = Some(state);
    }

    /// Ranges that have been drawn. While something moves they may be those of a moment ago.
    pub(super) fn answer(&mut self) -> Option<Ranges> {
        let worker = self.worker.as_mut()?;
        std::iter::from_fn(|| worker.answer()).last().map(|(ranges, _)| ranges)
    }

    /// Whether there is nothing to wait for.
    pub(super) fn is_idle(&self) -> bool {
        self.worker.as_ref().is_none_or(Latest::is_idle)
    }
}

fn draw(
    simulator: &mut Simulator,
    [moving, resting]: [Precision; 2],
    (estimate, window): &Wish,
    desk: &mut Desk<Wish, Ranges>,
) {
    for precision in [moving, resting] {
        let mut drawn = Ranges::new();
        for option in &estimate.options {
            if precision == resting && desk.is_overtaken() {
                return;
            }
            let Some(projection) = &option.projection else { continue };
            drawn.push((option.id, simulator.simulate(&projection.course(), precision)));
        }
        if !desk.tell(drawn) {
            return;
        }
        window.request_repaint();
    }
}
