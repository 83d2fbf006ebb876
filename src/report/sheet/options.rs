//! Each option in full, doing nothing among them.

use super::money::Writer;
use super::words::{self, sentence};
use super::{Sheet, sums};
use crate::catalog::{SuitLevel, Suitability, Treatment};
use crate::estimate::{Estimate, OptionEstimate};
use crate::evaluation::Way;
use crate::ledger::Entry;
use crate::locale::{tr, trn};
use crate::plan::{Line, TreatmentOption};
use crate::units::{Money, Spread};
use crate::wording;
use serde_json::{Value, json};

/// A block for each option, in the order of the plan, doing nothing last.
pub(super) fn of(sheet: &Sheet<'_>) -> Value {
    let writer = Writer::new(sheet);
    let options = planned(sheet).enumerate();
    let items: Vec<Value> = options.map(|(at, (option, plan))| block(sheet, &writer, at, option, plan)).collect();
    json!({
        "title": tr!("The options in full"),
        "note": how_rows_come_about(sheet),
        "corner": tr!("Item"),
        "continued": tr!("continued"),
        "items": items,
    })
}

/// What the rows are made of, as far as the plan has it.
fn how_rows_come_about(sheet: &Sheet<'_>) -> String {
    let entries = || sheet.plan.estimate.options.iter().flat_map(|option| &option.ledger.entries);
    let some = |of: fn(&Entry) -> Spread<Money>| entries().any(|entry| of(entry) != Spread::default());
    let formula = match (some(Entry::off), some(Entry::tax_on_top)) {
        (false, false) => tr!("quantity × unit price"),
        (true, false) => tr!("quantity × unit price − discount"),
        (false, true) => tr!("quantity × unit price + tax"),
        (true, true) => tr!("quantity × unit price − discount + tax"),
    };
    let low_and_high =
        tr!("Each row is {formula} at typical prices; low and high are its least and its most.", formula);
    let included = some(Entry::tax_included).then(|| {
        let column = words::tax_included_column();
        tr!("What stands under \"{column}\" is part of the price and adds nothing.", column)
    });
    let sentences = [Some(low_and_high), included, Some(tr!("Only what is listed is included.").to_owned())];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What each option does, in short.
pub(super) fn plans(sheet: &Sheet<'_>) -> Value {
    let items = planned(sheet).map(|(option, plan)| [wording::option_title(option), lines(sheet, plan).join("; ")]);
    json!({ "title": tr!("What each option is"), "items": items.collect::<Vec<_>>() })
}

/// The options with what was typed of them; none for doing nothing.
fn planned<'a>(sheet: &Sheet<'a>) -> impl Iterator<Item = (&'a OptionEstimate, Option<&'a TreatmentOption>)> {
    let plans = sheet.plan.plan.options.iter().map(Some).chain([None]);
    sheet.plan.estimate.options.iter().zip(plans)
}

/// The treatments of an option, a line for each.
fn lines(sheet: &Sheet<'_>, plan: Option<&TreatmentOption>) -> Vec<String> {
    let lines = plan.map(|plan| plan.lines.as_slice()).unwrap_or_default();
    if lines.is_empty() {
        return vec![tr!("No treatment: skin is left as it is, and there is nothing to pay").to_owned()];
    }
    let catalog = sheet.plan.catalog;
    let membership =
        plan.and_then(|plan| Some(wording::membership(plan.membership.as_ref()?, sheet.plan.terms(), catalog)));
    lines.iter().map(|line| wording::line_summary(line, catalog)).chain(membership).collect()
}

fn block(
    sheet: &Sheet<'_>,
    writer: &Writer<'_>,
    at: usize,
    option: &OptionEstimate,
    plan: Option<&TreatmentOption>,
) -> Value {
    let treated = plan.is_some_and(|plan| !plan.lines.is_empty());
    let (positives, negatives) = if treated {
        (positives(sheet, at, option, plan), negatives(sheet, at, option))
    } else {
        (untreated_positives(), without_treatments(sheet, at))
    };
    json!({
        "title": wording::option_title(option),
        "letter": option.mark.map(|mark| mark.letter().to_string()).unwrap_or_default(),
        "lines": lines(sheet, plan),
        "money": writer.table(option, plan),
        "verdict": verdict(positives, negatives, notes(sheet, at, option, plan), option),
    })
}

