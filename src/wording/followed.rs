//! How an option goes on, in sentences and rows.

use super::figures::{
    date, money, money_exact, money_range, money_signed, share_of_people, share_points, share_with_range,
};
use super::grading::{grade, learned};
use super::names::concern_name;
use super::stop::unused;
use super::{capitalized, days, line_name, months, only_session, session};
use crate::catalog::Catalog;
use crate::document::LineId;
use crate::evaluation::{Followed, SessionState, Standing, Step, StepKind};
use crate::ledger::{Entry, Heading, total};
use crate::locale::{tr, trn};
use crate::units::{Currency, DAYS_PER_MONTH, Money, Outlook};

/// A figure of an option, as it was issued if that is another plan, as it is planned, and as it is expected now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingRow {
    /// What it is.
    pub name: &'static str,
    /// As it was issued; none where nothing else was issued than what is planned.
    pub issued: Option<String>,
    /// As it is planned.
    pub planned: String,
    /// As it is expected now.
    pub now: String,
    /// As it is expected of this client by what was graded; none where nothing was, and for what that does not change.
    pub graded: Option<String>,
}

/// Where an option stands and what has come out differently: a sentence each.
pub fn followed(followed: &Followed, catalog: &Catalog) -> Vec<String> {
    let currency = followed.expected.estimate.currency;
    let left = followed.prepaid.iter().map(|prepaid| unused(prepaid, followed.typed(), catalog, currency));
    let lost = (followed.lost > 0).then(|| {
        trn!(
            count(followed.lost),
            "{number} note is of something that is not in the plan any more, and counts nothing",
            "{number} notes are of what is not in the plan any more, and count nothing",
            number = followed.lost
        )
    });
    [so_far(followed, currency), differences(followed, currency)]
        .into_iter()
        .chain(learned(followed))
        .chain(beyond(followed, currency).or_else(|| nearing(followed, currency)))
        .chain(overpaid_back(followed, currency))
        .chain(left)
        .chain(fees(followed, currency))
        .chain(lost)
        .collect()
}

/// That more was paid back than was ever paid: a slip of the pen, as a rule.
fn overpaid_back(followed: &Followed, currency: Currency) -> Option<String> {
    let paid = followed.paid.high;
    (paid < Money::ZERO).then(|| {
        let amount = money(Money::ZERO - paid, currency);
        tr!("{amount} more was paid back than was paid: take back what was noted by mistake", amount)
    })
}

/// What of a membership is paid and to come: its fees count by themselves.
fn fees(followed: &Followed, currency: Currency) -> Option<String> {
    let entries = followed.expected.estimate.options.first()?.ledger.entries.iter();
    let fees: Vec<&Entry> = entries.filter(|entry| entry.heading == Heading::Membership).collect();
    let (paid, due): (Vec<&Entry>, Vec<&Entry>) = fees.into_iter().partition(|fee| fee.day <= followed.paid_up_to);
    let sum = |fees: Vec<&Entry>| money(total(fees).typical, currency);
    (!paid.is_empty() || !due.is_empty()).then(|| {
        tr!(
            "the fees of the membership are counted as they fall due, {paid} so far and {due} to come, and need no note",
            paid = sum(paid),
            due = sum(due)
        )
    })
}

/// That it comes to more than was ever spoken of, when it was issued or else planned.
fn beyond(followed: &Followed, currency: Currency) -> Option<String> {
    let most = followed.spoken_of().high;
    let is_beyond = followed.now.total.typical > most;
    is_beyond.then(|| {
        tr!("In all that is more than {most}, the most that was spoken of", most = money_exact(most, currency))
    })
}

/// That nearly all is paid that was spoken of, and more is to come.
fn nearing(followed: &Followed, currency: Currency) -> Option<String> {
    let spoken_of = money_exact(followed.spoken_of().typical, currency);
    let is_past = followed.paid.typical >= followed.spoken_of().typical;
    followed.nears().then(|| {
        if is_past {
            tr!("As much is paid as was spoken of, {spoken_of} typically, and more is to come", spoken_of)
        } else {
            tr!("What is paid nears what was spoken of, {spoken_of} typically, and more is to come", spoken_of)
        }
    })
}

