//! What can be added to a treatment of the list: a package, and a tax of its own.

use super::PricesState;
use crate::catalog::TreatmentId;
use crate::price_list::{ListEdit, limits};
use crate::ui::fields;
use crate::ui::theme::{Palette, icons};
use crate::units::Currency;
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{PopupCloseBehavior, RichText, Stroke, Ui};

/// The menu behind the name of a treatment.
pub(super) fn add_ui(
    ui: &mut Ui,
    (id, name): (&TreatmentId, &str),
    currency: Currency,
    has_packages: bool,
    state: &mut PricesState,
) -> Option<ListEdit> {
    let mut edit = None;
    // The number of sessions is typed in the menu, which must stay open meanwhile.
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::new(RichText::new(icons::ADD).size(15.0)).config(config).ui(ui, |ui| {
        if has_packages {
            let sessions = state.package.unwrap_or(3);
            ui.horizontal(|ui| {
                ui.label("Package of");
                // A menu shows its buttons without a frame; this is no button but a field.
                ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, Palette::of(ui).line);
                let typed = fields::number_box(ui, "Sessions of the package", sessions, limits::PACKAGE, " sessions");
                state.package = typed.or(state.package);
                if ui.button("Add package").clicked() {
                    edit = Some(ListEdit::AddPackage(id.clone(), typed.unwrap_or(sessions), currency));
                    ui.close();
                }
            });
        }
        if ui.button("Add a tax of its own").clicked() {
            edit = Some(ListEdit::AddTax(id.clone()));
            ui.close();
        }
    });
    let spoken = format!("Add to {name}");
    button.accessible_name(&spoken).on_hover_text(spoken);
    edit
}
