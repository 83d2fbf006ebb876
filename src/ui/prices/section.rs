//! The line above the values of a treatment or add-on: its name with the clinic's code and group, and what can be added.

use super::context::{AMOUNT, Context, HEIGHTS, across, touch};
use super::{PricesState, add, lines};
use crate::catalog::PriceUnit;
use crate::locale::tr;
use crate::overlay::{Part, QuantityDefinition, Subject};
use crate::price_list::{Field, Label as ListLabel, ListEdit, Section, limits};
use crate::ui::Action;
use crate::ui::kit::{self, icon_button};
use crate::ui::theme::{icons, strong, tokens};
use crate::wording;
use egui::{Label, Ui, vec2};
use egui_extras::TableRow as Cells;

/// The width of the clinic's code and group with their names, in points.
const LABELS: f32 = 330.0;

impl Context<'_> {
    /// The name of a treatment or add-on with the clinic's code and group.
    pub(super) fn head_ui(
        &self,
        cells: &mut Cells<'_, '_>,
        section: &Section,
        state: &mut PricesState,
        actions: &mut Vec<Action>,
    ) {
        let called = self.called(section);
        let is_own = matches!(section.subject, Subject::OwnAddOn(_));
        let label = section.label.and_then(|at| self.view.draft.labels.get(at)).cloned();
        let label = label.unwrap_or_else(|| ListLabel::empty(section.subject.clone()));
        let mut field = |ui: &mut Ui, field: Field, value: &str, width: f32| {
            let wrong = self
                .view
                .problems
                .iter()
                .find(|problem| problem.place.field() == field && lines::is_of_label(problem, section));
            let name = format!("{called}, {}", wording::list_field(field));
            let shown = kit::Field::new(("price list", &section.subject, field), &name);
            let shown = shown.wrong(wrong.map(|problem| problem.message.as_str()));
            let mut text = value.to_owned();
            let edit = shown.line(&mut text).desired_width(width).char_limit(limits::TEXT);
            let response = shown.add(ui, |ui| ui.add(edit));
            Context::follow(ui, &response);
            if response.changed() {
                touch(state, &section.subject, None);
                actions.push(Action::Prices(ListEdit::Label(section.subject.clone(), field, text)));
            }
        };
        let has_labels = section.subject != Subject::Clinic;
        cells.col(|ui| {
            self.name_ui(ui, |ui| {
                if is_own {
                    field(ui, Field::Name, &label.name, (ui.available_width() - 12.0).min(300.0));
                } else {
                    let name = ui.add(Label::new(strong(called).size(tokens::SIZES[2])).truncate());
                    kit::say_heading(&name, called, 2);
                }
            });
        });
        cells.col(|ui| {
            if has_labels {
                // Not below the heads of columns, which say what the amounts are.
                let top = (ui.max_rect().height() - HEIGHTS[0]).max(0.0);
                across(ui, top, vec2(LABELS, HEIGHTS[0]), |ui| {
                    kit::caption(ui, tr!("Code"));
                    field(ui, Field::Code, &label.code, AMOUNT - 8.0);
                    kit::caption(ui, tr!("Group"));
                    field(ui, Field::Group, &label.group, AMOUNT + 20.0);
                });
            }
        });
        (0..if self.is_narrow { 3 } else { 4 }).for_each(|_| drop(cells.col(|_| {})));
        cells.col(|ui| {
            if is_own && icon_button(ui, icons::REMOVE, &tr!("Remove {name}", name = called), true) {
                actions.push(Action::Prices(ListEdit::Remove(section.subject.clone())));
            }
            if let Some(edit) = self.add_ui(ui, section, state) {
                touch(state, &section.subject, None);
                actions.push(Action::Prices(edit));
            }
        });
    }

    /// What can be added to a treatment that the catalogue has.
    fn add_ui(&self, ui: &mut Ui, section: &Section, state: &mut PricesState) -> Option<ListEdit> {
        let subject = &section.subject;
        let Subject::Treatment(id) = subject else { return None };
        let is_device = matches!(self.plan.catalog.treatment(id)?.unit, PriceUnit::Device { .. });
        let can_be = |kind: &&QuantityDefinition| {
            kind.added.contains(&subject.whose()) && !(is_device && kind.takes(Part::Size))
        };
        let kinds: Vec<_> = QuantityDefinition::all_of(subject.whose()).filter(can_be).collect();
        let currency = state.currency.unwrap_or(self.plan.draft.currency);
        add::add_ui(ui, (subject, self.called(section)), &kinds, currency, state)
    }
}
