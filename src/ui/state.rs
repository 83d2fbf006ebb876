//! What views are given, what they keep, and what they give back.

use super::grid::CurrentCell;
use super::{
    Answer, ChoiceKept, Command, Dialog, DueAction, DueState, DueView, FindState, FindView, Ghost, PagesState,
    PricesState, PricesView, ProgressAction, ProgressState, ProgressView, RecordAction, SheetAction, SheetView,
    Stretch,
};
use crate::catalog::{Catalog, Concern, ConcernId, Severity};
use crate::compare::Measure;
use crate::document::{Draft, Edit, OptionDraft, OptionId, Place, Profile};
use crate::estimate::Stop;
use crate::evaluation::{Effect, Evaluation};
use crate::locale::tr;
use crate::price_list::ListEdit;
use crate::record::Record;
use crate::report::export::Export;
use crate::scene::{Baseline, Chart};
use crate::storage::{DeskName, LocaleChoice, OpenAt, PlanCopy, Theme};
use crate::units::{Currency, Date, Day};
use crate::wording::ProblemText;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// A message. It stays until dismissed; that a file was written gives way to the next one that was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// One sentence.
    pub text: String,
    /// Whether something failed.
    pub is_error: bool,
    /// Whether it says that the plan is not saved, which is over once it is, or once another plan is shown.
    pub until_saved: bool,
    /// The file that was written, to open or to show in its folder.
    pub written: Option<std::path::PathBuf>,
}

/// Work in the background.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobLine {
    /// By which it is told from others.
    pub id: u64,
    /// What is done.
    pub what: &'static str,
    /// For how long.
    pub since: Duration,
}

/// Everything there is to show, borrowed.
pub struct View<'a> {
    /// What is known before.
    pub catalog: &'a Catalog,
    /// The plan as typed.
    pub draft: &'a Draft,
    /// Which of its concerns results are shown for.
    pub seen: &'a ConcernId,
    /// What was issued of it, and what became of that.
    pub record: &'a Record,
    /// Whether anything was written down of it.
    pub has_log: bool,
    /// What is wrong with it; empty if it is valid.
    pub problems: Vec<ProblemText>,
    /// What has no price yet, where nothing else is wrong with it.
    pub unpriced: Vec<&'a str>,
    /// The result of the draft for that concern; without its money where nothing but prices is missing, and else, while it has
    /// problems, of the last one before.
    pub evaluation: Option<&'a Evaluation>,
    /// The same for each of the plan's concerns.
    pub whole: Option<&'a Evaluation>,
    /// The day on which all this is shown.
    pub today: Date,
    /// What has changed in the prices since the plan was issued, while that is shown.
    pub since: Option<&'a Effect>,
    /// What undo would take back.
    pub undo: Option<&'a str>,
    /// What redo would make again.
    pub redo: Option<&'a str>,
    /// The clinic's price list.
    pub prices: PricesView<'a>,
    /// What there is of the selected option if it stops on the day that was asked for.
    pub stop: Option<&'a Stop>,
    /// The search for plans.
    pub find: FindView<'a>,
    /// Whether that stands in place of the plan.
    pub is_finding: bool,
    /// How the plan goes on.
    pub progress: ProgressView<'a>,
    /// Whether that stands in place of the plan.
    pub is_following: bool,
    /// What is due over the plans of a folder.
    pub due: DueView<'a>,
    /// Usual options of the concern that the plan does not have yet.
    pub templates: &'a [OptionDraft],
    /// The plan's name: its file's, or `Untitled`.
    pub name: String,
    /// Whether the plan has no file and nothing has been changed.
    pub is_new: bool,
    /// Whether there is anything unsaved.
    pub unsaved: bool,
    /// Whether somebody else has changed the plan's file, and nobody has said yet what to do.
    pub changed_elsewhere: bool,
    /// Whether the plan has a file.
    pub has_file: bool,
    /// Whether it is protected by a passphrase.
    pub is_protected: bool,
    /// Who else has the plan open.
    pub open_at: &'a [OpenAt],
    /// A file beside the plan's that holds the same plan, which nobody has seen to yet.
    pub copy: Option<&'a PlanCopy>,
    /// What others are told of this desk.
    pub desk: &'a DeskName,
    /// The folder in which price list and clinic's details are shared.
    pub shared: Option<&'a Path>,
    /// Whether that folder is not there.
    pub is_shared_away: bool,
    /// Messages.
    pub notices: &'a [Notice],
    /// What is being worked on in the background, what was begun first in front.
    pub jobs: Vec<JobLine>,
    /// The chosen theme.
    pub theme: Theme,
    /// The consultation sheet, while it is shown in place of the plan.
    pub sheet: Option<SheetView<'a>>,
    /// The dialog that is open.
    pub dialog: Option<&'a Dialog>,
    /// The language and country that were chosen.
    pub locale: &'a LocaleChoice,
    /// The desktop's language tag.
    pub desktop: Option<&'a str>,
    /// Files opened or saved last.
    pub recent: &'a [std::path::PathBuf],
    /// When they were last written, as far as that is known.
    pub recent_days: Option<&'a BTreeMap<std::path::PathBuf, Date>>,
    /// Whether the start page is shown.
    pub is_starting: bool,
    /// Whether only what a client is to see is shown.
    pub client_view: bool,
    /// Whether the charts are shown as a table.
    pub chart_tables: bool,
    /// Whether improvement is drawn up to its highest value rather than to 100%.
    pub enlarged: bool,
    /// The selected option; none if doing nothing is selected.
    pub selected: Option<&'a OptionDraft>,
    /// Where fields leave what was typed and is no day or number, and where from.
    pub unread: RefCell<Vec<(Place, String)>>,
}

