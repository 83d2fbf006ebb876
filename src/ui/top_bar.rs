//! Menus, the plan's name, undo and redo, and the way to the sheet.

use super::sides::sides;
use super::theme::{Palette, icons, strong, text_width};
use super::{Action, Command, Menu, View, ViewState, client, kit, words};
use crate::locale::tr;
use crate::price_list;
use crate::storage::Theme;
use crate::wording;
use egui::{Button, Label, MenuBar, RichText, Ui};

/// The bar at the top of the window.
pub(super) fn top_bar_ui(ui: &mut Ui, view: &View<'_>, state: &mut ViewState, actions: &mut Vec<Action>) {
    MenuBar::new().ui(ui, |ui| {
        let menu = ui.menu_button(RichText::new(icons::MENU).size(16.0), |ui| {
            for menu in Menu::ALL {
                ui.menu_button(menu.name(), |ui| menu_ui(ui, view, menu, actions));
            }
        });
        kit::focus::open_by_alt(&menu.response);
        menu.response.accessible_name(tr!("Menu")).on_hover_text(tr!("Menu"));
        let (mut of_plan, mut of_tools) = (Vec::new(), Vec::new());
        let is_plan = view.sheet.is_none() && !view.prices.is_open && !view.is_starting && !view.has_page();
        let left = |ui: &mut Ui| {
            if is_plan || view.has_page() && !view.due.is_open && view.sheet.is_none() {
                client::sentences_ui(ui, view, state, &mut of_plan);
            }
            if !view.is_starting {
                name_ui(ui, view);
            }
        };
        sides(ui, "bar", left, |ui| tools_ui(ui, view, is_plan, &mut of_tools));
        actions.extend(of_plan.into_iter().chain(of_tools));
    });
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, menu: Menu, actions: &mut Vec<Action>) {
    ui.set_min_width(230.0);
    for (at, group) in menu.groups().iter().enumerate() {
        if at > 0 {
            ui.separator();
        }
        for command in *group {
            command_ui(ui, view, *command, actions);
            if *command == Command::Open && !view.recent.is_empty() {
                ui.menu_button(tr!("Open recent"), |ui| recent_ui(ui, view, actions));
            }
        }
    }
}

fn recent_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    for path in view.recent {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
            actions.push(Action::OpenRecent(path.clone()));
        }
    }
}

/// A command as an entry of a menu.
pub(super) fn command_ui(ui: &mut Ui, view: &View<'_>, command: Command, actions: &mut Vec<Action>) {
    let text = label(view, command);
    let mut button = Button::new(&text);
    // One that can be on or off is said to be so.
    if let Some(is_on) = is_on(view, command) {
        button = button.selected(is_on);
    }
    if let Some(keys) = command.shortcuts().first() {
        button = button.shortcut_text(words::keys(ui, *keys));
    }
    let response = ui.add_enabled(is_enabled(view, command), button);
    // Without the keys, which a screen reader says by itself.
    if response.accessible_name(text).on_hover_text(command.tooltip()).clicked() {
        actions.push(Action::Command(command));
        ui.close();
    }
}

/// Undo and redo name what they would change, and what is hidden can be shown.
pub(super) fn label(view: &View<'_>, command: Command) -> String {
    let named = match command {
        Command::Undo => view.undo,
        Command::Redo => view.redo,
        Command::HideOption if view.selected.is_some_and(|option| option.hidden) => {
            return tr!("Show option").to_owned();
        }
        _ => None,
    };
    named.map_or(command.text().to_owned(), |what| format!("{}: {what}", command.text()))
}

