//! What can be added to a treatment of the list: a package, and a tax of its own.

use super::PricesState;
use crate::catalog::TreatmentId;
use crate::locale::tr;
use crate::price_list::{ListEdit, limits};
use crate::ui::kit::{self, Numbers};
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
                ui.label(tr!("Package of"));
                // A menu shows its buttons without a frame; this is no button but a field.
                ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, Palette::of(ui).line);
                let field = kit::Field::new(("package", id), tr!("Sessions of the package"));
                let numbers = Numbers::whole(limits::PACKAGE, tr!(" sessions"));
                let typed = kit::number_box(ui, field, sessions, &numbers);
                state.package = typed.or(state.package);
                if ui.button(tr!("Add package")).clicked() {
                    edit = Some(ListEdit::AddPackage(id.clone(), typed.unwrap_or(sessions), currency));
                    ui.close();
                }
            });
        }
        if ui.button(tr!("Add a tax of its own")).clicked() {
            edit = Some(ListEdit::AddTax(id.clone()));
            ui.close();
        }
    });
    let spoken = tr!("Add to {name}", name);
    button.accessible_name(&spoken).on_hover_text(spoken);
    edit
}
