//! The options as a choice: what speaks for each, and what would turn it. It recommends nothing.

use super::Sheet;
use crate::compare::{Measure, MeasureId, Row, Turn, Value};
use crate::decide::Threshold;
use crate::evaluation::FadeTurn;
use crate::locale::tr;
use crate::units::Money;
use crate::wording::{self, notices};
use serde_json::{Value as Json, json};

/// What lies further away than this factor would hardly come about.
const NEAR: f64 = 2.0;

/// What is said of an option beside what would turn the choice; the later two only with a worth of results.
const MEASURES: [MeasureId; 3] = [MeasureId::BestFor, MeasureId::ChanceBest, MeasureId::ExpectedLoss];

/// A row for each option, doing nothing last; none as long as nothing has been drawn.
pub(super) fn of(sheet: &Sheet<'_>) -> Option<Json> {
    let (estimate, comparison) = (sheet.plan.estimate, sheet.plan.comparison);
    comparison.deciding.as_ref()?;
    let measured: Vec<&Row> =
        MEASURES.iter().filter_map(|id| comparison.row(Measure { id: *id, year: None })).collect();
    let names = measured.iter().map(|row| match row.measure.id {
        MeasureId::BestFor => tr!("Best on average if a year of full improvement is worth").to_owned(),
        _ => wording::measure_name(row.measure),
    });
    let change = tr!("What would change this, all else as it is");
    let columns: Vec<String> = [tr!("Option").to_owned()].into_iter().chain(names).chain([change.to_owned()]).collect();
    let (turns, fades) = (sheet.plan.turns(), sheet.plan.fade_turns());
    let (plan, catalog) = (sheet.plan.plan, sheet.plan.catalog);
    let row = |at: usize| {
        let turn = nearest(turns.iter().filter(|turn| turn.at == at), |turn| price_away(sheet, turn));
        let fade = nearest(fades.iter().filter(|turn| turn.at == at), fade_away);
        let turn = turn.map(|turn| {
            let is_now = price_now(sheet, turn).is_some_and(|price| turn.holds.includes(price.minor()));
            wording::turn_brief(turn, is_now, plan, estimate, catalog)
        });
        let fade = fade.map(|turn| wording::fade_turn_brief(turn, turn.holds_typically(), estimate));
        let more = wording::more_elsewhere(sheet.plan.further, (at, comparison.behind(at)), catalog);
        let said: Vec<String> = turn.into_iter().chain(fade).chain(more).collect();
        let value = |value: Value| match value {
            Value::Standing(standing) => wording::standing_rounded(standing, estimate),
            other => wording::value_typical(other, estimate),
        };
        let values = measured.iter().map(|row| value(row.values[at]));
        let option = wording::option_title(&estimate.options[at]);
        [option].into_iter().chain(values).chain([said.join("; ")]).collect::<Vec<_>>()
    };
    let worth = estimate.worth.map(|worth| {
        let amount = wording::money(worth, estimate.currency);
        tr!("To you a year of full improvement is worth {amount}.", amount)
    });
    // Of several concerns results are weighed for the first one.
    let concern = sheet.plan.further.first().map(|_| wording::weighed_for(sheet.plan.plan, catalog));
    let note: Vec<String> = concern.into_iter().chain(worth).chain([notices::choice().to_owned()]).collect();
    Some(json!({
        "title": tr!("As a choice"),
        "note": note.join(" "),
        "columns": columns,
        "rows": (0..estimate.options.len()).map(row).collect::<Vec<_>>(),
    }))
}

/// The one that takes the least for it to turn the choice, and not more than would come about.
fn nearest<'a, T>(all: impl Iterator<Item = &'a T>, away: impl Fn(&T) -> Option<f64>) -> Option<&'a T> {
    let near = all.filter_map(|one| Some((away(one).filter(|away| *away <= NEAR)?, one)));
    near.min_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, one)| one)
}

/// By which factor the price would have to change.
fn price_away(sheet: &Sheet<'_>, turn: &Turn) -> Option<f64> {
    let (Threshold::UpTo(bound) | Threshold::From(bound)) = turn.holds else { return None };
    factor(Money::from_minor(bound).approximate(), price_now(sheet, turn)?.approximate())
}

/// The typical price that is meant, as it is.
fn price_now(sheet: &Sheet<'_>, turn: &Turn) -> Option<Money> {
    sheet.plan.plan.options[turn.at][turn.line].typical_price(turn.package.is_some())
}

/// By which factor it would have to hold longer or shorter.
fn fade_away(turn: &FadeTurn) -> Option<f64> {
    let ([Some(bound), None] | [None, Some(bound)]) = turn.lasts else { return None };
    factor(bound, turn.typical?)
}

/// How many times the one is the other, or the other the one; none where one of them is nothing.
fn factor(one: f64, other: f64) -> Option<f64> {
    (one > 0.0 && other > 0.0).then(|| (one / other).max(other / one))
}
