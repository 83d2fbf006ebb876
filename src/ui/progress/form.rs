//! What happened, to be written down: what, of which treatment, on which day, and what was paid.

use super::state::{ProgressAction, ProgressForm, ProgressState, Said};
use crate::catalog::ConcernId;
use crate::document::{LineId, OptionDraft, limits};
use crate::evaluation::Followed;
use crate::locale::tr;
use crate::progress::{Fact, ProgressError, SessionFact};
use crate::ui::theme::tokens;
use crate::ui::{Action, View, kit};
use crate::units::{Date, Grade, Money};
use crate::wording;
use egui::Ui;

impl Said {
    const ALL: [Self; 7] =
        [Self::Had, Self::Booked, Self::GivenUp, Self::BrokenOff, Self::Paid, Self::PaidBack, Self::Graded];

    fn name(self) -> &'static str {
        match self {
            Self::Had => tr!("Session was had"),
            Self::Booked => tr!("Session is booked"),
            Self::GivenUp => tr!("Session was given up"),
            Self::BrokenOff => tr!("Treatment was broken off"),
            Self::Paid => tr!("Something else was paid"),
            Self::PaidBack => tr!("Something was paid back"),
            Self::Graded => tr!("Result was graded"),
        }
    }

    /// Whether it is of a treatment.
    fn is_of_line(self) -> bool {
        !matches!(self, Self::Paid | Self::PaidBack | Self::Graded)
    }

    /// What the amount is, if there is one.
    fn amount(self) -> Option<&'static str> {
        match self {
            Self::Had => Some(tr!("Paid that day")),
            Self::Paid | Self::PaidBack => Some(tr!("Amount")),
            Self::Booked | Self::GivenUp | Self::BrokenOff | Self::Graded => None,
        }
    }
}

/// The fields that something is typed in: Enter there notes what is filled in.
const TYPED: [&str; 4] = [ON, AMOUNT, FOR, BETTER];
pub(super) const ON: &str = "happened on";
const AMOUNT: &str = "happened amount";
const FOR: &str = "happened note";
const BETTER: &str = "graded better";

pub(super) fn form_ui(ui: &mut Ui, view: &View<'_>, state: &mut ProgressState, actions: &mut Vec<Action>) {
    let Some(option) = view.draft.options.iter().find(|option| Some(option.id) == view.progress.option) else { return };
    let followed = view.progress.followed.and_then(|followed| followed.as_ref().ok());
    let before = state.form.clone();
    let enter = kit::focus::Enter::before(ui.ctx());
    let is_filling_in = TYPED.iter().any(|id| kit::Field::new(id, "").has_focus(ui));
    let form = &mut state.form;
    let line =
        form.line.filter(|line| option.lines.iter().any(|other| other.id == *line)).or(next_line(followed, option));
    let on = form.on.unwrap_or(view.today);
    what_ui(ui, form);
    if form.said.is_of_line() && option.lines.len() > 1 {
        line_ui(ui, view, option, (form, line));
    }
    let day = kit::Field::new(ON, tr!(in "date", "On"));
    let on = kit::date(ui, day, on).unwrap_or(on);
    form.on = Some(on).filter(|day| *day != view.today);
    amount_ui(ui, view, form);
    if form.said == Said::Graded {
        grade_ui(ui, view, form);
    }
    kit::wrong(ui, form.problem.as_deref());
    if form.problem.is_some() && *form != before {
        form.problem = None;
    }
    let fact = fact(view, option, (form, line, on));
    ui.horizontal(|ui| {
        let is_ready = fact.is_ok() && kit::is_day(ui, day, on);
        let is_entered = is_ready && is_filling_in && enter.is_free(ui.ctx());
        if (kit::primary(ui, tr!(in "verb", "Note"), is_ready).clicked() || is_entered)
            && let Ok(fact) = fact
        {
            actions.push(Action::Progress(ProgressAction::Note(fact)));
        }
        let about = tr!("Note what a table of appointments says: date, treatment, status and paid, as XLSX or CSV");
        if ui.button(tr!("From a table…")).on_hover_text(about).clicked() {
            actions.push(Action::Progress(ProgressAction::ReadTable));
        }
    });
    ui.add_space(tokens::GAP);
}

fn what_ui(ui: &mut Ui, form: &mut ProgressForm) {
    let field = kit::Field::new("what happened", tr!("What"));
    if let Some(said) = kit::choice(ui, field, &form.said, Said::ALL, |said| said.name().to_owned()) {
        form.said = said;
    }
}

fn line_ui(ui: &mut Ui, view: &View<'_>, option: &OptionDraft, (form, line): (&mut ProgressForm, Option<LineId>)) {
    let name = |id: &LineId| {
        let line = option.lines.iter().find(|line| line.id == *id);
        line.map(|line| wording::treatment_on(view.catalog, &line.treatment, &line.area)).unwrap_or_default()
    };
    let Some(line) = line else { return };
    let field = kit::Field::new("happened of", tr!("Treatment"));
    form.line = kit::choice(ui, field, &line, option.lines.iter().map(|line| line.id), name).or(form.line);
}

