//! How the option may be paid, and its dated money.

use super::membership::membership_ui;
use super::parts::{Content, LONG, folded_ui, pair_ui};
use super::paying::paying_ui;
use super::ways::ways_ui;
use crate::ledger::{Entry, Heading};
use crate::locale::tr;
use crate::ui::Action;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn money_ui(ui: &mut Ui, content: &Content<'_>, actions: &mut Vec<Action>) {
    let estimate = &content.evaluation.estimate;
    let (ledger, currency) = (&content.option.ledger, estimate.currency);
    let Some(treated) = content.treated else {
        ui.label(tr!("Nothing is paid."));
        return;
    };
    if estimate.unpriced {
        ui.label(wording::missing_prices(currency));
        return;
    }
    pair_ui(ui, tr!("Total"), &wording::spread(ledger.total, currency), true);
    for heading in Heading::ALL {
        let sum = ledger.heading(heading);
        if sum.high.minor() > 0 {
            pair_ui(ui, wording::heading(heading), &wording::spread(sum, currency), false);
        }
    }
    ui.add_space(tokens::GAP);
    membership_ui(ui, content.view, actions);
    paying_ui(ui, content, actions);
    ways_ui(ui, content, actions);
    ui.add_space(tokens::GAP);
    let amounts: Vec<_> = ledger.entries.iter().map(|entry| entry.amount.typical).collect();
    let whole = wording::is_whole(&amounts, currency);
    let row_ui = |ui: &mut Ui, entry: &Entry| {
        let what = wording::entry(entry, treated, content.view.catalog);
        pair_ui(ui, &what, &wording::money_alike(entry.amount.typical, currency, whole), false);
        let date = RichText::new(wording::date(entry.date)).size(tokens::SIZES[0]);
        ui.label(date.color(Palette::of(ui).text_weak));
    };
    let mut rest = ledger.entries.as_slice();
    for (year, sum) in ledger.years.iter().enumerate() {
        let end = estimate.year_bounds[year + 1];
        let (of_year, later) = rest.split_at(rest.partition_point(|entry| entry.day < end));
        rest = later;
        ui.separator();
        let (name, sum) = (tr!("Year {year}", year = year + 1), wording::spread(*sum, currency));
        if ledger.entries.len() > LONG && !of_year.is_empty() {
            let title = format!("{name}: {sum}");
            folded_ui(ui, (content.option, year), &title, of_year.len(), |ui| {
                of_year.iter().for_each(|entry| row_ui(ui, entry));
            });
        } else {
            pair_ui(ui, &name, &sum, true);
            of_year.iter().for_each(|entry| row_ui(ui, entry));
        }
    }
    ui.add_space(tokens::GAP);
    let note = tr!("Single entries are typical amounts, after discount and with tax. Every total is their exact sum.");
    ui.label(RichText::new(note).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
}