/// How well it fits, and how it stands on the days that matter.
fn notes(sheet: &Sheet<'_>, at: usize, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> Vec<String> {
    let estimate = sheet.plan.estimate;
    let mut notes = fits(sheet, at, plan, SuitLevel::Sometimes);
    notes.extend(ways(sheet, at, plan));
    notes.extend(option.by_sessions.iter().filter_map(|one| {
        let which = wording::with_sessions(one)?;
        Some(format!("{which}: {}.", wording::comes_to(one, estimate)))
    }));
    let treated = option.occasions.iter().filter(|_| option.mark.is_some());
    notes.extend(estimate.occasions.iter().zip(treated).map(|(occasion, on)| {
        let day = wording::occasion(&occasion.name, estimate.date(occasion.day));
        format!("{day}: {}.", wording::on_occasion(on, estimate))
    }));
    notes.extend(of_further(sheet, option));
    notes
}

/// What is worth knowing of its results for further concerns.
fn of_further(sheet: &Sheet<'_>, option: &OptionEstimate) -> Vec<String> {
    let of_option =
        sheet.plan.remarks().into_iter().filter(|remark| remark.mark.is_some() && remark.mark == option.mark);
    let new = of_option.filter(|remark| !option.remarks.contains(remark));
    new.map(|remark| sentence(&wording::remark_for_client(remark))).collect()
}

/// What paying by packages or as a member comes to, where the price list has that.
fn ways(sheet: &Sheet<'_>, at: usize, plan: Option<&TreatmentOption>) -> Vec<String> {
    let (Some(plan), currency) = (plan, sheet.plan.estimate.currency) else { return Vec::new() };
    let said = |way: &Way| {
        let name = wording::paid_in_ways(way, plan, sheet.plan.catalog);
        let against = wording::way_against_plain(way, currency)?;
        // On which terms is said above where that is how it is planned.
        if let Some(terms) = way.membership.as_ref().filter(|_| !way.is_chosen) {
            return Some(format!("{}: {against}.", wording::membership(terms, sheet.plan.terms(), sheet.plan.catalog)));
        }
        Some(format!("{name}, {}: {against}.", wording::way_name(way)))
    };
    sheet.plan.ways(at).iter().filter_map(said).collect()
}

/// What speaks for doing nothing.
fn untreated_positives() -> Vec<String> {
    [
        tr!("No cost, no visits, no downtime and none of the risks of a treatment."),
        tr!("A treatment can still be chosen later."),
    ]
    .map(str::to_owned)
    .to_vec()
}

fn verdict(
    positives: Vec<String>,
    negatives: Vec<String>,
    mut notes: Vec<String>,
    option: &OptionEstimate,
) -> Vec<[String; 2]> {
    // How badly a doubtful treatment fits is among the remarks already.
    notes.extend(option.remarks.iter().map(|remark| sentence(&wording::remark_for_client(remark))));
    let named = [(tr!("Speaks for it"), positives), (tr!("Speaks against it"), negatives), (tr!("To note"), notes)];
    let said = named.into_iter().filter(|(_, sentences): &(_, Vec<String>)| !sentences.is_empty());
    said.map(|(name, sentences)| [name.to_owned(), sentences.join(" ")]).collect()
}

fn positives(sheet: &Sheet<'_>, at: usize, option: &OptionEstimate, plan: Option<&TreatmentOption>) -> Vec<String> {
    let mut said = Vec::new();
    let further = sheet.further().map(|further| (further, &further.plan.estimate.options[at]));
    said.extend(std::iter::once((*sheet, option)).chain(further).filter_map(|(sheet, option)| {
        let peak = at_its_peak(option, sheet.plan.estimate)?;
        Some(of_concern(&sheet, peak))
    }));
    said.extend(fits(sheet, at, plan, SuitLevel::Usual));
    if said.is_empty() {
        said.push(tr!("No figure: no result is projected for this concern.").to_owned());
    }
    said
}

/// A sentence on results: of several concerns with the one that it is about.
fn of_concern(sheet: &Sheet<'_>, said: String) -> String {
    if sheet.plan.plan.further.is_empty() {
        return said;
    }
    format!("{}: {}", wording::concern_name(sheet.plan.catalog, &sheet.plan.plan.concern), wording::continued(&said))
}

/// How much is gained at most, and when.
fn at_its_peak(option: &OptionEstimate, estimate: &Estimate) -> Option<String> {
    let projection = option.projection.as_ref()?;
    let peak = projection.peak?;
    let (typical, range) =
        (wording::share(peak.improvement.typical), wording::share_range(peak.improvement.of_clinics()));
    let month = wording::month_year(estimate.date(peak.day));
    let first = projection.noticeable.map(|day| wording::month_year(estimate.date(day)));
    Some(match first {
        Some(first) => tr!(
            "Improvement at its peak: {typical} ({range}) over doing nothing, about {month}; first noticeable about \
             {first}.",
            typical,
            range,
            month,
            first,
        ),
        None => tr!(
            "Improvement at its peak: {typical} ({range}) over doing nothing, about {month}.",
            typical,
            range,
            month,
        ),
    })
}

