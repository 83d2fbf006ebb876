//! In place of the money: that there are no prices yet, and the way to them.

use crate::document::Place;
use crate::locale::tr;
use crate::overlay::{Quantity, Subject};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Action, Command, PricesState, View, kit};
use crate::wording;
use egui::{Align, Frame, Label, Layout, Margin, Rect, RichText, Stroke, Ui, UiBuilder};

/// The height that this takes of the charts, in points.
const HEIGHT: f32 = 76.0;

/// Says it at the foot of the place of the charts, and gives what is left of that.
pub(super) fn unpriced_ui(
    ui: &mut Ui,
    view: &View<'_>,
    place: Rect,
    (state, actions): (&mut PricesState, &mut Vec<Action>),
) -> Rect {
    let (above, below) = place.split_top_bottom_at_y(place.bottom() - HEIGHT);
    let palette = Palette::of(ui);
    let layout = Layout::top_down(Align::Min);
    // A child of its own, so that what follows has its place as if this were not there.
    let ui = &mut ui.new_child(UiBuilder::new().id_salt("unpriced").max_rect(below).layout(layout));
    let frame = Frame::new().fill(palette.card).stroke(Stroke::new(1.0, palette.line));
    frame.corner_radius(tokens::RADIUS).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(wording::missing_prices(view.draft.currency)).truncate());
        ui.horizontal(|ui| {
            if kit::primary(ui, tr!("Enter prices"), true).on_hover_text(Command::PriceList.tooltip()).clicked() {
                // The first that is missing is typed next.
                *state = PricesState { added: missing(view), touched: Vec::new(), ..PricesState::default() };
                actions.push(Action::Command(Command::PriceList));
            }
            if !view.unpriced.is_empty() {
                let missing = tr!("No price yet: {names}", names = view.unpriced.join(", "));
                ui.add(Label::new(RichText::new(missing).color(palette.text_weak)).truncate());
            }
        });
    });
    above
}

/// The price that is asked for first.
fn missing(view: &View<'_>) -> Option<(Subject, Quantity)> {
    let Place::Line { line, .. } = view.problems.first()?.place else { return None };
    let line = view.draft.options.iter().flat_map(|option| &option.lines).find(|other| other.id == line)?;
    Some((Subject::Treatment(line.treatment.clone()), Quantity::price(view.draft.currency)))
}
