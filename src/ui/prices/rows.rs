//! The table: only what is in sight is drawn, so that a long list stays fast.

use super::lines::{self, Line};
use super::{PricesState, PricesView, add};
use crate::catalog::PriceUnit;
use crate::price_list::{
    EntryDraft, Field, Label as ListLabel, ListEdit, Place, Quantity, Section, Subject, TableValue, Timing, limits,
};
use crate::ui::fields::{self, icon_button};
use crate::ui::theme::{Palette, icons, strong, tokens};
use crate::ui::{Action, View, ViewState};
use crate::units::{Date, parse_date, read_date};
use crate::wording;
use egui::accesskit::Role;
use egui::{Align, Id, Label, Layout, Response, RichText, TextEdit, Ui, UiBuilder};
use egui_extras::{Column, TableBuilder, TableRow as Cells};

/// The heights of lines in points: head, value, what is wrong.
const HEIGHTS: [f32; 3] = [34.0, 28.0, 19.0];
/// The widths of columns in points: low, typical and high; the day; the buttons.
const WIDTHS: [f32; 3] = [82.0, 126.0, 88.0];

pub(super) fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let lines = lines::lines(&view.prices, &state.prices);
    if lines.is_empty() {
        ui.label("No value fits; change search or filter.");
        return;
    }
    let focus_moved = state.focus_moved;
    let context = Context { view: &view.prices, plan: view, focus_moved };
    let room =
        ui.available_width() - 3.0 * WIDTHS[0] - WIDTHS[1] - WIDTHS[2] - 7.0 * ui.spacing().item_spacing.x - 12.0;
    let grid = UiBuilder::new().id_salt("price list").accessibility_role(Role::Table);
    ui.scope_builder(grid, |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label("Price list"));
        let table = TableBuilder::new(ui)
            .id_salt("price list")
            .auto_shrink([false, false])
            .min_scrolled_height(80.0)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(room * 0.6))
            .columns(Column::exact(WIDTHS[0]), 3)
            .column(Column::exact(WIDTHS[1]))
            .column(Column::exact(room * 0.4))
            .column(Column::exact(WIDTHS[2]));
        let table = table.header(22.0, |mut header| {
            for name in ["Value", "Low", "Typical", "High", "In force from", "Who says so", ""] {
                let is_amount = matches!(name, "Low" | "Typical" | "High");
                let layout = if is_amount { Layout::right_to_left } else { Layout::left_to_right };
                header.col(|ui| {
                    ui.with_layout(layout(Align::Center), |ui| {
                        // Above the end of what is typed.
                        ui.add_space(if is_amount { 12.0 } else { 0.0 });
                        ui.label(strong(name).color(Palette::of(ui).text_weak));
                    });
                });
            }
        });
        table.body(|body| {
            body.heterogeneous_rows(lines.iter().map(height), |mut cells| match &lines[cells.index()] {
                Line::Head(section) => context.head_ui(&mut cells, section, &mut state.prices, actions),
                Line::Value(section, value, number) => {
                    let row = Row { context: &context, section, value, number: *number };
                    row.show(&mut cells, &mut state.prices, actions);
                }
                Line::Wrong(message) => {
                    cells.col(|ui| {
                        ui.add_space(16.0);
                        let text = RichText::new(format!("{} {message}", icons::ERROR));
                        let text = text.color(Palette::of(ui).error).size(tokens::SIZES[0]);
                        // The other columns of this line are empty: it may run on over them.
                        let mut clip = ui.clip_rect();
                        clip.max.x = ui.ctx().content_rect().right();
                        ui.set_clip_rect(clip);
                        ui.add(Label::new(text).extend());
                    });
                }
            });
        });
    });
}

fn height(line: &Line<'_>) -> f32 {
    match line {
        Line::Head(_) => HEIGHTS[0],
        Line::Value(..) => HEIGHTS[1],
        Line::Wrong(_) => HEIGHTS[2],
    }
}

/// What every line needs to know.
struct Context<'a> {
    view: &'a PricesView<'a>,
    plan: &'a View<'a>,
    focus_moved: bool,
}

/// A field of the table.
struct TextBox<'a> {
    /// Stays the same whatever is typed and wherever the line stands.
    id: Id,
    label: fields::Label<'a>,
    name: &'a str,
    hint: &'a str,
    width: f32,
    most: usize,
    is_amount: bool,
}

