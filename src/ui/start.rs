//! The start page: concern, severity and age, and there are options and charts; beside it the worked example and the plans
//! opened last.

use super::kit::{self, Group, Numbers, Pane, Row};
use super::state::{Action, StartForm, View, ViewState};
use super::theme::{Palette, tokens};
use super::{Command, language};
use crate::catalog::Severity;
use crate::document::{Profile, limits};
use crate::locale::{tr, trn};
use crate::wording;
use egui::{Button, CentralPanel, Frame, Layout, Margin, RichText, ScrollArea, Stroke, Ui, vec2};

/// Below this width in points everything stands in one column.
const TWO_COLUMNS: f32 = 760.0;
/// The widest that both columns are, and the width of the right one, in points.
const WIDEST: f32 = 980.0;
const RIGHT: f32 = 300.0;

/// The page, in all the room below the bar.
pub(super) fn start_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    let Some(mut form) = state.start else { return };
    let enter = kit::focus::Enter::before(ui.ctx());
    let frame = Frame::new().fill(Palette::of(ui).ground).inner_margin(Margin::symmetric(16, 16));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let width = ui.available_width().min(WIDEST);
        let beside = (ui.available_width() - width) / 2.0;
        if width >= TWO_COLUMNS {
            ui.horizontal_top(|ui| {
                ui.add_space(beside);
                let left = width - RIGHT - tokens::GROUP_GAP;
                column(ui, left, |ui| kit::pane(ui, Pane::Start, |ui| client_ui(ui, view, &mut form, actions)));
                ui.add_space(tokens::GROUP_GAP);
                column(ui, RIGHT, |ui| kit::pane(ui, Pane::Recent, |ui| others_ui(ui, view, &mut form, actions)));
            });
        } else {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                kit::pane(ui, Pane::Start, |ui| client_ui(ui, view, &mut form, actions));
                ui.add_space(tokens::GROUP_GAP);
                kit::pane(ui, Pane::Recent, |ui| others_ui(ui, view, &mut form, actions));
            });
        }
    });
    state.start = Some(form);
    let is_asked = view.dialog.is_some();
    if !is_asked && enter.is_free(ui.ctx()) {
        begin(view, form, actions);
    } else if !is_asked && !view.is_new && kit::focus::is_escaped(ui.ctx()) {
        state.start = None;
    }
}

/// A column of this width.
fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    let size = vec2(width, ui.available_height());
    ui.allocate_ui_with_layout(size, Layout::top_down(egui::Align::Min), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

fn card(ui: &Ui) -> Frame {
    let palette = Palette::of(ui);
    Frame::new()
        .fill(palette.card)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(tokens::RADIUS)
        .inner_margin(16.0)
}

/// Concern, severity and age of a client.
fn client_ui(ui: &mut Ui, view: &View<'_>, form: &mut StartForm, actions: &mut Vec<Action>) {
    let weak = Palette::of(ui).text_weak;
    card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::title(ui, tr!("New plan"));
        ui.label(
            RichText::new(tr!(
                "Options to start from, on the catalogue's own figures; everything can be changed. Nothing here \
                 promises a result."
            ))
            .color(weak),
        );
        let concerns = view.catalog.concerns.iter();
        let row = |concern| -> Row<'_> {
            let concern: &crate::catalog::Concern = concern;
            let about = wording::text(&concern.summary).to_owned();
            Row { name: wording::text(&concern.name), about, is_enabled: true }
        };
        let group = Group { name: tr!("Concern"), rows: concerns.map(row).collect() };
        let height = (ui.available_height() - 120.0).max(180.0);
        let is_outside = ui.memory(|memory| memory.focused().is_none()) && view.dialog.is_none();
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            let ctx = ui.ctx().clone();
            let chosen =
                kit::focus::within(&ctx, is_outside, || kit::list(ui, tr!("Concern"), &[group], Some(form.concern)));
            form.concern = chosen.unwrap_or(form.concern);
        });
        ui.add_space(tokens::GAP);
        kit::row(ui, kit::Field::new("start severity", tr!("Severity")), |ui| {
            for severity in Severity::ALL {
                kit::radio(ui, &mut form.severity, severity, wording::severity(severity));
            }
        });
        let age = kit::Field::new("start age", tr!("Age"));
        let numbers = Numbers::whole(limits::AGE, trn!(form.age, " year", " years"));
        form.age = kit::number(ui, age, form.age, &numbers).unwrap_or(form.age);
        ui.add_space(tokens::GAP);
        if kit::primary(ui, tr!("Show options"), true).clicked() {
            begin(view, *form, actions);
        }
    });
}

