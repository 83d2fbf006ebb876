//! Marks of dated upkeep that are dragged along the time axis, which changes how often there is upkeep. The field of it in
//! the editor is the way by keyboard.

use super::plot::day_at;
use crate::document::{Edit, Field, Place, Upkeep};
use crate::scene::{Scale, Scene};
use crate::schedule::{Phase, Schedule, Session};
use crate::ui::{Action, View, ViewState};
use crate::units::Day;
use egui::{CursorIcon, Id, Pos2, Rect, Sense, Ui, vec2};
use egui_plot::{PlotPoint, PlotTransform};

/// Around a mark, what can be dragged.
const HANDLE: egui::Vec2 = vec2(13.0, 20.0);

/// A mark under the pointer.
pub(super) struct Handle {
    /// Where the pointer is.
    pub(super) pointer: Pos2,
    /// The day of the session.
    pub(super) day: Day,
    /// Whether it is being dragged.
    pub(super) is_dragged: bool,
}

/// Lets the marks of the selected option be dragged in a chart of money. Gives the one that the pointer has to do with.
pub(super) fn handles_ui(
    ui: &Ui,
    transform: &PlotTransform,
    scene: &Scene<'_>,
    (view, state): (&View<'_>, &ViewState),
    actions: &mut Vec<Action>,
) -> Option<Handle> {
    let evaluation =
        view.evaluation.filter(|_| scene.scale != Scale::Share && !view.is_issued() && !state.client_view)?;
    let curve = scene.curves.iter().find(|curve| curve.option.id == state.selected)?;
    let option = evaluation.plan.options.iter().find(|option| Some(option.id) == state.selected)?;
    let is_dated = |session: &&Session| {
        session.phase == Phase::Upkeep && matches!(option[session.line].upkeep, Upkeep::Every { .. })
    };
    let mut held = None;
    for session in curve.option.schedule.sessions.iter().filter(is_dated) {
        let id = Id::unique(("mark of upkeep", session.line, session.number));
        let Some(value) = curve.at(session.day) else { continue };
        let at = transform.position_from_point(&PlotPoint::new(f64::from(session.day), value));
        if !transform.frame().contains(at) && !ui.ctx().is_being_dragged(id) {
            continue;
        }
        let response = ui.interact(Rect::from_center_size(at, HANDLE), id, Sense::DRAG);
        if response.drag_started() {
            // The mark stays under the pointer as it was taken.
            ui.data_mut(|data| data.insert_temp(id, response.interact_pointer_pos().map_or(0.0, |from| from.x - at.x)));
        }
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
            let aside: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            let day = day_at(transform, pointer.x - aside, scene.estimate.horizon_days);
            if let Some(months) = Schedule::interval_near(&evaluation.plan, option, view.catalog, session, day) {
                let place = Place::Line { line: session.line, field: Field::Upkeep };
                actions.push(Action::Edit(Edit::Set(place, Upkeep::Every { months }.into())));
            }
        }
        let response = response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
        let pointer = response.interact_pointer_pos().or(response.hover_pos());
        held = pointer.map(|pointer| Handle { pointer, day: session.day, is_dragged: response.dragged() }).or(held);
    }
    held
}