impl View<'_> {
    /// Whether the plan is what was issued, and so cannot be changed until it is revised.
    pub fn is_issued(&self) -> bool {
        self.record.current().is_some()
    }

    /// The concern that results are shown for, if the catalogue knows it.
    pub fn concern(&self) -> Option<&Concern> {
        self.catalog.concern(self.seen)
    }

    /// The results for the concerns that are not looked at.
    pub fn others(&self) -> Vec<&Evaluation> {
        let all = self.whole.into_iter().flat_map(Evaluation::each_concern);
        all.filter(|one| Some(&one.plan.concern) != self.evaluation.map(|seen| &seen.plan.concern)).collect()
    }

    /// Whether something else stands in place of the plan: the search, how it goes on, or what is due.
    pub fn has_page(&self) -> bool {
        self.is_finding || self.is_following || self.due.is_open
    }

    /// Whether a further option may be added.
    pub fn has_room(&self) -> bool {
        !self.is_issued() && self.draft.has_room()
    }

    /// What is wrong at a place: the first problem there, in one sentence.
    pub fn wrong_at(&self, place: Place) -> Option<&str> {
        self.problems.iter().find(|problem| problem.place == place).map(|problem| problem.message.as_str())
    }
}

/// What to do with a copy of the plan that lies beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAnswer {
    /// Take what it has into this plan.
    Merge,
    /// Open it in place of this plan.
    Open,
    /// Nothing, and do not ask again.
    Leave,
}

/// What the person wants.
#[derive(Clone, Debug)]
pub enum Action {
    /// Change the plan.
    Edit(Edit),
    /// Change the clinic's price list.
    Prices(ListEdit),
    /// Go on without the price list that cannot be read; it is kept.
    BeginPriceList,
    /// Do something else.
    Command(Command),
    /// Use other notations, or another currency for new plans.
    Locale(LocaleChoice),
    /// Begin a plan for a concern: with options for this client, or as the worked example.
    Begin(ConcernId, Option<Box<Profile>>),
    /// Copy the picture of a chart.
    CopyPicture(Export),
    /// Open a recent file.
    OpenRecent(std::path::PathBuf),
    /// Answer the open dialog.
    Answer(Answer),
    /// Put the version that somebody else has written and the one in the window together.
    MergeTheirs,
    /// Go on with the version that somebody else has written.
    TakeTheirs,
    /// Go on with the version in the window.
    KeepMine,
    /// Do this with a copy of the plan that lies beside it.
    Copy(PlanCopy, CopyAnswer),
    /// Something of the consultation sheet.
    Sheet(SheetAction),
    /// Something of the plan's record.
    Record(RecordAction),
    /// Something of how the plan goes on.
    Progress(ProgressAction),
    /// Something of what is due.
    Due(DueAction),
    /// Dismiss the message at this position.
    DismissNotice(usize),
    /// Have the desktop open a file or folder.
    Show(std::path::PathBuf),
    /// Give up the job of this id.
    CancelJob(u64),
}

