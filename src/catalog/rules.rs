//! Rules of when a treatment may be given, as a clinic's checklist has them: what is said of it, by whom, and what counts here.

use super::{Basis, Figure, HoldId, SourceId, TreatmentId};
use crate::text::{Text, english};
use crate::units::Spread;
use serde::{Deserialize, Serialize};

/// Rules of when a treatment may be given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Months of strong sun.
    pub strong_sun: SunRule,
    /// Treatments that keep a distance from each other on the same skin, whatever their own intervals.
    pub pairs: Vec<PairRule>,
    /// Treatments that are accepted on one day.
    pub together: Vec<Together>,
    /// What of a client may put a treatment off, in the order of the checklist.
    pub holds: Vec<Hold>,
}

/// Months of strong sun, and what is not given in them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SunRule {
    /// The first and the last of these months in the northern half of the world, 1 to 12; in the southern half they are half
    /// a year later.
    pub months: Figure<(i8, i8)>,
    /// The treatments that are not given in them.
    pub treatments: Figure<Vec<TreatmentId>>,
}

/// After one treatment another one waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairRule {
    /// Those that come first.
    pub first: Vec<TreatmentId>,
    /// Those that wait.
    pub then: Vec<TreatmentId>,
    /// Days from the one to the other: the least that anybody asks for, what counts here, and the most that anybody does. A
    /// clinic of its own may ask for more than that.
    pub days: Figure<Spread<u32>>,
}

/// Two treatments that are accepted on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// The two.
    pub treatments: (TreatmentId, TreatmentId),
    /// Who says so.
    pub refs: Vec<SourceId>,
    /// What is said, in one sentence.
    pub note: Text,
}

/// Something of a client that may put a treatment off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// Its id in files.
    pub id: HoldId,
    /// Its name, as a sentence names it.
    pub name: Text,
    /// What the client is asked.
    pub question: Text,
    /// What the day is called from which on days count, or on which it is over; none if it has no end.
    #[serde(default)]
    pub ends: Option<Text>,
    /// Whether it is a day, from which a treatment keeps its distance both ways, and not a state that ends.
    #[serde(default)]
    pub is_a_day: bool,
    /// What follows from it, for each treatment at most one.
    pub rules: Vec<HoldRule>,
}

/// What follows for some treatments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldRule {
    /// The treatments.
    pub treatments: Vec<TreatmentId>,
    /// What is to be done.
    pub advice: Advice,
    /// Days after its end: the least that anybody asks for, what counts here, and the most that anybody does. A clinic of its
    /// own may ask for more than that.
    pub days: Figure<Spread<u32>>,
}

/// What is to be done before a treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Advice {
    /// To wait until it is over, and so many days after.
    Wait,
    /// To ask whoever prescribed, or a doctor.
    AskPrescriber,
    /// To try a small patch first.
    PatchTest,
    /// To know of it.
    Note,
}

/// What somebody says of when a treatment may be given.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guidance {
    /// Such as `spring-2017`.
    pub id: SourceId,
    /// How much weight it carries.
    pub kind: GuidanceKind,
    /// The year, as far as known.
    pub year: Text,
    /// Who says it and where.
    pub who: Text,
    /// What is said, in one sentence.
    pub says: Text,
    /// Where it can be read.
    pub link: String,
}

/// Who gives guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum GuidanceKind {
    /// A professional society, or somebody at its meeting.
    Society,
    /// The label of a medicine.
    Label,
    /// A published study or review.
    Review,
    /// A maker of what is sold.
    Manufacturer,
    /// A clinic or hospital: practice, not evidence.
    Clinic,
}

/// Months from one half of the world to the other.
const HALF_A_YEAR: i8 = 6;

impl SunRule {
    /// The first and the last month of strong sun in the northern or the southern half of the world, 1 to 12.
    pub fn months_of(&self, is_south: bool) -> (i8, i8) {
        let (first, last) = self.months.value;
        let later = |month: i8| (month - 1 + HALF_A_YEAR) % 12 + 1;
        if is_south { (later(first), later(last)) } else { (first, last) }
    }
}

impl Together {
    /// Whether these are the two, in whichever order.
    fn is_of(&self, one: &TreatmentId, other: &TreatmentId) -> bool {
        let (first, second) = &self.treatments;
        (first, second) == (one, other) || (first, second) == (other, one)
    }
}

impl Rules {
    /// Has all rules for one treatment hold for another one as well.
    pub(super) fn adopt(&mut self, own: &TreatmentId, like: &TreatmentId) {
        let of_pairs = self.pairs.iter_mut().flat_map(|pair| [&mut pair.first, &mut pair.then]);
        let of_holds = self.holds.iter_mut().flat_map(|hold| &mut hold.rules).map(|rule| &mut rule.treatments);
        let lists = of_pairs.chain(of_holds).chain([&mut self.strong_sun.treatments.value]);
        lists.for_each(|list| join(list, own, like));
        let with_own = self.together.iter().filter_map(|together| {
            let (one, other) = &together.treatments;
            let treatments = match (one == like, other == like) {
                (true, _) => (own.clone(), other.clone()),
                (_, true) => (one.clone(), own.clone()),
                _ => return None,
            };
            Some(Together { treatments, ..together.clone() })
        });
        let with_own: Vec<Together> = with_own.collect();
        for together in with_own {
            if !self.together.contains(&together) {
                self.together.push(together);
            }
        }
    }

