//! What other prices change in a plan: its totals before and after, and the lines that make the difference.

use super::Evaluation;
use crate::catalog::{Basis, Catalog, TreatmentId};
use crate::document::{Draft, ExtraId, LineId, Mark};
use crate::ledger::{Item, beside_sessions, total};
use crate::plan::{Line, LineTogether, Problem, Problems};
use crate::text::Text;
use crate::units::{Currency, Day, Money, Spread};

/// What a plan costs with one catalogue and with another.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// The currency of every amount.
    pub currency: Currency,
    /// The options in the order of the document, without the hidden ones.
    pub options: Vec<OptionEffect>,
    /// What keeps the plan from being estimated before; then no total before is known.
    pub problems_before: Vec<Problem>,
    /// What keeps the plan from being estimated after; then no total after is known.
    pub problems_after: Vec<Problem>,
}

/// What an option costs before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionEffect {
    /// What marks it.
    pub mark: Mark,
    /// Its name.
    pub name: String,
    /// The total over the horizon before.
    pub before: Option<Spread<Money>>,
    /// The total over the horizon after.
    pub after: Option<Spread<Money>>,
    /// What changes, in the order of the document; where both totals are known. Their differences add up to the
    /// difference of the totals, to the cent.
    pub lines: Vec<LineEffect>,
}

/// A treatment, its package or an add-on of a line that costs something else, or costs it for another reason.
#[derive(Clone, Debug, PartialEq)]
pub struct LineEffect {
    /// The line.
    pub line: LineId,
    /// The add-on; none for the treatment itself.
    pub add_on: Option<ExtraId>,
    /// How many sessions its package covers, where it is the package of a line; none for single sessions.
    pub package: Option<u32>,
    /// The name of the other treatment, where what is meant is what it costs on days on which that one is given too.
    pub beside: Option<Text>,
    /// The name of the treatment or add-on.
    pub name: Text,
    /// Before.
    pub before: Cost,
    /// After.
    pub after: Cost,
}

/// What a treatment or an add-on costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// The listed price of one unit, before growth, discount and tax.
    pub price: Spread<Money>,
    /// How much weight it carries.
    pub basis: Basis,
    /// Everything paid for it over the horizon.
    pub paid: Spread<Money>,
}

impl Effect {
    /// Works a plan out with two catalogues and says what differs.
    pub fn of(draft: &Draft, before: &Catalog, after: &Catalog) -> Self {
        Self::between(draft, Evaluation::of(draft, before), Evaluation::of(draft, after), after)
    }

    /// What differs between a plan worked out before and after; names are as the catalogue says them.
    pub fn between(
        draft: &Draft,
        before: Result<Evaluation, Problems>,
        after: Result<Evaluation, Problems>,
        catalog: &Catalog,
    ) -> Self {
        let split = |results| match results {
            Ok(evaluation) => (Some(evaluation), Vec::new()),
            Err(Problems(problems)) => (None, problems),
        };
        let (old, problems_before) = split(before);
        let (new, problems_after) = split(after);
        let total = |results: &Option<Evaluation>, at: usize| Some(results.as_ref()?.estimate.options[at].ledger.total);
        // Hidden options are not worked out.
        let options = draft.shown().enumerate().map(|(at, option)| OptionEffect {
            mark: option.mark,
            name: option.name.clone(),
            before: total(&old, at),
            after: total(&new, at),
            lines: old.as_ref().zip(new.as_ref()).map(|(old, new)| lines(old, new, at, catalog)).unwrap_or_default(),
        });
        Self { currency: draft.currency, options: options.collect(), problems_before, problems_after }
    }

    /// Whether nothing at all differs.
    pub fn is_none(&self) -> bool {
        let unchanged = |option: &OptionEffect| option.before == option.after && option.lines.is_empty();
        self.options.iter().all(unchanged) && self.problems_before == self.problems_after
    }
}

impl OptionEffect {
    /// How much more it costs after; below zero where it costs less.
    pub fn difference(&self) -> Option<Spread<Money>> {
        Some(self.after? - self.before?)
    }
}

impl LineEffect {
    /// How much more is paid after; below zero where it is less.
    pub fn difference(&self) -> Spread<Money> {
        self.after.paid - self.before.paid
    }
}

