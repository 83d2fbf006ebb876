//! One course in all draws.

use super::course::Course;
use super::draws::{Block, Draws, Parameter};
use super::nodes::{BINS, FADE_NODES, KeptTables, NodeTables, WEAR_NODES};
use super::simulation::{Drawn, DrawnFigure, SimulatedFigures, Simulation, ranks};
use super::weighing::Weighing;
use crate::engine::Kernel;
use crate::units::{DAYS_PER_YEAR, Day, Quantiles, position};
use ensemble::{Figures, Group, Near, Part, Processor, Row, SCALE, Stretch};
use std::mem;
use std::ops::Range;

/// The share of severity that people are counted above.
const COUNTED: f32 = 0.25;

/// A course with everything laid out for all draws.
pub(super) struct Drawing<'a> {
    draws: &'a Draws,
    course: &'a Course<'a>,
    together: &'a [f32],
    kernels: Vec<DrawnKernel>,
    /// The shares of the scar types, or 1 for all.
    shares: Vec<f32>,
    /// From which day on, by its position, each draw has which ceiling.
    ceilings: Vec<(usize, Vec<f32>)>,
    /// Each person's factor.
    factors: Vec<f32>,
    /// How far each draw strays beyond the evidence.
    deviations: Vec<f32>,
}

/// A kernel in all draws.
struct DrawnKernel {
    treatment: usize,
    types: Vec<f32>,
    /// For each bin of the fade time the curve of each node; none where no draw is.
    passing: Vec<[Vec<f32>; FADE_NODES]>,
    /// For each bin of the wear the curve of each node; empty if nothing stays.
    staying: Vec<[Vec<f32>; WEAR_NODES]>,
    /// For each node of the fade time the coefficient of each draw.
    of_passing: [Vec<f32>; FADE_NODES],
    /// For each node of the wear the coefficient of each draw.
    of_staying: [Vec<f32>; WEAR_NODES],
}

/// A count, none of which is above that of all draws.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[expect(clippy::cast_possible_truncation, reason = "draws are worked out in single precision")]
fn single(value: f64) -> f32 {
    value as f32
}

impl<'a> Drawing<'a> {
    pub(super) fn new(draws: &'a Draws, course: &'a Course<'a>, together: &'a [f32], tables: &mut KeptTables) -> Self {
        let Course { program, conditions } = course;
        let uncertainty = &conditions.uncertainty;
        let (types, shares): (Vec<usize>, Vec<f32>) =
            program.types().map(|(scar_type, share)| (scar_type, single(share))).unzip();
        let horizon = conditions.days.last().copied().unwrap_or_default();
        let kernels = program.dosed().map(|(kernel, doses)| {
            let key = (kernel.shape, uncertainty.fade, uncertainty.wear, horizon);
            DrawnKernel::new(draws, course, &kernel, &doses, &types, &tables.of(key))
        });
        let mut drawing = Self {
            kernels: kernels.collect(),
            ceilings: Vec::new(),
            factors: draws.of(Parameter::Person).map(|z| single(libm::exp(uncertainty.person * z))).collect(),
            deviations: draws.of(Parameter::Beyond).map(single).collect(),
            draws,
            course,
            together,
            shares,
        };
        drawing.add_ceilings();
        drawing
    }

    fn add_ceilings(&mut self) {
        let Course { program, conditions } = self.course;
        let (scale, limit) = (conditions.uncertainty.ceiling, conditions.uncertainty.ceiling_limit);
        let mut last = 0.0;
        for (at, day) in conditions.days.iter().enumerate() {
            let ceiling = program.ceiling(*day);
            if ceiling > last {
                let drawn = self.draws.of(Parameter::Ceiling).map(|z| single(scale.at(ceiling, z).min(limit)));
                self.ceilings.push((at, drawn.collect()));
                last = ceiling;
            }
        }
    }

    /// Works all draws out. What `rows` hold is overwritten: they are only given so that their memory is used again.
    pub(super) fn run(&self, processor: Processor, rows: &mut [Vec<u16>; 2]) -> Simulation {
        let (days, draws) = (&self.course.conditions.days, self.draws.count());
        let (weights, beyond) = (weights(days), self.beyond());
        let target = self.course.conditions.target;
        let on = ensemble::Course {
            shares: &self.shares,
            weights: &weights,
            beyond: &beyond,
            level: target.map_or(f32::INFINITY, single),
        };
        rows.iter_mut().for_each(|rows| rows.resize(days.len() * draws, 0));
        let mut figures = [(); 2].map(|()| [(); 3].map(|()| vec![0.0_f32; draws]));
        let mut left: Vec<Rest<'_>> =
            rows.iter_mut().zip(&mut figures).map(|(rows, figures)| Rest::of(rows, figures, draws)).collect();
        for block in &self.draws.blocks {
            let length = block.members.len();
            if let [clinics, people] = &mut *left {
                self.block(block).run(processor, &on, [&mut clinics.take(length), &mut people.take(length)]);
            }
        }
        drop(left);
        let [of_clinics, of_people] = rows;
        let weighing = Weighing::of(&self.course.conditions, of_people, draws);
        let ranges = Rows { processor, draws, weighing: weighing.as_ref() }.ranges(of_clinics, of_people);
        let [[peak, years, above], [people_peak, people_years, people_above]] = figures;
        let figure = |clinics, people| DrawnFigure::new(clinics, people, weighing.as_ref());
        let months = |years: Vec<f32>| years.into_iter().map(|years| 12.0 * years).collect();
        Simulation {
            draws,
            agreement: weighing.as_ref().map(|weighing| weighing.agreement),
            program: self.course.program.clone(),
            conditions: self.course.conditions.clone(),
            ranges,
            figures: SimulatedFigures {
                peak: figure(peak, people_peak),
                years: figure(years, people_years),
                months_at_target: target.map(|_| figure(months(above), months(people_above))),
            },
        }
    }

