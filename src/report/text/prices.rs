//! The price list and the effect of another one as tables.

use super::lines::problem;
use super::table::{Align, Table, heading, sentence};
use crate::catalog::Catalog;
use crate::document::Draft;
use crate::evaluation::{Effect, LineEffect, OptionEffect};
use crate::locale::tr;
use crate::overlay::Subject;
use crate::price_list::{ListedValue, PriceList, TemplateDraft};
use crate::units::{Currency, Date};
use crate::wording;

pub(super) fn write(text: &mut String, list: &PriceList, listed: &[ListedValue], on: Date, catalog: &Catalog) {
    heading(text, &tr!("Price list on {date}", date = wording::date(on)));
    // Treatments of the clinic's own have their names from the list.
    let catalog = &list.over(catalog, on);
    for of_one in listed.chunk_by(|one, other| one.subject == other.subject) {
        let Some(first) = of_one.first() else { continue };
        heading(text, &called(list, &first.subject, catalog));
        let mut table = Table::new(&[Align::Left, Align::Right, Align::Left]);
        for one in of_one {
            row(&mut table, one, list.code(&one.subject, &one.quantity, on), catalog);
        }
        table.write(text);
    }
    templates(text, list, catalog);
}

/// Options of the clinic's own to start from; nothing where there are none.
fn templates(text: &mut String, list: &PriceList, catalog: &Catalog) {
    if list.templates().is_empty() {
        return;
    }
    heading(text, tr!("Templates"));
    // Treatments of the clinic's own stand in the list.
    let catalog = &list.over(catalog, Date::MAX);
    for template in list.templates().iter().map(TemplateDraft::from) {
        sentence(text, 2, &format!("{}: {}", template.name, wording::template(&template, catalog)));
    }
}

/// A name with the clinic's code and group.
fn called(list: &PriceList, subject: &Subject, catalog: &Catalog) -> String {
    let name = wording::listed_subject(subject, list.labels(), catalog);
    let said =
        list.label(subject).into_iter().flat_map(|label| [&label.code, &label.group]).filter(|text| !text.is_empty());
    [&name].into_iter().chain(said).map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// A value with a code of its own, if it has one.
fn row(table: &mut Table, one: &ListedValue, code: &str, catalog: &Catalog) {
    let value = one.now.as_ref().map_or("–".to_owned(), |known| wording::listed_value(known.value, &one.quantity));
    let origin = one.now.as_ref().map(wording::listed_origin);
    let later = one.later.first().map(|day| tr!("changes on {date}", date = wording::date(*day)));
    let reset = wording::listed_reset(one).map(|reset| tr!("reset {reset}", reset));
    let said = origin.into_iter().chain(reset).chain(later);
    let name = wording::quantity(&one.quantity, catalog);
    let name = if code.is_empty() { name } else { format!("{name} · {code}") };
    table.row([name, value, said.collect::<Vec<_>>().join("; ")]);
}

pub(super) fn write_effect(text: &mut String, plan: &str, effect: &Effect, draft: &Draft, catalog: &Catalog) {
    heading(text, &tr!("Effect on {plan}", plan));
    if effect.is_none() {
        sentence(text, 2, tr!("Nothing changes."));
    }
    for one in wording::problems(&effect.problems_before, draft, catalog) {
        sentence(text, 2, &tr!("Before, it could not be estimated: {problem}", problem = problem(&one)));
    }
    for one in wording::problems(&effect.problems_after, draft, catalog) {
        sentence(text, 2, &tr!("After, it cannot be estimated: {problem}", problem = problem(&one)));
    }
    let mut table = Table::new(&[Align::Left, Align::Right, Align::Right, Align::Left]);
    for option in &effect.options {
        table.row(option_cells(option, effect.currency));
        option.lines.iter().for_each(|line| table.row(line_cells(line, effect.currency)));
    }
    table.write(text);
}

fn option_cells(option: &OptionEffect, currency: Currency) -> [String; 4] {
    let difference = option.difference().map(|difference| wording::signed_money(difference.typical, currency));
    [
        format!("{} · {}", option.mark.letter(), option.name),
        wording::effect_totals(option, currency),
        difference.unwrap_or_default(),
        String::new(),
    ]
}

fn line_cells(line: &LineEffect, currency: Currency) -> [String; 4] {
    let LineEffect { before, after, .. } = line;
    let price = |price| wording::spread(price, currency);
    [
        format!("  {}", wording::effect_name(line)),
        format!("{} → {}", price(before.price), price(after.price)),
        wording::signed_money(line.difference().typical, currency),
        format!("{} → {}", wording::basis(before.basis), wording::basis(after.basis)),
    ]
}