impl Context<'_> {
    fn box_ui(&self, ui: &mut Ui, about: &TextBox<'_>, text: &mut String) -> Response {
        let edit = TextEdit::singleline(text).id(about.id).desired_width(about.width).char_limit(about.most);
        let edit = if about.is_amount { edit.align(egui::Align2::RIGHT_CENTER) } else { edit };
        let edit = edit.hint_text(about.hint);
        let response = about.label.field(ui, |ui| ui.add(edit)).accessible_name(about.name);
        if self.focus_moved && response.has_focus() {
            // Lines out of sight are not drawn: the next one must be for the Tab key to reach it.
            ui.scroll_to_rect(response.rect.expand2(egui::vec2(0.0, 2.0 * HEIGHTS[0])), None);
        }
        response
    }

    /// The name of a treatment or add-on with the clinic's code and group.
    fn head_ui(
        &self,
        cells: &mut Cells<'_, '_>,
        section: &Section,
        state: &mut PricesState,
        actions: &mut Vec<Action>,
    ) {
        let is_own = matches!(section.subject, Subject::OwnAddOn(_));
        let label = section.label.and_then(|at| self.view.draft.labels.get(at)).cloned();
        let label = label.unwrap_or_else(|| ListLabel::empty(section.subject.clone()));
        let mut field = |ui: &mut Ui, field: Field, value: &str, width: f32| {
            let wrong = self
                .view
                .problems
                .iter()
                .find(|problem| problem.place.field() == field && lines::is_of_label(problem, section));
            let name = format!("{}, {field}", section.name);
            let about = TextBox {
                id: Id::unique(("price list", &section.subject, field)),
                label: fields::Label::marked(&name, wrong.map(|problem| problem.message.as_str())),
                name: &name,
                hint: field.name(),
                width,
                most: limits::TEXT,
                is_amount: false,
            };
            let mut text = value.to_owned();
            if self.box_ui(ui, &about, &mut text).changed() {
                touch(state, &section.subject, None);
                actions.push(Action::Prices(ListEdit::Label(section.subject.clone(), field, text)));
            }
        };
        cells.col(|ui| {
            if is_own {
                field(ui, Field::Name, &label.name, ui.available_width() - 12.0);
            } else {
                ui.add(Label::new(strong(&section.name).size(tokens::SIZES[2])).truncate());
            }
        });
        cells.col(|ui| {
            if section.subject != Subject::Clinic {
                field(ui, Field::Code, &label.code, WIDTHS[0] - 8.0);
            }
        });
        cells.col(|ui| {
            if section.subject != Subject::Clinic {
                field(ui, Field::Group, &label.group, 2.0 * WIDTHS[0] - 2.0);
            }
        });
        (0..3).for_each(|_| drop(cells.col(|_| {})));
        cells.col(|ui| {
            if is_own && icon_button(ui, icons::REMOVE, &format!("Remove {}", section.name), true) {
                actions.push(Action::Prices(ListEdit::Remove(section.subject.clone())));
            }
            if let Some(edit) = self.add_ui(ui, section, state) {
                touch(state, &section.subject, None);
                actions.push(Action::Prices(edit));
            }
        });
    }
}

impl Context<'_> {
    /// What can be added to a treatment that the catalogue has.
    fn add_ui(&self, ui: &mut Ui, section: &Section, state: &mut PricesState) -> Option<ListEdit> {
        let Subject::Treatment(id) = &section.subject else { return None };
        let treatment = self.plan.catalog.treatment(id)?;
        let has_packages = !matches!(treatment.unit, PriceUnit::Device { .. });
        let currency = state.currency.unwrap_or(self.plan.draft.currency);
        add::add_ui(ui, (id, &section.name), currency, has_packages, state)
    }
}

/// A row of a value.
struct Row<'a> {
    context: &'a Context<'a>,
    section: &'a Section,
    value: &'a TableValue,
    number: usize,
}

