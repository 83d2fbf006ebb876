//! Results as they were graded, and what follows from that for this client.

use super::figures::{date, share, share_of_people, share_range};
use crate::evaluation::Followed;
use crate::locale::tr;
use crate::units::{Grade, Spread};

/// The share of the draws below which too few agree with a grade for a range.
const FEW: f64 = 0.01;

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

/// What was graded and what follows from that, a sentence each; nothing where nothing was graded.
pub(super) fn learned(followed: &Followed) -> Vec<String> {
    let Some(learned) = &followed.learned else { return Vec::new() };
    let grades =
        followed.grades.iter().map(|(on, given)| tr!("{grade} on {day}", grade = grade(*given), day = date(*on)));
    let graded = tr!(
        "graded {grades}: one person's grade, by this clinic, taken to be right to about {error}, which is our assumption",
        grades = grades.collect::<Vec<_>>().join(", "),
        error = share(followed.grading_error)
    );
    let bests = [learned.standing.best, followed.now.best].map(|best| best.map(share_of_people));
    let changed = if let [Some(after), Some(before)] = bests {
        Some(tr!(
            "with it {after} at its best is to be expected of this client, without it {before} of people like this one; it \
             promises nothing",
            after,
            before
        ))
    } else {
        None
    };
    let draws = learned.expected.estimate.options[0].projection.as_ref().and_then(|one| one.simulation.as_ref());
    let is_rough = draws.is_some_and(|simulation| {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand draws")]
        let all = simulation.draws as f64;
        learned.support < FEW * all
    });
    let rough = is_rough.then(|| {
        tr!(
            "it lies so far from what was foreseen that hardly any course that was drawn agrees with it: the range after it \
             is rough"
        )
        .to_owned()
    });
    [Some(graded), changed, rough].into_iter().flatten().collect()
}