    /// How much each day strays beyond the evidence, in powers of 2.
    fn beyond(&self) -> Vec<f32> {
        let conditions = &self.course.conditions;
        let end = conditions.evidence_end.unwrap_or(Day::MAX);
        let years = conditions.days.iter().map(|day| f64::from(day.saturating_sub(end).max(0)) / DAYS_PER_YEAR);
        let beyond = conditions.uncertainty.beyond * std::f64::consts::LOG2_E;
        years.map(|years| single(beyond * libm::sqrt(years))).collect()
    }

    /// The members of a block, and as many of those behind it as fill its lanes.
    fn lanes(&self, block: &Block) -> Range<usize> {
        let Range { start, end } = block.members;
        start..(start + (end - start).next_multiple_of(ensemble::LANES)).min(self.draws.count())
    }

    fn block(&self, block: &Block) -> ensemble::Block<'_> {
        let lanes = self.lanes(block);
        let mut groups: Vec<(usize, Group<'_>)> = Vec::new();
        for kernel in &self.kernels {
            // Kernels stand in the order of their treatments.
            if groups.last().is_none_or(|(treatment, _)| *treatment != kernel.treatment) {
                groups.push((kernel.treatment, Group { parts: Vec::new(), types: &kernel.types }));
            }
            if let Some((_, group)) = groups.last_mut() {
                group.parts.extend(kernel.parts(block, &lanes));
            }
        }
        let stretches = self.ceilings.iter();
        ensemble::Block {
            members: block.members.len(),
            groups: groups.into_iter().map(|(_, group)| group).collect(),
            stretches: stretches
                .map(|(from, ceilings)| Stretch { from: *from, ceilings: &ceilings[lanes.clone()] })
                .collect(),
            together: &self.together[lanes.clone()],
            factors: &self.factors[lanes.clone()],
            deviations: &self.deviations[lanes],
        }
    }
}

impl DrawnKernel {
    fn new(
        draws: &Draws,
        course: &Course<'_>,
        kernel: &Kernel,
        doses: &[(Day, f64, f64)],
        types: &[usize],
        tables: &NodeTables,
    ) -> Self {
        let Course { program, conditions } = course;
        let uncertainty = &conditions.uncertainty;
        let days: Vec<usize> = conditions.days.iter().copied().map(position).collect();
        let kept: Vec<f32> = program.setting().ageing.kept(&conditions.days).into_iter().map(single).collect();
        let passing: Vec<(usize, f64)> = doses.iter().map(|(day, weight, _)| (position(*day), *weight)).collect();
        let staying: Vec<(usize, f64)> = doses.iter().map(|(day, _, weight)| (position(*day), *weight)).collect();
        let is_used = |bin: usize, of: fn(&Block) -> usize| draws.blocks.iter().any(|block| of(block) == bin);
        let passes = |bin: usize| {
            let curve = |table: &Vec<f64>| ensemble::superpose(table, &passing, &days);
            if is_used(bin, |block| block.fade) {
                tables.passing[bin].each_ref().map(curve)
            } else {
                Default::default()
            }
        };
        let stays = |bin: usize| {
            let curve = |table: &Vec<f64>| {
                let curve = ensemble::superpose(table, &staying, &days);
                curve.into_iter().zip(&kept).map(|(stays, kept)| stays * kept).collect()
            };
            if is_used(bin, |block| block.wear) {
                tables.staying[bin].each_ref().map(curve)
            } else {
                Default::default()
            }
        };
        let amplitudes = draws
            .of(Parameter::Concern)
            .zip(draws.of(Parameter::Treatment(kernel.treatment)))
            .zip(draws.of(Parameter::AddOn));
        let amplitudes = amplitudes.map(|((concern, treatment), add_on)| {
            let add_ons = f64::from(kernel.add_ons) * uncertainty.add_on * add_on;
            kernel.amplitude * libm::exp(uncertainty.concern * concern + uncertainty.treatment * treatment + add_ons)
        });
        let shares = draws.of(Parameter::Persistence).map(|z| uncertainty.persistence.at(kernel.persistence, z));
        let (of_passing, of_staying): (Vec<f64>, Vec<f64>) =
            amplitudes.zip(shares).map(|(gain, stays)| (gain * (1.0 - stays), gain * stays)).unzip();
        let times = |gains: &[f64], weights: &Vec<f32>| -> Vec<f32> {
            gains.iter().zip(weights).map(|(gain, weight)| single(*gain) * weight).collect()
        };
        Self {
            treatment: kernel.treatment,
            types: types.iter().map(|scar_type| single(kernel.scar_types[*scar_type])).collect(),
            passing: (0..BINS).map(passes).collect(),
            staying: if kernel.persistence > 0.0 { (0..BINS).map(stays).collect() } else { Vec::new() },
            of_passing: draws.fade.each_ref().map(|weights| times(&of_passing, weights)),
            of_staying: draws.wear.each_ref().map(|weights| times(&of_staying, weights)),
        }
    }

