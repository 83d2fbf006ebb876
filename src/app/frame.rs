//! One frame of the window: what came in is taken, everything is shown, and what the person wants is done.

use super::latest::Latest;
use super::watch::News;
use super::{App, Then};
use crate::document::Edit;
use crate::locale::{self, tr};
use crate::storage;
use crate::ui::{self, Action, Dialog, View, ViewState};
use crate::wording;
use eframe::egui;
use std::cell::RefCell;

/// What a window's frame and the desktop's bar take of the height of a screen, in points of 100 %.
const FRAME: f32 = 64.0;

impl App {
    /// One frame: shows everything, then does what the person wants.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        let ctx = ui.ctx().clone();
        self.take_results(&ctx);
        self.take_pages(&ctx);
        if let Some(ranges) = self.ranges.answer(self.serial) {
            self.document.draw(ranges);
        }
        self.finder.listen();
        let mut actions = Vec::new();
        if self.dialog.is_none() {
            actions.extend(ui::command::pressed(&ctx).map(Action::Command));
        }
        let plan = self.document.history().draft().id;
        self.watch.look(&ctx, self.document.file().map(|file| (file, plan)), &self.settings.name);
        for news in self.watch.news() {
            match news {
                // What is being saved by this window is no news.
                News::Changed if self.document.path().is_some_and(|path| self.jobs.writes(path)) => {}
                // What was said of the version before does not hold for this one.
                News::Changed => (self.changed_elsewhere, self.keeps_mine) = (true, false),
                News::OpenAt(others) => self.open_at = others,
                News::Copies(copies) => self.copies = copies,
            }
        }
        Self::tidy_pasted(&ctx);
        self.handle_clipboard(&ctx);
        self.handle_close(&ctx);
        self.handle_drop(&ctx);
        self.fit_screen(&ctx);
        self.remember_size(&ctx);
        self.act(&ctx, actions);
        self.look_for_plans(&ctx);
        let actions = self.show(ui);
        self.seal_steps(&ctx);
        if !actions.is_empty() {
            // What follows from an action is drawn in this very frame: the views run once more before anything is shown.
            ctx.request_discard("what was asked for shows at once");
            ctx.request_repaint();
        }
        self.act(&ctx, actions);
        let (state, estimate) = self.document.to_draw();
        self.ranges.ask((self.serial, state), estimate, &ctx);
        self.look_for_plans(&ctx);
        self.keep_pages(&ctx);
        self.retitle(&ctx);
        if let Some(failure) = self.keeper.failure() {
            self.tell_until_saved(tr!("Unsaved work cannot be kept for a crash: {failure}", failure));
        }
        if let Some(wait) = self.keeper.look(&self.document) {
            ctx.request_repaint_after(wait);
        }
        self.keep_prices(&ctx);
        self.look_at_shared(&ctx);
        self.look_at_protection();
        self.look_at_recent(&ctx);
        self.look_for_due(&ctx);
        if let Some(failure) = self.settings_writer.as_mut().and_then(Latest::newest_answer) {
            self.tell(failure, true);
        }
        if let (_, Some(wait)) = self.jobs.lines() {
            ctx.request_repaint_after(wait);
        }
    }

    fn show(&mut self, ui: &mut egui::Ui) -> Vec<Action> {
        self.prepare_prices();
        self.look_up_templates();
        let (catalog, today) = (&self.catalog, (self.surroundings.today)());
        self.followed.bring_up_to_date(self.serial, &self.document, (catalog, today), &self.state);
        self.stop.bring_up_to_date((self.serial, self.document.history().revision()), &self.document, &self.state);
        // The views' own state is taken out for the time, so that all the rest can be lent to them.
        let mut state = std::mem::take(&mut self.state);
        let view = self.view(&state);
        let mut actions = ui::show(ui, &view, &mut state);
        let unread = view.unread.into_inner().into_iter();
        actions.extend(unread.map(|(place, text)| Action::Edit(Edit::Unread(place, text))));
        self.state = state;
        actions
    }

    /// Whether a command can be given now.
    pub(super) fn can(&self, command: ui::Command) -> bool {
        ui::is_enabled(&self.view(&self.state), command)
    }

    /// Everything there is to show.
    fn view(&self, state: &ViewState) -> View<'_> {
        let history = self.document.history();
        let is_listing = state.prices.is_open;
        let (undo, redo) = self.steps(state);
        View {
            catalog: &self.catalog,
            draft: history.draft(),
            seen: self.document.concern_seen(state),
            record: self.document.record(),
            has_log: self.document.happened() > 0,
            problems: wording::problems(self.document.problems(), history.draft(), &self.catalog),
            unpriced: wording::unpriced(self.document.problems()),
            evaluation: self.document.seen(state),
            whole: self.document.evaluation(),
            today: (self.surroundings.today)(),
            since: self.since.as_ref(),
            undo,
            redo,
            prices: self.prices.view(is_listing),
            // What was paid by then is not known without prices.
            stop: self.stop.stop().filter(|_| self.document.evaluation().is_none_or(|seen| !seen.estimate.unpriced)),
            find: self.finder.view(state.find.question.as_ref()),
            is_finding: state.find.is_open && !state.prices.is_open,
            progress: self.followed.view(),
            is_following: state.is_following(),
            due: self.due.view(state.due.is_open && !is_listing),
            templates: self.templates.offered(),
            name: self.document.name(),
            is_new: self.document.path().is_none() && !self.document.is_unsaved(),
            unsaved: self.document.is_unsaved(),
            has_file: self.document.path().is_some(),
            is_protected: storage::is_protected(history.draft().id),
            changed_elsewhere: self.changed_elsewhere,
            open_at: &self.open_at,
            copy: self.copies.iter().find(|copy| !self.settings.seen_copies.contains(&copy.stamp)),
            desk: &self.settings.name,
            shared: self.settings.sharing.folder.as_deref(),
            is_shared_away: self.shared.is_away(),
            notices: &self.notices,
            jobs: self.jobs.lines().0,
            theme: self.settings.theme,
            sheet: self.sheet.view(self.document.record(), self.surroundings.dialogs.is_some(), self.jobs.has_sheet()),
            dialog: self.dialog.as_ref(),
            locale: &self.settings.locale,
            desktop: self.desktop.as_deref(),
            recent: &self.settings.recent,
            recent_days: self.recent_days.as_ref(),
            is_starting: state.start.is_some(),
            client_view: state.client_view,
            chart_tables: state.chart_tables,
            enlarged: state.enlarged,
            selected: history.draft().options.iter().find(|option| Some(option.id) == state.selected),
            unread: RefCell::default(),
        }
    }

    /// What undo and redo would change in what is shown, as it is called; none where there is nothing to change.
    fn steps(&self, state: &ViewState) -> (Option<&'static str>, Option<&'static str>) {
        let named = |(undo, redo): (bool, bool), name| (undo.then_some(name), redo.then_some(name));
        if state.prices.is_open {
            let (list, name) = (self.prices.history(), |step: &crate::price_list::Step| wording::list_step(*step));
            return (list.undo_label().map(name), list.redo_label().map(name));
        }
        if state.due.is_open {
            return (None, None);
        }
        if state.is_following() {
            return named(self.followed.steps(), tr!(in "undo", "note"));
        }
        let (undo, redo) = named(self.acknowledged.steps(&self.now()), tr!(in "undo", "acknowledge"));
        let history = self.document.history();
        let name = |label: &&'static str| locale::text(label);
        (undo.or_else(|| history.undo_label().map(name)), redo.or_else(|| history.redo_label().map(name)))
    }

    /// Has plans looked for while that is shown and nobody has stopped it.
    fn look_for_plans(&mut self, window: &egui::Context) {
        let (find, draft) = (&self.state.find, self.document.history().draft());
        let draft = draft.seen_for(self.state.seen_in(draft));
        match find.question.as_ref().filter(|_| find.is_open) {
            Some(_) if find.is_stopped => self.finder.stop(&draft),
            Some(question) => self.finder.ask(question, &draft, &self.catalog, window),
            None => self.finder.leave(&draft),
        }
    }

    fn act(&mut self, ctx: &egui::Context, actions: Vec<Action>) {
        for action in actions {
            match action {
                Action::Edit(edit) => self.apply(edit),
                Action::Command(command) => self.command(ctx, command),
                Action::CopyPicture(kind) => self.copy_picture(ctx, kind),
                Action::Prices(edit) => self.edit_prices(edit),
                Action::BeginPriceList => self.begin_price_list(),
                Action::Locale(chosen) => self.choose_locale(chosen),
                Action::Begin(concern, client) => self.begin_plan(&concern, client.as_deref()),
                Action::OpenRecent(path) => self.replace_document(ctx, Then::Open(path)),
                Action::Answer(answer) => self.answer(ctx, answer),
                Action::Sheet(action) => self.sheet(ctx, action),
                Action::Record(action) => self.record(ctx, action),
                Action::Progress(action) => self.progress_action(ctx, action),
                Action::Due(action) => self.due_action(ctx, action),
                Action::MergeTheirs => self.read_and_merge(ctx),
                Action::TakeTheirs => self.take_theirs(ctx),
                Action::Copy(copy, answer) => self.answer_copy(ctx, &copy, answer),
                Action::KeepMine => (self.changed_elsewhere, self.keeps_mine) = (false, true),
                Action::DismissNotice(at) if at < self.notices.len() => drop(self.notices.remove(at)),
                Action::DismissNotice(_) => {}
                Action::Show(path) => self.show_on_desktop(ctx, path),
                Action::CancelJob(id) => self.cancel_job(id),
            }
        }
        self.reprice();
    }

    /// A step of undo ends when the mouse is released, a key ends what is typed, or another widget has the focus.
    fn seal_steps(&mut self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let released = ctx.input(|input| input.pointer.any_released());
        if released || ui::typing_has_ended(ctx) || focused != self.focused {
            self.document.seal();
            self.prices.seal();
        }
        self.focused = focused;
    }

    fn handle_close(&mut self, ctx: &egui::Context) {
        let wanted = ctx.input(|input| input.viewport().close_requested());
        if !wanted || self.quitting {
            return;
        }
        if self.holds_details() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        } else if self.jobs.has_something_to_finish() && self.then != Some(Then::Quit) {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.then = Some(Then::Quit);
            self.tell(
                tr!("The window closes as soon as what is under way has ended; close it again not to wait"),
                false,
            );
        } else if self.document.is_unsaved() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.then = Some(Then::Quit);
            self.dialog = Some(Dialog::Unsaved);
        }
    }

    /// A file dropped on the window is opened.
    fn handle_drop(&mut self, ctx: &egui::Context) {
        if self.dialog.is_some() {
            return;
        }
        let dropped = ctx.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
        if let Some(path) = dropped {
            self.replace_document(ctx, Then::Open(path));
        }
    }

    /// The window begins no larger than the screen that it is given, with room for its frame and the desktop's bar: where
    /// there is no more than that, the desktop is asked for all there is, as it alone knows what its bars take.
    fn fit_screen(&mut self, ctx: &egui::Context) {
        let viewport = ctx.input(|input| input.viewport().clone());
        let (Some(screen), Some(size)) = (viewport.monitor_size, viewport.inner_rect.map(|rect| rect.size())) else {
            return;
        };
        // What is asked for is in points: it has to wait until all sizes are told in those of the chosen zoom.
        if (size - ctx.content_rect().size()).length() > 2.0 {
            return;
        }
        if std::mem::replace(&mut self.fits_screen, true) || viewport.maximized == Some(true) {
            return;
        }
        let room = screen - egui::vec2(0.0, FRAME / ctx.zoom_factor());
        if size.x > room.x || size.y > room.y {
            ctx.send_viewport_cmd(egui::ViewportCommand::InnerSize(size.min(room)));
            ctx.send_viewport_cmd(egui::ViewportCommand::Maximized(true));
        }
    }

    fn remember_size(&mut self, ctx: &egui::Context) {
        let size = ctx.input(|input| input.viewport().inner_rect.map(|rect| rect.size()));
        if let Some(size) = size.map(|size| size * ctx.zoom_factor()).filter(|size| size.min_elem() > 200.0) {
            self.settings.window = Some((size.x, size.y));
        }
    }

    fn retitle(&mut self, ctx: &egui::Context) {
        let unsaved = if self.document.is_unsaved() { "*" } else { "" };
        let title = format!("{unsaved}{} – Collagen Ledger", self.document.name());
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title));
        }
    }
}
