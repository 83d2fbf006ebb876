//! What any two lines reach at most together, so that most mixes of three are passed over at a glance.
//!
//! Under one ceiling `C` lines reach `C · (1 − exp(−G/C))`, where their gain `G` is a share of the greatest gain and the rest of the
//! sum. Of both, and so of what follows from them, a further line adds the less the more lines there are (a monotone submodular
//! function; Nemhauser, Wolsey and Fisher, 1978); of averages over days, and of what counts up to a level, so it does. What three lines
//! reach is therefore at most `f(x, y) + f(x, z) − f(x)` and `f(x, y) + f(y, z) − f(y)`, each under the highest ceiling of the three:
//! what is reached never shrinks with the ceiling. What is held over days is at most what is reached on any one of them.

use super::begun::Begun;
use super::id::Place;
use super::samples::{PROBES, single};
use super::space::Space;
use std::ops::Range;

/// The lines that may be mixed, and what any two of them reach at most. Lines that do the same are one here, whichever way they are
/// paid.
#[derive(Debug, Default)]
pub(super) struct Couples {
    /// By treatment and first day, those that can be had for the least first.
    dosings: Vec<Dosing>,
    runs: Vec<Run>,
    /// Of each the first one of a later treatment.
    behind: Vec<usize>,
    /// Under each ceiling, figure by figure.
    tables: Vec<Vec<Table>>,
}

/// The same sessions in each way to pay for them, the cheapest first.
#[derive(Clone, Debug)]
pub(super) struct Dosing {
    pub(super) ways: Vec<Place>,
    /// What the cheapest of them costs.
    pub(super) spend: i64,
}

/// The dosings of one treatment that begin on one day.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) treatment: usize,
    pub(super) start: usize,
    /// Which ceiling the treatment has.
    pub(super) ceiling: usize,
    pub(super) dosings: Range<usize>,
}

/// One figure of every dosing and every two.
#[derive(Clone, Debug, Default)]
struct Table {
    alone: Vec<f32>,
    /// Of each with all those of later treatments.
    rows: Vec<Vec<f32>>,
}

/// Two dosings, and what each of a run adds to them at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Couple<'a> {
    /// Figure by figure.
    sides: [[Side<'a>; 2]; PROBES],
    probes: usize,
}

/// One of the two: what both reach less what it does, and what it reaches with each of a run.
#[derive(Clone, Copy, Debug, Default)]
struct Side<'a> {
    both_less_one: f32,
    with_third: &'a [f32],
}

impl Couples {
    /// The lines of a space, all of which have begun, as yet by themselves.
    pub(super) fn new(space: &Space<'_>) -> Self {
        let mut couples = Self::default();
        for (treatment, group) in space.treatments.iter().enumerate() {
            for (start, begun) in group.begun.iter().enumerate() {
                let from = couples.dosings.len();
                let mixed = (0..begun.len()).filter(|at| !begun[*at].waits);
                for place in mixed.map(|at| space.place((treatment, start, at))) {
                    couples.add(space, from, place);
                }
                let dosings = from..couples.dosings.len();
                let ceiling = begun.first().map_or(0, |begun| begun.sampled.ceiling());
                couples.runs.push(Run { treatment, start, ceiling, dosings });
            }
        }
        let behind = |dosing: &Dosing| {
            couples.runs_after(dosing.ways[0].treatment).first().map_or(couples.dosings.len(), |run| run.dosings.start)
        };
        couples.behind = couples.dosings.iter().map(behind).collect();
        let alone = |ceiling: usize, probe: usize| -> Vec<f32> {
            let of =
                |dosing: &Dosing| space.sampler.probe_alone(&space.begun(dosing.ways[0]).1.sampled, ceiling, probe);
            couples.dosings.iter().map(|dosing| single(of(dosing))).collect()
        };
        let rows = vec![Vec::new(); couples.dosings.len()];
        let table = |ceiling, probe| Table { alone: alone(ceiling, probe), rows: rows.clone() };
        let under = |ceiling| (0..space.sampler.probes()).map(|probe| table(ceiling, probe)).collect();
        couples.tables = (0..space.sampler.ceilings()).map(under).collect();
        couples
    }

