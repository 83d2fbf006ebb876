//! What any two lines reach at most together, so that most mixes of three are passed over at a glance.
//!
//! The more lines there are, the less each further one adds: the most of several gains and their sum do so, and so does what
//! follows from them (a monotone submodular function, see Nemhauser, Wolsey and Fisher, 1978). What three lines reach is therefore at
//! most `f(x, y) + f(x, z) − f(x)`, and `f(x, y) + f(y, z) − f(y)`.

use super::id::Place;
use super::samples::PROBES;
use super::space::Space;
use std::ops::Range;

/// The lines that may be mixed, and what any two of them reach at most.
#[derive(Debug, Default)]
pub(super) struct Couples {
    /// By treatment and first day, the cheapest first.
    lines: Vec<Place>,
    /// What each costs.
    spend: Vec<i64>,
    runs: Vec<Run>,
    /// Of each line the first one of a later treatment.
    behind: Vec<usize>,
    /// Under each ceiling, value by value.
    tables: Vec<Vec<Table>>,
}

/// The lines of one treatment that begin on one day.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) treatment: usize,
    pub(super) start: usize,
    /// Which ceiling the treatment has.
    pub(super) ceiling: usize,
    pub(super) lines: Range<usize>,
}

/// One value of every line and every two.
#[derive(Clone, Debug, Default)]
struct Table {
    alone: Vec<f32>,
    /// Of each line with all those of later treatments.
    rows: Vec<Vec<f32>>,
}

/// Two lines, and what each line of a run adds to them at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Couple<'a> {
    /// Value by value.
    sides: [[Side<'a>; 2]; PROBES],
    probes: usize,
}

/// One of two lines: what both reach less what it does, and what it reaches with each line of a run.
#[derive(Clone, Copy, Debug, Default)]
struct Side<'a> {
    both_less_one: f32,
    with_third: &'a [f32],
}

impl Couples {
    /// The lines of a space, as yet by themselves.
    pub(super) fn new(space: &Space) -> Self {
        let mut couples = Self::default();
        for (treatment, group) in space.treatments.iter().enumerate() {
            for (start, begun) in group.begun.iter().enumerate() {
                let from = couples.lines.len();
                let mixed =
                    (0..begun.len()).filter(|at| !begun[*at].waits && space.may_afford(&[(treatment, &begun[*at])]));
                couples.lines.extend(mixed.map(|at| space.place((treatment, start, at))));
                let lines = from..couples.lines.len();
                let ceiling = begun.first().map_or(0, |begun| begun.sampled.ceiling());
                couples.runs.push(Run { treatment, start, ceiling, lines });
            }
        }
        let behind = |line: &Place| {
            couples.runs_after(line.treatment).first().map_or(couples.lines.len(), |run| run.lines.start)
        };
        couples.behind = couples.lines.iter().map(behind).collect();
        couples.spend = couples.lines.iter().map(|line| space.begun(*line).1.spend).collect();
        let alone = |ceiling: usize, probe: usize| -> Vec<f32> {
            let of = |place: &Place| space.sampler.probe_alone(&space.begun(*place).1.sampled, ceiling, probe);
            couples.lines.iter().map(|place| single(of(place))).collect()
        };
        let table =
            |ceiling, probe| Table { alone: alone(ceiling, probe), rows: vec![Vec::new(); couples.lines.len()] };
        let under = |ceiling| (0..space.sampler.probes()).map(|probe| table(ceiling, probe)).collect();
        couples.tables = (0..space.sampler.ceilings()).map(under).collect();
        couples
    }

    pub(super) fn lines(&self) -> &[Place] {
        &self.lines
    }

    /// What each line costs.
    pub(super) fn spend(&self) -> &[i64] {
        &self.spend
    }

    /// How many lines of later treatments there are behind one.
    pub(super) fn later(&self, line: usize) -> usize {
        self.lines.len() - self.behind[line]
    }

    /// The lines of later treatments, run by run.
    pub(super) fn runs_after(&self, treatment: usize) -> &[Run] {
        &self.runs[self.runs.partition_point(|run| run.treatment <= treatment)..]
    }

    /// Looks at a line with each of later treatments.
    pub(super) fn fill(&mut self, space: &Space, line: usize) {
        let one = space.begun(self.lines[line]);
        let mut rows = vec![vec![Vec::with_capacity(self.later(line)); space.sampler.probes()]; self.tables.len()];
        for run in self.runs_after(one.0) {
            for with in run.lines.clone() {
                let other = space.begun(self.lines[with]);
                let lines = [one, other];
                let may_be = space.may_pair(one.0, run.treatment)
                    && space.keeps_to_days(&lines)
                    && space.may_afford(&lines)
                    && space.go_with(one, other);
                let lowest = one.1.sampled.ceiling().max(run.ceiling);
                for (ceiling, rows) in rows.iter_mut().enumerate() {
                    for (probe, row) in rows.iter_mut().enumerate() {
                        row.push(if may_be && ceiling >= lowest {
                            single(space.sampler.probe(&one.1.sampled, &other.1.sampled, ceiling, probe))
                        } else {
                            f32::NEG_INFINITY
                        });
                    }
                }
            }
        }
        for (tables, rows) in self.tables.iter_mut().zip(rows) {
            tables.iter_mut().zip(rows).for_each(|(table, row)| table.rows[line] = row);
        }
    }

    /// Two lines, the first of the earlier treatment, with the lines of a run of a later one under a ceiling that is no lower than
    /// theirs; none if both may not be part of one plan.
    pub(super) fn of(&self, [one, other]: [usize; 2], ceiling: usize, run: &Run) -> Option<Couple<'_>> {
        let tables = &self.tables[ceiling];
        let mut sides = [[Side::default(); 2]; PROBES];
        for (table, sides) in tables.iter().zip(&mut sides) {
            let both = *table.rows[one].get(other - self.behind[one])?;
            if both == f32::NEG_INFINITY {
                return None;
            }
            for (side, line) in sides.iter_mut().zip([one, other]) {
                let behind = self.behind[line];
                let with_third = table.rows[line].get(run.lines.start - behind..run.lines.end - behind)?;
                *side = Side { both_less_one: both - table.alone[line], with_third };
            }
        }
        Some(Couple { sides, probes: tables.len() })
    }
}

impl Couple<'_> {
    /// Whether any of these lines of the run may reach so much with both.
    #[inline]
    pub(super) fn reaches(&self, lines: Range<usize>, least: f32) -> bool {
        self.sides[..self.probes].iter().all(|[one, other]| {
            let with = one.with_third[lines.clone()].iter().zip(&other.with_third[lines.clone()]);
            let most = with.map(|(with_one, with_other)| {
                let (most, other) = (one.both_less_one + with_one, other.both_less_one + with_other);
                if most < other { most } else { other }
            });
            // All are looked at, so that it is done side by side.
            most.fold(false, |is_any, most| is_any | (most >= least))
        })
    }
}

/// Bounds leave room for what single precision cannot tell apart.
#[expect(clippy::cast_possible_truncation, reason = "a few years, or shares and months")]
fn single(value: f64) -> f32 {
    value as f32
}