fn negatives(sheet: &Sheet<'_>, at: usize, option: &OptionEstimate) -> Vec<String> {
    let mut said = vec![burden(sheet, option)];
    let better = sheet.plan.comparison.dominated_by(at);
    let beaten = |better| sentence(&wording::beaten(better, sheet.plan.estimate).replace(" · ", "\u{a0}· "));
    let concern =
        sheet.plan.further.first().map(|_| wording::concern_name(sheet.plan.catalog, &sheet.plan.plan.concern));
    said.extend(better.map(beaten).map(|said| match concern {
        // What begins with the letter of an option goes on as it is.
        Some(concern) => format!("{concern}: {said}"),
        None => said,
    }));
    let behind = better.map(|better| better.by);
    let more = wording::more_elsewhere(sheet.plan.further, (at, behind), sheet.plan.catalog);
    said.extend(more.iter().map(|more| sentence(&more.replace(" · ", "\u{a0}· "))));
    said
}

/// What it takes; the range of the cost stands in the table above.
fn burden(sheet: &Sheet<'_>, option: &OptionEstimate) -> String {
    let (visits, (least, most)) = (option.visits, option.downtime_days);
    let days = wording::day_range(least, most);
    let total = wording::money_alike(option.ledger.total.typical, sheet.plan.estimate.currency, sums::whole(sheet));
    if visits == 0 {
        return tr!("Costs {total} in all, no visits, and {days} on which you may not want to be seen.", total, days);
    }
    trn!(
        visits,
        "Costs {total} in all, {visits} visit, and {days} on which you may not want to be seen.",
        "Costs {total} in all, {visits} visits, and {days} on which you may not want to be seen.",
        visits,
        total,
        days,
    )
}

/// What the model says of skin left as it is.
fn without_treatments(sheet: &Sheet<'_>, at: usize) -> Vec<String> {
    let all = std::iter::once(*sheet).chain(sheet.further());
    all.map(|sheet| of_concern(&sheet, without_treatment(&sheet, &sheet.plan.estimate.options[at]))).collect()
}

fn without_treatment(sheet: &Sheet<'_>, option: &OptionEstimate) -> String {
    let years = sheet.plan.estimate.horizon_years;
    let Some(result) = option.point(sheet.plan.estimate.horizon_days).result else {
        return tr!("No change is expected from it; no source puts a figure on how skin goes on.").to_owned();
    };
    let worse = wording::share(result.untreated - 1.0);
    trn!(
        years,
        "No improvement is expected. As skin ages, the model takes what bothers you to grow by {worse} in {years} year.",
        "No improvement is expected. As skin ages, the model takes what bothers you to grow by {worse} in {years} years.",
        worse,
        years,
    )
}

/// How each treatment of an option fits the concern, a treatment once.
fn suits<'a>(
    sheet: &'a Sheet<'_>,
    plan: Option<&'a TreatmentOption>,
) -> impl Iterator<Item = (&'a Treatment, &'a Suitability)> {
    let lines = plan.map(|plan| plan.lines.as_slice()).unwrap_or_default();
    let once = lines.iter().enumerate().filter(|(at, line)| lines[..*at].iter().all(|other| !is_same_use(other, line)));
    once.filter_map(|(_, line)| {
        let treatment = sheet.plan.catalog.treatment(&line.treatment)?;
        let suit = treatment.suits.iter().find(|suit| suit.concern == line.concern)?;
        Some((treatment, suit))
    })
}

/// Whether two lines are of one treatment for one concern.
fn is_same_use(one: &Line, other: &Line) -> bool {
    one.treatment == other.treatment && one.concern == other.concern
}

/// What is said of the treatments that fit the concern this well, of each where it is met first.
fn fits(sheet: &Sheet<'_>, at: usize, plan: Option<&TreatmentOption>, level: SuitLevel) -> Vec<String> {
    let options = &sheet.plan.plan.options;
    let noted = |(treatment, suit): (&Treatment, &Suitability)| {
        let is_it = |line: &Line| line.treatment == treatment.id && line.concern == suit.concern;
        let earlier = options.iter().take(at).find(|one| one.lines.iter().any(is_it));
        let treatment = wording::text(&treatment.name);
        match earlier {
            Some(option) => tr!("{treatment}: as for option {mark}.", treatment, mark = option.mark.letter()),
            None => format!("{treatment}: {}", sentence(&wording::continued(wording::text(&suit.note)))),
        }
    };
    suits(sheet, plan).filter(|(_, suit)| suit.level == level).map(noted).collect()
}
