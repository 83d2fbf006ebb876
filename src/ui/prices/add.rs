//! What can be added to a treatment of the list: what it usually has none of, such as a package and a tax of its own.

use super::PricesState;
use crate::catalog::{Treatment, TreatmentId};
use crate::locale::{tr, trn};
use crate::overlay::{Key, PACKAGE, Part, Quantity, QuantityDefinition, QuantityKind, Subject};
use crate::price_list::{ListEdit, limits};
use crate::ui::View;
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, icons};
use crate::units::Currency;
use crate::wording;
use egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton};
use egui::{Align2, Button, PopupCloseBehavior, RichText, Stroke, Ui};

/// The menu behind the name of a treatment.
pub(super) fn add_ui(
    ui: &mut Ui,
    view: &View<'_>,
    (subject, name): (&Subject, &str),
    (kinds, currency): (&[&QuantityDefinition], Currency),
    state: &mut PricesState,
) -> Option<ListEdit> {
    let mut edit = None;
    // The number of sessions is typed in the menu, which must stay open meanwhile.
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (button, _) = MenuButton::new(RichText::new(icons::ADD).size(15.0)).config(config).ui(ui, |ui| {
        for kind in kinds {
            let mut key = Key { currency: kind.takes(Part::Currency).then_some(currency), ..Key::default() };
            if kind.takes(Part::With) {
                if let Some(with) = other_ui(ui, view, subject, kind.what) {
                    key.with = Some(with);
                    edit = Some(ListEdit::Add(subject.clone(), kind.what.of(key)));
                    ui.close();
                }
                continue;
            }
            let mut add_ui = |ui: &mut Ui| {
                key.size = kind.takes(Part::Size).then(|| size_ui(ui, subject, state));
                ui.button(wording::add_quantity(kind.what)).clicked()
            };
            // A button alone fills the menu.
            let is_added = if kind.takes(Part::Size) { ui.horizontal(add_ui).inner } else { add_ui(ui) };
            if is_added {
                edit = Some(ListEdit::Add(subject.clone(), kind.what.of(key)));
                ui.close();
            }
        }
        if let Subject::Treatment(treatment) = subject
            && let Some(area) = area_ui(ui, view, subject, state)
        {
            let part = Subject::TreatmentOn { treatment: treatment.clone(), area };
            edit = Some(ListEdit::Add(part, Quantity::price(currency)));
            ui.close();
        }
    });
    if let Some(ListEdit::Add(subject, quantity)) = &edit {
        state.added = Some((subject.clone(), quantity.clone()));
    }
    let spoken = tr!("Add to {name}", name);
    button.accessible_name(&spoken).on_hover_text(spoken);
    edit
}

/// The treatment beside which a price is added, or after which a wait, once one is chosen.
fn other_ui(ui: &mut Ui, view: &View<'_>, subject: &Subject, what: QuantityKind) -> Option<TreatmentId> {
    let can_be = |other: &&Treatment| !(other.is_device() && what == QuantityKind::Together);
    let others = view.catalog.treatments.iter().filter(|other| other.id.as_str() != subject.id()).filter(can_be);
    let (_, chosen) = SubMenuButton::new(wording::add_quantity(what)).ui(ui, |ui| {
        let mut chosen = None;
        for other in others {
            if ui.button(wording::text(&other.name)).clicked() {
                chosen = Some(other.id.clone());
            }
        }
        chosen
    });
    chosen?.inner
}

/// The part of the body for which prices are added, once it is said.
fn area_ui(ui: &mut Ui, view: &View<'_>, subject: &Subject, state: &mut PricesState) -> Option<String> {
    let asked = ui.horizontal(|ui| {
        ui.label(tr!("For a part of the body"));
        ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, Palette::of(ui).line);
        let field = kit::Field::new(("area", subject), tr!("Part of the body"));
        let text = field.line(&mut state.new_area).desired_width(150.0).char_limit(limits::TEXT);
        let typed = field.add(ui, |ui| ui.add(text.hint_text(tr!("such as Face and neck")).align(Align2::LEFT_CENTER)));
        let is_said = !state.new_area.trim().is_empty();
        let is_entered = typed.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        ui.add_enabled(is_said, Button::new(tr!("Add prices"))).clicked() || is_said && is_entered
    });
    asked.inner.then(|| view.catalog.areas.written(&std::mem::take(&mut state.new_area)))
}

/// How many sessions the package has that is about to be added.
fn size_ui(ui: &mut Ui, subject: &Subject, state: &mut PricesState) -> u32 {
    ui.label(tr!("Package of"));
    // A menu shows its buttons without a frame; this is no button but a field.
    ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, Palette::of(ui).line);
    let size = state.package.unwrap_or(3);
    let field = kit::Field::new(("package", subject), tr!("Sessions of the package"));
    let numbers = Numbers::whole(PACKAGE, trn!(size, " session", " sessions"));
    let typed = kit::number_box(ui, field, size, &numbers);
    state.package = typed.or(state.package);
    typed.unwrap_or(size)
}
