//! A row of a value: its amounts, from when they hold, who says so, and what can be done with it.

use super::PricesState;
use super::context::{AMOUNT, Context, INDENT, touch};
use super::lines;
use crate::locale::{self, tr};
use crate::overlay::{Quantity, Subject, ValueShape};
use crate::price_list::{EntryDraft, Field, ListEdit, NO, Place, Section, TableValue, Timing, YES, limits};
use crate::ui::Action;
use crate::ui::kit::{self, icon_button};
use crate::ui::theme::{Palette, icons, strong};
use crate::units::{Date, parse_date};
use crate::wording;
use egui::{Label, RichText, Sides, Ui};
use egui_extras::TableRow as Cells;

/// The width of a code in points.
const CODE: f32 = 72.0;
/// How far it stands from the amounts, in points.
const GAP: f32 = 4.0;

/// A row of a value.
pub(super) struct Row<'a> {
    pub(super) context: &'a Context<'a>,
    pub(super) section: &'a Section,
    pub(super) value: &'a TableValue,
    pub(super) number: usize,
}

impl Row<'_> {
    pub(super) fn show(&self, cells: &mut Cells<'_, '_>, state: &mut PricesState, actions: &mut Vec<Action>) {
        let quantity = &self.value.listed.quantity;
        let before = actions.len();
        cells.col(|ui| self.context.name_ui(ui, |ui| actions.extend(self.name_ui(ui))));
        for field in [Field::Low, Field::Typical, Field::High] {
            cells.col(|ui| {
                if field == Field::Typical || !quantity.kind().shape.is_single() {
                    let is_it = |(subject, added): &mut (Subject, Quantity)| {
                        field == Field::Typical && *subject == self.section.subject && added == quantity
                    };
                    let is_next = state.added.take_if(is_it).is_some();
                    actions.extend(self.amount_ui(ui, field, is_next));
                }
            });
        }
        cells.col(|ui| actions.extend(self.day_ui(ui)));
        if !self.context.is_narrow {
            cells.col(|ui| self.origin_ui(ui));
        }
        cells.col(|ui| self.tools_ui(ui, actions));
        if actions.len() > before {
            touch(state, &self.section.subject, Some(quantity));
        }
    }

    /// What the value is, with a code of its own where it can have one; behind it who says so, where that has no column of its
    /// own.
    fn name_ui(&self, ui: &mut Ui) -> Option<Action> {
        ui.add_space(INDENT);
        let name_ui = |ui: &mut Ui| {
            if self.number == 0 {
                let brief = wording::quantity_brief(&self.value.listed.quantity, self.context.plan.catalog);
                ui.add(Label::new(wording::capitalized(&brief)).truncate()).on_hover_text(self.what());
            }
        };
        if self.context.is_narrow {
            name_ui(ui);
            let code = self.code_ui(ui);
            self.origin_ui(ui);
            return code;
        }
        // Beside the amounts, where the code of the treatment stands above.
        let ((), code) = Sides::new().shrink_left().height(ui.available_height()).show(ui, name_ui, |ui| {
            ui.add_space(GAP);
            self.code_ui(ui)
        });
        code
    }

    /// The clinic's code of the value, where the clinic has one of these.
    fn code_ui(&self, ui: &mut Ui) -> Option<Action> {
        self.value.rows[self.number].entry.filter(|_| self.value.listed.quantity.what.has_code())?;
        let mut entry = self.entry();
        let name = self.name(wording::list_field(Field::Code));
        let field = self.field(Field::Code, &name);
        let edit = field.line(&mut entry.code).desired_width(CODE).char_limit(limits::TEXT).hint_text(tr!("code"));
        let response = field.add(ui, |ui| ui.add(edit));
        Context::follow(ui, &response);
        response.changed().then(|| self.write(entry, Field::Code))
    }

    /// Which value it is.
    fn what(&self) -> String {
        wording::quantity(&self.value.listed.quantity, self.context.plan.catalog)
    }

    /// How a field of the row is called.
    fn name(&self, field: &str) -> String {
        let (name, what) = (self.context.called(self.section), self.what());
        match self.number + 1 {
            1 => format!("{name}, {what}, {field}"),
            number => tr!("{name}, {what}, value {number}, {field}", name, what, number, field),
        }
    }

    /// The entry as it is, or as it would be if the catalogue's value were the clinic's.
    fn entry(&self) -> EntryDraft {
        let row = &self.value.rows[self.number];
        let known = row.entry.and_then(|at| self.context.view.draft.entries.get(at)).cloned();
        known.unwrap_or_else(|| EntryDraft {
            subject: self.value.listed.subject.clone(),
            quantity: self.value.listed.quantity.clone(),
            amounts: row.amounts.clone(),
            from: String::new(),
            code: String::new(),
        })
    }

    fn wrong(&self, field: Field) -> Option<&str> {
        let mut problems = lines::problems(self.context.view, &self.value.rows[self.number]);
        problems.find(|problem| problem.place == Place::Entry(self.at(), field)).map(|problem| problem.message.as_str())
    }

    fn at(&self) -> usize {
        self.value.rows[self.number].entry.unwrap_or(usize::MAX)
    }

    /// An amount; it has the focus where it is what is typed next.
    fn amount_ui(&self, ui: &mut Ui, field: Field, is_next: bool) -> Option<Action> {
        let mut entry = self.entry();
        let typical = entry.amounts.typical.clone();
        let is_first = self.value.rows[self.number].entry.is_none();
        if self.value.listed.quantity.kind().shape == ValueShape::YesNo {
            return self.yes_or_no_ui(ui, entry, field);
        }
        let text = match field {
            Field::Low => &mut entry.amounts.low,
            Field::High => &mut entry.amounts.high,
            _ => &mut entry.amounts.typical,
        };
        let name = self.name(wording::list_field(field));
        let hint = if field == Field::Typical { "" } else { &locale::current().pack.to_typed(&typical) };
        let look = (hint, AMOUNT - 8.0);
        let (response, typed) = kit::notation_box(ui, self.field(field, &name), text, &kit::AMOUNT, look);
        Context::follow(ui, &response);
        if is_next {
            response.request_focus();
        }
        *text = typed?;
        if is_first && field == Field::Typical {
            // What a clinic charges is one price; the catalogue's low and high are of other clinics.
            (entry.amounts.low, entry.amounts.high) = Default::default();
        }
        Some(self.write(entry, field))
    }

    /// Yes or no: chosen, not typed.
    fn yes_or_no_ui(&self, ui: &mut Ui, mut entry: EntryDraft, field: Field) -> Option<Action> {
        let name = self.name(wording::list_field(field));
        let shown = if entry.amounts.typical.is_empty() { NO.to_owned() } else { entry.amounts.typical.clone() };
        ui.set_max_width(AMOUNT - 4.0);
        let offered = [NO, YES].map(str::to_owned);
        let said = |word: &String| match word.as_str() {
            NO => wording::yes_or_no(false).to_owned(),
            YES => wording::yes_or_no(true).to_owned(),
            other => other.to_owned(),
        };
        entry.amounts.typical = kit::choice_box(ui, self.field(field, &name), &shown, offered, said)?;
        Some(self.write(entry, field))
    }

    /// A field of the row.
    fn field<'a>(&'a self, field: Field, name: &'a str) -> kit::Field<'a> {
        let listed = &self.value.listed;
        let stands_for = ("price list", &listed.subject, &listed.quantity, self.number, field);
        kit::Field::new(stands_for, name).wrong(self.wrong(field))
    }

    fn write(&self, entry: EntryDraft, field: Field) -> Action {
        Action::Prices(ListEdit::Value(self.value.rows[self.number].entry, entry, field))
    }

    /// The first day, typed or chosen on a calendar.
    fn day_ui(&self, ui: &mut Ui) -> Option<Action> {
        let mut entry = self.entry();
        let name = self.name(tr!("in force from"));
        let field = self.field(Field::EffectiveFrom, &name);
        let look = (tr!("always"), 102.0);
        let (response, typed) = kit::notation_box(ui, field, &entry.from, &kit::DAY, look);
        Context::follow(ui, &response);
        let shown = parse_date(&entry.from).unwrap_or(self.context.plan.draft.start);
        let chosen = kit::calendar(ui, field, shown, &kit::ANY_DAY).map(|day| day.to_string());
        entry.from = typed.or(chosen)?;
        Some(self.write(entry, Field::EffectiveFrom))
    }

    /// Who says so, and the sources' own words on hovering.
    fn origin_ui(&self, ui: &mut Ui) {
        let listed = &self.value.listed;
        let label = ui.add(Label::new(RichText::new(self.origin()).color(Palette::of(ui).text_weak)).truncate());
        let refs = listed.now.iter().chain(&listed.catalogue).flat_map(|known| &known.refs);
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
        let (row, listed) = (&self.value.rows[self.number], &self.value.listed);
        let now = listed.now.as_ref();
        if row.entry.is_none() {
            let said = |known| wording::listed_says(known, self.context.plan.catalog);
            let said = now.map_or_else(|| tr!("no value yet").to_owned(), said);
            return if self.number == 0 { said } else { tr!("until then: {said}", said) };
        }
        if lines::problems(self.context.view, row).next().is_some() {
            let holds = now.map(|known| wording::listed_value(known.value, &listed.quantity));
            return match holds {
                Some(holds) => tr!("not in force; {value} holds", value = holds),
                None => tr!("not in force").to_owned(),
            };
        }
        match row.timing {
            Timing::Now | Timing::Unknown => tr!("clinic's own"),
            Timing::Later => tr!("clinic's own, not yet in force"),
            Timing::Past => tr!("clinic's own, no longer in force"),
        }
        .to_owned()
    }

    fn tools_ui(&self, ui: &mut Ui, actions: &mut Vec<Action>) {
        ui.spacing_mut().item_spacing.x = 2.0;
        let (row, listed) = (&self.value.rows[self.number], &self.value.listed);
        let value = format!("{}, {}", self.context.called(self.section), self.what());
        let own = self.value.rows.iter().filter(|row| row.entry.is_some()).count();
        if row.timing == Timing::Now && icon_button(ui, icons::ADD, &tr!("A later value: {value}", value), true) {
            let from = self.next_year().map(|day| day.to_string()).unwrap_or_default();
            actions.push(Action::Prices(ListEdit::Later(EntryDraft { from, ..self.entry() })));
        }
        if self.number == 0 && own > 0 {
            let back = wording::listed_reset(listed).map(|back| format!(": {back}")).unwrap_or_default();
            let name = tr!("Reset {value}", value);
            let button = egui::Button::new(RichText::new(icons::UNDO).size(15.0)).frame_when_inactive(false);
            let button = ui.add(button).accessible_name(&name).on_hover_text(format!("{name}{back}"));
            if button.clicked() {
                let (subject, quantity) = (listed.subject.clone(), listed.quantity.clone());
                actions.push(Action::Prices(ListEdit::Reset(subject, quantity)));
            }
        }
        if let Some(at) = row.entry.filter(|_| own > 1)
            && icon_button(
                ui,
                icons::REMOVE,
                &tr!("Remove value {number}: {value}", number = self.number + 1, value),
                true,
            )
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
