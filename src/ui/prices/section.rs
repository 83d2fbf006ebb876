//! The line above the values of a treatment or add-on: its name with the clinic's code and group, and what can be added.

use super::context::{AMOUNT, Context, HEIGHTS, across, touch};
use super::{PricesState, add, lines};
use crate::catalog::TreatmentId;
use crate::locale::tr;
use crate::overlay::{Part, QuantityDefinition, QuantityKind, Subject, SubjectKind};
use crate::price_list::{Field, Label as ListLabel, ListEdit, Section, limits};
use crate::ui::Action;
use crate::ui::kit::{self, icon_button};
use crate::ui::theme::{icons, strong, tokens};
use crate::wording;
use egui::{Label, Ui, vec2};
use egui_extras::TableRow as Cells;
use std::iter;

/// The width of the clinic's code and group with their names, in points.
const LABELS: f32 = 330.0;

/// The width of a name of the clinic's own above its fields, in points.
const NARROW_NAME: f32 = 200.0;

/// The width of what one of the clinic's own is like, in points.
const LIKE: f32 = 270.0;

impl Context<'_> {
    /// The name of a treatment or add-on with the clinic's code and group.
    pub(super) fn head_ui(
        &self,
        cells: &mut Cells<'_, '_>,
        section: &Section,
        state: &mut PricesState,
        actions: &mut Vec<Action>,
    ) {
        let called = &*self.called(section);
        let is_own = section.subject.is_own();
        let label = section.label.and_then(|at| self.view.draft.labels.get(at)).cloned();
        let label = label.unwrap_or_else(|| ListLabel::empty(section.subject.clone()));
        let field = |ui: &mut Ui, field: Field, value: &str, width: f32| {
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
            response.changed().then(|| ListEdit::Label(section.subject.clone(), field, text))
        };
        let mut edits = Vec::new();
        let has_labels = section.subject != Subject::Clinic;
        let has_like = section.subject.whose() == SubjectKind::OwnTreatment;
        cells.col(|ui| {
            if is_own && self.is_narrow {
                // A field is higher than a name, and what a treatment is like finds room beside it.
                across(ui, 0.0, vec2(self.room, HEIGHTS[0]), |ui| {
                    edits.extend(field(ui, Field::Name, &label.name, NARROW_NAME));
                    edits.extend(has_like.then(|| self.like_ui(ui, called, &label)).flatten());
                });
                return;
            }
            self.name_ui(ui, |ui| {
                if is_own {
                    edits.extend(field(ui, Field::Name, &label.name, (ui.available_width() - 12.0).min(300.0)));
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
                let is_beside = has_like && !self.is_narrow;
                let wide = LABELS + if is_beside { LIKE } else { 0.0 };
                across(ui, top, vec2(wide, HEIGHTS[0]), |ui| {
                    kit::caption(ui, tr!("Code"));
                    edits.extend(field(ui, Field::Code, &label.code, AMOUNT - 8.0));
                    kit::caption(ui, tr!("Group"));
                    edits.extend(field(ui, Field::Group, &label.group, AMOUNT + 20.0));
                    edits.extend(is_beside.then(|| self.like_ui(ui, called, &label)).flatten());
                });
            }
        });
        (0..if self.is_narrow { 3 } else { 4 }).for_each(|_| drop(cells.col(|_| {})));
        cells.col(|ui| {
            if (is_own || section.subject.area().is_some())
                && icon_button(ui, icons::REMOVE, &tr!("Remove {name}", name = called), true)
            {
                actions.push(Action::Prices(ListEdit::Remove(section.subject.clone())));
            }
            edits.extend(self.add_ui(ui, section, state));
        });
        if !edits.is_empty() {
            touch(state, &section.subject, None);
        }
        actions.extend(edits.into_iter().map(Action::Prices));
    }

    /// The treatment of the catalogue whose result one of the clinic's own has; the edit if another one is chosen.
    fn like_ui(&self, ui: &mut Ui, called: &str, label: &ListLabel) -> Option<ListEdit> {
        kit::caption(ui, tr!("Result like"));
        let of_catalog = self.plan.catalog.treatments.iter().map(|treatment| treatment.id.clone());
        let values = of_catalog.filter(|id| !Subject::Treatment(id.clone()).is_own()).map(Some);
        let name = format!("{called}, {}", wording::list_field(Field::Like));
        let field = kit::Field::new(("price list", &label.subject, Field::Like), &name);
        let named = |like: &Option<TreatmentId>| match like {
            Some(id) => wording::treatment_name(self.plan.catalog, id).to_owned(),
            None => tr!("none: cost only").to_owned(),
        };
        let choice = ui.scope(|ui| {
            ui.set_max_width(LIKE - 90.0);
            kit::choice_box(ui, field, &label.like, iter::once(None).chain(values), named)
        });
        choice.inner.map(|like| ListEdit::Like(label.subject.clone(), like))
    }

    /// What can be added to a treatment that the catalogue has, or to an add-on.
    fn add_ui(&self, ui: &mut Ui, section: &Section, state: &mut PricesState) -> Option<ListEdit> {
        let subject = &section.subject;
        let is_device = match subject {
            Subject::Clinic => return None,
            Subject::Treatment(id) | Subject::TreatmentOn { treatment: id, .. } => {
                self.plan.catalog.treatment(id)?.is_device()
            }
            Subject::AddOn(_) | Subject::OwnAddOn(_) => false,
        };
        let can_be = |kind: &&QuantityDefinition| {
            let is_of_sessions = kind.takes(Part::Size) || kind.what == QuantityKind::Together;
            kind.added.contains(&subject.whose()) && !(is_device && is_of_sessions)
        };
        let kinds: Vec<_> = QuantityDefinition::all_of(subject.whose()).filter(can_be).collect();
        let currency = state.currency.unwrap_or(self.plan.draft.currency);
        add::add_ui(ui, self.plan, (subject, &self.called(section)), (&kinds, currency), state)
    }
}