/// What was had and paid so far.
fn so_far(followed: &Followed, currency: Currency) -> String {
    let had = followed.count(SessionState::Had);
    trn!(
        count(had),
        "By {day}: {had} session had, {paid} paid",
        "By {day}: {had} sessions had, {paid} paid",
        day = date(followed.as_of),
        had,
        paid = money_range(followed.paid, currency)
    )
}

/// What is different from what was planned, and what follows from it.
fn differences(followed: &Followed, currency: Currency) -> String {
    let (causes, effects) = (causes(followed), effects(followed, currency));
    match (causes.is_empty(), effects.is_empty()) {
        (true, true) => tr!("All is as planned").to_owned(),
        (true, false) => tr!("All is as planned but for this: {effects}", effects = effects.join(", ")),
        (false, true) => tr!("{causes}: what is paid in all stays as planned", causes = causes.join(", ")),
        (false, false) => {
            tr!("{causes}: {effects}", causes = causes.join(", "), effects = effects.join(", "))
        }
    }
}

fn causes(followed: &Followed) -> Vec<String> {
    let skipped = followed.skipped();
    let skipped = (skipped > 0)
        .then(|| trn!(count(skipped), "{number} session given up", "{number} sessions given up", number = skipped));
    let ended = followed.steps.iter().filter(|step| matches!(step.what, StepKind::Ended(_))).count();
    let ended = (ended > 0)
        .then(|| trn!(count(ended), "{number} treatment broken off", "{number} treatments broken off", number = ended));
    let overdue = followed.missed();
    let overdue = (overdue > 0).then(|| {
        trn!(
            count(overdue),
            "{number} session not had when it was due",
            "{number} sessions not had when they were due",
            number = overdue
        )
    });
    let delay = followed.delay().filter(|delay| *delay != 0).map(|delay| {
        let by = span(delay.unsigned_abs());
        if delay > 0 { tr!("the course ends {by} later", by) } else { tr!("the course ends {by} earlier", by) }
    });
    [skipped, ended, overdue, delay].into_iter().flatten().collect()
}

fn effects(followed: &Followed, currency: Currency) -> Vec<String> {
    // Of the kind that stands in the figures beside it, and as far as these tell.
    let is_graded = followed.learned.is_some();
    let best = |standing: &Standing| {
        let of_people = |best: Outlook| best.people.map(|people| people.p50);
        let shown = if is_graded { of_people(standing.best?)? } else { standing.best?.typical };
        Some((shown * 100.0).round())
    };
    let points = best(&followed.now).zip(best(&followed.planned)).map(|(now, planned)| (now - planned) / 100.0);
    let better = points.filter(|points| *points != 0.0);
    let better = better.map(|points| tr!("{points} at its best", points = share_points(points)));
    let more = followed.more_paid().typical;
    let more = (more.minor() != 0).then(|| tr!("{amount} in all", amount = money_signed(more, currency)));
    [better, more].into_iter().flatten().collect()
}