fn begin(view: &View<'_>, form: StartForm, actions: &mut Vec<Action>) {
    if let Some(concern) = view.catalog.concerns.get(form.concern) {
        let client = Profile { severity: form.severity, age: form.age, ..Profile::default() };
        actions.push(Action::Begin(concern.id.clone(), Some(Box::new(client))));
    }
}

/// Asked once: where the clinic is, and what it takes for its treatments.
fn clinic_ui(ui: &mut Ui, view: &View<'_>, form: &mut StartForm, actions: &mut Vec<Action>) {
    card(ui).show(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::heading(ui, tr!("Your clinic"));
        kit::note(ui, tr!("Amounts, dates, tax and paper follow the country."));
        let mut chosen = None;
        language::country_asked_ui(ui, view, &mut |locale| chosen = Some(locale));
        language::currency_asked_ui(ui, view.locale, &mut |locale| chosen = Some(locale));
        actions.extend(chosen.map(Action::Locale));
        ui.add_space(tokens::GAP);
        ui.horizontal_wrapped(|ui| {
            if ui.button(tr!("Enter your prices")).on_hover_text(Command::PriceList.tooltip()).clicked() {
                actions.push(Action::Command(Command::PriceList));
            }
            if ui.button(tr!("Done")).clicked() {
                form.is_first = false;
                actions.push(Action::Locale(view.locale.clone()));
            }
        });
    });
}

/// The worked example, and the plans opened last.
fn others_ui(ui: &mut Ui, view: &View<'_>, form: &mut StartForm, actions: &mut Vec<Action>) {
    if form.is_first {
        clinic_ui(ui, view, form, actions);
        ui.add_space(tokens::GROUP_GAP);
    }
    let weak = Palette::of(ui).text_weak;
    if let Some(concern) = view.catalog.concerns.first() {
        let about = tr!("{concern}: every part of a plan, filled in", concern = wording::text(&concern.name));
        if tile(ui, tr!("Worked example"), &about) {
            actions.push(Action::Begin(concern.id.clone(), None));
        }
    }
    ui.add_space(tokens::GAP);
    kit::heading(ui, tr!("Recent plans"));
    if view.recent.is_empty() {
        ui.label(RichText::new(tr!("Plans that were opened or saved are listed here.")).color(weak));
    }
    ScrollArea::vertical().max_height((ui.available_height() - 80.0).max(120.0)).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 12.0);
        for path in view.recent {
            let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
            let day = view.recent_days.and_then(|days| days.get(path));
            let about = day.map_or_else(|| path.display().to_string(), |day| wording::date(*day));
            if tile(ui, &name, &about) {
                actions.push(Action::OpenRecent(path.clone()));
            }
        }
    });
    ui.add_space(tokens::GAP);
    ui.horizontal(|ui| {
        if ui.button(Command::Open.text()).clicked() {
            actions.push(Action::Command(Command::Open));
        }
        if ui.button(Command::Due.text()).on_hover_text(Command::Due.tooltip()).clicked() {
            actions.push(Action::Command(Command::Due));
        }
    });
}

/// A large button: a name, and below it a sentence.
fn tile(ui: &mut Ui, name: &str, about: &str) -> bool {
    let palette = Palette::of(ui);
    let about = RichText::new(about).size(tokens::SIZES[0]).color(palette.text_weak);
    let size = vec2(ui.available_width(), 0.0);
    let mut clicked = false;
    ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(10.0, 8.0);
        let text = {
            let mut job = egui::text::LayoutJob::default();
            let style = ui.style().clone();
            RichText::new(format!("{name}\n")).append_to(
                &mut job,
                &style,
                egui::FontSelection::Default,
                egui::Align::Min,
            );
            about.append_to(&mut job, &style, egui::FontSelection::Default, egui::Align::Min);
            job
        };
        clicked = ui.add(Button::new(text).min_size(size).wrap()).accessible_name(name).clicked();
    });
    clicked
}
