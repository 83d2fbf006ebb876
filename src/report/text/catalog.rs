//! The catalogue for reading: who says what, and who disagrees.

use super::rules;
use super::says::says;
use super::table::{Align, Table, heading, sentence};
use crate::catalog::{
    AddOn, Catalog, Concern, Contradiction, CostRow, CoursePreset, Price, PriceUnit, Projection, Prospect, Source,
    SuitLevel, Treatment, UpkeepPreset,
};
use crate::locale::{tr, trn};
use crate::units::{Currency, Date, Money, Spread};
use crate::wording;

pub(super) fn write(text: &mut String, catalog: &Catalog, today: Date) {
    let reviewed = wording::evidence_reviewed(catalog, today);
    heading(
        text,
        &tr!(
            "Catalogue {catalogue}, model {model}, {reviewed}",
            catalogue = catalog.version,
            model = catalog.model.version,
            reviewed,
        ),
    );
    heading(text, tr!("CONCERNS"));
    catalog.concerns.iter().for_each(|one| concern(text, one, catalog.prospect(&one.id)));
    heading(text, tr!("TREATMENTS"));
    catalog.treatments.iter().for_each(|one| treatment(text, one));
    heading(text, tr!("ADD-ONS"));
    catalog.add_ons.iter().for_each(|one| add_on(text, one));
    heading(text, tr!("COST TABLE OF THE SOURCES, RECOMPUTED FROM SESSIONS × PRICE"));
    cost_table(text, &catalog.cost_table);
    heading(text, tr!("CHECKLIST: WHEN A TREATMENT MAY BE GIVEN"));
    rules::rules(text, catalog);
    heading(text, tr!("CONTRADICTIONS"));
    catalog.contradictions.iter().for_each(|one| contradiction(text, one));
    heading(text, tr!("SOURCES"));
    catalog.sources.iter().for_each(|one| source(text, one));
    heading(text, tr!("WHAT IS SAID OF WHEN A TREATMENT MAY BE GIVEN"));
    catalog.guidance.iter().for_each(|one| rules::guidance(text, catalog, one));
}

fn concern(text: &mut String, concern: &Concern, prospect: Option<&Prospect>) {
    text.push('\n');
    sentence(
        text,
        2,
        &format!("{} ({}): {}", wording::text(&concern.name), concern.id, wording::text(&concern.summary)),
    );
    if let Some(prospect) = prospect {
        let rows = [(tr!("Without treatment"), &prospect.untreated), (wording::is_it_permanent(), &prospect.permanent)];
        for (question, answer) in rows {
            let said = format!("{question} {} ({}).", wording::text(&answer.value), wording::basis(answer.basis));
            sentence(text, 4, &format!("{said} {}", says(&answer.refs, &answer.disagree)));
        }
    }
    if let Projection::CostOnly { reason, refs, disagree } = &concern.projection {
        let cost_only = tr!("Cost only, no result is projected: {reason}", reason = wording::text(reason));
        sentence(text, 4, &format!("{cost_only} {}", says(refs, disagree)));
    }
    concern.upkeep.iter().for_each(|preset| upkeep(text, preset));
}

fn upkeep(text: &mut String, preset: &UpkeepPreset) {
    let says = says(&preset.refs, &preset.disagree);
    let (name, months, note) = (wording::text(&preset.name), preset.months, wording::text(&preset.note));
    let upkeep = trn!(
        months,
        "Upkeep, {name}: every month. {note}.",
        "Upkeep, {name}: every {months} months. {note}.",
        name,
        months,
        note
    );
    sentence(text, 4, &format!("{upkeep} {says}"));
}

fn treatment(text: &mut String, treatment: &Treatment) {
    text.push('\n');
    sentence(
        text,
        2,
        &format!("{} ({}): {}", wording::text(&treatment.name), treatment.id, wording::text(&treatment.summary)),
    );
    let suits = treatment.suits.iter().map(|suit| format!("{} ({})", suit.concern, fit(suit.level)));
    sentence(text, 4, &tr!("For {concerns}", concerns = suits.collect::<Vec<_>>().join(", ")));
    treatment.prices.iter().for_each(|one| price(text, one, &unit(treatment.unit)));
    treatment.courses.iter().for_each(|preset| course(text, preset));
    let minimum = &treatment.minimum_interval_days;
    let (days, basis) = (wording::days(minimum.value), wording::basis(minimum.basis));
    let closest = tr!("Never closer than {days} ({basis}).", days, basis);
    sentence(text, 4, &format!("{closest} {}", says(&minimum.refs, &minimum.disagree)));
    let (least, most) = treatment.downtime.social_days;
    let basis = wording::basis(treatment.downtime.basis);
    let shown = tr!("Downtime: {days} a session ({basis}).", days = wording::day_range(least, most), basis);
    sentence(text, 4, &format!("{shown} {}", says(&treatment.downtime.refs, &[])));
    treatment.upkeep.iter().for_each(|preset| upkeep(text, preset));
}