impl Row<'_> {
    fn show(&self, cells: &mut Cells<'_, '_>, state: &mut PricesState, actions: &mut Vec<Action>) {
        let quantity = &self.value.standing.quantity;
        let before = actions.len();
        cells.col(|ui| {
            ui.add_space(16.0);
            if self.number == 0 {
                ui.add(Label::new(capital(&self.value.brief)).truncate()).on_hover_text(&self.value.what);
            }
        });
        for field in [Field::Low, Field::Typical, Field::High] {
            cells.col(|ui| {
                if field == Field::Typical || !quantity.is_single() {
                    actions.extend(self.amount_ui(ui, field));
                }
            });
        }
        cells.col(|ui| actions.extend(self.day_ui(ui)));
        cells.col(|ui| self.origin_ui(ui));
        cells.col(|ui| self.tools_ui(ui, actions));
        if actions.len() > before {
            touch(state, &self.section.subject, Some(quantity));
        }
    }

    /// How a field of the row is called.
    fn name(&self, field: &str) -> String {
        let more = if self.number == 0 { String::new() } else { format!(", value {}", self.number + 1) };
        format!("{}, {}{more}, {field}", self.section.name, self.value.what)
    }

    /// The entry as it is, or as it would be if the catalogue's value were the clinic's.
    fn entry(&self) -> EntryDraft {
        let row = &self.value.rows[self.number];
        let known = row.entry.and_then(|at| self.context.view.draft.entries.get(at)).cloned();
        known.unwrap_or_else(|| EntryDraft {
            subject: self.value.standing.subject.clone(),
            quantity: self.value.standing.quantity.clone(),
            amounts: row.amounts.clone(),
            from: String::new(),
        })
    }

    fn wrong(&self, field: Field) -> Option<&str> {
        let mut problems = lines::problems(self.context.view, &self.value.rows[self.number]);
        problems.find(|problem| problem.place == Place::Entry(self.at(), field)).map(|problem| problem.message.as_str())
    }

    fn at(&self) -> usize {
        self.value.rows[self.number].entry.unwrap_or(usize::MAX)
    }

    fn amount_ui(&self, ui: &mut Ui, field: Field) -> Option<Action> {
        let mut entry = self.entry();
        let typical = entry.amounts.typical.clone();
        let is_first = self.value.rows[self.number].entry.is_none();
        if self.value.standing.quantity == Quantity::TaxIncluded {
            return self.yes_or_no_ui(ui, entry, field);
        }
        let text = match field {
            Field::Low => &mut entry.amounts.low,
            Field::High => &mut entry.amounts.high,
            _ => &mut entry.amounts.typical,
        };
        let name = self.name(field.name());
        let hint = if field == Field::Typical { "" } else { typical.as_str() };
        if !self.text_box(ui, &name, field, hint, WIDTHS[0] - 8.0, text).changed() {
            return None;
        }
        if is_first && field == Field::Typical {
            // What a clinic charges is one price; the catalogue's low and high are of other clinics.
            (entry.amounts.low, entry.amounts.high) = Default::default();
        }
        Some(self.write(entry, field))
    }

    /// Whether prices include tax: chosen, not typed.
    fn yes_or_no_ui(&self, ui: &mut Ui, mut entry: EntryDraft, field: Field) -> Option<Action> {
        let name = self.name(field.name());
        let label = fields::Label::marked(&name, self.wrong(field));
        let shown = if entry.amounts.typical.is_empty() { "no".to_owned() } else { entry.amounts.typical.clone() };
        ui.set_max_width(WIDTHS[0] - 4.0);
        let offered = ["no", "yes"].map(str::to_owned);
        entry.amounts.typical = fields::choice_box(ui, label, &shown, offered, String::clone)?;
        Some(self.write(entry, field))
    }

    fn text_box(&self, ui: &mut Ui, name: &str, field: Field, hint: &str, width: f32, text: &mut String) -> Response {
        let standing = &self.value.standing;
        let about = TextBox {
            id: Id::unique(("price list", &standing.subject, &standing.quantity, self.number, field)),
            label: fields::Label::marked(name, self.wrong(field)),
            name,
            hint,
            width,
            most: limits::AMOUNT,
            is_amount: field != Field::EffectiveFrom,
        };
        self.context.box_ui(ui, &about, text)
    }

    fn write(&self, entry: EntryDraft, field: Field) -> Action {
        Action::Prices(ListEdit::Value(self.value.rows[self.number].entry, entry, field))
    }

    /// The first day, typed or chosen on a calendar. A day as people write it becomes one as files hold it.
    fn day_ui(&self, ui: &mut Ui) -> Option<Action> {
        let mut entry = self.entry();
        let name = self.name("in force from");
        let typed = self.text_box(ui, &name, Field::EffectiveFrom, "always", 82.0, &mut entry.from);
        let day = read_date(&entry.from).ok();
        let shown = day.unwrap_or(self.context.plan.draft.start);
        let chosen: Option<Date> = fields::calendar(ui, &name, shown);
        let is_other_form = typed.lost_focus() && day.is_some() && parse_date(&entry.from).is_err();
        if let Some(day) = chosen.or(day.filter(|_| is_other_form)) {
            entry.from = day.to_string();
        } else if !typed.changed() {
            return None;
        }
        Some(self.write(entry, Field::EffectiveFrom))
    }

    /// Who says so, and the sources' own words on hovering.
    fn origin_ui(&self, ui: &mut Ui) {
        let standing = &self.value.standing;
        let label = ui.add(Label::new(RichText::new(self.origin()).color(Palette::of(ui).text_weak)).truncate());
        let refs = standing.now.iter().chain(&standing.catalogue).flat_map(|known| &known.refs);
        let cited: Vec<_> = refs.map(|id| wording::citation(self.context.plan.catalog, id)).collect();
        if !cited.is_empty() {
            label.on_hover_ui(|ui| {
                ui.set_max_width(360.0);
                for text in cited.iter().take(4) {
                    ui.label(strong(&text.who));
                    ui.label(&text.what);
                }
            });
        }
    }

    fn origin(&self) -> String {
        let (row, standing) = (&self.value.rows[self.number], &self.value.standing);
        let now = standing.now.as_ref();
        if row.entry.is_none() {
            let said = now.map_or("no value yet".to_owned(), wording::listed_origin);
            return if self.number == 0 { said } else { format!("until then: {said}") };
        }
        if lines::problems(self.context.view, row).next().is_some() {
            let holds = now.map(|known| wording::listed_value(known.value, &standing.quantity));
            return holds.map_or("not in force".to_owned(), |holds| format!("not in force; {holds} holds"));
        }
        match row.timing {
            Timing::Now | Timing::Unknown => "clinic's own".to_owned(),
            Timing::Later => "clinic's own, not yet in force".to_owned(),
            Timing::Past => "clinic's own, no longer in force".to_owned(),
        }
    }

    fn tools_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing.x = 2.0;
        let (row, standing) = (&self.value.rows[self.number], &self.value.standing);
        let value = format!("{}, {}", self.section.name, self.value.what);
        let own = self.value.rows.iter().filter(|row| row.entry.is_some()).count();
        if row.timing == Timing::Now && icon_button(ui, icons::ADD, &format!("A later value: {value}"), true) {
            let from = self.next_year().map(|day| day.to_string()).unwrap_or_default();
            actions.push(Action::Prices(ListEdit::Later(EntryDraft { from, ..self.entry() })));
        }
        if self.number == 0 && own > 0 {
            let back = wording::listed_reset(standing).map(|back| format!(": {back}")).unwrap_or_default();
            let name = format!("Reset {value}");
            let button = egui::Button::new(RichText::new(icons::UNDO).size(15.0)).frame_when_inactive(false);
            let button = ui.add(button).accessible_name(&name).on_hover_text(format!("{name}{back}"));
            if button.clicked() {
                let (subject, quantity) = (standing.subject.clone(), standing.quantity.clone());
                actions.push(Action::Prices(ListEdit::Reset(subject, quantity)));
            }
        }
        if let Some(at) = row.entry.filter(|_| own > 1)
            && icon_button(ui, icons::REMOVE, &format!("Remove value {}: {value}", self.number + 1), true)
        {
            actions.push(Action::Prices(ListEdit::Drop(at)));
        }
    }

    /// The first day of the first year to come from which the value has no entry yet.
    fn next_year(&self) -> Option<Date> {
        let taken = |day: &Date| {
            let rows = self.value.rows.iter().filter_map(|row| self.context.view.draft.entries.get(row.entry?));
            rows.filter_map(|entry| parse_date(&entry.from).ok()).any(|from| from == *day)
        };
        let this = self.context.plan.draft.start.year();
        (1..50).filter_map(|years| Date::new(this.checked_add(years)?, 1, 1).ok()).find(|day| !taken(day))
    }
}

/// Keeps what was changed in view.
fn touch(state: &mut PricesState, subject: &Subject, quantity: Option<&Quantity>) {
    let touched = (subject.clone(), quantity.cloned());
    if !state.touched.contains(&touched) {
        state.touched.push(touched);
    }
}

/// The text with a capital at its beginning.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}
