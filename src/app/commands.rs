//! What each command does.

use super::{App, Then};
use crate::catalog::Treatment;
use crate::document::{Edit, LineDraft, OptionDraft, OptionEdit, OptionId, PlanEdit};
use crate::locale::{english, tr};
use crate::price_list::{ListEdit, TemplateDraft};
use crate::report::export::Export;
use crate::storage::Theme;
use crate::ui::{self, Command, Dialog, Purpose, Stretch};
use crate::wording;
use eframe::egui;

impl App {
    pub(super) fn command(&mut self, ctx: &egui::Context, command: Command) {
        if !self.can(command) {
            return;
        }
        match command {
            Command::New => self.replace_document(ctx, Then::NewPlan),
            Command::Open => self.replace_document(ctx, Then::ChooseFile),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.ask_path(ctx, Purpose::SavePlan),
            Command::Sheet => self.show_sheet(ctx),
            Command::Export => self.dialog = Some(Dialog::Export(0)),
            Command::CopyComparison => self.copy_table(ctx, Export::ComparisonTsv),
            Command::CopyLedger => self.copy_table(ctx, Export::LedgerTsv),
            Command::CopyChartData => self.copy_table(ctx, Export::ChartTsv),
            Command::Issue
            | Command::RecordAnswer
            | Command::Revise
            | Command::AbandonRevision
            | Command::PricesSince
            | Command::Record => self.record_command(ctx, command),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
            Command::Undo if self.state.prices.is_open => self.prices.undo(),
            Command::Redo if self.state.prices.is_open => self.prices.redo(),
            Command::Undo if self.state.progress.is_open => self.turn_noted(ctx, false),
            Command::Redo if self.state.progress.is_open => self.turn_noted(ctx, true),
            Command::Undo => {
                if !self.turn_acknowledged(ctx, false) {
                    self.document.undo(&self.catalog);
                }
            }
            Command::Redo => {
                if !self.turn_acknowledged(ctx, true) {
                    self.document.redo(&self.catalog);
                }
            }
            Command::Due => self.toggle_due(),
            Command::Forget => self.ask_to_forget(ctx),
            Command::Protect => self.ask_to_protect(),
            Command::FindPlan => {
                let is_shown = self.state.find.is_open && !self.state.prices.is_open;
                self.close_pages();
                self.state.find.is_open = !is_shown;
            }
            Command::Progress => {
                let is_shown = self.state.progress.is_open && !self.state.prices.is_open;
                self.close_pages();
                self.state.progress.is_open = !is_shown;
            }
            Command::ReadCalendar => self.ask_path(ctx, Purpose::Calendar),
            Command::PriceList => self.toggle_prices(),
            Command::ImportPrices => self.choose_price_table(ctx),
            Command::ExportPrices => self.choose_where_to_export_prices(ctx),
            Command::AddOption => self.add_option(),
            Command::DuplicateOption => self.duplicate_selected(),
            Command::KeepTemplate => self.keep_template(),
            Command::HideOption => self.hide_selected(),
            Command::MoveOptionUp => self.move_selected(|(above, _)| above),
            Command::MoveOptionDown => self.move_selected(|(_, below)| below),
            Command::RemoveOption => self.edit_selected(OptionEdit::Remove),
            Command::CopyOption => self.copy_option(ctx),
            Command::PasteOption => self.ask_clipboard(ctx),
            Command::Option1
            | Command::Option2
            | Command::Option3
            | Command::Option4
            | Command::Option5
            | Command::Option6 => self.select_option(command),
            Command::NextPane => ui::go_round(ctx, true),
            Command::PaneBefore => ui::go_round(ctx, false),
            Command::ChartTables => self.state.chart_tables = !self.state.chart_tables,
            Command::Enlarge => self.state.enlarged = !self.state.enlarged,
            Command::StopHere => self.toggle_stop(),
            Command::LookCloser => self.look(|stretch| stretch.scaled(0.5)),
            Command::LookFurther => self.look(|stretch| stretch.scaled(2.0)),
            Command::LookEarlier => self.look(|stretch| stretch.moved(-0.25)),
            Command::LookLater => self.look(|stretch| stretch.moved(0.25)),
            Command::LookAtAll => self.state.stretch = None,
            Command::ThemeSystem => self.choose_theme(ctx, Theme::System),
            Command::ThemeLight => self.choose_theme(ctx, Theme::Light),
            Command::ThemeDark => self.choose_theme(ctx, Theme::Dark),
            Command::ZoomIn => self.zoom(ctx, self.settings.zoom + 0.1),
            Command::ZoomOut => self.zoom(ctx, self.settings.zoom - 0.1),
            Command::ZoomReset => self.zoom(ctx, 1.0),
            Command::ClientView => self.show_client_view(ctx, !self.state.client_view),
            Command::Language => self.dialog = Some(Dialog::Language),
            Command::Palette => self.dialog = Some(Dialog::Palette(String::new(), 0)),
            Command::Tour => self.dialog = Some(Dialog::Tour),
            Command::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Command::Evidence => self.dialog = Some(Dialog::Evidence),
            Command::Licences => self.dialog = Some(Dialog::Licences),
            Command::About => self.dialog = Some(Dialog::About),
        }
    }