/// Whether a command can be given now.
pub fn is_enabled(view: &View<'_>, command: Command) -> bool {
    if view.sheet.is_some() && needs_plan(command) {
        return false;
    }
    if view.client_view && !is_for_clients(command) {
        return false;
    }
    if view.is_starting && needs_open_plan(command) {
        return false;
    }
    let (issued, record) = (view.is_issued(), view.record);
    match command {
        // What cannot be seen is not changed behind the price list or the search.
        command if (view.prices.is_open || view.has_page()) && is_about_options(command) => false,
        command if command.option().is_some() => command.option() < Some(view.draft.options.len()),
        Command::Undo => view.undo.is_some(),
        Command::Redo => view.redo.is_some(),
        Command::AddOption | Command::PasteOption => view.has_room(),
        Command::DuplicateOption => view.selected.is_some() && view.has_room(),
        Command::CopyOption => view.selected.is_some(),
        Command::KeepTemplate => {
            let has_treatments = view.selected.is_some_and(|option| !option.lines.is_empty());
            has_treatments
                && view.prices.unreadable.is_none()
                && view.prices.draft.templates.len() < price_list::limits::TEMPLATES
        }
        Command::StopHere => view.selected.is_some() && view.evaluation.is_none_or(|seen| !seen.estimate.unpriced),
        Command::HideOption => view.selected.is_some() && !issued,
        Command::ReadCalendar => !issued && !view.prices.is_open && !view.has_page(),
        Command::Issue => view.problems.is_empty() && !issued && !view.prices.is_open && !view.has_page(),
        Command::Revise => issued,
        Command::Forget => view.has_file,
        Command::AbandonRevision => record.is_revising(),
        Command::RecordAnswer | Command::PricesSince => record.last().is_some(),
        Command::Record => view.has_log,
        Command::MoveOptionUp | Command::MoveOptionDown | Command::RemoveOption => {
            view.selected.is_some() && view.draft.options.len() > 1 && !issued
        }
        Command::Sheet | Command::Export | Command::CopyComparison | Command::CopyLedger | Command::CopyChartData => {
            view.problems.is_empty()
        }
        _ => true,
    }
}

/// Whether a command may be given in the client view: nothing is edited there, and nothing opened.
fn is_for_clients(command: Command) -> bool {
    use Command as C;
    let of_size = matches!(command, C::ZoomIn | C::ZoomOut | C::ZoomReset);
    let of_theme = matches!(command, C::ThemeSystem | C::ThemeLight | C::ThemeDark);
    of_size || of_theme || matches!(command, C::ClientView | C::NextPane | C::PaneBefore | C::Quit)
}

/// Whether a command needs a plan to be open: on the start page there is none yet.
fn needs_open_plan(command: Command) -> bool {
    use Command as C;
    let of_menu =
        Menu::File.commands().any(|one| one == command) && ![C::New, C::Open, C::Due, C::Quit].contains(&command);
    let copies = matches!(command, C::Undo | C::Redo | C::CopyComparison | C::CopyLedger | C::CopyChartData);
    of_menu
        || copies
        || is_about_options(command)
        || matches!(command, C::ClientView | C::FindPlan | C::Progress | C::ReadCalendar)
}

/// Whether a command is about what is not in sight while the sheet is shown.
fn needs_plan(command: Command) -> bool {
    is_about_options(command)
        || matches!(
            command,
            Command::Sheet
                | Command::ClientView
                | Command::PriceList
                | Command::FindPlan
                | Command::Progress
                | Command::Due
        )
}

/// Whether a command is about the options or the charts of the plan.
fn is_about_options(command: Command) -> bool {
    use Command as C;
    if command.option().is_some() {
        return true;
    }
    let of_options =
        [C::AddOption, C::DuplicateOption, C::KeepTemplate, C::HideOption, C::MoveOptionUp, C::MoveOptionDown];
    let of_charts = [
        C::ChartTables,
        C::Enlarge,
        C::StopHere,
        C::LookCloser,
        C::LookFurther,
        C::LookEarlier,
        C::LookLater,
        C::LookAtAll,
    ];
    let others = [C::RemoveOption, C::CopyOption, C::PasteOption, C::ReadCalendar];
    of_options.contains(&command) || of_charts.contains(&command) || others.contains(&command)
}

/// Whether a command that can be on is so; none of one that is done and over.
fn is_on(view: &View<'_>, command: Command) -> Option<bool> {
    let is_on = match command {
        Command::ClientView => view.client_view,
        Command::ChartTables => view.chart_tables,
        Command::Enlarge => view.enlarged,
        Command::StopHere => view.stop.is_some(),
        Command::PriceList => view.prices.is_open,
        Command::FindPlan => view.is_finding,
        Command::Progress => view.is_following,
        Command::Due => view.due.is_open,
        Command::ThemeSystem => view.theme == Theme::System,
        Command::ThemeLight => view.theme == Theme::Light,
        Command::ThemeDark => view.theme == Theme::Dark,
        _ => return None,
    };
    Some(is_on)
}

