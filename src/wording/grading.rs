//! Results as they were graded, and what follows from that for this client.

use super::figures::{date, share, share_of_people, share_range};
use crate::evaluation::{Followed, Learned};
use crate::locale::{tr, trn};
use crate::units::{Grade, Spread};

/// The share of the draws below which too few count for a range.
const FEW: f64 = 0.01;
/// The logarithm of the likelihood of a grade, on average, below which even the draw that agrees best is three standard deviations
/// off.
const FAR: f64 = -4.5;

/// A grade: `40% better`, `25–50% better`.
pub fn grade(grade: Grade) -> String {
    let (low, high) = grade.range();
    match grade {
        Grade::Quartile(0) => tr!("no better").to_owned(),
        Grade::Quartile(1) => tr!("up to {share} better", share = share(high)),
        Grade::Quartile(Grade::LAST_STEP) => tr!("more than {share} better", share = share(low)),
        _ => tr!("{share} better", share = share_range(Spread { low, typical: low, high })),
    }
}

/// What was graded and what follows from that, a sentence each; nothing where nothing counts.
pub(super) fn learned(followed: &Followed) -> Vec<String> {
    let idle = followed.grades.len() - followed.counted().count();
    let idle = (idle > 0).then(|| {
        trn!(
            idle as u64,
            "{number} grade counts nothing: on its day there is no result to hold it against",
            "{number} grades count nothing: on their days there is no result to hold them against",
            number = idle
        )
    });
    let Some(learned) = &followed.learned else { return idle.into_iter().collect() };
    let changed = learned.standing.best.zip(followed.now.best).map(|(after, before)| {
        tr!(
            "by what was graded {after} at its best is to be expected of this client, without that {before} of people like this one; \
             nothing is promised by it",
            after = share_of_people(after),
            before = share_of_people(before)
        )
    });
    let rough = is_rough(learned).then(|| {
        tr!(
            "what was graded lies so far from what was foreseen that hardly any course that was drawn agrees with it: the range \
             that follows is rough"
        )
        .to_owned()
    });
    [Some(graded(followed)), changed, rough, idle].into_iter().flatten().collect()
}

/// What was graded, by whom, and how exact that is.
fn graded(followed: &Followed) -> String {
    let grades = followed.counted().map(|(on, given)| tr!("{grade} on {day}", grade = grade(given), day = date(on)));
    let grades: Vec<String> = grades.collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share has few points")]
    let points = (followed.grading_error * 100.0).round() as u32;
    let error = trn!(points, "{points} point", "{points} points", points);
    trn!(
        grades.len() as u64,
        "graded: {grades}; that is one person's grade, by this clinic, give or take {error}, which is our assumption",
        "graded: {grades}; these are one person's grades, by this clinic, each give or take {error}, which is our assumption",
        grades = grades.join(", "),
        error
    )
}

fn is_rough(learned: &Learned) -> bool {
    let draws = u32::try_from(learned.draws).unwrap_or(u32::MAX);
    let grades = f64::from(u32::try_from(learned.graded.len()).unwrap_or(u32::MAX));
    learned.agreement.effective < FEW * f64::from(draws) || learned.agreement.best < FAR * grades
}
