//! The option's superposition while its schedule is being made: says when the improvement has faded.

use super::{Context, Projection, ResultPoint};
use crate::document::LineId;
use crate::plan::{Line, TreatmentOption};
use crate::response::{Dose, Kernel, Superposition};
use crate::schedule::{FadeRule, FadeWatch, Schedule, Session};
use crate::units::Day;

/// Kernels of an option's lines, and how far the watch for fading has got.
pub(super) struct Fading {
    kernels: Vec<Kernel>,
    /// For each line, the position of its kernel, or none if it does nothing for the concern; and which treatment.
    lines: Vec<(LineId, Option<usize>, usize)>,
    scar_mix: Option<[f64; 3]>,
    /// Everything before this day has been looked at.
    seen_to: Day,
    /// The highest improvement so far.
    peak: f64,
}

/// Days between looks; a fall found is then dated to the day.
const STEP: usize = 7;
/// How far a dip or a summit within a week may lie beyond the ends of the week, as a factor: in the fastest of the
/// catalogue's curves it is a tenth of that.
const DIP: f64 = 1.02;
/// Days looked at in one go.
const STRETCH: Day = 26 * 7;

impl Fading {
    pub(super) fn new(context: &Context<'_>, option: &TreatmentOption) -> Self {
        // Sums are taken kernel by kernel, in the order in which lines were added, so that theirs never shows, not in a
        // last bit.
        let mut ordered: Vec<&Line> = option.lines.iter().collect();
        ordered.sort_by_key(|line| line.id);
        let mut kernels = Vec::with_capacity(ordered.len());
        let mut lines = Vec::with_capacity(ordered.len());
        for (at, line) in ordered.iter().enumerate() {
            let known = kernel(context, line).map(|kernel| {
                kernels.push(kernel);
                kernels.len() - 1
            });
            let same = ordered.iter().position(|other| other.treatment == line.treatment);
            lines.push((line.id, known, same.unwrap_or(at)));
        }
        let scar_mix = context.model.as_ref().and_then(crate::response::Model::scar_mix);
        Self { kernels, lines, scar_mix, seen_to: 0, peak: 0.0 }
    }

    /// The result under the finished schedule, and its values on these days.
    pub(super) fn into_projection(
        self,
        context: &Context<'_>,
        schedule: &Schedule,
        days: &[Day],
    ) -> Option<(Projection, Vec<ResultPoint>)> {
        let model = context.model.as_ref()?;
        Some(Projection::new(context, model, self.superposition(&schedule.sessions), schedule, days))
    }

    fn superposition(&self, sessions: &[Session]) -> Superposition {
        let doses = sessions.iter().filter_map(|session| {
            let (_, kernel, treatment) = *self.lines.iter().find(|(line, ..)| *line == session.line)?;
            Some(Dose { day: session.day, kernel: kernel?, treatment })
        });
        Superposition::new(self.kernels.clone(), &doses.collect::<Vec<_>>(), self.scar_mix)
    }

    /// The first day up to `end` on which a rule is due; without one, everything before `end` counts as seen. Looks once a
    /// week, and day by day in every week in which a rule could be due or the peak could lie.
    fn first_in_stretch(&mut self, sum: &Superposition, rules: &[FadeRule], end: Day) -> Option<(usize, Day)> {
        let looks: Vec<Day> = (self.seen_to..end).step_by(STEP).chain([end]).collect();
        let gains = sum.typical_curve(&looks);
        for at in 1..looks.len() {
            let (from, to) = (looks[at - 1], looks[at]);
            if self.is_close(sum, rules, &gains, at, (from, to)) {
                let found = self.first_day(sum, rules, from, to);
                if found.is_some() {
                    return found;
                }
            }
            self.peak = self.peak.max(gains[at]);
            self.seen_to = to;
        }
        None
    }

    /// Whether the week that ends with the look at `at` must be looked at day by day.
    fn is_close(
        &self,
        sum: &Superposition,
        rules: &[FadeRule],
        gains: &[f64],
        at: usize,
        (from, to): (Day, Day),
    ) -> bool {
        let (low, high) = (gains[at - 1].min(gains[at]), gains[at - 1].max(gains[at]));
        let reached = self.peak.max(high);
        // A curve only falls and rises again within a week where a session has begun to build up: there it may dip a
        // little below both ends.
        let margin = if sum.has_dose(from - 28, to) { DIP } else { 1.0 };
        let may_be_due = |rule: &FadeRule| rule.from <= to && rule.until > from && low <= margin * rule.share * reached;
        // A summit at either end of the week, as far as its neighbours are known.
        let is_summit = |at: usize| {
            let beside = [gains.get(at.wrapping_sub(1)), gains.get(at + 1)];
            beside.into_iter().flatten().all(|other| *other <= gains[at])
        };
        let may_peak = high * DIP >= self.peak && (is_summit(at - 1) || is_summit(at));
        may_peak || rules.iter().any(may_be_due)
    }

    /// The first day after `from`, up to `to`, on which a rule is due.
    fn first_day(&mut self, sum: &Superposition, rules: &[FadeRule], from: Day, to: Day) -> Option<(usize, Day)> {
        let days: Vec<Day> = (from..=to).collect();
        let gains = sum.typical_curve(&days);
        days[1..].iter().zip(gains.windows(2)).find_map(|(day, gain)| {
            self.peak = self.peak.max(gain[1]);
            let rule = self.satisfied(rules, *day, gain[1], gain[0])?;
            self.seen_to = *day;
            Some((rule, *day))
        })
    }

    /// The first rule that this day satisfies, given the improvement on it and on the day before.
    fn satisfied(&self, rules: &[FadeRule], day: Day, improvement: f64, before: f64) -> Option<usize> {
        let falling = improvement < before;
        let due = |rule: &FadeRule| (rule.from..=rule.until).contains(&day) && improvement <= rule.share * self.peak;
        falling.then(|| rules.iter().position(due)).flatten()
    }
}

impl FadeWatch for Fading {
    fn first_faded(&mut self, sessions: &[Session], rules: &[FadeRule]) -> Option<(usize, Day)> {
        let last = rules.iter().map(|rule| rule.until).max()?;
        let sum = self.superposition(sessions);
        while self.seen_to < last {
            // A stretch at a time: what lies behind the next session will look different once it is there.
            let end = (self.seen_to + STRETCH).min(last);
            let found = self.first_in_stretch(&sum, rules, end);
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

fn kernel(context: &Context<'_>, line: &Line) -> Option<Kernel> {
    let treatment = context.catalog.treatment(&line.treatment)?;
    let add_ons = line.add_ons.iter().filter_map(|add_on| context.catalog.add_on(add_on.add_on.as_ref()?));
    let factor = add_ons.map(|add_on| add_on.amplitude.value.typical).product();
    context.model.as_ref()?.kernel(treatment, line.depth_mm, factor)
}