    /// Adds a line to those from one on, as another way to pay for the same, or as a dosing of its own.
    fn add(&mut self, space: &Space<'_>, from: usize, place: Place) {
        let line = space.begun(place);
        if !space.may_afford(&[line]) {
            return;
        }
        let is_same = |other: &Begun| {
            other.days.is_moved() == line.1.days.is_moved() && other.days.doses().eq(line.1.days.doses())
        };
        match self.dosings[from..].iter_mut().find(|dosing| is_same(space.begun(dosing.ways[0]).1)) {
            Some(dosing) => dosing.ways.push(place),
            None => self.dosings.push(Dosing { ways: vec![place], spend: line.1.spend }),
        }
    }

    pub(super) fn dosings(&self) -> &[Dosing] {
        &self.dosings
    }

    /// How many of later treatments there are behind one.
    pub(super) fn later(&self, dosing: usize) -> usize {
        self.dosings.len() - self.behind[dosing]
    }

    /// The dosings of later treatments, run by run.
    pub(super) fn runs_after(&self, treatment: usize) -> &[Run] {
        &self.runs[self.runs.partition_point(|run| run.treatment <= treatment)..]
    }

    /// Looks at one with each of later treatments.
    pub(super) fn fill(&mut self, space: &Space<'_>, dosing: usize) {
        let ways = &self.dosings[dosing].ways;
        let one = space.begun(ways[0]);
        let own = one.1.sampled.ceiling();
        for ceiling in own..self.tables.len() {
            for probe in 0..space.sampler.probes() {
                self.tables[ceiling][probe].rows[dosing] = Vec::with_capacity(self.later(dosing));
            }
        }
        let runs = self.runs_after(one.0).to_vec();
        for run in runs {
            for with in run.dosings.clone() {
                let may_be = space.may_pair(one.0, run.treatment) && self.may_be_together(space, [dosing, with]);
                let other = space.begun(self.dosings[with].ways[0]);
                for (ceiling, tables) in self.tables.iter_mut().enumerate().skip(own) {
                    for (probe, table) in tables.iter_mut().enumerate() {
                        table.rows[dosing].push(if may_be && ceiling >= run.ceiling {
                            single(space.sampler.probe(&one.1.sampled, &other.1.sampled, ceiling, probe))
                        } else {
                            f32::NEG_INFINITY
                        });
                    }
                }
            }
        }
    }

    /// Whether two may be part of one plan, in any way to pay for them.
    fn may_be_together(&self, space: &Space<'_>, dosings: [usize; 2]) -> bool {
        let [ways, others] = dosings.map(|at| &self.dosings[at].ways);
        let may_afford = || {
            let mut pairs = ways.iter().flat_map(|one| others.iter().map(move |other| [one, other]));
            pairs.any(|pair| space.may_afford(&pair.map(|place| space.begun(*place))))
        };
        // The days are the same in all of them.
        space.may_be_together(&[space.begun(ways[0]), space.begun(others[0])]) && may_afford()
    }

    /// Two dosings, the first of the earlier treatment, with those of a run of a later one under a ceiling that is no lower than
    /// theirs; none if both may not be part of one plan.
    pub(super) fn of(&self, [one, other]: [usize; 2], ceiling: usize, run: &Run) -> Option<Couple<'_>> {
        let tables = &self.tables[ceiling];
        let mut sides = [[Side::default(); 2]; PROBES];
        for (table, sides) in tables.iter().zip(&mut sides) {
            let both = table.rows[one][other - self.behind[one]];
            if both == f32::NEG_INFINITY {
                return None;
            }
            for (side, dosing) in sides.iter_mut().zip([one, other]) {
                let behind = self.behind[dosing];
                let with_third = &table.rows[dosing][run.dosings.start - behind..run.dosings.end - behind];
                *side = Side { both_less_one: both - table.alone[dosing], with_third };
            }
        }
        Some(Couple { sides, probes: tables.len() })
    }
}

impl Couple<'_> {
    /// Whether any of these of the run may reach so much with both.
    #[inline]
    pub(super) fn reaches(&self, thirds: Range<usize>, least: f32) -> bool {
        self.sides[..self.probes].iter().all(|[one, other]| {
            let with = one.with_third[thirds.clone()].iter().zip(&other.with_third[thirds.clone()]);
            let most = with.map(|(with_one, with_other)| {
                let (most, other) = (one.both_less_one + with_one, other.both_less_one + with_other);
                if most < other { most } else { other }
            });
            // All are looked at, so that it is done side by side.
            most.fold(f32::NEG_INFINITY, |highest, most| if most > highest { most } else { highest }) >= least
        })
    }
}