/// What differs in the option at this position, line by line.
fn lines(old: &Evaluation, new: &Evaluation, at: usize, catalog: &Catalog) -> Vec<LineEffect> {
    let option = &new.plan.options[at];
    let [old_besides, new_besides] =
        [old, new].map(|one| beside_sessions(&one.plan.options[at], &one.estimate.options[at].schedule));
    let parts = option.lines.iter().flat_map(|line| {
        let package = line.package.iter().map(|package| Part::Package(package.sessions));
        let add_ons = line.add_ons.iter().flat_map(|add_on| {
            let package = add_on.package.iter().map(|package| Part::AddOnPackage(add_on.id, package.sessions));
            [Part::AddOn(add_on.id)].into_iter().chain(package)
        });
        // Those beside which something costs another price before or after.
        let mut beside: Vec<Part<'_>> = Vec::new();
        for (_, _, one) in [&old_besides, &new_besides].into_iter().flatten().filter(|(of, ..)| *of == line.id) {
            if !beside.contains(&Part::Beside(&one.with)) {
                beside.push(Part::Beside(&one.with));
            }
        }
        [Part::Single].into_iter().chain(beside).chain(package).chain(add_ons).map(move |part| (line, part))
    });
    let effects = parts.map(|(line, part)| LineEffect {
        line: line.id,
        add_on: part.add_on(),
        package: part.package(),
        beside: part.beside().map(|with| called(with, catalog)),
        name: name(line, part, catalog),
        before: cost((old, &old_besides), at, line.id, part),
        after: cost((new, &new_besides), at, line.id, part),
    });
    effects.filter(|effect| effect.before != effect.after).collect()
}

/// A session of a line on a day on which it costs less beside another treatment.
type Beside<'a> = (LineId, Day, &'a LineTogether);

/// What of a line has a price.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part<'a> {
    /// Single sessions, or devices.
    Single,
    /// Single sessions on days on which another treatment is given too.
    Beside(&'a TreatmentId),
    /// The package of so many sessions.
    Package(u32),
    /// An add-on to single sessions.
    AddOn(ExtraId),
    /// An add-on in its package of so many sessions.
    AddOnPackage(ExtraId, u32),
}

impl<'a> Part<'a> {
    fn add_on(self) -> Option<ExtraId> {
        match self {
            Self::AddOn(add_on) | Self::AddOnPackage(add_on, _) => Some(add_on),
            Self::Single | Self::Beside(_) | Self::Package(_) => None,
        }
    }

    fn beside(self) -> Option<&'a TreatmentId> {
        if let Self::Beside(with) = self { Some(with) } else { None }
    }

    fn package(self) -> Option<u32> {
        match self {
            Self::Package(sessions) | Self::AddOnPackage(_, sessions) => Some(sessions),
            Self::Single | Self::Beside(_) | Self::AddOn(_) => None,
        }
    }
}

fn name(line: &Line, part: Part<'_>, catalog: &Catalog) -> Text {
    part.add_on().map_or_else(|| called(&line.treatment, catalog), |add_on| line[add_on].name.clone())
}

fn called(treatment: &TreatmentId, catalog: &Catalog) -> Text {
    catalog.treatment(treatment).map_or_else(|| Text::own(treatment.as_str()), |known| known.name.clone())
}

fn cost((results, besides): (&Evaluation, &[Beside<'_>]), at: usize, line: LineId, part: Part<'_>) -> Cost {
    let (option, estimated) = (&results.plan.options[at], &results.estimate.options[at]);
    let beside = |day: Day| besides.iter().find(|(of, on, _)| (*of, *on) == (line, day)).map(|(_, _, one)| &one.with);
    let paid = total(estimated.ledger.entries.iter().filter(|entry| match entry.item {
        Item::Session { line: of, .. } => {
            of == line && matches!(part, Part::Single | Part::Beside(_)) && part.beside() == beside(entry.day)
        }
        // What a membership includes comes to nothing, unless something was noted of it.
        Item::Device { line: of, .. } | Item::Included { line: of, .. } => of == line && part == Part::Single,
        Item::Package { line: of, add_on, .. } => of == line && part.package().is_some() && part.add_on() == add_on,
        Item::AddOn { line: of, add_on, .. } => of == line && part == Part::AddOn(add_on),
        Item::Consultation | Item::Membership { .. } | Item::Payment { .. } => false,
    }));
    let (price, basis) = listed(&option[line], part);
    Cost { price, basis, paid }
}

fn listed(line: &Line, part: Part<'_>) -> (Spread<Money>, Basis) {
    let beside = part.beside().and_then(|with| line.together.iter().find(|one| one.with == *with));
    let package = part.package().and_then(|_| line.package_of(part.add_on()));
    match (beside, package, part.add_on()) {
        (Some(beside), ..) => (beside.price, Basis::Clinic),
        (None, Some(package), _) => (package.price, package.price_basis),
        (None, None, Some(add_on)) => (line[add_on].price, line[add_on].price_basis),
        (None, None, None) => (line.price, line.price_basis),
    }
}