fn fit(level: SuitLevel) -> &'static str {
    match level {
        SuitLevel::Usual => tr!(in "fit", "usual"),
        SuitLevel::Sometimes => tr!(in "fit", "sometimes"),
        SuitLevel::Doubtful => tr!(in "fit", "doubtful"),
    }
}

fn unit(unit: PriceUnit) -> String {
    match unit {
        PriceUnit::Device { uses } => trn!(
            uses,
            "{unit}, which serves {uses} session",
            "{unit}, which serves {uses} sessions",
            unit = wording::price_unit(unit),
            uses
        ),
        PriceUnit::Session | PriceUnit::Procedure | PriceUnit::Syringe => wording::price_unit(unit).to_owned(),
    }
}

fn add_on(text: &mut String, add_on: &AddOn) {
    text.push('\n');
    sentence(text, 2, &format!("{} ({}): {}", wording::text(&add_on.name), add_on.id, wording::text(&add_on.summary)));
    add_on.prices.iter().for_each(|one| price(text, one, wording::price_unit(PriceUnit::Session)));
}

fn price(text: &mut String, price: &Price, unit: &str) {
    let amount = wording::spread(price.amount, price.currency);
    let note = wording::price_note(price);
    let note = if note.is_empty() { note } else { format!(" {note}.") };
    let (basis, year) = (wording::basis(price.basis), wording::text(&price.year));
    let stated = tr!("Price per {unit}: {amount}, {basis}, {year}.", unit, amount, basis, year);
    sentence(text, 4, &format!("{stated}{note} {}", says(&price.refs, &[])));
}

fn course(text: &mut String, preset: &CoursePreset) {
    let concerns = preset.concerns.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let concerns = if concerns.is_empty() { tr!("any concern").to_owned() } else { concerns };
    let severity =
        preset.severity.map(|severity| format!(", {}", wording::severity_within(severity))).unwrap_or_default();
    let (sessions, gap, basis) = (range(preset.sessions), range(preset.spacing_days), wording::basis(preset.basis));
    let course = tr!(
        "Course for {concerns}: sessions {sessions}, days apart {gap} ({basis}).",
        concerns = concerns + &severity,
        sessions,
        gap,
        basis,
    );
    sentence(text, 4, &format!("{course} {}", says(&preset.refs, &preset.disagree)));
}

/// `5 (4–6)`.
fn range(spread: Spread<u32>) -> String {
    let Spread { low, typical, high } = spread;
    if low == high { typical.to_string() } else { format!("{typical} ({low}–{high})") }
}

fn cost_table(text: &mut String, rows: &[CostRow]) {
    let mut table = Table::new(&[Align::Left, Align::Right]);
    let printed = tr!(in "column", "as printed");
    table.row([tr!("Row"), tr!(in "column", "course"), printed, tr!(in "column", "upkeep a year"), printed]);
    for row in rows {
        let printed = row.printed_course.map_or("–".to_owned(), dollars);
        let course = row.course().map_or("–".to_owned(), dollars);
        table.row([
            wording::text(&row.name).to_owned(),
            course,
            printed,
            dollars(row.upkeep()),
            dollars(row.printed_upkeep),
        ]);
    }
    text.push('\n');
    table.write(text);
    for row in rows {
        let note =
            if row.note.is_empty() { tr!("The printed figures follow from the row") } else { wording::text(&row.note) };
        sentence(text, 2, &format!("{}: {note}. {}", wording::text(&row.name), says(&row.refs, &[])));
    }
}

/// The cost table is in US dollars throughout.
fn dollars((low, high): (Money, Money)) -> String {
    wording::money_range(Spread { low, typical: low, high }, Currency::USD)
}

fn contradiction(text: &mut String, one: &Contradiction) {
    text.push('\n');
    sentence(text, 2, &format!("{}, {}", one.id, wording::text(&one.topic)));
    for (statement, refs) in &one.statements {
        sentence(text, 4, &format!("{} ({})", wording::text(statement), wording::source_ids(refs)));
    }
    sentence(text, 4, &tr!("Here: {reconciliation}", reconciliation = wording::text(&one.reconciliation)));
}

fn source(text: &mut String, source: &Source) {
    text.push('\n');
    sentence(
        text,
        2,
        &format!(
            "{}: {}, {}, {}, {}",
            source.id,
            source.title,
            source.publisher,
            wording::text(&source.date),
            wording::text(&source.kind)
        ),
    );
    sentence(
        text,
        4,
        &tr!(
            "Quality: {quality}. Cites: {cites}",
            quality = wording::text(&source.quality),
            cites = wording::text(&source.cites)
        ),
    );
}