    /// Its curves for a block, with the coefficients of its lanes.
    fn parts(&self, block: &Block, lanes: &Range<usize>) -> impl Iterator<Item = Part<'_>> {
        let passing = part(&self.passing[block.fade], &self.of_passing, lanes.clone());
        let staying = self.staying.get(block.wear).map(|curves| part(curves, &self.of_staying, lanes.clone()));
        [passing].into_iter().chain(staying)
    }
}

fn part<'a, const N: usize>(
    curves: &'a [Vec<f32>; N],
    coefficients: &'a [Vec<f32>; N],
    lanes: Range<usize>,
) -> Part<'a> {
    Part {
        curves: curves.iter().map(Vec::as_slice).collect(),
        coefficients: coefficients.iter().map(|all| &all[lanes.clone()]).collect(),
    }
}

/// How much each day counts in an area, in years, by trapezoids.
fn weights(days: &[Day]) -> Vec<f32> {
    let at = |at: usize| days[at.min(days.len() - 1)];
    let width = |day: usize| f64::from(at(day + 1) - at(day.saturating_sub(1)));
    (0..days.len()).map(|day| single(width(day) / (2.0 * DAYS_PER_YEAR))).collect()
}

/// What of a row is still to be taken.
type Left<'a, T> = &'a mut [T];

/// What of a range is still to be worked out: for each day the rest of its row, and the rest of the figures.
struct Rest<'a> {
    rows: Vec<&'a mut [u16]>,
    figures: [&'a mut [f32]; 3],
}

impl<'a> Rest<'a> {
    fn of(rows: &'a mut [u16], figures: &'a mut [Vec<f32>; 3], draws: usize) -> Self {
        Self { rows: rows.chunks_exact_mut(draws).collect(), figures: figures.each_mut().map(Vec::as_mut_slice) }
    }

    /// The part of the next so many draws.
    fn take(&mut self, draws: usize) -> ensemble::Range<'a> {
        fn next<'a, T>(rest: &mut Left<'a, T>, count: usize) -> &'a mut [T] {
            let (taken, left) = mem::take(rest).split_at_mut(count);
            *rest = left;
            taken
        }
        let [peak, area, above] = self.figures.each_mut().map(|figures| next(figures, draws));
        ensemble::Range {
            rows: self.rows.iter_mut().map(|row| next(row, draws)).collect(),
            figures: Figures { peak, area, above },
        }
    }
}

/// Rows of all draws, one for each day.
struct Rows<'a> {
    processor: Processor,
    draws: usize,
    weighing: Option<&'a Weighing>,
}

impl Rows<'_> {
    fn ranges(&self, clinics: &[u16], people: &[u16]) -> Vec<Drawn> {
        let of_clinics = self.quantiles(clinics);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the scale")]
        let counted = (COUNTED * SCALE) as u16;
        let drawn = |clinics, (people, people_over_25)| Drawn { clinics, people, people_over_25 };
        if let Some(weighing) = self.weighing {
            let of_people = weighing.of_rows(people, counted);
            return of_clinics.zip(of_people).map(|(clinics, people)| drawn(clinics, people)).collect();
        }
        let share = |row: &[u16]| {
            let at_most = Row(row).at_most(self.processor, counted);
            number(self.draws - at_most) / number(self.draws)
        };
        let of_people = self.quantiles(people).zip(people.chunks_exact(self.draws).map(share));
        of_clinics.zip(of_people).map(|(clinics, people)| drawn(clinics, people)).collect()
    }

    /// The quantiles of each row; each is looked for near that of the row before.
    fn quantiles<'b>(&self, rows: &'b [u16]) -> impl Iterator<Item = Quantiles> + use<'b> {
        let (processor, draws, mut near) = (self.processor, self.draws, [Near::default(); 3]);
        rows.chunks_exact(draws).map(move |row| {
            let ranks = ranks(draws);
            let mut at = |at: usize| f64::from(Row(row).ranked(processor, ranks[at], &mut near[at])) / f64::from(SCALE);
            Quantiles { p10: at(0), p50: at(1), p90: at(2) }
        })
    }
}
