//! The lines of the table: which of the list's values are shown, and what is wrong with each.

use super::{PriceFilter, PricesState, PricesView};
use crate::catalog::Catalog;
use crate::price_list::{Place, Section, TableRow, TableValue};
use crate::wording::{self, ListProblemText};

/// A line of the table.
pub(super) enum TableLine<'a> {
    /// The name of a treatment or add-on, with the clinic's code and group.
    Head(&'a Section),
    /// A row of a value; the number counts the value's rows.
    Value(&'a Section, &'a TableValue, usize),
    /// What is wrong with the line above.
    Wrong(&'a str),
}

/// The lines that are shown.
pub(super) fn lines<'a>(view: &PricesView<'a>, state: &PricesState, catalog: &Catalog) -> Vec<TableLine<'a>> {
    let mut lines = Vec::new();
    let wanted = state.search.trim().to_lowercase();
    for section in &view.table.sections {
        let found = says(view, section, &wanted, catalog);
        let is_shown = |value: &&TableValue| {
            let fits = (found || is_called(value, &wanted, catalog)) && passes(state.filter, value);
            fits || is_touched(state, value)
        };
        let values: Vec<&TableValue> = section.values.iter().filter(is_shown).collect();
        let is_labelled = found && section.label.is_some() && state.filter == PriceFilter::Own;
        if values.is_empty() && !is_labelled {
            continue;
        }
        lines.push(TableLine::Head(section));
        let of_label = view.problems.iter().filter(|problem| is_of_label(problem, section));
        lines.extend(of_label.map(|problem| TableLine::Wrong(&problem.message)));
        for value in values {
            for (number, row) in value.rows.iter().enumerate() {
                lines.push(TableLine::Value(section, value, number));
                lines.extend(problems(view, row).map(|problem| TableLine::Wrong(&problem.message)));
            }
        }
    }
    lines
}

/// What is wrong with a row.
pub(super) fn problems<'a>(view: &PricesView<'a>, row: &TableRow) -> impl Iterator<Item = &'a ListProblemText> {
    let at = row.entry;
    view.problems.iter().filter(move |problem| match problem.place {
        Place::Entry(of, _) => Some(of) == at,
        Place::Label(..) | Place::Template(..) => false,
    })
}

/// Whether something is wrong with the label of a section.
pub(super) fn is_of_label(problem: &ListProblemText, section: &Section) -> bool {
    matches!(problem.place, Place::Label(at, _) if Some(at) == section.label)
}

fn is_called(value: &TableValue, wanted: &str, catalog: &Catalog) -> bool {
    wording::quantity(&value.listed.quantity, catalog).to_lowercase().contains(wanted)
}

/// Whether name, code or group, or the code of a value, hold the word searched for.
fn says(view: &PricesView<'_>, section: &Section, wanted: &str, catalog: &Catalog) -> bool {
    let label = section.label.and_then(|at| view.draft.labels.get(at));
    let name = wording::listed_subject(&section.subject, &view.draft.labels, catalog);
    let texts = label.into_iter().flat_map(|label| [&label.code, &label.group]);
    let rows = section.values.iter().flat_map(|value| &value.rows);
    let codes = rows.filter_map(|row| Some(&view.draft.entries.get(row.entry?)?.code));
    [&name].into_iter().chain(texts).chain(codes).any(|text| text.to_lowercase().contains(wanted))
}

fn passes(filter: PriceFilter, value: &TableValue) -> bool {
    match filter {
        PriceFilter::All => true,
        PriceFilter::Own => value.is_own(),
        PriceFilter::Placeholders => value.is_placeholder(),
    }
}

/// Whether the value, or its whole section, has been changed since search and filter were.
fn is_touched(state: &PricesState, value: &TableValue) -> bool {
    let listed = &value.listed;
    state.touched.iter().any(|(subject, quantity)| {
        *subject == listed.subject && quantity.as_ref().is_none_or(|quantity| *quantity == listed.quantity)
    })
}