/// A number of days, in months where there are several.
fn span(number: u32) -> String {
    if number < 60 { days(number) } else { months((f64::from(number) / DAYS_PER_MONTH).round()) }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The figures of an option as they were planned and as they are expected now.
pub fn standings(followed: &Followed) -> Vec<StandingRow> {
    let currency = followed.expected.estimate.currency;
    let row = |name, value: &dyn Fn(&Standing) -> Option<String>| {
        let planned = value(&followed.planned)?;
        let now = value(&followed.now).unwrap_or_else(|| "–".to_owned());
        let issued = followed.issued.as_ref().map(|issued| value(issued).unwrap_or_else(|| "–".to_owned()));
        Some(StandingRow { name, issued, planned, now, graded: None })
    };
    let graded =
        |value: fn(&Standing) -> Option<Outlook>| value(&followed.learned.as_ref()?.standing).map(share_of_people);
    let result = |name, value: fn(&Standing) -> Option<Outlook>| {
        // What stands side by side is of one kind: where something was graded, of people.
        let shown = if followed.learned.is_some() { share_of_people } else { share_with_range };
        let row = row(name, &|one| value(one).map(shown))?;
        Some(StandingRow { graded: graded(value), ..row })
    };
    let rows = [
        row(tr!("Paid in all"), &|one| Some(money_range(one.total, currency))),
        row(tr!("Sessions"), &|one| Some(one.sessions.to_string())),
        row(tr!("Visits"), &|one| Some(one.visits.to_string())),
        row(tr!("Last session of the course"), &|one| one.course_end.map(date)),
        result(tr!("Best result"), |one| one.best),
        result(tr!("Result at the end of the plan"), |one| one.at_end),
    ];
    rows.into_iter().flatten().collect()
}

/// What happened or is foreseen on a day; with the treatment where there are several.
pub fn step(step: &Step, followed: &Followed, catalog: &Catalog) -> String {
    let typed = followed.typed();
    let is_only = typed.lines.len() == 1;
    let of_line = |line: LineId, what: &str| {
        if is_only { capitalized(what) } else { format!("{}, {what}", line_name(catalog, &typed[line])) }
    };
    match &step.what {
        StepKind::Session { session: one, .. } if is_only => only_session(one, typed),
        StepKind::Session { session: one, .. } => session(one, typed, catalog),
        StepKind::Skipped(line) => of_line(*line, tr!("a session given up")),
        StepKind::Ended(line) => of_line(*line, tr!(in "treatment", "broken off")),
        StepKind::Payment(note) => {
            let paid = if step.amount.typical.minor() < 0 { tr!(in "money", "Paid back") } else { tr!("Payment") };
            if note.is_empty() { paid.to_owned() } else { format!("{paid}: {note}") }
        }
        StepKind::Graded(concern, given) => {
            let graded = tr!("Result graded: {grade}", grade = grade(*given));
            let seen = &followed.expected.plan.concern;
            if concern == seen { graded } else { format!("{graded} ({})", concern_name(catalog, concern)) }
        }
    }
}

/// How sure it is; nothing for what is told by itself.
pub fn step_state(step: &Step) -> String {
    let StepKind::Session { due, state, .. } = step.what else { return String::new() };
    match (state, due) {
        (SessionState::Had, None) => tr!(in "session", "had").to_owned(),
        (SessionState::Had, Some(due)) => tr!("had; due {day}", day = date(due)),
        (SessionState::Booked, None) => tr!(in "session", "booked").to_owned(),
        (SessionState::Booked, Some(due)) => tr!("booked; due {day}", day = date(due)),
        (SessionState::Overdue, due) => tr!("overdue since {day}", day = due.map(date).unwrap_or_default()),
        (SessionState::Foreseen, None) => tr!(in "session", "foreseen").to_owned(),
        (SessionState::Foreseen, Some(due)) => tr!("foreseen; due {day}", day = date(due)),
    }
}

/// What is paid on a day; nothing for what costs nothing then.
pub fn step_amount(step: &Step, currency: Currency) -> String {
    if step.amount.to_array().iter().all(|amount| amount.minor() == 0) {
        return String::new();
    }
    let is_one = step.amount.low == step.amount.high;
    if is_one { money_exact(step.amount.typical, currency) } else { money_range(step.amount, currency) }
}

/// The curve of an option as it is expected, for a screen reader.
pub fn followed_curve(followed: &Followed) -> String {
    let best = |standing: &Standing| standing.best.map(share_with_range).unwrap_or_default();
    let Some(learned) = &followed.learned else {
        let (planned, now) = (best(&followed.planned), best(&followed.now));
        return tr!("Improvement as it is expected: {now} at its best; planned were {planned}", now, planned);
    };
    let of_people = |standing: &Standing| standing.best.map(share_of_people).unwrap_or_default();
    tr!(
        "Improvement as it is expected of this client by what was graded: {now} at its best; planned were {planned}",
        now = of_people(&learned.standing),
        planned = of_people(&followed.planned)
    )
}