    /// Every treatment that is named.
    pub(super) fn treatments(&self) -> impl Iterator<Item = &TreatmentId> {
        let of_pairs = self.pairs.iter().flat_map(|pair| pair.first.iter().chain(&pair.then));
        let together = self.together.iter().flat_map(|together| [&together.treatments.0, &together.treatments.1]);
        let of_holds = self.holds.iter().flat_map(|hold| &hold.rules).flat_map(|rule| &rule.treatments);
        self.strong_sun.treatments.value.iter().chain(of_pairs).chain(together).chain(of_holds)
    }

    /// The rule for one treatment after another.
    pub fn pair(&self, first: &TreatmentId, then: &TreatmentId) -> Option<&PairRule> {
        self.pairs.iter().find(|pair| pair.first.contains(first) && pair.then.contains(then))
    }

    /// Whether two treatments are accepted on one day.
    pub fn go_together(&self, one: &TreatmentId, other: &TreatmentId) -> bool {
        self.together.iter().any(|together| together.is_of(one, other))
    }

    /// What the checklist asks: phototypes are a field of the client.
    pub fn asked(&self) -> impl Iterator<Item = &Hold> + Clone {
        self.holds.iter().filter(|hold| !hold.is_phototype())
    }

    /// Has a treatment wait so many days after another one, as the clinic says; never fewer than are asked for. Where that is more,
    /// the two are not accepted on one day any more.
    pub fn lengthen_pair(&mut self, first: &TreatmentId, then: &TreatmentId, days: u32) {
        let known = self.pairs.iter().position(|pair| pair.first.contains(first) && pair.then.contains(then));
        if known.is_none_or(|at| self.pairs[at].days.value.typical < days) {
            self.together.retain(|together| !together.is_of(first, then));
        }
        let days = match known {
            Some(at) => lengthened(&self.pairs[at].days, days),
            None => of_clinic(days),
        };
        let own = PairRule { first: vec![first.clone()], then: vec![then.clone()], days };
        // The first that is found counts.
        self.pairs.insert(known.unwrap_or_default(), own);
    }

    /// Has a treatment wait so many days after something of the checklist, as the clinic says; never fewer than are asked
    /// for.
    pub fn lengthen_hold(&mut self, id: &HoldId, treatment: &TreatmentId, days: u32) -> Option<()> {
        let hold = self.holds.iter_mut().find(|hold| hold.id == *id)?;
        let rule = hold.rules.iter_mut().find(|rule| rule.treatments.contains(treatment))?;
        rule.treatments.retain(|other| other != treatment);
        // Whoever is to be waited for is not only asked.
        let own =
            HoldRule { treatments: vec![treatment.clone()], advice: Advice::Wait, days: lengthened(&rule.days, days) };
        hold.rules.push(own);
        Some(())
    }

    /// What may put a treatment off under this id.
    pub fn hold(&self, id: &HoldId) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.id == *id)
    }
}

/// Puts a treatment into a list beside the one that it is like.
pub(super) fn join(list: &mut Vec<TreatmentId>, own: &TreatmentId, like: &TreatmentId) {
    if list.contains(like) && !list.contains(own) {
        list.push(own.clone());
    }
}

/// The id of what follows from phototypes IV to VI.
const PHOTOTYPE: &str = "phototype";

/// Days that nobody but the clinic asks for.
fn of_clinic(days: u32) -> Figure<Spread<u32>> {
    let value = Spread { low: 0, typical: days, high: 0 };
    let note = Text::english(english!("The clinic's own wait, which no source asks for"));
    Figure { value, basis: Basis::Clinic, refs: Vec::new(), disagree: Vec::new(), note }
}

/// Days as the clinic says, if they are more than count.
fn lengthened(days: &Figure<Spread<u32>>, own: u32) -> Figure<Spread<u32>> {
    // What others ask for stays what it is: the clinic may ask for more than any of them.
    let value = Spread { typical: days.value.typical.max(own), ..days.value };
    Figure { value, basis: Basis::Clinic, ..days.clone() }
}

impl Hold {
    /// Whether it holds for phototypes IV to VI.
    pub fn is_phototype(&self) -> bool {
        self.id.as_str() == PHOTOTYPE
    }

    /// What follows from it for a treatment.
    pub fn rule(&self, treatment: &TreatmentId) -> Option<&HoldRule> {
        self.rules.iter().find(|rule| rule.treatments.contains(treatment))
    }
}
