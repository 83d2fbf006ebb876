//! The option's superposition while its schedule is being made: says when the improvement has faded.

use super::{Context, Projection, ResultPoint};
use crate::response::{Dose, Kernel, Superposition};
use crate::scenario::{Line, TreatmentOption};
use crate::schedule::{FadeRule, FadeWatch, Schedule, Session};
use crate::units::Day;

/// Kernels of an option's lines, and how far the watch for fading has got.
pub(super) struct Fading {
    kernels: Vec<Kernel>,
    /// For each line, the position of its kernel, or none if it does nothing for the concern; and which treatment.
    lines: Vec<(Option<usize>, usize)>,
    scar_mix: Option<[f64; 3]>,
    /// Everything before this day has been looked at.
    seen_to: Day,
    /// The highest improvement so far.
    peak: f64,
}

/// Days between looks; a fall found is then dated to the day.
const STEP: Day = 7;

impl Fading {
    pub(super) fn new(context: &Context<'_>, option: &TreatmentOption) -> Self {
        let mut kernels = Vec::with_capacity(option.lines.len());
        let lines = option.lines.iter().enumerate().map(|(at, line)| {
            let kernel = kernel(context, line);
            let known = kernel.map(|kernel| {
                kernels.push(kernel);
                kernels.len() - 1
            });
            let same = option.lines.iter().position(|other| other.treatment == line.treatment);
            (known, same.unwrap_or(at))
        });
        let lines = lines.collect();
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
            let (kernel, treatment) = self.lines[session.line];
            Some(Dose { day: session.day, kernel: kernel?, treatment })
        });
        Superposition::new(self.kernels.clone(), &doses.collect::<Vec<_>>(), self.scar_mix)
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
        let mut before = sum.typical(self.seen_to);
        while self.seen_to < last {
            let day = (self.seen_to + STEP).min(last);
            let improvement = sum.typical(day);
            let reached = self.peak.max(improvement);
            // A rule can only become due within the step if it would be due at its end, or has ended inside it.
            let open = rules.iter().any(|rule| rule.from <= day && rule.until > self.seen_to);
            if open && improvement < before && rules.iter().any(|rule| improvement <= rule.share * reached) {
                let mut yesterday = before;
                for day in self.seen_to + 1..=day {
                    let today = sum.typical(day);
                    self.peak = self.peak.max(today);
                    if let Some(rule) = self.satisfied(rules, day, today, yesterday) {
                        self.seen_to = day;
                        return Some((rule, day));
                    }
                    yesterday = today;
                }
            }
            self.peak = reached;
            self.seen_to = day;
            before = improvement;
        }
        None
    }
}

fn kernel(context: &Context<'_>, line: &Line) -> Option<Kernel> {
    let treatment = context.catalog.treatment(&line.treatment)?;
    let add_ons = line.add_ons.iter().filter_map(|add_on| context.catalog.add_on(add_on.id.as_ref()?));
    let factor = add_ons.map(|add_on| add_on.amplitude.value.typical).product();
    context.model.as_ref()?.kernel(treatment, line.depth_mm, factor)
}
