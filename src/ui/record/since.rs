//! What has changed in the prices since the plan was issued.

use super::forms::weak;
use crate::evaluation::{Effect, LineEffect, OptionEffect};
use crate::locale::tr;
use crate::ui::View;
use crate::ui::kit::{self, Pressed, Question};
use crate::ui::theme::{Palette, strong, tokens};
use crate::units::Currency;
use crate::wording::{self, ProblemText};
use egui::{Context, Grid, RichText, Ui};

pub(super) fn since_ui(ctx: &Context, view: &View<'_>) -> Option<Pressed> {
    let (effect, last) = view.since.zip(view.record.last())?;
    let title = tr!("Prices changed since {date}", date = wording::date(last.snapshot.on));
    Question::new(&title).wide().show(ctx, |ui| {
        weak(ui, tr!("What was issued keeps its prices. A revision would be worked out with those of today."));
        ui.add_space(tokens::GAP);
        if effect.is_none() {
            ui.label(tr!("Nothing has changed; a revision would cost the same."));
        } else {
            kit::scroll(ui, |ui| {
                // The lines stand as they were issued.
                effect_ui(ui, effect, &wording::problems(&effect.problems_after, &last.snapshot.draft, view.catalog));
            });
        }
    })
}

fn effect_ui(ui: &mut Ui, effect: &Effect, problems: &[ProblemText]) {
    for problem in problems.iter().take(4) {
        kit::error(ui, &problem.to_string());
    }
    Grid::new("since").num_columns(3).spacing([18.0, 4.0]).show(ui, |ui| {
        for heading in [tr!("Option and what is in it"), tr!("As issued → today"), tr!("Difference")] {
            ui.label(strong(heading));
        }
        ui.end_row();
        for option in &effect.options {
            option_ui(ui, option, effect.currency);
            option.lines.iter().for_each(|line| line_ui(ui, line, effect.currency));
        }
    });
}

fn option_ui(ui: &mut Ui, option: &OptionEffect, currency: Currency) {
    let (letter, name) = (option.mark.letter(), &option.name);
    ui.label(format!("{letter} · {name}"));
    ui.label(wording::effect_totals(option, currency));
    let difference = option.difference().map(|all| wording::signed_money(all.typical, currency));
    ui.label(difference.unwrap_or_default());
    ui.end_row();
}

/// A price that has changed.
fn line_ui(ui: &mut Ui, line: &LineEffect, currency: Currency) {
    let weak = |ui: &mut Ui, text: String| {
        let color = Palette::of(ui).text_weak;
        ui.label(RichText::new(text).color(color))
    };
    weak(ui, format!("    {}", tr!("{name}, price", name = wording::effect_name(line))));
    let (before, after) = (wording::spread(line.before.price, currency), wording::spread(line.after.price, currency));
    weak(ui, format!("{before} → {after}"));
    weak(ui, wording::signed_money(line.difference().typical, currency));
    ui.end_row();
}
