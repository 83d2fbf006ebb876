//! What follows the course of a line, and who recommends it.

use super::context::Context;
use crate::catalog::UpkeepPreset;
use crate::document::{Field, Upkeep, Value, limits};
use crate::locale::{tr, trn};
use crate::ui::Action;
use crate::ui::kit::{self, Numbers};
use crate::ui::theme::{Palette, tokens};
use crate::wording;
use egui::{RichText, Ui};

pub(super) fn upkeep_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let presets = context.view.catalog.upkeep_presets(context.concern, context.treatment);
    let current = context.line.upkeep;
    let dated = presets.iter().map(|preset| Upkeep::Every { months: preset.months });
    let choices = std::iter::once(Upkeep::None).chain(dated).chain([Upkeep::WhenFaded { percent: 70 }]);
    let name = |upkeep: &Upkeep| upkeep_name(*upkeep, presets);
    let chosen = kit::choice(ui, context.field(Field::Upkeep, tr!("Upkeep")), &current, choices, name);
    actions.extend(chosen.map(|upkeep| context.set(Field::Upkeep, upkeep)));
    let changed = match current {
        Upkeep::None => None,
        Upkeep::Every { months } => {
            let numbers = Numbers::whole(limits::UPKEEP_MONTHS, trn!(months, " month", " months"));
            let months = kit::number(ui, context.field(Field::Upkeep, tr!("Every")).part("months"), months, &numbers);
            months.map(|months| Upkeep::Every { months })
        }
        Upkeep::WhenFaded { percent } => {
            let numbers = Numbers::whole(limits::UPKEEP_SHARE, tr!("% of its peak"));
            let percent =
                kit::number(ui, context.field(Field::Upkeep, tr!("When faded to")).part("share"), percent, &numbers);
            percent.map(|percent| Upkeep::WhenFaded { percent })
        }
    };
    actions.extend(changed.map(|upkeep| context.set(Field::Upkeep, upkeep)));
    if current != Upkeep::None {
        says_ui(ui, context);
        if !context.treatment.is_device() {
            let currency = context.view.draft.currency;
            context.field_ui(ui, Field::UpkeepPrice, (tr!("A session costs"), currency.code()), actions);
        }
        until_ui(ui, context, actions);
    }
}

fn upkeep_name(upkeep: Upkeep, presets: &[UpkeepPreset]) -> String {
    match upkeep {
        Upkeep::None => tr!(in "upkeep", "None").to_owned(),
        Upkeep::WhenFaded { .. } => tr!("When the gain has faded").to_owned(),
        Upkeep::Every { months } => match presets.iter().find(|preset| preset.months == months) {
            Some(preset) => {
                let name = wording::text(&preset.name);
                trn!(months, "Every month · {name}", "Every {months} months · {name}", months, name)
            }
            None => trn!(months, "Every month", "Every {months} months", months),
        },
    }
}

/// Who says so, and who says otherwise.
pub(super) fn says_ui(ui: &mut Ui, context: &Context<'_>) {
    let Upkeep::Every { months } = context.line.upkeep else { return };
    let catalog = context.view.catalog;
    let presets = catalog.upkeep_presets(context.concern, context.treatment);
    let preset = presets.iter().find(|preset| preset.months == months);
    let text = match preset {
        Some(preset) if preset.refs.is_empty() => wording::text(&preset.note).to_owned(),
        Some(preset) => wording::agreement(catalog, &preset.refs, &preset.disagree, months),
        None => tr!("No source names this interval").to_owned(),
    };
    let label = ui.label(RichText::new(text).size(tokens::SIZES[0]).color(Palette::of(ui).text_weak));
    if let Some(preset) = preset {
        label.on_hover_text(wording::text(&preset.note));
    }
}

fn until_ui(ui: &mut Ui, context: &Context<'_>, actions: &mut Vec<Action>) {
    let until = context.line.upkeep_until;
    let draft = context.view.draft;
    let field = context.field(Field::UpkeepUntil, tr!("Until"));
    kit::row(ui, field, |ui| {
        let mut limited = until.is_some();
        if ui.checkbox(&mut limited, "").accessible_name(tr!("End upkeep on a date")).changed() {
            let end = draft.start.saturating_add(jiff::Span::new().years(i64::from(draft.horizon_years)));
            actions.push(context.set(Field::UpkeepUntil, if limited { Value::Day(end) } else { Value::Nothing }));
        }
        match until {
            Some(date) => {
                let changed = kit::date_box(ui, field.named(tr!("Last day of upkeep")), date);
                actions.extend(changed.map(|date| context.set(Field::UpkeepUntil, date)));
            }
            None => {
                ui.label(RichText::new(tr!("the end of the plan")).color(Palette::of(ui).text_weak));
            }
        }
    });
}
