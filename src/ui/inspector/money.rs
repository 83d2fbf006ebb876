//! Dated money.

use super::{Content, pair_ui};
use crate::ledger::Heading;
use crate::locale::tr;
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn money_ui(ui: &mut Ui, content: &Content<'_>) {
    let estimate = &content.evaluation.estimate;
    let (ledger, currency) = (&content.option.ledger, estimate.currency);
    let Some(treated) = content.treated else {
        ui.label(tr!("Nothing is paid."));
        return;
    };
    pair_ui(ui, tr!("Total"), &wording::spread(ledger.total, currency), true);
    for heading in Heading::ALL {
        let sum = ledger.heading(heading);
        if sum.high.minor() > 0 {
            pair_ui(ui, heading.name(), &wording::spread(sum, currency), false);
        }
    }
    ui.add_space(tokens::GAP);
    let mut entries = ledger.entries.iter().peekable();
    for (year, sum) in ledger.years.iter().enumerate() {
        ui.separator();
        pair_ui(ui, &tr!("Year {year}", year = year + 1), &wording::spread(*sum, currency), true);
        let end = estimate.year_bounds[year + 1];
        while let Some(entry) = entries.next_if(|entry| entry.day < end) {
            let what = wording::entry(entry, treated, content.view.catalog);
            pair_ui(ui, &what, &wording::money_exact(entry.amount.typical, currency), false);
            let date = RichText::new(wording::date(entry.date)).size(tokens::SIZES[0]);
            ui.label(date.color(Palette::of(ui).text_weak));
        }
    }
    ui.add_space(tokens::GAP);
    let note = tr!("Single entries are typical amounts, after discount and with tax. Every total is their exact sum.");
    ui.label(RichText::new(note).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
}
