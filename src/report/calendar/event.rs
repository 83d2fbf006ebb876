//! What stands in the calendar for a session: its day, the days its marks may show, and what to do on the days after.

use super::contents::Calendar;
use crate::catalog::{Aftercare, AftercareDay, Treatment, TreatmentId};
use crate::locale::tr;
use crate::plan::TreatmentOption;
use crate::report::tables::DueRow;
use crate::schedule::Session;
use crate::units::{Date, quoted};
use crate::wording::{self, notices};
use uuid::Uuid;

/// An all-day event.
pub(super) struct Event {
    /// The same in every calendar of this plan, and in no other.
    pub(super) id: Uuid,
    /// Its first day.
    pub(super) first: Date,
    /// Its last day.
    pub(super) last: Date,
    /// What is shown.
    pub(super) summary: String,
    /// What is shown on opening it.
    pub(super) description: String,
    /// A keyword to sort by.
    pub(super) category: &'static str,
    /// The session it belongs to; none for the session itself.
    pub(super) session: Option<Uuid>,
    /// Whether it was in an earlier calendar and is no more.
    pub(super) is_cancelled: bool,
}

impl Event {
    /// What is due of a plan.
    pub(super) fn due(row: &DueRow) -> Self {
        Self {
            id: row.id,
            first: row.on,
            last: row.on,
            summary: format!("{}: {}", row.client(), row.what),
            description: tr!("From the plan \"{file}\".", file = quoted(&row.file)),
            category: "DUE",
            session: None,
            is_cancelled: false,
        }
    }
}

/// Words the events of an option.
pub(super) struct Writer<'a> {
    pub(super) calendar: &'a Calendar<'a>,
    pub(super) option: &'a TreatmentOption,
    pub(super) title: &'a str,
}

/// What an event is, as far as its id goes.
#[derive(Clone, Copy)]
enum Kind {
    Session,
    Marks,
    /// Aftercare from this day after the session on.
    Care(u32),
}