    /// Whatever stands in place of the plan gives it room.
    pub(super) fn close_pages(&mut self) {
        let state = &mut self.state;
        (state.prices.is_open, state.find.is_open) = (false, false);
        (state.progress.is_open, state.due.is_open) = (false, false);
    }

    /// Brings the usual options that are offered up to date.
    pub(super) fn look_up_templates(&mut self) {
        let history = self.document.history();
        let (draft, version) = (history.draft(), (self.serial, history.revision()));
        self.templates.look_up(version, (draft, self.state.seen_in(draft)), &self.catalog);
    }

    /// Adds the first usual option of the concern that is not there yet; if all are, the first treatment that suits it.
    fn add_option(&mut self) {
        self.look_up_templates();
        let draft = self.document.history().draft();
        let seen = self.state.seen_in(draft);
        let (Some(mark), Some(concern)) = (draft.free_mark(), self.catalog.concern(seen)) else { return };
        let option = self.templates.offered().first().cloned().unwrap_or_else(|| {
            let suits = |one: &&Treatment| one.suits.iter().any(|suit| suit.concern == concern.id);
            let treatment = self.catalog.treatments.iter().find(suits);
            let line = treatment.map(|one| LineDraft::usual(&self.catalog, concern, &draft.profile_for(seen), one));
            let name = tr!("Option {letter}", letter = mark.letter());
            let lines = line.into_iter().collect();
            OptionDraft { id: OptionId::NEW, mark, name, hidden: false, lines, membership: None }.meant_for(seen, draft)
        });
        self.apply(Edit::Plan(PlanEdit::AddOption(option, english!("add option"))));
    }

    fn select_option(&mut self, command: Command) {
        let options = &self.document.history().draft().options;
        if let Some(option) = command.option().and_then(|at| options.get(at)) {
            self.state.selected = Some(option.id);
        }
    }

    fn hide_selected(&mut self) {
        let hidden = self.selected().is_some_and(|option| option.hidden);
        self.edit_selected(OptionEdit::Hide(!hidden));
    }

    fn move_selected(&mut self, to: impl FnOnce((Option<OptionId>, Option<OptionId>)) -> Option<OptionId>) {
        let beside = self.selected().map(|option| self.document.history().draft().beside(option.id));
        if let Some(other) = beside.and_then(to) {
            self.edit_selected(OptionEdit::MoveTo(other));
        }
    }

    /// The selected option; none if doing nothing is.
    pub(super) fn selected(&self) -> Option<&OptionDraft> {
        self.state.selected.and_then(|_| self.state.selected_in(self.document.history().draft()))
    }