fn amount_ui(ui: &mut Ui, view: &View<'_>, form: &mut ProgressForm) {
    let Some(name) = form.said.amount() else { return };
    let wrong = amount(view, form).err();
    let field = kit::Field::new(AMOUNT, name).wrong(wrong.as_deref());
    let code = view.draft.currency.code();
    let unit =
        if form.said == Said::Had { tr!("{currency}; empty: as planned", currency = code) } else { code.to_owned() };
    if let Some(typed) = kit::amount(ui, field, &form.amount, "", &unit) {
        form.amount = typed;
    }
    if form.said != Said::Had {
        let field = kit::Field::new(FOR, tr!("What for"));
        kit::row(ui, field, |ui| {
            let edit = field.line(&mut form.note).desired_width(f32::INFINITY).char_limit(limits::NAME);
            field.add(ui, |ui| ui.add(edit))
        });
    }
}

fn grade_ui(ui: &mut Ui, view: &View<'_>, form: &mut ProgressForm) {
    if !view.draft.further.is_empty() {
        let name = |id: &ConcernId| wording::concern_name(view.catalog, id).to_owned();
        let field = kit::Field::new("graded for", tr!("Result for"));
        let concerns = view.draft.concerns().cloned();
        form.concern = kit::choice(ui, field, graded_for(view, form), concerns, name).or(form.concern.take());
    }
    let name = |step: &Option<u32>| match step {
        Some(step) => wording::capitalized(&wording::grade(Grade::Quartile(*step))),
        None => tr!("In percent").to_owned(),
    };
    let field = kit::Field::new("graded how", tr!("Grade"));
    let steps = std::iter::once(None).chain((0..=Grade::LAST_STEP).map(Some));
    if let Some(step) = kit::choice(ui, field, &form.step, steps, name) {
        form.step = step;
    }
    if form.step.is_none() {
        let is_wrong = !form.better.trim().is_empty() && grade(form).is_none();
        let wrong = is_wrong.then(|| wording::progress_error(&ProgressError::NoGrade));
        let field = kit::Field::new(BETTER, tr!("Better by")).wrong(wrong.as_deref());
        if let Some(typed) = kit::amount(ui, field, &form.better, "", "%") {
            form.better = typed;
        }
    }
    kit::note(
        ui,
        tr!(
            "Against the first day; the steps are those of the quartile scale. One person's grade: it narrows what is expected \
             of this client, and promises nothing."
        ),
    );
}

/// For which concern it was graded.
fn graded_for<'a>(view: &'a View<'_>, form: &'a ProgressForm) -> &'a ConcernId {
    form.concern.as_ref().filter(|concern| view.draft.concerns().any(|other| other == *concern)).unwrap_or(view.seen)
}

/// The grade that is filled in, if there is such.
fn grade(form: &ProgressForm) -> Option<Grade> {
    form.step.map_or_else(|| Grade::parse(&form.better), |step| Some(Grade::Quartile(step)))
}

/// The amount that is typed; none where nothing is.
fn amount(view: &View<'_>, form: &ProgressForm) -> Result<Option<Money>, String> {
    if form.amount.trim().is_empty() || form.said.amount().is_none() {
        return Ok(None);
    }
    Money::parse(&form.amount, view.draft.currency).map(Some).map_err(|error| wording::no_amount(&error))
}

/// The treatment of the session that comes next, or else the first.
fn next_line(followed: Option<&Followed>, option: &OptionDraft) -> Option<LineId> {
    let next = followed.and_then(Followed::foreseen).map(|session| session.line);
    next.or_else(|| option.lines.first().map(|line| line.id))
}

/// What is filled in, if that is something.
fn fact(
    view: &View<'_>,
    option: &OptionDraft,
    (form, line, on): (&ProgressForm, Option<LineId>, Date),
) -> Result<Fact, ()> {
    let typed = amount(view, form).map_err(drop)?;
    let session = |what| Ok(Fact::Session { line: line.ok_or(())?, on, what });
    let payment =
        |amount: Money| Ok(Fact::Payment { option: option.id, on, amount, note: form.note.trim().to_owned() });
    match form.said {
        Said::Had => session(SessionFact::Had { paid: typed, planned: None }),
        Said::Booked => session(SessionFact::Booked),
        Said::GivenUp => session(SessionFact::Skipped),
        Said::BrokenOff => Ok(Fact::Ended { line: line.ok_or(())?, on }),
        Said::Paid => payment(typed.ok_or(())?),
        Said::PaidBack => payment(Money::ZERO - typed.ok_or(())?),
        Said::Graded => {
            let grade = grade(form).ok_or(())?;
            Ok(Fact::Graded { option: option.id, concern: graded_for(view, form).clone(), on, grade })
        }
    }
}