/// What the editor shows of an option.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EditorTab {
    /// Its treatments and their sessions.
    #[default]
    Plan,
    /// Its dated money.
    Money,
    /// What speaks for it as a choice.
    Choice,
    /// The evidence behind its figures.
    Evidence,
}

/// What is filled in on the start page.
#[derive(Clone, Copy, Debug)]
pub struct StartForm {
    /// The concern, by its position in the catalogue.
    pub concern: usize,
    /// How bad it is.
    pub severity: Severity,
    /// The client's age.
    pub age: u32,
    /// Whether the program was never started here before, so that it is asked where the clinic is.
    pub is_first: bool,
}

impl Default for StartForm {
    fn default() -> Self {
        let Profile { severity, age, .. } = Profile::default();
        Self { concern: 0, severity, age, is_first: false }
    }
}

/// What is shown where there is room for one thing only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pane {
    /// The charts.
    #[default]
    Result,
    /// The editor.
    Details,
}

impl Pane {
    /// As shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Result => tr!("Picture"),
            Self::Details => tr!("Editor"),
        }
    }
}

/// A figure whose explanation is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The measure.
    pub measure: Measure,
    /// The option, none meaning doing nothing.
    pub option: Option<OptionId>,
    /// The day, if it is the result on a day.
    pub day: Option<Day>,
}