    /// Changes the plan. An option that is added is the one selected from then on.
    pub(super) fn apply(&mut self, edit: Edit) {
        let adds = matches!(edit, Edit::Plan(PlanEdit::AddOption(..)));
        let before = self.document.history().draft().options.len();
        self.document.apply(edit, &self.catalog);
        let added = self.document.history().draft().options.get(before);
        if let Some(option) = added.filter(|_| adds) {
            self.state.selected = Some(option.id);
        }
    }

    /// Shows what there is if the selected option stops on the day of the cursor, or else at the end of its course; or no more.
    fn toggle_stop(&mut self) {
        let option = self.document.seen(&self.state).and_then(|evaluation| evaluation.option(self.state.selected));
        let course_end = option.and_then(|option| option.schedule.course_end());
        let day = self.state.pinned.or(self.state.cursor).or(course_end);
        self.state.stop = if self.state.stop.is_none() { day } else { None };
    }

    /// Changes the stretch of time the charts show.
    fn look(&mut self, change: impl FnOnce(Stretch) -> Stretch) {
        let Some(evaluation) = self.document.evaluation() else { return };
        let whole = Stretch::whole(evaluation.estimate.horizon_days);
        self.state.stretch = change(self.state.stretch.unwrap_or(whole)).within(whole);
    }

    fn edit_selected(&mut self, edit: OptionEdit) {
        if let Some(id) = self.selected().map(|option| option.id) {
            self.document.apply(Edit::Option(id, edit), &self.catalog);
        }
    }

    fn duplicate_selected(&mut self) {
        if let Some(name) = self.selected().map(|option| wording::copy_name(&option.name)) {
            self.edit_selected(OptionEdit::Duplicate(name));
        }
    }

    /// Keeps the selected option as a template for the concern that is looked at.
    fn keep_template(&mut self) {
        let seen = self.state.seen_in(self.document.history().draft()).clone();
        let Some(option) = self.selected() else { return };
        let (template, leaves_out) = (option.as_template(&seen), option.has_what_no_template_keeps());
        let mut template = TemplateDraft::from(&template);
        if let Some(first) = template.lines.first().filter(|_| template.name.is_empty()) {
            wording::treatment_name(&self.catalog, &first.treatment).clone_into(&mut template.name);
        }
        self.edit_prices(ListEdit::AddTemplate(template));
        let Some(name) = self.price_list().templates.last().map(|kept| kept.name.clone()) else { return };
        let kept = tr!(
            "{name} is kept as a template in the price list: what is given and when, at the prices of the list",
            name
        );
        let left_out = leaves_out
            .then(|| tr!("Add-ons and packages that only this plan has are left out, and packages of add-ons."));
        let said = [Some(kept.as_str()), left_out].into_iter().flatten().collect::<Vec<_>>().join(". ");
        self.tell(said, false);
    }

    fn choose_theme(&mut self, ctx: &egui::Context, theme: Theme) {
        self.settings.theme = theme;
        self.use_theme(ctx);
        self.write_settings();
    }

    pub(super) fn use_theme(&self, ctx: &egui::Context) {
        ctx.set_theme(match self.settings.theme {
            Theme::System => egui::ThemePreference::System,
            Theme::Light => egui::ThemePreference::Light,
            Theme::Dark => egui::ThemePreference::Dark,
        });
    }

    fn zoom(&mut self, ctx: &egui::Context, zoom: f32) {
        self.settings.zoom = ((zoom * 10.0).round() / 10.0).clamp(0.5, 3.0);
        self.use_zoom(ctx);
        self.write_settings();
    }

    /// Shows the client view from its first step, full screen, or leaves it.
    pub(super) fn show_client_view(&mut self, ctx: &egui::Context, is_shown: bool) {
        (self.state.client_view, self.state.client_step) = (is_shown, 0);
        ctx.send_viewport_cmd(egui::ViewportCommand::Fullscreen(is_shown));
        self.use_zoom(ctx);
    }

    /// The client view is read from further away.
    pub(super) fn use_zoom(&self, ctx: &egui::Context) {
        let closer = if self.state.client_view { ui::CLOSER } else { 1.0 };
        ctx.set_zoom_factor(self.settings.zoom * closer);
    }
}