impl Writer<'_> {
    /// The session and what follows from it, in order of day.
    pub(super) fn events(&self, session: &Session) -> Vec<Event> {
        let line = &self.option[session.line];
        let treatment = self.calendar.plan.catalog.treatment(&line.treatment);
        let mut events = vec![self.session(session, treatment)];
        // What to do after using a device at home is said with the session, which comes often enough.
        if let Some(treatment) = treatment.filter(|treatment| self.calendar.contents.aftercare && treatment.at_clinic) {
            events.extend(self.marks(session, treatment));
            events.extend(self.care(session, treatment));
        }
        events
    }

    /// A session that is no more, and all that may have followed from it.
    pub(super) fn cancelled(&self, session: &Session, treatment: &TreatmentId) -> Vec<Event> {
        let catalog = self.calendar.plan.catalog;
        let known = catalog.treatment(treatment);
        let at_clinic = known.filter(|known| known.at_clinic);
        let marks = at_clinic.filter(|known| known.downtime.social_days.1 > 0).map(|_| Kind::Marks);
        let aftercare = catalog.aftercare(treatment).filter(|_| at_clinic.is_some());
        let days = aftercare.into_iter().flat_map(Aftercare::first_days);
        let followed = marks.into_iter().chain(days.map(|day| Kind::Care(day.days.0)));
        let name = known.map_or(treatment.as_str(), |known| wording::text(&known.name));
        let event = |kind| Event {
            id: self.id(session, kind),
            first: session.date,
            last: session.date,
            summary: tr!("Cancelled: {title}", title = name) + &self.in_brackets(),
            description: tr!("The plan was changed, and this is no longer part of it.").to_owned(),
            category: if matches!(kind, Kind::Session) { "TREATMENT" } else { "AFTERCARE" },
            session: (!matches!(kind, Kind::Session)).then(|| self.id(session, Kind::Session)),
            is_cancelled: true,
        };
        [Kind::Session].into_iter().chain(followed).map(event).collect()
    }

    fn session(&self, session: &Session, treatment: Option<&Treatment>) -> Event {
        let what = wording::session(session, self.option, self.calendar.plan.catalog);
        let afterwards = treatment
            .map(|treatment| tr!("Afterwards: {note}", note = sentence(wording::text(&treatment.downtime.note))));
        let at_home =
            treatment.filter(|treatment| !treatment.at_clinic).and_then(|treatment| self.care_at_home(treatment));
        let estimate = tr!("An estimate of the day, not an appointment: the clinic sets the real one.");
        let paragraphs = [estimate.to_owned()].into_iter().chain(self.whose()).chain(afterwards).chain(at_home);
        Event {
            id: self.id(session, Kind::Session),
            first: session.date,
            last: session.date,
            summary: tr!("Estimate: {title}", title = what) + &self.in_brackets(),
            description: paragraphs.collect::<Vec<_>>().join("\n"),
            category: "TREATMENT",
            session: None,
            is_cancelled: false,
        }
    }

    /// The days one may not want to be seen, unless there are none.
    fn marks(&self, session: &Session, treatment: &Treatment) -> Option<Event> {
        let (least, most) = treatment.downtime.social_days;
        let last = later(session.date, most.checked_sub(1)?);
        let normal = wording::date(later(session.date, treatment.downtime.full_days));
        let paragraphs = [
            tr!("{note} This differs from person to person.", note = sentence(wording::text(&treatment.downtime.note))),
            tr!("Skin usually looks and feels normal again by {normal}. If it does not, ask the clinic.", normal),
            tr!("Common after-effects and risks: {risks}", risks = wording::texts(&treatment.risks, " ")),
        ];
        let days = wording::day_range(least, most);
        let summary =
            tr!("Marks may show after {treatment} ({days})", treatment = wording::text(&treatment.name), days);
        Some(self.reminder(session, Kind::Marks, (session.date, last), &summary, &paragraphs))
    }

    /// What to do and to avoid on the day a device is used at home.
    fn care_at_home(&self, treatment: &Treatment) -> Option<String> {
        let day = self.calendar.plan.catalog.aftercare(&treatment.id)?.days.first()?;
        let (do_this, avoid) = (wording::text(&day.do_this), wording::text(&day.avoid));
        Some([tr!("Do: {text}", text = do_this), tr!("Avoid: {text}", text = avoid)].join("\n"))
    }

    /// What to do and to avoid on the days after.
    fn care(&self, session: &Session, treatment: &Treatment) -> Vec<Event> {
        let Some(aftercare) = self.calendar.plan.catalog.aftercare(&treatment.id) else { return Vec::new() };
        aftercare.first_days().filter_map(|day| self.care_on(session, (treatment, aftercare), day)).collect()
    }

    fn care_on(
        &self,
        session: &Session,
        (treatment, aftercare): (&Treatment, &Aftercare),
        care: &AftercareDay,
    ) -> Option<Event> {
        let (first, last) = (care.days.0, care.days.1?);
        let treatment = wording::text(&treatment.name);
        let summary = match (first, last) {
            (0, 0) => tr!("Aftercare for {treatment}, the day itself", treatment),
            (day, last) if day == last => tr!("Aftercare for {treatment}, day {day}", treatment, day),
            (first, last) => tr!("Aftercare for {treatment}, days {first}–{last}", treatment, first, last),
        };
        let basis = wording::basis(aftercare.basis);
        let paragraphs = [
            tr!("Do: {text}", text = wording::text(&care.do_this)),
            tr!("Avoid: {text}", text = wording::text(&care.avoid)),
            tr!("Skin: {text}", text = wording::text(&care.skin)),
            wording::text(&aftercare.warning.value).to_owned(),
            tr!("What the clinic tells you comes first. Who says so here: {basis}.", basis),
        ];
        let days = (later(session.date, first), later(session.date, last));
        Some(self.reminder(session, Kind::Care(first), days, &summary, &paragraphs))
    }

    fn reminder(
        &self,
        session: &Session,
        kind: Kind,
        (first, last): (Date, Date),
        summary: &str,
        paragraphs: &[String],
    ) -> Event {
        let counted = tr!("Counted from the estimated day of the session.").to_owned();
        let paragraphs = paragraphs.iter().cloned().chain([counted, notices::advice().to_owned()]);
        Event {
            id: self.id(session, kind),
            first,
            last,
            summary: format!("{summary}{}", self.in_brackets()),
            description: paragraphs.collect::<Vec<_>>().join("\n"),
            category: "AFTERCARE",
            session: Some(self.id(session, Kind::Session)),
            is_cancelled: false,
        }
    }

    /// The option, and the reference if it is wanted and there is one.
    fn whose(&self) -> impl Iterator<Item = String> + use<> {
        let reference = self.reference().map(|reference| tr!("Reference: {reference}", reference));
        [tr!("Option {title}", title = self.title)].into_iter().chain(reference)
    }

    fn in_brackets(&self) -> String {
        self.reference().map(|reference| format!(" ({reference})")).unwrap_or_default()
    }

    fn reference(&self) -> Option<&str> {
        let reference = self.calendar.plan.plan.reference.trim();
        (self.calendar.contents.reference && !reference.is_empty()).then_some(reference)
    }

    /// An id that rests on which plan and session it is, and not on the day or on any word: a session that moves keeps it.
    fn id(&self, session: &Session, kind: Kind) -> Uuid {
        let kind = match kind {
            Kind::Session => "session".to_owned(),
            Kind::Marks => "marks".to_owned(),
            Kind::Care(day) => format!("care {day}"),
        };
        self.calendar.plan.plan.id.within(&format!("{} {kind}", session.id()))
    }
}

fn later(date: Date, days: u32) -> Date {
    date.saturating_add(jiff::Span::new().days(i64::from(days)))
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}
