//! The panes of the window: each is named for a screen reader, and keys go from one to the next.

use crate::locale::tr;
use egui::accesskit::Role;
use egui::{Context, FocusDirection, Id, Rect, Ui, UiBuilder};

/// A part of the window that one goes to as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Pane {
    /// Menus, client and plan, and the ways out.
    Bar,
    /// The options with their figures.
    Table,
    /// Both charts.
    Charts,
    /// The selected option.
    Editor,
    /// What the sheet shows, or the clinic's details.
    SheetChoices,
    /// The sheet, page by page.
    Pages,
    /// The price list.
    Prices,
    /// What is wanted of a plan that is looked for.
    Question,
    /// The plans that were found.
    Found,
    /// The one of them that is pointed at.
    FoundPlan,
    /// Where the plan stands.
    Standing,
    /// What happened day by day.
    Days,
    /// What is due over several plans.
    Due,
    /// The client view.
    ClientView,
    /// The beginning of a plan.
    Start,
    /// The worked example, and plans opened last.
    Recent,
    /// Messages, and work under way.
    Notices,
}

impl Pane {
    /// As a screen reader says it.
    fn name(self) -> &'static str {
        match self {
            Self::Bar => tr!("Bar"),
            Self::Table => tr!("Options and figures"),
            Self::Charts => tr!("Charts"),
            Self::Editor => tr!("Selected option"),
            Self::SheetChoices => tr!("What the sheet shows"),
            Self::Pages => tr!("Pages of the sheet"),
            Self::Prices => tr!("Price list"),
            Self::Question => tr!("Find a plan"),
            Self::Found => tr!("Plans found"),
            Self::FoundPlan => tr!("Plan pointed at"),
            Self::Standing => tr!("How it goes on"),
            Self::Days => tr!("Day by day"),
            Self::Due => tr!("What is due"),
            Self::ClientView => tr!("Client view"),
            Self::Start => tr!("New plan"),
            Self::Recent => tr!("Recent plans"),
            Self::Notices => tr!("Messages"),
        }
    }
}

/// The panes that are shown, each with where it is.
#[derive(Clone, Default)]
struct Panes {
    shown: Vec<(Pane, Rect)>,
    /// The pane whose first control is to get the focus in the next frame.
    wanted: Option<Pane>,
    /// The pane whose first control gets it in this one.
    entered: Option<Pane>,
}

fn panes<R>(ctx: &Context, take: impl FnOnce(&mut Panes) -> R) -> R {
    ctx.data_mut(|data| take(data.get_temp_mut_or_default(Id::unique("panes"))))
}

/// Adds a pane: named, and one of those that keys go round.
pub(in crate::ui) fn pane<R>(ui: &mut Ui, pane: Pane, add: impl FnOnce(&mut Ui) -> R) -> R {
    let ctx = ui.ctx().clone();
    let enters = panes(&ctx, |panes| panes.entered.take_if(|entered| *entered == pane)).is_some();
    if enters && !ctx.memory(|memory| memory.is_above_modal_layer(ui.layer_id())) {
        // A dialog that has just closed keeps the focus from everything behind it for one frame more.
        panes(&ctx, |panes| panes.wanted = Some(pane));
        ctx.request_repaint();
    } else if enters {
        ctx.memory_mut(|memory| {
            memory.focused().into_iter().for_each(|id| memory.surrender_focus(id));
            // The toolkit gives the focus to whatever comes next.
            memory.move_focus(FocusDirection::Next);
        });
    }
    let named = UiBuilder::new().accessibility_role(Role::Region).accessibility_label(pane.name());
    let shown = ui.scope_builder(named, add);
    panes(&ctx, |panes| panes.shown.push((pane, shown.response.rect)));
    shown.inner
}

/// Before anything is shown: a new frame.
pub(super) fn begin(ctx: &Context) {
    panes(ctx, |panes| {
        panes.shown.clear();
        panes.entered = panes.wanted.take();
    });
}

/// The focus goes to the first control of the pane behind the one around a place, or of the one before.
pub(super) fn go_round(ctx: &Context, from: Option<egui::Pos2>, forwards: bool) {
    panes(ctx, |panes| {
        let all = &panes.shown;
        let at = from.and_then(|place| all.iter().position(|(_, rect)| rect.contains(place)));
        let next = match (at, forwards) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + all.len() - 1,
            (None, true) => 0,
            (None, false) => all.len().saturating_sub(1),
        };
        panes.wanted = all.get(next % all.len().max(1)).map(|(pane, _)| *pane);
    });
    ctx.request_repaint();
}

/// What is looked at, by its first pane but for those that stand beside every view.
pub(super) fn view(ctx: &Context) -> Option<Pane> {
    let is_view = |pane: &Pane| !matches!(pane, Pane::Bar | Pane::Notices);
    panes(ctx, |panes| panes.shown.iter().map(|(pane, _)| *pane).find(is_view))
}

/// The focus goes to the first control of a pane.
pub(super) fn go_to(ctx: &Context, pane: Pane) {
    panes(ctx, |panes| panes.wanted = Some(pane));
}

/// The focus goes to the first control of the pane around a place.
pub(super) fn go_to_pane_around(ctx: &Context, place: egui::Pos2) {
    panes(ctx, |panes| {
        panes.wanted = panes.shown.iter().find(|(_, rect)| rect.contains(place)).map(|(pane, _)| *pane);
    });
    ctx.request_repaint();
}
