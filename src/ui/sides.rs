//! What stands at both ends of a line, in the order in which it is read and the Tab key goes.

use egui::{Align, Id, Layout, Rect, Sense, Ui, UiBuilder, Vec2, vec2};

/// Adds to the left and to the right of a line. The right side gets the width it had when it was last shown: the toolkit's
/// own layout from the right would have the Tab key go backwards. The line never grows wider than there is room.
pub(super) fn sides(ui: &mut Ui, name: &str, left: impl FnOnce(&mut Ui), right: impl FnOnce(&mut Ui)) {
    let id = Id::unique(("sides", name));
    let known: Vec2 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let height = known.y.max(ui.spacing().interact_size.y);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let add = |ui: &mut Ui, rect: Rect, add: Box<dyn FnOnce(&mut Ui) + '_>| {
        let layout = Layout::left_to_right(Align::Center);
        let mut side = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
        add(&mut side);
        side.min_size()
    };
    let middle = (line.right() - known.x).max(line.left());
    let of_left = Rect::from_min_max(line.min, egui::pos2(middle - ui.spacing().item_spacing.x, line.bottom()));
    let left = add(ui, of_left, Box::new(left));
    let right = add(ui, line.with_min_x(middle), Box::new(right));
    let size = vec2(right.x, left.y.max(right.y));
    if size != known {
        ui.data_mut(|data| data.insert_temp(id, size));
        ui.ctx().request_discard("a side of a line has another size");
    }
}