/// What belongs to showing and to nothing else.
#[derive(Clone, Debug)]
pub struct ViewState {
    /// Which of the plan's concerns results are shown for; the first one where there is no such.
    pub seen: Option<ConcernId>,
    /// Whether the improvement for the others is drawn beside it.
    pub beside: bool,
    /// The selected option, none meaning doing nothing.
    pub selected: Option<OptionId>,
    /// The option under the pointer in the frame before, wherever it was.
    pub hovered: Option<Option<OptionId>>,
    /// The option under the pointer in this frame, as far as it is drawn.
    pub hovering: Option<Option<OptionId>>,
    /// The day of the shared cursor: the one under the pointer, or else the one that is pinned.
    pub cursor: Option<Day>,
    /// Where the cursor is on screen, if the pointer or a chart's keys have it.
    pub cursor_at: Option<egui::Pos2>,
    /// The day on which the cursor stays, chosen above the results or by keyboard.
    pub pinned: Option<Day>,
    /// The day of which is shown what there is if the selected option stops on it.
    pub stop: Option<Day>,
    /// Whether the results are those of each option's best day wherever there is no cursor.
    pub at_peak: bool,
    /// The option that differences are counted from; none means doing nothing.
    pub baseline: Option<OptionId>,
    /// Whether cells show differences to the baseline.
    pub differences: bool,
    /// What the chart of results is measured against.
    pub against: Baseline,
    /// What the editor shows.
    pub tab: EditorTab,
    /// The figure that is explained.
    pub explained: Option<Explained>,
    /// The figure whose sources are shown in full.
    pub cited: Option<String>,
    /// The width of the editor in points, once somebody has chosen one.
    pub editor_width: Option<f32>,
    /// What is shown in a narrow window.
    pub pane: Pane,
    /// The top of the money axis in minor units; kept while something is dragged, so that the scale does not run away
    /// from the hand.
    pub money_top: f64,
    /// What is filled in on the start page, while that is shown.
    pub start: Option<StartForm>,
    /// Whether only what a client is to see is shown.
    pub client_view: bool,
    /// Which step of it, from 0.
    pub client_step: usize,
    /// Whether the charts are shown as a table.
    pub chart_tables: bool,
    /// Whether improvement is drawn up to its highest value rather than to 100%, which the reader asks for.
    pub enlarged: bool,
    /// Whether what deposit and credit come to is shown in place of the comparison.
    pub paying: bool,
    /// The chart that fills the place of both.
    pub largest: Option<Chart>,
    /// The share of the upper chart, once the line between the two was moved.
    pub split: Option<f32>,
    /// How the option that is being changed was before.
    pub ghost: Ghost,
    /// How the price list is shown.
    pub prices: PricesState,
    /// How plans are looked for.
    pub find: FindState,
    /// How the plan goes on is looked at.
    pub progress: ProgressState,
    /// How what is due is shown.
    pub due: DueState,
    /// The stretch of time both charts show; the whole plan where there is none.
    pub stretch: Option<Stretch>,
    /// The current cell of the table of options.
    pub table: CurrentCell,
    /// The current cell of the table of all measures.
    pub measures: CurrentCell,
    /// Whether all measures are shown.
    pub all_measures: bool,
    /// Whether the usual courses of a newly chosen concern are offered.
    pub offer_courses: bool,
    /// The currency before, whose figures are offered where the new one has no price.
    pub offer_prices: Option<Currency>,
    /// The control that has the focus.
    pub focused: Option<egui::Id>,
    /// The horizon the charts were drawn for, in days.
    pub drawn_horizon: Day,
    /// How the pages of the sheet are looked at.
    pub pages: PagesState,
    /// What would change the choice of the selected option.
    pub choice: ChoiceKept,
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            seen: None,
            beside: false,
            // What is not in a plan gives way to its first option.
            selected: Some(OptionId::NEW),
            hovered: None,
            hovering: None,
            cursor: None,
            cursor_at: None,
            pinned: None,
            stop: None,
            at_peak: false,
            baseline: None,
            differences: false,
            against: Baseline::default(),
            tab: EditorTab::Plan,
            explained: None,
            cited: None,
            editor_width: None,
            pane: Pane::Result,
            money_top: 0.0,
            start: None,
            client_view: false,
            client_step: 0,
            chart_tables: false,
            enlarged: false,
            paying: false,
            largest: None,
            split: None,
            ghost: Ghost::default(),
            prices: PricesState::default(),
            find: FindState::default(),
            progress: ProgressState::default(),
            due: DueState::default(),
            stretch: None,
            table: CurrentCell::default(),
            measures: CurrentCell::default(),
            all_measures: false,
            offer_courses: false,
            offer_prices: None,
            focused: None,
            drawn_horizon: 0,
            pages: PagesState::default(),
            choice: ChoiceKept::default(),
        }
    }
}

impl ViewState {
    /// Whether how the plan goes on stands in place of the plan.
    pub fn is_following(&self) -> bool {
        self.progress.is_open && !self.prices.is_open
    }

    /// Which concern of the draft results are shown for.
    pub fn seen_in<'a>(&self, draft: &'a Draft) -> &'a ConcernId {
        let seen = draft.concerns().find(|concern| Some(*concern) == self.seen.as_ref());
        seen.unwrap_or(&draft.concern)
    }

    /// The selected option of the draft, or the first if it is gone or doing nothing is selected.
    pub fn selected_in<'a>(&self, draft: &'a Draft) -> Option<&'a OptionDraft> {
        let selected = draft.options.iter().find(|option| Some(option.id) == self.selected);
        selected.or(draft.options.first())
    }

    /// The option that is to stand out: the one under the pointer, or else the selected one.
    pub fn front(&self) -> Option<OptionId> {
        self.hovered.unwrap_or(self.selected)
    }

    /// Whether an option is to stand out.
    pub fn stands_out(&self, id: Option<OptionId>) -> bool {
        self.front() == id
    }

    /// Shows how a figure of an option comes about.
    pub fn explain(&mut self, measure: Measure, option: Option<OptionId>) {
        self.explained = Some(Explained { measure, option, day: None });
        (self.selected, self.tab, self.pane) = (option, EditorTab::Evidence, Pane::Details);
    }

    /// The pointer is over an option.
    pub fn hover(&mut self, id: Option<OptionId>) {
        self.hovering = Some(id);
    }
}
