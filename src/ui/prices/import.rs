//! What a table of prices would change, before it is taken over.

use crate::evaluation::Effect;
use crate::locale::{tr, trn};
use crate::price_list::Changes;
use crate::price_list::csv::RowProblems;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::theme::{Palette, tokens};
use crate::ui::{Answer, PricePreview, View};
use crate::wording;
use egui::{Context, Grid, RichText, ScrollArea, Ui};

/// The dialog.
pub(in crate::ui) fn import_ui(ctx: &Context, view: &View<'_>, answer: &mut impl FnMut(Answer)) {
    let Some(import) = view.prices.import else { return };
    match &import.outcome {
        Ok(preview) => preview_ui(ctx, view, &import.name, preview, answer),
        Err(problems) => problems_ui(ctx, view, &import.name, problems, answer),
    }
}

fn preview_ui(ctx: &Context, view: &View<'_>, name: &str, preview: &PricePreview, answer: &mut impl FnMut(Answer)) {
    let title = tr!("Take the price list of {name}?", name);
    let pressed = Question::new(&title).wide().to(tr!("Take the list")).show(ctx, |ui| {
        ui.label(changes(preview.changes));
        ui.label(
            RichText::new(tr!("It takes the place of the whole list; undo brings that back."))
                .color(Palette::of(ui).text_weak),
        );
        effect_ui(ui, view, &preview.effect);
    });
    pressed.into_iter().for_each(|pressed| {
        answer(if pressed == Pressed::Done { Answer::TakePrices } else { Answer::Cancel });
    });
}

/// `3 values change, 2 are new, 1 goes; codes and groups change in 4 places`.
fn changes(changes: Changes) -> String {
    if changes.is_none() {
        return tr!("It says the same as the list there is.").to_owned();
    }
    let Changes { added, changed, removed, labels, templates, templates_removed } = changes;
    let values = match labels {
        0 => tr!("Values: {changed} changed, {added} new, {removed} gone.", changed, added, removed),
        _ => tr!(
            "Values: {changed} changed, {added} new, {removed} gone. Codes, groups and names: {labels} changed.",
            changed,
            added,
            removed,
            labels,
        ),
    };
    if (templates, templates_removed) == (0, 0) {
        return values;
    }
    let of_templates =
        tr!("Templates: {changed} new or changed, {removed} gone.", changed = templates, removed = templates_removed);
    format!("{values} {of_templates}")
}

fn effect_ui(ui: &mut Ui, view: &View<'_>, effect: &Effect) {
    kit::heading(ui, &tr!("Totals in {name}", name = view.name));
    if effect.is_none() {
        ui.label(tr!("The open plan stays as it is."));
    }
    for problem in wording::problems(&effect.problems_after, view.draft, view.catalog).iter().take(4) {
        kit::error(ui, &problem.to_string());
    }
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        Grid::new("effect").num_columns(3).spacing([18.0, 3.0]).show(ui, |ui| {
            for option in &effect.options {
                ui.label(format!("{} · {}", option.mark.letter(), option.name));
                ui.label(wording::effect_totals(option, effect.currency));
                let difference = option.difference().map(|all| wording::signed_money(all.typical, effect.currency));
                ui.label(difference.unwrap_or_default());
                ui.end_row();
            }
        });
    });
}

fn problems_ui(ctx: &Context, view: &View<'_>, name: &str, problems: &RowProblems, answer: &mut impl FnMut(Answer)) {
    let count = problems.0.len();
    let title = tr!("Nothing of {name} was imported", name);
    let pressed = Question::new(&title).wide().show(ctx, |ui| {
        ui.label(trn!(count as u64, "One row is to be mended first:", "{count} things are to be mended first:", count));
        ui.add_space(tokens::GAP);
        kit::scroll(ui, |ui| {
            for problem in wording::row_problems(problems, view.catalog) {
                kit::error(ui, &problem);
            }
        });
    });
    pressed.into_iter().for_each(|_| answer(Answer::Cancel));
}