/// The plan's name, as much of it as there is room for, and whether it is saved.
fn name_ui(ui: &mut Ui, view: &View<'_>) {
    ui.add_space(8.0);
    let state = match (view.is_new, view.unsaved) {
        (true, _) => tr!(in "plan", "new"),
        (false, true) => tr!(in "plan", "not saved"),
        (false, false) => tr!(in "plan", "saved"),
    };
    let protected = view.is_protected.then_some(tr!(in "plan", "protected"));
    let state = [Some(state), protected].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let state = format!("· {state}");
    let others = if view.open_at.is_empty() { 0.0 } else { OTHERS };
    let room = ui.available_width() - text_width(ui, &state) - others - 2.0 * ui.spacing().item_spacing.x;
    let has_room = room >= SHORT_NAME;
    if !has_room && ui.available_width() < SHORT_NAME {
        // Not even a piece of it could be read; the window's title has it too.
        return;
    }
    ui.scope(|ui| {
        ui.set_max_width(if has_room { room } else { ui.available_width() });
        ui.add(Label::new(strong(&view.name)).truncate());
    });
    if has_room {
        ui.label(RichText::new(state).color(Palette::of(ui).text_weak));
        others_ui(ui, view);
    }
}

/// Who else has the plan open, as far as there is room; all of it on hovering.
fn others_ui(ui: &mut Ui, view: &View<'_>) {
    if view.open_at.is_empty() {
        return;
    }
    let desks: Vec<String> = view
        .open_at
        .iter()
        .map(|other| wording::open_at(&other.name.person, &other.name.desk, other.since.time()))
        .collect();
    let text = tr!("also open: {desks}", desks = desks.join("; "));
    let accent = Palette::of(ui).accent;
    kit::icon(ui, icons::INFO, accent);
    // On one line, so that the bar stays as high as it is.
    ui.add(Label::new(RichText::new(text.as_str()).color(accent)).truncate().show_tooltip_when_elided(false))
        .on_hover_text(&text);
}

/// The room that is kept for who else has the plan open, in points: the sign and some of the name.
const OTHERS: f32 = 110.0;

/// The least room for the plan's name in points.
const SHORT_NAME: f32 = 48.0;

fn tools_ui(ui: &mut Ui, view: &View<'_>, is_plan: bool, actions: &mut Vec<Action>) {
    for (command, icon) in [(Command::Undo, icons::UNDO), (Command::Redo, icons::REDO)] {
        let button = Button::new(RichText::new(icon).size(16.0));
        let response = ui.add_enabled(is_enabled(view, command), button).accessible_name(label(view, command));
        if response.on_hover_text(label(view, command)).clicked() {
            actions.push(Action::Command(command));
        }
    }
    let has_room = ui.ctx().content_rect().width() >= ROOM_FOR_TOOLS;
    for command in
        [Command::FindPlan, Command::Palette, Command::ClientView].into_iter().filter(|_| is_plan && has_room)
    {
        let button = Button::new(command.text()).frame_when_inactive(false);
        if ui.add_enabled(is_enabled(view, command), button).on_hover_text(command.tooltip()).clicked() {
            actions.push(Action::Command(command));
        }
    }
    if view.sheet.is_none() {
        sheet_button_ui(ui, view, actions);
    }
}

/// Below this width of the window in points the way to the sheet is an icon alone.
const NARROW: f32 = 600.0;
/// Below this width of the window in points other tools are left to the menu.
const ROOM_FOR_TOOLS: f32 = 1000.0;

/// The way to the sheet.
fn sheet_button_ui(ui: &mut Ui, view: &View<'_>, actions: &mut Vec<Action>) {
    let palette = Palette::of(ui);
    // The menu bar sets its buttons closer than suits one that stands out.
    let usual = std::mem::replace(&mut ui.spacing_mut().button_padding.x, 10.0);
    let name = tr!("Consultation sheet");
    let is_narrow = ui.ctx().content_rect().width() < NARROW;
    let text = if is_narrow { icons::SHEET.to_owned() } else { format!("{} {name}", icons::SHEET) };
    let button = Button::new(RichText::new(text).color(palette.on_accent)).fill(palette.accent);
    let sheet = ui.add_enabled(is_enabled(view, Command::Sheet), button).accessible_name(name);
    ui.spacing_mut().button_padding.x = usual;
    let why = tr!("Mend what is marked first; a sheet needs a valid plan");
    if sheet.on_hover_text(Command::Sheet.tooltip()).on_disabled_hover_text(why).clicked() {
        actions.push(Action::Command(Command::Sheet));
    }
}
